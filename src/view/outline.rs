//! How a text is made of paragraphs, before anything is cut out of it: which paragraph contains each sentence, and
//! which paragraphs are folded. It has only ranges; `blocks` fills an outline and cuts it.

use std::sync::OnceLock;

use crossread_engine::Span;

use crate::state::{Both, Side};

/// A part of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Item {
    /// The text between sentences.
    Gap(Side, Span),
    /// A sentence.
    Sentence(Side, u32),
    /// A match, in place of its sentence of A (one text only).
    Diffed(u32),
}

/// A paragraph, as ranges.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    pub(super) side: Side,
    /// White space before it.
    pub(super) before: Span,
    /// Its first item and the one past its last.
    pub(super) items: (usize, usize),
    pub(super) continues: bool,
}

/// A text in blocks that can be cut one by one.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    pub(super) items: Vec<Item>,
    pub(super) paragraphs: Vec<Lines>,
    /// The first paragraph of each block and the one past its last, and whether they are folded.
    pub(super) blocks: Vec<(usize, usize, bool)>,
    /// White space after the last paragraph.
    pub(super) after: Span,
    /// For one text, where the sentences of both go.
    pub(super) plan: Option<Plan>,
}

/// A text that can be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// One article as a column.
    Column(Side),
    /// Both as one text.
    One,
}

/// A text, outlined, and the places of its sentences.
#[derive(Clone, Debug)]
pub struct Laid {
    /// Its blocks.
    pub outline: Outline,
    /// The block that contains each sentence; past the last block if none does. Worked out on first use, which only long
    /// texts have.
    pub(super) places: OnceLock<Both<Vec<u32>>>,
}

/// Something that only B has.
#[derive(Clone, Copy, Debug)]
pub(super) enum OfB {
    Sentence(u32),
    /// The text before a sentence, if it is more than white space.
    Before(u32),
    /// The text after the last sentence.
    End,
}

/// Where each sentence of B goes.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// For each sentence of A, the match that is diffed in its place.
    pub(super) diffed: Vec<Option<u32>>,
    /// For each sentence of A, its further matches whose sentence of B is shown nowhere else.
    pub(super) also: Vec<Vec<u32>>,
    /// For each sentence of B, the sentence of A with which it is shown.
    pub(super) with: Vec<Option<u32>>,
    /// The parts of B that come before all of A.
    pub(super) first: Vec<OfB>,
    /// For each sentence of A, the parts of B that follow it.
    pub(super) follows: Vec<Vec<OfB>>,
}
