//! The word before a full stop: whether its dot is that of an abbreviation, an initial or a number.

use super::abbreviations::{self, Kind};
use super::chars::{
    before, before_letter, fold, has_vowel, is_dash, is_dot, is_east_asian, is_format, is_mark,
    is_opening,
};
use super::lists;
use super::next::{self, Head, Next};
use crate::lang::Lang;
use crate::quotes::{is_double, is_single};

/// Longer words are no abbreviations.
const LONGEST: usize = 24;

/// The word before a stop.
#[derive(Debug)]
pub(crate) struct Word<'a> {
    pub text: &'a str,
    /// Where it begins.
    pub start: usize,
    pub folded: String,
    /// Begins after white space, a bracket, a quotation mark or a hyphen, so that it is whole.
    pub whole: bool,
}

/// The word that ends at byte `at`, where a stop stands, and begins no earlier than byte `from`:
/// letters, digits, degree signs and dots inside.
pub(crate) fn word_before(text: &str, from: usize, at: usize) -> Word<'_> {
    let mut at = at;
    while let Some(c) = before(text, at).filter(|&c| is_format(c)) {
        at -= c.len_utf8();
    }
    let mut start = at;
    for _ in 0..LONGEST {
        match before(text, start).filter(|_| start > from) {
            Some(c)
                if c.is_alphanumeric()
                    || is_mark(c)
                    || is_dot(c)
                    || matches!(c, '°' | '№' | '§') =>
            {
                start -= c.len_utf8()
            }
            _ => break,
        }
    }
    let word = text.get(start..at).unwrap_or("");
    let lead = before(text, start);
    Word {
        text: word,
        start,
        folded: fold(word),
        whole: start <= from
            || lead.is_none_or(|c| {
                c.is_whitespace()
                    || is_opening(c)
                    || is_dash(c)
                    || is_format(c)
                    || is_double(c)
                    || is_elision(text, start, at)
                    || c == '&'
            }),
    }
}

impl Word<'_> {
    /// One letter, or letters with dots between: *J*, *U.S*, *e.g*.
    fn is_initials(&self) -> bool {
        let mut parts = 0;
        let all = self.folded.split(is_dot).all(|part| {
            parts += 1;
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        });
        all && parts > 0 && !self.folded.chars().any(is_east_asian)
    }

    fn is_number(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(|c| c.is_numeric())
    }
}

/// Where a sentence stands when the dot comes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The first letter or digit of the sentence.
    pub first: Option<usize>,
    /// Where the sentence begins.
    pub start: usize,
    /// The sentence began in lower case, so the next one may too.
    pub lower: bool,
}

/// What stands between the dot and the next word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Behind {
    /// The byte behind the dot and its closing marks.
    pub end: usize,
    /// Whether there are closing quotation marks or brackets.
    pub closed: bool,
}

