//! A column in one notation: a paragraph a line, each sentence in [ ], passages in { }, repeats and furniture in ( ),
//! folds with their label.

use proptest::prelude::*;

use super::{Block, Paragraph, Piece, column};
use crate::state::Side;
use crate::view::testing::{comparing, comparing_with, first_pair, pairs};
use crate::view::{Comparing, Run};

fn drawn_runs(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| match (run.passage, run.aside) {
            (false, false) => run.text.clone(),
            (true, false) => format!("{{{}}}", run.text),
            (false, true) => format!("({})", run.text),
            (true, true) => format!("({{{}}})", run.text),
        })
        .collect()
}

fn drawn_paragraph(paragraph: &Paragraph) -> String {
    let pieces: String = paragraph
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Gap(gap) => gap.clone(),
            Piece::Sentence(sentence) => match &sentence.aside {
                Some(aside) => format!("({aside}: {})", drawn_runs(&sentence.runs)),
                None => format!("[{}]", drawn_runs(&sentence.runs)),
            },
            Piece::Diffed(_) => "diffed".to_owned(),
        })
        .collect();
    match &paragraph.label {
        Some(label) => format!("{label}| {pieces}"),
        None => pieces,
    }
}

fn drawn(comparing: &Comparing, side: Side) -> String {
    let lines: Vec<String> = column(comparing, side)
        .blocks(comparing)
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => drawn_paragraph(paragraph),
            Block::Fold(fold) => format!("fold {}: {}", fold.label, fold.teaser),
        })
        .collect();
    lines.join("\n")
}

/// Everything in the column, joined.
fn rebuilt(comparing: &Comparing, side: Side) -> String {
    let column = column(comparing, side);
    let mut text = String::new();
    for block in &column.blocks(comparing) {
        let paragraphs = match block {
            Block::Paragraph(paragraph) => std::slice::from_ref(paragraph),
            Block::Fold(fold) => &fold.paragraphs,
        };
        for paragraph in paragraphs {
            text.push_str(&paragraph.before);
            for piece in &paragraph.pieces {
                match piece {
                    Piece::Gap(gap) => text.push_str(gap),
                    Piece::Sentence(piece) => {
                        text.extend(piece.runs.iter().map(|run| run.text.as_str()));
                    }
                    Piece::Diffed(_) => unreachable!("a column has no diffs"),
                }
            }
        }
    }
    text + column.after().of(comparing.text(side))
}

#[test]
fn a_paragraph_of_very_many_sentences_is_shown_in_parts() {
    let different: String = (0..2_000)
        .map(|number| format!("In town number {number} it rained. "))
        .collect();
    let same = "Another long text with many words. ".repeat(9_000);
    for text in [different, same] {
        let comparing = comparing(&text, "Snow fell.");
        let column = column(&comparing, Side::A);
        assert!(column.len() > 1, "{}", column.len());
        for block in column.blocks(&comparing) {
            let most = match block {
                Block::Paragraph(paragraph) => paragraph.pieces.len(),
                Block::Fold(fold) => fold.paragraphs.len(),
            };
            assert!(most <= 160, "{most}");
        }
        assert_eq!(rebuilt(&comparing, Side::A), text);
    }
}

#[test]
fn passages_are_underlined_on_both_sides() {
    let comparing = comparing(
        "Nobody slept. The bridge over the river was closed on Monday.",
        "On Sunday the bridge over the river was open.\n\nThen: The Bridge, over “the river”, was closed?",
    );
    assert_eq!(
        drawn(&comparing, Side::A),
        "[Nobody slept.] [{The bridge over the river was closed} on Monday.]"
    );
    assert_eq!(
        drawn(&comparing, Side::B),
        "[On Sunday {the bridge over the river was} open.]\n\
         [Then: {The Bridge, over “the river”, was closed}?]"
    );
}

#[test]
fn what_stands_aside_is_labelled_and_folded_where_long() {
    let a = "<<banner:Home News>>\n\nThe bridge was closed on Monday. It rained.\n\n\
             <<caption:A man looks at the rain. The day was grey.>>\n<<credit:Jane Doe>>\n\n\
             The bridge was closed on Monday. It rained.";
    assert_eq!(
        drawn(&comparing(a, ""), Side::A),
        "banner| (banner: Home News)\n\
         [The bridge was closed on Monday.] [It rained.]\n\
         fold caption, credit and repeat · 5 sentences: A man looks at the rain."
    );
    assert_eq!(
        drawn(&comparing_with(a, "", "text=all"), Side::A),
        "[Home News]\n\
         [The bridge was closed on Monday.] [It rained.]\n\
         [A man looks at the rain.] [The day was grey.]\n\
         [Jane Doe]\n\
         [The bridge was closed on Monday.] [It rained.]"
    );
}

#[test]
fn furniture_inside_a_sentence_and_a_repeat_inside_a_paragraph_are_greyed_where_they_stand() {
    assert_eq!(
        drawn(
            &comparing(
                "Nobody knows why it rained. He said <<credit:(Reuters)>> no. Nobody knows why it rained.",
                ""
            ),
            Side::A
        ),
        "[Nobody knows why it rained.] [He said ((Reuters)) no.] \
         (repeat of sentence 1: Nobody knows why it rained.)"
    );
}

#[test]
fn the_second_body_of_a_shipped_article_is_one_fold() {
    let (comparing, _) = first_pair("");
    let drawn = drawn(&comparing, Side::A);
    let folds: Vec<&str> = drawn
        .lines()
        .filter(|line| line.starts_with("fold"))
        .collect();
    assert_eq!(folds.len(), 1, "{drawn}");
    assert!(
        folds[0].starts_with(
            "fold repeat · 17 sentences: In a joint statement following a meeting about Ukraine"
        ),
        "{}",
        folds[0]
    );
}

#[test]
fn a_text_without_sentences_is_still_shown() {
    assert_eq!(drawn(&comparing("", "x"), Side::A), "");
    assert_eq!(rebuilt(&comparing(" \n ", "x"), Side::A), " \n ");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn all_pieces_joined_are_the_text(comparing in pairs()) {
        for side in Side::BOTH {
            prop_assert_eq!(rebuilt(&comparing, side), comparing.text(side));
        }
    }

    #[test]
    fn each_sentence_stands_once_and_in_order(comparing in pairs()) {
        for side in Side::BOTH {
            let blocks = column(&comparing, side).blocks(&comparing);
            let pieces = blocks.iter().flat_map(|block| match block {
                Block::Paragraph(paragraph) => std::slice::from_ref(paragraph),
                Block::Fold(fold) => &fold.paragraphs,
            }).flat_map(|paragraph| &paragraph.pieces);
            let indices: Vec<u32> = pieces.filter_map(|piece| match piece {
                Piece::Sentence(piece) => Some(piece.index),
                _ => None,
            }).collect();
            let all: Vec<u32> = (0..comparing.sentences(side).len() as u32).collect();
            prop_assert_eq!(indices, all);
        }
    }
}
