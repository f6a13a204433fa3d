//! Where in an article its matches, repeats and furniture lie.

use crossread_engine::Kind;

use super::{Comparing, Marks};
use crate::state::{At, Side};

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A sentence with a match of this kind.
    Match(Kind),
    /// Repeats.
    Repeat,
    /// Furniture.
    Furniture,
}

/// A bar of the ruler.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub what: What,
    /// Where it begins, 0 to 1, by Unicode scalar values of the text.
    pub from: f64,
    /// Where it ends, 0 to 1.
    pub to: f64,
    /// The first sentence it covers and the one past the last, for a ruler that follows the page's own
    /// measure.
    pub sentences: (u32, u32),
    /// What selects its match, or its first sentence.
    pub at: Option<At>,
}

/// The ruler of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// Its bars, in the order of the text; bars of matches never overlap.
    pub bars: Vec<Bar>,
    /// The same in words: "Matches in A: 4 edited, 2 related, mostly in the opening. …"
    pub alt: String,
}

/// The ruler of that side.
pub fn ruler(_comparing: &Comparing, _marks: &Marks, _side: Side) -> Ruler {
    Ruler {
        bars: Vec::new(),
        alt: String::new(),
    }
}
