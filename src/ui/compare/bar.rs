//! The bar, which stays at the window's top: the site's mark, the two sources, the views, the link to what is shown, and a
//! menu with everything else. It is there before anything is found. What needs a comparison is put into its slots later.

use crossread_engine::Kind;
use leptos::prelude::*;
use web_sys::{Element, Event};

use super::adjust::adjust;
use super::differs::marks;
use super::ids::kind_class;
use super::pair_state::{PairState, Reveal};
use super::pickers::pickers;
use super::popover::popover;
use super::room::{code, hand_out, large};
use super::save::save;
use crate::state::{Page, View};
use crate::ui::chrome;
use crate::ui::dom::{El, aloud, button, classed, el, span};
use crate::ui::icons::{CHAIN, DOTS, draw};
use crate::ui::own;
use crate::ui::site::Site;
use crate::view::{Chip, colours, view_word};
use crate::worker;

/// Where a comparison puts its controls: into the bar, and into the menu.
#[derive(Clone)]
pub struct Slots {
    row: El,
    menu: El,
}

/// The bar, the compare page's head, and where a comparison puts its controls.
pub fn bar(site: Site) -> (El, Slots) {
    let slots = Slots {
        row: classed("div", "row"),
        menu: classed("div", "tools"),
    };
    let menu = slots.menu.clone();
    let pages = classed("div", "places").children(chrome::rest(site));
    let panel = Box::new(move || vec![menu.clone(), pages.clone()]);
    let more = popover(site, None, "drop menu", "More", DOTS, false, panel);
    // A reader who moves to the controls is about to change an option, so the worker is loaded in advance.
    let row = slots.row.get::<Element>();
    let is_filled = move || {
        row.as_ref()
            .is_some_and(|row| row.child_element_count() > 0)
    };
    let warm = move |_: &Event| {
        if is_filled() {
            worker::warm();
        }
    };
    let bar = el("header")
        .live_attr("class", move || {
            let away = site.page() != Page::Compare;
            let class = if away { "bar away" } else { "bar" };
            Some(format!("{class} {}", coloured_by(site)))
        })
        .child(chrome::brand(site))
        .child(pickers(site))
        .child(slots.row.clone())
        .child(more)
        .on("pointerover", warm.clone())
        .on("focusin", warm);
    (bar, slots)
}

/// The classes that say which source has which colour.
pub fn coloured_by(site: Site) -> String {
    site.track_library();
    site.track_pair();
    let state = site.state_now();
    site.library(|library| colours(library, &state.a, &state.b))
}

/// Puts the controls of a comparison where they belong, for as long as the caller's owner lives.
pub fn fill(slots: &Slots, pair: PairState) {
    put(&slots.row, vec![views(pair), share(pair)]);
    let [open_code, code] = code(pair);
    put(
        &slots.menu,
        vec![
            views(pair),
            share(pair),
            marks(pair),
            legend(pair),
            adjust(pair),
            save(pair),
            large(pair),
            open_code,
            code,
            hand_out(),
        ],
    );
}

fn put(slot: &El, controls: Vec<El>) {
    let _ = slot.clone().children(controls);
    let slot = StoredValue::new_local(slot.get::<Element>());
    // The comparison that they act on is gone then.
    on_cleanup(move || {
        slot.try_with_value(|slot| {
            if let Some(slot) = slot {
                slot.set_text_content(None);
            }
        });
    });
}

fn group(class: &str, name: &str) -> El {
    classed("div", class)
        .attr("role", "group")
        .attr("aria-label", name)
}

fn share(pair: PairState) -> El {
    button("button copy")
        .attr("title", "Copy the link to what you see (c)")
        .child(draw(CHAIN))
        .child(span("", "Share"))
        .child(aloud(": copy link"))
        .on("click", move |_| copy_link(pair))
}

/// Copies the link to what is shown.
pub fn copy_link(pair: PairState) {
    let link = pair.link(pair.site.state_now().at);
    own::copy_link(pair.site, link, "Link copied");
}

fn views(pair: PairState) -> El {
    let buttons = View::ALL.into_iter().map(|view| {
        button("")
            .text(view_word(view))
            .live_flag("aria-pressed", move || {
                pair.site.with(|state| state.view == view)
            })
            .on("click", move |_| show(pair, view))
    });
    group("segments", "View").children(buttons)
}

/// Changes the view, and scrolls to what is selected, or to what the reader was reading.
pub fn show(pair: PairState, view: View) {
    let mut to = pair.site.state_now();
    if to.view != view {
        pair.set_reveal(match to.at {
            Some(_) => Reveal::AtOnce,
            None => Reveal::Here(3),
        });
        pair.site.say(view_word(view));
    }
    to.view = view;
    pair.site.go(to);
}

fn legend(pair: PairState) -> El {
    let site = pair.site;
    let kinds = Kind::ALL.into_iter().enumerate().map(|(place, kind)| {
        let chip = move || -> Option<Chip> { pair.filters().kinds.get(place).cloned() };
        let on = move || site.with(|state| state.kinds.has(kind));
        let count = move || chip().map_or(0, |chip| chip.count);
        button(kind_class(kind))
            .child(el("i").live_text(move || chip().map(|chip| chip.label).unwrap_or_default()))
            .text(" ")
            .child(span("", "").live_text(move || count().to_string()))
            .live_flag("aria-pressed", on)
            .live_switch("disabled", move || count() == 0)
            .live_attr("title", move || {
                Some(if on() { "Shown: hide" } else { "Hidden: show" }.to_owned())
            })
            .on("click", move |_| {
                if let Some(chip) = chip() {
                    site.go(chip.to);
                }
            })
    });
    let unmatched = span("plain", "")
        .child(
            span("", "")
                .attr("aria-hidden", "true")
                .live_attr("title", move || {
                    Some(pair.filters().unmatched_spoken.clone())
                })
                .live_text(move || pair.filters().unmatched.clone()),
        )
        .child(aloud("").live_text(move || pair.filters().unmatched_spoken.clone()));
    let counted = classed("p", "aside").live_text(move || pair.filters().counted.clone());
    group("legend", "Kinds of match shown")
        .children(kinds)
        .child(unmatched)
        .child(counted)
}
