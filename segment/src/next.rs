//! Reads what follows a stop: closing marks that belong to the sentence, then signs that the next sentence begins or
//! that this one continues.

use super::abbreviations::holds;
use super::chars::{
    after, before, find, find_or_end, fold, is_break, is_bullet, is_closing, is_dash, is_dot,
    is_emoji, is_format, is_mark, is_opening, is_pause, is_shad, is_small, skip_space,
};
use crate::Span;
use crate::marks::{Role, is_double, is_single, role};

/// How many characters before the next word are examined, and how many of the word.
const REACH: usize = 12;

/// Which quotation marks are open.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Open {
    pub double: bool,
    pub single: bool,
}

impl Open {
    /// Processes the quotation mark at byte `at`; returns its role there, if it has one.
    pub(crate) fn take(&mut self, text: &str, at: usize) -> Option<Role> {
        let c = after(text, at)?;
        let slot = if is_double(c) {
            &mut self.double
        } else if is_single(c) {
            &mut self.single
        } else {
            return None;
        };
        let role = role(text, at, *slot)?;
        *slot = role == Role::Open;
        Some(role)
    }
}

/// The closing marks behind a stop.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Closers {
    /// The byte behind the last of them.
    pub end: usize,
    /// A quotation mark is among them.
    pub quote: bool,
    /// A bracket is among them.
    pub bracket: bool,
    /// What is open behind them.
    pub open: Open,
}

/// Reads closing brackets and quotation marks from byte `at`, and what is attached to them: footnote
/// marks, asterisks of emphasis, emoji, invisible characters.
pub(crate) fn closers(text: &str, at: usize, open: Open) -> Closers {
    let mut found = Closers {
        end: at,
        quote: false,
        bracket: false,
        open,
    };
    while let Some(c) = after(text, found.end) {
        let next = found.end + c.len_utf8();
        if is_double(c) || is_single(c) {
            let mut then = found.open;
            if then.take(text, found.end) != Some(Role::Close) {
                break;
            }
            found.quote = true;
            found.open = then;
        } else if is_closing(c) {
            found.bracket |= !matches!(c, '」' | '』' | '｣');
            found.quote |= matches!(c, '」' | '』' | '｣');
        } else if let Some(end) = footnote(text, found.end) {
            found.end = end;
            continue;
        } else if matches!(c, '*' | '_') {
            if after(text, next).is_some_and(char::is_alphanumeric) {
                break;
            }
        } else if is_emoji(c) {
            // After the stop, with or without a space.
        } else if c.is_whitespace() {
            let over = skip_space(text, found.end);
            if let Some(end) = emoticon(text, over).or_else(|| emoji(text, over)) {
                found.end = end;
                continue;
            }
            // The second of two strokes, "། །".
            let shad = after(text, over).filter(|&c| is_shad(c));
            if let (Some(shad), Some(last)) = (shad, before(text, found.end))
                && is_shad(last)
            {
                found.end = over + shad.len_utf8();
                continue;
            }
            // A mark with spaces around it after the stop, as in French, closes if one is open.
            let mark = skip_space(text, found.end);
            let mut then = found.open;
            let spaced = after(text, mark).is_some_and(is_double) && then.double;
            if !spaced || then.take(text, mark) != Some(Role::Close) {
                break;
            }
            found.quote = true;
            found.open = then;
            found.end = mark + after(text, mark).map_or(0, char::len_utf8);
            continue;
        } else if !(is_format(c) || is_mark(c)) {
            break;
        }
        found.end = next;
    }
    found
}

/// The end of a footnote mark at byte `at`: `[12]`, `[2,3]`, `[note 4]`, `[citation needed]`, `²`, `†`. A square
/// bracket directly after the stop does not contain a separate sentence.
fn footnote(text: &str, at: usize) -> Option<usize> {
    match after(text, at)? {
        '[' => {
            let (end, close) = find(text, at + 1, LONGEST_NOTE, |c| {
                matches!(c, '[' | ']') || is_break(c)
            })?;
            (close == ']' && end > at + 1).then_some(end + 1)
        }
        c @ ('¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁻' | '†' | '‡') => {
            Some(at + c.len_utf8())
        }
        _ => None,
    }
}

/// The longest text of a footnote mark in square brackets.
const LONGEST_NOTE: usize = 40;

