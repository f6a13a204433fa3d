//! Properties of every text: its sentences cover it, typography and composition move no cut, later text
//! changes no earlier cut, and hostile texts take no longer than others.

use super::{paragraphs, sentences};
use crate::Span;
use crate::lang::Lang;
use proptest::prelude::*;

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

/// Pieces that a text is put together from, the hard ones among them.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    ".",
    ".",
    ".",
    ". ",
    "...",
    "…",
    " . . .",
    "!",
    "?",
    "?!",
    ",",
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
    "He",
    "said",
    "asked",
    "Mr",
    "Dr",
    "U.S",
    "p.m",
    "No",
    "J",
    "I",
    "i",
    "a",
    "b",
    "1",
    "2",
    "12",
    "1.",
    "2)",
    "3.50",
    "etc",
    "don't",
    "café",
    "École",
    "Ёлка",
    "й",
    "Märkte",
    "å",
    "http://a.b/",
    "x@y.z",
    "word",
    "words",
    "Word",
    "NATO",
    "Image:",
    "これは",
    "。",
    "！",
    "「",
    "」",
    "と",
    "（",
    "）",
    "مرحبا",
    "؟",
    "۔",
    "है",
    "।",
    "Բարև",
    ":",
    "α",
    "ά",
    "Ελλάδα",
    "\u{200b}",
    "\u{202c}",
    "\u{301}",
    "😀",
    ":)",
    "\0",
    "𝔘",
    "가",
    "が",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(&LANGS[..])
}

/// The spans in characters, as `count` counts them.
fn in_chars(text: &str, spans: &[Span], count: impl Fn(char) -> usize) -> Vec<(usize, usize)> {
    let at = |byte: usize| text.get(..byte).unwrap_or("").chars().map(&count).sum();
    spans
        .iter()
        .map(|span| (at(span.start), at(span.end)))
        .collect()
}

fn check_tiles(text: &str, spans: &[Span]) -> Result<(), TestCaseError> {
    let mut end = 0;
    for span in spans {
        let gap = text.get(end..span.start);
        prop_assert!(
            gap.is_some_and(|gap| gap.trim().is_empty()),
            "{gap:?} before {span:?}"
        );
        let body = span.of(text);
        prop_assert!(!body.is_empty() && body == body.trim(), "{body:?}");
        end = span.end;
    }
    prop_assert_eq!(text.get(end..).map(str::trim), Some(""));
    Ok(())
}

/// The letters of `PIECES` that have a decomposed form.
fn decompose(text: &str) -> String {
    let pairs = [
        ('é', "e\u{301}"),
        ('É', "E\u{301}"),
        ('Ё', "Е\u{308}"),
        ('й', "и\u{306}"),
        ('ä', "a\u{308}"),
        ('å', "a\u{30a}"),
        ('ά', "α\u{301}"),
        ('가', "\u{1100}\u{1161}"),
        ('が', "か\u{3099}"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (c, parts)| text.replace(*c, parts))
}

proptest! {
    #[test]
    fn sentences_and_paragraphs_tile_the_text(text in text(), lang in lang()) {
        let (outer, inner) = (paragraphs(&text), sentences(&text, lang));
        check_tiles(&text, &outer)?;
        check_tiles(&text, &inner)?;
        for span in inner {
            prop_assert!(outer.iter().any(|paragraph| paragraph.holds(span)));
        }
    }

    #[test]
    fn any_characters_at_all_tile(text in "\\PC{0,80}", lang in lang()) {
        check_tiles(&text, &sentences(&text, lang))?;
    }

    #[test]
    fn straight_marks_are_cut_like_curly_ones(text in text(), lang in lang()) {
        let straight: String = text.chars().map(|c| match c {
            '“' | '”' | '„' => '"',
            '‘' | '’' => '\'',
            c => c,
        }).collect();
        prop_assert_eq!(
            in_chars(&text, &sentences(&text, lang), |_| 1),
            in_chars(&straight, &sentences(&straight, lang), |_| 1)
        );
    }

    #[test]
    fn a_space_that_does_not_break_is_a_space(text in text(), lang in lang()) {
        let plain = text.replace('\u{a0}', " ");
        prop_assert_eq!(
            in_chars(&text, &sentences(&text, lang), |_| 1),
            in_chars(&plain, &sentences(&plain, lang), |_| 1)
        );
    }

    #[test]
    fn decomposed_text_is_cut_like_composed_text(text in text(), lang in lang()) {
        let apart = decompose(&text);
        let count = |c: char| usize::from(!super::chars::is_mark(c));
        prop_assert_eq!(
            in_chars(&text, &sentences(&text, lang), count),
            in_chars(&apart, &sentences(&apart, lang), count)
        );
    }

    #[test]
    fn what_follows_changes_nothing_before(text in text(), more in text(), lang in lang()) {
        let longer = format!("{text}\n\n{more}");
        let (before, after) = (sentences(&text, lang), sentences(&longer, lang));
        prop_assert_eq!(Some(&before[..]), after.get(..before.len()));
        let (before, after) = (paragraphs(&text), paragraphs(&longer));
        prop_assert_eq!(Some(&before[..]), after.get(..before.len()));
    }
}

#[test]
fn a_remark_in_brackets_is_as_long_decomposed_as_composed() {
    let text = format!("It rained.[{}] It snowed.", "é".repeat(30));
    let apart = decompose(&text);
    let [together, apart] = [&text, &apart].map(|text| sentences(text, Lang::English).len());
    assert_eq!([together, apart], [2, 2]);
}

#[test]
fn hostile_texts_are_cut_to_their_end() {
    // Long enough that a step that looks back over the whole text for each sign would not come to an end.
    let n = 60_000;
    let hostile = [
        "x",
        "\n",
        "\r",
        ".",
        ". ",
        "...",
        " ",
        "\u{301}",
        "\u{200b}",
        "\"",
        "'",
        "' ",
        "(",
        ".)",
        ". :) ",
        ".[1]",
        "1. a ",
        "• ",
        "- ",
        "5 a.m. ",
        "Mr. ",
        "J. ",
        "http://a.",
        "a@b.",
        "abcd.Abcd",
        "?\" Aaa ",
        "Aaa ",
        "Image: ",
        "。",
        "「",
        "（",
        "ա:",
        "α;",
        "abc\n",
        ".\u{202c}",
        "— a",
        "``",
        "ก",
        "ก\u{200b}",
        "ក្",
        "[a",
        "a[",
        "''",
        "a-\nb",
        "²",
        "[1",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c\n",
    ];
    for piece in hostile {
        for start in ["", "“Oh? ", ". "] {
            let text = format!("{start}{}", piece.repeat(n / piece.len()));
            let spans = sentences(&text, Lang::English);
            assert!(check_tiles(&text, &spans).is_ok(), "{start:?} {piece:?}");
            crate::quotes::quotations(&text, &paragraphs(&text), Lang::English);
            crate::quotes::quotations(&text, &paragraphs(&text), Lang::French);
            crate::words::words(&text, &crate::fold::nfkc);
        }
    }
}
