//! Links sentences of A with sentences of B. First those with the same words, in order; then the best link of each
//! sentence, one to one, best first; then what is left: a sentence split in two, and neighbours of a match that reach
//! a lower threshold.
//!
//! A looser step lowers the threshold of best links as far as the shared words are together in both. Links that
//! depend on another match have a low threshold anyway.
//!
//! The strength of a link is `2I / (a + b + 8)`: I, a, b are the summed weights of the shared terms, of A's and of
//! B's; a Dice coefficient with additive smoothing, which keeps short sentences from matching on little. The
//! thresholds were found on OneStopEnglish (articles rewritten by teachers), on documents laid out from its
//! sentences, and on passages put into unrelated articles: the figures are in the documentation of the method. Each
//! later pass starts from the links of the pass before and adds everything it finds at once, so that the result is
//! symmetric.

use std::collections::HashMap;

use crate::comparison::{Closest, Route};
use crate::options::Strictness;
use crate::reading::Reading;
use crate::sort::pack;

use super::about::{Likeness, Weighed, probability};
use super::candidates::candidates;
use super::phrases::{share_one_stretch, shared_pairs};
use super::strength::strength;
use super::terms::{Side, Terms, UNIT, spoken};

/// From this strength on, the best link of two sentences is a match.
const LINK: f64 = 0.27;
/// Two sentences that share only names and function words need at least this strength.
const NAMES_ALONE: f64 = 0.5;
/// With so many pairs of words that are together in both, a looser step has its full effect on a link.
const TOGETHER: usize = 3;
/// A second sentence joins a match if it shares at least this weight that the first does not have,
const JOIN_NEW: u64 = UNIT;
/// at least this share of its own weight,
const JOIN_SHARE: f64 = 0.25;
/// and links at least so strongly, as a share of the threshold.
const JOIN_LINK: f64 = 0.3;
/// Beside a match, in its order, this share of the threshold is enough.
const BESIDE: f64 = 0.5;
/// Between two matches with one sentence between them on either side, this share is enough,
const BETWEEN: f64 = 0.35;
/// and this one if in each article the sentences before and after it are about the same thing:
const WITHIN: f64 = 0.15;
/// if they share content words of at least this weight.
const COHESION: u64 = UNIT / 2;
/// Two sentences with the same words match from this many words on, or from three words with two content words among
/// them; shorter ones ("He said no.") do not count by themselves.
const SAME_WORDS: usize = 5;

/// If articles are related, a link without the same words is dropped if the log-odds that a reader would make it are
/// lower than this.
const UNLIKELY: f64 = 0.0;
/// If less than this share of the sentences has no link, nothing is added.
const REST: f64 = 0.5;
/// Articles whose unlinked sentences are less related than this need more
const KINSHIP: f64 = 0.085;
/// by this factor, in log-odds, for what is missing;
const UNLIKE: f64 = 200.0;
/// if so much more is needed, nothing is added.
const MOST_RAISED: f64 = 2.0;
/// How much more is needed if both sentences have links.
const BOTH_LINKED: f64 = 1.0;
/// In an article of fewer sentences, the frequency of a word says little about its weight, so nothing is added.
const LEAST_SENTENCES: usize = 6;
/// No sentence gets more links than this for being about the same thing.
const MOST_OF_ONE: usize = 4;

/// A link between two sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    pub a: u32,
    pub b: u32,
    pub strength: f64,
    pub threshold: f64,
    pub route: Route,
}

/// The links found, by sentence of A and of B.
pub struct Found {
    pub links: Vec<Link>,
    /// The threshold of best links that was used.
    pub threshold: f64,
    /// Whether frequent terms proposed nothing.
    pub cut_short: bool,
    /// The closest sentences of the other side, for each sentence of A and of B.
    pub closest_a: Vec<Vec<Closest>>,
    pub closest_b: Vec<Vec<Closest>>,
}

