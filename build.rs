//! Turns `assets/articles` into static tables before the site is compiled, and stops the build
//! where an article file is wrong: adding an article is adding one file, and no more. What lists say
//! of articles and pairs is worked out here as well, so that the page need not compare before it shows.

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use crossread_engine::{Lang, Options, Reading, Source, Span, compare, lang};
use crossread_library::{Article, check, embed, files};
use crossread_worker::overview::{Length, PairFigures, Specimen};

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
    let tables = embed::rust_tables(&report.articles) + &figures(&report.articles);
    if let Err(error) = fs::write(Path::new(&out).join("articles.rs"), tables) {
        eprintln!("the articles' tables could not be written: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// `pub static LENGTHS`, in the order of the articles; `pub static PAIRS`, each pair of their indices
/// once with its figures; `pub fn specimen()`, an example of what a comparison finds. To be included
/// where the engine and the worker's crate are at hand.
fn figures(articles: &[Article]) -> String {
    let readings: Vec<Reading> = articles.iter().map(read).collect();
    let mut out = String::from(
        "/// How long each article is, in the order of the articles.\n\
         pub static LENGTHS: &[crossread_worker::overview::Length] = &[\n",
    );
    for reading in &readings {
        let length = Length::of(reading);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "    crossread_worker::overview::{length:?},");
    }
    out.push_str(
        "];\n/// How much each pair shares, by the indices of its articles.\n\
         pub static PAIRS: &[(usize, usize, crossread_worker::overview::PairFigures)] = &[\n",
    );
    // The example comes from the pair that shares most.
    let mut most = (0, None);
    for (i, a) in readings.iter().enumerate() {
        for (j, b) in readings.iter().enumerate().skip(i + 1) {
            let found = compare(a, b, Options::default());
            let figures = PairFigures::of(&found);
            let _ = writeln!(
                out,
                "    ({i}, {j}, crossread_worker::overview::{figures:?}),"
            );
            let shared = figures.a.0 + figures.b.0;
            if shared > most.0 {
                let texts = [i, j].map(|at| articles.get(at).map_or("", |one| &*one.body));
                most = (
                    shared,
                    Specimen::of(texts, [a, b], &found).map(|one| (i, j, one)),
                );
            }
        }
    }
    out + "];\n" + &specimen(most.1)
}

fn specimen(of: Option<(usize, usize, Specimen)>) -> String {
    let body = of.map_or_else(
        || "None".to_owned(),
        |(
            i,
            j,
            Specimen {
                a,
                b,
                kind,
                moved,
                hunks,
            },
        )| {
            format!(
                "use crossread_engine::{{Kind, Span, word_diff::{{Hunk, Op::*}}}};\n    \
                 Some(({i}, {j}, crossread_worker::overview::Specimen {{ a: {a:?}, b: {b:?}, \
                 kind: Kind::{kind:?}, moved: {moved}, hunks: vec!{hunks:?} }}))"
            )
        },
    );
    format!(
        "/// An example of what a comparison finds: the indices of two articles, and a match of theirs.\n\
         #[allow(unused_imports)]\n\
         pub fn specimen() -> Option<(usize, usize, crossread_worker::overview::Specimen)> {{\n    {body}\n}}\n"
    )
}

fn read(article: &Article) -> Reading {
    let furniture: Vec<Span> = article
        .furniture
        .iter()
        .map(|piece| piece.range.clone().into())
        .collect();
    let text = &article.body;
    Reading::new(Source {
        text,
        lang: article
            .meta
            .language
            .as_ref()
            .map_or_else(|| lang::detect(text), |tag| Lang::from_tag(&tag.value)),
        furniture: &furniture,
    })
}
