//! Reads and writes the address bar and the history. No other file of the site touches them. The meaning of
//! an address is in [`crate::state`].

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use gloo::events::EventListener;
use leptos::wasm_bindgen::JsValue;

use crate::state::{State, Step, write};

/// The query string of the page as it is now, with its `?`; empty where there is none.
pub fn query() -> String {
    crate::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// Whether the page loads itself again.
static LOADING: AtomicBool = AtomicBool::new(false);

/// Whether the page loads itself again, which no reader need be asked about.
pub fn is_loading() -> bool {
    LOADING.load(Relaxed)
}

/// Loads the current address with the program that it needs.
#[allow(dead_code, reason = "only the first program calls it")]
pub fn load_again() {
    LOADING.store(true, Relaxed);
    if let Some(window) = crate::window() {
        let _ = window.location().reload();
    }
}

/// The fragment of the address as it is now, with its `#`; empty where there is none.
pub fn fragment() -> String {
    crate::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The fragment with the texts of a link, and the ids of the articles in it.
static CARRIED: Mutex<(String, Vec<String>)> = Mutex::new((String::new(), Vec::new()));

/// Adds that fragment to every address of a state with one of those articles.
pub fn carry(fragment: String, ids: Vec<String>) {
    if let Ok(mut carried) = CARRIED.lock() {
        *carried = (fragment, ids);
    }
}

/// Whether that fragment is the one that is carried.
pub fn is_carried(fragment: &str) -> bool {
    CARRIED.lock().is_ok_and(|carried| carried.0 == fragment)
}

/// The address of a state: its query, followed by the texts that a link brought if the state is about one of them.
pub fn of(state: &State) -> String {
    let mut address = write(state);
    if let Ok(carried) = CARRIED.lock() {
        let (fragment, ids) = &*carried;
        if ids.iter().any(|id| state.names(id)) {
            address.push_str(fragment);
        }
    }
    address
}

/// Keeps `query`, and a fragment behind it, in the address, as a new entry of the history or in place of the current one.
///
/// A browser may refuse (some limit how often history may change): the page is still right, but its address is out of
/// date until the next change.
pub fn keep(step: Step, query: &str) {
    let Some(window) = crate::window() else {
        return;
    };
    // An empty address would mean "this one, query and all": the bare path is written out.
    let path = window.location().pathname().unwrap_or_default();
    let address = format!("{path}{query}");
    let Ok(history) = window.history() else {
        return;
    };
    let _ = match step {
        Step::Stay => Ok(()),
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// The whole address that shows `query`: what "Copy link" copies. In the build, it is relative to the page.
pub fn link(query: &str) -> String {
    let Some(window) = crate::window() else {
        let none = if query.is_empty() { "./" } else { query };
        return none.to_owned();
    };
    let location = window.location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    format!("{origin}{path}{query}")
}

/// Calls `then` whenever the reader goes back or forward, as long as what is
/// returned is kept.
pub fn on_travel(then: impl Fn() + 'static) -> Option<EventListener> {
    let window = crate::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        then();
    }))
}
