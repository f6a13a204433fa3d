//! The address bar and the history, and nothing else of the site touches them. What an address says is
//! [`crate::state`]'s to read and write; here is only where it is kept.

use gloo::events::EventListener;
use leptos::wasm_bindgen::JsValue;

use crate::state::Step;

/// The query string of the page as it is now, with its `?`; empty where there is none.
pub fn query() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// Keeps `query` in the address, as a new entry of the history or in place of the one at hand.
///
/// A browser may refuse (some limit how often history may change): the page is right all the same, only
/// its address lags until the next change.
pub fn keep(step: Step, query: &str) {
    let Some(window) = web_sys::window() else {
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

/// The whole address that shows `query`: what "Copy link" copies.
pub fn link(query: &str) -> String {
    let Some(window) = web_sys::window() else {
        return query.to_owned();
    };
    let location = window.location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    format!("{origin}{path}{query}")
}

/// Calls `then` with the query string whenever the reader goes back or forward, as long as what is
/// returned is kept.
pub fn on_travel(then: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        then(query())
    }))
}
