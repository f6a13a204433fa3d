//! A sentence, read once for all the sentences it is compared with: its words with their stems, its
//! values, quotations and names, the words that deny or doubt, and who is said to say it.

use std::collections::HashMap;

use crate::Span;
use crate::lang::{Lang, Stemming};
use crate::values::tokens::{Kind, Token, tokens};
use crate::values::{Value, of_tokens};

use super::attribution::{Source, sources};
use super::certainty::doubts;
use super::name::{Name, names};
use super::negation::negations;

/// Tokens `from` up to `to` of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub from: usize,
    pub to: usize,
}

/// A word that changes how something is said (*not*, *might*), with what it says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cue {
    /// The cue and its head: *did not send*.
    pub item: Item,
    /// The token that it says it of, where there is one.
    pub head: Option<usize>,
    /// How certain it makes it, for certainty; unused for negation.
    pub level: i8,
}

/// Reads sentences of one language.
pub struct Finder {
    lang: Lang,
    stemming: Stemming,
    /// What is known of a word: the number of its stem, which is even, and one more where it carries sense.
    known: HashMap<Box<str>, u32>,
}

/// A sentence, read.
pub struct Said<'t> {
    pub(super) text: &'t str,
    base: usize,
    pub(super) lang: Lang,
    pub(super) tokens: Vec<Token>,
    /// For each token the number of its stem: equal for equal stems of one [`Finder`]; 0 for signs.
    pub(super) stems: Vec<u64>,
    /// For each token, whether it carries sense: no sign, no function word.
    pub(super) content: Vec<bool>,
    pub(super) values: Vec<(Item, Value)>,
    /// Quotations, marks included.
    pub(super) quotes: Vec<Item>,
    pub(super) names: Vec<Name>,
    pub(super) negations: Vec<Cue>,
    pub(super) doubts: Vec<Cue>,
    pub(super) sources: Vec<Source>,
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

/// The tokens that lie in `span`.
pub(super) fn item(tokens: &[Token], span: Span) -> Item {
    let from = tokens.partition_point(|token| token.span.end <= span.start);
    let to = tokens.partition_point(|token| token.span.start < span.end);
    Item {
        from,
        to: to.max(from),
    }
}

impl<'t> Said<'t> {
    /// What decides the order of two sentences, so that ties fall the same way whichever is named first.
    pub(super) fn order(&self) -> (usize, &'t str, Vec<(usize, usize)>) {
        let quotes = self
            .quotes
            .iter()
            .map(|quote| (quote.from, quote.to))
            .collect();
        (self.text.len(), self.text, quotes)
    }

    /// The bytes of an item, in the article's text.
    pub(super) fn span(&self, item: Item) -> Span {
        let start = self
            .tokens
            .get(item.from)
            .map_or(0, |token| token.span.start);
        let last = item
            .to
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        let end = last.map_or(start, |token| token.span.end);
        Span::new(self.base + start, self.base + end)
    }

    /// A value with the ranges of the article's text.
    pub(super) fn moved(&self, value: &Value) -> Value {
        value.moved(self.base)
    }

    /// The form of token `at`, or nothing.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &*token.form)
    }

    /// The form of the token `n` before `at`.
    pub(super) fn back(&self, at: usize, n: usize) -> &str {
        at.checked_sub(n).map_or("", |at| self.word(at))
    }

    /// The sign at token `at`.
    pub(super) fn sign(&self, at: usize) -> Option<char> {
        self.tokens.get(at).and_then(Token::sign)
    }

    /// Whether the token ends a clause: a mark, or a word that begins another.
    pub(super) fn breaks(&self, at: usize) -> bool {
        match self.tokens.get(at) {
            None => true,
            Some(token) => match token.sign() {
                Some(sign) => matches!(
                    sign,
                    ',' | ';' | ':' | '—' | '–' | '(' | ')' | '.' | '!' | '?' | '"' | '“' | '”'
                ),
                None => matches!(
                    &*token.form,
                    "but" | "although" | "though" | "because" | "while" | "whereas"
                ),
            },
        }
    }

    /// Whether token `at` stands in quotation marks.
    pub(super) fn quoted(&self, at: usize) -> bool {
        self.quotes
            .iter()
            .any(|quote| quote.from <= at && at < quote.to)
    }
}
