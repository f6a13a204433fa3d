//! Prepares what browser tests and screenshots need: a Chromium, the packages from npm, and a built site.

use crate::host::{self, say};
use crate::site;
use crate::tools;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Cmd, cmd};

/// The names under which a Chromium may be on PATH.
const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
/// Where systems keep a Chromium that is not on PATH.
const PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];
/// The same without windows, which starts a page in a quarter of the time. On PATH.
const SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];
/// The message if there is none.
const NO_BROWSER: &str = "the browser tests need Chromium or Chrome, and none was found. Install one (on Debian: \
    `apt-get install chromium`), or say in CHROME where it is";

/// Runs the tests in `e2e/tests` against the site in `dist/`. A test that fails is tried once more, and its name is printed.
///
/// # Errors
/// If something is missing or a test fails.
pub fn test() -> Result<(), String> {
    let node = prepared_node()?.env("CROSSREAD_CLI", command_line()?);
    let folder = host::root().join("e2e").join("tests");
    let mut tests: Vec<PathBuf> = fs::read_dir(&folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    let unsteady = host::root().join("target").join("unsteady-tests.txt");
    let _ = fs::remove_file(&unsteady);
    let node = node
        .env("CROSSREAD_UNSTEADY", &unsteady)
        .args(["--test", "--test-reporter=spec"])
        .arg(format!("--test-concurrency={}", at_once()))
        .args(tests);
    let result = host::run(node);
    if let Ok(names) = fs::read_to_string(&unsteady) {
        println!("Passed only when tried again; each is a fault to be found:\n{names}");
    }
    result
}

/// How many test files run at once. Node.js leaves one core free, so on two cores it would run one file after another,
/// though a test mostly waits.
fn at_once() -> usize {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    cores.saturating_sub(1).max(2)
}

/// The command line, built: it writes the static collections that are opened.
fn command_line() -> Result<PathBuf, String> {
    let cargo = host::cargo();
    let build = cmd!(
        host::shell(),
        "{cargo} build --locked --quiet --package crossread-cli"
    );
    host::run(build)?;
    // Cargo puts it beside this program.
    let own = env::current_exe().map_err(|error| format!("this program: {error}"))?;
    Ok(own.with_file_name(format!("crossread{}", env::consts::EXE_SUFFIX)))
}

/// Runs another script of `e2e/` against the site in `dist/`.
///
/// # Errors
/// If something is missing or the script fails.
pub fn script(name: &str, words: &[&str]) -> Result<(), String> {
    script_with(name, words, &[])
}

/// The same with additional environment variables.
///
/// # Errors
/// If something is missing or the script fails.
pub fn script_with(name: &str, words: &[&str], more: &[(&str, &OsStr)]) -> Result<(), String> {
    let node = prepared_node()?.envs(more.iter().copied());
    host::run(node.arg(host::root().join("e2e").join(name)).args(words))
}

/// Node.js with the paths of browser and site in its environment. Everything that it needs is installed.
fn prepared_node() -> Result<Cmd<'static>, String> {
    let node = without_browser()?.env("CHROME", chrome()?);
    Ok(match shell() {
        Some(shell) => node.env("CHROME_SHELL", shell),
        None => node,
    })
}

/// The same without a browser.
///
/// # Errors
/// If the site was not built, or something is missing.
pub fn without_browser() -> Result<Cmd<'static>, String> {
    if !site::dist().join("index.html").is_file() {
        return Err("there is no built site in dist/; `cargo xtask build` builds it".to_owned());
    }
    let node = bare_node()?.env("CROSSREAD_DIST", site::dist());
    // The tests make a second version of the site by the project's own command.
    Ok(match env::current_exe() {
        Ok(xtask) => node.env("CROSSREAD_XTASK", xtask),
        Err(_) => node,
    })
}

/// Node.js in `e2e/`, with the browser's path in its environment. The packages are installed.
///
/// # Errors
/// If something is missing.
pub fn node() -> Result<Cmd<'static>, String> {
    Ok(bare_node()?.env("CHROME", chrome()?))
}

/// Node.js in `e2e/`. The packages are installed.
fn bare_node() -> Result<Cmd<'static>, String> {
    tools::packages()?;
    let sh = host::shell();
    sh.change_dir("e2e");
    Ok(sh.cmd("node"))
}

/// The browser: the one that CHROME names, an installed one, or one from Debian's packages.
fn chrome() -> Result<PathBuf, String> {
    if let Some(named) = env::var_os("CHROME")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
    {
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!(
                "CHROME names {}, which is not there",
                named.display()
            ))
        };
    }
    if let Some(found) = find_chrome() {
        return Ok(found);
    }
    if Path::new("/etc/debian_version").exists() && host::is_root() {
        say("Installing Chromium from the system's packages; about a minute.");
        host::apt_install(&["chromium", "fonts-liberation"])?;
    }
    find_chrome().ok_or_else(|| NO_BROWSER.to_owned())
}

/// The browser without windows: the one that CHROME_SHELL names, an installed one, or one from Debian's packages. The tests do
/// without it, if more slowly.
fn shell() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROME_SHELL").filter(|value| !value.is_empty()) {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let found = || on_path(&SHELLS);
    if found().is_none() && host::is_root() && host::apt_knows(SHELLS[0]) {
        say("Installing Chromium's headless shell from the system's packages; about a minute.");
        if let Err(error) = host::apt_install(&SHELLS[..1]) {
            say(&format!(
                "It is not to be had ({error}); the tests run in the whole browser, and take longer."
            ));
        }
    }
    found()
}

/// The first of these programs that is on PATH.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    names.iter().find_map(|name| tools::find_in(name, &path))
}

fn find_chrome() -> Option<PathBuf> {
    on_path(&NAMES).or_else(|| {
        PLACES
            .iter()
            .map(PathBuf::from)
            .find(|place| place.is_file())
    })
}
