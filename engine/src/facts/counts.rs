//! What the numbers of a sentence count. A number is often without its noun, which is in the words before it: *hundreds of troops
//! went, but tens of thousands remain*; *the troops, estimated to number 40,000*; *They counted the troops. There were 40,000.*
//! Comparing two sentences needs the noun only where it is given; across a story, a number is found by its noun.

use crate::Span;
use crate::values::{Unit, Value};

use super::said::{Item, Said, item};
use super::word::Class;

/// A number of things.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Count {
    /// The number, with the ranges of the article's text.
    pub value: Value,
    /// What it can count: its own noun, or those that the words before it offer.
    pub things: Vec<Thing>,
}

/// A noun in the plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Thing {
    /// Its stem: equal for equal nouns.
    pub noun: u64,
    /// Its place, in bytes of the article's text.
    pub span: Span,
}

/// How many tokens before a number are searched for a word that says what is counted.
const NEAR: usize = 4;
/// A number this early in a sentence may count what the sentence before is about.
const EARLY: usize = 5;

impl Said<'_> {
    /// The numbers of things in it. `before`: the sentence before in the same paragraph.
    pub(crate) fn counts(&self, before: Option<&Said<'_>>) -> Vec<Count> {
        let mut found: Vec<Count> = Vec::new();
        for (at, value) in &self.values {
            let Some(number) = value.number().filter(|one| one.unit == Unit::Count) else {
                continue;
            };
            if number.high < 2.0 {
                continue;
            }
            let own = item(&self.tokens, number.of);
            let things = match self.plural(own, false) {
                Some(thing) => vec![thing],
                None => self.carried(*at, &found, before),
            };
            let value = self.moved(value);
            found.push(Count { value, things });
        }
        found
    }

    /// What a number without its own noun can count.
    fn carried(&self, at: Item, found: &[Count], before: Option<&Said<'_>>) -> Vec<Thing> {
        // "hundreds of troops …, but tens of thousands"
        if let Some(last) = found.iter().rev().find(|one| !one.things.is_empty()) {
            return last.things.clone();
        }
        // "the troops, estimated by NATO to number 40,000"
        let from = at.from.saturating_sub(NEAR);
        if let Some(cue) = (from..at.from)
            .rev()
            .find(|&at| says_how_many(self.word(at)))
        {
            let all = Item { from: 0, to: cue };
            return self.plural(all, true).into_iter().collect();
        }
        // "There were 40,000."
        match before.filter(|_| at.from < EARLY) {
            Some(before) => before.plurals(),
            None => Vec::new(),
        }
    }

    /// The first noun in the plural among these tokens, or the last.
    fn plural(&self, all: Item, last: bool) -> Option<Thing> {
        let is_one = |&at: &usize| self.is_plural(at);
        let mut tokens = all.from..all.to.min(self.tokens.len());
        let at = match last {
            true => tokens.rev().find(is_one),
            false => tokens.find(is_one),
        };
        at.map(|at| self.thing(at))
    }

    /// All nouns in the plural.
    fn plurals(&self) -> Vec<Thing> {
        let all = (0..self.tokens.len()).filter(|&at| self.is_plural(at));
        all.map(|at| self.thing(at)).collect()
    }

    fn thing(&self, at: usize) -> Thing {
        Thing {
            noun: self.stems[at],
            span: self.span(Item {
                from: at,
                to: at + 1,
            }),
        }
    }

    /// Whether token `at` looks like a noun in the plural.
    fn is_plural(&self, at: usize) -> bool {
        let word = self.word(at);
        let known = self.known(at);
        let regular = word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is", "'s"]
                .iter()
                .any(|end| word.ends_with(end));
        let is_one = regular
            || matches!(
                word,
                "people"
                    | "men"
                    | "women"
                    | "children"
                    | "dead"
                    | "police"
                    | "servicemen"
                    | "aircraft"
            );
        is_one
            && known.content
            && known.stance.is_none()
            && !known.is(Class::Helper)
            && !self.in_value(at)
    }
}

/// Whether a word says how many there are of what comes before it.
fn says_how_many(word: &str) -> bool {
    matches!(
        word,
        "number"
            | "numbers"
            | "numbering"
            | "numbered"
            | "estimated"
            | "totalling"
            | "totaling"
            | "totalled"
            | "totaled"
            | "put"
            | "stands"
            | "stood"
            | "rose"
            | "risen"
            | "fell"
            | "fallen"
            | "reached"
            | "climbed"
            | "grew"
            | "grown"
    )
}

#[cfg(test)]
mod tests {
    use crate::facts::Finder;
    use crate::lang::Lang;

    /// Each number of the last sentence with what it counts: "40,000: troops". Each sentence is on its own line.
    fn counts(text: &str) -> String {
        let mut finder = Finder::new(Lang::English);
        let mut said = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            said.push(finder.read(text, crate::Span::new(start, start + line.len()), &[]));
            start += line.len() + 1;
        }
        let (last, before) = said.split_last().expect("a sentence");
        let all = last.counts(before.last()).into_iter().map(|one| {
            let things: Vec<&str> = one.things.iter().map(|thing| thing.span.of(text)).collect();
            format!("{}: {}", one.value.span.of(text), things.join(" "))
        });
        all.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_number_has_its_noun_beside_it_or_from_the_words_before() {
        for (text, expected) in [
            (
                "Russia still had some 35,000-40,000 troops stationed near the border.",
                "some 35,000-40,000: troops",
            ),
            (
                "Russia pulled back hundreds of troops on Monday, but reports say tens of thousands still remain.",
                "hundreds: troops, tens of thousands: troops",
            ),
            (
                "He said the troops, estimated by NATO to number 40,000, were pulling back.",
                "40,000: troops",
            ),
            ("The number of dead rose to twelve.", "twelve: dead"),
            (
                "They had counted the troops.\nThere were about 40,000, an official said.",
                "about 40,000: troops",
            ),
            ("The road is closed.\nThere were 40,000.", "40,000: "),
            ("It cost $40,000 and took three weeks.", ""),
            (
                "Dozens of people fled, and two returned.",
                "Dozens: people, two: people",
            ),
        ] {
            assert_eq!(counts(text), expected, "{text}");
        }
    }
}
