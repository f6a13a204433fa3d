//! The closest sentences of the other article, for a sentence without a match. They are not matches and are never
//! called so.

use super::block::Run;
use super::by_hand::{self, Act};
use super::comparing::{Comparing, pair_request};
use super::cut::Cutter;
use super::differences::{self, Difference};
use super::selection::Selection;
use super::spans::merged;
use super::words::{list, shortened};
use crate::state::{At, Both, Side};
use crossread_engine::facts::{Relation, Slot};
use crossread_worker::protocol::{Ask, Between, Close, Fact};

/// The number of things in common that are named, and the length of each in characters.
const MOST_COMMON: usize = 4;
const LONGEST: usize = 40;
/// The number of differences that are shown.
const MOST_FACTS: usize = 4;

/// The closest sentences of the other article.
#[derive(Clone, Debug, PartialEq)]
pub struct Closest {
    /// "No match in EmbassyPages. Closest:".
    pub lead: String,
    /// Each of them, closest first.
    pub rows: Vec<Near>,
    /// "None of these counts as a match."
    pub after: &'static str,
}

/// One of the closest.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// "sentence 9 of EmbassyPages".
    pub place: String,
    /// Whose sentence it is.
    pub side: Side,
    /// The sentence, as it is.
    pub text: String,
    /// What selects both.
    pub at: At,
    /// "Both: Monday, NATO."; empty if nothing is known.
    pub common: String,
    /// The differences of the two, clashes first.
    pub facts: Vec<Difference>,
    /// What the reader has decided about them.
    pub said: String,
    /// The decisions that are possible.
    pub acts: Vec<Act>,
}

/// Two sentences that are close, in an article pair without a match.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The name of each source, and its sentence; the words that both have are marked like passages.
    pub sides: Both<(String, Vec<Run>)>,
    /// What selects both.
    pub at: At,
    /// What the reader has decided about them.
    pub said: String,
    /// The decisions that are possible.
    pub acts: Vec<Act>,
}

/// The note below the closest.
pub const NONE_COUNTS: &str = "None of these counts as a match.";
const ONE_DOES_NOT: &str = "It does not count as a match.";

/// The request about selected sentences that are not a match, of which the worker has not said anything yet; `None`
/// if there is nothing to ask.
pub fn between(comparing: &Comparing, selection: Selection) -> Option<Ask> {
    let sentences = match selection {
        Selection::Apart { a, b } => vec![(a, b)],
        Selection::Unmatched(side, index) => pairs(comparing, side, index),
        _ => Vec::new(),
    };
    let pair = || {
        pair_request(
            &comparing.articles,
            comparing.found.options,
            &comparing.by_hand,
        )
    };
    (!sentences.is_empty()).then(|| Ask::Between(pair(), sentences))
}

/// The sentences of A and B that are close to a sentence of that side.
fn pairs(comparing: &Comparing, side: Side, index: u32) -> Vec<(u32, u32)> {
    let near = comparing.closest(side, index).iter();
    let pair = |other: u32| match side {
        Side::A => (index, other),
        Side::B => (other, index),
    };
    near.map(|near| pair(near.sentence)).collect()
}

/// The closest to a sentence without a match; `between` is what the worker says about each, empty until it has
/// answered. `None` if no sentence shares a distinctive word with it.
pub(super) fn closest(
    comparing: &Comparing,
    side: Side,
    index: u32,
    between: &[Between],
) -> Option<Closest> {
    let other = side.other();
    let rows = pairs(comparing, side, index).into_iter().enumerate();
    let rows = rows.filter_map(|(number, (a, b))| {
        let facts = between.get(number).map_or(&[][..], |told| &told.facts);
        let there = match other {
            Side::A => a,
            Side::B => b,
        };
        let (said, acts) = by_hand::acts(comparing, false, (a, b));
        Some(Near {
            place: format!("sentence {} of {}", there + 1, comparing.name(other)),
            side: other,
            text: comparing.sentence_text(other, there).to_owned(),
            at: comparing.at_pair(a, b)?,
            common: common(comparing, facts),
            facts: differences::of_two(comparing, (a, b), &telling(facts)),
            said,
            acts,
        })
    });
    let rows: Vec<Near> = rows.collect();
    let after = match rows.len() {
        0 => return None,
        1 => ONE_DOES_NOT,
        _ => NONE_COUNTS,
    };
    Some(Closest {
        lead: format!("No match in {}. Closest:", comparing.name(other)),
        rows,
        after,
    })
}

