//! Marks the sentences on the page: how each matches, a label for screen readers, and the place of its counterpart for
//! readers on paper.

use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::NodeList;

use super::super::ids::{kind_class, sentence_of};
use super::super::layout::sections::PutMarks;
use super::super::pair_state::PairState;
use crate::state::Side;
use crate::ui::browser::document;
use crate::ui::dom::{El, Element};
use crate::view::{Comparing, Mark, Marks};

/// The selector of a sentence.
const SENTENCE: &str = ".s";

/// The function that marks each sentence in an element.
pub fn marker(pair: PairState) -> PutMarks {
    Box::new(move |within| mark(pair, within.query_selector_all(SENTENCE)))
}

/// Marks each sentence of the page.
pub fn mark_page(pair: PairState) {
    if let Some(document) = document() {
        mark(pair, document.query_selector_all(SENTENCE));
    }
}

fn mark(pair: PairState, sentences: Result<NodeList, JsValue>) {
    let (comparing, marks) = (pair.comparing(), pair.marks());
    let Ok(sentences) = sentences else { return };
    for place in 0..sentences.length() {
        if let Some(element) = sentences.item(place).and_then(|one| one.dyn_into().ok()) {
            mark_one(&comparing, &marks, El::of(element).element());
        }
    }
}

/// Marks a sentence.
pub fn mark_one(comparing: &Comparing, marks: &Marks, element: &Element) {
    let Some((side, index)) = sentence_of(&element.id()) else {
        return;
    };
    let mark = marks.of(side, index);
    // For paper, which has no links: its own number, and the place of its counterpart.
    let numbers = mark
        .and_then(|mark| comparing.found.matches.get(*mark.matches.first()? as usize))
        .map(|found| match side {
            Side::A => (found.a, found.b),
            Side::B => (found.b, found.a),
        });
    if let Some((own, other)) = numbers {
        let letters = &comparing.sources.of(side.other()).letters;
        let _ = element.set_attribute("data-n", &(own + 1).to_string());
        let _ = element.set_attribute("data-to", &format!("{letters} {}", other + 1));
    }
    let differs = mark.is_some_and(|mark| mark.matches.iter().any(|at| comparing.differs(*at)));
    let _ = element.class_list().toggle_with_force("unlike", differs);
    let label = mark.map(|mark| mark.label(comparing, side));
    put_on(element, mark, label);
    // Shown when the pointer is over it.
    let _ = match marks.absence(comparing, side, index) {
        Some(absence) => element.set_attribute("title", &absence),
        None => element.remove_attribute("title"),
    };
}

fn put_on(element: &Element, mark: Option<&Mark>, label: Option<String>) {
    let classes = element.class_list();
    for kind in ["verbatim", "edited", "related", "moved", "own-link"] {
        let _ = classes.remove_1(kind);
    }
    match mark {
        Some(mark) => {
            let _ = classes.add_1(kind_class(mark.kind));
            let _ = classes.toggle_with_force("moved", mark.moved);
            let _ = classes.toggle_with_force("own-link", mark.by_hand);
            let _ = element.set_attribute("role", "button");
            let _ = element.set_attribute("tabindex", "0");
        }
        None => {
            for name in ["role", "aria-pressed", "data-to"] {
                let _ = element.remove_attribute(name);
            }
            let _ = element.set_attribute("tabindex", "-1");
        }
    }
    let label = label.map_or_else(String::new, |label| label + ": ");
    if let Some(aloud) = element.first_element_child() {
        aloud.set_text_content(Some(&label));
    }
}
