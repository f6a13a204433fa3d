//! The positions of elements on the page, in pixels, and the shifts that follow from them. The one file that measures
//! the DOM. Places inside a column are offsets in its flow, which a shift of the flow does not change.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::super::ids::{flow_id, sentence_id};
use super::super::pair_state::Reveal;
use super::{Place, sections};
use crate::state::{Both, Side};
use crate::ui::browser::{by_id, document, scroll_to, window};

/// The element of a sentence, if the current view shows it.
pub fn sentence(side: Side, index: u32) -> Option<HtmlElement> {
    by_id(&sentence_id(side, index))
}

/// The moving part of a column.
fn flow(side: Side) -> Option<HtmlElement> {
    by_id(flow_id(side))
}

/// The approximate position of a sentence in its column; exact if it is laid out.
pub fn about(side: Side, index: u32) -> Option<Place> {
    sections::about(side, index).or_else(|| place(side, index))
}

/// The position of a sentence in its column; for a sentence in a closed fold, the position of the fold.
pub fn place(side: Side, index: u32) -> Option<Place> {
    let element = sentence(side, index)?;
    let closed = element.closest("details:not([open])").ok().flatten();
    let seen = match closed {
        Some(fold) => fold.dyn_into::<HtmlElement>().ok()?,
        None => element,
    };
    let top = sections::above(&seen) + f64::from(seen.offset_top());
    Some(Place {
        top,
        bottom: top + f64::from(seen.offset_height()),
    })
}

/// The height of a column, in pixels; at least one, so that it can be divided by.
pub fn height(side: Side) -> f64 {
    flow(side).map_or(1.0, |flow| f64::from(flow.offset_height()).max(1.0))
}

/// Shifts a column down by that many pixels from its own position, gliding or at once.
pub fn shift(side: Side, pixels: f64, glide: bool) {
    let Some(flow) = flow(side) else { return };
    let style = flow.style();
    let _ = style.set_property("transition", if glide { "" } else { "none" });
    // An empty value removes the property.
    let _ = style.set_property("transform", &translate(pixels));
    // A column that is shifted down would go past the end of the page.
    let down = pixels.max(0.0).round() as u32;
    let _ = style.set_property("margin-bottom", &format!("{down}px"));
    if !glide {
        // Reading a size makes the browser start the glide from the new position.
        let _ = flow.offset_height();
    }
}

/// Shifts a column while the page scrolls: the same, without a measurement.
pub fn slide(side: Side, pixels: f64, glide: bool) {
    let Some(flow) = flow(side) else { return };
    let style = flow.style();
    let _ = style.set_property("transition", if glide { "" } else { "none" });
    let _ = style.set_property("transform", &translate(pixels));
}

/// Whole pixels are enough, here and below, and the program needs no code to print fractions.
fn translate(pixels: f64) -> String {
    match pixels.round() as i32 {
        0 => String::new(),
        pixels => format!("translateY({pixels}px)"),
    }
}

