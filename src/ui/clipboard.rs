//! Copies text, and says whether that worked.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;

use super::browser::window;
use super::site::Site;

/// Copies `text` and says `done`. If the browser refuses, offers the text for copying by hand.
pub fn copy(site: Site, text: String, done: &'static str) {
    let Some(window) = window() else { return };
    let navigator = window.navigator();
    // Absent outside secure contexts, whatever the binding's type says.
    let present = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    if !present {
        site.by_hand.set(text);
        return;
    }
    let done: Box<dyn FnMut(JsValue)> = Box::new(move |_| site.tell(done));
    let by_hand = text.clone();
    let refused: Box<dyn FnMut(JsValue)> = Box::new(move |_| site.by_hand.set(by_hand.clone()));
    let (done, refused) = (Closure::wrap(done), Closure::wrap(refused));
    let _ = navigator
        .clipboard()
        .write_text(&text)
        .then2(&done, &refused);
    // The browser owns them now, and frees them with the promise.
    done.into_js_value();
    refused.into_js_value();
}
