//! Finds the moved matches: those outside the heaviest set of matches, by words, that keep one order in both
//! articles. That set is a longest increasing subsequence with weights (Fredman, 1975; here with a Fenwick
//! tree, n log n).
//!
//! If several sets are equally heavy, the first is taken. Which one is first depends on the article whose order is
//! followed. So this is always the same article, whichever of the two is called A.

use std::cmp::Ordering;

use crate::comparison::Match;
use crate::reading::{Reading, Sentence};
use crate::sort;
use crate::words::Word;

/// A weight in words, and the number of the match that it ends with.
type Best = Option<(u64, usize)>;

/// Sets `moved` in `matches`.
pub fn mark_moved(a: &Reading, b: &Reading, matches: &mut [Match]) {
    let order = order(a, b);
    let mut moved = vec![false; matches.len()];
    if order != Ordering::Greater {
        mark_outside(a, b, matches, |m| (m.a, m.b), &mut moved);
    }
    // Two articles that are the same throughout have no order, so both orders are used.
    if order != Ordering::Less {
        mark_outside(a, b, matches, |m| (m.b, m.a), &mut moved);
    }
    for (found, moved) in matches.iter_mut().zip(moved) {
        found.moved = moved;
    }
}

/// Sets `moved` for the matches outside the heaviest set that keeps one order in both of `places`.
fn mark_outside(
    a: &Reading,
    b: &Reading,
    matches: &[Match],
    places: fn(&Match) -> (u32, u32),
    moved: &mut [bool],
) {
    let walk = sort::order(matches.len(), &|number| {
        let (first, second) = places(&matches[number]);
        sort::pack(first, second)
    });
    let place = |number: usize| places(&matches[number]).1 as usize + 1;
    let reach = walk.iter().map(|&number| place(number)).max().unwrap_or(0);
    let mut tree: Vec<Best> = vec![None; reach + 1];
    let mut before: Vec<Option<usize>> = vec![None; matches.len()];
    let mut last: Best = None;
    for &number in &walk {
        let best = best_up_to(&tree, place(number));
        let sum = words(a, b, &matches[number]) + best.map_or(0, |(weight, _)| weight);
        before[number] = best.map(|(_, number)| number);
        raise(&mut tree, place(number), (sum, number));
        if last.is_none_or(|(weight, _)| sum > weight) {
            last = Some((sum, number));
        }
    }
    let mut inside = vec![false; matches.len()];
    let mut step = last.map(|(_, number)| number);
    while let Some(number) = step {
        inside[number] = true;
        step = before[number];
    }
    for (moved, inside) in moved.iter_mut().zip(inside) {
        *moved |= !inside;
    }
}

/// An order of articles by their words and by the cuts between their sentences.
fn order(a: &Reading, b: &Reading) -> Ordering {
    // Words are numbered in order of appearance: equal numbers and equal lists of forms are equal words.
    let keys = |word: &Word| word.key;
    let words = |s: &Sentence| s.words;
    (a.words.len().cmp(&b.words.len()))
        .then_with(|| a.words.iter().map(keys).cmp(b.words.iter().map(keys)))
        .then_with(|| a.vocabulary.forms().cmp(b.vocabulary.forms()))
        .then_with(|| {
            a.sentences
                .iter()
                .map(words)
                .cmp(b.sentences.iter().map(words))
        })
        .then_with(|| a.own.cmp(&b.own))
}

fn best_up_to(tree: &[Best], mut at: usize) -> Best {
    let mut best: Best = None;
    while at > 0 {
        if let Some(here) = tree[at]
            && best.is_none_or(|b| here.0 > b.0)
        {
            best = Some(here);
        }
        at &= at - 1;
    }
    best
}

fn raise(tree: &mut [Best], mut at: usize, value: (u64, usize)) {
    while at < tree.len() {
        if tree[at].is_none_or(|there| value.0 > there.0) {
            tree[at] = Some(value);
        }
        at += at & at.wrapping_neg();
    }
}

fn words(a: &Reading, b: &Reading, found: &Match) -> u64 {
    (a.sentence_words(found.a).len() + b.sentence_words(found.b).len()) as u64
}
