//! What differs between two articles, inside the matches: numbers, dates, denials, names, quotations, certainty and
//! speakers, each in the sources' own words.

use crossread_engine::facts::unsought_between;
use crossread_engine::{Kind, Lang, Span};
use crossread_wording::facts::{
    RANKS, Tally, ToldAlone, clashes, not_looked_for, rank, relation, sign, slot,
};
use crossread_wording::topic::{in_one_line, topic};
use crossread_worker::protocol::Fact;

use super::comparing::Comparing;
use super::spans::{Differing, merged};
use super::words::{capital, digits, shortened};
use crate::sort;
use crate::state::{At, Both, Side};

/// The number that is shown before the reader asks for all.
pub const FEW: usize = 8;
/// The longest list; the texts show the rest.
const MOST: usize = 200;
/// The longest quotation of a side, in characters.
const LONGEST: usize = 60;

/// What differs between two articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences {
    /// The counts by kind of difference.
    pub(super) tally: Tally,
    /// Counts of what both tell, what differs and what only one tells.
    pub counts: Counts,
    /// The differences, clashes first.
    pub rows: Vec<Difference>,
    /// Notes: that there are more, that something was not looked for.
    pub note: String,
}

/// Counts of what both tell, what differs and what only one tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences that have a match, on the side that has fewer of them.
    pub told: u32,
    /// The number of differences.
    pub differ: u32,
    /// How many of them clash.
    pub clash: u32,
    /// Sentences without a match, on each side.
    pub alone: [u32; 2],
}

/// One thing that two matched sentences tell differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The match, an index into the comparison's matches; `u32::MAX` if the two are not a match.
    pub index: u32,
    /// What selects it.
    pub at: At,
    /// What it is: "Number", "Denial", "Who says so".
    pub slot: String,
    /// Its topic: what is counted, or words that both sentences share.
    pub about: String,
    /// The sign of its relation.
    pub sign: char,
    /// Its relation: "differs", "only in EmbassyPages".
    pub relation: String,
    /// Whether the two clash.
    pub clash: bool,
    /// The name of each source, and its words; `None` if it says nothing about it.
    pub sides: Both<(String, Option<String>)>,
}

/// What differs between two articles.
pub fn differences(comparing: &Comparing) -> Differences {
    let mut tally = Tally {
        told: told_by_both(comparing),
        alone: Side::BOTH.map(|side| matched(comparing, side).1),
        ..Tally::default()
    };
    let mut alone = ToldAlone::default();
    // By rank, then the surer kinds of match first, then in A's order.
    let mut ranked: [Vec<(u32, &Fact)>; 2 * RANKS] = Default::default();
    for (index, found) in (0_u32..).zip(&comparing.found.matches) {
        let facts = comparing
            .detail(index)
            .map_or(&[][..], |detail| &detail.facts);
        for fact in facts {
            let (a, b) = fact.places;
            let starts = (a.map(|at| at.start), b.map(|at| at.start));
            let Some(rank) = rank(fact.slot, fact.relation) else {
                continue;
            };
            if !alone.lists(fact.slot, starts) {
                continue;
            }
            let unsure = usize::from(found.kind == Kind::Related);
            ranked[2 * rank + unsure].push((index, fact));
            tally.add(fact.slot, fact.relation);
        }
    }
    let all: usize = ranked.iter().map(Vec::len).sum();
    let rows = ranked.into_iter().flatten().take(MOST);
    let rows: Vec<Difference> = rows
        .filter_map(|(index, fact)| {
            let shared = &comparing.detail(index)?.evidence.shared;
            let of = (index, comparing.at_match(index)?, &shared[..]);
            Some(row(comparing, of, fact))
        })
        .collect();
    Differences {
        tally,
        counts: Counts {
            told: tally.told,
            differ: all as u32,
            clash: tally.clashes.iter().sum(),
            alone: tally.alone,
        },
        rows,
        note: note(comparing, all),
    }
}

/// The differences between the two sentences of a match, clashes first.
pub(super) fn of_match(comparing: &Comparing, index: u32) -> Vec<Difference> {
    let Some((at, detail)) = comparing.at_match(index).zip(comparing.detail(index)) else {
        return Vec::new();
    };
    told(
        comparing,
        (index, at, &detail.evidence.shared),
        &detail.facts,
    )
}

/// The differences between two sentences that are not a match.
pub(super) fn of_two(comparing: &Comparing, (a, b): (u32, u32), facts: &[Fact]) -> Vec<Difference> {
    let at = comparing.at_pair(a, b);
    at.map_or_else(Vec::new, |at| told(comparing, (NO_MATCH, at, &[]), facts))
}

/// The number that stands for no match.
const NO_MATCH: u32 = u32::MAX;

/// A match, by its number, what selects it, and the words that its sentences share.
type Of<'d> = (u32, At, &'d [(Span, Span)]);

/// The differences, by rank. If several rows in a row have the same topic, only the first has it.
fn told(comparing: &Comparing, of: Of<'_>, facts: &[Fact]) -> Vec<Difference> {
    let mut rows: Vec<Difference> = Vec::new();
    let mut about = String::new();
    for wanted in 0..RANKS {
        for fact in facts {
            if rank(fact.slot, fact.relation) != Some(wanted) {
                continue;
            }
            let mut row = row(comparing, of, fact);
            if row.about == about {
                row.about.clear();
            } else {
                about.clone_from(&row.about);
            }
            rows.push(row);
        }
    }
    rows
}

