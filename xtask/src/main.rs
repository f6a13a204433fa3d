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

use std::path::Path;
use std::process::ExitCode;

/// What `--help` shows.
const HELP: &str = "\
cargo xtask <command>

  serve [--release] [--port N]   install what is missing, build the site, serve it on this machine, and build it
                                 again whenever a file changes. --release serves the optimised build; the port is
                                 8080, or the next free one
  build                          the optimised site in dist/, for any static host under any path, with a table of
                                 its files and sizes
  test [step ...]                everything that has to hold before a change goes in; or only the steps named:
                                 {steps}
  offline <folder>               after a change by hand to a copy of dist/: lists its files anew for use offline, so
                                 that browsers take it for a new version
  shots [--readme | --icons] [--no-build]
                                 screenshots of the built site in e2e/out/shots; --readme renews those that the
                                 README and link previews show, --icons draws assets/icons from assets/favicon.svg
  bench [--texts A B] [--sizes N,N,...] [--limit SECONDS] [--native-only] [--hostile]
                                 how fast the engine is, by itself and in Chromium beside other programs; --hostile
                                 takes texts made to be hard instead
  lighthouse [--runs=N] [--only=WORDS] [--no-build]
                                 Lighthouse over the built site, served as a host on the web would, phone and desk;
                                 --only=library or --only=phone takes the rows with that in their name
  interaction [--only=WORDS] [--no-build]
                                 how long keys and clicks take to be seen, with the processor slowed four times, and
                                 how far the page's parts move; --only=phone takes what has that in its name
  long [--texts A B] [--sizes N,N,...] [--no-build]
                                 two texts of 10,000, 100,000 and 800,000 words on the page, cut from these files or
                                 made up: how long, which tasks over 50 ms, how much memory
  fuzz [--cases N] [--seed N] [--jobs N]
                                 a million odd texts through the whole engine; what fails is printed
  tidy                           the house rules alone: openings, the map in ARCHITECTURE.md, circles between files

The first run on a machine installs tools for some minutes and says so; they are kept in the user's cache folder.
Environment: CHROME names the browser for tests, CROSSREAD_URL the address that a build is going to have.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let help = words
        .iter()
        .any(|word| matches!(*word, "--help" | "-h" | "help"));
    if help || words.is_empty() {
        print!("{}", HELP.replace("{steps}", &test::names().join(", ")));
        return if help {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    }
    match run(&words) {
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

/// Runs the command that the words name.
fn run(words: &[&str]) -> Result<(), String> {
    match words {
        ["serve", options @ ..] => serve::run(&serve::Options::parse(options)?),
        ["build"] => {
            site::build(&tools::Toolbox::for_release()?)?;
            weigh::run()
        }
        ["test", steps @ ..] => test::run(steps),
        ["shots", options @ ..] => shots::run(options),
        ["bench", options @ ..] => bench::run(&bench::Options::parse(options)?),
        ["lighthouse", options @ ..] => measure::lighthouse(options),
        ["interaction", options @ ..] => measure::interaction(options),
        ["long", options @ ..] => measure::long(options),
        ["fuzz", options @ ..] => bench::fuzz(options),
        ["tidy"] => tidy::run(),
        ["offline", folder] => offline::keep(Path::new(folder)),
        // Called by Trunk when a build is complete; see Trunk.toml.
        ["page"] => page::run(),
        _ => Err(format!(
            "`{}` is not a command; see `cargo xtask --help`",
            words.join(" ")
        )),
    }
}
