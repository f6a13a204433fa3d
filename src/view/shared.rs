//! Only what both articles share: each match as two quotations in context, and the passages.

use std::collections::{HashMap, HashSet};

use crossread_engine::{Kind, Passage, Span, sort};

use super::comparing::sentence_of;
use super::cut::Cutter;
use super::diff::diff;
use super::dock::{match_place, match_title};
use super::words::{count, digits, spelled};
use super::{Comparing, Marks, Part, Run};
use crate::state::{At, Both, Side};

/// What both articles share.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The matches shown, in A's order.
    pub cards: Vec<Card>,
    /// What stands in place of the cards where there are none.
    pub no_cards: Option<String>,
    /// The passages, in A's order.
    pub passages: Vec<PassageRow>,
    /// What stands above the passages: what a passage is, and how many there are.
    pub passages_note: String,
}

/// A match as a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The match, an index into the comparison's matches.
    pub index: u32,
    /// "Edited, moved".
    pub title: String,
    /// "sentence 3 of A, 7 of B".
    pub place: String,
    /// The kind of match.
    pub kind: Kind,
    /// Whether it is moved.
    pub moved: bool,
    /// A's sentence.
    pub a: Quote,
    /// B's sentence.
    pub b: Quote,
    /// The word diff.
    pub diff: Vec<Part>,
    /// What selects it.
    pub at: At,
}

/// A sentence in its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Whose.
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
    /// B's text of it, as it is; none where it is A's to the letter.
    pub b: Option<String>,
    /// "8 words".
    pub words: String,
    /// "sentence 3 of A, 7 of B".
    pub place: String,
    /// What there is to know of it: that it overlaps another, that it stands in several places.
    pub note: Option<String>,
    /// What selects its sentences.
    pub at: At,
}

/// At most this many passages are listed; longer lists nobody reads, and the texts show them all.
const MOST_ROWS: usize = 200;

/// What both articles share.
pub fn shared(comparing: &Comparing, marks: &Marks) -> Shared {
    let cutters = Both::each(|side| Cutter::new(comparing, side));
    let cards: Vec<Card> = marks
        .order()
        .iter()
        .filter_map(|&number| card(comparing, &cutters, number))
        .collect();
    let no_cards = cards.is_empty().then(|| {
        if comparing.found.matches.is_empty() {
            "No sentence of A has a counterpart in B.".to_owned()
        } else {
            "The filters hide all matches.".to_owned()
        }
    });
    let notes = notes(&comparing.found.passages);
    Shared {
        cards,
        no_cards,
        passages: (0_u32..)
            .zip(comparing.found.passages.iter().zip(notes))
            .take(MOST_ROWS)
            .filter_map(|(index, (passage, note))| row(comparing, index, passage, note))
            .collect(),
        passages_note: passages_note(comparing),
    }
}

fn card(comparing: &Comparing, cutters: &Both<Cutter<'_>>, number: u32) -> Option<Card> {
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
        place: match_place(found),
        kind: found.kind,
        moved: found.moved,
        a: quote(Side::A)?,
        b: quote(Side::B)?,
        diff: diff(
            comparing.sentence_text(Side::A, found.a),
            comparing.sentence_text(Side::B, found.b),
        ),
        at: comparing.at_match(number)?,
    })
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

fn row(
    comparing: &Comparing,
    index: u32,
    passage: &Passage,
    note: Option<String>,
) -> Option<PassageRow> {
    let cut = |side: Side| {
        let words = &comparing.readings.of(side).words;
        let first = first_word(passage, side);
        let last = (first + passage.words).checked_sub(1)?;
        let start = words.get(first as usize)?.span.start;
        let end = words.get(last as usize)?.span.end;
        let reading = comparing.readings.of(side);
        let sentences = (reading.sentence_at(start)?, reading.sentence_at(end - 1)?);
        Some((Span::new(start, end).of(comparing.text(side)), sentences))
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
        place: format!("{plural} {} of A, {} of B", place(in_a), place(in_b)),
        note,
        at: comparing.at_pair(in_a.0, in_b.0)?,
    })
}

fn first_word(passage: &Passage, side: Side) -> u32 {
    match side {
        Side::A => passage.a,
        Side::B => passage.b,
    }
}

/// What there is to know of each passage beside its text: in how many places its words stand, and
/// whether it overlaps another.
fn notes(passages: &[Passage]) -> Vec<Option<String>> {
    let mut notes: Vec<Vec<String>> = vec![Vec::new(); passages.len()];
    for side in Side::BOTH {
        let mut places: HashMap<(u32, u32), u32> = HashMap::new();
        for passage in passages {
            *places
                .entry((first_word(passage, side), passage.words))
                .or_default() += 1;
        }
        for (passage, notes) in passages.iter().zip(&mut notes) {
            let number = places
                .get(&(first_word(passage, side), passage.words))
                .copied()
                .unwrap_or(1);
            if number > 1 {
                notes.push(format!(
                    "its words stand in {} places of {}",
                    spelled(number),
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

/// The passages that share words of that side with another that is not at the very same place.
fn overlapping(passages: &[Passage], side: Side) -> Vec<usize> {
    let range = |index: usize| {
        passages.get(index).map_or((0, 0), |passage| {
            let first = first_word(passage, side);
            (first, first + passage.words)
        })
    };
    let mut order = sort::order(passages.len(), &|index| {
        let (start, end) = range(index);
        sort::pack(start, end)
    });
    order.dedup_by_key(|index| range(*index));
    let mut out = vec![false; passages.len()];
    // Of all ranges before the one at hand, the one that reaches furthest.
    let mut furthest: Option<usize> = None;
    for &index in &order {
        let (start, end) = range(index);
        if let Some(before) = furthest
            && range(before).1 > start
        {
            for touched in [before, index] {
                if let Some(flag) = out.get_mut(touched) {
                    *flag = true;
                }
            }
        }
        if furthest.is_none_or(|before| range(before).1 < end) {
            furthest = Some(index);
        }
    }
    let touched: HashSet<(u32, u32)> = (0..passages.len())
        .filter(|&index| out.get(index).copied().unwrap_or(false))
        .map(range)
        .collect();
    (0..passages.len())
        .filter(|&index| touched.contains(&range(index)))
        .collect()
}

#[cfg(test)]
mod tests;
