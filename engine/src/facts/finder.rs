//! Reads sentences: from a text and a range to a [`Said`], with everything in it that can be compared.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::Span;
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
    /// What is known of each word.
    known: HashMap<Box<str>, Word, BuildHasherDefault<Quick>>,
}

impl Finder {
    /// For one language.
    pub fn new(lang: Lang) -> Finder {
        Finder {
            lang,
            stemming: Stemming::new(lang),
            written: None,
            known: HashMap::default(),
        }
    }

    /// For sentences that were written on that day, or in that month or year, where it is known.
    pub fn written(self, day: Option<Day>) -> Finder {
        Finder {
            written: day,
            ..self
        }
    }

    /// The sentences that come next were written on that day.
    pub(super) fn write(&mut self, day: Option<Day>) {
        self.written = day;
    }

    /// Reads the sentence that stands at `span` of `text`; `quotations` are the text's, in order
    /// ([`Reading::quotations`](crate::Reading)). A span that does not fit gives an empty sentence.
    pub fn read<'t>(&mut self, text: &'t str, span: Span, quotations: &[Span]) -> Said<'t> {
        let (base, sentence) = (span.start, span.of(text));
        let tokens = tokens(sentence, self.lang);
        let words: Vec<Word> = tokens.iter().map(|token| self.word(token)).collect();
        let stems = words.iter().map(|word| word.stem).collect();
        let content: Vec<bool> = words.iter().map(|word| word.content).collect();
        let carriers = (0..).zip(&content).filter(|(_, carries)| **carries);
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
            content,
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

    /// What is known of a token, wherever it stands.
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
        if let Some(&known) = self.known.get(form) {
            return known;
        }
        let bare = form.strip_suffix("'s").unwrap_or(form);
        let mut word = lexicon::english(form);
        if self.lang == Lang::English {
            word.denial.denies |= form.ends_with("n't");
            word.between |= form.ends_with("ly") || form.ends_with("n't");
            word.joint |= form.len() > 5
                && form.ends_with("ly")
                && !matches!(form, "italy" | "emily" | "kimberly" | "beverly");
        } else {
            // Helping verbs are looked for in every language, since a few of them are those of others too.
            word = Word {
                helper: word.helper,
                ..Word::default()
            };
            word.denial.denies = denies_in(self.lang, form);
        }
        // Numbers that do not hang on the order of reading, so that two finders agree.
        word.stem = stem_number(&self.stemming.stem(bare));
        word.content = !self.stemming.is_stop(form) && !self.stemming.is_stop(bare);
        word.value = begins(token, self.lang);
        if self.known.len() < 100_000 {
            self.known.insert(form.into(), word);
        }
        word
    }
}

/// FNV-1a, for words of one's own texts: quicker than a hash that withstands an attacker, who could only slow down his
/// own comparison.
struct Quick(u64);

impl Default for Quick {
    fn default() -> Quick {
        Quick(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
