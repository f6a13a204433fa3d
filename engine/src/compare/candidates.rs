//! Finds the pairs of sentences worth scoring: those that share a content term, found by an inverted index
//! as in a search engine. A term in very many sentences proposes no pair by itself, or the work would grow
//! with the square of the text. Two such terms side by side do propose one.

use crate::reading::Reading;
use crate::sort::{self, pack, unpack};

use super::strength::strength;
use super::terms::{NONE, Side, Terms};

/// A term, or a pair of neighbouring terms, proposes links if the number of sentences with it in A, times
/// that in B, is at most this.
pub const MOST_PROPOSED: usize = 4096;

/// A pair of sentences and how strongly they link: (strength, sentence of A, sentence of B).
pub type Candidate = (f64, u32, u32);

/// All pairs of sentences that link at least as strongly as `least`, strongest first; among equals, those that come
/// first in both. Also whether a frequent term was skipped.
pub fn candidates(a: &Reading, b: &Reading, terms: &Terms, least: f64) -> (Vec<Candidate>, bool) {
    let (frequent, cut_short) = frequent_terms(terms);
    let postings = postings(terms, &frequent);
    let mut proposed: Vec<u64> = Vec::new();
    if cut_short {
        proposed = by_pairs(a, b, terms, &frequent);
        sort::numbers(&mut proposed);
        proposed.dedup();
    }
    let mut out: Vec<(u64, u64)> = Vec::new();
    let mut met = vec![NONE; terms.b.len() as usize];
    // What the current sentence shares with each other one, of terms that propose links.
    let mut sums = vec![0; met.len()];
    let silent = Silent::new(terms, &frequent);
    let (rest_a, rest_b) = (Rest::new(&terms.a, &silent), Rest::new(&terms.b, &silent));
    // The weight of each silent term that the current sentence has, and 0 for the others.
    let mut has = vec![0; silent.weight.len()];
    let mut here: Vec<u32> = Vec::new();
    let mut next = 0;
    for i in 0..terms.a.len() {
        let from_pairs = proposed[next..].partition_point(|&pair| unpack(pair).0 == i);
        let paired = proposed[next..next + from_pairs]
            .iter()
            .map(|&pair| unpack(pair).1);
        next += from_pairs;
        let single = terms.a.of(i).iter().flat_map(|&t| {
            let weight = terms.weight[t as usize];
            postings.of(t).iter().map(move |&j| (j, weight))
        });
        here.clear();
        for (j, weight) in single.chain(paired.map(|j| (j, 0))) {
            if std::mem::replace(&mut met[j as usize], i) != i {
                sums[j as usize] = 0;
                here.push(j);
            }
            sums[j as usize] += weight;
        }
        for &number in rest_a.of(i) {
            has[number as usize] = silent.weight[number as usize];
        }
        for &j in &here {
            let (weight_a, weight_b) = (terms.a.weight(i), terms.b.weight(j));
            let most = sums[j as usize] + rest_a.weight(i).min(rest_b.weight(j));
            if strength(most, weight_a, weight_b) < least {
                continue;
            }
            let besides: u64 = rest_b.of(j).iter().map(|&n| has[n as usize]).sum();
            let shared = sums[j as usize] + besides;
            let strength = strength(shared, weight_a, weight_b);
            if strength >= least {
                // Two links of equal strength with the same sum of places have no sentence in common, so their order
                // does not matter. Positive numbers sort like their bits.
                out.push((!strength.to_bits(), pack(i + j, i)));
            }
        }
        for &number in rest_a.of(i) {
            has[number as usize] = 0;
        }
    }
    sort::pairs(&mut out);
    let list = out.into_iter().map(|(strength, places)| {
        let (sum, i) = unpack(places);
        (f64::from_bits(!strength), i, sum - i)
    });
    (list.collect(), cut_short)
}

/// Which content terms are in too many sentences to propose links, and whether there are any.
fn frequent_terms(terms: &Terms) -> (Vec<bool>, bool) {
    let frequent: Vec<bool> = terms
        .df
        .iter()
        .zip(&terms.content)
        .map(|(&(in_a, in_b), &content)| content && in_a as usize * in_b as usize > MOST_PROPOSED)
        .collect();
    let any = frequent.contains(&true);
    (frequent, any)
}

/// The terms that both articles have and that propose no links, numbered from 0.
struct Silent {
    /// The number of each term; [`NONE`] for the others.
    number: Vec<u32>,
    /// The weight of each number's term.
    weight: Vec<u64>,
}

