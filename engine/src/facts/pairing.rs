//! Finds which item of A and which of B are about the same thing. Two sentences can both have a number without
//! counting the same thing. So two values are compared only if something shows that they belong together: they are in
//! the same place of the word alignment, or have the same words around them.

use super::Relation;
use super::said::{Item, Said};
use crate::sort;

/// Two sentences with the alignment of their words.
pub(super) struct Pairing<'s, 't> {
    pub a: &'s Said<'t>,
    pub b: &'s Said<'t>,
    /// For each token of A its partner in B, and the other way round: the heaviest common subsequence.
    pub mates_a: Vec<Option<usize>>,
    pub mates_b: Vec<Option<usize>>,
    /// The share of the shorter sentence's content words that have a partner, 0 to 1.
    pub shared: f64,
}

/// Items of A with items of B, and what is left over on either side, by index.
pub(super) struct Paired {
    pub pairs: Vec<(usize, usize, Relation)>,
    pub rest_a: Vec<usize>,
    pub rest_b: Vec<usize>,
}

/// The largest table of the alignment, as a product of token counts; beyond it, words are not aligned and only the
/// words around decide.
const CELLS: usize = 1 << 18;

/// From this share of common words on, both sentences tell the same, so items in the same place of both are about the
/// same thing. Below it, they may be about two things of one event.
const ALIKE: f64 = 0.6;
/// How tightly an item is enclosed that is bound to its partner on at least one side.
const BOUND: f64 = 1.4;
/// The same if it is bound on both sides.
const ENCLOSED: f64 = 2.4;
/// How much the words around two items must have in common to be about the same thing in two sentences that tell
/// different things.
const LOOSELY: f64 = 1.5;
/// How many words on each side of an item count as beside it.
const NEAREST: usize = 3;
/// Below this share of common words, no name is taken for a replacement of another.
const LEAST_SHARED: f64 = 0.35;

/// The largest table that is kept on the stack.
const SMALL: usize = 1024;

/// So many items of a side are paired at most.
const MOST_PAIRED: usize = u64::BITS as usize;

/// How many content words on each side count as around an item.
const AROUND: usize = 5;

impl<'s, 't> Pairing<'s, 't> {
    pub fn new(a: &'s Said<'t>, b: &'s Said<'t>) -> Self {
        let (mates_a, mates_b) = align(a, b);
        let count = |said: &Said<'_>| said.carriers.len();
        let mated = (0..mates_a.len()).filter(|&at| a.known(at).content && mates_a[at].is_some());
        let shared = mated.count() as f64 / count(a).min(count(b)).max(1) as f64;
        Pairing {
            a,
            b,
            mates_a,
            mates_b,
            shared,
        }
    }

    /// Whether both sentences are English.
    pub fn english(&self) -> bool {
        use crate::lang::Lang;
        self.a.lang == Lang::English && self.b.lang == Lang::English
    }

    /// How surely an item of A and one of B are about the same thing: 0 for nothing in common, up to 1.5 for each end
    /// that the alignment connects, 1 for each word around that both have.
    pub fn strength(&self, x: Item, y: Item) -> f64 {
        self.gap(x, y) + self.around(x, y)
    }

    /// How tightly the alignment encloses the two.
    pub fn gap(&self, x: Item, y: Item) -> f64 {
        let before = (0..x.from.min(self.mates_a.len()))
            .rev()
            .find_map(|i| Some((i, self.mates_a[i]?)));
        let after = (x.to..self.mates_a.len()).find_map(|i| Some((i, self.mates_a[i]?)));
        let left = match before {
            Some((_, mate)) if mate >= y.from => return 0.0,
            Some((i, mate)) => (x.from - i - 1) + (y.from - mate - 1),
            None => x.from + y.from + 2,
        };
        let right = match after {
            Some((_, mate)) if mate < y.to => return 0.0,
            Some((i, mate)) => (i - x.to) + (mate - y.to),
            None => {
                self.a.tokens.len().saturating_sub(x.to)
                    + self.b.tokens.len().saturating_sub(y.to)
                    + 2
            }
        };
        let near = |distance: usize| 1.5 / (1.0 + distance as f64 / 3.0);
        near(left) + near(right)
    }

