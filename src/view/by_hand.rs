//! Links by hand: what the reader can decide about two sentences, and what they have decided.

use super::Comparing;
use crate::state::{At, ByHand, Said, Side};

/// A decision that the reader can make about two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// "Link these".
    pub label: &'static str,
    /// The decision.
    pub deed: Deed,
    /// The sentence of A.
    pub a: u32,
    /// The sentence of B.
    pub b: u32,
}

/// A decision about two sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They belong together.
    Link,
    /// They do not.
    Refuse,
    /// An earlier decision is undone.
    Undo,
}

/// The message if an address has no room for more.
pub const FULL: &str =
    "An address has room for 100 links by hand, and this one is full. Undo one to make another.";

/// What the reader has decided about two sentences, in a line, and which decisions are possible now. `is_match`:
/// whether they are a match now.
pub(super) fn acts(
    comparing: &Comparing,
    is_match: bool,
    (a, b): (u32, u32),
) -> (String, Vec<Act>) {
    let act = |label, deed| vec![Act { label, deed, a, b }];
    match comparing.said_of(&comparing.by_hand, a, b) {
        Some(true) => (
            "You linked these.".to_owned(),
            act("Undo the link", Deed::Undo),
        ),
        Some(false) => (
            "You said that these are not the same.".to_owned(),
            act("Undo", Deed::Undo),
        ),
        None if comparing.by_hand.is_full() => (FULL.to_owned(), Vec::new()),
        None if is_match => (String::new(), act("Not the same", Deed::Refuse)),
        None => (String::new(), act("Link these", Deed::Link)),
    }
}

impl Comparing {
    /// Whether the reader decided that two sentences belong together, or that they do not.
    fn said_of(&self, by_hand: &ByHand, a: u32, b: u32) -> Option<bool> {
        let mut all = by_hand.all().iter();
        let said = all.find(|said| self.sentences_of(said) == Some((a, b)))?;
        Some(said.made)
    }

    /// All decisions of the reader, with this one about two sentences instead of an earlier one.
    pub fn done(&self, by_hand: &ByHand, act: &Act) -> ByHand {
        let (a, b) = (act.a, act.b);
        let others = by_hand.filtered(|said| self.sentences_of(said) != Some((a, b)));
        let made = match act.deed {
            Deed::Undo => return others,
            Deed::Link => true,
            Deed::Refuse => false,
        };
        match (self.start(Side::A, a), self.start(Side::B, b)) {
            (Some(a), Some(b)) => others.with(Said { a, b, made }),
            _ => others,
        }
    }

    /// What selects the two sentences of an act.
    pub fn at_of(&self, act: &Act) -> Option<At> {
        self.at_pair(act.a, act.b)
    }

    /// The two sentences that a decision is about.
    fn sentences_of(&self, said: &Said) -> Option<(u32, u32)> {
        let sentence = |side| self.sentence_at(side, said.of(side));
        sentence(Side::A).zip(sentence(Side::B))
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, Deed, acts};
    use crate::state::{ByHand, Side};
    use crate::view::testing::{comparing, linked};

    const RAIN: &str = "Heavy rain fell on the valley all day. Nobody slept.";
    const STORM: &str = "All day heavy rain fell on the whole valley. They lay awake.";

    #[test]
    fn what_is_said_of_two_sentences_can_be_taken_back() {
        let plain = comparing(RAIN, STORM);
        let (said, can) = acts(&plain, false, (1, 1));
        assert_eq!((said.as_str(), can[0].label), ("", "Link these"));
        let made = plain.done(&ByHand::default(), &can[0]);
        assert_eq!(made.to_string(), "39.45");

        let with = linked(&plain, made.clone());
        let found = &with.found.matches[1];
        assert_eq!((found.a, found.b), (1, 1));
        let (said, can) = acts(&with, true, (1, 1));
        assert_eq!(
            (said.as_str(), can[0].label),
            ("You linked these.", "Undo the link")
        );
        assert!(with.done(&made, &can[0]).is_empty());

        let (_, can) = acts(&with, true, (0, 0));
        assert_eq!((can[0].label, can[0].deed), ("Not the same", Deed::Refuse));
        let refused = with.done(&made, &can[0]);
        assert_eq!(refused.to_string(), "-0.0_39.45");
        let with = linked(&plain, refused.clone());
        assert_eq!(with.found.refused, [(0, 0)]);
        assert_eq!(with.found.matches.len(), 1);
        let (said, can) = acts(&with, false, (0, 0));
        assert_eq!(said, "You said that these are not the same.");
        assert_eq!(with.done(&refused, &can[0]), made);
    }

    #[test]
    fn where_an_address_is_full_nothing_more_can_be_said() {
        let all: Vec<String> = (0..100).map(|at| format!("{at}.0")).collect();
        let full = ByHand::parse(&all.join("_")).expect("as many as it can have");
        let with = comparing(RAIN, STORM).by(full);
        let (said, can) = acts(&with, false, (0, 1));
        assert_eq!((said.as_str(), can.len()), (super::FULL, 0));
        // An earlier decision can still be undone.
        assert_eq!(acts(&with, true, (0, 0)).1[0].deed, Deed::Undo);
    }

    #[test]
    fn a_place_within_a_sentence_means_the_sentence() {
        let plain = comparing(RAIN, STORM);
        let by_hand = ByHand::parse("42.50").expect("a link");
        let with = linked(&plain, by_hand.clone());
        assert_eq!(acts(&with, true, (1, 1)).0, "You linked these.");
        let undo = Act {
            label: "",
            deed: Deed::Undo,
            a: 1,
            b: 1,
        };
        assert!(with.done(&by_hand, &undo).is_empty());
        assert!(plain.sentence_at(Side::A, 9_000).is_none());
    }
}
