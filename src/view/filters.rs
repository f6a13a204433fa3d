//! The row of filters: what each would show, how many that is, and the state it leads to.

use std::collections::HashMap;

use crossread_engine::{Comparison, Kind, Options, Scope, Strictness};

use super::Comparing;
use super::marks::passes;
use super::words::{count, digits, list, plural};
use crate::overview::Length;
use crate::state::{Kinds, Side, State, View, Voices};

/// A choice that can be on or off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// "Edited".
    pub label: String,
    /// How many matches it is about.
    pub count: u32,
    /// Whether it is on.
    pub on: bool,
    /// The state that choosing it leads to.
    pub to: State,
    /// The kind that it is about, for its tint.
    pub kind: Option<Kind>,
}

/// The row of filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filters {
    /// Verbatim, edited, related; each toggles.
    pub kinds: Vec<Chip>,
    /// "Unique 11 · 12": sentences without a match, in A and in B.
    pub unique: String,
    /// The same for those who hear it: "11 sentences of A and 12 of B have no match".
    pub unique_spoken: String,
    /// All, in quotation marks, in the reporter's own words; one is on.
    pub voices: Vec<Chip>,
    /// "5 words": the least passage length.
    pub min_words: String,
    /// How many passages there are: "3 passages".
    pub passages: String,
    /// The switch that brings repeats and furniture back: its label; `count` is in words.
    pub everything: Chip,
    /// What the switch is about: "354 words of A are repeated and 38 words of B are furniture". Empty where
    /// there is nothing to bring back.
    pub everything_note: String,
    /// Said where filters hide matches: "2 of 6 matches are hidden".
    pub hidden: Option<String>,
}

/// The row of filters.
pub fn filters(comparing: &Comparing, state: &State) -> Filters {
    let found = &comparing.found;
    let count_of = |kinds: Kinds, voices: Voices| {
        let matches = found.matches.iter();
        matches
            .filter(|found| passes(comparing, found, kinds, voices))
            .count() as u32
    };
    let all = found.matches.len() as u32;
    let hidden = all - count_of(state.kinds, state.voices).min(all);
    let (unique_a, unique_b) = (found.a.unique_sentences(), found.b.unique_sentences());
    Filters {
        kinds: Kinds::ORDER
            .into_iter()
            .map(|kind| Chip {
                label: kind_word(kind).to_owned(),
                count: count_of(only(kind), state.voices),
                on: state.kinds.has(kind),
                to: State {
                    kinds: state.kinds.with(kind, !state.kinds.has(kind)),
                    ..state.clone()
                },
                kind: Some(kind),
            })
            .collect(),
        unique: format!("Unique {unique_a} · {unique_b}"),
        unique_spoken: format!(
            "{} of A and {} of B {} no counterpart",
            count(unique_a, "sentence", "sentences"),
            digits(unique_b),
            plural(unique_a + unique_b, "has", "have")
        ),
        voices: Voices::ALL
            .into_iter()
            .map(|voices| Chip {
                label: voices_word(voices).to_owned(),
                count: count_of(state.kinds, voices),
                on: state.voices == voices,
                to: State {
                    voices,
                    ..state.clone()
                },
                kind: None,
            })
            .collect(),
        min_words: count(found.options.min_words.get() as u32, "word", "words"),
        passages: count(found.passages.len() as u32, "passage", "passages"),
        everything: everything(comparing, state),
        everything_note: everything_note(comparing),
        hidden: (hidden > 0).then(|| {
            format!(
                "{} of {} {} hidden",
                digits(hidden),
                count(all, "match", "matches"),
                plural(hidden, "is", "are")
            )
        }),
    }
}

fn only(kind: Kind) -> Kinds {
    let none = Kinds {
        verbatim: false,
        edited: false,
        related: false,
    };
    none.with(kind, true)
}

/// The switch that puts repeats and furniture back.
fn everything(comparing: &Comparing, state: &State) -> Chip {
    let lengths = Side::BOTH.map(|side| Length::of(comparing.readings.of(side)));
    let on = state.options.scope == Scope::Full;
    Chip {
        label: "Repeats and furniture".to_owned(),
        count: lengths
            .iter()
            .map(|length| length.repeats + length.furniture)
            .sum(),
        on,
        to: state.with_scope(if on { Scope::Own } else { Scope::Full }),
        kind: None,
    }
}

