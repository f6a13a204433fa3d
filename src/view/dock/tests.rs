//! The dock as a reader would read it, a line per field.

use super::{Dock, before_a_comma, dock, quoted};
use crate::state::{At, Side, State, parse};
use crate::view::testing::{
    article, asked, comparing, comparing_with, first_pair, of_articles, stated,
};
use crate::view::{Comparing, Hand, Marks, Op};

const RAIN: &str = "Nobody slept. Heavy rain fell on the valley all day. “It was the worst night of my life,” she said.";
const STORM: &str = "“It was the worst night of my life.” All day heavy rain fell on the whole valley. The sun shone.";

fn open_with(comparing: &Comparing, query: &str) -> Option<Dock> {
    let state = parse(query).state;
    let marks = Marks::new(comparing, &state);
    let hand = Hand::new(comparing, state.at);
    let between = asked(comparing, hand);
    dock(
        comparing,
        &marks,
        hand,
        "https://example.org/?at=1.2",
        &between,
    )
}

/// What is in hand when that sentence is chosen.
fn choose(comparing: &Comparing, side: Side, index: u32) -> Dock {
    let at = comparing.at_sentence(side, index);
    let marks = Marks::new(comparing, &State::default());
    dock(comparing, &marks, Hand::new(comparing, at), "", &[]).expect("something in hand")
}

fn drawn(dock: &Dock) -> String {
    let diff: String = dock
        .diff
        .iter()
        .map(|part| match part.op {
            Op::Equal => part.a.clone(),
            Op::Delete => format!("[-{}-]", part.a),
            Op::Insert => format!("{{+{}+}}", part.b),
            Op::Replace => format!("[-{}-]{{+{}+}}", part.a, part.b),
        })
        .collect();
    let mut lines = vec![
        format!("{} — {} — {}", dock.title, dock.place, dock.score),
        dock.voice.clone(),
        diff,
    ];
    lines.extend(dock.why.clone());
    lines.join("\n")
}

#[test]
fn a_verbatim_match() {
    let dock = choose(
        &comparing(
            "It rained. Nobody slept in the valley.",
            "Nobody slept, in the Valley!",
        ),
        Side::B,
        0,
    );
    assert_eq!(
        drawn(&dock),
        "Verbatim — sentence 2 of A, 1 of B — the same words in the same order\n\
         no quotation marks in both\n\
         Nobody slept{+,+} in the valley[-.-]{+!+}\n\
         Shared: 5 of 5 words of A and 5 of 5 words of B, counting forms of one word as one.\n\
         Linked because all words are the same, whatever their case and typography.\n\
         They share a passage: 5 words in a row.\n\
         One word more or less would make it edited."
    );
    assert_eq!(
        dock.spoken,
        "Match 1 of 1. Verbatim. Sentence 2 of A, 1 of B."
    );
    assert_eq!(dock.at, At::Pair(11, 0));
}

#[test]
fn an_edited_match_that_is_moved() {
    let comparing = comparing(RAIN, STORM);
    let dock = choose(&comparing, Side::A, 1);
    let edited = format!("{:.2}", comparing.found.thresholds.edited);
    assert_eq!(dock.title, "Edited, moved");
    assert!(
        dock.score.ends_with(&format!(" · edited from {edited}")),
        "{}",
        dock.score
    );
    assert_eq!(dock.voice, "no quotation marks in both");
    let below = format!("With a score below {edited} it would be related; ");
    assert!(
        dock.why.iter().any(|line| line.starts_with(&below)),
        "{:#?}",
        dock.why
    );
    assert!(
        dock.why
            .iter()
            .any(|line| line.starts_with("It is moved: ")),
        "{:#?}",
        dock.why
    );
    assert!(dock.shared_words.contains(&"valley".to_owned()));
    assert_eq!(dock.others, []);
    assert_eq!(dock.note, None);
}

#[test]
fn whose_words_they_are() {
    let dock = choose(&comparing(RAIN, STORM), Side::B, 0);
    assert_eq!(dock.voice, "partly a quotation in A, a quotation in B");
}

#[test]
fn a_sentence_without_a_counterpart_says_so() {
    let dock = choose(&comparing(RAIN, STORM), Side::B, 2);
    assert_eq!(
        drawn(&dock),
        "No counterpart — sentence 3 of B — \n\
         no quotation marks in B\n\
         The sun shone.\n\
         No sentence of A is close enough to it at the normal step of strictness."
    );
    assert_eq!(dock.spoken, "No counterpart. Sentence 3 of B.");
    assert_eq!(dock.at, At::B(82));
}

#[test]
fn repeats_and_furniture_say_what_they_are() {
    let comparing = comparing(
        "Nobody slept in the valley.\nNobody slept in the valley.\n<<caption:A man in the rain>>",
        "Nobody slept in the valley.",
    );
    assert_eq!(
        choose(&comparing, Side::A, 1).why,
        [
            "A has said this before, in sentence 1. Repeats are not compared unless you put them back."
        ]
    );
    assert_eq!(
        choose(&comparing, Side::A, 2).why,
        ["Not the article’s own text: caption. Furniture is not compared unless you put it back."]
    );
}

