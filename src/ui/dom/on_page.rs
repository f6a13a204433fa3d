//! Elements of the browser. In the build `written` takes the place of this module, with the same functions.

use leptos::prelude::{RenderEffect, StoredValue};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

use crate::ui::browser::{document, quiet};

pub use web_sys::Element;

/// An HTML element. There is always a document here, since `run` starts the page only with one.
pub fn html(tag: &str) -> Element {
    made(document().and_then(|document| document.create_element(tag).ok()))
}

/// An element of SVG.
pub fn svg(tag: &str) -> Element {
    let space = Some("http://www.w3.org/2000/svg");
    made(document().and_then(|document| document.create_element_ns(space, tag).ok()))
}

fn made(element: Option<Element>) -> Element {
    element.unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
}

/// Runs `run` now, and again whenever a signal that it read changes, as long as the caller's owner lives.
#[inline(never)]
pub fn run(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_| run()));
}

/// Sets a property of its own style.
pub fn style(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

/// Calls `then` on that event.
#[inline(never)]
pub fn listen(element: &Element, event: &str, then: Box<dyn Fn(&Event)>) {
    // The browser owns it now, and frees it with the element.
    let then = Closure::wrap(quiet(then)).into_js_value();
    let _ = element.add_event_listener_with_callback(event, then.unchecked_ref());
}

/// An element that is already in the page.
pub fn there(element: Element) -> Element {
    element
}

/// The element as that type.
pub fn get<T: JsCast>(element: &Element) -> Option<T> {
    element.clone().dyn_into().ok()
}

/// Sets a property, such as what a field holds.
pub fn property(element: &Element, name: &str, value: impl Into<JsValue>) {
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value.into());
}
