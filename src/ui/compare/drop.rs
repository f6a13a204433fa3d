//! A button of the bar with a panel under it, which is made when it is opened.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement, KeyboardEvent};

use super::desk::Desk;
use crate::ui::browser;
use crate::ui::dom::{El, classed, span};
use crate::ui::icons::{Icon, draw};

/// The button and its panel. `class` tells it from others of its kind; `stays` lets it stay open, at a desk, while
/// the reader does something beside it.
pub fn dropping(
    desk: Desk,
    class: &'static str,
    label: &str,
    icon: Icon,
    stays: bool,
    panel: Box<dyn Fn() -> Vec<El>>,
) -> El {
    let open = RwSignal::new(false);
    let shown = classed("div", "pop").live(move || if open.get() { panel() } else { Vec::new() });
    let summary = classed("summary", "button")
        .attr("aria-label", label)
        .child(draw(icon))
        .child(span("", label));
    let button = summary.get::<HtmlElement>();
    // Of one name: the browser closes the one when another is opened.
    let details = classed("details", class)
        .attr("name", "drop")
        .child(summary)
        .child(shown);
    let element = details.get::<HtmlDetailsElement>();
    let toggled = element.clone();
    // On a phone it covers the text, and a press beside it closes it and is no press on the text.
    let covering = element.clone();
    browser::on_window_first("click", move |event| {
        let beside = browser::target(event)
            .is_some_and(|target| target.closest(".drop, .bar").ok().flatten().is_none());
        let narrow = desk.site.narrow.get_untracked();
        if let (true, true, Some(details)) =
            (open.get_untracked() && beside, narrow || !stays, &covering)
        {
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
        })
        .on("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") && open.get_untracked() {
                // It closes this, and does not let go of what is in hand as well.
                event.prevent_default();
                event.stop_propagation();
                if let (Some(details), Some(button)) = (&element, &button) {
                    details.set_open(false);
                    let _ = button.focus();
                }
            }
        })
}
