//! Fills an outline and cuts it. A text of any length is outlined at once. Each block is cut, from any place
//! on, only when it is shown.

use crossread_engine::{Kind, Span};

use super::block::{Block, Diffed, Fold, Paragraph, Piece, Run, SentencePiece};
use super::comparing::Comparing;
use super::cut::{Cutter, aside_kinds};
use super::outline::{Item, Lines, Outline, Plan};
use super::words::{count, list};
use crate::state::{Both, Side};

/// A single repeat or furniture paragraph of at most this many characters is not folded.
const SHORT: u32 = 160;

/// A paragraph of more parts than this is shown as several: real paragraphs have fewer sentences, and a browser lays
/// out a paragraph as a whole.
const LONGEST: usize = 160;

/// No more paragraphs than this are folded into one.
const MOST_FOLDED: usize = 40;

impl Outline {
    /// Whether it has no paragraph yet.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// Opens a paragraph after `gap`. If the gap holds more than white space, that becomes a separate paragraph, so
    /// that nothing is left out.
    pub(super) fn open(&mut self, comparing: &Comparing, side: Side, gap: Span) {
        let before = self.tail(comparing, side, gap);
        let end = self.items.len();
        self.paragraphs.push(Lines {
            side,
            before,
            items: (end, end),
            continues: false,
        });
    }

    /// Makes a paragraph of what `gap` holds besides white space, and returns the white space that is left.
    pub(super) fn tail(&mut self, comparing: &Comparing, side: Side, gap: Span) -> Span {
        let text = gap.of(comparing.text(side));
        let start = gap.start + text.len() - text.trim_start().len();
        let end = gap.start + text.trim_end().len();
        if start >= end {
            return gap;
        }
        let first = self.items.len();
        self.paragraphs.push(Lines {
            side,
            before: Span::new(gap.start, start),
            items: (first, first),
            continues: false,
        });
        self.push(Item::Gap(side, Span::new(start, end)));
        Span::new(end, gap.end)
    }

    /// Adds to the last paragraph.
    pub(super) fn push(&mut self, item: Item) {
        if let Item::Gap(_, span) = item
            && span.is_empty()
        {
            return;
        }
        if let Some(last) = self.paragraphs.last()
            && last.items.1 - last.items.0 >= LONGEST
        {
            let end = self.items.len();
            self.paragraphs.push(Lines {
                side: last.side,
                before: Span::default(),
                items: (end, end),
                continues: true,
            });
        }
        self.items.push(item);
        if let Some(last) = self.paragraphs.last_mut() {
            last.items.1 = self.items.len();
        }
    }

    /// Notes that the last paragraph continues one into which something was inserted.
    pub(super) fn continues(&mut self) {
        if let Some(last) = self.paragraphs.last_mut() {
            last.continues = true;
        }
    }

