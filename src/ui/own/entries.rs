//! The texts on the add page: adds, changes and removes them, and keeps the draft that outlives a reload.

use leptos::prelude::*;

use super::texts::{Entry, Source};
use crate::library::{Article, Origin};
use crate::own::draft::{Brought, Draft, Problem};
use crate::own::versions::Replaceable;
use crate::storage::draft;
use crate::ui::site::Site;
use crossread_collection::json::{self, Json, named, text};
use crossread_collection::record;

/// A field takes seconds to lay out a text of this many bytes or more.
const LONG: usize = 1_000_000;
/// A longer word takes seconds, too, in bytes.
const WORD: usize = 100_000;

/// Puts a text onto the page. Returns its key.
pub fn put(site: Site, file: &str, edits: Option<String>, brought: Brought) -> u32 {
    let held = &mut *site.own.hold();
    let (entries, versions) = (&mut held.entries, &held.versions);
    // A number is not used again: who waits for a text to be kept knows it by its number.
    held.numbered += 1;
    let key = held.numbered;
    let may_replace = edits.as_ref().map(|id| versions.replaceable(id));
    if !(brought.as_ref().is_ok_and(Draft::is_blank)) {
        entries.retain(|one| !one.is_blank());
    }
    entries.push(Entry {
        key,
        file: file.to_owned(),
        edits,
        may_replace: may_replace.unwrap_or_default(),
        touched: false,
        tried: false,
        brought,
        source: None,
        is_open: false,
        measured: None,
    });
    key
}

/// Remembers the file that a text can be read from again.
pub fn came_from(site: Site, key: u32, source: Option<Source>) {
    update(site, key, |entry| entry.source = source);
}

/// Replaces a text that was read again; what the reader wrote into its fields stays.
pub fn read_again(site: Site, key: u32, brought: Brought, source: Option<Source>) {
    update(site, key, |entry| {
        let mut brought = brought;
        if let (Ok(before), Ok(now)) = (&entry.brought, &mut brought) {
            for (before, now) in before.fields.iter().zip(&mut now.fields) {
                if before.basis.is_empty() && !before.value.is_empty() {
                    now.clone_from(before);
                }
            }
        }
        entry.brought = brought;
        entry.measured = None;
        entry.source = source.or(entry.source.take());
    });
    keep_draft(site);
}

/// Fills a blank draft; false if it is not blank.
pub fn fill(site: Site, key: u32, read: &Draft) -> bool {
    let mut filled = false;
    update(site, key, |entry| {
        if entry.is_blank() {
            entry.brought = Ok(read.clone());
            entry.measured = None;
            entry.touched = true;
            filled = true;
        }
    });
    keep_draft(site);
    filled
}

/// Removes a text without notifying the page.
pub fn drop_off(site: Site, key: u32) {
    site.own.hold().entries.retain(|one| one.key != key);
}

/// Removes all texts from the page except one that is edited.
pub fn take_off_all(site: Site) {
    site.own.hold().entries.retain(|one| one.edits.is_some());
    keep_draft(site);
    site.own.listed.notify();
}

/// Opens a text in a list of many, or collapses it.
pub fn set_open(site: Site, key: u32, is_open: bool) {
    update(site, key, |entry| entry.is_open = is_open);
}

/// Shows from now on what is wrong with a text, and opens it.
pub fn try_it(site: Site, key: u32) {
    update(site, key, |entry| {
        entry.tried = true;
        entry.is_open = true;
    });
}

/// Removes a text from the page.
pub fn take_off(site: Site, key: u32) {
    drop_off(site, key);
    keep_draft(site);
    site.own.listed.notify();
}

/// Calls a function with a text; `None` if the text is gone.
pub fn with<T>(site: Site, key: u32, then: impl FnOnce(&Entry) -> T) -> Option<T> {
    site.own
        .held()
        .entries
        .iter()
        .find(|one| one.key == key)
        .map(then)
}

/// Changes a text, if it is there.
pub fn update(site: Site, key: u32, then: impl FnOnce(&mut Entry)) {
    let entries = &mut site.own.hold().entries;
    if let Some(entry) = entries.iter_mut().find(|one| one.key == key) {
        then(entry);
    }
}

