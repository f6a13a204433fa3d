//! All there is to say about what the reader has in hand.

use crossread_engine::Kind;

use super::{Comparing, Hand, Marks, Part};
use crate::state::At;

/// What the dock shows. Empty strings and lists are not to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Dock {
    /// "Edited, moved"; "No counterpart"; "No match with these settings".
    pub title: String,
    /// The kind, for its tint.
    pub kind: Option<Kind>,
    /// "sentence 3 of A, 7 of B".
    pub place: String,
    /// "score 0.78 · edited from 0.60".
    pub score: String,
    /// Why it is what it is, a line each: shared words, the rule that linked them, what would change
    /// the kind.
    pub why: Vec<String>,
    /// "a quotation in A, the reporter's own words in B".
    pub voice: String,
    /// The word diff, or the sentence alone as one part.
    pub diff: Vec<Part>,
    /// The words shared beyond common ones, as A writes them.
    pub shared_words: Vec<String>,
    /// The other matches shown of either sentence.
    pub others: Vec<Other>,
    /// Said where the match in hand is hidden by the filters.
    pub note: Option<String>,
    /// The quotation with its sources, for copying as plain text.
    pub citation: String,
    /// What its own link selects.
    pub at: At,
    /// The whole in one sentence, for a live region: "Match 2 of 6. Edited, moved. Sentence 3 of A,
    /// 7 of B."
    pub spoken: String,
}

/// Another match of a sentence in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// "related: sentence 9 of B".
    pub label: String,
    /// What selects it.
    pub at: At,
}

/// What the dock shows; nothing where nothing is in hand. `link` is the address of this selection, for
/// the citation; empty where there is none.
pub fn dock(_comparing: &Comparing, _marks: &Marks, _hand: Hand, _link: &str) -> Option<Dock> {
    None
}
