//! The form for one text on the add page: its fields, what was understood of it, and what is wrong with it.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use crossread_engine::words;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::entries::{is_long, keep_draft, take_off, update, with};
use super::keep::{self, chance, now};
use super::texts::Entry;
use super::{encoding, paste};
use crate::own::Collection;
use crate::own::draft::{Draft, Name, address_fault};
use crate::own::merge::id_for;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el, value_of};
use crate::ui::site::Site;
use crate::view::{preview, understood};

/// The form to correct and keep a text. `number`: its number among `many`.
pub fn form(site: Site, key: u32, number: usize, many: usize) -> El {
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
                .on("click", move |_| submit(site, key, mended));
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

/// The number of characters of a longer text that are shown.
const PREVIEW: usize = 4_000;

fn put_away(site: Site, key: u32) -> El {
    button("button").text("Remove").on("click", move |_| {
        take_off(site, key);
        browser::focus("main");
    })
}

fn field(site: Site, key: u32, mended: Trigger, name: Name, start: &Draft) -> El {
    let id = format!("sheet-{key}-{}", name.key());
    let (label, hint) = match name {
        Name::Text => ("Text", ""),
        Name::Title => (
            "Title",
            "If you leave it empty, the first sentence is the title.",
        ),
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
            let draft = entry.draft()?;
            // An address is told to be one at once.
            let at_once = matches!(name, Name::Text).then(|| address_fault(&draft.text));
            if let Some(said) = at_once.filter(|said| !said.is_empty()) {
                return Some(said);
            }
            let mut faults = entry.tried.then(|| draft.faults()).into_iter().flatten();
            faults.find(|fault| fault.0 == name).map(|fault| fault.1)
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
                if let Ok(draft) = &mut entry.brought {
                    draft.mend(name, &value);
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
            let field = entry.draft()?.field(name)?;
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
            let draft = entry.draft()?;
            Some(understood(draft, words::count(&draft.text)))
        });
        let lines = lines.flatten().unwrap_or_default();
        lines
            .iter()
            .map(|line| el("p").attr("dir", "auto").text(line))
            .collect()
    };
    classed("div", "understood").live(lines)
}

/// Saves the draft when the reader pauses.
fn later_draft(site: Site) {
    static TYPED: AtomicU32 = AtomicU32::new(0);
    let mine = TYPED.fetch_add(1, Relaxed) + 1;
    browser::later(300, move || {
        if TYPED.load(Relaxed) == mine {
            keep_draft(site);
        }
    });
}

/// Keeps a text, or says what is wrong with it and moves the focus there.
fn submit(site: Site, key: u32, mended: Trigger) {
    update(site, key, |entry| entry.tried = true);
    mended.notify();
    let entry = with(site, key, Entry::clone);
    let Some((entry, draft)) = entry.and_then(|one| Some((one.clone(), one.brought.ok()?))) else {
        return;
    };
    if let Some((name, sentence)) = draft.faults().first() {
        site.say(sentence);
        browser::focus(&format!("sheet-{key}-{}", name.key()));
        return;
    }
    let (article, added) = site.library(|library| match &entry.edits {
        Some(id) => (draft.article(id), library.added(id)),
        None => {
            let mut article = draft.article("");
            article.id = id_for(library, &article, &chance()).into();
            (article, now())
        }
    });
    let edited = entry.edits.is_some();
    if edited && !entry.touched {
        // Another tab may have written more since, and there are no new words here.
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
        let kept = keep::keep(site, new).await;
        let id = kept.id_of(&id);
        if with(site, key, |entry| entry.draft() == Some(&draft)) == Some(false) {
            keep_draft(site);
            site.tell("Saved without what was typed last: save again");
            keep::say_copied(site);
            return;
        }
        {
            let recent = &mut site.own.hold().recent;
            recent.retain(|one| *one != id);
            recent.push(id);
        }
        take_off(site, key);
        site.tell(match (kept.is_kept, edited) {
            (true, false) => "Kept in this browser",
            (true, true) => "Saved",
            (false, _) => "Here for this visit only: the browser does not keep it",
        });
        if edited {
            site.go(site.state_now().library());
        } else {
            browser::next_frame(|| browser::focus("kept-now"));
        }
        keep::say_copied(site);
    });
}
