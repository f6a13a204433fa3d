//! Where one reads, so that it stays before the reader's eyes when the page changes about it: in another view, or where another
//! drawer was open.

use std::cell::Cell;

use web_sys::Element;

use super::super::ids::sentence_of;
use super::super::pair_state::{PairState, Reveal};
use super::measure::{find, free, scroll_by, sentence, texts};
use crate::state::Side;
use crate::ui::browser::is_focus_in;

/// Where one read before the page changed about it: in another view, or where another drawer was open.
#[derive(Clone, Copy)]
pub struct Read {
    /// A sentence, whose.
    pub side: Side,
    /// Which.
    pub index: u32,
    /// How far below the window's top it stood.
    pub top: f64,
}

thread_local! {
    /// Where one read before, and whether the focus went with it.
    pub static LEFT: Cell<(Option<Read>, bool)> = const { Cell::new((None, false)) };
}

/// Takes a selected sentence that the reader pointed at; lets it go where it was selected.
pub fn point(pair: PairState, side: Side, index: u32) {
    if pair.selection().holds(side, index) {
        pair.take(None, Reveal::No);
        return;
    }
    pair.set_anchor(side);
    // Where it stands, there it stays, though a drawer above it closes.
    note(side, index);
    let at = pair.marks().at_sentence(&pair.comparing(), side, index);
    pair.take(at, Reveal::Least);
}

/// Called before a sentence is selected that the reader pointed at: notes where it stands.
fn note(side: Side, index: u32) {
    let read = sentence(side, index).map(|element| Read {
        side,
        index,
        top: element.get_bounding_client_rect().top(),
    });
    LEFT.set((read, false));
}

/// Has a sentence that the reader pointed at stand where it stood.
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

/// Called before another view takes the place of the one shown: notes what one reads in it. That is the sentence that has
/// the focus, or the first that begins below the bar; nothing as long as the texts' own beginning is in sight.
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

/// The first sentence in an element that begins in what is free for reading, or what names one and ends there. Does not look
/// into what lies above: of a long text, that is not laid out.
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
