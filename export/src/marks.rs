//! What is marked in the two texts: which sentences have a match, and the words that differ in them.

use crate::differs::marked;
use crate::report::{At, Kind, Match, Scope, Sentence, Standing};
use crate::view::{View, Which};

/// How a sentence is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The number of its strongest match, from 1, and its kind.
    pub(crate) strongest: Option<(usize, Kind)>,
    /// What differs from the other article, in order and without overlap, and whether it clashes.
    pub(crate) differing: Vec<(At, bool)>,
}

/// The marks of that side, sentence by sentence.
pub(crate) fn marks(view: &View<'_>, which: Which) -> Vec<Marked> {
    let sentences = &view.article(which).sentences;
    let mut all = vec![Marked::default(); sentences.len()];
    for (i, found) in view.report.matches.iter().enumerate() {
        let index = which.of(found.a, found.b) as usize;
        let (Some(one), Some(sentence)) = (all.get_mut(index), sentences.get(index)) else {
            continue;
        };
        // `Verbatim` is the least of the kinds in their order.
        if one.strongest.is_none_or(|(_, kind)| found.kind < kind) {
            one.strongest = Some((i + 1, found.kind));
        }
        let told = found.facts.iter().filter_map(|fact| {
            let (clash, at) = (marked(fact)?, which.of(fact.a, fact.b)?);
            (clash || is_small(at, sentence.at)).then_some((at, clash))
        });
        one.differing.extend(told);
        if found.kind == Kind::Edited {
            one.differing.extend(changed(view, which, found, sentence));
        }
    }
    for one in &mut all {
        one.differing = flat(&one.differing);
    }
    all
}

/// Whether a sentence is compared.
pub(crate) fn takes_part(view: &View<'_>, sentence: &Sentence) -> bool {
    view.report.options.scope == Scope::Full || sentence.standing == Standing::Own
}

/// The words of the sentence that differ in the other one. Empty if they are most of it, since a mark over a whole
/// sentence shows nothing.
fn changed(view: &View<'_>, which: Which, found: &Match, sentence: &Sentence) -> Vec<(At, bool)> {
    let mut at = sentence.at[0];
    let mut changed = Vec::new();
    for piece in view.pieces(which, found) {
        let (before, inside, _) = piece.parts();
        let [start, end] = [before, inside].map(|text| text.chars().count());
        if !piece.same && end > 0 {
            changed.push(([at + start, at + start + end], false));
        }
        at += piece.text.chars().count();
    }
    let all: usize = changed.iter().map(|([start, end], _)| end - start).sum();
    match is_small([0, all], sentence.at) {
        true => changed,
        false => Vec::new(),
    }
}

/// Whether it is at most half of the sentence.
fn is_small(at: At, sentence: At) -> bool {
    let length = |[start, end]: At| end.saturating_sub(start);
    length(at) * 2 <= length(sentence)
}

/// The same stretches without overlap; if two overlap, the clash wins.
fn flat(marks: &[(At, bool)]) -> Vec<(At, bool)> {
    // They are few and nearly in order. The standard sort would be larger than this file.
    let mut edges: Vec<usize> = Vec::new();
    for edge in marks.iter().flat_map(|(at, _)| *at) {
        let place = edges.iter().rposition(|one| *one <= edge);
        if place.is_none_or(|place| edges.get(place) != Some(&edge)) {
            edges.insert(place.map_or(0, |place| place + 1), edge);
        }
    }
    let mut out: Vec<(At, bool)> = Vec::new();
    for (&start, &end) in edges.iter().zip(edges.iter().skip(1)) {
        let over = marks
            .iter()
            .filter(|(at, _)| at[0] <= start && end <= at[1]);
        let Some(clash) = over.map(|(_, clash)| *clash).max() else {
            continue;
        };
        match out.last_mut() {
            Some((last, kind)) if last[1] == start && *kind == clash => last[1] = end,
            _ => out.push(([start, end], clash)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::flat;

    #[test]
    fn where_marks_overlap_the_clash_shows() {
        let marks = [
            ([0, 4], false),
            ([6, 9], false),
            ([3, 7], true),
            ([9, 10], false),
        ];
        let expected = [([0, 3], false), ([3, 7], true), ([7, 10], false)];
        assert_eq!(flat(&marks), expected);
        assert_eq!(flat(&[]), []);
    }
}
