//! Dates: days, months, years, weekdays, times of day, and relative dates (*yesterday*, *three weeks ago*, *earlier
//! this year*). A relative date stays relative, since its meaning depends on the day its article was written.

use crate::Span;
use crate::lang::Lang;

use super::calendar::Turn;
use super::lists::{List, has, place_of};
use super::names::{month, weekday};
use super::numbers::{at as number_at, ordinal, time_unit};
use super::tokens::Token;
use super::{Date, Day, Edge, Part, Relative, TimeUnit, Unit, Value, What, reach};

/// The four-digit numerals that are taken for years.
const YEARS: std::ops::Range<i32> = 1500..2100;

/// The date that begins at token `at`: the token past its end, the date, and its number if it has one (*three weeks
/// ago*). `number` is the number that begins there, with the token past its end.
pub(super) fn at(
    tokens: &[Token<'_>],
    at: usize,
    lang: Lang,
    number: Option<(usize, Value)>,
) -> Option<(usize, Value, Option<Value>)> {
    let read = Reader {
        tokens,
        lang,
        first: at,
        number: &number,
    };
    let (begin, mut end, mut date, inside) = read.core(at)?;
    end = read.range(&mut date, end);
    end = read.more(&mut date, end);
    let (edge, start) = read.before(begin);
    if date.edge == Edge::On {
        date.edge = edge;
    }
    let span = reach(tokens, start, end);
    let what = What::Date(date);
    Some((end, Value { span, what }, inside))
}

/// What the words in a date at `span` and around it say about its place in time.
pub(super) fn turn(tokens: &[Token<'_>], span: Span) -> Turn {
    let from = tokens.partition_point(|token| token.span.end <= span.start);
    let to = tokens.partition_point(|token| token.span.start < span.end);
    let near = tokens.get(from.saturating_sub(1)..to).unwrap_or(&[]);
    let inside = |words: &[&str]| near.iter().any(|token| words.contains(&&*token.form));
    Turn {
        last: inside(&["last", "past"]),
        next: inside(&["next"]),
        coming: inside(&["this", "coming"]) || tokens.iter().any(|token| is_coming(&token.form)),
        ago: inside(&["ago"]),
    }
}

/// Whether this word shows that a sentence is about the future.
fn is_coming(word: &str) -> bool {
    has(List::Coming, word) || word.ends_with("'ll")
}

#[derive(Clone, Copy)]
struct Reader<'t> {
    tokens: &'t [Token<'t>],
    lang: Lang,
    /// The token where it begins, and the number that begins there.
    first: usize,
    number: &'t Option<(usize, Value)>,
}

