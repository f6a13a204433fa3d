//! Says in which part of an article something is: the opening, the middle, the close. It counts only the article's
//! own words, so that a repeated body does not move everything to the front.

use crate::words::rounded;

/// An article with fewer sentences has no opening, middle and close.
const LEAST_SENTENCES: usize = 6;

/// The share of an article, in per cent, from which something in all its thirds is called "throughout" it.
const THROUGHOUT: u32 = 25;

/// The part of an article that contains some of its sentences. `sentences` are those that are compared, in order: the
/// number of words of each, and whether it is one of those in question. `None` if the article is too short, if there are no
/// such sentences, or if they are so few and scattered that no part can be named.
pub fn lies(sentences: &[(u32, bool)]) -> Option<Part> {
    if sentences.len() < LEAST_SENTENCES {
        return None;
    }
    let total: u32 = sentences.iter().map(|(words, _)| words).sum();
    let mut thirds = [0_u32; 3];
    let mut before = 0;
    for &(length, among) in sentences {
        if among {
            // A sentence belongs to the third that contains its middle.
            let third = (before * 2 + length) * 3 / (total * 2).max(1);
            if let Some(third) = thirds.get_mut(third.min(2) as usize) {
                *third += length;
            }
        }
        before += length;
    }
    let among: u32 = thirds.iter().sum();
    // A few sentences here and there are not "throughout" it.
    part(thirds).filter(|part| *part != Part::Everywhere || rounded(among, total) >= THROUGHOUT)
}

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it in one third.
    All(&'static str),
    /// Most of it there.
    Most(&'static str),
    /// All of it in two thirds.
    Two(&'static str, &'static str),
    /// In all three.
    Everywhere,
}

impl Part {
    /// "mostly in the opening of A", "throughout B", "in the close of both".
    pub fn of(self, name: &str) -> String {
        match self {
            Part::All(part) => format!("in the {part} of {name}"),
            Part::Most(part) => format!("mostly in the {part} of {name}"),
            Part::Two(one, other) => format!("in the {one} and the {other} of {name}"),
            Part::Everywhere => format!("throughout {name}"),
        }
    }
}

/// Which thirds contain it: only one, one with at least six tenths, or two while the third has nothing.
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
    use super::lies;

    /// The part that contains the marked sentences, among sentences of equal length.
    fn said(marks: &str) -> String {
        let sentences: Vec<(u32, bool)> = marks.chars().map(|mark| (3, mark == 'x')).collect();
        lies(&sentences).map_or_else(String::new, |part| part.of("A"))
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
    fn three_sentences_of_eighteen_do_not_lie_throughout() {
        assert_eq!(said("x-----x----------x"), "");
        assert_eq!(said("x-x---x-----x----x"), "throughout A");
        // The part of a few sentences can be named.
        assert_eq!(
            said("x----------------x"),
            "in the opening and the close of A"
        );
    }
}
