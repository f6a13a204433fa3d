//! What lists say of articles before any is opened: how long each is, how it begins, how much two
//! share. Knows nothing but the engine, so that the build works it out for the articles it ships.

use crossread_engine::{Comparison, Reading, Span, Standing};

/// How long an article is, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// What a list says of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overview {
    /// How long it is.
    pub length: Length,
    /// The first sentence of its own that is not its title, in bytes; empty where there is none.
    pub opening: Span,
}

impl Overview {
    /// The overview of an article that was read.
    pub fn of(reading: &Reading, text: &str, title: &str) -> Overview {
        let own = reading
            .sentences
            .iter()
            .filter(|sentence| sentence.standing == Standing::Own);
        Overview {
            length: Length::of(reading),
            opening: own
                .map(|sentence| sentence.span)
                // A title may have plain spaces where the text has no-break ones.
                .find(|span| {
                    !span
                        .of(text)
                        .split_whitespace()
                        .eq(title.split_whitespace())
                })
                .unwrap_or_default(),
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
}
