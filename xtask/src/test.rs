//! Runs all checks for a change in one command.

use crate::browser;
use crate::host;
use crate::site;
use crate::steps::{self, Step};
use crate::tidy;
use crate::tools::Toolbox;
use crate::weigh;
use xshell::cmd;

/// The steps, quick ones first. Steps that use the same target folder follow each other.
const STEPS: [Step; 8] = [
    Step {
        name: "format",
        about: "the code is formatted",
        needs: &[],
        run: format,
    },
    Step {
        name: "tidy",
        about: "the house rules",
        needs: &[],
        run: tidy::run,
    },
    Step {
        name: "clippy",
        about: "no warning in the workspace",
        needs: &[],
        run: clippy,
    },
    Step {
        name: "native",
        about: "the tests that need no browser",
        needs: &[],
        run: native,
    },
    Step {
        name: "clippy-wasm",
        about: "no warning in the site and its workers as browsers run them",
        needs: &[],
        run: clippy_wasm,
    },
    Step {
        name: "site",
        about: "the optimised build",
        needs: &[],
        run: build,
    },
    Step {
        name: "weight",
        about: "the budgets of a first load",
        needs: &["site"],
        run: weigh::run,
    },
    Step {
        name: "browser",
        about: "the built site in Chromium",
        needs: &["site"],
        run: browser::test,
    },
];

/// The steps' names.
pub fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Runs the named steps, in the order of the list, or all if none is named.
///
/// # Errors
/// If a step does not pass.
pub fn run(chosen: &[String]) -> Result<(), String> {
    let steps: Vec<&Step> = STEPS
        .iter()
        .filter(|step| chosen.is_empty() || chosen.iter().any(|name| name == step.name))
        .collect();
    steps::run(&steps)
}

fn cargo(words: &[&str]) -> Result<(), String> {
    let cargo = host::cargo();
    host::run(cmd!(host::shell(), "{cargo} {words...}"))
}

fn format() -> Result<(), String> {
    cargo(&["fmt", "--all", "--check"])
        .map_err(|error| format!("{error}; `cargo fmt --all` mends it"))
}

fn clippy() -> Result<(), String> {
    cargo(&[
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ])
}

fn native() -> Result<(), String> {
    cargo(&[
        "test",
        "--locked",
        "--workspace",
        "--no-fail-fast",
        "--quiet",
    ])?;
    // The other workers' programs, with the code that the light one does not have.
    cargo(&[
        "test",
        "--locked",
        "--package",
        "crossread-worker",
        "--features",
        "heavy,import",
        "--quiet",
    ])?;
    documentation()
}

/// Builds the documentation of the published crates, and fails at a broken link.
fn documentation() -> Result<(), String> {
    let crates = [
        "crossread-segment",
        "crossread-word-diff",
        "crossread-engine",
    ];
    let cargo = host::cargo();
    let packages = crates.iter().flat_map(|name| ["--package", name]);
    let doc = cmd!(
        host::shell(),
        "{cargo} doc --locked --no-deps --quiet {packages...}"
    );
    host::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

fn clippy_wasm() -> Result<(), String> {
    // The toolbox installs the compiler's target; its other tools are needed by the next step anyway.
    Toolbox::for_debug()?;
    let target = ["--target", "wasm32-unknown-unknown"];
    let programs = [
        &["crossread-site"][..],
        &["crossread-site", "--no-default-features"],
        &["crossread-worker"],
        &["crossread-worker", "--features", "heavy"],
        &["crossread-worker", "--features", "import"],
    ];
    for program in programs {
        let words = [
            &["clippy", "--locked", "--package"][..],
            program,
            &target,
            &["--quiet", "--", "-D", "warnings"],
        ];
        cargo(&words.concat())?;
    }
    Ok(())
}

fn build() -> Result<(), String> {
    site::build(&Toolbox::for_release()?)
}
