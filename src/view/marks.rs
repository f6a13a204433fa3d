//! Which sentences are marked, and in which order matches are read, with the reader's filters applied.

use crossread_engine::{Kind, Match, Route};

use super::comparing::sentence_of;
use super::differences::clashes_of;
use super::words::{count, digits, list, plural};
use super::{Comparing, Selection};
use crate::sort;
use crate::state::{At, Both, Kinds, Side, State, Voices};

/// How a sentence is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its strongest kind among the matches shown.
    pub kind: Kind,
    /// Whether its strongest match is moved.
    pub moved: bool,
    /// Whether the reader made one of its matches by hand.
    pub by_hand: bool,
    /// Its matches shown, strongest first, as indices into the comparison's matches.
    pub matches: Vec<u32>,
}

impl Mark {
    /// For screen readers: "edited, moved, sentence 7 of EmbassyPages". `side` is the sentence's.
    pub fn label(&self, comparing: &Comparing, side: Side) -> String {
        let other = side.other();
        let mut places: Vec<u32> = self
            .matches
            .iter()
            .filter_map(|&number| Some(sentence_of(comparing.match_at(number)?, other) + 1))
            .collect();
        sort::distinct(&mut places);
        let places: Vec<String> = places.iter().map(u32::to_string).collect();
        let mut clashes: Vec<String> = Vec::new();
        for name in self
            .matches
            .iter()
            .flat_map(|&number| clashes_of(comparing, number))
        {
            if !clashes.contains(&name) {
                clashes.push(name);
            }
        }
        let clash = match clashes.len() as u32 {
            0 => String::new(),
            count => format!(", {} {}", list(&clashes), plural(count, "clashes", "clash")),
        };
        format!(
            "{}{}{}, {} {} of {}{clash}",
            self.kind,
            if self.moved { ", moved" } else { "" },
            if self.by_hand { ", by hand" } else { "" },
            plural(places.len() as u32, "sentence", "sentences"),
            list(&places),
            comparing.name(other)
        )
    }
}

/// The marks of both sides and the reading order of the matches shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    marks: Both<Vec<Option<Mark>>>,
    order: Vec<u32>,
}

impl Marks {
    /// The marks that the state's filters let through.
    pub fn new(comparing: &Comparing, state: &State) -> Marks {
        let shown = |number: u32| {
            comparing
                .match_at(number)
                .is_some_and(|found| passes(comparing, found, state.kinds, state.voices))
        };
        let all = 0..comparing.found.matches.len() as u32;
        Marks {
            marks: Both::each(|side| {
                (0..comparing.sentences(side).len() as u32)
                    .map(|index| {
                        let matches = comparing.matches_of(side, index).iter().copied();
                        mark(comparing, matches.filter(|&number| shown(number)).collect())
                    })
                    .collect()
            }),
            order: all.filter(|&number| shown(number)).collect(),
        }
    }

    /// How that sentence is marked.
    pub fn of(&self, side: Side, sentence: u32) -> Option<&Mark> {
        self.marks.of(side).get(sentence as usize)?.as_ref()
    }

    /// Why a sentence has no mark, to be shown when the pointer is over it; `None` if it has one, or is not compared.
    pub fn absence(&self, comparing: &Comparing, side: Side, sentence: u32) -> Option<String> {
        let read = comparing.sentences(side).get(sentence as usize)?;
        if self.of(side, sentence).is_some() || comparing.is_aside(read) {
            return None;
        }
        Some(if comparing.matches_of(side, sentence).is_empty() {
            format!("No counterpart in {}", comparing.name(side.other()))
        } else {
            "The filters hide its match".to_owned()
        })
    }

    /// The matches shown, in A's order, as indices into the comparison's matches.
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// The number of a match in that order, from 1; `None` if it is not shown.
    pub fn number(&self, index: u32) -> Option<u32> {
        let place = self.order.binary_search(&index).ok()?;
        Some(place as u32 + 1)
    }

