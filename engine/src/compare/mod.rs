//! Compares two readings: finds the passages and the matches, counts, and says what was cut short.
//! Each step has a file; this one only puts them in order.

mod about;
mod candidates;
mod clauses;
mod evidence;
mod figures;
mod hand;
mod kinds;
mod links;
mod order;
mod passages;
mod phrases;
mod strength;
mod terms;

pub(crate) use clauses::{Clauses, Weighed, clauses, is_in_a_row, is_one_phrase};
pub use evidence::{Reasons, evidence};

pub(crate) use terms::Terms;

use std::cell::OnceCell;

use crate::comparison::{Closest, Comparison, CutShort, Match};
use crate::hand::HandLinks;
use crate::options::{Options, Strictness};
use crate::reading::Reading;

/// A step of a comparison, for callers that show progress or measure time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The passages are found.
    Passages,
    /// The matches are found.
    Matches,
    /// The words are counted, and the comparison is complete.
    Figures,
}

/// Compares A with B. Mirrored: `compare(b, a)` is the same with the sides exchanged.
pub fn compare(a: &Reading, b: &Reading, options: Options) -> Comparison {
    compare_in_steps(a, b, options, &mut |_| ())
}

/// The same, and calls `done` after each step.
pub fn compare_in_steps(
    a: &Reading,
    b: &Reading,
    options: Options,
    done: &mut dyn FnMut(Step),
) -> Comparison {
    compare_with(a, b, options, &HandLinks::default(), done)
}

/// The same with what a reader linked or refused by hand. The matches that were found do not change, except that
/// refused ones are removed and `moved` may differ.
pub fn compare_with(
    a: &Reading,
    b: &Reading,
    options: Options,
    links: &HandLinks,
    done: &mut dyn FnMut(Step),
) -> Comparison {
    let kept = OnceCell::new();
    let terms = || kept.get_or_init(|| Terms::new(a, b, options.scope));
    compare_by(a, b, options, links, terms, done)
}

/// The same with terms that may exist already: those of both readings in the scope of `options`.
pub(crate) fn compare_by<'t>(
    a: &Reading,
    b: &Reading,
    options: Options,
    links: &HandLinks,
    terms: impl FnOnce() -> &'t Terms,
    done: &mut dyn FnMut(Step),
) -> Comparison {
    let shared = passages::Shared::new(a, b, options);
    let (passages, more_passages) = shared.passages();
    done(Step::Passages);
    let terms = terms();
    let found = matches_by(a, b, terms, options.strictness, links);
    let matches = found.matches;
    done(Step::Matches);
    let (figures_a, figures_b) = figures::count(a, b, options.scope, &matches, &shared);
    done(Step::Figures);
    Comparison {
        options,
        passages,
        similarity: terms.similarity(),
        thresholds: crate::comparison::Thresholds {
            link: found.threshold,
            edited: kinds::EDITED,
        },
        matches,
        refused: found.refused,
        closest_a: found.closest_a,
        closest_b: found.closest_b,
        a: figures_a,
        b: figures_b,
        cut_short: CutShort {
            passages: more_passages,
            candidates: found.cut_short,
        },
    }
}

/// The matches of a comparison, and how they were found.
pub(crate) struct Matches {
    pub matches: Vec<Match>,
    /// The pairs of sentences that the reader refused.
    pub refused: Vec<(u32, u32)>,
    /// The threshold of best links that was used.
    threshold: f64,
    /// Whether frequent terms proposed nothing.
    pub cut_short: bool,
    /// The closest sentences of the other side, for each sentence of A and of B.
    closest_a: Vec<Vec<Closest>>,
    closest_b: Vec<Vec<Closest>>,
}

/// The matches at that strictness, by the terms of both readings.
pub(crate) fn matches_by(
    a: &Reading,
    b: &Reading,
    terms: &Terms,
    strictness: Strictness,
    by_hand: &HandLinks,
) -> Matches {
    let found = links::find(a, b, terms, strictness);
    let mut matches = kinds::judge(terms, &found.links);
    let refused = hand::take_in(a, b, terms, by_hand, &mut matches);
    order::mark_moved(a, b, &mut matches);
    Matches {
        matches,
        refused,
        threshold: found.threshold,
        cut_short: found.cut_short,
        closest_a: found.closest_a,
        closest_b: found.closest_b,
    }
}
