//! Says what differs between two sentences about one thing: numbers, dates, names, quotations,
//! denials, doubts, and who says it. A reader wants to know this of two reports, and how many words
//! they share does not tell it.
//!
//! | module | what it does |
//! |---|---|
//! | `said` | a sentence, read: its words, values, names, quotations, cues and sources |
//! | `pairing` | which item of A and which of B are about one thing |
//! | `value` | numbers and dates, compared by [`values`](crate::values) |
//! | `name` | people, places and organisations |
//! | `quotation` | what stands in quotation marks |
//! | `negation` | denials, and words that say the opposite |
//! | `certainty` | modals, hedges, what is alleged or confirmed |
//! | `attribution` | who says it, with which verb |
//! | `between` | two articles, sentence by sentence |
//! | `own` | what one article says as a whole |
//!
//! Nothing here says who is right. Every function is total, and its work is bounded by the lengths of
//! the two sentences. What B says beside A is the mirror of what A says beside B. The rules, their
//! tolerances and where they come from: `docs/facts.md`.

mod attribution;
mod between;
mod certainty;
mod name;
mod negation;
mod own;
mod pairing;
mod quotation;
mod said;
#[cfg(test)]
mod tests;
mod value;

pub use between::Between;
pub use own::{Own, Quoted, own};
pub use said::{Finder, Said};

use crate::Span;
use crate::lang::Lang;
use crate::values::Value;
use pairing::Pairing;

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Slot {
    /// A number with its unit.
    Number,
    /// A date, a time, a day of the week.
    Date,
    /// A person, place or organisation.
    Name,
    /// What stands in quotation marks.
    Quotation,
    /// A denial, or the opposite.
    Negation,
    /// How certain it is said to be.
    Certainty,
    /// Who says it, and with which verb.
    Attribution,
}

impl Slot {
    /// All of them, in the order in which facts are listed.
    pub const ALL: [Slot; 7] = [
        Slot::Number,
        Slot::Date,
        Slot::Name,
        Slot::Quotation,
        Slot::Negation,
        Slot::Certainty,
        Slot::Attribution,
    ];
}

/// How the two sides lie to each other in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Relation {
    /// They say the same.
    Same,
    /// They are compatible: one is coarser or finer, or they share a part.
    Overlaps,
    /// They say different things of one thing.
    Differs,
    /// Only A says it.
    OnlyA,
    /// Only B says it.
    OnlyB,
}

impl Relation {
    /// The same, seen from the other side.
    fn mirrored(self) -> Relation {
        match self {
            Relation::OnlyA => Relation::OnlyB,
            Relation::OnlyB => Relation::OnlyA,
            same => same,
        }
    }
}

/// One thing that two sentences say, alike or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub slot: Slot,
    /// How the two sides lie to each other.
    pub relation: Relation,
    /// Where A says it, in bytes of A's text.
    pub a: Option<Span>,
    /// Where B says it.
    pub b: Option<Span>,
    /// What the two say, for numbers and dates. The ranges inside are those of the texts.
    pub values: (Option<Value>, Option<Value>),
}

impl Fact {
    /// A fact that two items give.
    fn of(slot: Slot, relation: Relation, a: Option<Span>, b: Option<Span>) -> Fact {
        Fact {
            slot,
            relation,
            a,
            b,
            values: (None, None),
        }
    }

    /// What is counted, in A's words where A has it, else in B's: *troops*; empty where nothing is. The
    /// texts are those that the ranges lie in.
    pub fn about<'t>(&self, a: &'t str, b: &'t str) -> &'t str {
        let of = |value: Option<Value>, text: &'t str| {
            let counted = value
                .as_ref()
                .and_then(Value::number)
                .map(|number| number.of);
            counted.map_or("", |span| span.of(text))
        };
        match of(self.values.0, a) {
            "" => of(self.values.1, b),
            about => about,
        }
    }

    /// Whether the two sides do not say the same: they clash, or only one says it.
    pub fn is_difference(&self) -> bool {
        !matches!(self.relation, Relation::Same | Relation::Overlaps)
    }

    fn mirrored(self) -> Fact {
        Fact {
            relation: self.relation.mirrored(),
            a: self.b,
            b: self.a,
            values: (self.values.1, self.values.0),
            ..self
        }
    }
}

/// The most facts that are listed of two sentences; nobody reads more, and texts that are one endless
/// sentence stay bounded.
const MOST: usize = 60;

/// What two sentences say beside each other, by slot, then by where it stands. Total; the mirror of
/// `facts(b, a)`.
pub fn facts(a: &Said<'_>, b: &Said<'_>) -> Vec<Fact> {
    // One order of the two decides every tie.
    if b.order() < a.order() {
        return in_order(ordered(b, a).into_iter().map(Fact::mirrored).collect());
    }
    in_order(ordered(a, b))
}

fn ordered(a: &Said<'_>, b: &Said<'_>) -> Vec<Fact> {
    let pairing = Pairing::new(a, b);
    let mut out = Vec::new();
    value::facts(&pairing, &mut out);
    quotation::facts(&pairing, &mut out);
    if pairing.english() {
        name::facts(&pairing, &mut out);
        certainty::facts(&pairing, &mut out);
        attribution::facts(&pairing, &mut out);
    }
    negation::facts(&pairing, &mut out);
    out
}

/// Listed by slot, then by place; what clashes is kept first where there is too much.
fn in_order(mut found: Vec<Fact>) -> Vec<Fact> {
    let place = |fact: &Fact| {
        let start = |span: Option<Span>| span.map_or(usize::MAX, |span| span.start);
        let (a, b) = (start(fact.a), start(fact.b));
        (fact.slot, a.min(b), a.max(b))
    };
    if found.len() > MOST {
        found.sort_by_key(|fact| {
            let rank = match fact.relation {
                Relation::Differs => 0,
                Relation::OnlyA | Relation::OnlyB => 1,
                Relation::Overlaps => 2,
                Relation::Same => 3,
            };
            (rank, place(fact))
        });
        found.truncate(MOST);
    }
    found.sort_by_key(|fact| {
        let end = |span: Option<Span>| span.map_or(0, |span| span.end);
        (
            place(fact),
            fact.relation.min(fact.relation.mirrored()),
            end(fact.a).min(end(fact.b)),
            end(fact.a).max(end(fact.b)),
        )
    });
    found.dedup();
    found
}

/// The slots that are not looked for in a language: whoever shows facts says so.
pub fn unsought(lang: Lang) -> &'static [Slot] {
    match lang {
        Lang::English => &[],
        Lang::Other => &[
            Slot::Name,
            Slot::Negation,
            Slot::Certainty,
            Slot::Attribution,
        ],
        _ if negation::has_words(lang) => &[Slot::Name, Slot::Certainty, Slot::Attribution],
        _ => &[
            Slot::Name,
            Slot::Negation,
            Slot::Certainty,
            Slot::Attribution,
        ],
    }
}
