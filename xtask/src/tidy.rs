//! Checks the project's own rules, which the compiler does not know. `rules.rs` and `arrows.rs` define them; this module
//! reads the files.

use crate::arrows;
use crate::host;
use crate::rules::{self, Source};
use crate::watched;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of generated, downloaded or copied files.
const NOT_WRITTEN: [&str; 6] = ["target", "dist", "node_modules", "out", ".git", "lean-qr"];

/// Checks the project.
///
/// # Errors
/// Every broken rule: where it is, what is wrong, and what to do.
pub fn run() -> Result<(), String> {
    let root = host::root();
    let mut sources = Vec::new();
    read(&root, &root, &mut sources)?;
    let rooms: Vec<String> = rooms(&root)?;
    let mut faults = Vec::new();
    for source in &sources {
        faults.extend(rules::source(source));
    }
    let text_of = |name: &str| {
        sources
            .iter()
            .find(|source| source.name == name)
            .map(|source| source.text.as_str())
    };
    faults.extend(rules::architecture(
        text_of("ARCHITECTURE.md"),
        &rooms,
        &rules::dependencies(&sources),
    ));
    faults.extend(arrows::faults(&sources));
    let text = |name: &str| {
        let file = root.join(name);
        fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))
    };
    faults.extend(watched::faults(
        &text("Trunk.toml")?,
        &text("Cargo.lock")?,
        &text("Cargo.toml")?,
    ));
    if faults.is_empty() {
        println!("{} files keep the house rules.", sources.len());
        return Ok(());
    }
    Err(format!(
        "{} house rules are broken\n{}",
        faults.len(),
        faults.join("\n")
    ))
}

/// Every file that a rule applies to, with its text.
fn read(root: &Path, folder: &Path, sources: &mut Vec<Source>) -> Result<(), String> {
    for path in entries(folder)? {
        let file_name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            if !NOT_WRITTEN.contains(&file_name.as_str()) {
                read(root, &path, sources)?;
            }
        } else if rules::speaks_of(&file_name) {
            let name = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            let text = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
            sources.push(Source { name, text });
        }
    }
    Ok(())
}

/// The top-level folders that contain written files.
fn rooms(root: &Path) -> Result<Vec<String>, String> {
    let folders = entries(root)?.into_iter().filter(|path| path.is_dir());
    let names = folders.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    Ok(names
        .filter(|name| !name.starts_with('.') && !NOT_WRITTEN.contains(&name.as_str()))
        .collect())
}

/// A folder's entries, by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let listing = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = listing
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    Ok(paths)
}
