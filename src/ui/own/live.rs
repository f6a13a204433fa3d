//! Edits a text of the reader's on the compare page while it is compared: a small text at every letter, a large one
//! when the reader pauses. The field is outside everything that an answer rebuilds, and only the reader writes into
//! it, so the caret stays where it is.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::typing::{
    self, Editing, draft, edited, field_now, forget, id_of, is_latest, is_written, settle_field,
    side_of, unapplied,
};
use super::{entries, keep};
use crate::own::Collection;
use crate::state::Side;
use crate::storage::draft as rescued;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el, live};
use crate::ui::link::link;
use crate::ui::site::Site;
use crossread_collection::json::{self, named};
use crossread_collection::record;

/// A text of at most so many characters is compared at every letter.
const SMALL: u32 = 20_000;
/// The pause after which a larger text is compared, in milliseconds; and one from [`LARGE`] on.
const PAUSE: u32 = 400;
const LONG_PAUSE: u32 = 1_500;
const LARGE: u32 = 400_000;
/// The pause after which it is kept, in milliseconds.
const KEEP: u32 = 1_500;

const FIELD: &str = "live-text";

thread_local! {
    /// The content of the field before anything was typed.
    static BEGAN: RefCell<String> = const { RefCell::new(String::new()) };
    /// The name under which this tab saves what it cannot keep when it is closed; empty for nothing yet.
    static TAB: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The button that opens the text of a side for editing; `name`: the name of its source.
pub fn opener(site: Site, editing: Editing, side: Side, name: &str) -> El {
    button("button")
        .id(&opener_id(side))
        .text(&format!("Edit {name}"))
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

/// Puts the caret at the selected sentence, or at the beginning of the text.
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

/// The field, while a text is edited.
pub fn editor(site: Site, editing: Editing) -> El {
    live(move || {
        site.track_pair();
        let id = editing.get_untracked();
        if !id.is_empty() && side_of(site, &id).is_none() {
            close(site, editing);
        }
    });
    // A change in another tab updates a field in which nothing was typed.
    live(move || {
        site.own.changed.track();
        let id = editing.get_untracked();
        if id.is_empty() || is_written(site, &id) {
            return;
        }
        let text = site.library(|library| library.get(&id).map(|one| one.text.clone()));
        if let (Some(field), Some(text)) = (field_now(), text)
            && field.value() != *text
        {
            field.set_value(&text);
            BEGAN.with_borrow_mut(|began| began.replace_range(.., &text));
        }
    });
    typing::set_editing(Some(editing));
    let here = StoredValue::new_local(site);
    on_cleanup(move || {
        here.try_with_value(|site| settle(*site));
        // Not if another field has been opened since.
        if typing::is_editing(editing) {
            typing::set_editing(None);
            typing::set_field(None);
            mark_page(false);
        }
    });
    classed("div", "live").live(move || {
        let id = editing.get();
        mark_page(!id.is_empty());
        if id.is_empty() {
            return Vec::new();
        }
        inside(site, editing, &id)
    })
}

/// Tells the stylesheets whether the field is open. It uses a class and not `:has`, which browsers evaluate again at
/// every change of a page as long as a book.
fn mark_page(open: bool) {
    if let Some(body) = browser::document().and_then(|document| document.body()) {
        let _ = body.class_list().toggle_with_force("editing", open);
    }
}

fn inside(site: Site, editing: Editing, id: &str) -> Vec<El> {
    let Some(article) = site.library(|library| library.get(id).cloned()) else {
        return Vec::new();
    };
    // What was written, perhaps before a reload, and is not kept yet.
    let start = draft(site, id).unwrap_or_else(|| article.text.to_string());
    if *article.text != *start {
        let id = id.to_owned();
        browser::next_frame(move || typed(site, id));
    }
    let label = classed("label", "")
        .attr("for", FIELD)
        .child(el("b").text("Editing"))
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
    let back = button("button").text("Undo all changes").on("click", {
        let id = id.to_owned();
        move |_| {
            if let Some(field) = field_now() {
                field.set_value(&BEGAN.with_borrow(Clone::clone));
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
    typing::set_field(field.get());
    BEGAN.with_borrow_mut(|began| began.replace_range(.., &article.text));
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

/// The reader has typed: compares at once, or when they pause.
fn typed(site: Site, id: String) {
    let mine = typing::note_typed(&id);
    let length = field_now().map_or(0, |field| field.text_length());
    let compare = move || {
        if is_latest(mine) {
            apply(site, id);
        }
    };
    if length <= SMALL {
        browser::next_frame(compare);
    } else {
        let pause = if length < LARGE { PAUSE } else { LONG_PAUSE };
        browser::later(pause, compare);
    }
}

/// Compares what was typed, and keeps it when the reader pauses.
fn apply(site: Site, id: String) {
    if typing::apply(site, &id) {
        let mine = typing::latest();
        browser::later(KEEP, move || {
            if is_latest(mine) {
                keep(site, &id);
            }
        });
    }
}

/// Keeps the text, if something was written into it.
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
        let words = new.articles.first().map(|(one, _)| one.text.to_string());
        let kept = keep::keep(site, new).await;
        keep::say_copied(site);
        let now = kept.id_of(&id);
        if kept.is_kept && draft(site, &now) == words {
            forget(site, &now);
            // Nor does the tab remember it: it would come back in the place of newer words.
            entries::keep_draft(site);
            rescued::rescue(&rescued_as(&id), None);
        }
    });
}

/// Applies the content of the field to the page, and keeps it.
pub fn settle(site: Site) {
    let id = unapplied().unwrap_or_else(edited);
    settle_field(site, &id);
    keep(site, &id);
}

/// The same if the page may be closed before the text is kept: the words are stored where the site finds them when it
/// is next opened. Returns whether they are safe.
pub fn rescue(site: Site) -> bool {
    settle(site);
    let mut is_safe = true;
    for (id, begun_on) in typing::unkept(site) {
        let article = site.library(|library| {
            let article = library.get(&id)?;
            Some(record::write(article, library.added(&id)))
        });
        let written = named([
            ("begun_on", Some(json::text(&begun_on))),
            ("article", article),
        ]);
        is_safe &= rescued::rescue(&rescued_as(&id), Some(&written.write()));
    }
    is_safe
}

/// What this tab calls the words in a text that it could not keep when it was closed.
fn rescued_as(id: &str) -> String {
    TAB.with_borrow_mut(|tab| {
        if tab.is_empty() {
            let chance = (js_sys::Math::random() * 1e9) as u64;
            *tab = format!("{}-{chance}", keep::now());
        }
        format!("{tab}-{id}")
    })
}

/// Closes the field; what was typed last is compared and kept.
fn close(site: Site, editing: Editing) {
    let id = editing.get_untracked();
    if id.is_empty() {
        return;
    }
    settle_field(site, &id);
    keep(site, &id);
    editing.set(String::new());
    typing::set_field(None);
    // A text without words does not count, so the previous one stays.
    typing::drop_unapplied();
}
