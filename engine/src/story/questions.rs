//! Finds the questions that the articles of a claim answer differently: with a different number or date, or a denial. Each pair
//! of sentences gives facts ([`crate::facts`]). Those about the same thing are gathered across all articles, so that four tolls
//! in four articles are one question with four answers.
//!
//! An article gives one answer to a question. A fact that would add a second one is about something else, and is left
//! out: *four dead* and *twelve injured* stay separate even if a third article mixes them up.

use super::{Claim, Place, Tie};
use crate::facts::{Relation, Slot};
use crate::reading::Reading;
use crate::{Span, sort};

/// One thing that two sentences are both about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// What it is about: a number, a date, a denial.
    pub slot: Slot,
    /// How the two relate; never what only one says.
    pub relation: Relation,
    /// The places in the sentences of the first and the other article, in bytes.
    pub at: [Span; 2],
    /// What is counted there.
    pub counted: [Option<Span>; 2],
}

/// A question that the articles answer differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub slot: Slot,
    /// The claim that it belongs to, as an index.
    pub claim: u32,
    /// Whether two of its answers clash; otherwise one is coarser than another.
    pub clash: bool,
    /// The answers, by article and place.
    pub answers: Vec<Answer>,
}

/// What one article answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The sentence.
    pub place: Place,
    /// Its words, in bytes of the article's text.
    pub span: Span,
    /// What is counted, in its words.
    pub counted: Option<Span>,
    /// The number of the answer, which is the same for articles that say the same.
    pub group: u32,
    /// The answers that it clashes with, one bit for each, from the lowest; none beyond the 64th.
    pub against: u64,
}

/// The slots that are asked for.
const SLOTS: [Slot; 3] = [Slot::Number, Slot::Negation, Slot::Date];

/// Whether a question can be about this.
pub(super) fn is_asked(slot: Slot) -> bool {
    SLOTS.contains(&slot)
}

/// All questions, slot by slot.
pub(super) fn questions(
    articles: &[(&Reading, &str)],
    claims: &[Claim],
    ties: &[Tie],
) -> Vec<Question> {
    let all = SLOTS
        .iter()
        .flat_map(|&slot| of_slot(slot, articles, claims, ties));
    all.collect()
}

/// The questions by claim; in a claim first those that clash, then those with most answers.
pub(super) fn in_order(found: &[Question]) -> Vec<Question> {
    let order = sort::ordered(
        found.len(),
        &[
            &|at| u64::from(found[at].claim),
            &|at| u64::from(!found[at].clash),
            &|at| !(found[at].answers.len() as u64),
        ],
    );
    order.iter().map(|&at| found[at].clone()).collect()
}

/// Numbers for things, of which some turn out to be one.
struct Union(Vec<u32>);

impl Union {
    fn new(count: usize) -> Union {
        Union((0..count as u32).collect())
    }

    fn of(&self, mut one: u32) -> u32 {
        while self.0[one as usize] != one {
            one = self.0[one as usize];
        }
        one
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.of(one), self.of(other));
        self.0[one.max(other) as usize] = one.min(other);
    }
}

