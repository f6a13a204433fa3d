//! Compares two readings: finds the passages and the matches, counts, and says what was cut short.
//! Each step has a file; this one only puts them in order.

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

pub use evidence::{Reasons, evidence};

use crate::comparison::{Comparison, CutShort};
use crate::options::Options;
use crate::reading::Reading;

use terms::Terms;

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
    let shared = passages::Shared::new(a, b, options);
    let (passages, more_passages) = shared.passages();
    done(Step::Passages);
    let terms = Terms::new(a, b, options.scope);
    let similarity = terms.similarity();
    let found = links::find(a, b, &terms, options.strictness);
    let mut matches = kinds::judge(&terms, &found.links);
    order::mark_moved(a, b, &mut matches);
    done(Step::Matches);
    let (figures_a, figures_b) = figures::count(a, b, options.scope, &matches, &shared);
    done(Step::Figures);
    Comparison {
        options,
        passages,
        similarity,
        thresholds: crate::comparison::Thresholds {
            link: found.threshold,
            edited: kinds::EDITED,
        },
        matches,
        a: figures_a,
        b: figures_b,
        cut_short: CutShort {
            passages: more_passages,
            candidates: found.cut_short,
        },
    }
}
