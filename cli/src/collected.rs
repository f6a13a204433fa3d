//! Many articles, from whatever was named: files, folders, JSON Lines, saved indexes.
//!
//! A file that is named must be valid, or nothing is done. A faulty article among many in a folder or file is reported
//! and left out, and the run continues with the rest.

use std::collections::HashSet;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use crossread_library::{Problem, files};
use rayon::prelude::*;

use crate::failure::Failure;
use crate::input::{Input, STDIN};
use crate::{Outcome, lines, saved};

/// What was read.
pub(crate) struct Collected {
    /// The articles: those of a folder in the order of their names.
    pub(crate) inputs: Vec<Input>,
    /// Whether everything that was found could be read.
    pub(crate) ended: Outcome,
}

/// The number of lines that are read before they are parsed on all cores.
const AT_A_TIME: usize = 256;
/// Fewer if they are long: at most so many bytes.
const BYTES_AT_A_TIME: usize = 50_000_000;

/// All articles. `tag` is the language given on the command line.
pub(crate) fn collect(paths: &[String], tag: Option<&str>) -> Result<Collected, Failure> {
    let mut inputs = Vec::new();
    // The faults of what was named, and of what was in it.
    let (mut problems, mut left_out) = (Vec::new(), 0);
    let mut leave_out = |found: Result<Input, Vec<Problem>>| {
        let told = |faults: &Vec<Problem>| {
            left_out += 1;
            for fault in faults {
                anstream::eprintln!("crossread: {fault}");
            }
        };
        found.inspect_err(told).ok()
    };
    let mut seen = HashSet::new();
    for path in paths {
        if path == STDIN && !seen.insert(STDIN) {
            return Err(Failure::Usage(
                "standard input can be one article only\n  to fix it: name `-` once".into(),
            ));
        }
        let at = Path::new(path);
        if at.is_dir() {
            let listing = files::list_dir(at);
            problems.extend(listing.problems);
            let read = |file: &PathBuf| Input::all_of(&files::label(file), tag);
            let found: Vec<_> = listing.files.par_iter().map(read).collect();
            inputs.extend(found.into_iter().flatten().filter_map(&mut leave_out));
        } else if is_lines(at) {
            match File::open(at) {
                Ok(file) => {
                    let read = |(number, line): &(usize, Result<Vec<u8>, Problem>)| match line {
                        Ok(line) => lines::article(line, path, *number, tag).map_err(|p| vec![p]),
                        Err(problem) => Err(vec![problem.clone()]),
                    };
                    let mut some = Vec::new();
                    let mut add = |some: &mut Vec<_>| {
                        let found: Vec<_> = some.par_iter().map(read).collect();
                        some.clear();
                        inputs.extend(found.into_iter().filter_map(&mut leave_out));
                    };
                    let mut bytes = 0;
                    let ended = lines::each(BufReader::new(file), path, |number, line| {
                        bytes += line.as_ref().map_or(0, |line| line.len());
                        some.push((number, line.map(<[u8]>::to_vec)));
                        if some.len() >= AT_A_TIME || bytes >= BYTES_AT_A_TIME {
                            add(&mut some);
                            bytes = 0;
                        }
                    });
                    add(&mut some);
                    problems.extend(ended.err().map(|error| files::unreadable(path, &error)));
                }
                Err(error) => problems.push(files::unreadable(path, &error)),
            }
        } else if saved::is_index(at) {
            match saved::articles(at, tag) {
                Ok(found) => inputs.extend(found),
                Err(problem) => problems.push(problem),
            }
        } else {
            for found in Input::all_of(path, tag) {
                match found {
                    Ok(input) => inputs.push(input),
                    Err(more) => problems.extend(more),
                }
            }
        }
    }
    if !problems.is_empty() {
        return Err(Failure::Input(problems));
    }
    if left_out > 0 {
        anstream::eprintln!(
            "crossread: {} left out",
            crossread_export::words::counted(left_out, "article is", "articles are")
        );
    }
    let ended = if left_out == 0 {
        Outcome::Done
    } else {
        Outcome::Faults
    };
    Ok(Collected { inputs, ended })
}

fn is_lines(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending == "jsonl" || ending == "ndjson")
}