    /// What choosing a sentence selects: the strongest of its visible matches, otherwise what
    /// [`Comparing::at_sentence`] says.
    pub fn at_sentence(&self, comparing: &Comparing, side: Side, sentence: u32) -> Option<At> {
        let strongest = self
            .of(side, sentence)
            .and_then(|mark| mark.matches.first());
        match strongest {
            Some(&number) => comparing.at_match(number),
            None => comparing.at_sentence(side, sentence),
        }
    }

    /// The visible match nearest to a sentence, and its sentence of the other article.
    pub fn nearest(&self, comparing: &Comparing, side: Side, sentence: u32) -> Option<(u32, u32)> {
        let found = self.order.iter();
        let found = found.filter_map(|&number| Some((number, comparing.match_at(number)?)));
        let nearest = found.min_by_key(|(_, found)| sentence_of(found, side).abs_diff(sentence));
        nearest.map(|(number, found)| (number, sentence_of(found, side.other())))
    }

    /// The position of the selected match among those shown: "2 of 6", "6 matches", "1 match", "no matches".
    pub fn position(&self, selection: Selection) -> String {
        let total = self.order.len() as u32;
        match selection.index().and_then(|index| self.number(index)) {
            Some(number) => format!("{} of {}", digits(number), digits(total)),
            None if total == 0 => "no matches".to_owned(),
            None => count(total, "match", "matches"),
        }
    }

    /// What selects the match after the selected one, or the first; `None` at the end.
    pub fn next(&self, comparing: &Comparing, selection: Selection) -> Option<At> {
        let after = |number: &&u32| stands(comparing, **number, selection) == Some(Place::After);
        let next = match selection {
            Selection::Nothing => self.order.first(),
            Selection::Unmatched(Side::B, _) => self
                .order
                .iter()
                .filter(after)
                .min_by_key(|&&number| comparing.match_at(number).map(|found| found.b)),
            _ => self.order.iter().find(after),
        };
        comparing.at_match(*next?)
    }

    /// What selects the match before the selected one, or the last; `None` at the beginning.
    pub fn previous(&self, comparing: &Comparing, selection: Selection) -> Option<At> {
        let before = |number: &&u32| stands(comparing, **number, selection) == Some(Place::Before);
        let previous = match selection {
            Selection::Nothing => self.order.last(),
            Selection::Unmatched(Side::B, _) => self
                .order
                .iter()
                .filter(before)
                .max_by_key(|&&number| comparing.match_at(number).map(|found| found.b)),
            _ => self.order.iter().rev().find(before),
        };
        comparing.at_match(*previous?)
    }
}

/// The place of a match relative to the selection.
#[derive(PartialEq)]
enum Place {
    Before,
    After,
}

/// Where match `number` stands, seen from the selection: by A's order, or by B's where only a sentence of B
/// is selected.
fn stands(comparing: &Comparing, number: u32, selection: Selection) -> Option<Place> {
    let found = comparing.match_at(number)?;
    let order = match selection {
        Selection::Nothing => return None,
        Selection::Match { index, .. } => number.cmp(&index),
        Selection::Apart { a, b } => (found.a, found.b).cmp(&(a, b)),
        Selection::Unmatched(side, index) => sentence_of(found, side).cmp(&index),
    };
    match order {
        std::cmp::Ordering::Less => Some(Place::Before),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Place::After),
    }
}

/// Whether the filters let a match through.
pub(super) fn passes(comparing: &Comparing, found: &Match, kinds: Kinds, voices: Voices) -> bool {
    kinds.has(found.kind)
        && match voices {
            Voices::All => true,
            Voices::Quoted => comparing.is_quoted(found),
            Voices::Reporter => !comparing.is_quoted(found),
        }
}

/// How a sentence with these matches is marked; `None` without any.
fn mark(comparing: &Comparing, matches: Vec<u32>) -> Option<Mark> {
    let strongest = comparing.match_at(*matches.first()?)?;
    Some(Mark {
        kind: strongest.kind,
        moved: strongest.moved,
        by_hand: (matches.iter())
            .filter_map(|&number| comparing.match_at(number))
            .any(|found| found.route == Route::Hand),
        matches,
    })
}
