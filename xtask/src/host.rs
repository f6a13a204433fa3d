//! The machine that this runs on: the project's folder, the tools' folder, and functions to run other programs.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;
use xshell::{Cmd, Shell, cmd};

/// The project's top folder.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent()
        .map_or_else(|| here.clone(), Path::to_path_buf)
}

/// The cargo that called this program.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The folder of one version of a tool, in the user's cache. Another clone of the project finds it there too.
///
/// # Errors
/// If neither the cache folder nor the home folder is known.
pub fn tool_folder(name: &str, version: &str) -> Result<PathBuf, String> {
    let set = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let cache = set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .ok_or("there is no cache folder for tools: set XDG_CACHE_HOME or HOME")?;
    Ok(cache
        .join("crossread")
        .join("tools")
        .join(format!("{name}-{version}")))
}

/// Prints one line about what happens next.
pub fn say(line: &str) {
    println!("xtask: {line}");
}

/// Runs other programs, in the project's folder. It lives as long as this program.
///
/// # Panics
/// If the system does not say which folder is the current one.
pub fn shell() -> &'static Shell {
    let shell = Shell::new().expect("a current folder");
    shell.change_dir(root());
    Box::leak(Box::new(shell))
}

/// Runs a program to its end and passes its output through.
///
/// # Errors
/// If it cannot be started or does not succeed; the message holds the command.
pub fn run(command: Cmd<'_>) -> Result<(), String> {
    command.quiet().run().map_err(|error| error.to_string())
}

/// The output of a program. What it says about itself is passed through.
///
/// # Errors
/// As above.
pub fn read(command: Cmd<'_>) -> Result<String, String> {
    command.quiet().read().map_err(|error| error.to_string())
}

/// The output of a program, if it can be started and succeeds.
pub fn output(command: Cmd<'_>) -> Option<String> {
    read(command.ignore_stderr()).ok()
}

/// Whether this runs as the user who may install packages of the system.
pub fn is_root() -> bool {
    output(cmd!(shell(), "id -u")).is_some_and(|text| text.trim() == "0")
}

/// Installs packages of Debian's.
///
/// # Errors
/// If the system's package manager fails.
pub fn apt_install(packages: &[&str]) -> Result<(), String> {
    let sh = shell();
    let quietly = |command: Cmd<'_>| run(command.env("DEBIAN_FRONTEND", "noninteractive"));
    quietly(cmd!(sh, "apt-get update -q"))?;
    quietly(cmd!(
        sh,
        "apt-get install -q -y --no-install-recommends {packages...}"
    ))
}

/// Whether the system has such packages and knows one of that name.
pub fn apt_knows(package: &str) -> bool {
    output(cmd!(shell(), "apt-cache show {package}")).is_some()
}

/// A duration for people: `8.4 s`, `3 min 05 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(duration(Duration::from_millis(8_400)), "8.4 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(cmd!(shell(), "no-such-program-here")).unwrap_err();
        assert!(error.contains("`no-such-program-here`"), "{error}");
    }
}
