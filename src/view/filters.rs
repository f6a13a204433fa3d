//! The row of filters: what each would show, how many that is, and the state it leads to.

use std::cmp::Ordering;

use crossread_engine::overview::Length;
use crossread_engine::{Kind, Scope, Strictness};

use super::Comparing;
use super::differences;
use super::marks::passes;
use super::words::{count, count_spelled, digits, list, plural};
use crate::state::{Kinds, Side, State, View, Voices};

mod set;
pub use set::Set;

/// A choice that can be on or off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Verbatim, edited, related; each toggles.
    pub kinds: Vec<Chip>,
    /// How the number of matches relates to what the finding counts: "10 matches for six things that both tell: …". Empty without
    /// a match.
    pub counted: String,
    /// "Unique 11 · 12": sentences without a match, in A and in B.
    pub unmatched: String,
    /// The same for screen readers: "11 sentences of A and 12 of B have no match".
    pub unmatched_spoken: String,
    /// All, in quotation marks, in the reporter's own words; one is on.
    pub voices: Vec<Chip>,
    /// "5 words": the least passage length.
    pub min_words: String,
    /// How many passages there are: "3 passages".
    pub passages: String,
    /// The switch that includes repeats and furniture; its `count` is in words.
    pub everything: Chip,
    /// What the switch is about: "354 words of A are repeated and 38 words of B are furniture". Empty if there is
    /// nothing to include.
    pub everything_note: String,
    /// The note if filters hide matches: "2 of 6 matches are hidden".
    pub hidden: Option<String>,
    /// The settings that are not the default, filters included.
    pub set: Set,
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
    let hidden = (hidden > 0).then(|| {
        format!(
            "{} of {} {} hidden",
            digits(hidden),
            count(all, "match", "matches"),
            plural(hidden, "is", "are")
        )
    });
    let (unmatched_a, unmatched_b) = (found.a.unmatched_sentences(), found.b.unmatched_sentences());
    Filters {
        set: set::set(state, hidden.as_deref()),
        hidden,
        kinds: Kind::ALL
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
        counted: counted(comparing, all),
        unmatched: format!("Unique {unmatched_a} · {unmatched_b}"),
        unmatched_spoken: comparing.said(&format!(
            "{} of A and {} of B {} no counterpart",
            count(unmatched_a, "sentence", "sentences"),
            digits(unmatched_b),
            plural(unmatched_a + unmatched_b, "has", "have")
        )),
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
        min_words: count(state.options.min_words.get() as u32, "word", "words"),
        passages: count(found.passages.len() as u32, "passage", "passages"),
        everything: everything(comparing, state),
        everything_note: everything_note(comparing),
    }
}

/// The number of matches and of things that both tell: a thing may be in several sentences.
fn counted(comparing: &Comparing, matches: u32) -> String {
    let told = differences::told_by_both(comparing);
    match told {
        0 => String::new(),
        _ if told == matches => format!(
            "{}, one for each thing that both tell.",
            count(matches, "match", "matches")
        ),
        _ => format!(
            "{} for {} that both tell: a thing may be in several sentences, and each pair of them is a match.",
            count(matches, "match", "matches"),
            count_spelled(told, "thing", "things"),
        ),
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

/// The switch that includes repeats and furniture.
fn everything(comparing: &Comparing, state: &State) -> Chip {
    let lengths = Side::BOTH.map(|side| comparing.sheets.of(side).length);
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
        } = comparing.sheets.of(side).length;
        for (number, what) in [(repeats, "repeated"), (furniture, "furniture")] {
            if number > 0 {
                said.push(format!(
                    "{} of {} {} {what}",
                    count(number, "word", "words"),
                    comparing.name(side),
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
    /// Compared with what is shown: "2 more matches", "1 match fewer"; "as now" for no change; empty until it is
    /// known.
    pub effect: String,
    /// Sentences whose mark it would change: of A, of B.
    pub changes: (Vec<u32>, Vec<u32>),
}

/// The sentences that match, of A and of B, and the kind.
pub type Matched = [(u32, u32, Kind)];

/// A step of strictness, and what it would show, if that is known.
pub fn strictness_step(
    comparing: &Comparing,
    strictness: Strictness,
    then: Option<&Matched>,
) -> StrictnessStep {
    let now = comparing.found.matches.iter();
    let now: Vec<_> = now.map(|found| (found.a, found.b, found.kind)).collect();
    let as_now = strictness == comparing.found.options.strictness;
    StrictnessStep {
        strictness,
        effect: then
            .or(as_now.then_some(&now))
            .map_or_else(String::new, |then| effect(&now, then)),
        changes: then.map_or_else(Default::default, |then| {
            let changed = |side| changed(comparing, side, &now, then);
            (changed(Side::A), changed(Side::B))
        }),
    }
}

/// The sentences of that side whose strongest kind would change.
fn changed(comparing: &Comparing, side: Side, now: &Matched, then: &Matched) -> Vec<u32> {
    let strongest = |matched: &Matched| {
        let mut kinds: Vec<Option<Kind>> = vec![None; comparing.sentences(side).len()];
        for &(a, b, kind) in matched {
            let sentence = match side {
                Side::A => a,
                Side::B => b,
            };
            if let Some(strongest) = kinds.get_mut(sentence as usize) {
                *strongest = Some(kind).max(*strongest);
            }
        }
        kinds
    };
    let (now, then) = (strongest(now), strongest(then));
    let pairs = (0_u32..).zip(now.iter().zip(&then));
    pairs
        .filter(|(_, (now, then))| now != then)
        .map(|(sentence, _)| sentence)
        .collect()
}

/// What would appear, disappear and change its kind.
fn effect(now: &Matched, then: &Matched) -> String {
    let (mut come, mut gone, mut other) = (0, 0, 0);
    let (mut now, mut then) = (now.iter().peekable(), then.iter().peekable());
    // Both have the same order: by sentence of A, then of B.
    while let Some(order) = match (now.peek(), then.peek()) {
        (Some(one), Some(two)) => Some((one.0, one.1).cmp(&(two.0, two.1))),
        (Some(_), None) => Some(Ordering::Less),
        (None, Some(_)) => Some(Ordering::Greater),
        (None, None) => None,
    } {
        let before = if order.is_le() { now.next() } else { None };
        let after = if order.is_ge() { then.next() } else { None };
        match (before, after) {
            (Some(before), Some(after)) => other += u32::from(before.2 != after.2),
            (Some(_), None) => gone += 1,
            _ => come += 1,
        }
    }
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

/// "Verbatim", "Edited", "Related".
pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "Verbatim",
        Kind::Edited => "Edited",
        Kind::Related => "Related",
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
