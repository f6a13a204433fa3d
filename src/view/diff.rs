//! The word diff of two sentences, as text to be placed.

use crossread_engine::word_diff::Hunk;
pub use crossread_engine::word_diff::Op;

/// A stretch of a word diff. The `a`s joined are A's sentence, the `b`s joined are B's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What happened.
    pub op: Op,
    /// A's text; empty for an insertion.
    pub a: String,
    /// B's text; empty for a deletion. For [`Op::Equal`] it may differ from A's in white space, case
    /// and typography.
    pub b: String,
}

/// The word diff of two sentences.
pub(super) fn diff(hunks: &[Hunk], a: &str, b: &str) -> Vec<Part> {
    hunks
        .iter()
        .map(|hunk| Part {
            op: hunk.op,
            a: hunk.a.of(a).to_owned(),
            b: hunk.b.of(b).to_owned(),
        })
        .collect()
}
