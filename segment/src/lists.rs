//! The markers of lists: `1.`, `2)`, `(c)`. If a list is written on one line, there are no stops between
//! its items. So each marker that continues the list begins a sentence.

use super::chars::{after, find, is_dot};
use crate::Span;

/// The number or letter of an item, and its punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    bracketed: bool,
    letter: bool,
    dot: bool,
    value: u32,
}

impl Marker {
    /// Whether `other` is what comes after this one in the same list.
    pub(crate) fn leads_to(self, other: Marker) -> bool {
        other
            == Marker {
                value: self.value + 1,
                ..self
            }
    }

    /// Whether a bracket closes it, so that it is certainly a marker.
    pub(crate) fn is_closed(self) -> bool {
        !self.dot
    }

    /// Whether the marker is only a number and a dot, like an ordinal.
    pub(crate) fn is_ordinal(self) -> bool {
        !self.letter && self.dot
    }
}

/// The marker that starts at byte `at`, and the byte after it. White space must follow; a letter with a dot counts in
/// lower case only, since *A. Jones* is a name.
pub(crate) fn marker(text: &str, at: usize) -> Option<(Marker, usize)> {
    let bracketed = after(text, at) == Some('(');
    let mut end = at + usize::from(bracketed);
    let first = after(text, end)?;
    let value = if first.is_ascii_digit() {
        let (digits, _) = find(text, end, 4, |c| !c.is_ascii_digit())?;
        let value = Span::new(end, digits)
            .of(text)
            .bytes()
            .fold(0, |n, b| 10 * n + u32::from(b - b'0'));
        end = digits;
        value
    } else if first.is_ascii_alphabetic() {
        end += 1;
        u32::from(first)
    } else {
        return None;
    };
    let letter = first.is_ascii_alphabetic();
    let dot = !bracketed && after(text, end).is_some_and(is_dot);
    end += after(text, end).filter(|_| dot).map_or(0, char::len_utf8);
    let closed = after(text, end) == Some(')');
    end += usize::from(closed);
    let dressed = closed || (dot && (!letter || first.is_ascii_lowercase()));
    let spaced = after(text, end).is_none_or(char::is_whitespace);
    (dressed && spaced).then_some((
        Marker {
            bracketed,
            letter,
            dot: dot && !closed,
            value,
        },
        end,
    ))
}
