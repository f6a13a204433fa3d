//! What differs, as a reader would read it, a line each.

use std::sync::Arc;

use super::{Difference, differences};
use crate::library::Library;
use crate::state::{Both, Side};
use crate::view::testing::{article, compared, comparing, pairs, shipped, stated};
use crate::view::{Block, Comparing, Marks, Piece, Selection, column, drawer, lead, spoken};

const A: &str = "Nobody slept. NATO says that 40,000 Russian troops stand at the border with Ukraine. \
                 The bridge over the river was closed to all traffic on Monday, said the mayor.";
const B: &str = "NATO says that 100,000 Russian troops now stand at the border with Ukraine. It rained. \
                 The bridge over the river was not closed to all traffic, said the mayor.";

fn line(row: &Difference) -> String {
    let side = |side: Side| {
        let (name, words) = row.sides.of(side);
        format!("{name}: {}", words.as_deref().unwrap_or("nothing"))
    };
    let clash = if row.clash { "!" } else { "" };
    format!(
        "{clash}{} {} [{}] {} | {} ({})",
        row.sign,
        row.slot,
        row.about,
        side(Side::A),
        side(Side::B),
        row.relation
    )
}

fn lines(comparing: &Comparing) -> Vec<String> {
    differences(comparing).rows.iter().map(line).collect()
}

#[test]
fn what_clashes_leads_in_the_words_of_both_sources() {
    let comparing = comparing(A, B);
    assert_eq!(
        lines(&comparing),
        [
            "!≠ Number [Russian troops] “The a”: 40,000 | “The b”: 100,000 (differs)",
            "!≠ Denial [bridge over the river] “The a”: was closed | “The b”: was not closed (differs)",
            "– Date [bridge over the river] “The a”: Monday | “The b”: nothing (only in “The a”)",
        ]
    );
    let counts = differences(&comparing).counts;
    assert_eq!(
        (counts.told, counts.differ, counts.clash, counts.alone),
        (2, 3, 2, [1, 1])
    );
}

#[test]
fn the_other_way_round_it_is_the_mirror() {
    let turned = lines(&comparing(B, A));
    assert_eq!(
        turned[0],
        "!≠ Number [Russian troops] “The a”: 100,000 | “The b”: 40,000 (differs)"
    );
    assert_eq!(turned.len(), 3);
}

#[test]
fn a_difference_leads_to_its_match_and_stands_beside_it() {
    let comparing = comparing(A, B);
    let all = differences(&comparing).rows;
    for row in &all {
        let selection = Selection::new(&comparing, Some(row.at));
        assert_eq!(selection.index(), Some(row.index));
        let marks = Marks::new(&comparing, &Default::default());
        let drawer =
            drawer(&comparing, &marks, (selection, Side::A), "", &[]).expect("something selected");
        let said = |row: &Difference| (row.slot.clone(), row.relation.clone(), row.sides.clone());
        let own = all.iter().filter(|other| other.index == row.index);
        let facts = drawer.facts.iter().map(said);
        assert_eq!(facts.collect::<Vec<_>>(), own.map(said).collect::<Vec<_>>());
        // The topic is named once.
        assert!(
            drawer
                .facts
                .windows(2)
                .all(|two| two[0].about != two[1].about)
        );
    }
}

#[test]
fn what_clashes_is_marked_in_the_texts_with_what_it_clashes_with() {
    let comparing = comparing(A, B);
    let marked = |side| -> Vec<(String, String)> {
        let blocks = column(&comparing, side).blocks(&comparing);
        let paragraphs = blocks.into_iter().flat_map(|block| match block {
            Block::Paragraph(paragraph) => vec![paragraph],
            Block::Fold(fold) => fold.paragraphs,
        });
        let pieces = paragraphs.flat_map(|paragraph| paragraph.pieces);
        let runs = pieces.flat_map(|piece| match piece {
            Piece::Sentence(sentence) => sentence.runs,
            _ => Vec::new(),
        });
        runs.filter_map(|run| Some((run.text, run.clash?)))
            .collect()
    };
    let told = |all: Vec<(String, String)>| -> Vec<String> {
        all.into_iter()
            .map(|(text, with)| format!("{text} ≠ {with}"))
            .collect()
    };
    assert_eq!(
        told(marked(Side::A)),
        [
            "40,000 ≠ Number: 100,000 in “The b”",
            // A passage ends between the two.
            "was ≠ Denial: was not closed in “The b”",
            " closed ≠ Denial: was not closed in “The b”"
        ]
    );
    assert_eq!(
        told(marked(Side::B))[0],
        "100,000 ≠ Number: 40,000 in “The a”"
    );
    let marks = Marks::new(&comparing, &Default::default());
    let label = marks
        .of(Side::A, 1)
        .map(|mark| mark.label(&comparing, Side::A));
    assert!(
        label
            .as_ref()
            .is_some_and(|label| label.ends_with("of “The b”, number clashes")),
        "{label:?}"
    );
}

