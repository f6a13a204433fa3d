//! Several articles at once: from the matches of each two to the claims that stand in more than one of them.
//!
//! Sentences are grouped by agglomerative clustering with average linkage (Sokal and Michener 1958), as is done with
//! the sentences of many articles before they are summarised (Hatzivassiloglou et al., *SimFinder*, 2001; Barzilay and
//! McKeown, *Sentence fusion for multidocument news summarization*, 2005): the strongest links come first, and two
//! groups become one where more than half of the pairs across them are linked, or half of them and the others share
//! words. A single link is not enough, or a chain of sentences, each like the next, would end as one claim of which the
//! first and the last share nothing.
//!
//! A link that rests on one stretch of words at the end (*the old mill beside the canal on Monday*) makes no claim: it
//! tells where and when, and of two events. A denial is a claim with what it denies, and its tie says so.

use crate::comparison::Kind;
use crate::sort;

mod tell;

pub use tell::{Story, Telling};

/// A sentence of one of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The article, an index into all of them.
    pub article: u32,
    /// The sentence, an index into its reading's sentences.
    pub sentence: u32,
}

/// A match between sentences of two articles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// The one sentence.
    pub a: Place,
    /// The other.
    pub b: Place,
    /// How they are alike.
    pub kind: Kind,
    /// How strongly they are linked, as [`Match::link`] has it.
    ///
    /// [`Match::link`]: crate::Match::link
    pub strength: f64,
    /// Whether the one denies what the other says.
    pub opposed: bool,
    /// Whether it rests on one stretch of words alone, before which both say different things.
    pub loose: bool,
}

/// Whether two sentences that are not linked share words all the same.
pub type Akin<'f> = &'f mut dyn FnMut(Place, Place) -> bool;

/// What two or more of the articles say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claim {
    /// The sentences that say it, by article and place. Each stands in one claim only.
    pub places: Vec<Place>,
    /// Sentences that are linked with one of those, and with too few of them to be one of them.
    pub near: Vec<Place>,
    /// The ties between all of these, as indices into the ties that were given.
    pub ties: Vec<u32>,
    /// In how many articles it stands.
    pub articles: u32,
}

impl Claim {
    /// Whether one of its sentences denies what another says; `ties` are those that the claims were made of.
    pub fn is_opposed(&self, ties: &[Tie]) -> bool {
        let mut of_it = self.ties.iter().filter_map(|&tie| ties.get(tie as usize));
        of_it.any(|tie| tie.opposed)
    }
}

/// The claims that the ties make, those that stand in most articles first, then by where they stand first. What ties
/// nothing, or names an article that is not there, is passed over.
///
/// `ranks` has a number for each article that rests on its text alone: of ties that are equally strong the one of the
/// lower ranks comes first, so that the groups are the same in whatever order the articles are given.
pub fn claims(ranks: &[u32], ties: &[Tie], akin: Akin<'_>) -> Vec<Claim> {
    let mut web = Web::new(ranks, ties);
    // A link that was too little for two groups can be enough when they have grown.
    while web.join_all(akin) {}
    let mut claims: Vec<Claim> = vec![Claim::default(); web.places.len()];
    for (group, members) in web.members.iter().enumerate() {
        let claim = &mut claims[group];
        in_order(members, &web.places, &mut claim.places);
        let mut last = u32::MAX;
        for place in &claim.places {
            claim.articles += u32::from(place.article != last);
            last = place.article;
        }
    }
    // What is alone in its group is near to where the strongest of its ties leads.
    let mut near: Vec<Vec<u32>> = vec![Vec::new(); claims.len()];
    let mut group_of = web.group_of.clone();
    for tie in &web.ties {
        for (one, other) in [(tie.x, tie.y), (tie.y, tie.x)] {
            let group = web.group_of[one as usize];
            if web.members[group as usize].len() == 1 && group_of[one as usize] == group {
                let there = web.group_of[other as usize];
                group_of[one as usize] = there;
                near[there as usize].push(one);
            }
        }
    }
    for (claim, near) in claims.iter_mut().zip(&near) {
        in_order(near, &web.places, &mut claim.near);
    }
    for tie in &web.ties {
        let group = group_of[tie.x as usize];
        if group == group_of[tie.y as usize] {
            claims[group as usize].ties.push(tie.index);
        }
    }
    let order = sort::order(claims.len(), &|at| {
        let claim = &claims[at];
        let first = claim.places.first().copied().unwrap_or_default();
        // In one number: there are never so many articles or sentences that their numbers meet.
        let spread = u64::from(!claim.articles as u16);
        spread << 48 | u64::from(first.article as u16) << 32 | u64::from(first.sentence)
    });
    let mut sorted = Vec::new();
    for at in order {
        if claims[at].articles > 1 {
            let mut claim = std::mem::take(&mut claims[at]);
            sort::distinct(&mut claim.ties);
            sorted.push(claim);
        }
    }
    sorted
}

