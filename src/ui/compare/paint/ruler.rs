//! The ruler beside a column: the positions of matches, repeats and furniture in the article, and of the window. For
//! screen readers it is a slider with a text that says the same.

use std::sync::Arc;

use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, MouseEvent};

use super::super::ids::{kind_class, strip_id};
use super::super::layout::{measure, sections};
use super::super::pair_state::{PairState, Reveal};
use crate::state::{Both, Side};
use crate::ui::browser::{by_id, target};
use crate::ui::dom::{El, classed};
use crate::view::{Bar, Ruler, Selection, What};

/// The ruler of a side.
pub fn ruler(pair: PairState, side: Side) -> El {
    let strip = classed("div", "strip")
        .id(strip_id(side))
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-orientation", "vertical")
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", "100")
        .attr("aria-valuenow", "0")
        .live_attr("aria-label", move || Some(pair.ruler(side).alt.clone()))
        // If something is selected, its name; otherwise the position of the window, in per cent.
        .live_attr("aria-valuetext", move || {
            let selection = pair.selection();
            let sentence = selection.sentence(side)? + 1;
            Some(match selection {
                Selection::Match { .. } => {
                    format!(
                        "Match {}, sentence {sentence}",
                        pair.marks().position(selection)
                    )
                }
                _ => format!("Sentence {sentence}"),
            })
        })
        .live(move || {
            let window = classed("i", "window");
            pair.ruler(side)
                .bars
                .iter()
                .map(bar)
                .chain([window])
                .collect()
        })
        .on("click", move |event| press(pair, side, event))
        .on("keydown", move |event| key(pair, side, event));
    classed("div", "ruler").child(strip)
}

fn bar(bar: &Bar) -> El {
    classed(
        "i",
        match bar.what {
            What::Match(kind) => kind_class(kind),
            What::Repeat => "repeat",
            What::Furniture => "furniture",
        },
    )
}

/// A press on a bar selects its match; elsewhere it scrolls there.
fn press(pair: PairState, side: Side, event: &Event) {
    let (Some(strip), Some(pressed)) = (by_id(strip_id(side)), target(event)) else {
        return;
    };
    let ruler = pair.ruler(side);
    let bars = &ruler.bars;
    let place = (0..bars.len())
        .find(|place| strip.children().item(*place as u32).as_ref() == Some(&pressed));
    if let Some(at) = place.and_then(|place| bars.get(place)?.at) {
        pair.set_anchor(side);
        pair.take(Some(at), Reveal::Glide);
    } else if let Some(event) = event.dyn_ref::<MouseEvent>() {
        let seen = strip.get_bounding_client_rect();
        let down = f64::from(event.client_y()) - seen.top();
        measure::show_part(side, down / seen.height().max(1.0));
    }
}

/// The arrows select the match of the next or previous bar; the other keys scroll, as in every slider.
fn key(pair: PairState, side: Side, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let (from, to) = *measure::windows().of(side);
    let middle = f64::midpoint(from, to);
    let take = |forth| {
        let held = pair.selection().sentence(side);
        if let Some(at) = pair.ruler(side).beside(held, (from, to), forth) {
            pair.set_anchor(side);
            pair.take(Some(at), Reveal::Glide);
        }
    };
    let show = |part: f64| measure::show_part(side, part.clamp(0.0, 1.0));
    match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => take(true),
        "ArrowUp" | "ArrowLeft" => take(false),
        "Home" => show(0.0),
        "End" => show(1.0),
        "PageDown" => show(middle + to - from),
        "PageUp" => show(middle - to + from),
        _ => return,
    }
    event.prevent_default();
}

/// What a ruler was drawn for: its bars, what is selected, and how high its column was.
pub type Drawn = Both<(Arc<Ruler>, Option<u32>, f64)>;

/// Places the bars at the positions of their sentences; for a long text, one side at a time. True if the other is
/// still to be drawn.
pub fn draw(pair: PairState, drawn: &mut Drawn) -> bool {
    let selection = pair.selection();
    let mut more = false;
    // First all measurements, then all changes: if they alternated, each would trigger a layout.
    let mut bars = Vec::new();
    for side in Side::BOTH {
        let (ruler, height, held) = (
            pair.ruler(side),
            measure::height(side),
            selection.sentence(side),
        );
        let last = match side {
            Side::A => &mut drawn.a,
            Side::B => &mut drawn.b,
        };
        // The parts of a long text get their real heights one after another. Such small changes need not move a bar.
        let moved = !sections::is_long() || (last.2 - height).abs() > height * 0.002;
        if !moved && Arc::ptr_eq(&last.0, &ruler) && last.1 == held {
            continue;
        }
        if sections::is_long() && !bars.is_empty() {
            more = true;
            break;
        }
        *last = (Arc::clone(&ruler), held, height);
        let Some(strip) = by_id(strip_id(side)) else {
            continue;
        };
        let mut free = 0.0;
        for (place, bar) in ruler.bars.iter().enumerate() {
            let Some(drawn) = strip.children().item(place as u32) else {
                break;
            };
            let (first, last) = (bar.sentences.0, bar.sentences.1.saturating_sub(1));
            let edges = measure::about(side, first)
                .zip(measure::about(side, last))
                .map(|(first, last)| (first.top / height, last.bottom / height));
            let (from, to) = edges.unwrap_or((bar.from, bar.to));
            // Two sentences on one line: each bar begins where the one before ends.
            let from = f64::max(from, free);
            free = f64::max(to, from);
            let held = held.is_some_and(|index| (first..=last).contains(&index))
                && matches!(bar.what, What::Match(_));
            bars.push((drawn, from, free, held));
        }
    }
    for (bar, from, to, held) in bars {
        stretch(&bar, from, to);
        let _ = bar.class_list().toggle_with_force("held", held);
    }
    more
}

/// Shows the position of the window on both rulers. It changes the page directly, since it runs on every scroll.
pub fn follow() {
    let windows = measure::windows();
    for side in Side::BOTH {
        let Some(strip) = by_id(strip_id(side)) else {
            continue;
        };
        let (from, to) = *windows.of(side);
        // At the end it is 100%, however much is visible.
        let rest = 1.0 - (to - from);
        let way = if rest > 0.0 { from / rest } else { 0.0 };
        let now = (way.clamp(0.0, 1.0) * 100.0).round() as u32;
        let _ = strip.set_attribute("aria-valuenow", &now.to_string());
        if let Some(window) = strip.last_element_child() {
            stretch(&window, from, to);
        }
    }
}

/// Stretches a mark of a ruler from one part of it to another, 0 to 1.
fn stretch(mark: &web_sys::Element, from: f64, to: f64) {
    if let Some(mark) = mark.dyn_ref::<HtmlElement>() {
        let style = mark.style();
        let _ = style.set_property("top", &measure::percent(from));
        let _ = style.set_property("height", &measure::percent(to - from));
    }
}
