//! Whether two values can be the same. Reports round, and give dates with different precision; what is compatible is
//! not a contradiction. All tolerances are here.

use super::{Date, Day, Limit, Number, Part, TimeUnit, Unit};

/// How two values of one thing relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Likeness {
    /// They cannot both be true.
    Differs,
    /// They can both be true: one is coarser, or they share a part.
    Overlaps,
    /// They say the same.
    Same,
}

/// *About* allows a tenth on either side.
const ABOUT: f64 = 0.1;
/// *Nearly* allows a tenth below, *more than* a half above: beyond that another figure would have been
/// named.
const OVER: f64 = 1.5;

/// A rounded figure is this near to the real one, however round it is.
const ROUNDED: f64 = 0.05;

/// How two numbers relate; `None` if their units cannot be compared.
pub(super) fn numbers(one: &Number, other: &Number) -> Option<Likeness> {
    let (one, other) = in_one_unit(*one, *other)?;
    if let (Unit::Money(x), Unit::Money(y)) = (one.unit, other.unit)
        && x != y
    {
        return Some(Likeness::Differs);
    }
    let equal = close(one.low, other.low) && close(one.high, other.high);
    if equal {
        let same = one.limit == other.limit && one.vague == other.vague && one.unit == other.unit;
        return Some(if same {
            Likeness::Same
        } else {
            Likeness::Overlaps
        });
    }
    // Two ranges that have one end in common differ in the other.
    let ranges = one.low < one.high && other.low < other.high && !one.vague && !other.vague;
    let is_end = |x: f64| close(x, other.low) || close(x, other.high);
    if ranges && (is_end(one.low) || is_end(one.high)) {
        return Some(Likeness::Differs);
    }
    let meet = if one.limit == other.limit && !matches!(one.limit, Limit::About) {
        // Both are bounded in the same way, so the figures themselves are compared.
        meets(one, other, (one.low, one.high), (other.low, other.high))
    } else {
        meets(one, other, bounds(&one), bounds(&other))
    };
    Some(if meet {
        Likeness::Overlaps
    } else {
        Likeness::Differs
    })
}

fn close(x: f64, y: f64) -> bool {
    (x - y).abs() <= 1e-9 * x.abs().max(y.abs())
}

/// Both numbers in one unit: a share as hundredths, days as weeks, an age beside a bare number.
fn in_one_unit(one: Number, other: Number) -> Option<(Number, Number)> {
    // A share is a round word for a figure: a third is said of 31 percent, and of 35.
    let hundredths = |n: Number| Number {
        low: n.low * 100.0,
        high: n.high * 100.0,
        step: n.step * 100.0,
        unit: Unit::Percent,
        limit: Limit::About,
        ..n
    };
    match (one.unit, other.unit) {
        (x, y) if x == y => Some((one, other)),
        (Unit::Money(_), Unit::Money(_)) => Some((one, other)),
        (Unit::Share, Unit::Percent) => Some((hundredths(one), other)),
        (Unit::Percent, Unit::Share) => Some((one, hundredths(other))),
        (Unit::Age, Unit::Count) | (Unit::Count, Unit::Age) => Some((one, other)),
        (Unit::Age, Unit::Time(TimeUnit::Year)) | (Unit::Time(TimeUnit::Year), Unit::Age) => {
            Some((one, other))
        }
        (Unit::Time(x), Unit::Time(y)) => Some((in_hours(one, x), in_hours(other, y))),
        _ => None,
    }
}

fn in_hours(number: Number, unit: TimeUnit) -> Number {
    let hours = match unit {
        TimeUnit::Second => 1.0 / 3600.0,
        TimeUnit::Minute => 1.0 / 60.0,
        TimeUnit::Hour => 1.0,
        TimeUnit::Day => 24.0,
        TimeUnit::Week => 168.0,
        TimeUnit::Month => 730.5,
        TimeUnit::Year => 8766.0,
        TimeUnit::Decade => 87_660.0,
        TimeUnit::Century => 876_600.0,
    };
    // In another unit a length of time is rounded: eighteen months are "a year and a half".
    Number {
        low: number.low * hours,
        high: number.high * hours,
        step: number.step.max(0.5) * hours,
        unit: Unit::Time(TimeUnit::Hour),
        ..number
    }
}

/// The range of values that a number can mean.
fn bounds(number: &Number) -> (f64, f64) {
    let (low, high) = (number.low, number.high);
    let (low, high) = if low < 0.0 { (high, low) } else { (low, high) };
    let (low, high) = match number.limit {
        Limit::Exact => (low, high),
        Limit::About => (low * (1.0 - ABOUT), high * (1.0 + ABOUT)),
        Limit::Over => (low, high * OVER),
        Limit::Nearly => (low * (1.0 - ABOUT), high),
        Limit::Under => (0.0, high),
    };
    if low <= high {
        (low, high)
    } else {
        (high, low)
    }
}

/// Whether two ranges share a value, or one figure is the other rounded.
fn meets(one: Number, other: Number, x: (f64, f64), y: (f64, f64)) -> bool {
    if x.0 <= y.1 && y.0 <= x.1 {
        return true;
    }
    rounds(one, other, x, y) || rounds(other, one, y, x)
}

