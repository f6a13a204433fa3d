//! Tells for each quotation mark whether it opens or closes.
//!
//! Straight marks have no direction, and curly ones are often wrong. So the neighbours of a mark decide
//! its role; its shape decides only if they do not.

use crate::chars::{
    after, before_letter, find, find_back, is_closing, is_dash, is_dot, is_format, is_opening,
    is_pause, is_shout,
};

/// How many neighbours are examined.
const NEAR: usize = 4;

/// The role of a quotation mark at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Open,
    Close,
}

/// Whether `c` is a double quotation mark of an alphabetic script, in either direction.
pub(crate) fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// Whether `c` is a single quotation mark or an apostrophe.
pub(crate) fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›')
}

/// The role of the quotation mark at byte `at`, or `None` for an apostrophe, an inch or a stray.
/// `open` says whether a mark of its kind (double or single) is open before it.
pub(crate) fn role(text: &str, at: usize, open: bool) -> Option<Role> {
    let mark = after(text, at)?;
    let end = at + mark.len_utf8();
    let prev = before_letter(text, at);
    let next = find(text, end, NEAR, |c| !is_format(c)).map(|(_, c)| c);
    // Marks that are together point the same way, so they are skipped.
    let bare = |c| !(is_double(c) || is_single(c) || is_format(c));
    let left = find_back(text, at, NEAR, bare);
    let right = find(text, end, NEAR, bare).map(|(_, c)| c);
    let free_left = left.is_none_or(|c| c.is_whitespace() || is_opening(c) || is_dash(c));
    let free_right = right.is_none_or(|c| {
        c.is_whitespace()
            || is_closing(c)
            || is_pause(c)
            || is_dash(c)
            || is_dot(c)
            || is_shout(c)
            || c == '…'
    });
    let by_shape = match mark {
        '«' | '‹' => Some(Role::Open),
        '»' | '›' => Some(Role::Close),
        _ => None,
    };
    let role = match (free_left, free_right) {
        (true, false) => Role::Open,
        (false, true) => Role::Close,
        _ if by_shape.is_some() => by_shape?,
        (true, true) if open => Role::Close,
        (true, true) => Role::Open,
        (false, false) if is_single(mark) => return inner_single(prev, next, open),
        (false, false) if open => Role::Close,
        (false, false) if prev.is_some_and(char::is_alphanumeric) => return None,
        (false, false) => Role::Open,
    };
    Some(role)
}

/// A single mark with something on both sides: an apostrophe, unless it touches another mark.
fn inner_single(prev: Option<char>, next: Option<char>, open: bool) -> Option<Role> {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if word(prev) && !next.is_some_and(is_double) {
        None
    } else if open {
        Some(Role::Close)
    } else {
        (word(next) && prev.is_some_and(is_double)).then_some(Role::Open)
    }
}
