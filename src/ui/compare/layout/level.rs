//! Which column is shifted, and how far: so that what is in hand stands level on both sides, or, where
//! the reader asked for it, so that the columns keep level by their matches while the page scrolls.

use leptos::prelude::*;

use super::super::desk::{Desk, Reveal};
use super::{Place, measure};
use crate::state::{Both, Side, View};
use crate::view::Hand;

/// Sentences that belong together, in A and in B: rising in both. Between two of them the columns pass each
/// other evenly.
type Rails = Vec<(u32, u32)>;

/// Where two of them stand, in pixels.
type Heights = Vec<(f64, f64)>;

/// So many pixels are too far to glide.
const FAR: f64 = 4000.0;

/// The two columns of a pair. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Columns {
    desk: Desk,
    lie: StoredValue<Lie, LocalStorage>,
}

#[derive(Default)]
struct Lie {
    /// How far each column is shifted, in pixels.
    shifts: Both<f64>,
    /// What keeps the columns level while scrolling.
    rails: Rails,
}

impl Columns {
    /// Neither of them shifted.
    pub fn new(desk: Desk) -> Columns {
        Columns {
            desk,
            lie: StoredValue::new_local(Lie::default()),
        }
    }

    /// How far each column is shifted.
    pub fn shifts(self) -> Both<f64> {
        self.lie.with_value(|lie| lie.shifts)
    }

    fn set_shifts(self, shifts: Both<f64>) {
        self.lie.update_value(|lie| lie.shifts = shifts);
    }

    /// Called when the columns were built anew: they are not shifted.
    pub fn forget(self) {
        self.set_shifts(Both::default());
    }

    /// Shifts the column that is not pointed at, so that both sentences in hand stand level; back, where
    /// nothing is.
    pub fn level(self, hand: Hand, glide: bool) {
        let desk = self.desk;
        let keeps_level = desk.site.level.get_untracked();
        if keeps_level {
            self.lie.update_value(|lie| lie.rails = rails(desk));
        }
        let anchor = desk.anchor();
        let other = anchor.other();
        let glide = glide && desk.reveal() != Reveal::AtOnce;
        let stand = |side: Side| -> Option<Place> { measure::place(side, hand.sentence(side)?) };
        let pair = stand(anchor).zip(stand(other));
        if hand == Hand::Nothing && keeps_level {
            self.slide(glide);
            return;
        }
        let before = self.shifts();
        let stood = *before.of(anchor);
        if stood != 0.0 {
            // The anchor itself is shifted, by an earlier choice. It keeps its place before the reader's
            // eyes: both columns and the window move by as much.
            measure::shift(anchor, 0.0, false);
            measure::shift(other, *before.of(other) - stood, false);
            measure::scroll_by(-stood);
        }
        let by = pair.map_or(0.0, |(here, there)| here.top - there.top);
        // Further than anybody could follow, it is there at once.
        let glide = glide && (by - *before.of(other)).abs() < FAR;
        measure::shift(other, by, glide);
        self.set_shifts(Both::each(|side| if side == other { by } else { 0.0 }));
    }

    /// Called while the page scrolls.
    pub fn while_scrolling(self) {
        let desk = self.desk;
        if desk.site.level.get_untracked()
            && desk.hand() == Hand::Nothing
            && desk.view() == View::Side
            && !desk.site.narrow.get_untracked()
        {
            self.slide(false);
        }
    }

    /// Shifts B so that what A shows in the middle of the window stands beside what belongs to it.
    fn slide(self, glide: bool) {
        let (from, to) = measure::windows().a;
        let line = f64::midpoint(from, to) * measure::height(Side::A);
        let by = self
            .lie
            .with_value(|lie| line - across(&near(&lie.rails, line), line));
        // What begins B stands beside what begins A until one scrolls: it must not be shifted out of reach.
        let scrolled = from * measure::height(Side::A);
        let by = by.max(-2.0 * scrolled).round();
        measure::slide(Side::A, 0.0, glide);
        measure::slide(Side::B, by, glide);
        self.set_shifts(Both { a: 0.0, b: by });
    }
}

/// The rails of a comparison: its matches that are not moved.
fn rails(desk: Desk) -> Rails {
    let comparing = desk.comparing();
    let marks = desk.marks();
    let mut rails = Rails::new();
    for number in marks.order() {
        let found = comparing.found.matches.get(*number as usize);
        let pair = found
            .filter(|found| !found.moved)
            .map(|found| (found.a, found.b));
        let last = rails.last().copied();
        if let Some(pair) = pair
            && last.is_none_or(|last| pair.0 > last.0 && pair.1 > last.1)
        {
            rails.push(pair);
        }
    }
    rails
}

/// The heights around a height in A, and both ends of both columns.
fn near(rails: &[(u32, u32)], line: f64) -> Heights {
    let top = |side, index| measure::about(side, index).map(|place| place.top);
    let after = rails.partition_point(|rail| top(Side::A, rail.0).is_none_or(|top| top <= line));
    let around = rails
        .get(after.saturating_sub(1)..)
        .unwrap_or_default()
        .iter()
        .take(2);
    let stand = |rail: &(u32, u32)| top(Side::A, rail.0).zip(top(Side::B, rail.1));
    let ends = (measure::height(Side::A), measure::height(Side::B));
    rising(around.filter_map(stand).collect(), ends)
}

/// Those of the pairs, given in A's order, that rise in both, between the beginnings and the ends.
fn rising(pairs: Heights, ends: (f64, f64)) -> Heights {
    let mut rails = vec![(0.0, 0.0)];
    for pair in pairs.into_iter().chain([ends]) {
        let last = rails.last().copied().unwrap_or_default();
        if pair.0 > last.0 && pair.1 > last.1 {
            rails.push(pair);
        }
    }
    rails
}

/// The height in B that belongs to a height in A.
fn across(rails: &[(f64, f64)], a: f64) -> f64 {
    let after = rails.partition_point(|rail| rail.0 <= a);
    let (Some(from), to) = (
        after.checked_sub(1).and_then(|place| rails.get(place)),
        rails.get(after),
    ) else {
        return a;
    };
    match to {
        Some(to) => from.1 + (a - from.0) * (to.1 - from.1) / (to.0 - from.0),
        None => from.1 + a - from.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{across, rising};

    #[test]
    fn rails_leave_out_what_would_run_backwards() {
        let rails = rising(
            vec![(20.0, 60.0), (50.0, 40.0), (80.0, 90.0)],
            (100.0, 95.0),
        );
        assert_eq!(
            rails,
            [(0.0, 0.0), (20.0, 60.0), (80.0, 90.0), (100.0, 95.0)]
        );
    }

    #[test]
    fn between_two_rails_the_columns_pass_each_other_evenly() {
        let rails = rising(vec![(20.0, 60.0)], (100.0, 100.0));
        let at = |a| across(&rails, a);
        assert_eq!(
            [at(0.0), at(10.0), at(20.0), at(60.0)],
            [0.0, 30.0, 60.0, 80.0]
        );
        assert_eq!(at(120.0), 120.0, "past the end both go on");
        assert_eq!(across(&[], 7.0), 7.0);
    }
}
