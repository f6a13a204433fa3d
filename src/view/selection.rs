//! The selection: what a link's offsets mean in a comparison.

use crossread_engine::Kind;

use super::{Comparing, Marks};
use crate::state::{At, Side};

/// What the reader selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    /// Nothing.
    #[default]
    Nothing,
    /// A match, an index into the comparison's matches.
    Match {
        /// The index.
        index: u32,
        /// Its sentence of A.
        a: u32,
        /// Its sentence of B.
        b: u32,
    },
    /// A sentence without a counterpart.
    Unmatched(Side, u32),
    /// A sentence of A and one of B that are not a match with these options.
    Apart {
        /// The sentence of A.
        a: u32,
        /// The sentence of B.
        b: u32,
    },
}

impl Selection {
    /// What `at` selects. A single sentence that has a match selects its strongest match.
    pub fn new(comparing: &Comparing, at: Option<At>) -> Selection {
        let sentence = |side: Side| comparing.sentence_at(side, at?.of(side)?);
        let (a, b) = match (sentence(Side::A), sentence(Side::B)) {
            (None, None) => return Selection::Nothing,
            (Some(a), None) => return Selection::of_sentence(comparing, Side::A, a),
            (None, Some(b)) => return Selection::of_sentence(comparing, Side::B, b),
            (Some(a), Some(b)) => (a, b),
        };
        comparing
            .found
            .matches
            .iter()
            .position(|found| (found.a, found.b) == (a, b))
            .map_or(Selection::Apart { a, b }, |index| Selection::Match {
                index: index as u32,
                a,
                b,
            })
    }

    fn of_sentence(comparing: &Comparing, side: Side, index: u32) -> Selection {
        let strongest = comparing.matches_of(side, index).first();
        strongest
            .and_then(|&number| Some((number, comparing.match_at(number)?)))
            .map_or(Selection::Unmatched(side, index), |(index, found)| {
                Selection::Match {
                    index,
                    a: found.a,
                    b: found.b,
                }
            })
    }

    /// The selected sentence on that side.
    pub fn sentence(self, side: Side) -> Option<u32> {
        match (self, side) {
            (Selection::Match { a, .. } | Selection::Apart { a, .. }, Side::A) => Some(a),
            (Selection::Match { b, .. } | Selection::Apart { b, .. }, Side::B) => Some(b),
            (Selection::Unmatched(alone, index), _) if alone == side => Some(index),
            _ => None,
        }
    }

    /// Whether that sentence is selected.
    pub fn holds(self, side: Side, index: u32) -> bool {
        self.sentence(side) == Some(index)
    }

    /// The selected match, an index into the comparison's matches.
    pub fn index(self) -> Option<u32> {
        match self {
            Selection::Match { index, .. } => Some(index),
            _ => None,
        }
    }
}

/// A link that is drawn between two sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// The match, an index into the comparison's matches.
    pub index: u32,
    /// The sentence of A.
    pub a: u32,
    /// The sentence of B.
    pub b: u32,
    /// The kind of match.
    pub kind: Kind,
    /// Whether it is the selected one, to be drawn in front.
    pub front: bool,
}

/// The links of the selection: first the other visible matches of its sentences, last the match itself. Draw them in
/// this order.
pub fn ribbons(comparing: &Comparing, marks: &Marks, selection: Selection) -> Vec<Ribbon> {
    let Selection::Match { index, .. } = selection else {
        return Vec::new();
    };
    neighbours(comparing, marks, selection)
        .into_iter()
        .chain([index])
        .filter_map(|number| {
            let found = comparing.match_at(number)?;
            Some(Ribbon {
                index: number,
                a: found.a,
                b: found.b,
                kind: found.kind,
                front: number == index,
            })
        })
        .collect()
}

/// The other visible matches of the selected sentences, in A's order.
pub(super) fn neighbours(comparing: &Comparing, marks: &Marks, selection: Selection) -> Vec<u32> {
    let touches = |number: u32| {
        comparing.match_at(number).is_some_and(|found| {
            selection.holds(Side::A, found.a) || selection.holds(Side::B, found.b)
        })
    };
    let shown = marks.order().iter().copied();
    shown
        .filter(|&number| Some(number) != selection.index() && touches(number))
        .collect()
}
