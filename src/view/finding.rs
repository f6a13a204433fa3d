//! What was found, in the form that the finding's wording needs (`wording/`).

use crossread_engine::{Comparison, Figures, Route};
use crossread_wording as wording;
pub use crossread_wording::{CAUTION, Finding};
use wording::{Counts, Found, Part};

use super::Comparing;
use crate::state::Side;

/// What was found, in words.
pub fn finding(comparing: &Comparing) -> Finding {
    let matched = |side: Side| {
        lies(comparing, side, |index| {
            !comparing.matches_of(side, index).is_empty()
        })
    };
    let finding = wording::finding(&found(&comparing.found), Side::BOTH.map(matched));
    Finding {
        headline: comparing.said(&finding.headline),
        detail: comparing.said(&finding.detail),
        ..finding
    }
}

/// How many links the reader made or refused by hand; `None` if there are none.
pub fn said_by_hand(comparing: &Comparing) -> Option<String> {
    let found = &comparing.found;
    let made = found.matches.iter().filter(|one| one.route == Route::Hand);
    wording::by_hand(made.count() as u32, found.refused.len() as u32)
}

/// What the finding is made from.
pub(super) fn found(found: &Comparison) -> Found {
    let counts = |figures: &Figures| Counts {
        verbatim: figures.verbatim_sentences,
        edited: figures.edited_sentences,
        related: figures.related_sentences,
        all: figures.sentences,
        shared_words: figures.shared(),
        words: figures.words,
    };
    Found {
        a: counts(&found.a),
        b: counts(&found.b),
        moved: found.matches.iter().filter(|found| found.moved).count() as u32,
        passages: found.passages.len() as u32,
        longest: longest(found),
        min_words: found.options.min_words.get() as u32,
        strictness: found.options.strictness,
        scope: found.options.scope,
        cut_short: found.cut_short,
    }
}

/// The words of the longest passage; 0 without any.
pub(super) fn longest(found: &Comparison) -> u32 {
    let words = found.passages.iter().map(|passage| passage.words);
    words.max().unwrap_or(0)
}

/// The part of that side that contains those sentences, counted over the article's own words, so that a repeated body
/// does not move everything to the front.
pub(super) fn lies(comparing: &Comparing, side: Side, among: impl Fn(u32) -> bool) -> Option<Part> {
    let own = (0_u32..)
        .zip(comparing.sentences(side))
        .filter(|(_, sentence)| !comparing.is_aside(sentence))
        .map(|(index, sentence)| (sentence.words.1 - sentence.words.0, among(index)));
    wording::lies(&own.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests;
