//! Builds the page "Licences": the packages in the site's programs, their authors and their terms. Most of
//! these licences require that a copy includes their text. The page is built from the packages themselves,
//! so it lists exactly what this build contains.

use crate::host;
use crate::markup::escape;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use xshell::cmd;

/// The packages that the site's programs are built from.
const PROGRAMS: [&str; 2] = ["crossread-site", "crossread-worker"];
/// With every feature that one of the workers uses.
const FEATURES: &str = "crossread-worker/heavy,crossread-worker/import";
/// A script that is a copy of an npm package: what the package says of itself, and the folder in which it stands.
const COPIED: &str = include_str!("../../assets/lean-qr/package.json");
const COPIED_FOLDER: &str = "assets/lean-qr";
/// The beginnings of the names of licence files, in capitals.
const TERMS: [&str; 5] = ["LICEN", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT"];

/// A package that the programs contain.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    /// An SPDX expression; empty if none is stated.
    licence: String,
    authors: Vec<String>,
    /// Where its source is.
    repository: String,
    /// The texts of its licence files.
    texts: Vec<String>,
}

/// The page. `style` is the address of the site's stylesheet.
///
/// # Errors
/// Returns a message for people if cargo does not say what the programs contain.
pub fn page(style: &str) -> Result<String, String> {
    Ok(written(&packages()?, style))
}

/// The packages in the programs, by name and version.
fn packages() -> Result<Vec<Package>, String> {
    let cargo = host::cargo();
    let told = host::read(cmd!(
        host::shell(),
        "{cargo} metadata --format-version=1 --locked --offline --filter-platform=wasm32-unknown-unknown --features {FEATURES}"
    ))?;
    let metadata: Value =
        serde_json::from_str(&told).map_err(|error| format!("cargo metadata: {error}"))?;
    let contained = contained(&metadata, &PROGRAMS);
    let copied: Value = serde_json::from_str(COPIED)
        .map_err(|error| format!("{COPIED_FOLDER}/package.json: {error}"))?;
    let mut list: Vec<Package> = list(&metadata["packages"])
        .filter(|package| contained.contains(text(&package["id"])))
        // The workspace's own packages are under the site's licence.
        .filter(|package| !package["source"].is_null())
        .map(package)
        .chain([npm_package(&copied), library()?])
        .collect();
    list.sort();
    add_terms(&mut list, &terms()?);
    Ok(list)
}

/// The folder in which the toolchain has the texts of licences, by their SPDX names.
fn terms() -> Result<PathBuf, String> {
    let sysroot = host::read(cmd!(host::shell(), "rustc --print sysroot"))?;
    Ok(Path::new(sysroot.trim()).join("share/doc/rust/licenses"))
}

/// Rust's standard library, which every program contains and cargo does not list.
fn library() -> Result<Package, String> {
    let told = host::read(cmd!(host::shell(), "rustc --version"))?;
    let terms = terms()?;
    // Of its own code, of Unicode's tables in it, and of LLVM's routines that were taken over.
    let texts = ["MIT", "Unicode-3.0", "LLVM-exception"].map(|name| standard(&terms, name));
    Ok(Package {
        name: "Rust's standard library".to_owned(),
        version: told.split(' ').nth(1).unwrap_or_default().to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        authors: vec!["The Rust Project Developers".to_owned()],
        repository: "https://github.com/rust-lang/rust".to_owned(),
        texts: texts.into_iter().flatten().collect(),
    })
}

/// The text of a licence as its authors publish it.
fn standard(terms: &Path, name: &str) -> Option<String> {
    let text = fs::read_to_string(terms.join(format!("{name}.txt"))).ok()?;
    let holders = "<year> <copyright holders>";
    Some(text.trim().replace(holders, "the authors of the package"))
}

