//! Tests in a one-line notation: text outside the brackets is in both, `[a/b]` is `a` in A and `b` in B.

use proptest::prelude::*;

use super::{Hunk, Op, WordDiff, text_diff, word_diff};
use crossread_segment::Span;

/// The two texts of a case, and its hunks.
fn read(case: &str) -> (String, String, Vec<Hunk>) {
    let (mut a, mut b, mut hunks) = (String::new(), String::new(), Vec::new());
    let mut put = |in_a: &str, in_b: &str, op: Op| {
        let (from_a, from_b) = (a.len(), b.len());
        a.push_str(in_a);
        b.push_str(in_b);
        if !in_a.is_empty() || !in_b.is_empty() {
            hunks.push(Hunk {
                op,
                a: Span::new(from_a, a.len()),
                b: Span::new(from_b, b.len()),
            });
        }
    };
    for (n, part) in case.split(['[', ']']).enumerate() {
        match part.split_once('/') {
            Some((in_a, "")) if n % 2 == 1 => put(in_a, "", Op::Delete),
            Some(("", in_b)) if n % 2 == 1 => put("", in_b, Op::Insert),
            Some((in_a, in_b)) if n % 2 == 1 => put(in_a, in_b, Op::Replace),
            _ => put(part, part, Op::Equal),
        }
    }
    (a, b, hunks)
}

/// A diff in the notation of the cases; where white space differs, A's is shown.
fn write(found: &WordDiff, a: &str, b: &str) -> String {
    let shown = found.hunks.iter().map(|hunk| match hunk.op {
        Op::Equal => hunk.a.of(a).to_owned(),
        _ => format!("[{}/{}]", hunk.a.of(a), hunk.b.of(b)),
    });
    shown.collect()
}

#[track_caller]
fn diff(case: &str) {
    let (a, b, hunks) = read(case);
    let found = word_diff(&a, &b);
    assert_eq!(write(&found, &a, &b), case);
    assert_eq!(found.hunks, hunks);
    assert!(found.precise);
    assert_eq!(text_diff(&a, &b), found);
    assert_eq!(word_diff(&b, &a).hunks, mirrored(&found));
}

fn mirrored(found: &WordDiff) -> Vec<Hunk> {
    found.hunks.iter().map(|hunk| hunk.mirrored()).collect()
}

#[test]
fn marks_a_changed_word() {
    diff("one [two/twi] three");
    diff("[one/two]");
    diff("[One/Two] three");
    diff("the talks [failed/collapsed].");
}

#[test]
fn says_nothing_of_equal_texts() {
    diff("");
    diff("The talks failed.");
}

#[test]
fn marks_what_only_one_side_says() {
    diff("is [/just ]nine");
    diff("one [two /]three");
    diff("It [quickly /]failed.");
    diff("[Yesterday /]it failed");
    diff("it failed[ yesterday/].");
    diff("it failed[/ again]");
    diff("[It failed./]");
    diff("[/It failed.]");
}

#[test]
fn keeps_a_word_whose_punctuation_changes() {
    diff("in Crimea[./,] he said");
    diff("the chief executive[, Richard Moss/].");
    diff("a plan [/(secret) ]for peace");
}

#[test]
fn calls_case_and_typography_a_change() {
    diff("[The/the] talks");
    diff("He said [\"yes\"/“yes”] twice");
    diff("He said [\"/“]yes and no[\"/”] twice");
    diff("the [caf\u{e9}/cafe\u{301}] shut");
    diff("he [didn't/didn’t] go");
}

#[test]
fn calls_words_run_together_a_change() {
    diff("the [girl friend/girlfriend] of");
}

#[test]
fn overlooks_white_space() {
    let found = word_diff("one\u{a0}two\n\nthree ", "one two three");
    assert_eq!(found.hunks.len(), 1);
    assert_eq!(found.hunks[0].op, Op::Equal);
    assert_eq!(found.hunks[0].a, Span::new(0, 16));
    assert_eq!(word_diff("  ", "").hunks[0].op, Op::Equal);
    // Of a text of white space alone, nothing is kept.
    assert_eq!(word_diff("word", " ").hunks[0].op, Op::Replace);
}

