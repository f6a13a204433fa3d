//! The project's own rules. They work only on names and texts, so that each can be tested in one line.
//!
//! A module begins with a comment that says why it exists. ARCHITECTURE.md names every folder and every dependency. No
//! lockfile names the host of a registry.

/// A file and its text.
pub struct Source {
    /// Its path under the project's folder, separated by `/`.
    pub name: String,
    /// Its whole text.
    pub text: String,
}

/// Whether a rule applies to a file of that name.
pub fn speaks_of(file_name: &str) -> bool {
    opening(file_name).is_some()
        || [
            "Cargo.toml",
            "Cargo.lock",
            "package.json",
            "package-lock.json",
            ".npmrc",
            "ARCHITECTURE.md",
        ]
        .contains(&file_name)
}

/// The comment marks with which a module of that name may open; `None` if the file is not a module.
fn opening(name: &str) -> Option<&'static [&'static str]> {
    match name.rsplit_once('.')?.1 {
        "rs" => Some(&["//!"]),
        "js" | "mjs" => Some(&["//", "/*"]),
        "css" => Some(&["/*"]),
        _ => None,
    }
}

/// The faults of one file.
pub fn source(source: &Source) -> Vec<String> {
    let Source { name, text } = source;
    let mut faults = Vec::new();
    if let Some(openings) = opening(name) {
        let first = text
            .lines()
            .find(|line| !line.trim().is_empty() && !line.starts_with("#!"))
            .unwrap_or_default();
        // An empty `//!` or `/*` does not count.
        let opens = openings.iter().any(|mark| {
            first
                .strip_prefix(mark)
                .is_some_and(|rest| !rest.trim().is_empty())
        });
        if !opens {
            faults.push(format!(
                "{name}:1: a module begins with a comment that says why it exists; begin it with a `{}` comment",
                openings[0]
            ));
        }
    }
    if let Some(line) = registry_line(name, text) {
        faults.push(format!(
            "{name}:{line}: names the host of a registry; whoever clones the project has their own"
        ));
    }
    faults
}

/// The line, from 1, in which a lockfile or a package manager's settings name a registry other than the usual one.
fn registry_line(name: &str, text: &str) -> Option<usize> {
    let names_host = |line: &str| match name.rsplit('/').next().unwrap_or(name) {
        "package-lock.json" => line.trim_start().starts_with("\"resolved\""),
        ".npmrc" => line.starts_with("registry") || line.contains(":registry"),
        "Cargo.lock" => {
            line.starts_with("source = ") && !line.contains("github.com/rust-lang/crates.io-index")
        }
        _ => false,
    };
    text.lines().position(names_host).map(|index| index + 1)
}

/// The names of the project's dependencies, from its manifests, without its own crates.
pub fn dependencies(sources: &[Source]) -> Vec<String> {
    let mut names: Vec<String> = sources
        .iter()
        .flat_map(|source| match source.name.rsplit('/').next() {
            Some("Cargo.toml") => of_cargo(&source.text),
            Some("package.json") => of_npm(&source.text),
            _ => Vec::new(),
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

fn of_cargo(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut names = Vec::new();
    for line in text.lines() {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.trim_end_matches(']').ends_with("dependencies");
        } else if inside && line.contains('=') && !line.starts_with(['#', ' ']) {
            let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
            if !name.starts_with("crossread-") {
                names.push(name.to_owned());
            }
        }
    }
    names
}

fn of_npm(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut names = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.ends_with('{') {
            inside =
                line.starts_with("\"dependencies\"") || line.starts_with("\"devDependencies\"");
        } else if line.starts_with('}') {
            inside = false;
        } else if inside && let Some(name) = line.split('"').nth(1) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The folders and dependencies that ARCHITECTURE.md does not name.
pub fn architecture(text: Option<&str>, rooms: &[String], dependencies: &[String]) -> Vec<String> {
    let Some(text) = text else {
        return vec!["ARCHITECTURE.md is missing: it is the map of the house".to_owned()];
    };
    let rooms = rooms
        .iter()
        .filter(|room| !text.contains(&format!("{room}/")))
        .map(|room| {
            format!("ARCHITECTURE.md does not name the room `{room}/`; say what it is for")
        });
    let dependencies = dependencies
        .iter()
        .filter(|name| !text.contains(&format!("`{name}`")))
        .map(|name| {
            format!("ARCHITECTURE.md does not name the dependency `{name}`; say what it is for")
        });
    rooms.chain(dependencies).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(name: &str, text: &str) -> Vec<String> {
        source(&Source {
            name: name.to_owned(),
            text: text.to_owned(),
        })
    }

    #[test]
    fn a_module_opens_with_why_it_exists() {
        assert!(faults("src/a.rs", "//! Reads the map.\nfn a() {}").is_empty());
        assert!(faults("e2e/a.mjs", "#!/usr/bin/env node\n// Looks at the map.").is_empty());
        assert_eq!(
            faults("src/a.rs", "use std::fs;"),
            [
                "src/a.rs:1: a module begins with a comment that says why it exists; begin it with a `//!` comment"
            ]
        );
        assert_eq!(faults("style/a.css", "body { margin: 0 }").len(), 1);
        assert_eq!(faults("src/a.rs", "//!\n//! late").len(), 1);
        assert!(faults("notes.txt", "anything").is_empty());
    }

    #[test]
    fn no_lockfile_names_a_registry_s_host() {
        let usual = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
        assert!(faults("Cargo.lock", usual).is_empty());
        assert_eq!(
            faults(
                "Cargo.lock",
                "\nsource = \"registry+http://10.0.0.1/index\""
            )
            .len(),
            1
        );
        assert_eq!(
            faults(
                "package-lock.json",
                "{\n  \"resolved\": \"http://10.0.0.1/a.tgz\""
            ),
            [
                "package-lock.json:2: names the host of a registry; whoever clones the project has their own"
            ]
        );
    }

    #[test]
    fn the_map_names_rooms_and_dependencies() {
        let manifest = "[dependencies]\nserde.workspace = true\ncrossread-engine = { path = \"engine\" }\n\n[lints]\nworkspace = true\n[dev-dependencies]\ninsta = \"1\"";
        let packages = "{\n  \"type\": \"module\",\n  \"dependencies\": {\n    \"playwright-core\": \"1\"\n  },\n  \"x\": \"y\"\n}";
        let sources =
            [("Cargo.toml", manifest), ("package.json", packages)].map(|(name, text)| Source {
                name: name.to_owned(),
                text: text.to_owned(),
            });
        let found = dependencies(&sources);
        assert_eq!(found, ["insta", "playwright-core", "serde"]);
        let rooms = ["engine".to_owned(), "cellar".to_owned()];
        assert_eq!(
            architecture(Some("engine/ compares; `serde`, `insta`"), &rooms, &found),
            [
                "ARCHITECTURE.md does not name the room `cellar/`; say what it is for",
                "ARCHITECTURE.md does not name the dependency `playwright-core`; say what it is for",
            ]
        );
        assert_eq!(architecture(None, &rooms, &found).len(), 1);
    }
}
