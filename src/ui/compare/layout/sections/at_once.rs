//! Replaces `in_turns` in the program without own texts, in which no text is long.

use web_sys::Element;

use super::super::Place;
use super::{Pieces, PutMarks, Target};
use crate::state::Side;
use crate::ui::dom::El;

/// An element with all pieces in it.
pub fn build(_: Option<PutMarks>, section: impl Fn() -> El, pieces: impl Pieces + 'static) -> El {
    section().children((0..pieces.count()).filter_map(|at| pieces.make(at)))
}

/// Nothing is left to place.
pub fn finish() {}

/// Everything is placed already.
pub fn place(_: Target) {}

/// Changes the marks, with `all`.
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
