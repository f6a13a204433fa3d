//! The differences inside the matches, listed as on the page: clashes first, and within a rank in A's order.

use crossread_engine::facts::{Relation, Slot};
use crossread_wording::facts::{
    RANKS, Tally, ToldAlone, clashes, is_told, rank, relation, sign, slot,
};
use crossread_wording::lead::{Lead, Point, Telling, lead, year};
use crossread_wording::topic::in_one_line;
use crossread_wording::words::{capital, count, shortened};

use crate::report::{Article, Fact, Kind};
use crate::view::{View, Which};

/// The longest quotation of a side, in characters.
const LONGEST: usize = 120;

/// One thing that two matched sentences tell differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'r> {
    /// The match, from 0.
    pub index: usize,
    /// What kind of thing it is.
    pub slot: Slot,
    /// How its two sides relate.
    pub relation: Relation,
    /// What it is about, in words of both sentences; may be empty.
    pub topic: &'r str,
    /// What each side says about it, in its words; `None` if it says nothing.
    pub said: [Option<String>; 2],
}

impl<'r> Difference<'r> {
    fn new(view: &View<'r>, index: usize, fact: &'r Fact) -> Difference<'r> {
        let said = |which, at: Option<_>| {
            at.map(|at| shortened(&in_one_line(view.text(which, at)), LONGEST))
        };
        Difference {
            index,
            slot: fact.slot.into(),
            relation: fact.relation.into(),
            topic: fact.topic.as_deref().unwrap_or_default(),
            said: [said(Which::A, fact.a), said(Which::B, fact.b)],
        }
    }

    /// The kind of thing: "Number", "Who says so".
    pub fn what(&self) -> String {
        capital(slot(self.slot))
    }

    /// The sign of the relation.
    pub fn sign(&self) -> char {
        sign(self.relation)
    }

    /// The relation in words: "differs", "only in EmbassyPages"; for a clash between articles of different years, with that.
    pub fn relation(&self, view: &View<'_>) -> String {
        let relation = relation(self.relation, view.names());
        match self.clash() && !is_of_one_year(view) {
            true => format!("{relation}, years apart"),
            false => relation,
        }
    }

    /// Whether the two clash.
    pub fn clash(&self) -> bool {
        clashes(self.slot, self.relation)
    }
}

/// All differences. The surer kinds of match come first within a rank.
pub fn differences<'r>(view: &View<'r>) -> Vec<Difference<'r>> {
    let mut ranked: [Vec<Difference<'r>>; 2 * RANKS] = Default::default();
    let mut alone = ToldAlone::default();
    for (index, found) in view.report.matches.iter().enumerate() {
        let unsure = usize::from(found.kind == Kind::Related);
        for fact in &found.facts {
            let starts = (fact.a.map(|at| at[0]), fact.b.map(|at| at[0]));
            if !alone.lists(fact.slot.into(), starts) {
                continue;
            }
            if let Some(rank) = rank(fact.slot.into(), fact.relation.into()) {
                ranked[2 * rank + unsure].push(Difference::new(view, index, fact));
            }
        }
    }
    ranked.into_iter().flatten().collect()
}

/// The year of an article, if its date is known.
fn year_of(article: &Article) -> Option<u32> {
    let date = article.about.date.as_ref();
    date.and_then(|date| year(&date.value))
}

/// Whether the two are from the same year, as far as known. If not, both can be right.
pub(crate) fn is_of_one_year(view: &View<'_>) -> bool {
    match Which::BOTH.map(|which| year_of(view.article(which))) {
        [Some(a), Some(b)] => a == b,
        _ => true,
    }
}

/// Counts of what both tell, what clashes, what differs and what only one tells.
pub fn tally(view: &View<'_>) -> Tally {
    let unmatched = |article: &Article| article.figures.unmatched_sentences;
    let matched = |article: &Article| article.figures.sentences.saturating_sub(unmatched(article));
    let (a, b) = (&view.report.a, &view.report.b);
    let mut tally = Tally {
        told: matched(a).min(matched(b)),
        alone: [unmatched(a), unmatched(b)],
        ..Tally::default()
    };
    for fact in view.report.matches.iter().flat_map(|found| &found.facts) {
        tally.add(fact.slot.into(), fact.relation.into());
    }
    tally
}

/// The sentence that leads every document; empty if there is no match.
pub fn leading(view: &View<'_>, tally: &Tally, differences: &[Difference<'_>]) -> Vec<Lead<Which>> {
    let point = differences.iter().find_map(|one| {
        let [a, b] = &one.said;
        let side = |which: Which, words| {
            let article = view.article(which);
            Telling {
                source: which,
                name: &article.name,
                words,
                year: year_of(article),
            }
        };
        Some(Point {
            slot: slot(one.slot),
            topic: one.topic,
            sign: one.sign(),
            clash: one.clash(),
            sides: [side(Which::A, a.as_deref()?), side(Which::B, b.as_deref()?)],
        })
    });
    lead(tally, view.names(), point.as_ref())
}

/// The counts, one per line: "4 things told by both", "5 differences, 3 of them clashes", "13 sentences only in EmbassyPages".
/// Empty if the leading sentence says it all.
pub fn counts(
    view: &View<'_>,
    tally: &Tally,
    differences: &[Difference<'_>],
    lead: &[Lead<Which>],
) -> Vec<String> {
    if !lead.iter().any(|part| matches!(part, Lead::Sign(..))) {
        return Vec::new();
    }
    let differ = count(differences.len() as u32, "difference", "differences");
    let clash = tally.clashes.iter().sum::<u32>();
    let mut all = vec![
        format!("{} told by both", count(tally.told, "thing", "things")),
        match clash {
            0 => differ,
            1 => format!("{differ}, 1 of them a clash"),
            clash => format!("{differ}, {clash} of them clashes"),
        },
    ];
    for (name, alone) in view.names().into_iter().zip(tally.alone) {
        let sentences = count(alone, "sentence", "sentences");
        all.push(format!("{sentences} only in {name}"));
    }
    all
}

/// Whether a fact is marked in the texts, and whether it clashes.
pub(crate) fn marked(fact: &Fact) -> Option<bool> {
    let (slot, relation) = (fact.slot.into(), fact.relation.into());
    is_told(slot, relation).then(|| clashes(slot, relation))
}
