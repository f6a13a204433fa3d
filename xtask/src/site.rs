//! Builds the optimised site into `dist/`.

use crate::host::{self, say};
use crate::tools::Toolbox;
use std::path::PathBuf;

/// The folder of the built site.
pub fn dist() -> PathBuf {
    host::root().join("dist")
}

/// Writes a site into `dist/` that any static host can serve, under any path.
///
/// # Errors
/// If the build fails; Trunk has said why.
pub fn build(toolbox: &Toolbox) -> Result<(), String> {
    say(
        "Building the optimised site; about two minutes the first time, seconds where little has changed.",
    );
    let trunk = toolbox
        .command("trunk")?
        .args([
            "build",
            "--release",
            "--offline",
            "--public-url",
            "./",
            "--dist",
        ])
        .arg(dist());
    host::run(trunk)
}
