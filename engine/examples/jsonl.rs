//! Compares many pairs through a pipe: each line of the input is a JSON object with the texts `a` and `b`; each line of
//! the output is one with the matches, as byte ranges, and how much of each text is in the other.
//!
//! `echo '{"a": "It rained.", "b": "It rained."}' | cargo run -p crossread-engine --example jsonl`

use std::io::{self, BufRead, Write};

use crossread_engine::{Options, Reading, Source, Span, compare, lang};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        writeln!(out, "{}", answer(&line?))?;
    }
    Ok(())
}

fn answer(line: &str) -> Value {
    let asked: Value = match serde_json::from_str(line) {
        Ok(asked) => asked,
        Err(error) => return json!({ "error": error.to_string() }),
    };
    let (Some(a), Some(b)) = (asked["a"].as_str(), asked["b"].as_str()) else {
        return json!({ "error": "an object with the texts `a` and `b` is wanted" });
    };
    let (a, b) = (read(a), read(b));
    let found = compare(&a, &b, Options::default());
    let place = |reading: &Reading, sentence: u32| {
        let Span { start, end } = reading.sentences[sentence as usize].span;
        json!([start, end])
    };
    let matches: Vec<Value> = found
        .matches
        .iter()
        .map(|link| {
            json!({
                "a": place(&a, link.a),
                "b": place(&b, link.b),
                "kind": link.kind.name(),
                "score": link.score,
            })
        })
        .collect();
    json!({
        "matches": matches,
        "containment": [found.a.containment(), found.b.containment()],
    })
}

fn read(text: &str) -> Reading {
    Reading::new(Source::new(text, lang::detect(text)))
}
