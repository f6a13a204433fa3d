//! Makes downloads small in the optimised build. A program and its script are shrunk by `glue` and binaryen's tools,
//! scripts and stylesheets by esbuild. `tools` installs both.

use crate::glue::{self, Names};
use crate::host;
use crate::styles::hash;
use std::fs;
use std::path::Path;
use xshell::cmd;

/// The WebAssembly features that the compiler uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The main pass over a program. The lowest kilobyte of memory is the end of the stack, and nothing points into it. So
/// address sums may be folded into loads and stores (`--low-memory-unused`).
const SMALL: [&str; 2] = ["--low-memory-unused", "-Oz"];
/// The last pass. Functions with similar names are similar, so they compress better side by side. Then the names are
/// removed.
const LAST: [&str; 5] = [
    "--reorder-functions-by-name",
    "--minify-imports-and-exports-and-modules",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// A separate call after the names are removed. It repeats the main pass until nothing more is gained, which saves
/// half a percent.
const AGAIN: &str = "--converge";

/// The arguments of wasm-opt for every program of the site, except those about names.
pub fn passes() -> impl Iterator<Item = &'static str> {
    FEATURES.into_iter().chain(SMALL)
}

/// Shrinks a program and the script that wasm-bindgen wrote for it. `behind` is appended to the script. `folder` holds
/// temporary files; a result for the same input is reused from there.
///
/// # Errors
/// Returns a message for people if a tool fails or the script does not have the expected form.
pub fn program(
    wasm: &Path,
    script: &str,
    behind: &str,
    folder: &Path,
) -> Result<(Vec<u8>, Vec<u8>), String> {
    let sh = host::shell();
    let script = glue::without_exports(script, behind);
    let graph = glue::graph(&glue::called(&script));
    let [kept, once, small, names, made] = [
        "kept.wasm",
        "once.wasm",
        "small.wasm",
        "names.json",
        "made-of",
    ]
    .map(|name| folder.join(name));
    let mut all = read(wasm)?;
    all.extend(graph.bytes());
    all.extend(passes().chain(LAST).chain([AGAIN]).flat_map(str::bytes));
    all.extend(host::read(cmd!(sh, "wasm-opt --version"))?.bytes());
    let made_of = format!("{:016x}", hash(&all));
    if fs::read_to_string(&made).ok().as_ref() != Some(&made_of) {
        let _ = fs::remove_file(&made);
        let file = folder.join("graph.json");
        write(&file, &graph)?;
        host::read(cmd!(
            sh,
            "wasm-metadce {FEATURES...} -g --graph-file {file} {wasm} --output {kept}"
        ))?;
        let passes: Vec<&str> = passes().collect();
        let passes = &passes;
        let told = host::read(cmd!(
            sh,
            "wasm-opt {passes...} {LAST...} {kept} --output {once}"
        ))?;
        write(&names, &told)?;
        host::read(cmd!(
            sh,
            "wasm-opt {passes...} {AGAIN} {once} --output {small}"
        ))?;
        write(&made, &made_of)?;
    }
    let names = String::from_utf8(read(&names)?).map_err(|error| format!("names: {error}"))?;
    let script = self::script(&Names::read(&names).put(&script)?, true)?;
    Ok((script.into_bytes(), read(&small)?))
}

/// A script, made small. `module` says whether it is a module, whose top-level names cannot be seen from outside.
///
/// # Errors
/// Returns a message for people if esbuild fails.
pub fn script(text: &str, module: bool) -> Result<String, String> {
    let forms: &[&str] = if module {
        &["--loader=js", "--format=esm", "--tree-shaking=true"]
    } else {
        &["--loader=js"]
    };
    esbuild(text, forms)
}

/// A stylesheet, made small.
///
/// # Errors
/// Returns a message for people if esbuild fails.
pub fn style(text: &str) -> Result<String, String> {
    esbuild(text, &["--loader=css"])
}

fn esbuild(text: &str, forms: &[&str]) -> Result<String, String> {
    // Nothing is rewritten for browsers older than those that the site supports.
    let command = cmd!(
        host::shell(),
        "esbuild --minify --target=esnext --charset=utf8 --log-level=warning {forms...}"
    );
    host::read(command.stdin(text))
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
