//! The words for the facts of two sentences: what each is about, the sign of its relation, which of them are listed and
//! in which order.

use crossread_engine::facts::{Relation, Slot};

use crate::words::{count_spelled, list, plural, spelled};

/// What a fact is about: "number", "denial", "who says so".
pub fn slot(slot: Slot) -> &'static str {
    match slot {
        Slot::Number => "number",
        Slot::Date => "date",
        Slot::Name => "name",
        Slot::Quotation => "quotation",
        Slot::Negation => "denial",
        Slot::Certainty => "how sure",
        Slot::Attribution => "who says so",
    }
}

/// The sign of a relation: ≠ differs, ≈ overlaps, = same, – only one side says it.
pub fn sign(relation: Relation) -> char {
    match relation {
        Relation::Differs => '≠',
        Relation::Overlaps => '≈',
        Relation::Same => '=',
        Relation::OnlyA | Relation::OnlyB => '–',
    }
}

/// Which slots were not looked for, in a sentence: "Not looked for in this language: name and how sure." `None` if all were.
pub fn not_looked_for(slots: &[Slot], one_language: bool) -> Option<String> {
    if slots.is_empty() {
        return None;
    }
    let names: Vec<String> = slots.iter().map(|&one| slot(one).to_owned()).collect();
    let language = if one_language {
        "this language"
    } else {
        "these languages"
    };
    Some(format!("Not looked for in {language}: {}.", list(&names)))
}

/// Whether a list of differences has this fact: the two differ, only one says it, or figures or dates have different
/// precision.
pub fn is_told(slot: Slot, relation: Relation) -> bool {
    match relation {
        Relation::Same => false,
        Relation::Overlaps => matches!(slot, Slot::Number | Slot::Date),
        Relation::Differs | Relation::OnlyA | Relation::OnlyB => true,
    }
}

/// How the two sides relate: "differs", "overlaps", "same", "only in EmbassyPages". `names` are those of the sources.
pub fn relation(relation: Relation, names: [&str; 2]) -> String {
    let [a, b] = names;
    match relation {
        Relation::Same => "same".to_owned(),
        Relation::Overlaps => "overlaps".to_owned(),
        Relation::Differs => "differs".to_owned(),
        Relation::OnlyA => format!("only in {a}"),
        Relation::OnlyB => format!("only in {b}"),
    }
}

/// Whether both cannot be true of the same thing: a different number or date, or a statement and its denial. Names,
/// doubts and speakers that differ are less often a contradiction.
pub fn clashes(slot: Slot, relation: Relation) -> bool {
    relation == Relation::Differs && matches!(slot, Slot::Number | Slot::Date | Slot::Negation)
}

/// The things in a list that only one side tells. A sentence with several matches has them in each match, but the list has
/// them once.
#[derive(Clone, Debug, Default)]
pub struct ToldAlone(Vec<u64>);

impl ToldAlone {
    /// Whether a fact is listed: the first of its slot at that place, or one that both sides tell. `starts`: the places in A
    /// and in B.
    pub fn lists(&mut self, slot: Slot, starts: (Option<usize>, Option<usize>)) -> bool {
        let (start, side) = match starts {
            (Some(start), None) => (start, 0),
            (None, Some(start)) => (start, 1),
            _ => return true,
        };
        let key = (slot as u64) << 56 | side << 48 | start as u64;
        let is_first = !self.0.contains(&key);
        if is_first {
            self.0.push(key);
        }
        is_first
    }
}

/// How many ranks there are.
pub const RANKS: usize = 5;

/// The rank of a fact in a list of differences, from 0 up to [`RANKS`]. First come clashes; then speakers, certainty and
/// quotations; then figures and dates with different precision; then figures, dates and denials that only one side has; then
/// everything else that only one side has, and different names in one place, which are often not a difference. `None` for a
/// fact that is not listed.
pub fn rank(slot: Slot, relation: Relation) -> Option<usize> {
    if !is_told(slot, relation) {
        return None;
    }
    Some(match relation {
        _ if clashes(slot, relation) => 0,
        Relation::Differs if slot != Slot::Name => 1,
        Relation::Same | Relation::Overlaps => 2,
        Relation::Differs => 4,
        Relation::OnlyA | Relation::OnlyB => match slot {
            Slot::Number | Slot::Date | Slot::Negation => 3,
            _ => 4,
        },
    })
}

/// Counts of what two sources tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Sentences that have a match, on the side that has fewer of them.
    pub told: u32,
    /// What clashes, by slot, in the order of [`Slot::ALL`].
    pub clashes: [u32; Slot::ALL.len()],
    /// Differences that are not a clash, without names.
    pub differs: u32,
    /// Sentences without a match, in A and in B.
    pub alone: [u32; 2],
}

impl Tally {
    /// Counts one fact of matched sentences.
    pub fn add(&mut self, slot: Slot, relation: Relation) {
        if clashes(slot, relation) {
            if let Some(number) = self.clashes.get_mut(slot as usize) {
                *number += 1;
            }
        } else if relation == Relation::Differs && slot != Slot::Name {
            self.differs += 1;
        }
    }
}

