//! The programs beside the one that Trunk builds, those of the page's workers (`worker/`) and the page's own with the
//! reader's texts: compiled, bound, shrunk and put among the site's files under names
//! that hold their content, so that a new one is never taken for an old one.
//!
//! Not by Trunk, which builds for workers too: it gives their files fixed names, and a loader of its own to each.

use crate::host;
use crate::styles::hash;
use crate::tools::TARGET;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program: the name in boot.js and in the files' names, its package, and what cargo is told besides.
struct Program {
    name: &'static str,
    package: &'static str,
    options: &'static [&'static str],
    /// What is put behind its script, under the project's folder.
    behind: Option<&'static str>,
}
const WORKER: Program = Program {
    name: "light",
    package: "crossread-worker",
    options: &[],
    behind: Some("worker/worker.js"),
};
/// All of them. Trunk's is the page's without its feature `own`; here it is with it.
const PROGRAMS: [Program; 4] = [
    WORKER,
    Program {
        name: "heavy",
        options: &["--features", "heavy"],
        ..WORKER
    },
    Program {
        name: "import",
        options: &["--features", "import"],
        ..WORKER
    },
    Program {
        name: "own",
        package: "crossread-site",
        options: &[],
        behind: None,
    },
];
/// What the compiler uses of WebAssembly; the page's own program is told the same in index.html.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds all programs into the folder `staging`; gives the attributes by which boot.js finds their files.
///
/// # Errors
/// In words, where one does not build.
pub fn build(staging: &Path, release: bool) -> Result<String, String> {
    let mut attributes = String::new();
    for one in &PROGRAMS {
        let name = one.name;
        let (script, wasm) = program(one, release)?;
        let script = put(staging, &format!("crossread-{name}"), "js", &script)?;
        let wasm = put(staging, &format!("crossread-{name}"), "wasm", &wasm)?;
        let _ = write!(
            attributes,
            " data-{name}-js=\"./{script}\" data-{name}-wasm=\"./{wasm}\""
        );
    }
    Ok(attributes)
}

/// The script and the WebAssembly of one program.
fn program(one: &Program, release: bool) -> Result<(Vec<u8>, Vec<u8>), String> {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| host::root().join("target"), PathBuf::from);
    let profile = if release { "web" } else { "dev" };
    host::run(
        Command::new(host::cargo())
            .args(["build", "--package", one.package, "--target", TARGET])
            .args(["--profile", profile, "--offline", "--locked", "--quiet"])
            .args(one.options)
            .current_dir(host::root()),
    )?;
    let folder = if release { "web" } else { "debug" };
    let compiled = target
        .join(TARGET)
        .join(folder)
        .join(format!("{}.wasm", one.package));
    let bound = target.join("worker").join(folder).join(one.name);
    host::run(
        Command::new("wasm-bindgen")
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--omit-default-module-path",
            ])
            .args(["--out-name", "worker", "--out-dir"])
            .arg(&bound)
            .arg(&compiled),
    )?;
    let mut wasm = bound.join("worker_bg.wasm");
    if release {
        let small = bound.join("small.wasm");
        host::run(
            Command::new("wasm-opt")
                .arg("-Oz")
                .args(FEATURES)
                .arg("--output")
                .args([&small, &wasm]),
        )?;
        wasm = small;
    }
    let mut script = read(&bound.join("worker.js"))?;
    if let Some(behind) = one.behind {
        script.push(b'\n');
        script.extend(read(&host::root().join(behind))?);
    }
    Ok((script, read(&wasm)?))
}

/// Writes a file of the site under a name that holds its content; gives the name.
fn put(staging: &Path, name: &str, ending: &str, bytes: &[u8]) -> Result<String, String> {
    let name = format!("{name}-{:016x}.{ending}", hash(bytes));
    let file = staging.join(&name);
    fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(name)
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}
