//! Finds what differs between two sentences about the same thing: numbers, dates, names, quotations, denials, doubts,
//! and who says it. This is what a reader wants to know about two reports, and the number of shared words does not
//! tell it.
//!
//! | module | what it does |
//! |---|---|
//! | `finder`, `said` | a sentence, read: its words, values, names, quotations, cues and sources |
//! | `lexicon` | what English words mean regardless of their context |
//! | `pairing` | which item of A and which of B are about the same thing |
//! | `value` | numbers and dates, compared by [`values`](crate::values) |
//! | `name` | people, places and organisations |
//! | `places` | countries with their people, and capitals and seats of government that stand for them |
//! | `quotation` | words in quotation marks |
//! | `negation` | denials, and words that say the opposite |
//! | `certainty` | modals, hedges, *alleged*, *confirmed* and the like |
//! | `counts` | what the numbers of a sentence count |
//! | `reach` | how far a denial or a doubt is shown |
//! | `attribution` | who says it, with which verb |
//! | `between` | two articles, sentence by sentence |
//! | `settled` | the facts of all matches, settled with each other |
//! | `spoken` | who says what in quotation marks in one article |
//! | `own` | what one article says as a whole |
//! | `in_both` | the names that two articles have in common |
//!
//! Nothing here says who is right. Every function is total, and its work is bounded by the lengths of the two
//! sentences. Comparing B with A gives the mirror of comparing A with B. `docs/facts.md` has the rules, their
//! tolerances and their sources.

mod attribution;
mod between;
mod certainty;
mod counts;
mod finder;
mod in_both;
mod lexicon;
mod name;
mod negation;
mod own;
mod pairing;
mod places;
mod quotation;
mod reach;
mod said;
mod settled;
mod spoken;
#[cfg(test)]
mod tests;
mod value;
mod word;

pub use between::Between;
pub(crate) use counts::Count;
pub use finder::Finder;
pub use in_both::{InBoth, names_in_both};
pub use own::{Own, Quoted, own};
pub(crate) use quotation::common;
pub use said::Said;
pub(crate) use said::stem_number;
pub use settled::settle;
pub(crate) use spoken::{Given, Spoken, spoken};

use crate::Span;
use crate::lang::Lang;
use crate::sort;
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
    /// Words in quotation marks.
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

/// How the two sides relate in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Relation {
    /// They say the same.
    Same,
    /// They are compatible: one is coarser or finer, or they share a part.
    Overlaps,
    /// They say different things about the same thing.
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
#[non_exhaustive]
pub struct Fact {
    /// What it is about.
    pub slot: Slot,
    /// How the two sides relate.
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

    /// The places where A and B name what is counted: *troops*.
    pub fn counted(&self) -> (Option<Span>, Option<Span>) {
        let of = |value: Option<Value>| {
            let counted = value
                .as_ref()
                .and_then(Value::number)
                .map(|number| number.of);
            counted.filter(|span| span.start < span.end)
        };
        (of(self.values.0), of(self.values.1))
    }

    /// What is counted, in A's words if A has it, otherwise in B's: *troops*; empty if nothing is counted. The texts
    /// are those of the ranges.
    pub fn about<'t>(&self, a: &'t str, b: &'t str) -> &'t str {
        match self.counted() {
            (Some(span), _) => span.of(a),
            (None, Some(span)) => span.of(b),
            (None, None) => "",
        }
    }

    /// Whether one side denies what the other says, or says the opposite.
    pub fn is_denial(&self) -> bool {
        self.slot == Slot::Negation && self.relation == Relation::Differs
    }

    /// Whether the two sides do not say the same: they differ, or only one says it.
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

/// The most facts that are listed for two sentences. Nobody reads more, and it bounds the work for texts that are one
/// endless sentence.
const MOST: usize = 60;

/// What two sentences say alike and differently, by slot, then by place. Total; the mirror of `facts(b, a)`.
pub fn facts(a: &Said<'_>, b: &Said<'_>) -> Vec<Fact> {
    // A fixed order of the two decides every tie.
    if b.is_before(a) {
        return in_order(ordered(b, a).into_iter().map(Fact::mirrored).collect());
    }
    in_order(ordered(a, b))
}

fn ordered(a: &Said<'_>, b: &Said<'_>) -> Vec<Fact> {
    let pairing = Pairing::new(a, b);
    let mut out = Vec::new();
    value::facts(&pairing, &mut out);
    quotation::facts(&pairing, &mut out);
    negation::facts(&pairing, &mut out);
    if pairing.english() {
        name::facts(&pairing, &mut out);
        certainty::facts(&pairing, &mut out);
        attribution::facts(&pairing, &mut out);
    }
    out
}

/// The facts by slot, then by place; if there are too many, differing ones are kept first.
fn in_order(mut found: Vec<Fact>) -> Vec<Fact> {
    if found.len() > MOST {
        let rank = |fact: &Fact| match fact.relation {
            Relation::Differs => 0,
            Relation::OnlyA | Relation::OnlyB => 1,
            Relation::Overlaps => 2,
            Relation::Same => 3,
        };
        found = sorted(&found, &rank);
        found.truncate(MOST);
    }
    if found.len() > 1 {
        found = sorted(&found, &|_| 0);
        found.dedup();
    }
    found
}

/// By `rank`, then by slot, place, relation and ends: the same order whichever side comes first.
fn sorted(found: &[Fact], rank: &dyn Fn(&Fact) -> u64) -> Vec<Fact> {
    let both = |of: fn(Span) -> usize, none: usize| {
        move |at: usize| {
            let side = |span: Option<Span>| span.map_or(none, of) as u64;
            let (a, b) = (side(found[at].a), side(found[at].b));
            (a.min(b), a.max(b))
        }
    };
    let starts = both(|span| span.start, u32::MAX as usize);
    let ends = both(|span| span.end, 0);
    let relation = |at: usize| {
        let relation = found[at].relation;
        relation.min(relation.mirrored()) as u64
    };
    // Offsets fit 32 bits, so several keys fit one number.
    let order = sort::ordered(
        found.len(),
        &[
            &|at| rank(&found[at]) << 40 | (found[at].slot as u64) << 32 | starts(at).0,
            &|at| starts(at).1 << 3 | relation(at),
            &|at| ends(at).0 << 32 | ends(at).1,
        ],
    );
    order.into_iter().map(|at| found[at]).collect()
}

/// The slots that are not looked for in a language. A program that shows facts should say so.
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

/// The slots that are not looked for between an article in the one language and one in the other.
pub fn unsought_between(a: Lang, b: Lang) -> Vec<Slot> {
    let missing = |slot: &Slot| unsought(a).contains(slot) || unsought(b).contains(slot);
    Slot::ALL.into_iter().filter(missing).collect()
}
