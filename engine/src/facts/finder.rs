//! Reads sentences: from a text and a range to a [`Said`], with everything in it that can be compared.

use std::collections::HashMap;

use crate::Span;
use crate::lang::{Lang, Stemming};
use crate::values::of_tokens;
use crate::values::tokens::{Kind, tokens};

use super::attribution::sources;
use super::certainty::doubts;
use super::name::names;
use super::negation::negations;
use super::said::{Said, item};

/// Reads sentences of one language.
pub struct Finder {
    lang: Lang,
    stemming: Stemming,
    /// What is known of a word: the number of its stem, which is even, and one more where it carries sense.
    known: HashMap<Box<str>, u32>,
}

impl Finder {
    /// For one language.
    pub fn new(lang: Lang) -> Finder {
        Finder {
            lang,
            stemming: Stemming::new(lang),
            known: HashMap::new(),
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
        let values = of_tokens(&tokens, self.lang);
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
        if self.lang == Lang::English {
            said.names = names(&said);
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

/// A stem as a number (FNV-1a, 32 bits, moved off 0 and made even so that no numeral has it).
fn number(stem: &str) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    for byte in stem.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (hash | 2) & !1
}
