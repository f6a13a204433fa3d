//! Reads sentences: from a text and a range to a [`Said`], with everything in it that can be compared.

use std::collections::HashMap;

use crate::Span;
use crate::lang::{Lang, Stemming};
use crate::values::tokens::{Kind, tokens};
use crate::values::{Day, dated};

use super::attribution::sources;
use super::certainty::doubts;
use super::name::names;
use super::negation::negations;
use super::places::Places;
use super::said::{Said, item};

/// Reads sentences of one language.
pub struct Finder {
    lang: Lang,
    stemming: Stemming,
    /// The day its sentences were written.
    written: Option<Day>,
    /// What is known of a word: the number of its stem, which is even, and one more where it carries sense.
    known: HashMap<Box<str>, u32>,
    /// Names are looked for in English alone.
    places: Option<Places>,
}

impl Finder {
    /// For one language.
    pub fn new(lang: Lang) -> Finder {
        Finder {
            lang,
            stemming: Stemming::new(lang),
            written: None,
            known: HashMap::new(),
            places: (lang == Lang::English).then(Places::new),
        }
    }

    /// For sentences that were written on that day, or in that month or year, where it is known.
    pub fn written(self, day: Option<Day>) -> Finder {
        Finder {
            written: day,
            ..self
        }
    }

    /// Reads the sentence that stands at `span` of `text`; `quotations` are the text's, in order
    /// ([`Reading::quotations`](crate::Reading)). A span that does not fit gives an empty sentence.
    pub fn read<'t>(&mut self, text: &'t str, span: Span, quotations: &[Span]) -> Said<'t> {
        let (base, sentence) = (span.start, span.of(text));
        let tokens = tokens(sentence, self.lang);
        let mut stems = Vec::with_capacity(tokens.len());
        let mut content = Vec::with_capacity(tokens.len());
        for token in &tokens {
            let (stem, carries) = match token.kind {
                Kind::Word => self.stem(&token.form),
                Kind::Digits(digits) => (digits.value.to_bits() | 1, true),
                Kind::Sign(_) => (0, false),
            };
            stems.push(stem);
            content.push(carries);
        }
        let values = dated(&tokens, self.lang, self.written);
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
            values,
            quotes,
            names: Vec::new(),
            negations: Vec::new(),
            doubts: Vec::new(),
            sources: Vec::new(),
        };
        if let Some(places) = &self.places {
            said.names = names(&said, places);
            said.doubts = doubts(&said);
            said.sources = sources(&said);
        }
        said.negations = negations(&said);
        said
    }

    /// The number of a word's stem, and whether the word carries sense.
    fn stem(&mut self, form: &str) -> (u64, bool) {
        if let Some(&known) = self.known.get(form) {
            return (u64::from(known & !1), known & 1 == 1);
        }
        let bare = form.strip_suffix("'s").unwrap_or(form);
        let stem = self.stemming.stem(bare);
        // Numbers that do not hang on the order of reading, so that two finders agree.
        let number = number(&stem);
        let carries = !self.stemming.is_stop(form) && !self.stemming.is_stop(bare);
        if self.known.len() < 100_000 {
            self.known.insert(form.into(), number | u32::from(carries));
        }
        (u64::from(number), carries)
    }
}

/// A stem as the stems of sentences are numbered.
pub(super) fn stem_number(stem: &str) -> u64 {
    u64::from(number(stem))
}

/// A stem as a number (FNV-1a, 32 bits, moved off 0 and made even so that no numeral has it).
fn number(stem: &str) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    for byte in stem.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (hash | 2) & !1
}
