//! Several articles at once: from what each pair says alike to the claims that more than one of them makes.
//!
//! A sentence can tell several things, and a long lead does, so a sentence can be in several claims. So the ties
//! between sentences are grouped, not the sentences. Each tie rests on certain words. Two ties that meet in a sentence
//! belong to one claim if they rest on the same words there. That is link clustering (Ahn, Bagrow and Lehmann, *Link
//! communities reveal multiscale complexity in networks*, 2010), with the clause instead of the neighbourhood.
//!
//! The heaviest ties come first. A sentence joins a claim if it is tied to more than half of the claim's sentences of other
//! articles, or comes near all of them, as in clustering by average linkage. One tie is not enough: otherwise a chain of
//! sentences, each similar to the next, would become one claim whose first and last sentence share nothing.
//!
//! A tie that rests on one stretch of words at the end (*the old mill beside the canal on Monday*) makes no claim,
//! since it gives a place and a time for two events. A denial and what it denies are in one claim, and their tie says
//! so.

use std::collections::HashSet;

use crate::Span;
use crate::comparison::Kind;
use crate::reading::Reading;
use crate::sort;

mod elsewhere;
mod groups;
mod questions;
mod speech;
mod tell;

use groups::Groups;
pub use questions::{Answer, Point, Question};
pub use speech::{Cut, Quote};
pub use tell::{Story, Telling};

/// A sentence of one of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The article, an index into all of them.
    pub article: u32,
    /// The sentence, an index into its reading's sentences.
    pub sentence: u32,
}

/// A tie between sentences of two articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The one sentence.
    pub a: Place,
    /// The other.
    pub b: Place,
    /// How they are alike.
    pub kind: Kind,
    /// The weight of the words that the tie rests on.
    pub weight: f64,
    /// Whether it makes a claim.
    pub firm: bool,
    /// Whether the comparison of the two articles links them.
    pub linked: bool,
    /// Whether the one denies what the other says.
    pub opposed: bool,
    /// What both say about the same thing, if the tie makes a claim and the words are not the same.
    pub points: Vec<Point>,
    /// The words it rests on, in A's sentence and in B's: indices into the articles' words, ascending, with their weights.
    pub words: [Vec<(u32, u32)>; 2],
}

/// From this weight on, two sentences come near each other.
const NEAR: f64 = 1.25;

impl Tie {
    /// Whether the two come near each other, so that neither is in only one article. Lighter ties only help to group
    /// sentences.
    pub fn is_near(&self) -> bool {
        self.firm || self.linked || self.weight >= NEAR
    }
}

/// What two or more of the articles say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// The sentences that say it, by article and place. A sentence can be in several claims.
    pub places: Vec<Place>,
    /// For each of them the words that say it: from the first to the last of those that the claim rests on, as
    /// indices into the article's words, the last one included.
    pub words: Vec<(u32, u32)>,
    /// Sentences without a claim that come nearest to one of those, and sentences of any claim that answer one of its
    /// questions.
    pub near: Vec<Place>,
    /// The ties between all of these, as indices into the ties that were given: of each two sentences the heaviest.
    pub ties: Vec<u32>,
    /// How many articles tell it.
    pub articles: u32,
}

impl Claim {
    /// The words with which the claim's sentence number `at` says it, in bytes of its article's text. `reading` is that of its
    /// article.
    pub fn clause(&self, at: usize, reading: &Reading) -> Span {
        let ends = self.words.get(at).and_then(|&(first, last)| {
            let word = |index: u32| reading.words.get(index as usize);
            word(first).zip(word(last))
        });
        ends.map_or_else(Span::default, |(first, last)| {
            Span::new(first.span.start, last.span.end)
        })
    }

    /// Whether one of its sentences denies what another says; `ties` are those that the claims were made of.
    pub fn is_opposed(&self, ties: &[Tie]) -> bool {
        let mut of_it = self.ties.iter().filter_map(|&tie| ties.get(tie as usize));
        of_it.any(|tie| tie.opposed)
    }
}

