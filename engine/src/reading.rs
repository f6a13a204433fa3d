//! The reading of one article: its words, sentences and paragraphs, and which of it is its own text rather
//! than a repeat or furniture. It is made once and compared with any number of others.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::Span;
use crate::fold::Nfkc;
use crate::forms::{Form, forms};
use crate::furniture::boilerplate;
use crate::lang::Lang;
use crate::options::Scope;
use crate::quotes::quotations;
use crate::segment::{paragraphs, sentences_of};
use crate::values::{Day, figure};
use crate::words::{Vocabulary, Word, words};

/// The engine's input: an article.
///
/// ```
/// use crossread_engine::{Lang, Source, Span};
///
/// let credit = [Span::new(0, 10)];
/// let source = Source::new("Photo: AP. It rained.", Lang::English).with_furniture(&credit);
/// assert_eq!(source.furniture[0].of(source.text), "Photo: AP.");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Source<'t> {
    /// The article's text.
    pub text: &'t str,
    /// Its language.
    pub lang: Lang,
    /// The stretches that are furniture, as byte ranges in any order; ranges that do not fit are ignored.
    pub furniture: &'t [Span],
}

impl<'t> Source<'t> {
    /// A text in that language, without furniture.
    pub fn new(text: &'t str, lang: Lang) -> Source<'t> {
        Source {
            text,
            lang,
            furniture: &[],
        }
    }

    /// The same with these stretches as furniture, instead of what it had.
    #[must_use]
    pub fn with_furniture(self, furniture: &'t [Span]) -> Source<'t> {
        Source { furniture, ..self }
    }
}

/// What a sentence is to its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Standing {
    /// Its own text: counted, marked, compared.
    Own,
    /// The article has already said it, in the sentence of this index.
    Repeat(u32),
    /// A banner, a caption, a credit and the like, given as such or recognised by its words.
    Furniture,
}

/// Whose words a sentence gives, by its quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Voice {
    /// No word is in quotation marks.
    Reporter,
    /// Some words are.
    Mixed,
    /// All words are.
    Quoted,
}

/// One sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Sentence {
    /// Its place, in bytes.
    pub span: Span,
    /// Its first word and the one past its last, as indices into [`Reading::words`].
    pub words: (u32, u32),
    /// Its paragraph, as an index into [`Reading::paragraphs`].
    pub paragraph: u32,
    /// What it is to the article.
    pub standing: Standing,
    /// Whose words it gives.
    pub voice: Voice,
}

impl Sentence {
    /// Whether a comparison of that scope uses and counts it.
    pub fn takes_part(&self, scope: Scope) -> bool {
        (scope == Scope::Full || self.standing == Standing::Own) && self.words.0 < self.words.1
    }
}

/// An article, read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Reading {
    /// Its language, as given.
    pub lang: Lang,
    /// Its words, in order.
    pub words: Vec<Word>,
    /// Its distinct words.
    pub vocabulary: Vocabulary,
    /// Its sentences, in order, without overlap.
    pub sentences: Vec<Sentence>,
    /// Its paragraphs, in order, without overlap.
    pub paragraphs: Vec<Span>,
    /// The stretches in quotation marks, in order, without overlap.
    pub quotations: Vec<Span>,
    /// For each word, whether it is the article's own: neither in a repeat nor in furniture.
    pub own: Vec<bool>,
    /// The day it was written, as far as known, from which *Friday* and *last month* are resolved.
    pub day: Option<Day>,
    /// What matching knows about the words, once it was needed.
    forms: OnceLock<Vec<Form>>,
}

/// From this number of words on, a repeated sentence is a repeat by itself. A shorter one ("He declined.") is a
/// repeat only if it directly follows another, in the same order as both were first said.
const REPEAT_WORDS: u32 = 5;

impl Reading {
    /// Reads an article. Total: any text gives a reading.
    #[cfg(feature = "normalization")]
    pub fn new(source: Source<'_>) -> Reading {
        Reading::with(source, &crate::fold::nfkc)
    }

    /// The same article, written on that day, or in that month or year.
    pub fn written(self, day: Option<Day>) -> Reading {
        Reading { day, ..self }
    }

