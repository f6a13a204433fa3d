//! Links inside the site. They are real links, so they can be copied or opened in another tab. A plain click
//! follows them without loading the page again.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::dom::{El, classed};
use super::site::Site;
use crate::address;
use crate::own::{self, is_own};
use crate::state::{Page, State, parse, write};
use crate::storage::{Memory, recall};

/// The address of a state.
pub fn href(to: &State) -> String {
    address::link(&address::of(to))
}

/// The address of a state relative to the page, as the build writes it.
pub fn relative(to: &State) -> String {
    match write(to) {
        none if none.is_empty() => "./".to_owned(),
        query => query,
    }
}

/// Whether the program with own texts shows that and this one does not. Once this browser keeps a text, that program shows
/// everything.
pub fn is_elsewhere(to: &State) -> bool {
    let is_page = matches!(to.page, Page::Story | Page::Add | Page::Privacy);
    let is_theirs = || is_page || is_own(&to.a) || is_own(&to.b) || recall(Memory::Own).is_some();
    !own::HERE && is_theirs()
}

/// Follows a plain click; a click with a modifier or another button is left to the browser.
pub fn follow(site: Site, event: &Event, to: State) {
    let plain = event.dyn_ref::<MouseEvent>().is_some_and(|event| {
        event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
    });
    // If another program shows it, or it takes texts of a collection, the page is loaded.
    let takes_texts = own::HERE && !to.set.is_empty() && to.set != site.state_now().set;
    if plain && !takes_texts && !is_elsewhere(&to) {
        event.prevent_default();
        site.go(to);
    }
}

/// A link to a state.
pub fn link(site: Site, class: &str, to: State) -> El {
    classed("a", class)
        .attr("href", &href(&to))
        .on("click", move |event| follow(site, event, to.clone()))
}

/// The state that a link written by the build leads to from the current address; `None` if it leads elsewhere.
pub fn leads_to(site: Site, link: &Element) -> Option<State> {
    let href = link.get_attribute("href")?;
    let query = match &*href {
        "./" => "",
        href => href.strip_prefix('?')?,
    };
    let unknown = site.with(|state| state.unknown.clone());
    Some(State {
        unknown,
        ..parse(query).state
    })
}
