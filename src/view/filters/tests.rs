//! The row of filters as a reader would read it.

use crossread_engine::{Options, Strictness};

use super::{Chip, filters, strictness_step};
use crate::state::{Side, State, parse, write};
use crate::view::testing::{comparing, comparing_with, first_pair, with};
use crate::view::{Comparing, Marks, Selection};

const A: &str = "Heavy rain fell on the valley all day. “Nobody slept in the valley,” she said. \
                 The bridge over the river was closed to traffic. It snowed.";
const B: &str = "Heavy rain fell on the valley all day. “Nobody slept in the valley.” \
                 The old bridge over the wide river was closed to all traffic. The end. Good night.";

fn drawn(chips: &[Chip]) -> String {
    let said: Vec<String> = chips
        .iter()
        .map(|chip| {
            format!(
                "{}{} {} → {}",
                if chip.on { "*" } else { "" },
                chip.label,
                chip.count,
                write(&chip.to)
            )
        })
        .collect();
    said.join("\n")
}

#[test]
fn kinds_toggle_and_count() {
    let row = filters(&comparing(A, B), &parse("kinds=verbatim.edited").state);
    assert_eq!(
        drawn(&row.kinds),
        "*Verbatim 1 → ?kinds=edited\n*Edited 2 → ?kinds=verbatim\nRelated 0 → "
    );
    assert_eq!(row.unmatched, "Unique 1 · 2");
    assert_eq!(
        row.unmatched_spoken,
        "1 sentence of “The a” and 2 of “The b” have no counterpart"
    );
    assert_eq!(row.hidden, None);
}

#[test]
fn voices_part_the_matches() {
    let row = filters(&comparing(A, B), &parse("voice=reporter").state);
    assert_eq!(
        drawn(&row.voices),
        "All words 3 → \n\
         In quotation marks 1 → ?voice=quoted\n\
         *In the reporter’s own words 2 → ?voice=reporter"
    );
    assert_eq!(row.hidden.as_deref(), Some("1 of 3 matches is hidden"));
}

#[test]
fn the_switch_says_what_it_brings_back() {
    let a = "It rained in the valley.\nIt rained in the valley.\n<<caption:A man>>";
    let out = filters(&comparing(a, "x"), &State::default());
    assert_eq!(
        drawn(&[out.everything]),
        "Repeats and furniture 7 → ?text=all"
    );
    assert_eq!(
        out.everything_note,
        "5 words of “The a” are repeated and 2 words of “The a” are furniture"
    );
    let back = comparing_with(a, "x", "text=all");
    assert_eq!(
        drawn(&[filters(&back, &parse("text=all").state).everything]),
        "*Repeats and furniture 7 → "
    );
    assert_eq!(
        filters(&comparing("x", "x"), &State::default()).everything_note,
        ""
    );
}

fn comparing_of_strictest(comparing: &Comparing) -> Comparing {
    let strictness = Strictness::Strictest;
    with(comparing, Options::default().with_strictness(strictness))
}

#[test]
fn steps_of_strictness_say_what_they_would_change() {
    let (comparing, _) = first_pair("");
    let matched = |strictness| {
        let options = Options::default().with_strictness(strictness);
        let then = with(&comparing, options).found.matches.into_iter();
        then.map(|found| (found.a, found.b, found.kind))
            .collect::<Vec<_>>()
    };
    let effect =
        |strictness| strictness_step(&comparing, strictness, Some(&matched(strictness))).effect;
    assert_eq!(effect(Strictness::Normal), "as now");
    assert_eq!(
        strictness_step(&comparing, Strictness::Normal, None).effect,
        "as now"
    );
    assert_eq!(
        strictness_step(&comparing, Strictness::Loose, None).effect,
        "",
        "not known yet"
    );
    let numbers = Strictness::ALL.map(|strictness| matched(strictness).len());
    assert!(
        numbers.is_sorted_by(|loose, strict| loose >= strict),
        "{numbers:?}"
    );
    assert!(numbers[2] > numbers[4], "{numbers:?}");
    let fewer = numbers[2] - numbers[4];
    assert!(
        effect(Strictness::Strictest).starts_with(&format!("{fewer} match")),
        "{}",
        effect(Strictness::Strictest)
    );
    let strict = comparing_of_strictest(&comparing);
    let matched = matched(Strictness::Normal);
    assert_eq!(
        strictness_step(&strict, Strictness::Normal, Some(&matched)).effect,
        format!("{fewer} more matches")
    );
    let there = strictness_step(&strict, Strictness::Normal, Some(&matched)).changes;
    assert!(!there.0.is_empty() && !there.1.is_empty());
    let now = strictness_step(&comparing, Strictness::Normal, Some(&matched)).changes;
    assert_eq!(now, (vec![], vec![]));
}

#[test]
fn next_and_previous_step_through_what_is_shown() {
    let comparing = comparing(A, B);
    let walk = |query: &str| {
        let marks = Marks::new(&comparing, &parse(query).state);
        let mut selection = Selection::Nothing;
        let mut said = vec![marks.position(selection)];
        while let Some(at) = marks.next(&comparing, selection) {
            selection = Selection::new(&comparing, Some(at));
            said.push(marks.position(selection));
        }
        while let Some(at) = marks.previous(&comparing, selection) {
            selection = Selection::new(&comparing, Some(at));
            said.push(marks.position(selection));
        }
        said.join(", ")
    };
    assert_eq!(
        walk(""),
        "3 matches, 1 of 3, 2 of 3, 3 of 3, 2 of 3, 1 of 3"
    );
    assert_eq!(walk("kinds=verbatim"), "1 match, 1 of 1");
    assert_eq!(walk("kinds=none"), "no matches");
}

#[test]
fn stepping_goes_on_from_a_sentence_without_a_counterpart() {
    let comparing = comparing(A, B);
    let marks = Marks::new(&comparing, &State::default());
    let last_of_b = Selection::new(&comparing, comparing.at_sentence(Side::B, 4));
    assert_eq!(last_of_b, Selection::Unmatched(Side::B, 4));
    assert_eq!(marks.next(&comparing, last_of_b), None);
    let before = Selection::new(&comparing, marks.previous(&comparing, last_of_b));
    assert_eq!(before.sentence(Side::B), Some(2));
}
