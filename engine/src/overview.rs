//! Figures for lists of articles: the length of each, and how much two share.

use crate::{Comparison, Reading, Standing};

/// How long an article is, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
    /// A's counted words: those that are shared with B, and all.
    pub a: (u32, u32),
    /// The same for B.
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

    /// The figures of the same comparison with A and B exchanged.
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
