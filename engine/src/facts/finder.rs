//! Reads sentences: from a text and a range to a [`Said`], with everything in it that can be compared.

use crate::Span;
use crate::hash::fnv1a;
use crate::lang::{Lang, Stemming};
use crate::values::tokens::{Kind, Token, tokens};
use crate::values::{Day, begins, dated};

use super::attribution::sources;
use super::certainty::doubts;
use super::lexicon;
use super::name::names;
use super::negation::{denies_in, negations};
use super::said::{Said, Word, item, stem_number};

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
        let (base, sentence) = (span.start, span.of(text));
        let tokens = tokens(sentence, self.lang);
        let words: Vec<Word> = tokens.iter().map(|token| self.word(token)).collect();
        let stems = words.iter().map(|word| word.stem).collect();
        let carriers = (0..).zip(&words).filter(|(_, word)| word.content);
        let carriers = carriers.map(|(at, _)| at).collect();
        let values = dated(&tokens, self.lang, self.written, &|at| words[at].value);
        let values = values
            .into_iter()
            .map(|value| (item(&tokens, value.span), value))
            .collect();
        let first = quotations.partition_point(|quote| quote.end <= span.start);
        let quotes = quotations
            .iter()
            .skip(first)
            .take_while(|quote| quote.start < span.end);
        let quotes = quotes
            .map(|quote| {
                let start = quote.start.saturating_sub(base);
                item(
                    &tokens,
                    Span::new(start, quote.end.saturating_sub(base).min(sentence.len())),
                )
            })
            .filter(|quote| quote.from < quote.to)
            .collect();
        let mut said = Said {
            text: sentence,
            base,
            lang: self.lang,
            tokens,
            stems,
            words,
            carriers,
            values,
            quotes,
            names: Vec::new(),
            negations: Vec::new(),
            doubts: Vec::new(),
            sources: Vec::new(),
        };
        if self.lang == Lang::English {
            said.names = names(&said);
            said.doubts = doubts(&said);
            said.sources = sources(&said);
        }
        said.negations = negations(&said);
        said
    }

    /// What is known about a token, regardless of its context.
    fn word(&mut self, token: &Token<'_>) -> Word {
        match token.kind {
            Kind::Digits(digits) => {
                return Word {
                    stem: digits.value.to_bits() | 1,
                    content: true,
                    value: true,
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
        let hash = fnv1a(form.bytes());
        if let Some(known) = self.known.get(hash) {
            return known;
        }
        let bare = form.strip_suffix("'s").unwrap_or(form);
        let mut word = lexicon::english(form);
        if self.lang == Lang::English {
            word.denial.denies |= form.ends_with("n't");
            word.between |= word.adverb || form.ends_with("n't");
            word.joint |= word.adverb && form.len() > 5;
        } else {
            // Auxiliary verbs are looked up in every language, since some languages share a few of them.
            word = Word {
                helper: word.helper,
                ..Word::default()
            };
            word.denial.denies = denies_in(self.lang, form);
        }
        // Numbers that do not depend on the order of reading, so that two finders agree.
        word.stem = stem_number(&self.stemming.stem(bare));
        let stops = |form| self.stemming.is_stop(form);
        word.content = !stops(form) && (bare.len() == form.len() || !stops(bare));
        word.value = begins(token, self.lang);
        self.known.insert(hash, word);
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
