//! The facts of all matches of two articles, settled with each other. A sentence may match several sentences, and what one
//! of them does not say another may. A reader takes *only in A* as a statement about the articles. So what the other
//! article tells in one of its matched sentences is not listed as told by only one.

use crate::Span;
use crate::sort;
use crate::values::Value;

use super::{Fact, Relation, Slot};

/// How many things of the other side are searched for one that says the same in other sentences. Articles have fewer.
const LOOKED_THROUGH: usize = 1_000;

/// Removes facts of only one side that the other article does tell: another match has a counterpart of the same words, or
/// another matched sentence of the other article has the same number, date, name or quotation. `all`: the facts of each
/// match; `a` and `b`: the texts of their ranges. Everything else does not change. Total.
pub fn settle(all: &mut [Vec<Fact>], a: &str, b: &str) {
    let sides = [Told::of(all, a, true), Told::of(all, b, false)];
    for facts in all {
        facts.retain(|fact| {
            let (own, other, place, value) = match fact.relation {
                Relation::OnlyA => (&sides[0], &sides[1], fact.a, fact.values.0),
                Relation::OnlyB => (&sides[1], &sides[0], fact.b, fact.values.1),
                _ => return true,
            };
            let Some(place) = place else { return true };
            !own.is_answered(fact.slot, place)
                && !other.has(fact.slot, value.as_ref(), place.of(own.text), own.text)
        });
    }
}

/// What one side tells in its matched sentences.
struct Told<'t> {
    text: &'t str,
    /// What has a counterpart on the other side, by slot and place.
    answered: Vec<(Slot, Span)>,
    /// Its numbers, dates, names and quotations.
    things: Vec<(Slot, Span, Option<Value>)>,
}

