//! What the compare page says where there is no pair to compare.

use crate::library::Library;
use crate::state::{State, Subject};

/// A helpful empty state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// "Choose two articles to compare".
    pub headline: String,
    /// What is the matter and what to do.
    pub detail: String,
    /// Pairs to go to instead: label and state.
    pub offers: Vec<(String, State)>,
}

/// What the compare page says; nothing where there is a pair, or on another page.
pub fn prompt(_subject: &Subject, _state: &State, _library: &Library) -> Option<Prompt> {
    None
}
