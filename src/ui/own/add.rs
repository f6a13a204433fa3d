//! The page where texts are added and edited.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::DragEvent;

use super::languages::languages;
use super::texts::Leaving;
use super::{bookmark, bring, entries, form, importer, leaving, press, rows, shared};
use crate::library::{Library, Origin};
use crate::own::Draft;
use crate::state::{Page, State};
use crate::ui::browser;
use crate::ui::chrome::waiting;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::link::link;
use crate::ui::opener::{ACCEPT, folder_opener, opener};
use crate::ui::site::Site;
use crate::view::keeping;
use crossread_worker::protocol::story::MOST_ARTICLES;

/// The page.
pub fn add(site: Site) -> Vec<El> {
    let page = classed("div", "own-page").live(move || {
        let (page, id) = site.with(|state| (state.page, state.a.clone()));
        if page != Page::Add {
            // Another page follows, and its article is not one to edit.
            return Vec::new();
        }
        if site.own.held().press.reading {
            site.own.changed.track();
            return press::reading(site);
        }
        if !site.own.is_read_for(&site.state_now()) {
            site.own.changed.track();
            return vec![waiting()];
        }
        if id.is_empty() {
            adding(site)
        } else {
            editing(site, id)
        }
    });
    browser::on_window("dragover", |event| {
        // Without this, the browser would open a dropped file instead of the page.
        event.prevent_default();
    });
    browser::on_window("drop", move |event| {
        event.prevent_default();
        let event = event.dyn_ref::<DragEvent>();
        if let Some(data) = event.and_then(DragEvent::data_transfer) {
            bring::drop(site, &data);
        }
    });
    vec![page]
}

fn adding(site: Site) -> Vec<El> {
    shared::take(site);
    let open = opener("Open files", ACCEPT, move |files| {
        bring::bring(site, Some(files))
    });
    let folder = folder_opener("Open a folder", move |files| {
        bring::bring(site, Some(files))
    });
    let ways = classed("div", "ways-in")
        .child(open)
        .children(folder)
        .child(el("p").text("or drop files or a whole folder anywhere on this page: saved web pages, PDF, Word (DOCX), OpenDocument (ODT), Rich Text (RTF), e-mails, subtitles, e-books (EPUB), feeds in JSON, Markdown, plain text, whole archives (ZIP) of these, and collections saved by Crossread."))
        .child(importer::progress(site))
        .child(shared::question(site));
    let intro = classed("p", "intro")
        .text("Paste an article, or open files. Everything stays in this browser, on this device; nothing is sent anywhere. ")
        .child(link(site, "", site.state_now().turned_to(Page::Privacy)).text("What stays here, and what leaves"));
    let head = classed("header", "own-head")
        .child(el("h1").text("Add your own texts"))
        .child(intro)
        .child(troubles(site));
    let sheets = classed("div", "sheets").live(move || {
        site.own.listed.track();
        let mut keys: Vec<u32> = Vec::new();
        for one in &site.own.held().entries {
            if one.edits.is_none() {
                keys.push(one.key);
            }
        }
        if keys.is_empty() {
            keys.push(entries::put(site, "", None, Ok(Draft::default())));
        }
        let many = keys.len();
        if rows::are_many(many) {
            return rows::rows(site);
        }
        let sheets = keys.iter().enumerate();
        sheets
            .map(|(place, key)| form::form(site, *key, place + 1, many))
            .collect()
    });
    let another = button("button").text("Another text").on("click", move |_| {
        let key = entries::put(site, "", None, Ok(Draft::default()));
        site.own.listed.notify();
        browser::next_frame(move || browser::focus(&format!("sheet-{key}-text")));
    });
    let bookmark = bookmark::offer(site);
    vec![
        head,
        kept_now(site),
        ways,
        bookmark,
        sheets,
        another,
        languages(),
    ]
}

/// What was kept since the page was loaded, and the next steps.
fn kept_now(site: Site) -> El {
    classed("div", "kept-now")
        .id("kept-now")
        .attr("tabindex", "-1")
        .live(move || {
            site.own.listed.track();
            let recent = site.own.held().recent.clone();
            let title = |library: &Library, id: &String| {
                Some((id.clone(), library.get(id)?.title.value.to_string()))
            };
            let kept: Vec<_> =
                site.library(|library| recent.iter().filter_map(|id| title(library, id)).collect());
            let of: Vec<&str> = kept.iter().map(|(id, _)| id.as_str()).collect();
            let story = (of.len() > 2).then(|| {
                let story = State {
                    of: of[of.len().saturating_sub(MOST_ARTICLES)..].join("."),
                    ..site.state_now().turned_to(Page::Story)
                };
                let label = if of.len() > MOST_ARTICLES {
                    format!("Read the last {MOST_ARTICLES} as one story")
                } else {
                    format!("Read all {} as one story", of.len())
                };
                link(site, "button strong", story).text(&label)
            });
            let items = kept
                .iter()
                .map(|(_, title)| el("li").attr("dir", "auto").text(title));
            let way = match &kept[..] {
                [] => return Vec::new(),
                [.., (a, _), (b, _)] => {
                    let class = if story.is_some() {
                        "button"
                    } else {
                        "button strong"
                    };
                    link(site, class, State::default().compare(a, b)).text("Compare the last two")
                }
                [(a, _)] => link(site, "button", State::default().compare(a, ""))
                    .text("Compare it with another"),
            };
            vec![
                el("h2").text("Added just now"),
                el("ul").children(items),
                classed("p", "acts")
                    .children(story)
                    .child(way)
                    .child(link(site, "button", site.state_now().library()).text("To the library")),
            ]
        })
}

/// Where texts are kept, or why they are not.
pub fn troubles(site: Site) -> El {
    classed("div", "keeping").live(move || {
        let (refused, damaged, forgetful) = site.own.troubles();
        let lines = keeping(refused, damaged, forgetful);
        lines.iter().map(|line| el("p").text(line)).collect()
    })
}

fn editing(site: Site, id: String) -> Vec<El> {
    let article = site.library(|library| {
        library
            .get(&id)
            .cloned()
            .filter(|_| library.origin(&id) != Origin::Shipped)
    });
    let back = link(site, "button", site.state_now().library()).text("Back to the library");
    let Some(article) = article else {
        return vec![
            el("h1").text("This text is not here"),
            classed("p", "intro").text("It was kept in another browser, or is no longer here."),
            classed("p", "acts").child(back),
        ];
    };
    let known = {
        let held = site.own.held();
        let mut known = held
            .entries
            .iter()
            .filter(|one| one.edits.as_deref() == Some(&id));
        known.next().map(|one| (one.key, one.touched))
    };
    let key = match known {
        Some((key, true)) => key,
        known => {
            // Nothing was written into it, so it shows the article as it is now.
            let known = known.map(|known| known.0);
            site.own.hold().entries.retain(|one| Some(one.key) != known);
            entries::put(site, "", Some(id.clone()), Ok(Draft::of(&article)))
        }
    };
    let delete = button("button")
        .text("Delete this text")
        .on("click", move |_| {
            let (origin, added) = site.library(|library| (library.origin(&id), library.added(&id)));
            entries::take_off(site, key);
            leaving::delete(site, Leaving::Article(article.clone(), origin, added));
            site.go(site.state_now().library());
        });
    let head = classed("header", "own-head")
        .child(el("h1").text("Edit your text"))
        .child(troubles(site));
    vec![
        head,
        form::form(site, key, 1, 1),
        classed("p", "acts").child(back).child(delete),
        languages(),
    ]
}