#[test]
fn two_that_share_nothing_have_no_lead() {
    let found = differences(&comparing("It rained.", "Nobody slept."));
    assert_eq!((found.counts.told, found.rows), (0, Vec::new()));
}

#[test]
fn the_same_text_twice_differs_in_nothing() {
    let comparing = comparing(A, A);
    let found = differences(&comparing);
    assert_eq!(
        spoken(&lead(&comparing, &found)),
        "Both tell three things without a clash."
    );
    assert_eq!(found.rows, []);
}

#[test]
fn what_is_not_looked_for_in_a_language_is_said() {
    let german = |id| crate::library::Article {
        language: Some(stated("de")),
        ..article(id, if id == "a" { A } else { B })
    };
    let mut comparing = comparing(A, B);
    comparing.articles = Both {
        a: german("a").into(),
        b: german("b").into(),
    };
    assert_eq!(
        differences(&comparing).note,
        "Not looked for in this language: name, how sure and who says so."
    );
}

#[test]
fn a_long_list_says_that_it_is_not_all() {
    let text = |number: usize| -> String {
        let line = |at: usize| {
            format!(
                "In town {at} the flood of the year closed {} bridges over the river.\n\n",
                at * 7 + number
            )
        };
        (1..=230).map(line).collect()
    };
    let found = differences(&comparing(&text(2), &text(90)));
    assert_eq!(found.rows.len(), 200);
    assert!(
        found.note.starts_with("These are the first 200 of "),
        "{}",
        found.note
    );
}

#[test]
fn shipped_articles_tell_their_differences_by_name() {
    let (comparing, _) = shipped("?a=some-signs-of-withdrawal&b=russia-warns-kiev");
    let found = differences(&comparing);
    let lead = spoken(&lead(&comparing, &found));
    assert!(lead.starts_with("Both tell four things"), "{lead}");
    assert!(lead.contains("EmbassyPages"), "{lead}");
    assert!(lead.contains("NATO Integration"), "{lead}");
    assert!(!found.rows.is_empty());
}

/// What each difference of each match is and is about, the sentences of the first article first; `turned`: of the second.
fn labels(comparing: &Comparing, turned: bool) -> Vec<(u32, u32, String, String)> {
    let mut labels = Vec::new();
    for (index, found) in (0_u32..).zip(&comparing.found.matches) {
        let at = comparing.at_match(index).expect("a match");
        let detail = comparing.detail(index).expect("its detail");
        for fact in &detail.facts {
            let row = super::row(comparing, (index, at, &detail.evidence.shared), fact);
            let (a, b) = match turned {
                true => (found.b, found.a),
                false => (found.a, found.b),
            };
            labels.push((a, b, row.slot, row.about));
        }
    }
    labels.sort();
    labels
}

fn is_labelled_alike_both_ways(comparing: &Comparing) {
    let Both { a, b } = &comparing.articles;
    let options = comparing.found.options;
    let turned = compared(Arc::clone(b), Arc::clone(a), options);
    assert_eq!(labels(comparing, false), labels(&turned, true));
}

#[test]
fn a_difference_of_shipped_articles_has_one_label_whichever_is_first() {
    let library = Library::shipped();
    let articles: Vec<_> = library.shipped_ones().collect();
    for (at, a) in articles.iter().enumerate() {
        for b in &articles[at + 1..] {
            let [a, b] = [a, b].map(|one| Arc::clone(one));
            let comparing = compared(a, b, Default::default());
            is_labelled_alike_both_ways(&comparing);
        }
    }
}

proptest::proptest! {
    #[test]
    fn a_difference_has_one_label_whichever_is_first(comparing in pairs()) {
        is_labelled_alike_both_ways(&comparing);
    }
}