impl Silent {
    fn new(terms: &Terms, frequent: &[bool]) -> Silent {
        let mut weight = Vec::new();
        let number = (0..terms.df.len())
            .map(|t| {
                let shared = terms.df[t].0 > 0 && terms.df[t].1 > 0;
                if !shared || (terms.content[t] && !frequent[t]) {
                    return NONE;
                }
                weight.push(terms.weight[t]);
                weight.len() as u32 - 1
            })
            .collect();
        Silent { number, weight }
    }
}

/// The silent terms of each sentence of a side, by their numbers, and their summed weight.
struct Rest {
    starts: Vec<u32>,
    list: Vec<u32>,
    weights: Vec<u64>,
}

impl Rest {
    fn new(side: &Side, silent: &Silent) -> Rest {
        let (mut starts, mut list, mut weights) = (vec![0], Vec::new(), Vec::new());
        for i in 0..side.len() {
            let from = list.len();
            let numbers = side.of(i).iter().map(|&t| silent.number[t as usize]);
            list.extend(numbers.filter(|&number| number != NONE));
            let weighed = list[from..].iter().map(|&n| silent.weight[n as usize]);
            weights.push(weighed.sum());
            starts.push(list.len() as u32);
        }
        Rest {
            starts,
            list,
            weights,
        }
    }

    fn of(&self, i: u32) -> &[u32] {
        let (start, end) = (self.starts[i as usize], self.starts[i as usize + 1]);
        &self.list[start as usize..end as usize]
    }

    fn weight(&self, i: u32) -> u64 {
        self.weights[i as usize]
    }
}

/// For each term that proposes links, the sentences of B that contain it.
struct Postings {
    starts: Vec<u32>,
    list: Vec<u32>,
}

impl Postings {
    fn of(&self, term: u32) -> &[u32] {
        let (start, end) = (self.starts[term as usize], self.starts[term as usize + 1]);
        &self.list[start as usize..end as usize]
    }
}

fn postings(terms: &Terms, frequent: &[bool]) -> Postings {
    let proposes = |t: u32| {
        let at = t as usize;
        terms.content[at] && !frequent[at] && terms.df[at].0 > 0
    };
    let mut starts = Vec::with_capacity(terms.df.len() + 1);
    let mut total = 0;
    for t in 0..terms.df.len() as u32 {
        starts.push(total);
        total += if proposes(t) {
            terms.df[t as usize].1
        } else {
            0
        };
    }
    starts.push(total);
    let mut list = vec![0; total as usize];
    let mut filled = starts.clone();
    for j in 0..terms.b.len() {
        for &t in terms.b.of(j).iter().filter(|&&t| proposes(t)) {
            list[filled[t as usize] as usize] = j;
            filled[t as usize] += 1;
        }
    }
    Postings { starts, list }
}

/// The pairs of sentences that share two frequent terms side by side (ignoring function words between them), if not
/// too many sentences have those two. Packed, with repetitions.
fn by_pairs(a: &Reading, b: &Reading, terms: &Terms, frequent: &[bool]) -> Vec<u64> {
    let left = neighbours(a, &terms.a, &terms.content, frequent);
    let right = neighbours(b, &terms.b, &terms.content, frequent);
    let mut out = Vec::new();
    let mut at = 0;
    for group in left.chunk_by(|x, y| x.0 == y.0) {
        let pair = group[0].0;
        at += right[at..].partition_point(|entry| entry.0 < pair);
        let same = right[at..].partition_point(|entry| entry.0 == pair);
        if group.len() * same <= MOST_PROPOSED {
            for &(_, i) in group {
                let others = right[at..at + same].iter();
                out.extend(others.map(|&(_, j)| pack(i as u32, j as u32)));
            }
        }
        at += same;
    }
    out
}

/// Each pair of neighbouring content terms that are both frequent, packed, with its sentence; sorted, each once.
fn neighbours(
    reading: &Reading,
    side: &Side,
    content: &[bool],
    frequent: &[bool],
) -> Vec<(u64, u64)> {
    let mut out = Vec::new();
    for (number, sentence) in (0u64..).zip(&reading.sentences) {
        let words = &side.of_word[sentence.words.0 as usize..sentence.words.1 as usize];
        let mut before = NONE;
        for &term in words.iter().filter(|&&t| t != NONE && content[t as usize]) {
            if before != NONE && frequent[before as usize] && frequent[term as usize] {
                out.push((pack(before.min(term), before.max(term)), number));
            }
            before = term;
        }
    }
    sort::pairs(&mut out);
    out.dedup();
    out
}
