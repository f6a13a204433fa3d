//! Which articles are compared: all pairs of few articles, or the pairs that the index finds among many.

use crossread_engine::Reading;
use crossread_index::{Fingerprint, propose};
use rayon::prelude::*;

/// Up to this number of articles all pairs are compared, which takes about a second.
const FEW: usize = 64;

/// The pairs to compare, in order, and how many others there are.
pub(crate) fn pairs(readings: &[Reading], exhaustive: bool) -> (Vec<(u32, u32)>, u64) {
    let count = readings.len() as u32;
    if exhaustive || readings.len() <= FEW {
        let all = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
        return (all.collect(), 0);
    }
    let fingerprints: Vec<Fingerprint> = readings.par_iter().map(Fingerprint::of).collect();
    let proposed = propose(&fingerprints);
    (proposed.pairs, proposed.passed_over)
}

/// Says how many pairs were not compared.
pub(crate) fn told(compared: usize, passed_over: u64) {
    if passed_over > 0 {
        anstream::eprintln!(
            "crossread: compared {compared} of {} pairs, the others share too little; --exhaustive compares all",
            compared as u64 + passed_over
        );
    }
}
