//! The figures of a comparison as the rows of a table, each with what is counted.

use crossread_engine::{Comparison, Figures};
use std::fmt::Write as _;

/// The rows: name, A, B, what is counted.
pub fn rows(found: &Comparison) -> String {
    let (a, b) = (&found.a, &found.b);
    let mut rows = String::new();
    let mut row = |name: &str, what: &str, a: String, b: String| {
        // Writing to a String cannot fail.
        let _ = writeln!(
            rows,
            "<tr><th scope=\"row\">{name}</th><td>{a}</td><td>{b}</td><td>{what}</td></tr>"
        );
    };
    let words = |part: u32, all: u32| format!("{part} of {all}");
    for (name, what, part) in [
        (
            "Shared in total",
            "words in a sentence with a counterpart, or in a passage",
            0,
        ),
        (
            "Verbatim",
            "words in a sentence that the other has word for word",
            1,
        ),
        (
            "Edited",
            "words in a sentence that the other has reworded",
            2,
        ),
        (
            "Related",
            "words in a sentence whose claim the other makes in other words",
            3,
        ),
        (
            "Only in a passage",
            "words in a passage, but in no sentence with a counterpart",
            4,
        ),
    ] {
        let of = |side: &Figures| {
            [
                side.shared(),
                side.verbatim,
                side.edited,
                side.related,
                side.passage,
            ][part]
        };
        row(name, what, words(of(a), a.words), words(of(b), b.words));
    }
    row(
        "Without a counterpart",
        "sentences that have none in the other article",
        format!("{} of {}", a.unmatched_sentences(), a.sentences),
        format!("{} of {}", b.unmatched_sentences(), b.sentences),
    );
    let passages = found.passages.len().to_string();
    row(
        "Passages",
        "runs of the same words; the same number on both sides",
        passages.clone(),
        passages,
    );
    let aside = |side: &Figures| format!("{} words", side.repeat_words + side.furniture_words);
    row(
        "Left out",
        "words in repeats and furniture",
        aside(a),
        aside(b),
    );
    rows
}
