//! Looks at the word before a full stop: is the dot part of an abbreviation, an initial or a number?

use super::abbreviations::{self, Kind, holds};
use super::chars::{
    after, before, find, fold, has_vowel, head, is_dash, is_dot, is_east_asian, is_format,
    is_indic, is_mark, is_opening, is_thai, skip_space,
};
use super::lists;
use super::next::{self, Head, Next};
use crate::Span;
use crate::lang::Lang;
use crate::marks::{is_double, is_single};

/// Longer words are not abbreviations.
const LONGEST: usize = 24;

/// The word before a stop.
#[derive(Debug)]
pub(crate) struct Word<'a> {
    pub text: &'a str,
    /// Where it begins.
    pub start: usize,
    pub folded: String,
    /// Its characters, without marks.
    pub letters: usize,
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
    let (mut start, mut letters) = (at, 0);
    while let Some(c) = before(text, start).filter(|_| start > from && letters < LONGEST) {
        if !(c.is_alphanumeric() || is_mark(c) || is_dot(c) || matches!(c, '°' | '№' | '§')) {
            break;
        }
        letters += usize::from(!is_mark(c));
        start -= c.len_utf8();
    }
    let word = Span::new(start, at).of(text);
    let lead = before(text, start);
    Word {
        text: word,
        start,
        letters,
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

    /// A day and a month: *12.3*.
    fn is_date(&self) -> bool {
        let parts = || self.text.split(is_dot);
        let short = |part: &str| {
            matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        parts().count() == 2 && parts().all(short)
    }
}

/// Whether the word is an abbreviation in the lists of `lang`.
pub(crate) fn is_known(lang: Lang, word: &Word<'_>) -> bool {
    abbreviations::kind(lang, word.text, &word.folded).is_some()
}

/// The state of a sentence at a dot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The first letter or digit of the sentence.
    pub first: Option<usize>,
    /// The sentence began in lower case, so the next one may too.
    pub lower: bool,
}

/// What is between the dot and the next word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Behind {
    /// The byte behind the dot and its closing marks.
    pub end: usize,
    /// Whether there are closing quotation marks or brackets.
    pub closed: bool,
}

