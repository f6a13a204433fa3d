//! What was found, in words: the sentence above the texts.

use super::Comparing;

/// What no comparison can show; stands near the figures.
pub const CAUTION: &str = "Overlap cannot show who copied whom: both may draw on a third source.";

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// One or two sentences: "Four sentences of A stand in B in other words; two more make the same
    /// claim. No sentence is the same word for word."
    pub headline: String,
    /// Where it lies, or what was looked for where nothing was found.
    pub detail: String,
    /// Said where the comparison was cut short.
    pub cut_short: Option<String>,
}

/// What was found, in words.
pub fn finding(_comparing: &Comparing) -> Finding {
    Finding {
        headline: String::new(),
        detail: String::new(),
        cut_short: None,
    }
}
