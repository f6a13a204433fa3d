//! Compares numbers and dates of two sentences if they are values of the same thing.

use crate::Span;
use crate::values::{Date, Likeness, Limit, TimeUnit, Unit, Value, What};

use super::pairing::{Paired, Pairing};
use super::said::{Item, Said, Source};
use super::{Fact, Relation, Slot, attribution};

/// From this strength on, two values that differ are values of the same thing.
const SAME_THING: f64 = 2.3;
/// From this strength on, two dates that share no field are.
const SAME_DATE: f64 = 1.2;

/// Finds them.
pub(super) fn facts(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    for slot in [Slot::Number, Slot::Date] {
        let of = |said: &Said<'_>| -> Vec<(Item, Value)> {
            let fits =
                |value: &Value| matches!(value.what, What::Number(_)) == (slot == Slot::Number);
            said.values
                .iter()
                .filter(|(_, value)| fits(value))
                .copied()
                .collect()
        };
        let (a, b) = (of(pairing.a), of(pairing.b));
        let Paired {
            pairs,
            rest_a,
            rest_b,
        } = pairing.pairs(a.len(), b.len(), &|i, j| judge(pairing, &a[i], &b[j]));
        let mut pairs = pairs;
        let (mut rest_a, mut rest_b) = (rest_a, rest_b);
        if let (&[i], &[j]) = (&rest_a[..], &rest_b[..]) {
            let listed = |&(k, _, relation): &(usize, usize, Relation)| {
                relation == Relation::Same && in_one_list(&a[i].1, &b[j].1, &a[k].1)
            };
            if pairing.tells_the_same() && pairs.iter().any(listed) {
                pairs.push((i, j, Relation::Differs));
                (rest_a, rest_b) = (Vec::new(), Vec::new());
            }
        }
        for (i, j, relation) in pairs {
            let (x, y) = (pairing.a.moved(&a[i].1), pairing.b.moved(&b[j].1));
            out.push(Fact {
                values: (Some(x), Some(y)),
                ..Fact::of(slot, relation, Some(x.span), Some(y.span))
            });
        }
        for i in rest_a.into_iter().filter(|&i| telling(&a[i].1)) {
            let x = pairing.a.moved(&a[i].1);
            out.push(Fact {
                values: (Some(x), None),
                ..Fact::of(slot, Relation::OnlyA, Some(x.span), None)
            });
        }
        for j in rest_b.into_iter().filter(|&j| telling(&b[j].1)) {
            let y = pairing.b.moved(&b[j].1);
            out.push(Fact {
                values: (None, Some(y)),
                ..Fact::of(slot, Relation::OnlyB, None, Some(y.span))
            });
        }
    }
}

/// Whether two numbers, the only ones left on either side, have the unit of a third one that both sides have, so that an
/// entry of a list differs: *28%, 24% and 7%* and *24%, 7% and 78%*.
fn in_one_list(x: &Value, y: &Value, both: &Value) -> bool {
    match (x.number(), y.number(), both.number()) {
        (Some(one), Some(other), Some(both)) => {
            let told = !matches!(one.unit, Unit::Count | Unit::Ordinal | Unit::Time(_));
            told && one.unit == other.unit && one.unit == both.unit
        }
        _ => false,
    }
}

/// Whether a value that only one side has is worth listing: *first* and a bare *one* are not.
fn telling(value: &Value) -> bool {
    match value.number() {
        // *A growing number of* is worth comparing, but says nothing by itself.
        Some(number) if number.high >= 1e8 && number.low <= 2.0 => false,
        Some(number) => {
            !(number.low == 1.0
                && number.high == 1.0
                && matches!(number.unit, Unit::Ordinal | Unit::Count))
        }
        None => true,
    }
}

