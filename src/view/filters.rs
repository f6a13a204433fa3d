//! The row of filters: what each would show, how many that is, and the state it leads to.

use crossread_engine::{Kind, Strictness};

use super::Comparing;
use crate::state::{State, View, Voices};

/// A choice that can be on or off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// "Edited".
    pub label: String,
    /// How many matches it is about.
    pub count: u32,
    /// Whether it is on.
    pub on: bool,
    /// The state that choosing it leads to.
    pub to: State,
    /// The kind that it is about, for its tint.
    pub kind: Option<Kind>,
}

/// The row of filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filters {
    /// Verbatim, edited, related; each toggles.
    pub kinds: Vec<Chip>,
    /// "Unique 11 · 12": sentences without a match, in A and in B.
    pub unique: String,
    /// The same for those who hear it: "11 sentences of A and 12 of B have no match".
    pub unique_spoken: String,
    /// All, in quotation marks, in the reporter's own words; one is on.
    pub voices: Vec<Chip>,
    /// "5 words": the least passage length.
    pub min_words: String,
    /// How many passages there are: "3 passages".
    pub passages: String,
    /// The switch that brings repeats and furniture back: its label; `count` is in words.
    pub everything: Chip,
    /// What the switch brings back: "354 words of A repeat, 38 words of B are furniture". Empty where
    /// there is nothing to bring back.
    pub everything_note: String,
    /// Said where filters hide matches: "2 of 6 matches are hidden".
    pub hidden: Option<String>,
}

/// The row of filters.
pub fn filters(_comparing: &Comparing, state: &State) -> Filters {
    Filters {
        kinds: Vec::new(),
        unique: String::new(),
        unique_spoken: String::new(),
        voices: Vec::new(),
        min_words: String::new(),
        passages: String::new(),
        everything: Chip {
            label: String::new(),
            count: 0,
            on: false,
            to: state.clone(),
            kind: None,
        },
        everything_note: String::new(),
        hidden: None,
    }
}

/// A step of strictness and what it would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrictnessStep {
    /// The step.
    pub strictness: Strictness,
    /// "normal".
    pub label: String,
    /// Whether it is the one chosen.
    pub on: bool,
    /// How many matches it has.
    pub matches: u32,
    /// Against the one chosen: "2 more matches, 1 match becomes edited". "as now" for no change.
    pub effect: String,
    /// Sentences whose mark it would change: of A, of B.
    pub changes: (Vec<u32>, Vec<u32>),
    /// The state that choosing it leads to.
    pub to: State,
}

/// The five steps of strictness, each compared: five times the work of a comparison, so ask when the
/// reader does.
pub fn strictness_steps(_comparing: &Comparing, _state: &State) -> Vec<StrictnessStep> {
    Vec::new()
}

/// "Verbatim", "Edited", "Related".
pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "Verbatim",
        Kind::Edited => "Edited",
        Kind::Related => "Related",
    }
}

/// "verbatim", "edited", "related": the same inside a sentence.
pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "verbatim",
        Kind::Edited => "edited",
        Kind::Related => "related",
    }
}

/// "loosest" to "strictest".
pub fn strictness_word(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::Loosest => "loosest",
        Strictness::Loose => "loose",
        Strictness::Normal => "normal",
        Strictness::Strict => "strict",
        Strictness::Strictest => "strictest",
    }
}

/// "Side by side", "One text", "Shared".
pub fn view_word(view: View) -> &'static str {
    match view {
        View::Side => "Side by side",
        View::One => "One text",
        View::Shared => "Shared",
    }
}

/// "All words", "In quotation marks", "In the reporter's own words".
pub fn voices_word(voices: Voices) -> &'static str {
    match voices {
        Voices::All => "All words",
        Voices::Quoted => "In quotation marks",
        Voices::Reporter => "In the reporter’s own words",
    }
}
