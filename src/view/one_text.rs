//! Both articles as one text: A's order, each matched sentence with its word diff in place, and what
//! only B has after the counterpart of what precedes it in B. Nothing is lost and nothing stands twice.

use super::Comparing;
use super::column::{Block, Diffed, Paragraph, Piece, SentencePiece, fold, open, tail};
use super::comparing::strength;
use super::cut::Cutter;
use crate::sort;
use crate::state::Side;

/// Both articles as one text. A's paragraphs hold `Sentence` and `Diffed` pieces, B's paragraphs what
/// only B has.
#[derive(Clone, Debug, PartialEq)]
pub struct OneText {
    /// How to read it.
    pub legend: String,
    /// The text.
    pub blocks: Vec<Block>,
    /// White space after A's last paragraph.
    pub after: String,
}

/// Both articles as one text.
pub fn one_text(comparing: &Comparing) -> OneText {
    let plan = Plan::new(comparing);
    let (cutter_a, cutter_b) = (
        Cutter::new(comparing, Side::A),
        Cutter::new(comparing, Side::B),
    );
    let mut text = Vec::new();
    let mut last: Option<u32> = None;
    let mut broken = add_of_b(&mut text, comparing, &cutter_b, &plan.first);
    let mut paragraph = None;
    for (index, sentence) in (0_u32..).zip(comparing.sentences(Side::A)) {
        let gap = cutter_a.gap(last, Some(index));
        let goes_on = paragraph == Some(sentence.paragraph);
        match text.last_mut() {
            Some(Paragraph { pieces, .. }) if goes_on && !broken => {
                if !gap.is_empty() {
                    pieces.push(Piece::Gap(gap.to_owned()));
                }
            }
            _ => open(&mut text, Side::A, gap),
        }
        if let Some(at) = text.last_mut() {
            at.continues |= goes_on && broken;
            at.pieces
                .extend(piece(comparing, &plan, &cutter_a, &cutter_b, index));
        }
        let follows = plan.follows.get(index as usize);
        broken = follows.is_some_and(|run| add_of_b(&mut text, comparing, &cutter_b, run));
        paragraph = Some(sentence.paragraph);
        last = Some(index);
    }
    let after = tail(&mut text, Side::A, cutter_a.gap(last, None));
    OneText {
        legend: "In A’s order. In a sentence that both have, − stands before words of A alone and \
                 + before words of B alone. Paragraphs marked B stand in B alone."
            .to_owned(),
        blocks: fold(comparing, text),
        after,
    }
}

/// Something that only B has.
#[derive(Clone, Copy)]
enum OfB {
    Sentence(u32),
    /// What stands before a sentence and is more than white space.
    Before(u32),
    /// What stands after the last sentence.
    End,
}

/// Where each sentence of B goes.
struct Plan {
    /// For each sentence of A, the match that is diffed in its place.
    diffed: Vec<Option<u32>>,
    /// For each sentence of A, its further matches whose sentence of B stands nowhere else.
    also: Vec<Vec<u32>>,
    /// For each sentence of B, the sentence of A that it stands with.
    with: Vec<Option<u32>>,
    /// What of B stands before all of A.
    first: Vec<OfB>,
    /// For each sentence of A, what of B follows it.
    follows: Vec<Vec<OfB>>,
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
        let mut anchor = None;
        let count = self.with.len() as u32;
        for b in 0..count {
            if !cutter.gap(b.checked_sub(1), Some(b)).trim().is_empty() {
                self.follow(anchor, OfB::Before(b));
            }
            match self.with.get(b as usize).copied().flatten() {
                Some(a) => anchor = Some(a),
                None => self.follow(anchor, OfB::Sentence(b)),
            }
        }
        if !cutter.gap(count.checked_sub(1), None).trim().is_empty() {
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

/// Adds paragraphs of what only B has. Whether there were any.
fn add_of_b(
    text: &mut Vec<Paragraph>,
    comparing: &Comparing,
    cutter: &Cutter<'_>,
    run: &[OfB],
) -> bool {
    let sentences = comparing.sentences(Side::B);
    let count = sentences.len() as u32;
    let mut last: Option<u32> = None;
    for &item in run {
        let b = match item {
            OfB::Sentence(b) => b,
            OfB::Before(b) => {
                stray(text, cutter.gap(b.checked_sub(1), Some(b)));
                last = None;
                continue;
            }
            OfB::End => {
                stray(text, cutter.gap(count.checked_sub(1), None));
                continue;
            }
        };
        let paragraph = |index: u32| sentences.get(index as usize).map(|s| s.paragraph);
        let goes_on =
            last.is_some_and(|before| before + 1 == b && paragraph(before) == paragraph(b));
        if goes_on {
            let gap = cutter.gap(last, Some(b));
            if let Some(at) = text.last_mut().filter(|_| !gap.is_empty()) {
                at.pieces.push(Piece::Gap(gap.to_owned()));
            }
        } else {
            open(text, Side::B, "");
        }
        if let Some((at, piece)) = text.last_mut().zip(cutter.sentence(b)) {
            at.pieces.push(Piece::Sentence(piece));
        }
        last = Some(b);
    }
    !run.is_empty()
}

/// A paragraph of what is no sentence.
fn stray(text: &mut Vec<Paragraph>, gap: &str) {
    // White space of B is not shown: A's paragraphs keep the text's shape.
    let _ = tail(text, Side::B, gap);
}

/// Sentence `index` of A, with its counterpart where it has one here.
fn piece(
    comparing: &Comparing,
    plan: &Plan,
    cutter_a: &Cutter<'_>,
    cutter_b: &Cutter<'_>,
    index: u32,
) -> Option<Piece> {
    let diffed = plan.diffed.get(index as usize).copied().flatten();
    let Some((number, found)) = diffed.and_then(|n| Some((n, comparing.match_at(n)?))) else {
        let mut piece = cutter_a.sentence(index)?;
        piece.note = elsewhere(comparing, plan, index);
        return Some(Piece::Sentence(piece));
    };
    let also: Vec<(String, SentencePiece)> = plan
        .also
        .get(index as usize)?
        .iter()
        .filter_map(|&number| {
            let b = comparing.match_at(number)?.b;
            let label = format!("also in B, sentence {}", b + 1);
            Some((label, cutter_b.sentence(b)?))
        })
        .collect();
    Some(Piece::Diffed(Diffed {
        index: number,
        a: found.a,
        b: found.b,
        kind: found.kind,
        moved: found.moved,
        at: comparing.at_match(number)?,
        diff: comparing.diff(number),
        also,
    }))
}

/// Where the counterpart of a sentence of A stands that has one, but not here.
fn elsewhere(comparing: &Comparing, plan: &Plan, index: u32) -> Option<String> {
    let strongest = *comparing.matches_of(Side::A, index).first()?;
    let b = comparing.match_at(strongest)?.b;
    let a = plan.with.get(b as usize).copied().flatten()?;
    Some(format!(
        "its counterpart, sentence {} of B, stands with sentence {} of A",
        b + 1,
        a + 1
    ))
}

#[cfg(test)]
mod tests;
