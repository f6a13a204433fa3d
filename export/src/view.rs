//! A report with its texts ready to be cut, for the writers of documents.

use crossread_engine::Span;
use crossread_engine::word_diff::{Op, reading_diff};

use crate::offsets::Scalars;
use crate::report::{Article, At, Hunk, Match, Report};

/// The two sides, A first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The first article.
    A,
    /// The second article.
    B,
}

impl Which {
    /// Both, in order.
    pub const BOTH: [Which; 2] = [Which::A, Which::B];

    /// The value of this side.
    pub fn of<T>(self, a: T, b: T) -> T {
        match self {
            Which::A => a,
            Which::B => b,
        }
    }

    /// `a` or `b`, as the format names the sides.
    pub fn key(self) -> &'static str {
        match self {
            Which::A => "a",
            Which::B => "b",
        }
    }
}

/// A stretch of a sentence, and whether the other side has it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'r> {
    /// Its text.
    pub text: &'r str,
    /// Whether a reader sees the same on both sides; white space, case and typography are ignored.
    pub same: bool,
}

impl<'r> Piece<'r> {
    /// White space before, the part to mark, white space after.
    pub fn parts(&self) -> (&'r str, &'r str, &'r str) {
        let inside = self.text.trim();
        let start = self.text.len() - self.text.trim_start().len();
        let (before, rest) = self.text.split_at(start);
        (before, inside, &rest[inside.len()..])
    }
}

/// A report with its texts ready to be cut.
#[derive(Clone, Debug)]
pub struct View<'r> {
    /// The report.
    pub report: &'r Report,
    a: Scalars<'r>,
    b: Scalars<'r>,
}

impl<'r> View<'r> {
    /// Counts both texts once.
    pub fn new(report: &'r Report) -> Self {
        View {
            report,
            a: Scalars::new(&report.a.text),
            b: Scalars::new(&report.b.text),
        }
    }

    /// The article of that side.
    pub fn article(&self, which: Which) -> &'r Article {
        match which {
            Which::A => &self.report.a,
            Which::B => &self.report.b,
        }
    }

    /// The names of the two.
    pub fn names(&self) -> [&'r str; 2] {
        Which::BOTH.map(|which| &*self.article(which).name)
    }

    /// The text there, or the empty string if the range does not fit.
    pub fn text(&self, which: Which, at: At) -> &'r str {
        match which {
            Which::A => self.a.slice(at),
            Which::B => self.b.slice(at),
        }
    }

    /// The match's sentence on that side, in pieces that rebuild it. Pieces that differ only in typography count as the same,
    /// as on the page ([`reading_diff`]). The report's own `diff` is for programs and does tell them apart.
    pub fn pieces(&self, which: Which, found: &Match) -> Vec<Piece<'r>> {
        let reach = |of: fn(&Hunk) -> At| {
            let first = found.diff.first().map(|hunk| of(hunk)[0]);
            let last = found.diff.last().map(|hunk| of(hunk)[1]);
            [first.unwrap_or(0), last.unwrap_or(0)]
        };
        // All sentences that belong together, then the part of this match.
        let (in_a, in_b) = (reach(|hunk| hunk.a), reach(|hunk| hunk.b));
        let (a, b) = (self.text(Which::A, in_a), self.text(Which::B, in_b));
        let (all, at, index) = match which {
            Which::A => (a, in_a, found.a),
            Which::B => (b, in_b, found.b),
        };
        let sentence = self.article(which).sentences.get(index as usize);
        let own = sentence.map_or("", |sentence| self.text(which, sentence.at));
        let before = sentence.map_or("", |one| self.text(which, [at[0], one.at[0]]));
        let own = Span::new(before.len(), before.len() + own.len());
        let hunks = reading_diff(a, b).hunks;
        let pieces = hunks.into_iter().map(|hunk| {
            let span = match which {
                Which::A => hunk.a,
                Which::B => hunk.b,
            };
            let start = span.start.max(own.start);
            Piece {
                text: Span::new(start, span.end.min(own.end).max(start)).of(all),
                same: hunk.op == Op::Equal,
            }
        });
        pieces.filter(|piece| !piece.text.is_empty()).collect()
    }

    /// The sentence, from 1, that contains that place of a side; 0 if none does.
    pub fn sentence_number(&self, which: Which, at: At) -> usize {
        let sentences = &self.article(which).sentences;
        let index = sentences.partition_point(|sentence| sentence.at[1] <= at[0]);
        match sentences.get(index) {
            Some(sentence) if sentence.at[0] <= at[0] => index + 1,
            _ => 0,
        }
    }

    /// The words that make it a match, in A's form, each once.
    pub fn shared_words(&self, found: &Match) -> Vec<&'r str> {
        let mut words: Vec<&'r str> = Vec::new();
        for pair in &found.evidence.shared {
            let word = self.text(Which::A, pair.a);
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }
}
