//! How far two articles are apart in time, as far as their dates say.

use crate::words::count_spelled;

/// From this number of days on, months are counted; from this number of months on, years.
const DAYS: u32 = 45;
const MONTHS: u32 = 24;

/// How far two dates are apart: "three days apart", "about eight years apart", "of the same month". Both are `YYYY`, `YYYY-MM` or
/// `YYYY-MM-DD`; `None` for anything else.
pub fn apart(one: &str, other: &str) -> Option<String> {
    let [one, other] = [one, other].map(parts);
    let (one, other) = (one?, other?);
    let apart = |number: u32, unit: &str, units: &str| {
        let about = if unit == "day" { "" } else { "about " };
        format!("{about}{} apart", count_spelled(number, unit, units))
    };
    let years = one.0.abs_diff(other.0);
    let Some((month, other_month)) = one.1.zip(other.1) else {
        return Some(match years {
            0 => "of the same year".to_owned(),
            _ => apart(years, "year", "years"),
        });
    };
    let months = (one.0 * 12 + month).abs_diff(other.0 * 12 + other_month);
    let days = (one.2).zip(other.2).map(|(day, other_day)| {
        number(one.0, month, day).abs_diff(number(other.0, other_month, other_day))
    });
    Some(match (days, months) {
        (Some(0), _) => "of the same day".to_owned(),
        (Some(days), _) if days < DAYS => apart(days, "day", "days"),
        (_, 0) => "of the same month".to_owned(),
        (_, months) if months < MONTHS => apart(months, "month", "months"),
        (_, months) => apart((months + 6) / 12, "year", "years"),
    })
}

/// Year, month and day, as far as given.
fn parts(date: &str) -> Option<(u32, Option<u32>, Option<u32>)> {
    let mut parts = date.split('-');
    let mut next = |most: u32| -> Option<Option<u32>> {
        let Some(part) = parts.next() else {
            return Some(None);
        };
        let number: u32 = part.parse().ok()?;
        (number <= most).then_some(Some(number))
    };
    let (year, month, day) = (next(9999)??, next(12)?, next(31)?);
    Some((year, month, day))
}

/// The number of a day: those of two days are as far apart as the days are.
/// <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>
fn number(year: u32, month: u32, day: u32) -> u32 {
    // Years begin with March, so that the day that comes every fourth year is the last. They repeat after 400.
    let year = year + 400 - u32::from(month <= 2);
    let month = (month + 9) % 12;
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn dates_lie_apart() {
        for (one, other, expected) in [
            ("2014-05-30", "2014-05-30", "of the same day"),
            ("2014-05-30", "2014-06-02", "three days apart"),
            ("2016-02-28", "2016-03-01", "two days apart"),
            ("2015-12-31", "2016-01-01", "one day apart"),
            ("2014-04", "2014-04-30", "of the same month"),
            ("2014-04-01", "2014-07-01", "about three months apart"),
            ("2014-04", "2022-02", "about eight years apart"),
            ("2014-04", "2022", "about eight years apart"),
            ("2014", "2014-04", "of the same year"),
            ("2021", "2022-01-03", "about one year apart"),
        ] {
            assert_eq!(
                apart(one, other).as_deref(),
                Some(expected),
                "{one}, {other}"
            );
            assert_eq!(
                apart(other, one).as_deref(),
                Some(expected),
                "{other}, {one}"
            );
        }
        for (one, other) in [
            ("", "2014"),
            ("May", "2014"),
            ("2014-13", "2014"),
            ("2014-", "2014"),
        ] {
            assert_eq!(apart(one, other), None, "{one}, {other}");
        }
    }
}