    /// Folds the longer runs of paragraphs that are repeats or furniture. Nothing is added afterwards.
    pub(super) fn folded(
        mut self,
        comparing: &Comparing,
        after: Span,
        plan: Option<Plan>,
    ) -> Outline {
        let mut from = 0;
        while let Some(first) = self.paragraphs.get(from) {
            let rest = self.paragraphs.iter().skip(from);
            let run = rest
                .take_while(|lines| lines.side == first.side && self.is_aside(comparing, lines))
                .take(MOST_FOLDED)
                .count();
            let short = run == 1 && self.length(comparing, first) <= SHORT;
            let end = from + run.max(1);
            self.blocks.push((from, end, run > 0 && !short));
            from = end;
        }
        self.after = after;
        self.plan = plan;
        self
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// White space after the last paragraph.
    pub fn after(&self) -> Span {
        self.after
    }

    /// All blocks.
    pub fn blocks(&self, comparing: &Comparing) -> Vec<Block> {
        (0..self.len())
            .filter_map(|at| self.block(comparing, at))
            .collect()
    }

    /// A block, cut.
    pub fn block(&self, comparing: &Comparing, at: usize) -> Option<Block> {
        let &(first, end, folded) = self.blocks.get(at)?;
        let cutters = Both::each(|side| Cutter::new(comparing, side));
        let lines = self.paragraphs.get(first..end)?;
        let mut paragraphs: Vec<Paragraph> = lines
            .iter()
            .map(|lines| self.paragraph(comparing, &cutters, lines))
            .collect();
        if !folded {
            return paragraphs.pop().map(Block::Paragraph);
        }
        let sentences: Vec<&SentencePiece> = paragraphs.iter().flat_map(asides).collect();
        let (first, last) = (sentences.first()?, sentences.last()?);
        let all = lines.iter().flat_map(|lines| self.items_of(lines));
        Some(Block::Fold(Fold {
            label: format!(
                "{} · {}",
                label(comparing, all).unwrap_or_default(),
                count(sentences.len() as u32, "sentence", "sentences")
            ),
            teaser: text_of(&first.runs),
            side: first.side,
            sentences: (first.index, last.index + 1),
            paragraphs,
        }))
    }

    fn paragraph(
        &self,
        comparing: &Comparing,
        cutters: &Both<Cutter<'_>>,
        lines: &Lines,
    ) -> Paragraph {
        Paragraph {
            side: lines.side,
            before: lines.before.of(comparing.text(lines.side)).to_owned(),
            pieces: self
                .items_of(lines)
                .filter_map(|item| self.piece(comparing, cutters, item))
                .collect(),
            label: label(comparing, self.items_of(lines)),
            continues: lines.continues,
        }
    }

    fn piece(
        &self,
        comparing: &Comparing,
        cutters: &Both<Cutter<'_>>,
        item: Item,
    ) -> Option<Piece> {
        Some(match item {
            Item::Gap(side, span) => Piece::Gap(span.of(comparing.text(side)).to_owned()),
            Item::Diffed(number) => self.plan.as_ref()?.diffed(comparing, cutters, number)?,
            Item::Sentence(side, index) => {
                let mut piece = cutters.of(side).sentence(index)?;
                if side == Side::A
                    && let Some(plan) = &self.plan
                {
                    piece.note = plan.elsewhere(comparing, index);
                }
                Piece::Sentence(piece)
            }
        })
    }

    fn items_of(&self, lines: &Lines) -> impl Iterator<Item = Item> {
        let items = self.items.get(lines.items.0..lines.items.1);
        items.unwrap_or_default().iter().copied()
    }

    /// Whether all of a paragraph is a repeat or furniture.
    fn is_aside(&self, comparing: &Comparing, lines: &Lines) -> bool {
        let mut any = false;
        let all = self.items_of(lines).all(|item| match item {
            Item::Gap(side, gap) => gap.of(comparing.text(side)).trim().is_empty(),
            Item::Sentence(side, index) => {
                any = true;
                let sentence = comparing.sentences(side).get(index as usize);
                sentence.is_some_and(|sentence| comparing.is_aside(sentence))
            }
            Item::Diffed(_) => false,
        });
        any && all
    }

    /// How many characters its sentences have.
    fn length(&self, comparing: &Comparing, lines: &Lines) -> u32 {
        let of = |item| match item {
            Item::Sentence(side, index) => {
                comparing.sentence_text(side, index).chars().count() as u32
            }
            Item::Gap(..) | Item::Diffed(_) => 0,
        };
        self.items_of(lines).map(of).sum()
    }
}

/// What is needed to place a long text in parts.
impl Outline {
    /// About how many lines a block takes if a line holds so many characters. The space after a paragraph counts as
    /// part of a line.
    pub fn lines(&self, comparing: &Comparing, at: usize, line: f64) -> f64 {
        /// The space after a paragraph, as part of a line; the same as in style/texts.css.
        const SPACE: f64 = 0.55;
        let Some(&(first, end, folded)) = self.blocks.get(at) else {
            return 0.0;
        };
        if folded {
            return 1.5 + SPACE;
        }
        let lines = self.paragraphs.get(first..end).unwrap_or_default();
        let of = |lines: &Lines| {
            let characters: u32 = self
                .items_of(lines)
                .map(|item| weight(comparing, item))
                .sum();
            (f64::from(characters) / line).ceil() + SPACE
        };
        lines.iter().map(of).sum()
    }

