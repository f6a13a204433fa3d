//! The first page: what the site does, shown with an example, beside the boxes in which a comparison begins; the articles, of
//! which the reader can tick two or more; and all pairs with what they share. The build wrote it into the page (`first`,
//! `standing`). This module adds the behaviour of its links, ticks and boxes, and places the reader's own texts.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::begin;
use super::browser;
use super::dom::El;
use super::keys;
use super::link::{follow, leads_to};
use super::own;
use super::site::Site;
use super::watched::Watched;
use crate::state::{Page, State, write};
use crate::storage::{Memory, recall};
use crate::view::Two;

/// The articles that are ticked: their ids, in the order of ticking.
#[derive(Clone, Copy)]
struct Ticked(StoredValue<Watched<Vec<String>>, LocalStorage>);

impl Ticked {
    fn get(self) -> Vec<String> {
        self.0.with_value(|ids| ids.get().clone())
    }

    /// The first two, for the boxes.
    fn two(self) -> Two {
        let mut ids = self.0.with_value(|ids| ids.now().clone()).into_iter();
        [ids.next(), ids.next()]
    }

    fn set(self, id: &str, on: bool) {
        self.0.update_value(|ids| {
            ids.change(|ids| {
                ids.retain(|one| one != id);
                if on {
                    ids.push(id.to_owned());
                }
            });
        });
    }
}

/// The library page.
pub fn front(site: Site) -> Vec<El> {
    keys::listen(site, |_| {});
    let Some(page) = site.standing.take() else {
        return Vec::new();
    };
    let ticked = Ticked(StoredValue::new_local(Watched::default()));
    if let Some(boxes) = page.find(".begin") {
        begin::alive(site, &boxes, move || ticked.two());
    }
    if let Some(front) = page.find(".front") {
        // The reader's own texts come first. Reading them takes a moment, and they must not push away what the reader
        // is looking at.
        let any = site.library(|library| library.own_ones().next().is_some());
        let own_first = any || recall(Memory::Own).is_some();
        own::stand(site, &front, own_first);
        front.live_switch("hidden", move || own_first && !own::is_read(site));
    }
    tray(site, ticked, &page);
    keep_unknown(site, &page);
    // Ticked before the program started.
    if let Some(element) = page.get::<Element>()
        && let Ok(found) = element.query_selector_all("input:checked")
    {
        for at in 0..found.length() {
            let input = found.get(at).and_then(|one| one.dyn_into().ok());
            if let Some(input) = input.map(|input: HtmlInputElement| input.value()) {
                ticked.set(&input, true);
            }
        }
    }
    let warm = move |event: &Event| warm(site, event);
    let page = page
        .on("click", move |event| press(site, event))
        .on("change", move |event| {
            let input = browser::target(event).and_then(|one| one.dyn_into().ok());
            let input = input.filter(|input: &HtmlInputElement| input.name() == "article");
            if let Some(input) = input {
                ticked.set(&input.value(), input.checked());
            }
        })
        .on("pointerover", warm)
        .on("focusin", warm);
    vec![page]
}

/// The link that an event came from, and where it leads.
fn link_of(site: Site, event: &Event) -> Option<State> {
    let link = browser::target(event)?.closest("a[href]").ok()??;
    leads_to(site, &link)
}

/// Follows a link that the build wrote. Other links have their own listeners.
fn press(site: Site, event: &Event) {
    if !event.default_prevented()
        && let Some(to) = link_of(site, event)
    {
        follow(site, event, to);
    }
}

/// Adds the unknown parts of the address to the links that the build wrote, since they may be opened in another tab.
fn keep_unknown(site: Site, page: &El) {
    if site.with(|state| state.unknown.is_empty()) {
        return;
    }
    let page = page.get::<Element>();
    let links = page.and_then(|page| page.query_selector_all("a[href]").ok());
    let Some(links) = links else { return };
    for at in 0..links.length() {
        if let Some(link) = links.get(at).and_then(|one| one.dyn_into::<Element>().ok())
            && let Some(to) = leads_to(site, &link)
        {
            let _ = link.set_attribute("href", &write(&to));
        }
    }
}

/// A reader who points at a pair is about to open it, so what that needs is loaded in advance.
fn warm(site: Site, event: &Event) {
    own::warm_front();
    let Some(State { a, b, .. }) = link_of(site, event) else {
        return;
    };
    let shipped = |id: &str| {
        site.library(|library| {
            let mut all = library.shipped_ones();
            all.any(|one| one.id == id)
        })
    };
    if shipped(&a) && shipped(&b) {
        drop(crate::boot::answer(&a, &b));
    }
}

/// What is ticked, and the button for it.
fn tray(site: Site, ticked: Ticked, page: &El) {
    let parts = page.find(".tray").and_then(|tray| {
        let (button, said) = (tray.find("button")?, tray.find(".said")?);
        Some((tray, button, said))
    });
    let Some((tray, button, said)) = parts else {
        return;
    };
    // An article that is no longer here is no longer ticked.
    let here = move || {
        site.track_library();
        let mut ids = ticked.get();
        site.library(|library| ids.retain(|id| library.get(id).is_some()));
        ids
    };
    tray.live_class("on", move || !here().is_empty());
    let page = page.clone();
    said.live_text(move || match &here()[..] {
        [] => "Tick two articles.".to_owned(),
        [_] => "Tick one more.".to_owned(),
        [a, b] => said_of(&page, a, b).unwrap_or_else(|| "Not compared yet.".to_owned()),
        _ => "More than two are read as one story.".to_owned(),
    });
    button
        .live_text(move || {
            let words = match here().len() {
                0..=2 => "Compare these two",
                _ => "Read them as one story",
            };
            words.to_owned()
        })
        .on("click", move |_| match &here()[..] {
            [] => refuse(site, "Nothing is ticked yet. Tick two articles first."),
            [_] => refuse(site, "One article is ticked. Tick one more first."),
            [a, b] => site.go(site.state_now().compare(a, b)),
            ids => site.go(State {
                of: ids.join("."),
                ..site.state_now().turned_to(Page::Story)
            }),
        });
}

fn refuse(site: Site, what: &str) {
    site.tell(what);
    browser::focus_first("input[name=article]");
}

/// What two articles share, from their row in a table of pairs.
fn said_of(page: &El, a: &str, b: &str) -> Option<String> {
    let plain = |id: &str| {
        id.bytes()
            .all(|one| one.is_ascii_alphanumeric() || one == b'-')
    };
    if !plain(a) || !plain(b) {
        return None;
    }
    let row = page.find(&format!("[data-pair~='{a}'][data-pair~='{b}']"))?;
    row.get::<Element>()?.get_attribute("data-said")
}
