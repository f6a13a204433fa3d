//! Checks what must hold for every answer of the engine, whatever the texts.

use super::Fault;
use crossread_engine::word_diff::{Op, WordDiff};
use crossread_engine::{Comparison, Match, Reading, Scope, Standing, evidence};

/// An error that says what does not hold.
pub fn hold(holds: bool, otherwise: &'static str) -> Result<(), Fault> {
    holds.then_some(()).ok_or(Fault::from(otherwise))
}

/// Sentences and paragraphs tile the text, and every word is in one sentence.
pub fn check_reading(text: &str, reading: &Reading) -> Result<(), Fault> {
    for spans in [
        &reading.paragraphs,
        &reading.sentences.iter().map(|s| s.span).collect::<Vec<_>>(),
    ] {
        let mut at = 0;
        for span in spans {
            let gap = text
                .get(at..span.start)
                .ok_or("ranges overlap or cut a character")?;
            hold(gap.trim().is_empty(), "text lies outside of all ranges")?;
            let body = text
                .get(span.start..span.end)
                .ok_or("a range cuts a character")?;
            hold(
                !body.is_empty() && body.trim() == body,
                "a range is empty or not trimmed",
            )?;
            at = span.end;
        }
        hold(text[at..].trim().is_empty(), "text lies behind all ranges")?;
    }
    let mut word = 0;
    for sentence in &reading.sentences {
        hold(
            sentence.words.0 == word,
            "a word is in no sentence, or in two",
        )?;
        word = sentence.words.1;
        let paragraph = reading.paragraphs.get(sentence.paragraph as usize);
        hold(
            paragraph.is_some_and(|p| p.holds(sentence.span)),
            "a sentence lies outside of its paragraph",
        )?;
    }
    hold(
        word as usize == reading.words.len(),
        "the last words are in no sentence",
    )
}

/// Figures add up, passages are the same words, matches can say why.
pub fn check_comparison(a: &Reading, b: &Reading, found: &Comparison) -> Result<(), Fault> {
    for (side, reading) in [(&found.a, a), (&found.b, b)] {
        let all = side.words + side.repeat_words + side.furniture_words;
        hold(
            all as usize == reading.words.len(),
            "the words of the figures are not the article's",
        )?;
        hold(
            side.shared() <= side.words,
            "more words are shared than there are",
        )?;
    }
    hold(
        (0.0..=1.0).contains(&found.similarity),
        "the similarity is no share",
    )?;
    let form = |reading: &Reading, at: u32| {
        let word = reading.words.get(at as usize)?;
        Some(reading.vocabulary.form(word.key).to_owned())
    };
    for passage in &found.passages {
        hold(
            passage.words as usize >= found.options.min_words.get(),
            "a passage is too short",
        )?;
        for at in 0..passage.words {
            let (left, right) = (form(a, passage.a + at), form(b, passage.b + at));
            hold(left.is_some() && left == right, "a passage's words differ")?;
        }
    }
    for (number, m) in found.matches.iter().enumerate() {
        hold(
            (0.0..=1.0).contains(&m.score) && m.link >= m.threshold,
            "a match is below its threshold",
        )?;
        hold(
            evidence(a, b, found, number).is_some(),
            "a match cannot say why",
        )?;
        for (reading, at) in [(a, m.a), (b, m.b)] {
            let standing = reading.sentences.get(at as usize).map(|s| s.standing);
            let counted = standing == Some(Standing::Own) || found.options.scope == Scope::Full;
            hold(
                standing.is_some() && counted,
                "a match has a sentence that takes no part",
            )?;
        }
    }
    Ok(())
}

/// The second is the first with the sides exchanged.
pub fn check_mirrored(there: &Comparison, back: &Comparison) -> Result<(), Fault> {
    let mut matches = there.matches.clone();
    for m in &mut matches {
        std::mem::swap(&mut m.a, &mut m.b);
    }
    matches.sort_by_key(|m| (m.a, m.b));
    let plain = |list: &[Match]| -> Vec<Match> {
        let still = |m: &Match| {
            let mut m = *m;
            m.moved = false;
            m
        };
        list.iter().map(still).collect()
    };
    hold(
        plain(&matches) == plain(&back.matches),
        "exchanging the sides changes links",
    )?;
    let mut passages = there.passages.clone();
    for p in &mut passages {
        std::mem::swap(&mut p.a, &mut p.b);
    }
    passages.sort();
    let alike = there.similarity.to_bits() == back.similarity.to_bits();
    hold(alike, "exchanging the sides changes the similarity")?;
    hold(
        passages == back.passages,
        "exchanging the sides changes passages",
    )?;
    hold(
        matches == back.matches,
        "exchanging the sides changes what is moved",
    )?;
    let figures = (there.a, there.b) == (back.b, back.a);
    hold(figures, "exchanging the sides changes figures")?;
    let cut = there.cut_short == back.cut_short;
    hold(cut, "exchanging the sides changes what is cut short")
}

/// The stretches rebuild both texts and are what they say. Equal ones have the same characters if `exact`, or else the
/// same words for a reader, in other typography perhaps.
pub fn check_diff(a: &str, b: &str, diff: &WordDiff, exact: bool) -> Result<(), Fault> {
    let (mut in_a, mut in_b) = (0, 0);
    let mut last = None;
    for hunk in &diff.hunks {
        hold(
            hunk.a.start == in_a && hunk.b.start == in_b,
            "a diff leaves text out",
        )?;
        (in_a, in_b) = (hunk.a.end, hunk.b.end);
        let left = a
            .get(hunk.a.start..hunk.a.end)
            .ok_or("a diff cuts a character of A")?;
        let right = b
            .get(hunk.b.start..hunk.b.end)
            .ok_or("a diff cuts a character of B")?;
        let bare = |text: &str| -> String { text.split_whitespace().collect() };
        let fits = match hunk.op {
            Op::Equal => !exact || bare(left) == bare(right),
            Op::Delete => !left.is_empty() && right.is_empty(),
            Op::Insert => left.is_empty() && !right.is_empty(),
            Op::Replace => !left.is_empty() && !right.is_empty(),
        };
        hold(fits, "a stretch of a diff is not what it says")?;
        hold(
            last != Some(hunk.op == Op::Equal),
            "equal and changed stretches do not alternate",
        )?;
        last = Some(hunk.op == Op::Equal);
    }
    hold(
        (in_a, in_b) == (a.len(), b.len()),
        "a diff ends before the texts do",
    )
}
