//! Lists the files of a build that the service worker keeps, so that the site opens without a network.
//!
//! The list is made from the finished folder, so new files of the site are included automatically. Its digest
//! identifies the build and is in the page too.

use crate::scripts;
use crate::weigh;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The service worker, whose list is empty here.
const WORKER: &str = include_str!("../../assets/sw.js");
/// The script that replaces it if nothing should be kept.
const NO_WORKER: &str = include_str!("../../assets/sw-off.js");
/// The environment variable with which `serve` marks a build for a developer.
pub const SERVED: &str = "CROSSREAD_SERVED";
/// The text in the page before the build's name; the script of this line registers the worker.
const BUILD: &str = "<script type=\"module\" src=\"offline.js\" data-build=\"";
/// Digits of a digest, each for four bits. They protect against mistakes and old copies, not against a forger, who could
/// change the list itself.
const DIGITS: usize = 16;
/// Files that no page of the site loads: pictures for other programs, licences. The browser keeps the worker
/// itself. And what stands before the program has come: where it is kept, so is the program.
const NOT_KEPT: [&str; 9] = [
    "licences.html",
    "sw.js",
    "og.png",
    "touch-icon.png",
    "favicon.png",
    "fonts/OFL.txt",
    "icons/",
    "pair.js",
    "before-",
];

/// One file of the build: its address relative to the site's (empty for the page), and the beginning of its digest.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct File {
    name: String,
    digest: String,
}

/// Prepares a built folder to be kept by browsers: names the build in its page and writes its `sw.js`. The same
/// folder always gives the same build, also if this runs twice.
///
/// # Errors
/// Returns a message for people if a file cannot be read or written, the page lacks the line that registers the worker, or a file's name
/// is not plain.
pub fn keep(folder: &Path) -> Result<(), String> {
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| problem(&page, &error))?;
    let unnamed = with_build(&html, "")?;
    let mut files = files(folder)?;
    files.push(File {
        name: String::new(),
        digest: digest(unnamed.as_bytes()),
    });
    files.sort();
    let listed: Vec<String> = files
        .iter()
        .map(|file| format!("{} {}\n", file.digest, file.name))
        .collect();
    let build = digest(listed.concat().as_bytes());
    let named = with_build(&html, &build)?;
    if let Some(page) = files.first_mut().filter(|file| file.name.is_empty()) {
        page.digest = digest(named.as_bytes());
    }
    fs::write(&page, named).map_err(|error| problem(&page, &error))?;
    let worker = folder.join("sw.js");
    fs::write(&worker, with_list(WORKER, &files, &build)?).map_err(|error| problem(&worker, &error))
}

/// Prepares a built folder that browsers do not keep. It also removes what they may have kept from the same address.
///
/// # Errors
/// As `keep`.
pub fn leave_out(folder: &Path) -> Result<(), String> {
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| problem(&page, &error))?;
    let tag = format!("{BUILD}\"></script>");
    fs::write(&page, with_build(&html, "")?.replacen(&tag, "", 1))
        .map_err(|error| problem(&page, &error))?;
    let worker = folder.join("sw.js");
    fs::write(&worker, NO_WORKER).map_err(|error| problem(&worker, &error))
}

/// The files that are kept, without the page.
fn files(folder: &Path) -> Result<Vec<File>, String> {
    let mut paths: Vec<PathBuf> = Vec::new();
    weigh::walk(folder, &mut paths).map_err(|error| problem(folder, &error))?;
    let mut files = Vec::new();
    for path in paths {
        let name = path
            .strip_prefix(folder)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        if name == "index.html" || NOT_KEPT.iter().any(|apart| name.starts_with(apart)) {
            continue;
        }
        if !name.bytes().all(plain) {
            return Err(format!(
                "{name}: a file of the site is named with a-z, 0-9, `.`, `_`, `-` and `/`, so that its address is its name"
            ));
        }
        let bytes = fs::read(&path).map_err(|error| problem(&path, &error))?;
        files.push(File {
            digest: digest(&bytes),
            name,
        });
    }
    Ok(files)
}

fn plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"._-/".contains(&byte)
}

/// The first digits of the bytes' SHA-256, hexadecimal.
fn digest(bytes: &[u8]) -> String {
    let digits: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    digits.chars().take(DIGITS).collect()
}

/// The page with its build's name, which replaces an earlier one.
fn with_build(html: &str, build: &str) -> Result<String, String> {
    let (before, after) = html
        .split_once(BUILD)
        .ok_or_else(|| format!("index.html has no `{BUILD}\"></script>`"))?;
    let (_, after) = after
        .split_once('"')
        .ok_or("index.html: data-build does not end")?;
    Ok(format!("{before}{BUILD}{build}\"{after}"))
}

