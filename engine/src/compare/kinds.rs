//! Decides the kind of each match. The score is computed over the united terms of all sentences that are
//! linked together, so that a sentence split in two is judged as a whole.

use crate::comparison::{Kind, Match, Route};
use crate::forms::Names;
use crate::reading::Reading;

use super::links::{Link, keys};
use super::strength::strength;
use super::terms::{NONE, Side, Terms};

/// From this score on, a match is edited rather than related. Of 1,381 matches between advanced articles of
/// OneStopEnglish and their lightly rewritten (Intermediate) forms, 95% are above .51; of 681 with the heavily
/// rewritten (Elementary) ones, 75% are above .53.
pub const EDITED: f64 = 0.5;

/// The matches for these links, by sentence of A, then of B. `moved` is false in all of them.
pub fn judge(terms: &Terms, links: &[Link]) -> Vec<Match> {
    let groups = Groups::new(terms, links);
    links
        .iter()
        .map(|link| {
            let same = link.route == Route::SameWords;
            let (score, two_events) = match link.route {
                Route::SameWords => (1.0, false),
                // Judged alone, since the sentences that a long lead is linked with are about several things.
                Route::About => judged(terms, terms.a.of(link.a), terms.b.of(link.b)),
                _ => groups.of(link.a),
            };
            Match {
                a: link.a,
                b: link.b,
                kind: kind(same, score, two_events),
                score,
                link: link.strength,
                threshold: link.threshold,
                route: link.route,
                moved: false,
            }
        })
        .collect()
}

/// The match of two sentences that a reader linked. Its kind depends on their words, whatever its strength.
pub fn by_hand(a: &Reading, b: &Reading, terms: &Terms, i: u32, j: u32) -> Match {
    let (left, right) = (terms.a.of(i), terms.b.of(j));
    let words = keys(a, &terms.a, i);
    let same = !words.is_empty() && words == keys(b, &terms.b, j);
    let (score, two_events) = judged(terms, left, right);
    Match {
        a: i,
        b: j,
        kind: kind(same, score, two_events),
        score: if same { 1.0 } else { score },
        link: strength(
            terms.shared(left, right),
            terms.a.weight(i),
            terms.b.weight(j),
        ),
        threshold: 0.0,
        route: Route::Hand,
        moved: false,
    }
}

fn kind(same: bool, score: f64, two_events: bool) -> Kind {
    match score {
        _ if same => Kind::Verbatim,
        score if score >= EDITED && !two_events => Kind::Edited,
        _ => Kind::Related,
    }
}

/// Sentences that are linked together, directly or through others; links with the same words are separate, since
/// there is nothing to weigh.
struct Groups {
    of_a: Vec<u32>,
    /// The score of each group, and whether it is about two events.
    judged: Vec<(f64, bool)>,
}

impl Groups {
    fn new(terms: &Terms, links: &[Link]) -> Groups {
        let offset = terms.a.len();
        let mut parent: Vec<u32> = (0..offset + terms.b.len()).collect();
        let weighed =
            || (links.iter()).filter(|l| !matches!(l.route, Route::SameWords | Route::About));
        for link in weighed() {
            let (x, y) = (
                root(&mut parent, link.a),
                root(&mut parent, offset + link.b),
            );
            parent[x.max(y) as usize] = x.min(y);
        }
        let mut groups = Groups {
            of_a: vec![NONE; offset as usize],
            judged: Vec::new(),
        };
        let mut members: Vec<(Vec<u32>, Vec<u32>)> = Vec::new();
        for link in weighed() {
            // The least member of a group is a sentence of A.
            let root = root(&mut parent, link.a) as usize;
            if groups.of_a[root] == NONE {
                groups.of_a[root] = members.len() as u32;
                members.push((Vec::new(), Vec::new()));
            }
            let group = groups.of_a[root];
            groups.of_a[link.a as usize] = group;
            members[group as usize].0.push(link.a);
            members[group as usize].1.push(link.b);
        }
        for (in_a, in_b) in members {
            let (left, right) = (united(&terms.a, &in_a), united(&terms.b, &in_b));
            let score = score(terms, &left, &right);
            // If several sentences belong together, one of them may say something more.
            let alone = in_a.len() == 1 && in_b.len() == 1;
            groups
                .judged
                .push((score, alone && two_events(terms, &left, &right)));
        }
        groups
    }

    /// The score of the group of sentence `a`, and whether it is about two events.
    fn of(&self, a: u32) -> (f64, bool) {
        let group = self.of_a.get(a as usize).copied().unwrap_or(NONE);
        let judged = self.judged.get(group as usize);
        judged.copied().unwrap_or_default()
    }
}

/// Whether two sentences use one stock phrase for two events (*A quake of magnitude 6.1 struck near Holm on Monday*):
/// both have several numbers and names, and none of them is the same, except perhaps the day.
fn two_events(terms: &Terms, left: &[u32], right: &[u32]) -> bool {
    let count = |list: &[u32], other: &[u32], what: &[Names]| {
        let all = list
            .iter()
            .filter(|&&t| what.contains(&terms.names[t as usize]));
        all.fold((0, false), |(count, shared), t| {
            (count + 1, shared || other.binary_search(t).is_ok())
        })
    };
    let named = [Names::Number, Names::Name];
    let ((a, shared), (b, _)) = (count(left, right, &named), count(right, left, &named));
    let (day_a, same_day) = count(left, right, &[Names::Time]);
    let (day_b, _) = count(right, left, &[Names::Time]);
    let least = a.min(b);
    let days = !same_day && day_a.min(day_b) > 0;
    !shared && (least >= 2 || least == 1 && days)
}

/// The shared weight, divided by a mean of both sides that favours the heavier.
fn score(terms: &Terms, left: &[u32], right: &[u32]) -> f64 {
    let (a, b) = (terms.sum(left), terms.sum(right));
    let mean = 0.25 * a.min(b) as f64 + 0.75 * a.max(b) as f64;
    if mean == 0.0 {
        return 0.0;
    }
    (terms.shared(left, right) as f64 / mean).min(1.0)
}

fn united(side: &Side, sentences: &[u32]) -> Vec<u32> {
    let mut all: Vec<u32> = sentences
        .iter()
        .flat_map(|&i| side.of(i))
        .copied()
        .collect();
    crate::sort::distinct(&mut all);
    all
}

fn root(parent: &mut [u32], mut of: u32) -> u32 {
    while parent[of as usize] != of {
        let above = parent[parent[of as usize] as usize];
        parent[of as usize] = above;
        of = above;
    }
    of
}

/// The score of two sentences, and whether they are about two events.
fn judged(terms: &Terms, left: &[u32], right: &[u32]) -> (f64, bool) {
    (score(terms, left, right), two_events(terms, left, right))
}
