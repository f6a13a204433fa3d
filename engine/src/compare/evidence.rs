//! Why a match is one: the words and passages that both sentences have, and how far it is from the
//! next kind. Worked out for one match at a time, when somebody asks.

use std::collections::{HashMap, HashSet};

use crate::comparison::{Comparison, Evidence, Kind, Match};
use crate::lang::Stemming;
use crate::options::Scope;
use crate::reading::Reading;
use crate::span::Span;

use super::kinds::EDITED;
use super::terms::stem_of;

/// Why match number `index` of `comparison` is one; nothing where there is no such match.
pub fn evidence(
    a: &Reading,
    b: &Reading,
    comparison: &Comparison,
    index: usize,
) -> Option<Evidence> {
    let found = comparison.matches.get(index)?;
    let (left, right) = (stems(a, found.a, comparison), stems(b, found.b, comparison));
    let pairs = pair_up(&left, &right);
    let content: Vec<(Span, Span)> = spans(pairs.iter().filter(|(x, _)| !x.stop));
    let shared = if content.is_empty() {
        spans(pairs.iter())
    } else {
        content
    };
    let (up, down) = distances(found);
    Some(Evidence {
        shared,
        shared_a: count_in(&left, &right),
        shared_b: count_in(&right, &left),
        words_a: left.len() as u32,
        words_b: right.len() as u32,
        passages: passages_in(a, b, comparison, found),
        voice_a: a.sentences.get(found.a as usize)?.voice,
        voice_b: b.sentences.get(found.b as usize)?.voice,
        up,
        down,
    })
}

/// A word of a sentence as it is compared.
struct Stemmed {
    span: Span,
    stem: String,
    stop: bool,
}

fn stems(reading: &Reading, sentence: u32, comparison: &Comparison) -> Vec<Stemmed> {
    let stemming = Stemming::new(reading.lang);
    let Some(place) = reading.sentences.get(sentence as usize) else {
        return Vec::new();
    };
    (place.words.0 as usize..place.words.1 as usize)
        .filter(|&at| comparison.options.scope == Scope::Full || reading.own[at])
        .map(|at| {
            let word = reading.words[at];
            let (stem, stop) = stem_of(&stemming, reading.vocabulary.form(word.key));
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

fn count_in(of: &[Stemmed], other: &[Stemmed]) -> u32 {
    let there: HashSet<&str> = other.iter().map(|word| &*word.stem).collect();
    of.iter().filter(|word| there.contains(&*word.stem)).count() as u32
}

fn passages_in(a: &Reading, b: &Reading, comparison: &Comparison, found: &Match) -> Vec<u32> {
    let (Some(left), Some(right)) = (
        a.sentences.get(found.a as usize),
        b.sentences.get(found.b as usize),
    ) else {
        return Vec::new();
    };
    let meets =
        |start: u32, words: u32, range: (u32, u32)| start < range.1 && range.0 < start + words;
    (0u32..)
        .zip(&comparison.passages)
        .filter(|(_, p)| meets(p.a, p.words, left.words) && meets(p.b, p.words, right.words))
        .map(|(number, _)| number)
        .collect()
}

type Up = (Kind, f64);
type Down = (Option<Kind>, f64);

/// What is missing to the next kind up, and what may be lost before the next kind down.
fn distances(found: &Match) -> (Option<Up>, Down) {
    let spare = (found.link - found.threshold).max(0.0);
    match found.kind {
        Kind::Verbatim => (None, (Some(Kind::Edited), 0.0)),
        Kind::Edited => (
            Some((Kind::Verbatim, 1.0 - found.score)),
            (Some(Kind::Related), found.score - EDITED),
        ),
        Kind::Related => (
            Some((Kind::Edited, (EDITED - found.score).max(0.0))),
            (None, spare),
        ),
    }
}