/// Links the sentences that are compared.
pub fn find(a: &Reading, b: &Reading, terms: &Terms, strictness: Strictness) -> Found {
    let mut links = Links::new(a, b, terms);
    let threshold = LINK * strictness.factor();
    same_words(&mut links);
    let (candidates, cut_short) = candidates(a, b, terms, threshold);
    for (strength, i, j) in candidates {
        if links.has_a(i) || links.has_b(j) || !links.may_link(i, j) {
            continue;
        }
        if strength < NAMES_ALONE && !terms.share_more_than_names(terms.a.of(i), terms.b.of(j)) {
            continue;
        }
        let mut least = threshold;
        if strength < LINK {
            let pairs = shared_pairs((a, &terms.a, i), (b, &terms.b, j), &terms.content);
            let share = pairs.min(TOGETHER) as f64 / TOGETHER as f64;
            least = LINK - (LINK - threshold) * share;
        }
        if strength >= least {
            links.add(i, j, strength, least, Route::Best);
        }
    }
    let leaning = threshold.max(LINK);
    join(&mut links, leaning);
    for _ in 0..2 {
        beside(&mut links, leaning);
        join(&mut links, leaning);
    }
    between(&mut links, leaning);
    let linked = links.of_a.iter().flatten();
    let linked = linked.map(|link| pack(link.a, link.b));
    let likeness = Likeness::new(a, b, terms, linked);
    if let Some(least) = strictness.about() {
        about(&mut links, &likeness, least);
    }
    let (closest_a, closest_b) = likeness.closest(terms.a.len(), terms.b.len());
    Found {
        links: links.list(),
        threshold,
        cut_short,
        closest_a,
        closest_b,
    }
}

/// The links so far, and which sentences have one.
struct Links<'t> {
    a: &'t Reading,
    b: &'t Reading,
    terms: &'t Terms,
    /// The links of each sentence of A, by sentence of B.
    of_a: Vec<Vec<Link>>,
    /// The sentences of A that each sentence of B is linked with.
    of_b: Vec<Vec<u32>>,
}

impl<'t> Links<'t> {
    fn new(a: &'t Reading, b: &'t Reading, terms: &'t Terms) -> Self {
        Links {
            a,
            b,
            terms,
            of_a: vec![Vec::new(); terms.a.len() as usize],
            of_b: vec![Vec::new(); terms.b.len() as usize],
        }
    }

    fn has_a(&self, i: u32) -> bool {
        !self.of_a[i as usize].is_empty()
    }

    fn has_b(&self, j: u32) -> bool {
        !self.of_b[j as usize].is_empty()
    }

    fn add(&mut self, i: u32, j: u32, strength: f64, threshold: f64, route: Route) {
        let of = &mut self.of_a[i as usize];
        let place = of.partition_point(|link| link.b < j);
        if of.get(place).is_some_and(|link| link.b == j) {
            return;
        }
        let link = Link {
            a: i,
            b: j,
            strength,
            threshold,
            route,
        };
        of.insert(place, link);
        self.of_b[j as usize].push(i);
    }

    /// Removes the links that `keep` rejects.
    fn retain(&mut self, keep: &dyn Fn(&Link) -> bool) {
        for of in &mut self.of_a {
            of.retain(keep);
        }
        for of in &mut self.of_b {
            of.clear();
        }
        for link in self.of_a.iter().flatten() {
            self.of_b[link.b as usize].push(link.a);
        }
    }

    /// Whether these two are linked.
    fn has(&self, i: u32, j: u32) -> bool {
        let of = self.of_a.get(i as usize);
        of.is_some_and(|of| of.iter().any(|link| link.b == j))
    }

    /// Whether both have the same words in the same order.
    fn same(&self, i: u32, j: u32) -> bool {
        keys(self.a, &self.terms.a, i) == keys(self.b, &self.terms.b, j)
    }

    /// Whether the words that two sentences share can link them. Sentences with the same words are linked as such or
    /// not at all. One that has only numbers and dates is linked with nothing else. Two that share only one long name
    /// are not linked.
    fn may_link(&self, i: u32, j: u32) -> bool {
        let bare = self.terms.a.is_bare(i) || self.terms.b.is_bare(j);
        !bare && !self.same(i, j) && !share_one_stretch(self.terms, (self.a, i), (self.b, j))
    }

    /// Whether one of these two has a link to a sentence with its words.
    fn is_copy(&self, i: u32, j: u32) -> bool {
        let same = |link: &Link| link.route == Route::SameWords;
        self.of_a[i as usize].iter().any(same)
            || (self.of_b[j as usize].iter())
                .any(|&x| self.of_a[x as usize].iter().any(|l| l.b == j && same(l)))
    }

    /// All links, by sentence of A and of B.
    fn list(&self) -> Vec<Link> {
        self.of_a.iter().flatten().copied().collect()
    }

    fn strength(&self, i: u32, j: u32) -> f64 {
        let (a, b) = (&self.terms.a, &self.terms.b);
        let shared = self.terms.shared(a.of(i), b.of(j));
        strength(shared, a.weight(i), b.weight(j))
    }
}

/// The numbers of a sentence's words that are compared.
pub(super) fn keys<'s>(reading: &Reading, side: &'s Side, i: u32) -> &'s [u32] {
    let (first, end) = reading.sentences[i as usize].words;
    &side.keys[first as usize..end as usize]
}

