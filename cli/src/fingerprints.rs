//! `crossread fingerprints`: the fingerprints of articles, one per line, for programs that index more articles than
//! one machine holds (`spark/`).

use std::io::Write;

use crossread_engine::{Reading, Source};
use crossread_index::Fingerprint;
use crossread_library::Problem;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::input::{STDIN, language, name};
use crate::lines;
use crate::{Ended, Outcome};

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(alias = "language")]
    lang: Option<String>,
    text: String,
}

/// Numbers are signed, as in Java and SQL.
#[derive(Debug, Serialize)]
struct Answer {
    sentences: Vec<(u32, Vec<i64>)>,
    phrases: Vec<i64>,
}

#[derive(Debug, Serialize)]
struct Fault {
    error: String,
}

pub(crate) fn run() -> Ended {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut ended, mut written) = (Outcome::Done, Ok(()));
    lines::each(std::io::stdin().lock(), name(STDIN), |number, line| {
        if written.is_err() {
            return;
        }
        let answer = match line.and_then(|line| asked(line, number)) {
            Ok(asked) => serde_json::to_string(&answer(&asked)),
            Err(problem) => {
                ended = Outcome::Faults;
                let error = format!("line {number}: {}", problem.wrong);
                serde_json::to_string(&Fault { error })
            }
        };
        written = answer
            .map_err(std::io::Error::from)
            .and_then(|answer| writeln!(out, "{answer}"));
    })
    .and(written)
    .and_then(|()| out.flush())
    .map_err(Failure::Output)?;
    Ok(ended)
}

fn asked(line: &[u8], number: usize) -> Result<Asked, Problem> {
    serde_json::from_slice(line).map_err(|error| {
        let remedy = "write one object a line: {\"text\": \"<text>\", \"lang\": \"en\"}";
        Problem::new(name(STDIN), number, error.to_string(), remedy)
    })
}

fn answer(asked: &Asked) -> Answer {
    let lang = language(asked.lang.as_deref(), &asked.text);
    let print = Fingerprint::of(&Reading::new(Source::new(&asked.text, lang)));
    let signed = |hashes: &[u64]| hashes.iter().map(|&hash| hash.cast_signed()).collect();
    let sentences = print.sentences();
    Answer {
        sentences: sentences
            .map(|(words, stems)| (words, signed(stems)))
            .collect(),
        phrases: signed(print.phrases()),
    }
}