#[test]
fn slides_to_where_a_phrase_begins() {
    // Each could also be marked one word earlier or later.
    diff("the cat [and the dog /]and the bird");
    diff("Apples, [pears, /]and plums");
    diff("It rained. [It snowed. /]It froze.");
    diff("One day.\n\n[Two days.\n\n/]Three days.");
    diff("[the old /]the new");
}

#[test]
fn joins_changes_around_a_stray_word() {
    diff("They [are not in favour of the deal/said in a statement that the plan was wrong].");
    diff(
        "what [was said about the talks that failed/reporters wrote of the summit which collapsed] is known",
    );
}

#[test]
fn leaves_changes_apart_that_a_reader_would() {
    diff("the [minister/president] of [France/Spain] said");
    diff("the [minister/president] of foreign affairs [in Paris/from Madrid] said");
}

#[test]
fn takes_in_a_word_whose_punctuation_changes_beside_a_change() {
    diff("it is [quite wrong/wrong,] and we know");
}

/// A word with new ones before it and old ones behind stands in both, whatever becomes of its comma.
#[test]
fn keeps_a_word_that_others_pass() {
    for (a, b) in [
        (
            "The long, narrow, dark street was closed.",
            "The long, wet, narrow street was closed.",
        ),
        (
            "A tall, quiet, grey man came.",
            "A tall, kind, quiet man came.",
        ),
    ] {
        let kept = |word: &str| {
            let hunks = word_diff(a, b).hunks;
            let mut equal = hunks.iter().filter(|hunk| hunk.op == Op::Equal);
            equal.any(|hunk| hunk.a.of(a).contains(word))
        };
        assert!(kept("narrow") || kept("quiet"), "{a}");
    }
}

#[test]
fn parts_words_at_dashes_and_not_at_hyphens() {
    diff("a [well-known/well-worn] road—long[ and steep/]—home");
    diff("some [35,000/36,000] people");
}

#[test]
fn takes_scripts_without_spaces_a_character_at_a_time() {
    diff("今天[天/空]气很好。");
    diff("新しい[ニュース/サービス]です");
    diff("ไป[/ไม่]ได้");
}

#[test]
fn leaves_a_mark_with_its_letter() {
    diff("a [👍🏽/👍🏿] b");
    diff("[नमस्ते/नमस्कार] दुनिया");
}

/// The first `n` words of a text that goes on for ever and has every word's number in it.
fn numbered(n: usize, step: usize) -> String {
    (0..n)
        .map(|k| format!("w{} ", k * step % 1_000_003))
        .collect()
}

#[test]
fn long_texts_are_aligned_by_their_rare_words() {
    let a = numbered(20_000, 1);
    let b = a
        .replace("w500 ", "")
        .replace("w7777 ", "x y ")
        .replace("w19500 ", "z ");
    let found = text_diff(&a, &b);
    assert!(!found.precise);
    let changed: Vec<&str> = found
        .hunks
        .iter()
        .filter(|hunk| hunk.op != Op::Equal)
        .map(|hunk| hunk.a.of(&a))
        .collect();
    assert_eq!(changed, ["w500 ", "w7777", "w19500"]);
}

#[test]
fn says_that_it_cut_short_and_still_covers() {
    let cases = [
        ("war ".repeat(20_000), "war war peace ".repeat(5_000)),
        (numbered(10_000, 1), numbered(10_000, 7_919)),
        ("yes no ".repeat(9_000), "no yes maybe ".repeat(6_000)),
        ("天地".repeat(9_000), "地天人".repeat(6_000)),
    ];
    for (a, b) in cases {
        let found = text_diff(&a, &b);
        assert!(!found.precise);
        sound(&found, &a, &b);
    }
}

#[track_caller]
fn sound(found: &WordDiff, a: &str, b: &str) {
    let (mut rebuilt_a, mut rebuilt_b) = (String::new(), String::new());
    let mut last = None;
    for hunk in &found.hunks {
        rebuilt_a.push_str(hunk.a.of(a));
        rebuilt_b.push_str(hunk.b.of(b));
        assert_ne!(last, Some(hunk.op), "two neighbours of one op");
        last = Some(hunk.op);
        let bare = |span: Span, text: &str| span.of(text).split_whitespace().collect::<String>();
        let (in_a, in_b) = (bare(hunk.a, a), bare(hunk.b, b));
        let alone = found.hunks.len() == 1;
        assert!(
            alone || !in_a.is_empty() || !in_b.is_empty(),
            "white space alone"
        );
        match hunk.op {
            Op::Equal => assert_eq!(in_a, in_b),
            Op::Delete => assert!(hunk.b.is_empty() && !in_a.is_empty()),
            Op::Insert => assert!(hunk.a.is_empty() && !in_b.is_empty()),
            Op::Replace => {
                assert!(!hunk.a.is_empty() && !hunk.b.is_empty() && hunk.a.of(a) != hunk.b.of(b))
            }
        }
    }
    assert_eq!((rebuilt_a.as_str(), rebuilt_b.as_str()), (a, b));
}

