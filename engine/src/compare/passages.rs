//! Finds passages: the maximal runs of the same words in both articles, in whatever order (*maximal exact
//! matches*). A run is found only at its left end, where the first `min_words` words are in both articles and
//! the words before differ. So each is listed once.
//!
//! Runs of `min_words` words are looked up in an index of B: a sorted list of Karp–Rabin hashes, with
//! a directory by their first bits. The words are always compared too, so a collision of hashes costs time but
//! never gives a wrong passage.

use crate::comparison::Passage;
use crate::options::{Options, Scope};
use crate::reading::Reading;
use crate::sort::{self, pack, unpack};
use crate::words::{Word, is_syllable};

/// At most this many passages are listed; the figures count the words of all.
pub const MOST_PASSAGES: usize = 250_000;

/// At most this many words are compared beyond the first `min_words` of a passage, for each word of the two texts,
/// and this many in any case. Only texts that repeat themselves endlessly reach this.
const STEPS_A_WORD: usize = 64;
const STEPS_ANYWAY: usize = 4_000_000;

/// Before the first word.
const EDGE: u32 = u32::MAX;

/// The words of both articles as numbers, equal for equal words, and the index of B's runs.
pub struct Shared {
    a: Vec<u32>,
    b: Vec<u32>,
    min: usize,
    hashes_a: Vec<u64>,
    /// For each run of B its hash, and packed together the word before it and its place; ascending.
    index: Vec<(u64, u64)>,
    directory: Directory,
}

impl Shared {
    /// Numbers the words that are compared. Every other word gets a unique number, so that no run passes through it.
    pub fn new(a: &Reading, b: &Reading, options: Options) -> Shared {
        let min = options.min_words.get()
            * if in_syllables(a) || in_syllables(b) {
                2
            } else {
                1
            };
        let mut numbers = std::collections::HashMap::new();
        let mut number = |reading: &Reading| -> Vec<u32> {
            reading
                .vocabulary
                .forms()
                .map(|form| {
                    let next = numbers.len() as u32;
                    *numbers.entry(Box::<str>::from(form)).or_insert(next)
                })
                .collect()
        };
        let (of_a, of_b) = (number(a), number(b));
        let mut apart = (of_a.len() + of_b.len()) as u32;
        let mut run = |reading: &Reading, of: &[u32]| -> Vec<u32> {
            reading
                .words
                .iter()
                .zip(&reading.own)
                .map(|(word, &own)| {
                    if own || options.scope == Scope::Full {
                        return of[word.key as usize];
                    }
                    apart += 1;
                    apart
                })
                .collect()
        };
        let (a, b) = (run(a, &of_a), run(b, &of_b));
        let mut index: Vec<(u64, u64)> = hashes(&b, min)
            .into_iter()
            .enumerate()
            .map(|(at, hash)| (hash, pack(before(&b, at), at as u32)))
            .collect();
        sort::pairs(&mut index);
        Shared {
            hashes_a: hashes(&a, min),
            a,
            b,
            min,
            directory: Directory::new(&index),
            index,
        }
    }

    /// B's runs with the same hash as the run of A at `at`.
    fn candidates(&self, hash: u64) -> &[(u64, u64)] {
        let near = &self.index[self.directory.range(hash)];
        let start = near.partition_point(|entry| entry.0 < hash);
        let rest = &near[start..];
        match rest.first() {
            Some(first) if first.0 == hash => {
                &rest[..rest.partition_point(|entry| entry.0 == hash)]
            }
            _ => &[],
        }
    }

    /// How many words are the same from `a` and from `b` on.
    fn reach(&self, a: usize, b: usize, steps: &mut usize) -> usize {
        let run = self.a[a..]
            .iter()
            .zip(&self.b[b..])
            .take_while(|(x, y)| x == y)
            .count();
        *steps += run;
        run
    }

    /// The passages, by first word in A, then in B, and whether there are more than are listed.
    pub fn passages(&self) -> (Vec<Passage>, bool) {
        let bound = STEPS_ANYWAY + STEPS_A_WORD * (self.a.len() + self.b.len());
        let (mut list, mut steps) = (Vec::new(), 0);
        let mut here: Vec<u64> = Vec::new();
        for (at, &hash) in self.hashes_a.iter().enumerate() {
            let candidates = self.candidates(hash);
            let left = before(&self.a, at);
            // Those with the same word before belong to a run that began earlier.
            let from = candidates.partition_point(|entry| unpack(entry.1).0 < left);
            let to = candidates.partition_point(|entry| unpack(entry.1).0 <= left);
            let from = if left == EDGE { to } else { from };
            for entry in candidates[..from].iter().chain(&candidates[to..]) {
                if list.len() + here.len() >= MOST_PASSAGES || steps > bound {
                    settle(&mut list, at, &mut here);
                    return (list, true);
                }
                let (_, other) = unpack(entry.1);
                let words = self.reach(at, other as usize, &mut steps);
                if words >= self.min {
                    here.push(pack(other, words as u32));
                }
            }
            settle(&mut list, at, &mut here);
        }
        (list, false)
    }