/// Saves what is on the page for a reload; removes the draft if nothing is.
pub fn keep_draft(site: Site) {
    let written: Vec<Json> = site
        .own
        .held()
        .entries
        .iter()
        .filter(|one| one.touched || one.edits.is_none())
        .filter(|one| !one.is_blank())
        .map(|one| {
            let draft = match &one.brought {
                Ok(draft) => ("sheet", Some(draft.write())),
                Err(trouble) => (
                    "trouble",
                    Some(Json::List(vec![text(&trouble.what), text(&trouble.remedy)])),
                ),
            };
            named([
                ("file", Some(text(&one.file))),
                ("edits", one.edits.as_ref().map(|id| text(id))),
                (
                    "may_replace",
                    one.edits.as_ref().map(|_| one.may_replace.write()),
                ),
                draft,
            ])
        })
        .collect();
    let any = !written.is_empty();
    let written = named([("draft", Some(Json::List(written)))]).write();
    if !draft::keep(any.then_some(&*written))
        && !std::mem::replace(&mut site.own.hold().unremembered, true)
    {
        site.note(
            "This is more unsaved text than the browser remembers: keep it before you close or reload the page."
                .to_owned(),
        );
    }
}

/// Whether the reader wrote something on the page that is saved nowhere else, or has a text that the browser did not keep.
pub fn is_unsaved(site: Site) -> bool {
    let held = site.own.held();
    let mut entries = held.entries.iter();
    entries.any(|one| one.touched && !one.is_blank() && one.brought.is_ok())
        || site.library(|library| {
            let mut own = library.own_ones();
            own.any(|one| library.origin(&one.id) == Origin::Visit)
        })
}

/// Restores what the tab remembers when the page starts, so that whoever saves it again has all of it.
pub fn recall_draft(site: Site) {
    let written = draft::recall().and_then(|draft| json::read(&draft));
    for one in written.iter().flat_map(|one| one.list("draft")) {
        let brought = match one.list("trouble") {
            [Json::Text(what), Json::Text(remedy)] => Err(Problem {
                what: what.clone(),
                remedy: remedy.clone(),
            }),
            _ => Ok(one.get("sheet").map(Draft::read).unwrap_or_default()),
        };
        let edits = one.text("edits").map(str::to_owned);
        let key = put(site, one.text("file").unwrap_or_default(), edits, brought);
        update(site, key, |entry| {
            entry.touched = true;
            entry.may_replace = Replaceable::read(one.list("may_replace"));
        });
    }
}

/// The words of an edit were kept as a separate text: it goes on there. `same`: whether an entry has these words.
pub fn follow(site: Site, from: &str, to: &str, written: &str, same: impl Fn(&Entry) -> bool) {
    for entry in &mut site.own.hold().entries {
        if entry.edits.as_deref() == Some(from) && same(entry) {
            entry.edits = Some(to.to_owned());
            entry.may_replace = Replaceable::default();
            entry.may_replace.wrote(written);
        }
    }
}

/// Whether the page shows a text as a draft of it has it.
pub fn is_shown(site: Site, id: &str, draft: &Draft) -> bool {
    site.library(|library| library.get(id).is_some_and(|shown| has(draft, shown)))
}

/// Whether a draft has what an article has. Both are read in the same way, since a draft tidies its fields.
pub fn has(draft: &Draft, article: &Article) -> bool {
    record::same(&draft.article(""), &Draft::of(article).article(""))
}

/// Forgets what was written in a text and is kept by now.
pub fn forget_kept(site: Site) {
    let is_kept = |entry: &Entry| {
        let (Some(id), Ok(draft)) = (&entry.edits, &entry.brought) else {
            return false;
        };
        is_shown(site, id, draft)
    };
    site.own.hold().entries.retain(|one| !is_kept(one));
    keep_draft(site);
}

/// Whether a text is too long for a field, as a whole or in one word: a browser lays out a line that cannot be broken for
/// seconds.
pub fn is_long(text: &str) -> bool {
    text.len() > LONG || text.split_ascii_whitespace().any(|word| word.len() > WORD)
}
