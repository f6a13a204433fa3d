//! The finding of whole comparisons, as a reader would read it.

use super::{finding, lies};
use crate::state::Side;
use crate::view::testing::{comparing, comparing_with, first_pair};

fn both(a: &str, b: &str, query: &str) -> String {
    let finding = finding(&comparing_with(a, b, query));
    format!("{}\n{}", finding.headline, finding.detail)
}

#[test]
fn a_pair_that_shares_nothing_says_what_was_looked_for() {
    assert_eq!(
        both("Heavy rain fell on the valley.", "Nobody slept.", ""),
        "“The a” and “The b” have no sentence and no passage in common.\n\
         Looked for: sentences that are the same, reworded or about the same thing, at the \
         normal step of strictness; and runs of five or more words that are in both, whatever their case and typography. Repeats and furniture were left out."
    );
    assert_eq!(
        both(
            "Heavy rain fell.",
            "Nobody slept.",
            "min=12&strict=loosest&text=all"
        )
        .lines()
        .nth(1)
        .unwrap(),
        "Looked for: sentences that are the same, reworded or about the same thing, at the \
         loosest step of strictness; and runs of twelve or more words that are in both, whatever their case and typography. Repeats and furniture were included."
    );
}

#[test]
fn an_article_without_sentences_says_so() {
    assert_eq!(
        both("", "It rained.", ""),
        "“The a” has no sentence that could be compared.\n"
    );
    assert_eq!(
        both("It rained.", " ", ""),
        "“The b” has no sentence that could be compared.\n"
    );
    assert_eq!(
        both("", "", ""),
        "Neither article has a sentence that could be compared.\n"
    );
}

#[test]
fn the_same_text_twice() {
    let text = "Heavy rain fell on the valley. Nobody slept that night. The bridge was closed.";
    assert_eq!(
        both(text, text, ""),
        "All three sentences of “The a” appear in “The b” word for word.\n\
         Every sentence of both has a counterpart."
    );
}

#[test]
fn what_is_moved_and_what_has_no_counterpart_is_counted() {
    let found = both(
        "Heavy rain fell on the valley all day. The bridge over the river was closed to traffic.",
        "The bridge over the river was closed to traffic. Heavy rain fell on the valley all day. Nobody slept.",
        "",
    );
    assert_eq!(
        found,
        "Both sentences of “The a” appear in “The b” word for word.\n\
         One match is moved: “The b” has it in another order. \
         Every sentence of “The a” has a counterpart; 1 of “The b”’s 3 sentences has none."
    );
}

#[test]
fn passages_without_a_match_are_said() {
    let mut comparing = comparing("Heavy rain fell.", "Nobody slept.");
    comparing.found.passages = vec![crossread_engine::Passage {
        a: 0,
        b: 0,
        words: 7,
    }];
    assert_eq!(
        finding(&comparing).headline,
        "No sentence of “The a” has a counterpart in “The b”, but they share one passage of seven words."
    );
    comparing.found.passages.push(crossread_engine::Passage {
        a: 0,
        b: 0,
        words: 13,
    });
    assert_eq!(
        finding(&comparing).headline,
        "No sentence of “The a” has a counterpart in “The b”, but they share two passages, the longest of 13 words."
    );
}

#[test]
fn the_first_shipped_pair() {
    let (comparing, _) = first_pair("");
    let finding = finding(&comparing);
    assert!(
        finding
            .headline
            .ends_with("No sentence is the same word for word."),
        "{finding:?}"
    );
    assert!(
        finding.detail.starts_with(
            "The shared text is mostly in the opening of Cooperation with Russia, and "
        ),
        "{finding:?}"
    );
}

#[test]
fn where_it_lies_alike_in_both_is_said_once() {
    let rest = "Snow lay in the streets. Ice cracked on the lake. Wind blew over hills. \
                The bridge was shut. A dog barked at noon.";
    let other = "Markets fell. Nobody minded much. Prices of grain rose. Ships left harbour. \
                 Trains ran late again.";
    let shared = "Heavy rain fell on the valley all day.";
    let found = both(
        &format!("{shared} {rest}"),
        &format!("{shared} {other}"),
        "",
    );
    assert!(
        found.contains("\nThe shared text is in the opening of both. "),
        "{found}"
    );
}

#[test]
fn repeats_do_not_count_for_where_it_lies() {
    let first = "Rain fell on the valley. Wind blew over the hills. Snow lay in the streets. \
                 Ice cracked on the lake. Nobody slept on that night. The bridge was closed for days. ";
    let comparing = comparing(&first.repeat(2), "");
    let part = lies(&comparing, Side::A, |index| index == 5);
    assert_eq!(
        part.map(|part| part.of("A")).as_deref(),
        Some("in the close of A")
    );
}
