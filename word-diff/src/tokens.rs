//! Cuts a text into the tokens of a word diff: words, and separately the punctuation at their edges, so
//! that "Crimea." and "Crimea," share a word. In scripts without spaces, each character is a token. White
//! space belongs to no token.

use std::borrow::Cow;
use std::collections::HashMap;

use crossread_segment::Span;
use crossread_segment::fold::reading_key;
use crossread_segment::words::{goes_on, without_parting};

/// When two words are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sameness {
    /// When their characters are.
    Characters,
    /// When a reader sees no difference ([`reading_key`]).
    Reading,
}

impl Sameness {
    /// The key by which a piece of text is compared.
    fn key(self, piece: &str) -> Cow<'_, str> {
        match self {
            Sameness::Characters => piece.into(),
            Sameness::Reading => reading_key(&without_parting(piece)).into(),
        }
    }
}

/// A piece of text that is kept or changed as a whole. Two tokens with the same `id` are the same token in
/// the sense of [`Sameness`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its place, in bytes.
    pub span: Span,
    /// Its number; equal tokens have the same number in both texts.
    pub id: u32,
    /// Its kind.
    pub kind: Kind,
    /// Whether it follows the token before without white space.
    pub glued: bool,
}

/// The kind of a token, found without any language's word list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of four letters or more, a number, an abbreviation in capitals.
    Content,
    /// A word of up to three letters, mostly an article, a preposition, a pronoun; or a character
    /// of a script without spaces, mostly half a word.
    Short,
    /// Punctuation that ends a sentence: `.`, `!`, `?` and their like.
    Stop,
    /// Punctuation that ends a clause, a bracket or a quotation.
    Close,
    /// Punctuation that opens a bracket or a quotation.
    Open,
    /// Any other punctuation: dashes, straight quotes, slashes, signs.
    Mark,
}

impl Kind {
    /// Whether this is a word rather than punctuation.
    pub fn is_word(self) -> bool {
        matches!(self, Kind::Content | Kind::Short)
    }
}

/// The tokens of both texts, numbered together.
pub(super) fn tokens<'a>(a: &'a str, b: &'a str, sameness: Sameness) -> (Vec<Token>, Vec<Token>) {
    let mut ids: HashMap<Cow<'a, str>, u32> = HashMap::new();
    let mut one = |text: &'a str| {
        let mut found: Vec<Token> = Vec::new();
        pieces(text, |span| {
            let piece = span.of(text);
            let next = ids.len() as u32;
            found.push(Token {
                span,
                id: *ids.entry(sameness.key(piece)).or_insert(next),
                kind: kind(piece),
                glued: found.last().is_some_and(|last| last.span.end == span.start),
            });
        });
        if sameness == Sameness::Reading && text.contains(['\n', '\r']) {
            join_parted(text, &mut found, |word| {
                let next = ids.len() as u32;
                *ids.entry(sameness.key(word)).or_insert(next)
            });
        }
        found
    };
    (one(a), one(b))
}

/// Makes one token of a word that is divided at a line's end, its hyphen included.
fn join_parted<'a>(text: &'a str, tokens: &mut Vec<Token>, mut number: impl FnMut(&'a str) -> u32) {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    // Whether the last token of `out` continues with the next one.
    let mut open = false;
    for &token in tokens.iter() {
        match out.last_mut() {
            Some(last) if open && token.kind.is_word() => {
                last.span.end = token.span.end;
                last.id = number(last.span.of(text));
                last.kind = Kind::Content;
                open = false;
            }
            // A hyphen attached to a word, at the end of a line.
            Some(last)
                if token.glued
                    && last.kind.is_word()
                    && matches!(token.span.of(text), "-" | "\u{2010}")
                    && goes_on(text, last.span, token.span.end) =>
            {
                open = true;
            }
            _ => {
                open = token.kind.is_word()
                    && token.span.of(text).ends_with('\u{AD}')
                    && goes_on(text, token.span, token.span.end);
                out.push(token);
            }
        }
    }
    *tokens = out;
}

/// How a character behaves inside a run of characters without white space.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Letters, digits, and all that is neither punctuation nor any class below.
    Word,
    /// Punctuation that holds a word together when it is between two word characters.
    Joiner,
    /// Punctuation that always separates words.
    Punct,
    /// A character of a script without spaces: a token of its own.
    Single,
    /// Katakana: a run of it is usually one word, inside text without spaces.
    Katakana,
    /// Goes with the character before it, whatever that is.
    Attached,
}

