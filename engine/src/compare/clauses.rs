//! Finds the clauses in which two sentences say the same: where words that both have are close together in each.
//!
//! A long lead tells several things. As a whole, it shares as little with a sentence that tells one of them as with one that
//! tells none. So the words that both have are weighed within a window of a few words, as in passage retrieval (Salton, Allan
//! and Buckley, *Approaches to passage retrieval in full text information systems*, 1993; Clarke, Cormack and Tudhope,
//! *Relevance ranking for one to three term queries*, 2000). The words of the best window are then removed and the search is
//! repeated, so that two sentences can meet in more than one clause.

use std::collections::HashMap;

use crate::forms::Names;
use crate::reading::Reading;
use crate::sort::{self, pack, unpack};

use super::candidates::MOST_PROPOSED;
use super::terms::{Glyphs, NONE, Side, Terms, UNIT};

/// The most words of a clause.
const CLAUSE: u32 = 10;
/// The most clauses in which two sentences meet.
const MOST_CLAUSES: usize = 3;
/// How many partners of each sentence are examined: those with which it shares most.
const KEPT: usize = 16;
/// How many of the words that two sentences share are examined.
const MOST_WORDS: usize = 64;
/// The weight of a name: reports of one event are full of the same ones.
const NAME: f64 = 0.45;
/// The weight of a number of the same thing, whatever the number: *55,000 pages* and *50,000 pages*.
const COUNTED: f64 = 1.5;
/// Marks a term for a number of what the term means.
const A_NUMBER_OF: u32 = 1 << 31;
/// What is counted is at most so many words after its number.
const BEHIND: usize = 2;
/// Two sentences say different things before a stretch of shared words if each has so many content words there.
const OTHERS: usize = 2;

/// What two clauses say in the same words: so many in a row, so many of them with sense, and of these so many no names.
const RUN: u32 = 4;
const OF_SENSE: usize = 3;
const NO_NAMES: usize = 2;

/// A word of a sentence, an index into its reading's words, and its weight.
pub type Weighed = (u32, u32);

/// A clause of a sentence of A and one of a sentence of B that have words in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Clauses {
    /// The sentence of A.
    pub a: u32,
    /// The sentence of B.
    pub b: u32,
    /// The summed weight of the words that both have; a rare word that is not a name weighs 1.
    pub weight: f64,
    /// How many words these are.
    pub words: u32,
    /// Whether these are the heaviest of the two sentences.
    pub first: bool,
    /// Whether one of the words is not a name.
    pub more_than_names: bool,
    /// Whether they are written without spaces, so that a character counts as a word.
    pub glyphs: bool,
    /// The words in A and in B, in order.
    pub marks: [Vec<Weighed>; 2],
}

/// The clauses of weight `least` or more in which sentences of A and of B meet, and the first clause of each pair that is
/// linked (packed), whatever its weight; by sentence of A, then of B, the heaviest first. With A and B exchanged the
/// result is the same, except for the choice between clauses of equal weight. A caller that needs one answer must use a
/// fixed order of the two.
pub fn clauses(
    a: &Reading,
    b: &Reading,
    terms: &Terms,
    linked: &[u64],
    least: f64,
) -> Vec<Clauses> {
    let sides = Sides::new(a, b, terms);
    let mut chosen = sides.candidates(least);
    chosen.extend(linked);
    sort::numbers(&mut chosen);
    chosen.dedup();
    let mut found = Vec::new();
    for pair in chosen {
        let (i, j) = unpack(pair);
        let is_linked = linked.binary_search(&pair).is_ok();
        let (Some(left), Some(right)) = (sides.a.get(i as usize), sides.b.get(j as usize)) else {
            continue;
        };
        sides.meet(i, left, j, right, &mut |clauses| {
            let enough = clauses.weight >= least || clauses.first && is_linked;
            if enough {
                found.push(clauses);
            }
            enough
        });
    }
    found
}

