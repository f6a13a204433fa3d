//! The parts of a laid-out text: blocks, paragraphs, sentences and runs, each with its own text. Joined, they are the
//! whole text.

use crossread_engine::{Kind, Voice};

use super::diff::Part;
use crate::state::{At, Side};

/// A paragraph, or several that are folded away.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// Paragraphs of repeats or furniture, folded until the reader opens them.
    Fold(Fold),
}

/// Paragraphs folded into one line. Open it when the selection holds a sentence in `sentences`.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    /// What they are and how much: "repeat · 16 sentences".
    pub label: String,
    /// The first sentence, to be shown greyed before the label.
    pub teaser: String,
    /// The side of the sentences.
    pub side: Side,
    /// The first sentence inside and the one past the last.
    pub sentences: (u32, u32),
    /// The folded paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Whose text it is. In one text, B's paragraphs hold what only B has.
    pub side: Side,
    /// White space between the paragraph before and this one; not to be shown.
    pub before: String,
    /// Its sentences and what is between them.
    pub pieces: Vec<Piece>,
    /// What it is, if all of it is a repeat or furniture: "repeat", "caption". To be greyed.
    pub label: Option<String>,
    /// Whether it continues a paragraph into which something of B was inserted (one text only).
    pub continues: bool,
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// The text between sentences, mostly white space; shown as it is.
    Gap(String),
    /// A sentence.
    Sentence(SentencePiece),
    /// A sentence of A and its counterpart in B, as a word diff, or one after the other (one text only).
    Diffed(Diffed),
}

/// A sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct SentencePiece {
    /// Its side.
    pub side: Side,
    /// Its index into its reading's sentences, and into [`super::Marks`].
    pub index: u32,
    /// Its text, in runs.
    pub runs: Vec<Run>,
    /// What it is, if it is a repeat or furniture and does not count: "repeat of sentence 2", "caption". To be
    /// greyed.
    pub aside: Option<String>,
    /// Whose words it gives.
    pub voice: Voice,
    /// In one text: where else its counterparts are, in words.
    pub note: Option<String>,
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, as it is.
    pub text: String,
    /// Whether it is in a passage; to be underlined.
    pub passage: bool,
    /// Whether it is furniture within a sentence of the article's own; to be greyed.
    pub aside: bool,
    /// Whether the other article says it differently, or does not say it; to be tinted if differences are marked.
    pub value: bool,
    /// If it clashes with the other article, with what: "Number: 100,000 in EmbassyPages". To be marked with ≠.
    pub clash: Option<String>,
}

/// A sentence of A with what changed to its counterpart in B.
#[derive(Clone, Debug, PartialEq)]
pub struct Diffed {
    /// The match, an index into the comparison's matches.
    pub index: u32,
    /// The sentence of A.
    pub a: u32,
    /// The sentence of B.
    pub b: u32,
    /// The kind of match.
    pub kind: Kind,
    /// Whether it is moved.
    pub moved: bool,
    /// What selects it.
    pub at: At,
    /// The word diff; empty if the two tell it in different words. Then B's sentence is the first of `also`.
    pub diff: Vec<Part>,
    /// A's sentence, if there is no word diff.
    pub own: Vec<Run>,
    /// B's sentence, if there is no word diff, and further counterparts in B that are nowhere else in the one text. Each has a
    /// label ("also in EmbassyPages, sentence 9").
    pub also: Vec<(String, SentencePiece)>,
}
