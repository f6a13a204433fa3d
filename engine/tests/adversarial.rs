//! Texts made to make a comparison slow, large or silent: each has an end, and says where it was cut
//! short. In a release build they have the size of real trouble (`cargo test --release -p
//! crossread-engine --test adversarial`); in a debug build a fraction of it, for the daily run.

use crossread_engine::word_diff::{Op, WordDiff, text_diff};
use crossread_engine::{Comparison, CutShort, Lang, Options, Reading, Source, compare};

/// So many words a text has.
const WORDS: usize = if cfg!(debug_assertions) {
    6_000
} else {
    200_000
};

fn read(text: &str) -> Reading {
    Reading::new(Source::new(text, Lang::English))
}

/// Compares, and looks at what must hold however hard the texts are.
fn hard(a: &str, b: &str) -> (Comparison, WordDiff) {
    let found = compare(&read(a), &read(b), Options::default());
    for (figures, text) in [(found.a, a), (found.b, b)] {
        let words = figures.words + figures.repeat_words + figures.furniture_words;
        assert_eq!(words as usize, read(text).words.len());
        assert!(figures.shared() <= figures.words);
    }
    let diff = text_diff(a, b);
    let (mut in_a, mut in_b) = (0, 0);
    for hunk in &diff.hunks {
        assert_eq!((hunk.a.start, hunk.b.start), (in_a, in_b));
        (in_a, in_b) = (hunk.a.end, hunk.b.end);
    }
    assert_eq!((in_a, in_b), (a.len(), b.len()));
    (found, diff)
}

/// `count` different words, in an order that follows from `step`, which shares no factor with it.
fn permuted(count: usize, step: usize) -> Vec<String> {
    (0..count)
        .map(|at| format!("w{}", at * step % count))
        .collect()
}

fn in_sentences(words: &[String]) -> String {
    let sentences: Vec<String> = words.chunks(12).map(|words| words.join(" ")).collect();
    sentences.join(". ")
}

#[test]
fn one_word_without_end() {
    let (found, diff) = hard(&"word ".repeat(WORDS), &"word ".repeat(WORDS + 1));
    // Every place of A begins a run of B: more passages than anyone can read. The figures know all.
    assert!(found.cut_short.passages);
    assert!(found.passages.len() <= 250_000);
    assert_eq!(found.a.containment(), 1.0);
    assert!(diff.precise);
}

#[test]
fn one_sentence_without_end() {
    let a = "The minister said no. ".repeat(WORDS / 4);
    let b = "The minister said no. ".repeat(WORDS / 5);
    let (found, _) = hard(&a, &b);
    assert!(found.cut_short.candidates && found.cut_short.passages);
    assert_eq!(found.b.verbatim_sentences as usize, WORDS / 5);
    // The longer side's next sentence goes with one of the last two, and may cross the last.
    assert!(found.matches.iter().filter(|m| m.moved).count() <= 1);
}

#[test]
fn two_permutations_of_the_same_words() {
    let (a, b) = (permuted(WORDS, 7919), permuted(WORDS, 104_729));
    let (found, diff) = hard(&a.join(" "), &b.join(" "));
    assert_eq!(found.passages, []);
    assert_eq!(found.cut_short, CutShort::default());
    assert!(!diff.precise);
    assert!(diff.hunks.iter().any(|hunk| hunk.op == Op::Equal));
}

#[test]
fn two_permutations_in_sentences() {
    let (a, b) = (permuted(WORDS, 7919), permuted(WORDS, 104_729));
    let (found, _) = hard(&in_sentences(&a), &in_sentences(&b));
    assert_eq!(found.cut_short, CutShort::default());
}

#[test]
fn two_words_in_turn() {
    let (found, diff) = hard(
        &"yes no ".repeat(WORDS / 2),
        &"no yes no ".repeat(WORDS / 3),
    );
    assert_eq!(found.b.containment(), 1.0);
    assert!(found.cut_short.passages || found.passages.len() < 250_000);
    assert!(!diff.precise);
}

#[test]
fn no_space_at_all() {
    let (found, diff) = hard(&"x".repeat(WORDS * 5), &"x".repeat(WORDS * 5 - 1));
    assert_eq!((found.a.words, found.matches.len()), (1, 0));
    assert_eq!(found.cut_short, CutShort::default());
    assert!(diff.precise);
}

#[test]
fn no_space_at_all_in_a_script_that_has_none() {
    let (found, _) = hard(
        &"北约外长".repeat(WORDS / 4),
        &"外长北约会".repeat(WORDS / 5),
    );
    assert_eq!(found.a.words as usize, WORDS / 4 * 4);
}

#[test]
fn paragraphs_by_the_million() {
    let (found, _) = hard(
        &"a\n\n".repeat(WORDS * 5),
        &"b\n\na\n\n".repeat(WORDS * 5 / 2),
    );
    assert_eq!(found.a.words as usize, WORDS * 5);
    assert_eq!(read(&"a\n\n".repeat(WORDS * 5)).paragraphs.len(), WORDS * 5);
}

#[test]
fn paragraphs_by_the_million_that_are_all_different() {
    let text = |step| permuted(WORDS, step).join(".\n\n");
    let (found, _) = hard(&text(7919), &text(104_729));
    assert_eq!(found.cut_short, CutShort::default());
}

#[test]
fn stops_and_marks_alone() {
    for (a, b) in [
        (". ", "! "),
        ("“", "”"),
        ("\u{301}", "\u{200d}"),
        ("\n", "\r\n"),
        (" ", "\u{a0}"),
    ] {
        hard(&a.repeat(WORDS * 2), &b.repeat(WORDS * 2));
    }
}

#[test]
fn a_quotation_that_never_closes() {
    let a = format!("“{}", "He said. ".repeat(WORDS / 2));
    let b = "“He said. ".repeat(WORDS / 2);
    let (found, _) = hard(&a, &b);
    assert!(found.cut_short.passages);
}
