//! A text of the reader's, edited on the compare page while it is compared: a small text with every letter,
//! a large one when the reader pauses. The field stands outside of everything that is made anew by an
//! answer, and nobody writes into it but the reader, so that the caret stays where it is.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlTextAreaElement;

use super::{sheet, stock};
use crate::library::{Article, Origin};
use crate::own::json::{self, named};
use crate::own::{Collection, Sheet, record};
use crate::state::{At, Side};
use crate::storage::draft as rescued;
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
    /// The field, as long as a text is edited; it may have left the page by then.
    static FIELD_NOW: RefCell<Option<HtmlTextAreaElement>> = const { RefCell::new(None) };
    /// What stood in the field before anything was typed.
    static BEGAN: RefCell<String> = const { RefCell::new(String::new()) };
    /// The text in whose field something stands that the page does not hold yet; empty for none.
    static UNAPPLIED: RefCell<String> = const { RefCell::new(String::new()) };
    /// Which text is edited.
    static EDITING: Cell<Option<Editing>> = const { Cell::new(None) };
    /// What this tab calls what it could not keep when it was closed; empty for nothing.
    static RESCUED: RefCell<String> = const { RefCell::new(String::new()) };
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
    // What another tab wrote comes into a field in which nothing was typed.
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
    EDITING.set(Some(editing));
    let here = StoredValue::new_local(site);
    on_cleanup(move || {
        here.try_with_value(|site| settle(*site));
        // Not those of a field that has been opened since.
        if EDITING.get() == Some(editing) {
            EDITING.set(None);
            FIELD_NOW.with_borrow_mut(|field| *field = None);
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
    FIELD_NOW.with_borrow_mut(|now| *now = field.get());
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

fn field_now() -> Option<HtmlTextAreaElement> {
    FIELD_NOW.with_borrow(Clone::clone)
}

/// The text in whose field something stands that the page does not hold yet.
pub fn unapplied() -> Option<String> {
    let id = UNAPPLIED.with_borrow(Clone::clone);
    (!id.is_empty()).then_some(id)
}

/// Whether the reader wrote something in a text that is not kept yet.
fn is_written(site: Site, id: &str) -> bool {
    unapplied().is_some_and(|one| one == id) || draft(site, id).is_some()
}

/// The reader has typed: compares at once, or when they pause.
fn typed(site: Site, id: String) {
    let mine = TYPED.get() + 1;
    TYPED.set(mine);
    UNAPPLIED.with_borrow_mut(|one| id.clone_into(one));
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
    if text.trim().is_empty() || origin == Origin::Shipped {
        return;
    }
    UNAPPLIED.with_borrow_mut(String::clear);
    let later_kept = {
        let id = id.to_owned();
        move || {
            if TYPED.get() == mine {
                keep(site, &id);
            }
        }
    };
    if *old.text == *text {
        browser::later(KEEP, later_kept);
        return;
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
    let written = Sheet::of(&article);
    site.restock(|library| library.put(article, origin, added));
    // What was pointed at, and linked by hand, goes along with the text.
    let at = moved.or(state.at);
    let by_hand = by_hand.unwrap_or_else(|| state.by_hand.clone());
    site.go(state.with_at(at).with_by_hand(by_hand));
    put_draft(site, id, written);
    browser::later(KEEP, later_kept);
}

/// Remembers what was written in a text until it is kept.
fn put_draft(site: Site, id: &str, written: Sheet) {
    let before = begun_on(site, id);
    forget(site, id);
    let key = sheet::put(site, "", Some(id.to_owned()), Ok(written));
    let entries = &mut site.own.hold().entries;
    for entry in entries.iter_mut().filter(|one| one.key == key) {
        entry.touched = true;
        if let Some(before) = &before {
            entry.begun_on.clone_from(before);
        }
    }
}

/// The version on which what was written in a text was begun.
fn begun_on(site: Site, id: &str) -> Option<String> {
    let held = site.own.held();
    let mut entries = held.entries.iter();
    let entry = entries.find(|one| one.touched && one.edits.as_deref() == Some(id))?;
    Some(entry.begun_on.clone())
}

/// Forgets what was written in a text: it is kept.
fn forget(site: Site, id: &str) {
    let entries = &mut site.own.hold().entries;
    entries.retain(|one| one.edits.as_deref() != Some(id));
}

/// What the reader wrote in a text and was not kept yet.
pub fn draft(site: Site, id: &str) -> Option<String> {
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
        let words = new.articles.first().map(|(one, _)| one.text.to_string());
        let kept = stock::keep(site, new).await;
        stock::say_copied(site);
        let id = kept.id_of(&id);
        if kept.is_kept && draft(site, &id) == words {
            forget(site, &id);
            let name = RESCUED.take();
            if !name.is_empty() {
                rescued::rescue(&name, None);
            }
        }
    });
}

/// Has the page hold what stands in the field, and keeps it.
pub fn settle(site: Site) {
    let id = unapplied().unwrap_or_else(edited);
    settle_field(site, &id);
    keep(site, &id);
}

/// The text that is edited; empty for none.
fn edited() -> String {
    let editing = EDITING
        .get()
        .and_then(|editing| editing.try_get_untracked());
    editing.unwrap_or_default()
}

/// The same where the page may be closed before it is kept: the words are put where the site finds them when it is next
/// opened. Whether they are safe.
pub fn rescue(site: Site) -> bool {
    settle(site);
    let id = edited();
    let Some(begun_on) = begun_on(site, &id) else {
        return true;
    };
    let article = site.library(|library| {
        let article = library.get(&id)?;
        Some(record::write(article, library.added(&id)))
    });
    let written = named([
        ("begun_on", Some(json::text(&begun_on))),
        ("article", article),
    ]);
    let name = RESCUED.with_borrow_mut(|name| {
        if name.is_empty() {
            *name = format!("{}-{:.0}", stock::now(), js_sys::Math::random() * 1e9);
        }
        name.clone()
    });
    rescued::rescue(&name, Some(&written.write()))
}

/// What is written in a text goes on in another: another tab has changed the first meanwhile.
pub fn moved(site: Site, from: &str, to: &str) {
    settle_field(site, from);
    for entry in &mut site.own.hold().entries {
        if entry.edits.as_deref() == Some(from) {
            entry.edits = Some(to.to_owned());
        }
    }
    // The library has it before the page asks for it.
    let known = site.library(|library| {
        let article = library.get(from)?;
        Some(((**article).clone(), library.added(from)))
    });
    if let Some((mut article, added)) = known
        && draft(site, to).is_some()
    {
        article.id = to.to_owned().into();
        site.restock(|library| library.put(article, Origin::Kept, added));
        let editing = EDITING.get().filter(|editing| {
            let id = editing.try_get_untracked();
            id.is_some_and(|id| id == from)
        });
        if let Some(editing) = editing {
            let before = field_now();
            let caret = before.and_then(|field| field.selection_start().ok().flatten());
            editing.set(to.to_owned());
            // The field is made anew: the reader goes on where they were.
            browser::next_frame(move || {
                if let (Some(field), Some(caret)) = (field_now(), caret) {
                    let _ = field.set_selection_range(caret, caret);
                    let _ = field.focus();
                }
            });
        }
        site.rename(&[(from.to_owned(), to.to_owned())]);
    }
}

/// Has the page hold what stands in the field of that text.
fn settle_field(site: Site, id: &str) {
    if unapplied().is_some_and(|one| one == id) {
        apply(site, id, TYPED.get());
    }
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
    FIELD_NOW.with_borrow_mut(|field| *field = None);
    // A text without a word is none: what was there stays.
    UNAPPLIED.with_borrow_mut(String::clear);
}
