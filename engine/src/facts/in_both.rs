//! The names that two articles have in common, with how often each article has each.

use std::collections::{BTreeMap, HashMap};

use crate::Span;
use crate::reading::Reading;
use crate::sort;

use super::Slot;
use super::own::own;

/// The most names that are looked for, and the most words of one.
const MOST: usize = 2_000;
const LONGEST: usize = 6;

/// A name that is in both articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct InBoth {
    /// Its first place in A, in bytes.
    pub a: Span,
    /// Its first place in B, in bytes.
    pub b: Span,
    /// How often its words occur in A and in B, without repeats and furniture.
    pub times: (u32, u32),
}

/// The names that both articles have, first those that both have often. Each article is a text and its reading. As with all
/// names, only English texts have any.
pub fn names_in_both(a: (&str, &Reading), b: (&str, &Reading)) -> Vec<InBoth> {
    let (of_a, of_b) = (names(a), names(b));
    let (mut common, mut at): (Vec<&[&str]>, Vec<(Span, Span)>) = Default::default();
    for (words, span) in &of_a {
        if let Some(other) = of_b.get(words)
            && common.len() < MOST
        {
            common.push(words);
            at.push((*span, *other));
        }
    }
    let times = [a, b].map(|(_, reading)| times(reading, &common));
    // "General" adds nothing to "Secretary General" if it occurs nowhere else.
    let is_part = |part: usize| {
        (0..common.len()).any(|whole| {
            common[whole].len() > common[part].len()
                && times.iter().all(|times| times[whole] == times[part])
                && common[whole]
                    .windows(common[part].len())
                    .any(|words| words == common[part])
        })
    };
    let order = sort::ordered(
        common.len(),
        &[
            &|at| !u64::from(times[0][at].min(times[1][at])),
            &|at| !u64::from(times[0][at].max(times[1][at])),
            &|at| at as u64,
        ],
    );
    let shown = order.into_iter().filter(|at| !is_part(*at));
    let found = shown.map(|place| InBoth {
        a: at[place].0,
        b: at[place].1,
        times: (times[0][place], times[1][place]),
    });
    found
        .filter(|one| one.times.0 > 0 && one.times.1 > 0)
        .collect()
}

/// The names of an article by their words, each with its first place.
fn names<'r>((text, reading): (&str, &'r Reading)) -> BTreeMap<Vec<&'r str>, Span> {
    let mut names = BTreeMap::new();
    let (facts, _) = own(text, reading);
    for fact in facts.iter().filter(|fact| fact.slot == Slot::Name) {
        let first = reading
            .words
            .partition_point(|word| word.span.start < fact.span.start);
        let words = reading.words.get(first..).unwrap_or_default();
        let inside = words
            .iter()
            .take_while(|word| word.span.end <= fact.span.end);
        let words: Vec<&str> = inside
            .take(LONGEST + 1)
            .map(|word| bare(reading.vocabulary.form(word.key)))
            .collect();
        let said = |word: &&str| word.chars().count() > 1;
        if words.len() <= LONGEST && words.iter().any(said) {
            names.entry(words).or_insert(fact.span);
        }
    }
    names
}

/// A word without *'s*.
fn bare(form: &str) -> &str {
    let bare = form.strip_suffix("'s").or_else(|| form.strip_suffix("’s"));
    bare.unwrap_or(form)
}

/// How often each of these occurs in an article. A name has a capital letter: "may" is not "May".
fn times(reading: &Reading, names: &[&[&str]]) -> Vec<u32> {
    let mut begins: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        if let Some(first) = name.first() {
            begins.entry(first).or_default().push(at);
        }
    }
    let mut times = vec![0; names.len()];
    let word = |at: usize| {
        reading
            .words
            .get(at)
            .map(|one| bare(reading.vocabulary.form(one.key)))
    };
    for (at, one) in reading.words.iter().enumerate() {
        if !one.capital || !reading.own.get(at).is_some_and(|own| *own) {
            continue;
        }
        for &name in word(at)
            .and_then(|first| begins.get(first))
            .into_iter()
            .flatten()
        {
            let rest = names[name].iter().enumerate();
            if rest
                .skip(1)
                .all(|(further, form)| word(at + further) == Some(form))
            {
                times[name] += 1;
            }
        }
    }
    times
}

#[cfg(test)]
mod tests {
    use super::names_in_both;
    use crate::lang::Lang;
    use crate::reading::{Reading, Source};

    fn said(a: &str, b: &str) -> Vec<String> {
        let [one, other] = [a, b].map(|text| {
            Reading::new(Source {
                text,
                lang: Lang::English,
                furniture: &[],
            })
        });
        let found = names_in_both((a, &one), (b, &other));
        let mirrored = names_in_both((b, &other), (a, &one));
        assert_eq!(found.len(), mirrored.len());
        for (there, back) in found.iter().zip(&mirrored) {
            assert_eq!((there.a, there.times.0), (back.b, back.times.1));
        }
        let name = |one: &super::InBoth| {
            let (in_a, in_b) = one.times;
            format!("{} {in_a} {in_b}", one.a.of(a))
        };
        found.iter().map(name).collect()
    }

    #[test]
    fn names_of_both_are_counted_in_each() {
        let a = "The envoys met NATO in Oslo. Ministers told NATO that Anna Berg may come. Norway's king stayed.";
        let b = "On Monday NATO spoke with Norway. Anna Berg was there, and Berg said it rained in Rome.";
        assert_eq!(said(a, b), ["NATO 2 1", "Anna Berg 1 1", "Norway's 1 1"]);
    }

    #[test]
    fn what_one_alone_names_or_is_no_name_is_left_out() {
        assert_eq!(
            said("It may rain in Rome.", "In May it rained."),
            Vec::<String>::new()
        );
        assert_eq!(said("", "NATO met NATO."), Vec::<String>::new());
    }
}
