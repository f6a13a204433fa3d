//! Estimates how likely two sentences are about the same thing.
//!
//! Independent reports share few words: one rule with one threshold finds a quarter of the links that a
//! careful reader makes. So a small logistic regression weighs eight features of two sentences and their
//! neighbours. Its coefficients were fitted to 18 pairs of news articles whose links a reader wrote down.
//! `docs/method.md` has the table and the literature.
//!
//! Everything is symmetric, so comparing B with A gives the exact mirror: sums are whole numbers, and every
//! other value is a sum or a product over both sides.

use crate::comparison::Closest;
use crate::reading::Reading;
use crate::sort::{self, pack, unpack};

use super::candidates::MOST_PROPOSED;
use super::terms::{NONE, Side, Terms, UNIT};

/// How many partners of each sentence are weighed: those with the highest cosine.
const KEPT: usize = 8;
/// How many sentences are listed as the closest.
const CLOSEST: usize = 3;
/// In the order of the closest, the weight of the lighter sentence is added to the log-odds, times this: a short
/// sentence is seldom linked, but that does not say which sentence is closest to another.
const BY_WEIGHT: f64 = 2.0;
/// And the mean nearness of a sentence to the few nearest of the other article, times this: what the other article repeats is
/// its main story, and a likelier counterpart than an aside.
const BY_CENTRALITY: f64 = 0.2;
/// The number of the nearest few.
const FEW: usize = 5;
/// Added to the weight of each sentence in the cosine and in containment, so that short sentences
/// do not match on little.
const SMOOTHING: f64 = 6.0;
/// The same for a sentence with its neighbours.
const SMOOTHING_AROUND: f64 = 8.0;
/// A term is rare if at most this many sentences of each article contain it.
const RARE: u32 = 2;
/// At most this many rare terms count.
const MOST_RARE: usize = 4;
/// Two sentences that share fewer content terms than this are not about the same thing.
const LEAST_SHARED: usize = 2;

/// The regression: the intercept, then a coefficient for each of [`Features`]' fields, in their order.
const INTERCEPT: f64 = -4.3776;
const COEFFICIENTS: [f64; 8] = [
    12.4657, 11.5439, 7.4691, 0.4273, -1.1073, -1.2762, -1.6197, -0.6629,
];

/// What the regression weighs.
struct Features {
    /// The cosine of the two sentences' weighted terms.
    cosine: f64,
    /// The share of the lighter sentence that the other one has.
    containment: f64,
    /// The cosine of the two sentences together with their neighbours.
    around: f64,
    /// How many rare terms both have.
    rare: f64,
    /// The difference of the shares of words in quotation marks.
    quoted_apart: f64,
    /// The lesser share of words in quotation marks.
    quoted_both: f64,
    /// The difference of their places in their articles.
    apart: f64,
    /// The weight of the lighter one.
    weight: f64,
}

impl Features {
    /// The log-odds that a reader links the two.
    fn log_odds(&self) -> f64 {
        let list = [
            self.cosine,
            self.containment,
            self.around,
            self.rare,
            self.quoted_apart,
            self.quoted_both,
            self.apart,
            self.weight,
        ];
        let weighed = COEFFICIENTS.iter().zip(list).map(|(c, x)| c * x);
        INTERCEPT + weighed.sum::<f64>()
    }
}

/// The probability for these log-odds, 0 to 1.
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Two sentences and the log-odds that they are about the same thing.
#[derive(Clone, Copy)]
pub struct Weighed {
    pub a: u32,
    pub b: u32,
    pub log_odds: f64,
    /// Their nearness in the order of the closest, without the part for the rest of the other article.
    nearness: f64,
    /// Whether they share enough to be linked by this rule alone.
    pub enough: bool,
}

/// The sentences that are not linked yet, in figures. If there are none, both values are 0.
#[derive(Clone, Copy, Default)]
pub struct Rest {
    /// The share of all sentences, of both articles together.
    pub share: f64,
    /// How closely related the articles are: the mean of the highest cosines of these sentences with any sentence of
    /// the other side. It is .08 to .12 for two reports of one event, and mostly below .06 for different events.
    pub kinship: f64,
}

/// The pairs of sentences that were weighed, by sentence of A, then of B.
pub struct Likeness {
    pub pairs: Vec<Weighed>,
    /// The highest cosine of each sentence of A with any of B, and the other way round.
    best_a: Vec<f64>,
    best_b: Vec<f64>,
}

impl Likeness {
    /// Weighs the closest few partners of each sentence, and the pairs that are linked already (packed).
    pub fn new(
        a: &Reading,
        b: &Reading,
        terms: &Terms,
        linked: impl Iterator<Item = u64>,
    ) -> Likeness {
        let sides = Sides::new(a, b, terms);
        let (mut chosen, best_a, best_b) = sides.closest_by_cosine();
        chosen.extend(linked);
        sort::numbers(&mut chosen);
        chosen.dedup();
        Likeness {
            pairs: sides.weigh(&chosen),
            best_a,
            best_b,
        }
    }

