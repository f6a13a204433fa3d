//! What the reader is writing in a text on the compare page: the field, what has not been applied to the page yet, and
//! what is not kept yet. `live` shows the field and keeps its text; `keep` and `refresh` ask here what they must not
//! touch.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::entries;
use crate::library::{Article, Origin};
use crate::own::Draft;
use crate::state::{At, Side};
use crate::ui::site::Site;
use crate::view::moved_offset;

thread_local! {
    /// Counts inputs, so that a timer knows whether it belongs to the latest.
    static TYPED: Cell<u32> = const { Cell::new(0) };
    /// The field, as long as a text is edited; it may have left the page by then.
    static FIELD_NOW: RefCell<Option<HtmlTextAreaElement>> = const { RefCell::new(None) };
    /// The text whose field has something that has not been applied to the page yet; empty for none.
    static UNAPPLIED: RefCell<String> = const { RefCell::new(String::new()) };
    /// The text that is edited.
    static EDITING: Cell<Option<Editing>> = const { Cell::new(None) };
}

/// The id of the text that is edited; empty for none.
pub type Editing = RwSignal<String>;

/// Sets the field of a text, or removes it with `None`.
pub fn set_field(field: Option<HtmlTextAreaElement>) {
    FIELD_NOW.with_borrow_mut(|now| *now = field);
}

/// Sets the signal that says what is edited.
pub fn set_editing(editing: Option<Editing>) {
    EDITING.set(editing);
}

/// Whether that signal is the one that says what is edited.
pub fn is_editing(editing: Editing) -> bool {
    EDITING.get() == Some(editing)
}

/// Notes that the reader has typed in the field. Returns the number of the input, for [`is_latest`].
pub fn note_typed() -> u32 {
    TYPED.set(TYPED.get() + 1);
    UNAPPLIED.with_borrow_mut(|one| *one = edited());
    TYPED.get()
}

/// The number of the last input.
pub fn latest() -> u32 {
    TYPED.get()
}

/// Whether nothing was typed since.
pub fn is_latest(typed: u32) -> bool {
    TYPED.get() == typed
}

/// Forgets what is in the field and has not been applied.
pub fn drop_unapplied() {
    UNAPPLIED.with_borrow_mut(String::clear);
}

/// The field, while a text is edited.
pub fn field_now() -> Option<HtmlTextAreaElement> {
    FIELD_NOW.with_borrow(Clone::clone)
}

/// The text whose field has something that has not been applied to the page yet.
pub fn unapplied() -> Option<String> {
    let id = UNAPPLIED.with_borrow(Clone::clone);
    (!id.is_empty()).then_some(id)
}

/// Whether the reader wrote something in a text that is not kept yet.
pub fn is_written(site: Site, id: &str) -> bool {
    unapplied().is_some_and(|one| one == id) || draft(site, id).is_some()
}

/// The text that is edited; empty for none.
pub fn edited() -> String {
    let editing = EDITING
        .get()
        .and_then(|editing| editing.try_get_untracked());
    editing.unwrap_or_default()
}

/// The id of the text on a side.
pub fn id_of(site: Site, side: Side) -> String {
    let state = site.state_now();
    match side {
        Side::A => state.a,
        Side::B => state.b,
    }
}

/// The side that holds a text.
pub fn side_of(site: Site, id: &str) -> Option<Side> {
    Side::BOTH.into_iter().find(|side| id_of(site, *side) == id)
}

