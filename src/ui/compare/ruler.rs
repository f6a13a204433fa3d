//! The ruler beside a column: where in the article the matches, repeats and furniture lie, and where in
//! it the window stands. To those who do not see it, it is a slider with a text that says the same.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::desk::{Desk, Reveal};
use super::measure;
use super::texts::kind_class;
use crate::state::Side;
use crate::ui::browser::{by_id, target};
use crate::view::{Bar, What, ruler as ruler_of};

/// The ruler of a side.
pub fn ruler(desk: Desk, side: Side) -> AnyView {
    let rows = Memo::new(move |_| {
        desk.comparing
            .with(|comparing| desk.marks.with(|marks| ruler_of(comparing, marks, side)))
    });
    let bars = move || {
        let edges = desk.drawing.with(|drawing| drawing.bars.of(side).clone());
        let in_hand = desk.hand.get().sentence(side);
        rows.with(|rows| {
            rows.bars
                .iter()
                .enumerate()
                .map(|(place, bar)| bar_view(bar, edges.get(place).copied(), in_hand, place))
                .collect::<Vec<_>>()
        })
    };
    let press = move |event: ev::MouseEvent| {
        let picked = target(&event)
            .and_then(|element| element.get_attribute("data-bar")?.parse::<usize>().ok())
            .and_then(|place| rows.with(|rows| rows.bars.get(place)?.at));
        match picked {
            Some(at) => {
                desk.anchor.set(side);
                desk.take(Some(at), Reveal::Glide);
            }
            None => {
                if let Some(strip) = by_id(strip_id(side)) {
                    let seen = strip.get_bounding_client_rect();
                    let down = f64::from(event.client_y()) - seen.top();
                    measure::show_part(side, down / seen.height().max(1.0));
                }
            }
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        let window = *measure::windows().of(side);
        let middle = f64::midpoint(window.0, window.1);
        let to = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => middles(desk, side).find(|part| *part > middle + 0.005),
            "ArrowUp" | "ArrowLeft" => middles(desk, side)
                .filter(|part| *part < middle - 0.005)
                .last(),
            "Home" => Some(0.0),
            "End" => Some(1.0),
            "PageDown" => Some(middle + window.1 - window.0),
            "PageUp" => Some(middle - window.1 + window.0),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            measure::show_part(side, to.clamp(0.0, 1.0));
        }
    };
    view! {
        <div class="ruler">
            <div
                class="strip"
                id=strip_id(side)
                role="slider"
                tabindex="0"
                aria-orientation="vertical"
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow="0"
                aria-label=move || rows.with(|rows| rows.alt.clone())
                on:click=press
                on:keydown=key
            >
                {bars}
                <i class="window"></i>
            </div>
        </div>
    }
    .into_any()
}

fn bar_view(bar: &Bar, edges: Option<(f64, f64)>, in_hand: Option<u32>, place: usize) -> AnyView {
    let (from, to) = edges.unwrap_or((bar.from, bar.to));
    let kind = match bar.what {
        What::Match(kind) => kind_class(kind),
        What::Repeat => "repeat",
        What::Furniture => "furniture",
    };
    let held = in_hand.is_some_and(|index| (bar.sentences.0..bar.sentences.1).contains(&index));
    let class = if held && matches!(bar.what, What::Match(_)) {
        format!("{kind} held")
    } else {
        kind.to_owned()
    };
    view! {
        <i
            class=class
            data-bar=place.to_string()
            style:top=format!("{:.2}%", from * 100.0)
            style:height=format!("{:.2}%", (to - from).max(0.0) * 100.0)
        ></i>
    }
    .into_any()
}

/// The middles of the bars, in order.
fn middles(desk: Desk, side: Side) -> impl DoubleEndedIterator<Item = f64> {
    desk.drawing
        .with_untracked(|drawing| drawing.bars.of(side).clone())
        .into_iter()
        .map(|(from, to)| f64::midpoint(from, to))
}

fn strip_id(side: Side) -> &'static str {
    match side {
        Side::A => "ruler-a",
        Side::B => "ruler-b",
    }
}

/// Shows on both rulers where the window stands. Straight onto the page: it follows every scroll.
pub fn follow() {
    let windows = measure::windows();
    for side in Side::BOTH {
        let Some(strip) = by_id(strip_id(side)) else {
            continue;
        };
        let (from, to) = *windows.of(side);
        let _ = strip.set_attribute("aria-valuenow", &format!("{:.0}", from * 100.0));
        let frame = strip
            .query_selector(".window")
            .ok()
            .flatten()
            .and_then(|frame| frame.dyn_into::<HtmlElement>().ok());
        if let Some(frame) = frame {
            let style = frame.style();
            let _ = style.set_property("top", &format!("{:.2}%", from * 100.0));
            let _ = style.set_property("height", &format!("{:.2}%", (to - from) * 100.0));
        }
    }
}
