//! A text of the reader's, edited on the compare page while it is compared: a small text with every letter,
//! a large one when the reader pauses. The field stands outside of everything that is made anew by an
//! answer, and nobody writes into it but the reader, so that the caret stays where it is.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::{sheet, stock};
use crate::library::{Article, Origin};
use crate::own::{Collection, Sheet};
use crate::state::{At, Side};
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el, live};
use crate::ui::link::link;
use crate::ui::site::Site;
use crate::view::moved_offset;

/// Up to so many characters a text is compared with every letter.
const SMALL: u32 = 20_000;
/// So long a reader who writes in a larger one pauses, in milliseconds; and in one from [`LARGE`] on.
const PAUSE: u32 = 400;
const LONG_PAUSE: u32 = 1_500;
const LARGE: u32 = 400_000;
/// After so long a pause it is kept, in milliseconds.
const KEEP: u32 = 1_500;

const FIELD: &str = "live-text";

thread_local! {
    /// Counts what is typed, so that a timer knows whether it is about the latest.
    static TYPED: Cell<u32> = const { Cell::new(0) };
}

/// The id of the text that is edited; empty for none.
pub type Editing = RwSignal<String>;

/// The button that opens the text of a side.
pub fn opener(site: Site, editing: Editing, side: Side) -> El {
    button("button")
        .id(&opener_id(side))
        .text(&format!("Edit {}", side.letter()))
        .live_flag("aria-expanded", move || editing.get() == id_of(site, side))
        .on("click", move |_| {
            let id = id_of(site, side);
            let open = editing.get_untracked() == id;
            close(site, editing);
            if !open {
                editing.set(id);
                browser::next_frame(move || begin(site, side));
            }
        })
}

/// Puts the caret where the reader is: at the sentence in hand, or where the text begins.
fn begin(site: Site, side: Side) {
    let Some(field) = field_now() else { return };
    let at = site.state_now().at.and_then(|at| at.of(side)).unwrap_or(0);
    let text = field.value();
    let before = text.chars().take(at as usize).map(char::len_utf16);
    let caret = before.sum::<usize>() as u32;
    let _ = field.set_selection_range(caret, caret);
    let _ = field.focus();
}

/// Whether an element of that id is such a button.
pub fn is_opener(id: &str) -> bool {
    Side::BOTH.iter().any(|side| opener_id(*side) == id)
}

fn opener_id(side: Side) -> String {
    format!("edit-{}", side.letter())
}

fn id_of(site: Site, side: Side) -> String {
    let state = site.state_now();
    match side {
        Side::A => state.a,
        Side::B => state.b,
    }
}

/// The side that holds a text.
fn side_of(site: Site, id: &str) -> Option<Side> {
    Side::BOTH.into_iter().find(|side| id_of(site, *side) == id)
}

/// The field, while a text is edited.
pub fn editor(site: Site, editing: Editing) -> El {
    live(move || {
        site.track_pair();
        let id = editing.get_untracked();
        if !id.is_empty() && side_of(site, &id).is_none() {
            close(site, editing);
        }
    });
    let here = StoredValue::new_local(site);
    on_cleanup(move || {
        let id = editing.try_get_untracked().unwrap_or_default();
        here.try_with_value(|site| keep(*site, &id));
    });
    browser::on_window("pagehide", move |_| keep(site, &editing.get_untracked()));
    on_cleanup(|| mark_page(false));
    classed("div", "live").live(move || {
        let id = editing.get();
        mark_page(!id.is_empty());
        if id.is_empty() {
            return Vec::new();
        }
        inside(site, editing, &id)
    })
}

/// Tells the stylesheets whether the field is open. By a class and not by `:has`, which browsers look through anew with
/// everything that comes or goes on a page as long as a book.
fn mark_page(open: bool) {
    if let Some(body) = browser::document().and_then(|document| document.body()) {
        let _ = body.class_list().toggle_with_force("editing", open);
    }
}

