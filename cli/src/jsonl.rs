//! `crossread compare --jsonl`: pairs in, answers out, a line each, so that other programs can
//! compare any number of pairs through one pipe. Each answer is written before the next line is
//! read, and a line that cannot be used does not stop the rest.

use std::io::{self, BufRead, Write};

use crossread_article::is_date;
use crossread_engine::facts::Between;
use crossread_engine::values::Day;
use crossread_engine::word_diff::{Op, text_diff};
use crossread_engine::{
    Closest, Comparison, HandLinks, Options, Reading, Route, Source, Span, compare_with,
};
use crossread_export::make::{fact, not_looked_for, run};
use crossread_export::matrix::Row;
use crossread_export::offsets::{Offsets, Scalars};
use crossread_export::report::{At, Fact, Slot};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::input::language;

/// What a line should be.
const SHAPE: &str =
    r#"write one object a line: {"id": "…", "lang": "en", "a": "<text>", "b": "<text>"}"#;

#[derive(Debug, Deserialize)]
struct Asked {
    lang: Option<String>,
    /// If the two are in different languages, or one language is not known.
    lang_a: Option<String>,
    lang_b: Option<String>,
    a: String,
    b: String,
    /// The day that A was written, and B: `YYYY-MM-DD`, or as much of it as is known.
    date_a: Option<String>,
    date_b: Option<String>,
    /// Stretches of A and of B whose facts are requested, matched or not.
    links: Option<Vec<[At; 2]>>,
    /// Stretches that a reader linked, and those that a reader refused.
    #[serde(default)]
    made: Vec<[At; 2]>,
    #[serde(default)]
    refused: Vec<[At; 2]>,
}

#[derive(Debug, Serialize)]
struct Answer {
    sentences_a: Vec<At>,
    sentences_b: Vec<At>,
    pairs: Vec<Pair>,
    passages: Vec<Passage>,
    /// For each sentence of A up to three of B, closest first, matched or not; and the other way round.
    closest_a: Vec<Vec<u32>>,
    closest_b: Vec<Vec<u32>>,
    similarity: f64,
    diff: Vec<Hunk>,
    /// The slots that are not looked for in the languages of the two.
    not_looked_for: Vec<Slot>,
    /// For each of the given links, in order; left out if there were none.
    #[serde(skip_serializing_if = "Option::is_none")]
    facts_of_links: Option<Vec<Vec<Fact>>>,
}

#[derive(Debug, Serialize)]
struct Pair {
    a: u32,
    b: u32,
    kind: &'static str,
    score: f64,
    facts: Vec<Fact>,
    /// Whether the line made it; left out if not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    by_hand: bool,
}

#[derive(Debug, Serialize)]
struct Passage {
    a: At,
    b: At,
    words: u32,
}

#[derive(Debug, Serialize)]
struct Hunk {
    op: &'static str,
    a: At,
    b: At,
}

#[derive(Debug, Serialize)]
struct Fault {
    /// The line's id; null if the line has none or is not JSON.
    id: Value,
    error: String,
}

/// How many lines were answered, and how many of them with an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) lines: usize,
    pub(crate) faults: usize,
}

/// Answers every line of `input`; empty lines are skipped. `tag` is the language of lines that name none; without it,
/// the language is guessed.
pub(crate) fn answer(
    mut input: impl BufRead,
    mut output: impl Write,
    options: Options,
    tag: Option<&str>,
    figures: bool,
) -> io::Result<Tally> {
    let mut tally = Tally::default();
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        tally.lines += 1;
        let written = match asked(&line) {
            Ok(asked) if figures => serde_json::to_vec(&row(&asked, options, tag)),
            Ok(asked) => serde_json::to_vec(&compared(&asked, options, tag)),
            Err((id, what)) => {
                tally.faults += 1;
                let error = format!("line {number}: {what}; {SHAPE}");
                serde_json::to_vec(&Fault { id, error })
            }
        };
        let mut written = written?;
        written.push(b'\n');
        output.write_all(&written)?;
        output.flush()?;
    }
    Ok(tally)
}

