//! Reads what is kept and what the link carries when the page starts and when the reader goes to another address, and saves
//! what is unsaved when the page is hidden or closed.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::keep::{keep_left, say_copied};
use super::leaving::{finish_last, leave};
use super::refresh::refresh;
use super::stock::stock;
use super::{collected, entries, live, press};
use crate::address;
use crate::library::Article;
use crate::own::Collection;
use crate::own::link_payload::{self, Fault, Unpacked};
use crate::own::press::read as read_pressed;
use crate::own::versions::Replaceable;
use crate::packing;
use crate::storage::{draft, tabs};
use crate::ui::browser;
use crate::ui::site::Site;
use crossread_collection::bounds::Over;
use crossread_collection::{json, record};

/// Whether the reader's own texts are there (tracked until they are).
pub fn is_read(site: Site) -> bool {
    site.own.is_read()
}

/// Reads what is kept and what the link carries, and then follows other tabs.
pub fn start(site: Site) {
    entries::recall_draft(site);
    tabs::on_change(move || spawn_local(refresh(site)));
    press::listen(site);
    // A hidden page may never come back.
    browser::on_window("visibilitychange", move |_| {
        live::settle(site);
        entries::keep_draft(site);
    });
    browser::on_window("pagehide", move |_| {
        live::rescue(site);
        entries::keep_draft(site);
        leave(site);
    });
    browser::on_window("beforeunload", move |event| {
        if !live::rescue(site) || entries::is_unsaved(site) {
            event.prevent_default();
        }
    });
    travel(site);
}

/// Reads what the link carries, and what is kept if that was not read yet; then notifies the page.
pub fn travel(site: Site) {
    let fragment = address::fragment();
    let payload = link_payload::read(&fragment).filter(|_| !address::is_carried(&fragment));
    let pressed = read_pressed(&fragment);
    let was_read = site.own.held().is_read;
    site.own.hold().fault = None;
    if was_read && payload.is_none() && pressed.is_none() {
        return;
    }
    site.own.hold().is_read = false;
    if pressed.is_some() {
        press::begin(site);
        site.own.changed.notify();
    }
    spawn_local(async move {
        let mut over = Over::default();
        if !was_read {
            if site.own.held().leaving.is_none() {
                finish_last().await;
                recover(site).await;
            }
            refresh(site).await;
            entries::forget_kept(site);
            // Within the page no way leads to another collection (ui/link.rs).
            site.own.hold().fault = collected::take(site).await;
        }
        if let Some(payload) = payload {
            let read = match payload {
                Ok(payload) => open(&payload).await,
                Err(fault) => Err(fault),
            };
            match read {
                Ok(unpacked) => {
                    over = unpacked.over;
                    share(site, fragment, unpacked.articles);
                }
                Err(fault) => site.own.hold().fault = Some(fault.sentence()),
            }
        }
        let said = match pressed {
            Some(pressed) => press::take(site, pressed).await,
            None => Vec::new(),
        };
        site.own.hold().is_read = true;
        site.own.changed.notify();
        site.meet();
        for sentence in said {
            site.note(sentence);
        }
        if let Some(sentence) = over.sentence("link") {
            site.note(sentence);
        }
        say_copied(site);
    });
}

/// A link of more bytes is read after the page has said that it opens the texts. A hidden page waits until it is shown.
const LARGE: usize = 500_000;

async fn open(payload: &link_payload::LinkPayload) -> Result<Unpacked, Fault> {
    if !packing::is_there() {
        return Err(Fault::NoUnpacker);
    }
    if payload.bytes > LARGE {
        painted().await;
    }
    let plain = packing::unpack(&payload.packed, payload.bytes).await;
    payload.open(&plain.map_err(|_| Fault::Damaged)?)
}

/// Waits until the next frame is painted.
async fn painted() {
    let painted = Promise::new(&mut |done: Function, _| {
        browser::after_paint(move || {
            let _ = done.call0(&JsValue::UNDEFINED);
        });
    });
    let _ = JsFuture::from(painted).await;
}

/// Takes in the texts of a link, without keeping them.
fn share(site: Site, fragment: String, articles: Vec<(Article, u64)>) {
    let stocked = stock(site, articles);
    if !stocked.shared.is_empty() {
        // The strip that says so is out of view if the link leads to a sentence.
        site.tell("They came with the link, and are not kept");
    }
    address::carry(fragment, stocked.shared);
    site.rename(&stocked.renamed);
}

/// Keeps what was typed in tabs that were closed before they could keep it.
async fn recover(site: Site) {
    if std::mem::replace(&mut site.own.hold().recovered, true) {
        return;
    }
    for (name, words) in draft::rescued() {
        let json = json::read(&words);
        let mut is_done = true;
        if let Some(json) = &json
            && let Some(one) = json.get("article").and_then(record::read)
        {
            let left = Replaceable::read(json.list("may_replace"));
            let new = Collection {
                articles: vec![(one.article, one.added)],
                ..Collection::default()
            };
            is_done = keep_left(site, new, left).await.is_kept;
        }
        if is_done {
            draft::drop_rescued(&name, &words);
        }
    }
}
