//! Cuts a text into words and numbers the distinct ones, so that every later step compares integers. Words
//! are bounded by white space and by the rules of Unicode's UAX #29. A word has at least one letter, digit
//! or underscore (the word characters of UTS #18).

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::Span;
use crate::chars::{before, is_format};
use crate::fold::{Nfkc, fold};
use crate::syllables::{is_syllabic, syllables};
use crate::{hyphens, notes};

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word {
    /// Its place, in bytes.
    pub span: Span,
    /// Its number in the [`Vocabulary`] of its text: equal for equal folded forms.
    pub key: u32,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

/// The distinct words of one text, in their folded form, numbered from 0.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    forms: Vec<Box<str>>,
}

impl Vocabulary {
    /// How many distinct words there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there is no word at all.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The folded form of word number `key`, or the empty string.
    pub fn form(&self, key: u32) -> &str {
        self.forms.get(key as usize).map_or("", |form| form)
    }

    /// Adds a form that is not a folded word of the text, and returns its number.
    pub fn add(&mut self, form: String) -> u32 {
        self.forms.push(form.into_boxed_str());
        self.forms.len() as u32 - 1
    }

    /// All forms, in the order of their numbers.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms.iter().map(|form| &**form)
    }
}

/// The words of `text`, in order, and their vocabulary.
pub fn words(text: &str, nfkc: Nfkc<'_>) -> (Vec<Word>, Vocabulary) {
    let mut numbers: HashMap<Box<str>, u32> = HashMap::new();
    let mut as_written: HashMap<&str, u32> = HashMap::new();
    let mut vocabulary = Vocabulary::default();
    let mut words = Vec::new();
    pieces(text, |span| {
        let word = span.of(text);
        let key = *as_written.entry(word).or_insert_with(|| {
            let form = match hyphens::joined(word) {
                Some(joined) => fold(&joined, nfkc),
                None => fold(word, nfkc),
            };
            *numbers
                .entry(form.into_boxed_str())
                .or_insert_with_key(|form| {
                    vocabulary.forms.push(form.clone());
                    vocabulary.forms.len() as u32 - 1
                })
        });
        words.push(Word {
            span,
            key,
            capital: word.chars().next().is_some_and(char::is_uppercase),
        });
    });
    (words, vocabulary)
}

/// Whether the word `left`, followed only by a hyphen up to byte `end`, continues in the next line. The
/// word then reaches from its start to the end of its second half.
pub fn goes_on(text: &str, left: Span, end: usize) -> bool {
    hyphens::Parting::new(text).goes_on(left, end)
}

/// A divided word, joined; any other word unchanged.
pub fn without_parting(word: &str) -> Cow<'_, str> {
    hyphens::joined(word).map_or(Cow::Borrowed(word), Cow::Owned)
}

/// How many words `text` has, without numbering them.
pub fn count(text: &str) -> u32 {
    let mut count = 0;
    pieces(text, |_| count += 1);
    count
}

/// Calls `emit` with each word of `text`, in order. Except for a word that is divided at a line's end, no word
/// contains white space, so the text is cut there first (Unicode's rules alone would keep *10 000* with a narrow
/// no-break space, and in French a word and such a space before its mark, in one); most pieces between are plain
/// letters with at most a stop after them, which are recognised as words without tables.
fn pieces(text: &str, mut emit: impl FnMut(Span)) {
    let mut parting = hyphens::Parting::new(text);
    // The first half of a word that continues in the next line.
    let mut half: Option<Span> = None;
    // The end of the current footnote mark.
    let mut note = 0;
    let mut at = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += chunk.len();
        let bare = chunk.trim_end();
        if bare.is_empty() {
            continue;
        }
        let mut put = |span: Span| match half.take() {
            Some(first) => emit(Span::new(first.start, span.end)),
            None => emit(span),
        };
        let plain = bare.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        if start >= note && !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_alphanumeric()) {
            put(Span::new(start, start + plain.len()));
            continue;
        }
        let mut last: Option<Span> = None;
        inside(
            text,
            Span::new(start, start + bare.len()),
            &mut note,
            &mut |span| {
                if let Some(span) = last.replace(span) {
                    put(span);
                }
            },
        );
        if let Some(last) = last {
            // If a first half is waiting, it comes first.
            match half.take() {
                Some(first) => half = Some(Span::new(first.start, last.end)),
                None => half = Some(last),
            }
            if !parting.goes_on(last, start + bare.len())
                && let Some(whole) = half.take()
            {
                emit(whole);
            }
        }
    }
    if let Some(half) = half {
        emit(half);
    }
}

