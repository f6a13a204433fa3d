//! How certain something is said to be: modal verbs, hedges, and words such as *alleged*, *expected* or *confirmed*.
//! Two reports of one event differ in this more often than in any figure.

use std::borrow::Cow;

use crate::Span;

use super::negation::head;
use super::pairing::{Paired, Pairing};
use super::reach::{Follows, past, with_quantity};
use super::said::{Cue, Item, Said};
use super::word::Class;
use super::{Fact, Relation, Slot};

/// What the word at `at` says about certainty, given the words around it.
fn level(said: &Said<'_>, at: usize) -> Option<i8> {
    let known = said.known(at);
    let level = known.level?;
    // "Hope, Arkansas"; "an estimated 800,000", which the number tells.
    if said.in_name(at) || said.in_value(at) {
        return None;
    }
    let (before, next) = (said.back(at, 1), said.word(at + 1));
    let is_said = said.follows(at, Class::Helper) || before.ends_with("'s");
    let sense_follows = said.known(at + 1).content && !said.tokens[at + 1].capital;
    let counts = match said.word(at) {
        // "make sure"; "certain funds" are some.
        "sure" if said.follows(at, Class::Make) => false,
        "certain" if sense_follows && !is_said => false,
        _ if known.is(Class::Deniable) && denied_from(said, at).is_some() => return Some(-1),
        _ if known.is(Class::Modal) => said.tokens.get(at).is_some_and(|token| !token.capital),
        _ if known.is(Class::WithTo) => next == "to",
        _ if known.is(Class::Refusing) => next == "to" && said.is(at + 2, Class::Speaking),
        _ if known.is(Class::Rule) => next == "out",
        _ if known.is(Class::Know) => next == "for" && said.word(at + 3) == "fact",
        // "appear before the committee"
        _ if known.is(Class::Appear) => {
            matches!(next, "to" | "that" | "as") || before == "it" || sense_follows
        }
        _ if known.is(Class::Believe) => next != "in",
        // "signs the law"
        "signs" => {
            let by =
                matches!(before, "he" | "she" | "it" | "who") || at > 0 && said.in_name(at - 1);
            !by && !matches!(next, "a" | "an" | "the" | "it" | "this" | "his" | "her")
        }
        "hopeful" => is_said || matches!(next, "that" | "of" | "about"),
        // In court.
        "claims" => next != "against",
        "possible" => !matches!(before, "as" | "if"),
        _ => true,
    };
    counts.then_some(level)
}

/// The start of a denial right before token `at`: *could not be sure*.
fn denied_from(said: &Said<'_>, at: usize) -> Option<usize> {
    let denies = |&at: &usize| {
        matches!(said.word(at), "not" | "cannot" | "never") || said.word(at).ends_with("n't")
    };
    let not = (at.saturating_sub(3)..at).rev().find(denies)?;
    let led = said.follows(not, Class::Helper);
    Some(if led { not - 1 } else { not })
}

/// Lists the words of certainty in a sentence.
pub(super) fn doubts(said: &Said<'_>, out: &mut Vec<Cue>) {
    for at in 0..said.tokens.len() {
        let Some(level) = level(said, at) else {
            continue;
        };
        let head = head(said, at);
        let item = shown(said, at, head, level);
        // One statement has one cue: "could possibly" is one doubt.
        if let Some(before) = out
            .last_mut()
            .filter(|before| before.head == Some(at) || before.head == head && head.is_some())
        {
            before.level = before.level.min(level);
            if at <= before.item.to {
                before.item.to = before.item.to.max(item.to);
            }
            before.head = head.or(before.head);
            continue;
        }
        out.push(Cue { item, head, level });
    }
}

/// The words to show for the cue at `at`: with its denial, and with what it applies to.
fn shown(said: &Said<'_>, at: usize, head: Option<usize>, level: i8) -> Item {
    let known = said.known(at);
    let word = said.word(at);
    let (end, follows) = match word {
        _ if known.is(Class::Rule) => (at + 2, Follows::Infinitive),
        _ if known.is(Class::Know) => (at + 4, Follows::Infinitive),
        _ if known.is(Class::Adjective) => (at + 1, Follows::Noun(1)),
        "likely" | "unlikely" => (at + 1, Follows::Infinitive),
        _ if [Class::Alone, Class::Helper, Class::Adverb]
            .iter()
            .any(|&class| known.is(class)) =>
        {
            (at + 1, Follows::Word)
        }
        _ => (at + 1, Follows::Infinitive),
    };
    let denied = denied_from(said, at).filter(|_| level < 0);
    Item {
        from: denied.unwrap_or(if word == "signs" {
            with_quantity(said, at)
        } else {
            at
        }),
        to: past(said, end, head, follows).min(said.tokens.len()),
    }
}

/// The cues that no denial among `facts` tells already: *some signs* against *no sign*.
fn untold<'s>(said: &'s Said<'_>, facts: &[Fact], at: fn(&Fact) -> Option<Span>) -> Cow<'s, [Cue]> {
    let denials = facts.iter().filter(|fact| fact.is_denial());
    let told: Vec<Span> = denials.filter_map(at).collect();
    if told.is_empty() {
        return Cow::Borrowed(&said.doubts);
    }
    let is_told = |cue: &&Cue| {
        let span = said.span(cue.item);
        told.iter()
            .any(|told| told.start < span.end && span.start < told.end)
    };
    Cow::Owned(
        said.doubts
            .iter()
            .filter(|cue| !is_told(cue))
            .copied()
            .collect(),
    )
}

/// Finds them, after the denials, which are among `out`.
pub(super) fn facts(pairing: &Pairing<'_, '_>, out: &mut Vec<Fact>) {
    let (a, b) = (pairing.a, pairing.b);
    let (x, y) = (untold(a, out, |fact| fact.a), untold(b, out, |fact| fact.b));
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
    // Then those with equal certainty; if one is left on each side, these two.
    while let Some((i, j)) = next_best(pairing, (&x, &rest_a), (&y, &rest_b)) {
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

/// The remaining cues that fit together best, if any.
fn next_best(
    pairing: &Pairing<'_, '_>,
    (x, rest_a): (&[Cue], &[usize]),
    (y, rest_b): (&[Cue], &[usize]),
) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    let single = rest_a.len() == 1 || rest_b.len() == 1;
    for &i in rest_a.iter().take(16) {
        for &j in rest_b.iter().take(16) {
            let (one, other) = (&x[i], &y[j]);
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

/// Whether a cue that only one side has is worth listing.
fn tells(cue: &Cue) -> bool {
    !matches!(cue.level, 1 | 2)
}

/// How two cues relate, by the steps between them.
fn steps(one: &Cue, other: &Cue) -> Relation {
    match one.level.abs_diff(other.level) {
        0 => Relation::Same,
        1 => Relation::Overlaps,
        _ => Relation::Differs,
    }
}
