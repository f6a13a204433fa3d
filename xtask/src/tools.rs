//! The programs that a build calls, and their installation on a machine without them.
//!
//! It tries in this order: the right version on PATH, one from an earlier run in the user's cache folder, `cargo binstall`
//! if it is installed, `cargo install`. Each step says what it is doing and roughly how long that takes.

use crate::host::{self, say};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Cmd, cmd};

/// Trunk's version: newer ones need a newer compiler than `rust-toolchain.toml` pins.
const TRUNK: &str = "0.21.14";
/// The compiler target of the site.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// The message if Node.js is missing.
const NO_NODE: &str = "Node.js 20 or later with npm is needed here and was not found on PATH. Install it (your system's \
    packages `nodejs` and `npm`, or the installer from the Node.js site) and run the command again";

/// A program that `cargo install` can build.
struct Program {
    /// The name of the binary.
    name: &'static str,
    /// The name of the crate.
    package: &'static str,
    version: String,
    /// Further arguments for `cargo install`.
    options: &'static [&'static str],
    /// How much to optimise it: a balance of its own speed and the time to compile it.
    opt_level: &'static str,
    /// The rough duration on two cores.
    minutes: u32,
}

/// Folders that are put before PATH when a build runs.
#[derive(Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Installs what a quick build needs: compiler target, Trunk, wasm-bindgen, the crates.
    ///
    /// # Errors
    /// Returns a message for people if something cannot be installed.
    pub fn for_debug() -> Result<Toolbox, String> {
        rust_target()?;
        let mut toolbox = Toolbox::default();
        for program in [trunk(), wasm_bindgen()?] {
            toolbox.folders.extend(program.find_or_install()?);
        }
        // Trunk runs offline, so that it uses the tools above and makes no requests. So the crates are fetched first.
        let cargo = host::cargo();
        host::run(cmd!(host::shell(), "{cargo} fetch --locked --quiet"))?;
        Ok(toolbox)
    }

    /// Installs what an optimised build needs: the same, and binaryen's tools and esbuild from npm.
    ///
    /// # Errors
    /// As above.
    pub fn for_release() -> Result<Toolbox, String> {
        let mut toolbox = Toolbox::for_debug()?;
        packages()?;
        toolbox
            .folders
            .push(host::root().join("node_modules").join(".bin"));
        Ok(toolbox)
    }

    /// A command that finds the tools.
    pub fn command(&self, program: &str) -> Result<Cmd<'static>, String> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&path));
        let path = env::join_paths(folders).map_err(|error| format!("PATH: {error}"))?;
        // Looked up here, since some systems would look in the old PATH.
        let found = find_in(program, &path).ok_or_else(|| format!("`{program}` was not found"))?;
        let command = host::shell().cmd(found).env("PATH", path);
        // Trunk 0.21 takes `true` and `false` here, where other programs accept any value.
        Ok(match env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => command.env("NO_COLOR", "true"),
            _ => command.env_remove("NO_COLOR"),
        })
    }
}

fn trunk() -> Program {
    Program {
        name: "trunk",
        package: "trunk",
        version: TRUNK.to_owned(),
        options: &["--locked", "--no-default-features", "--features", "rustls"],
        opt_level: "0",
        minutes: 4,
    }
}

/// wasm-bindgen. Its version must be exactly that of the crate.
fn wasm_bindgen() -> Result<Program, String> {
    let file = host::root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(Program {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: locked(&lock, "wasm-bindgen")
            .ok_or("Cargo.lock does not name wasm-bindgen")?
            .to_owned(),
        options: &[],
        opt_level: "1",
        minutes: 4,
    })
}

/// geckodriver, which drives Firefox: any version on PATH, otherwise one that is built here.
///
/// # Errors
/// If it does not build.
pub fn geckodriver() -> Result<PathBuf, String> {
    let program = Program {
        name: "geckodriver",
        package: "geckodriver",
        version: "0.37.1".to_owned(),
        options: &["--locked"],
        opt_level: "0",
        minutes: 2,
    };
    program.any_or_install()
}

/// cargo-deny, which checks what the project depends on: any version on PATH, otherwise one that is built here.
///
/// # Errors
/// If it does not build.
pub fn cargo_deny() -> Result<PathBuf, String> {
    let program = Program {
        name: "cargo-deny",
        package: "cargo-deny",
        version: "0.20.2".to_owned(),
        options: &["--locked"],
        opt_level: "0",
        minutes: 5,
    };
    program.any_or_install()
}

/// The version of a package in a lockfile's text.
fn locked<'text>(lock: &'text str, package: &str) -> Option<&'text str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

