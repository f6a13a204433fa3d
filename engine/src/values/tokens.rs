//! Cuts a sentence into words, numerals and signs for the parsers of numbers and dates. The words of [`crate::words`]
//! are not enough here: a figure's sign, its decimal mark and its hyphen are what numbers and dates are made of.

use std::borrow::Cow;

use crate::Span;
use crate::hash::{fnv1a, fnv1a_on};
use crate::lang::Lang;

use super::names::decimal_comma;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes between them.
    Word,
    /// Digits, with the marks that group them and one decimal mark.
    Digits(Digits),
    /// Any other single character.
    Sign(char),
}

/// A numeral as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Digits {
    /// Its value.
    pub value: f64,
    /// Digits before the decimal mark.
    pub whole: u8,
    /// Digits after the decimal mark.
    pub decimals: u8,
    /// Whether marks group its digits.
    pub grouped: bool,
}

/// A word, a numeral or a sign of a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token<'t> {
    /// Its place, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// A word in lower case with straight apostrophes; empty for anything else.
    pub form: Cow<'t, str>,
    /// The form's hash; 0 for anything else.
    pub hash: u64,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether white space, or nothing, is before it.
    pub spaced: bool,
}

impl Token<'_> {
    /// Whether it is this word.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.form == word
    }

    /// Whether it is this sign.
    pub(crate) fn sign(&self) -> Option<char> {
        match self.kind {
            Kind::Sign(c) => Some(c),
            _ => None,
        }
    }

    /// Its digits, if it is a numeral.
    pub(crate) fn digits(&self) -> Option<Digits> {
        match self.kind {
            Kind::Digits(digits) => Some(digits),
            _ => None,
        }
    }
}

/// The tokens of `text`, in order.
pub(crate) fn tokens(text: &str, lang: Lang) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    tokens_into(text, lang, &mut out);
    out
}

/// The same, added to a list.
pub(crate) fn tokens_into<'t>(text: &'t str, lang: Lang, out: &mut Vec<Token<'t>>) {
    // A word of English is five letters long on average.
    out.reserve(text.len() / 5);
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut spaced = true;
    while let Some(&byte) = bytes.get(at) {
        // Most characters are plain, and most between words are spaces.
        if byte == b' ' {
            (at, spaced) = (at + 1, true);
            continue;
        }
        let c = match byte {
            0..=0x7F => char::from(byte),
            _ => text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .unwrap_or(' '),
        };
        let mut token = Token {
            span: Span::new(at, at + c.len_utf8()),
            kind: Kind::Sign(c),
            form: Cow::Borrowed(""),
            hash: 0,
            capital: false,
            spaced,
        };
        if c.is_alphabetic() {
            token.kind = Kind::Word;
            token.capital = c.is_uppercase();
            (token.span.end, token.form, token.hash) = word(text, at);
        } else if digit(c).is_some() {
            let (end, digits) = numeral(text, at, lang);
            token.span.end = end;
            token.kind = Kind::Digits(digits);
        } else if c.is_whitespace() || is_invisible(c) {
            spaced |= c.is_whitespace();
            at = token.span.end;
            continue;
        }
        at = token.span.end;
        spaced = false;
        out.push(token);
    }
}

/// The word that begins at byte `at`: its end, its form, and the form's hash.
fn word(text: &str, at: usize) -> (usize, Cow<'_, str>, u64) {
    // Most words are plain letters: one look at each does.
    let bytes = text.as_bytes();
    let (mut end, mut small, mut hash) = (at, true, fnv1a([]));
    while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphabetic()) {
        small &= byte.is_ascii_lowercase();
        hash = fnv1a_on(hash, byte.to_ascii_lowercase());
        end += 1;
    }
    let is_plain = bytes
        .get(end)
        .is_none_or(|&next| next.is_ascii() && next != b'\'');
    if !is_plain {
        end = word_end(text, end);
    }
    let written = text.get(at..end).unwrap_or("");
    if is_plain && small {
        return (end, Cow::Borrowed(written), hash);
    }
    let form = lower(written);
    if !is_plain {
        hash = fnv1a(form.bytes());
    }
    (end, form, hash)
}

/// In lower case, with straight apostrophes.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let small = word
        .chars()
        .filter(|&c| !is_invisible(c))
        .flat_map(char::to_lowercase)
        .map(|c| if is_apostrophe(c) { '\'' } else { c });
    Cow::Owned(small.collect())
}

/// Invisible characters: the soft hyphen, joiners, directional marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2BC}')
}

