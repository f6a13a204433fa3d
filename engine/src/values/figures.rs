//! The form of a numeral that matching compares: its value with its sign, its unit and its scale. So *2,5* is not
//! *25*, *$15bn* is not *$15m* and *£40m* is not *€40m*, but *12,500* is *12500* and *$15bn* is the number of *15
//! billion dollars*.

use crate::Span;
use crate::lang::Lang;

use super::numbers::{by_sign, currency_before, numeral, unit_after};
use super::tokens::{Token, tokens};
use super::{Currency, Unit};

/// The first character of a numeral's form; no folded word begins with it.
pub(crate) const FIGURE: char = '#';

/// How many bytes before and after a numeral can belong to it.
const BEFORE: usize = 24;
const BEHIND: usize = 64;

/// A numeral with more digits, which a floating-point number does not hold exactly, is a word like any other.
const DIGITS: u8 = 15;

/// The form of the word at `word` if it is a numeral: [`FIGURE`], then the signs before it, its value and its unit.
/// `within` is its paragraph, which the number does not leave. `None` for a word that is more than a numeral (*21st*,
/// *1.5.2024*), for one with a leading zero (*007*), and for a fraction.
pub(crate) fn figure(text: &str, word: Span, within: Span, lang: Lang) -> Option<String> {
    let cut = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = cut(word.start.saturating_sub(BEFORE).max(within.start));
    let end = cut((word.start + BEHIND).min(within.end));
    let tokens = tokens(text.get(start..end)?, lang);
    let at = tokens.partition_point(|token| token.span.start + start < word.start);
    let token = tokens.get(at)?;
    let digits = token.digits()?;
    let zero = Span::new(word.start, word.start + 2).of(text);
    let padded = zero.starts_with('0') && zero.ends_with(|c: char| c.is_ascii_digit());
    if digits.whole + digits.decimals.min(DIGITS) > DIGITS || padded {
        return None;
    }
    let amount = numeral(&tokens, at, lang)?;
    if amount.unit.is_some() {
        return None;
    }
    // If something unread is attached to it, it is more than a number.
    if amount.end == at + 1 && token.span.end + start < word.end {
        return None;
    }
    let unit = unit(&tokens, at, amount.end, lang);
    let mut form = String::from(FIGURE);
    form.extend(sign_before(&tokens, at));
    if amount.low < 0.0 {
        form.push('-');
    }
    let value = amount.low.abs();
    if value == digits.value {
        let decimals = i32::from(digits.decimals);
        write(
            &mut form,
            (value * 10_f64.powi(decimals)).round() as u64,
            decimals,
        );
    } else {
        let (number, decimals) = rounded(value);
        write(&mut form, number, decimals);
    }
    form.extend(unit);
    Some(form)
}

/// A positive number with at most fifteen significant digits, as a whole number and the number of its decimals, so
/// that rounding errors of a multiplication are cut off. If that is negative: how many zeros follow.
fn rounded(value: f64) -> (u64, i32) {
    let mut decimals = 0;
    let shifted = |decimals: i32| {
        if decimals < 0 {
            value / 10_f64.powi(-decimals)
        } else {
            value * 10_f64.powi(decimals)
        }
    };
    while shifted(decimals) < 1e14 && decimals < 300 {
        decimals += 1;
    }
    while shifted(decimals) >= 1e15 && decimals > -300 {
        decimals -= 1;
    }
    let mut number = shifted(decimals).round() as u64;
    while number > 0 && number.is_multiple_of(10) {
        (number, decimals) = (number / 10, decimals - 1);
    }
    (number, decimals)
}

/// Writes a whole number with so many of its digits as decimals. The standard library's code to write and read
/// fractions would be a tenth of the program that compares.
fn write(form: &mut String, number: u64, decimals: i32) {
    let digits = number.to_string();
    let zeros = |count: i32| (0..count).map(|_| '0');
    // At least one digit is before the mark.
    let before = decimals + 1 - digits.len() as i32;
    let all = zeros(before).chain(digits.chars()).chain(zeros(-decimals));
    let mark = digits.len() as i32 + before.max(0) - decimals;
    for (at, digit) in (0..).zip(all) {
        if at == mark && decimals > 0 {
            form.push('.');
        }
        form.push(digit);
    }
}

