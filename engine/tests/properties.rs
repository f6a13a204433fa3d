//! What holds for every pair of texts, whatever they say.

mod common;

use common::{compared, mirrored, prose, read, text};
use crossread_engine::{
    Article, Comparer, Kind, Lang, MinWords, Options, Passage, Reading, Scope, Source, Span,
    Strictness, compare, evidence,
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn options() -> impl Strategy<Value = Options> {
    (
        MinWords::RANGE,
        prop::sample::select(Strictness::ALL.to_vec()),
        prop::sample::select(vec![Scope::Own, Scope::Full]),
    )
        .prop_map(|(min, strictness, scope)| {
            Options::default()
                .with_min_words(MinWords::clamped(min))
                .with_strictness(strictness)
                .with_scope(scope)
        })
}

/// The text in other typography: same words, other characters.
fn retyped(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '“' | '”' => '"',
            '’' => '\'',
            ' ' => '\u{a0}',
            other => other,
        })
        .collect()
}

/// Every run of at least `min` words that both have and that cannot be longer, by looking at all
/// pairs of places.
fn by_exhaustive_search(a: &Reading, b: &Reading, min: usize) -> Vec<Passage> {
    let forms = |r: &Reading| -> Vec<String> {
        r.words
            .iter()
            .map(|w| r.vocabulary.form(w.key).to_owned())
            .collect()
    };
    let (a, b) = (forms(a), forms(b));
    let mut found = Vec::new();
    for i in 0..a.len() {
        for j in 0..b.len() {
            if i > 0 && j > 0 && a[i - 1] == b[j - 1] {
                continue;
            }
            let words = a[i..]
                .iter()
                .zip(&b[j..])
                .take_while(|(x, y)| x == y)
                .count();
            if words >= min {
                found.push(Passage {
                    a: i as u32,
                    b: j as u32,
                    words: words as u32,
                });
            }
        }
    }
    found
}

/// Few enough for every day, and as many as `PROPTEST_CASES` says otherwise.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(192)
}

/// Found by chance: a sentence of one word was linked beside a match that an appended paragraph undid.
#[test]
fn a_short_sentence_is_verbatim_beside_a_verbatim_one_alone() {
    let a = "外长… troops Russia. troops. Київ. ";
    let b = "ministers troops… “外长 外长 withdrawal ministers the. Київ. ";
    let longer = format!("{a}\n\nNATO 外长 NATO. of. ");
    let options = Options::default().with_scope(Scope::Full);
    for text in [a, &longer] {
        let found = compared(text, b, options);
        assert!(found.matches.iter().all(|m| m.kind != Kind::Verbatim));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases())
    })]

    /// What a comparer keeps changes no answer, in whatever order it is asked.
    #[test]
    fn a_comparer_answers_as_compare_does(
        a in text(), b in text(), asked in prop::collection::vec(options(), 1..4)
    ) {
        let (read_a, read_b) = (read(&a), read(&b));
        let article = |text: &str| Article::new(Source::new(text, Lang::English));
        let comparer = Comparer::new(article(&a), article(&b));
        for options in asked {
            let whole = compare(&read_a, &read_b, options);
            prop_assert_eq!(&comparer.matches(options.strictness, options.scope), &whole.matches);
            let found = comparer.compare(options);
            prop_assert_eq!(found.comparison(), &whole);
            for (index, link) in found.matches().enumerate() {
                let place = whole.matches[index];
                prop_assert_eq!(link.data(), &place);
                prop_assert_eq!(link.a(), read_a.sentences[place.a as usize].span.of(&a));
                prop_assert_eq!(link.b(), read_b.sentences[place.b as usize].span.of(&b));
                prop_assert_eq!(Some(link.evidence()), evidence(&read_a, &read_b, &whole, index));
                let diff = link.diff();
                let told: String = diff.hunks.iter().map(|hunk| hunk.b.of(link.b())).collect();
                prop_assert_eq!(told, link.b());
            }
            prop_assert_eq!(found.matches().count(), whole.matches.len());
        }
    }

    #[test]
    fn exchanging_the_sides_mirrors_the_comparison(a in text(), b in text(), options in options()) {
        let there = compared(&a, &b, options);
        let back = compared(&b, &a, options);
        prop_assert_eq!(mirrored(&there), back);
    }

    #[test]
    fn sentences_tile_the_text(text in text()) {
        let reading = read(&text);
        let mut at = 0;
        for sentence in &reading.sentences {
            prop_assert!(sentence.span.start >= at && sentence.span.end > sentence.span.start);
            prop_assert!(text[at..sentence.span.start].trim().is_empty());
            at = sentence.span.end;
        }
        prop_assert!(text[at..].trim().is_empty());
        let words: u32 = reading.sentences.iter().map(|s| s.words.1 - s.words.0).sum();
        prop_assert_eq!(words as usize, reading.words.len());
    }

    #[test]
    fn passages_are_those_of_exhaustive_search(a in prose(), b in prose(), min in 3u8..7) {
        let options = Options::default().with_min_words(MinWords::clamped(min)).with_scope(Scope::Full);
        let found = compared(&a, &b, options);
        prop_assert!(!found.cut_short.passages);
        prop_assert_eq!(found.passages, by_exhaustive_search(&read(&a), &read(&b), min as usize));
    }

    #[test]
    fn typography_changes_nothing(a in prose(), b in prose()) {
        let plain = compared(&a, &b, Options::default());
        let composed: String = a.nfc().collect();
        let decomposed: String = a.nfd().collect();
        for other in [retyped(&a), composed, decomposed] {
            prop_assert_eq!(&plain, &compared(&other, &b, Options::default()));
            prop_assert_eq!(plain.b, compared(&b, &other, Options::default()).a);
            prop_assert_eq!(read(&a).sentences.len(), read(&other).sentences.len());
        }
    }

    #[test]
    fn an_appended_paragraph_keeps_verbatim_matches_and_passages(
        a in prose(), b in prose(), more in prose(),
    ) {
        let options = Options::default().with_scope(Scope::Full);
        let before = compared(&a, &b, options);
        let longer = format!("{a}\n\n{more}");
        let after = compared(&longer, &b, options);
        // A run of words may go on into the new paragraph; what it began with is still there.
        let old_words = read(&a).words.len() as u32;
        for old in before.passages {
            let kept = after.passages.iter().any(|new| {
                (new.a, new.b) == (old.a, old.b)
                    && (new.words == old.words || old.a + old.words == old_words)
            });
            prop_assert!(kept, "{:?}", old);
        }
        let verbatim = |list: &[crossread_engine::Match]| -> Vec<(u32, u32)> {
            list.iter()
                .filter(|m| m.kind == Kind::Verbatim && m.threshold == 0.0)
                .map(|m| (m.a, m.b))
                .collect()
        };
        let kept = verbatim(&after.matches);
        for old in verbatim(&before.matches) {
            prop_assert!(kept.contains(&old), "{:?} is gone", old);
        }
    }

    #[test]
    fn figures_add_up(a in text(), b in text(), options in options()) {
        let found = compared(&a, &b, options);
        for (side, reading) in [(found.a, read(&a)), (found.b, read(&b))] {
            prop_assert!(side.shared() <= side.words);
            prop_assert_eq!(
                (side.words + side.repeat_words + side.furniture_words) as usize,
                reading.words.len()
            );
            prop_assert!((0.0..=1.0).contains(&side.containment()));
        }
        prop_assert!((0.0..=1.0).contains(&found.similarity));
    }

    #[test]
    fn every_match_can_say_why(a in prose(), b in prose(), options in options()) {
        let (left, right) = (read(&a), read(&b));
        let found = compared(&a, &b, options);
        for (index, m) in found.matches.iter().enumerate() {
            let why = evidence(&left, &right, &found, index).expect("a match has evidence");
            prop_assert!((0.0..=1.0).contains(&m.score));
            prop_assert!(m.link >= m.threshold);
            prop_assert!(why.down.1 >= 0.0 && why.up.is_none_or(|(_, missing)| missing >= 0.0));
            prop_assert!(why.shared_a <= why.words_a && why.shared_b <= why.words_b);
        }
        prop_assert!(evidence(&left, &right, &found, found.matches.len()).is_none());
    }
}

