//! The drawer as a reader would read it, a line per field.

use super::{Drawer, before_a_comma, drawer, quoted};
use crate::state::{At, Side, State, parse};
use crate::view::testing::{
    article, asked, comparing, comparing_with, first_pair, of_articles, stated,
};
use crate::view::{Comparing, Marks, Op, Selection};

const RAIN: &str = "Nobody slept. Heavy rain fell on the valley all day. “It was the worst night of my life,” she said.";
const STORM: &str = "“It was the worst night of my life.” All day heavy rain fell on the whole valley. The sun shone.";

fn open_with(comparing: &Comparing, query: &str) -> Option<Drawer> {
    let state = parse(query).state;
    let marks = Marks::new(comparing, &state);
    let selection = Selection::new(comparing, state.at);
    let between = asked(comparing, selection);
    drawer(
        comparing,
        &marks,
        (selection, Side::A),
        "https://example.org/?at=1.2",
        &between,
    )
}

/// What is selected when that sentence is chosen.
fn choose(comparing: &Comparing, side: Side, index: u32) -> Drawer {
    let at = comparing.at_sentence(side, index);
    let marks = Marks::new(comparing, &State::default());
    let selection = Selection::new(comparing, at);
    drawer(comparing, &marks, (selection, side), "", &[]).expect("something selected")
}

fn drawn(drawer: &Drawer) -> String {
    let diff: String = drawer
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
        format!("{} — {}", drawer.title, drawer.place),
        drawer.voice.clone(),
        diff,
    ];
    lines.extend(drawer.why.clone());
    lines.join("\n")
}

#[test]
fn a_verbatim_match() {
    let drawer = choose(
        &comparing(
            "It rained. Nobody slept in the valley.",
            "Nobody slept, in the Valley!",
        ),
        Side::B,
        0,
    );
    assert_eq!(
        drawn(&drawer),
        "Verbatim — sentence 2 of “The a”, 1 of “The b”\n\
         no quotation marks in both\n\
         Nobody slept{+,+} in the valley[-.-]{+!+}\n\
         Both say it in the same words, whatever their case and typography.\n\
         Shared: 5 of 5 words of “The a” and 5 of 5 words of “The b”, counting forms of one word as one.\n\
         They share a passage: 5 words in a row.\n\
         One word more or less would make it edited."
    );
    assert_eq!(
        drawer.spoken,
        "Match 1 of 1. Verbatim. “The a”: “Nobody slept in the valley.” Name only in “The b”: Valley. Sentence 2 of “The a”, 1 of “The b”."
    );
    assert_eq!(drawer.at, At::Pair(11, 0));
}

#[test]
fn an_edited_match_that_is_moved() {
    let comparing = comparing(RAIN, STORM);
    let drawer = choose(&comparing, Side::A, 1);
    let edited = format!("{:.2}", comparing.found.thresholds.edited);
    assert_eq!(drawer.title, "Edited, moved");
    assert_eq!(drawer.why[0], "Both say it in much the same words.");
    assert_eq!(drawer.voice, "no quotation marks in both");
    let below = format!(
        ": below {edited} it would be related; with the same words in the same order it would be verbatim. Link "
    );
    assert!(
        drawer
            .why
            .iter()
            .any(|line| line.starts_with("Score 0.") && line.contains(&below)),
        "{:#?}",
        drawer.why
    );
    assert!(
        drawer
            .why
            .iter()
            .any(|line| line.starts_with("It is moved: ")),
        "{:#?}",
        drawer.why
    );
    let all: String = drawer.diff.iter().map(|part| part.b.as_str()).collect();
    assert_eq!(all, comparing.sentence_text(Side::B, 1));
    assert_eq!(drawer.others, []);
    assert_eq!(drawer.note, None);
}

#[test]
fn whose_words_they_are() {
    let drawer = choose(&comparing(RAIN, STORM), Side::B, 0);
    assert_eq!(
        drawer.voice,
        "partly a quotation in “The a”, a quotation in “The b”"
    );
}