/// The sign directly before a numeral, or before its currency sign, that changes its value. A minus directly before
/// the numeral is in its value.
fn sign_before(tokens: &[Token<'_>], at: usize) -> Option<char> {
    let sign = |at: usize| tokens.get(at).and_then(Token::sign);
    let is_money = |at: usize| sign(at).is_some_and(|c| by_sign(c).is_some());
    let is_dash = |at: usize| matches!(sign(at), Some('-' | '−' | '–'));
    // The token directly before token `at`.
    let touching = |at: usize| at.checked_sub(1).filter(|_| !tokens[at].spaced);
    let before = touching(at)?;
    if is_dash(before) && touching(before).is_some_and(is_money) {
        return Some('-');
    }
    let first = if is_money(before) { before } else { at };
    let before = touching(first)?;
    if first < at && is_dash(before) && tokens[before].spaced {
        return Some('-');
    }
    let kept = |c: &char| matches!(c, '+' | '±' | '~' | '≈' | '<' | '>' | '≤' | '≥');
    sign(before).filter(kept)
}

/// The unit of the numeral at `at` that ends before token `end`.
fn unit(tokens: &[Token<'_>], at: usize, end: usize, lang: Lang) -> Option<char> {
    let sign = |at: usize| tokens.get(at).and_then(Token::sign);
    // The sign or the code may be one or two tokens before it: *€40*, *US$40*, *EUR 40*.
    let before = (1..=2)
        .filter_map(|back| at.checked_sub(back))
        .find_map(|from| {
            let (money, first) = currency_before(tokens, from);
            let mark = tokens.get(first.checked_sub(1)?)?.sign();
            money.filter(|_| first == at).map(|money| (money, mark))
        });
    if let Some((money, mark)) = before {
        return Some(currency(money, mark));
    }
    match sign(end) {
        Some(mark @ ('‰' | '°')) => return Some(mark),
        // A sign before the next number belongs to that one.
        Some(mark) if by_sign(mark).is_some() => {
            let next = tokens.get(end + 1);
            let taken = next.is_some_and(|next| !next.spaced && next.digits().is_some());
            let mine = !taken || tokens.get(end).is_some_and(|token| !token.spaced);
            return by_sign(mark)
                .filter(|_| mine)
                .map(|c| currency(c, Some(mark)));
        }
        _ => {}
    }
    match unit_after(tokens, end, None, lang).1 {
        Unit::Percent => Some('%'),
        Unit::Points => Some('p'),
        Unit::Money(money) => Some(currency(money, None)),
        _ => None,
    }
}

/// One sign for a currency, whether it was written with its sign, its code or its name.
fn currency(money: Currency, mark: Option<char>) -> char {
    match money {
        Currency::Dollar => '$',
        Currency::Euro => '€',
        Currency::Pound => '£',
        Currency::Yen => '¥',
        Currency::Ruble => '₽',
        Currency::Rupee => '₹',
        Currency::Franc => 'f',
        Currency::Krona => 'k',
        Currency::Won => '₩',
        Currency::Cent => 'c',
        Currency::Other => mark.unwrap_or('¤'),
    }
}

#[cfg(test)]
mod tests {
    use super::figure;
    use crate::Span;
    use crate::lang::Lang;

    /// The form of the first word that begins with a digit.
    fn of(text: &str, lang: Lang) -> Option<String> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let word = text[start..].split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',')));
        let word = word.into_iter().next()?.trim_end_matches(['.', ',']);
        let whole = Span::new(0, text.len());
        figure(text, Span::new(start, start + word.len()), whole, lang)
    }

    fn same(one: &str, other: &str, lang: Lang) {
        let (x, y) = (of(one, lang), of(other, lang));
        assert!(x.is_some() && x == y, "{one}: {x:?}; {other}: {y:?}");
    }

    fn differ(one: &str, other: &str, lang: Lang) {
        let (x, y) = (of(one, lang), of(other, lang));
        assert!(x != y, "{one}, {other}: {x:?}");
    }

    #[test]
    fn one_number_written_in_several_ways_is_one() {
        same("some 12,500 people", "some 12500 people", Lang::English);
        same("$15bn", "15 billion dollars", Lang::English);
        same("US$5m", "$5 million", Lang::English);
        same("5 %", "5%", Lang::English);
        same("5 percent", "5 per cent", Lang::English);
        same("−2 degrees", "-2 degrees", Lang::English);
        same("-$5", "−$5", Lang::English);
        same("$1.1m", "$1,100,000", Lang::English);
    }

    #[test]
    fn sign_scale_unit_and_decimal_mark_belong_to_a_number() {
        for (one, other) in [
            ("$15bn", "$15m"),
            ("15 billion", "15 million"),
            ("£40m", "€40m"),
            ("₺40", "₪40"),
            ("by -2 percent", "by 2 percent"),
            ("(-5)", "(5)"),
            ("-$5", "$5"),
            ("$-5", "$5"),
            ("+5", "5"),
            (">5", "<5"),
            ("7%", "7"),
            ("7%", "7‰"),
            ("5°", "5"),
            ("2.50", "2.5"),
            ("007", "7"),
        ] {
            differ(one, other, Lang::English);
        }
    }

    /// A dash between two numbers, or in a name, is no minus.
    #[test]
    fn a_dash_that_joins_is_no_sign() {
        same("pages 3 -5", "pages 3 – 5", Lang::English);
        assert_eq!(of("- 5 boats", Lang::English).as_deref(), Some("#5"));
        assert_eq!(of("the F-16", Lang::English), None);
        assert_eq!(of("on the 21st", Lang::English), None);
        assert_eq!(of("1.5.2024", Lang::English), None);
        assert_eq!(of("12345678901234567890", Lang::English), None);
        assert_eq!(of("5 $10 notes", Lang::English).as_deref(), Some("#5"));
    }

    proptest::proptest! {
        /// As the standard library writes them.
        #[test]
        fn a_number_is_written_exactly(number in 0_u64..1_000_000_000_000_000, decimals in 0_i32..15, scale in 0_i32..13) {
            let value = number as f64 / 10_f64.powi(decimals);
            let mut form = String::new();
            super::write(&mut form, number, decimals);
            proptest::prop_assert_eq!(&form, &format!("{value:.*}", decimals as usize));
            let value = value * 10_f64.powi(scale);
            if value > 0.0 {
                let cut: f64 = format!("{value:.14e}").parse().unwrap();
                let (number, decimals) = super::rounded(value);
                let mut form = String::new();
                super::write(&mut form, number, decimals);
                proptest::prop_assert_eq!(form, cut.to_string());
            }
        }
    }

    #[cfg(feature = "languages")]
    #[test]
    fn the_decimal_mark_is_that_of_the_language() {
        differ("un 1,8 por ciento", "un 18 por ciento", Lang::Spanish);
        differ("3,4 процента", "34 процента", Lang::Russian);
        differ("3,4 млрд", "3,4 млн", Lang::Russian);
        same("3.500 Euro", "3500 €", Lang::German);
        differ("3.500 Euro", "3,5 Euro", Lang::German);
    }
}
