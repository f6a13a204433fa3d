//! How the built site fares with a reader's machine: Lighthouse, how soon keys and clicks are seen, and texts as long as
//! books. All print tables and fail for no time: what is measured and how, say `e2e/lighthouse.mjs`, `e2e/interaction.mjs`
//! and `e2e/long.mjs`.

use crate::browser;
use crate::site;
use crate::tools::{self, Toolbox};

/// Lighthouse's version: its weights and audits change with it.
const LIGHTHOUSE: &str = "13.5.0";

/// Runs Lighthouse over some pages, some times each.
///
/// # Errors
/// Where an option is unknown, the site does not build, or Lighthouse cannot be had or fails.
pub fn lighthouse(options: &[&str]) -> Result<(), String> {
    let known = |word: &str| word.starts_with("--runs=") || word.starts_with("--only=");
    let rest = prepared("lighthouse", options, known)?;
    let folder = tools::from_npm("lighthouse", LIGHTHOUSE)?;
    let program = folder.join("node_modules/lighthouse/cli/index.js");
    browser::script_with(
        "lighthouse.mjs",
        &rest,
        &[("LIGHTHOUSE", program.as_os_str())],
    )
}

/// Presses every key and every control, and prints how long each took to be seen.
///
/// # Errors
/// Where an option is unknown, the site does not build, or the page does not answer.
pub fn interaction(options: &[&str]) -> Result<(), String> {
    let known = |word: &str| word.starts_with("--slow=") || word.starts_with("--only=");
    let rest = prepared("interaction", options, known)?;
    browser::script("interaction.mjs", &rest)
}

/// Brings two texts as long as books to the page and watches it: what each of them took, and how much memory.
///
/// # Errors
/// Where an option is unknown or lacks its value, the site does not build, or the page does not answer.
pub fn long(options: &[&str]) -> Result<(), String> {
    let (mut words, mut rest) = (Vec::new(), options);
    loop {
        rest = match rest {
            [] => break,
            ["--texts", a, b, more @ ..] => {
                // The script runs in a folder of its own.
                let path = |file: &str| {
                    let path = std::path::absolute(file).unwrap_or_else(|_| file.into());
                    path.to_string_lossy().into_owned()
                };
                words.extend(["--texts".to_owned(), path(a), path(b)]);
                more
            }
            ["--sizes", sizes, more @ ..] => {
                words.extend(["--sizes".to_owned(), (*sizes).to_owned()]);
                more
            }
            ["--no-build", more @ ..] => more,
            [unknown, ..] => {
                return Err(format!(
                    "long does not know `{unknown}`; see `cargo xtask --help`"
                ));
            }
        }
    }
    if !options.contains(&"--no-build") {
        site::build(&Toolbox::for_release()?)?;
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    browser::script("long.mjs", &words)
}

/// Builds the site where that is not declined. Gives the options that are the script's.
fn prepared<'word>(
    name: &str,
    options: &[&'word str],
    known: fn(&str) -> bool,
) -> Result<Vec<&'word str>, String> {
    let (own, rest): (Vec<&str>, Vec<&str>) =
        options.iter().partition(|word| **word == "--no-build");
    if let Some(unknown) = rest.iter().find(|word| !known(word)) {
        return Err(format!(
            "{name} does not know `{unknown}`; see `cargo xtask --help`"
        ));
    }
    if own.is_empty() {
        site::build(&Toolbox::for_release()?)?;
    }
    Ok(rest)
}
