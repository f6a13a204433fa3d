//! How the facts of two sentences are said to a reader: what each is about, the sign of its relation, and
//! a line that sets the two sides beside each other.

use crossread_engine::facts::{Relation, Slot};

use crate::words::shortened;

/// How much of one side is quoted in a line, in characters.
const LONGEST: usize = 90;

/// What a fact is about: "number", "denial", "who says it".
pub fn slot(slot: Slot) -> &'static str {
    match slot {
        Slot::Number => "number",
        Slot::Date => "date",
        Slot::Name => "name",
        Slot::Quotation => "quotation",
        Slot::Negation => "denial",
        Slot::Certainty => "certainty",
        Slot::Attribution => "who says it",
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

/// Whether a list of what differs has this fact: both differ, only one says it, or two figures or dates
/// are told more or less exactly.
pub fn is_told(slot: Slot, relation: Relation) -> bool {
    match relation {
        Relation::Same => false,
        Relation::Overlaps => matches!(slot, Slot::Number | Slot::Date),
        Relation::Differs | Relation::OnlyA | Relation::OnlyB => true,
    }
}

/// "≠ troops: 40,000 | some 100,000", "– date: Friday | not in B". `about` is what is counted, or empty; the two
/// sides are quoted as they stand, white space aside.
pub fn line(
    slot_of: Slot,
    relation: Relation,
    about: &str,
    a: Option<&str>,
    b: Option<&str>,
) -> String {
    let name = if about.is_empty() {
        slot(slot_of)
    } else {
        about
    };
    let side = |text: Option<&str>, letter: char| match text {
        Some(text) => {
            let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            shortened(&one_line, LONGEST)
        }
        None => format!("not in {letter}"),
    };
    format!(
        "{} {name}: {} | {}",
        sign(relation),
        side(a, 'A'),
        side(b, 'B')
    )
}

#[cfg(test)]
mod tests {
    use super::{Relation, Slot, is_told, line};

    #[test]
    fn a_line_sets_the_two_sides_beside_each_other() {
        assert_eq!(
            line(
                Slot::Number,
                Relation::Differs,
                "troops",
                Some("40,000"),
                Some("some\n100,000")
            ),
            "≠ troops: 40,000 | some 100,000"
        );
        assert_eq!(
            line(Slot::Date, Relation::OnlyA, "", Some("Friday"), None),
            "– date: Friday | not in B"
        );
        assert_eq!(
            line(
                Slot::Attribution,
                Relation::OnlyB,
                "",
                None,
                Some("she said")
            ),
            "– who says it: not in A | she said"
        );
    }

    #[test]
    fn what_is_the_same_is_not_listed() {
        assert!(!is_told(Slot::Number, Relation::Same));
        assert!(!is_told(Slot::Name, Relation::Overlaps));
        assert!(is_told(Slot::Date, Relation::Overlaps));
        assert!(is_told(Slot::Name, Relation::OnlyB));
    }
}
