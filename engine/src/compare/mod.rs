//! Compares two readings: finds the passages and the matches, counts, and says what was cut short.
//! Each step has a file; this one only puts them in order.

mod candidates;
mod evidence;
mod figures;
mod kinds;
mod links;
mod order;
mod passages;
mod terms;

pub use evidence::evidence;

use crate::comparison::{Comparison, CutShort};
use crate::options::Options;
use crate::reading::Reading;

use terms::Terms;

/// Compares A with B. Mirrored: `compare(b, a)` is the same with the sides exchanged.
pub fn compare(a: &Reading, b: &Reading, options: Options) -> Comparison {
    let shared = passages::Shared::new(a, b, options);
    let (passages, more_passages) = shared.passages();
    let terms = Terms::new(a, b, options.scope);
    let similarity = terms.similarity();
    let found = links::find(a, b, &terms, options.strictness);
    let mut matches = kinds::judge(&terms, &found.links);
    order::mark_moved(a, b, &mut matches);
    let (figures_a, figures_b) = figures::count(a, b, options.scope, &matches, &shared);
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