/// A part from 0 to 1 as a CSS percentage, to a hundredth of a percent.
pub fn percent(part: f64) -> String {
    let hundredths = (part.clamp(0.0, 1.0) * 10_000.0).round() as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The position of the columns in the sheet that holds both, in pixels: A's right edge, B's left edge, and the top
/// that both share.
pub fn gutter() -> Option<(f64, f64, f64)> {
    let column = |side| flow(side)?.parent_element()?.dyn_into::<HtmlElement>().ok();
    let (a, b): (HtmlElement, HtmlElement) = (column(Side::A)?, column(Side::B)?);
    Some((
        f64::from(a.offset_left() + a.offset_width()),
        f64::from(b.offset_left()),
        f64::from(a.offset_top()),
    ))
}

/// The path of a band from `a` to `b`, both already in the sheet's pixels.
pub fn band(left: f64, right: f64, a: Place, b: Place) -> String {
    let bend = (right - left) * 0.45;
    let [left, near, far, right] =
        [left, left + bend, right - bend, right].map(|x| x.round() as i32);
    let [a_top, a_end, b_top, b_end] = [a.top, a.bottom, b.top, b.bottom].map(|y| y.round() as i32);
    format!(
        "M{left} {a_top}C{near} {a_top} {far} {b_top} {right} {b_top}L{right} {b_end}C{far} {b_end} {near} {a_end} {left} {a_end}Z"
    )
}

/// The part of the window that is free for reading, in its own pixels: below the bar, above the strip.
pub fn free() -> (f64, f64) {
    let full = window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .unwrap_or(0.0);
    // The bar sticks to the window's top. Before it does, it covers nothing.
    (bar_height(), full - strip_height())
}

/// Makes the drawer, which is as wide as both columns, begin below both selected sentences, and `room` leave as much space in
/// the other column. The drawer is under the sentence `here`, and `room` follows `there`; both are level.
pub fn make_room(
    drawer: &HtmlElement,
    here: &HtmlElement,
    there: &HtmlElement,
    room: &HtmlElement,
) {
    let more = there.offset_height() - here.offset_height();
    let _ = (drawer.style()).set_property("margin-top", &format!("{}px", more.max(0)));
    let height = drawer.offset_height() + (-more).max(0);
    let _ = (room.style()).set_property("height", &format!("{height}px"));
}

/// Scrolls until the sentence and the drawer under it can be read, if they cannot yet.
pub fn reveal(element: &Element, how: Reveal) {
    let (top, bottom) = free();
    let seen = element.get_bounding_client_rect();
    let room = 16.0;
    let drawer = find(".drawer:not(.gone)");
    let end = drawer.map_or(0.0, |drawer| drawer.get_bounding_client_rect().bottom());
    let end = end.max(seen.bottom());
    if how == Reveal::Least {
        let over = (end + room - bottom).min(seen.top() - top - room);
        if over > 0.0 {
            scroll_to(scrolled() + over, true);
        }
        return;
    }
    if seen.top() >= top + room && end <= bottom - room {
        return;
    }
    // A third of the way down, so that the text before it can be read too.
    let aim = top + room + (bottom - top - (end - seen.top())).max(0.0) * 0.3;
    // If it is too far for the eye to follow, it jumps.
    let far = (seen.top() - aim).abs() > 4.0 * (bottom - top);
    scroll_to(scrolled() + seen.top() - aim, how == Reveal::Glide && !far);
}

/// The element that holds the texts.
pub fn texts() -> Option<Element> {
    find(".pages,.single,.shared")
}

/// Scrolls by so many pixels at once.
pub fn scroll_by(pixels: f64) {
    scroll_to(scrolled() + pixels, false);
}

/// How far the page is scrolled, in pixels.
fn scrolled() -> f64 {
    window()
        .and_then(|window| window.scroll_y().ok())
        .unwrap_or(0.0)
}

/// The part of each column that the window shows, each edge from 0 to 1.
pub fn windows() -> Both<(f64, f64)> {
    let (top, bottom) = free();
    Both::each(|side| {
        let Some(flow) = flow(side) else {
            return (0.0, 1.0);
        };
        let seen = flow.get_bounding_client_rect();
        let height = seen.height().max(1.0);
        let part = |edge: f64| ((edge - seen.top()) / height).clamp(0.0, 1.0);
        (part(top), part(bottom))
    })
}

/// Scrolls to a part of a column, 0 to 1, so that it is in the middle.
pub fn show_part(side: Side, part: f64) {
    let Some(flow) = flow(side) else { return };
    let (top, bottom) = free();
    let seen = flow.get_bounding_client_rect();
    let aim = top + (bottom - top) / 2.0;
    scroll_to(scrolled() + seen.top() + seen.height() * part - aim, true);
}

/// The height of the bar, if it sticks to the window's top.
fn bar_height() -> f64 {
    height_where(".bar", "sticky")
}

/// The height of the strip of cards, if it is at the window's lower edge.
fn strip_height() -> f64 {
    height_where(".differs", "fixed")
}

fn height_where(selector: &str, position: &str) -> f64 {
    find(selector)
        .filter(|part| is(part, position))
        .map_or(0.0, |part| part.get_bounding_client_rect().height())
}

/// Whether the element has that position. With large letters a sticky element would leave too few lines, so it does not stick.
fn is(element: &Element, wanted: &str) -> bool {
    window()
        .and_then(|window| window.get_computed_style(element).ok().flatten())
        .and_then(|style| style.get_property_value("position").ok())
        .is_some_and(|position| position == wanted)
}

/// The first element of the page that a selector names.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Tells the stylesheets the heights of the bar and of the strip at the window's lower edge. Elements that stick below
/// the bar, and scrolling, need them.
pub fn publish_edges() {
    let root = document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        publish(&root, "--bar", bar_height());
        publish(&root, "--strip", strip_height());
    }
}

/// Tells the stylesheets where in the window an element begins, so that it can end in the window.
pub fn publish_top(element: &HtmlElement) {
    publish(element, "--top", element.get_bounding_client_rect().top());
}

fn publish(element: &HtmlElement, name: &str, pixels: f64) {
    let pixels = format!("{}px", pixels.round() as i32);
    let style = element.style();
    // Even writing the same value would make the browser compute every element's style again.
    if style.get_property_value(name).ok().as_ref() != Some(&pixels) {
        let _ = style.set_property(name, &pixels);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_leads_from_edge_to_edge() {
        let place = |top, bottom| Place { top, bottom };
        assert_eq!(
            band(100.0, 200.0, place(10.0, 30.0), place(50.0, 60.0)),
            "M100 10C145 10 155 50 200 50L200 60C155 60 145 30 100 30Z"
        );
    }

    #[test]
    fn parts_are_written_to_a_hundredth_of_a_percent() {
        let written = [0.0, 0.005, 0.123_45, 1.0, 7.0, f64::NAN].map(percent);
        assert_eq!(
            written,
            ["0.00%", "0.50%", "12.35%", "100.00%", "100.00%", "0.00%"]
        );
    }
}