/// Adds the text to packages that come without one: the standard one, or that of a package under the same terms.
fn add_terms(packages: &mut [Package], terms: &Path) {
    let with: Vec<Package> = packages.to_vec();
    for package in packages.iter_mut().filter(|one| one.texts.is_empty()) {
        let names = package.licence.replace('/', " OR ");
        let text = names.split(" OR ").find_map(|name| {
            let name = name.trim();
            let same = |one: &&Package| one.licence == name && !one.texts.is_empty();
            let other = || with.iter().find(same)?.texts.first().cloned();
            standard(terms, name).or_else(other)
        });
        package.texts.extend(text);
    }
}

/// The ids of the packages that are compiled into these: their normal dependencies, without macros, which only
/// run during compilation.
fn contained<'m>(metadata: &'m Value, programs: &[&str]) -> BTreeSet<&'m str> {
    let packages: BTreeMap<&str, &Value> = list(&metadata["packages"])
        .map(|package| (text(&package["id"]), package))
        .collect();
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"]["nodes"])
        .map(|node| (text(&node["id"]), node))
        .collect();
    let is_macro = |id: &str| {
        let targets = packages.get(id).map(|package| list(&package["targets"]));
        let mut kinds = targets
            .into_iter()
            .flatten()
            .flat_map(|target| list(&target["kind"]));
        kinds.any(|kind| kind == "proc-macro")
    };
    let mut waiting: Vec<&str> = packages
        .iter()
        .filter(|(_, package)| programs.contains(&text(&package["name"])))
        .map(|(id, _)| *id)
        .collect();
    let mut contained = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !contained.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).map(|node| list(&node["deps"]));
        for dependency in dependencies.into_iter().flatten() {
            let is_normal = list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
            let id = text(&dependency["pkg"]);
            if is_normal && !is_macro(id) {
                waiting.push(id);
            }
        }
    }
    contained
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn package(told: &Value) -> Package {
    let folder = Path::new(text(&told["manifest_path"]))
        .parent()
        .unwrap_or(Path::new(""));
    Package {
        name: text(&told["name"]).to_owned(),
        version: text(&told["version"]).to_owned(),
        licence: text(&told["license"]).to_owned(),
        // Without e-mail addresses.
        authors: list(&told["authors"])
            .map(|author| {
                text(author)
                    .split('<')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .to_owned()
            })
            .filter(|author| !author.is_empty())
            .collect(),
        repository: text(&told["repository"]).to_owned(),
        texts: texts(folder),
    }
}

/// The package whose copy is in `COPIED_FOLDER`.
fn npm_package(told: &Value) -> Package {
    let repository = text(&told["repository"]["url"]);
    let authors = Some(text(&told["author"])).filter(|author| !author.is_empty());
    Package {
        name: text(&told["name"]).to_owned(),
        version: text(&told["version"]).to_owned(),
        licence: text(&told["license"]).to_owned(),
        authors: authors.map(str::to_owned).into_iter().collect(),
        repository: repository.trim_start_matches("git+").to_owned(),
        texts: texts(&host::root().join(COPIED_FOLDER)),
    }
}

/// The texts of the licence files in a package's folder, by file name.
fn texts(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .to_uppercase();
            TERMS.iter().any(|begin| name.starts_with(begin)) && path.is_file()
        })
        .collect();
    files.sort();
    files
        .iter()
        .filter_map(|file| fs::read(file).ok())
        .map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned())
        .collect()
}

