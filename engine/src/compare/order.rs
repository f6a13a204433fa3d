//! Which matches are moved: those outside the heaviest set, by words, of matches that keep one order
//! in both articles. That set is a longest increasing subsequence with weights (Fredman, 1975; here
//! with a Fenwick tree, n log n).

use crate::comparison::Match;
use crate::reading::Reading;

/// A weight by words; ties fall by a hash of the sentences' words, which is the same whichever side
/// is called A.
type Weight = (u64, u64);

/// Sets `moved` in `matches`, which stand by sentence of A, then of B.
pub fn mark_moved(a: &Reading, b: &Reading, matches: &mut [Match]) {
    let reach = matches.iter().map(|m| m.b as usize + 1).max().unwrap_or(0);
    let mut tree = vec![None::<(Weight, usize)>; reach + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(matches.len());
    let mut last: Option<(Weight, usize)> = None;
    for (number, found) in matches.iter().enumerate() {
        let best = best_up_to(&tree, found.b as usize + 1);
        let own = weight(a, b, found);
        let sum = best.map_or(own, |(w, _)| (w.0 + own.0, w.1.wrapping_add(own.1)));
        before.push(best.map(|(_, n)| n));
        raise(&mut tree, found.b as usize + 1, (sum, number));
        if last.is_none_or(|(w, _)| sum > w) {
            last = Some((sum, number));
        }
    }
    for found in matches.iter_mut() {
        found.moved = true;
    }
    let mut step = last.map(|(_, number)| number);
    while let Some(number) = step {
        matches[number].moved = false;
        step = before[number];
    }
}

fn best_up_to(tree: &[Option<(Weight, usize)>], mut at: usize) -> Option<(Weight, usize)> {
    let mut best: Option<(Weight, usize)> = None;
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

fn raise(tree: &mut [Option<(Weight, usize)>], mut at: usize, value: (Weight, usize)) {
    while at < tree.len() {
        if tree[at].is_none_or(|there| value.0 > there.0) {
            tree[at] = Some(value);
        }
        at += at & at.wrapping_neg();
    }
}

fn weight(a: &Reading, b: &Reading, found: &Match) -> Weight {
    let (left, right) = (a.sentence_words(found.a), b.sentence_words(found.b));
    let hash = |reading: &Reading, words: &[crate::words::Word]| {
        // FNV-1a over the folded forms.
        let forms = words.iter().map(|w| reading.vocabulary.form(w.key));
        forms
            .flat_map(str::bytes)
            .fold(0xcbf2_9ce4_8422_2325u64, |h, byte| {
                (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            })
            >> 32
    };
    let tie = hash(a, left) + hash(b, right);
    ((left.len() + right.len()) as u64, tie)
}