    /// Reads an article with a normalization function of the caller's.
    pub fn with(source: Source<'_>, nfkc: Nfkc<'_>) -> Reading {
        let Source { text, lang, .. } = source;
        let (mut words, mut vocabulary) = words(text, nfkc);
        let paragraphs = paragraphs(text);
        number_figures(text, lang, &paragraphs, &mut words, &mut vocabulary);
        let quotations = quotations(text, &paragraphs, lang);
        let furniture = in_order(source.furniture);
        let mut own: Vec<bool> = walk(&words, &furniture)
            .map(|furniture| !furniture)
            .collect();
        let quoted: Vec<bool> = walk(&words, &quotations).collect();

        let (mut next, mut paragraph) = (0, 0);
        let mut list: Vec<Sentence> = Vec::new();
        for span in sentences_of(text, &paragraphs, lang) {
            while words
                .get(next)
                .is_some_and(|word| word.span.start < span.start)
            {
                next += 1;
            }
            let first = next;
            while words
                .get(next)
                .is_some_and(|word| word.span.start < span.end)
            {
                next += 1;
            }
            while paragraphs
                .get(paragraph + 1)
                .is_some_and(|after| after.start <= span.start)
            {
                paragraph += 1;
            }
            let count = |flags: &[bool]| flags[first..next].iter().filter(|&&flag| flag).count();
            let total = next - first;
            let covered = furniture.iter().any(|piece| piece.holds(span));
            list.push(Sentence {
                span,
                words: (first as u32, next as u32),
                paragraph: paragraph as u32,
                standing: if covered || (total > 0 && count(&own) == 0) {
                    Standing::Furniture
                } else {
                    Standing::Own
                },
                voice: match count(&quoted) {
                    0 => Voice::Reporter,
                    n if n == total => Voice::Quoted,
                    _ => Voice::Mixed,
                },
            });
        }
        let placed: Vec<_> = list.iter().map(|one| (one.span, one.words)).collect();
        let around = boilerplate(text, (&words, &vocabulary), &placed, &quoted);
        for (sentence, _) in list.iter_mut().zip(around).filter(|(_, around)| *around) {
            sentence.standing = Standing::Furniture;
            own[sentence.words.0 as usize..sentence.words.1 as usize].fill(false);
        }
        find_repeats(&mut list, &words);
        for sentence in &list {
            if matches!(sentence.standing, Standing::Repeat(_)) {
                own[sentence.words.0 as usize..sentence.words.1 as usize].fill(false);
            }
        }
        Reading {
            lang,
            words,
            vocabulary,
            sentences: list,
            paragraphs,
            quotations,
            own,
            day: None,
            forms: OnceLock::new(),
        }
    }

    /// What matching knows about the words of the vocabulary, by their numbers. It is worked out on first use, for the
    /// vocabulary and the language at that time.
    pub(crate) fn forms(&self) -> &[Form] {
        self.forms
            .get_or_init(|| forms(&self.vocabulary, self.lang))
    }

    /// The words of sentence `index`; empty if there is no such sentence.
    pub fn sentence_words(&self, index: u32) -> &[Word] {
        self.sentences
            .get(index as usize)
            .and_then(|s| self.words.get(s.words.0 as usize..s.words.1 as usize))
            .unwrap_or(&[])
    }

    /// The sentence that holds the byte `offset`, or the next one after it, or the last.
    pub fn sentence_at(&self, offset: usize) -> Option<u32> {
        let after = self.sentences.partition_point(|s| s.span.end <= offset);
        let last = self.sentences.len().checked_sub(1)?;
        Some(after.min(last) as u32)
    }
}

/// Gives each numeral the number of its value, with its sign, unit and scale, so that figures are the same word
/// exactly if they are the same number.
fn number_figures(
    text: &str,
    lang: Lang,
    paragraphs: &[Span],
    words: &mut [Word],
    vocabulary: &mut Vocabulary,
) {
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut paragraph = 0;
    for word in words {
        if !vocabulary
            .form(word.key)
            .starts_with(|c: char| c.is_numeric())
        {
            continue;
        }
        while paragraphs
            .get(paragraph + 1)
            .is_some_and(|after| after.start <= word.span.start)
        {
            paragraph += 1;
        }
        let within = paragraphs.get(paragraph).copied();
        let within = within.unwrap_or(Span::new(0, text.len()));
        if let Some(form) = figure(text, word.span, within, lang) {
            let add = |form: &String| vocabulary.add(form.clone());
            word.key = *known.entry(form).or_insert_with_key(add);
        }
    }
}

/// Sorted and without empty ranges.
fn in_order(spans: &[Span]) -> Vec<Span> {
    let spans = spans.iter().filter(|span| !span.is_empty());
    let mut ends: Vec<(u64, u64)> = spans.map(|s| (s.start as u64, s.end as u64)).collect();
    crate::sort::pairs(&mut ends);
    let spans = ends.into_iter();
    spans
        .map(|(start, end)| Span::new(start as usize, end as usize))
        .collect()
}

/// For each word, whether it starts inside one of `spans` (sorted by start).
fn walk<'a>(words: &'a [Word], spans: &'a [Span]) -> impl Iterator<Item = bool> + 'a {
    let (mut next, mut reach) = (0, 0);
    words.iter().map(move |word| {
        while let Some(span) = spans.get(next).filter(|s| s.start <= word.span.start) {
            reach = reach.max(span.end);
            next += 1;
        }
        word.span.start < reach
    })
}

/// Marks each sentence whose words an earlier sentence of the article has in the same order.
fn find_repeats(list: &mut [Sentence], words: &[Word]) {
    let mut first_said: HashMap<Vec<u32>, u32> = HashMap::new();
    for index in 0..list.len() {
        let sentence = list[index];
        if sentence.standing != Standing::Own || sentence.words.0 == sentence.words.1 {
            continue;
        }
        let keys: Vec<u32> = words[sentence.words.0 as usize..sentence.words.1 as usize]
            .iter()
            .map(|word| word.key)
            .collect();
        let long = keys.len() as u32 >= REPEAT_WORDS;
        let Some(&first) = first_said.get(&keys) else {
            first_said.insert(keys, index as u32);
            continue;
        };
        let follows = index > 0
            && matches!(list[index - 1].standing, Standing::Repeat(before) if before + 1 == first);
        if long || follows {
            list[index].standing = Standing::Repeat(first);
        }
    }
}