impl<'t> Told<'t> {
    fn of(all: &[Vec<Fact>], text: &'t str, is_a: bool) -> Told<'t> {
        let mut answered = Vec::new();
        let mut things = Vec::new();
        for fact in all.iter().flatten() {
            let (place, value, other) = match is_a {
                true => (fact.a, fact.values.0, fact.b),
                false => (fact.b, fact.values.1, fact.a),
            };
            let Some(place) = place else { continue };
            if other.is_some() {
                answered.push((fact.slot, place));
            }
            let comparable = matches!(
                fact.slot,
                Slot::Number | Slot::Date | Slot::Name | Slot::Quotation
            );
            if comparable && things.len() < LOOKED_THROUGH {
                things.push((fact.slot, place, value));
            }
        }
        let key = |at: usize| {
            let (slot, place) = answered[at];
            (slot as u64) << 32 | place.start as u64
        };
        let order = sort::order(answered.len(), &key);
        Told {
            text,
            answered: order.into_iter().map(|at| answered[at]).collect(),
            things,
        }
    }

    /// Whether the words there have a counterpart on the other side, in any match.
    fn is_answered(&self, slot: Slot, place: Span) -> bool {
        let before = |one: &(Slot, Span)| (one.0, one.1.start) < (slot, place.end);
        let next = self.answered.partition_point(before);
        let last = self.answered[..next].last();
        last.is_some_and(|(of, span)| *of == slot && span.end > place.start)
    }

    /// Whether it tells the same: an equal value of the same thing, or the same words.
    fn has(&self, slot: Slot, value: Option<&Value>, words: &str, text: &str) -> bool {
        self.things.iter().any(|(of, place, told)| {
            *of == slot
                && match (value, told) {
                    (Some(one), Some(other)) => {
                        one.same(other) && of_one_thing(one, text, other, self.text)
                    }
                    (None, None) => same_words(slot, words, place.of(self.text)),
                    _ => false,
                }
        })
    }
}

/// Whether two numbers count the same, if both say what they count.
fn of_one_thing(one: &Value, text: &str, other: &Value, other_text: &str) -> bool {
    let counted = |value: &Value, text: &str| {
        let of = value.number().map_or("", |number| number.of.of(text));
        of.split_whitespace().last().unwrap_or("").to_lowercase()
    };
    let (one, other) = (counted(one, text), counted(other, other_text));
    // Singular and plural.
    let bare = |word: &str| word.trim_end_matches('s').to_owned();
    one.is_empty() || other.is_empty() || bare(&one) == bare(&other)
}

/// Whether two names are the same, with the shorter as the end of the longer (*Rasmussen*), or two quotations have the same
/// words.
fn same_words(slot: Slot, one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let plain = text.split(|c: char| !c.is_alphanumeric());
        let plain = plain.filter(|word| !word.is_empty());
        plain.map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    match slot {
        Slot::Name => {
            !one.is_empty() && !other.is_empty() && (one.ends_with(&other) || other.ends_with(&one))
        }
        _ => !one.is_empty() && one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Between, Fact, Relation};
    use super::settle;
    use crate::{Lang, Reading, Source};

    /// The facts of these pairs of sentences, settled, in words: "number only_a 28".
    fn settled(a: &str, b: &str, pairs: &[(u32, u32)]) -> Vec<String> {
        let (read_a, read_b) = (
            Reading::new(Source::new(a, Lang::English)),
            Reading::new(Source::new(b, Lang::English)),
        );
        let mut between = Between::new((a, &read_a), (b, &read_b));
        let mut all: Vec<Vec<Fact>> = pairs
            .iter()
            .map(|&(i, j)| between.sentences(i, j))
            .collect();
        settle(&mut all, a, b);
        let alone = all.iter().flatten();
        let alone = alone.filter_map(|fact| match fact.relation {
            Relation::OnlyA => Some(format!("{:?} A {}", fact.slot, fact.a?.of(a))),
            Relation::OnlyB => Some(format!("{:?} B {}", fact.slot, fact.b?.of(b))),
            _ => None,
        });
        alone.collect()
    }

    const A: &str = "They do not recognize the annexation of Crimea by Russia.";

    #[test]
    fn what_another_match_answers_is_not_told_by_one_alone() {
        let b = "The members react to the annexation of Crimea by Russia. We do not recognize the annexation of Crimea.";
        let alone = settled(A, b, &[(0, 0)]);
        assert!(
            alone.iter().any(|one| one.starts_with("Negation A")),
            "{alone:?}"
        );
        let both = settled(A, b, &[(0, 0), (0, 1)]);
        assert!(
            !both.iter().any(|one| one.starts_with("Negation")),
            "{both:?}"
        );
    }

    #[test]
    fn what_another_matched_sentence_has_is_not_told_by_one_alone() {
        let a = "The council sold 28 boats on Tuesday to the harbour of Zatoka. The mayor praised the sale.";
        let b = "The council sold boats to the harbour of Zatoka. The mayor praised the sale of 28 boats on Tuesday.";
        let alone = settled(a, b, &[(0, 0)]);
        assert!(alone.contains(&"Number A 28".to_owned()), "{alone:?}");
        let both = settled(a, b, &[(0, 0), (1, 1)]);
        assert!(
            !both
                .iter()
                .any(|one| one.contains("28") || one.contains("Tuesday")),
            "{both:?}"
        );
    }

    #[test]
    fn an_equal_number_of_another_thing_stays() {
        let a = "The council sold 28 boats to the harbour. The mayor praised the sale.";
        let b =
            "The council sold boats to the harbour. The mayor praised the sale before 28 guests.";
        let both = settled(a, b, &[(0, 0), (1, 1)]);
        assert!(both.contains(&"Number A 28".to_owned()), "{both:?}");
        assert!(both.contains(&"Number B 28".to_owned()), "{both:?}");
    }

    #[test]
    fn what_differs_stays_as_it_is() {
        let a = "The council sold 28 boats to the harbour.";
        let b = "The council sold 31 boats to the harbour.";
        let (read_a, read_b) = (
            Reading::new(Source::new(a, Lang::English)),
            Reading::new(Source::new(b, Lang::English)),
        );
        let facts = Between::new((a, &read_a), (b, &read_b)).sentences(0, 0);
        let mut all = vec![facts.clone(), facts.clone()];
        settle(&mut all, a, b);
        assert_eq!(all, [facts.clone(), facts]);
    }
}
