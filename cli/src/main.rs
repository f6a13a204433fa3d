//! `crossread`, the command line: the same engine and the same documents as the site, for scripts and for people who
//! work in a terminal. This file only calls the requested command and turns its result into an exit code.

mod args;
mod check;
mod collected;
mod collection;
mod compare;
mod document;
mod exported;
mod facts;
mod failure;
mod fingerprints;
mod index;
mod input;
mod jsonl;
mod lines;
mod links;
mod matrix;
mod near;
mod output;
mod pairs;
mod passim;
mod progress;
mod read;
mod saved;
mod story;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use failure::Failure;

/// How a command ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Done,
    /// It was done, but some of the input is faulty.
    Faults,
}

fn main() -> ExitCode {
    let args = Args::parse();
    args.color.choice().write_global();
    let ended = match &args.command {
        Command::Compare(args) => compare::run(args),
        Command::Matrix(args) => matrix::run(args),
        Command::Story(args) => story::run(args),
        Command::Index(args) => index::run(args),
        Command::Near(args) => near::run(args),
        Command::Fingerprints => fingerprints::run(),
        Command::Export(args) => exported::run(args),
        Command::Collection(args) => collection::run(args),
        Command::Clusters(args) => passim::clusters(args),
        Command::Facts(args) => facts::run(args),
        Command::Read(args) => read::run(args),
        Command::Check(args) => check::run(args),
    };
    match ended {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Faults) => ExitCode::from(1),
        Err(failure) => {
            if let Some(message) = failure.message() {
                anstream::eprintln!("crossread: {message}");
            }
            ExitCode::from(failure.code())
        }
    }
}

/// What a command returns.
type Ended = Result<Outcome, Failure>;