fn inside(site: Site, editing: Editing, id: &str) -> Vec<El> {
    let Some(article) = site.library(|library| library.get(id).cloned()) else {
        return Vec::new();
    };
    // What was written before the page was loaded anew, and not kept any more.
    sheet::recall_draft(site);
    let start = draft(site, id).unwrap_or_else(|| article.text.to_string());
    if *article.text != *start {
        let id = id.to_owned();
        browser::next_frame(move || typed(site, id));
    }
    let letter = {
        let id = id.to_owned();
        move || {
            site.track_pair();
            side_of(site, &id).map_or("", Side::letter)
        }
    };
    let label = classed("label", "")
        .attr("for", FIELD)
        .child(el("b").live_text({
            let letter = letter.clone();
            move || format!("Editing {}", letter())
        }))
        .text(" ")
        .child(el("span").attr("dir", "auto").text(&article.title.value));
    let first = start.clone();
    let field = el("textarea")
        .id(FIELD)
        .attr("rows", "10")
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "live-how")
        .live_value(move || first.clone())
        .on("input", {
            let id = id.to_owned();
            move |_| typed(site, id.clone())
        });
    let how = if start.len() as u32 <= SMALL {
        "Compared as you type; kept in this browser when you pause."
    } else {
        "A long text: compared when you pause, and kept in this browser."
    };
    let back = button("button").text("Take back all changes").on("click", {
        let (id, article) = (id.to_owned(), (*article).clone());
        move |_| {
            if let Some(field) = field_now() {
                field.set_value(&article.text);
                typed(site, id.clone());
                let _ = field.focus();
            }
        }
    });
    let done = button("button strong").text("Done").on("click", move |_| {
        let side = side_of(site, &editing.get_untracked());
        close(site, editing);
        browser::next_frame(move || browser::focus(&opener_id(side.unwrap_or(Side::A))));
    });
    vec![
        label,
        field,
        classed("p", "hint").id("live-how").text(how),
        classed("p", "acts")
            .child(done)
            .child(back)
            .child(link(site, "button", site.state_now().edit(id)).text("Title, source, date")),
    ]
}

fn field_now() -> Option<HtmlTextAreaElement> {
    browser::by_id(FIELD)?.dyn_into().ok()
}

/// The reader has typed: compares at once, or when they pause.
fn typed(site: Site, id: String) {
    let mine = TYPED.get() + 1;
    TYPED.set(mine);
    let length = field_now().map_or(0, |field| field.text_length());
    if length <= SMALL {
        browser::next_frame(move || apply(site, &id, mine));
    } else {
        let pause = if length < LARGE { PAUSE } else { LONG_PAUSE };
        browser::later(pause, move || apply(site, &id, mine));
    }
}

/// Has the page hold the text as it stands in the field.
fn apply(site: Site, id: &str, mine: u32) {
    if TYPED.get() != mine {
        return;
    }
    let Some(text) = field_now().map(|field| field.value()) else {
        return;
    };
    let known = site.library(|library| {
        let article = library.get(id)?.clone();
        Some((article, library.origin(id), library.added(id)))
    });
    let Some((old, origin, added)) = known else {
        return;
    };
    // A text without a word is none.
    if text.trim().is_empty() || *old.text == *text || origin == Origin::Shipped {
        return;
    }
    let state = site.state_now();
    let moved = side_of(site, id).zip(state.at).map(|(side, at)| {
        let to = |offset| moved_offset(&old.text, &text, offset);
        match (side, at) {
            (Side::A, At::Pair(a, b)) => At::Pair(to(a), b),
            (Side::B, At::Pair(a, b)) => At::Pair(a, to(b)),
            (Side::A, At::A(a)) => At::A(to(a)),
            (Side::B, At::B(b)) => At::B(to(b)),
            (_, at) => at,
        }
    });
    let article = Article {
        text: text.into(),
        ..(*old).clone()
    };
    let written = Sheet::of(&article);
    site.restock(|library| library.put(article, origin, added));
    if let Some(at) = moved {
        site.go(state.with_at(Some(at)));
    }
    put_draft(site, id, written);
    let id = id.to_owned();
    browser::later(KEEP, move || {
        if TYPED.get() == mine {
            keep(site, &id);
        }
    });
}

/// Remembers what was written in a text until it is kept.
fn put_draft(site: Site, id: &str, written: Sheet) {
    forget(site, id);
    let key = sheet::put(site, "", Some(id.to_owned()), Ok(written));
    let entries = &mut site.own.hold().entries;
    for entry in entries.iter_mut().filter(|one| one.key == key) {
        entry.touched = true;
    }
}

/// Forgets what was written in a text: it is kept.
fn forget(site: Site, id: &str) {
    let entries = &mut site.own.hold().entries;
    entries.retain(|one| one.edits.as_deref() != Some(id));
}

/// What the reader wrote in a text and was not kept yet.
fn draft(site: Site, id: &str) -> Option<String> {
    let held = site.own.held();
    let entry = held
        .entries
        .iter()
        .find(|one| one.edits.as_deref() == Some(id) && one.touched)?;
    entry.brought.as_ref().ok().map(|sheet| sheet.text.clone())
}

/// Keeps the text, where something was written into it.
fn keep(site: Site, id: &str) {
    if id.is_empty() || draft(site, id).is_none() {
        return;
    }
    let known = site.library(|library| Some(((**library.get(id)?).clone(), library.added(id))));
    let Some(known) = known else { return };
    let new = Collection {
        articles: vec![known],
        ..Collection::default()
    };
    let id = id.to_owned();
    spawn_local(async move {
        let written = TYPED.get();
        if stock::keep(site, new).await && TYPED.get() == written {
            forget(site, &id);
        }
    });
}

/// Closes the field; what was typed last is compared and kept.
fn close(site: Site, editing: Editing) {
    let id = editing.get_untracked();
    if id.is_empty() {
        return;
    }
    apply(site, &id, TYPED.get());
    keep(site, &id);
    editing.set(String::new());
}
