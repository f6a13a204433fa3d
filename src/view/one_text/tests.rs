//! One text in one notation: a paragraph a line with its side, sentences in [ ], diffs in < >, other sentences of B
//! after a slash.

use proptest::prelude::*;

use super::one_text;
use crate::state::Side;
use crate::view::testing::{comparing, comparing_with, first_pair, pairs};
use crate::view::{Block, Comparing, Op, Paragraph, Part, Piece, Run, SentencePiece};

fn text_of(piece: &SentencePiece) -> String {
    runs_of(&piece.runs)
}

fn runs_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn drawn_diff(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part.op {
            Op::Equal => part.a.clone(),
            _ => format!("{{{}|{}}}", part.a, part.b),
        })
        .collect()
}

fn paragraphs(comparing: &Comparing) -> Vec<Paragraph> {
    let blocks = one_text(comparing).blocks(comparing);
    blocks
        .into_iter()
        .flat_map(|block| match block {
            Block::Paragraph(paragraph) => vec![paragraph],
            Block::Fold(fold) => fold.paragraphs,
        })
        .collect()
}

fn drawn(comparing: &Comparing) -> String {
    let lines: Vec<String> = paragraphs(comparing)
        .iter()
        .map(|paragraph| {
            let pieces: String = paragraph
                .pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Gap(gap) => gap.clone(),
                    Piece::Sentence(sentence) => match &sentence.note {
                        Some(note) => format!("[{} / {note}]", text_of(sentence)),
                        None => format!("[{}]", text_of(sentence)),
                    },
                    Piece::Diffed(diffed) => {
                        let also: String = diffed
                            .also
                            .iter()
                            .map(|(label, piece)| format!(" / {label}: {}", text_of(piece)))
                            .collect();
                        let own = runs_of(&diffed.own);
                        format!("<{}{own}{also}>", drawn_diff(&diffed.diff))
                    }
                })
                .collect();
            format!(
                "{}{} {pieces}",
                paragraph.side.letter(),
                if paragraph.continues { "…" } else { "" }
            )
        })
        .collect();
    lines.join("\n")
}

#[test]
fn what_only_b_has_follows_the_counterpart_of_what_precedes_it() {
    let comparing = comparing(
        "It snowed on Monday. Heavy rain fell on the valley. Nobody slept that night.\n\nThe bridge was closed to all traffic.",
        "Farmers complained. The bridge was closed to all traffic. It opened again. So they say.\n\nHeavy rain fell on the valley. The end.",
    );
    assert_eq!(
        drawn(&comparing),
        "B [Farmers complained.]\n\
         A [It snowed on Monday.] <Heavy rain fell on the valley.>\n\
         B [The end.]\n\
         A… [Nobody slept that night.]\n\
         A <The bridge was closed to all traffic.>\n\
         B [It opened again.] [So they say.]"
    );
}

#[test]
fn a_matched_sentence_shows_its_word_diff_in_place() {
    let comparing = comparing(
        "Heavy rain fell on the valley all day.",
        "Heavy rain fell on the whole valley all day.",
    );
    assert_eq!(
        drawn(&comparing),
        "A <Heavy rain fell on the {|whole }valley all day.>"
    );
}

#[test]
fn what_is_told_in_other_words_stands_in_both_wordings() {
    let comparing = comparing(
        "The secretary general could not confirm that Russian troops are leaving the border with Ukraine.",
        "NATO has seen no proof, its secretary general told reporters, that Russian troops at the border with Ukraine withdraw.",
    );
    assert_eq!(
        drawn(&comparing),
        "A <The secretary general could not confirm that Russian troops are leaving the border with Ukraine. / in “The b”: NATO has \
         seen no proof, its secretary general told reporters, that Russian troops at the border with Ukraine withdraw.>"
    );
}

