//! The bookmark that brings the page of another tab: a link to drag to the bookmarks bar, or to copy.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use crate::address;
use crate::own::press::bookmark;
use crate::ui::clipboard;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::site::Site;

const LABEL: &str = "Compare in Crossread";

/// The fold with the link. The link is made when the fold is opened; until then nothing on the page is a script.
pub fn offer(site: Site) -> El {
    let is_open = RwSignal::new(false);
    let inside = el("div").live(move || {
        if is_open.get() {
            inside(site)
        } else {
            Vec::new()
        }
    });
    classed("details", "bookmark")
        .child(el("summary").text("From the page that you are reading"))
        .child(inside)
        .on("toggle", move |event| {
            let details = event.target();
            let details = details.and_then(|one| one.dyn_into::<HtmlDetailsElement>().ok());
            is_open.set(details.is_some_and(|details| details.open()));
        })
}

fn inside(site: Site) -> Vec<El> {
    let code = js_sys::encode_uri_component(&bookmark(&address::link("")));
    let code = format!("javascript:{}", String::from(code));
    let is_pressed = RwSignal::new(false);
    let drag = classed("a", "button strong")
        .attr("href", &code)
        .text(LABEL)
        .on("click", move |event| {
            event.prevent_default();
            is_pressed.set(true);
        });
    let copy = button("button")
        .text("Copy its address instead")
        .on("click", move |_| {
            clipboard::copy(
                site,
                code.clone(),
                "Copied: paste it as the address of a bookmark",
            );
        });
    let said = el("p").attr("role", "status").live_text(move || {
        if is_pressed.get() {
            "There is no article on this page. Drag the button to the bookmarks bar (Ctrl+Shift+B or ⌘⇧B shows the bar), open a report and press it there."
        } else {
            ""
        }
        .to_owned()
    });
    vec![
        el("p").text("Drag this button to your browser’s bookmarks bar. Press it there while you read a report, and the report opens here. Press it on a second one, and both are compared. Nothing is kept until you press Keep."),
        classed("p", "acts").child(drag).child(copy),
        said,
        el("p").text("Without a bookmarks bar, as on a phone: bookmark any page, and replace its address with what you copied. The report arrives after the sign # of an address, in a part that browsers send to no server. Your browser’s history may list that address."),
    ]
}
