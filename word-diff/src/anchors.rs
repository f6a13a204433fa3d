//! Aligns texts that are too long to try every alignment. First it finds places that are surely the same,
//! then less sure ones between them. A stretch that is short enough is aligned exactly. Each step limits the
//! work of the next, so no input makes it quadratic.

use std::convert::Infallible;

use similar::algorithms::{DiffHook, myers};

use super::runs::{Run, Runs};
use super::table::{best, cells};
use super::tokens::Token;

/// The largest stretch that is aligned exactly, as a product of token counts.
const EXACT_CELLS: usize = 1 << 18;

/// How many steps Myers' algorithm may take in all, at worst: its steps in a stretch are at most the
/// square of the stretch's tokens, and the longest stretch that it is given follows from that.
const MYERS_STEPS: usize = 1 << 29;

/// A run of this many tokens that occurs once in A and once in B is taken for the same place.
const SUREST: usize = 3;

/// Pushes the kept runs between `a` and `b`, which begin at `at` in their texts.
pub(super) fn align(a: &[Token], b: &[Token], at: (usize, usize), runs: &mut Runs) {
    let tokens = (a.len() + b.len()).max(1);
    let mut search = Search {
        longest: (MYERS_STEPS / tokens).min(1 << 13),
        runs,
    };
    search.by_windows(a, b, SUREST, at);
}

struct Search<'a> {
    /// The longest stretch, in tokens of both texts, that is examined though nothing in it occurs once on each side;
    /// a longer one counts as changed throughout.
    longest: usize,
    runs: &'a mut Runs,
}

impl Search<'_> {
    fn by_windows(&mut self, a: &[Token], b: &[Token], window: usize, at: (usize, usize)) {
        if cells(a.len(), b.len()) <= EXACT_CELLS {
            return best(a, b, at, self.runs);
        }
        if window == 0 {
            return self.by_myers(a, b, at);
        }
        let end = Run {
            a: a.len(),
            b: b.len(),
            len: 0,
        };
        let mut from = (0, 0);
        for run in unique_windows(a, b, window).into_iter().chain([end]) {
            let (gap_a, gap_b) = (&a[from.0..run.a], &b[from.1..run.b]);
            self.by_windows(gap_a, gap_b, window - 1, (at.0 + from.0, at.1 + from.1));
            self.runs.push(at.0 + run.a, at.1 + run.b, run.len);
            from = run.end();
        }
    }

    /// A stretch in which nothing is unique: a plain minimal script, in linear memory.
    fn by_myers(&mut self, a: &[Token], b: &[Token], at: (usize, usize)) {
        if a.len() + b.len() > self.longest {
            return;
        }
        let ids = |tokens: &[Token]| tokens.iter().map(|token| token.id).collect::<Vec<u32>>();
        let (a, b) = (ids(a), ids(b));
        let mut kept = Kept(self.runs, at);
        let Ok(()) =
            myers::diff_deadline_raw(&mut kept, &a[..], 0..a.len(), &b[..], 0..b.len(), None);
    }
}

/// Pushes what `similar` keeps, at its place in the whole text.
struct Kept<'a>(&'a mut Runs, (usize, usize));

impl DiffHook for Kept<'_> {
    type Error = Infallible;

    fn equal(&mut self, a: usize, b: usize, len: usize) -> Result<(), Infallible> {
        self.0.push(self.1.0 + a, self.1.1 + b, len);
        Ok(())
    }
}

/// Runs made of windows that occur once in A and once in B: the largest set of these that is in the same order in
/// both. That is the idea of patience diff (Bram Cohen), over windows first: single words are often unique by chance,
/// and never in a long text of a script without spaces.
fn unique_windows(a: &[Token], b: &[Token], window: usize) -> Vec<Run> {
    let mut runs = Runs::default();
    for (start_a, start_b) in longest_rise(&shared_once(a, b, window)) {
        // Skips the part of the window after the last run on either side.
        let last = runs.0.last().map_or((0, 0), |last| last.end());
        let behind = last
            .0
            .saturating_sub(start_a)
            .max(last.1.saturating_sub(start_b));
        runs.push(
            start_a + behind,
            start_b + behind,
            window.saturating_sub(behind),
        );
    }
    runs.0
}

/// The starts of the windows that occur once in each text, in A and in B, by their place in A.
fn shared_once(a: &[Token], b: &[Token], window: usize) -> Vec<(usize, usize)> {
    let (once_a, once_b) = (once(a, window), once(b, window));
    let mut others = once_b.iter().copied().peekable();
    let mut pairs: Vec<u64> = Vec::new();
    for packed in once_a {
        while others.next_if(|other| other >> 32 < packed >> 32).is_some() {}
        if let Some(other) = others.next_if(|other| other >> 32 == packed >> 32) {
            pairs.push(packed << 32 | other & LOW);
        }
    }
    pairs.sort_unstable();
    let unpacked = pairs
        .into_iter()
        .map(|pair| ((pair >> 32) as usize, (pair & LOW) as usize));
    // Two windows may share a hash: only equal ones are a pair.
    let same = |&(x, y): &(usize, usize)| (0..window).all(|k| a[x + k].id == b[y + k].id);
    unpacked.filter(same).collect()
}

/// The lower half of a packed pair of numbers.
const LOW: u64 = u32::MAX as u64;

/// The windows whose hash occurs once in the text, as hash and place in one number, by hash.
fn once(tokens: &[Token], window: usize) -> Vec<u64> {
    let mut all: Vec<u64> = tokens
        .windows(window)
        .enumerate()
        .map(|(place, tokens)| {
            let mixed = tokens.iter().fold(0u64, |mixed, token| {
                (mixed ^ (u64::from(token.id) + 1))
                    .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                    .rotate_left(29)
            });
            mixed << 32 | place as u64 & LOW
        })
        .collect();
    all.sort_unstable();
    let runs = all.chunk_by(|x, y| x >> 32 == y >> 32);
    runs.filter(|run| run.len() == 1)
        .flatten()
        .copied()
        .collect()
}

/// The longest choice of pairs, which come in the order of their first places, whose second places
/// rise too (Schensted 1961).
fn longest_rise(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length, the pair with the lowest end that a rise of that length can have.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (k, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = k,
            None => ends.push(k),
        }
    }
    let mut rise = Vec::with_capacity(ends.len());
    let mut last = ends.last().copied();
    while let Some(k) = last {
        rise.push(pairs[k]);
        last = before[k];
    }
    rise.reverse();
    rise
}
