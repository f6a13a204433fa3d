//! Both articles as one text: A's order, each matched sentence with its word diff in place, or both wordings, and what
//! only B has after the counterpart of what precedes it in B. Nothing is lost and nothing is shown twice.

use crossread_engine::Span;

use super::comparing::{Comparing, strength};
use super::cut::Cutter;
use super::outline::{Item, OfB, Outline, Plan};
use crate::sort;
use crate::state::{Both, Side};

/// How to read one text.
pub fn legend(comparing: &Comparing) -> String {
    let (a, b) = (comparing.name(Side::A), comparing.name(Side::B));
    format!(
        "In the order of {a}. A small square marks the beginning of what both have in much the same words. There, − marks words that only {a} has \
         and + words that only {b} has. What both tell in other words is underlined, and the sentence of {b} follows. Everything else is only in {a}; paragraphs marked {} are only in {b}.",
        comparing.sources.b.letters
    )
}

/// Both articles as one text. A's paragraphs hold `Sentence` and `Diffed` pieces, B's paragraphs what
/// only B has.
pub fn one_text(comparing: &Comparing) -> Outline {
    let plan = Plan::new(comparing);
    let cutters = Both::each(|side| Cutter::new(comparing, side));
    let mut text = Outline::default();
    let mut last: Option<u32> = None;
    let mut broken = add_of_b(&mut text, comparing, &cutters.b, &plan.first);
    let mut paragraph = None;
    for (index, sentence) in (0_u32..).zip(comparing.sentences(Side::A)) {
        let gap = cutters.a.gap(last, Some(index));
        let goes_on = paragraph == Some(sentence.paragraph);
        if goes_on && !broken && !text.is_empty() {
            text.push(Item::Gap(Side::A, gap));
        } else {
            text.open(comparing, Side::A, gap);
        }
        if goes_on && broken {
            text.continues();
        }
        let diffed = plan.diffed.get(index as usize).copied().flatten();
        text.push(match diffed {
            Some(number) => Item::Diffed(number),
            None => Item::Sentence(Side::A, index),
        });
        let follows = plan.follows.get(index as usize);
        broken = follows.is_some_and(|run| add_of_b(&mut text, comparing, &cutters.b, run));
        paragraph = Some(sentence.paragraph);
        last = Some(index);
    }
    let after = text.tail(comparing, Side::A, cutters.a.gap(last, None));
    text.folded(comparing, after, Some(plan))
}

impl Plan {
    fn new(comparing: &Comparing) -> Plan {
        let (count_a, count_b) = (
            comparing.sentences(Side::A).len(),
            comparing.sentences(Side::B).len(),
        );
        let mut plan = Plan {
            diffed: vec![None; count_a],
            also: vec![Vec::new(); count_a],
            with: vec![None; count_b],
            first: Vec::new(),
            follows: vec![Vec::new(); count_a],
        };
        plan.place_matches(comparing);
        plan.place_rest(comparing);
        plan
    }

    /// Gives each sentence of A its strongest match that is still free, strongest first, and each
    /// sentence of B that is left over a place beside its strongest.
    fn place_matches(&mut self, comparing: &Comparing) {
        let matches = &comparing.found.matches;
        let order = sort::order(matches.len(), &|at| strength(&matches[at]));
        for beside in [false, true] {
            for number in order.iter().map(|&at| at as u32) {
                let Some(found) = comparing.match_at(number) else {
                    continue;
                };
                let (Some(place), Some(with)) = (
                    self.diffed.get_mut(found.a as usize),
                    self.with.get_mut(found.b as usize),
                ) else {
                    continue;
                };
                if with.is_some() {
                    continue;
                }
                if place.is_none() {
                    *place = Some(number);
                    *with = Some(found.a);
                } else if beside && let Some(also) = self.also.get_mut(found.a as usize) {
                    also.push(number);
                    *with = Some(found.a);
                }
            }
        }
        for also in &mut self.also {
            sort::distinct(also);
        }
    }

    /// Lets what only B has follow the counterpart of what precedes it in B.
    fn place_rest(&mut self, comparing: &Comparing) {
        let cutter = Cutter::new(comparing, Side::B);
        let says = |gap: Span| !gap.of(comparing.text(Side::B)).trim().is_empty();
        let mut anchor = None;
        let count = self.with.len() as u32;
        for b in 0..count {
            if says(cutter.gap(b.checked_sub(1), Some(b))) {
                self.follow(anchor, OfB::Before(b));
            }
            match self.with.get(b as usize).copied().flatten() {
                Some(a) => anchor = Some(a),
                None => self.follow(anchor, OfB::Sentence(b)),
            }
        }
        if says(cutter.gap(count.checked_sub(1), None)) {
            self.follow(anchor, OfB::End);
        }
    }

    fn follow(&mut self, anchor: Option<u32>, item: OfB) {
        match anchor.and_then(|a| self.follows.get_mut(a as usize)) {
            Some(run) => run.push(item),
            None => self.first.push(item),
        }
    }
}

/// Adds paragraphs of what only B has. Returns whether there were any.
fn add_of_b(text: &mut Outline, comparing: &Comparing, cutter: &Cutter<'_>, run: &[OfB]) -> bool {
    let sentences = comparing.sentences(Side::B);
    let count = sentences.len() as u32;
    let mut last: Option<u32> = None;
    for &item in run {
        let b = match item {
            OfB::Sentence(b) => b,
            // A paragraph of text that is not a sentence. White space of B is not shown, since A's paragraphs keep
            // the text's shape.
            OfB::Before(b) => {
                text.tail(comparing, Side::B, cutter.gap(b.checked_sub(1), Some(b)));
                last = None;
                continue;
            }
            OfB::End => {
                text.tail(comparing, Side::B, cutter.gap(count.checked_sub(1), None));
                continue;
            }
        };
        let paragraph = |index: u32| sentences.get(index as usize).map(|s| s.paragraph);
        let goes_on =
            last.is_some_and(|before| before + 1 == b && paragraph(before) == paragraph(b));
        if goes_on {
            text.push(Item::Gap(Side::B, cutter.gap(last, Some(b))));
        } else {
            text.open(comparing, Side::B, Span::default());
        }
        text.push(Item::Sentence(Side::B, b));
        last = Some(b);
    }
    !run.is_empty()
}

#[cfg(test)]
mod tests;
