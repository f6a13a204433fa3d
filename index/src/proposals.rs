//! The pairs worth comparing: candidates of which enough sentences could have a counterpart. A sentence of one
//! article could have one if enough of its weight is anywhere in the other.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::Fingerprint;
use crate::postings::Postings;
use crate::shared::candidates;
use crate::weight::{UNIT, weight};

/// A word or phrase proposes no pair if more than one in this many articles has it.
const ONE_OF: usize = 16;
/// The bounds of that number. The lower one lets copies of one article, which have every word in common, be found; the upper one
/// keeps the work proportional to the number of articles.
const MOST: std::ops::RangeInclusive<usize> = 128..=400;
/// The part of a sentence's weight that the other article must have, in hundredths.
const COVERED: u64 = 25;
/// The constant that is added to a sentence's weight, so that short sentences do not pass easily.
const ADDED: u64 = 20 * UNIT;
/// The smallest share of an article's words that such sentences must hold to propose a pair, in hundredths.
const SHARE: u64 = 16;

/// The most of `count` articles that may have a word or phrase, if it is to propose pairs.
pub(crate) fn most(count: usize) -> usize {
    (count / ONE_OF).clamp(*MOST.start(), *MOST.end())
}

/// The pairs worth comparing, and what was passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposed {
    /// Positions in the list of articles, the lower first; in order.
    pub pairs: Vec<(u32, u32)>,
    /// How many other pairs there are.
    pub passed_over: u64,
    /// How many words and phrases are in too many articles to propose a pair.
    pub frequent: usize,
}

/// The pairs worth comparing. They do not depend on the order of the articles.
///
/// # Panics
/// Never, for fewer than 2³² articles.
pub fn propose(fingerprints: &[Fingerprint]) -> Proposed {
    let count = fingerprints.len();
    let postings = Postings::new(fingerprints, most(count));
    let candidates = candidates(&postings);
    let articles = Numbered::new(fingerprints);
    // Each pair is examined from both sides; the second time, it is kept if either side had enough.
    let mut pairs: Vec<(u32, u32)> = (0..count)
        .into_par_iter()
        .map_init(
            || vec![false; articles.weights.len()],
            |has, at| {
                let own = &articles.stems[at];
                own.iter().for_each(|&stem| has[stem as usize] = true);
                let near = |&&other: &&u32| {
                    let other = other as usize;
                    articles.is_near(&fingerprints[other], &articles.stems[other], has)
                };
                let found: Vec<(u32, u32)> = candidates[at]
                    .iter()
                    .filter(near)
                    .map(|&other| (other.min(at as u32), other.max(at as u32)))
                    .collect();
                own.iter().for_each(|&stem| has[stem as usize] = false);
                found
            },
        )
        .flatten_iter()
        .collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    let all = count as u64 * (count as u64).saturating_sub(1) / 2;
    Proposed {
        passed_over: all - pairs.len() as u64,
        pairs,
        frequent: postings.frequent,
    }
}

/// The stems of all articles, numbered.
struct Numbered {
    /// For each article, the numbers of its stems, sentence by sentence.
    stems: Vec<Vec<u32>>,
    /// For each number, its weight.
    weights: Vec<u64>,
}

impl Numbered {
    fn new(fingerprints: &[Fingerprint]) -> Numbered {
        let mut numbers: HashMap<u64, u32> = HashMap::new();
        // How many articles have it, and the last one that was counted.
        let mut having: Vec<(usize, usize)> = Vec::new();
        let mut stems = Vec::with_capacity(fingerprints.len());
        for (at, print) in fingerprints.iter().enumerate() {
            let numbered = print.stems.iter().map(|&hash| {
                let number = *numbers.entry(hash).or_insert_with(|| {
                    having.push((0, usize::MAX));
                    having.len() as u32 - 1
                });
                let (count, last) = &mut having[number as usize];
                if *last != at {
                    (*count, *last) = (*count + 1, at);
                }
                number
            });
            stems.push(numbered.collect());
        }
        let weights = having
            .iter()
            .map(|&(count, _)| weight(fingerprints.len(), count))
            .collect();
        Numbered { stems, weights }
    }

    /// Whether enough of an article's sentences could have a counterpart in one that has these stems.
    fn is_near(&self, print: &Fingerprint, stems: &[u32], has: &[bool]) -> bool {
        let (mut near, mut all, mut from) = (0, 0, 0);
        for &(end, words) in &print.sentences {
            let sentence = &stems[from..end as usize];
            from = end as usize;
            let (mut shared, mut whole) = (0, 0);
            for &stem in sentence {
                let weight = self.weights[stem as usize];
                whole += weight;
                if has[stem as usize] {
                    shared += weight;
                }
            }
            all += u64::from(words);
            if shared * 100 >= (whole + ADDED) * COVERED {
                near += u64::from(words);
            }
        }
        near > 0 && near * 100 >= all * SHARE
    }
}