    /// The block that contains each sentence of a side; past the last block if none does.
    pub(super) fn places(&self, comparing: &Comparing, side: Side) -> Vec<u32> {
        let mut places = vec![u32::MAX; comparing.sentences(side).len()];
        let mut stands = |index: u32, at: usize| {
            if let Some(place) = places.get_mut(index as usize) {
                *place = at as u32;
            }
        };
        for (at, &(first, end, _)) in self.blocks.iter().enumerate() {
            let lines = self.paragraphs.get(first..end).unwrap_or_default();
            for item in lines.iter().flat_map(|lines| self.items_of(lines)) {
                match item {
                    Item::Gap(..) => {}
                    Item::Sentence(of, index) => {
                        if of == side {
                            stands(index, at);
                        }
                    }
                    Item::Diffed(number) => {
                        let plan = self.plan.as_ref();
                        for index in plan
                            .into_iter()
                            .flat_map(|plan| plan.shown(comparing, number, side))
                        {
                            stands(index, at);
                        }
                    }
                }
            }
        }
        places
    }
}

/// How many characters a part of a paragraph has.
fn weight(comparing: &Comparing, item: Item) -> u32 {
    match item {
        Item::Gap(_, span) => span.len() as u32,
        Item::Sentence(side, index) => comparing.length(side, index),
        Item::Diffed(number) => comparing.match_at(number).map_or(0, |found| {
            let (a, b) = (
                comparing.length(Side::A, found.a),
                comparing.length(Side::B, found.b),
            );
            match found.kind {
                Kind::Related => a + b,
                // Shared text is shown once, and most of what is not shared.
                _ => a.max(b) + a.min(b) / 4,
            }
        }),
    }
}

/// What these are, if all their sentences are repeats or furniture: "repeat", "banner and caption".
fn label(comparing: &Comparing, items: impl IntoIterator<Item = Item>) -> Option<String> {
    let mut labels: Vec<String> = Vec::new();
    for item in items {
        match item {
            Item::Gap(side, gap) if gap.of(comparing.text(side)).trim().is_empty() => {}
            Item::Sentence(side, index) => {
                let sentence = comparing.sentences(side).get(index as usize)?;
                if !comparing.is_aside(sentence) {
                    return None;
                }
                for kind in aside_kinds(comparing, side, sentence) {
                    if !labels.contains(&kind) {
                        labels.push(kind);
                    }
                }
            }
            _ => return None,
        }
    }
    (!labels.is_empty()).then(|| list(&labels))
}

fn asides(paragraph: &Paragraph) -> impl Iterator<Item = &SentencePiece> {
    paragraph.pieces.iter().filter_map(|piece| match piece {
        Piece::Sentence(piece) => Some(piece),
        Piece::Gap(_) | Piece::Diffed(_) => None,
    })
}

/// The text of runs, joined.
fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

impl Plan {
    /// A match in place of its sentence of A, with other sentences of B that are shown there.
    pub(super) fn diffed(
        &self,
        comparing: &Comparing,
        cutters: &Both<Cutter<'_>>,
        number: u32,
    ) -> Option<Piece> {
        let found = comparing.match_at(number)?;
        let also = self.also.get(found.a as usize)?.iter();
        let also = also.filter_map(|&number| {
            let b = comparing.match_at(number)?.b;
            let label = format!("also in {}, sentence {}", comparing.name(Side::B), b + 1);
            Some((label, cutters.b.sentence(b)?))
        });
        // A word diff of sentences in different words would be unreadable, so both are shown one after the other.
        let related = found.kind == Kind::Related;
        let own = match related {
            true => cutters.a.sentence(found.a)?.runs,
            false => Vec::new(),
        };
        let other = || {
            let label = format!("in {}", comparing.name(Side::B));
            Some((label, cutters.b.sentence(found.b)?))
        };
        let other = related.then(other).flatten();
        let also: Vec<(String, SentencePiece)> = other.into_iter().chain(also).collect();
        Some(Piece::Diffed(Diffed {
            index: number,
            a: found.a,
            b: found.b,
            kind: found.kind,
            moved: found.moved,
            at: comparing.at_match(number)?,
            diff: match related {
                true => Vec::new(),
                false => comparing.diff(number),
            },
            own,
            also,
        }))
    }

    /// Where the counterpart of a sentence of A is shown, if it has one that is not shown here.
    pub(super) fn elsewhere(&self, comparing: &Comparing, index: u32) -> Option<String> {
        let strongest = *comparing.matches_of(Side::A, index).first()?;
        let b = comparing.match_at(strongest)?.b;
        let a = self.with.get(b as usize).copied().flatten()?;
        Some(comparing.said(&format!(
            "its counterpart, sentence {} of B, is shown with sentence {} of A",
            b + 1,
            a + 1
        )))
    }

    /// The sentences of that side that are shown where this match is diffed.
    pub(super) fn shown(&self, comparing: &Comparing, number: u32, side: Side) -> Vec<u32> {
        let Some(found) = comparing.match_at(number) else {
            return Vec::new();
        };
        match side {
            Side::A => vec![found.a],
            Side::B => {
                let also = self.also.get(found.a as usize).into_iter().flatten();
                let also = also.filter_map(|&number| Some(comparing.match_at(number)?.b));
                also.chain([found.b]).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LONGEST;

    #[test]
    fn the_documentation_has_the_same_bound() {
        let page = include_str!("../../docs/collection.md");
        let row = format!("| parts of a paragraph, before it is shown as several | {LONGEST} |");
        assert!(page.contains(&row), "{row}");
    }
}
