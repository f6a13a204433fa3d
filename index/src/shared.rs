//! Candidates: the pairs that share enough rare words and phrases according to the index.

use rayon::prelude::*;

use crate::postings::Postings;
use crate::weight::weight;

/// Two articles are candidates if they share at least 1/`ONE_IN` of the smaller one's weight.
pub const ONE_IN: u64 = 24;

/// For each article, its candidates, in order. Each pair is in both lists.
pub fn candidates(postings: &Postings) -> Vec<Vec<u32>> {
    let count = postings.of.len();
    // Squared, so that one rare name counts for more than several words that are merely uncommon.
    let squared = |number: u32| weight(count, postings.articles(number).len()).pow(2);
    let weights: Vec<u64> = postings
        .of
        .par_iter()
        .map(|numbers| numbers.iter().map(|&number| squared(number)).sum())
        .collect();
    (0..count)
        .into_par_iter()
        .map_init(
            || (vec![0_u64; count], Vec::new()),
            |(sums, touched), article| {
                for &number in &postings.of[article] {
                    let weight = squared(number);
                    for &other in postings.articles(number) {
                        let sum = &mut sums[other as usize];
                        if *sum == 0 {
                            touched.push(other);
                        }
                        *sum += weight;
                    }
                }
                touched.sort_unstable();
                let shares = |other: u32, sum: u64| {
                    let smaller = weights[article].min(weights[other as usize]);
                    other as usize != article && sum * ONE_IN >= smaller
                };
                touched
                    .drain(..)
                    .filter(|&other| shares(other, std::mem::take(&mut sums[other as usize])))
                    .collect()
            },
        )
        .collect()
}