/// Whether `coarse` is `fine` rounded: it lies within half a step of it, the step is a thousand times
/// coarser or the figure is written with a scale word or in large round numbers (*1.4 billion* for 1.375
/// billion; *800,000* for 799,432). Small counts are never rounded: 30 and 32 people differ.
fn rounds(coarse: Number, fine: Number, x: (f64, f64), y: (f64, f64)) -> bool {
    let distance = if x.1 < y.0 { y.0 - x.1 } else { x.0 - y.1 };
    let written = coarse.step >= 1000.0 || coarse.step < 1.0 && coarse.unit != Unit::Ordinal;
    // "61%" for 61.4 percent: what has decimals was measured and not counted.
    let written = written || fine.step < 1.0 && coarse.step == 1.0 && coarse.unit != Unit::Ordinal;
    let near = distance <= ROUNDED * coarse.low.abs().max(coarse.high.abs());
    written && fine.step < coarse.step && near && distance <= coarse.step / 2.0 * (1.0 + 1e-9)
}

/// How two dates relate. What only one has is not a contradiction, nor is a weekday beside a day of the month, unless
/// the calendar days of both are known.
pub(super) fn dates(one: &Date, other: &Date) -> Likeness {
    if let (Some(x), Some(y)) = (&one.real, &other.real)
        && (one.to.is_none() || other.to.is_none())
    {
        if !x.meets(y) {
            return Likeness::Differs;
        }
        if differ(one.minute, other.minute) || parts(one, other) {
            return Likeness::Differs;
        }
        let alike = one.part == other.part && one.minute == other.minute;
        return if x.same(y) && alike {
            Likeness::Same
        } else {
            Likeness::Overlaps
        };
    }
    let told = |date: &Date| Date {
        real: None,
        ..*date
    };
    if told(one) == told(other) {
        return Likeness::Same;
    }
    let clash = differ(one.weekday, other.weekday)
        || differ(one.season, other.season)
        || differ(one.minute, other.minute)
        || parts(one, other)
        || days(one, other)
        || seasons(one, other)
        || seasons(other, one)
        || relatives(one, other);
    if clash && edges(one, other) {
        return Likeness::Differs;
    }
    Likeness::Overlaps
}

/// Whether both are given and are not equal.
fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_some() && other.is_some() && one != other
}

/// Whether two dates with these edges can contradict each other: *since 2010* and *in 2012* can both hold.
fn edges(one: &Date, other: &Date) -> bool {
    one.edge == other.edge || one.weekday.is_some() && other.weekday.is_some()
}

/// Parts of the day that exclude each other: evening and night do not, and a time tells its part.
fn parts(one: &Date, other: &Date) -> bool {
    let part = |date: &Date| {
        let by_time = date.minute.map(|minute| minute / 60);
        match date.part {
            Some(Part::Morning) => Some((4, 12)),
            Some(Part::Noon) => Some((11, 14)),
            Some(Part::Afternoon) => Some((12, 19)),
            Some(Part::Evening) => Some((16, 24)),
            Some(Part::Night) => Some((17, 30)),
            None => by_time.map(|hour| (hour, hour + 1)),
        }
    };
    match (part(one), part(other)) {
        (Some(x), Some(y)) => {
            let meet = |x: (u16, u16), y: (u16, u16)| x.0 < y.1 && y.0 < x.1;
            !(meet(x, y) || meet((x.0 + 24, x.1 + 24), y) || meet(x, (y.0 + 24, y.1 + 24)))
        }
        _ => false,
    }
}

/// Whether the calendar days exclude each other.
fn days(one: &Date, other: &Date) -> bool {
    if one.to.is_none() && other.to.is_none() {
        let (x, y) = (one.from, other.from);
        return differ(x.year, y.year) || differ(x.month, y.month) || differ(x.day, y.day);
    }
    let ends = |date: &Date| (date.from, date.to.unwrap_or(date.from));
    let ((x, x_end), (y, y_end)) = (ends(one), ends(other));
    let past = |end: Day, start: Day| match (end.year, start.year, end.month, start.month) {
        (Some(e), Some(s), _, _) if e != s => e < s,
        (_, _, Some(e), Some(s)) if e != s => e < s,
        (_, _, Some(_), Some(_)) => matches!((end.day, start.day), (Some(e), Some(s)) if e < s),
        _ => false,
    };
    if past(x_end, y) || past(y_end, x) {
        return true;
    }
    // Two ranges of years that are not the same differ.
    let both = one.to.is_some() && other.to.is_some();
    both && (differ(x.year, y.year) || differ(x_end.year, y_end.year))
}

/// Whether a season excludes a month.
fn seasons(one: &Date, other: &Date) -> bool {
    match (one.season, other.from.month) {
        (Some(season), Some(month)) => {
            let first = (season * 3) % 12;
            // With a tolerance of a month on either side: spring begins in March or in April.
            (month + 12 - first + 1) % 12 > 4
        }
        _ => false,
    }
}

/// Whether two distances exclude each other: both from an event, or from the day of writing, in one
/// unit. Two articles may be a day or two apart, so only what no such gap explains does.
fn relatives(one: &Date, other: &Date) -> bool {
    let (Some(x), Some(y)) = (one.relative, other.relative) else {
        return false;
    };
    let (Some(n), Some(m)) = (x.by, y.by) else {
        return false;
    };
    if x.unit != y.unit || x.from_now != y.from_now || n == m {
        return false;
    }
    if x.from_now && x.unit <= TimeUnit::Week {
        return (n - m).abs() > 2;
    }
    true
}
