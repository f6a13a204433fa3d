//! A sentence, read once for all the sentences it is compared with: its words with their stems, its values,
//! quotations and names, the words that deny or doubt, and the sources.

use crate::Span;
use crate::lang::Lang;
use crate::values::Value;
use crate::values::tokens::Token;

use super::places::Place;
use super::word::{Class, Stance, Word};

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
    /// The token that it applies to, if there is one.
    pub head: Option<usize>,
    /// The level of certainty; unused for negation.
    pub level: i8,
}

/// A word of a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NameWord {
    /// In lower case, without *'s*.
    pub form: String,
    /// The country that the word by itself names or stands for.
    pub place: Option<Place>,
    /// Whether it is abbreviated with a full stop: *Ark.*
    pub cut: bool,
    /// Whether many names share it, so that it says nothing alone.
    pub common: bool,
}

/// A name of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    /// Its words.
    pub item: Item,
    /// Its words, without titles and particles.
    pub words: Vec<NameWord>,
    /// The country or alliance that it names or stands for.
    pub place: Option<Place>,
    /// Whether it opens a bracket: *(R-S.C.)*, *(NATO)*.
    pub aside: bool,
    /// Whether it begins the sentence with a word that may not be a name.
    pub unsure: bool,
}

/// A source with its verb.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    /// Source and verb together.
    pub item: Item,
    /// The source alone.
    pub who: Item,
    /// The stance of the verb.
    pub stance: Stance,
}

/// How many numbers note the stems of a sentence: 1,024 bits, of which a long sentence sets one in twenty.
const NOTED: usize = 16;

/// The number and the bit that note a stem.
fn place(stem: u64) -> (usize, u64) {
    let hash = stem.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54;
    ((hash >> 6) as usize, 1 << (hash & 63))
}

/// A sentence, read.
#[derive(Default)]
pub struct Said<'t> {
    pub(super) text: &'t str,
    pub(super) base: usize,
    pub(super) lang: Lang,
    pub(super) tokens: Vec<Token<'t>>,
    /// For each token the number of its stem: equal for equal stems of one [`Finder`](super::Finder); 0 for signs.
    pub(super) stems: Vec<u64>,
    /// A bit for each stem's hash, set if a stem with that hash is here (Bloom 1970, with one hash).
    noted: [u64; NOTED],
    /// For each token, what its word means regardless of its context.
    pub(super) words: Vec<Word>,
    /// The content words, in order.
    pub(super) carriers: Vec<u32>,
    pub(super) values: Vec<(Item, Value)>,
    /// Quotations, marks included.
    pub(super) quotes: Vec<Item>,
    pub(super) names: Vec<Name>,
    pub(super) negations: Vec<Cue>,
    pub(super) doubts: Vec<Cue>,
    pub(super) sources: Vec<Source>,
}

/// The tokens in `span`.
pub(super) fn item(tokens: &[Token<'_>], span: Span) -> Item {
    let from = tokens.partition_point(|token| token.span.end <= span.start);
    let to = tokens.partition_point(|token| token.span.start < span.end);
    Item {
        from,
        to: to.max(from),
    }
}

impl<'t> Said<'t> {
    /// Nothing of a sentence, but the memory for one.
    pub(super) fn cleared(mut self) -> Said<'t> {
        self.tokens.clear();
        self.stems.clear();
        self.words.clear();
        self.carriers.clear();
        self.values.clear();
        self.quotes.clear();
        self.names.clear();
        self.negations.clear();
        self.doubts.clear();
        self.sources.clear();
        self.noted = [0; NOTED];
        self
    }

    /// Takes note that it has the stem.
    pub(super) fn note(&mut self, stem: u64) {
        let (word, bit) = place(stem);
        if let Some(word) = self.noted.get_mut(word) {
            *word |= bit;
        }
    }

    /// Whether it may have the stem, which is not 0: surely if it has, seldom if it has not.
    pub(super) fn may_have(&self, stem: u64) -> bool {
        let (word, bit) = place(stem);
        self.noted.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Whether it comes before the other in an order of all sentences, so that ties are decided the same way whichever
    /// comes first.
    pub(super) fn is_before(&self, other: &Said<'_>) -> bool {
        let key = |said: &Said<'_>| -> Vec<(usize, usize)> {
            said.quotes
                .iter()
                .map(|quote| (quote.from, quote.to))
                .collect()
        };
        let order = self.text.len().cmp(&other.text.len());
        let order = order.then_with(|| self.text.cmp(other.text));
        order.then_with(|| key(self).cmp(&key(other))).is_lt()
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

    /// The form of token `at`, or an empty text.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &*token.form)
    }

    /// The form of the token `n` before `at`.
    pub(super) fn back(&self, at: usize, n: usize) -> &str {
        at.checked_sub(n).map_or("", |at| self.word(at))
    }

    /// What the word at token `at` means regardless of its context.
    pub(super) fn known(&self, at: usize) -> &Word {
        self.words.get(at).unwrap_or(&Word::UNKNOWN)
    }

    /// Whether the word at token `at` can be that.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.known(at).is(class)
    }

    /// Whether the word before token `at` can be that.
    pub(super) fn follows(&self, at: usize, class: Class) -> bool {
        self.is(at.wrapping_sub(1), class)
    }

    /// The content words before an item, the nearest first, and those after it.
    pub(super) fn around(
        &self,
        item: Item,
    ) -> (
        impl Iterator<Item = usize> + Clone + '_,
        impl Iterator<Item = usize> + Clone + '_,
    ) {
        let first = self
            .carriers
            .partition_point(|&at| (at as usize) < item.from);
        let last = self
            .carriers
            .partition_point(|&at| (at as usize) < item.to.max(item.from));
        let at = |&at: &u32| at as usize;
        let before = self.carriers[..first].iter().rev().map(at);
        (before, self.carriers[last.max(first)..].iter().map(at))
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
                None => self.is(at, Class::Breaking),
            },
        }
    }

    /// Whether token `at` is a part of a name that is surely one.
    pub(super) fn in_name(&self, at: usize) -> bool {
        let holds = |item: Item| item.from <= at && at < item.to;
        self.names
            .iter()
            .any(|name| holds(name.item) && !name.unsure)
    }

    /// Whether token `at` is a part of a number or a date.
    pub(super) fn in_value(&self, at: usize) -> bool {
        let holds = |item: Item| item.from <= at && at < item.to;
        self.values.iter().any(|(item, _)| holds(*item))
    }

    /// Whether token `at` is in quotation marks.
    pub(super) fn quoted(&self, at: usize) -> bool {
        self.quotes
            .iter()
            .any(|quote| quote.from <= at && at < quote.to)
    }
}

/// The number of a stem.
pub(crate) fn stem_number(stem: &str) -> u64 {
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
