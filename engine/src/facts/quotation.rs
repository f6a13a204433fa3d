//! Compares what is in quotation marks on the two sides: the same words, a shortened or altered version, or a
//! quotation and a paraphrase. Ellipses and bracketed words are an editor's, so they do not count.

use crate::sort;

use super::pairing::{Paired, Pairing};
use super::said::{Item, Said};
use super::{Fact, Relation, Slot};

/// From this share of the shorter quotation's words on, which both have in order, one is an altered version of the
/// other.
const ALTERED: f64 = 0.5;
/// From this share of a quotation's content words on, the other side's own words with them are a paraphrase of it.
const PARAPHRASED: f64 = 0.6;

/// Finds them.
pub(super) fn facts(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (&pairing.a.quotes, &pairing.b.quotes);
    let words_a: Vec<Vec<(u64, bool)>> = a.iter().map(|&quote| words(pairing.a, quote)).collect();
    let words_b: Vec<Vec<(u64, bool)>> = b.iter().map(|&quote| words(pairing.b, quote)).collect();
    let Paired {
        pairs,
        rest_a,
        rest_b,
    } = pairing.pairs(a.len(), b.len(), &|i, j| alike(&words_a[i], &words_b[j]));
    let span = |said: &Said<'_>, quote: Item| said.span(inner(said, quote));
    for (i, j, relation) in pairs {
        let (x, y) = (span(pairing.a, a[i]), span(pairing.b, b[j]));
        out.push(Fact::of(Slot::Quotation, relation, Some(x), Some(y)));
    }
    for i in rest_a.into_iter().filter(|&i| !words_a[i].is_empty()) {
        let x = Some(span(pairing.a, a[i]));
        let told = paraphrase(&words_a[i], pairing.b).map(|item| pairing.b.span(item));
        let relation = if told.is_some() {
            Relation::Overlaps
        } else {
            Relation::OnlyA
        };
        out.push(Fact::of(Slot::Quotation, relation, x, told));
    }
    for j in rest_b.into_iter().filter(|&j| !words_b[j].is_empty()) {
        let y = Some(span(pairing.b, b[j]));
        let told = paraphrase(&words_b[j], pairing.a).map(|item| pairing.a.span(item));
        let relation = if told.is_some() {
            Relation::Overlaps
        } else {
            Relation::OnlyB
        };
        out.push(Fact::of(Slot::Quotation, relation, told, y));
    }
}

/// A quotation without its marks.
pub(super) fn inner(said: &Said<'_>, quote: Item) -> Item {
    let mark = |at: usize| {
        said.sign(at).is_some_and(|c| {
            matches!(
                c,
                '"' | '“'
                    | '”'
                    | '„'
                    | '«'
                    | '»'
                    | '‘'
                    | '’'
                    | '\''
                    | '‹'
                    | '›'
                    | '「'
                    | '」'
                    | '『'
                    | '』'
                    | ','
            )
        })
    };
    let (mut from, mut to) = (quote.from, quote.to);
    while from < to && mark(from) {
        from += 1;
    }
    while to > from && mark(to - 1) {
        to -= 1;
    }
    Item { from, to }
}

/// The words of a quotation, each with whether it is a content word; what is in square brackets is left out.
pub(super) fn words(said: &Said<'_>, quote: Item) -> Vec<(u64, bool)> {
    let mut depth = 0_u32;
    let mut out = Vec::new();
    for at in quote.from..quote.to {
        match said.sign(at) {
            Some('[') => depth += 1,
            Some(']') => depth = depth.saturating_sub(1),
            Some(_) => {}
            None if depth == 0 => out.push((said.stems[at], said.known(at).content)),
            None => {}
        }
    }
    out.truncate(400);
    out
}

/// How two quotations relate.
fn alike(one: &[(u64, bool)], other: &[(u64, bool)]) -> Option<(f64, Relation)> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    if one == other {
        return Some((20.0, Relation::Same));
    }
    let weight = |words: &[(u64, bool)]| {
        words
            .iter()
            .map(|word| if word.1 { 2.0 } else { 1.0 })
            .sum::<f64>()
    };
    let common = common(one, other);
    let share = common / weight(one).min(weight(other));
    (share >= ALTERED).then_some((10.0 * share + common / 100.0, Relation::Overlaps))
}

/// The weight of the words that both have in one order.
pub(crate) fn common(one: &[(u64, bool)], other: &[(u64, bool)]) -> f64 {
    let mut row = vec![0.0_f64; other.len() + 1];
    for x in one {
        let mut diagonal = 0.0_f64;
        for (j, y) in other.iter().enumerate() {
            let above = row[j + 1];
            let take: f64 = if x.0 == y.0 {
                diagonal + if x.1 { 2.0 } else { 1.0 }
            } else {
                0.0
            };
            row[j + 1] = take.max(above).max(row[j]);
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0.0)
}

/// The place where the other side has the quotation's words outside quotation marks.
fn paraphrase(quote: &[(u64, bool)], other: &Said<'_>) -> Option<Item> {
    let mut wanted: Vec<u64> = quote
        .iter()
        .filter(|word| word.1)
        .map(|word| word.0)
        .collect();
    sort::numbers(&mut wanted);
    wanted.dedup();
    // One word in common is not a paraphrase: "some signs" and "no sign".
    if wanted.len() < 2 {
        return None;
    }
    let at: Vec<usize> = (0..other.stems.len())
        .filter(|&at| {
            other.known(at).content && !other.quoted(at) && wanted.contains(&other.stems[at])
        })
        .collect();
    let found = wanted
        .iter()
        .filter(|stem| at.iter().any(|&at| other.stems[at] == **stem))
        .count();
    let enough = found as f64 >= PARAPHRASED * wanted.len() as f64;
    let (first, last) = (at.first()?, at.last()?);
    enough.then_some(Item {
        from: *first,
        to: last + 1,
    })
}
