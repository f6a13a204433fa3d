//! Footnote marks: *[4]*, *[citation needed]*, *²*. They are attached to a word or a stop and are not words
//! of the sentence.

use crate::Span;
use crate::chars::{after, find, is_break};

/// The longest text of a mark in square brackets.
const LONGEST: usize = 40;

/// Units that are raised to a power.
const UNITS: &str = "m cm mm km dm µm μm nm in ft yd mi м км см мм";

/// The end of a mark in square brackets at byte `at`, directly after the text before it: a number,
/// a letter, or a remark that begins with a small letter.
pub(crate) fn mark(text: &str, at: usize) -> Option<usize> {
    let (end, close) = find(text, at + 1, LONGEST, |c| {
        matches!(c, '[' | ']') || is_break(c)
    })?;
    let inner = Span::new(at + 1, end).of(text);
    let first = inner.chars().next()?;
    let numbered = || {
        inner
            .chars()
            .all(|c| c.is_numeric() || matches!(c, ',' | ';' | '-' | '–' | '—' | ' '))
    };
    // "word[s]" and "[T]he" are an editor's letters.
    let remark = || {
        first.is_lowercase()
            && inner.chars().count() > 2
            && after(text, end + 1).is_none_or(|c| !c.is_alphanumeric())
    };
    let sound = close == ']' && (first.is_numeric() && numbered() || remark() || lettered(inner));
    sound.then_some(end + 1)
}

/// *[a]*, *[A]*, as footnotes in letters are.
fn lettered(inner: &str) -> bool {
    let mut chars = inner.chars();
    chars
        .next()
        .is_some_and(|c| c.is_alphabetic() && !matches!(c, 's' | 'S'))
        && chars.next().is_none()
}

/// Small raised figures.
pub(crate) fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁻')
}

/// Whether raised figures after this word belong to it: a unit, a number or a letter can have a power
/// (*km²*, *10²*, *x²*).
pub(crate) fn has_powers(word: &str) -> bool {
    word.chars().count() == 1
        || word.chars().all(char::is_numeric)
        || UNITS.split_ascii_whitespace().any(|unit| unit == word)
}
