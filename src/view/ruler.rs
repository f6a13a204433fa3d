//! The positions of matches, repeats and furniture in an article.

use crossread_engine::{Kind, Standing};

use super::finding::lies;
use super::words::{capital, count_spelled, list, plural};
use super::{Comparing, Marks};
use crate::state::{At, Side};

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A sentence with a match of this kind.
    Match(Kind),
    /// Repeats.
    Repeat,
    /// Furniture.
    Furniture,
}

/// A bar of the ruler.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub what: What,
    /// Where it begins, 0 to 1, by Unicode scalar values of the text.
    pub from: f64,
    /// Where it ends, 0 to 1.
    pub to: f64,
    /// The first sentence it covers and the one past the last, for a ruler that follows the page's own
    /// measure.
    pub sentences: (u32, u32),
    /// What selects its match, or its first sentence.
    pub at: Option<At>,
}

/// The ruler of one side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ruler {
    /// Its bars, in the order of the text; bars of matches never overlap.
    pub bars: Vec<Bar>,
    /// The same in words: "Matches in A: 4 edited, 2 related, mostly in the opening. …"
    pub alt: String,
}

impl Ruler {
    /// What selects the bar after the selected sentence, or the one before it. If none is selected: the first bar
    /// from the visible part of the article on, or the last one up to it. `None` at the end.
    pub fn beside(&self, held: Option<u32>, (from, to): (f64, f64), forth: bool) -> Option<At> {
        let after = |bar: &&Bar| held.map_or(bar.to > from, |held| bar.sentences.0 > held);
        let before = |bar: &&Bar| held.map_or(bar.from < to, |held| bar.sentences.1 <= held);
        let bar = if forth {
            self.bars.iter().find(after)
        } else {
            self.bars.iter().rev().find(before)
        };
        bar?.at
    }
}

/// From this number of sentences on, a text is long: its bars are joined if they are closer than [`FINEST`].
const LONG: usize = 800;
/// A part of a ruler, 0 to 1, that can still be seen and pressed.
const FINEST: f64 = 1.0 / 300.0;

/// The ruler of that side.
pub fn ruler(comparing: &Comparing, marks: &Marks, side: Side) -> Ruler {
    let mut bars: Vec<Bar> = Vec::new();
    let long = comparing.sentences(side).len() > LONG;
    for (index, sentence) in (0_u32..).zip(comparing.sentences(side)) {
        let mut what = match (marks.of(side, index), sentence.standing) {
            (Some(mark), _) => What::Match(mark.kind),
            (None, Standing::Repeat(_)) if comparing.is_aside(sentence) => What::Repeat,
            (None, Standing::Furniture) if comparing.is_aside(sentence) => What::Furniture,
            (None, _) => continue,
        };
        let first = match bars.last() {
            Some(last) if joins(last, what, index) => {
                let first = last.sentences.0;
                bars.pop();
                first
            }
            // In a long text they could not be told apart by eye, so the stronger kind stands for both.
            Some(last) if long && comparing.extent(side, index, index).0 - last.from < FINEST => {
                let (first, before) = (last.sentences.0, last.what);
                what = stronger(before, what);
                bars.pop();
                first
            }
            _ => index,
        };
        let (from, to) = comparing.extent(side, first, index + 1);
        bars.push(Bar {
            what,
            from,
            to,
            sentences: (first, index + 1),
            at: marks.at_sentence(comparing, side, first),
        });
    }
    Ruler {
        bars,
        alt: alt(comparing, marks, side),
    }
}

/// The one that stands for both: a match rather than something else, the stronger kind of two matches.
fn stronger(one: What, other: What) -> What {
    match (one, other) {
        (What::Match(a), What::Match(b)) => What::Match(a.max(b)),
        (_, What::Match(_)) => other,
        _ => one,
    }
}

/// Whether a sentence continues the bar before it: repeats and furniture do, but each match has its own bar.
fn joins(last: &Bar, what: What, index: u32) -> bool {
    last.what == what && last.sentences.1 == index && !matches!(what, What::Match(_))
}

