//! Both articles as one text: A's order, each matched sentence with its word diff in place, and what
//! only B has after the counterpart of what precedes it in B. Nothing is lost and nothing stands twice.

use super::{Block, Comparing};

/// Both articles as one text. A's paragraphs hold `Sentence` and `Diffed` pieces, B's paragraphs what
/// only B has.
#[derive(Clone, Debug, PartialEq)]
pub struct OneText {
    /// How to read it: "In A's order. Struck through: only in A. Underlined: only in B. …"
    pub legend: String,
    /// The text.
    pub blocks: Vec<Block>,
    /// White space after A's last paragraph.
    pub after: String,
}

/// Both articles as one text.
pub fn one_text(_comparing: &Comparing) -> OneText {
    OneText {
        legend: String::new(),
        blocks: Vec::new(),
        after: String::new(),
    }
}