/// The words of a chunk without white space, by Unicode's rules, with four exceptions: footnote marks are not words,
/// nor are small raised figures after a word; a zero-width space, or an accent used as an apostrophe, between letters
/// does not separate; and scripts without spaces are cut into syllables.
fn inside(text: &str, chunk: Span, note: &mut usize, mut emit: &mut dyn FnMut(Span)) {
    let body = chunk.of(text);
    if body.is_ascii() && !body.contains(['[', '`']) && chunk.start >= *note {
        for (at, piece) in body.split_word_bound_indices() {
            if piece.contains(in_words) {
                emit(Span::new(chunk.start + at, chunk.start + at + piece.len()));
            }
        }
        return;
    }
    if body.contains(is_syllabic) {
        // Runs of these scripts, and what stands between them, in turn.
        let mut start = chunk.start;
        while start < chunk.end {
            let rest = Span::new(start, chunk.end).of(text);
            let syllabic = rest.starts_with(is_syllabic);
            let other = |c: char| is_syllabic(c) != syllabic && !(syllabic && is_format(c));
            let end = rest.find(other).map_or(chunk.end, |len| start + len);
            let run = Span::new(start, end);
            if !syllabic {
                inside(text, run, note, &mut emit);
            } else if start >= *note {
                syllables(text, run, &mut emit);
            }
            start = end;
        }
        return;
    }
    let mut last: Option<Span> = None;
    let mut gap = false;
    for (at, piece) in body.split_word_bound_indices() {
        let span = Span::new(chunk.start + at, chunk.start + at + piece.len());
        if span.start < *note {
            continue;
        }
        if piece == "["
            && before(text, span.start).is_some_and(|c| !c.is_whitespace())
            && let Some(end) = notes::mark(text, span.start)
        {
            *note = end;
            continue;
        }
        // An accent or a prime between letters is an apostrophe of a keyboard without one.
        if matches!(piece, "\u{200B}" | "`" | "´" | "\u{2032}" | "‛") {
            gap = last.is_some_and(|last| last.end == span.start);
            continue;
        }
        let tied = last.filter(|last| last.end == span.start);
        let raised = at > 0
            && piece.chars().all(notes::is_raised)
            && !tied.is_some_and(|last| notes::has_powers(last.of(text)));
        if raised || !piece.contains(in_words) {
            gap = false;
            continue;
        }
        match last {
            Some(before) if gap => last = Some(Span::new(before.start, span.end)),
            _ => {
                if let Some(before) = last.replace(span) {
                    emit(before);
                }
            }
        }
        gap = false;
    }
    if let Some(last) = last {
        emit(last);
    }
}

/// Whether a word, in its folded form, is a syllable of a script that has no spaces between words (Thai,
/// Lao, Khmer, Burmese), so that it is about half a word of other languages.
pub fn is_syllable(form: &str) -> bool {
    form.starts_with(is_syllabic)
}

/// Whether a piece with this character is a word: letters, digits, and what joins words as they do.
fn in_words(c: char) -> bool {
    let joins = matches!(
        c,
        '_' | '\u{203F}' | '\u{2040}' | '\u{2054}' | '\u{FE33}' | '\u{FE34}' | '\u{FE4D}'
            ..='\u{FE4F}' | '\u{FF3F}'
    );
    joins || c.is_alphanumeric()
}

#[cfg(all(test, feature = "normalization"))]
mod tests {
    use super::{Vocabulary, Word};
    use crate::fold::nfkc;

    fn words(text: &str) -> (Vec<Word>, Vocabulary) {
        super::words(text, &nfkc)
    }

    fn cut(text: &str) -> String {
        let (words, vocabulary) = words(text);
        let forms: Vec<&str> = words.iter().map(|w| vocabulary.form(w.key)).collect();
        forms.join(" | ")
    }

