//! Turns `assets/articles` into static tables before the site is compiled, and stops the build
//! where an article file is wrong: adding an article is adding one file, and no more. How long each is, and how much two share, is
//! worked out here as well. What the first page says of them, `front/` works out.

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use crossread_engine::{Comparison, Kind, Lang, Options, Reading, Source, Span, compare, lang};
use crossread_library::{Article, check, embed, files};
use crossread_worker::overview::{Length, PairFigures};

const FOLDER: &str = "assets/articles";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    // The folder, for files that come or go; each file, for what changes in it.
    println!("cargo::rerun-if-changed={FOLDER}");
    let folder = files::read_dir(Path::new(FOLDER));
    for (path, _) in &folder.files {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut report = check(&folder.files);
    report.problems.extend(folder.problems);
    if !report.is_sound() {
        eprintln!("The articles' folder is not in order:\n");
        for problem in &report.problems {
            eprintln!("{problem}\n");
        }
        return ExitCode::FAILURE;
    }
    let Some(out) = env::var_os("OUT_DIR") else {
        eprintln!("OUT_DIR is not set: run this through cargo");
        return ExitCode::FAILURE;
    };
    let tables = embed::rust_tables(&report.articles) + &lengths(&report.articles);
    if let Err(error) = fs::write(Path::new(&out).join("articles.rs"), tables) {
        eprintln!("the articles' tables could not be written: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// `pub static LENGTHS`, in the order of the articles, `PAIRS` and `LINES`. To be included where the worker's crate is at hand.
fn lengths(articles: &[Article]) -> String {
    let mut out = String::from(
        "/// How long each article is, in the order of the articles.\n\
         pub static LENGTHS: &[crossread_worker::overview::Length] = &[\n",
    );
    let readings: Vec<Reading> = articles.iter().map(read).collect();
    for reading in &readings {
        let length = Length::of(reading);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "    crossread_worker::overview::{length:?},");
    }
    out.push_str(
        "];\n/// How much each pair shares, by the indices of its articles.\n\
         pub static PAIRS: &[(usize, usize, crossread_worker::overview::PairFigures)] = &[\n",
    );
    let mut lines = String::new();
    for (i, a) in readings.iter().enumerate() {
        for (j, b) in readings.iter().enumerate().skip(i + 1) {
            let found = compare(a, b, Options::default());
            let figures = PairFigures::of(&found);
            let _ = writeln!(
                out,
                "    ({i}, {j}, crossread_worker::overview::{figures:?}),"
            );
            if let Some([a, b]) = best_line([a, b], &found) {
                let _ = writeln!(
                    lines,
                    "    ({i}, {j}, [({}, {}), ({}, {})]),",
                    a.start, a.end, b.start, b.end
                );
            }
        }
    }
    out.push_str(
        "];\n/// Two articles by their indices, and where in each a sentence stands that both share, in bytes.\n\
         pub type Line = (usize, usize, [(usize, usize); 2]);\n\
         /// The best example of each pair that has one.\n\
         pub static LINES: &[Line] = &[\n",
    );
    out + &lines + "];\n"
}

/// The sentences of the match that shows best what two share, in bytes: a reworded sentence of a length that is read at a glance.
fn best_line(readings: [&Reading; 2], found: &Comparison) -> Option<[Span; 2]> {
    let [a, b] = readings;
    let spans = found.matches.iter().filter_map(|found| {
        let a = a.sentences.get(found.a as usize)?.span;
        let b = b.sentences.get(found.b as usize)?.span;
        let kind = match found.kind {
            Kind::Edited => 0,
            Kind::Related => 1_000,
            Kind::Verbatim => 2_000,
        };
        Some((kind + (a.len() + b.len()).abs_diff(200), [a, b]))
    });
    spans
        .min_by_key(|(unfitness, _)| *unfitness)
        .map(|(_, spans)| spans)
}

fn read(article: &Article) -> Reading {
    let furniture: Vec<Span> = article
        .furniture
        .iter()
        .map(|piece| piece.range().into())
        .collect();
    let text = &article.text;
    Reading::new(
        Source::new(
            text,
            article
                .language
                .as_ref()
                .map_or_else(|| lang::detect(text), |tag| Lang::from_tag(&tag.value)),
        )
        .with_furniture(&furniture),
    )
}
