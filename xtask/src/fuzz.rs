//! Gives millions of odd texts, files and links to the code that reads them. `bench/src/fuzz/` makes them and checks the answers.

use crate::bench;
use crate::host;
use xshell::cmd;

/// The options of `fuzz`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// What is tried; everything if nothing is named
    #[arg(value_parser = ["pairs", "sentences", "imports", "links"])]
    targets: Vec<String>,
    /// How many inputs for each
    #[arg(long)]
    cases: Option<u64>,
    /// The number of the first input
    #[arg(long)]
    seed: Option<u64>,
    /// How many at once
    #[arg(long)]
    jobs: Option<u64>,
}

/// Runs the fuzzer, with assertions and overflow checks on.
///
/// # Errors
/// If an input reveals a fault. The input has been printed.
pub fn run(options: &Options) -> Result<(), String> {
    let native = bench::build("fuzz")?;
    let numbers = [
        ("--cases", options.cases),
        ("--seed", options.seed),
        ("--jobs", options.jobs),
    ];
    let given = numbers.into_iter().flat_map(|(name, number)| {
        number.map_or_else(Vec::new, |number| vec![name.to_owned(), number.to_string()])
    });
    let targets = &options.targets;
    host::run(cmd!(host::shell(), "{native} fuzz {targets...} {given...}"))
}
