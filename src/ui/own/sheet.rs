//! One text on the add page: its fields, what was understood of it, what is wrong with it, and the draft
//! that outlives a reload.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use crossread_engine::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::encoding::{self, Source};
use super::{paste, stock};
use crate::own::Collection;
use crate::own::json::{self, Json, named, text};
use crate::own::record::id_for;
use crate::own::several;
use crate::own::sheet::{Brought, Name, Sheet, Trouble};
use crate::storage::draft;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el, value_of};
use crate::ui::site::Site;
use crate::view::{preview, understood};

/// A text on the add page.
#[derive(Clone)]
pub struct Entry {
    /// Which it is, among those of this page.
    pub key: u32,
    /// The file's name; empty for a paste.
    pub file: String,
    /// The id of the article that is edited, where one is.
    pub edits: Option<String>,
    /// The mark of the kept version that it was begun on, where an article is edited (`own/versions.rs`).
    pub begun_on: String,
    /// Whether the reader changed anything since it was put there.
    pub touched: bool,
    /// Whether the reader wanted it kept, so that what is wrong is said.
    pub tried: bool,
    /// What came of it.
    pub brought: Brought,
    /// Its file, where it can be read in another encoding.
    pub source: Option<Source>,
    /// Whether it stands open among many that stand in lines.
    pub is_open: bool,
    /// Its words and its mark, until it is written in.
    measured: Option<(u32, u64)>,
}

impl Entry {
    fn sheet(&self) -> Option<&Sheet> {
        self.brought.as_ref().ok()
    }

    /// How many words it has, and the mark by which the same text is known.
    pub fn measured(&mut self) -> (u32, u64) {
        let text = self.brought.as_ref().map_or("", |sheet| &sheet.text);
        *self
            .measured
            .get_or_insert_with(|| (words::count(text), several::mark(text)))
    }

    /// Whether it is an empty sheet that nobody touched.
    pub fn is_blank(&self) -> bool {
        self.sheet().is_some_and(Sheet::is_blank) && self.edits.is_none()
    }
}

