//! The answer about two articles without a match: which names are in both, which sentences come closest, and at which
//! step of strictness there would be matches.

use crossread_engine::facts::names_in_both;
use crossread_engine::{Comparison, Reading, Reasons, Strictness, compare_with, sort};

use crate::protocol::{Close, Nothing, Pair};

/// The number of names.
const NAMES: usize = 8;
/// The number of closest sentences.
const CLOSEST: usize = 3;
/// Looser steps are tried if both texts together have at most so many words, since each step is another comparison.
const WORDS: usize = 20_000;

/// The answer; `None` if there is a match.
pub(crate) fn nothing(
    pair: &Pair,
    a: &Reading,
    b: &Reading,
    comparison: &Comparison,
) -> Option<Box<Nothing>> {
    if !comparison.matches.is_empty() {
        return None;
    }
    let mut names = names_in_both((&pair.a.text, a), (&pair.b.text, b));
    names.truncate(NAMES);
    let reasons = Reasons::new(a, b, comparison);
    let closest = closest(comparison).into_iter().map(|(one, other)| Close {
        a: one,
        b: other,
        shared: reasons.shared(one, other),
    });
    Some(Box::new(Nothing {
        closest: closest.collect(),
        names,
        looser: looser(pair, a, b),
    }))
}

/// The closest sentences of all, closest first, each in one pair only.
fn closest(comparison: &Comparison) -> Vec<(u32, u32)> {
    let mut all: Vec<(u32, u32, f32)> = Vec::new();
    for (a, near) in (0_u32..).zip(&comparison.closest_a) {
        all.extend(near.first().map(|near| (a, near.sentence, near.score)));
    }
    // Numbers that are not negative have the order of their bits.
    let best = sort::order(all.len(), &|at| !u64::from(all[at].2.max(0.0).to_bits()));
    let mut shown: Vec<(u32, u32)> = Vec::new();
    for at in best {
        let (a, b, _) = all[at];
        let is_free = shown.iter().all(|&(x, y)| x != a && y != b);
        if is_free && shown.len() < CLOSEST {
            shown.push((a, b));
        }
    }
    shown
}

/// How many matches looser steps would have: from the next one on, up to the first that has any.
fn looser(pair: &Pair, a: &Reading, b: &Reading) -> Vec<(Strictness, u32)> {
    let mut tried = Vec::new();
    if a.words.len() + b.words.len() > WORDS {
        return tried;
    }
    let looser = Strictness::ALL.into_iter().rev();
    for strictness in looser.filter(|step| *step < pair.options.strictness) {
        let options = pair.options.with_strictness(strictness);
        let found = compare_with(a, b, options, &pair.links, &mut |_| ());
        tried.push((strictness, found.matches.len() as u32));
        if !found.matches.is_empty() {
            break;
        }
    }
    tried
}