/// Texts that have something in common: few words, much punctuation, white space of all kinds.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "the",
        "a",
        "cat",
        "minister",
        "said",
        "said,",
        "said.",
        "“No",
        "no.”",
        "(",
        ")",
        "...",
        "—",
        "'s",
        "e\u{301}",
        "天",
        "地",
        "ニュー",
        "👍🏽",
        "\u{200d}",
        "\u{301}",
        "35,000",
    ]);
    let gap = prop::sample::select(vec![
        " ", " ", " ", " ", "", "\n\n", "\u{a0}", "  ", "\u{1f}",
    ]);
    prop::collection::vec((piece, gap), 0..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, gap)| [piece, gap])
            .collect()
    })
}

proptest! {
    #[test]
    fn is_sound_and_mirrors_on_prose(a in prose(), b in prose()) {
        let found = word_diff(&a, &b);
        sound(&found, &a, &b);
        prop_assert_eq!(word_diff(&b, &a).hunks, mirrored(&found));
    }

    #[test]
    fn is_sound_and_mirrors_on_anything(a in any::<String>(), b in any::<String>()) {
        let found = word_diff(&a, &b);
        sound(&found, &a, &b);
        prop_assert_eq!(word_diff(&b, &a).hunks, mirrored(&found));
    }

    /// The same properties where the texts are too long for the table of all alignments.
    #[test]
    fn is_sound_where_it_is_cut_short(a in prose(), b in prose()) {
        let found = super::diff(&a, &b, super::Sameness::Characters, 0);
        sound(&found, &a, &b);
        prop_assert_eq!(super::diff(&b, &a, super::Sameness::Characters, 0).hunks, mirrored(&found));
    }

    #[test]
    fn keeps_what_one_edit_leaves(a in prose(), b in prose(), new in prose()) {
        let (old, edited) = (format!("{a} {b}"), format!("{a} {new} {b}"));
        let found = word_diff(&old, &edited);
        sound(&found, &old, &edited);
        let changed = found.hunks.iter().filter(|hunk| hunk.op != Op::Equal);
        let deleted: String = changed.map(|hunk| hunk.a.of(&old).trim()).collect();
        prop_assert_eq!(deleted, "");
    }
}

#[test]
fn a_reader_sees_no_change_in_case_or_typography() {
    let a = "They urged Russia's envoy to \"take\" steps.";
    let b = "THEY urged Russia’s envoy to “take” measures.";
    let found = super::reading_diff(a, b);
    assert_eq!(
        write(&found, a, b),
        "They urged Russia's envoy to \"take\" [steps/measures]."
    );
    let (of_a, of_b): (String, String) = found
        .hunks
        .iter()
        .map(|hunk| (hunk.a.of(a), hunk.b.of(b)))
        .unzip();
    assert_eq!((of_a.as_str(), of_b.as_str()), (a, b));
    assert_eq!(super::reading_diff(b, a).hunks, mirrored(&found));
}

#[test]
fn a_reader_sees_no_change_in_a_word_that_a_line_parts() {
    for (a, b, shown) in [
        (
            "The passen-\ngers left.",
            "The passengers left.",
            "The passen-\ngers left.",
        ),
        (
            "Die Reisen\u{ad}\nden gingen.",
            "Die Reisenden gingen.",
            "Die Reisen\u{ad}\nden gingen.",
        ),
        (
            "a well-\nknown man",
            "a well-known man",
            "a [well-\nknown/well-known] man",
        ),
        (
            "cafe\u{301} ‘no’ … --",
            "café \"no\" ... —",
            "cafe\u{301} ‘no’ … --",
        ),
    ] {
        let found = super::reading_diff(a, b);
        assert_eq!(write(&found, a, b), shown);
        assert_eq!(super::reading_diff(b, a).hunks, mirrored(&found));
    }
}
