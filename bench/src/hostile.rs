//! Texts that make a naive comparison very slow. Each is ordinary in size and extreme in one way.

use crate::chance::Chance;

/// A megabyte or so.
const WORDS: usize = 200_000;

/// Name, A and B of each pair.
pub fn pairs() -> Vec<(&'static str, String, String)> {
    let mut chance = Chance::new(1);
    let numbered = |number: usize| format!("w{number}");
    let in_order: Vec<String> = (0..WORDS).map(numbered).collect();
    let mut permuted = in_order.clone();
    for at in (1..permuted.len()).rev() {
        permuted.swap(at, chance.below(at + 1));
    }
    let mut stirred = permuted.clone();
    stirred.reverse();
    let sentences = |words: &[String]| {
        let list: Vec<String> = words
            .chunks(12)
            .map(|chunk| chunk.join(" ") + ".")
            .collect();
        list.join(" ")
    };
    let few: Vec<String> = (0..WORDS).map(|_| numbered(chance.below(40))).collect();
    let other: Vec<String> = (0..WORDS).map(|_| numbered(chance.below(40))).collect();
    vec![
        ("one word", "word ".repeat(WORDS), "word ".repeat(WORDS + 1)),
        (
            "one sentence",
            "The word is said. ".repeat(WORDS / 4),
            "The word is said. ".repeat(WORDS / 5),
        ),
        ("two permutations", permuted.join(" "), stirred.join(" ")),
        (
            "two permutations in sentences",
            sentences(&permuted),
            sentences(&stirred),
        ),
        (
            "two words in turn",
            "yes no ".repeat(WORDS / 2),
            "no yes no ".repeat(WORDS / 3),
        ),
        ("forty words at random", sentences(&few), sentences(&other)),
        ("no spaces", "x".repeat(1_000_000), "x".repeat(999_999)),
        (
            "no spaces, ideographs",
            "北约外长".repeat(80_000),
            "外长北约会".repeat(64_000),
        ),
        (
            "a million paragraphs",
            "a\n\n".repeat(1_000_000),
            "b\n\na\n\n".repeat(500_000),
        ),
        ("stops alone", ". ".repeat(500_000), "! ".repeat(500_000)),
        (
            "one quotation mark after another",
            "“a” ".repeat(170_000),
            "\"a\" ".repeat(250_000),
        ),
    ]
}
