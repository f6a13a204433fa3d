//! The splitter against itself: one text, written in ways that a reader cannot tell apart, is cut at the same places.

use super::odd::text;
use super::{Case, Fault, files_of};
use crate::chance::Chance;
use crossread_segment::quotes::quotations;
use crossread_segment::{Lang, Span, paragraphs, sentences};
use unicode_normalization::UnicodeNormalization;

const LANGS: [Lang; 8] = [
    Lang::English,
    Lang::German,
    Lang::French,
    Lang::Spanish,
    Lang::Russian,
    Lang::Greek,
    Lang::Arabic,
    Lang::Other,
];

/// A text and its language.
#[derive(Clone, Debug)]
pub struct Cut {
    text: Vec<char>,
    lang: Lang,
}

impl Case for Cut {
    fn new(seed: u64) -> Cut {
        let mut chance = Chance::new(seed);
        Cut {
            text: text(&mut chance).chars().collect(),
            lang: *chance.one_of(&LANGS),
        }
    }

    /// The texts of the corpus, in every language.
    fn kept() -> Vec<Cut> {
        let texts = files_of("bench/corpus/texts").into_iter();
        texts
            .flat_map(|(_, bytes)| {
                let text: Vec<char> = String::from_utf8_lossy(&bytes).chars().collect();
                LANGS.map(|lang| Cut {
                    text: text.clone(),
                    lang,
                })
            })
            .collect()
    }

    fn check(&self) -> Result<(), Fault> {
        let text: String = self.text.iter().collect();
        // A letter and its marks may be one character or several, with the marks in any order.
        let usual: String = text.chars().filter(|c| !is_rare(*c)).collect();
        let composed: String = usual.nfc().filter(|c| !is_rare(*c)).collect();
        let apart: String = composed.nfd().collect();
        let alike = |one: &str| one.nfd().collect::<String>();
        self.same_parts(&composed, &apart, alike, "decomposed letters move a cut")?;
        // A line may end in three ways.
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        for (end, fault) in [
            ("\r\n", "line ends of Windows move a cut"),
            ("\r", "line ends of old Macs move a cut"),
        ] {
            let alike = |one: &str| one.replace(end, "\n");
            self.same_parts(&lines, &lines.replace('\n', end), alike, fault)?;
        }
        // A space may forbid a break beside it.
        let spaced = text.replace('\u{a0}', " ");
        let alike = |one: &str| one.replace('\u{a0}', " ");
        self.same_parts(
            &spaced,
            &spaced.replace(' ', "\u{a0}"),
            alike,
            "no-break spaces move a cut",
        )?;
        self.same_parts(&spaced, &text, alike, "a no-break space moves a cut")
    }

    fn lengths(&self) -> Vec<usize> {
        vec![self.text.len()]
    }

    fn without(&self, _text: usize, from: usize, to: usize) -> Cut {
        let mut less = self.clone();
        less.text.drain(from..to);
        less
    }

    fn shown(&self) -> String {
        format!(
            "{:?}, {:?}",
            self.text.iter().collect::<String>(),
            self.lang
        )
    }
}

/// Letters with marks of languages whose composed letters the splitter does not know (`segment/src/chars.rs`), signs
/// that decompose, and voiced kana, which change how far the splitter looks ahead.
fn is_rare(c: char) -> bool {
    let known = matches!(c, '\0'..='\u{17f}' | 'Ș'..='ț' | '\u{370}'..='\u{45f}' | 'Ạ'..='ỹ' | '\u{900}'..='\u{dff}' | '가'..='힣');
    !known && !unicode_normalization::is_nfd(&c.to_string())
}

impl Cut {
    /// Whether both texts have the same paragraphs, sentences and quotations after `alike` has brought them into one form.
    fn same_parts(
        &self,
        one: &str,
        other: &str,
        alike: impl Fn(&str) -> String,
        otherwise: &'static str,
    ) -> Result<(), Fault> {
        let parts = |text: &str| {
            let paragraphs = paragraphs(text);
            let quotations = quotations(text, &paragraphs, self.lang);
            let words = |spans: &[Span]| -> Vec<String> {
                spans.iter().map(|span| alike(span.of(text))).collect()
            };
            [
                ("paragraph", words(&paragraphs)),
                ("sentence", words(&sentences(text, self.lang))),
                ("quotation", words(&quotations)),
            ]
        };
        for ((what, one), (_, other)) in parts(one).into_iter().zip(parts(other)) {
            if one != other {
                let first = one.iter().zip(&other).position(|(one, other)| one != other);
                let at = first.unwrap_or(one.len().min(other.len()));
                return Err(Fault::from(format!(
                    "{otherwise}: {what} {at} is {:?} or {:?}",
                    one.get(at),
                    other.get(at)
                )));
            }
        }
        Ok(())
    }
}
