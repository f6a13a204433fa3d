//! Finds word by word what changed between two texts.
#![doc = include_str!("../README.md")]
//! # The steps
//!
//! *Correct* and *presentable* are separate steps:
//!
//! | step | module | from | to |
//! |---|---|---|---|
//! | words and punctuation | `tokens` | text | numbered ranges |
//! | what is kept, correctly | `align`, `table`, `anchors` | numbers | runs of kept tokens |
//! | what is kept, presentably | `tidy` | runs | runs that read well |
//! | cover | `layout` | runs | hunks over every byte, white space assigned |
//!
//! # Which alignment
//!
//! The algorithms of `similar` 3.2, over white-space words: words changed / changes / milliseconds.
//! *Sentences* are 198 pairs, a news sentence and a teacher's simpler version of it (9,401 words in
//! all); *articles* are ten pairs of short articles on one event that share few sentences (10,016);
//! *book* is two translations of one, by the words taken from each.
//!
//! | | sentences | articles | book, 10,000 | book, 100,000 | book, 790,000 |
//! |---|---|---|---|---|---|
//! | Myers | 1507 / 382 / 0.4 | 8782 / 558 / 13 | 8524 / 2016 / 12 | 77.9k / 19.0k / 160 | 947k / 124k / 4935 |
//! | RawMyers | 1507 / 382 / 0.3 | 8694 / 598 / 21 | 8516 / 2015 / 204 | quadratic | quadratic |
//! | Patience | 1509 / 382 / 1.7 | 8906 / 496 / 12 | 8670 / 1986 / 7 | 79.1k / 18.8k / 69 | 721k / 137k / 845 |
//! | Histogram | 1507 / 382 / 0.4 | 9228 / 291 / 1 | 8710 / 1943 / 16 | 83.9k / 17.8k / 161 | 728k / 134k / 2303 |
//! | Hunt | 1507 / 383 / 0.4 | 8694 / 599 / 1 | 8524 / 2016 / 15 | 77.9k / 19.0k / 172 | 947k / 124k / 5279 |
//! | Lcs | 1507 / 382 / 0.3 | 8694 / 602 / 3 | 8516 / 2003 / 301 | quadratic | quadratic |
//! | `text_diff` | 1519 / 376 / 5 | 9662 / 124 / 15 | 8706 / 1904 / 8 | 79.6k / 18.1k / 69 | 733k / 130k / 379 |
//!
//! All of them are minimal on sentences, or nearly, but none knows which of several minimal scripts
//! reads best. On long texts the fast ones differ by a third; they spend their time on stretches in
//! which no word is unique. So short texts are aligned here by a table of all alignments, in which words
//! that carry the sense weigh more. Long texts are aligned by places that are surely the same, then by
//! the table between two such places. Only stretches without a unique word that are too long for the
//! table are left to `similar`. It uses RawMyers there, which is minimal, needs linear memory, and is the
//! smallest download (4 KB; Myers 10, Hunt with Patience 26).
//!
//! On sentences, the tidying marks 0.8% more words than the optimum, for 1.92 changes per pair instead
//! of 1.98. On articles that have little in common it marks 11% more, for a fifth of the changes.
//!
//! # Bounds
//!
//! Memory grows with the lengths of the texts, not with their product: two texts of 4 MB take 110 MB in
//! all, texts included. Two texts of a megabyte take under a second if they share no word, repeat one
//! word, alternate two words, have no space, or are shuffled. The worst case found takes two seconds:
//! unique words scattered among a few that repeat.

use crossread_segment::Span;

use tokens::Sameness;

mod align;
mod anchors;
mod layout;
mod runs;
mod table;
#[cfg(test)]
mod tests;
mod tidy;
mod tokens;

/// How a stretch of text changed from A to B.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Op {
    /// The same characters on both sides, white space aside (in [`reading_diff`], the same words).
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Hunk {
    /// How it changed.
    pub op: Op,
    /// Its place in A, in bytes; empty for [`Op::Insert`].
    pub a: Span,
    /// Its place in B, in bytes; empty for [`Op::Delete`].
    pub b: Span,
}

/// The diff of two texts. Equal and changed stretches alternate; the `a` spans in order are A, the
/// `b` spans in order are B, byte for byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct WordDiff {
    /// The stretches, in order.
    pub hunks: Vec<Hunk>,
    /// Whether every alignment was considered. If `false`, the texts were too long for that and were aligned by their
    /// rare words first, so more may be marked as changed than necessary.
    pub precise: bool,
}

/// The largest table for two sentences, as a product of token counts: some 900 words each, 1 MB,
/// a few milliseconds.
const SENTENCE_CELLS: usize = 1 << 20;

/// The largest table for two texts: some 2,100 words each, 6 MB, a few tens of milliseconds.
const TEXT_CELLS: usize = 6_000_000;

/// The word diff of two sentences or passages, fast enough for a page to respond to a click: `precise` up to about
/// 900 words on both sides (or any product that is as large), not counting what they have in common at either end.
///
/// ```
/// use crossread_word_diff::{Op, word_diff};
///
/// let (a, b) = ("The talks failed.", "The talks collapsed.");
/// let found = word_diff(a, b);
/// let said: Vec<_> = found.hunks.iter().map(|h| (h.op, h.a.of(a), h.b.of(b))).collect();
/// assert_eq!(said, [
///     (Op::Equal, "The talks ", "The talks "),
///     (Op::Replace, "failed", "collapsed"),
///     (Op::Equal, ".", "."),
/// ]);
/// ```
pub fn word_diff(a: &str, b: &str) -> WordDiff {
    diff(a, b, Sameness::Characters, SENTENCE_CELLS)
}

/// [`word_diff`] for a reader: words count as the same if they differ only in case, in the form of
/// quotation marks, dashes and dots, or in composition ([`crossread_segment::fold::reading_key`]). So the
/// characters of an [`Op::Equal`] can differ between A and B.
pub fn reading_diff(a: &str, b: &str) -> WordDiff {
    diff(a, b, Sameness::Reading, SENTENCE_CELLS)
}

/// The same for two whole texts of any length: `precise` up to about 2,100 words on both sides. Beyond that, a
/// stretch counts as completely changed if no word, and no two or three words in a row, occur once on each side, and
/// it is longer than 8,192 words and signs of both texts together (in texts of more than 65,000 words and signs
/// together, in proportion less, down to 512 on each side).
pub fn text_diff(a: &str, b: &str) -> WordDiff {
    diff(a, b, Sameness::Characters, TEXT_CELLS)
}

/// Ties are decided the same way whichever text comes first: the diff is made in a fixed order of the two, and
/// mirrored for the other order.
fn diff(a: &str, b: &str, sameness: Sameness, exact_cells: usize) -> WordDiff {
    if (b.len(), b) < (a.len(), a) {
        let mut found = ordered_diff(b, a, sameness, exact_cells);
        for hunk in &mut found.hunks {
            *hunk = hunk.mirrored();
        }
        return found;
    }
    ordered_diff(a, b, sameness, exact_cells)
}

fn ordered_diff(a: &str, b: &str, sameness: Sameness, exact_cells: usize) -> WordDiff {
    let (tokens_a, tokens_b) = tokens::tokens(a, b, sameness);
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