/// What the switch is about: "374 words of A are repeats, 38 of B are furniture".
fn everything_note(comparing: &Comparing) -> String {
    let mut said: Vec<String> = Vec::new();
    for side in Side::BOTH {
        let Length {
            repeats, furniture, ..
        } = Length::of(comparing.readings.of(side));
        for (number, what) in [(repeats, "repeated"), (furniture, "furniture")] {
            if number > 0 {
                said.push(format!(
                    "{} of {} {} {what}",
                    count(number, "word", "words"),
                    side.letter(),
                    plural(number, "is", "are")
                ));
            }
        }
    }
    list(&said)
}

/// A step of strictness and what it would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrictnessStep {
    /// The step.
    pub strictness: Strictness,
    /// "normal".
    pub label: String,
    /// Whether it is the one chosen.
    pub on: bool,
    /// How many matches it has.
    pub matches: u32,
    /// Against the one chosen: "2 more matches", "1 match fewer"; "as now" for no change.
    pub effect: String,
    /// Sentences whose mark it would change: of A, of B.
    pub changes: (Vec<u32>, Vec<u32>),
    /// The state that choosing it leads to.
    pub to: State,
}

/// The five steps of strictness, each compared: four times the work of a comparison, so ask when the
/// reader does.
pub fn strictness_steps(comparing: &Comparing, state: &State) -> Vec<StrictnessStep> {
    let now = &comparing.found;
    Strictness::ALL
        .into_iter()
        .map(|strictness| {
            let then = if strictness == now.options.strictness {
                comparing.clone()
            } else {
                comparing.with(Options {
                    strictness,
                    ..now.options
                })
            };
            StrictnessStep {
                strictness,
                label: strictness_word(strictness).to_owned(),
                on: strictness == now.options.strictness,
                matches: then.found.matches.len() as u32,
                effect: effect(now, &then.found),
                changes: (
                    changed(comparing, &then, Side::A),
                    changed(comparing, &then, Side::B),
                ),
                to: state.with_strictness(strictness),
            }
        })
        .collect()
}

/// What would come, go and become another kind.
fn effect(now: &Comparison, then: &Comparison) -> String {
    let kinds = |found: &Comparison| -> HashMap<(u32, u32), Kind> {
        let matches = found.matches.iter();
        matches
            .map(|found| ((found.a, found.b), found.kind))
            .collect()
    };
    let (before, after) = (kinds(now), kinds(then));
    let come = after
        .keys()
        .filter(|pair| !before.contains_key(pair))
        .count() as u32;
    let gone = before
        .keys()
        .filter(|pair| !after.contains_key(pair))
        .count() as u32;
    let other = before
        .iter()
        .filter(|(pair, kind)| after.get(pair).is_some_and(|then| then != *kind))
        .count() as u32;
    let mut said = Vec::new();
    if come > 0 {
        said.push(format!(
            "{} more {}",
            digits(come),
            plural(come, "match", "matches")
        ));
    }
    if gone > 0 {
        said.push(format!("{} fewer", count(gone, "match", "matches")));
    }
    if other > 0 {
        said.push(format!(
            "{} of another kind",
            count(other, "match", "matches")
        ));
    }
    if said.is_empty() {
        return "as now".to_owned();
    }
    list(&said)
}

/// The sentences of that side whose strongest kind would change.
fn changed(now: &Comparing, then: &Comparing, side: Side) -> Vec<u32> {
    let kind = |comparing: &Comparing, index: u32| {
        let strongest = *comparing.matches_of(side, index).first()?;
        Some(comparing.match_at(strongest)?.kind)
    };
    (0..now.sentences(side).len() as u32)
        .filter(|&index| kind(now, index) != kind(then, index))
        .collect()
}

/// "Verbatim", "Edited", "Related".
pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "Verbatim",
        Kind::Edited => "Edited",
        Kind::Related => "Related",
    }
}

/// "verbatim", "edited", "related": the same inside a sentence.
pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "verbatim",
        Kind::Edited => "edited",
        Kind::Related => "related",
    }
}

/// "loosest" to "strictest".
pub fn strictness_word(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::Loosest => "loosest",
        Strictness::Loose => "loose",
        Strictness::Normal => "normal",
        Strictness::Strict => "strict",
        Strictness::Strictest => "strictest",
    }
}

/// "Side by side", "One text", "Shared".
pub fn view_word(view: View) -> &'static str {
    match view {
        View::Side => "Side by side",
        View::One => "One text",
        View::Shared => "Shared",
    }
}

/// "All words", "In quotation marks", "In the reporter's own words".
pub fn voices_word(voices: Voices) -> &'static str {
    match voices {
        Voices::All => "All words",
        Voices::Quoted => "In quotation marks",
        Voices::Reporter => "In the reporter’s own words",
    }
}

#[cfg(test)]
mod tests;
