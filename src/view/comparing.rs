//! Two articles, read and compared, with what every view needs to look up. Made once per pair and
//! options.

use std::sync::Arc;

use crossread_engine::fold::Nfkc;
use crossread_engine::sort;
use crossread_engine::{
    Comparison, Lang, Match, Options, Reading, Scope, Sentence, Source, Span, Standing, Voice,
    compare,
};

use crate::library::Article;
use crate::state::{At, Both, Side};

/// Two articles, compared.
#[derive(Clone, Debug)]
pub struct Comparing {
    /// The articles.
    pub articles: Both<Arc<Article>>,
    /// What the engine read in each.
    pub readings: Both<Arc<Reading>>,
    /// What the engine found.
    pub found: Comparison,
    /// Where each sentence begins, in Unicode scalar values, and last the length of the text.
    starts: Both<Arc<Vec<u32>>>,
    /// The matches of each sentence, strongest first, as indices into `found.matches`.
    matched: Both<Vec<Vec<u32>>>,
}

/// The same articles (the very same, not only equal ones) with the same options.
impl PartialEq for Comparing {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.articles.a, &other.articles.a)
            && Arc::ptr_eq(&self.articles.b, &other.articles.b)
            && self.found.options == other.found.options
    }
}

impl Comparing {
    /// Reads and compares two articles. `nfkc` brings a word to Unicode normalization form KC: a
    /// browser has one, elsewhere the engine's.
    pub fn new(a: Arc<Article>, b: Arc<Article>, options: Options, nfkc: Nfkc<'_>) -> Comparing {
        let articles = Both { a, b };
        let readings = Both::each(|side| Arc::new(read(articles.of(side), nfkc)));
        let starts = Both::each(|side| {
            Arc::new(starts(
                &articles.of(side).text,
                &readings.of(side).sentences,
            ))
        });
        Comparing::found(articles, readings, starts, options)
    }

    /// The same articles compared with other options, without reading them again.
    pub fn with(&self, options: Options) -> Comparing {
        Comparing::found(
            self.articles.clone(),
            self.readings.clone(),
            self.starts.clone(),
            options,
        )
    }

    fn found(
        articles: Both<Arc<Article>>,
        readings: Both<Arc<Reading>>,
        starts: Both<Arc<Vec<u32>>>,
        options: Options,
    ) -> Comparing {
        let found = compare(&readings.a, &readings.b, options);
        let matched =
            Both::each(|side| matched(&found.matches, side, &readings.of(side).sentences));
        Comparing {
            articles,
            readings,
            found,
            starts,
            matched,
        }
    }

    /// The text of that side.
    pub fn text(&self, side: Side) -> &str {
        &self.articles.of(side).text
    }

    /// The sentences of that side.
    pub fn sentences(&self, side: Side) -> &[Sentence] {
        &self.readings.of(side).sentences
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
    fn start(&self, side: Side, index: u32) -> Option<u32> {
        ((index as usize) < self.sentences(side).len())
            .then(|| self.starts.of(side).get(index as usize).copied())?
    }

    /// Where the sentences from `first` up to `end` stand in their text, as shares of its length.
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
            .map_or(from, |&start| start + length(last));
        (share(from), share(to.max(from)))
    }

    /// The sentence that holds an offset in Unicode scalar values; nothing beyond the text.
    pub(super) fn sentence_at(&self, side: Side, offset: u32) -> Option<u32> {
        let (byte, _) = self.text(side).char_indices().nth(offset as usize)?;
        self.readings.of(side).sentence_at(byte)
    }

    /// Whether a sentence stands aside with these options: a repeat or furniture that does not count.
    pub(super) fn is_aside(&self, sentence: &Sentence) -> bool {
        self.found.options.scope == Scope::Own && sentence.standing != Standing::Own
    }

    /// Whether the sentences of a match stand in quotation marks, wholly or in part, on either side.
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

/// Strongest first: by kind, then by score, then by the strength of the link. Numbers of finite
/// comparisons; a tie leaves the order of the text.
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
    for list in &mut of {
        let places = sort::order(list.len(), &|at| strength(&matches[list[at] as usize]));
        *list = places.into_iter().map(|at| list[at]).collect();
    }
    of
}

/// Reads an article.
pub(super) fn read(article: &Article, nfkc: Nfkc<'_>) -> Reading {
    let furniture: Vec<Span> = article.furniture.iter().map(|piece| piece.span).collect();
    let source = Source {
        text: &article.text,
        lang: article.language.as_ref().map_or_else(
            || crossread_engine::lang::detect(&article.text),
            |tag| Lang::from_tag(&tag.value),
        ),
        furniture: &furniture,
    };
    Reading::with(source, nfkc)
}

fn starts(text: &str, sentences: &[Sentence]) -> Vec<u32> {
    let (mut byte, mut count) = (0, 0);
    let mut out = Vec::with_capacity(sentences.len() + 1);
    let ends = sentences.iter().map(|sentence| sentence.span.start);
    for start in ends.chain([text.len()]) {
        count += length(text.get(byte..start).unwrap_or(""));
        byte = byte.max(start);
        out.push(count);
    }
    out
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
