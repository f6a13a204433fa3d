//! Reads the numbers and dates of a text: their value, unit and precision. Two reports write one figure in many ways
//! (*$250,000*, *a quarter of a million dollars*, *more than $250,000*), so what is compared is the value and its
//! bounds, not its letters.
//!
//! | module | what it does |
//! |---|---|
//! | `tokens` | text to words, numerals (by the language's decimal mark) and signs |
//! | `names` | month names, weekdays and scale words of each language |
//! | `lists` | larger sets of words for numbers and dates |
//! | `numbers` | numerals and spelled-out numbers, ranges, units, approximations |
//! | `dates` | dates, weekdays, times, relative dates |
//! | `calendar` | the calendar days of a date, from the day its article was written |
//! | `figures` | a numeral as matching compares it: value, sign, unit, scale |
//! | `likeness` | whether two values can be the same, and within which tolerance |
//!
//! English is read fully. In other languages with a stemmer, numerals with scale words, percent signs and currencies
//! are read, and dates with the language's month names and weekdays. In all others, only numerals and their signs.
//!
//! The kinds of value are those that Recognizers-Text (NumberWithUnit, DateTime) and duckling tell
//! apart. There is no clock here: a relative date stays relative, unless the day its article was written
//! is given.

mod calendar;
mod dates;
mod figures;
mod likeness;
mod lists;
mod names;
mod numbers;
#[cfg(test)]
mod tests;
pub(crate) mod tokens;

pub use calendar::{Days, Real};
pub(crate) use figures::{FIGURE, figure};
pub use likeness::Likeness;
pub(crate) use names::{month, weekday};

use crate::Span;
use crate::lang::Lang;
use lists::List;
use tokens::{Token, tokens};

/// A number or a date of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Value {
    /// Its place, in bytes, with its sign, its unit and the words that say how exact it is (*more than $250,000*,
    /// *late Friday*).
    pub span: Span,
    /// What it says.
    pub what: What,
}

/// What a value says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A number, or a length of time.
    Number(Number),
    /// A point or stretch of time.
    Date(Date),
}

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Number {
    /// The number, or the lower end of a range.
    pub low: f64,
    /// The number, or the upper end of a range.
    pub high: f64,
    /// How exact it is.
    pub limit: Limit,
    /// The unit.
    pub unit: Unit,
    /// How coarsely it is written: half of this may have been rounded away. *$1.4 billion*: a tenth of
    /// a billion; *40,000*: 10,000; *43*: 1.
    pub step: f64,
    /// Whether it is not a figure but a word for one (*dozens*, *several*).
    pub vague: bool,
    /// What is counted: the words after the number up to the next function word, or an empty range after it.
    pub of: Span,
}

/// How exact a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Exactly this.
    Exact,
    /// *About*, *some*, *an estimated*, *or so*.
    About,
    /// *More than*, *at least*, *or more*.
    Over,
    /// *Nearly*, *almost*: a little under it.
    Nearly,
    /// *Less than*, *up to*.
    Under,
}

/// The unit of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// None: a count of something, or a bare number.
    Count,
    /// Hundredths.
    Percent,
    /// Percentage points.
    Points,
    /// A share: *a third*, *three quarters*, *two in five*. The number is the share, 0 to 1.
    Share,
    /// Money.
    Money(Currency),
    /// A length of time.
    Time(TimeUnit),
    /// Somebody's age in years.
    Age,
    /// A place in an order: *third*, *21st*.
    Ordinal,
    /// A length, in metres.
    Metres,
    /// A weight, in kilograms.
    Kilograms,
}

/// A currency, by its sign or name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the variants are the currencies' names")]
pub enum Currency {
    Dollar,
    Euro,
    Pound,
    Yen,
    Ruble,
    Rupee,
    Franc,
    Krona,
    Won,
    Cent,
    Other,
}

/// A unit of time, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are the units' names")]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// A calendar day, as far as it is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Day {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
}

/// A point or stretch of time. What is not given is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Date {
    /// The day, or the first of a range.
    pub from: Day,
    /// The last day of a range (*from 1996 to 2007*, *the 1990s*).
    pub to: Option<Day>,
    /// The day of the week, from Monday as 1 to Sunday as 7.
    pub weekday: Option<u8>,
    /// The season: spring 1, summer 2, autumn 3, winter 4.
    pub season: Option<u8>,
    /// The part of the day.
    pub part: Option<Part>,
    /// Minutes since midnight.
    pub minute: Option<u16>,
    /// How it relates to now, or to another event.
    pub relative: Option<Relative>,
    /// Its edge.
    pub edge: Edge,
    /// Its calendar days, if its year or the day its article was written is known.
    pub real: Option<Real>,
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are the parts' names")]
pub enum Part {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// A date given by its distance: *yesterday* is one day back, *next week* one week on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Relative {
    /// The unit of the distance.
    pub unit: TimeUnit,
    /// How many, negative into the past. `None`: not given (*weeks ago*, *earlier this year*).
    pub by: Option<i32>,
    /// Whether it counts from the article's own date (*ago*, *yesterday*) rather than from an event
    /// (*a day after*).
    pub from_now: bool,
}

/// Whether a date means itself, or the time before or after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Edge {
    /// It is the date itself.
    #[default]
    On,
    /// *Before*, *by*, *until*.
    Before,
    /// *After*, *since*.
    After,
}

impl Date {
    /// Whether its calendar day is known.
    pub(crate) fn is_real_day(&self) -> bool {
        self.real.is_some_and(|real| real.is_day())
    }
}

