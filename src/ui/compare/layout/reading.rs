//! The place that the reader is reading, so that it stays in view when the page changes around it: in another view, or when
//! another drawer closes.

use std::cell::Cell;

use web_sys::Element;

use super::super::ids::sentence_of;
use super::super::pair_state::{PairState, Reveal};
use super::measure::{find, free, scroll_by, sentence, texts};
use crate::state::Side;
use crate::ui::browser::is_focus_in;

/// The place that was read before the page changed around it.
#[derive(Clone, Copy)]
pub struct Read {
    /// The sentence's side.
    pub side: Side,
    /// The sentence's index.
    pub index: u32,
    /// Its distance from the window's top.
    pub top: f64,
}

thread_local! {
    /// The place that was read before, and whether it had the focus.
    pub static LEFT: Cell<(Option<Read>, bool)> = const { Cell::new((None, false)) };
}

/// Selects the sentence that the reader clicked; deselects it if it was selected.
pub fn point(pair: PairState, side: Side, index: u32) {
    if pair.selection().holds(side, index) {
        pair.take(None, Reveal::No);
        return;
    }
    pair.set_anchor(side);
    // It stays where it is, even if a drawer above it closes.
    note(side, index);
    let at = pair.marks().at_sentence(&pair.comparing(), side, index);
    pair.take(at, Reveal::Least);
}

/// Called before a clicked sentence is selected: notes its position.
fn note(side: Side, index: u32) {
    let read = sentence(side, index).map(|element| Read {
        side,
        index,
        top: element.get_bounding_client_rect().top(),
    });
    LEFT.set((read, false));
}

/// Puts the clicked sentence back to the noted position.
pub fn keep() {
    if let (Some(read), _) = LEFT.take()
        && let Some(element) = sentence(read.side, read.index)
    {
        let moved = element.get_bounding_client_rect().top() - read.top;
        if moved != 0.0 {
            scroll_by(moved);
        }
    }
}

/// Called before another view replaces the current one: notes what is being read. That is the sentence that has the
/// focus, or the first that begins below the bar; nothing while the beginning of the texts is in view.
pub fn leave() {
    let free = free();
    let mut read = find(".s:focus").and_then(|focused| first(&focused, free));
    if let (None, Some(texts)) = (read, texts())
        && texts.get_bounding_client_rect().top() < free.0
    {
        read = first(&texts, free);
    }
    LEFT.set((read, is_focus_in(".s,.card")));
}

/// The first sentence in an element that begins in the free part of the window, or an element that names a sentence and ends
/// there. It does not look at what is above, since that part of a long text is not laid out.
fn first(within: &Element, free: (f64, f64)) -> Option<Read> {
    let seen = within.get_bounding_client_rect();
    let folded = || within.closest("details:not([open])").ok().flatten();
    if seen.bottom() <= free.0 || seen.top() >= free.1 || folded().is_some() {
        return None;
    }
    let named = within.get_attribute("data-at");
    if named.is_some() || seen.top() >= free.0 {
        let top = seen.top().max(free.0);
        if let Some((side, index)) = sentence_of(&named.unwrap_or_else(|| within.id())) {
            return Some(Read { side, index, top });
        }
    }
    let mut child = within.first_element_child();
    while let Some(one) = child {
        let found = first(&one, free);
        if found.is_some() {
            return found;
        }
        child = one.next_element_sibling();
    }
    None
}