    /// For each word of A and of B, whether it is in a run of at least `min_words` words that both have: exact,
    /// however many passages there are.
    pub fn masks(&self) -> (Vec<bool>, Vec<bool>) {
        let mut a = vec![false; self.a.len()];
        let mut b = vec![false; self.b.len()];
        let mut by_hash: Vec<(u64, u64)> = self.hashes_a.iter().copied().zip(0..).collect();
        sort::pairs(&mut by_hash);
        for group in by_hash.chunk_by(|x, y| x.0 == y.0) {
            let candidates = self.candidates(group[0].0);
            // Equal hashes are equal words, except for collisions, so the first entry usually decides.
            let in_b = |entry: &(u64, u64)| unpack(entry.1).1 as usize;
            for &(_, at) in group {
                let at = at as usize;
                if candidates
                    .iter()
                    .any(|entry| self.same_run(at, in_b(entry)))
                {
                    a[at..at + self.min].fill(true);
                }
            }
            for at in candidates.iter().map(in_b) {
                if group
                    .iter()
                    .any(|entry| self.same_run(entry.1 as usize, at))
                {
                    b[at..at + self.min].fill(true);
                }
            }
        }
        (a, b)
    }

    fn same_run(&self, a: usize, b: usize) -> bool {
        self.a[a..a + self.min] == self.b[b..b + self.min]
    }
}

/// Where in an index the hashes with certain first bits begin. A binary search through a long index misses the
/// processor's cache at every step; this leads to the right place in one step.
struct Directory {
    /// By how many bits a hash is shifted to give its place in `starts`.
    shift: u32,
    /// One more than there are first bits.
    starts: Vec<u32>,
}

impl Directory {
    /// For an ascending index, with about as many places as it has entries.
    fn new(index: &[(u64, u64)]) -> Directory {
        let bits = index.len().max(2).ilog2();
        let shift = u64::BITS - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        for (hash, _) in index {
            starts[(hash >> shift) as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Directory { shift, starts }
    }

    /// The places of the index with the first bits of `hash`.
    fn range(&self, hash: u64) -> std::ops::Range<usize> {
        let at = (hash >> self.shift) as usize;
        self.starts[at] as usize..self.starts[at + 1] as usize
    }
}

/// Lists the passages that begin at word `a`, found as (place in B, words), in B's order.
fn settle(list: &mut Vec<Passage>, a: usize, found: &mut Vec<u64>) {
    sort::numbers(found);
    list.extend(found.drain(..).map(|entry| {
        let (b, words) = unpack(entry);
        Passage {
            a: a as u32,
            b,
            words,
        }
    }));
}

/// Whether most of an article's words are syllables of a script without spaces, where a word has about two.
fn in_syllables(reading: &Reading) -> bool {
    let form = |word: &Word| reading.vocabulary.form(word.key);
    let syllables = reading.words.iter().filter(|word| is_syllable(form(word)));
    syllables.count() * 2 > reading.words.len()
}

fn before(words: &[u32], at: usize) -> u32 {
    at.checked_sub(1).map_or(EDGE, |before| words[before])
}

/// The hash of each run of `min` words (Karp and Rabin, 1987), modulo 2^64, mixed at the end since
/// low bits of a power-of-two modulus are weak.
fn hashes(words: &[u32], min: usize) -> Vec<u64> {
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
    if words.len() < min {
        return Vec::new();
    }
    let top = (1..min).fold(1u64, |power, _| power.wrapping_mul(BASE));
    let value = |word: u32| (u64::from(word) + 1).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let mut hash = 0u64;
    let mut out = Vec::with_capacity(words.len() - min + 1);
    for (at, &word) in words.iter().enumerate() {
        if at >= min {
            hash = hash.wrapping_sub(value(words[at - min]).wrapping_mul(top));
        }
        hash = hash.wrapping_mul(BASE).wrapping_add(value(word));
        if at + 1 >= min {
            out.push(hash ^ (hash >> 29));
        }
    }
    out
}
