//! Articles as JSON Lines: one object a line, with the article's text and what is known about it. Values are plain
//! (`"title": "Rain"`) or have a basis (`{"value": "Rain", "basis": "known"}`). Programs that work on many texts write
//! such lines. passim reads them, so its `series` is used as the publisher if none is given.

use std::io::{self, BufRead, Read};

use crossread_engine::Span;
use crossread_export::About;
use crossread_export::Stated;
use crossread_library::Problem;
use serde::{Deserialize, Serialize};

use crate::input::Input;

/// A longer line is skipped, in bytes.
const LONGEST: u64 = 50_000_000;

/// What a line should be.
const SHAPE: &str = r#"write one object a line: {"id": "…", "text": "<text>"}, with title, publisher, date, url and language where they are known"#;

/// A line.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Line {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Value>,
    #[serde(alias = "lang", skip_serializing_if = "Option::is_none")]
    language: Option<Value>,
    /// The furniture of the text: its place, in bytes, and its kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    furniture: Vec<(usize, usize, String)>,
    text: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Value {
    Plain(String),
    Stated(Stated),
}

impl Value {
    fn stated(self) -> Stated {
        match self {
            Value::Stated(stated) => stated,
            Value::Plain(value) => Stated {
                value,
                basis: "given".to_owned(),
            },
        }
    }
}

impl Line {
    /// An article as a line, without loss.
    pub(crate) fn of(input: &Input) -> Line {
        let about = input.about.clone();
        let stated = |field: Option<Stated>| field.map(Value::Stated);
        let furniture = input.furniture.iter();
        Line {
            id: input.id.clone(),
            series: None,
            title: stated(about.title),
            publisher: stated(about.publisher),
            date: stated(about.date),
            place: stated(about.place),
            url: stated(about.url),
            language: stated(about.language),
            furniture: furniture
                .map(|(span, kind)| (span.start, span.end, kind.clone()))
                .collect(),
            text: input.text.clone(),
        }
    }

    /// An article as passim reads it: plain values, the publisher as the series.
    pub(crate) fn for_passim(input: &Input) -> Line {
        let about = input.about.clone();
        let plain = |field: Option<Stated>| field.map(|field| Value::Plain(field.value));
        let publisher = about.publisher.map(|publisher| publisher.value);
        Line {
            // passim ignores reuse within a series, so an article without a publisher is its own series.
            series: Some(publisher.unwrap_or_else(|| input.id.clone())),
            id: input.id.clone(),
            title: plain(about.title),
            date: plain(about.date),
            url: plain(about.url),
            language: plain(about.language),
            text: input.text.clone(),
            ..Line::default()
        }
    }

    /// The article of a line. `name` is the name of the file in messages; `tag` is the language given on the command line.
    pub(crate) fn input(
        self,
        name: &str,
        number: usize,
        tag: Option<&str>,
    ) -> Result<Input, Problem> {
        let stated = |field: Option<Value>| field.map(Value::stated);
        let series = self.series.map(Value::Plain);
        let about = About {
            title: stated(self.title),
            publisher: stated(self.publisher.or(series)),
            date: stated(self.date),
            place: stated(self.place),
            url: stated(self.url),
            language: stated(self.language),
        };
        let is_in = |&(start, end, _): &(usize, usize, String)| {
            start <= end && self.text.get(start..end).is_some()
        };
        if !self.furniture.iter().all(is_in) {
            let wrong = "its furniture is not in its text";
            return Err(Problem::new(name, number, wrong, SHAPE));
        }
        let furniture = self.furniture.into_iter();
        let furniture = furniture.map(|(start, end, kind)| (Span { start, end }, kind));
        let furniture = furniture.collect();
        Input::new(name, self.id, about, self.text, furniture, tag).map_err(|problem| Problem {
            line: number,
            ..problem
        })
    }
}

/// The article that one line holds.
pub(crate) fn article(
    line: &[u8],
    name: &str,
    number: usize,
    tag: Option<&str>,
) -> Result<Input, Problem> {
    let wrong = |wrong: String| Problem::new(name, number, wrong, SHAPE);
    let text = std::str::from_utf8(line).map_err(|_| wrong("this is not UTF-8 text".to_owned()))?;
    if !text.trim_start().starts_with('{') {
        return Err(wrong("this is not a JSON object".to_owned()));
    }
    let line: Line = serde_json::from_str(text).map_err(|error| {
        // The parser counts lines within this one line, which would only mislead.
        let told = error.to_string();
        let what = told.rfind(" at line ").and_then(|end| told.get(..end));
        wrong(format!(
            "{}, at column {}",
            what.unwrap_or(&told),
            error.column()
        ))
    })?;
    line.input(name, number, tag)
}

/// Every line that is not empty, with its number. A faulty line does not stop the rest.
pub(crate) fn each(
    mut from: impl BufRead,
    name: &str,
    mut take: impl FnMut(usize, Result<&[u8], Problem>),
) -> io::Result<()> {
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        if (&mut from).take(LONGEST + 1).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.len() as u64 > LONGEST && line.last() != Some(&b'\n') {
            let wrong = format!("this line has more than {LONGEST} bytes");
            take(number, Err(Problem::new(name, number, wrong, SHAPE)));
            from.skip_until(b'\n')?;
        } else if !line.iter().all(u8::is_ascii_whitespace) {
            take(number, Ok(&line));
        }
    }
    Ok(())
}
