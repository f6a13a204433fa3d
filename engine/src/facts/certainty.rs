//! How certain something is said to be: modal verbs, hedges, what is alleged, expected or confirmed.
//! Two reports of one event differ in this more often than in any figure.

use super::negation::head;
use super::pairing::{Paired, Pairing};
use super::said::{Cue, Item, Said};
use super::{Fact, Relation, Slot};

/// What the word at `at` says of certainty, by what stands around it.
fn level(said: &Said<'_>, at: usize) -> Option<i8> {
    let level = said.known(at).level?;
    let next = said.word(at + 1);
    let counts = match said.word(at) {
        "sure" | "certain" | "confirm" | "confirmed" if said.negations_near(at) => return Some(-1),
        "will" | "shall" | "may" => said.tokens.get(at).is_some_and(|token| !token.capital),
        "set" | "planned" | "plans" | "promised" | "promises" | "vowed" | "pledged" => next == "to",
        "declined" | "declines" | "refused" | "refuses" => {
            next == "to" && matches!(said.word(at + 2), "say" | "comment" | "confirm" | "discuss")
        }
        "rule" | "ruled" | "rules" => next == "out",
        "know" | "knows" | "knew" => next == "for" && said.word(at + 3) == "fact",
        _ => true,
    };
    counts.then_some(level)
}

impl Said<'_> {
    /// Whether a denial stands right before token `at`.
    fn negations_near(&self, at: usize) -> bool {
        (1..=3).any(|n| {
            matches!(self.back(at, n), "not" | "cannot" | "never")
                || self.back(at, n).ends_with("n't")
        })
    }
}

/// The words of certainty in a sentence.
pub(super) fn doubts(said: &Said<'_>) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    for at in 0..said.tokens.len() {
        let Some(level) = level(said, at) else {
            continue;
        };
        let head = head(said, at);
        let to = head
            .filter(|&head| head > at && head <= at + 3)
            .map_or(at + 1, |head| head + 1);
        // One statement has one cue: "could possibly" is one doubt.
        if let Some(before) = out
            .last_mut()
            .filter(|before| before.head == Some(at) || before.head == head && head.is_some())
        {
            before.level = before.level.min(level);
            before.item.to = before.item.to.max(to);
            before.head = head.or(before.head);
            continue;
        }
        out.push(Cue {
            item: Item { from: at, to },
            head,
            level,
        });
    }
    out
}

/// Finds them.
pub(super) fn facts(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (pairing.a, pairing.b);
    let (x, y) = (&a.doubts, &b.doubts);
    let Paired {
        pairs,
        rest_a,
        rest_b,
    } = pairing.pairs(x.len(), y.len(), &|i, j| {
        let (one, other) = (&x[i], &y[j]);
        let head = match (one.head, other.head) {
            (Some(one), Some(other)) if a.stems[one] == b.stems[other] => 3.0,
            _ => 0.0,
        };
        let close = if one.level == other.level { 1.0 } else { 0.0 };
        let strength = head + close + pairing.strength(one.item, other.item);
        let relation = steps(one, other);
        // Two doubts of different things are no difference.
        let bound = relation != Relation::Differs
            || head > 0.0
            || pairing.one_thing(one.item, other.item, 0.0);
        (strength >= 1.5 && bound).then_some((strength, relation))
    });
    for (i, j, relation) in pairs {
        out.push(Fact::of(
            Slot::Certainty,
            relation,
            Some(a.span(x[i].item)),
            Some(b.span(y[j].item)),
        ));
    }
    // A plain "will" or "would" that the other side lacks is grammar, not certainty.
    let mut rest_a: Vec<usize> = rest_a.into_iter().filter(|&i| tells(&x[i])).collect();
    let mut rest_b: Vec<usize> = rest_b.into_iter().filter(|&j| tells(&y[j])).collect();
    // Then those that say it equally surely, and where a side has one left, the two sides' ways to say how
    // sure it is.
    while let Some((i, j)) = next_best(pairing, &rest_a, &rest_b) {
        let (one, other) = (&x[i], &y[j]);
        let (at_a, at_b) = (a.span(one.item), b.span(other.item));
        out.push(Fact::of(
            Slot::Certainty,
            steps(one, other),
            Some(at_a),
            Some(at_b),
        ));
        rest_a.retain(|&left| left != i);
        rest_b.retain(|&left| left != j);
    }
    for i in rest_a {
        out.push(Fact::of(
            Slot::Certainty,
            Relation::OnlyA,
            Some(a.span(x[i].item)),
            None,
        ));
    }
    for j in rest_b {
        out.push(Fact::of(
            Slot::Certainty,
            Relation::OnlyB,
            None,
            Some(b.span(y[j].item)),
        ));
    }
}

/// The cues left over that go together best, if any do.
fn next_best(
    pairing: &Pairing<'_, '_>,
    rest_a: &[usize],
    rest_b: &[usize],
) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    let single = rest_a.len() == 1 || rest_b.len() == 1;
    for &i in rest_a.iter().take(16) {
        for &j in rest_b.iter().take(16) {
            let (one, other) = (&pairing.a.doubts[i], &pairing.b.doubts[j]);
            let equal = one.level == other.level;
            if !equal && !single {
                continue;
            }
            let worth = pairing.strength(one.item, other.item) + if equal { 5.0 } else { 0.0 };
            if best.is_none_or(|best| worth > best.0) {
                best = Some((worth, i, j));
            }
        }
    }
    best.map(|(_, i, j)| (i, j))
}

/// Whether a cue that only one side has is worth saying.
fn tells(cue: &Cue) -> bool {
    !matches!(cue.level, 1 | 2)
}

/// How two cues lie to each other, by the steps between them.
fn steps(one: &Cue, other: &Cue) -> Relation {
    match one.level.abs_diff(other.level) {
        0 => Relation::Same,
        1 => Relation::Overlaps,
        _ => Relation::Differs,
    }
}
