//! Only what both articles share: each match as two quotations in context, a card, and the passages.

use crossread_engine::{Kind, Passage};

use super::comparing::sentence_of;
use super::cut::Cutter;
use super::drawer::{match_place, match_title};
use super::words::{count, digits, spelled};
use super::{Comparing, Marks, Part, Run};
use crate::sort;
use crate::state::{At, Both, Side};

/// The texts around the cards.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The text that replaces the cards if there are none.
    pub no_cards: Option<String>,
    /// The text above the passages: what a passage is, and how many there are.
    pub passages_note: String,
}

/// A match as a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The match, an index into the comparison's matches.
    pub index: u32,
    /// "Edited, moved".
    pub title: String,
    /// "sentence 3 of EmbassyPages, 7 of the Mail".
    pub place: String,
    /// The kind of match.
    pub kind: Kind,
    /// Whether it is moved.
    pub moved: bool,
    /// A's sentence.
    pub a: Quote,
    /// B's sentence.
    pub b: Quote,
    /// The word diff; empty if the two say it in different words.
    pub diff: Vec<Part>,
    /// What selects it.
    pub at: At,
}

/// A sentence in its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Its side.
    pub side: Side,
    /// The sentence before it, to be greyed; empty at the beginning.
    pub before: String,
    /// The sentence.
    pub runs: Vec<Run>,
    /// The sentence after it, to be greyed; empty at the end.
    pub after: String,
}

/// A passage in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageRow {
    /// The passage, an index into the comparison's passages.
    pub index: u32,
    /// A's text of it, as it is.
    pub a: String,
    /// B's text of it, as it is; `None` if it is identical to A's.
    pub b: Option<String>,
    /// "8 words".
    pub words: String,
    /// "sentence 3 of EmbassyPages, 7 of the Mail".
    pub place: String,
    /// Notes: that it overlaps another, that it is in several places.
    pub note: Option<String>,
    /// What selects its sentences.
    pub at: At,
}

/// At most this many passages are listed, since the texts show them all.
const MOST_ROWS: usize = 200;

/// What both articles share, without cards and rows, which are made one by one.
pub fn shared(comparing: &Comparing, marks: &Marks) -> Shared {
    let no_cards = marks.order().is_empty().then(|| {
        if comparing.found.matches.is_empty() {
            comparing.said("No sentence of A has a counterpart in B.")
        } else {
            "The filters hide all matches.".to_owned()
        }
    });
    Shared {
        no_cards,
        passages_note: passages_note(comparing),
    }
}

/// Match number `number` as a card.
pub fn card(comparing: &Comparing, number: u32) -> Option<Card> {
    let cutters = Both::each(|side| Cutter::new(comparing, side));
    let found = comparing.match_at(number)?;
    let quote = |side: Side| {
        let index = sentence_of(found, side);
        let beside = |index: Option<u32>| {
            index
                .map_or("", |index| comparing.sentence_text(side, index))
                .to_owned()
        };
        Some(Quote {
            side,
            before: beside(index.checked_sub(1)),
            runs: cutters.of(side).sentence(index)?.runs,
            after: beside(index.checked_add(1)),
        })
    };
    Some(Card {
        index: number,
        title: match_title(found),
        place: match_place(comparing, found),
        kind: found.kind,
        moved: found.moved,
        a: quote(Side::A)?,
        b: quote(Side::B)?,
        diff: match found.kind {
            Kind::Related => Vec::new(),
            _ => comparing.diff(number),
        },
        at: comparing.at_match(number)?,
    })
}

/// How many passages are listed.
pub fn rows(comparing: &Comparing) -> usize {
    comparing.found.passages.len().min(MOST_ROWS)
}

/// Notes on each listed passage: in how many places its words are, and whether it overlaps another.
pub fn notes(comparing: &Comparing) -> Vec<Option<String>> {
    let notes = notes_of(&comparing.found.passages).into_iter();
    notes
        .map(|note| note.map(|note| comparing.said(&note)))
        .collect()
}

fn passages_note(comparing: &Comparing) -> String {
    let number = comparing.found.passages.len();
    let least = comparing.found.options.min_words.get();
    let what = format!(
        "A passage is a run of {least} or more of the same words in both articles, whatever their \
         case, punctuation and typography."
    );
    let how_many = match number {
        0 => "There is none.".to_owned(),
        1 => "There is one.".to_owned(),
        _ => format!("There are {}.", digits(number as u32)),
    };
    if number > MOST_ROWS {
        format!("{what} {how_many} The first {MOST_ROWS} are listed; the texts show all.")
    } else {
        format!("{what} {how_many}")
    }
}

