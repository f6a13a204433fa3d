//! `crossread matrix`: each article with each, one row a pair.

use std::collections::HashSet;
use std::io::Write;
use std::path::Path;

use crossread_engine::compare;
use crossread_export::Matrix;
use crossread_export::matrix::Entry;
use crossread_library::files;

use crate::args::{MatrixArgs, MatrixFormat, scope};
use crate::failure::Failure;
use crate::input::{Input, STDIN};
use crate::{Ended, Outcome};

pub(crate) fn run(args: &MatrixArgs) -> Ended {
    let inputs = inputs(args)?;
    if inputs.len() < 2 {
        return Err(Failure::Usage(format!(
            "a matrix wants two articles or more, and was given {}\n  to mend it: name more files, or a folder of them",
            inputs.len()
        )));
    }
    // Each is read once and compared with all others.
    let readings: Vec<_> = inputs.iter().map(Input::reading).collect();
    let options = args.how.options(args.min_words, scope(args.full));
    let mut matrix = Matrix::new(inputs.iter().map(entry).collect());
    for (a, reading_a) in readings.iter().enumerate() {
        for (b, reading_b) in readings.iter().enumerate().skip(a + 1) {
            matrix.add(a, b, &compare(reading_a, reading_b, options));
        }
    }
    let document = match args.format {
        MatrixFormat::Csv => matrix.csv(),
        MatrixFormat::Json => matrix.json(),
    };
    let mut out = std::io::stdout().lock();
    out.write_all(document.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}

fn entry(input: &Input) -> Entry {
    Entry {
        id: input.about.id.clone(),
        title: input.about.title.as_ref().map(|title| title.value.clone()),
    }
}

/// All articles, those of a folder in the order of their names. All that is wrong is told at once.
fn inputs(args: &MatrixArgs) -> Result<Vec<Input>, Failure> {
    let tag = args.how.lang.as_deref();
    let mut inputs = Vec::new();
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    for path in &args.files {
        if path == STDIN && !seen.insert(STDIN) {
            return Err(Failure::Usage(
                "standard input can be one article only\n  to mend it: name `-` once".into(),
            ));
        }
        if Path::new(path).is_dir() {
            let folder = files::read_dir(Path::new(path));
            problems.extend(folder.problems);
            for (name, text) in folder.files {
                match Input::new(&name, text, tag) {
                    Ok(input) => inputs.push(input),
                    Err(more) => problems.extend(more),
                }
            }
            continue;
        }
        match Input::read(path, tag) {
            Ok(input) => inputs.push(input),
            Err(Failure::Input(more)) => problems.extend(more),
            Err(other) => return Err(other),
        }
    }
    if problems.is_empty() {
        Ok(inputs)
    } else {
        Err(Failure::Input(problems))
    }
}