/// The questions of one slot.
fn of_slot(
    slot: Slot,
    articles: &[(&Reading, &str)],
    claims: &[Claim],
    ties: &[Tie],
) -> Vec<Question> {
    // Each stretch that a fact names, once, and what the facts say about each pair.
    let key = |place: Place, span: Span| sort::pack(place.article, span.start as u32);
    let mut keys: Vec<u64> = Vec::new();
    let mut facts: Vec<(&Tie, &Point)> = Vec::new();
    for tie in ties {
        for point in tie.points.iter().filter(|point| point.slot == slot) {
            facts.push((tie, point));
            keys.push(key(tie.a, point.at[0]));
            keys.push(key(tie.b, point.at[1]));
        }
    }
    sort::numbers(&mut keys);
    keys.dedup();
    let node = |place: Place, span: Span| {
        let key = key(place, span);
        keys.partition_point(|&other| other < key) as u32
    };
    let mut answers: Vec<Answer> = vec![
        Answer {
            place: Place::default(),
            span: Span::default(),
            counted: None,
            group: 0,
            against: 0,
        };
        keys.len()
    ];
    let mut edges: Vec<(u32, u32, Relation)> = Vec::new();
    for (tie, point) in facts {
        let ends = [0, 1].map(|side: usize| {
            let place = [tie.a, tie.b][side];
            let at = node(place, point.at[side]);
            let answer = &mut answers[at as usize];
            answer.place = place;
            answer.span = point.at[side];
            answer.counted = answer.counted.or(point.counted[side]);
            at
        });
        edges.push((ends[0], ends[1], point.relation));
    }
    let text = |at: u32| {
        let answer = &answers[at as usize];
        let of = articles.get(answer.place.article as usize);
        answer.span.of(of.map_or("", |of| of.1))
    };
    // Equal answers first, so that differing ones are compared with the whole group.
    let order = sort::ordered(
        edges.len(),
        &[&|at| edges[at].2 as u64, &|at| {
            sort::pack(edges[at].0, edges[at].1)
        }],
    );
    let (mut things, mut alike) = (Union::new(keys.len()), Union::new(keys.len()));
    let mut members: Vec<Vec<u32>> = (0..keys.len() as u32).map(|at| vec![at]).collect();
    let mut kept: Vec<(u32, u32, Relation)> = Vec::new();
    for at in order {
        let (one, other, relation) = edges[at];
        let (of_one, of_other) = (things.of(one), things.of(other));
        if of_one != of_other {
            let is_one = |x: u32, y: u32| {
                alike.of(x) == alike.of(y) || text(x).eq_ignore_ascii_case(text(y))
            };
            let second = |x: u32| {
                let article = |at: u32| answers[at as usize].place.article;
                let mut there = members[of_other as usize].iter();
                there.any(|&y| article(x) == article(y) && !is_one(x, y))
            };
            if members[of_one as usize].iter().any(|&x| second(x)) {
                continue;
            }
            things.join(one, other);
            let root = things.of(one);
            let moved = std::mem::take(&mut members[of_one.max(of_other) as usize]);
            members[root as usize].extend(moved);
        }
        if relation == Relation::Same || text(one).eq_ignore_ascii_case(text(other)) {
            alike.join(one, other);
        }
        kept.push((one, other, relation));
    }
    let mut found = Vec::new();
    for (root, of_it) in (0..).zip(&members) {
        let clash = kept
            .iter()
            .any(|edge| edge.2 == Relation::Differs && things.of(edge.0) == root);
        if of_it.len() < 2 || slot != Slot::Number && !clash {
            continue;
        }
        // Equal words are one answer, even if no fact compares two articles with them.
        for (at, &one) in of_it.iter().enumerate() {
            let mut before = of_it.iter().take(at);
            if let Some(&same) = before.find(|&&same| text(same).eq_ignore_ascii_case(text(one))) {
                alike.join(one, same);
            }
        }
        if slot == Slot::Negation {
            sides(root, of_it, &kept, &things, &mut alike);
        }
        let mut order = of_it.clone();
        sort::distinct(&mut order);
        let mut groups: Vec<u32> = Vec::new();
        for &one in &order {
            let group = alike.of(one);
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        let number = |one: u32| {
            let group = alike.of(one);
            groups.iter().position(|&known| known == group).unwrap_or(0) as u32
        };
        let mut against = vec![0_u64; groups.len()];
        for &(one, other, relation) in &kept {
            if relation == Relation::Differs && things.of(one) == root {
                let (one, other) = (number(one), number(other));
                against[one as usize] |= 1_u64.checked_shl(other).unwrap_or(0);
                against[other as usize] |= 1_u64.checked_shl(one).unwrap_or(0);
            }
        }
        let all = order.iter().map(|&one| Answer {
            group: number(one),
            against: against[number(one) as usize],
            ..answers[one as usize]
        });
        let all: Vec<Answer> = all.collect();
        let Some(claim) = home(&all, articles, claims) else {
            continue;
        };
        // A number of a thing is the same anywhere; everything else depends on what the claim says.
        let is_of_it = |answer: &Answer| {
            slot == Slot::Number && answer.counted.is_some()
                || claims[claim as usize].places.contains(&answer.place)
        };
        let answers: Vec<Answer> = all.into_iter().filter(is_of_it).collect();
        let first = answers.first().map_or(0, |answer| answer.group);
        if answers.iter().any(|answer| answer.group != first) {
            found.push(Question {
                slot,
                claim,
                clash,
                answers,
            });
        }
    }
    found
}

/// A denial and what it denies are two sides: an answer against one side belongs to the other.
fn sides(
    root: u32,
    of_it: &[u32],
    kept: &[(u32, u32, Relation)],
    things: &Union,
    alike: &mut Union,
) {
    let mut side: Vec<(u32, bool)> = of_it.first().map(|&one| (one, false)).into_iter().collect();
    let mut at = 0;
    while let Some(&(one, is_against)) = side.get(at) {
        at += 1;
        for &(x, y, relation) in kept.iter().filter(|edge| things.of(edge.0) == root) {
            let other = match (x == one, y == one) {
                (true, _) => y,
                (_, true) => x,
                _ => continue,
            };
            if side.iter().all(|known| known.0 != other) {
                side.push((other, is_against != (relation == Relation::Differs)));
            }
        }
    }
    for is_against in [false, true] {
        let mut of_side = side.iter().filter(|one| one.1 == is_against);
        if let Some(first) = of_side.next() {
            of_side.for_each(|other| alike.join(first.0, other.0));
        }
    }
}

/// The claim that contains most of the answers, preferably in its own words rather than elsewhere in its sentences.
fn home(answers: &[Answer], articles: &[(&Reading, &str)], claims: &[Claim]) -> Option<u32> {
    let mut best: Option<(usize, u32)> = None;
    for (number, claim) in (0..).zip(claims) {
        let mut score = 0;
        for answer in answers {
            let at = claim.places.iter().position(|place| *place == answer.place);
            let reading = articles.get(answer.place.article as usize);
            let Some((at, &(reading, _))) = at.zip(reading) else {
                continue;
            };
            score += 1 + 2 * usize::from(claim.clause(at, reading).meets(answer.span));
        }
        if score > best.map_or(1, |best| best.0) {
            best = Some((score, number));
        }
    }
    best.map(|best| best.1)
}
