//! The panel with the link that carries own texts: its length, the length at which programs cut links, and
//! a file instead.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::file;
use crate::library::{Article, Origin};
use crate::own::{Collection, link_payload};
use crate::packing;
use crate::ui::dom::{El, button, classed, el, live};
use crate::ui::icons::{CROSS, draw};
use crate::ui::site::Site;
use crate::ui::{browser, clipboard};
use crate::view::link_lengths;

/// Copies a link. If it is about texts that do not ship with the site, opens the panel first.
pub fn copy_link(site: Site, link: String, done: &'static str) {
    if articles(site).is_empty() {
        clipboard::copy(site, link, done);
    } else {
        let short = link.split('#').next().unwrap_or_default();
        site.own.shared.set(short.to_owned());
    }
}

/// The articles of the pair that are neither on the site nor in a collection beside it.
fn articles(site: Site) -> Vec<(Article, u64)> {
    let state = site.state_now();
    site.library(|library| {
        let own = [&state.a, &state.b].into_iter();
        // What the address brings needs no carrying.
        let is_carried =
            |id: &&String| !matches!(library.origin(id), Origin::Shipped | Origin::Collected);
        let own = own.filter(is_carried);
        own.filter_map(|id| Some(((**library.get(id)?).clone(), library.added(id))))
            .collect()
    })
}

/// Opens the panel of files in the bar's menu, as if its buttons were pressed.
fn open_save() {
    press(".menu:not([open]) > summary");
    press_when_there(".save:not([open]) > summary", 30);
}

/// Presses the button when it exists, since the menu is filled when it opens.
fn press_when_there(button: &'static str, frames: u8) {
    if !press(button) && frames > 0 {
        browser::next_frame(move || press_when_there(button, frames - 1));
    }
}

/// Presses a button; returns whether it exists.
fn press(button: &str) -> bool {
    let document = browser::document();
    let button = document.and_then(|document| document.query_selector(button).ok()?);
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = &button {
        let _ = button.focus();
        button.click();
    }
    button.is_some()
}

/// The panel.
pub fn panel(site: Site) -> El {
    // The whole link, once it is packed; `None` if the browser cannot pack.
    let packed: RwSignal<Option<String>> = RwSignal::new(None);
    let failed = RwSignal::new(false);
    let shut = move || site.own.shared.set(String::new());
    let close = button("button bare icon")
        .attr("aria-label", "Close")
        .child(draw(CROSS))
        .on("click", move |_| shut());
    let head = el("header")
        .child(el("h2").id("share-name").text("Share your texts"))
        .child(close);
    let said = el("div").attr("role", "status").live(move || {
        let lines = match packed.get() {
            Some(link) => link_lengths(link.chars().count()),
            None if failed.get() => vec![
                "This browser cannot pack texts into a link. Save them as a file instead."
                    .to_owned(),
            ],
            None => vec!["Packing the texts…".to_owned()],
        };
        lines.iter().map(|line| el("p").text(line)).collect()
    });
    let field = el("textarea")
        .id("share-link")
        .attr("readonly", "")
        .attr("rows", "3")
        .attr("aria-label", "The link")
        .live_switch("hidden", move || packed.get().is_none())
        .live_value(move || packed.get().unwrap_or_default());
    let copy = button("button strong")
        .text("Copy link")
        .live_switch("disabled", move || packed.get().is_none())
        .on("click", move |_| {
            if let Some(link) = packed.get() {
                shut();
                clipboard::copy(site, link, "Link copied, with the texts in it");
            }
        });
    let save = button("button")
        .text("Save the texts as a file")
        .on("click", move |_| {
            let collection = Collection {
                articles: articles(site),
                ..Collection::default()
            };
            file::save("crossread-texts.json", &collection.write());
            shut();
            site.tell("Saved as a file");
        });
    let page = button("link")
        .text("Save the comparison as a page instead, which opens without this site")
        .on("click", move |_| {
            shut();
            open_save();
        });
    let here = button("link")
        .text("Copy a short link that works only in this browser")
        .on("click", move |_| {
            let short = site.own.shared.get();
            shut();
            clipboard::copy(site, short, "Link copied; it works only in this browser");
        });
    let inner = classed("div", "inner share")
        .child(head)
        .child(said)
        .child(field)
        .child(classed("p", "acts").child(copy).child(save))
        .child(el("p").child(page))
        .child(el("p").child(here));
    let dialog = classed("dialog", "dialog")
        .attr("aria-labelledby", "share-name")
        .child(inner)
        .on("close", move |_| shut())
        .on("click", move |event| {
            // A click on the dialog itself is one on its backdrop.
            if browser::target(event).is_some_and(|element| element.tag_name() == "DIALOG") {
                shut();
            }
        });
    let element = dialog.get::<HtmlDialogElement>();
    live(move || {
        let short = site.own.shared.get();
        let Some(dialog) = &element else { return };
        if short.is_empty() {
            if dialog.open() {
                dialog.close();
            }
            return;
        }
        packed.set(None);
        failed.set(false);
        if !dialog.open() {
            // This fails only if it is open already.
            let _ = dialog.show_modal();
        }
        let plain = link_payload::plain(&articles(site));
        spawn_local(async move {
            match packing::pack(&plain).await {
                Ok(bytes) => packed.set(Some(format!(
                    "{short}{}",
                    link_payload::write(&plain, &bytes)
                ))),
                Err(_) => failed.set(true),
            }
        });
    });
    dialog
}
