//! What the reader sees and touches. The functions here place what `view` worked out; handlers say where
//! to go (`site`), and the address and the page follow.
//!
//! | what | where |
//! |---|---|
//! | what all parts share | `site` |
//! | requests to a worker, and their status | `asking` |
//! | elements and their live parts | `dom` |
//! | a value that notifies of its changes | `watched` |
//! | access to the browser | `browser` |
//! | the frame of every page | `chrome`, `keys`, `link`, `icons`, `opener` |
//! | the first page | `front`; its markup: `first`, which the build writes with `plain`, and `standing` takes over |
//! | the two boxes in which a comparison begins | `begin`, with what is `typed` there |
//! | two articles compared | `compare` |
//! | several articles as one story | `story`, in the program with the reader's own texts |
//! | the reader's own texts | `own`; in the program without them `own_door` |

mod asking;
mod begin;
mod browser;
mod chrome;
mod clipboard;
mod compare;
mod dom;
#[cfg(feature = "own")]
mod first;
mod front;
mod icons;
mod keys;
mod link;
mod opener;
#[cfg(feature = "own")]
mod own;
#[cfg(not(feature = "own"))]
mod own_door;
mod plain;
mod site;
mod standing;
#[cfg(feature = "own")]
mod story;
mod typed;
mod watched;

use leptos::prelude::*;

use self::dom::{El, el, live};
#[cfg(not(feature = "own"))]
use self::own_door::{self as own, story};
use self::site::Site;
use crate::state::Page;
use crate::view::{Two, document_title};

#[cfg(not(target_arch = "wasm32"))]
pub use compare::{Before, before};
#[cfg(feature = "own")]
pub use first::first_page;

/// The whole page, put into the body.
#[component]
pub fn App() -> impl IntoView {
    let site = Site::start(own::travel);
    own::start(site);
    live(move || {
        site.track_library();
        let title = site.library(|library| site.with(|state| document_title(library, state)));
        if let Some(document) = browser::document() {
            document.set_title(&title);
        }
    });
    let (bar, slots) = compare::bar(site);
    let main = el("main")
        .id("main")
        .attr("tabindex", "-1")
        .live(move || match site.page() {
            Page::Library => front::front(site),
            Page::Compare => {
                let boxes =
                    |site, given: StoredValue<Two>| begin::boxes(site, move || given.get_value());
                compare::compare(site, boxes, slots.clone())
            }
            Page::Story => story::story(site),
            Page::Add => own::add(site),
            Page::Privacy => own::privacy(site),
        });
    for part in [
        chrome::skip(),
        chrome::head(site),
        bar,
        chrome::notices(site),
        main,
        chrome::foot(site),
        own::undo(site),
        chrome::voice(site),
        keys::dialog(site),
        own::panel(site),
    ] {
        put(&part);
    }
}

fn put(part: &El) {
    let body = browser::document().and_then(|document| document.body());
    if let Some((body, part)) = body.zip(part.get::<web_sys::Element>()) {
        let _ = body.append_with_node_1(&part);
    }
}
