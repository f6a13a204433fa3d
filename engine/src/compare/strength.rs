//! How strongly two sentences link: a Dice coefficient with additive smoothing, which keeps short sentences from
//! matching on little.

use super::terms::UNIT;

/// Added to both weights together.
const SMOOTHING: u64 = 8 * UNIT;

/// How strongly two sentences link, of the weights of what they share and of each.
pub fn strength(shared: u64, a: u64, b: u64) -> f64 {
    2.0 * shared as f64 / (a + b + SMOOTHING) as f64
}
