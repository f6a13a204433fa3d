//! Compares two readings. (Being written.)
use crate::*;

/// Compares A with B.
pub fn compare(_a: &Reading, _b: &Reading, options: Options) -> Comparison {
    Comparison {
        options,
        matches: Vec::new(),
        passages: Vec::new(),
        similarity: 0.0,
        thresholds: Thresholds {
            link: 0.24,
            edited: 0.45,
        },
        a: Figures::default(),
        b: Figures::default(),
        cut_short: CutShort::default(),
    }
}

/// Why match number `index` of `comparison` is one; nothing where there is no such match.
pub fn evidence(
    _a: &Reading,
    _b: &Reading,
    _comparison: &Comparison,
    _index: usize,
) -> Option<Evidence> {
    None
}