    /// The features of these two, if they were weighed.
    pub fn of(&self, a: u32, b: u32) -> Option<&Weighed> {
        let found = self.pairs.binary_search_by_key(&(a, b), |p| (p.a, p.b));
        found.ok().and_then(|at| self.pairs.get(at))
    }

    /// The figures of the sentences that are not linked yet.
    pub fn rest(
        &self,
        terms: &Terms,
        has_a: &dyn Fn(u32) -> bool,
        has_b: &dyn Fn(u32) -> bool,
    ) -> Rest {
        let mut rest = Rest::default();
        let (mut cosines, mut without, mut all) = (0.0, 0.0, 0.0);
        for (side, best, has) in [
            (&terms.a, &self.best_a, has_a),
            (&terms.b, &self.best_b, has_b),
        ] {
            let mut of_side = 0.0;
            for i in (0..side.len()).filter(|&i| side.weight(i) > 0) {
                all += 1.0;
                if !has(i) {
                    without += 1.0;
                    of_side += best[i as usize];
                }
            }
            cosines += of_side;
        }
        if without > 0.0 {
            rest.kinship = cosines / without;
            rest.share = without / all;
        }
        rest
    }

    /// The pairs that share enough and have at least these log-odds, the likeliest first.
    pub fn best_first(&self, least: f64) -> Vec<Weighed> {
        let likely = |pair: &&Weighed| pair.enough && pair.log_odds >= least;
        let mut list: Vec<(u64, u64)> = (0..)
            .zip(&self.pairs)
            .filter(|(_, pair)| likely(pair))
            .map(|(at, pair)| {
                // Positive numbers sort like their bits. Two pairs with the same number and the same sum of places
                // have no sentence in common, so their order does not matter.
                let bits = probability(pair.log_odds).to_bits();
                (!bits, pack(pair.a + pair.b, at))
            })
            .collect();
        sort::pairs(&mut list);
        let places = list.iter().map(|&(_, place)| unpack(place).1);
        places
            .filter_map(|at| self.pairs.get(at as usize).copied())
            .collect()
    }

    /// The closest sentences of the other side, for each sentence of A and of B, closest first. The score is the
    /// probability that both are about the same thing; the order is another.
    pub fn closest(&self, of_a: u32, of_b: u32) -> (Vec<Vec<Closest>>, Vec<Vec<Closest>>) {
        let empty = || {
            (
                vec![Vec::new(); of_a as usize],
                vec![Vec::new(); of_b as usize],
            )
        };
        let (mut few_a, mut few_b) = empty();
        for pair in &self.pairs {
            insert(&mut few_a[pair.a as usize], FEW, (pair.b, pair.nearness));
            insert(&mut few_b[pair.b as usize], FEW, (pair.a, pair.nearness));
        }
        let mean =
            |few: &Vec<Near>| few.iter().map(|near| near.1).sum::<f64>() / few.len().max(1) as f64;
        let (mut closest_a, mut closest_b) = empty();
        for (at, pair) in (0..).zip(&self.pairs) {
            let to_a = pair.nearness + BY_CENTRALITY * mean(&few_b[pair.b as usize]);
            let to_b = pair.nearness + BY_CENTRALITY * mean(&few_a[pair.a as usize]);
            insert(&mut closest_a[pair.a as usize], CLOSEST, (at, to_a));
            insert(&mut closest_b[pair.b as usize], CLOSEST, (at, to_b));
        }
        let told = |lists: Vec<Vec<Near>>, other: fn(&Weighed) -> u32| {
            let closest = |(at, _): Near| {
                let pair = self.pairs.get(at as usize)?;
                Some(Closest {
                    sentence: other(pair),
                    score: probability(pair.log_odds) as f32,
                })
            };
            let of_one = |list: Vec<Near>| list.into_iter().filter_map(closest).collect();
            lists.into_iter().map(of_one).collect()
        };
        (
            told(closest_a, |pair| pair.b),
            told(closest_b, |pair| pair.a),
        )
    }
}

/// Inserts a sentence into the list of the `most` best, best first. Among equals, the earlier stays first.
fn insert(list: &mut Vec<Near>, most: usize, near: Near) {
    let place = list.partition_point(|other| other.1 >= near.1);
    if place < most {
        list.truncate(most - 1);
        list.insert(place, near);
    }
}

/// A sentence of the other side, or the number of a pair, and how near it is.
type Near = (u32, f64);

/// Both sides with the weights that this rule uses.
struct Sides<'t> {
    terms: &'t Terms,
    /// The weight of each term; 0 for function words.
    weight: Vec<u64>,
    /// For each term that proposes pairs, the sentences of B that contain it.
    postings: Vec<Vec<u32>>,
    a: Weights,
    b: Weights,
}

