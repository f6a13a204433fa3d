//! Where things stand on the page, in pixels, and the shifts made of it. The one file that measures the
//! DOM. Places inside a column are offsets in its flow, which a shift of the flow does not change.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::super::ids::{flow_id, sentence_id};
use super::super::pair_state::Reveal;
use super::{Place, sections};
use crate::state::{Both, Side};
use crate::ui::browser::{by_id, document, scroll_to, window};

/// The element of a sentence, where the current view shows it.
pub fn sentence(side: Side, index: u32) -> Option<HtmlElement> {
    by_id(&sentence_id(side, index))
}

/// The moving part of a column.
fn flow(side: Side) -> Option<HtmlElement> {
    by_id(flow_id(side))
}

/// About where a sentence stands in its column: exactly where it is laid out.
pub fn about(side: Side, index: u32) -> Option<Place> {
    sections::about(side, index).or_else(|| place(side, index))
}

/// Where a sentence stands in its column; inside a closed fold, where the fold stands.
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

/// Shifts a column so many pixels down from where it lies, gliding there or at once.
pub fn shift(side: Side, pixels: f64, glide: bool) {
    let Some(flow) = flow(side) else { return };
    let style = flow.style();
    let _ = style.set_property("transition", if glide { "" } else { "none" });
    // An empty value takes the property away.
    let _ = style.set_property("transform", &translate(pixels));
    // What is shifted down would hang out of the page's end.
    let down = pixels.max(0.0).round() as u32;
    let _ = style.set_property("margin-bottom", &format!("{down}px"));
    if !glide {
        // Asking for a measure makes the browser take the new place as where a glide begins.
        let _ = flow.offset_height();
    }
}

/// Shifts a column while the page scrolls: the same without asking the browser for a measure.
pub fn slide(side: Side, pixels: f64, glide: bool) {
    let Some(flow) = flow(side) else { return };
    let style = flow.style();
    let _ = style.set_property("transition", if glide { "" } else { "none" });
    let _ = style.set_property("transform", &translate(pixels));
}

/// Whole pixels do, here and below, and the program is spared the printing of fractions.
fn translate(pixels: f64) -> String {
    match pixels.round() as i32 {
        0 => String::new(),
        pixels => format!("translateY({pixels}px)"),
    }
}

/// A part from 0 to 1 as stylesheets have it, to a hundredth of a percent.
pub fn percent(part: f64) -> String {
    let hundredths = (part.clamp(0.0, 1.0) * 10_000.0).round() as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Where the columns stand in the sheet that holds both, in pixels: A's right edge, B's left edge, and
/// the top that both share.
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

/// What of the window is free for reading, in its own pixels: below the bar, above the strip.
pub fn free() -> (f64, f64) {
    let full = window()
        .and_then(|window| window.inner_height().ok()?.as_f64())
        .unwrap_or(0.0);
    // The bar sticks to the window's top: until then it is not in the way there.
    (bar_height(), full - strip_height())
}

/// Has the drawer, which is as wide as both columns, begin below both selected sentences, and `room` leave as much of the other
/// column free. `here` is the sentence that the drawer stands under, `there` the one that `room` follows; both stand level.
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

/// Scrolls so that the sentence can be read and the drawer under it, where they cannot.
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
    // A third of the way down: what comes before it can be read too.
    let aim = top + room + (bottom - top - (end - seen.top())).max(0.0) * 0.3;
    // Past what nobody could follow on its way, it is there at once.
    let far = (seen.top() - aim).abs() > 4.0 * (bottom - top);
    scroll_to(scrolled() + seen.top() - aim, how == Reveal::Glide && !far);
}

/// What holds the texts.
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

/// What of each column the window shows, each edge from 0 to 1.
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

/// Scrolls to a part of a column, 0 to 1, so that it stands in the middle.
pub fn show_part(side: Side, part: f64) {
    let Some(flow) = flow(side) else { return };
    let (top, bottom) = free();
    let seen = flow.get_bounding_client_rect();
    let aim = top + (bottom - top) / 2.0;
    scroll_to(scrolled() + seen.top() + seen.height() * part - aim, true);
}

/// The height of the bar, where it sticks to the window's top.
fn bar_height() -> f64 {
    height_where(".bar", "sticky")
}

/// The height of the strip of cards, where it lies at the window's lower edge.
fn strip_height() -> f64 {
    height_where(".differs", "fixed")
}

fn height_where(selector: &str, position: &str) -> f64 {
    find(selector)
        .filter(|part| is(part, position))
        .map_or(0.0, |part| part.get_bounding_client_rect().height())
}

/// Whether it has that position: where letters are large, what would stay in the window leaves too few lines, and does not.
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

/// Tells the stylesheets how high the bar is, and the strip at the window's lower edge: what sticks below the one, and
/// what is scrolled to between the two, must know.
pub fn publish_edges() {
    let root = document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        publish(&root, "--bar", bar_height());
        publish(&root, "--strip", strip_height());
    }
}

/// Tells the stylesheets where in the window something begins: what is to end in the window must know.
pub fn publish_top(element: &HtmlElement) {
    publish(element, "--top", element.get_bounding_client_rect().top());
}

fn publish(element: &HtmlElement, name: &str, pixels: f64) {
    let pixels = format!("{}px", pixels.round() as i32);
    let style = element.style();
    // Writing it, even the same, would have the browser look at every element's style anew.
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
