//! Turns `assets/articles` into static tables before the site is compiled, and stops the build
//! where an article file is wrong: adding an article is adding one file, and no more.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use crossread_library::{check, embed, files};

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
    let tables = embed::rust_tables(&report.articles);
    if let Err(error) = fs::write(Path::new(&out).join("articles.rs"), tables) {
        eprintln!("the articles' tables could not be written: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
