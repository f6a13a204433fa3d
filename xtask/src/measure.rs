//! How the built site fares with a reader's machine: Lighthouse, and how soon keys and clicks are seen. Both print tables
//! and fail for no time: what is measured and how, say `e2e/lighthouse.mjs` and `e2e/interaction.mjs`.

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