#[test]
fn of_several_counterparts_the_strongest_is_diffed_and_the_others_are_listed() {
    let joined = "The bridge over the river was closed to traffic and heavy rain fell on the valley all day.";
    let split =
        "The bridge over the river was closed to traffic. Heavy rain fell on the valley all day.";
    let one_to_two = drawn(&comparing_with(joined, split, "strict=loosest"));
    assert_eq!(
        one_to_two.matches("also in “The b”, sentence").count(),
        1,
        "{one_to_two}"
    );
    assert_eq!(one_to_two.lines().count(), 1, "{one_to_two}");
    let two_to_one = drawn(&comparing_with(split, joined, "strict=loosest"));
    assert_eq!(
        two_to_one
            .matches("its counterpart, sentence 1 of “The b”, is shown with sentence")
            .count(),
        1,
        "{two_to_one}"
    );
}

#[test]
fn what_is_no_sentence_is_not_lost() {
    let comparing = comparing(
        "It rained.\n\n* * *\n\nNobody slept.",
        "…\n\nFarmers complained.\n\n* * *",
    );
    let drawn = drawn(&comparing);
    assert_eq!(drawn.matches("* * *").count(), 2, "{drawn}");
    assert_eq!(drawn.matches('…').count(), 1, "{drawn}");
}

#[test]
fn repeats_are_folded_here_too() {
    let (comparing, _) = first_pair("");
    let folds = one_text(&comparing)
        .blocks(&comparing)
        .iter()
        .filter(|block| matches!(block, Block::Fold(fold) if fold.side == Side::A))
        .count();
    assert_eq!(folds, 1);
}

/// What is left of a text without its white space.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_pieces_of_a_rebuild_a(comparing in pairs()) {
        let mut text = String::new();
        for paragraph in paragraphs(&comparing).iter().filter(|p| p.side == Side::A) {
            text.push_str(&paragraph.before);
            for piece in &paragraph.pieces {
                match piece {
                    Piece::Gap(gap) => text.push_str(gap),
                    Piece::Sentence(piece) => {
                        prop_assert_eq!(piece.side, Side::A);
                        text.push_str(&text_of(piece));
                    }
                    Piece::Diffed(diffed) => {
                        text.extend(diffed.diff.iter().map(|part| part.a.as_str()));
                        text.push_str(&runs_of(&diffed.own));
                    }
                }
            }
        }
        text.push_str(one_text(&comparing).after().of(comparing.text(Side::A)));
        prop_assert_eq!(text, comparing.text(Side::A));
    }

    #[test]
    fn each_sentence_of_b_stands_exactly_once(comparing in pairs()) {
        let mut seen: Vec<(u32, String)> = Vec::new();
        let mut strays = String::new();
        for paragraph in paragraphs(&comparing) {
            for piece in &paragraph.pieces {
                match piece {
                    Piece::Gap(gap) if paragraph.side == Side::B => strays.push_str(gap),
                    Piece::Gap(_) => {}
                    Piece::Sentence(piece) if paragraph.side == Side::B => {
                        seen.push((piece.index, text_of(piece)));
                    }
                    Piece::Sentence(_) => {}
                    Piece::Diffed(diffed) => {
                        if !diffed.diff.is_empty() {
                            let text = diffed.diff.iter().map(|part| part.b.as_str()).collect();
                            seen.push((diffed.b, text));
                        }
                        seen.extend(diffed.also.iter().map(|(_, piece)| (piece.index, text_of(piece))));
                    }
                }
            }
        }
        seen.sort();
        let all: Vec<(u32, String)> = (0..comparing.sentences(Side::B).len() as u32)
            .map(|index| (index, comparing.sentence_text(Side::B, index).to_owned()))
            .collect();
        prop_assert_eq!(&seen, &all);
        // Text that is not a sentence is there as well: nothing of B is lost.
        let sentences: usize = all.iter().map(|(_, text)| dense(text).len()).sum();
        prop_assert_eq!(
            dense(&strays).len() + sentences,
            dense(comparing.text(Side::B)).len()
        );
    }
}
