//! Several articles at once: from the matches of each two to the claims that stand in more than one of them.
//!
//! Sentences are grouped by agglomerative clustering with average linkage (Sokal and Michener 1958), as is done with
//! the sentences of many articles before they are summarised (Hatzivassiloglou et al., *SimFinder*, 2001; Barzilay and
//! McKeown, *Sentence fusion for multidocument news summarization*, 2005): the strongest links come first, and two
//! groups become one where at least half of the pairs across them are linked. A single link is not enough, or a chain
//! of sentences, each like the next, would end as one claim of which the first and the last share nothing.

use crate::comparison::Kind;
use crate::sort;

/// How few of the pairs across two groups may be linked for the groups to be one claim: one in so many.
const ONE_IN: usize = 2;

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
}

/// What two or more of the articles say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

/// The claims that the ties make, those that stand in most articles first, then by where they stand first. What ties
/// nothing, or names an article that is not there, is passed over.
///
/// `ranks` has a number for each article that rests on its text alone: of ties that are equally strong the one of the
/// lower ranks comes first, so that the groups are the same in whatever order the articles are given.
pub fn claims(ranks: &[u32], ties: &[Tie]) -> Vec<Claim> {
    let web = Web::new(ranks, ties);
    let mut groups = Groups::new(&web);
    // A link that was too little for two groups can be enough when they have grown.
    while groups.join_all(&web) {}
    let near = groups.near(&web);
    let mut claims: Vec<Claim> = vec![Claim::default(); web.places.len()];
    for (node, &place) in web.places.iter().enumerate() {
        let group = groups.of[node] as usize;
        match near[node] {
            Some(to) => claims[to as usize].near.push(place),
            None => claims[group].places.push(place),
        }
    }
    for &(index, x, y) in &web.ties {
        let belongs = |node: u32| near[node as usize].unwrap_or(groups.of[node as usize]);
        if belongs(x) == belongs(y) {
            claims[belongs(x) as usize].ties.push(index);
        }
    }
    for claim in &mut claims {
        for list in [&mut claim.places, &mut claim.near] {
            arrange(list, &|place| (place.key(), 0));
        }
        let mut articles: Vec<u32> = claim.places.iter().map(|place| place.article).collect();
        articles.dedup();
        claim.articles = articles.len() as u32;
        sort::distinct(&mut claim.ties);
    }
    claims.retain(|claim| claim.articles > 1);
    arrange(&mut claims, &|claim| {
        let first = claim.places.first().map_or(0, |place| place.key());
        (u64::from(!claim.articles), first)
    });
    claims
}

impl Place {
    fn key(self) -> u64 {
        sort::pack(self.article, self.sentence)
    }
}

/// Sorts a list by what `key` says of each.
fn arrange<T: Clone>(list: &mut Vec<T>, key: &dyn Fn(&T) -> (u64, u64)) {
    let first = sort::order(list.len(), &|at| key(&list[at]).1);
    let order = sort::order(list.len(), &|at| key(&list[first[at]]).0);
    *list = order
        .into_iter()
        .map(|at| list[first[at]].clone())
        .collect();
}

/// The sentences that have a tie, and which of them are linked.
struct Web {
    /// The sentences, by their articles' ranks and by place: an order that no order of the articles changes.
    places: Vec<Place>,
    /// For each of them those that it is linked with.
    linked: Vec<Vec<u32>>,
    /// The ties that hold: their numbers, and which sentences they are between, the strongest first.
    ties: Vec<(u32, u32, u32)>,
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
        let ends = |tie: &Tie| {
            let (a, b) = key(tie.a).zip(key(tie.b))?;
            (tie.a.article != tie.b.article).then_some((a.min(b), a.max(b)))
        };
        let mut keys: Vec<u64> = ties
            .iter()
            .filter_map(ends)
            .flat_map(|(a, b)| [a, b])
            .collect();
        sort::numbers(&mut keys);
        keys.dedup();
        let node = |key: u64| keys.partition_point(|&other| other < key) as u32;
        let mut list: Vec<(u32, u32, u32)> = Vec::new();
        let mut linked: Vec<Vec<u32>> = vec![Vec::new(); keys.len()];
        for (index, tie) in ties.iter().enumerate() {
            let Some((a, b)) = ends(tie) else { continue };
            let (x, y) = (node(a), node(b));
            linked[x as usize].push(y);
            linked[y as usize].push(x);
            list.push((index as u32, x, y));
        }
        linked.iter_mut().for_each(sort::distinct);
        arrange(&mut list, &|&(index, x, y)| {
            let tie = &ties[index as usize];
            let strength = match tie.kind {
                Kind::Verbatim => u64::MAX,
                // Floats above nothing stand in the order of their bits.
                _ if tie.strength > 0.0 => tie.strength.to_bits(),
                _ => 0,
            };
            (!strength, sort::pack(x, y))
        });
        let place = |key: &u64| {
            let (rank, sentence) = sort::unpack(*key);
            Place {
                article: by_rank[rank as usize] as u32,
                sentence,
            }
        };
        Web {
            places: keys.iter().map(place).collect(),
            linked,
            ties: list,
        }
    }
}

/// Which sentences belong together so far.
struct Groups {
    /// The group of each sentence.
    of: Vec<u32>,
    /// The sentences of each group; none where it has become part of another.
    members: Vec<Vec<u32>>,
}

impl Groups {
    fn new(web: &Web) -> Groups {
        let all = 0..web.places.len() as u32;
        Groups {
            of: all.clone().collect(),
            members: all.map(|node| vec![node]).collect(),
        }
    }

    /// Joins what there is to join, by each tie in turn; whether there was any.
    fn join_all(&mut self, web: &Web) -> bool {
        let mut any = false;
        for &(_, x, y) in &web.ties {
            let (x, y) = (self.of[x as usize], self.of[y as usize]);
            if x != y && self.belong(web, x, y) {
                let (into, from) = (x.min(y), x.max(y));
                let moved = std::mem::take(&mut self.members[from as usize]);
                for &node in &moved {
                    self.of[node as usize] = into;
                }
                self.members[into as usize].extend(moved);
                any = true;
            }
        }
        any
    }

    /// Whether at least half of the pairs across two groups are linked. Two sentences of one article are no pair.
    fn belong(&self, web: &Web, x: u32, y: u32) -> bool {
        let (x, y) = (x as usize, y as usize);
        let (mut pairs, mut linked) = (0, 0);
        for &one in &self.members[x] {
            let article = web.places[one as usize].article;
            let others = self.members[y].iter();
            pairs += others
                .filter(|&&other| web.places[other as usize].article != article)
                .count();
            let of_one = web.linked[one as usize].iter();
            linked += of_one
                .filter(|&&other| self.of[other as usize] as usize == y)
                .count();
        }
        linked * ONE_IN >= pairs
    }

    /// For each sentence that is alone in its group, the group that its strongest tie leads to.
    fn near(&self, web: &Web) -> Vec<Option<u32>> {
        let mut near = vec![None; web.places.len()];
        for &(_, x, y) in &web.ties {
            for (one, other) in [(x, y), (y, x)] {
                let alone = self.members[self.of[one as usize] as usize].len() == 1;
                let slot = &mut near[one as usize];
                if alone && slot.is_none() {
                    *slot = Some(self.of[other as usize]);
                }
            }
        }
        near
    }
}
