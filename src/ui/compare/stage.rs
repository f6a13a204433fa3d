//! Puts marks, what is in hand and the pictures beside the texts onto what is laid out. Everything here
//! runs once per frame at most, after the page has been laid out, and touches only what changed.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::desk::{Desk, Drawing, Reveal};
use super::level::{level, rails};
use super::measure::{self, Place};
use super::texts::{kind_class, sentence_of};
use crate::state::{Both, Side, View};
use crate::ui::browser::{by_id, document};
use crate::view::{Hand, Mark, Marks, ruler};

/// What is on the stage, so that the next drawing knows what to change: the marks put on, and the view
/// and width that they were put on in.
type Drawn = Option<(Arc<Marks>, View, bool)>;

/// Keeps the stage in step with the desk, as long as the caller's owner lives.
pub fn keep(desk: Desk) {
    let drawn = StoredValue::new(None);
    let asked = StoredValue::new(false);
    Effect::new(move || {
        desk.marks.track();
        desk.hand.track();
        desk.view.track();
        desk.site.narrow.track();
        desk.laid_out.track();
        desk.site.level.track();
        if asked.get_value() {
            return;
        }
        asked.set_value(true);
        request_animation_frame(move || {
            // The page may have turned since: then there is nothing left to draw on.
            if asked.try_set_value(false).is_none() {
                drawn.try_update_value(|drawn| draw(desk, drawn));
            }
        });
    });
    Effect::new(move |before: Option<Vec<Element>>| {
        for element in before.unwrap_or_default() {
            let _ = element.class_list().remove_1("near");
        }
        near(desk)
    });
}

/// Darkens both sides of what is under the pointer, and gives back what was darkened.
fn near(desk: Desk) -> Vec<Element> {
    let Some((side, index)) = desk.near.get() else {
        return Vec::new();
    };
    let mut list = vec![(side, index)];
    desk.comparing.with_untracked(|comparing| {
        desk.marks.with_untracked(|marks| {
            let mark = marks.of(side, index);
            for number in mark.map(|mark| mark.matches.as_slice()).unwrap_or_default() {
                if let Some(found) = comparing.found.matches.get(*number as usize) {
                    list.push(match side {
                        Side::A => (Side::B, found.b),
                        Side::B => (Side::A, found.a),
                    });
                }
            }
        });
    });
    let elements = list
        .into_iter()
        .filter_map(|(side, index)| measure::sentence(side, index).map(Element::from));
    let elements: Vec<Element> = elements.collect();
    for element in &elements {
        let _ = element.class_list().add_1("near");
    }
    elements
}

fn draw(desk: Desk, drawn: &mut Drawn) {
    let marks = desk.marks.get_untracked();
    let hand = desk.hand.get_untracked();
    let view = desk.view.get_untracked();
    let narrow = desk.site.narrow.get_untracked();
    let same = matches!(drawn, Some((old, old_view, old_narrow))
        if Arc::ptr_eq(old, &marks) && *old_view == view && *old_narrow == narrow);
    if !same {
        for side in Side::BOTH {
            dress(desk, &marks, side);
        }
        *drawn = Some((marks.clone(), view, narrow));
    }
    hold(desk, hand);
    place_dock(hand, desk.anchor.get_untracked(), narrow);
    measure::publish_bar_height();
    if view == View::Side && !narrow {
        desk.rails.set_value(rails(desk));
        level(desk, hand, same);
    }
    let reveal = desk.reveal.get_value();
    desk.reveal.set_value(Reveal::No);
    if reveal != Reveal::No {
        let side = desk.anchor.get_untracked();
        let element = [side, side.other()]
            .into_iter()
            .find_map(|side| measure::sentence(side, hand.sentence(side)?))
            .or_else(|| by_id(&format!("m{}", hand.index()?)));
        if let Some(element) = element {
            measure::reveal(&element, reveal == Reveal::Glide);
        }
    }
    let drawing = if view == View::Side {
        sketch(desk, desk.shifts.get_value(), &marks, narrow)
    } else {
        Drawing::default()
    };
    if desk.drawing.with_untracked(|old| *old != drawing) {
        desk.drawing.set(drawing);
    }
    super::ruler::follow();
}

/// Puts its mark on each sentence of a side.
fn dress(desk: Desk, marks: &Marks, side: Side) {
    let count = desk
        .comparing
        .with_untracked(|comparing| comparing.readings.of(side).sentences.len());
    for index in 0..count as u32 {
        if let Some(element) = measure::sentence(side, index) {
            dress_one(desk, &element, side, index, marks.of(side, index));
        }
    }
}

