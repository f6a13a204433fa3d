//! The way to own texts in the program that is built without them. It offers to add them, and loads the page
//! with the other program when they are needed.

use std::sync::Arc;

use crossread_engine::Comparison;
use js_sys::Array;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::FileList;

use super::chrome::waiting;
use super::dom::{El, classed, el};
use super::link::is_elsewhere;
use super::site::Site;
use super::{browser, clipboard};
use crate::address;
use crate::boot;
use crate::library::Article;
use crate::own::link_payload::is_payload;
use crate::state::{Both, Page, parse};
use crate::storage::begun::{self, Wanted};
use crate::storage::{Memory, recall};
use crate::view::{Begun, Two};

pub mod texts;

/// Has the library show the first text that another tab keeps.
pub fn start(site: Site) {
    browser::on_window("storage", move |_| {
        if site.page() == Page::Library && recall(Memory::Own).is_some() {
            address::load_again();
        }
    });
}

/// The reader went to an address: the other program's, perhaps.
pub fn travel(_site: Site) {
    if is_elsewhere(&parse(&address::query()).state) || is_payload(&address::fragment()) {
        address::load_again();
    }
}

/// What stands for a moment until the other program is there.
fn loading() -> Vec<El> {
    address::load_again();
    vec![waiting()]
}

/// In the place of the story's room.
pub mod story {
    use super::{El, Site, loading};

    /// Several articles as one story: on the other program's page.
    pub fn story(_site: Site) -> Vec<El> {
        loading()
    }
}

/// The page where texts are added: the other program's.
pub fn add(_site: Site) -> Vec<El> {
    loading()
}

/// What stays here, and what leaves: on the other program's page.
pub fn privacy(_site: Site) -> Vec<El> {
    loading()
}

/// Whoever writes in the boxes is about to need the other program: it may come meanwhile.
pub fn warm() {
    boot::warm();
}

/// There is nothing to be waited for.
pub fn is_read(_site: Site) -> bool {
    true
}

/// The other program goes on with what was left to it.
pub fn resume(_site: Site) {}

/// Nothing is read here.
pub fn progress(_site: Site) -> El {
    classed("div", "bringing")
}

/// Has the other program compare what stands in the boxes.
pub fn compare_begun(site: Site, _parts: [Begun; 2], given: &Two) {
    let texts = site.typed.texts();
    let too_long = Array::new();
    for (side, text) in texts.iter().enumerate() {
        if !begun::keep(side, text) {
            too_long.push(&JsValue::from_str(text));
        }
    }
    if too_long.length() == 0 {
        begun::want(Wanted::Compare, given);
        address::load_again();
    } else {
        lend(site, &too_long, 0);
    }
}

/// Has the other program read files into the boxes.
pub fn open_begun(site: Site, files: FileList, side: usize) {
    lend(site, &files, side);
}

/// Hands texts or files to the other program: they wait where what is shared with the site waits.
fn lend(site: Site, what: &JsValue, side: usize) {
    let done: Box<dyn FnMut(JsValue)> = Box::new(move |_| {
        begun::want(Wanted::Files(side), &[None, None]);
        address::load_again();
    });
    let refused: Box<dyn FnMut(JsValue)> = Box::new(move |_| {
        site.typed.fault(
            side,
            "This browser lets the page keep nothing. Open or paste it on the page ‘Add’.",
        );
    });
    let (done, refused) = (Closure::wrap(done), Closure::wrap(refused));
    if let Some(lent) = boot::lend(what) {
        let _ = lent.then2(&done, &refused);
    }
    // Given to the browser, which frees them together with the promise.
    done.into_js_value();
    refused.into_js_value();
}

/// The invitation stands where the reader's texts would.
pub fn stand(_site: Site, _front: &El, _first: bool) {}

/// About what the site ships the build has answered.
pub fn warm_front() {}

/// Nothing is said of articles that ship with the site.
pub fn strip(_site: Site) -> El {
    el("div")
}

/// What the build worked out is known already.
pub fn noted(_site: Site, _articles: &Both<Arc<Article>>, _found: &Comparison) {}

/// Nothing is deleted here.
pub fn undo(_site: Site) -> El {
    el("div")
}

/// No link carries texts here.
pub fn panel(_site: Site) -> El {
    el("div")
}

/// Copies a link.
pub fn copy_link(site: Site, link: String, done: &'static str) {
    clipboard::copy(site, link, done);
}