/// Whether the dot after `word` ends the sentence; `next` is what follows.
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
    let short = word.letters <= 3;
    if place.first == Some(word.start) && short && (word.is_number() || word.is_initials()) {
        let dressed = lists::marker(text, word.start).is_some_and(|(_, end)| end == behind.end);
        if dressed || !closed {
            return false;
        }
    }
    // "II. Abdülhamid", "II. Dünya Savaşı".
    if place.first == Some(word.start) && lang.dots_ordinals() && is_roman(word.text) {
        return false;
    }
    if word.text.chars().next_back().is_some_and(is_thai) {
        return false;
    }
    let is_capital = |c: char| c.is_uppercase() || is_mark(c);
    let lone = word.letters == 1 && word.text.chars().all(is_capital);
    let mut kind = if word.whole {
        abbreviations::kind(lang, word.text, &word.folded)
    } else {
        None
    };
    // "S. 5" is a page, "S. Roth" a person.
    if kind == Some(Kind::Number) && lone && next.head != Head::Digit {
        kind = None;
    }
    if next.head == Head::Lower {
        let known =
            kind.is_some() || (word.whole && word.is_initials()) || word.folded.contains(is_dot);
        let chatty = place.lower
            || lang == Lang::English
                && word.letters > 3
                && abbreviations::is_chatty(&next::word(text, next.word));
        let item = lists::marker(text, next.word).is_some_and(|(marker, _)| marker.is_closed());
        return !closed && !known && !next.dash && !word.folded.is_empty() && (chatty || item);
    }
    if closed && word.is_initials() && kind.is_none() {
        return true;
    }
    let label = || next::is_label(text, next.word);
    let following = next::word(text, next.word);
    let starter = || {
        next.head == Head::Upper
            && abbreviations::is_starter(lang, &following)
            && !next::is_initial(text, next.word)
    };
    let no_name = || starter() && !next.bracket && !abbreviations::begins_names(&following);
    let over = || !next.dash && !next.bracket && (next.quote || starter() || label());
    match kind {
        Some(Kind::Title) if !closed => return false,
        Some(Kind::Either) if !closed => return no_name(),
        Some(Kind::Number) => {
            let numbered = next.head == Head::Digit || is_counter(&following, text, next, &starter);
            return closed || !numbered;
        }
        Some(Kind::Middle | Kind::Title | Kind::Either) => return over(),
        Some(Kind::Last) => return next.head == Head::Upper && !is_time(word, text, place, next),
        None => {}
    }
    if !word.whole || word.folded.is_empty() {
        return true;
    }
    if word.text.chars().next_back().is_some_and(is_indic) && word.letters == 1 {
        return !in_chain(text, word, next);
    }
    if word.is_initials() {
        // "Plan B. It failed" is over, "J. B. Priest" is not.
        let labelled = lone && next.head == Head::Upper && is_labelled(text, word);
        let said = || {
            starter() && matches!(following.as_str(), "he" | "she" | "we" | "you") && !next.bracket
        };
        return labelled || over() && (follows_lower(text, word) || no_name() || said());
    }
    if lang.dots_ordinals() && is_roman(word.text) && next.head == Head::Upper {
        return starter();
    }
    if word.is_date() && lang != Lang::English {
        return match next.head {
            Head::Upper if next.bracket => false,
            Head::Upper => starter() || next.quote || !lang.dots_ordinals(),
            _ => next.head != Head::Digit,
        };
    }
    if word.is_number() {
        // "22. 2. 2014", "am 22. Februar".
        let date = lang != Lang::English && word.letters <= 2 && next.head == Head::Digit;
        let ordinal = next.head == Head::Upper && is_ordinal(text, lang, word);
        return !date && (!ordinal || starter());
    }
    // "Mgr.", "стр.": a word without a vowel is an abbreviation; "NBC." may end a sentence.
    let letters = word.text.chars().all(|c| c.is_alphabetic() || is_mark(c));
    let shouted = word.letters > 1 && !word.text.chars().any(char::is_lowercase);
    let unspoken = letters && !shouted && word.letters <= 5 && !has_vowel(&word.folded);
    !unspoken || starter()
}

/// "At 5 a.m. Mr. Smith went": a time in front of a sentence, or one with its day or zone.
fn is_time(word: &Word<'_>, text: &str, place: Place, next: &Next) -> bool {
    const WITH: &str = "monday tuesday wednesday thursday friday saturday sunday est edt et pst pdt pt ct cst cdt gmt utc bst cet eastern pacific";
    if !matches!(word.folded.as_str(), "a.m" | "p.m" | "am" | "pm") {
        return false;
    }
    if holds(WITH, &next::word(text, next.word)) {
        return true;
    }
    // Only one word and one number come before it.
    let first = place.first.unwrap_or(word.start);
    let number = find(text, first, 8, |c| !(c.is_alphabetic() || is_mark(c)))
        .map_or(first, |(end, _)| skip_space(text, end));
    let end =
        find(text, number, 6, char::is_whitespace).map_or(number, |(end, _)| skip_space(text, end));
    number > first && end == word.start && after(text, number).is_some_and(|c| c.is_ascii_digit())
}

/// Whether the word from `start` to `end` is after a single mark, or after the apostrophe of an article (*l’Ing.*)
/// rather than of a verb or a genitive (*Tony’s.*).
fn is_elision(text: &str, start: usize, end: usize) -> bool {
    let Some(mark) = before(text, start).filter(|&c| is_single(c)) else {
        return false;
    };
    let letters = Span::new(start, end)
        .of(text)
        .chars()
        .filter(|&c| !is_mark(c))
        .count();
    let article = word_before(text, 0, start - mark.len_utf8());
    letters > 2 || article.letters == 0 || (article.letters <= 2 && letters == 2)
}

