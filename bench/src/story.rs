//! Measures how long several articles take as one story, and how that grows with their number.

use crossread_engine::story::Story;
use crossread_engine::{Options, Reading};
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;

use crate::clock::now;
use crate::times::{median, print, read};

/// Prints a line for each number of articles: the number, the median in milliseconds, its number of runs, the pairs, the claims
/// and the questions. The articles are those of the folder in turn, each with one sentence that only it has.
///
/// # Errors
/// Where the folder or a number cannot be read.
pub fn run(folder: &str, sizes: &[&str]) -> Result<(), String> {
    let fault = |error: std::io::Error| format!("{folder}: {error}");
    let entries = fs::read_dir(folder).map_err(fault)?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    let bodies: Result<Vec<String>, String> = paths
        .iter()
        .map(|path| {
            fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
        })
        .collect();
    let bodies = bodies?;
    if bodies.is_empty() {
        return Err(format!("{folder}: no files"));
    }
    for size in sizes {
        let count: usize = size.parse().map_err(|_| format!("`{size}` is no number"))?;
        let texts: Vec<String> = (0..count)
            .map(|at| {
                let body = &bodies[at % bodies.len()];
                format!(
                    "{body}\n\nReport number {at} came from office {}.\n",
                    at * 7919
                )
            })
            .collect();
        let mut found = (0, 0);
        let (time, runs) = median(|| {
            let start = now();
            let readings: Vec<Reading> = texts.iter().map(|text| read(text)).collect();
            let articles: Vec<(&Reading, &str)> = readings
                .iter()
                .zip(&texts)
                .map(|(reading, text)| (reading, &**text))
                .collect();
            let story = black_box(Story::new(&articles, Options::default(), &mut |_, _| ()));
            found = (story.claims.len(), story.questions.len());
            [now() - start]
        });
        print(&format!("{count} articles"), time[0], runs);
        println!(
            "{} pairs\t{} claims\t{} questions",
            count * count.saturating_sub(1) / 2,
            found.0,
            found.1
        );
    }
    Ok(())
}
