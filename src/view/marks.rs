//! Which sentences are marked, and in which order matches are read, with the reader's filters applied.

use crossread_engine::Kind;

use super::{Comparing, Hand};
use crate::state::{At, Both, Side, State};

/// How a sentence is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its strongest kind among the matches shown.
    pub kind: Kind,
    /// Whether its strongest match is moved.
    pub moved: bool,
    /// Its matches shown, strongest first, as indices into the comparison's matches.
    pub matches: Vec<u32>,
    /// For those who hear the page: "edited, moved, sentence 7 of B".
    pub label: String,
}

/// The marks of both sides and the reading order of the matches shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    marks: Both<Vec<Option<Mark>>>,
    order: Vec<u32>,
}

impl Marks {
    /// The marks that the state's filters let through.
    pub fn new(comparing: &Comparing, _state: &State) -> Marks {
        Marks {
            marks: Both::each(|side| vec![None; comparing.readings.of(side).sentences.len()]),
            order: Vec::new(),
        }
    }

    /// How that sentence is marked.
    pub fn of(&self, side: Side, sentence: u32) -> Option<&Mark> {
        self.marks.of(side).get(sentence as usize)?.as_ref()
    }

    /// The matches shown, in A's order, as indices into the comparison's matches.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Where the match in hand stands among those shown: "2 of 6", "6 matches", "1 match",
    /// "no matches".
    pub fn position(&self, _hand: Hand) -> String {
        String::new()
    }

    /// What selects the match after the one in hand, or the first; none at the end.
    pub fn next(&self, _comparing: &Comparing, _hand: Hand) -> Option<At> {
        None
    }

    /// What selects the match before the one in hand, or the last; none at the beginning.
    pub fn previous(&self, _comparing: &Comparing, _hand: Hand) -> Option<At> {
        None
    }
}
