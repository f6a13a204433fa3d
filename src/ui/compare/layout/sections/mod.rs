//! Puts a text on the page, in two ways with one interface. The program with own texts divides long texts into sections and
//! fills them in turns, so that the page can respond in between (`in_turns`). The first program has no long texts and
//! places each at once (`at_once`).

#[cfg(not(feature = "own"))]
mod at_once;
#[cfg(feature = "own")]
mod in_turns;

use web_sys::Element;

#[cfg(not(feature = "own"))]
pub use self::at_once::{about, above, build, finish, fit, is_long, place, put_marks};
#[cfg(feature = "own")]
pub use self::in_turns::{about, above, build, finish, fit, is_long, place, put_marks};
use crate::state::Side;
use crate::ui::dom::El;

/// A part of a text that has to be on the page before the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A sentence.
    Sentence(Side, u32),
    /// A match, as a card.
    Match(u32),
}

/// Adds the marks to everything in an element. `in_turns` calls it for every part of a text once that part is on the page.
pub type PutMarks = Box<dyn Fn(&Element)>;

/// What a text is made of.
pub trait Pieces {
    /// How many there are.
    fn count(&self) -> usize;
    /// One of them.
    fn make(&self, at: usize) -> Option<El>;
    /// About how many lines it takes, if a line holds so many characters.
    fn lines(&self, _at: usize, _line: f64) -> f64 {
        0.0
    }
    /// Whether even the first ones wait until the page is idle, since making them takes long.
    fn waits(&self) -> bool {
        false
    }
    /// The piece that contains something.
    fn find(&self, _target: Target) -> Option<usize> {
        None
    }
}
