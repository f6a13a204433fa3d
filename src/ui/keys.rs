//! Keyboard shortcuts: what each does, the list of them, and the switch that turns them off (WCAG 2.2, 2.1.4).
//! Every shortcut also has a button.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDialogElement, HtmlElement, KeyboardEvent};

use super::browser;
use super::dom::{El, button, classed, el, is_ticked, live};
use super::icons::{CROSS, draw};
use super::site::Site;
use crate::state::View;

/// What a key does on the compare page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// The match after the selected one.
    Next,
    /// Previous match it.
    Previous,
    /// Another way of showing the pair.
    View(View),
    /// The other way round.
    Swap,
    /// The first picker.
    Pick,
    /// The link to what is shown.
    CopyLink,
    /// Selects nothing.
    Deselect,
}

/// What a key means, if anything. Escape works even if single keys are turned off.
fn meaning(key: &str) -> Option<Shortcut> {
    Some(match key {
        "j" | "n" => Shortcut::Next,
        "k" | "p" => Shortcut::Previous,
        "1" => Shortcut::View(View::Side),
        "2" => Shortcut::View(View::One),
        "3" => Shortcut::View(View::Shared),
        "s" => Shortcut::Swap,
        "/" => Shortcut::Pick,
        "c" => Shortcut::CopyLink,
        "Escape" => Shortcut::Deselect,
        _ => return None,
    })
}

/// The keys and what they do, as the list shows them.
const LIST: [(&[&str], &str); 8] = [
    (&["j", "n"], "Next match"),
    (&["k", "p"], "Previous match"),
    (&["1", "2", "3"], "Side by side, one text, shared"),
    (&["s"], "Swap the two articles"),
    (&["/"], "Choose another article"),
    (&["c"], "Copy the link to what you see"),
    (&["Esc"], "Deselect the sentence"),
    (&["?"], "This list"),
];

/// Listens to the keys of the whole page, as long as the caller's owner lives.
pub fn listen(site: Site, then: impl Fn(Shortcut) + 'static) {
    browser::on_window("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if is_taken(event) {
            leave_picker(event);
            return;
        }
        let key = event.key();
        let single = site.single_keys.get_untracked();
        if key == "?" && single {
            event.prevent_default();
            site.keys_open.set(true);
            return;
        }
        // Shift is not a modifier here, since some layouts need it for "/".
        let Some(ask) = meaning(&key.to_ascii_lowercase()).or_else(|| meaning(&key)) else {
            return;
        };
        if single || ask == Shortcut::Deselect {
            if ask == Shortcut::Pick {
                event.prevent_default();
            }
            then(ask);
        }
    });
}

/// Whether a field or an open dialog uses the key.
fn is_taken(event: &KeyboardEvent) -> bool {
    let field = browser::target(event).is_some_and(|element| {
        let inside = |selector: &str| element.closest(selector).ok().flatten().is_some();
        inside("textarea, select, [contenteditable], dialog")
            || inside("input") && element.get_attribute("type").as_deref() != Some("checkbox")
    });
    field && !is_escape_of_range(event)
}

/// Escape leaves a picker, which "/" focuses, so that letters are shortcuts again. (An open list uses Escape itself.)
fn leave_picker(event: &KeyboardEvent) {
    let picker = browser::target(event).filter(|element| element.tag_name() == "SELECT");
    if let (Some(picker), "Escape") = (picker, event.key().as_str())
        && let Ok(picker) = picker.dyn_into::<HtmlElement>()
    {
        let _ = picker.blur();
    }
}

/// A slider does not use Escape, so it may deselect.
fn is_escape_of_range(event: &KeyboardEvent) -> bool {
    event.key() == "Escape"
        && browser::target(event)
            .is_some_and(|element| element.get_attribute("type").as_deref() == Some("range"))
}

/// The list of keys, with the switch.
pub fn dialog(site: Site) -> El {
    let rows = LIST.into_iter().flat_map(|(keys, what)| {
        let keys = keys.iter().map(|key| el("kbd").text(key));
        [el("dt").children(keys), el("dd").text(what)]
    });
    let close = button("button bare icon")
        .attr("aria-label", "Close")
        .child(draw(CROSS))
        .on("click", move |_| site.keys_open.set(false));
    let head = el("header")
        .child(el("h2").id("keys-name").text("Keys"))
        .child(close);
    let tick = el("input")
        .attr("type", "checkbox")
        .live_tick(move || site.single_keys.get())
        .on("change", move |event| site.choose_keys(is_ticked(event)));
    let switch = classed("label", "switch")
        .child(tick)
        .child(el("span").text("Use single-key shortcuts"))
        .child(el("small").text(
            "Turn this off if you dictate, or if your screen reader has its own shortcuts. Escape keeps working.",
        ));
    let inner = classed("section", "inner")
        .child(head)
        .child(classed("dl", "keys").children(rows))
        .child(classed("p", "hint").text(
            "In a text, Tab moves from match to match, and the arrow keys from sentence to sentence. Enter selects a sentence; press it again to move to what changed.",
        ))
        .child(switch);
    // Not a modal dialog, for which a browser computes the styles of the whole page again. It is short, and the reader
    // can glance at it and continue. It closes on Escape, on a press beside it, and when the focus leaves it.
    let dialog = classed("dialog", "dialog")
        .id(LIST_ID)
        .attr("popover", "auto")
        .attr("aria-labelledby", "keys-name")
        .child(inner)
        .on("close", move |_| site.keys_open.set(false));
    let element = dialog.get::<HtmlDialogElement>();
    let shown = element.clone();
    let dialog = dialog.on("toggle", move |_| {
        site.keys_open.set(shown.as_ref().is_some_and(is_shown));
    });
    browser::on_window("focusin", move |event| {
        // Its button closes it anyway.
        let inside = "dialog, [popovertarget]";
        let outside = |to: Element| to.closest(inside).ok().flatten().is_none();
        if site.keys_open.get_untracked() && browser::target(event).is_some_and(outside) {
            site.keys_open.set(false);
        }
    });
    live(move || {
        let open = site.keys_open.get();
        if let Some(dialog) = element.as_ref().filter(|dialog| is_shown(dialog) != open) {
            // Browsers without popovers show it as a dialog.
            if dialog.toggle_popover().is_err() {
                if open {
                    let _ = dialog.show_modal();
                } else {
                    dialog.close();
                }
            }
        }
    });
    dialog
}

/// The id of the list of keys, which the button that opens it refers to.
pub const LIST_ID: &str = "keys";

/// Whether an element is shown as a popover; an error if the browser has no popovers.
pub fn as_popover(element: &Element) -> Result<bool, JsValue> {
    element.matches(":popover-open")
}

fn is_shown(dialog: &HtmlDialogElement) -> bool {
    dialog.open() || as_popover(dialog) == Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_key_acts() {
        for key in LIST.iter().flat_map(|(keys, _)| *keys) {
            let key = if *key == "Esc" { "Escape" } else { key };
            assert!(key == "?" || meaning(key).is_some(), "{key}");
        }
    }

    #[test]
    fn other_keys_are_left_alone() {
        for key in ["a", "Enter", "Tab", " ", "ArrowDown", ""] {
            assert_eq!(meaning(key), None, "{key}");
        }
    }
}
