//! `crossread matrix`: each article with each, one row a pair. Of many articles an index names the pairs
//! that are worth comparing; what it passes over is counted.

use crossread_engine::{Options, Reading, compare};
use crossread_export::Matrix;
use crossread_export::matrix::{Entry, Row};
use crossread_index::{Fingerprint, propose};
use rayon::prelude::*;

use crate::args::{MatrixArgs, MatrixFormat, scope};
use crate::failure::Failure;
use crate::input::{Input, all};
use crate::{Ended, Outcome, document};

pub(crate) fn run(args: &MatrixArgs) -> Ended {
    let inputs = all(&args.files, args.how.lang.as_deref())?;
    if inputs.len() < 2 {
        return Err(Failure::Usage(format!(
            "a matrix wants two articles or more, and was given {}\n  to mend it: name more files, or a folder of them",
            inputs.len()
        )));
    }
    // Each is read once and compared with all others.
    let readings: Vec<Reading> = inputs.par_iter().map(Input::reading).collect();
    let options = args.how.options(args.min_words, scope(args.full));
    let (pairs, passed_over) = pairs(&readings, args.exhaustive);
    let mut matrix = Matrix::new(inputs.iter().map(entry).collect());
    matrix.pairs = rows(&readings, &pairs, options);
    matrix.passed_over = passed_over;
    if passed_over > 0 {
        anstream::eprintln!(
            "crossread: compared {} of {} pairs, the others share too little; --exhaustive compares all",
            pairs.len(),
            pairs.len() as u64 + passed_over
        );
    }
    document::put(&match args.format {
        MatrixFormat::Csv => matrix.csv(),
        MatrixFormat::Json => matrix.json(),
    })?;
    Ok(Outcome::Done)
}

/// Up to so many articles all pairs are compared: it takes about a second.
const FEW: usize = 64;

/// The pairs to compare, in order, and how many there are besides.
fn pairs(readings: &[Reading], exhaustive: bool) -> (Vec<(u32, u32)>, u64) {
    let count = readings.len() as u32;
    if exhaustive || readings.len() <= FEW {
        let all = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
        return (all.collect(), 0);
    }
    let fingerprints: Vec<Fingerprint> = readings.par_iter().map(Fingerprint::of).collect();
    let proposed = propose(&fingerprints);
    (proposed.pairs, proposed.passed_over)
}

/// The row of each pair.
fn rows(readings: &[Reading], pairs: &[(u32, u32)], options: Options) -> Vec<Row> {
    let row = |&(a, b): &(u32, u32)| {
        let (a, b) = (a as usize, b as usize);
        Some(Row::new(
            a,
            b,
            &compare(readings.get(a)?, readings.get(b)?, options),
        ))
    };
    pairs.par_iter().filter_map(row).collect()
}

fn entry(input: &Input) -> Entry {
    Entry {
        id: input.about.id.clone(),
        title: input.about.title.as_ref().map(|title| title.value.clone()),
    }
}