#[test]
fn a_sentence_without_a_counterpart_says_so() {
    let drawer = choose(&comparing(RAIN, STORM), Side::B, 2);
    assert_eq!(
        drawn(&drawer),
        "No counterpart — sentence 3 of “The b”\n\
         no quotation marks in “The b”\n\
         \n\
         No sentence of “The a” is close enough to it at the normal step of strictness."
    );
    assert_eq!(
        (drawer.own.0, &*drawer.own.1[0].text),
        (Side::B, "The sun shone.")
    );
    assert_eq!(drawer.spoken, "No counterpart. Sentence 3 of “The b”.");
    assert_eq!(drawer.at, At::B(82));
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
            "“The a” has said this before, in sentence 1. Repeats are not compared unless you put them back."
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
    let drawer = open_with(&comparing, "at=70.74").expect("something selected");
    assert_eq!(drawer.title, "Not a match");
    assert_eq!(
        drawer.why,
        [
            "These two sentences are not close enough to be a match at the normal step of strictness."
        ]
    );
    assert_eq!(drawer.place, "sentence 2 of “The a”, 2 of “The b”");
}

#[test]
fn a_match_that_the_filters_hide_says_so() {
    let comparing = comparing(RAIN, STORM);
    let hidden = open_with(&comparing, "at=20.50&kinds=verbatim").expect("something selected");
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
    let drawer = open_with(&comparing, "at=0.0").expect("something selected");
    assert_eq!(
        drawer.citation,
        "“Nobody slept in the valley.”\n\
         — The rain, The Morning Mail, 30 May 2014, https://example.org/rain; sentence 1\n\n\
         “Nobody slept in the valley.”\n\
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
    let mut seen = [false; 2];
    for (index, found) in (0_u32..).zip(&comparing.found.matches) {
        let selection = Selection::new(&comparing, comparing.at_match(index));
        let drawer = drawer(&comparing, &marks, (selection, Side::A), "", &[]).expect("a match");
        let related = found.kind == crossread_engine::Kind::Related;
        seen[usize::from(related)] = true;
        let would = |line: &String| line.contains("it would be edited from ");
        assert_eq!(drawer.why.iter().any(would), related, "{:#?}", drawer.why);
        assert!(!drawer.why[0].contains(|c: char| c.is_ascii_digit()));
        // The whole other sentence. In a related one, the words that both have are marked, and no word is struck through.
        let (side, words) = drawer.answer.expect("the other sentence");
        let whole: String = words.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(
            (side, &*whole),
            (Side::B, comparing.sentence_text(Side::B, found.b))
        );
        assert_eq!(words.iter().any(|run| run.passage), related);
        assert_eq!(drawer.diff.is_empty(), related);
    }
    assert_eq!(seen, [true; 2], "both kinds are among them");
}

#[test]
fn what_differs_is_summed_up_and_said_aloud_after_the_other_sentence() {
    let comparing = comparing(
        "NATO says that 40,000 Russian troops stand at the border with Ukraine.",
        "NATO says that 100,000 Russian troops now stand at the border with Ukraine.",
    );
    let drawer = choose(&comparing, Side::A, 0);
    assert_eq!(drawer.summary, "They clash on one thing.");
    assert!(
        drawer.spoken.contains(
            ". “The b”: “NATO says that 100,000 Russian troops now stand at the border with Ukraine.” \
             Number differs: 40,000; 100,000. Sentence 1 of"
        ),
        "{}",
        drawer.spoken
    );
    assert_eq!(
        choose(&comparing, Side::B, 0).answer.map(|(side, _)| side),
        Some(Side::A)
    );
}

#[test]
fn other_counterparts_are_offered() {
    let comparing = comparing_with(
        "The bridge over the river was closed to traffic and heavy rain fell on the valley all day.",
        "The bridge over the river was closed to traffic. Heavy rain fell on the valley all day.",
        "strict=loosest",
    );
    let drawer = choose(&comparing, Side::A, 0);
    assert_eq!(drawer.others.len(), 1, "{:?}", comparing.found.matches);
    let label = &drawer.others[0].label;
    assert!(label.starts_with("Also in “The b”: sentence "), "{label}");
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
    let selection = Selection::new(&comparing, Some(At::A(offset)));
    let marks = Marks::new(&comparing, &state);
    let drawer =
        drawer(&comparing, &marks, (selection, Side::A), "", &[]).expect("something selected");
    assert!(drawer.title.starts_with("Edited"), "{drawer:#?}");
    assert_eq!(
        drawer.voice,
        "partly a quotation in Cooperation with Russia, no quotation marks in Cooperation with Ukraine"
    );
}
