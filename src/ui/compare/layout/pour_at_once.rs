//! In the place of `pour` where no text is long, because there are none of the reader's own.

use web_sys::Element;

use super::Place;
use crate::state::Side;
use crate::ui::dom::El;

/// Something that stands on the page; here nobody looks which.
#[derive(Clone, Copy)]
#[expect(dead_code, reason = "callers say what they want, as they do to `pour`")]
pub enum Wanted {
    /// A sentence.
    Sentence(Side, u32),
    /// A match, as a card.
    Match(u32),
}

/// Puts its marks on what stands in an element; here [`dress`] puts them on the whole page.
pub type Dress = Box<dyn Fn(&Element)>;

/// What a text is made of.
pub trait Pieces {
    /// How many there are.
    fn count(&self) -> usize;
    /// One of them.
    fn make(&self, at: usize) -> Option<El>;
}

/// An element with all pieces in it.
pub fn pour(_: Option<Dress>, section: impl Fn() -> El, pieces: impl Pieces + 'static) -> El {
    section().children((0..pieces.count()).filter_map(|at| pieces.make(at)))
}

/// Places what is left: nothing.
pub fn finish() {}

/// Places something before the rest: it is there.
pub fn place(_: Wanted) {}

/// Puts other marks on, as `all` does.
pub fn dress(all: impl FnOnce()) {
    all();
}

/// No text is long.
pub fn is_long() -> bool {
    false
}

/// There is nothing to learn.
pub fn fit() {}

/// There are no sections.
pub fn above(_: &Element) -> f64 {
    0.0
}

/// Everything can be measured.
pub fn about(_: Side, _: u32) -> Option<Place> {
    None
}
