//! A sentence, read once for all the sentences it is compared with: its words with their stems, its
//! values, quotations and names, the words that deny or doubt, and who is said to say it.

use crate::Span;
use crate::lang::Lang;
use crate::values::Value;
use crate::values::tokens::Token;

use super::places::Place;

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

/// A word of a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NameWord {
    /// In lower case, without *'s*.
    pub form: String,
    /// The country that the word alone names or stands for.
    pub place: Option<Place>,
    /// Whether a full stop cuts it short: *Ark.*
    pub cut: bool,
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
    /// Whether it begins the sentence with a word that may be no name.
    pub unsure: bool,
}

/// What a verb of saying makes of what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// *Said, told, announced.*
    Said,
    /// *Claimed, alleged, insisted.*
    Claimed,
    /// *Confirmed, admitted, acknowledged.*
    Confirmed,
    /// *Denied, rejected, disputed.*
    Denied,
    /// *Doubted, questioned.*
    Doubted,
    /// *Warned, feared.*
    Warned,
    /// *Accused, blamed, criticised.*
    Accused,
    /// *Promised, vowed, pledged.*
    Promised,
    /// *Urged, asked, demanded.*
    Urged,
}

/// A source with its verb.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    /// Source and verb together.
    pub item: Item,
    /// The source alone.
    pub who: Item,
    /// What the verb makes of it.
    pub stance: Stance,
}

/// A sentence, read.
pub struct Said<'t> {
    pub(super) text: &'t str,
    pub(super) base: usize,
    pub(super) lang: Lang,
    pub(super) tokens: Vec<Token>,
    /// For each token the number of its stem: equal for equal stems of one [`Finder`](super::Finder); 0 for signs.
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
