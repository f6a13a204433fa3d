//! A button with a panel under it, which is made when it is opened: the bar's menu, and what opens inside it. On a phone and
//! in a low window the menu is a sheet at the window's edge, with its name and a close button.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement, HtmlElement, KeyboardEvent};

use super::layout::measure;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, span};
use crate::ui::icons::{CROSS, Icon, draw};
use crate::ui::site::Site;

/// The button and its panel. `class` distinguishes it from others. Only one of a `group` is open. `stays` keeps it open on
/// a wide screen, with the panel that contains it, while the reader uses the page beside it.
pub fn popover(
    site: Site,
    group: Option<&'static str>,
    class: &'static str,
    label: &'static str,
    icon: Icon,
    stays: bool,
    panel: Box<dyn Fn() -> Vec<El>>,
) -> El {
    let open = RwSignal::new(false);
    let summary = classed("summary", "button")
        .attr("aria-label", label)
        .child(draw(icon))
        .child(span("", label));
    // They have one name, so the browser closes one when another is opened.
    let details = classed("details", class)
        .maybe("name", group)
        .live_class("stays", move || stays);
    let shut: Rc<dyn Fn()> = {
        let details = details.get::<HtmlDetailsElement>();
        let button = summary.get::<HtmlElement>();
        Rc::new(move || {
            if let (Some(details), Some(button)) = (&details, &button) {
                details.set_open(false);
                let _ = button.focus();
            }
        })
    };
    let by_key = Rc::clone(&shut);
    let shown = classed("div", "pop").live(move || {
        if !open.get() {
            return Vec::new();
        }
        let shut = Rc::clone(&shut);
        let close = button("button bare icon")
            .attr("aria-label", "Close")
            .child(draw(CROSS))
            .on("click", move |_| shut());
        let head = classed("div", "head").child(span("", label)).child(close);
        [head].into_iter().chain(panel()).collect()
    });
    // It ends at the window's edge, wherever the bar is.
    let pop = shown.get::<HtmlElement>();
    let fit = move || {
        if let (true, Some(pop)) = (open.get_untracked(), &pop) {
            measure::publish_top(pop);
        }
    };
    let fit_again = fit.clone();
    browser::on_window("scroll", move |_| fit_again());
    let details = details.child(summary).child(shown);
    let toggled = details.get::<HtmlDetailsElement>();
    let pressed = toggled.clone();
    // On a phone it covers the text. A press beside it closes it and does not count as a press on the text.
    let covering = toggled.clone();
    browser::on_window_first("click", move |event| {
        let beside = browser::target(event).is_some_and(|target| {
            target
                .closest(".drop, .bar, .dialog")
                .ok()
                .flatten()
                .is_none()
        });
        let narrow = site.narrow.get_untracked();
        let Some(details) = covering.as_ref().filter(|details| beside && details.open()) else {
            return;
        };
        let inside = details.query_selector(".stays[open]").ok().flatten();
        if narrow || !(stays || inside.is_some()) {
            if narrow {
                event.prevent_default();
                event.stop_propagation();
            }
            details.set_open(false);
        }
    });
    details
        .on("toggle", move |_| {
            open.set(toggled.as_ref().is_some_and(HtmlDetailsElement::open));
            fit();
        })
        .on("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            // Reads the element, since the event about its opening or closing may come after the next key.
            let is_open = pressed.as_ref().is_some_and(HtmlDetailsElement::open);
            if key.as_deref() == Some("Escape") && is_open {
                // The key closes this and must not deselect as well.
                event.prevent_default();
                event.stop_propagation();
                by_key();
            }
        })
}

/// Closes the menu that a press came from, with the focus on its button.
pub fn shut_around(event: &Event) {
    let menu =
        browser::target(event).and_then(|target| target.closest(".menu[open]").ok().flatten());
    let Some(menu) = menu.and_then(|menu| menu.dyn_into::<HtmlDetailsElement>().ok()) else {
        return;
    };
    let button = menu.query_selector("summary").ok().flatten();
    menu.set_open(false);
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
