//! `crossread matrix`: each article with each, one row a pair.

use std::io::Write;

use crossread_engine::compare;
use crossread_export::Matrix;
use crossread_export::matrix::Entry;

use crate::args::{MatrixArgs, MatrixFormat, scope};
use crate::failure::Failure;
use crate::input::{Input, all};
use crate::{Ended, Outcome};

pub(crate) fn run(args: &MatrixArgs) -> Ended {
    let inputs = all(&args.files, args.how.lang.as_deref())?;
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
