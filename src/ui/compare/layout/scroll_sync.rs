//! Shifts one column so that the selected sentences are level. If the reader has turned it on, the matches also keep the
//! columns level while the page scrolls.

use leptos::prelude::*;

use super::super::pair_state::{PairState, Reveal};
use super::{Place, measure};
use crate::state::{Both, Side, View};
use crate::view::Selection;

/// Pairs of matching sentences, in the same order in A and in B. Between two pairs the columns move evenly.
type Aligned = Vec<(u32, u32)>;

/// The positions of such pairs, in pixels.
type Heights = Vec<(f64, f64)>;

/// A distance that is too long for a glide, in pixels.
const FAR: f64 = 4000.0;

/// The two columns of a pair. They can be copied freely, since they hold only handles.
#[derive(Clone, Copy)]
pub struct Columns {
    pair: PairState,
    lie: StoredValue<Lie, LocalStorage>,
}

#[derive(Default)]
struct Lie {
    /// How far each column is shifted, in pixels.
    shifts: Both<f64>,
    /// What keeps the columns level while scrolling.
    aligned: Aligned,
}

impl Columns {
    /// Both columns without a shift.
    pub fn new(pair: PairState) -> Columns {
        Columns {
            pair,
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

    /// Called when the columns were rebuilt, without a shift.
    pub fn forget(self) {
        self.set_shifts(Both::default());
    }

    /// Shifts the other column, so that both selected sentences are level; back, if nothing is selected.
    pub fn level(self, selection: Selection, glide: bool) {
        let pair = self.pair;
        let keeps_level = pair.site.level.get_untracked();
        if keeps_level {
            self.lie.update_value(|lie| lie.aligned = aligned(pair));
        }
        let anchor = pair.anchor();
        let other = anchor.other();
        let glide = glide && pair.reveal() != Reveal::AtOnce;
        let stand =
            |side: Side| -> Option<Place> { measure::place(side, selection.sentence(side)?) };
        let points = stand(anchor).zip(stand(other));
        if selection == Selection::Nothing && keeps_level {
            self.slide(glide);
            return;
        }
        let before = self.shifts();
        let stood = *before.of(anchor);
        if stood != 0.0 {
            // The anchor itself is shifted by an earlier selection. It keeps its place in the window: both columns
            // and the scroll position move by the same amount.
            measure::shift(anchor, 0.0, false);
            measure::shift(other, *before.of(other) - stood, false);
            measure::scroll_by(-stood);
        }
        let by = points.map_or(0.0, |(here, there)| here.top - there.top);
        // If it is too far for the eye to follow, it jumps.
        let glide = glide && (by - *before.of(other)).abs() < FAR;
        measure::shift(other, by, glide);
        self.set_shifts(Both::each(|side| if side == other { by } else { 0.0 }));
    }

    /// Called while the page scrolls.
    pub fn while_scrolling(self) {
        let pair = self.pair;
        if pair.site.level.get_untracked()
            && pair.selection() == Selection::Nothing
            && pair.view() == View::Side
            && !pair.site.narrow.get_untracked()
        {
            self.slide(false);
        }
    }

    /// Shifts B so that the middle of the window shows matching parts of A and B.
    fn slide(self, glide: bool) {
        let (from, to) = measure::windows().a;
        let line = f64::midpoint(from, to) * measure::height(Side::A);
        let by = self
            .lie
            .with_value(|lie| line - across(&near(&lie.aligned, line), line));
        // Before the reader scrolls, the beginnings of A and B are side by side. B's beginning must not be shifted out of reach.
        let scrolled = from * measure::height(Side::A);
        let by = by.max(-2.0 * scrolled).round();
        measure::slide(Side::A, 0.0, glide);
        measure::slide(Side::B, by, glide);
        self.set_shifts(Both { a: 0.0, b: by });
    }
}

/// Where both columns say the same, in both orders: the matches that are not moved.
fn aligned(pair: PairState) -> Aligned {
    let comparing = pair.comparing();
    let marks = pair.marks();
    let mut aligned = Aligned::new();
    for number in marks.order() {
        let found = comparing.found.matches.get(*number as usize);
        let points = found
            .filter(|found| !found.moved)
            .map(|found| (found.a, found.b));
        let last = aligned.last().copied();
        if let Some(points) = points
            && last.is_none_or(|last| points.0 > last.0 && points.1 > last.1)
        {
            aligned.push(points);
        }
    }
    aligned
}

/// The heights around a height in A, and both ends of both columns.
fn near(aligned: &[(u32, u32)], line: f64) -> Heights {
    let top = |side, index| measure::about(side, index).map(|place| place.top);
    let after =
        aligned.partition_point(|point| top(Side::A, point.0).is_none_or(|top| top <= line));
    let around = aligned
        .get(after.saturating_sub(1)..)
        .unwrap_or_default()
        .iter()
        .take(2);
    let stand = |point: &(u32, u32)| top(Side::A, point.0).zip(top(Side::B, point.1));
    let ends = (measure::height(Side::A), measure::height(Side::B));
    rising(around.filter_map(stand).collect(), ends)
}

/// The pairs, given in A's order, that come in the same order in both, between the beginnings and the ends.
fn rising(pairs: Heights, ends: (f64, f64)) -> Heights {
    let mut aligned = vec![(0.0, 0.0)];
    for points in pairs.into_iter().chain([ends]) {
        let last = aligned.last().copied().unwrap_or_default();
        if points.0 > last.0 && points.1 > last.1 {
            aligned.push(points);
        }
    }
    aligned
}

/// The height in B that belongs to a height in A.
fn across(aligned: &[(f64, f64)], a: f64) -> f64 {
    let after = aligned.partition_point(|point| point.0 <= a);
    let (Some(from), to) = (
        after.checked_sub(1).and_then(|place| aligned.get(place)),
        aligned.get(after),
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
        let aligned = rising(
            vec![(20.0, 60.0), (50.0, 40.0), (80.0, 90.0)],
            (100.0, 95.0),
        );
        assert_eq!(
            aligned,
            [(0.0, 0.0), (20.0, 60.0), (80.0, 90.0), (100.0, 95.0)]
        );
    }

    #[test]
    fn between_two_rails_the_columns_pass_each_other_evenly() {
        let aligned = rising(vec![(20.0, 60.0)], (100.0, 100.0));
        let at = |a| across(&aligned, a);
        assert_eq!(
            [at(0.0), at(10.0), at(20.0), at(60.0)],
            [0.0, 30.0, 60.0, 80.0]
        );
        assert_eq!(at(120.0), 120.0, "past the end both go on");
        assert_eq!(across(&[], 7.0), 7.0);
    }
}