/// The worker with its list, without comments, which every browser would download again and again.
fn with_list(worker: &str, files: &[File], build: &str) -> Result<String, String> {
    let list = |later: bool| {
        let items: Vec<String> = files
            .iter()
            .filter(|file| weigh::comes_later(&file.name) == later)
            .map(|file| format!("\"{}\":\"{}\"", file.name, file.digest))
            .collect();
        format!("{{{}}}", items.join(","))
    };
    let mut worker = scripts::squeeze(worker);
    for (empty, filled) in [
        ("const NOW = {};", format!("const NOW = {};", list(false))),
        (
            "const LATER = {};",
            format!("const LATER = {};", list(true)),
        ),
        ("const BUILD = \"\";", format!("const BUILD = \"{build}\";")),
    ] {
        if !worker.contains(empty) {
            return Err(format!("assets/sw.js has no `{empty}`"));
        }
        worker = worker.replacen(empty, &filled, 1);
    }
    Ok(worker)
}

fn problem(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A built site in a folder of its own, deleted when the test is over.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Site {
            let folder = std::env::temp_dir()
                .join(format!("crossread-offline-{name}-{}", std::process::id()));
            fs::create_dir_all(folder.join("fonts")).unwrap();
            let site = Site(folder);
            site.write("index.html", include_str!("../../index.html"));
            site.write("app-1.js", "start()");
            site.write("fonts/a.woff2", "letters");
            site.write("fonts/OFL.txt", "licence");
            site.write("og.png", "picture");
            site
        }

        fn write(&self, name: &str, text: &str) {
            fs::write(self.0.join(name), text).unwrap();
        }

        fn read(&self, name: &str) -> String {
            fs::read_to_string(self.0.join(name)).unwrap()
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// What is in quotes after `before`.
    fn quoted<'text>(text: &'text str, before: &str) -> &'text str {
        text.split_once(before)
            .and_then(|(_, rest)| rest.split('"').next())
            .unwrap_or_default()
    }

    #[test]
    fn the_list_names_what_pages_ask_for_and_nothing_else() {
        let site = Site::new("list");
        keep(&site.0).unwrap();
        let worker = site.read("sw.js");
        for name in ["\"\":", "\"app-1.js\":", "\"fonts/a.woff2\":"] {
            assert!(worker.contains(name), "{name} in {worker}");
        }
        for name in ["OFL.txt", "og.png", "\"sw.js\"", "\"index.html\":"] {
            assert!(!worker.contains(name), "{name} in {worker}");
        }
        assert!(!worker.contains("//"), "comments: {worker}");
        let page = digest(site.read("index.html").as_bytes());
        assert_eq!(quoted(&worker, "{\"\":\""), page);
    }

    #[test]
    fn page_and_worker_name_the_same_build_and_doing_it_again_changes_nothing() {
        let site = Site::new("again");
        keep(&site.0).unwrap();
        let (page, worker) = (site.read("index.html"), site.read("sw.js"));
        let build = quoted(&page, "data-build=\"");
        assert_eq!(build.len(), DIGITS);
        assert_eq!(quoted(&worker, "BUILD = \""), build);
        keep(&site.0).unwrap();
        assert_eq!(
            (site.read("index.html"), site.read("sw.js")),
            (page, worker)
        );
    }

    #[test]
    fn any_changed_file_makes_another_build() {
        let site = Site::new("change");
        let mut builds = Vec::new();
        for (name, text) in [
            ("app-1.js", "start(1)"),
            ("fonts/a.woff2", "other letters"),
            ("how.html", "a page more"),
        ] {
            site.write(name, text);
            keep(&site.0).unwrap();
            builds.push(quoted(&site.read("index.html"), "data-build=\"").to_owned());
        }
        builds.sort();
        builds.dedup();
        assert_eq!(builds.len(), 3);
    }

    #[test]
    fn a_developer_s_build_registers_nothing() {
        let site = Site::new("served");
        leave_out(&site.0).unwrap();
        assert!(!site.read("index.html").contains("src=\"offline.js\""));
        assert_eq!(site.read("sw.js"), NO_WORKER);
    }

    #[test]
    fn a_name_that_is_not_its_own_address_is_refused() {
        let site = Site::new("names");
        site.write("a b.js", "");
        assert!(keep(&site.0).is_err_and(|error| error.contains("a b.js")));
    }
}
