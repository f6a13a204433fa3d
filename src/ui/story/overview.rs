//! All pairs as a matrix: how much of each article stands in each other, and where they clash. The arrow keys move in it, a press
//! opens the pair. It is a table, so that screen readers treat it as one.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::Owner;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, KeyboardEvent};

use super::parts::{FEW, Shown, disc, fill_in_turns, note, part};
use crate::ui::browser;
use crate::ui::dom::{El, aloud, classed, el, span};
use crate::ui::link::{follow, href};
use crate::view::{Overview, pair_of, story_overview};

const ABOUT: &str =
    "How many sentences of the article on the left are told in the one above, too. ≠: they clash.";

/// The matrix, in its own section.
pub fn overview(shown: &Shown) -> El {
    let found = story_overview(&shown.telling);
    let column = |&place: &usize| {
        let head = shown.head(place);
        el("th")
            .attr("scope", "col")
            .attr("title", &head.name)
            .child(disc(head))
            .child(aloud(&head.name))
    };
    let columns: Vec<El> = found.order.iter().map(column).collect();
    let head = el("tr").child(el("td")).children(columns);
    let (inner, moving) = (shown.clone(), shown.clone());
    let count = found.order.len();
    let order = found.order.clone();
    let body = el("tbody");
    let (holder, owner) = (body.clone(), Owner::current());
    let found = Rc::new(found);
    let is_made = Cell::new(false);
    let make = move || {
        if !is_made.replace(true) {
            let (inner, found) = (inner.clone(), Rc::clone(&found));
            let fill = || {
                fill_in_turns(holder.clone(), count, move |at| row(&inner, &found, at));
            };
            match &owner {
                Some(owner) => owner.with(fill),
                None => fill(),
            }
        }
    };
    // With many articles these are thousands of cells, so they are made when they come near.
    let is_far = count > FEW && browser::skips_what_is_far();
    if !is_far {
        make();
    }
    let table = classed("table", "matrix")
        .attr("aria-labelledby", "pairs-name")
        .child(el("thead").child(head))
        .child(body)
        .on("keydown", move |event| step(event, count))
        .on("click", move |event| press(&moving, &order, event));
    part("pairs-name", "All pairs")
        .attr("class", "all-pairs")
        .on("contentvisibilityautostatechange", move |event| {
            let skipped = js_sys::Reflect::get(event, &JsValue::from_str("skipped"));
            if skipped.is_ok_and(|skipped| skipped.is_falsy()) {
                make();
            }
        })
        .child(classed("div", "matrix-room").child(table))
        .child(note(ABOUT))
}

fn id(x: usize, y: usize) -> String {
    format!("pair-{x}-{y}")
}

fn row(shown: &Shown, found: &Overview, x: usize) -> El {
    let one = found.order.get(x).copied().unwrap_or(0);
    let head = shown.head(one);
    let state = shown.site.state_now();
    let cell = |(y, &other): (usize, &usize)| {
        let Some(to) = pair_of(&shown.telling, one, other, &state) else {
            return classed("td", "itself").child(aloud("itself"));
        };
        let share = found.shares[one][other];
        let clashes = (share.clashes > 0).then(|| span("clashes", &format!("≠{}", share.clashes)));
        let said = format!(
            "{} of {} sentences are told in {}; {} clash",
            share.told,
            share.of,
            shown.head(other).name,
            share.clashes
        );
        let link = classed("a", &format!("shade-{}", share.shade()))
            .id(&id(x, y))
            .attr("href", &href(&to))
            .attr("title", &said)
            .attr("aria-label", &format!("{}: {said}", head.name))
            // Tab stops here once; the arrow keys move on.
            .attr("tabindex", if x == 0 && y == 1 { "0" } else { "-1" })
            .text(&share.told.to_string())
            .children(clashes);
        el("td").child(link)
    };
    el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .attr("title", &head.name)
                .child(disc(head))
                .child(aloud(&head.name))
                .children((!head.day.is_empty()).then(|| span("when", &head.day))),
        )
        .children(found.order.iter().enumerate().map(cell))
}

/// The cell that an event came from.
fn cell_of(event: &Event) -> Option<(usize, usize)> {
    let link = browser::target(event)?.closest("a").ok()??;
    let (x, y) = link
        .id()
        .strip_prefix("pair-")?
        .split_once('-')
        .map(|(x, y)| (x.parse(), y.parse()))?;
    x.ok().zip(y.ok())
}

/// Goes to the next cell that an arrow leads to, over the article itself.
fn step(event: &Event, count: usize) {
    let Some(((x, y), key)) =
        cell_of(event).zip(event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key))
    else {
        return;
    };
    let (down, right): (isize, isize) = match &*key {
        "ArrowDown" => (1, 0),
        "ArrowUp" => (-1, 0),
        "ArrowRight" => (0, 1),
        "ArrowLeft" => (0, -1),
        _ => return,
    };
    event.prevent_default();
    let (mut x, mut y) = (x, y);
    loop {
        let next = x.checked_add_signed(down).zip(y.checked_add_signed(right));
        match next.filter(|next| next.0 < count && next.1 < count) {
            None => return,
            Some(next) => (x, y) = next,
        }
        if x != y {
            return browser::focus(&id(x, y));
        }
    }
}

fn press(shown: &Shown, order: &[usize], event: &Event) {
    let cell = cell_of(event);
    let pair = cell.and_then(|(x, y)| order.get(x).copied().zip(order.get(y).copied()));
    let to =
        pair.and_then(|(one, other)| pair_of(&shown.telling, one, other, &shown.site.state_now()));
    if let Some(to) = to {
        follow(shown.site, event, to);
    }
}
