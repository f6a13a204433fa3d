//! The evidence of a match: the words and passages that both sentences share, and how far it is from the
//! next kind. It is computed on request, for one match or for many of one comparison ([`Reasons`]).

use std::collections::{HashMap, HashSet};

use crate::Span;
use crate::comparison::{Comparison, Evidence, Kind, Match, Route};
use crate::forms::stem_of;
use crate::lang::Stemming;
use crate::options::Scope;
use crate::reading::{Reading, Sentence};

use super::kinds::EDITED;

/// The evidence of match number `index` of `comparison`; `None` if there is no such match.
pub fn evidence(
    a: &Reading,
    b: &Reading,
    comparison: &Comparison,
    index: usize,
) -> Option<Evidence> {
    Reasons::new(a, b, comparison).of(index)
}

/// The evidence of the matches of a comparison. It is made once per comparison, so that slow preparations are not
/// repeated for each match.
pub struct Reasons<'r> {
    a: &'r Reading,
    b: &'r Reading,
    comparison: &'r Comparison,
    stemming_a: Stemming,
    stemming_b: Stemming,
    /// The words of the longest passage.
    longest: u32,
}

impl<'r> Reasons<'r> {
    /// For the comparison of these two readings.
    pub fn new(a: &'r Reading, b: &'r Reading, comparison: &'r Comparison) -> Reasons<'r> {
        let lengths = comparison.passages.iter().map(|passage| passage.words);
        Reasons {
            a,
            b,
            comparison,
            stemming_a: Stemming::new(a.lang),
            stemming_b: Stemming::new(b.lang),
            longest: lengths.max().unwrap_or(0),
        }
    }

    /// The evidence of match number `index`; `None` if there is no such match.
    pub fn of(&self, index: usize) -> Option<Evidence> {
        let found = self.comparison.matches.get(index)?;
        let left = self.a.sentences.get(found.a as usize)?;
        let right = self.b.sentences.get(found.b as usize)?;
        Some(self.why(found, left, right))
    }

    /// The words that a sentence of A and one of B share, in A's order: content words, if there are any.
    pub fn shared(&self, a: u32, b: u32) -> Vec<(Span, Span)> {
        let ends = (self.a.sentences.get(a as usize)).zip(self.b.sentences.get(b as usize));
        let Some((of_a, of_b)) = ends else {
            return Vec::new();
        };
        let scope = self.comparison.options.scope;
        let left = stems(self.a, of_a, scope, &self.stemming_a);
        let right = stems(self.b, of_b, scope, &self.stemming_b);
        telling(&pair_up(&left, &right))
    }

    /// The evidence of a match between these sentences.
    pub(crate) fn why(&self, found: &Match, of_a: &Sentence, of_b: &Sentence) -> Evidence {
        let scope = self.comparison.options.scope;
        let left = stems(self.a, of_a, scope, &self.stemming_a);
        let right = stems(self.b, of_b, scope, &self.stemming_b);
        let pairs = pair_up(&left, &right);
        let shared = telling(&pairs);
        let (up, down) = distances(found);
        Evidence {
            shared,
            shared_a: count_in(&left, &right),
            shared_b: count_in(&right, &left),
            words_a: left.len() as u32,
            words_b: right.len() as u32,
            passages: self.passages_in(of_a, of_b),
            voice_a: of_a.voice,
            voice_b: of_b.voice,
            up,
            down,
        }
    }

    fn passages_in(&self, left: &Sentence, right: &Sentence) -> Vec<u32> {
        let meets =
            |start: u32, words: u32, range: (u32, u32)| start < range.1 && range.0 < start + words;
        // They are ordered by their first word in A, so only those around the sentence are examined.
        let passages = &self.comparison.passages;
        let earliest = left.words.0.saturating_sub(self.longest);
        let first = passages.partition_point(|p| p.a < earliest);
        passages
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, p)| p.a < left.words.1)
            .filter(|(_, p)| meets(p.a, p.words, left.words) && meets(p.b, p.words, right.words))
            .map(|(number, _)| number as u32)
            .collect()
    }
}

/// A word of a sentence as it is compared.
struct Stemmed {
    span: Span,
    stem: String,
    stop: bool,
}

fn stems(
    reading: &Reading,
    sentence: &Sentence,
    scope: Scope,
    stemming: &Stemming,
) -> Vec<Stemmed> {
    (sentence.words.0 as usize..sentence.words.1 as usize)
        .filter(|&at| scope == Scope::Full || reading.own[at])
        .map(|at| {
            let word = reading.words[at];
            let (stem, stop) = stem_of(stemming, reading.vocabulary.form(word.key));
            Stemmed {
                span: word.span,
                stem,
                stop,
            }
        })
        .collect()
}

/// The k-th word of the one side with a certain stem, with the k-th of the other, in A's order.
fn pair_up<'s>(left: &'s [Stemmed], right: &'s [Stemmed]) -> Vec<(&'s Stemmed, &'s Stemmed)> {
    let mut places: HashMap<&str, Vec<&Stemmed>> = HashMap::new();
    for word in right.iter().rev() {
        places.entry(&word.stem).or_default().push(word);
    }
    left.iter()
        .filter_map(|word| Some((word, places.get_mut(&*word.stem)?.pop()?)))
        .collect()
}

fn spans<'s>(pairs: impl Iterator<Item = &'s (&'s Stemmed, &'s Stemmed)>) -> Vec<(Span, Span)> {
    pairs.map(|(x, y)| (x.span, y.span)).collect()
}

/// The content words; all words, if there are none.
fn telling(pairs: &[(&Stemmed, &Stemmed)]) -> Vec<(Span, Span)> {
    let content: Vec<(Span, Span)> = spans(pairs.iter().filter(|(x, _)| !x.stop));
    match content.is_empty() {
        true => spans(pairs.iter()),
        false => content,
    }
}

fn count_in(of: &[Stemmed], other: &[Stemmed]) -> u32 {
    let there: HashSet<&str> = other.iter().map(|word| &*word.stem).collect();
    of.iter().filter(|word| there.contains(&*word.stem)).count() as u32
}

type Up = (Kind, f64);
type Down = (Option<Kind>, f64);

/// What is missing to the next kind up, and what may be lost before the next kind down.
fn distances(found: &Match) -> (Option<Up>, Down) {
    let spare = match found.route {
        // The reader decided, whatever its strength.
        Route::Hand => 0.0,
        _ => (found.link - found.threshold).max(0.0),
    };
    match found.kind {
        Kind::Verbatim => (None, (Some(Kind::Edited), 0.0)),
        Kind::Edited => (
            Some((Kind::Verbatim, 1.0 - found.score)),
            (Some(Kind::Related), found.score - EDITED),
        ),
        // Two sentences about two events are never edited, whatever the score.
        Kind::Related if found.score >= EDITED => (None, (None, spare)),
        Kind::Related => (Some((Kind::Edited, EDITED - found.score)), (None, spare)),
    }
}
