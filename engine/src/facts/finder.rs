//! Reads sentences: from a text and a range to a [`Said`], with everything in it that can be compared.

use std::mem::take;

use crate::Span;
use crate::lang::{Lang, Stemming};
use crate::values::tokens::{Kind, Token, tokens_into};
use crate::values::{Day, begins, dated};

use super::attribution::sources;
use super::certainty::doubts;
use super::lexicon;
use super::name::names;
use super::negation::{denies_in, negations};
use super::said::{Said, item, stem_number};
use super::word::{Class, Word};

/// What is known of a word at a byte of a text: the number of its stem, and whether it is a function word.
pub(super) type Stem<'s> = dyn Fn(usize, &str) -> Option<(u64, bool)> + 's;

/// Reads sentences of one language.
pub struct Finder {
    lang: Lang,
    stemming: Stemming,
    /// The day its sentences were written.
    written: Option<Day>,
    /// What is known about each word.
    known: Known,
}

impl Finder {
    /// For one language.
    pub fn new(lang: Lang) -> Finder {
        Finder {
            lang,
            stemming: Stemming::new(lang),
            written: None,
            known: Known::new(),
        }
    }

    /// For sentences that were written on that day, or in that month or year, if known.
    pub fn written(self, day: Option<Day>) -> Finder {
        Finder {
            written: day,
            ..self
        }
    }

    /// Sets the day on which the next sentences were written.
    pub(super) fn write(&mut self, day: Option<Day>) {
        self.written = day;
    }

    /// Reads the sentence at `span` of `text`; `quotations` are the text's, in order
    /// ([`Reading::quotations`](crate::Reading)). A span that does not fit gives an empty sentence.
    pub fn read<'t>(&mut self, text: &'t str, span: Span, quotations: &[Span]) -> Said<'t> {
        self.read_over(Said::default(), text, span, quotations, &|_, _| None)
    }

    /// The same, in the memory of a sentence that is no longer wanted; `stem` says of a word at a byte of the text, in lower
    /// case, what its stem is and whether it is a function word, where that is known already.
    pub(super) fn read_over<'t>(
        &mut self,
        old: Said<'t>,
        text: &'t str,
        span: Span,
        quotations: &[Span],
        stem: &Stem<'_>,
    ) -> Said<'t> {
        let mut said = old.cleared();
        said.text = span.of(text);
        said.base = span.start;
        said.lang = self.lang;
        tokens_into(said.text, self.lang, &mut said.tokens);
        let count = said.tokens.len();
        said.words.reserve(count);
        said.stems.reserve(count);
        said.carriers.reserve(count);
        for (at, token) in (0..).zip(&said.tokens) {
            let word = self.word(token, &|form| stem(span.start + token.span.start, form));
            said.words.push(word);
            said.stems.push(word.stem);
            if word.content {
                said.carriers.push(at);
            }
        }
        for at in 0..count {
            said.note(said.stems[at]);
        }
        let Said { tokens, words, .. } = &said;
        let values = dated(tokens, self.lang, self.written, &|at| words[at].value);
        let values = values.into_iter();
        let values = values.map(|value| (item(&said.tokens, value.span), value));
        said.values.extend(values);
        let first = quotations.partition_point(|quote| quote.end <= span.start);
        let quotes = quotations.iter().skip(first);
        for quote in quotes.take_while(|quote| quote.start < span.end) {
            let [start, end] = [quote.start, quote.end].map(|at| at.saturating_sub(span.start));
            let quote = item(&said.tokens, Span::new(start, end.min(said.text.len())));
            if quote.from < quote.to {
                said.quotes.push(quote);
            }
        }
        if self.lang == Lang::English {
            let mut list = take(&mut said.names);
            names(&said, &mut list);
            said.names = list;
            let mut list = take(&mut said.doubts);
            doubts(&said, &mut list);
            said.doubts = list;
            let mut list = take(&mut said.sources);
            sources(&said, &mut list);
            said.sources = list;
        }
        let mut list = take(&mut said.negations);
        negations(&said, &mut list);
        said.negations = list;
        said
    }

    /// What is known about a token, regardless of its context.
    fn word(&mut self, token: &Token<'_>, stem: &dyn Fn(&str) -> Option<(u64, bool)>) -> Word {
        match token.kind {
            Kind::Digits(digits) => {
                return Word {
                    stem: digits.value.to_bits() | 1,
                    content: true,
                    value: begins(token, self.lang),
                    ..Word::default()
                };
            }
            Kind::Sign(_) => {
                return Word {
                    value: begins(token, self.lang),
                    ..Word::default()
                };
            }
            Kind::Word => {}
        }
        let form = &*token.form;
        if let Some(known) = self.known.get(token.hash) {
            return known;
        }
        let bare = form.strip_suffix("'s").unwrap_or(form);
        let mut word = lexicon::english(form, token.hash);
        if self.lang == Lang::English {
            let (adverb, shortened) = (word.is(Class::Adverb), form.ends_with("n't"));
            word.can(Class::Denies, shortened);
            word.can(Class::Between, adverb || shortened);
            word.can(Class::Joint, adverb && form.len() > 5);
        } else {
            // Auxiliary verbs and light words are looked up in every language, since some languages share a few of them.
            word = Word {
                classes: word.classes & Class::IN_ALL,
                ..Word::default()
            };
            word.can(Class::Denies, denies_in(self.lang, form));
        }
        let (stem, stops) = stem(form).unwrap_or_else(|| {
            let stops = |form| self.stemming.is_stop(form);
            let stem = stem_number(&self.stemming.stem(bare));
            (stem, stops(form) || bare.len() < form.len() && stops(bare))
        });
        // Numbers that do not depend on the order of reading, so that two finders agree.
        word.stem = stem;
        word.content = !stops;
        word.value = begins(token, self.lang);
        self.known.insert(token.hash, word);
        word
    }
}

/// What is known about the words read so far, in a hash table. The words come from the reader's own texts, so an attacker
/// could only damage his own comparison. A table of the standard library would be compiled only for this.
struct Known {
    words: Vec<(u64, Word)>,
    /// For each slot the number of a word from 1 on, or 0. The number of slots is a power of two. A word whose slot is
    /// taken is in the next free one.
    slots: Vec<u32>,
}

impl Known {
    /// The initial number of slots: a short article fills half of them.
    const FIRST: usize = 1 << 10;
    /// The most words that are kept.
    const MOST: usize = 100_000;

    fn new() -> Known {
        Known {
            words: Vec::new(),
            slots: vec![0; Known::FIRST],
        }
    }

    /// The slot that has the word, or that is free for it.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (hash ^ hash >> 32) as usize & mask;
        loop {
            match self.slots[slot] {
                0 => return slot,
                number if self.words[number as usize - 1].0 == hash => return slot,
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn get(&self, hash: u64) -> Option<Word> {
        let number = self.slots[self.slot(hash)].checked_sub(1)?;
        self.words.get(number as usize).map(|known| known.1)
    }

    fn insert(&mut self, hash: u64, word: Word) {
        if self.words.len() >= Known::MOST {
            return;
        }
        self.words.push((hash, word));
        if self.words.len() * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 2];
            for number in 0..self.words.len() {
                let slot = self.slot(self.words[number].0);
                self.slots[slot] = number as u32 + 1;
            }
        } else {
            let slot = self.slot(hash);
            self.slots[slot] = self.words.len() as u32;
        }
    }
}
