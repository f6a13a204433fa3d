//! Builds the programs that Trunk does not: the workers (`worker/`) and the page's program with own texts. They are
//! compiled, bound, shrunk and added to the site's files under names that contain a hash of their content. So a new file
//! is never taken for an old one.
//!
//! Trunk could build workers too, but it gives their files fixed names, and gives each its own loader.

use crate::glue;
use crate::host;
use crate::shrink;
use crate::styles::hash;
use crate::tools::TARGET;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use xshell::cmd;

/// A program: the name in boot.js and in the files' names, its package, and further arguments for cargo.
struct Program {
    name: &'static str,
    package: &'static str,
    options: &'static [&'static str],
    /// The file that is appended to its script, by its path under the project's folder.
    behind: Option<&'static str>,
}
const WORKER: Program = Program {
    name: "light",
    package: "crossread-worker",
    options: &[],
    behind: Some("worker/worker.js"),
};
/// All of these programs. Trunk builds the page's program without the feature `own`; this module builds it with the feature.
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
/// Builds all programs into the folder `staging`. Returns the attributes by which boot.js finds their files.
///
/// The compiler's last step for a program uses one core. Meanwhile, the previous program is shrunk.
///
/// # Errors
/// Returns a message for people if one does not build.
pub fn build(staging: &Path, release: bool) -> Result<String, String> {
    let finished: Vec<Result<String, String>> = thread::scope(|scope| {
        let mut running = Vec::new();
        for one in &PROGRAMS {
            let folder = match bound(one, release) {
                Ok(folder) => folder,
                Err(error) => return vec![Err(error)],
            };
            running.push(scope.spawn(move || finish(one, &folder, staging, release)));
        }
        let joined = running.into_iter().map(|one| one.join());
        joined
            .map(|one| one.unwrap_or_else(|_| Err("a program could not be shrunk".to_owned())))
            .collect()
    });
    finished.into_iter().collect()
}

/// Compiles a program and binds it to its script; returns the folder of both.
fn bound(one: &Program, release: bool) -> Result<PathBuf, String> {
    let target = target();
    let profile = if release { "web" } else { "dev" };
    let (sh, cargo) = (host::shell(), host::cargo());
    let (package, options) = (one.package, one.options);
    host::run(cmd!(
        sh,
        "{cargo} build --package {package} --target {TARGET} --profile {profile} --offline --locked --quiet {options...}"
    ))?;
    let folder = if release { "web" } else { "debug" };
    let compiled = target
        .join(TARGET)
        .join(folder)
        .join(format!("{}.wasm", one.package));
    let bound = target.join("worker").join(folder).join(one.name);
    host::run(cmd!(
        sh,
        "wasm-bindgen --target web --no-typescript --omit-default-module-path --out-name worker --out-dir {bound} {compiled}"
    ))?;
    Ok(bound)
}

/// Puts a bound program into the folder `staging`, made small in the optimised build; returns the attributes of its files.
fn finish(one: &Program, bound: &Path, staging: &Path, release: bool) -> Result<String, String> {
    let wasm = bound.join("worker_bg.wasm");
    let script = text(&bound.join("worker.js"))?;
    let behind = match one.behind {
        Some(behind) => text(&host::root().join(behind))?,
        None => glue::START.to_owned(),
    };
    let (script, wasm) = if release {
        shrink::program(&wasm, &script, &behind, bound)?
    } else {
        let script = match one.behind {
            Some(_) => format!("{script}\n{behind}"),
            None => script,
        };
        (script.into_bytes(), read(&wasm)?)
    };
    let name = one.name;
    let script = put(staging, &format!("crossread-{name}"), ".js", &script)?;
    let wasm = put(staging, &format!("crossread-{name}"), ".wasm", &wasm)?;
    Ok(format!(
        " data-{name}-js=\"./{script}\" data-{name}-wasm=\"./{wasm}\""
    ))
}

/// Shrinks the program that Trunk has staged, and returns the page with its files' new names.
///
/// # Errors
/// Returns a message for people if the page does not name the files, or a tool fails.
pub fn shrink(staging: &Path, html: &str) -> Result<String, String> {
    let name = |attribute: &str| {
        let (_, rest) = html.split_once(attribute)?;
        let (name, _) = rest.split_once('"')?;
        Some(name.trim_start_matches("./").to_owned())
    };
    let missing = || "the page does not name the program of boot.js".to_owned();
    let script_name = name("data-js=\"").ok_or_else(missing)?;
    let wasm_name = name("data-wasm=\"").ok_or_else(missing)?;
    let [script_file, wasm_file] = [&script_name, &wasm_name].map(|name| staging.join(name));
    let folder = target().join("worker").join("web").join("site");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let script = text(&script_file)?;
    let (script, wasm) = shrink::program(&wasm_file, &script, glue::START, &folder)?;
    for file in [&script_file, &wasm_file] {
        fs::remove_file(file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let script = put(staging, "crossread-site", ".js", &script)?;
    let wasm = put(staging, "crossread-site", "_bg.wasm", &wasm)?;
    Ok(html
        .replace(&script_name, &script)
        .replace(&wasm_name, &wasm))
}

/// Where cargo puts what it compiles.
fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| host::root().join("target"), PathBuf::from)
}

/// Writes a file of the site under a name with a hash of its content, and returns the name.
fn put(staging: &Path, name: &str, ending: &str, bytes: &[u8]) -> Result<String, String> {
    let name = format!("{name}-{:016x}{ending}", hash(bytes));
    let file = staging.join(&name);
    fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(name)
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn text(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