/// The request of a line, or its id and why it cannot be used.
fn asked(line: &[u8]) -> Result<Asked, (Value, String)> {
    let text = std::str::from_utf8(line)
        .map_err(|_| (Value::Null, "this is not UTF-8 text".to_owned()))?;
    if !text.trim_start().starts_with('{') {
        return Err((Value::Null, "this is not a JSON object".to_owned()));
    }
    let asked: Result<Asked, _> = serde_json::from_str(text);
    let id = || {
        let whole = serde_json::from_str(text);
        whole.map(|mut value: Value| value.get_mut("id").map_or(Value::Null, Value::take))
    };
    if let Ok(asked) = &asked {
        for (name, date) in [("date_a", &asked.date_a), ("date_b", &asked.date_b)] {
            if let Some(date) = date.as_deref().filter(|date| !is_date(date)) {
                let what =
                    format!("`{date}` in {name} is not a date (YYYY-MM-DD, YYYY-MM or YYYY)");
                return Err((id().unwrap_or(Value::Null), what));
            }
        }
    }
    asked.map_err(|error| {
        // The parser counts lines within this one line, which would only mislead.
        let told = error.to_string();
        let what = told
            .rfind(" at line ")
            .and_then(|end| told.get(..end))
            .unwrap_or(&told);
        (
            id().unwrap_or(Value::Null),
            format!("{what}, at column {}", error.column()),
        )
    })
}

fn readings(asked: &Asked, tag: Option<&str>) -> (Reading, Reading) {
    let read = |text, own: &Option<String>, date: &Option<String>| {
        let tag = own.as_deref().or(asked.lang.as_deref()).or(tag);
        let source = Source::new(text, language(tag, text));
        Reading::new(source).written(date.as_deref().and_then(Day::from_iso))
    };
    (
        read(&asked.a, &asked.lang_a, &asked.date_a),
        read(&asked.b, &asked.lang_b, &asked.date_b),
    )
}

/// Only the figures.
fn row(asked: &Asked, options: Options, tag: Option<&str>) -> Row {
    let (a, b) = readings(asked, tag);
    Row::new(0, 1, &crossread_engine::compare(&a, &b, options))
}

fn compared(asked: &Asked, options: Options, tag: Option<&str>) -> Answer {
    let (a, b) = readings(asked, tag);
    let (at_a, at_b) = (Offsets::new(&asked.a), Offsets::new(&asked.b));
    let (in_a, in_b) = (Scalars::new(&asked.a), Scalars::new(&asked.b));
    let spans = |list: &[[At; 2]]| {
        let pairs = list.iter().map(|[a, b]| (in_a.span(*a), in_b.span(*b)));
        pairs.collect()
    };
    let by_hand = HandLinks::new(spans(&asked.made), spans(&asked.refused));
    let found: Comparison = compare_with(&a, &b, options, &by_hand, &mut |_| ());
    let sentences = |reading: &Reading, offsets: &Offsets<'_>| {
        reading
            .sentences
            .iter()
            .map(|sentence| at(offsets, sentence.span))
            .collect()
    };
    let passages = found.passages.iter().filter_map(|passage| {
        Some(Passage {
            a: at(&at_a, run(&a, passage.a, passage.words)?),
            b: at(&at_b, run(&b, passage.b, passage.words)?),
            words: passage.words,
        })
    });
    let mut between = Between::new((&asked.a, &a), (&asked.b, &b));
    let written = |facts: Vec<_>| facts.iter().map(|told| fact(&at_a, &at_b, told)).collect();
    let facts_of_links = asked.links.as_ref().map(|links| {
        let facts = links
            .iter()
            .map(|[a, b]| written(between.spans(in_a.span(*a), in_b.span(*b))));
        facts.collect()
    });
    let pairs = found.matches.iter().map(|found| Pair {
        a: found.a,
        b: found.b,
        kind: found.kind.name(),
        score: found.score,
        facts: written(between.sentences(found.a, found.b)),
        by_hand: found.route == Route::Hand,
    });
    let pairs = pairs.collect();
    let diff = text_diff(&asked.a, &asked.b);
    let hunks = diff.hunks.iter().map(|hunk| Hunk {
        op: match hunk.op {
            Op::Equal => "equal",
            Op::Delete => "delete",
            Op::Insert => "insert",
            Op::Replace => "replace",
        },
        a: at(&at_a, hunk.a),
        b: at(&at_b, hunk.b),
    });
    Answer {
        sentences_a: sentences(&a, &at_a),
        sentences_b: sentences(&b, &at_b),
        pairs,
        passages: passages.collect(),
        closest_a: sentences_of(&found.closest_a),
        closest_b: sentences_of(&found.closest_b),
        similarity: found.similarity,
        diff: hunks.collect(),
        not_looked_for: not_looked_for(&a, &b),
        facts_of_links,
    }
}

fn sentences_of(closest: &[Vec<Closest>]) -> Vec<Vec<u32>> {
    let of_one = |list: &Vec<Closest>| list.iter().map(|near| near.sentence).collect();
    closest.iter().map(of_one).collect()
}

fn at(offsets: &Offsets<'_>, span: Span) -> At {
    [offsets.scalars(span.start), offsets.scalars(span.end)]
}