impl Value {
    /// Whether both say the same.
    pub fn same(&self, other: &Value) -> bool {
        self.likeness(other) == Some(Likeness::Same)
    }

    /// Whether both can be true of the same thing: they say the same, or one is coarser, or they share a part.
    pub fn overlaps(&self, other: &Value) -> bool {
        matches!(
            self.likeness(other),
            Some(Likeness::Same | Likeness::Overlaps)
        )
    }

    /// How the two relate; `None` if their units cannot be compared (money and people, a number and a date).
    /// Symmetric.
    pub fn likeness(&self, other: &Value) -> Option<Likeness> {
        match (&self.what, &other.what) {
            (What::Number(one), What::Number(other)) => likeness::numbers(one, other),
            (What::Date(one), What::Date(other)) => Some(likeness::dates(one, other)),
            _ => None,
        }
    }

    /// The value with every range moved on by `bytes`.
    pub(crate) fn moved(&self, bytes: usize) -> Value {
        let on = |span: Span| Span::new(span.start + bytes, span.end + bytes);
        let what = match self.what {
            What::Number(number) => What::Number(Number {
                of: on(number.of),
                ..number
            }),
            date => date,
        };
        Value {
            span: on(self.span),
            what,
        }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<&Number> {
        match &self.what {
            What::Number(number) => Some(number),
            What::Date(_) => None,
        }
    }

    /// The date, if it is one.
    pub fn date(&self) -> Option<&Date> {
        match &self.what {
            What::Date(date) => Some(date),
            What::Number(_) => None,
        }
    }
}

/// The numbers and dates of `text`, in order. They do not overlap, except for the number in a relative date (*three
/// weeks ago* gives the date and *three weeks*). Total, and linear in the text.
///
/// ```
/// use crossread_engine::Lang;
/// use crossread_engine::values::values;
///
/// let one = values("They seized more than $250,000.", Lang::English);
/// let other = values("A quarter of a million dollars was seized.", Lang::English);
/// assert!(one[0].overlaps(&other[0]) && !one[0].same(&other[0]));
/// ```
pub fn values(text: &str, lang: Lang) -> Vec<Value> {
    let tokens = tokens(text, lang);
    of_tokens(&tokens, lang, &|at| begins(&tokens[at], lang))
}

/// What can begin with a token, regardless of its context.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Begins {
    /// A date.
    pub date: bool,
    /// A number, or a date that begins with one.
    pub number: bool,
}

/// What can begin with this token. That the sign of a currency follows, as in *US$*, is left to [`of_tokens`].
pub(crate) fn begins(token: &Token<'_>, lang: Lang) -> Begins {
    let (date, number) = match token.kind {
        tokens::Kind::Digits(_) => (true, true),
        tokens::Kind::Sign(sign) => (false, numbers::begins_with(sign)),
        tokens::Kind::Word => {
            let lists = lists::lists(token.hash);
            let english = lang == Lang::English;
            let date = match english {
                true => lists.any(&DATES) || names_day_or_month(&token.form),
                false => dates::can_begin(&token.form, lang),
            };
            (
                date,
                lists.has(List::Codes) || english && lists.any(&NUMBERS),
            )
        }
    };
    Begins { date, number }
}

/// The lists whose words begin a date in English.
const DATES: [List; 7] = [
    List::DateWords,
    List::Articles,
    List::Months,
    List::ShortMonths,
    List::TimeUnits,
    List::Parts,
    List::Seasons,
];
/// The lists whose words begin a number in English.
const NUMBERS: [List; 6] = [
    List::NumberWords,
    List::Articles,
    List::Ones,
    List::Tens,
    List::Ordinals,
    List::Vague,
];

/// Whether a word of English, which none of the lists has, begins a date: *Monday*, *June's*.
fn names_day_or_month(word: &str) -> bool {
    names::weekday(word, Lang::English).is_some()
        || word.ends_with("'s") && names::month(word, Lang::English).is_some()
}

/// [`values`] of a text that is cut already; `may` says what can begin at a token.
pub(crate) fn of_tokens(
    tokens: &[Token<'_>],
    lang: Lang,
    may: &dyn Fn(usize) -> Begins,
) -> Vec<Value> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Begins { date, number } = may(at);
        let number = match number || numbers::is_before_sign(tokens, at) {
            true => numbers::at(tokens, at, lang),
            false => None,
        };
        let found = match date || number.is_some() {
            true => dates::at(tokens, at, lang, number),
            false => None,
        };
        if let Some((end, value, inside)) = found {
            out.push(value);
            out.extend(inside);
            at = end.max(at + 1);
        } else if let Some((end, value)) = number {
            out.push(value);
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    out
}

/// The same, with the calendar days of each date, in a text that was written at `written`.
pub(crate) fn dated(
    tokens: &[Token<'_>],
    lang: Lang,
    written: Option<Day>,
    may: &dyn Fn(usize) -> Begins,
) -> Vec<Value> {
    let mut found = of_tokens(tokens, lang, may);
    for value in &mut found {
        let span = value.span;
        if let What::Date(date) = &mut value.what {
            // The words around it are useless if the day of writing is not known.
            let turn = written.map(|_| dates::turn(tokens, span));
            date.real = calendar::real(date, written, turn.unwrap_or_default());
        }
    }
    found
}

/// The bytes from token `from` up to the token before `to`.
fn reach(tokens: &[Token<'_>], from: usize, to: usize) -> Span {
    let start = tokens.get(from).map_or(0, |token| token.span.start);
    let end = to
        .checked_sub(1)
        .and_then(|last| tokens.get(last))
        .map_or(start, |token| token.span.end);
    Span::new(start, end)
}
