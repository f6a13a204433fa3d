//! Checks that a report is valid: every range is in its text, every index names something.

use crate::offsets::Scalars;
use crate::report::{Article, At, Match, Report, VERSION};

/// The first fault, with the path of its key: `matches[3].a: there is no sentence 99`.
pub(crate) fn check(report: &Report) -> Result<(), String> {
    if report.crossread != VERSION {
        return Err(format!("crossread: {} is not {VERSION}", report.crossread));
    }
    if !(3..=12).contains(&report.options.min_words) {
        return Err("options.min_words: it is not from 3 to 12".into());
    }
    if !(1..=5).contains(&report.options.strictness) {
        return Err("options.strictness: it is not from 1 to 5".into());
    }
    let ends = (
        Scalars::new(&report.a.text).len(),
        Scalars::new(&report.b.text).len(),
    );
    article("a", &report.a, ends.0)?;
    article("b", &report.b, ends.1)?;
    share("similarity", report.similarity)?;
    for (i, passage) in report.passages.iter().enumerate() {
        range(&format!("passages[{i}].a"), passage.a, 0, ends.0)?;
        range(&format!("passages[{i}].b"), passage.b, 0, ends.1)?;
    }
    for (i, link) in report.matches.iter().enumerate() {
        matched(&format!("matches[{i}]"), link, report, ends)?;
    }
    for (i, refused) in report.refused.iter().enumerate() {
        for (side, article, index) in [("a", &report.a, refused.a), ("b", &report.b, refused.b)] {
            if index as usize >= article.sentences.len() {
                return Err(format!("refused[{i}].{side}: there is no sentence {index}"));
            }
        }
    }
    Ok(())
}

fn article(path: &str, article: &Article, end: usize) -> Result<(), String> {
    let mut until = 0;
    for (i, sentence) in article.sentences.iter().enumerate() {
        let path = format!("{path}.sentences[{i}]");
        range(&format!("{path}.at"), sentence.at, until, end)?;
        until = sentence.at[1];
        if sentence.repeats.is_some_and(|first| first as usize >= i) {
            return Err(format!("{path}.repeats: it names no earlier sentence"));
        }
    }
    for (i, piece) in article.furniture.iter().enumerate() {
        range(&format!("{path}.furniture[{i}].at"), piece.at, 0, end)?;
    }
    share(
        &format!("{path}.figures.containment"),
        article.figures.containment,
    )
}

fn matched(path: &str, link: &Match, report: &Report, ends: (usize, usize)) -> Result<(), String> {
    let sentence = |side: &str, article: &Article, index: u32| {
        let found = article.sentences.get(index as usize).map(|s| s.at);
        found.ok_or_else(|| format!("{path}.{side}: there is no sentence {index}"))
    };
    let a = sentence("a", &report.a, link.a)?;
    let b = sentence("b", &report.b, link.b)?;
    share(&format!("{path}.score"), link.score)?;
    for (i, word) in link.evidence.shared.iter().enumerate() {
        range(&format!("{path}.evidence.shared[{i}].a"), word.a, 0, ends.0)?;
        range(&format!("{path}.evidence.shared[{i}].b"), word.b, 0, ends.1)?;
    }
    for index in &link.evidence.passages {
        if *index as usize >= report.passages.len() {
            return Err(format!(
                "{path}.evidence.passages: there is no passage {index}"
            ));
        }
    }
    for (i, fact) in link.facts.iter().enumerate() {
        for (side, at, end) in [("a", fact.a, ends.0), ("b", fact.b, ends.1)] {
            if let Some(at) = at {
                range(&format!("{path}.facts[{i}].{side}"), at, 0, end)?;
            }
        }
    }
    // It may begin before the sentences and end after them, if several belong together.
    let begins = link.diff.first().map(|hunk| [hunk.a[0], hunk.b[0]]);
    let [mut at_a, mut at_b] = begins.unwrap_or([a[0], b[0]]);
    let before = at_a <= a[0] && at_b <= b[0];
    for (i, hunk) in link.diff.iter().enumerate() {
        at_a = follows(&format!("{path}.diff[{i}].a"), hunk.a, at_a, ends.0)?;
        at_b = follows(&format!("{path}.diff[{i}].b"), hunk.b, at_b, ends.1)?;
    }
    if !before || at_a < a[1] || at_b < b[1] {
        return Err(format!("{path}.diff: it does not cover both sentences"));
    }
    Ok(())
}

/// The hunk's end, if it begins at `at` and is before `end`.
fn follows(path: &str, hunk: At, at: usize, end: usize) -> Result<usize, String> {
    range(path, hunk, at, end)?;
    if hunk[0] != at {
        return Err(format!(
            "{path}: it does not begin where the one before it ended"
        ));
    }
    Ok(hunk[1])
}

fn range(path: &str, [start, end]: At, from: usize, to: usize) -> Result<(), String> {
    if from <= start && start <= end && end <= to {
        return Ok(());
    }
    Err(format!(
        "{path}: [{start}, {end}] does not lie in {from} to {to}"
    ))
}

fn share(path: &str, value: f64) -> Result<(), String> {
    if (0.0..=1.0).contains(&value) {
        return Ok(());
    }
    Err(format!("{path}: {value} is not from 0 to 1"))
}