#[test]
fn two_sentences_that_are_no_match_are_shown_and_said_to_be_none() {
    let comparing = comparing(
        "Nobody slept in the valley on that long night, and the river rose. It rained.",
        "Farmers far away said that nobody slept in the valley on harvest days. It snowed.",
    );
    let dock = open_with(&comparing, "at=70.74").expect("something in hand");
    assert_eq!(dock.title, "Not a match");
    assert_eq!(
        dock.why,
        [
            "These two sentences are not close enough to be a match at the normal step of strictness."
        ]
    );
    assert_eq!(dock.place, "sentence 2 of A, 2 of B");
}

#[test]
fn a_match_that_the_filters_hide_says_so() {
    let comparing = comparing(RAIN, STORM);
    let hidden = open_with(&comparing, "at=20.50&kinds=verbatim").expect("something in hand");
    assert_eq!(
        hidden.note.as_deref(),
        Some("The filters hide this match in the texts.")
    );
    assert!(hidden.spoken.starts_with("Edited"), "{}", hidden.spoken);
    assert!(open_with(&comparing, "at=20.50").is_some_and(|shown| shown.note.is_none()));
}

#[test]
fn nothing_in_hand_is_no_dock() {
    let comparing = comparing(RAIN, STORM);
    assert_eq!(open_with(&comparing, ""), None);
    assert_eq!(open_with(&comparing, "at=4000.9000"), None);
}

#[test]
fn a_citation_names_both_sources() {
    let mut a = article("rain", "Nobody slept  in the valley.");
    a.publisher = Some(stated("The Morning Mail"));
    a.date = Some(stated("2014-05-30"));
    a.url = Some(stated("https://example.org/rain"));
    let comparing = of_articles(
        a,
        article("storm", "Nobody slept in the valley."),
        Default::default(),
    );
    let dock = open_with(&comparing, "at=0.0").expect("something in hand");
    assert_eq!(
        dock.citation,
        "A: “Nobody slept in the valley.”\n\
         — The rain, The Morning Mail, 30 May 2014, https://example.org/rain; sentence 1\n\n\
         B: “Nobody slept in the valley.”\n\
         — The storm, publisher not stated, date not stated; sentence 1\n\n\
         Verbatim, by Crossread: https://example.org/?at=1.2"
    );
}

#[test]
fn a_citation_has_no_comma_after_a_stop_and_no_marks_within_the_same_marks() {
    assert_eq!(before_a_comma("The rain"), "The rain,");
    for title in ["Over Ukraine.", "Who won?", "He said “no.”"] {
        assert_eq!(before_a_comma(title), title);
    }
    assert_eq!(
        quoted("They call it \"illegal and illegitimate.\""),
        "“They call it ‘illegal and illegitimate.’”"
    );
    assert_eq!(
        quoted("“Never,” she said (\"no\"). It's over."),
        "“‘Never,’ she said (‘no’). It's over.”"
    );
}

#[test]
fn a_related_match_does_not_read_as_if_it_were_edited() {
    let (comparing, state) = first_pair("");
    let marks = Marks::new(&comparing, &state);
    for (index, found) in (0_u32..).zip(&comparing.found.matches) {
        let hand = Hand::new(&comparing, comparing.at_match(index));
        let score = dock(&comparing, &marks, hand, "", &[])
            .expect("a match")
            .score;
        let related = found.kind == crossread_engine::Kind::Related;
        assert_eq!(
            score.contains(" · would be edited from "),
            related,
            "{score}"
        );
    }
}

#[test]
fn other_counterparts_are_offered() {
    let comparing = comparing_with(
        "The bridge over the river was closed to traffic and heavy rain fell on the valley all day.",
        "The bridge over the river was closed to traffic. Heavy rain fell on the valley all day.",
        "strict=loosest",
    );
    let dock = choose(&comparing, Side::A, 0);
    assert_eq!(dock.others.len(), 1, "{:?}", comparing.found.matches);
    let label = &dock.others[0].label;
    assert!(label.starts_with("Also in B: sentence "), "{label}");
    assert!(label.ends_with("…’") || label.ends_with(".’"), "{label}");
}

#[test]
fn the_mocks_sentence_of_the_first_shipped_pair() {
    let (comparing, state) = first_pair("");
    let text = comparing.text(Side::A);
    let byte = text
        .find("They said they do not recognize")
        .expect("the sentence");
    let offset = text[..byte].chars().count() as u32;
    let hand = Hand::new(&comparing, Some(At::A(offset)));
    let marks = Marks::new(&comparing, &state);
    let dock = dock(&comparing, &marks, hand, "", &[]).expect("something in hand");
    assert!(dock.title.starts_with("Edited"), "{dock:#?}");
    assert_eq!(
        dock.voice,
        "partly a quotation in A, no quotation marks in B"
    );
}