/// The end of the word that goes on at byte `end`: letters and their marks, and apostrophes that have a
/// letter on both sides.
fn word_end(text: &str, mut end: usize) -> usize {
    let mut rest = text.get(end..).unwrap_or("").chars().peekable();
    while let Some(c) = rest.next() {
        let inside = c.is_alphabetic()
            || is_invisible(c)
            || is_mark(c)
            || (is_apostrophe(c) && rest.peek().is_some_and(|c| c.is_alphabetic()));
        if !inside {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// A combining accent, or a vowel sign of an Indic script: part of the word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{BBE}'..='\u{BCD}')
}

/// The value of a decimal digit of the scripts that news is written in.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{9E6}'..='\u{9EF}' => '\u{9E6}',
        '\u{BE6}'..='\u{BEF}' => '\u{BE6}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// Reads the numeral that begins at byte `at`. Which mark is the decimal one follows from the language; a mark before
/// a group that does not have three digits is a decimal mark in any language.
fn numeral(text: &str, at: usize, lang: Lang) -> (usize, Digits) {
    let comma = decimal_comma(lang);
    let mut plain = String::new();
    let (mut end, first) = run(text, at, &mut plain);
    let (mut whole, mut decimals, mut grouped) = (first, 0, false);
    let mut group = None;
    while let Some(mark) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let after = end + mark.len_utf8();
        let mut more = String::new();
        let (stop, count) = run(text, after, &mut more);
        if count == 0 {
            break;
        }
        let is_group = count == 3
            && (1..=3).contains(&first)
            && !(plain.starts_with('0'))
            && group.is_none_or(|group| group == mark);
        let groups = match mark {
            '\u{A0}' | '\u{202F}' | '\u{2009}' | '\'' | '\u{2019}' | '\u{66C}' => true,
            ' ' => comma == Some(true),
            ',' => comma != Some(true),
            '.' => comma != Some(false),
            _ => false,
        };
        if is_group && groups {
            plain.push_str(&more);
            (whole, grouped, group) = (whole + count, true, Some(mark));
            end = stop;
            continue;
        }
        let points = matches!(mark, '.' | ',' | '\u{66B}') && group != Some(mark);
        // A dot between a day and a month, or between the numbers of a version, is not a decimal mark.
        let again = text.get(stop..).is_some_and(|rest| {
            let mut rest = rest.chars();
            rest.next() == Some(mark) && rest.next().is_some_and(|c| digit(c).is_some())
        });
        if points && !again {
            plain.push('.');
            plain.push_str(&more);
            decimals = count;
            end = stop;
        }
        break;
    }
    let digits = Digits {
        value: number(&plain),
        whole: whole.min(250) as u8,
        decimals: decimals.min(250) as u8,
        grouped,
    };
    (end, digits)
}

/// The number of plain digits with at most one dot. Exact to the last bit if all digits fit 53 bits. So is the standard
/// library's, which needs some kilobytes for those that do not.
fn number(plain: &str) -> f64 {
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = whole.bytes().chain(part.bytes());
    let all = digits.fold(0.0, |sum, digit| {
        sum * 10.0 + f64::from(digit.wrapping_sub(b'0'))
    });
    all / 10_f64.powi(part.len() as i32)
}

/// Reads the digits from byte `at` on into `plain`; where they end, and how many there are.
fn run(text: &str, at: usize, plain: &mut String) -> (usize, usize) {
    let (mut end, mut count) = (at, 0);
    for c in text.get(at..).unwrap_or("").chars() {
        let Some(value) = digit(c) else {
            break;
        };
        // More digits than this change nothing.
        if count < 40 {
            plain.push(char::from(b'0' + value as u8));
        }
        end += c.len_utf8();
        count += 1;
    }
    (end, count)
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};
    use crate::hash::fnv1a;
    use crate::lang::Lang;

    #[test]
    fn a_word_has_the_hash_of_its_form() {
        let text =
            "Plain NATO words, Moscow's O’Neill, Élan naïve co\u{AD}operate x1 日本 it’ don't’s";
        let all = tokens(text, Lang::English);
        let words: Vec<&str> = (all.iter())
            .filter(|token| token.kind == Kind::Word)
            .inspect(|token| assert_eq!(token.hash, fnv1a(token.form.bytes()), "{token:?}"))
            .map(|token| &*token.form)
            .collect();
        assert_eq!(
            words,
            [
                "plain",
                "nato",
                "words",
                "moscow's",
                "o'neill",
                "élan",
                "naïve",
                "cooperate",
                "x",
                "日本",
                "it",
                "don't's"
            ]
        );
    }
}
