//! Finds quotations, and says of a single mark whether it opens or closes. News is made of quoted
//! speech: sentences must not be torn from the mark that closes them, and a reader wants to see
//! who was quoted with what.
//!
//! Straight marks carry no direction and curly ones are often wrong, so a mark's role follows from
//! its neighbours; the shape of the mark decides only where they do not.

use crate::Span;
use crate::segment::chars::{
    after, before, before_letter, is_closing, is_dash, is_dot, is_format, is_opening, is_pause,
    is_shout,
};

/// How many neighbours are looked at.
const NEAR: usize = 4;

/// What a quotation mark does where it stands.
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
    let rest = text.get(at + mark.len_utf8()..).unwrap_or("");
    let prev = before_letter(text, at);
    let next = rest.chars().take(NEAR).find(|&c| !is_format(c));
    // Marks that stand together point the same way: look past them.
    let bare = |c: &char| !(is_double(*c) || is_single(*c) || is_format(*c));
    let left = text
        .get(..at)
        .unwrap_or("")
        .chars()
        .rev()
        .take(NEAR)
        .find(bare);
    let right = rest.chars().take(NEAR).find(bare);
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

/// The stretches of `text` that stand in quotation marks, marks included, in order, the outermost
/// where they are nested; byte ranges of `text`. A mark left open ends with its paragraph, so a
/// quotation that opens anew in every paragraph is one stretch for each.
pub fn quotations(text: &str, paragraphs: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    for &paragraph in paragraphs {
        let body = paragraph.of(text);
        let mut found = doubles(body);
        found.extend(corners(body));
        found.extend(singles(body));
        // The longer one first where two begin together; what lies in or across another goes.
        found.sort_by_key(|span| (span.start, usize::MAX - span.end));
        let mut end = 0;
        for span in found {
            if span.start >= end {
                end = span.end;
                out.push(Span::new(
                    paragraph.start + span.start,
                    paragraph.start + span.end,
                ));
            }
        }
    }
    out
}

/// Quotations in double marks.
fn doubles(body: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in body.char_indices().filter(|&(_, c)| is_double(c)) {
        match (open, role(body, at, open.is_some())) {
            (None, Some(Role::Open)) => open = Some(at),
            (Some(start), Some(Role::Close)) => {
                out.push(Span::new(start, at + c.len_utf8()));
                open = None;
            }
            _ => {}
        }
    }
    out.extend(open.map(|start| Span::new(start, body.len())));
    out
}

/// Quotations in corner brackets, the outermost ones.
fn corners(body: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, c) in body.char_indices() {
        match c {
            '「' | '『' | '｢' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            '」' | '』' | '｣' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    out.push(Span::new(start, at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
    if depth > 0 {
        out.push(Span::new(start, body.len()));
    }
    out
}

/// Quotations in single marks. Only closed ones count, since an opening mark alone may be an
/// apostrophe (*’tis*); and a mark after *s* may be a plural's (*the ministers’ plan*), so the last
/// closing mark before the next opening one wins.
fn singles(body: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    let mut close: Option<(usize, bool)> = None; // where it ended, and whether it may be a plural
    for (at, c) in body.char_indices().filter(|&(_, c)| is_single(c)) {
        let end = at + c.len_utf8();
        match role(body, at, open.is_some()) {
            Some(Role::Open) => {
                if let (Some(start), Some((end, _))) = (open, close) {
                    out.push(Span::new(start, end));
                }
                let decade = after(body, end).is_some_and(|c| c.is_ascii_digit());
                if close.is_some() || open.is_none() {
                    open = (!decade).then_some(at);
                }
                close = None;
            }
            Some(Role::Close) if open.is_some() => {
                let plural = before(body, at).is_some_and(|c| matches!(c, 's' | 'S'))
                    && after(body, end).is_some_and(char::is_whitespace);
                match close {
                    Some((_, false)) => {}
                    _ => close = Some((end, plural)),
                }
            }
            _ => {}
        }
        if let (Some(start), Some((end, false))) = (open, close) {
            out.push(Span::new(start, end));
            (open, close) = (None, None);
        }
    }
    if let (Some(start), Some((end, _))) = (open, close) {
        out.push(Span::new(start, end));
    }
    out
}
