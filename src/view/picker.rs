//! What the pickers offer and what the window is called.

use crate::library::Library;
use crate::state::{Side, State};

/// An article in a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickerOption {
    /// Its id, the option's value.
    pub id: String,
    /// Its title, shortened to fit.
    pub title: String,
    /// "publisher not stated · 30 May 2014".
    pub byline: String,
    /// Title and byline in one line, for a plain list.
    pub label: String,
    /// Whether it is the one chosen.
    pub chosen: bool,
    /// Whether the other side holds it.
    pub on_other_side: bool,
    /// The state that choosing it leads to.
    pub to: State,
}

/// What that side's picker offers.
pub fn picker(_library: &Library, _state: &State, _side: Side) -> Vec<PickerOption> {
    Vec::new()
}

/// What the window is called: "A's title / B's title — Crossread", "Library — Crossread".
pub fn document_title(_library: &Library, _state: &State) -> String {
    String::new()
}
