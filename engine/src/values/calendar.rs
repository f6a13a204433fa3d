//! Calendar days: what a date means once it is known when its article was written. Only then can *Friday*,
//! *yesterday* and *June 19* of two reports be compared. A date with its year is a calendar day by itself. There is
//! no clock here: the day of writing comes with the text.

use super::{Date, Day, Edge, TimeUnit};

/// Days that follow each other, each as its number from 1 January 1970 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first.
    pub first: i32,
    /// The last, which may be the first.
    pub last: i32,
}

/// The calendar days of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Real {
    /// The days that it most probably means.
    pub days: Days,
    /// Other days that it may mean: the coming *Friday*, if its sentence is about the future.
    pub or: Option<Days>,
}

/// What the words around a date say about its place in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Turn {
    /// *Last Friday.*
    pub last: bool,
    /// *Next Friday.*
    pub next: bool,
    /// The sentence is about the future.
    pub coming: bool,
    /// *Two weeks ago*, counted from the day of writing and not by calendar weeks.
    pub ago: bool,
}

impl Days {
    fn one(day: i32) -> Days {
        Days {
            first: day,
            last: day,
        }
    }

    fn moved(self, by: i32) -> Days {
        Days {
            first: self.first.saturating_add(by),
            last: self.last.saturating_add(by),
        }
    }

    /// Both and the days between them.
    fn with(self, other: Days) -> Days {
        Days {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }

    fn meets(self, other: Days) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    fn apart(self, other: Days) -> i32 {
        (self.first - other.last)
            .max(other.first - self.last)
            .max(0)
    }

    fn is_one(self) -> bool {
        self.first == self.last
    }
}

impl Real {
    fn of(days: Days) -> Option<Real> {
        Some(Real { days, or: None })
    }

    /// Whether both can be the same time.
    pub(super) fn meets(&self, other: &Real) -> bool {
        let mine = [Some(self.days), self.or];
        let theirs = [Some(other.days), other.or];
        mine.into_iter()
            .flatten()
            .any(|x| theirs.into_iter().flatten().any(|y| x.meets(y)))
    }

    /// Whether both are the same time, by their most probable days.
    pub(super) fn same(&self, other: &Real) -> bool {
        self.days == other.days
    }

    /// Whether it is a single day.
    pub(crate) fn is_day(&self) -> bool {
        self.days.is_one()
    }
}

impl Day {
    /// The day that `YYYY-MM-DD`, `YYYY-MM` or `YYYY` names, ignoring a `T` and what follows; `None` for other text,
    /// or an impossible day.
    ///
    /// ```
    /// use crossread_engine::values::Day;
    ///
    /// assert_eq!(Day::from_iso("2014-05").unwrap().month, Some(5));
    /// assert_eq!(Day::from_iso("2014-02-30"), None);
    /// ```
    pub fn from_iso(text: &str) -> Option<Day> {
        let text = text.split('T').next()?;
        let mut parts = text.split('-');
        let mut next = |digits: usize| match parts.next() {
            None => Some(None),
            Some(part) => {
                let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
                let value = part
                    .bytes()
                    .fold(0, |sum, b| sum * 10 + i32::from(b - b'0'));
                plain.then_some(Some(value))
            }
        };
        let (year, month, day) = (next(4)??, next(2)?, next(2)?);
        let sound = match (month, day) {
            (None, _) => true,
            (Some(month), day) => {
                (1..=12).contains(&month)
                    && day.is_none_or(|day| (1..=length(year, month)).contains(&day))
            }
        };
        let small = |value: Option<i32>| value.map(|value| value as u8);
        (sound && parts.next().is_none()).then_some(Day {
            year: Some(year),
            month: small(month),
            day: small(day),
        })
    }

