//! The names by which the parts of the compare page find one another's elements: ids, and the class of a kind of match.

use crossread_engine::Kind;

use crate::state::Side;

/// The drawer.
pub const DRAWER: &str = "drawer";
/// The place of the drawer if the current view does not show what is selected.
pub const DRAWER_HOME: &str = "drawer-home";
/// The picture between the columns.
pub const RIBBON: &str = "ribbon";

/// The class that gives a kind of match its tint and its line.
pub fn kind_class(kind: Kind) -> &'static str {
    kind.name()
}

/// The id of a sentence's element.
pub fn sentence_id(side: Side, index: u32) -> String {
    let letter = match side {
        Side::A => 'a',
        Side::B => 'b',
    };
    format!("{letter}{index}")
}

/// The sentence of an element's id.
pub fn sentence_of(id: &str) -> Option<(Side, u32)> {
    let side = match id.get(..1)? {
        "a" => Side::A,
        "b" => Side::B,
        _ => return None,
    };
    Some((side, id.get(1..)?.parse().ok()?))
}

/// The id of a match's card.
pub fn card_id(index: u32) -> String {
    format!("m{index}")
}

/// The id of an article's title.
pub fn title_id(side: Side) -> &'static str {
    match side {
        Side::A => "a-title",
        Side::B => "b-title",
    }
}

/// The id of the moving part of a column.
pub fn flow_id(side: Side) -> &'static str {
    match side {
        Side::A => "flow-A",
        Side::B => "flow-B",
    }
}

/// The id of the ruler beside a column.
pub fn strip_id(side: Side) -> &'static str {
    match side {
        Side::A => "ruler-a",
        Side::B => "ruler-b",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_name_sentences() {
        for (side, index) in [(Side::A, 0), (Side::B, 12)] {
            assert_eq!(sentence_of(&sentence_id(side, index)), Some((side, index)));
        }
        for id in ["", "a", "c1", "main", "aé", "é1"] {
            assert_eq!(sentence_of(id), None, "{id}");
        }
    }
}