/// Whether the dot behind `word` ends the sentence, `next` being what follows.
pub(crate) fn ends(
    text: &str,
    lang: Lang,
    word: &Word<'_>,
    place: Place,
    next: &Next,
    behind: Behind,
) -> bool {
    let closed = behind.closed;
    if next.head == Head::Pause {
        return false;
    }
    // "1. The first item", "b. The second".
    let short = word.folded.chars().count() <= 3;
    if place.first == Some(word.start) && short && (word.is_number() || word.is_initials()) {
        let dressed = lists::marker(text, word.start).is_some_and(|(_, end)| end == behind.end);
        if dressed || !closed {
            return false;
        }
    }
    let kind = if word.whole {
        abbreviations::kind(lang, word.text, &word.folded)
    } else {
        None
    };
    if next.head == Head::Lower {
        let known =
            kind.is_some() || (word.whole && word.is_initials()) || word.folded.contains(is_dot);
        let chatty = place.lower
            || lang == Lang::English
                && word.folded.chars().count() > 3
                && abbreviations::is_chatty(&next::word(text, next.word));
        let item = lists::marker(text, next.word).is_some_and(|(marker, _)| marker.is_closed());
        return !closed && !known && !next.dash && !word.folded.is_empty() && (chatty || item);
    }
    if closed && word.is_initials() && kind.is_none() {
        return true;
    }
    let label = || next::is_label(text, next.word);
    let starter = || {
        next.head == Head::Upper && abbreviations::is_starter(lang, &next::word(text, next.word))
    };
    let over = || !next.dash && !next.bracket && (next.quote || starter() || label());
    match kind {
        Some(Kind::Title) if !closed => return false,
        Some(Kind::Number) => return closed || next.head != Head::Digit,
        Some(Kind::Middle | Kind::Title) => return over(),
        Some(Kind::Last) => return next.head == Head::Upper && !is_time(word, text, place, next),
        None => {}
    }
    if !word.whole || word.folded.is_empty() {
        return true;
    }
    if word.is_initials() {
        return over() && follows_lower(text, word);
    }
    if word.is_number() {
        let ordinal = lang == Lang::German
            && short
            && word.folded.chars().count() <= 2
            && next.head == Head::Upper;
        // "22. 2. 2014", "am 22. Februar".
        let date =
            lang != Lang::English && word.folded.chars().count() <= 2 && next.head == Head::Digit;
        return !date && (!ordinal || starter());
    }
    // "Mgr.", "стр.": no word is spoken without a vowel; "NBC." may end a sentence.
    let letters = word.text.chars().all(|c| c.is_alphabetic() || is_mark(c));
    let shouted = word.folded.chars().count() > 1 && !word.text.chars().any(char::is_lowercase);
    let unspoken =
        letters && !shouted && word.folded.chars().count() <= 5 && !has_vowel(&word.folded);
    !unspoken || starter()
}

/// "At 5 a.m. Mr. Smith went": a time in front of a sentence, or one with its day or zone.
fn is_time(word: &Word<'_>, text: &str, place: Place, next: &Next) -> bool {
    const WITH: &str = "monday tuesday wednesday thursday friday saturday sunday est edt et pst pdt pt ct cst cdt gmt utc bst cet eastern pacific";
    if !matches!(word.folded.as_str(), "a.m" | "p.m" | "am" | "pm") {
        return false;
    }
    let follow = next::word(text, next.word);
    let front = text.get(place.start..word.start).unwrap_or("");
    let words = front.split_whitespace().take(4).count();
    WITH.split_ascii_whitespace().any(|with| with == follow)
        || (words <= 2
            && front.chars().any(|c| c.is_ascii_digit())
            && front
                .split_whitespace()
                .next()
                .is_some_and(|w| w.chars().all(char::is_alphabetic)))
}

/// Whether the word from `start` to `end` stands behind a single mark, or behind the apostrophe of
/// an article (*l’Ing.*) rather than of a verb or a genitive (*Tony’s.*).
fn is_elision(text: &str, start: usize, end: usize) -> bool {
    let Some(mark) = before(text, start).filter(|&c| is_single(c)) else {
        return false;
    };
    let letters = text
        .get(start..end)
        .unwrap_or("")
        .chars()
        .filter(|&c| !is_mark(c))
        .count();
    letters > 2 || before_letter(text, start - mark.len_utf8()).is_none_or(|c| !c.is_alphanumeric())
}

/// "you and I. Did": the word before a single letter is in lower case, so the letter is no initial.
fn follows_lower(text: &str, word: &Word<'_>) -> bool {
    if word.folded.contains(is_dot) {
        return true;
    }
    let front = text.get(..word.start).unwrap_or("").trim_end();
    let mut letter = None;
    for c in front
        .chars()
        .rev()
        .take(LONGEST)
        .take_while(|c| !c.is_whitespace())
    {
        letter = Some(c);
    }
    letter.is_some_and(|c| !c.is_uppercase())
}