/// Links the k-th sentence of A with certain words to the k-th of B with the same.
fn same_words(links: &mut Links<'_>) {
    let (a, b, terms) = (links.a, links.b, links.terms);
    let mut said: HashMap<&[u32], (Vec<u32>, Vec<u32>)> = HashMap::new();
    for i in (0..terms.a.len()).filter(|&i| terms.a.live[i as usize]) {
        said.entry(keys(a, &terms.a, i)).or_default().0.push(i);
    }
    for j in (0..terms.b.len()).filter(|&j| terms.b.live[j as usize]) {
        if let Some(places) = said.get_mut(keys(b, &terms.b, j)) {
            places.1.push(j);
        }
    }
    for (in_a, in_b) in said.into_values() {
        let words = in_a.first().map_or(0, |&i| spoken(a, i));
        if words < 3 {
            continue;
        }
        let content = |distinct: &[u32]| {
            let content = distinct.iter().filter(|&&t| terms.content[t as usize]);
            content.count() >= 2
        };
        for (&i, &j) in in_a.iter().zip(&in_b) {
            // Either side may have words that are furniture.
            let telling = || content(terms.a.of(i)) && content(terms.b.of(j));
            if words < SAME_WORDS && !telling() {
                continue;
            }
            let strength = links.strength(i, j);
            links.add(i, j, strength, 0.0, Route::SameWords);
        }
    }
}

/// The most lines without content between two neighbours: a page number, a banner.
const BETWEEN_NEIGHBOURS: usize = 3;

/// Neighbours of sentence `i` among an article's sentences, skipping those that are not compared or have no content.
fn neighbours(i: u32, side: &Side) -> impl Iterator<Item = u32> {
    let says = |&n: &u32| side.takes_part(n) && !side.is_bare(n);
    let before = (0..i).rev().take(1 + BETWEEN_NEIGHBOURS).find(says);
    let after = (i + 1..side.len()).take(1 + BETWEEN_NEIGHBOURS).find(says);
    before.into_iter().chain(after)
}

/// One side may say in two sentences what the other says in one: a neighbour of a linked sentence, itself without a
/// link, joins if it has enough of what the first one lacks.
fn join(links: &mut Links<'_>, threshold: f64) {
    loop {
        let mut more = Vec::new();
        let terms = links.terms;
        let (a, b) = (&terms.a, &terms.b);
        for Link { a: i, b: j, .. } in links.list() {
            let of_a: Vec<u32> = links.of_a[i as usize].iter().map(|l| l.b).collect();
            for next in neighbours(j, b).filter(|&n| !links.has_b(n) && !links.same(i, n)) {
                if joins(links, (a.of(i), b.of(next)), &of_a, b, threshold) {
                    more.push((i, next));
                }
            }
            for next in neighbours(i, a).filter(|&n| !links.has_a(n) && !links.same(n, j)) {
                if joins(
                    links,
                    (b.of(j), a.of(next)),
                    &links.of_b[j as usize],
                    a,
                    threshold,
                ) {
                    more.push((next, j));
                }
            }
        }
        if more.is_empty() {
            return;
        }
        for (i, j) in more {
            let strength = links.strength(i, j);
            links.add(i, j, strength, JOIN_LINK * threshold, Route::Joined);
        }
    }
}

/// Whether the sentence with terms `next` says part of the sentence with terms `whole` that its
/// counterparts so far (`linked`, sentences of `side`) do not.
fn joins(
    links: &Links<'_>,
    (whole, next): (&[u32], &[u32]),
    linked: &[u32],
    side: &Side,
    threshold: f64,
) -> bool {
    let terms = links.terms;
    let holds = |list: &[u32], t: &u32| list.binary_search(t).is_ok();
    let shared: Vec<u32> = next.iter().copied().filter(|t| holds(whole, t)).collect();
    let said = |t: &u32| linked.iter().any(|&other| holds(side.of(other), t));
    let new: u64 = shared
        .iter()
        .filter(|t| !said(t))
        .map(|&t| terms.weight[t as usize])
        .sum();
    let (of_next, of_whole) = (terms.sum(next), terms.sum(whole));
    new >= JOIN_NEW
        && new as f64 >= JOIN_SHARE * of_next as f64
        && strength(terms.sum(&shared), of_whole, of_next) >= JOIN_LINK * threshold
}

