//! The whole engine on pairs of odd texts: reads, compares and diffs them, and checks every answer.

use super::odd::{altered, text};
use super::truths::{check_comparison, check_diff, check_mirrored, check_reading, hold};
use super::{Case, Fault};
use crate::chance::Chance;
use crossread_engine::word_diff::{reading_diff, text_diff, word_diff};
use crossread_engine::{
    Lang, MinWords, Options, Reading, Scope, Source, Span, Strictness, compare,
};

const LANGS: [Lang; 6] = [
    Lang::English,
    Lang::German,
    Lang::Russian,
    Lang::Greek,
    Lang::Arabic,
    Lang::Other,
];

/// Two texts and what is asked of them.
#[derive(Clone, Debug)]
pub struct Pair {
    texts: [Vec<char>; 2],
    lang: Lang,
    furniture: Vec<Span>,
    options: Options,
}

impl Case for Pair {
    fn new(seed: u64) -> Pair {
        let mut chance = Chance::new(seed);
        let a = text(&mut chance);
        let b = if chance.happens(0.6) {
            altered(&a, &mut chance)
        } else {
            text(&mut chance)
        };
        let furniture = (0..chance.below(3)).map(|_| {
            let (from, to) = (chance.below(a.len() + 9), chance.below(a.len() + 9));
            Span::new(from.min(to), from.max(to))
        });
        let furniture = furniture.collect();
        Pair {
            texts: [a, b].map(|text| text.chars().collect()),
            lang: *chance.one_of(&LANGS),
            furniture,
            options: Options::default()
                .with_min_words(MinWords::clamped(chance.between(3, 12) as u8))
                .with_strictness(*chance.one_of(&Strictness::ALL))
                .with_scope(if chance.happens(0.5) {
                    Scope::Own
                } else {
                    Scope::Full
                }),
        }
    }

    fn check(&self) -> Result<(), Fault> {
        let [a_text, b_text] = self.texts.each_ref().map(|text| text.iter().collect());
        let (a_text, b_text): (String, String) = (a_text, b_text);
        let read =
            |text, furniture| Reading::new(Source::new(text, self.lang).with_furniture(furniture));
        let (a, b) = (read(&a_text, &self.furniture), read(&b_text, &[]));
        check_reading(&a_text, &a)?;
        check_reading(&b_text, &b)?;
        let found = compare(&a, &b, self.options);
        check_comparison(&a, &b, &found)?;
        let back = compare(&b, &a, self.options);
        check_mirrored(&found, &back)?;
        let same = compare(&a, &a, self.options);
        hold(
            same.a.containment() == same.b.containment(),
            "an article does not hold itself as it is held",
        )?;
        for diff in [word_diff(&a_text, &b_text), text_diff(&a_text, &b_text)] {
            check_diff(&a_text, &b_text, &diff, true)?;
        }
        for m in found.matches.iter().take(4) {
            let of = |reading: &Reading, text: &str, at: u32| {
                reading.sentences[at as usize].span.of(text).to_owned()
            };
            let (left, right) = (of(&a, &a_text, m.a), of(&b, &b_text, m.b));
            check_diff(&left, &right, &word_diff(&left, &right), true)?;
            check_diff(&left, &right, &reading_diff(&left, &right), false)?;
        }
        Ok(())
    }

    fn lengths(&self) -> Vec<usize> {
        self.texts.iter().map(Vec::len).collect()
    }

    fn without(&self, text: usize, from: usize, to: usize) -> Pair {
        let mut less = self.clone();
        less.texts[text].drain(from..to);
        less
    }

    fn shown(&self) -> String {
        let [a, b] = self
            .texts
            .each_ref()
            .map(|text| text.iter().collect::<String>());
        format!(
            "{a:?}\n  {b:?}\n  {:?}, furniture {:?}, {:?}",
            self.lang, self.furniture, self.options
        )
    }
}