/// The main differences: without names that only one has, and only a few of the rest.
fn telling(facts: &[Fact]) -> Vec<Fact> {
    let alone = |fact: &&Fact| {
        let both = fact.places.0.is_some() && fact.places.1.is_some();
        fact.slot == Slot::Name && !both
    };
    let telling = facts
        .iter()
        .filter(|fact| !alone(fact) && fact.relation != Relation::Same);
    telling.copied().take(MOST_FACTS).collect()
}

/// What both say, in A's words.
fn common(comparing: &Comparing, facts: &[Fact]) -> String {
    let mut all: Vec<String> = Vec::new();
    let same = facts.iter().filter(|fact| fact.relation == Relation::Same);
    for fact in same {
        let words = fact
            .places
            .0
            .map_or("", |span| span.of(comparing.text(Side::A)));
        let words: Vec<&str> = words.split_whitespace().collect();
        let words = shortened(&words.join(" "), LONGEST);
        if !words.is_empty() && !all.contains(&words) && all.len() < MOST_COMMON {
            all.push(words);
        }
    }
    if all.is_empty() {
        return String::new();
    }
    format!("Both: {}.", list(&all))
}

/// The closest sentences of all, for two articles without a match: each sentence in one pair only.
pub(super) fn closest_of_all(comparing: &Comparing) -> Vec<Pair> {
    let told = comparing.nothing.as_deref();
    let pairs = told.map_or(&[][..], |told| &told.closest);
    let row = |close: &Close| {
        let (a, b) = (close.a, close.b);
        let quote = |side: Side, index| {
            let shared = close.shared.iter().map(|of| match side {
                Side::A => of.0,
                Side::B => of.1,
            });
            let shared = merged(&shared.collect::<Vec<_>>());
            let cut = Cutter::marking(comparing, side, &shared).sentence(index)?;
            Some((comparing.name(side).to_owned(), cut.runs))
        };
        let (said, acts) = by_hand::acts(comparing, false, (a, b));
        Some(Pair {
            sides: Both {
                a: quote(Side::A, a)?,
                b: quote(Side::B, b)?,
            },
            at: comparing.at_pair(a, b)?,
            said,
            acts,
        })
    };
    pairs.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{ONE_DOES_NOT, closest, closest_of_all};
    use crate::state::{ByHand, Side};
    use crate::view::Selection;
    use crate::view::testing::{asked, comparing, linked};

    const RAIN: &str =
        "Heavy rain fell on the valley on Monday. A ferry sank near Norway. He slept.";
    const STORM: &str = "The council met. On Monday a lorry with eleven crates of glass sank into the muddy road. Nobody won.";

    #[test]
    fn a_sentence_without_a_match_has_its_closest_which_are_none() {
        let compared = comparing(RAIN, STORM);
        assert_eq!(compared.found.matches, []);
        let between = asked(&compared, Selection::Unmatched(Side::A, 1));
        let near = closest(&compared, Side::A, 1, &between).expect("there is one");
        assert_eq!(near.lead, "No match in “The b”. Closest:");
        let [row] = &near.rows[..] else {
            panic!("one: {near:?}");
        };
        assert_eq!(near.after, ONE_DOES_NOT);
        assert_eq!(row.place, "sentence 2 of “The b”");
        assert_eq!(
            row.text,
            "On Monday a lorry with eleven crates of glass sank into the muddy road."
        );
        assert_eq!(row.acts[0].label, "Link these");
        assert!(
            row.facts.iter().any(|fact| fact.slot == "Date"),
            "{:?}",
            row.facts
        );
        assert_eq!(closest(&compared, Side::A, 2, &[]), None);
    }

    #[test]
    fn what_both_say_is_named() {
        let compared = comparing(RAIN, STORM);
        let between = asked(&compared, Selection::Unmatched(Side::B, 1));
        let near = closest(&compared, Side::B, 1, &between).expect("there is one");
        let said: Vec<&str> = near.rows.iter().map(|row| &*row.common).collect();
        assert!(said.contains(&"Both: Monday."), "{said:?}");
    }

    #[test]
    fn articles_that_share_nothing_have_their_closest_of_all() {
        let compared = comparing(RAIN, STORM);
        let pairs = closest_of_all(&compared);
        assert!(!pairs.is_empty());
        assert_eq!(pairs[0].sides.a.0, "“The a”");
        let with = linked(&compared, ByHand::parse("41.17").expect("a link"));
        assert_eq!(with.found.matches.len(), 1);
        assert_eq!(closest_of_all(&with), []);
    }
}
