//! A saved index as a file: written by `crossread index`, and accepted wherever articles are read. Its records are
//! lines of JSON, as in JSON Lines, so it holds the articles themselves.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use crossread_index::saved::{Fault, MAGIC, Saved};
use crossread_library::{Problem, files};

use crate::input::Input;
use crate::lines;

/// Whether the file is a saved index.
pub(crate) fn is_index(path: &Path) -> bool {
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| {
        let length = MAGIC.len() as u64;
        path.is_file()
            .then(|| file.take(length).read_to_end(&mut first))
            .transpose()
    });
    read.is_ok() && first == MAGIC
}

/// Opens an index.
pub(crate) fn open(path: &Path) -> Result<Saved<BufReader<File>>, Problem> {
    let file = File::open(path).map_err(|error| files::unreadable(&files::label(path), &error))?;
    Saved::open(BufReader::new(file)).map_err(|fault| problem(path, &fault))
}

/// An article of an index.
pub(crate) fn article(
    index: &mut Saved<BufReader<File>>,
    path: &Path,
    number: u32,
    tag: Option<&str>,
) -> Result<Input, Problem> {
    let record = index
        .record(number)
        .map_err(|fault| problem(path, &fault))?;
    lines::article(&record, &files::label(path), 0, tag)
}

/// All articles of an index.
pub(crate) fn articles(path: &Path, tag: Option<&str>) -> Result<Vec<Input>, Problem> {
    let mut index = open(path)?;
    let count = index.len() as u32;
    (0..count)
        .map(|number| article(&mut index, path, number, tag))
        .collect()
}

/// What is wrong with an index.
pub(crate) fn problem(path: &Path, fault: &Fault) -> Problem {
    let remedy = "write it again with `crossread index`";
    Problem::new(&files::label(path), 0, fault.to_string(), remedy)
}
