//! Runs the tests of `e2e/engines/` in Chromium, Firefox and WebKit, with the protocol that all three understand (WebDriver).
//!
//! It is not a step of `cargo xtask test`: the browsers are large, and few changes behave differently in the other two.

use crate::browser;
use crate::host::{self, say};
use crate::site;
use crate::tools::{self, Toolbox};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// A browser: its name, the variables that say where its parts are, and what Debian calls these parts.
struct Engine {
    name: &'static str,
    /// Of each part: the variable, and the names under which it may be on PATH.
    parts: &'static [(&'static str, &'static [&'static str])],
    packages: &'static [&'static str],
}

const ENGINES: [Engine; 3] = [
    Engine {
        name: "chromium",
        parts: &[
            ("CHROME", &["chromium", "chromium-browser", "google-chrome"]),
            ("CHROMEDRIVER", &["chromedriver"]),
        ],
        packages: &["chromium", "chromium-driver"],
    },
    Engine {
        name: "firefox",
        parts: &[
            ("FIREFOX", &["firefox-esr", "firefox"]),
            // Debian has no package of it; `tools` builds it.
            ("GECKODRIVER", &["geckodriver"]),
        ],
        packages: &["firefox-esr"],
    },
    Engine {
        name: "webkit",
        parts: &[
            ("WEBKITDRIVER", &["WebKitWebDriver"]),
            // WebKit's plain browser has no headless mode.
            ("XVFB", &["Xvfb"]),
        ],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

/// The options of `engines`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The engines; all if none is named
    #[arg(value_parser = ["chromium", "firefox", "webkit"])]
    engines: Vec<String>,
    /// Only tests with this in their name
    #[arg(long)]
    only: Option<String>,
    /// Takes dist/ as it is
    #[arg(long)]
    no_build: bool,
}

/// Runs the tests in each engine, and says at the end which passed.
///
/// # Errors
/// If a browser or its driver cannot be installed, or a test fails.
pub fn run(options: &Options) -> Result<(), String> {
    if !options.no_build {
        site::build(&Toolbox::for_release()?)?;
    }
    let mut outcomes = Vec::new();
    for engine in &ENGINES {
        let chosen = options.engines.iter().any(|name| name == engine.name);
        if chosen || options.engines.is_empty() {
            println!("\n== {}", engine.name);
            outcomes.push((engine.name, test(engine, options.only.as_deref())));
        }
    }
    println!();
    for (name, outcome) in &outcomes {
        match outcome {
            Ok(()) => println!("{name}: passed"),
            Err(error) => println!("{name}: FAILED, {error}"),
        }
    }
    let failed = outcomes.iter().filter(|(_, outcome)| outcome.is_err());
    match failed.count() {
        0 => Ok(()),
        _ => Err(String::new()),
    }
}

fn test(engine: &Engine, only: Option<&str>) -> Result<(), String> {
    let pattern = only.map(|only| format!("--test-name-pattern={only}"));
    let node = browser::without_browser()?
        .env("CROSSREAD_ENGINE", engine.name)
        .envs(places(engine)?)
        // One at a time: the driver and the browser of one test keep two cores busy.
        .args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
        .args(pattern)
        .args(tests(&host::root().join("e2e/engines"))?);
    host::run(node)
}

/// The test files of a folder, by name.
fn tests(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut tests: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    Ok(tests)
}

/// The variables of an engine's parts with their paths. What is missing is installed where that is possible.
fn places(engine: &Engine) -> Result<Vec<(&'static str, PathBuf)>, String> {
    if lacking(engine).is_some() && host::is_root() && Path::new("/etc/debian_version").exists() {
        say(&format!(
            "Installing {} from the system's packages; about a minute.",
            engine.packages.join(", ")
        ));
        host::apt_install(engine.packages)?;
    }
    if let Some(missing) = lacking(engine) {
        return Err(format!(
            "{} needs `{missing}`, which is not there (on Debian: `apt-get install {}`)",
            engine.name,
            engine.packages.join(" ")
        ));
    }
    engine
        .parts
        .iter()
        .map(|(variable, names)| {
            let place = match found(variable, names) {
                Some(place) => place,
                None => tools::geckodriver()?,
            };
            Ok((*variable, place))
        })
        .collect()
}

/// The name of the first missing part that the system's packages have.
fn lacking(engine: &Engine) -> Option<&'static str> {
    let missing = engine
        .parts
        .iter()
        .find(|(variable, names)| *variable != "GECKODRIVER" && found(variable, names).is_none());
    missing.map(|(_, names)| names[0])
}

fn found(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = env::var_os(variable).filter(|value| !value.is_empty());
    if let Some(named) = named.map(PathBuf::from) {
        return named.is_file().then_some(named);
    }
    let path = env::var_os("PATH").unwrap_or_default();
    names.iter().find_map(|name| tools::find_in(name, &path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_has_its_tests() {
        let folder = host::root().join("e2e/engines");
        assert!(tests(&folder).is_ok_and(|tests| tests.len() > 1));
    }
}
