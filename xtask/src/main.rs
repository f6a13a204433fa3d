//! What a developer runs: one command each to serve, build and test the site, whatever the machine has or lacks.
//!
//! Few dependencies on purpose: on a fresh machine everything else waits until this program is compiled.

mod answers;
mod arrows;
mod bench;
mod bench_table;
mod browser;
mod glue;
mod host;
mod how;
mod licences;
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

/// What a developer of Crossread runs
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
    /// Checks everything that has to hold before a change goes in, or only the steps named
    Test {
        /// All steps, where none is named
        #[arg(value_parser = test::names())]
        steps: Vec<String>,
    },
    /// After a change by hand to a copy of dist/: lists its files anew for use offline
    Offline {
        /// The copy
        folder: PathBuf,
    },
    /// Takes screenshots of the built site into e2e/out/shots
    Shots(shots::Options),
    /// Measures how fast the engine is, by itself and in Chromium beside other programs
    Bench(bench::Options),
    /// Runs Lighthouse over the built site, served as a host on the web would, phone and desk
    Lighthouse(measure::Lighthouse),
    /// Measures how long keys and clicks take to be seen with a slow processor, and how far the page's parts move
    Interaction(measure::Interaction),
    /// Opens two texts of 10,000, 100,000 and 800,000 words on the page: how long, which tasks over 50 ms, how much memory
    Long(measure::Long),
    /// Puts a million odd texts through the whole engine, and prints what fails
    Fuzz(bench::Fuzz),
    /// Checks the house rules alone: openings, the map in ARCHITECTURE.md, circles between files
    Tidy,
    /// Called by Trunk when a build is complete; see Trunk.toml
    #[command(hide = true)]
    Page,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Empty where everything has been said, as by the summary of `test`.
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
        Command::Fuzz(options) => bench::fuzz(options),
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
        ] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }
}
