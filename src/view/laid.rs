//! A whole text of a comparison, laid out: one article as a column, or both as one text.

use std::sync::{Arc, OnceLock};

use super::column::column;
use super::comparing::Comparing;
use super::one_text::one_text;
use super::outline::{Laid, Whole};
use crate::state::{Both, Side, View};

impl Laid {
    /// That text of a comparison.
    pub fn of(comparing: &Comparing, whole: Whole) -> Laid {
        let outline = match whole {
            Whole::Column(side) => column(comparing, side),
            Whole::One => one_text(comparing),
        };
        Laid {
            outline,
            places: OnceLock::new(),
        }
    }
}

impl Laid {
    /// The block that contains a sentence.
    pub fn place(&self, comparing: &Comparing, side: Side, index: u32) -> Option<usize> {
        let all = || Both::each(|side| self.outline.places(comparing, side));
        let places = self.places.get_or_init(all).of(side);
        let place = *places.get(index as usize)?;
        (place != u32::MAX).then_some(place as usize)
    }
}

impl Comparing {
    /// A text, laid out; the same object if that was done before.
    pub fn laid(&self, whole: Whole) -> Arc<Laid> {
        let place = match whole {
            Whole::Column(Side::A) => 0,
            Whole::Column(Side::B) => 1,
            Whole::One => 2,
        };
        let made = || Arc::new(Laid::of(self, whole));
        Arc::clone(self.laid[place].get_or_init(made))
    }

    /// The steps of the preparation: each does a part of the work that is done once. False after the last.
    pub fn prepare(&self, step: usize, view: View) -> bool {
        match (step, view) {
            (0, _) => drop(self.marked(Side::A)),
            (1, _) => drop(self.marked(Side::B)),
            (2, View::Side) => drop(self.laid(Whole::Column(Side::A))),
            (3, View::Side) => drop(self.laid(Whole::Column(Side::B))),
            (2, View::One) => drop(self.laid(Whole::One)),
            _ => return false,
        }
        true
    }
}