fn class(c: char) -> Class {
    match c {
        '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '.' | ',' | ':' | '_' | '@' | '&' | '+'
        | '·' => Class::Joiner,
        // Combining marks, joiners, variation selectors, skin tones; Thai and Lao vowels and tones.
        '\u{0300}'..='\u{036F}'
        | '\u{0E31}'
        | '\u{0E33}'..='\u{0E3A}'
        | '\u{0E47}'..='\u{0E4E}'
        | '\u{0EB1}'
        | '\u{0EB3}'..='\u{0EBC}'
        | '\u{0EC8}'..='\u{0ECE}'
        | '\u{200C}'
        | '\u{200D}'
        | '\u{20D0}'..='\u{20F0}'
        | '\u{3099}'
        | '\u{309A}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0100}'..='\u{E01EF}' => Class::Attached,
        '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{FF66}'..='\u{FF9F}' => Class::Katakana,
        '\u{0E01}'..='\u{0EDF}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309F}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Class::Single,
        _ if is_punctuation(c) => Class::Punct,
        _ => Class::Word,
    }
}

/// Punctuation and signs of the scripts that news is written in. What is missing here counts as a letter, which only
/// makes the diff coarser.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c,
            '\u{00A1}'..='\u{00A9}' | '\u{00AB}'..='\u{00AC}' | '\u{00AE}'..='\u{00B1}' | '\u{00B4}'
            | '\u{00B6}'..='\u{00B8}' | '\u{00BB}' | '\u{00BF}' | '\u{00D7}' | '\u{00F7}'
            | '\u{037E}' | '\u{0387}' | '\u{055A}'..='\u{055F}' | '\u{0589}'..='\u{058A}' | '\u{05BE}'
            | '\u{05F3}'..='\u{05F4}' | '\u{060C}'..='\u{060D}' | '\u{061B}'..='\u{061F}'
            | '\u{066A}'..='\u{066D}' | '\u{06D4}' | '\u{0964}'..='\u{0965}' | '\u{104A}'..='\u{104F}'
            | '\u{1361}'..='\u{1368}' | '\u{17D4}'..='\u{17DA}' | '\u{2012}'..='\u{2027}'
            | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20CF}' | '\u{2190}'..='\u{23FF}'
            | '\u{2500}'..='\u{25FF}' | '\u{2E00}'..='\u{2E5D}' | '\u{3001}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30A0}' | '\u{30FB}' | '\u{FE10}'..='\u{FE19}'
            | '\u{FE30}'..='\u{FE6B}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
            | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

/// Calls `emit` with the span of each token, in order.
fn pieces(text: &str, mut emit: impl FnMut(Span)) {
    let mut chars = text.char_indices().peekable();
    let mut open: Option<(usize, char, Class)> = None;
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            if let Some((start, ..)) = open.take() {
                emit(Span::new(start, at));
            }
            continue;
        }
        let mut now = class(c);
        if now == Class::Joiner {
            // "co-operate", "35,000", "Hodgson's": part of the word; "Crimea." and "'quoted'": not.
            let after = chars
                .peek()
                .filter(|(_, next)| !next.is_whitespace())
                .map(|&(_, next)| class(next));
            let inside =
                matches!(open, Some((_, last, Class::Word)) if class(last) != Class::Joiner);
            now = if inside && after == Some(Class::Word) {
                Class::Word
            } else {
                Class::Punct
            };
        }
        let goes_on = match open {
            None => false,
            Some(_) if now == Class::Attached => true,
            // A run of one sign, "..." or "--", is one token.
            Some((_, last, Class::Punct)) => now == Class::Punct && last == c,
            Some((_, _, before)) => before == now && now != Class::Single,
        };
        match (&mut open, goes_on) {
            (Some(piece), true) => piece.1 = c,
            _ => {
                if let Some((start, ..)) = open {
                    emit(Span::new(start, at));
                }
                let opens_as = if now == Class::Attached {
                    Class::Word
                } else {
                    now
                };
                open = Some((at, c, opens_as));
            }
        }
    }
    if let Some((start, ..)) = open {
        emit(Span::new(start, text.len()));
    }
}

fn kind(piece: &str) -> Kind {
    let Some(first) = piece.chars().next() else {
        return Kind::Mark;
    };
    match class(first) {
        Class::Single => Kind::Short,
        Class::Katakana | Class::Attached => Kind::Content,
        Class::Word if is_short(piece) => Kind::Short,
        Class::Word => Kind::Content,
        Class::Joiner | Class::Punct => match first {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '॥' => {
                Kind::Stop
            }
            ',' | ';' | ':' | ')' | ']' | '}' | '”' | '»' | '،' | '؛' | '、' | '，' | '；'
            | '：' | '）' | '」' | '』' => Kind::Close,
            '(' | '[' | '{' | '“' | '„' | '«' | '（' | '「' | '『' => Kind::Open,
            _ => Kind::Mark,
        },
    }
}

/// Up to three letters, neither a number nor an abbreviation in capitals ("US").
fn is_short(piece: &str) -> bool {
    let mut letters = 0;
    let mut capitals = 0;
    for c in piece.chars() {
        letters += 1;
        capitals += usize::from(c.is_uppercase());
        if letters > 3 || c.is_numeric() {
            return false;
        }
    }
    capitals < 2
}