/// The value of a pair, and how the two relate; `None` if they are not known to be values of the same thing.
fn judge(
    pairing: &Pairing<'_, '_>,
    x: &(Item, Value),
    y: &(Item, Value),
) -> Option<(f64, Relation)> {
    let likeness = x.1.likeness(&y.1)?;
    let counts = counted(pairing, &x.1, &y.1);
    let strength = pairing.strength(x.0, y.0) + counts;
    match likeness {
        Likeness::Same => Some((20.0 + strength, Relation::Same)),
        Likeness::Overlaps => {
            let enough = match (x.1.date(), y.1.date()) {
                (Some(one), Some(other)) => {
                    let shared = one.weekday.is_some() && one.weekday == other.weekday
                        || one.from.month.is_some() && one.from.month == other.from.month
                        || one.from.year.is_some() && other.from.year.is_some()
                        || one.relative.is_some() && one.relative == other.relative
                        || one.is_real_day() && other.is_real_day();
                    // "In June" and "on Friday" share nothing that shows whether they are the same time.
                    let near = grain(one).abs_diff(grain(other)) <= 1;
                    let least = if near || pairing.tells_the_same() {
                        SAME_DATE + pairing.caution() / 2.0
                    } else {
                        SAME_THING
                    };
                    shared || strength >= least
                }
                _ => {
                    let (one, other) = (x.1.number()?, y.1.number()?);
                    let vague = one.vague
                        || other.vague
                        || one.limit == Limit::Under
                        || other.limit == Limit::Under;
                    // "35,000-40,000" and "40,000": a figure that is not equal by chance.
                    let ends = [one.low, one.high];
                    let met = ends
                        .iter()
                        .any(|end| *end >= 100.0 && (*end == other.low || *end == other.high));
                    let least = match (vague, met) {
                        (true, _) => SAME_THING,
                        (false, true) => 0.0,
                        (false, false) => 1.0,
                    };
                    strength >= least
                }
            };
            enough.then_some((10.0 + strength, Relation::Overlaps))
        }
        Likeness::Differs if x.1.date().is_some() && of_two_sayings(pairing, x.0, y.0) => None,
        Likeness::Differs => {
            let enough = strength >= SAME_THING + pairing.caution();
            let one_thing = pairing.one_thing(x.0, y.0, counts);
            (enough && one_thing).then_some((strength, Relation::Differs))
        }
    }
}

/// Whether one of two dates is the day on which something was said, and whoever speaks on the other side is somebody else:
/// *NATO said Friday*, *Russia warned on Tuesday*.
fn of_two_sayings(pairing: &Pairing<'_, '_>, x: Item, y: Item) -> bool {
    let (a, b) = (pairing.a, pairing.b);
    let is_beside = |source: &&Source, date: Item| {
        date.from <= source.item.to + 1 && source.item.from <= date.to + 1
    };
    let of = |one: &Said<'_>, date: Item, other: &Said<'_>| {
        let saying = one.sources.iter().find(|source| is_beside(source, date));
        saying.is_some_and(|saying| {
            let is_other = |source: &Source| {
                attribution::one_source(one, saying.who, other, source.who) == Some(false)
            };
            !other.sources.is_empty() && other.sources.iter().all(is_other)
        })
    };
    of(a, x, b) || of(b, y, a)
}

/// The precision of a date: the day or finer, the week, the month, the year; last those that are relative to an event or
/// have no unit.
fn grain(date: &Date) -> u8 {
    let day = date.weekday.is_some() || date.minute.is_some() || date.part.is_some();
    let unit = date.relative.map(|relative| (relative.unit, relative.by));
    match unit {
        _ if day || date.from.day.is_some() => 0,
        Some((_, None)) => 9,
        Some((TimeUnit::Week, _)) => 1,
        Some((TimeUnit::Month, _)) => 2,
        Some((TimeUnit::Year, _)) if date.from.month.is_none() => 3,
        Some((unit, _)) if unit < TimeUnit::Week => 0,
        _ if date.from.month.is_some() || date.season.is_some() => 2,
        _ => 3,
    }
}

/// How much what two numbers count shows that they count the same thing.
fn counted(pairing: &Pairing<'_, '_>, x: &Value, y: &Value) -> f64 {
    let (Some(one), Some(other)) = (x.number(), y.number()) else {
        return 0.0;
    };
    let stems = |said: &Said<'_>, span: Span| -> Vec<u64> {
        let item = super::said::item(&said.tokens, span);
        (item.from..item.to)
            .map(|at| said.stems[at])
            .filter(|&stem| stem != 0)
            .collect()
    };
    let (one, other) = (stems(pairing.a, one.of), stems(pairing.b, other.of));
    if one.iter().any(|stem| other.contains(stem)) {
        1.0
    } else {
        0.0
    }
}
