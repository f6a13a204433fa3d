//! The weight of a word or phrase, by how rare it is.

/// Weights are whole numbers of this unit, so that sums do not depend on the order of adding.
pub const UNIT: u64 = 256;

/// The weight of a word or phrase that `having` of `count` articles have.
pub fn weight(count: usize, having: usize) -> u64 {
    let rarity = 1.0 + count as f64 / having.max(1) as f64;
    (rarity.ln() * UNIT as f64) as u64
}