impl Comparing {
    /// Whether the two sentences of a match differ in something that is listed.
    pub fn differs(&self, index: u32) -> bool {
        let facts = self.detail(index).map_or(&[][..], |detail| &detail.facts);
        facts
            .iter()
            .any(|fact| rank(fact.slot, fact.relation).is_some())
    }

    /// What differs on that side.
    pub(super) fn differing(&self, side: Side) -> &Differing {
        self.differing
            .get_or_init(|| Both::each(|side| differing(self, side)))
            .of(side)
    }
}

/// Names, quotations and speakers that only one side has get this rank or a later one. They are not marked, since they may be
/// half a sentence.
const UNMARKED: usize = RANKS - 1;

fn differing(comparing: &Comparing, side: Side) -> Differing {
    let other = side.other();
    let (mut places, mut values): (Vec<(Span, String)>, Vec<Span>) = Default::default();
    for index in 0..comparing.found.matches.len() as u32 {
        let facts = comparing
            .detail(index)
            .map_or(&[][..], |detail| &detail.facts);
        for fact in facts {
            let Some(place) = place(fact, side) else {
                continue;
            };
            if rank(fact.slot, fact.relation).is_some_and(|rank| rank < UNMARKED) {
                values.push(place);
            }
            if clashes(fact.slot, fact.relation)
                && let Some(with) = words(comparing, other, fact)
            {
                let name = comparing.name(other);
                let label = format!("{}: {with} in {name}", capital(slot(fact.slot)));
                places.push((place, label));
            }
        }
    }
    let mut clashes: Vec<(Span, String)> = Vec::new();
    for at in sort::order(places.len(), &|at| places[at].0.start as u64) {
        if clashes
            .last()
            .is_none_or(|(last, _)| last.end <= places[at].0.start)
        {
            clashes.push(places[at].clone());
        }
    }
    Differing {
        clashes,
        values: merged(&values),
    }
}

/// The clashes in a match, by name: "number", "denial".
pub(super) fn clashes_of(comparing: &Comparing, index: u32) -> Vec<String> {
    let facts = comparing
        .detail(index)
        .map_or(&[][..], |detail| &detail.facts);
    let mut all: Vec<String> = Vec::new();
    for fact in facts
        .iter()
        .filter(|fact| clashes(fact.slot, fact.relation))
    {
        let name = slot(fact.slot);
        if !all.iter().any(|one| one == name) {
            all.push(name.to_owned());
        }
    }
    all
}

/// The place where that side says it.
fn place(fact: &Fact, side: Side) -> Option<Span> {
    match side {
        Side::A => fact.places.0,
        Side::B => fact.places.1,
    }
}

/// What that side says about it, in its words.
fn words(comparing: &Comparing, side: Side, fact: &Fact) -> Option<String> {
    let words = place(fact, side)?.of(comparing.text(side));
    Some(shortened(&in_one_line(words), LONGEST))
}

/// How many things both tell: sentences that have a match, on the side that has fewer of them.
pub(super) fn told_by_both(comparing: &Comparing) -> u32 {
    let [a, b] = Side::BOTH.map(|side| matched(comparing, side).0);
    a.min(b)
}

/// Sentences of a side that have a match, and those that have none.
fn matched(comparing: &Comparing, side: Side) -> (u32, u32) {
    let figures = match side {
        Side::A => &comparing.found.a,
        Side::B => &comparing.found.b,
    };
    let matched = figures.verbatim_sentences + figures.edited_sentences + figures.related_sentences;
    (matched, figures.sentences.saturating_sub(matched))
}

fn row(comparing: &Comparing, of: Of<'_>, fact: &Fact) -> Difference {
    let (index, at, shared) = of;
    Difference {
        index,
        at,
        slot: capital(slot(fact.slot)),
        about: topic(
            Side::BOTH.map(|side| comparing.text(side)),
            shared,
            fact.counted,
        ),
        sign: sign(fact.relation),
        relation: relation(fact.relation, Side::BOTH.map(|side| comparing.name(side))),
        clash: clashes(fact.slot, fact.relation),
        sides: Both::each(|side| {
            (
                comparing.name(side).to_owned(),
                words(comparing, side, fact),
            )
        }),
    }
}

/// The notes on the list.
fn note(comparing: &Comparing, all: usize) -> String {
    let mut said = Vec::new();
    if all > MOST {
        said.push(format!(
            "These are the first {} of {}.",
            digits(MOST as u32),
            digits(all as u32)
        ));
    }
    let [a, b] = Side::BOTH.map(|side| {
        let stated = comparing.articles.of(side).language.as_ref();
        stated.map(|tag| Lang::from_tag(&tag.value))
    });
    // Nothing is said about a language that is not stated.
    let [a, b] = [a.or(b), b.or(a)];
    if let (Some(a), Some(b)) = (a, b)
        && !comparing.found.matches.is_empty()
    {
        said.extend(not_looked_for(&unsought_between(a, b), a == b));
    }
    said.join(" ")
}

#[cfg(test)]
mod tests;