/// Applies the text in the field to the page. Returns whether it should be kept.
pub fn apply(site: Site, id: &str) -> bool {
    let Some(text) = field_now().map(|field| field.value()) else {
        return false;
    };
    let known = site.library(|library| {
        let article = library.get(id)?.clone();
        Some((article, library.origin(id), library.added(id)))
    });
    let Some((old, origin, added)) = known else {
        return false;
    };
    // A text without words does not count.
    if text.trim().is_empty() || origin == Origin::Shipped {
        return false;
    }
    drop_unapplied();
    if *old.text == *text {
        return true;
    }
    let state = site.state_now();
    let to = |offset| moved_offset(&old.text, &text, offset);
    let side = side_of(site, id);
    let by_hand = side.map(|side| state.by_hand.moved(side, to));
    let moved = side.zip(state.at).map(|(side, at)| match (side, at) {
        (Side::A, At::Pair(a, b)) => At::Pair(to(a), b),
        (Side::B, At::Pair(a, b)) => At::Pair(a, to(b)),
        (Side::A, At::A(a)) => At::A(to(a)),
        (Side::B, At::B(b)) => At::B(to(b)),
        (_, at) => at,
    });
    let article = Article {
        text: text.into(),
        ..(*old).clone()
    };
    let written = Draft::of(&article);
    site.change_library(|library| library.put(article, origin, added));
    // The selection and the links by hand move with the text.
    let at = moved.or(state.at);
    let by_hand = by_hand.unwrap_or_else(|| state.by_hand.clone());
    site.go(state.with_at(at).with_by_hand(by_hand));
    put_draft(site, id, written);
    true
}

/// Remembers what was written in a text until it is kept.
fn put_draft(site: Site, id: &str, written: Draft) {
    let key = match key_of(site, id) {
        Some(key) => key,
        None => {
            forget(site, id);
            entries::put(site, "", Some(id.to_owned()), Ok(Draft::default()))
        }
    };
    entries::update(site, key, |entry| {
        entry.touched = true;
        entry.measured = None;
        entry.brought = Ok(written);
    });
}

/// The key of what was written in a text and is not kept yet.
pub fn key_of(site: Site, id: &str) -> Option<u32> {
    let held = site.own.held();
    let mut entries = held.entries.iter();
    let entry = entries.find(|one| one.touched && one.edits.as_deref() == Some(id))?;
    Some(entry.key)
}

/// The texts that were changed where they are compared and are not kept yet, each with the key of its edit. What is written in a
/// form is not on the page before it is saved.
pub fn unkept(site: Site) -> Vec<(String, u32)> {
    let held = site.own.held();
    let written = held.entries.iter().filter(|one| one.touched);
    let unkept = written.filter_map(|one| {
        let (id, draft) = (one.edits.as_ref()?, one.draft()?);
        entries::is_shown(site, id, draft).then(|| (id.clone(), one.key))
    });
    unkept.collect()
}

/// Forgets what was written in a text: it is kept.
pub fn forget(site: Site, id: &str) {
    let entries = &mut site.own.hold().entries;
    entries.retain(|one| one.edits.as_deref() != Some(id));
}

/// What the reader wrote in a text and has not been kept yet.
pub fn draft(site: Site, id: &str) -> Option<String> {
    let held = site.own.held();
    let entry = held
        .entries
        .iter()
        .find(|one| one.edits.as_deref() == Some(id) && one.touched)?;
    entry.brought.as_ref().ok().map(|draft| draft.text.clone())
}

/// Continues an edit in another text, since another tab has changed the first one meanwhile. `written`: what is kept of it. The
/// field stays, so that not even a letter that is typed meanwhile goes astray.
pub fn moved(site: Site, key: u32, from: &str, to: &str, written: &str) {
    settle_field(site, from);
    entries::follow(site, from, to, written, |entry| entry.key == key);
    // The library has it before the page asks for it.
    let known = site.library(|library| {
        let article = library.get(from)?;
        Some(((**article).clone(), library.added(from)))
    });
    if let Some((mut article, added)) = known
        && key_of(site, to) == Some(key)
    {
        article.id = to.to_owned().into();
        site.change_library(|library| library.put(article, Origin::Kept, added));
        if let Some(editing) = EDITING.get().filter(|_| edited() == from) {
            editing.update_untracked(|id| to.clone_into(id));
        }
        site.rename(&[(from.to_owned(), to.to_owned())]);
    }
}

/// Applies the field of that text to the page.
pub fn settle_field(site: Site, id: &str) {
    if unapplied().is_some_and(|one| one == id) {
        apply(site, id);
    }
}
