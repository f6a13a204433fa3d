//! Runs of stops: their kind and where they end. Dots with spaces between them are one run.

use super::chars::{
    after, before, before_letter, is_armenian, is_dot, is_full_stop, is_greek, is_shout, skip_space,
};

/// A run of stops.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stop {
    /// Bytes `start..end`.
    pub start: usize,
    pub end: usize,
    /// Full stops in it, an ellipsis counting three.
    pub dots: usize,
    /// The end of the first dot, if it is attached to a word and three more follow with spaces between: a full stop,
    /// and then an omission.
    pub spaced: Option<usize>,
    /// Three dots with spaces between and before: an omission inside a sentence, not at its end.
    pub omission: bool,
    /// Holds a question or exclamation mark that needs a space after it.
    pub shout: bool,
    /// Holds a question mark.
    pub question: bool,
    /// Holds a stop that always ends a sentence.
    pub full: bool,
}

impl Stop {
    /// The run of stops that starts at byte `at`, if one does.
    pub(crate) fn read(text: &str, at: usize) -> Option<Stop> {
        let mut stop = Stop {
            start: at,
            end: at,
            dots: 0,
            spaced: None,
            omission: false,
            shout: false,
            question: false,
            full: false,
        };
        let (mut spaces, mut first_dot) = (0, None);
        while let Some(c) = after(text, stop.end) {
            if c.is_whitespace() && stop.end > at {
                let Some(gap) = spaced_dot(text, stop.end) else {
                    break;
                };
                spaces += 1;
                stop.end = gap;
                continue;
            }
            match c {
                '…' => stop.dots += 3,
                _ if is_dot(c) => stop.dots += 1,
                _ if is_shout(c) || asks(text, stop.end) => {
                    stop.shout = true;
                    stop.question |= c != '!';
                }
                _ if is_full_stop(c) || is_colon_stop(text, stop.end) => stop.full = true,
                _ => break,
            }
            stop.end += c.len_utf8();
            first_dot = first_dot.or(Some(stop.end).filter(|_| is_dot(c)));
        }
        let tied = before(text, at).is_some_and(|c| !c.is_whitespace());
        stop.omission = stop.dots == 3 && spaces == 2 && !tied;
        stop.spaced = first_dot.filter(|_| stop.dots == 4 && spaces == 3 && tied);
        (stop.end > at).then_some(stop)
    }
}

/// The dot behind the white space at byte `at`, if it belongs to a spaced ellipsis and is not attached to a word.
fn spaced_dot(text: &str, at: usize) -> Option<usize> {
    let gap = skip_space(text, at);
    let dot = after(text, gap).filter(|&c| is_dot(c))?;
    let hangs = after(text, gap + dot.len_utf8()).is_some_and(|c| c.is_alphanumeric() || is_dot(c));
    (!hangs).then_some(gap)
}

/// Whether there is a Greek question mark, which looks like a semicolon, at byte `at`.
fn asks(text: &str, at: usize) -> bool {
    matches!(after(text, at), Some(';' | '\u{37E}'))
        && before_letter(text, at).is_some_and(is_greek)
}

/// Whether a colon at byte `at` stands for the Armenian full stop.
fn is_colon_stop(text: &str, at: usize) -> bool {
    after(text, at) == Some(':') && before_letter(text, at).is_some_and(is_armenian)
}
