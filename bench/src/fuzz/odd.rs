//! Odd texts for the fuzzer, made of ordinary words and of everything that makes segmenters and diffs fail.

use crate::chance::Chance;

/// The pieces of texts: ordinary words, and everything that makes segmenters and diffs fail.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    ". ",
    ". ",
    ", ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "\u{2029}",
    "\u{c}",
    ".",
    "...",
    "…",
    " . . .",
    "!",
    "?",
    "?!",
    ":",
    ";",
    "\"",
    "“",
    "”",
    "„",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    "[1]",
    "—",
    "-",
    "•",
    "The",
    "the",
    "of",
    "He",
    "said",
    "asked",
    "ministers",
    "Ministers",
    "NATO",
    "Russia",
    "Ukraine’s",
    "troops",
    "border",
    "military",
    "cooperation",
    "suspended",
    "Mr",
    "Dr.",
    "U.S.",
    "p.m.",
    "No",
    "J.",
    "I",
    "a",
    "b",
    "1",
    "2",
    "12",
    "1.",
    "2)",
    "3.50",
    "35,000",
    "don’t",
    "don't",
    "café",
    "cafe\u{301}",
    "École",
    "Ёлка",
    "й",
    "Märkte",
    "ﬁn",
    "İs",
    "ΟΔΟΣ",
    "Київ",
    "http://a.b/",
    "www.a",
    "x@y.z",
    "Image:",
    "これは",
    "北约",
    "外长",
    "。",
    "！",
    "「",
    "」",
    "（",
    "）",
    "《",
    "カタ",
    "ผม",
    "مرحبا",
    "؟",
    "۔",
    "है",
    "।",
    "Բարև",
    "α",
    "Ελλάδα",
    "\u{200b}",
    "\u{ad}",
    "\u{202c}",
    "\u{301}",
    "\u{fe0f}",
    "\u{200d}",
    "😀",
    "👍🏽",
    "🇺🇦",
    "\0",
    "𝔘",
    "가",
    "が",
    "\u{feff}",
    "\u{10ffff}",
];

/// Pieces, or arbitrary characters; mostly short, sometimes several pages.
pub fn text(chance: &mut Chance) -> String {
    let length = match chance.below(50) {
        0 => chance.between(200, 1_500),
        1..6 => 0,
        6..20 => chance.between(1, 8),
        _ => chance.between(8, 120),
    };
    let wild = chance.share() * chance.share() * chance.share();
    // Few different pieces make texts that repeat themselves.
    let kinds = if chance.happens(0.3) {
        chance.between(1, 8)
    } else {
        PIECES.len()
    };
    let first = chance.below(PIECES.len());
    let spaced = chance.happens(0.5);
    let mut text = String::new();
    for _ in 0..length {
        if chance.happens(wild) {
            text.push(any_char(chance));
        } else {
            text.push_str(PIECES[(first + chance.below(kinds)) % PIECES.len()]);
        }
        if spaced && chance.happens(0.5) {
            text.push(' ');
        }
    }
    text
}

fn any_char(chance: &mut Chance) -> char {
    let end = *chance.one_of(&[0x80, 0x250, 0x3000, 0xffff, 0x11_0000]);
    char::from_u32(chance.below(end) as u32).unwrap_or('\u{fffd}')
}

/// The text with pieces taken out, put in, moved and repeated.
pub fn altered(text: &str, chance: &mut Chance) -> String {
    let mut pieces: Vec<&str> = text.split_inclusive([' ', '\n']).collect();
    for _ in 0..chance.below(8) {
        let at = chance.below(pieces.len() + 1);
        let to = chance.between(at, pieces.len().min(at + 12));
        match chance.below(4) {
            0 => drop(pieces.drain(at..to)),
            1 => pieces.insert(at, chance.one_of::<&str>(PIECES)),
            2 => {
                let some: Vec<&str> = pieces[at..to].to_vec();
                pieces.extend(some);
            }
            _ => {
                let some: Vec<&str> = pieces.drain(at..to).collect();
                let place = chance.below(pieces.len() + 1);
                pieces.splice(place..place, some);
            }
        }
    }
    pieces.concat()
}
