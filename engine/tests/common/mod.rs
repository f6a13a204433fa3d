//! Texts for the properties: prose-like, so that sentences, passages and matches do occur, with
//! every trouble that real text brings.

use crossread_engine::{Comparison, Lang, Options, Reading, Source, compare};
use proptest::prelude::*;

/// A few words of several scripts, so that texts share runs by chance.
const WORDS: &[&str] = &[
    "ministers",
    "NATO",
    "Russia",
    "Ukraine’s",
    "troops",
    "withdrawal",
    "said",
    "the",
    "of",
    "and",
    "border",
    "military",
    "cooperation",
    "35,000",
    "Crimea",
    "suspended",
    "meeting",
    "Brussels",
    "no",
    "sign",
    "café",
    "naïve",
    "Київ",
    "війська",
    "حلف",
    "北约",
    "外长",
    "👍🏽",
    "U.S.",
    "don’t",
];

/// Prose of a few paragraphs.
pub fn prose() -> impl Strategy<Value = String> {
    let sentence = (
        prop::collection::vec(prop::sample::select(WORDS), 1..14),
        prop::sample::select(vec![
            ". ",
            "? ",
            ".” ",
            ".\n",
            ".\r\n\r\n",
            "\n\n",
            "… ",
            "。",
        ]),
        any::<bool>(),
    )
        .prop_map(|(words, end, quoted)| {
            let open = if quoted { "“" } else { "" };
            format!("{open}{}{end}", words.join(" "))
        });
    prop::collection::vec(sentence, 0..12).prop_map(|sentences| sentences.concat())
}

/// Prose, or anything at all.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => prose(), 1 => any::<String>(), 1 => "[ .a\u{301}\u{a0}“”'’\n\r\u{200d}。🇺🇦]{0,60}"]
}

/// Reads an English text without furniture.
pub fn read(text: &str) -> Reading {
    Reading::new(Source::new(text, Lang::English))
}

/// Compares two English texts.
pub fn compared(a: &str, b: &str, options: Options) -> Comparison {
    compare(&read(a), &read(b), options)
}

/// The comparison as it would be with the sides exchanged.
pub fn mirrored(comparison: &Comparison) -> Comparison {
    let mut turned = comparison.clone();
    std::mem::swap(&mut turned.a, &mut turned.b);
    std::mem::swap(&mut turned.closest_a, &mut turned.closest_b);
    for found in &mut turned.matches {
        std::mem::swap(&mut found.a, &mut found.b);
    }
    turned.matches.sort_by_key(|m| (m.a, m.b));
    for refused in &mut turned.refused {
        *refused = (refused.1, refused.0);
    }
    turned.refused.sort_unstable();
    for passage in &mut turned.passages {
        std::mem::swap(&mut passage.a, &mut passage.b);
    }
    turned.passages.sort();
    turned
}
