//! Persistent storage. Without the browser's promise, it may delete a site's data when space is short, or when the site
//! is not visited for weeks.

use js_sys::{Function, Promise, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the browser has promised to keep the data.
pub async fn is_promised() -> bool {
    call("persisted").await.unwrap_or(false)
}

/// Asks for the promise; some browsers ask the reader. Returns whether it is given.
pub async fn ask() -> bool {
    call("persist").await.unwrap_or(false)
}

/// Looked up by name, since browsers have it only in secure contexts, although the binding's type says otherwise.
async fn call(name: &str) -> Option<bool> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    let asked = Reflect::get(&storage, &JsValue::from_str(name)).ok()?;
    let promise = asked.dyn_into::<Function>().ok()?.call0(&storage).ok()?;
    let promise: Promise = promise.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}