/// Passage number `index` as a row; `note` is what [`notes`] says about it.
pub fn row(comparing: &Comparing, index: u32, note: Option<String>) -> Option<PassageRow> {
    let passage = comparing.found.passages.get(index as usize)?;
    let cut = |side: Side| {
        let span = comparing.passages.of(side).get(index as usize)?;
        let sheet = comparing.sheets.of(side);
        let last = sheet.sentence_at(span.end.checked_sub(1)?)?;
        let sentences = (sheet.sentence_at(span.start)?, last);
        Some((span.of(comparing.text(side)), sentences))
    };
    let ((a, in_a), (b, in_b)) = (cut(Side::A)?, cut(Side::B)?);
    let place = |(first, last): (u32, u32)| {
        if first == last {
            (first + 1).to_string()
        } else {
            format!("{}–{}", first + 1, last + 1)
        }
    };
    let plural = if in_a.0 == in_a.1 {
        "sentence"
    } else {
        "sentences"
    };
    Some(PassageRow {
        index,
        a: a.to_owned(),
        b: (a != b).then(|| b.to_owned()),
        words: count(passage.words, "word", "words"),
        place: comparing.said(&format!(
            "{plural} {} of A, {} of B",
            place(in_a),
            place(in_b)
        )),
        note,
        at: comparing.at_pair(in_a.0, in_b.0)?,
    })
}

/// Its first word and the one past its last, as one number: equal for those at the very same place.
fn range(passage: &Passage, side: Side) -> u64 {
    let first = first_word(passage, side);
    sort::pack(first, first + passage.words)
}

fn first_word(passage: &Passage, side: Side) -> u32 {
    match side {
        Side::A => passage.a,
        Side::B => passage.b,
    }
}

fn notes_of(passages: &[Passage]) -> Vec<Option<String>> {
    // From all of them, though only some are listed, since a note may be about others.
    let mut notes: Vec<Vec<String>> = vec![Vec::new(); passages.len().min(MOST_ROWS)];
    for side in Side::BOTH {
        let mut places: Vec<u64> = passages.iter().map(|one| range(one, side)).collect();
        sort::numbers(&mut places);
        for (passage, notes) in passages.iter().zip(&mut notes) {
            let at = range(passage, side);
            let before = places.partition_point(|&place| place < at);
            let number = places.partition_point(|&place| place <= at) - before;
            if number > 1 {
                notes.push(format!(
                    "its words are in {} places of {}",
                    spelled(number as u32),
                    side.other().letter()
                ));
            }
        }
        for index in overlapping(passages, side) {
            if let Some(notes) = notes.get_mut(index) {
                notes.push(format!("overlaps another passage in {}", side.letter()));
            }
        }
    }
    notes
        .into_iter()
        .map(|notes| (!notes.is_empty()).then(|| notes.join("; ")))
        .collect()
}

/// The listed passages that share words of that side with another that is not at the very same place.
fn overlapping(passages: &[Passage], side: Side) -> Vec<usize> {
    let ranges: Vec<u64> = passages.iter().map(|one| range(one, side)).collect();
    let mut places = ranges.clone();
    sort::numbers(&mut places);
    places.dedup();
    // The places that share words with another. Of all places before the current one, only the one that reaches
    // furthest matters.
    let mut touched = vec![false; places.len()];
    let mut furthest: Option<(usize, u32)> = None;
    for (index, &place) in places.iter().enumerate() {
        let (start, end) = sort::unpack(place);
        if let Some((before, reach)) = furthest
            && reach > start
        {
            touched[before] = true;
            touched[index] = true;
        }
        if furthest.is_none_or(|(_, reach)| reach < end) {
            furthest = Some((index, end));
        }
    }
    let is_touched = |range: u64| {
        let place = places.binary_search(&range).ok();
        place.and_then(|place| touched.get(place).copied()) == Some(true)
    };
    (0..passages.len().min(MOST_ROWS))
        .filter(|&index| ranges.get(index).copied().is_some_and(is_touched))
        .collect()
}

#[cfg(test)]
mod tests;
