//! Finds quotations, and says of a single mark whether it opens or closes. News is made of quoted
//! speech: sentences must not be torn from the mark that closes them, and a reader wants to see
//! who was quoted with what.
//!
//! Straight marks carry no direction and curly ones are often wrong, so a mark's role follows from
//! its neighbours; the shape of the mark decides only where they do not.

use crate::Span;
use crate::chars::{
    after, before, before_letter, find, find_back, is_closing, is_dash, is_dot, is_format,
    is_opening, is_pause, is_shout,
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
    let end = at + mark.len_utf8();
    let prev = before_letter(text, at);
    let next = find(text, end, NEAR, |c| !is_format(c)).map(|(_, c)| c);
    // Marks that stand together point the same way: look past them.
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

/// The stretches of `text` that stand in quotation marks, marks included, in order, the outermost
/// where they are nested; byte ranges of `text`. A mark left open ends with its paragraph, so a
/// quotation that opens anew in every paragraph is one stretch for each.
pub fn quotations(text: &str, paragraphs: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    for &paragraph in paragraphs {
        let body = paragraph.of(text);
        let may_quote = |byte: u8| !byte.is_ascii() || matches!(byte, b'"' | b'\'');
        if !body.bytes().any(may_quote) {
            continue;
        }
        let found = [doubles(body), corners(body), singles(body)];
        // What begins first holds, the longer one where two begin together; what lies in or across
        // it goes. Each list is in order, so the heads are compared.
        let mut heads = [0; 3];
        let mut end = 0;
        loop {
            let mut first: Option<Span> = None;
            for (list, head) in found.iter().zip(&mut heads) {
                while list.get(*head).is_some_and(|span| span.start < end) {
                    *head += 1;
                }
                if let Some(&span) = list.get(*head) {
                    let sooner =
                        first.is_none_or(|first| (span.start, first.end) < (first.start, span.end));
                    first = if sooner { Some(span) } else { first };
                }
            }
            let Some(span) = first else {
                break;
            };
            end = span.end;
            out.push(Span::new(
                paragraph.start + span.start,
                paragraph.start + span.end,
            ));
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

#[cfg(test)]
mod tests {
    use super::quotations;
    use crate::paragraphs;

    /// Checks that the quotations of a text are what stands between the pipes.
    fn quotes(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> = quotations(&text, &paragraphs(&text))
            .iter()
            .map(|span| span.of(&text))
            .collect();
        let wanted: Vec<&str> = marked.split('|').skip(1).step_by(2).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn double_marks_of_every_shape() {
        quotes("He said |“no”| and |\"maybe\"|, then |«oui»| or |« si »|, |»ja«|, |„doch“|.");
        quotes("|“One.”||“Two.”|");
        quotes("彼は|「行く『今』だ」|と|『言った』|。");
    }

    #[test]
    fn single_marks_where_they_quote() {
        quotes("NATO sees |‘some signs’| of it, |'a start'|, it's said.");
        quotes("The ministers' plan and the '90s didn't last; 'tis so.");
        quotes("|‘The ministers’ plan failed,’| he said.");
        quotes("|“They told me ‘go home’ twice,”| she said.");
    }

    #[test]
    fn inches_and_strays_do_not_quote() {
        quotes("A 6\" plate and a 5'10\" man. They left” early.");
    }

    #[test]
    fn an_open_mark_ends_with_its_paragraph() {
        quotes("|“It was late.|\n\n|“We went home,”| she said.\n\nNobody |“spoke.|");
    }
}
