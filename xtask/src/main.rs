//! The developer's commands: one command each to serve, build and test the site. They install what is missing.
//!
//! It has few dependencies, since on a new machine everything else waits until this program is compiled.

mod answers;
mod arrows;
mod bench;
mod bench_table;
mod browser;
mod deny;
mod engines;
mod fuzz;
mod glue;
mod host;
mod how;
mod licences;
mod markup;
mod measure;
mod offline;
mod page;
mod rules;
mod scripts;
mod serve;
mod shots;
mod shrink;
mod site;
mod steps;
mod styles;
mod test;
mod tidy;
mod tools;
mod watched;
mod weigh;
mod workers;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// The commands for developers of Crossread
#[derive(Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true, after_help = AFTER)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const AFTER: &str = "\
The first run on a machine installs tools for some minutes and says so; they are kept in the user's cache folder.
Environment: CHROME names the browser for tests, CROSSREAD_URL the address that a build is going to have.";

#[derive(Subcommand)]
enum Command {
    /// Installs what is missing, serves the site on this machine, and builds it again whenever a file changes
    Serve(serve::Options),
    /// Builds the optimised site in dist/, for any static host under any path, and prints its files and sizes
    Build,
    /// Runs all checks for a change, or only the named steps
    Test {
        /// The steps to run; all if none is named
        #[arg(value_parser = test::names())]
        steps: Vec<String>,
    },
    /// Lists the files of a copy of dist/ again for offline use, after a change by hand
    Offline {
        /// The copy
        folder: PathBuf,
    },
    /// Takes screenshots of the built site into e2e/out/shots
    Shots(shots::Options),
    /// Measures the engine's speed, natively and in Chromium beside other programs
    Bench(bench::Options),
    /// Runs Lighthouse on the built site, served as on the web, for phone and desktop
    Lighthouse(measure::Lighthouse),
    /// Measures how long key presses and clicks take until the next paint on a slow processor, and the layout shifts
    Interaction(measure::Interaction),
    /// Opens two texts of 10,000, 100,000 and 800,000 words on the page, and measures time, tasks over 50 ms, and memory
    Long(measure::Long),
    /// Opens many articles as one story, and measures how soon they are on the page
    Stories(measure::Stories),
    /// Opens a static collection, and measures its first screen and what is fetched for a search, an article, a comparison
    Sets(measure::Sets),
    /// Gives millions of odd texts, files and links to the code that reads them, and prints failures
    Fuzz(fuzz::Options),
    /// Runs the tests of e2e/engines in Chromium, Firefox and WebKit
    Engines(engines::Options),
    /// Opens links and files that were made to freeze the page, and measures how long it freezes
    Hostile(measure::Hostile),
    /// Checks what the project depends on: terms, origins, known faults
    Deny,
    /// Checks only the project's own rules: opening comments, the map in ARCHITECTURE.md, circles between files
    Tidy,
    /// Called by Trunk when a build is complete; see Trunk.toml
    #[command(hide = true)]
    Page,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Empty if everything has been printed, as after the summary of `test`.
            if !message.is_empty() {
                eprintln!("xtask: {message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<(), String> {
    match command {
        Command::Serve(options) => serve::run(options),
        Command::Build => {
            site::build(&tools::Toolbox::for_release()?)?;
            weigh::run()
        }
        Command::Test { steps } => test::run(steps),
        Command::Offline { folder } => offline::keep(folder),
        Command::Shots(options) => shots::run(options),
        Command::Bench(options) => bench::run(options),
        Command::Lighthouse(options) => measure::lighthouse(options),
        Command::Interaction(options) => measure::interaction(options),
        Command::Long(options) => measure::long(options),
        Command::Stories(options) => measure::stories(options),
        Command::Sets(options) => measure::sets(options),
        Command::Fuzz(options) => fuzz::run(options),
        Command::Engines(options) => engines::run(options),
        Command::Hostile(options) => measure::hostile(options),
        Command::Deny => deny::run(),
        Command::Tidy => tidy::run(),
        Command::Page => page::run(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_options_are_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_is_unknown_is_refused() {
        let parsed = |words: &str| Arguments::try_parse_from(words.split(' '));
        for right in [
            "xtask serve --release --port 9000",
            "xtask serve --port=9001",
            "xtask test format tidy",
            "xtask bench --texts a b --sizes 10,200 --native-only",
            "xtask lighthouse --runs=3 --only=phone --no-build",
            "xtask sets archive.set --runs=3 --no-build",
            "xtask fuzz imports links --cases 5",
            "xtask engines firefox --no-build --only print",
        ] {
            assert!(parsed(right).is_ok(), "{right}");
        }
        for wrong in [
            "xtask serve --port many",
            "xtask serve --port 0",
            "xtask serve --relaese",
            "xtask test everything",
            "xtask bench --sizes ten",
            "xtask bench --sizes 0",
            "xtask bench --texts a",
            "xtask shots --readme --icons",
            "xtask fuzz trees",
            "xtask engines opera",
        ] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }
}
