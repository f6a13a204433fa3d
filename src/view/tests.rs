//! What holds for every pair of texts, whatever is in them: each view gives an answer, and shows what is chosen.

use proptest::prelude::*;

use super::testing::pairs;
use super::*;
use crate::state::{At, Side, State};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn choosing_any_sentence_opens_the_drawer_on_it(comparing in pairs()) {
        let marks = Marks::new(&comparing, &State::default());
        for side in Side::BOTH {
            for index in 0..comparing.sentences(side).len() as u32 {
                let at = marks.at_sentence(&comparing, side, index);
                let selection = Selection::new(&comparing, at);
                prop_assert!(selection.holds(side, index), "{selection:?}");
                prop_assert_eq!(selection.index().is_some(), marks.of(side, index).is_some());
                // When hovered, a sentence says that it has no counterpart exactly if the drawer would say so.
                let absence = marks.absence(&comparing, side, index);
                let open = drawer(&comparing, &marks, (selection, side), "", &[]);
                let drawer = open.expect("something is selected");
                prop_assert_eq!(absence.is_some(), drawer.title == "No counterpart");
                prop_assert_eq!(Some(drawer.at), at);
                let own = comparing.sentence_text(side, index);
                let whole: String = drawer.own.1.iter().map(|run| run.text.as_str()).collect();
                prop_assert_eq!((drawer.own.0, &*whole), (side, own));
                let text: String = drawer.diff.iter().map(|part| match side {
                    Side::A => part.a.as_str(),
                    Side::B => part.b.as_str(),
                }).collect();
                prop_assert!(drawer.diff.is_empty() || text == own, "{text}");
                prop_assert!(!drawer.title.is_empty() && !drawer.why.is_empty());
                prop_assert_eq!(drawer.others.len() + usize::from(selection.index().is_some()),
                    ribbons(&comparing, &marks, selection).len());
            }
        }
    }

    #[test]
    fn next_walks_through_all_matches_in_order_and_previous_back(comparing in pairs()) {
        let marks = Marks::new(&comparing, &State::default());
        let (mut selection, mut walked) = (Selection::Nothing, Vec::new());
        while let Some(at) = marks.next(&comparing, selection) {
            selection = Selection::new(&comparing, Some(at));
            walked.extend(selection.index());
            prop_assert!(walked.len() <= marks.order().len());
        }
        prop_assert_eq!(&walked[..], marks.order());
        let mut back: Vec<u32> = selection.index().into_iter().collect();
        while let Some(at) = marks.previous(&comparing, selection) {
            selection = Selection::new(&comparing, Some(at));
            back.extend(selection.index());
        }
        back.reverse();
        prop_assert_eq!(back, walked);
    }

    #[test]
    fn the_nearest_match_is_a_sentence_s_own_where_it_has_one(comparing in pairs()) {
        let marks = Marks::new(&comparing, &State::default());
        for side in Side::BOTH {
            for index in 0..comparing.sentences(side).len() as u32 {
                let nearest = marks.nearest(&comparing, side, index);
                prop_assert_eq!(nearest.is_none(), marks.order().is_empty());
                let Some((number, other)) = nearest else { continue };
                let selection = Selection::new(&comparing, comparing.at_match(number));
                prop_assert!(marks.order().contains(&number) && selection.holds(side.other(), other));
                prop_assert_eq!(selection.holds(side, index), marks.of(side, index).is_some());
            }
        }
    }

    #[test]
    fn any_offset_selects_a_sentence_or_nothing(
        comparing in pairs(),
        a in proptest::option::of(0..400_u32),
        b in proptest::option::of(0..400_u32),
    ) {
        let at = match (a, b) {
            (Some(a), Some(b)) => Some(At::Pair(a, b)),
            (Some(a), None) => Some(At::A(a)),
            (None, Some(b)) => Some(At::B(b)),
            (None, None) => None,
        };
        let selection = Selection::new(&comparing, at);
        for side in Side::BOTH {
            let inside = at
                .and_then(|at| at.of(side))
                .is_some_and(|offset| (offset as usize) < comparing.text(side).chars().count());
            let any = !comparing.sentences(side).is_empty();
            if inside && any {
                prop_assert!(selection.sentence(side).is_some());
            }
        }
        let marks = Marks::new(&comparing, &State::default());
        prop_assert_eq!(drawer(&comparing, &marks, (selection, Side::A), "", &[]).is_some(), selection != Selection::Nothing);
    }

    #[test]
    fn the_words_add_up(comparing in pairs()) {
        let state = State::default();
        let found = finding(&comparing);
        prop_assert!(found.headline.ends_with('.'), "{}", found.headline);
        prop_assert!(found.detail.is_empty() || found.detail.ends_with('.'));
        for figure in figures(&comparing).list {
            prop_assert!(!figure.value.a.is_empty() && figure.how.b.ends_with('.'));
        }
        let row = filters(&comparing, &state);
        let by_kind: u32 = row.kinds.iter().map(|chip| chip.count).sum();
        prop_assert_eq!(by_kind as usize, comparing.found.matches.len());
        prop_assert_eq!(row.voices[0].count, row.voices[1].count + row.voices[2].count);
    }
}