    /// How many content words are around both; nearer ones count more.
    pub fn around(&self, x: Item, y: Item) -> f64 {
        let (before, after) = self.b.around(y);
        let mut sum = 0.0;
        let mut count = |all: &mut dyn Iterator<Item = usize>| {
            for (n, i) in all.take(AROUND).enumerate() {
                if !self.b.may_have(self.a.stems[i]) {
                    continue;
                }
                let same = |j: usize| self.b.stems[j] == self.a.stems[i];
                let nearest =
                    |list: &mut dyn Iterator<Item = usize>| list.take(AROUND).position(same);
                let best = nearest(&mut before.clone())
                    .into_iter()
                    .chain(nearest(&mut after.clone()))
                    .min();
                sum += best.map_or(0.0, |m| farther(n) * farther(m));
            }
        };
        let (mut left, mut right) = self.a.around(x);
        count(&mut left);
        count(&mut right);
        sum.min(4.0)
    }

    /// How much more is required of two items that differ if the sentences share few words, which makes it less
    /// likely that they are about the same thing.
    pub fn caution(&self) -> f64 {
        (0.5 - self.shared).max(0.0) * 2.0
    }

    /// Whether the sentences share enough words to tell the same.
    pub fn tells_the_same(&self) -> bool {
        self.shared >= ALIKE
    }

    /// Whether two values that differ are about the same thing; `counted` is 1 if they count the same. In sentences that
    /// tell the same, [`strength`](Self::strength) alone decides; in others, the words before or after them, and more
    /// around them, must be the same.
    pub fn one_thing(&self, x: Item, y: Item, counted: f64) -> bool {
        if counted == 0.0 && !self.beside(x, y) {
            return false;
        }
        self.tells_the_same() || self.gap(x, y) >= BOUND && self.around(x, y) + counted >= LOOSELY
    }

    /// Whether the nearest content word of one of the two, on either side, is one of the nearest three of the other on that
    /// side: *paid $43 million in taxes* and *earned $139 million in gross income* are about two things.
    fn beside(&self, x: Item, y: Item) -> bool {
        let side = |said: &Said<'_>, item: Item, after: bool| -> Vec<u64> {
            let (before, behind) = said.around(item);
            let stem = |at: usize| said.stems[at];
            if after {
                behind.take(NEAREST).map(stem).collect()
            } else {
                before.take(NEAREST).map(stem).collect()
            }
        };
        [false, true].into_iter().any(|after| {
            let (one, other) = (side(self.a, x, after), side(self.b, y, after));
            let meets =
                |one: &[u64], other: &[u64]| one.first().is_some_and(|stem| other.contains(stem));
            meets(&one, &other) || meets(&other, &one) || one.is_empty() && other.is_empty()
        })
    }

    /// Whether two names that differ have the same role: in sentences that tell the same, with the same word before or
    /// after them or many around them; in others, with the same words on both sides.
    pub fn one_role(&self, x: Item, y: Item) -> bool {
        let gap = self.gap(x, y);
        if self.tells_the_same() {
            gap >= BOUND || self.around(x, y) >= ENCLOSED
        } else {
            gap >= ENCLOSED && self.around(x, y) >= LOOSELY && self.shared >= LEAST_SHARED
                || self.governed(x, y)
        }
    }

    /// Whether the same content word is right before both: *protect Medicare*, *protect Social Security*.
    fn governed(&self, x: Item, y: Item) -> bool {
        let (Some(i), Some(j)) = (x.from.checked_sub(1), y.from.checked_sub(1)) else {
            return false;
        };
        self.mates_a.get(i) == Some(&Some(j))
            && self.a.known(i).content
            && !self.a.tokens[i].capital
            && self.a.known(i).stance.is_none()
    }

    /// Pairs items of A with items of B, the best first, each at most once: `judge` gives what a pair is
    /// worth and what it is, or nothing. What is left over on either side comes after.
    ///
    /// It is not generic over the kind of item: with its sorting, that would be a fifth of the program that compares.
    #[inline(never)]
    pub fn pairs(
        &self,
        count_a: usize,
        count_b: usize,
        judge: &dyn Fn(usize, usize) -> Option<(f64, Relation)>,
    ) -> Paired {
        let mut all = Vec::new();
        let (most_a, most_b) = (count_a.min(MOST_PAIRED), count_b.min(MOST_PAIRED));
        for i in 0..most_a {
            for j in 0..most_b {
                if let Some((worth, what)) = judge(i, j) {
                    all.push((worth, i, j, what));
                }
            }
        }
        if all.is_empty() {
            return Paired {
                pairs: Vec::new(),
                rest_a: (0..count_a).collect(),
                rest_b: (0..count_b).collect(),
            };
        }
        let tie = |i: usize, j: usize| (i.abs_diff(j) << 16 | (i + j) << 8 | i) as u64;
        let best = sort::ordered(
            all.len(),
            &[&|at| !sort::rank(all[at].0), &|at| {
                tie(all[at].1, all[at].2)
            }],
        );
        // A bit for each item that has its partner.
        let (mut taken_a, mut taken_b) = (0_u64, 0_u64);
        let mut out = Vec::new();
        for (_, i, j, what) in best.into_iter().map(|at| all[at]) {
            if (taken_a >> i | taken_b >> j) & 1 == 0 {
                (taken_a, taken_b) = (taken_a | 1 << i, taken_b | 1 << j);
                out.push((i, j, what));
            }
        }
        let left = |taken: u64, count: usize| {
            let free = |&i: &usize| i >= MOST_PAIRED || taken >> i & 1 == 0;
            (0..count).filter(free).collect()
        };
        Paired {
            pairs: out,
            rest_a: left(taken_a, count_a),
            rest_b: left(taken_b, count_b),
        }
    }
}