/// The sentences of one side.
struct Weights {
    /// The summed weight of each.
    sums: Vec<u64>,
    /// The share of each sentence's words that are in quotation marks.
    quoted: Vec<f64>,
}

impl Weights {
    fn new(reading: &Reading, side: &Side, weight: &[u64]) -> Weights {
        let sum = |i| side.of(i).iter().map(|&t| weight[t as usize]).sum();
        Weights {
            sums: (0..side.len()).map(sum).collect(),
            quoted: quoted_shares(reading),
        }
    }

    fn smoothed(&self, i: u32) -> f64 {
        self.sums[i as usize] as f64 / UNIT as f64 + SMOOTHING
    }

    /// The weight of a sentence with half of each neighbour's, and smoothed.
    fn around(&self, i: u32) -> f64 {
        let of = |i: Option<u32>| i.and_then(|i| self.sums.get(i as usize)).copied();
        let beside = of(i.checked_sub(1)).unwrap_or(0) + of(i.checked_add(1)).unwrap_or(0);
        let doubled = 2 * self.sums[i as usize] + beside;
        doubled as f64 / (2 * UNIT) as f64 + SMOOTHING_AROUND
    }

    fn place(&self, i: u32) -> f64 {
        f64::from(i) / self.sums.len() as f64
    }
}

/// What a sentence of A shares with each sentence of B, by weight, kept for one sentence at a time.
struct Row {
    /// The sentence of A.
    of: u32,
    shared: Vec<u64>,
    /// The sentences of B for which `shared` is not 0, in the order in which they were met.
    met: Vec<u32>,
}

impl Row {
    fn new(length: usize) -> Row {
        Row {
            of: NONE,
            shared: vec![0; length],
            met: Vec::new(),
        }
    }

    fn fill(&mut self, sides: &Sides<'_>, i: u32) {
        for j in self.met.drain(..) {
            self.shared[j as usize] = 0;
        }
        self.of = i;
        if i >= sides.terms.a.len() {
            return;
        }
        for &term in sides.terms.a.of(i) {
            let weight = sides.weight[term as usize];
            for &j in &sides.postings[term as usize] {
                let shared = &mut self.shared[j as usize];
                if *shared == 0 {
                    self.met.push(j);
                }
                *shared += weight;
            }
        }
    }

    fn of(&self, j: Option<u32>) -> u64 {
        j.and_then(|j| self.shared.get(j as usize))
            .copied()
            .unwrap_or(0)
    }

    /// What is shared with `j`, doubled, and with its two neighbours.
    fn around(&self, j: u32) -> u64 {
        2 * self.of(Some(j)) + self.of(j.checked_sub(1)) + self.of(j.checked_add(1))
    }
}

