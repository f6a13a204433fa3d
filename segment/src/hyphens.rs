//! Words divided at the end of a line: *passen-⏎gers* is one word, *well-⏎known* two. There is no
//! dictionary to tell which. First the spelling elsewhere in the text decides, then a list of frequent parts
//! of compounds. All others count as one word, since a text with hyphens at line ends was usually typeset.

use std::collections::HashSet;

use crate::Span;
use crate::abbreviations::holds;
use crate::chars::{after, before, is_break, is_mark, is_small, plain_fold, skip_space};

/// First and last parts of compounds that are written with a hyphen.
const FIRST: &str = "well self anti north south east west half vice long short high low left right old two three four five six \
    seven eight nine twenty thirty forty fifty sixty seventy eighty ninety hundred great cross hard soft open world state government \
    much never still top best full semi ultra pseudo neo euro afro mother father son daughter brother sister broad clear cut cease short \
    peut celui celle ceux celles dix vingt quatre grand demi sous avant apres porte rendez";
const LAST: &str = "based backed owned funded ranking level style friendly speaking looking sized shaped sponsored related controlled \
    educated government war year term scale class century door off up down und oder bis elle elles nous vous meme memes etre \
    нибудь либо";

/// Compounds whose parts are parts of other words too.
const PAIRS: &str = "up-to all-out ex-minister ex-president ex-wife ex-husband ex-chief ex-boss ex-leader ex-soldier ex-partner ex-player ex-coach ex-king \
    ex-police ex-convict ex-girlfriend ex-boyfriend so-called far-right far-left far-reaching far-flung far-off part-time full-time \
    middle-aged middle-class co-operate co-operation co-operative co-ordinate co-ordination co-author co-founder co-chair co-owner co-worker \
    co-pilot re-elect re-elected re-election re-enter re-entry re-open re-opened pre-school pre-election post-mortem pro-western \
    pro-european pro-palestinian pro-israeli pro-independence pro-choice pro-life pro-democracy decision-making decision-makers \
    policy-makers record-breaking all-party all-night on-screen on-site mid-term mid-week mid-morning mid-afternoon over-the under-secretary \
    inter-city x-ray t-shirt e-mail by-election by-elections in-law year-old years-old month-old day-old little-known best-known lesser-known better-known \
    home-made mother-in son-in t-il t-elle t-on dit-il dit-elle stand-in drive-in t-on in-depth ground-breaking peace-keeping law-maker";

/// Prefixes that form one word with what follows.
const PREFIXES: &str = "un dis mis re over under out inter";

/// Endings that make a derived word of the first part, not a compound: *self-⏎ish*, *high-⏎ly*.
const ENDINGS: &str =
    "ly er ers est ing ed ern ness ment ments ish s ful less able ward wards y erly en";

/// Finds words that continue in the next line.
pub(crate) struct Parting<'t> {
    text: &'t str,
    /// The words of the text between white space, folded, once they are asked for.
    written: Option<HashSet<String>>,
}

impl<'t> Parting<'t> {
    pub(crate) fn new(text: &'t str) -> Parting<'t> {
        Parting {
            text,
            written: None,
        }
    }

    /// Whether the word `left`, the last of its line's characters up to byte `end`, continues in the next
    /// line.
    pub(crate) fn goes_on(&mut self, left: Span, end: usize) -> bool {
        let text = self.text;
        let soft = before(text, end) == Some('\u{AD}');
        let hyphen = Span::new(left.end, end).of(text);
        if !(matches!(hyphen, "-" | "\u{2010}" | "\u{AD}") || soft && hyphen.is_empty()) {
            return false;
        }
        let next = skip_space(text, end);
        if !is_one_break(Span::new(end, next).of(text)) {
            return false;
        }
        let small = |c: Option<char>| c.is_some_and(is_small);
        let last = left
            .of(text)
            .chars()
            .rev()
            .find(|&c| !(is_mark(c) || c == '\u{AD}'));
        if !small(after(text, next)) || !small(last) {
            return false;
        }
        soft || self.is_one(left.of(text), right_part(text, next))
    }

    fn is_one(&mut self, left: &str, right: &str) -> bool {
        let text = self.text;
        let written = self.written.get_or_insert_with(|| {
            let edge = |c: char| !c.is_alphanumeric();
            let words = text.split_whitespace().map(|word| word.trim_matches(edge));
            words.map(plain_fold).collect()
        });
        let (left, right) = (plain_fold(left), plain_fold(right));
        if written.contains(&format!("{left}{right}")) {
            return true;
        }
        if written.contains(&format!("{left}-{right}")) {
            return false;
        }
        let compound = holds(PAIRS, &format!("{left}-{right}"))
            || holds(FIRST, &left) && !holds(ENDINGS, &right)
            || holds(LAST, &right) && !holds(PREFIXES, &left);
        !compound
    }
}

/// Whether white space is one line break, with or without blanks beside it.
fn is_one_break(space: &str) -> bool {
    let bare = space.trim_matches(|c: char| c.is_whitespace() && !is_break(c));
    let mut breaks = bare.chars();
    bare == "\r\n" || breaks.next().is_some_and(is_break) && breaks.next().is_none()
}

/// The letters from byte `at` on.
fn right_part(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let end = rest.find(|c: char| !(c.is_alphanumeric() || is_mark(c)));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest)
}

/// A divided word, joined; `None` if `word` is not divided.
pub(crate) fn joined(word: &str) -> Option<String> {
    if !word.contains(char::is_whitespace) {
        return None;
    }
    let mut out = String::with_capacity(word.len());
    for part in word.split_whitespace() {
        out.push_str(part);
        if out.ends_with(['-', '\u{2010}', '\u{AD}']) {
            out.pop();
        }
    }
    // The last part has no such hyphen after it.
    Some(out)
}
