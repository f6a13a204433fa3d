//! Cuts a text into words and gives each distinct word a number, so that every later step compares
//! integers. Word boundaries are those of white space and of Unicode's UAX #29; what has no letter, digit
//! or underscore (the word characters of UTS #18) is no word.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::Span;
use crate::fold::{Nfkc, fold};

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
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

    /// Takes in a form that is no folded word of the text, and gives its number.
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
    let words = pieces(text)
        .map(|(start, word)| {
            let key = *as_written.entry(word).or_insert_with(|| {
                let form = fold(word, nfkc).into_boxed_str();
                *numbers.entry(form).or_insert_with_key(|form| {
                    vocabulary.forms.push(form.clone());
                    vocabulary.forms.len() as u32 - 1
                })
            });
            Word {
                span: Span::new(start, start + word.len()),
                key,
                capital: word.chars().next().is_some_and(char::is_uppercase),
            }
        })
        .collect();
    (words, vocabulary)
}

/// How many words `text` has, without numbering them.
pub fn count(text: &str) -> u32 {
    pieces(text).count() as u32
}

/// The words of `text` and where they start, in bytes. No word holds white space, so the text is cut
/// there first (Unicode's rules alone would keep *10 000* with a narrow no-break space, and in French a
/// word and such a space before its mark, in one); most of what is between is plain letters with at
/// most a stop behind, which need no tables to be seen as a word.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(char::is_whitespace)
        .flat_map(move |chunk| {
            let start = at;
            at += chunk.len();
            let bare = chunk.trim_end();
            let plain = bare.trim_end_matches(['.', ',', ';', ':', '!', '?']);
            let is_word = !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_alphanumeric());
            let (word, rest) = if is_word {
                (Some((start, plain)), "")
            } else {
                (None, bare)
            };
            let others = rest
                .split_word_bound_indices()
                .filter(|(_, piece)| piece.contains(in_words))
                .map(move |(inside, piece)| (start + inside, piece));
            word.into_iter().chain(others)
        })
}

/// Whether what holds this character is a word: letters, digits, and what joins words as they do.
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
        assert_eq!(cut("…—!?"), "");
        assert_eq!(cut("a \u{93f}"), "a | \u{93f}");
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
            proptest::prop_assume!(!text.contains(['\u{202f}', '_', '‿', '⁀', '⁔', '︳', '︴', '﹍', '﹎', '﹏', '＿']));
            let whole: Vec<(usize, &str)> = unicode_segmentation::UnicodeSegmentation::unicode_word_indices(&*text)
                .map(|(at, piece)| (at + piece.len() - piece.trim_start().len(), piece.trim_start()))
                .collect();
            proptest::prop_assert_eq!(super::pieces(&text).collect::<Vec<_>>(), whole);
        }
    }

    #[test]
    fn equal_words_have_one_number() {
        let (words, vocabulary) = words("Crimea, CRIMEA and Crime\u{ad}a");
        assert_eq!(words[0].key, words[1].key);
        assert_eq!(words[0].key, words[3].key);
        assert_eq!(vocabulary.len(), 2);
    }
}
