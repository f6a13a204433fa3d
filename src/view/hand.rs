//! The selection: what a link's offsets mean in a comparison.

use crossread_engine::Kind;

use super::{Comparing, Marks};
use crate::state::{At, Side};

/// What the reader has in hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hand {
    /// Nothing.
    #[default]
    Nothing,
    /// A match, an index into the comparison's matches.
    Match {
        /// Which.
        index: u32,
        /// Its sentence of A.
        a: u32,
        /// Its sentence of B.
        b: u32,
    },
    /// A sentence without a counterpart.
    Alone(Side, u32),
    /// A sentence of A and one of B that are no match with these options.
    Apart {
        /// The sentence of A.
        a: u32,
        /// The sentence of B.
        b: u32,
    },
}

impl Hand {
    /// What `at` selects. A sentence given alone that has a match brings its strongest.
    pub fn new(comparing: &Comparing, at: Option<At>) -> Hand {
        let sentence = |side: Side| comparing.sentence_at(side, at?.of(side)?);
        let (a, b) = match (sentence(Side::A), sentence(Side::B)) {
            (None, None) => return Hand::Nothing,
            (Some(a), None) => return Hand::of_sentence(comparing, Side::A, a),
            (None, Some(b)) => return Hand::of_sentence(comparing, Side::B, b),
            (Some(a), Some(b)) => (a, b),
        };
        comparing
            .found
            .matches
            .iter()
            .position(|found| (found.a, found.b) == (a, b))
            .map_or(Hand::Apart { a, b }, |index| Hand::Match {
                index: index as u32,
                a,
                b,
            })
    }

    fn of_sentence(comparing: &Comparing, side: Side, index: u32) -> Hand {
        let strongest = comparing.matches_of(side, index).first();
        strongest
            .and_then(|&number| Some((number, comparing.match_at(number)?)))
            .map_or(Hand::Alone(side, index), |(index, found)| Hand::Match {
                index,
                a: found.a,
                b: found.b,
            })
    }

    /// The sentence in hand on that side.
    pub fn sentence(self, side: Side) -> Option<u32> {
        match (self, side) {
            (Hand::Match { a, .. } | Hand::Apart { a, .. }, Side::A) => Some(a),
            (Hand::Match { b, .. } | Hand::Apart { b, .. }, Side::B) => Some(b),
            (Hand::Alone(alone, index), _) if alone == side => Some(index),
            _ => None,
        }
    }

    /// Whether that sentence is in hand.
    pub fn holds(self, side: Side, index: u32) -> bool {
        self.sentence(side) == Some(index)
    }

    /// The match in hand, an index into the comparison's matches.
    pub fn index(self) -> Option<u32> {
        match self {
            Hand::Match { index, .. } => Some(index),
            _ => None,
        }
    }
}

/// A link to be drawn between two sentences.
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
    /// Whether it is the one in hand, to be drawn in front.
    pub front: bool,
}

/// The links of what is in hand: the match itself, last, and before it the other matches shown of
/// either of its sentences. Draw them in this order.
pub fn ribbons(comparing: &Comparing, marks: &Marks, hand: Hand) -> Vec<Ribbon> {
    let Hand::Match { index, .. } = hand else {
        return Vec::new();
    };
    neighbours(comparing, marks, hand)
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

/// The other matches shown of the sentences in hand, in A's order.
pub(super) fn neighbours(comparing: &Comparing, marks: &Marks, hand: Hand) -> Vec<u32> {
    let touches = |number: u32| {
        comparing
            .match_at(number)
            .is_some_and(|found| hand.holds(Side::A, found.a) || hand.holds(Side::B, found.b))
    };
    let shown = marks.order().iter().copied();
    shown
        .filter(|&number| Some(number) != hand.index() && touches(number))
        .collect()
}
