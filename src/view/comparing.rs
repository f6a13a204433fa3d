//! Two articles and what a worker found in them, with the look-ups that every view needs. It is made once per pair
//! and options; nothing here reads or compares.

use std::sync::{Arc, OnceLock};

use crossread_engine::{
    Closest, Comparison, Match, Options, Scope, Sentence, Span, Standing, Voice,
};
use crossread_wording::named;
use crossread_worker::protocol::{Detail, Found, Nothing, Pair, ReadArticle, Text};

use super::diff::{Part, diff};
use super::names::{Source, sources};
use super::outline::Laid;
use super::spans::{Differing, merged};
use crate::library::{Article, Furniture};
use crate::sort;
use crate::state::{At, Both, ByHand, Side};

/// Two articles, compared.
#[derive(Clone, Debug)]
pub struct Comparing {
    /// The articles.
    pub articles: Both<Arc<Article>>,
    /// The names of the sources.
    pub sources: Both<Source>,
    /// What the engine read in each.
    pub sheets: Both<ReadArticle>,
    /// What the engine found.
    pub found: Comparison,
    /// What the reader had linked or refused by hand when the worker was asked.
    pub by_hand: ByHand,
    /// What the worker says if there is no match.
    pub(super) nothing: Option<Box<Nothing>>,
    /// The place of each passage, in bytes.
    pub passages: Both<Vec<Span>>,
    /// The places of passages, and of furniture that does not count, each merged and in order; worked out on first
    /// use.
    marked: Both<OnceLock<(Vec<Span>, Vec<Span>)>>,
    /// What differs on each side; worked out on first use.
    pub(super) differing: OnceLock<Both<Differing>>,
    /// The texts that were laid out so far: both columns, one text.
    pub(super) laid: [OnceLock<Arc<Laid>>; 3],
    /// The details of each match.
    details: Vec<Detail>,
    /// Where each sentence begins, in Unicode scalar values, and last the length of the text.
    starts: Both<Vec<u32>>,
    /// The matches of each sentence, strongest first, as indices into `found.matches`.
    matched: Both<Vec<Vec<u32>>>,
}

/// What to ask a worker about two articles.
pub fn pair_request(articles: &Both<Arc<Article>>, options: Options, by_hand: &ByHand) -> Pair {
    Pair {
        a: text_of(&articles.a),
        b: text_of(&articles.b),
        options,
        links: by_hand.links(Both {
            a: &articles.a.text,
            b: &articles.b.text,
        }),
    }
}

/// What a worker needs of an article.
pub(super) fn text_of(article: &Article) -> Text {
    Text {
        text: article.text.to_string(),
        language: article.language.as_ref().map(|tag| tag.value.to_string()),
        date: article.date.as_ref().map(|date| date.value.to_string()),
        furniture: spans(&article.furniture),
    }
}

impl Comparing {
    /// The name of that side's source.
    pub fn name(&self, side: Side) -> &str {
        &self.sources.of(side).name
    }

    /// Both names.
    pub fn names(&self) -> [&str; 2] {
        Side::BOTH.map(|side| self.name(side))
    }

    /// A sentence about A and B, with their names.
    pub(super) fn said(&self, sentence: &str) -> String {
        named(sentence, self.names())
    }

    /// The articles, and what a worker found in them.
    pub fn new(articles: Both<Arc<Article>>, found: Found) -> Comparing {
        let (passages_a, passages_b): (Vec<Span>, Vec<Span>) = found.passages.into_iter().unzip();
        let sheets = Both {
            a: found.a,
            b: found.b,
        };
        let nothing = found.nothing;
        let found = (found.comparison, found.details);
        let passages = Both {
            a: passages_a,
            b: passages_b,
        };
        Comparing {
            marked: Both::default(),
            differing: OnceLock::new(),
            laid: Default::default(),
            starts: Both::each(|side| starts(&articles.of(side).text, &sheets.of(side).sentences)),
            matched: Both::each(|side| matched(&found.0.matches, side, &sheets.of(side).sentences)),
            sources: sources(&articles),
            articles,
            sheets,
            by_hand: ByHand::default(),
            nothing,
            found: found.0,
            passages,
            details: found.1,
        }
    }

    /// Whether both have sentences that could match, and none does.
    pub fn is_without_a_match(&self) -> bool {
        let all = (self.found.a.sentences, self.found.b.sentences);
        self.nothing.is_some() && all.0.min(all.1) > 0
    }

    /// The same, with this linked or refused by hand.
    pub fn by(self, by_hand: ByHand) -> Comparing {
        Comparing { by_hand, ..self }
    }

