//! `crossread matrix`: every pair of articles, one row per pair. If there are many articles, an index finds the pairs
//! that are worth comparing; the others are counted.

use std::io::{self, IsTerminal};

use crossread_engine::hash::fnv1a;
use crossread_engine::{Options, Reading, compare};
use crossread_export::Matrix;
use crossread_export::matrix::{Entry, Row, csv_header};
use rayon::prelude::*;

use crate::args::{MatrixArgs, MatrixFormat};
use crate::collected::{Collected, collect};
use crate::failure::Failure;
use crate::input::Input;
use crate::output::{Unfinished, whole};
use crate::pairs::{pairs, told};
use crate::progress::Progress;
use crate::{Ended, document};

/// The number of pairs that are compared before their rows are written.
const AT_A_TIME: usize = 512;

pub(crate) fn run(args: &MatrixArgs) -> Ended {
    let Collected { inputs, ended } = collect(&args.articles.files, args.comparing.lang())?;
    if inputs.len() < 2 {
        return Err(Failure::Usage(format!(
            "a matrix needs two or more articles, and was given {}\n  to fix it: name more files, or a folder of them",
            inputs.len()
        )));
    }
    // Each is read once and compared with all others.
    let readings: Vec<Reading> = inputs.par_iter().map(Input::reading).collect();
    let options = args.comparing.options();
    let (pairs, passed_over) = pairs(&readings, args.exhaustive);
    told(pairs.len(), passed_over);
    let table = Table {
        inputs: &inputs,
        readings: &readings,
        pairs: &pairs,
        options,
        format: args.format,
    };
    match (&args.out, args.format) {
        (Some(to), MatrixFormat::Json) => {
            let json = table.document(passed_over);
            whole(to, |out| out.write_all(json.as_bytes()))?;
        }
        (None, MatrixFormat::Json) => document::put(&table.document(passed_over))?,
        (Some(to), _) => {
            let start = |row| table.start(row);
            let mut out = Unfinished::open(to, table.digest(), &table.head(), start)?;
            table.rows(out.rows, false, |rows| out.add(rows))?;
            out.finish()?;
        }
        (None, _) => {
            document::put(&table.head())?;
            // On a terminal the rows themselves show the progress.
            table.rows(0, io::stdout().is_terminal(), document::put)?;
        }
    }
    Ok(ended)
}

/// The pairs, and how they are written.
struct Table<'t> {
    inputs: &'t [Input],
    readings: &'t [Reading],
    pairs: &'t [(u32, u32)],
    options: Options,
    format: MatrixFormat,
}

impl Table<'_> {
    /// The row of a pair.
    fn row(&self, &(a, b): &(u32, u32)) -> Option<Row> {
        let (a, b) = (a as usize, b as usize);
        let (of_a, of_b) = (self.readings.get(a)?, self.readings.get(b)?);
        Some(Row::new(a, b, &compare(of_a, of_b, self.options)))
    }

    /// All in one document.
    fn document(&self, passed_over: u64) -> String {
        let mut matrix = Matrix::new(self.inputs.iter().map(entry).collect());
        matrix.pairs = self
            .pairs
            .par_iter()
            .filter_map(|pair| self.row(pair))
            .collect();
        matrix.passed_over = passed_over;
        matrix.json()
    }

    /// The text before the rows.
    fn head(&self) -> String {
        match self.format {
            MatrixFormat::Csv => csv_header(),
            MatrixFormat::Json | MatrixFormat::Jsonl => String::new(),
        }
    }

    /// The rows from `from` on, some at a time, in order; `quiet`: without progress.
    fn rows(
        &self,
        from: usize,
        quiet: bool,
        mut put: impl FnMut(&str) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut progress = Progress::new("pairs", self.pairs.len());
        let left = self.pairs.get(from..).unwrap_or_default();
        for (at, some) in left.chunks(AT_A_TIME).enumerate() {
            let line = |pair| self.row(pair).map(|row| self.line(&row));
            let lines: Vec<String> = some.par_iter().filter_map(line).collect();
            put(&lines.concat())?;
            if !quiet {
                progress.at(from + at * AT_A_TIME + some.len());
            }
        }
        Ok(())
    }

    fn line(&self, row: &Row) -> String {
        let (a, b) = (self.id(row.a), self.id(row.b));
        match self.format {
            MatrixFormat::Csv => row.csv(a, b),
            MatrixFormat::Json | MatrixFormat::Jsonl => row.json_line(a, b),
        }
    }

    /// How a row begins: with the ids and the lengths of its articles.
    fn start(&self, row: usize) -> Option<String> {
        let &(a, b) = self.pairs.get(row)?;
        let empty = Row::between(a as usize, b as usize);
        let line = self.line(&empty);
        let end = match self.format {
            MatrixFormat::Csv => line.strip_suffix("0,0,0,0,0,0,0,0,0,0\r\n"),
            MatrixFormat::Json | MatrixFormat::Jsonl => {
                let numbers = line.rfind("\"words_a\"")?;
                line.get(..numbers)
            }
        };
        end.map(str::to_owned)
    }

    fn id(&self, at: usize) -> &str {
        self.inputs.get(at).map_or("", |input| &input.id)
    }

    /// A digest of everything that the rows depend on.
    fn digest(&self) -> u64 {
        let asked = format!(
            "{} {:?} {:?} {}",
            env!("CARGO_PKG_VERSION"),
            self.options,
            self.format,
            self.pairs.len()
        );
        let parts = self.inputs.iter().flat_map(|input| {
            let lang = input.lang.tag();
            [input.id.as_str(), lang, input.text.as_str()]
        });
        let parts = std::iter::once(asked.as_str()).chain(parts);
        // A byte that no text contains separates the parts.
        fnv1a(parts.flat_map(|part| part.bytes().chain([0xff])))
    }
}

fn entry(input: &Input) -> Entry {
    Entry {
        id: input.id.clone(),
        title: input.about.title.as_ref().map(|title| title.value.clone()),
    }
}
