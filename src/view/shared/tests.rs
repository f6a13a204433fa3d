//! What both share, as a reader would read it.

use crossread_engine::{Kind, Passage};
use proptest::prelude::*;

use super::{card, notes, notes_of, overlapping, row, rows, shared};
use crate::state::{Side, State, parse};
use crate::view::testing::{comparing, comparing_with, pairs};
use crate::view::{Marks, Selection};

#[test]
fn a_card_quotes_both_sentences_in_context() {
    let comparing = comparing(
        "It snowed. Heavy rain fell on the valley all day. Nobody slept.",
        "Heavy rain fell on the whole valley all day.",
    );
    let shared = shared(&comparing, &Marks::new(&comparing, &State::default()));
    let card = card(&comparing, 0).expect("a card");
    assert_eq!(card.title, "Edited");
    assert_eq!(card.place, "sentence 2 of “The a”, 1 of “The b”");
    assert_eq!(
        (&*card.a.before, &*card.a.after),
        ("It snowed.", "Nobody slept.")
    );
    assert_eq!((&*card.b.before, &*card.b.after), ("", ""));
    assert_eq!(shared.no_cards, None);
}

#[test]
fn passages_say_where_they_stand() {
    let comparing = comparing(
        "Nobody slept. The bridge over the river was closed on Monday.",
        "The Bridge over the river was closed? No.",
    );
    let shared = shared(&comparing, &Marks::new(&comparing, &State::default()));
    let row = row(&comparing, 0, notes(&comparing)[0].clone()).expect("a row");
    assert_eq!(row.a, "The bridge over the river was closed");
    assert_eq!(
        row.b.as_deref(),
        Some("The Bridge over the river was closed")
    );
    assert_eq!(row.words, "7 words");
    assert_eq!(row.place, "sentence 2 of “The a”, 1 of “The b”");
    assert_eq!(row.note, None);
    assert!(shared.passages_note.ends_with("There is one."));
}

#[test]
fn where_there_is_nothing_it_says_so() {
    let none = comparing("Heavy rain fell.", "Nobody slept.");
    let nothing = shared(&none, &Marks::new(&none, &State::default()));
    assert_eq!(
        nothing.no_cards.as_deref(),
        Some("No sentence of “The a” has a counterpart in “The b”.")
    );
    assert!(nothing.passages_note.ends_with("There is none."));

    let same = comparing_with("Heavy rain fell.", "Heavy rain fell.", "");
    let hidden = shared(&same, &Marks::new(&same, &parse("kinds=edited").state));
    assert_eq!(
        hidden.no_cards.as_deref(),
        Some("The filters hide all matches.")
    );
}

fn passage(a: u32, b: u32, words: u32) -> Passage {
    Passage { a, b, words }
}

#[test]
fn overlaps_and_several_places_are_explained() {
    let said: Vec<String> = notes_of(&[
        passage(0, 20, 6),
        passage(0, 40, 6),
        passage(10, 60, 8),
        passage(15, 80, 6),
        passage(30, 0, 5),
    ])
    .into_iter()
    .map(Option::unwrap_or_default)
    .collect();
    assert_eq!(
        said,
        [
            "its words are in two places of B",
            "its words are in two places of B",
            "overlaps another passage in A",
            "overlaps another passage in A",
            "",
        ]
    );
    assert_eq!(
        notes_of(&[passage(0, 0, 9), passage(20, 4, 6)])[0].as_deref(),
        Some("overlaps another passage in B")
    );
}

proptest! {
    #[test]
    fn overlaps_are_those_that_a_plain_search_finds(
        ranges in proptest::collection::vec((0..40_u32, 3..9_u32), 0..12)
    ) {
        let passages: Vec<Passage> = ranges.iter().map(|&(a, words)| passage(a, 0, words)).collect();
        let meets = |x: &Passage, y: &Passage| {
            (x.a, x.words) != (y.a, y.words) && x.a < y.a + y.words && y.a < x.a + x.words
        };
        let plain: Vec<usize> = (0..passages.len())
            .filter(|&i| passages.iter().any(|other| meets(&passages[i], other)))
            .collect();
        prop_assert_eq!(overlapping(&passages, Side::A), plain);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_card_and_row_selects_its_sentences(comparing in pairs()) {
        for number in 0..comparing.found.matches.len() as u32 {
            let card = card(&comparing, number).expect("a card");
            prop_assert_eq!(Selection::new(&comparing, Some(card.at)).index(), Some(card.index));
            let a: String = card.diff.iter().map(|part| part.a.as_str()).collect();
            let b: String = card.diff.iter().map(|part| part.b.as_str()).collect();
            let runs = |quote: &super::Quote| -> String {
                quote.runs.iter().map(|run| run.text.as_str()).collect()
            };
            // Sentences in different words have no word diff.
            if card.kind == Kind::Related {
                prop_assert!(card.diff.is_empty());
            } else {
                prop_assert_eq!(a, runs(&card.a));
                prop_assert_eq!(b, runs(&card.b));
            }
        }
        prop_assert_eq!(rows(&comparing), comparing.found.passages.len().min(200));
        for index in 0..rows(&comparing) as u32 {
            let row = row(&comparing, index, None).expect("a row");
            prop_assert!(Selection::new(&comparing, Some(row.at)).sentence(Side::A).is_some());
        }
    }
}
