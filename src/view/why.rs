//! Explains in words why two sentences match: first plainly, then the shared words, the score and its threshold, the rule that
//! linked them, and what would make the match another kind.

use crossread_engine::{Evidence, Kind, Match, Passage, Route, Sentence};

use super::Comparing;
use super::words::{count, plural, scores};
use crate::state::Side;

/// The reasons, one per line: in plain words, what was counted, then scores and rules.
pub(super) fn lines(comparing: &Comparing, found: &Match, evidence: &Evidence) -> Vec<String> {
    let mut lines = vec![plainly(found).to_owned(), comparing.said(&words(evidence))];
    lines.extend(passages_between(comparing, found.a, found.b));
    lines.extend(figures(comparing, found, evidence));
    if found.moved {
        lines.push(
            "It is moved: the other matches come in the same order in both articles, and this one does not."
                .to_owned(),
        );
    }
    lines
}

/// The reason, in a sentence without a figure.
fn plainly(found: &Match) -> &'static str {
    match (found.route, found.kind) {
        (Route::Hand, _) => "You linked these two by hand.",
        (_, Kind::Verbatim) => "Both say it in the same words, whatever their case and typography.",
        (_, Kind::Edited) => "Both say it in much the same words.",
        (Route::Joined, Kind::Related) => "One says in two sentences what the other says in one.",
        (Route::Beside, Kind::Related) => {
            "Both are beside another match, and share distinctive words."
        }
        (Route::About, Kind::Related) => {
            "By their words, neighbouring sentences and positions, both are probably about the same thing."
        }
        (_, Kind::Related) => {
            "Both share distinctive words, and neither has a closer sentence in the other article."
        }
    }
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

/// How strong the link is, and what would make it another kind. Empty for a link by hand, whatever its score.
fn figures(comparing: &Comparing, found: &Match, evidence: &Evidence) -> Option<String> {
    let (score, edited) = scores(found.score, comparing.found.thresholds.edited);
    let (link, threshold) = scores(found.link, found.threshold);
    let linked = format!("Link {link}: a match from {threshold} on.");
    Some(match (found.route, found.kind) {
        (Route::Hand, _) => return None,
        (_, Kind::Verbatim) => "One word more or less would make it edited.".to_owned(),
        (_, Kind::Edited) => {
            let below = evidence.down.0.map_or_else(String::new, |below| {
                format!(" below {edited} it would be {below};")
            });
            format!(
                "Score {score}:{below} with the same words in the same order it would be verbatim. {linked}"
            )
        }
        (_, Kind::Related) => {
            // It is not edited, and must not read as if it were.
            format!("Score {score}: it would be edited from {edited} on. {linked}")
        }
    })
}

/// The passages that a sentence without a counterpart shares with the other article.
pub(super) fn passages(comparing: &Comparing, side: Side, index: u32) -> Option<String> {
    let other = comparing.name(side.other());
    let sentence = comparing.sentences(side).get(index as usize)?;
    let found = comparing.found.passages.iter();
    let longest = found
        .map(|passage| overlap(passage, side, sentence))
        .filter(|&words| words > 0)
        .max()?;
    Some(format!(
        "{} of it {} also in {other}, as a passage.",
        count(longest, "word", "words"),
        plural(longest, "is", "are")
    ))
}

/// The passages that are in both sentences.
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

/// How many words of a passage are in a sentence.
fn overlap(passage: &Passage, side: Side, sentence: &Sentence) -> u32 {
    let first = match side {
        Side::A => passage.a,
        Side::B => passage.b,
    };
    let start = first.max(sentence.words.0);
    let end = (first + passage.words).min(sentence.words.1);
    end.saturating_sub(start)
}
