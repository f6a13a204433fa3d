//! Compares two readings: finds the passages and the matches, counts, and says what was cut short.
//! Each step has a file; this one only puts them in order.

mod about;
mod candidates;
mod evidence;
mod figures;
mod kinds;
mod links;
mod order;
mod passages;
mod phrases;
mod strength;
mod terms;

pub(crate) use evidence::content_stems;
pub use evidence::{Reasons, evidence};

pub(crate) use terms::Terms;

use std::cell::OnceCell;

use crate::comparison::{Closest, Comparison, CutShort, Match};
use crate::options::{Options, Strictness};
use crate::reading::Reading;

/// A step of a comparison, for whoever shows how far it has come or takes its time.
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
    let kept = OnceCell::new();
    let terms = || kept.get_or_init(|| Terms::new(a, b, options.scope));
    compare_by(a, b, options, terms, done)
}

/// The same by terms that may be there already: those of both readings in the scope of `options`.
pub(crate) fn compare_by<'t>(
    a: &Reading,
    b: &Reading,
    options: Options,
    terms: impl FnOnce() -> &'t Terms,
    done: &mut dyn FnMut(Step),
) -> Comparison {
    let shared = passages::Shared::new(a, b, options);
    let (passages, more_passages) = shared.passages();
    done(Step::Passages);
    let terms = terms();
    let found = matches_by(a, b, terms, options.strictness);
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
    /// The threshold of best links that was used.
    threshold: f64,
    /// Whether frequent terms proposed nothing.
    cut_short: bool,
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
) -> Matches {
    let found = links::find(a, b, terms, strictness);
    let mut matches = kinds::judge(terms, &found.links);
    order::mark_moved(a, b, &mut matches);
    Matches {
        matches,
        threshold: found.threshold,
        cut_short: found.cut_short,
        closest_a: found.closest_a,
        closest_b: found.closest_b,
    }
}
