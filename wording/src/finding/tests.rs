//! Every shape of finding, as a reader would read it.

use crossread_engine::CutShort;

use super::{Counts, cut_short, headline};

/// verbatim, edited, related, of all.
fn said(verbatim: u32, edited: u32, related: u32, all: u32) -> String {
    headline(Counts {
        verbatim,
        edited,
        related,
        all,
        ..Counts::default()
    })
}

#[test]
fn headlines() {
    for (counts, expected) in [
        (
            (1, 0, 0, 9),
            "One sentence of A appears in B word for word.",
        ),
        (
            (4, 0, 0, 9),
            "Four sentences of A appear in B word for word.",
        ),
        (
            (9, 0, 0, 9),
            "All nine sentences of A appear in B word for word.",
        ),
        (
            (1, 0, 0, 1),
            "The one sentence of A appears in B word for word.",
        ),
        (
            (2, 0, 0, 2),
            "Both sentences of A appear in B word for word.",
        ),
        (
            (14, 0, 0, 14),
            "All 14 sentences of A appear in B word for word.",
        ),
        (
            (0, 9, 0, 9),
            "All nine sentences of A appear in B reworded.",
        ),
        (
            (0, 1, 0, 9),
            "One sentence of A appears in B reworded. No sentence is the same word for word.",
        ),
        (
            (0, 4, 2, 17),
            "Four sentences of A appear in B reworded; two more are about the same thing. No sentence is the same word for word.",
        ),
        (
            (0, 4, 1, 17),
            "Four sentences of A appear in B reworded; one more is about the same thing. No sentence is the same word for word.",
        ),
        (
            (0, 4, 1, 5),
            "Four sentences of A appear in B reworded; one more is about the same thing. That is all of A. No sentence is the same word for word.",
        ),
        (
            (0, 0, 1, 17),
            "One sentence of A is about something that B tells too. No sentence is the same word for word.",
        ),
        (
            (0, 0, 3, 17),
            "Three sentences of A are about things that B tells too. No sentence is the same word for word.",
        ),
        (
            (0, 0, 3, 3),
            "All three sentences of A are about things that B tells too. No sentence is the same word for word.",
        ),
        (
            (3, 1, 0, 17),
            "Three sentences of A appear in B word for word; one more is reworded.",
        ),
        (
            (3, 2, 0, 5),
            "Three sentences of A appear in B word for word; two more are reworded. That is all of A.",
        ),
        (
            (13, 0, 2, 17),
            "13 sentences of A appear in B word for word; two more are about the same thing.",
        ),
        (
            (1, 1, 1, 17),
            "One sentence of A appears in B word for word; one more is reworded, and one more is about the same thing.",
        ),
    ] {
        let (v, e, r, all) = counts;
        assert_eq!(said(v, e, r, all), expected);
    }
}

#[test]
fn a_comparison_that_was_cut_short_says_so() {
    let mut cut = CutShort::default();
    assert_eq!(cut_short(cut), None);
    cut.passages = true;
    assert_eq!(
        cut_short(cut),
        Some("There are more passages than could be listed.")
    );
    cut.candidates = true;
    assert!(cut_short(cut).is_some_and(|said| said.contains("not all passages are listed")));
}
