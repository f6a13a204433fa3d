//! The first program's substitute for own texts, which only the other program contains. It offers to add them, and
//! loads the page with the other program when they are needed.

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

/// Loads the other program when another tab keeps a first text.
pub fn start(site: Site) {
    browser::on_window("storage", move |_| {
        if site.page() == Page::Library && recall(Memory::Own).is_some() {
            address::load_again();
        }
    });
}

/// Called when the reader has gone to an address that may need the other program.
pub fn travel(_site: Site) {
    if is_elsewhere(&parse(&address::query()).state) || is_payload(&address::fragment()) {
        address::load_again();
    }
}

/// What is shown until the other program is loaded.
fn loading() -> Vec<El> {
    address::load_again();
    vec![waiting()]
}

/// Replaces the story page.
pub mod story {
    use super::{El, Site, loading};

    /// Several articles as one story: loads the other program.
    pub fn story(_site: Site) -> Vec<El> {
        loading()
    }
}

/// The page where texts are added: loads the other program.
pub fn add(_site: Site) -> Vec<El> {
    loading()
}

/// The page about privacy: loads the other program.
pub fn privacy(_site: Site) -> Vec<El> {
    loading()
}

/// A reader who writes in the boxes will need the other program, so it is loaded in advance.
pub fn warm() {
    boot::warm();
}

/// There is nothing to wait for.
pub fn is_read(_site: Site) -> bool {
    true
}

/// Does nothing: only the other program continues what was begun.
pub fn resume(_site: Site) {}

/// Nothing is read here.
pub fn progress(_site: Site) -> El {
    classed("div", "bringing")
}

/// Lets the other program compare the texts in the boxes.
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

/// Lets the other program read files into the boxes.
pub fn open_begun(site: Site, files: FileList, side: usize) {
    lend(site, &files, side);
}

/// Stores texts or files for the other program, where items from the share sheet are stored.
fn lend(site: Site, what: &JsValue, side: usize) {
    let done: Box<dyn FnMut(JsValue)> = Box::new(move |_| {
        begun::want(Wanted::Files(side), &[None, None]);
        address::load_again();
    });
    let refused: Box<dyn FnMut(JsValue)> = Box::new(move |_| {
        site.typed.fault(
            side,
            "This browser does not let the page keep anything. Open or paste it on the page ‘Add’.",
        );
    });
    let (done, refused) = (Closure::wrap(done), Closure::wrap(refused));
    if let Some(lent) = boot::lend(what) {
        let _ = lent.then2(&done, &refused);
    }
    // The browser owns them now, and frees them with the promise.
    done.into_js_value();
    refused.into_js_value();
}

/// The invitation stays, since there are no texts of the reader's.
pub fn stand(_site: Site, _front: &El, _first: bool) {}

/// For shipped articles the build has computed the answers.
pub fn warm_front() {}

/// There is no strip for articles that ship with the site.
pub fn strip(_site: Site) -> El {
    el("div")
}

/// The figures of shipped articles are known already.
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
