//! Word diff
use crate::Span;

mod align;
mod layout;
#[cfg(test)]
mod tests;
mod tidy;
mod tokens;

/// What became of a stretch of text between A and B.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// The same characters on both sides, white space aside.
    Equal,
    /// Only in A.
    Delete,
    /// Only in B.
    Insert,
    /// Other words in B than in A.
    Replace,
}

/// One stretch of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hunk {
    /// What became of it.
    pub op: Op,
    /// Its place in A, in bytes; empty for [`Op::Insert`].
    pub a: Span,
    /// Its place in B, in bytes; empty for [`Op::Delete`].
    pub b: Span,
}

/// The diff of two texts. The `a` spans in order are A, the `b` spans in order are B, byte for byte;
/// no two neighbours have one op.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordDiff {
    /// The stretches, in order.
    pub hunks: Vec<Hunk>,
    /// Whether the texts were short enough to look for the best alignment; where `false`, long
    /// stretches were aligned by their rare words, and more may be marked as changed than need be.
    pub precise: bool,
}

/// The largest product of token counts for which every alignment is weighed.
const SENTENCE_CELLS: usize = 1 << 20;
const TEXT_CELLS: usize = 6_000_000;

/// The word diff of two sentences or passages.
pub fn word_diff(a: &str, b: &str) -> WordDiff {
    diff(a, b, SENTENCE_CELLS)
}

/// The word diff of two whole texts.
pub fn text_diff(a: &str, b: &str) -> WordDiff {
    diff(a, b, TEXT_CELLS)
}

/// Ties fall the same way whichever text is named first: the diff is made in one order of the two,
/// and turned round for the other.
fn diff(a: &str, b: &str, exact_cells: usize) -> WordDiff {
    if (b.len(), b) < (a.len(), a) {
        let mut found = ordered_diff(b, a, exact_cells);
        for hunk in &mut found.hunks {
            *hunk = hunk.mirrored();
        }
        return found;
    }
    ordered_diff(a, b, exact_cells)
}

fn ordered_diff(a: &str, b: &str, exact_cells: usize) -> WordDiff {
    let (tokens_a, tokens_b) = tokens::tokens(a, b);
    let aligned = align::align(&tokens_a, &tokens_b, exact_cells);
    let tidied = tidy::tidy(aligned.runs, (a, &tokens_a), (b, &tokens_b));
    WordDiff {
        hunks: layout::hunks(&tidied, (a, &tokens_a), (b, &tokens_b)),
        precise: aligned.precise,
    }
}

impl Hunk {
    fn mirrored(self) -> Hunk {
        let op = match self.op {
            Op::Delete => Op::Insert,
            Op::Insert => Op::Delete,
            same => same,
        };
        Hunk {
            op,
            a: self.b,
            b: self.a,
        }
    }
}