/// The weight of a word that is `n` content words away.
fn farther(n: usize) -> f64 {
    1.0 - n as f64 * 0.12
}

/// The heaviest common subsequence of the two sentences' stems; content words weigh three times as much as function
/// words.
fn align(a: &Said<'_>, b: &Said<'_>) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let (n, m) = (a.stems.len(), b.stems.len());
    let (mut mates_a, mut mates_b) = (vec![None; n], vec![None; m]);
    if n * m > CELLS || n == 0 || m == 0 {
        return (mates_a, mates_b);
    }
    // The table has only words that both sentences may have, since the others add nothing.
    let both = |one: &Said<'_>, other: &Said<'_>| -> Vec<usize> {
        let has = |&at: &usize| one.stems[at] != 0 && other.may_have(one.stems[at]);
        let mut both = Vec::with_capacity(one.stems.len());
        both.extend((0..one.stems.len()).filter(has));
        both
    };
    let (rows, columns) = (both(a, b), both(b, a));
    let columned: Vec<u64> = columns.iter().map(|&j| b.stems[j]).collect();
    let weight = |i: usize| if a.words[i].content { 3_u16 } else { 1 };
    let width = columns.len() + 1;
    let cells = (rows.len() + 1) * width;
    // Most pairs of sentences fit a table that costs no allocation.
    let mut small = [0_u16; SMALL];
    let mut large = Vec::new();
    let table = if cells <= SMALL {
        &mut small[..cells]
    } else {
        large.resize(cells, 0_u16);
        &mut large[..]
    };
    for (row, &i) in rows.iter().enumerate().rev() {
        let (above, below) = table.split_at_mut((row + 1) * width);
        let (row, below) = (&mut above[row * width..], &below[..width]);
        let (mut best, here, of_here) = (0, a.stems[i], weight(i));
        let cells = row.iter_mut().zip(below.windows(2)).zip(&columned);
        for ((cell, below), stem) in cells.rev() {
            // Without a branch, which would be guessed wrong at every shared word.
            let take = u16::from(*stem == here) * (of_here + below[1]);
            best = best.max(below[0]).max(take);
            *cell = best;
        }
    }
    let (mut i, mut j) = (0, 0);
    let (mut row, mut column) = (0, 0);
    while i < n && j < m {
        let (in_row, in_column) = (rows.get(row) == Some(&i), columns.get(column) == Some(&j));
        let here = table[row * width + column];
        let pairs = in_row && in_column && a.stems[i] == b.stems[j];
        if pairs && here == weight(i) + table[(row + 1) * width + column + 1] {
            (mates_a[i], mates_b[j]) = (Some(j), Some(i));
            (i, j, row, column) = (i + 1, j + 1, row + 1, column + 1);
        } else if here == table[(row + usize::from(in_row)) * width + column] {
            (i, row) = (i + 1, row + usize::from(in_row));
        } else {
            (j, column) = (j + 1, column + usize::from(in_column));
        }
    }
    (mates_a, mates_b)
}