    /// The sentences of the other side that are closest to one of that side, match or not.
    pub(super) fn closest(&self, side: Side, index: u32) -> &[Closest] {
        let all = match side {
            Side::A => &self.found.closest_a,
            Side::B => &self.found.closest_b,
        };
        all.get(index as usize).map_or(&[], |near| near)
    }

    /// The places of passages on that side, and of furniture that does not count, merged and in order.
    pub(super) fn marked(&self, side: Side) -> (&[Span], &[Span]) {
        let (passages, asides) = self.marked.of(side).get_or_init(|| {
            let furniture = match self.found.options.scope {
                Scope::Full => &[],
                Scope::Own => &self.articles.of(side).furniture[..],
            };
            let asides = spans(furniture);
            (merged(self.passages.of(side)), merged(&asides))
        });
        (passages, asides)
    }

    /// Whether one of its texts is too long to be processed at once.
    pub fn is_long(&self) -> bool {
        Side::BOTH
            .iter()
            .any(|side| self.sentences(*side).len() > 1_000)
    }

    /// Whether these are the same article objects.
    pub fn is_of(&self, articles: &Both<Arc<Article>>) -> bool {
        Side::BOTH
            .iter()
            .all(|&side| Arc::ptr_eq(self.articles.of(side), articles.of(side)))
    }

    /// Whether these are the same articles, though one may have been edited since.
    pub fn is_about(&self, articles: &Both<Arc<Article>>) -> bool {
        let same = |side| self.articles.of(side).id == articles.of(side).id;
        Side::BOTH.into_iter().all(same)
    }

    /// The details of match number `index`.
    pub(super) fn detail(&self, index: u32) -> Option<&Detail> {
        self.details.get(index as usize)
    }

    /// What changed in match number `index`.
    pub(super) fn diff(&self, index: u32) -> Vec<Part> {
        let parts = self.detail(index).zip(self.match_at(index));
        parts.map_or_else(Vec::new, |(detail, found)| {
            diff(
                &detail.hunks,
                self.sentence_text(Side::A, found.a),
                self.sentence_text(Side::B, found.b),
            )
        })
    }

    /// The text of that side.
    pub fn text(&self, side: Side) -> &str {
        &self.articles.of(side).text
    }

    /// The sentences of that side.
    pub fn sentences(&self, side: Side) -> &[Sentence] {
        &self.sheets.of(side).sentences
    }

    /// The text of a sentence, as it is; empty where there is no such sentence.
    pub fn sentence_text(&self, side: Side, index: u32) -> &str {
        self.sentences(side)
            .get(index as usize)
            .map_or("", |sentence| sentence.span.of(self.text(side)))
    }

    /// The matches of a sentence, strongest first, as indices into `found.matches`.
    pub fn matches_of(&self, side: Side, index: u32) -> &[u32] {
        self.matched
            .of(side)
            .get(index as usize)
            .map_or(&[], |matches| matches)
    }

    /// What choosing a sentence selects: its strongest match, or the sentence alone.
    pub fn at_sentence(&self, side: Side, index: u32) -> Option<At> {
        match self.matches_of(side, index).first() {
            Some(&strongest) => self.at_match(strongest),
            None => self.at_alone(side, index),
        }
    }

    /// What selects match number `index`.
    pub fn at_match(&self, index: u32) -> Option<At> {
        let found = self.match_at(index)?;
        self.at_pair(found.a, found.b)
    }

    /// What selects a sentence of A and one of B.
    pub(super) fn at_pair(&self, a: u32, b: u32) -> Option<At> {
        Some(At::Pair(self.start(Side::A, a)?, self.start(Side::B, b)?))
    }

    /// What selects a sentence and nothing on the other side.
    pub(super) fn at_alone(&self, side: Side, index: u32) -> Option<At> {
        let start = self.start(side, index)?;
        Some(match side {
            Side::A => At::A(start),
            Side::B => At::B(start),
        })
    }

    /// Match number `index`.
    pub(super) fn match_at(&self, index: u32) -> Option<&Match> {
        self.found.matches.get(index as usize)
    }

    /// Where a sentence begins, in Unicode scalar values.
    pub(super) fn start(&self, side: Side, index: u32) -> Option<u32> {
        ((index as usize) < self.sentences(side).len())
            .then(|| self.starts.of(side).get(index as usize).copied())?
    }

    /// The place of the sentences from `first` up to `end` in their text, as shares of its length.
    pub(super) fn extent(&self, side: Side, first: u32, end: u32) -> (f64, f64) {
        let starts = self.starts.of(side);
        let total = starts.last().copied().unwrap_or(0).max(1);
        let share = |offset: u32| f64::from(offset.min(total)) / f64::from(total);
        let from = starts.get(first as usize).copied().unwrap_or(total);
        let last = end
            .checked_sub(1)
            .map_or("", |last| self.sentence_text(side, last));
        let to = end
            .checked_sub(1)
            .and_then(|last| starts.get(last as usize))
            .map_or(from, |&start| start + length_of(last));
        (share(from), share(to.max(from)))
    }