/// Before or after a match, two neighbours of which at least one has no link yet are linked at a lower threshold.
/// Beside a match with the same words, so are two neighbours with the same words, however short; beside another they
/// are not, since that match may disappear when the text grows.
fn beside(links: &mut Links<'_>, threshold: f64) {
    let least = BESIDE * threshold;
    let (side_a, side_b) = (&links.terms.a, &links.terms.b);
    let mut more = Vec::new();
    for link in links.list() {
        let before = link.a.checked_sub(1).zip(link.b.checked_sub(1));
        for (x, y) in before.into_iter().chain([(link.a + 1, link.b + 1)]) {
            if !side_a.takes_part(x) || !side_b.takes_part(y) || links.has(x, y) {
                continue;
            }
            let same = links.same(x, y) && !keys(links.a, side_a, x).is_empty();
            let strength = links.strength(x, y);
            if same && link.route == Route::SameWords && !links.is_copy(x, y) {
                more.push((x, y, strength, 0.0, Route::SameWords));
            } else if strength >= least
                && links.may_link(x, y)
                && !(links.has_a(x) && links.has_b(y))
            {
                more.push((x, y, strength, least, Route::Beside));
            }
        }
    }
    // If two matches propose the same link, the rule without a threshold comes first.
    for same in [true, false] {
        for &(x, y, strength, threshold, route) in &more {
            if (route == Route::SameWords) == same {
                links.add(x, y, strength, threshold, route);
            }
        }
    }
}

/// If there is exactly one sentence in A and one in B between two matches, little is needed to link them. Even less
/// is needed if the sentences before and after them belong together in each article (lexical cohesion: Halliday and
/// Hasan, 1976), which is so if one article retells the other, but not if matches are side by side by chance.
fn between(links: &mut Links<'_>, threshold: f64) {
    let (side_a, side_b) = (&links.terms.a, &links.terms.b);
    let alone = |&(i, j): &(u32, u32)| {
        links.has(i + 1, j + 1)
            && side_a.takes_part(i)
            && side_b.takes_part(j)
            && !links.has_a(i)
            && !links.has_b(j)
    };
    let coheres = |side: &Side, at: u32| {
        let terms = links.terms;
        let content = |list: &[u32]| -> Vec<u32> {
            let content = list.iter().filter(|&&t| terms.content[t as usize]);
            content.copied().collect()
        };
        let (before, after) = (content(side.of(at - 1)), content(side.of(at + 1)));
        terms.shared(&before, &after) >= COHESION
    };
    let more: Vec<(u32, u32, f64, f64)> = links
        .list()
        .iter()
        .map(|link| (link.a + 1, link.b + 1))
        .filter(alone)
        .map(|(i, j)| {
            let within = coheres(side_a, i) && coheres(side_b, j);
            let share = if within { WITHIN } else { BETWEEN };
            (i, j, links.strength(i, j), share * threshold)
        })
        .filter(|&(i, j, strength, least)| strength >= least && links.may_link(i, j))
        .collect();
    for (i, j, strength, least) in more {
        links.add(i, j, strength, least, Route::Beside);
    }
}

/// Sentences that are likely about the same thing, most likely first: with up to four of the other side each, since a
/// long lead says what others say in several sentences. If most of both articles is linked already, one was written
/// from the other, and the rest is what was left out. Then nothing is added. Nor is anything if the rest of the
/// articles is not related.
fn about(links: &mut Links<'_>, likeness: &Likeness, least: f64) {
    let rest = likeness.rest(links.terms, &|i| links.has_a(i), &|j| links.has_b(j));
    let raised = UNLIKE * (KINSHIP - rest.kinship).max(0.0);
    let short = links.terms.a.said().min(links.terms.b.said()) < LEAST_SENTENCES;
    if short || rest.share < REST || raised >= MOST_RAISED {
        return;
    }
    if raised == 0.0 {
        links.retain(&|link| {
            let odds = || {
                likeness
                    .of(link.a, link.b)
                    .map_or(0.0, |pair| pair.log_odds)
            };
            link.route == Route::SameWords || odds() >= UNLIKELY
        });
    }
    for &Weighed { a, b, log_odds, .. } in &likeness.best_first(least + raised) {
        let (of_a, of_b) = (&links.of_a[a as usize], &links.of_b[b as usize]);
        let both = !of_a.is_empty() && !of_b.is_empty();
        let needed = least + raised + if both { BOTH_LINKED } else { 0.0 };
        let room = of_a.len() < MOST_OF_ONE && of_b.len() < MOST_OF_ONE;
        if log_odds >= needed && room && links.may_link(a, b) {
            let (strength, threshold) = (probability(log_odds), probability(needed));
            links.add(a, b, strength, threshold, Route::About);
        }
    }
}