/// Whether the words that two sentences share are one stretch at the end of each, and both say different things before
/// it: *the old mill beside the canal on Monday* is a place and a day, not an event. Where words with sense follow the
/// stretch, it is more than that: *are committed to intensifying cooperation with Ukraine to strengthen its defence*.
pub fn is_one_phrase(terms: &Terms, i: u32, j: u32) -> bool {
    let ends = |side: &Side, i: u32, other: &[u32]| {
        let mut shared = side.words_of(i).iter().filter(|&&t| is_content(terms, t));
        let mut shared: Vec<bool> = shared
            .by_ref()
            .map(|t| other.binary_search(t).is_ok())
            .collect();
        let first = shared.iter().position(|&shared| shared).unwrap_or(0);
        let rest = shared.split_off(first);
        first >= OTHERS && rest.iter().all(|&shared| shared)
    };
    let takes_part = terms.a.takes_part(i) && terms.b.takes_part(j);
    takes_part && ends(&terms.a, i, terms.b.of(j)) && ends(&terms.b, j, terms.a.of(i))
}

/// Whether two clauses have a stretch of the same words: [`RUN`] in a row, with [`OF_SENSE`] of the words that both have, of
/// which [`NO_NAMES`] are no names.
pub fn is_in_a_row(terms: &Terms, clauses: &Clauses) -> bool {
    let [a, b] = &clauses.marks;
    let (keys_a, keys_b) = (&terms.a.keys, &terms.b.keys);
    a.iter().any(|&(x, _)| {
        let from_x = keys_a.get(x as usize..).unwrap_or_default();
        b.iter().any(|&(y, _)| {
            let from_y = keys_b.get(y as usize..).unwrap_or_default();
            let run = from_x.iter().zip(from_y).take(CLAUSE as usize);
            let run = run.take_while(|(one, other)| one == other).count() as u32;
            let words = a.iter().filter(|word| (x..x + run).contains(&word.0));
            let is_name = |word: &&Weighed| {
                let term = terms.a.of_word.get(word.0 as usize);
                let name = term.and_then(|&term| terms.names.get(term as usize));
                name == Some(&Names::Name)
            };
            run >= RUN
                && words.clone().count() >= OF_SENSE
                && words.filter(|word| !is_name(word)).count() >= NO_NAMES
        })
    })
}

fn is_content(terms: &Terms, term: u32) -> bool {
    terms
        .content
        .get(term as usize)
        .is_some_and(|&content| content)
}

/// A sentence: its content words, and the numbers of things among them, each with its place and its term.
type Said = Vec<(u32, u32)>;

struct Sides<'t> {
    terms: &'t Terms,
    a: Vec<Said>,
    b: Vec<Said>,
    /// In how many sentences of A and of B there is a number of each thing.
    counted: HashMap<u32, (u32, u32)>,
}

