//! Explains in words why two sentences match: the score and its threshold, the shared words, the rule that
//! linked them, and what would make the match another kind.

use crossread_engine::{Evidence, Kind, Match, Passage, Route, Sentence};

use super::Comparing;
use super::words::{count, plural, scores};
use crate::state::Side;

/// "score 0.78 · edited from 0.45"; "score 0.36 · would be edited from 0.45".
pub(super) fn score(comparing: &Comparing, found: &Match) -> String {
    let (score, edited) = scores(found.score, comparing.found.thresholds.edited);
    match found.kind {
        Kind::Verbatim => "the same words in the same order".to_owned(),
        Kind::Edited => format!("score {score} · edited from {edited}"),
        // It is not edited, and is not to read as if it were.
        Kind::Related => format!("score {score} · would be edited from {edited}"),
    }
}

/// Why, a line each.
pub(super) fn lines(comparing: &Comparing, found: &Match, evidence: &Evidence) -> Vec<String> {
    let mut lines = vec![words(evidence), route(found)];
    lines.extend(passages_between(comparing, found.a, found.b));
    // By the reader's word, whatever the score.
    if found.route != Route::Hand {
        lines.extend(changes(comparing, found, evidence));
    }
    if found.moved {
        lines.push(
            "It is moved: it stands outside the order that the other matches keep in both articles."
                .to_owned(),
        );
    }
    lines
}

/// "11 of 17 words of A and 11 of 12 words of B are shared".
fn words(evidence: &Evidence) -> String {
    let side = |shared: u32, all: u32, letter: &str| {
        format!("{shared} of {} of {letter}", count(all, "word", "words"))
    };
    format!(
        "Shared: {} and {}, counting forms of one word as one.",
        side(evidence.shared_a, evidence.words_a, "A"),
        side(evidence.shared_b, evidence.words_b, "B")
    )
}

/// The rule that linked the two sentences.
fn route(found: &Match) -> String {
    let (link, threshold) = scores(found.link, found.threshold);
    match found.route {
        Route::SameWords => {
            "Linked because all words are the same, whatever their case and typography.".to_owned()
        }
        Route::Best => format!(
            "Linked because neither sentence has a stronger link to another: it is {link} strong, and \
             a match from {threshold} on."
        ),
        Route::Joined => format!(
            "Linked because one side says in two sentences what the other says in one: the link is \
             {link} strong, and a match from {threshold} on."
        ),
        Route::Beside => format!(
            "Linked because it stands beside another match, where less is enough: the link is {link} \
             strong, and a match from {threshold} on."
        ),
        Route::About => format!(
            "Linked because by their words, their neighbours and their places both are likely about the same \
             thing: {link}, where 1 is certain, and a match from {threshold} on."
        ),
        Route::Hand => "Linked because you linked them by hand.".to_owned(),
    }
}

/// What would make it another kind.
fn changes(comparing: &Comparing, found: &Match, evidence: &Evidence) -> Option<String> {
    let edited = comparing.found.thresholds.edited;
    let (_, edited) = scores(found.score, edited);
    Some(match (found.kind, evidence.up, evidence.down) {
        (Kind::Verbatim, _, _) => "One word more or less would make it edited.".to_owned(),
        (Kind::Edited, _, (Some(below), _)) => format!(
            "With a score below {edited} it would be {}; with the same words in the same order, \
             verbatim.",
            below
        ),
        (Kind::Edited, _, (None, _)) => {
            "With the same words in the same order it would be verbatim.".to_owned()
        }
        (Kind::Related, up, _) => {
            let (_, threshold) = scores(found.link, found.threshold);
            let below = format!("with a link weaker than {threshold} it would be no match.");
            match up {
                Some((above, _)) => format!(
                    "With a score from {edited} on it would be {}; {below}",
                    above
                ),
                None => super::words::capital(&below),
            }
        }
    })
}

/// The passages that a sentence without a counterpart shares with the other article.
pub(super) fn passages(comparing: &Comparing, side: Side, index: u32) -> Option<String> {
    let other = side.other().letter();
    let sentence = comparing.sentences(side).get(index as usize)?;
    let found = comparing.found.passages.iter();
    let longest = found
        .map(|passage| overlap(passage, side, sentence))
        .filter(|&words| words > 0)
        .max()?;
    Some(format!(
        "{} of it also {} in {other}, as a passage.",
        count(longest, "word", "words"),
        plural(longest, "stands", "stand")
    ))
}

/// The passages that lie in both of two sentences.
pub(super) fn passages_between(comparing: &Comparing, a: u32, b: u32) -> Option<String> {
    let in_a = comparing.sentences(Side::A).get(a as usize)?;
    let in_b = comparing.sentences(Side::B).get(b as usize)?;
    let found = comparing.found.passages.iter();
    let longest = found
        .map(|passage| overlap(passage, Side::A, in_a).min(overlap(passage, Side::B, in_b)))
        .filter(|&words| words > 0)
        .max()?;
    Some(format!(
        "They share a passage: {} in a row.",
        count(longest, "word", "words")
    ))
}

/// How many words of a passage lie in a sentence.
fn overlap(passage: &Passage, side: Side, sentence: &Sentence) -> u32 {
    let first = match side {
        Side::A => passage.a,
        Side::B => passage.b,
    };
    let start = first.max(sentence.words.0);
    let end = (first + passage.words).min(sentence.words.1);
    end.saturating_sub(start)
}