impl Program {
    /// The folder to put before PATH; `None` if PATH has the right version already.
    fn find_or_install(&self) -> Result<Option<PathBuf>, String> {
        if self.answers(Path::new(self.name)) {
            return Ok(None);
        }
        let folder = host::tool_folder(self.package, &self.version)?;
        let bin = folder.join("bin");
        let binary = bin.join(format!("{}{}", self.name, env::consts::EXE_SUFFIX));
        if !self.answers(&binary) {
            say(&format!(
                "{} {} is not on this machine yet.",
                self.package, self.version
            ));
            self.install(&folder)?;
            if !self.answers(&binary) {
                return Err(format!(
                    "{} was installed but does not run as version {}",
                    binary.display(),
                    self.version
                ));
            }
        }
        Ok(Some(bin))
    }

    /// The path of a program whose version does not matter.
    fn any_or_install(&self) -> Result<PathBuf, String> {
        let path = env::var_os("PATH").unwrap_or_default();
        if let Some(found) = find_in(self.name, &path) {
            return Ok(found);
        }
        let bin = self.find_or_install()?.unwrap_or_default();
        Ok(bin.join(format!("{}{}", self.name, env::consts::EXE_SUFFIX)))
    }

    /// Whether that program runs and has the right version.
    fn answers(&self, program: &Path) -> bool {
        host::output(cmd!(host::shell(), "{program} --version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, folder: &Path) -> Result<(), String> {
        let package = format!("{}@{}", self.package, self.version);
        let (sh, cargo) = (host::shell(), host::cargo());
        if host::output(cmd!(sh, "{cargo} binstall -V")).is_some() {
            say(&format!(
                "Fetching {package} with cargo binstall; some seconds."
            ));
            // If there is nothing to fetch, it is built below, which is quicker than binstall's own build.
            let fetch = cmd!(
                sh,
                "{cargo} binstall --no-confirm --disable-telemetry --disable-strategies compile --root {folder} {package}"
            );
            match host::run(fetch) {
                Ok(()) => return Ok(()),
                Err(error) => say(&format!("{error}; building it instead.")),
            }
        }
        say(&format!(
            "Building {package} into {}. This happens once on this machine and takes about {} minutes on two cores.",
            folder.display(),
            self.minutes
        ));
        let options = self.options;
        let build = cmd!(sh, "{cargo} install --root {folder} {options...} {package}");
        // Takes half as long as a full release build, and the tools are fast enough.
        let build = build
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256");
        host::run(build)
    }
}

/// Adds the compiler's WebAssembly target if it is missing.
fn rust_target() -> Result<(), String> {
    let sh = host::shell();
    let sysroot = host::output(cmd!(sh, "rustc --print sysroot"))
        .ok_or("`rustc` does not run; install Rust with rustup")?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(TARGET)
        .exists()
    {
        return Ok(());
    }
    say(&format!(
        "Adding the compiler's target {TARGET}; about 10 seconds."
    ));
    host::run(cmd!(sh, "rustup target add {TARGET}")).map_err(|error| {
        format!("{error}. The site is compiled for {TARGET}: add that target to your Rust")
    })
}

/// Installs the packages of `package.json` if they are missing or belong to another lockfile.
///
/// # Errors
/// If Node.js is missing, the lockfile cannot be read, or npm fails.
pub fn packages() -> Result<(), String> {
    node()?;
    let folder = host::root();
    let lock = fs::read(folder.join("package-lock.json"))
        .map_err(|error| format!("package-lock.json: {error}"))?;
    // A copy of the lockfile that they were installed from. Asking npm would take a second.
    let installed = folder.join("node_modules").join(".crossread-lock.json");
    if fs::read(&installed).is_ok_and(|bytes| bytes == lock) {
        return Ok(());
    }
    say("Installing the packages of package.json (npm ci); half a minute.");
    host::run(npm().args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&installed, lock).map_err(|error| format!("{}: {error}", installed.display()))
}

/// Checks that Node.js and npm are installed.
///
/// # Errors
/// A message that says what to install, if they are missing or too old.
pub fn node() -> Result<(), String> {
    let major = host::output(cmd!(host::shell(), "node --version")).and_then(|text| {
        text.trim()
            .trim_start_matches('v')
            .split('.')
            .next()?
            .parse::<u32>()
            .ok()
    });
    let npm = host::output(npm().arg("--version"));
    if major.is_some_and(|major| major >= 20) && npm.is_some() {
        Ok(())
    } else {
        Err(NO_NODE.to_owned())
    }
}

/// npm. Its name has an extension on Windows.
pub fn npm() -> Cmd<'static> {
    host::shell().cmd(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Finds a program on a search path.
pub fn find_in(program: &str, path: &OsString) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(path)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lockfile() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "trunk"), None);
    }
}