/// Found by `cargo xtask fuzz`: which of two sets of matches is moved hung on the side named first.
#[test]
fn equally_heavy_orders_mirror() {
    let a = "://a.b/ http://a.b http://a.b ΟΔΟΣ http://a.b ΟΔΟΣhttp://a.b http://a.b Ο://a.b http://a.b/ http://a.b К/http/a.b";
    let b = "http://a.b http://a.b Ο/http://a.b http://a.b ΟΔΟΣ http://a.b ΟΔΟΣhttp://a.b http://a.b Δ://a.b http://a.b http://a.b/ К";
    let options = Options::default()
        .with_strictness(Strictness::Loosest)
        .with_scope(Scope::Full);
    let found = compared(a, b, options);
    assert!(found.matches.iter().any(|m| m.moved));
    assert_eq!(mirrored(&found), compared(b, a, options));
}

/// Found by `cargo xtask fuzz`: where two articles have the same words, neither side comes first.
#[test]
fn equally_heavy_orders_of_one_article_with_itself_mirror() {
    let text = "The 가-a?1. 가!Ř 3.50\nⳐ? 3.50… Russiaこれはйﬁnこれは؟Mr ᮷ of b ministers a";
    let options = Options::default().with_strictness(Strictness::Loosest);
    let read = || Reading::new(Source::new(text, Lang::Russian));
    let found = compare(&read(), &read(), options);
    assert_eq!(mirrored(&found), found);
}

/// Found by `cargo xtask fuzz`: a short sentence with furniture in it matched its like on one side only.
#[test]
fn furniture_inside_a_short_sentence_mirrors() {
    let text = "Ministers cafe border";
    let read = |furniture: &[Span]| {
        Reading::new(Source::new(text, Lang::English).with_furniture(furniture))
    };
    let (a, b) = (read(&[Span::new(0, 14)]), read(&[]));
    let found = compare(&a, &b, Options::default());
    let back = compare(&b, &a, Options::default());
    assert_eq!(mirrored(&found), back);
}

/// Found by `cargo xtask fuzz`: a mark on a space made a word that began outside of its sentence.
#[test]
fn a_combining_mark_on_a_space_stands_in_a_sentence() {
    for text in [" \u{93f}", "aJ. \u{654}", " \u{f9a}"] {
        let reading = read(text);
        let words: u32 = reading
            .sentences
            .iter()
            .map(|s| s.words.1 - s.words.0)
            .sum();
        assert_eq!(words as usize, reading.words.len(), "{text:?}");
    }
}