/// The claims that the ties make, those told by most articles first, then by their first place. A tie that is
/// invalid, or names a missing article, is ignored.
///
/// `ranks` has a number for each article that rests on its text alone: among ties of equal weight, the one of the
/// lower ranks comes first, so that the claims are the same in whatever order the articles are given.
pub fn claims(ranks: &[u32], ties: &[Tie]) -> Vec<Claim> {
    let web = Web::new(ranks, ties);
    let groups = Groups::new(&web, ties);
    let mut claims: Vec<Claim> = Vec::new();
    // The claims of each sentence.
    let mut stands: Vec<Vec<u32>> = vec![Vec::new(); web.places.len()];
    for (number, members) in (0..).zip(&groups) {
        let order = sort::order(members.len(), &|at| {
            place_key(web.places[members[at].node as usize])
        });
        let mut claim = Claim::default();
        let mut last = u32::MAX;
        for at in order {
            let member = &members[at];
            let place = web.places[member.node as usize];
            claim.places.push(place);
            let ends = member.words.first().zip(member.words.last());
            claim
                .words
                .push(ends.map_or((0, 0), |(first, last)| (first.0, last.0)));
            claim.articles += u32::from(place.article != last);
            last = place.article;
            stands[member.node as usize].push(number);
        }
        claims.push(claim);
    }
    // A sentence without a claim is near the one that its heaviest tie leads to.
    let mut near: Vec<Vec<u32>> = vec![Vec::new(); claims.len()];
    let mut is_near: Vec<Option<u32>> = vec![None; web.places.len()];
    let near_ones = web
        .knots
        .iter()
        .filter(|knot| ties[knot.index as usize].is_near());
    for knot in near_ones {
        for (one, other) in [(knot.x, knot.y), (knot.y, knot.x)] {
            let is_free = stands[one as usize].is_empty() && is_near[one as usize].is_none();
            if let Some(&claim) = stands[other as usize].first().filter(|_| is_free) {
                is_near[one as usize] = Some(claim);
                near[claim as usize].push(one);
            }
        }
    }
    for (claim, near) in claims.iter_mut().zip(near) {
        let order = sort::order(near.len(), &|at| place_key(web.places[near[at] as usize]));
        claim.near = order
            .iter()
            .map(|&at| web.places[near[at] as usize])
            .collect();
    }
    let in_claim = |node: u32, claim: u32| {
        stands[node as usize].contains(&claim) || is_near[node as usize] == Some(claim)
    };
    let mut seen: HashSet<(u32, u32)> = HashSet::new();
    for knot in &web.knots {
        if !seen.insert((knot.x, knot.y)) {
            continue;
        }
        let of_y = stands[knot.y as usize]
            .iter()
            .copied()
            .chain(is_near[knot.y as usize]);
        for claim in of_y.filter(|&claim| in_claim(knot.x, claim)) {
            claims[claim as usize].ties.push(knot.index);
        }
    }
    let first = |at: usize| claims[at].places.first().copied().unwrap_or_default();
    let order = sort::ordered(
        claims.len(),
        &[
            &|at| u64::from(!claims[at].articles),
            &|at| place_key(first(at)),
            &|at| {
                claims[at]
                    .words
                    .first()
                    .map_or(0, |words| u64::from(words.0))
            },
        ],
    );
    let mut sorted = Vec::new();
    for at in order {
        let mut claim = std::mem::take(&mut claims[at]);
        sort::distinct(&mut claim.ties);
        sorted.push(claim);
    }
    sorted
}

/// Where a tie begins in its sentences, A's or B's first.
fn begins(tie: &Tie, a_first: bool) -> u64 {
    let [a, b] = [0, 1].map(|side: usize| tie.words[side].first().map_or(0, |word| word.0));
    if a_first {
        sort::pack(a, b)
    } else {
        sort::pack(b, a)
    }
}

fn place_key(place: Place) -> u64 {
    sort::pack(place.article, place.sentence)
}

/// A tie between two nodes.
#[derive(Clone, Copy)]
struct Knot {
    /// Its number among those that were given.
    index: u32,
    /// The sentence of the lower rank.
    x: u32,
    y: u32,
    firm: bool,
}

/// The sentences that have a tie, as nodes, and the ties.
struct Web {
    /// The sentences, by their articles' ranks and by place: an order that does not depend on the order of the articles.
    places: Vec<Place>,
    /// The ties that hold, the heaviest first.
    knots: Vec<Knot>,
}

impl Web {
    fn new(ranks: &[u32], ties: &[Tie]) -> Web {
        // The ranks as numbers without gaps, each once.
        let by_rank = sort::order(ranks.len(), &|at| u64::from(ranks[at]));
        let mut standing = vec![0; ranks.len()];
        for (rank, &article) in by_rank.iter().enumerate() {
            standing[article] = rank as u32;
        }
        let key = |place: Place| {
            let rank = standing.get(place.article as usize)?;
            Some(sort::pack(*rank, place.sentence))
        };
        let mut ends: Vec<(u32, u64, u64)> = Vec::new();
        let mut keys: Vec<u64> = Vec::new();
        for (index, tie) in ties.iter().enumerate() {
            let both = key(tie.a).zip(key(tie.b));
            if let Some((a, b)) = both.filter(|_| tie.a.article != tie.b.article) {
                ends.push((index as u32, a.min(b), a.max(b)));
                keys.push(a);
                keys.push(b);
            }
        }
        sort::numbers(&mut keys);
        keys.dedup();
        let tie = |at: usize| &ties[ends[at].0 as usize];
        let order = sort::ordered(
            ends.len(),
            &[
                &|at| u64::from(!tie(at).firm),
                &|at| u64::from(tie(at).kind != Kind::Verbatim),
                // Positive floats sort like their bits.
                &|at| match tie(at).weight {
                    weight if weight > 0.0 => !weight.to_bits(),
                    _ => u64::MAX,
                },
                &|at| ends[at].1,
                &|at| ends[at].2,
                // Of two clauses of the same sentences with equal weight, the first.
                &|at| begins(tie(at), ends[at].1 == key(tie(at).a).unwrap_or(0)),
            ],
        );
        let node = |key: u64| keys.partition_point(|&other| other < key) as u32;
        let knots = order.iter().map(|&at| {
            let (index, a, b) = ends[at];
            Knot {
                index,
                x: node(a),
                y: node(b),
                firm: ties[index as usize].firm,
            }
        });
        let knots = knots.collect();
        let places = keys.iter().map(|&key| {
            let (rank, sentence) = sort::unpack(key);
            Place {
                article: by_rank[rank as usize] as u32,
                sentence,
            }
        });
        Web {
            places: places.collect(),
            knots,
        }
    }
}