    #[test]
    fn words_are_cut_where_a_reader_would() {
        assert_eq!(
            cut("Don’t say “NATO-Russia”!"),
            "don't | say | nato | russia"
        );
        assert_eq!(
            cut("some 35,000-40,000 troops"),
            "some | 35,000 | 40,000 | troops"
        );
        assert_eq!(cut("The\u{a0}North — 3.5 %"), "the | north | 3.5");
        assert_eq!(cut("Україна та НАТО"), "україна | та | нато");
        assert_eq!(cut("北约 👍🏽"), "北 | 约");
        assert_eq!(cut("รัฐบาล NATO ปิด3วัน[4]"), "รัฐ | บาล | nato | ปิด | 3 | วัน");
        assert_eq!(cut("รัฐ\u{200b}บาล"), "รัฐ | บาล");
        assert_eq!(cut("…—!?"), "");
        assert_eq!(cut("a \u{93f}"), "a | \u{93f}");
        assert_eq!(cut("don´t, don`t, don′t, ´a´"), "don't | don't | don't | a");
        assert_eq!(
            cut("Oui\u{202f}! «\u{202f}10\u{202f}000\u{202f}»"),
            "oui | 10 | 000"
        );
        assert_eq!(cut("a _ b_c ___"), "a | _ | b_c | ___");
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_cuts_as_unicode_does(text in r"(\PC|[a-c \n\r.,;:!?'0-9\u{301}\u{93f}\u{200d}\u{200b}א\u{22}\u{b}\u{a0}🇺🇦👍ア]){0,24}") {
            // Where Unicode agrees on what is a word, and on white space.
            proptest::prop_assume!(!text.contains(['\u{202f}', '_', '‿', '⁀', '⁔', '︳', '︴', '﹍', '﹎', '﹏', '＿', '[', '`', '´', '′', '‛', '\u{200b}', '\u{ad}', '-', '\u{2010}']));
            proptest::prop_assume!(!text.contains(|c: char| crate::notes::is_raised(c) || crate::syllables::is_syllabic(c)));
            let whole: Vec<(usize, &str)> = unicode_segmentation::UnicodeSegmentation::unicode_word_indices(&*text)
                .map(|(at, piece)| (at + piece.len() - piece.trim_start().len(), piece.trim_start()))
                .collect();
            let mut found = Vec::new();
            super::pieces(&text, |span| found.push((span.start, span.of(&text))));
            proptest::prop_assert_eq!(found, whole);
        }
    }

    #[test]
    fn a_word_parted_at_a_lines_end_is_one() {
        assert_eq!(
            cut("the passen-\ngers of the Hafen-\nund Bahnhof"),
            "the | passengers | of | the | hafen | und | bahnhof"
        );
        assert_eq!(
            cut("Reisen\u{ad}\r\nden, a re-\n  for-\nmer."),
            "reisenden | a | reformer"
        );
        assert_eq!(
            cut("a well-\nknown Anglo-\nAmerican, 35-\nyear, self-\nish high-\nly"),
            "a | well | known | anglo | american | 35 | year | selfish | highly"
        );
        assert_eq!(
            cut("Außen-\nminister ex-\nminister ex-\nplain so-\ncalled so-\ncial"),
            "außenminister | ex | minister | explain | so | called | social"
        );
        // The spelling elsewhere in the text decides.
        assert_eq!(cut("far-\nmer far-mer"), "far | mer | far | mer");
        assert_eq!(cut("over-\nrun, then overrun"), "overrun | then | overrun");
        assert_eq!(cut("passen-\n\ngers"), "passen | gers");
        assert_eq!(cut("he said -\nno"), "he | said | no");
    }

    #[test]
    fn footnote_marks_are_no_words() {
        assert_eq!(
            cut(
                "in 1931[4] with Holm[5][6] and[note 3] raised.[7] The end[citation needed]. [8] is one"
            ),
            "in | 1931 | with | holm | and | raised | the | end | 8 | is | one"
        );
        assert_eq!(
            cut("Holm² and later raised.³ As¹ 25 km² x²"),
            "holm | and | later | raised | as | 25 | km | 2 | x | 2"
        );
        assert_eq!(
            cut("an [old] word, a [very old] one"),
            "an | old | word | a | very | old | one"
        );
    }

    #[test]
    fn a_zero_width_space_parts_no_word() {
        assert_eq!(
            cut("The parlia\u{200b}ment voted.\u{200b}Then"),
            "the | parliament | voted | then"
        );
    }

    #[test]
    fn equal_words_have_one_number() {
        let (words, vocabulary) = words("Crimea, CRIMEA and Crime\u{ad}a");
        assert_eq!(words[0].key, words[1].key);
        assert_eq!(words[0].key, words[3].key);
        assert_eq!(vocabulary.len(), 2);
    }
}