impl<'t> Sides<'t> {
    fn new(a: &Reading, b: &Reading, terms: &'t Terms) -> Sides<'t> {
        let length = terms.length;
        let weight: Vec<u64> = (terms.df.iter().zip(&terms.content))
            .map(|(&(in_a, in_b), &content)| {
                let held = f64::from(in_a + in_b) / 2.0 / length;
                match content {
                    true => (UNIT as f64 / held.max(1.0).sqrt()).round() as u64,
                    false => 0,
                }
            })
            .collect();
        let proposes = |t: u32| {
            let (in_a, in_b) = terms.df[t as usize];
            weight[t as usize] > 0 && in_a > 0 && in_a as usize * in_b as usize <= MOST_PROPOSED
        };
        let mut postings = vec![Vec::new(); weight.len()];
        for j in 0..terms.b.len() {
            for &t in terms.b.of(j).iter().filter(|&&t| proposes(t)) {
                postings[t as usize].push(j);
            }
        }
        Sides {
            a: Weights::new(a, &terms.a, &weight),
            b: Weights::new(b, &terms.b, &weight),
            terms,
            weight,
            postings,
        }
    }

    fn cosine(&self, i: u32, j: u32, shared: u64) -> f64 {
        let product = self.a.smoothed(i) * self.b.smoothed(j);
        shared as f64 / UNIT as f64 / product.sqrt()
    }

    /// The pairs that are among the closest of either sentence (packed, with repetitions), and the
    /// highest cosine of each sentence of A and of B.
    fn closest_by_cosine(&self) -> (Vec<u64>, Vec<f64>, Vec<f64>) {
        let (of_a, of_b) = (self.terms.a.len(), self.terms.b.len());
        let mut columns: Vec<Vec<Near>> = vec![Vec::new(); of_b as usize];
        let mut chosen = Vec::new();
        let mut best_a = vec![0.0; of_a as usize];
        let mut row = Row::new(of_b as usize);
        let mut list = Vec::new();
        let mut in_order: Vec<u32> = Vec::new();
        for i in 0..of_a {
            row.fill(self, i);
            list.clear();
            in_order.clone_from(&row.met);
            sort::distinct(&mut in_order);
            for &j in &in_order {
                let cosine = self.cosine(i, j, row.shared[j as usize]);
                insert(&mut list, KEPT, (j, cosine));
                insert(&mut columns[j as usize], KEPT, (i, cosine));
            }
            best_a[i as usize] = list.first().map_or(0.0, |best| best.1);
            chosen.extend(list.iter().map(|near| pack(i, near.0)));
        }
        for (j, list) in (0..).zip(&columns) {
            chosen.extend(list.iter().map(|near| pack(near.0, j)));
        }
        let best = |list: &Vec<Near>| list.first().map_or(0.0, |best| best.1);
        (chosen, best_a, columns.iter().map(best).collect())
    }

    /// Weighs the pairs (packed, ascending).
    fn weigh(&self, chosen: &[u64]) -> Vec<Weighed> {
        let length = self.terms.b.len() as usize;
        // The rows of the current sentence and of those before and after it.
        let mut rows = [Row::new(length), Row::new(length), Row::new(length)];
        let mut out = Vec::with_capacity(chosen.len());
        for &pair in chosen {
            let (i, j) = unpack(pair);
            if !rows.iter().any(|row| row.of == i) || !rows.iter().any(|row| row.of == i + 1) {
                for near in i.saturating_sub(1)..=i + 1 {
                    let row = &mut rows[near as usize % 3];
                    if row.of != near {
                        row.fill(self, near);
                    }
                }
            }
            out.push(self.weigh_pair(&rows, i, j));
        }
        out
    }

    fn weigh_pair(&self, rows: &[Row; 3], i: u32, j: u32) -> Weighed {
        let row = |i: Option<u32>| {
            let row = i.map(|i| (&rows[i as usize % 3], i));
            row.filter(|(row, i)| row.of == *i)
                .map_or(0, |(row, _)| row.around(j))
        };
        let around = 2 * row(Some(i)) + row(i.checked_sub(1)) + row(i.checked_add(1));
        let shared = rows[i as usize % 3].of(Some(j));
        let (sum_a, sum_b) = (self.a.smoothed(i), self.b.smoothed(j));
        let (quoted_a, quoted_b) = (self.a.quoted[i as usize], self.b.quoted[j as usize]);
        let lighter = sum_a.min(sum_b) - SMOOTHING;
        let (content, rare) = self.shared_terms(i, j);
        let features = Features {
            cosine: self.cosine(i, j, shared),
            containment: shared as f64 / UNIT as f64 / (lighter + SMOOTHING),
            around: around as f64
                / (4 * UNIT) as f64
                / (self.a.around(i) * self.b.around(j)).sqrt(),
            rare: rare.min(MOST_RARE) as f64,
            quoted_apart: (quoted_a - quoted_b).abs(),
            quoted_both: quoted_a.min(quoted_b),
            apart: (self.a.place(i) - self.b.place(j)).abs(),
            weight: lighter / (lighter + 8.0),
        };
        let log_odds = features.log_odds();
        Weighed {
            a: i,
            b: j,
            log_odds,
            nearness: log_odds + BY_WEIGHT * features.weight,
            enough: content >= LEAST_SHARED
                && self
                    .terms
                    .share_more_than_names(self.terms.a.of(i), self.terms.b.of(j)),
        }
    }

    /// How many content terms both sentences contain, and how many of them are rare.
    fn shared_terms(&self, i: u32, j: u32) -> (usize, usize) {
        let (left, right) = (self.terms.a.of(i), self.terms.b.of(j));
        let shared = left
            .iter()
            .filter(|&&t| self.terms.content[t as usize] && right.binary_search(&t).is_ok());
        shared.fold((0, 0), |(content, rare), &t| {
            let (in_a, in_b) = self.terms.df[t as usize];
            (content + 1, rare + usize::from(in_a.max(in_b) <= RARE))
        })
    }
}

/// The share of each sentence's words that are in quotation marks, 0 to 1.
fn quoted_shares(reading: &Reading) -> Vec<f64> {
    let mut next = 0;
    let shares = reading.sentences.iter().map(|sentence| {
        let words = &reading.words[sentence.words.0 as usize..sentence.words.1 as usize];
        let mut inside = 0;
        for word in words {
            let ended = |q: &&crate::Span| q.end <= word.span.start;
            while reading.quotations.get(next).filter(ended).is_some() {
                next += 1;
            }
            let quotation = reading.quotations.get(next);
            inside += usize::from(quotation.is_some_and(|q| q.start <= word.span.start));
        }
        inside as f64 / words.len().max(1) as f64
    });
    shares.collect()
}
