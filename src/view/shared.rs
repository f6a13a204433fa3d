//! Only what both articles share: each match as two quotations in context, and the passages.

use crossread_engine::Kind;

use super::{Comparing, Marks, Part, Run};
use crate::state::{At, Side};

/// What both articles share.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The matches shown, in A's order.
    pub cards: Vec<Card>,
    /// What stands in place of the cards where there are none.
    pub no_cards: Option<String>,
    /// The passages, in A's order.
    pub passages: Vec<PassageRow>,
    /// What stands above the passages: what a passage is, and how many there are.
    pub passages_note: String,
}

/// A match as a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The match, an index into the comparison's matches.
    pub index: u32,
    /// "Edited, moved".
    pub title: String,
    /// "sentence 3 of A, 7 of B".
    pub place: String,
    /// The kind of match.
    pub kind: Kind,
    /// Whether it is moved.
    pub moved: bool,
    /// A's sentence.
    pub a: Quote,
    /// B's sentence.
    pub b: Quote,
    /// The word diff.
    pub diff: Vec<Part>,
    /// What selects it.
    pub at: At,
}

/// A sentence in its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Whose.
    pub side: Side,
    /// The sentence before it, to be greyed; empty at the beginning.
    pub before: String,
    /// The sentence.
    pub runs: Vec<Run>,
    /// The sentence after it, to be greyed; empty at the end.
    pub after: String,
}

/// A passage in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageRow {
    /// The passage, an index into the comparison's passages.
    pub index: u32,
    /// A's text of it, as it is.
    pub a: String,
    /// B's text of it, as it is; none where it is A's to the letter.
    pub b: Option<String>,
    /// "8 words".
    pub words: String,
    /// "sentence 3 of A, 7 of B".
    pub place: String,
    /// What there is to know of it: that it overlaps another, that it stands in several places.
    pub note: Option<String>,
    /// What selects its sentences.
    pub at: At,
}

/// What both articles share.
pub fn shared(_comparing: &Comparing, _marks: &Marks) -> Shared {
    Shared {
        cards: Vec::new(),
        no_cards: None,
        passages: Vec::new(),
        passages_note: String::new(),
    }
}
