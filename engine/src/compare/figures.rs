//! Counts words and sentences by what they share. A word is counted once, under the strongest of: verbatim
//! match, edited match, related match, passage.

use crate::comparison::{Figures, Kind, Match};
use crate::options::Scope;
use crate::reading::{Reading, Standing};

use super::passages::Shared;

/// The figures of both sides.
pub fn count(
    a: &Reading,
    b: &Reading,
    scope: Scope,
    matches: &[Match],
    shared: &Shared,
) -> (Figures, Figures) {
    let (in_a, in_b) = shared.masks();
    let kinds = |reading: &Reading, place: fn(&Match) -> u32| {
        let mut strongest: Vec<Option<Kind>> = vec![None; reading.sentences.len()];
        for found in matches {
            let slot = &mut strongest[place(found) as usize];
            *slot = (*slot).max(Some(found.kind));
        }
        strongest
    };
    (
        side(a, scope, &kinds(a, |m| m.a), &in_a),
        side(b, scope, &kinds(b, |m| m.b), &in_b),
    )
}

fn side(reading: &Reading, scope: Scope, kinds: &[Option<Kind>], passage: &[bool]) -> Figures {
    let mut figures = Figures::default();
    for (sentence, kind) in reading.sentences.iter().zip(kinds) {
        let range = sentence.words.0 as usize..sentence.words.1 as usize;
        let total = range.len() as u32;
        if scope == Scope::Own && sentence.standing != Standing::Own {
            match sentence.standing {
                Standing::Repeat(_) => figures.repeat_words += total,
                _ => figures.furniture_words += total,
            }
            continue;
        }
        let counted = |at: &usize| scope == Scope::Full || reading.own[*at];
        let own = range.clone().filter(counted).count() as u32;
        figures.furniture_words += total - own;
        if total == 0 {
            continue;
        }
        figures.words += own;
        figures.sentences += 1;
        match kind {
            Some(Kind::Verbatim) => {
                figures.verbatim += own;
                figures.verbatim_sentences += 1;
            }
            Some(Kind::Edited) => {
                figures.edited += own;
                figures.edited_sentences += 1;
            }
            Some(Kind::Related) => {
                figures.related += own;
                figures.related_sentences += 1;
            }
            None => {
                figures.passage += range.filter(|&at| counted(&at) && passage[at]).count() as u32
            }
        }
    }
    figures
}
