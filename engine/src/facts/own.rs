//! What one article says as a whole: its facts by slot, and who is quoted with what, so that a story
//! can put the values of several articles side by side.

use crate::reading::Reading;
use crate::sort;
use crate::values::Value;
use crate::{Span, lang::Lang};

use super::Slot;
use super::finder::Finder;
use super::said::Said;

/// One thing that an article says.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Own {
    /// The sentence, an index into the reading's.
    pub sentence: u32,
    /// What it is about.
    pub slot: Slot,
    /// Its place, in bytes.
    pub span: Span,
    /// What it says, for numbers and dates.
    pub value: Option<Value>,
}

/// Words in quotation marks, and who is said to have said them.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quoted {
    /// The sentence, an index into the reading's.
    pub sentence: u32,
    /// The quotation, marks included, in bytes.
    pub quotation: Span,
    /// Who says it, if the same sentence, or a neighbour in the paragraph, names somebody.
    pub source: Option<Span>,
}

/// The facts of an article, by sentence and slot, and its quotations with their speakers. `text` is the text of
/// `reading`. Sentences that are repeats or furniture are left out.
pub fn own(text: &str, reading: &Reading) -> (Vec<Own>, Vec<Quoted>) {
    let mut finder = Finder::new(reading.lang).written(reading.day);
    let mut facts = Vec::new();
    let mut quoted = Vec::new();
    let mut last: Option<(u32, Span)> = None;
    for (index, sentence) in reading.sentences.iter().enumerate() {
        if sentence.standing != crate::Standing::Own {
            continue;
        }
        let index = index as u32;
        let said = finder.read(text, sentence.span, &reading.quotations);
        let mut push = |slot, span, value| {
            facts.push(Own {
                sentence: index,
                slot,
                span,
                value,
            });
        };
        for (_, value) in &said.values {
            let value = said.moved(value);
            let slot = if value.number().is_some() {
                Slot::Number
            } else {
                Slot::Date
            };
            push(slot, value.span, Some(value));
        }
        for (slot, items) in listed(&said) {
            for item in items {
                push(slot, said.span(item), None);
            }
        }
        let source = said.sources.first().map(|source| said.span(source.who));
        let near = last
            .filter(|(paragraph, _)| *paragraph == sentence.paragraph)
            .map(|(_, source)| source);
        for &quote in &said.quotes {
            quoted.push(Quoted {
                sentence: index,
                quotation: said.span(quote),
                source: source.or(near),
            });
        }
        if let Some(source) = source {
            last = Some((sentence.paragraph, source));
        }
    }
    let order = sort::ordered(
        facts.len(),
        &[
            &|at| u64::from(facts[at].sentence),
            &|at| facts[at].slot as u64,
            &|at| facts[at].span.start as u64,
            &|at| facts[at].span.end as u64,
        ],
    );
    let facts = order.into_iter().map(|at| facts[at]).collect();
    (facts, quoted)
}

/// The items of a sentence that have no value, by slot.
fn listed(said: &Said<'_>) -> Vec<(Slot, Vec<super::said::Item>)> {
    let mut out = vec![(Slot::Quotation, said.quotes.clone())];
    if said.lang == Lang::English {
        out.push((
            Slot::Name,
            said.names
                .iter()
                .filter(|name| !name.unsure)
                .map(|name| name.item)
                .collect(),
        ));
        out.push((
            Slot::Certainty,
            said.doubts
                .iter()
                .filter(|cue| !matches!(cue.level, 1 | 2))
                .map(|cue| cue.item)
                .collect(),
        ));
        out.push((
            Slot::Attribution,
            said.sources.iter().map(|source| source.item).collect(),
        ));
    }
    out.push((
        Slot::Negation,
        said.negations.iter().map(|cue| cue.item).collect(),
    ));
    out
}
