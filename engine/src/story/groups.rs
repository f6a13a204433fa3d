//! Gathers ties into claims: the heaviest first, each into the claim that rests on its words.

use std::collections::HashSet;

use super::{Knot, Tie, Web};
use crate::sort;

/// The number of passes over all ties: a sentence that did not fit a claim may fit when the claim has grown.
const PASSES: usize = 3;

/// A sentence of a claim.
#[derive(Clone, Default)]
pub(super) struct Member {
    /// The sentence.
    pub node: u32,
    /// The words that the claim rests on, ascending, each with its weight.
    pub words: Vec<(u32, u32)>,
}

/// The claims so far.
pub(super) struct Groups<'w> {
    web: &'w Web,
    /// The sentences of each claim; empty if it has become part of another.
    all: Vec<Vec<Member>>,
    /// The claims of each sentence.
    stands: Vec<Vec<u32>>,
    /// The sentences that have a firm tie, and those that come near each other, the lower node first.
    firm: HashSet<(u32, u32)>,
    near: HashSet<(u32, u32)>,
}

impl Groups<'_> {
    /// The claims that the ties make, without those that are part of another.
    #[allow(clippy::new_ret_no_self)]
    pub(super) fn new(web: &Web, ties: &[Tie]) -> Vec<Vec<Member>> {
        let mut groups = Groups {
            web,
            all: Vec::new(),
            stands: vec![Vec::new(); web.places.len()],
            firm: HashSet::new(),
            near: HashSet::new(),
        };
        for knot in &web.knots {
            let list = if knot.firm {
                &mut groups.firm
            } else {
                &mut groups.near
            };
            list.insert((knot.x, knot.y));
        }
        for pass in 0..PASSES {
            let firm = web.knots.iter().take_while(|knot| knot.firm);
            for knot in firm {
                let Some(tie) = ties.get(knot.index as usize) else {
                    continue;
                };
                let [a, b] = &tie.words;
                let is_a = web.places[knot.x as usize] == tie.a;
                let words = if is_a { [a, b] } else { [b, a] };
                groups.take(knot, words, pass == 0);
            }
        }
        groups.whole()
    }

    /// Adds a tie to a claim; if none fits and `anew` is set, to a new one.
    fn take(&mut self, knot: &Knot, words: [&Vec<(u32, u32)>; 2], anew: bool) {
        let nodes = [knot.x, knot.y];
        let [of_x, of_y] = [0, 1].map(|end| self.resting(nodes[end], words[end]));
        let both = of_x.iter().filter_map(|&(group, x)| {
            let other = of_y.iter().find(|other| other.0 == group)?;
            Some((group, x + other.1))
        });
        if let Some(group) = best(both) {
            self.put(group, nodes, words);
            return;
        }
        for &(one, _) in &of_x {
            for &(other, _) in &of_y {
                if self.are_one(one, other) {
                    for member in std::mem::take(&mut self.all[other as usize]) {
                        self.stands[member.node as usize].retain(|&group| group != other);
                        self.add(one, member.node, &member.words);
                    }
                    self.put(one, nodes, words);
                    return;
                }
            }
        }
        // If one end is in a claim already, the other joins.
        let joining = of_x
            .iter()
            .map(|&(group, overlap)| (group, overlap, knot.x, knot.y));
        let joined = of_y
            .iter()
            .map(|&(group, overlap)| (group, overlap, knot.y, knot.x));
        let fits = joining.chain(joined).filter(|&(group, _, there, new)| {
            !self.has(group, new) && self.has_room(group, there, new)
        });
        if let Some(group) = best(fits.map(|(group, overlap, ..)| (group, overlap))) {
            self.put(group, nodes, words);
        } else if anew {
            self.all.push(Vec::new());
            self.put(self.all.len() as u32 - 1, nodes, words);
        }
    }

    /// The claims in which a sentence has at least half of these words, by weight of the lighter list, and how much that is.
    fn resting(&self, node: u32, words: &[(u32, u32)]) -> Vec<(u32, f64)> {
        let of = self.stands[node as usize].iter().filter_map(|&group| {
            let member = self.member(group, node)?;
            Some((group, overlap(&member.words, words)?))
        });
        of.collect()
    }

    fn member(&self, group: u32, node: u32) -> Option<&Member> {
        let members = self.all.get(group as usize)?;
        members.iter().find(|member| member.node == node)
    }

    fn has(&self, group: u32, node: u32) -> bool {
        self.stands[node as usize].contains(&group)
    }

    /// Whether a sentence belongs with all sentences of a claim other than the one that it is tied to.
    fn has_room(&self, group: u32, there: u32, new: u32) -> bool {
        let members = &self.all[group as usize];
        let old: Vec<u32> = members
            .iter()
            .map(|member| member.node)
            .filter(|&node| node != there)
            .collect();
        self.belong(&[new], &old)
    }

    /// Whether two claims are the same: in each common sentence they rest on the same words, and the others belong together.
    fn are_one(&self, one: u32, other: u32) -> bool {
        let (mut of_one, mut of_other) = (Vec::new(), Vec::new());
        for member in &self.all[one as usize] {
            match self.member(other, member.node) {
                Some(same) if overlap(&member.words, &same.words).is_none() => return false,
                Some(_) => {}
                None => of_one.push(member.node),
            }
        }
        for member in &self.all[other as usize] {
            if !self.has(one, member.node) {
                of_other.push(member.node);
            }
        }
        self.belong(&of_one, &of_other)
    }

    /// Whether more than half of the pairs across two lists of sentences are tied, or the others come near each other. Two
    /// sentences of one article do not count as a pair.
    fn belong(&self, some: &[u32], others: &[u32]) -> bool {
        let (mut pairs, mut tied, mut near) = (0, 0, 0);
        for &one in some {
            for &other in others {
                let article = |node: u32| self.web.places[node as usize].article;
                if article(one) == article(other) {
                    continue;
                }
                let pair = (one.min(other), one.max(other));
                pairs += 1;
                if self.firm.contains(&pair) {
                    tied += 1;
                } else {
                    near += usize::from(self.near.contains(&pair));
                }
            }
        }
        tied * 2 > pairs || tied + near == pairs
    }

    fn put(&mut self, group: u32, nodes: [u32; 2], words: [&Vec<(u32, u32)>; 2]) {
        for (node, words) in nodes.into_iter().zip(words) {
            self.add(group, node, words);
        }
    }

    fn add(&mut self, group: u32, node: u32, words: &[(u32, u32)]) {
        let members = &mut self.all[group as usize];
        match members.iter_mut().find(|member| member.node == node) {
            Some(member) => {
                for &(word, weight) in words {
                    match member.words.binary_search_by_key(&word, |other| other.0) {
                        Ok(at) => member.words[at].1 = member.words[at].1.max(weight),
                        Err(at) => member.words.insert(at, (word, weight)),
                    }
                }
            }
            None => {
                members.push(Member {
                    node,
                    words: words.to_vec(),
                });
                self.stands[node as usize].push(group);
            }
        }
    }

    /// The claims, without those whose sentences are all in a larger one.
    fn whole(self) -> Vec<Vec<Member>> {
        let by_size = sort::order(self.all.len(), &|at| !(self.all[at].len() as u64));
        let mut rank = vec![0; self.all.len()];
        for (at, &group) in by_size.iter().enumerate() {
            rank[group] = at;
        }
        let is_part = |group: usize| {
            let members = &self.all[group];
            let Some(first) = members.first() else {
                return true;
            };
            let mut larger = self.stands[first.node as usize]
                .iter()
                .filter(|&&other| rank[other as usize] < rank[group]);
            larger.any(|&other| members.iter().all(|member| self.has(other, member.node)))
        };
        let keep: Vec<bool> = (0..self.all.len()).map(|group| !is_part(group)).collect();
        let all = self.all.into_iter().zip(keep);
        all.filter(|(_, keep)| *keep)
            .map(|(members, _)| members)
            .collect()
    }
}

/// The claim with the most overlap; the older one if two are equal.
fn best(groups: impl Iterator<Item = (u32, f64)>) -> Option<u32> {
    let mut best: Option<(u32, f64)> = None;
    for (group, overlap) in groups {
        let is_better =
            best.is_none_or(|(than, least)| overlap > least || overlap == least && group < than);
        if is_better {
            best = Some((group, overlap));
        }
    }
    best.map(|(group, _)| group)
}

/// How much two lists of words have in common, as a part of the weight of the lighter one; `None` if that is less than half.
fn overlap(one: &[(u32, u32)], other: &[(u32, u32)]) -> Option<f64> {
    let sum = |words: &[(u32, u32)]| words.iter().map(|word| u64::from(word.1)).sum::<u64>();
    let mut common = 0;
    for &(word, weight) in one {
        if let Ok(at) = other.binary_search_by_key(&word, |other| other.0) {
            common += u64::from(weight.min(other[at].1));
        }
    }
    let lighter = sum(one).min(sum(other));
    (lighter > 0 && common * 2 >= lighter).then(|| common as f64 / lighter as f64)
}
