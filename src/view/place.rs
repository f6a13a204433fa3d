//! Where in an article something lies, in words: the opening, the middle, the close. Counted over the
//! article's own words, so that a body that stands twice does not move everything to the front.

use super::Comparing;
use super::words::rounded;
use crate::state::Side;

/// Below this many sentences an article has no opening, middle and close to speak of.
const LEAST_SENTENCES: usize = 6;

/// Which part of that side those sentences lie in. Nothing where the article is too short to say, or
/// where there are no such sentences.
pub(super) fn lies(comparing: &Comparing, side: Side, among: impl Fn(u32) -> bool) -> Option<Part> {
    let sentences = comparing.sentences(side);
    let own = || {
        (0_u32..)
            .zip(sentences)
            .filter(|(_, sentence)| !comparing.is_aside(sentence))
    };
    if own().count() < LEAST_SENTENCES {
        return None;
    }
    let words = |sentence: &crossread_engine::Sentence| sentence.words.1 - sentence.words.0;
    let total: u32 = own().map(|(_, sentence)| words(sentence)).sum();
    let mut thirds = [0_u32; 3];
    let mut before = 0;
    for (index, sentence) in own() {
        let length = words(sentence);
        if among(index) {
            // A sentence lies where its middle lies.
            let third = (before * 2 + length) * 3 / (total * 2).max(1);
            if let Some(third) = thirds.get_mut(third.min(2) as usize) {
                *third += length;
            }
        }
        before += length;
    }
    part(thirds)
}

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    All(&'static str),
    Most(&'static str),
    Two(&'static str, &'static str),
    Everywhere,
}

impl Part {
    /// "mostly in the opening of A", "throughout B", "in the close of both".
    pub(super) fn of(self, name: &str) -> String {
        match self {
            Part::All(part) => format!("in the {part} of {name}"),
            Part::Most(part) => format!("mostly in the {part} of {name}"),
            Part::Two(one, other) => format!("in the {one} and the {other} of {name}"),
            Part::Everywhere => format!("throughout {name}"),
        }
    }
}

/// Which thirds hold it: one alone, one with at least six tenths, two with nothing in the third.
fn part(thirds: [u32; 3]) -> Option<Part> {
    const NAMES: [&str; 3] = ["opening", "middle", "close"];
    let total: u32 = thirds.iter().sum();
    if total == 0 {
        return None;
    }
    for (name, words) in NAMES.into_iter().zip(thirds) {
        match rounded(words, total) {
            _ if words == total => return Some(Part::All(name)),
            60.. => return Some(Part::Most(name)),
            _ => {}
        }
    }
    Some(match thirds {
        [0, _, _] => Part::Two(NAMES[1], NAMES[2]),
        [_, 0, _] => Part::Two(NAMES[0], NAMES[2]),
        [_, _, 0] => Part::Two(NAMES[0], NAMES[1]),
        _ => Part::Everywhere,
    })
}

#[cfg(test)]
mod tests {
    use super::{Part, lies};
    use crate::state::Side;
    use crate::view::testing::{comparing, comparing_with};

    /// Where the sentences of that mark lie, in nine sentences of equal length.
    fn said(marks: &str) -> String {
        let a = "It rained here. ".repeat(marks.len());
        let comparing = comparing_with(&a, "", "text=all");
        let among = |index: u32| marks.as_bytes().get(index as usize) == Some(&b'x');
        lies(&comparing, Side::A, among).map_or_else(String::new, |part| part.of("A"))
    }

    #[test]
    fn thirds() {
        assert_eq!(said("xxx------"), "in the opening of A");
        assert_eq!(said("---x-----"), "in the middle of A");
        assert_eq!(said("--------x"), "in the close of A");
        assert_eq!(said("xx-x-----"), "mostly in the opening of A");
        assert_eq!(said("xx-xx----"), "in the opening and the middle of A");
        assert_eq!(said("xx-----xx"), "in the opening and the close of A");
        assert_eq!(said("x--x--x--"), "throughout A");
        assert_eq!(said("xxxxxxxxx"), "throughout A");
        assert_eq!(said("---------"), "");
        assert_eq!(said("xx"), "");
    }

    #[test]
    fn repeats_do_not_count() {
        let first = "Rain fell on the valley. Wind blew over the hills. Snow lay in the streets. \
                     Ice cracked on the lake. Nobody slept on that night. The bridge was closed for days. ";
        let comparing = comparing(&first.repeat(2), "");
        assert_eq!(
            lies(&comparing, Side::A, |index| index == 5),
            Some(Part::All("close"))
        );
    }
}