impl<'t> Sides<'t> {
    fn new(a: &Reading, b: &Reading, terms: &'t Terms) -> Sides<'t> {
        let said = |reading: &Reading, side: &Side| -> Vec<Said> {
            let all = 0..side.len();
            all.map(|i| said(reading, side, terms, i)).collect()
        };
        let mut sides = Sides {
            terms,
            a: said(a, &terms.a),
            b: said(b, &terms.b),
            counted: HashMap::new(),
        };
        for (is_b, list) in [(false, &sides.a), (true, &sides.b)] {
            for sentence in list {
                let mut counted: Vec<u32> = sentence.iter().map(|word| word.1).collect();
                counted.retain(|term| term & A_NUMBER_OF > 0);
                sort::distinct(&mut counted);
                for term in counted {
                    let held = sides.counted.entry(term).or_default();
                    *(if is_b { &mut held.1 } else { &mut held.0 }) += 1;
                }
            }
        }
        sides
    }

    /// The weight of a term, which is lower if more sentences contain it.
    fn weight(&self, term: u32) -> u32 {
        let of = term & !A_NUMBER_OF;
        let (base, held) = if term & A_NUMBER_OF > 0 {
            (COUNTED, self.counted.get(&term))
        } else if self.terms.names.get(of as usize) == Some(&Names::Name) {
            (NAME, self.terms.df.get(of as usize))
        } else {
            (1.0, self.terms.df.get(of as usize))
        };
        let (in_a, in_b) = held.copied().unwrap_or((1, 1));
        let held = f64::from(in_a.saturating_add(in_b)) / 2.0 / self.terms.length;
        (base * UNIT as f64 / held.max(1.0).sqrt()) as u32
    }

    /// The pairs of sentences that share at least this, for each sentence those with which it shares most (packed,
    /// with repetitions).
    fn candidates(&self, least: f64) -> Vec<u64> {
        let weights: Vec<u64> = (0..self.terms.df.len() as u32)
            .map(|term| u64::from(self.weight(term)))
            .collect();
        let mut holds: HashMap<u32, Vec<u32>> = HashMap::new();
        for (j, said) in (0..).zip(&self.b) {
            for &(_, term) in said {
                let list = holds.entry(term).or_default();
                if list.last() != Some(&j) {
                    list.push(j);
                }
            }
        }
        let mut shared = vec![0_u64; self.b.len()];
        let mut best: Vec<Vec<(u64, u64)>> = vec![Vec::new(); self.b.len()];
        let mut chosen = Vec::new();
        for (i, said) in (0..).zip(&self.a) {
            let mut of_i: Vec<u32> = said.iter().map(|word| word.1).collect();
            sort::distinct(&mut of_i);
            let mut met: Vec<u32> = Vec::new();
            for term in of_i {
                let (in_a, in_b) = self
                    .terms
                    .df
                    .get((term & !A_NUMBER_OF) as usize)
                    .copied()
                    .unwrap_or_default();
                if in_a as usize * in_b as usize > MOST_PROPOSED {
                    continue;
                }
                let weight = weights.get(term as usize).copied();
                let weight = weight.unwrap_or_else(|| u64::from(self.weight(term)));
                for &j in holds.get(&term).into_iter().flatten() {
                    if shared[j as usize] == 0 {
                        met.push(j);
                    }
                    shared[j as usize] += weight;
                }
            }
            let mut of_i: Vec<(u64, u64)> = Vec::new();
            for j in met {
                let sum = std::mem::take(&mut shared[j as usize]);
                if sum as f64 >= least * UNIT as f64 {
                    of_i.push((!sum, u64::from(j)));
                    best[j as usize].push((!sum, i));
                }
            }
            sort::pairs(&mut of_i);
            chosen.extend(
                of_i.iter()
                    .take(KEPT)
                    .map(|&(_, j)| pack(i as u32, j as u32)),
            );
        }
        for (j, mut of_j) in (0..).zip(best) {
            sort::pairs(&mut of_j);
            chosen.extend(of_j.iter().take(KEPT).map(|&(_, i)| pack(i as u32, j)));
        }
        chosen
    }

    /// Passes on the clauses in which two sentences meet, the heaviest first, until the caller has enough.
    fn meet(
        &self,
        i: u32,
        left: &Said,
        j: u32,
        right: &Said,
        put: &mut dyn FnMut(Clauses) -> bool,
    ) {
        let (mut left, mut right) = (both(left, right), both(right, left));
        let glyphs = left.iter().any(|&(_, term)| {
            let glyphs = self.terms.glyphs.get((term & !A_NUMBER_OF) as usize);
            glyphs.is_some_and(|&glyphs| glyphs != Glyphs::No)
        });
        for number in 0..MOST_CLAUSES {
            let Some((weight, terms)) = self.heaviest(&left, &right) else {
                return;
            };
            let marks = |list: &[(u32, u32)], (from, first): (usize, u32)| -> Vec<Weighed> {
                let within = list
                    .iter()
                    .skip(from)
                    .take_while(|word| word.0 < first.saturating_add(CLAUSE));
                let mut marks: Vec<Weighed> = Vec::new();
                for &(place, term) in
                    within.filter(|word| terms.list.binary_search(&word.1).is_ok())
                {
                    let weight = self.weight(term);
                    match marks.last_mut().filter(|last| last.0 == place) {
                        Some(last) => last.1 += weight,
                        None => marks.push((place, weight)),
                    }
                }
                marks
            };
            let name = |term: &u32| self.terms.names.get(*term as usize) == Some(&Names::Name);
            let clauses = Clauses {
                a: i,
                b: j,
                weight: weight as f64 / UNIT as f64,
                words: terms.list.len() as u32,
                first: number == 0,
                more_than_names: !terms.list.iter().all(name),
                glyphs,
                marks: [marks(&left, terms.in_left), marks(&right, terms.in_right)],
            };
            if !put(clauses) {
                return;
            }
            for list in [&mut left, &mut right] {
                list.retain(|word| terms.list.binary_search(&word.1).is_err());
            }
        }
    }

    /// The windows of the two lists that have most in common, and what they have in common.
    fn heaviest(&self, left: &[(u32, u32)], right: &[(u32, u32)]) -> Option<(u64, Window)> {
        let windows = |list: &[(u32, u32)]| -> Vec<Vec<u32>> {
            let of = |from: usize| {
                let first = list[from].0;
                let within = list[from..]
                    .iter()
                    .take_while(|word| word.0 < first.saturating_add(CLAUSE));
                let mut terms: Vec<u32> = within.map(|word| word.1).collect();
                sort::distinct(&mut terms);
                terms
            };
            (0..list.len()).map(of).collect()
        };
        let (of_left, of_right) = (windows(left), windows(right));
        let mut best: Option<(u64, Window)> = None;
        for (x, one) in of_left.iter().enumerate() {
            for (y, other) in of_right.iter().enumerate() {
                let shared = || one.iter().filter(|term| other.binary_search(term).is_ok());
                let weight = shared().map(|&term| u64::from(self.weight(term))).sum();
                if weight > best.as_ref().map_or(0, |best| best.0) {
                    let window = Window {
                        list: shared().copied().collect(),
                        in_left: (x, left[x].0),
                        in_right: (y, right[y].0),
                    };
                    best = Some((weight, window));
                }
            }
        }
        best
    }
}

/// What two windows have in common.
struct Window {
    /// The terms, ascending.
    list: Vec<u32>,
    /// The start of each window: in its list, and at which word.
    in_left: (usize, u32),
    in_right: (usize, u32),
}

/// The part of the first sentence that the other has too.
fn both(one: &Said, other: &Said) -> Said {
    let mut there: Vec<u32> = other.iter().map(|word| word.1).collect();
    sort::distinct(&mut there);
    let shared = one
        .iter()
        .filter(|word| there.binary_search(&word.1).is_ok());
    shared.take(MOST_WORDS).copied().collect()
}

/// The content words of sentence `i`, and the numbers of things among them.
fn said(reading: &Reading, side: &Side, terms: &Terms, i: u32) -> Said {
    let mut said = Said::new();
    if !side.takes_part(i) {
        return said;
    }
    let first = reading
        .sentences
        .get(i as usize)
        .map_or(0, |sentence| sentence.words.0);
    let words = side.words_of(i);
    for (at, (place, &term)) in (first..).zip(words).enumerate() {
        if term == NONE || !is_content(terms, term) {
            continue;
        }
        said.push((place, term));
        let is_number = |term: u32| terms.names.get(term as usize) == Some(&Names::Number);
        if is_number(term) && !is_year(reading, place) {
            let mut behind = words.iter().skip(at + 1).take(BEHIND).copied();
            if let Some(of) = behind
                .find(|&of| is_content(terms, of))
                .filter(|&of| !is_number(of))
            {
                said.push((place, of | A_NUMBER_OF));
            }
        }
    }
    said
}

/// Whether a word is a number that looks like a year.
fn is_year(reading: &Reading, place: u32) -> bool {
    let Some(word) = reading.words.get(place as usize) else {
        return false;
    };
    let digits = reading
        .vocabulary
        .form(word.key)
        .trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.len() == 4 && matches!(digits.parse(), Ok(1500..=2199))
}