fn written(packages: &[Package], style: &str) -> String {
    let mut rows = String::new();
    // Each text once, with the packages that it belongs to. Texts that differ only in line breaks count as one.
    let mut texts: BTreeMap<String, (&str, Vec<String>)> = BTreeMap::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let source = if package.repository.starts_with("https://") {
            format!("<a href=\"{0}\">{0}</a>", escape(&package.repository))
        } else {
            "not stated".to_owned()
        };
        let authors = match package.authors.as_slice() {
            [] => "not stated".to_owned(),
            authors => authors.join(", "),
        };
        let _ = writeln!(
            rows,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{source}</td></tr>",
            escape(&name),
            escape(&package.licence),
            escape(&authors),
        );
        for text in &package.texts {
            let key: Vec<&str> = text.split_whitespace().collect();
            let entry = texts.entry(key.join(" ")).or_insert((text, Vec::new()));
            entry.1.push(name.clone());
        }
    }
    let mut texts: Vec<&(&str, Vec<String>)> = texts.values().collect();
    texts.sort_by_key(|(_, names)| (std::cmp::Reverse(names.len()), names.first()));
    let mut terms = String::new();
    for (text, names) in texts {
        let _ = writeln!(
            terms,
            "<details><summary>{}</summary><pre>{}</pre></details>",
            escape(&names.join(", ")),
            escape(text)
        );
    }
    include_str!("licences.html")
        .replace("{{style}}", style)
        .replace("{{count}}", &packages.len().to_string())
        .replace("{{rows}}", &rows)
        .replace("{{terms}}", &terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, texts: &[&str]) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            repository: "https://example.org/source".to_owned(),
            texts: texts.iter().map(ToString::to_string).collect(),
            ..Package::default()
        }
    }

    #[test]
    fn a_text_stands_once_for_all_that_have_it() {
        let page = written(
            &[
                package("one", &["Do as\nyou like."]),
                package("two", &["Do as you\nlike."]),
            ],
            "s.css",
        );
        assert_eq!(page.matches("<pre").count(), 1);
        assert!(
            page.contains("<summary>one 1.0.0, two 1.0.0</summary>"),
            "{page}"
        );
        assert!(
            page.contains("href=\"s.css\"") && !page.contains("{{"),
            "{page}"
        );
    }

    #[test]
    fn nothing_of_a_package_becomes_markup() {
        let mut odd = package("<b>", &["</pre><script>"]);
        odd.authors = vec!["A & B \"C\"".to_owned()];
        odd.repository = "javascript:alert(1)".to_owned();
        let page = written(&[odd], "");
        assert!(
            !page.contains("<script>") && !page.contains("<b>"),
            "{page}"
        );
        assert!(
            page.contains("A &amp; B &quot;C&quot;") && !page.contains("javascript"),
            "{page}"
        );
    }

    #[test]
    fn what_runs_while_compiling_is_not_contained() {
        let metadata: Value = serde_json::json!({
            "packages": [
                {"id": "p", "name": "site", "targets": [{"kind": ["lib"]}]},
                {"id": "a", "name": "a", "targets": [{"kind": ["lib"]}]},
                {"id": "m", "name": "m", "targets": [{"kind": ["proc-macro"]}]},
                {"id": "t", "name": "t", "targets": [{"kind": ["lib"]}]},
                {"id": "u", "name": "u", "targets": [{"kind": ["lib"]}]},
            ],
            "resolve": {"nodes": [
                {"id": "p", "deps": [
                    {"pkg": "a", "dep_kinds": [{"kind": null}]},
                    {"pkg": "m", "dep_kinds": [{"kind": null}]},
                    {"pkg": "t", "dep_kinds": [{"kind": "dev"}]},
                ]},
                {"id": "m", "deps": [{"pkg": "u", "dep_kinds": [{"kind": null}]}]},
            ]},
        });
        assert_eq!(
            contained(&metadata, &["site"])
                .into_iter()
                .collect::<Vec<_>>(),
            ["a", "p"]
        );
    }

    #[test]
    fn the_programs_contain_what_they_are_known_to_be_made_of() {
        let packages = packages().expect("cargo says what the programs contain");
        let names: Vec<&str> = packages
            .iter()
            .map(|package| package.name.as_str())
            .collect();
        for name in ["leptos", "similar", "rust-stemmers", "html5ever", "lean-qr"] {
            assert!(names.contains(&name), "{name}");
        }
        // Used by tests and by the command line alone.
        for name in ["proptest", "clap", "rayon"] {
            assert!(!names.contains(&name), "{name}");
        }
        assert!(names.contains(&"Rust's standard library"));
        let without = packages
            .iter()
            .filter(|package| package.licence.is_empty() || package.texts.is_empty());
        assert_eq!(without.collect::<Vec<_>>(), Vec::<&Package>::new());
        let copied = packages.iter().find(|package| package.name == "lean-qr");
        assert!(copied.is_some_and(|package| package.texts.len() == 1));
    }
}
