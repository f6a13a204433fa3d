//! Measures the engine's speed: natively, and in Chromium and Node.js beside other programs on the same texts.
//!
//! It is never a test, since a slow run on a busy machine is not a fault. `bench/` measures; this module prepares its
//! input and prints the tables.

use crate::bench_table::{self, Record};
use crate::browser;
use crate::host::{self, say};
use crate::shrink;
use crate::tools::{TARGET, Toolbox};
use std::fs;
use std::path::PathBuf;
use xshell::cmd;

/// The two longest articles of the library: one more case.
const SEEDS: [&str; 2] = ["nato-suspends-cooperation", "nato-warns-on-recognition"];

/// The options of `bench`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Two files from which the texts are cut, instead of generated prose
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    texts: Vec<PathBuf>,
    /// Words of each text
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 10_000, 100_000, 800_000],
        value_parser = clap::value_parser!(u32).range(1..))]
    sizes: Vec<u32>,
    /// Seconds that another program gets for one run
    #[arg(long, default_value_t = 60)]
    limit: u32,
    /// Leaves out Chromium and Node.js
    #[arg(long)]
    native_only: bool,
    /// Measures hostile texts
    #[arg(long)]
    hostile: bool,
}

/// Measures and prints.
///
/// # Errors
/// If something cannot be built, found or run.
pub fn run(options: &Options) -> Result<(), String> {
    let texts = folder("texts")?;
    say("Building the bench.");
    let native = build("release")?;
    if options.hostile {
        let names = native_output(&native, &["hostile", &texts.to_string_lossy()])?;
        let cases: Vec<String> = names.lines().map(str::to_owned).collect();
        println!("{}", bench_table::by_case(&in_processes(&native, &cases)?));
        return Ok(());
    }
    let cases = prepare(options, &native, &texts)?;
    let mut records = in_processes(&native, &cases)?;
    if !options.native_only {
        wasm()?;
        records.extend(in_browser(options, &cases)?);
    }
    println!("{}", bench_table::by_place(&records, options.limit));
    println!("{}", circumstances());
    Ok(())
}

/// A description of the machine, for the readers of the tables.
fn circumstances() -> String {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().and_then(|load| load.parse().ok());
    let busy = load.is_some_and(|load: f64| load > processors as f64);
    let times =
        "Native times are processor time where the system tells it; the others are by the clock.";
    match load {
        Some(load) if busy => format!(
            "{times} {processors} processors, and work for {load:.1}: by the clock everything takes longer than it need."
        ),
        _ => format!("{times} {processors} processors."),
    }
}

/// A folder for generated files, outside of version control.
fn folder(name: &str) -> Result<PathBuf, String> {
    let folder = host::root().join("bench").join("out").join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// Builds `bench/` for this machine and returns the program's path.
///
/// # Errors
/// If it does not build.
pub fn build(profile: &str) -> Result<PathBuf, String> {
    cargo(&[
        "build",
        "--quiet",
        "--locked",
        "--package",
        "crossread-bench",
        "--bin",
        "crossread-bench",
        "--profile",
        profile,
        "--target-dir",
        "target",
    ])?;
    let name = format!("crossread-bench{}", std::env::consts::EXE_SUFFIX);
    Ok(host::root().join("target").join(profile).join(name))
}

fn cargo(words: &[&str]) -> Result<(), String> {
    let cargo = host::cargo();
    host::run(cmd!(host::shell(), "{cargo} {words...}"))
}

/// Writes the texts of all cases and returns the names of the cases: the sizes, and the library's two longest articles.
fn prepare(
    options: &Options,
    native: &PathBuf,
    texts: &std::path::Path,
) -> Result<Vec<String>, String> {
    let to = texts.to_string_lossy();
    let mut cases: Vec<String> = options.sizes.iter().map(u32::to_string).collect();
    let sizes = cases.iter().map(String::as_str);
    let words: Vec<&str> = match &options.texts[..] {
        [a, b] => {
            let paths = [a, b].map(|path| path.to_str().unwrap_or_default());
            let start = ["cut", paths[0], paths[1], &to];
            start.into_iter().chain(sizes).collect()
        }
        _ => ["prose", &to].into_iter().chain(sizes).collect(),
    };
    native_output(native, &words)?;
    let library = crossread_library::files::check_dir(&host::root().join("assets/articles"));
    let bodies: Option<Vec<&str>> = SEEDS
        .iter()
        .map(|id| {
            let article = library.articles.iter().find(|article| article.id == *id)?;
            Some(&*article.text)
        })
        .collect();
    if let Some(bodies) = bodies {
        for (side, body) in ["a", "b"].iter().zip(bodies) {
            let path = texts.join(format!("{}-{side}.txt", bench_table::SEEDS));
            fs::write(&path, body).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        cases.push(bench_table::SEEDS.to_owned());
    }
    Ok(cases)
}

/// The output of the native program.
fn native_output(native: &PathBuf, words: &[&str]) -> Result<String, String> {
    host::read(cmd!(host::shell(), "{native} {words...}"))
}

/// The engine's figures. Each case runs in its own process, since peak memory is measured per process.
fn in_processes(native: &PathBuf, cases: &[String]) -> Result<Vec<Record>, String> {
    let texts = folder("texts")?;
    let mut records = Vec::new();
    for case in cases {
        say(&format!("{}, {case}", bench_table::NATIVE));
        let sides = ["a", "b"].map(|side| texts.join(format!("{case}-{side}.txt")));
        let paths = sides.each_ref().map(|path| path.to_string_lossy());
        let lines = native_output(native, &["times", &paths[0], &paths[1]])?;
        let place = format!("{}\t{case}\t{}\t", bench_table::NATIVE, bench_table::OURS);
        records.extend(
            lines
                .lines()
                .filter_map(|line| Record::read(&format!("{place}{line}"))),
        );
    }
    Ok(records)
}

/// Compiles and optimises the engine for the browser, exactly like the site.
fn wasm() -> Result<(), String> {
    let toolbox = Toolbox::for_release()?;
    let out = folder("wasm")?;
    say("Building the engine for the browser; about a minute the first time.");
    cargo(&[
        "build",
        "--quiet",
        "--locked",
        "--package",
        "crossread-bench",
        "--lib",
        "--profile",
        "web",
        "--target",
        TARGET,
        "--target-dir",
        "target",
    ])?;
    let built = host::root()
        .join("target")
        .join(TARGET)
        .join("web")
        .join("crossread_bench.wasm");
    host::run(
        toolbox
            .command("wasm-bindgen")?
            .args(["--target", "no-modules", "--no-typescript", "--out-dir"])
            .arg(&out)
            .arg(built),
    )?;
    let module = out.join("crossread_bench_bg.wasm");
    host::run(
        toolbox
            .command("wasm-opt")?
            .args(shrink::passes())
            .arg(&module)
            .arg("-o")
            .arg(&module),
    )
}

/// The figures of the engine and the other programs in Chromium and in Node.js.
fn in_browser(options: &Options, cases: &[String]) -> Result<Vec<Record>, String> {
    let node = browser::node()?
        .arg(host::root().join("bench").join("bench.mjs"))
        .arg(options.limit.to_string())
        .args(cases);
    let lines = host::read(node)?;
    Ok(lines.lines().filter_map(Record::read).collect())
}
