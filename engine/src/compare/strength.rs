//! The strength of a link between two sentences: a Dice coefficient with additive smoothing, so that short sentences do
//! not match on little.

use super::terms::UNIT;

/// Added to both weights together.
const SMOOTHING: u64 = 8 * UNIT;

/// The strength of a link, from the shared weight and the weight of each sentence.
pub fn strength(shared: u64, a: u64, b: u64) -> f64 {
    2.0 * shared as f64 / (a + b + SMOOTHING) as f64
}