/// Puts the places of these nodes into a list, by article and place.
fn in_order(nodes: &[u32], places: &[Place], list: &mut Vec<Place>) {
    let mut keys: Vec<u64> = Vec::new();
    for &node in nodes {
        let place = places[node as usize];
        keys.push(sort::pack(place.article, place.sentence));
    }
    sort::numbers(&mut keys);
    for key in keys {
        let (article, sentence) = sort::unpack(key);
        list.push(Place { article, sentence });
    }
}

/// A tie between two nodes.
#[derive(Clone, Copy)]
struct Knot {
    /// Its number among those that were given.
    index: u32,
    x: u32,
    y: u32,
    /// Whether it makes no claim.
    loose: bool,
}

/// The sentences that have a tie, as nodes; which of them are linked, and which belong together so far.
struct Web {
    /// The sentences, by their articles' ranks and by place: an order that no order of the articles changes.
    places: Vec<Place>,
    /// For each of them those that it is linked with.
    linked: Vec<Vec<u32>>,
    /// The ties that hold, the strongest first.
    ties: Vec<Knot>,
    /// The group of each sentence.
    group_of: Vec<u32>,
    /// The sentences of each group; none where it has become part of another.
    members: Vec<Vec<u32>>,
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
        let mut web = Web {
            places: Vec::new(),
            linked: vec![Vec::new(); keys.len()],
            ties: Vec::new(),
            group_of: Vec::new(),
            members: Vec::new(),
        };
        for (node, &key) in keys.iter().enumerate() {
            let (rank, sentence) = sort::unpack(key);
            web.places.push(Place {
                article: by_rank[rank as usize] as u32,
                sentence,
            });
            web.group_of.push(node as u32);
            web.members.push(vec![node as u32]);
        }
        let by_place = sort::order(ends.len(), &|at| ends[at].2);
        let by_place_too = sort::order(ends.len(), &|at| ends[by_place[at]].1);
        let strongest = sort::order(ends.len(), &|at| {
            let tie = &ties[ends[by_place[by_place_too[at]]].0 as usize];
            !match tie.kind {
                Kind::Verbatim => u64::MAX,
                // Floats above nothing stand in the order of their bits.
                _ if tie.strength > 0.0 => tie.strength.to_bits(),
                _ => 0,
            }
        });
        for at in strongest {
            let (index, a, b) = ends[by_place[by_place_too[at]]];
            let loose = ties[index as usize].loose;
            let x = keys.partition_point(|&other| other < a) as u32;
            let y = keys.partition_point(|&other| other < b) as u32;
            web.ties.push(Knot { index, x, y, loose });
            for (one, other) in [(x, y), (y, x)].into_iter().filter(|_| !loose) {
                let linked = &mut web.linked[one as usize];
                if !linked.contains(&other) {
                    linked.push(other);
                }
            }
        }
        web
    }

    /// Joins what there is to join, by each tie in turn; whether there was any.
    fn join_all(&mut self, akin: Akin<'_>) -> bool {
        let mut any = false;
        for at in 0..self.ties.len() {
            let Knot { x, y, loose, .. } = self.ties[at];
            let (x, y) = (self.group_of[x as usize], self.group_of[y as usize]);
            if x != y && !loose && self.belong(x, y, akin) {
                let (into, from) = (x.min(y), x.max(y));
                for node in std::mem::take(&mut self.members[from as usize]) {
                    self.group_of[node as usize] = into;
                    self.members[into as usize].push(node);
                }
                any = true;
            }
        }
        any
    }

    /// Whether more than half of the pairs across two groups are linked, or half of them and the others are akin. Two
    /// sentences of one article are no pair.
    fn belong(&self, x: u32, y: u32, akin: Akin<'_>) -> bool {
        let (mut pairs, mut linked) = (0, 0);
        for &one in &self.members[x as usize] {
            for &other in &self.members[y as usize] {
                pairs += usize::from(self.pair(one, other).is_some());
            }
            for &other in &self.linked[one as usize] {
                linked += usize::from(self.group_of[other as usize] == y);
            }
        }
        if linked * 2 != pairs {
            return linked * 2 > pairs;
        }
        let mut others = self.members[x as usize].iter().flat_map(|&one| {
            let there = self.members[y as usize].iter();
            there.filter_map(move |&other| self.pair(one, other).map(|pair| (one, other, pair)))
        });
        others.all(|(one, other, (a, b))| self.linked[one as usize].contains(&other) || akin(a, b))
    }

    /// The places of two sentences of different articles, in one order whichever is named first.
    fn pair(&self, one: u32, other: u32) -> Option<(Place, Place)> {
        let [a, b] = [one.min(other), one.max(other)].map(|node| self.places[node as usize]);
        (a.article != b.article).then_some((a, b))
    }
}
