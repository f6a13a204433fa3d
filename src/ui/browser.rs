//! The few things that components ask of the browser itself: timers, the window's width, focus. None of them fails: if the
//! browser has no answer, nothing happens.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::reactive::diagnostics::SpecialNonReactiveZone;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, ScrollBehavior, ScrollToOptions, Window};

/// At this width two columns become one; the stylesheets use the same width.
const NARROW: &str = "(max-width: 37.49rem)";

/// The window, if there is one.
pub fn window() -> Option<Window> {
    crate::window()
}

/// The document, if there is one.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element of that id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element that an event came from.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether there is room for one column only.
pub fn is_narrow() -> bool {
    matches(NARROW)
}

/// Whether the page is scrolled down.
pub fn is_scrolled() -> bool {
    let down = window().and_then(|window| window.scroll_y().ok());
    down.is_some_and(|down| down > 0.0)
}

/// Whether the page was drawn before the program had come (assets/pair.js).
pub fn is_drawn() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-drawn"))
}

/// Whether the reader asked for less motion.
pub fn is_calm() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

/// Whether the browser skips the layout of what is out of sight, and says when it comes near (`content-visibility`).
pub fn skips_what_is_far() -> bool {
    document()
        .and_then(|document| document.document_element())
        .is_some_and(|root| {
            let name = JsValue::from_str("oncontentvisibilityautostatechange");
            js_sys::Reflect::has(&root, &name).unwrap_or(false)
        })
}

/// Calls `then` on that event of the window, as long as the caller's owner lives.
pub fn on_window(event: &'static str, then: impl Fn(&Event) + 'static) {
    on_window_boxed(event, EventListenerPhase::Bubble, Box::new(then));
}

/// The same, before any listener on the page gets the event.
pub fn on_window_first(event: &'static str, then: impl Fn(&Event) + 'static) {
    on_window_boxed(event, EventListenerPhase::Capture, Box::new(then));
}

fn on_window_boxed(event: &'static str, phase: EventListenerPhase, then: Box<dyn Fn(&Event)>) {
    let Some(window) = window() else { return };
    let then = quiet(then);
    // Not passive, which is gloo's default: the key of a shortcut must not be typed as well.
    let options = EventListenerOptions {
        phase,
        passive: false,
    };
    let listener = EventListener::new_with_options(&window, event, options, move |event| {
        then(event.clone());
    });
    // Stored with the owner, so that the listener ends with it.
    StoredValue::new_local(listener);
}

/// A listener that reads signals without following them.
pub fn quiet(then: Box<dyn Fn(&Event)>) -> Box<dyn Fn(Event)> {
    Box::new(move |event| {
        let _zone = SpecialNonReactiveZone::enter();
        then(&event);
    })
}

/// Calls `then` once, after that many milliseconds.
pub fn later(milliseconds: u32, then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(move || {
        let _zone = SpecialNonReactiveZone::enter();
        then();
    });
    // In the build nothing comes later.
    if crate::IN_BROWSER {
        Timeout::new(milliseconds, then).forget();
    }
}

/// Calls `then` once, before the next frame is painted.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(move || {
        let _zone = SpecialNonReactiveZone::enter();
        then();
    });
    if crate::IN_BROWSER {
        request_animation_frame(then);
    }
}

/// Calls `then` once, after the next frame is painted, so that the reader first sees the effect of a press and slow work
/// comes after it.
pub fn after_paint(then: impl FnOnce() + 'static) {
    next_frame(move || later(0, then));
}

/// Turns `then` into a function that can be called any number of times and runs at most once per frame. It no longer
/// runs when the caller's owner is gone.
pub fn frame(then: impl Fn() + 'static) -> impl Fn() + Copy {
    let then: Box<dyn Fn()> = Box::new(then);
    let kept = StoredValue::new_local((std::cell::Cell::new(false), then));
    move || {
        let first = kept.try_with_value(|(asked, _)| !asked.replace(true));
        if first == Some(true) {
            next_frame(move || {
                kept.try_with_value(|(asked, then)| {
                    asked.set(false);
                    then();
                });
            });
        }
    }
}

/// Sets the root's theme; `None` leaves it to the system.
pub fn set_theme(name: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match name {
        Some(name) => root.set_attribute("data-theme", name),
        None => root.remove_attribute("data-theme"),
    };
}

/// Begins a page: at its top, with the focus on its content, as after loading one.
pub fn turn_page() {
    next_frame(|| {
        focus("main");
        // Afterwards, since moving the focus scrolls to the focused element, away from the page's head.
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// Adds a class to the page's root, or removes it.
pub fn set_root_class(class: &str, on: bool) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.class_list().toggle_with_force(class, on);
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Moves the focus to the element of that id.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to the first element that a selector finds.
pub fn focus_first(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the focus is on an element that the selector finds, or inside one.
pub fn is_focus_in(selector: &str) -> bool {
    document()
        .and_then(|document| document.active_element())
        .and_then(|element| element.closest(selector).ok().flatten())
        .is_some()
}

/// Scrolls so that `y`, in pixels of the page, is at the window's top.
pub fn scroll_to(y: f64, glide: bool) {
    let Some(window) = window() else { return };
    let options = ScrollToOptions::new();
    options.set_top(y.max(0.0));
    options.set_behavior(if glide && !is_calm() {
        ScrollBehavior::Smooth
    } else {
        ScrollBehavior::Instant
    });
    window.scroll_to_with_scroll_to_options(&options);
}

/// Whether the reader is selecting text, so that a click must do nothing else.
pub fn is_selecting() -> bool {
    window()
        .and_then(|window| window.get_selection().ok().flatten())
        .is_some_and(|selection| !selection.is_collapsed())
}
