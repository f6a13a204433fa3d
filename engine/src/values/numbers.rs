//! Numbers: numerals and spelled-out ones, with their range, their unit, and the words around them that say how exact
//! they are.

use crate::Span;
use crate::hash::fnv1a;
use crate::lang::Lang;

use super::lists::{List, has, lists, place, place_of};
use super::names::scale;
use super::tokens::Token;
use super::{Currency, Limit, Number, TimeUnit, Unit, Value, What, reach};

/// A number as read, before its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// The token past the last.
    pub end: usize,
    pub low: f64,
    high: f64,
    step: f64,
    pub unit: Option<Unit>,
    vague: bool,
    /// Whether it has a scale word, a decimal mark or a grouping mark.
    scaled: bool,
    /// The factor of its scale words.
    scale: f64,
}

/// The number that begins at token `at`, and the token past its end.
pub(super) fn at(tokens: &[Token<'_>], at: usize, lang: Lang) -> Option<(usize, Value)> {
    let (money, first) = currency_before(tokens, at);
    let mut amount = amount(tokens, first, lang)?;
    if let Some(other) = range_end(tokens, at, &amount, money, lang) {
        amount = other;
    }
    if amount.unit == Some(Unit::Ordinal) && names_with_ordinal(tokens, amount.end) {
        return None;
    }
    let (mut end, mut unit) = unit_after(tokens, amount.end, amount.unit, lang);
    if let (Some(currency), Unit::Count | Unit::Money(_)) = (money, unit) {
        unit = Unit::Money(currency);
    }
    let (mut low, mut high, mut step) = (amount.low, amount.high, amount.step);
    if let Some((factor, after, metric)) = measure(tokens, end, unit, lang) {
        (low, high, step, unit, end) = (low * factor, high * factor, step * factor, metric, after);
    }
    if unit == Unit::Money(Currency::Cent) {
        (low, high, step) = (low / 100.0, high / 100.0, step / 100.0);
        unit = Unit::Money(Currency::Dollar);
    }
    let english = lang == Lang::English;
    // A minus belongs to its number.
    let at = if low < 0.0 && first == at {
        at.saturating_sub(1)
    } else {
        at
    };
    let (mut limit, start) = if english {
        limit_before(tokens, at)
    } else {
        (Limit::Exact, at)
    };
    if english && let Some((said, after)) = limit_after(tokens, end) {
        (limit, end) = (said, after);
    }
    if unit == Unit::Count && english && is_age(tokens, at, end, low) {
        unit = Unit::Age;
    }
    let of = counted(tokens, end, unit);
    let number = Number {
        low,
        high,
        limit,
        unit,
        step,
        vague: amount.vague,
        of,
    };
    Some((
        end,
        Value {
            span: reach(tokens, start, end),
            what: What::Number(number),
        },
    ))
}

/// Whether a word at `at` makes an ordinal before it part of a name: *the Fifth Amendment*.
fn names_with_ordinal(tokens: &[Token<'_>], at: usize) -> bool {
    (tokens.get(at)).is_some_and(|token| token.capital && has(List::AfterOrdinal, &token.form))
}

/// A currency's sign or code right before a numeral.
pub(super) fn currency_before(tokens: &[Token<'_>], at: usize) -> (Option<Currency>, usize) {
    let Some(token) = tokens.get(at) else {
        return (None, at);
    };
    if let Some(currency) = token.sign().and_then(by_sign) {
        return (Some(currency), at + 1);
    }
    // US$5, A$5
    if token.capital
        && has(List::BeforeSign, &token.form)
        && let Some(next) = tokens.get(at + 1)
        && !next.spaced
        && next.sign() == Some('$')
    {
        return (Some(Currency::Dollar), at + 2);
    }
    if token.capital
        && let Some(currency) = by_code(&token.form)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.digits().is_some())
    {
        return (Some(currency), at + 1);
    }
    (None, at)
}

pub(super) fn by_sign(sign: char) -> Option<Currency> {
    Some(match sign {
        '$' => Currency::Dollar,
        '€' => Currency::Euro,
        '£' => Currency::Pound,
        '¥' | '￥' => Currency::Yen,
        '₽' => Currency::Ruble,
        '₹' => Currency::Rupee,
        '₩' => Currency::Won,
        '₴' | '₺' | '₪' | '₫' | '¤' => Currency::Other,
        _ => return None,
    })
}

fn by_code(code: &str) -> Option<Currency> {
    const OF: [Currency; 7] = [
        Currency::Dollar,
        Currency::Euro,
        Currency::Pound,
        Currency::Yen,
        Currency::Ruble,
        Currency::Rupee,
        Currency::Franc,
    ];
    let code = place(List::Codes, code)?;
    // Three are of a crown.
    Some(OF.get(code).copied().unwrap_or(Currency::Krona))
}

/// The currencies by their names, in the languages that have a stemmer.
const NAMED: [(List, Currency); 11] = [
    (List::Dollars, Currency::Dollar),
    (List::Euros, Currency::Euro),
    (List::Pounds, Currency::Pound),
    (List::Rubles, Currency::Ruble),
    (List::Francs, Currency::Franc),
    (List::Kronor, Currency::Krona),
    (List::OtherMoney, Currency::Other),
    (List::Yen, Currency::Yen),
    (List::Rupees, Currency::Rupee),
    (List::Won, Currency::Won),
    (List::Cents, Currency::Cent),
];

fn by_name(word: &str) -> Option<Currency> {
    let lists = lists(fnv1a(word.bytes()));
    let named = NAMED.iter().find(|named| lists.has(named.0));
    named.map(|named| named.1)
}

/// Whether this is what stands before the sign of a currency: *US$5*.
pub(super) fn is_before_sign(tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let signed = next.is_some_and(|next| next.sign() == Some('$') && !next.spaced);
    signed && (tokens.get(at)).is_some_and(|token| lists(token.hash).has(List::BeforeSign))
}

/// Whether a number can begin with this sign.
pub(super) fn begins_with(sign: char) -> bool {
    by_sign(sign).is_some() || vulgar(sign).is_some()
}

/// The plain number at token `at`: a numeral, or words, with its scale.
fn amount(tokens: &[Token<'_>], at: usize, lang: Lang) -> Option<Amount> {
    let token = tokens.get(at)?;
    if token.digits().is_some() {
        return numeral(tokens, at, lang);
    }
    if let Some(part) = token.sign().and_then(vulgar) {
        return Some(share(at + 1, part));
    }
    (lang == Lang::English).then(|| spelled(tokens, at))?
}

fn share(end: usize, part: f64) -> Amount {
    Amount {
        end,
        low: part,
        high: part,
        step: 0.01,
        unit: Some(Unit::Share),
        vague: false,
        scaled: true,
        scale: 1.0,
    }
}

fn vulgar(sign: char) -> Option<f64> {
    Some(match sign {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅛' => 0.125,
        _ => return None,
    })
}

/// A numeral with what is attached to it, and its scale word. `None` if it is part of a name (*B12*, *F-16*).
pub(super) fn numeral(tokens: &[Token<'_>], at: usize, lang: Lang) -> Option<Amount> {
    let token = tokens.get(at)?;
    let digits = token.digits()?;
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let mut sign = 1.0;
    if let Some(before) = before.filter(|_| !token.spaced) {
        let beyond = at.checked_sub(2).and_then(|i| tokens.get(i));
        let dash = matches!(before.sign(), Some('-' | '–' | '−'));
        let named = dash && !before.spaced && beyond.is_some_and(|t| !t.form.is_empty());
        // "9/11", "100/65"
        let second = before.sign() == Some('/') && beyond.is_some_and(|t| t.digits().is_some());
        if !before.form.is_empty() && by_code(&before.form).is_none()
            || named
            || second
            || before.sign() == Some('#')
        {
            return None;
        }
        // A dash that has a word before it with a space between, a bracket, or nothing: the sign of the number.
        let opens = |t: &Token<'_>| matches!(t.sign(), Some('(' | '[' | '“' | '"' | '«' | '„'));
        let begins = before.spaced || beyond.is_some_and(opens);
        if dash && begins && beyond.is_none_or(|t| t.digits().is_none()) {
            sign = -1.0;
        }
    }
    let mut end = at + 1;
    let mut value = digits.value;
    let mut step = 10_f64.powi(-i32::from(digits.decimals));
    if digits.decimals == 0 {
        let tens = |step: f64| value / (step * 10.0);
        while value >= 10.0 && tens(step).fract() == 0.0 && step < 1e15 {
            step *= 10.0;
        }
    }
    let mut scaled = digits.decimals > 0 || digits.grouped;
    let mut scale = 1.0;
    if let Some(next) = tokens.get(end) {
        if let Some(part) = next
            .sign()
            .and_then(vulgar)
            .filter(|_| !next.spaced || digits.value < 100.0)
        {
            (value, step, end) = (value + part, 0.25, end + 1);
        } else if next.sign() == Some('/')
            && !next.spaced
            && let Some(below) = tokens.get(end + 1).and_then(Token::digits)
        {
            let small = digits.value < below.value && below.value <= 10.0 && below.decimals == 0;
            return small.then(|| share(end + 2, digits.value / below.value));
        } else if !next.spaced {
            match &*next.form {
                "st" | "nd" | "rd" | "th" => {
                    return Some(Amount {
                        end: end + 1,
                        low: value,
                        high: value,
                        step: 1.0,
                        unit: Some(Unit::Ordinal),
                        vague: false,
                        scaled: true,
                        scale: 1.0,
                    });
                }
                "m" | "mn" | "mln" => scale = 1e6,
                "bn" | "b" => scale = 1e9,
                "tn" | "trn" => scale = 1e12,
                "k" => scale = 1e3,
                _ => {}
            }
            if scale > 1.0 {
                end += 1;
            }
        }
    }
    // "2.5 million", "3-million-dollar"
    while let Some((factor, after)) = scale_at(tokens, end, lang) {
        (scale, end) = (scale * factor, after);
    }
    if scale > 1.0 {
        // Before a scale word the zeros of a numeral are meant: 40 million is no rounder than 41 million.
        (value, step, scaled) = (value * scale, step.min(1.0) * scale, true);
    }
    Some(Amount {
        end,
        low: sign * value,
        high: sign * value,
        step,
        unit: None,
        vague: false,
        scaled,
        scale,
    })
}

/// A scale word at token `at`, with a hyphen before it or not.
fn scale_at(tokens: &[Token<'_>], at: usize, lang: Lang) -> Option<(f64, usize)> {
    let token = tokens.get(at)?;
    let at = if token.sign() == Some('-') && !token.spaced {
        at + 1
    } else {
        at
    };
    let word = &tokens.get(at)?.form;
    scale(word, lang).map(|factor| (factor, at + 1))
}

/// The value of a number word below a hundred.
fn small(word: &str) -> Option<f64> {
    let ones = place(List::Ones, word).map(|place| place as f64 + 1.0);
    ones.or_else(|| tens(word))
}

fn tens(word: &str) -> Option<f64> {
    place(List::Tens, word).map(|place| place as f64 * 10.0 + 20.0)
}

/// The value of an ordinal word.
pub(super) fn ordinal(word: &str) -> Option<f64> {
    place(List::Ordinals, word).map(|place| place as f64 + 1.0)
}

/// The value of the lower part of a fraction: *third*, *quarters*.
fn part(word: &str) -> Option<f64> {
    let one = word.strip_suffix('s').unwrap_or(word);
    match one {
        "half" | "halve" => Some(2.0),
        "quarter" => Some(4.0),
        "second" | "first" => None,
        _ => ordinal(one).filter(|&below| below <= 20.0),
    }
}

/// The bounds of a vague word for a number.
fn vague(word: &str) -> Option<(f64, f64)> {
    const BOUNDS: [(f64, f64); 6] = [
        (20.0, 100.0),
        (30.0, 200.0),
        (150.0, 1e3),
        (1500.0, 1e4),
        (1.5e6, 1e9),
        (1.5e9, 1e12),
    ];
    let word = place(List::Vague, word)?;
    // "Several", "few".
    Some(BOUNDS.get(word).copied().unwrap_or((2.0, 12.0)))
}

/// A number in words: *two hundred and fifty*, *half a million*, *a third*, *tens of thousands*.
fn spelled(tokens: &[Token<'_>], at: usize) -> Option<Amount> {
    let word = |i: usize| tokens.get(i).map_or("", |token| &*token.form);
    let exact = |end, value: f64, step: f64, scaled| Amount {
        end,
        low: value,
        high: value,
        step,
        unit: None,
        vague: false,
        scaled,
        scale: 1.0,
    };
    let first = word(at);
    if first.is_empty()
        || at > 0 && tokens.get(at).is_some_and(|t| !t.spaced) && is_tail(tokens, at)
    {
        return None;
    }
    // "tens of thousands", "hundreds of thousands", "dozens"
    if matches!(first, "tens" | "hundreds" | "thousands") && word(at + 1) == "of" {
        let (low, high) = match (first, word(at + 2)) {
            ("tens", "thousands") => (15e3, 1e5),
            ("tens", "millions") => (15e6, 1e8),
            ("tens", "billions") => (15e9, 1e11),
            ("hundreds", "thousands") => (15e4, 1e6),
            ("hundreds", "millions") => (15e7, 1e9),
            ("hundreds", "billions") => (15e10, 1e12),
            ("thousands", "millions") => (15e8, 1e10),
            _ => (0.0, 0.0),
        };
        if high > 0.0 {
            return Some(loose(at + 3, low, high));
        }
    }
    if let Some((low, high)) = vague(first) {
        let few = first == "few";
        let article = at.checked_sub(1).map_or("", word);
        let counts = !few || matches!(article, "a" | "the" | "last" | "past" | "next" | "every");
        let hundreds = matches!(word(at + 1), "hundred" | "thousand" | "million" | "dozen");
        if hundreds && (few || first == "several") {
            let factor = scale(word(at + 1), Lang::English).unwrap_or(12.0);
            return Some(loose(at + 2, low * factor, high * factor));
        }
        return counts.then(|| loose(at + 1, low, high));
    }
    // "a growing number of", "a small group of"
    if matches!(first, "number" | "group") && word(at + 1) == "of" {
        let sized = matches!(
            at.checked_sub(1).map_or("", word),
            "a" | "growing" | "large" | "small" | "huge"
        );
        let counts = sized && (first == "number" || at.checked_sub(1).map_or("", word) != "a");
        return counts.then(|| loose(at + 1, 2.0, 1e9));
    }
    if first == "couple" {
        let after = if word(at + 1) == "of" { at + 2 } else { at + 1 };
        let counts = word(at + 1) == "of" && at.checked_sub(1).map_or("", word) == "a";
        return counts.then(|| loose(after, 2.0, 4.0));
    }
    // "half", "half a million", "half of"
    if first == "half" {
        let (skip, next) = match word(at + 1) {
            "a" | "an" => (2, word(at + 2)),
            next => (1, next),
        };
        if let Some(factor) =
            scale(next, Lang::English).or_else(|| (next == "dozen").then_some(12.0))
        {
            return Some(exact(at + skip + 1, factor / 2.0, factor / 10.0, true));
        }
        let of = matches!(
            word(at + 1),
            "of" | "the" | "a" | "an" | "its" | "their" | "his" | "her"
        );
        return of.then(|| share(at + 1, 0.5));
    }
    let article = matches!(first, "a" | "an");
    if article {
        let next = word(at + 1);
        if let Some(factor) =
            scale(next, Lang::English).or_else(|| (next == "dozen").then_some(12.0))
        {
            let mut found = exact(at + 2, factor, factor, true);
            while let Some((factor, after)) = scale_at(tokens, found.end, Lang::English) {
                (found.low, found.high, found.end) =
                    (found.low * factor, found.high * factor, after);
                found.step *= factor;
            }
            return Some(found);
        }
        // "a quarter of a million", "a third of". By itself "a quarter" is a coin or three months, and "a half hour"
        // is not a share.
        let below = part(next).filter(|_| word(at + 2) == "of")?;
        if matches!(word(at + 3), "a" | "one")
            && let Some(factor) = scale(word(at + 4), Lang::English)
        {
            return Some(exact(at + 5, factor / below, factor / 20.0, true));
        }
        return Some(share(at + 2, 1.0 / below));
    }
    if let Some(value) = ordinal(first) {
        // "second" may be a unit; it is one only after a number, which would have taken it.
        return Some(Amount {
            end: at + 1,
            low: value,
            high: value,
            step: 1.0,
            unit: Some(Unit::Ordinal),
            vague: false,
            scaled: true,
            scale: 1.0,
        });
    }
    match first {
        "dozen" => Some(exact(at + 1, 12.0, 1.0, true)),
        "twice" => Some(exact(at + 1, 2.0, 1.0, true)),
        "thrice" => Some(exact(at + 1, 3.0, 1.0, true)),
        _ => cardinal(tokens, at),
    }
}

fn loose(end: usize, low: f64, high: f64) -> Amount {
    Amount {
        end,
        low,
        high,
        step: 1.0,
        unit: None,
        vague: true,
        scaled: true,
        scale: 1.0,
    }
}

/// Whether the word at `at` follows a hyphen that has a word before it: *no-one*, *well-to-do*.
fn is_tail(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let beyond = at.checked_sub(2).and_then(|i| tokens.get(i));
    let dash = before.is_some_and(|t| t.sign() == Some('-') && !t.spaced);
    dash && beyond.is_some_and(|t| !t.form.is_empty() && small(&t.form).is_none())
}

/// *Two hundred and fifty*, *twenty-five*, *three million*, *two thirds*, *two and a half*.
fn cardinal(tokens: &[Token<'_>], at: usize) -> Option<Amount> {
    let word = |i: usize| tokens.get(i).map_or("", |token| &*token.form);
    let joined = |i: usize| {
        // The index of the word after a hyphen or a space.
        let dash = tokens
            .get(i)
            .is_some_and(|t| t.sign() == Some('-') && !t.spaced);
        if dash { i + 1 } else { i }
    };
    let zero = word(at) == "zero" && at.checked_sub(1).map_or("", word) != "ground";
    let head = small(word(at)).or(zero.then_some(0.0))?;
    let (mut total, mut group, mut end) = (0.0, head, at + 1);
    if tens(word(at)).is_some()
        && let Some(ones) = small(word(joined(end))).filter(|&ones| ones < 10.0)
    {
        (group, end) = (group + ones, joined(end) + 1);
    }
    // "two thirds", "three-quarters", "one third"
    if let Some(below) = part(word(joined(end)))
        && (head == 1.0 || word(joined(end)).ends_with('s'))
        && head < below
        && at + 1 == end
        && !matches!(word(joined(end)), "second" | "seconds")
    {
        return Some(share(joined(end) + 1, head / below));
    }
    // "one in five", "three out of four"
    let over = match (word(end), word(end + 1)) {
        ("in" | "of", next) => small(next).map(|n| (n, end + 2)),
        ("out", "of") => small(word(end + 2)).map(|n| (n, end + 3)),
        _ => None,
    };
    // "twelve out of ten" is a slip, but still a share.
    if let Some((below, after)) = over
        && at + 1 == end
        && (head < below || word(end) == "out")
        && word(end) != "of"
    {
        return Some(share(after, head / below));
    }
    let mut scaled = false;
    let mut step = 1.0;
    loop {
        let next = joined(end);
        let (and, lead) = match word(next) {
            "and" if scaled => (true, next + 1),
            _ => (false, next),
        };
        if !and && let Some(factor) = scale(word(next), Lang::English) {
            if factor == 100.0 {
                group *= factor;
            } else {
                total += group * factor;
                group = 0.0;
            }
            (end, scaled, step) = (next + 1, true, factor);
        } else if !and && word(next) == "dozen" {
            (group, end, scaled, step) = (group * 12.0, next + 1, true, 12.0);
        } else if scaled && let Some(more) = small(word(lead)).filter(|&more| more < step) {
            (group, end, step) = (group + more, lead + 1, 1.0);
            if let Some(ones) =
                small(word(joined(end))).filter(|&ones| ones < 10.0 && tens(word(lead)).is_some())
            {
                (group, end) = (group + ones, joined(end) + 1);
            }
        } else {
            break;
        }
    }
    if word(end) == "and" && word(end + 1) == "a" && word(end + 2) == "half" {
        (group, end) = (group + 0.5, end + 3);
        if let Some((factor, after)) = scale_at(tokens, end, Lang::English) {
            (group, end, scaled, step) = (group * factor, after, true, factor / 10.0);
        }
    }
    let value = total + group;
    let scale = if step >= 1000.0 { step } else { 1.0 };
    if value == 1.0 && !scaled && !counts_one(tokens, at, end) {
        return None;
    }
    Some(Amount {
        end,
        low: value,
        high: value,
        step,
        unit: None,
        vague: false,
        scaled,
        scale,
    })
}

/// Whether *one* is a number here: it has a noun to count, and is not a pronoun.
fn counts_one(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    if before.is_some_and(|t| has(List::BeforeOne, &t.form)) {
        return false;
    }
    let Some(next) = tokens.get(end) else {
        return false;
    };
    let dash = next.sign() == Some('-') && !next.spaced;
    let next = if dash {
        tokens.get(end + 1)
    } else {
        Some(next)
    };
    next.is_some_and(|t| !t.form.is_empty() && !t.capital && !has(List::AfterOne, &t.form))
}

/// The other end of a range that begins with `first`: *35,000-40,000*, *between two and three*.
fn range_end(
    tokens: &[Token<'_>],
    at: usize,
    first: &Amount,
    money: Option<Currency>,
    lang: Lang,
) -> Option<Amount> {
    if first.vague || matches!(first.unit, Some(Unit::Share | Unit::Ordinal)) {
        return None;
    }
    let link = tokens.get(first.end)?;
    let word = |i: usize| tokens.get(i).map_or("", |token| &*token.form);
    let dash = matches!(link.sign(), Some('-' | '–' | '—' | '‑'));
    let mut next = first.end + 1;
    if dash {
        // "40- to 60-hour"; a dash with spaces is a thought.
        let close = !link.spaced && tokens.get(next).is_some_and(|t| !t.spaced);
        if matches!(word(next), "to" | "bis") {
            next += 1;
        } else if !close || first.step < 1.0 && tokens.get(next)?.digits().is_none() {
            return None;
        }
    } else {
        let before = |n: usize| at.checked_sub(n).map_or("", word);
        let between = (1..=2).any(|n| matches!(before(n), "between" | "zwischen" | "entre"));
        let from = (1..=2).any(|n| matches!(before(n), "from" | "von"));
        let plain = first.low.fract() == 0.0;
        let joins = match &*link.form {
            "to" | "bis" | "à" | "till" => plain || from,
            "or" | "oder" => first.low <= 12.0 && !first.scaled,
            "and" | "und" | "et" | "y" => between,
            _ => false,
        };
        if !joins {
            return None;
        }
    }
    let next = match currency_before(tokens, next) {
        (Some(currency), after) if money == Some(currency) => after,
        (None, _) => next,
        _ => return None,
    };
    let last = amount(tokens, next, lang)?;
    if last.vague || last.unit.is_some() {
        return None;
    }
    // "5 to 10 million": the scale is said once.
    let once = first.scale == 1.0 && last.scale > 1.0 && first.high < 1000.0;
    let factor = if once { last.scale } else { 1.0 };
    let low = first.low * factor;
    let before = |n: usize| at.checked_sub(n).map_or("", word);
    let raises = match &*link.form {
        "or" => low < last.low && last.low <= low + 3.0,
        // "between 64 and 24", "aged 88 to 77": slips, but still ranges.
        "and" => low != last.low,
        "to" if matches!(before(1), "aged" | "ages") => low != last.low,
        _ => low < last.low,
    };
    raises.then_some(Amount {
        low: low.min(last.low),
        high: low.max(last.high),
        step: last.step.min(first.step * factor),
        ..last
    })
}

/// The unit after a number, and the token past it.
pub(super) fn unit_after(
    tokens: &[Token<'_>],
    at: usize,
    said: Option<Unit>,
    lang: Lang,
) -> (usize, Unit) {
    if let Some(unit) = said {
        return (at, unit);
    }
    let Some(token) = tokens.get(at) else {
        return (at, Unit::Count);
    };
    if matches!(token.sign(), Some('%' | '％' | '٪')) {
        let points = tokens.get(at + 1).is_some_and(|t| is_points(&t.form));
        return if points {
            (at + 2, Unit::Points)
        } else {
            (at + 1, Unit::Percent)
        };
    }
    if let Some(currency) = token.sign().and_then(by_sign) {
        return (at + 1, Unit::Money(currency));
    }
    let dash = matches!(token.sign(), Some('-' | '‑')) && !token.spaced;
    let first = if dash { at + 1 } else { at };
    let word = |i: usize| tokens.get(i).map_or("", |token| &*token.form);
    let main = word(first);
    if has(List::Percent, main) {
        return (first + 1, Unit::Percent);
    }
    if matches!(main, "per" | "pour" | "por")
        && matches!(word(first + 1), "cent" | "cento" | "ciento")
    {
        return (first + 2, Unit::Percent);
    }
    if main == "percentage" && is_points(word(first + 1)) {
        return (first + 2, Unit::Points);
    }
    if is_points(main) && main != "points" && main != "point" {
        return (first + 1, Unit::Points);
    }
    if let Some(currency) = by_name(main) {
        return (first + 1, Unit::Money(currency));
    }
    // "US dollars", "American dollars"
    if matches!(
        main,
        "us" | "american" | "canadian" | "australian" | "british"
    ) && by_name(word(first + 1)).is_some()
    {
        return (
            first + 2,
            Unit::Money(by_name(word(first + 1)).unwrap_or(Currency::Other)),
        );
    }
    let unit = || time_unit(tokens.get(first)?.hash);
    if let Some(unit) = (lang == Lang::English).then(unit).flatten() {
        let old = match (
            tokens.get(first + 1).and_then(Token::sign),
            word(first + 1),
            word(first + 2),
        ) {
            (Some('-'), _, "old" | "olds") => Some(first + 3),
            (_, "old", _) => Some(first + 2),
            (_, "of", "age") => Some(first + 3),
            _ => None,
        };
        if let Some(after) = old.filter(|_| unit == TimeUnit::Year) {
            return (after, Unit::Age);
        }
        return (first + 1, Unit::Time(unit));
    }
    (at, Unit::Count)
}

fn is_points(word: &str) -> bool {
    matches!(
        word,
        "points" | "point" | "prozentpunkte" | "prozentpunkten" | "procentenheter" | "procentpoint"
    )
}

/// The unit of time that an English word with this hash names.
pub(super) fn time_unit(hash: u64) -> Option<TimeUnit> {
    const UNITS: [TimeUnit; 9] = [
        TimeUnit::Second,
        TimeUnit::Minute,
        TimeUnit::Hour,
        TimeUnit::Day,
        TimeUnit::Week,
        TimeUnit::Month,
        TimeUnit::Year,
        TimeUnit::Decade,
        TimeUnit::Century,
    ];
    match place_of(List::TimeUnits, hash)? {
        place if place < 2 * UNITS.len() => UNITS.get(place % UNITS.len()).copied(),
        _ => Some(TimeUnit::Minute),
    }
}

/// Lengths and weights with their factors to metres or kilograms.
const MEASURES: [(List, f64, Unit); 7] = [
    (List::Kilometres, 1000.0, Unit::Metres),
    (List::Miles, 1609.344, Unit::Metres),
    (List::Metres, 1.0, Unit::Metres),
    (List::Feet, 0.3048, Unit::Metres),
    (List::Centimetres, 0.01, Unit::Metres),
    (List::Kilograms, 1.0, Unit::Kilograms),
    (List::Tonnes, 1000.0, Unit::Kilograms),
];

/// A length or weight after a number: the factor to metres or kilograms, and the token past it.
fn measure(tokens: &[Token<'_>], at: usize, unit: Unit, lang: Lang) -> Option<(f64, usize, Unit)> {
    if unit != Unit::Count {
        return None;
    }
    let token = tokens.get(at)?;
    let dash = token.sign() == Some('-') && !token.spaced;
    let at = if dash { at + 1 } else { at };
    let lists = lists(tokens.get(at)?.hash);
    let &(list, factor, unit) = MEASURES.iter().find(|measure| lists.has(measure.0))?;
    if matches!(list, List::Feet) && lang != Lang::English {
        return None;
    }
    Some((factor, at + 1, unit))
}

/// How exact the number at token `at` is, by the words before it, and the first of them.
fn limit_before(tokens: &[Token<'_>], at: usize) -> (Limit, usize) {
    let word = |n: usize| {
        let token = at.checked_sub(n).and_then(|i| tokens.get(i));
        token.map_or("", |token| &*token.form)
    };
    // With an article of its own before the number: "about a third", "more than half".
    let three = [word(3), word(2), word(1)];
    let (limit, back) = match three {
        [_, "more" | "greater" | "higher" | "larger", "than"] => (Limit::Over, 2),
        [_, "less" | "fewer" | "lower" | "smaller", "than"] => (Limit::Under, 2),
        [_, "at", "least"] | ["in", "excess", "of"] => {
            (Limit::Over, if word(1) == "of" { 3 } else { 2 })
        }
        [_, "at", "most"] | [_, "up", "to"] => (Limit::Under, 2),
        ["as", "many" | "much", "as"] => (Limit::Under, 3),
        [_, "upwards" | "upward", "of"] => (Limit::Over, 2),
        [_, "close", "to"] => (Limit::Nearly, 2),
        [_, "an" | "the", "estimated"] => (Limit::About, 2),
        [_, _, "over" | "exceeding"] => (Limit::Over, 1),
        [_, _, "under" | "below"] => (Limit::Under, 1),
        [_, _, "nearly" | "almost"] => (Limit::Nearly, 1),
        [
            _,
            _,
            "about" | "around" | "some" | "roughly" | "approximately" | "estimated" | "circa"
            | "approx",
        ] => (Limit::About, 1),
        _ => (Limit::Exact, 0),
    };
    let negated = |n: usize| word(n) == "no";
    match limit {
        // "no more than" is at most, "no fewer than" at least.
        Limit::Over if back == 2 && negated(3) => (Limit::Under, at - 3),
        Limit::Under if back == 2 && negated(3) => (Limit::Over, at - 3),
        _ => (limit, at - back),
    }
}

/// The same by the words after it.
fn limit_after(tokens: &[Token<'_>], at: usize) -> Option<(Limit, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |token| &*token.form);
    let glued = tokens.get(at).filter(|t| !t.spaced).and_then(Token::sign);
    Some(match (word(at), word(at + 1)) {
        _ if glued == Some('+') => (Limit::Over, at + 1),
        (_, "plus") if glued == Some('-') => (Limit::Over, at + 2),
        ("or", "so") => (Limit::About, at + 2),
        ("or", "more") => (Limit::Over, at + 2),
        ("or", "less" | "fewer") => (Limit::Under, at + 2),
        _ => return None,
    })
}

/// An age between commas after a name, or after *aged*: *Huckabee, 59, quit*.
fn is_age(tokens: &[Token<'_>], at: usize, end: usize, value: f64) -> bool {
    if !(1.0..=120.0).contains(&value) || value.fract() != 0.0 {
        return false;
    }
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    if before.is_some_and(|t| t.is("aged") || t.is("age")) {
        return true;
    }
    let comma = |t: Option<&Token<'_>>| t.is_some_and(|t| t.sign() == Some(','));
    let stop = tokens
        .get(end)
        .is_none_or(|t| matches!(t.sign(), Some(',' | '.' | ';' | ')')));
    let name = at
        .checked_sub(2)
        .and_then(|i| tokens.get(i))
        .is_some_and(|t| t.capital);
    comma(before) && stop && name && end == at + 1
}

/// The words that a number counts: those after it, up to a function word or a sign, at most four.
fn counted(tokens: &[Token<'_>], end: usize, unit: Unit) -> Span {
    let from = tokens.get(end.wrapping_sub(1)).map_or(0, |t| t.span.end);
    let nothing = Span::new(from, from);
    if !matches!(
        unit,
        Unit::Count | Unit::Share | Unit::Percent | Unit::Ordinal
    ) {
        return nothing;
    }
    let mut first = end;
    // "225-page", "two of the ships", "60 percent of voters"
    if tokens
        .get(first)
        .is_some_and(|t| t.sign() == Some('-') && !t.spaced)
    {
        first += 1;
    }
    if tokens.get(first).is_some_and(|t| t.is("of")) {
        first += 1;
        let article = |t: &Token<'_>| {
            matches!(
                &*t.form,
                "the" | "its" | "their" | "his" | "her" | "all" | "our"
            )
        };
        if tokens.get(first).is_some_and(article) {
            first += 1;
        }
    }
    let mut last = first;
    while last < first + 4
        && tokens
            .get(last)
            .is_some_and(|t| !t.form.is_empty() && !has(List::Ends, &t.form))
    {
        last += 1;
    }
    if last == first {
        nothing
    } else {
        reach(tokens, first, last)
    }
}
