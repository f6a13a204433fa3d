//! Links by hand for a story: a file of JSON Lines. Each line has what a reader linked or refused in two of the articles.

use std::fs;

use crossread_engine::HandLinks;
use crossread_export::Side;
use crossread_export::offsets::Scalars;
use crossread_export::report::At;
use crossread_library::shown::Shown;
use serde::Deserialize;

use crate::failure::Failure;

/// What a line should be.
const SHAPE: &str = r#"write one object a line: {"a": "<article>", "b": "<article>", "made": [[[0, 20], [5, 30]]], "refused": []}"#;

/// A line: two articles by their ids, and the stretches of them as in `compare --jsonl`.
#[derive(Debug, Deserialize)]
struct Line {
    a: String,
    b: String,
    #[serde(default)]
    made: Vec<[At; 2]>,
    #[serde(default)]
    refused: Vec<[At; 2]>,
}

/// What the file at `path` says about each pair of these articles, by their positions, the lower first.
pub(crate) fn read(path: &str, sides: &[Side<'_>]) -> Result<Vec<(u32, u32, HandLinks)>, Failure> {
    let fault = |what: String| Failure::Usage(format!("{}: {what}", Shown(path)));
    let text = fs::read_to_string(path).map_err(|error| fault(error.to_string()))?;
    let place = |id: &str| sides.iter().position(|side| side.id == id);
    let mut all: Vec<(u32, u32, HandLinks)> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(line)
            .map_err(|error| fault(format!("line {number}: {error}\n  to fix it: {SHAPE}")))?;
        let missing = |id: &str| {
            fault(format!(
                "line {number}: `{}` is not one of the articles",
                Shown(id)
            ))
        };
        let a = place(&line.a).ok_or_else(|| missing(&line.a))?;
        let b = place(&line.b).ok_or_else(|| missing(&line.b))?;
        let (in_a, in_b) = (Scalars::new(sides[a].text), Scalars::new(sides[b].text));
        let spans = |list: &[[At; 2]]| {
            let pairs = list.iter().map(|[a, b]| (in_a.span(*a), in_b.span(*b)));
            pairs.collect()
        };
        let links = HandLinks::new(spans(&line.made), spans(&line.refused));
        let (low, high, links) = match a < b {
            true => (a, b, links),
            false => (b, a, links.swapped()),
        };
        let key = (low as u32, high as u32);
        match all.iter_mut().find(|one| (one.0, one.1) == key) {
            Some(one) => {
                one.2.made.extend(links.made);
                one.2.refused.extend(links.refused);
            }
            None => all.push((key.0, key.1, links)),
        }
    }
    Ok(all)
}

/// The links of this pair.
pub(crate) fn of(all: &[(u32, u32, HandLinks)], pair: (u32, u32)) -> HandLinks {
    let said = all.iter().find(|one| (one.0, one.1) == pair);
    said.map_or_else(HandLinks::default, |one| one.2.clone())
}
