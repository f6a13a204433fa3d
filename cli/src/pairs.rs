//! Which of many articles are compared: of few each with each, of many the pairs that the index names.

use crossread_engine::Reading;
use crossread_index::{Fingerprint, propose};
use rayon::prelude::*;

/// Up to so many articles all pairs are compared: it takes about a second.
const FEW: usize = 64;

/// The pairs to compare, in order, and how many there are besides.
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

/// Says what was not looked at.
pub(crate) fn told(compared: usize, passed_over: u64) {
    if passed_over > 0 {
        anstream::eprintln!(
            "crossread: compared {compared} of {} pairs, the others share too little; --exhaustive compares all",
            compared as u64 + passed_over
        );
    }
}