/// The end of a run of emoji at byte `at` that is not attached to a word.
fn emoji(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    while let Some(c) = after(text, end).filter(|&c| is_emoji(c) && end - at < LONGEST_NOTE) {
        end += c.len_utf8();
    }
    let free = after(text, end).is_none_or(char::is_whitespace);
    (end > at && free).then_some(end)
}

/// The end of an emoticon at byte `at`, such as `:-)`.
fn emoticon(text: &str, at: usize) -> Option<usize> {
    let mut end = at + 1;
    if !matches!(after(text, at)?, ':' | ';' | '=') {
        return None;
    }
    if after(text, end) == Some('-') {
        end += 1;
    }
    if !matches!(after(text, end)?, ')' | '(' | 'D' | 'P' | 'p' | '/') {
        return None;
    }
    end += 1;
    after(text, end)
        .is_none_or(char::is_whitespace)
        .then_some(end)
}

/// Whether the capitalised word at byte `at` names what follows, as in a caption: *Image: Reuters*.
pub(crate) fn is_label(text: &str, at: usize) -> bool {
    after(text, at).is_some_and(char::is_uppercase)
        && find(text, at, 2 * REACH, |c| !(c.is_alphabetic() || is_mark(c)))
            .is_some_and(|(_, c)| c == ':')
}

/// Whether the credit of a picture begins at byte `at`.
pub(crate) fn is_credit(text: &str, at: usize) -> bool {
    const CREDITS: &str = "image images photo photos picture photograph source credit foto fotos bild quelle imagen fuente fonte фото";
    is_label(text, at) && holds(CREDITS, &word(text, at))
}

/// The first letter, digit or sign of what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    Upper,
    Lower,
    /// A letter of a script without case.
    Caseless,
    Digit,
    /// A comma and the like: nothing ends before it.
    Pause,
    /// Any other sign, such as a currency's.
    Sign,
    /// The paragraph is over.
    End,
}

/// What follows a stop and its closing marks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Next {
    pub head: Head,
    /// Where the word begins, behind opening marks and dashes.
    pub word: usize,
    /// There is white space between.
    pub gap: bool,
    pub dash: bool,
    /// An opening quotation mark, or an inverted question or exclamation mark.
    pub quote: bool,
    pub bracket: bool,
}

/// Examines the text from byte `at` on.
pub(crate) fn next(text: &str, at: usize) -> Next {
    let first = skip_space(text, at);
    let mut found = Next {
        head: Head::End,
        word: first,
        gap: first > at,
        dash: false,
        quote: false,
        bracket: false,
    };
    for _ in 0..REACH {
        let Some(c) = after(text, found.word) else {
            return found;
        };
        if c.is_alphanumeric() {
            found.head = head(c);
            return found;
        }
        if is_dash(c) {
            found.dash = true;
        } else if is_double(c) || is_single(c) || matches!(c, '¿' | '¡' | '「' | '『' | '｢') {
            found.quote = true;
        } else if is_opening(c) {
            found.bracket = true;
        } else if found.word == first && (is_pause(c) || is_closing(c)) {
            found.head = Head::Pause;
            return found;
        } else if !(is_bullet(c)
            || is_format(c)
            || is_mark(c)
            || matches!(c, '*' | '_')
            || (c.is_whitespace() && found.dash))
        {
            break;
        }
        found.word += c.len_utf8();
    }
    found.head = Head::Sign;
    found
}

fn head(c: char) -> Head {
    if c.is_uppercase() {
        Head::Upper
    } else if is_small(c) {
        Head::Lower
    } else if c.is_alphabetic() {
        Head::Caseless
    } else {
        Head::Digit
    }
}

/// The word that starts at byte `at`, up to an apostrophe, folded; empty for a long one.
pub(crate) fn word(text: &str, at: usize) -> String {
    let end = find_or_end(text, at, 2 * REACH, |c| {
        !(c.is_alphanumeric() || is_mark(c))
    });
    fold(Span::new(at, end.map_or(at, |(end, _)| end)).of(text))
}

/// Whether the word at byte `at` is one capital letter with a dot, as of a name.
pub(crate) fn is_initial(text: &str, at: usize) -> bool {
    after(text, at).is_some_and(|letter| {
        let behind = find(text, at + letter.len_utf8(), 4, |c| !is_mark(c));
        letter.is_uppercase() && behind.is_some_and(|(_, c)| is_dot(c))
    })
}

/// Whether byte `at` begins a run of characters without white space.
pub(crate) fn at_token(text: &str, at: usize) -> bool {
    before(text, at).is_none_or(char::is_whitespace)
}