/// Puts a text onto the page. Its key.
pub fn put(site: Site, file: &str, edits: Option<String>, brought: Brought) -> u32 {
    let held = &mut *site.own.hold();
    let (entries, versions) = (&mut held.entries, &held.versions);
    let key = entries.iter().map(|one| one.key).max().unwrap_or(0) + 1;
    let begun_on = edits.as_ref().map(|id| versions.seen(id));
    if !(brought.as_ref().is_ok_and(Sheet::is_blank)) {
        entries.retain(|one| !one.is_blank());
    }
    entries.push(Entry {
        key,
        file: file.to_owned(),
        edits,
        begun_on: begun_on.unwrap_or_default(),
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

/// A text as it was read again; what the reader wrote into its fields stays.
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

/// Fills a blank sheet; false where something stands on it.
pub fn fill(site: Site, key: u32, read: &Sheet) -> bool {
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

/// Takes a text off, without a word to the page.
pub fn drop_off(site: Site, key: u32) {
    site.own.hold().entries.retain(|one| one.key != key);
}

/// Takes all texts off the page but one that is edited.
pub fn take_off_all(site: Site) {
    site.own.hold().entries.retain(|one| one.edits.is_some());
    keep_draft(site);
    site.own.listed.notify();
}

/// Opens a text that stands in a line among many, or folds it up.
pub fn set_open(site: Site, key: u32, is_open: bool) {
    update(site, key, |entry| entry.is_open = is_open);
}

/// Says from now on what is wrong with a text, and opens it.
pub fn try_it(site: Site, key: u32) {
    update(site, key, |entry| {
        entry.tried = true;
        entry.is_open = true;
    });
}

/// Takes a text off the page.
pub fn take_off(site: Site, key: u32) {
    drop_off(site, key);
    keep_draft(site);
    site.own.listed.notify();
}

fn with<T>(site: Site, key: u32, then: impl FnOnce(&Entry) -> T) -> Option<T> {
    site.own
        .held()
        .entries
        .iter()
        .find(|one| one.key == key)
        .map(then)
}

fn update(site: Site, key: u32, then: impl FnOnce(&mut Entry)) {
    let entries = &mut site.own.hold().entries;
    if let Some(entry) = entries.iter_mut().find(|one| one.key == key) {
        then(entry);
    }
}

/// Remembers what stands on the page, for a reload; nothing where nothing does.
pub fn keep_draft(site: Site) {
    let written: Vec<Json> = site
        .own
        .held()
        .entries
        .iter()
        .filter(|one| one.touched || one.edits.is_none())
        .filter(|one| !one.is_blank())
        .map(|one| {
            let sheet = match &one.brought {
                Ok(sheet) => ("sheet", Some(sheet.write())),
                Err(trouble) => (
                    "trouble",
                    Some(Json::List(vec![text(&trouble.what), text(&trouble.remedy)])),
                ),
            };
            named([
                ("file", Some(text(&one.file))),
                ("edits", one.edits.as_ref().map(|id| text(id))),
                ("begun_on", one.edits.as_ref().map(|_| text(&one.begun_on))),
                sheet,
            ])
        })
        .collect();
    let any = !written.is_empty();
    let written = named([("draft", Some(Json::List(written)))]).write();
    if !draft::keep(any.then_some(&*written))
        && !std::mem::replace(&mut site.own.hold().unremembered, true)
    {
        site.note(
            "This is more than the browser remembers of what is not kept yet: keep it before you close or reload the page."
                .to_owned(),
        );
    }
}

/// Whether the reader wrote something on the page that is nowhere else.
pub fn is_unsaved(site: Site) -> bool {
    let held = site.own.held();
    held.entries
        .iter()
        .any(|one| one.touched && !one.is_blank() && one.brought.is_ok())
}

/// Puts onto the page what was remembered, once.
pub fn recall_draft(site: Site) {
    if !site.own.held().entries.is_empty() {
        return;
    }
    let written = draft::recall().and_then(|draft| json::read(&draft));
    for one in written.iter().flat_map(|one| one.list("draft")) {
        let brought = match one.list("trouble") {
            [Json::Text(what), Json::Text(remedy)] => Err(Trouble {
                what: what.clone(),
                remedy: remedy.clone(),
            }),
            _ => Ok(one.get("sheet").map(Sheet::read).unwrap_or_default()),
        };
        let edits = one.text("edits").map(str::to_owned);
        let key = put(site, one.text("file").unwrap_or_default(), edits, brought);
        update(site, key, |entry| {
            entry.touched = true;
            if let Some(begun_on) = one.text("begun_on") {
                entry.begun_on = begun_on.to_owned();
            }
        });
    }
}

/// The text, to be mended and kept. `number`: which of how many.
pub fn sheet(site: Site, key: u32, number: usize, many: usize) -> El {
    let Some(entry) = with(site, key, Entry::clone) else {
        return el("div");
    };
    let heading = match (&*entry.file, &entry.edits) {
        (file, _) if !file.is_empty() => file.to_owned(),
        (_, Some(_)) => "The text".to_owned(),
        _ if many > 1 => format!("Text {number}"),
        _ => "A text".to_owned(),
    };
    let name = format!("sheet-{key}");
    let section = classed("section", "sheet")
        .attr("aria-labelledby", &name)
        .child(el("h2").id(&name).attr("dir", "auto").text(&heading));
    let mended = Trigger::new();
    match entry.brought {
        Err(trouble) => section
            .class("sheet trouble")
            .child(el("p").text(&trouble.what))
            .child(el("p").text(&trouble.remedy))
            .child(put_away(site, key)),
        Ok(start) => {
            let fields = Name::FIELDS.map(|name| field(site, key, mended, name, &start));
            let text = classed("div", "body")
                .child(field(site, key, mended, Name::Text, &start))
                .child(said(site, key, mended));
            let encoding = entry.source.map(|from| encoding::choice(site, key, from));
            let keep = button("button strong")
                .text(if entry.edits.is_some() {
                    "Save"
                } else {
                    "Keep this text"
                })
                .on("click", move |_| keep(site, key, mended));
            let acts = classed("p", "acts").child(keep);
            let acts = match entry.edits {
                Some(_) => acts,
                None if entry.touched || many > 1 || !start.is_blank() => {
                    acts.child(put_away(site, key))
                }
                None => acts,
            };
            section.child(text).child(
                classed("div", "fields")
                    .children(encoding)
                    .children(fields)
                    .child(acts),
            )
        }
    }
}

/// From so many bytes on a field takes seconds to lay a text out.
const LONG: usize = 1_000_000;

/// So many characters of a longer one are shown.
const PREVIEW: usize = 4_000;

/// Whether a text is too long for a field.
pub fn is_long(text: &str) -> bool {
    text.len() > LONG
}

fn put_away(site: Site, key: u32) -> El {
    button("button").text("Remove").on("click", move |_| {
        take_off(site, key);
        browser::focus("main");
    })
}

fn field(site: Site, key: u32, mended: Trigger, name: Name, start: &Sheet) -> El {
    let id = format!("sheet-{key}-{}", name.key());
    let (label, hint) = match name {
        Name::Text => ("Text", ""),
        Name::Title => ("Title", "Left empty, the first sentence serves as one."),
        Name::Publisher => ("Publisher", ""),
        Name::Date => ("Date", "2014-05-30, 2014-05 or 2014"),
        Name::Place => ("Place", "Where it was written: Brussels"),
        Name::Url => ("Address", "Where it was taken from: https://…"),
        Name::Language => ("Language", "A tag: en, de, uk, ar, zh …"),
    };
    let hint_id = format!("{id}-hint");
    let fault_id = format!("{id}-fault");
    let control = match name {
        Name::Text => el("textarea")
            .attr("rows", "16")
            .attr("placeholder", "Paste the article here.")
            .on("paste", move |event| paste::paste(site, key, event)),
        Name::Language => el("input").attr("list", "languages"),
        Name::Url => el("input").attr("inputmode", "url"),
        _ => el("input"),
    };
    let is_long = matches!(name, Name::Text) && is_long(&start.text);
    let value = if is_long {
        start.text.chars().take(PREVIEW).collect()
    } else {
        start.value(name).to_owned()
    };
    let control = if is_long {
        control.attr("readonly", "")
    } else {
        control
    };
    let fault = move || {
        mended.track();
        with(site, key, |entry| {
            let sheet = entry.sheet().filter(|_| entry.tried)?;
            let faults = sheet.faults();
            faults
                .into_iter()
                .find(|fault| fault.0 == name)
                .map(|fault| fault.1)
        })
        .flatten()
        .unwrap_or_default()
    };
    let plain = matches!(name, Name::Date | Name::Url | Name::Language);
    let control = control
        .id(&id)
        .attr("dir", if plain { "ltr" } else { "auto" })
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &format!("{hint_id} {fault_id}"))
        .live_value(move || value.clone())
        .live_flag("aria-invalid", move || !fault().is_empty())
        .on("input", move |event| {
            if is_long {
                return;
            }
            let value = value_of(event);
            update(site, key, |entry| {
                entry.touched = true;
                entry.measured = None;
                if let Ok(sheet) = &mut entry.brought {
                    sheet.mend(name, &value);
                }
            });
            mended.notify();
            later_draft(site);
        });
    let length = start.text.chars().count() as u32;
    let basis = move || {
        if is_long {
            return preview(length);
        }
        mended.track();
        let basis = with(site, key, |entry| {
            let field = entry.sheet()?.field(name)?;
            (!field.basis.is_empty()).then(|| format!("Understood from {}.", field.basis))
        });
        basis.flatten().unwrap_or_else(|| hint.to_owned())
    };
    classed("div", "field")
        .child(el("label").attr("for", &id).text(label))
        .child(control)
        .child(
            classed("p", "fault")
                .id(&fault_id)
                .live_text(move || fault().to_owned()),
        )
        .child(classed("p", "hint").id(&hint_id).live_text(basis))
}

/// What was understood, in words, beside the text.
fn said(site: Site, key: u32, mended: Trigger) -> El {
    let lines = move || {
        mended.track();
        let lines = with(site, key, |entry| {
            let sheet = entry.sheet()?;
            Some(understood(sheet, words::count(&sheet.text)))
        });
        let lines = lines.flatten().unwrap_or_default();
        lines
            .iter()
            .map(|line| el("p").attr("dir", "auto").text(line))
            .collect()
    };
    classed("div", "understood").live(lines)
}

/// Remembers the draft when the reader pauses.
fn later_draft(site: Site) {
    static TYPED: AtomicU32 = AtomicU32::new(0);
    let mine = TYPED.fetch_add(1, Relaxed) + 1;
    browser::later(300, move || {
        if TYPED.load(Relaxed) == mine {
            keep_draft(site);
        }
    });
}

/// Keeps a text, or says what is wrong with it and leads there.
fn keep(site: Site, key: u32, mended: Trigger) {
    update(site, key, |entry| entry.tried = true);
    mended.notify();
    let entry = with(site, key, Entry::clone);
    let Some((entry, sheet)) = entry.and_then(|one| Some((one.clone(), one.brought.ok()?))) else {
        return;
    };
    if let Some((name, sentence)) = sheet.faults().first() {
        site.say(sentence);
        browser::focus(&format!("sheet-{key}-{}", name.key()));
        return;
    }
    let (article, added) = site.library(|library| match &entry.edits {
        Some(id) => (sheet.article(id), library.added(id)),
        None => {
            let mut article = sheet.article("");
            article.id = id_for(library, &article, &stock::chance()).into();
            (article, stock::now())
        }
    });
    let edited = entry.edits.is_some();
    if edited && !entry.touched {
        // Another tab may have written more since: what stands here is nobody's new words.
        take_off(site, key);
        site.tell("Nothing was changed");
        site.go(site.state_now().library());
        return;
    }
    let id = article.id.to_string();
    let new = Collection {
        articles: vec![(article, added)],
        ..Collection::default()
    };
    spawn_local(async move {
        let kept = stock::keep(site, new).await;
        let id = kept.id_of(&id);
        {
            let recent = &mut site.own.hold().recent;
            recent.retain(|one| *one != id);
            recent.push(id);
        }
        take_off(site, key);
        site.tell(match (kept.is_kept, edited) {
            (true, false) => "Kept in this browser",
            (true, true) => "Saved",
            (false, _) => "Here for this visit: the browser does not keep it",
        });
        if edited {
            site.go(site.state_now().library());
        } else {
            browser::next_frame(|| browser::focus("kept-now"));
        }
        stock::say_copied(site);
    });
}
