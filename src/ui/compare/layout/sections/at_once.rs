//! In the place of `in_turns` where no text is long, because there are none of the reader's own.

use web_sys::Element;

use super::super::Place;
use super::{Pieces, PutMarks, Target};
use crate::state::Side;
use crate::ui::dom::El;

/// An element with all pieces in it.
pub fn build(_: Option<PutMarks>, section: impl Fn() -> El, pieces: impl Pieces + 'static) -> El {
    section().children((0..pieces.count()).filter_map(|at| pieces.make(at)))
}

/// Places what is left: nothing.
pub fn finish() {}

/// Places something before the rest: it is there.
pub fn place(_: Target) {}

/// Puts other marks on, as `all` does.
pub fn put_marks(all: impl FnOnce()) {
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