fn dress_one(desk: Desk, element: &HtmlElement, side: Side, index: u32, mark: Option<&Mark>) {
    let classes = element.class_list();
    for kind in ["verbatim", "edited", "related", "near"] {
        let _ = classes.remove_1(kind);
    }
    let aloud = element.first_element_child();
    let say = |text: &str| {
        if let Some(aloud) = &aloud {
            aloud.set_text_content(Some(text));
        }
    };
    let Some(mark) = mark else {
        let _ = element.remove_attribute("role");
        let _ = element.remove_attribute("aria-pressed");
        let _ = element.remove_attribute("data-to");
        let _ = element.set_attribute("tabindex", "-1");
        say("");
        return;
    };
    let _ = classes.add_1(kind_class(mark.kind));
    let _ = element.set_attribute("role", "button");
    let _ = element.set_attribute("tabindex", "0");
    say(&format!("{}: ", mark.label));
    // For paper, where nothing can be pointed at: its own number, and where its counterpart stands.
    let to = desk.comparing.with_untracked(|comparing| {
        let found = comparing
            .found
            .matches
            .get(*mark.matches.first()? as usize)?;
        Some(match side {
            Side::A => format!("B{}", found.b + 1),
            Side::B => format!("A{}", found.a + 1),
        })
    });
    if let Some(to) = to {
        let _ = element.set_attribute("data-to", &to);
    }
    let _ = element.set_attribute("data-n", &(index + 1).to_string());
}

/// Shows which sentences are in hand, and which else answer them.
fn hold(desk: Desk, hand: Hand) {
    let Some(document) = document() else { return };
    for class in ["hand", "kin", "lone"] {
        // A list that does not change while classes are taken off its members.
        if let Ok(list) = document.query_selector_all(&format!(".{class}")) {
            for place in 0..list.length() {
                if let Some(element) = list
                    .item(place)
                    .and_then(|node| node.dyn_into::<Element>().ok())
                {
                    let _ = element.class_list().remove_1(class);
                    if element.get_attribute("role").as_deref() == Some("button") {
                        let _ = element.set_attribute("aria-pressed", "false");
                    }
                }
            }
        }
    }
    let lone = matches!(hand, Hand::Alone(..) | Hand::Apart { .. });
    for ribbon in desk.ribbons().iter().filter(|ribbon| !ribbon.front) {
        for (side, index) in [(Side::A, ribbon.a), (Side::B, ribbon.b)] {
            if let Some(element) = measure::sentence(side, index) {
                let _ = element.class_list().add_1("kin");
            }
        }
    }
    for side in Side::BOTH {
        let Some(element) = hand
            .sentence(side)
            .and_then(|index| measure::sentence(side, index))
        else {
            continue;
        };
        if let Some(fold) = element.closest("details").ok().flatten() {
            let _ = fold.set_attribute("open", "");
        }
        let _ = element
            .class_list()
            .add_1(if lone { "lone" } else { "hand" });
        if element.get_attribute("role").as_deref() == Some("button") {
            let _ = element.set_attribute("aria-pressed", "true");
        }
    }
    if let Some(card) = hand.index().and_then(|index| by_id(&format!("m{index}"))) {
        let _ = card.class_list().add_1("hand");
    }
}

/// On a phone the dock stands under the sentence, else at the window's edge, where the page has it.
fn place_dock(hand: Hand, anchor: Side, narrow: bool) {
    let (Some(dock), Some(home)) = (by_id("dock"), by_id("dock-home")) else {
        return;
    };
    let under = [anchor, anchor.other()]
        .into_iter()
        .find_map(|side| measure::sentence(side, hand.sentence(side)?))
        .filter(|_| narrow);
    let _ = dock
        .class_list()
        .toggle_with_force("under", under.is_some());
    let _ = match under {
        Some(sentence) => sentence.after_with_node_1(&dock),
        None if dock.parent_element().as_ref() == Some(home.as_ref()) => Ok(()),
        None => home.append_child(&dock).map(drop),
    };
}

/// Measures the bands and the rulers.
fn sketch(desk: Desk, shifts: Both<f64>, marks: &Marks, narrow: bool) -> Drawing {
    let mut drawing = Drawing::default();
    if let (false, Some((left, right, top))) = (narrow, measure::gutter()) {
        for ribbon in desk.ribbons() {
            let stand = |side: Side, index: u32| -> Option<Place> {
                let place = measure::place(side, index)?;
                let down = top + shifts.of(side);
                Some(Place {
                    top: place.top + down,
                    bottom: place.bottom + down,
                })
            };
            if let (Some(a), Some(b)) = (stand(Side::A, ribbon.a), stand(Side::B, ribbon.b)) {
                drawing
                    .bands
                    .push((ribbon, measure::band(left, right, a, b)));
            }
        }
    }
    drawing.bars = Both::each(|side| {
        let height = measure::height(side);
        desk.comparing.with_untracked(|comparing| {
            ruler(comparing, marks, side)
                .bars
                .iter()
                .map(|bar| {
                    let last = bar.sentences.1.saturating_sub(1);
                    let edges = measure::place(side, bar.sentences.0)
                        .zip(measure::place(side, last))
                        .map(|(first, last)| (first.top / height, last.bottom / height));
                    edges.unwrap_or((bar.from, bar.to))
                })
                .collect()
        })
    });
    drawing
}

/// The sentence that an event is about.
pub fn sentence_under(event: &web_sys::Event) -> Option<(Side, u32, Element)> {
    let element = crate::ui::browser::target(event)?
        .closest(".s")
        .ok()
        .flatten()?;
    let (side, index) = sentence_of(&element.id())?;
    Some((side, index, element))
}