    /// Its days, if its year is known.
    fn days(self) -> Option<Days> {
        let year = self.year?;
        Some(match (self.month.map(i32::from), self.day.map(i32::from)) {
            (None, _) => Days {
                first: number(year, 1, 1),
                last: number(year, 12, 31),
            },
            (Some(month), None) => Days {
                first: number(year, month, 1),
                last: number(year, month, length(year, month)),
            },
            (Some(month), Some(day)) => Days::one(number(year, month, day)),
        })
    }
}

/// How many days the month has.
fn length(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The number of a day from 1 January 1970 on (Hinnant's `days_from_civil`, with years that begin in March).
fn number(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day of the week, from Monday as 1.
fn weekday(day: i32) -> i32 {
    (day + 3).rem_euclid(7) + 1
}

/// From this distance on, in days, two times are so far from the day of writing that either may be meant.
const FAR: i32 = 120;

/// The calendar days of a date in an article that was written at `written`; `None` if they are not known.
pub(crate) fn real(date: &Date, written: Option<Day>, turn: Turn) -> Option<Real> {
    if date.edge != Edge::On {
        return None;
    }
    if let Some(to) = date.to {
        let to = Day {
            year: to.year.or(date.from.year),
            ..to
        };
        let from = Day {
            year: date.from.year.or(to.year),
            ..date.from
        };
        return Real::of(from.days()?.with(to.days()?));
    }
    if date.season.is_some() {
        return None;
    }
    if date.from.year.is_some() {
        return Real::of(date.from.days()?);
    }
    let written = written?;
    let then = written.days()?;
    if date.from.month.is_some() {
        return of_month(date, written.year?, then);
    }
    if let Some(relative) = date.relative {
        return if relative.from_now {
            distant(relative.unit, relative.by?, written, turn)
        } else {
            None
        };
    }
    let wanted = i32::from(date.weekday?);
    if !then.is_one() {
        return None;
    }
    let today = then.first;
    let back = today - (weekday(today) - wanted).rem_euclid(7);
    let days = |day| Days::one(day);
    Some(match turn {
        Turn { last: true, .. } if back == today => Real {
            days: days(back - 7),
            or: None,
        },
        Turn { next: true, .. } => Real {
            days: days(back + 7),
            or: Some(days(back + 14)),
        },
        Turn { coming: true, .. } => Real {
            days: days(back),
            or: Some(days(back + 7)),
        },
        _ => Real {
            days: days(back),
            or: None,
        },
    })
}

/// A month, or a day of it, without its year: the nearest one, and the second nearest if that is hardly farther;
/// *last June* is in the past.
fn of_month(date: &Date, year: i32, then: Days) -> Option<Real> {
    let at = |by: i32| {
        Day {
            year: Some(year + by),
            ..date.from
        }
        .days()
    };
    let of_three = || (-1..=1).filter_map(at);
    let by = date
        .relative
        .filter(|r| r.unit == TimeUnit::Year)
        .and_then(|r| r.by);
    match by {
        Some(-1) => return Real::of(of_three().rfind(|days| days.last < then.first)?),
        Some(1) => return Real::of(of_three().find(|days| days.first > then.last)?),
        Some(0) => return Real::of(at(0)?),
        _ => {}
    }
    let nearest = of_three().min_by_key(|days| days.apart(then))?;
    let mut others = of_three().filter(|days| *days != nearest);
    let or = others.find(|days| days.apart(then) - nearest.apart(then) < FAR);
    Some(Real { days: nearest, or })
}

/// A date given by its distance from the day of writing.
fn distant(unit: TimeUnit, by: i32, written: Day, turn: Turn) -> Option<Real> {
    let then = written.days()?;
    if by.abs() > 4000 {
        return None;
    }
    Real::of(match unit {
        TimeUnit::Day => then.moved(by),
        TimeUnit::Week => {
            // By calendar weeks, which begin on Sunday for some and on Monday for others, or seven days to the day.
            let counted = then.moved(7 * by);
            let week = Days {
                first: counted.first - weekday(counted.first) % 7,
                last: counted.last + 7 - weekday(counted.last),
            };
            let about = Days {
                first: counted.first - 3,
                last: counted.last + 3,
            };
            if turn.ago { about } else { week.with(about) }
        }
        TimeUnit::Month => {
            let month = written.year? * 12 + i32::from(written.month?) - 1 + by;
            let day = Day {
                year: Some(month.div_euclid(12)),
                month: Some(month.rem_euclid(12) as u8 + 1),
                day: None,
            };
            let whole = day.days()?;
            if turn.ago {
                Days {
                    first: whole.first - 15,
                    last: whole.last + 15,
                }
            } else {
                whole
            }
        }
        TimeUnit::Year => {
            let whole = Day {
                year: Some(written.year? + by),
                ..Day::default()
            };
            let whole = whole.days()?;
            if turn.ago {
                Days {
                    first: whole.first - 180,
                    last: whole.last + 180,
                }
            } else {
                whole
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::values::{Value, begins, dated, tokens::tokens};

    #[test]
    fn days_are_numbered_as_the_calendar_has_them() {
        assert_eq!(number(1970, 1, 1), 0);
        assert_eq!(number(2000, 3, 1), 11_017);
        assert_eq!(number(1969, 12, 31), -1);
        assert_eq!(weekday(0), 4);
        let mut day = number(1896, 1, 1);
        for year in 1896..2104 {
            for month in 1..=12 {
                for of_month in 1..=length(year, month) {
                    assert_eq!(number(year, month, of_month), day);
                    day += 1;
                }
            }
        }
    }

    fn found(text: &str, written: Option<Day>) -> Vec<Value> {
        let (tokens, lang) = (tokens(text, Lang::English), Lang::English);
        dated(&tokens, lang, written, &|at| begins(&tokens[at], lang))
    }

    /// A sentence, the day it was written, and the days that its first date means.
    #[test]
    fn a_date_means_real_days_by_the_day_of_writing() {
        for (text, written, wanted) in [
            ("He left on Friday.", "2014-05-31", "2014-05-30"),
            ("He left on Friday.", "2014-05-30", "2014-05-30"),
            ("He left last Friday.", "2014-05-30", "2014-05-23"),
            ("He left yesterday.", "2014-03-01", "2014-02-28"),
            ("He left on June 19.", "2014-06-20", "2014-06-19"),
            ("He left on December 30.", "2015-01-02", "2014-12-30"),
            ("He left last June.", "2014-05", "2013-06"),
            ("He left in January.", "2014-05", "2014-01"),
            ("He left last year.", "2014-05", "2013"),
            ("He left last month.", "2014-01-05", "2013-12"),
            ("He left on March 3, 2011.", "", "2011-03-03"),
            ("He left on Friday.", "2014-05", ""),
            ("He left on Friday.", "", ""),
            ("He left a day later.", "2014-05-30", ""),
        ] {
            let found = found(text, Day::from_iso(written));
            let real = found[0].date().unwrap().real.map(|real| real.days);
            let wanted = Day::from_iso(wanted).and_then(Day::days);
            assert_eq!(real, wanted, "{text} {written}");
        }
    }

    #[test]
    fn a_week_reaches_as_far_as_anybody_counts_it() {
        let written = Day::from_iso("2014-06-04");
        let days = |text| {
            let found = found(text, written);
            found[0].date().unwrap().real.unwrap().days
        };
        let week = days("It rained last week.");
        assert!(week.meets(days("on May 25")) && week.meets(days("on June 1")));
        assert!(!week.meets(days("on June 2")) && !week.meets(days("on May 24")));
    }
}