/// The ruler in words.
fn alt(comparing: &Comparing, marks: &Marks, side: Side) -> String {
    let letter = comparing.name(side);
    let sentences = || (0_u32..).zip(comparing.sentences(side));
    let of_kind = |kind: Kind| {
        let marked = sentences().filter_map(|(index, _)| marks.of(side, index));
        let number = marked.filter(|mark| mark.kind == kind).count();
        (number > 0).then(|| format!("{number} {kind}"))
    };
    let kinds: Vec<String> = Kind::ALL.into_iter().filter_map(of_kind).collect();
    let matched = match lies(comparing, side, |index| marks.of(side, index).is_some()) {
        _ if kinds.is_empty() => format!("No sentence of {letter} is marked."),
        Some(part) => format!(
            "Sentences marked in {letter}: {}, {}.",
            list(&kinds),
            part.of(letter)
        ),
        None => format!("Sentences marked in {letter}: {}.", list(&kinds)),
    };
    let aside = |repeat: bool| {
        sentences()
            .filter(|(_, sentence)| {
                comparing.is_aside(sentence)
                    && matches!(sentence.standing, Standing::Repeat(_)) == repeat
            })
            .count() as u32
    };
    let said = |number: u32, one: &str, many: &str| {
        (number > 0).then(|| {
            format!(
                " {} {}.",
                capital(&count_spelled(number, "sentence", "sentences")),
                plural(number, one, many)
            )
        })
    };
    let repeats = said(aside(true), "is a repeat", "are repeats");
    let furniture = said(aside(false), "is furniture", "are furniture");
    matched + &repeats.unwrap_or_default() + &furniture.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{What, ruler};
    use crate::state::{Side, State};
    use crate::view::testing::{comparing_with, pairs};
    use crate::view::{Comparing, Marks};

    fn drawn(comparing: &Comparing, side: Side) -> String {
        let marks = Marks::new(comparing, &State::default());
        let ruler = ruler(comparing, &marks, side);
        let mut lines: Vec<String> = ruler
            .bars
            .iter()
            .map(|bar| {
                format!(
                    "{:?} {:.0}-{:.0} {:?}",
                    bar.what,
                    bar.from * 100.0,
                    bar.to * 100.0,
                    bar.sentences
                )
            })
            .collect();
        lines.push(ruler.alt);
        lines.join("\n")
    }

    #[test]
    fn bars_stand_where_the_sentences_do() {
        let a = "<<banner:Home of the rain>>\nHeavy rain fell on the valley.\nNobody slept that night at all.\n\
                 Heavy rain fell on the valley.\nNobody slept that night at all.";
        let comparing = comparing_with(a, "Nobody slept that night at all.", "");
        assert_eq!(
            drawn(&comparing, Side::A),
            "Furniture 0-11 (0, 1)\n\
             Match(Verbatim) 34-56 (2, 3)\n\
             Repeat 56-100 (3, 5)\n\
             Sentences marked in “The a”: 1 verbatim. Two sentences are repeats. One sentence is furniture."
        );
        assert_eq!(
            drawn(&comparing, Side::B),
            "Match(Verbatim) 0-100 (0, 1)\nSentences marked in “The b”: 1 verbatim."
        );
        assert_eq!(
            drawn(&comparing_with("It rained.", "Nobody slept.", ""), Side::A),
            "No sentence of “The a” is marked."
        );
    }

    #[test]
    fn the_arrows_lead_to_every_bar_and_back() {
        let a = "<<banner:Home of the rain>>\nHeavy rain fell on the valley.\nNobody slept that night at all.\n\
                 The bridge was closed by noon.\nThe bridge was closed by noon.";
        let b = "Nobody slept that night at all. Heavy rain fell on the valley.";
        let comparing = comparing_with(a, b, "");
        let ruler = ruler(
            &comparing,
            &Marks::new(&comparing, &State::default()),
            Side::A,
        );
        let walk = |forth: bool| {
            let mut way = Vec::new();
            let mut held = None;
            while let Some(at) = ruler.beside(held, (0.0, 1.0), forth) {
                way.push(at);
                held = comparing.sentence_at(Side::A, at.of(Side::A).unwrap());
            }
            way
        };
        let (mut forth, back) = (walk(true), walk(false));
        assert_eq!(forth.len(), ruler.bars.len());
        forth.reverse();
        assert_eq!(forth, back);
        // With nothing selected, from the visible part.
        let (from, to) = (ruler.bars[1].from, ruler.bars[1].to);
        assert_eq!(ruler.beside(None, (from, to), true), ruler.bars[1].at);
        assert_eq!(ruler.beside(None, (from, to), false), ruler.bars[1].at);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn bars_lie_in_order_inside_the_ruler(comparing in pairs()) {
            let marks = Marks::new(&comparing, &State::default());
            for side in Side::BOTH {
                let bars = ruler(&comparing, &marks, side).bars;
                let ends: Vec<f64> = bars.iter().flat_map(|bar| [bar.from, bar.to]).collect();
                prop_assert!(ends.is_sorted(), "{ends:?}");
                prop_assert!(ends.iter().all(|end| (0.0..=1.0).contains(end)));
                prop_assert!(bars.iter().all(|bar| bar.at.is_some()));
                let matched = bars.iter().filter(|bar| matches!(bar.what, What::Match(_))).count();
                let marked = (0..comparing.sentences(side).len() as u32)
                    .filter(|&index| marks.of(side, index).is_some())
                    .count();
                prop_assert_eq!(matched, marked);
            }
        }
    }
}