impl<'t> Reader<'t> {
    fn word(self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &*token.form)
    }

    fn hash(self, at: usize) -> u64 {
        self.tokens.get(at).map_or(0, |token| token.hash)
    }

    fn back(self, at: usize, n: usize) -> &'t str {
        at.checked_sub(n).map_or("", |at| self.word(at))
    }

    fn english(self) -> bool {
        self.lang == Lang::English
    }

    /// A whole number without marks at token `at`.
    fn whole(self, at: usize) -> Option<(i32, u8)> {
        let digits = self.tokens.get(at)?.digits()?;
        let plain = !digits.grouped && digits.decimals == 0 && digits.whole <= 4;
        plain.then_some((digits.value as i32, digits.whole))
    }

    /// A day of the month at token `at`, as a numeral (*19*, *19th*, *19.*), and the token past it.
    fn day(self, at: usize) -> Option<(u8, usize)> {
        let (value, count) = self.whole(at)?;
        if !(1..=31).contains(&value) || count > 2 {
            return None;
        }
        let next = self.tokens.get(at + 1);
        let glued = next.filter(|t| !t.spaced);
        let tail =
            glued.is_some_and(|t| matches!(&*t.form, "st" | "nd" | "rd" | "th" | "er" | "º" | "ª"));
        let dot = !self.english() && glued.is_some_and(|t| t.sign() == Some('.'));
        Some((value as u8, if tail || dot { at + 2 } else { at + 1 }))
    }

    /// A year at token `at`.
    fn year(self, at: usize) -> Option<i32> {
        let (value, count) = self.whole(at)?;
        (count == 4 && YEARS.contains(&value)).then_some(value)
    }

    /// A month's name at token `at`, and the token past it. If the word has another meaning too (*may*, *march*, an
    /// abbreviation), only beside another part of a date.
    fn month(self, at: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at)?;
        if token.form.is_empty() || self.english() && !token.capital {
            return None;
        }
        let found = month(&token.form, self.lang)?;
        if !self.english() {
            return Some((found, at + 1));
        }
        let short = token.form.len() <= 4 && !matches!(&*token.form, "june" | "july" | "may");
        let dot = self
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.sign() == Some('.') && !t.spaced);
        let after = if short && dot { at + 2 } else { at + 1 };
        let beside = self.whole(after).is_some() || at > 0 && self.whole(at - 1).is_some();
        let led = has(List::BeforeMonth, self.back(at, 1))
            || at > 1
                && self
                    .tokens
                    .get(at - 1)
                    .is_some_and(|t| t.sign() == Some('-'))
                && self.back(at, 2) == "mid";
        let clear = match &*token.form {
            "may" | "march" => {
                let that = token.is("may") && self.back(at, 1) == "that";
                beside || led && !that && !matches!(self.back(at, 1), "of" | "by")
            }
            _ if short => beside || dot && led,
            _ => true,
        };
        clear.then_some((found, after))
    }

    fn weekday(self, at: usize) -> Option<(u8, usize)> {
        let token = self.tokens.get(at)?;
        if token.form.is_empty() || self.english() && !token.capital {
            return None;
        }
        let mut end = at + 1;
        if self.lang == Lang::Portuguese {
            let fair = self.tokens.get(end).is_some_and(|t| t.sign() == Some('-'))
                && self.word(end + 1) == "feira";
            if fair {
                let full = format!("{}-feira", token.form);
                end += 2;
                return weekday(&full, self.lang).map(|day| (day, end));
            }
        }
        weekday(&token.form, self.lang).map(|day| (day, end))
    }

    /// The middle of a date, without what leads to it: first token, token past its end.
    fn core(self, at: usize) -> Option<(usize, usize, Date, Option<Value>)> {
        let token = self.tokens.get(at)?;
        let glued = !token.spaced
            && at
                .checked_sub(1)
                .and_then(|i| self.tokens.get(i))
                .is_some_and(|t| {
                    !t.form.is_empty() || matches!(t.sign(), Some('$' | '€' | '£' | '¥' | '#'))
                });
        if glued {
            return None;
        }
        let plain = |end, date| Some((at, end, date, None));
        if let Some((day, end)) = self.weekday(at) {
            let date = Date {
                weekday: Some(day),
                ..Date::default()
            };
            return plain(end, date);
        }
        if let Some((month, after)) = self.month(at) {
            return self.after_month(at, month, after);
        }
        if let Some(found) = self.numeric(at) {
            return plain(found.0, found.1);
        }
        if let Some((minute, end)) = self.time(at) {
            return plain(
                end,
                Date {
                    minute: Some(minute),
                    ..Date::default()
                },
            );
        }
        if let Some((day, after)) = self.day(at) {
            // "19 June", "19th of June", "19 de junio", "3. Mai"
            let skip = if matches!(self.word(after), "of" | "de") {
                after + 1
            } else {
                after
            };
            if let Some((month, end)) = self.month(skip) {
                let mut from = Day {
                    month: Some(month),
                    day: Some(day),
                    year: None,
                };
                let end = self.year_after(&mut from, end);
                return plain(
                    end,
                    Date {
                        from,
                        ..Date::default()
                    },
                );
            }
        }
        if let Some(year) = self.year(at) {
            return self.after_year(at, year);
        }
        self.english().then(|| self.relative(at))?
    }

    /// *June 19, 2014*, *June 19*, *June of 2014*, *June*.
    fn after_month(
        self,
        at: usize,
        month: u8,
        after: usize,
    ) -> Option<(usize, usize, Date, Option<Value>)> {
        let mut from = Day {
            month: Some(month),
            ..Day::default()
        };
        let mut end = after;
        if let Some((day, next)) = self
            .day(after)
            .filter(|_| self.english() || self.lang == Lang::Hungarian)
        {
            // "May 10 million people": the numeral counts something.
            (from.day, end) = (Some(day), next);
        }
        end = self.year_after(&mut from, end);
        let mut date = Date {
            from,
            ..Date::default()
        };
        self.turn(at, &mut date);
        Some((at, end, date, None))
    }

    /// A year after a month or day, with what may stand between them.
    fn year_after(self, day: &mut Day, at: usize) -> usize {
        let comma = self.tokens.get(at).is_some_and(|t| t.sign() == Some(','));
        let skip = comma || matches!(self.word(at), "of" | "de" | "del");
        let next = if skip { at + 1 } else { at };
        match self.year(next) {
            Some(year) => {
                day.year = Some(year);
                next + 1
            }
            None => at,
        }
    }

    /// *last June*, *this June*: which one it is depends on the day of writing.
    fn turn(self, at: usize, date: &mut Date) {
        let by = match self.back(at, 1) {
            "last" => -1,
            "next" => 1,
            _ => return,
        };
        if date.from.year.is_none() && date.weekday.is_none() {
            date.relative = Some(Relative {
                unit: TimeUnit::Year,
                by: Some(by),
                from_now: true,
            });
        }
    }

    /// *2014-03-12*, *12.03.2014*, *3/12/2014*. Which of two small numbers is the month follows from the mark: with a
    /// slash, the month comes first in English if both are possible.
    fn numeric(self, at: usize) -> Option<(usize, Date)> {
        let (first, width) = self.whole(at)?;
        let mark = |i: usize| self.tokens.get(i).filter(|t| !t.spaced)?.sign();
        let sign = mark(at + 1).filter(|c| matches!(c, '-' | '.' | '/'))?;
        if mark(at + 3) != Some(sign) {
            return None;
        }
        let close = |i: usize| {
            self.tokens
                .get(i)
                .filter(|t| !t.spaced)
                .and_then(|_| self.whole(i))
        };
        let ((second, _), (third, wide)) = (close(at + 2)?, close(at + 4)?);
        let (year, month, day) = if width == 4 {
            (first, second, third)
        } else if wide == 4 || sign != '-' && wide == 2 {
            let year = if wide == 2 { 2000 + third } else { third };
            let swap = sign == '/' && self.english() && first <= 12;
            if swap {
                (year, first, second)
            } else {
                (year, second, first)
            }
        } else {
            return None;
        };
        let sound = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let from = Day {
            year: Some(year),
            month: Some(month as u8),
            day: Some(day as u8),
        };
        sound.then_some((
            at + 5,
            Date {
                from,
                ..Date::default()
            },
        ))
    }

    /// *5 p.m.*, *10:30*, *11.30am*, *noon*: minutes since midnight, and the token past it.
    fn time(self, at: usize) -> Option<(u16, usize)> {
        match self.word(at) {
            "noon" | "midday" if self.english() => return Some((720, at + 1)),
            "midnight" if self.english() => return Some((0, at + 1)),
            _ => {}
        }
        let digits = self.tokens.get(at)?.digits()?;
        if digits.grouped || digits.whole > 2 || !matches!(digits.decimals, 0 | 2) {
            return None;
        }
        let hour = digits.value.floor();
        let mut minute = ((digits.value - hour) * 100.0).round();
        let mut end = at + 1;
        let mut colon = false;
        if digits.decimals == 0
            && self
                .tokens
                .get(end)
                .is_some_and(|t| t.sign() == Some(':') && !t.spaced)
            && let Some((value, 2)) = self.whole(end + 1)
        {
            (minute, end, colon) = (f64::from(value), end + 2, true);
        }
        let sign = |i: usize| {
            self.tokens
                .get(i)
                .filter(|t| !t.spaced)
                .and_then(Token::sign)
        };
        let half = match self.word(end) {
            "am" | "pm" => Some((self.word(end) == "pm", end + 1)),
            "a" | "p" if sign(end + 1) == Some('.') && self.word(end + 2) == "m" => {
                let dot = usize::from(sign(end + 3) == Some('.'));
                Some((self.word(end) == "p", end + 3 + dot))
            }
            _ => None,
        };
        if hour > 24.0 || minute > 59.0 {
            return None;
        }
        let hours = match half {
            Some((_, after)) if hour > 12.0 => {
                end = after;
                hour
            }
            Some((late, after)) => {
                end = after;
                hour % 12.0 + if late { 12.0 } else { 0.0 }
            }
            None if self.word(end) == "o'clock" => {
                end += 1;
                hour
            }
            None if colon => hour,
            None if matches!(self.word(end), "uhr" | "heures") => {
                end += 1;
                hour
            }
            None => return None,
        };
        Some(((hours * 60.0 + minute) as u16 % 1440, end))
    }

    /// A year or a decade (*the 1990s*); `None` if it counts something (*2000 people*).
    fn after_year(self, at: usize, year: i32) -> Option<(usize, usize, Date, Option<Value>)> {
        let next = self.tokens.get(at + 1);
        let day = |year| Day {
            year: Some(year),
            ..Day::default()
        };
        if next.is_some_and(|t| !t.spaced && matches!(&*t.form, "s" | "'s" | "er")) {
            let to = Some(day(year + 9));
            return Some((
                at,
                at + 2,
                Date {
                    from: day(year),
                    to,
                    ..Date::default()
                },
                None,
            ));
        }
        let quote = next.is_some_and(|t| !t.spaced && matches!(t.sign(), Some('\'' | '\u{2019}')));
        if quote
            && self
                .tokens
                .get(at + 2)
                .is_some_and(|t| !t.spaced && t.is("s"))
            && year % 10 == 0
        {
            let to = Some(day(year + 9));
            return Some((
                at,
                at + 3,
                Date {
                    from: day(year),
                    to,
                    ..Date::default()
                },
                None,
            ));
        }
        if next.is_some_and(|t| !t.spaced && matches!(t.sign(), Some('%' | '€' | '$' | '£'))) {
            return None;
        }
        let led = has(List::BeforeYear, self.back(at, 1));
        let counts = next.is_some_and(|t| {
            let plural = t.form.ends_with('s') && !t.form.ends_with("'s") && t.form.len() > 3;
            let people = matches!(
                &*t.form,
                "people"
                    | "men"
                    | "women"
                    | "children"
                    | "million"
                    | "billion"
                    | "percent"
                    | "km"
                    | "feet"
                    | "tonnes"
            );
            t.spaced && !t.capital && (plural || people)
        });
        let about = matches!(
            self.back(at, 1),
            "about" | "some" | "than" | "around" | "nearly" | "over"
        );
        let unled = matches!(self.lang, Lang::Other) && self.tokens.len() > 1;
        if !led && (counts || about || unled)
            || led && counts && self.back(at, 1) != "in" && self.back(at, 1) != "since"
        {
            return None;
        }
        Some((
            at,
            at + 1,
            Date {
                from: day(year),
                ..Date::default()
            },
            None,
        ))
    }

    /// Relative dates, in English.
    fn relative(self, at: usize) -> Option<(usize, usize, Date, Option<Value>)> {
        let word = self.word(at);
        let now = |unit, by| {
            Some(Relative {
                unit,
                by,
                from_now: true,
            })
        };
        let plain = |end, date| Some((at, end, date, None));
        let day = |by| Date {
            relative: now(TimeUnit::Day, Some(by)),
            ..Date::default()
        };
        match word {
            "today" => return plain(at + 1, day(0)),
            "yesterday" => return plain(at + 1, day(-1)),
            "tomorrow" => return plain(at + 1, day(1)),
            "tonight" => {
                return plain(
                    at + 1,
                    Date {
                        part: Some(Part::Night),
                        ..day(0)
                    },
                );
            }
            _ => {}
        }
        if matches!(word, "this" | "last" | "next" | "past" | "that" | "same") {
            let by = match word {
                "this" => 0,
                "next" => 1,
                _ => -1,
            };
            let (next, hash) = (self.word(at + 1), self.hash(at + 1));
            let known = matches!(word, "this" | "last" | "next");
            if let Some(unit) =
                time_unit(hash).filter(|&u| u >= TimeUnit::Day && !next.ends_with('s'))
            {
                let from_now = matches!(word, "this" | "last" | "next" | "past");
                let by = from_now.then_some(by);
                let relative = Some(Relative { unit, by, from_now });
                return plain(
                    at + 2,
                    Date {
                        relative,
                        ..Date::default()
                    },
                );
            }
            if let Some(part) = part(hash).filter(|_| known) {
                let by = if word == "last" { -1 } else { 0 };
                return plain(
                    at + 2,
                    Date {
                        part: Some(part),
                        ..day(by)
                    },
                );
            }
            if let Some(season) = season(hash).filter(|_| known) {
                let relative = now(TimeUnit::Year, Some(by));
                return plain(
                    at + 2,
                    Date {
                        season: Some(season),
                        relative,
                        ..Date::default()
                    },
                );
            }
            if let Some((weekday, end)) = self.weekday(at + 1) {
                return plain(
                    end,
                    Date {
                        weekday: Some(weekday),
                        ..Date::default()
                    },
                );
            }
            if (word == "last" || word == "next" || word == "this" || word == "that")
                && let Some((month, after)) = self.month(at + 1)
            {
                let (_, end, mut date, _) = self.after_month(at + 1, month, after)?;
                if word == "this" {
                    date.relative = now(TimeUnit::Year, Some(0));
                }
                return plain(end, date);
            }
        }
        if let Some(season) = season(self.hash(at))
            && (matches!(self.word(at + 1), "of") && self.year(at + 2).is_some()
                || self.year(at + 1).is_some())
        {
            let end = if self.word(at + 1) == "of" {
                at + 2
            } else {
                at + 1
            };
            let from = Day {
                year: self.year(end),
                ..Day::default()
            };
            return plain(
                end + 1,
                Date {
                    from,
                    season: Some(season),
                    ..Date::default()
                },
            );
        }
        if let Some(season) = season(self.hash(at))
            && (self.back(at, 1) == "the"
                && matches!(self.back(at, 2), "in" | "during" | "since" | "until" | "by")
                || self.back(at, 1) == "in" && word != "fall")
        {
            return plain(
                at + 1,
                Date {
                    season: Some(season),
                    ..Date::default()
                },
            );
        }
        if let Some(found) = part(self.hash(at))
            && self.back(at, 1) == "the"
            && matches!(self.back(at, 2), "in" | "during" | "on")
        {
            return plain(
                at + 1,
                Date {
                    part: Some(found),
                    ..Date::default()
                },
            );
        }
        self.distance(at)
    }

    /// *three weeks ago*, *a day after*, *weeks later*, *two years earlier*.
    fn distance(self, at: usize) -> Option<(usize, usize, Date, Option<Value>)> {
        let article = matches!(self.word(at), "a" | "an");
        let (end, unit, by, inside) = if article || time_unit(self.hash(at)).is_some() {
            let next = if article { at + 1 } else { at };
            let unit = time_unit(self.hash(next))?;
            (next + 1, unit, article.then_some(1), None)
        } else {
            let token = self.tokens.get(at)?;
            if token.digits().is_none() && token.form.is_empty() || ordinal(&token.form).is_some() {
                return None;
            }
            let number = match at == self.first {
                true => *self.number,
                false => number_at(self.tokens, at, self.lang),
            };
            let (end, value) = number?;
            let number = value.number()?;
            let Unit::Time(unit) = number.unit else {
                return None;
            };
            let by =
                (number.low == number.high && number.low.abs() < 1e6).then_some(number.low as i32);
            (end, unit, by, Some(value))
        };
        if unit < TimeUnit::Hour {
            return None;
        }
        let (after, past, from_now) = match self.word(end) {
            "ago" => (end + 1, true, true),
            "earlier" | "previously" => (end + 1, true, false),
            "before" => (end + 1, true, false),
            "later" => (end + 1, false, false),
            "after" => (end + 1, false, false),
            _ => return None,
        };
        let by = by.map(|by| if past { -by } else { by });
        let relative = Some(Relative { unit, by, from_now });
        Some((
            at,
            after,
            Date {
                relative,
                ..Date::default()
            },
            inside,
        ))
    }

    /// The second end of a range: *from 1996 to 2007*, *2007-2014*, *June 3-5*, *between 2007 and 2014*.
    fn range(self, date: &mut Date, end: usize) -> usize {
        let day = date.from;
        let told = day.year.is_some() || day.month.is_some();
        if !told || date.to.is_some() {
            return end;
        }
        let Some(link) = self.tokens.get(end) else {
            return end;
        };
        let dash = matches!(link.sign(), Some('-' | '–' | '—')) && !link.spaced;
        let joins = dash
            || matches!(
                &*link.form,
                "to" | "through" | "until" | "till" | "bis" | "a" | "al" | "à" | "and"
            );
        if !joins {
            return end;
        }
        let bare = day.month.is_none();
        if bare
            && let Some(year) = self.year(end + 1)
            && day.year.is_some_and(|first| first < year)
            && (link.form != "and" || year > 0)
        {
            date.to = Some(Day {
                year: Some(year),
                ..Day::default()
            });
            return end + 2;
        }
        // "2007-14"
        if bare
            && dash
            && let (Some(first), Some((short, 2))) = (day.year, self.whole(end + 1))
        {
            let year = first - first % 100 + short;
            if first < year {
                date.to = Some(Day {
                    year: Some(year),
                    ..Day::default()
                });
                return end + 2;
            }
        }
        if day.day.is_some()
            && dash
            && self.english()
            && let Some((last, after)) = self.day(end + 1)
            && day.day < Some(last)
        {
            let mut to = Day {
                day: Some(last),
                ..day
            };
            let end = self.year_after(&mut to, after);
            date.from.year = to.year;
            date.to = Some(to);
            return end;
        }
        if link.form != "and"
            && link.form != "a"
            && let Some((month, after)) = self.month(end + 1)
            && day.month.is_some()
        {
            let mut to = Day {
                month: Some(month),
                ..Day::default()
            };
            let mut end = after;
            if let Some((last, next)) = self.day(after).filter(|_| self.english()) {
                (to.day, end) = (Some(last), next);
            }
            let end = self.year_after(&mut to, end);
            date.to = Some(to);
            return end;
        }
        end
    }

    /// What follows and narrows a date: *Friday afternoon*, *Friday at 5 p.m.*, *Friday, June 19*,
    /// *yesterday morning*.
    fn more(self, date: &mut Date, end: usize) -> usize {
        let mut end = end;
        for _ in 0..4 {
            let comma = self.tokens.get(end).is_some_and(|t| t.sign() == Some(','));
            let at = if comma || matches!(self.word(end), "at" | "on" | "um") {
                end + 1
            } else {
                end
            };
            if self.english()
                && let Some(found) = part(self.hash(end)).filter(|_| date.part.is_none())
            {
                (date.part, end) = (Some(found), end + 1);
            } else if let Some((minute, after)) = self.time(at).filter(|_| date.minute.is_none()) {
                (date.minute, end) = (Some(minute), after);
                if matches!(self.word(end), "eastern" | "pacific" | "central" | "local")
                    && self.word(end + 1) == "time"
                {
                    end += 2;
                }
            } else if date.weekday.is_some()
                && date.from == Day::default()
                && let Some((_, after, next, None)) =
                    self.core(at).filter(|found| found.2.from != Day::default())
                && (next.from.month.is_some() || !comma)
            {
                (date.from, date.to, end) = (next.from, next.to, after);
            } else if date.minute.is_some()
                && date.weekday.is_none()
                && date.from == Day::default()
                && let Some((weekday, after)) = self.weekday(at)
            {
                (date.weekday, end) = (Some(weekday), after);
            } else {
                break;
            }
        }
        end
    }

    /// The words before a date: *late Friday*, *since 2010*, *mid-June*, *earlier this year*, *the*; and the first of
    /// its tokens.
    fn before(self, at: usize) -> (Edge, usize) {
        let mut start = at;
        let back = |start: usize| self.back(start, 1);
        if self.english() {
            let dash = start > 1
                && self
                    .tokens
                    .get(start - 1)
                    .is_some_and(|t| t.sign() == Some('-'));
            if dash && matches!(self.back(start, 2), "mid" | "early" | "late") {
                start -= 2;
            }
            if matches!(back(start), "last" | "next") {
                start -= 1;
            }
            while start > 0 && matches!(back(start), "late" | "early" | "earlier" | "later" | "mid")
            {
                start -= 1;
            }
        }
        let edge = match back(start) {
            "before" | "until" | "till" | "by" | "vor" | "bis" | "avant" => Edge::Before,
            "after" | "since" | "nach" | "seit" | "depuis" => Edge::After,
            _ => Edge::On,
        };
        if edge != Edge::On {
            start -= 1;
        }
        (edge, start)
    }
}

/// Whether a date can begin with this word of another language than English.
pub(super) fn can_begin(word: &str, lang: Lang) -> bool {
    // The first half of "segunda-feira".
    let fair = lang == Lang::Portuguese && weekday(&format!("{word}-feira"), lang).is_some();
    fair || month(word, lang).is_some() || weekday(word, lang).is_some()
}

fn part(hash: u64) -> Option<Part> {
    const PARTS: [Part; 4] = [Part::Morning, Part::Afternoon, Part::Evening, Part::Night];
    PARTS.get(place_of(List::Parts, hash)?).copied()
}

fn season(hash: u64) -> Option<u8> {
    let place = place_of(List::Seasons, hash)?;
    Some(if place < 4 { place as u8 + 1 } else { 3 })
}