    /// The sentence that holds an offset in Unicode scalar values; `None` beyond the text.
    pub fn sentence_at(&self, side: Side, offset: u32) -> Option<u32> {
        let starts = self.starts.of(side);
        let (&length, starts) = starts.split_last()?;
        if offset >= length {
            return None;
        }
        // The last that begins there or before; if the offset is past its end, the next one.
        let after = starts.partition_point(|&start| start <= offset) as u32;
        let Some(index) = after.checked_sub(1) else {
            return self.sheets.of(side).sentence_at(0);
        };
        let end = starts.get(index as usize)? + length_of(self.sentence_text(side, index));
        let index = if offset < end { index } else { index + 1 };
        let last = (starts.len() as u32).checked_sub(1)?;
        Some(index.min(last))
    }

    /// About how many lines a match takes as a card, if a line of the texts holds so many characters.
    pub fn card_lines(&self, number: u32, line: f64) -> f64 {
        /// The space above and below the quotations, in lines.
        const AROUND: f64 = 4.0;
        let Some(found) = self.match_at(number) else {
            return 0.0;
        };
        let around = |side: Side, index: u32| {
            let from = index.saturating_sub(1);
            (from..=index + 1)
                .map(|index| self.length(side, index))
                .sum::<u32>()
        };
        let longer = around(Side::A, found.a).max(around(Side::B, found.b));
        (f64::from(longer) / line).ceil() + AROUND
    }

    /// How many characters a sentence has, with the space after it.
    pub(super) fn length(&self, side: Side, index: u32) -> u32 {
        let start = |index: u32| self.starts.of(side).get(index as usize).copied();
        let ends = start(index).zip(start(index + 1));
        ends.map_or(0, |(start, end)| end.saturating_sub(start))
    }

    /// Whether a sentence is a repeat or furniture that does not count with these options.
    pub(super) fn is_aside(&self, sentence: &Sentence) -> bool {
        self.found.options.scope == Scope::Own && sentence.standing != Standing::Own
    }

    /// Whether a sentence of a match is in quotation marks, wholly or partly, on either side.
    pub(super) fn is_quoted(&self, found: &Match) -> bool {
        let quoted = |side: Side, index: u32| {
            self.sentences(side)
                .get(index as usize)
                .is_some_and(|sentence| sentence.voice != Voice::Reporter)
        };
        quoted(Side::A, found.a) || quoted(Side::B, found.b)
    }
}

/// The sentence of a match on that side.
pub(super) fn sentence_of(found: &Match, side: Side) -> u32 {
    match side {
        Side::A => found.a,
        Side::B => found.b,
    }
}

/// Strongest first: by kind, then by score, then by the strength of the link. A tie keeps the order of the text.
pub(super) fn strength(found: &Match) -> u64 {
    let millionths = |value: f64| (value.clamp(0.0, 1.0) * 1e6) as u64;
    let kind = found.kind as u64;
    !(kind << 42 | millionths(found.score) << 21 | millionths(found.link))
}

fn matched(matches: &[Match], side: Side, sentences: &[Sentence]) -> Vec<Vec<u32>> {
    let mut of: Vec<Vec<u32>> = vec![Vec::new(); sentences.len()];
    for (number, found) in (0_u32..).zip(matches) {
        if let Some(list) = of.get_mut(sentence_of(found, side) as usize) {
            list.push(number);
        }
    }
    for list in of.iter_mut().filter(|list| list.len() > 1) {
        let places = sort::order(list.len(), &|at| strength(&matches[list[at] as usize]));
        *list = places.into_iter().map(|at| list[at]).collect();
    }
    of
}

fn starts(text: &str, sentences: &[Sentence]) -> Vec<u32> {
    let (mut byte, mut count) = (0, 0);
    let mut out = Vec::with_capacity(sentences.len() + 1);
    let ends = sentences.iter().map(|sentence| sentence.span.start);
    for start in ends.chain([text.len()]) {
        count += length_of(text.get(byte..start).unwrap_or(""));
        byte = byte.max(start);
        out.push(count);
    }
    out
}

fn length_of(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// The places of the furniture in the text.
fn spans(furniture: &[Furniture]) -> Vec<Span> {
    furniture
        .iter()
        .map(|piece| Span::new(piece.start, piece.end))
        .collect()
}
