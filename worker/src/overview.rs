//! Figures for the lists of articles: the length of each, how much two share, and one match as an example. The build
//! computes them for the shipped articles.

use crossread_engine::word_diff::{Hunk, reading_diff};
use crossread_engine::{Comparison, Kind, Match, Reading, Span, Standing};
use serde::{Deserialize, Serialize};

/// How long an article is, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// All of them.
    pub words: u32,
    /// Those in repeats.
    pub repeats: u32,
    /// Those in furniture.
    pub furniture: u32,
}

impl Length {
    /// The length of an article that was read.
    pub fn of(reading: &Reading) -> Length {
        let repeats = reading
            .sentences
            .iter()
            .filter(|sentence| matches!(sentence.standing, Standing::Repeat(_)))
            .map(|sentence| sentence.words.1 - sentence.words.0)
            .sum();
        let not_own = reading.own.iter().filter(|&&own| !own).count() as u32;
        Length {
            words: reading.words.len() as u32,
            repeats,
            furniture: not_own.saturating_sub(repeats),
        }
    }
}

/// How much two articles share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairFigures {
    /// Of A's words that count, those that are shared with B, and all.
    pub a: (u32, u32),
    /// The same of B.
    pub b: (u32, u32),
    /// Sentences of A by their strongest kind of match: verbatim, edited, related.
    pub kinds: [u32; 3],
    /// How many passages they share.
    pub passages: u32,
}

impl PairFigures {
    /// The figures of a comparison.
    pub fn of(found: &Comparison) -> PairFigures {
        PairFigures {
            a: (found.a.shared(), found.a.words),
            b: (found.b.shared(), found.b.words),
            kinds: [
                found.a.verbatim_sentences,
                found.a.edited_sentences,
                found.a.related_sentences,
            ],
            passages: found.passages.len() as u32,
        }
    }

    /// The figures of the same comparison with A and B in each other's place.
    pub fn mirrored(found: &Comparison) -> PairFigures {
        let figures = PairFigures::of(found);
        PairFigures {
            a: figures.b,
            b: figures.a,
            kinds: [
                found.b.verbatim_sentences,
                found.b.edited_sentences,
                found.b.related_sentences,
            ],
            ..figures
        }
    }
}

/// One match of two articles, as an example of what a comparison finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specimen {
    /// The sentence of A, in bytes.
    pub a: Span,
    /// The sentence of B, in bytes.
    pub b: Span,
    /// How they are alike.
    pub kind: Kind,
    /// Whether it is moved.
    pub moved: bool,
    /// What changed from the one to the other, in bytes of the two sentences.
    pub hunks: Vec<Hunk>,
}

impl Specimen {
    /// The match that serves best as an example; none where there is no match.
    pub fn of(texts: [&str; 2], readings: [&Reading; 2], found: &Comparison) -> Option<Specimen> {
        let specimen = |found: &Match| {
            let [a, b] = readings;
            let a = a.sentences.get(found.a as usize)?.span;
            let b = b.sentences.get(found.b as usize)?.span;
            Some(Specimen {
                a,
                b,
                kind: found.kind,
                moved: found.moved,
                hunks: reading_diff(a.of(texts[0]), b.of(texts[1])).hunks,
            })
        };
        let all = found.matches.iter().filter_map(specimen);
        all.min_by_key(Specimen::unfitness)
    }

    /// How little it serves as an example: best is a reworded sentence of a length that is read at a
    /// glance.
    fn unfitness(&self) -> usize {
        let kind = match self.kind {
            Kind::Edited => 0,
            Kind::Related => 1_000,
            Kind::Verbatim => 2_000,
        };
        kind + (self.a.len() + self.b.len()).abs_diff(200)
    }
}
