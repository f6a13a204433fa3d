//! Measures the built site in a browser: Lighthouse, the time from key presses and clicks to the next paint, texts as long as
//! books, static collections, and hostile links and files. All print tables and never fail because of a time. `e2e/lighthouse.mjs`,
//! `e2e/interaction.mjs`, `e2e/long.mjs`, `e2e/stories.mjs`,
//! `e2e/sets.mjs` and `e2e/hostile.mjs` say what is measured and how.

use crate::browser;
use crate::host;
use crate::site;
use crate::tools::Toolbox;
use std::path::PathBuf;

/// The options of `lighthouse`.
#[derive(Debug, clap::Args)]
pub struct Lighthouse {
    /// How many runs for each page
    #[arg(long)]
    runs: Option<u32>,
    /// Only the rows with this in their name, such as library or phone
    #[arg(long)]
    only: Option<String>,
    /// Takes dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Runs Lighthouse on some pages, several times each.
///
/// # Errors
/// If the site does not build, or Lighthouse cannot be installed or fails.
pub fn lighthouse(options: &Lighthouse) -> Result<(), String> {
    build_unless(options.no_build)?;
    let program = lighthouse_program();
    let runs = options.runs.map(|runs| format!("--runs={runs}"));
    let only = options.only.as_ref().map(|only| format!("--only={only}"));
    browser::script_with(
        "lighthouse.mjs",
        &given(&[runs, only]),
        &[("LIGHTHOUSE", program.as_os_str())],
    )
}

fn lighthouse_program() -> PathBuf {
    host::root().join("node_modules/lighthouse/cli/index.js")
}

/// The options of `sets`.
#[derive(Debug, clap::Args)]
pub struct Sets {
    /// The folder that `crossread collection build` wrote
    folder: PathBuf,
    /// How many runs of Lighthouse for each screen
    #[arg(long)]
    runs: Option<u32>,
    /// What is searched for
    #[arg(long)]
    words: Option<String>,
    /// Takes dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Opens a static collection: its first screen by Lighthouse, and what is fetched for each thing that a reader does.
///
/// # Errors
/// If the site does not build, or the page does not answer.
pub fn sets(options: &Sets) -> Result<(), String> {
    build_unless(options.no_build)?;
    // The script runs in a folder of its own.
    let folder = std::path::absolute(&options.folder).unwrap_or_else(|_| options.folder.clone());
    let folder = Some(folder.to_string_lossy().into_owned());
    let runs = options.runs.map(|runs| format!("--runs={runs}"));
    let words = options
        .words
        .as_ref()
        .map(|words| format!("--words={words}"));
    browser::script_with(
        "sets.mjs",
        &given(&[folder, runs, words]),
        &[("LIGHTHOUSE", lighthouse_program().as_os_str())],
    )
}

/// The options of `interaction`.
#[derive(Debug, clap::Args)]
pub struct Interaction {
    /// How many times slower the processor is
    #[arg(long)]
    slow: Option<u32>,
    /// Only cases with this in their name, such as phone
    #[arg(long)]
    only: Option<String>,
    /// Takes dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Presses every key and every control, and prints how long each took until the next paint.
///
/// # Errors
/// If the site does not build, or the page does not answer.
pub fn interaction(options: &Interaction) -> Result<(), String> {
    build_unless(options.no_build)?;
    let slow = options.slow.map(|slow| format!("--slow={slow}"));
    let only = options.only.as_ref().map(|only| format!("--only={only}"));
    browser::script("interaction.mjs", &given(&[slow, only]))
}

/// The options of `long`.
#[derive(Debug, clap::Args)]
pub struct Long {
    /// Two files from which the texts are cut, instead of generated prose
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    texts: Vec<PathBuf>,
    /// Words of each text
    #[arg(long, value_delimiter = ',', value_parser = clap::value_parser!(u32).range(1..))]
    sizes: Vec<u32>,
    /// Takes dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Opens two texts as long as books on the page, and measures the time of each step and the memory.
///
/// # Errors
/// If the site does not build, or the page does not answer.
pub fn long(options: &Long) -> Result<(), String> {
    build_unless(options.no_build)?;
    let mut words = Vec::new();
    if !options.texts.is_empty() {
        words.push("--texts".to_owned());
        // The script runs in a folder of its own.
        words.extend(options.texts.iter().map(|file| {
            let path = std::path::absolute(file).unwrap_or_else(|_| file.clone());
            path.to_string_lossy().into_owned()
        }));
    }
    if !options.sizes.is_empty() {
        let sizes: Vec<String> = options.sizes.iter().map(u32::to_string).collect();
        words.extend(["--sizes".to_owned(), sizes.join(",")]);
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    browser::script("long.mjs", &words)
}

/// The options of `stories`.
#[derive(Debug, clap::Args)]
pub struct Stories {
    /// How many articles
    #[arg(long, value_delimiter = ',', value_parser = clap::value_parser!(u32).range(2..=50))]
    sizes: Vec<u32>,
    /// Takes dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Opens many articles as one story, and measures how soon they are on the page, and its long tasks.
///
/// # Errors
/// If the site does not build, or the page does not answer.
pub fn stories(options: &Stories) -> Result<(), String> {
    build_unless(options.no_build)?;
    let sizes: Vec<String> = options.sizes.iter().map(u32::to_string).collect();
    let sizes = sizes.join(",");
    match sizes.is_empty() {
        true => browser::script("stories.mjs", &[]),
        false => browser::script("stories.mjs", &["--sizes", &sizes]),
    }
}

/// The options of `hostile`.
#[derive(Debug, clap::Args)]
pub struct Hostile {
    /// How many runs for each input; the worst counts
    #[arg(long)]
    runs: Option<u32>,
    /// Only inputs with this in their name, such as link
    #[arg(long)]
    only: Option<String>,
    /// Takes dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Opens links and files that were made to freeze the page, and prints how long it froze or worked without saying so.
///
/// # Errors
/// If the site does not build, or the browser does not start.
pub fn hostile(options: &Hostile) -> Result<(), String> {
    build_unless(options.no_build)?;
    let runs = options.runs.map(|runs| format!("--runs={runs}"));
    let only = options.only.as_ref().map(|only| format!("--only={only}"));
    browser::script("hostile.mjs", &given(&[runs, only]))
}

fn build_unless(declined: bool) -> Result<(), String> {
    if declined {
        return Ok(());
    }
    site::build(&Toolbox::for_release()?)
}

fn given(options: &[Option<String>]) -> Vec<&str> {
    options.iter().flatten().map(String::as_str).collect()
}
