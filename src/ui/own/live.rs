//! Edits a text of the reader's on the compare page while it is compared: a small text at every letter, a large one
//! when the reader pauses. The field is outside everything that an answer rebuilds, and only the reader writes into
//! it, so the caret stays where it is.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::typing::{
    self, Editing, draft, edited, field_now, id_of, is_latest, is_written, settle_field, side_of,
    unapplied,
};
use super::{entries, keep};
use crate::own::Collection;
use crate::state::Side;
use crate::storage::draft as rescued;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el, live};
use crate::ui::link::link;
use crate::ui::site::Site;
use crossread_collection::json::named;
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
        browser::next_frame(move || typed(site));
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
        .on("input", move |_| typed(site));
    let how = if start.len() as u32 <= SMALL {
        "Compared as you type; kept in this browser when you pause."
    } else {
        "A long text: compared when you pause, and kept in this browser."
    };
    let back = button("button")
        .text("Undo all changes")
        .on("click", move |_| {
            if let Some(field) = field_now() {
                field.set_value(&BEGAN.with_borrow(Clone::clone));
                typed(site);
                let _ = field.focus();
            }
        });
    // The text may get another id while it is edited.
    let more = el("span").live(move || {
        site.track_pair();
        let form = site.state_now().edit(&edited());
        vec![link(site, "button", form).text("Title, source, date")]
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
        classed("p", "acts").child(done).child(back).child(more),
    ]
}

/// The reader has typed: compares at once, or when they pause.
fn typed(site: Site) {
    let mine = typing::note_typed();
    let length = field_now().map_or(0, |field| field.text_length());
    let compare = move || {
        if is_latest(mine) {
            apply(site);
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
fn apply(site: Site) {
    if let Some(id) = unapplied()
        && typing::apply(site, &id)
    {
        let mine = typing::latest();
        browser::later(KEEP, move || {
            if is_latest(mine) {
                keep(site);
            }
        });
    }
}

/// Keeps every text in which something was written here.
fn keep(site: Site) {
    for (id, key) in typing::unkept(site) {
        keep_one(site, id, key);
    }
}

fn keep_one(site: Site, id: String, key: u32) {
    let known = site.library(|library| Some(((**library.get(&id)?).clone(), library.added(&id))));
    let Some(known) = known else { return };
    let words = known.0.clone();
    let new = Collection {
        articles: vec![known],
        ..Collection::default()
    };
    spawn_local(async move {
        let kept = keep::keep(site, new).await;
        keep::say_copied(site);
        let is_all = entries::with(site, key, |entry| {
            entry
                .draft()
                .is_some_and(|draft| entries::has(draft, &words))
        });
        if kept.is_kept && is_all == Some(true) {
            entries::drop_off(site, key);
            // Nor does the tab remember it: it would come back in the place of newer words.
            entries::keep_draft(site);
            rescued::rescue(&rescued_as(key), None);
        }
    });
}

/// Applies the content of the field to the page, and keeps it.
pub fn settle(site: Site) {
    let id = unapplied().unwrap_or_else(edited);
    settle_field(site, &id);
    keep(site);
}

/// The same if the page may be closed before the text is kept: the words are stored where the site finds them when it
/// is next opened. Returns whether they are safe.
pub fn rescue(site: Site) -> bool {
    settle(site);
    let mut is_safe = true;
    for (id, key) in typing::unkept(site) {
        let known = site.library(|library| {
            let article = library.get(&id)?;
            Some(record::write(article, library.added(&id)))
        });
        let Some(article) = known else { continue };
        let mut may_replace = None;
        entries::update(site, key, |entry| {
            // Another tab may write them meanwhile, and this one go on with them.
            entry.may_replace.wrote(&article.write());
            may_replace = Some(entry.may_replace.write());
        });
        let written = named([("may_replace", may_replace), ("article", Some(article))]);
        is_safe &= rescued::rescue(&rescued_as(key), Some(&written.write()));
    }
    is_safe
}

/// What this tab calls the words of an edit that it could not keep when it was closed.
fn rescued_as(key: u32) -> String {
    TAB.with_borrow_mut(|tab| {
        if tab.is_empty() {
            let chance = (js_sys::Math::random() * 1e9) as u64;
            *tab = format!("{}-{chance}", keep::now());
        }
        format!("{tab}-{key}")
    })
}

/// Closes the field; what was typed last is compared and kept.
fn close(site: Site, editing: Editing) {
    let id = editing.get_untracked();
    if id.is_empty() {
        return;
    }
    settle_field(site, &id);
    keep(site);
    editing.set(String::new());
    typing::set_field(None);
    // A text without words does not count, so the previous one stays.
    typing::drop_unapplied();
}