/// What both tell, where they clash and what only one tells, in a sentence: "Both tell four things and clash over one
/// number; thirteen sentences are only in EmbassyPages, ten only in “Russia Warns Kiev”." For two that have a match.
pub fn lead(tally: &Tally, names: [&str; 2]) -> String {
    let told = count_spelled(tally.told, "thing", "things");
    let clashes: Vec<String> = Slot::ALL
        .iter()
        .zip(tally.clashes)
        .filter(|(_, number)| *number > 0)
        .map(|(slot_of, number)| {
            let name = slot(*slot_of);
            count_spelled(number, name, &format!("{name}s"))
        })
        .collect();
    let points = count_spelled(tally.differs, "point", "points");
    let more = count_spelled(tally.differs, "more point", "more points");
    let differ = match (clashes.is_empty(), tally.differs) {
        (true, 0) => " without a clash".to_owned(),
        (true, _) => format!(", and differ in {points}"),
        (false, 0) => format!(" and clash over {}", list(&clashes)),
        (false, _) => format!(" and clash over {}; they differ in {more}", list(&clashes)),
    };
    let sentences = |number: u32| count_spelled(number, "sentence", "sentences");
    let is = |number: u32| plural(number, "is", "are");
    let [a, b] = names;
    let alone = match tally.alone {
        [0, 0] => String::new(),
        [n, 0] => format!("; {} {} only in {a}", sentences(n), is(n)),
        [0, n] => format!("; {} {} only in {b}", sentences(n), is(n)),
        [n, m] => format!(
            "; {} {} only in {a} and {} only in {b}",
            sentences(n),
            is(n),
            spelled(m)
        ),
    };
    format!("Both tell {told}{differ}{alone}.")
}

#[cfg(test)]
mod tests {
    use super::{RANKS, Relation, Slot, Tally, ToldAlone, clashes, is_told, lead, rank, relation};

    const NAMES: [&str; 2] = ["the Mail", "“It rained”"];

    #[test]
    fn what_one_side_tells_alone_is_listed_once() {
        let mut alone = ToldAlone::default();
        assert!(alone.lists(Slot::Date, (Some(7), None)));
        assert!(!alone.lists(Slot::Date, (Some(7), None)));
        assert!(alone.lists(Slot::Date, (None, Some(7))));
        assert!(alone.lists(Slot::Name, (Some(7), None)));
        assert!(alone.lists(Slot::Date, (Some(7), Some(9))));
        assert!(alone.lists(Slot::Date, (Some(7), Some(9))));
    }

    #[test]
    fn one_sentence_says_what_both_tell_what_clashes_and_what_is_told_alone() {
        let tally = |told, clashes, differs, alone| Tally {
            told,
            clashes,
            differs,
            alone,
        };
        let said = |tally| lead(&tally, NAMES);
        assert_eq!(
            said(tally(4, [2, 0, 0, 0, 1, 0, 0], 3, [13, 1])),
            "Both tell four things and clash over two numbers and one denial; they differ in three more points; \
             13 sentences are only in the Mail and one only in “It rained”."
        );
        assert_eq!(
            said(tally(1, [0; 7], 1, [0, 1])),
            "Both tell one thing, and differ in one point; one sentence is only in “It rained”."
        );
        assert_eq!(
            said(tally(2, [0; 7], 0, [0, 0])),
            "Both tell two things without a clash."
        );
    }

    #[test]
    fn clashes_are_listed_first_and_what_is_the_same_not_at_all() {
        let ranks = |slot| {
            [
                Relation::Differs,
                Relation::Overlaps,
                Relation::OnlyA,
                Relation::Same,
            ]
            .map(|relation| rank(slot, relation))
        };
        assert_eq!(ranks(Slot::Number), [Some(0), Some(2), Some(3), None]);
        assert_eq!(ranks(Slot::Name), [Some(4), None, Some(4), None]);
        for slot in Slot::ALL {
            let (a, b) = (rank(slot, Relation::OnlyA), rank(slot, Relation::OnlyB));
            assert_eq!(a, b);
            assert!(a.is_some_and(|rank| rank < RANKS));
        }
        assert!(clashes(Slot::Negation, Relation::Differs));
        assert!(!clashes(Slot::Attribution, Relation::Differs));
        assert!(!clashes(Slot::Number, Relation::Overlaps));
    }

    #[test]
    fn what_one_alone_says_names_it() {
        assert_eq!(relation(Relation::OnlyB, NAMES), "only in “It rained”");
        assert_eq!(relation(Relation::Differs, NAMES), "differs");
    }

    #[test]
    fn what_is_the_same_is_not_listed() {
        assert!(!is_told(Slot::Number, Relation::Same));
        assert!(!is_told(Slot::Name, Relation::Overlaps));
        assert!(is_told(Slot::Date, Relation::Overlaps));
        assert!(is_told(Slot::Name, Relation::OnlyB));
    }
}
