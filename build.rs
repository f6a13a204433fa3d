//! Turns `assets/articles` into static tables before the site is compiled, and stops the build
//! where an article file is wrong: adding an article is adding one file, and no more. How long each is, is worked out here as
//! well. What the first page says of them, `front/` works out.

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use crossread_engine::{Lang, Reading, Source, Span, lang};
use crossread_library::{Article, check, embed, files};
use crossread_worker::overview::Length;

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

/// `pub static LENGTHS`, in the order of the articles. To be included where the worker's crate is at hand.
fn lengths(articles: &[Article]) -> String {
    let mut out = String::from(
        "/// How long each article is, in the order of the articles.\n\
         pub static LENGTHS: &[crossread_worker::overview::Length] = &[\n",
    );
    for article in articles {
        let length = Length::of(&read(article));
        // Writing to a String cannot fail.
        let _ = writeln!(out, "    crossread_worker::overview::{length:?},");
    }
    out + "];\n"
}

fn read(article: &Article) -> Reading {
    let furniture: Vec<Span> = article
        .furniture
        .iter()
        .map(|piece| piece.range.clone().into())
        .collect();
    let text = &article.body;
    Reading::new(
        Source::new(
            text,
            article
                .meta
                .language
                .as_ref()
                .map_or_else(|| lang::detect(text), |tag| Lang::from_tag(&tag.value)),
        )
        .with_furniture(&furniture),
    )
}