/// "you and I. Did": the word before a single letter is in lower case, so the letter is not an initial.
fn follows_lower(text: &str, word: &Word<'_>) -> bool {
    if word.folded.contains(is_dot) {
        return true;
    }
    let mut at = head(text, word.start).trim_end().len();
    let (mut first, mut letters) = (None, 0);
    while let Some(c) = before(text, at).filter(|c| !c.is_whitespace() && letters < LONGEST) {
        if !is_mark(c) {
            first = Some(c);
            letters += 1;
        }
        at -= c.len_utf8();
    }
    first.is_some_and(|c| !c.is_uppercase())
}

/// Whether a number with a dot before a capital is an ordinal. German nouns have a capital, so a short number is an
/// ordinal, and a long one after an article or a genitive (*ihr 150. Jubiläum*, *Mozarts
/// 250. Geburtstag*); a year is not. Turkish and Hungarian sentences seldom end with a number.
fn is_ordinal(text: &str, lang: Lang, word: &Word<'_>) -> bool {
    let before = word_before(text, 0, head(text, word.start).trim_end().len());
    // "Abb. 3. Dort": the number belongs to the abbreviation, and the sentence is over.
    if let Some(bare) = before.text.strip_suffix(is_dot)
        && abbreviations::kind(lang, bare, &fold(bare)) == Some(Kind::Number)
    {
        return false;
    }
    match lang {
        // "den 2. Verdenskrig"
        Lang::Danish | Lang::Norwegian => {
            word.letters <= 2
                && before.whole
                && matches!(before.folded.as_str(), "den" | "det" | "de")
        }
        Lang::German if word.letters > 2 => {
            const BEFORE: &str = "der die das den dem des ein eine einen einem einer eines zum zur am vom beim im ins mein meine \
                meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines ihr ihre ihren \
                ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure jeder jede jedes jeden jedem dieser diese \
                dieses diesen diesem kein keine";
            let capital = before.text.chars().next().is_some_and(char::is_uppercase);
            before.whole
                && (holds(BEFORE, &before.folded) || capital && before.folded.ends_with('s'))
        }
        Lang::German | Lang::Turkish | Lang::Hungarian => word.letters <= 2,
        _ => false,
    }
}

/// Whether a letter names one of several, as in *Plan B* or *Vitamin C*.
fn is_labelled(text: &str, word: &Word<'_>) -> bool {
    const LABELS: &str = "plan plans vitamin vitamins vitamine vitamina model type typ tipo types hall group gruppe groupe grupo gruppo \
        grupp gruppen class klasse classe clase grade section hepatitis hepatite exhibit option team serie series category kategorie \
        gate zone building unit channel annex appendix schedule block influenza grippe form";
    let before = word_before(text, 0, head(text, word.start).trim_end().len());
    before.whole && holds(LABELS, &before.folded)
}

/// Whether a word is a Roman number in capitals.
fn is_roman(word: &str) -> bool {
    let digit = |byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M');
    let mut small = word
        .bytes()
        .filter(|byte| matches!(byte, b'I' | b'V' | b'X'));
    !word.is_empty() && word.bytes().all(digit) && (word.len() > 3 || small.next().is_some())
}

/// Whether the capitalised word after *vol.*, *sec.* or *art.* counts like a digit: *XIV*.
fn is_counter(following: &str, text: &str, next: &Next, starter: &dyn Fn() -> bool) -> bool {
    let end = next.word + following.len();
    let whole = !after(text, end).is_some_and(is_mark);
    whole && next.head == Head::Upper && is_roman(Span::new(next.word, end).of(text)) && !starter()
}

/// Whether the syllable before a dot is a letter of a name's initials, as the scripts of India write them: *बी. के.
/// सिंह*. A dot is before it, or after the next syllable.
fn in_chain(text: &str, word: &Word<'_>, next: &Next) -> bool {
    let lead = head(text, word.start).trim_end();
    let end = find(text, next.word, 8, |c| !(c.is_alphabetic() || is_mark(c)));
    let behind = end.filter(|&(end, c)| {
        is_dot(c)
            && Span::new(next.word, end)
                .of(text)
                .chars()
                .filter(|&c| !is_mark(c))
                .count()
                <= 2
    });
    lead.ends_with(is_dot) || behind.is_some()
}
