//! Finishes the site that Trunk has staged. It adds:
//!
//! - one stylesheet made of all,
//! - the workers' programs and the answers about shipped pairs, and their addresses in boot.js,
//! - the first page, as `front/` writes it from `assets/articles/`, which needs no program,
//! - what a link to two shipped articles shows before the program arrives, as files that `front/` writes too,
//! - the names of the program's files and of these in early.js instead of Trunk's own preloads, since the first page must be
//!   painted first,
//! - the pages "How it works" and "Licences",
//! - full addresses for link previews, if the site's own address is known,
//! - last, the list of files that are kept offline.
//!
//! Trunk calls this when a build is complete.

use crate::markup::escape;
use crate::{answers, host, how, licences, offline, scripts, shrink, styles, weigh, workers};
use crossread_library::Article;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use xshell::cmd;

/// The place of the first page in index.html.
const MARKER: &str = "<!-- library -->";
/// Where Trunk's preloads begin (its pattern for them), and the script that requests the files when they are needed.
const PRELOADS: [&str; 2] = ["<link rel=\"modulepreload\"", "<link rel=\"preload\""];
const EARLY: &str = "<script src=\"early.js\"";
/// The place of the addresses of workers and answers, in Trunk.toml's pattern for boot.js.
const WORKERS: &str = " data-workers";
/// The picture of link previews, in index.html. Programs that fetch it need a full address.
const PICTURE: &str = "<meta property=\"og:image\" content=\"og.png\">";

/// Makes a stylesheet smaller.
type OfStyle = fn(&str) -> Result<String, String>;
/// Makes a script smaller; the flag says whether it is a module.
type OfScript = fn(&str, bool) -> Result<String, String>;

/// Finishes the page in the folder that Trunk names.
///
/// # Errors
/// Returns a message for people if the page or an article cannot be read, or the page lacks a place to fill.
pub fn run() -> Result<(), String> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .ok_or("`page` is called by Trunk, which says where the page is in TRUNK_STAGING_DIR")?;
    let staging = PathBuf::from(staging);
    let source = env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let articles = articles(&source.join("assets/articles"))?;
    let address = env::var("CROSSREAD_URL").unwrap_or_default();
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");

    let html = read(&staging.join("index.html"))?;
    // In parallel, since most of each takes one core.
    let (html, built) = thread::scope(|scope| {
        let built = scope.spawn(|| workers::build(&staging, release));
        let html = if release {
            workers::shrink(&staging, &html)
        } else {
            Ok(html)
        };
        let built = built.join();
        (
            html,
            built.unwrap_or_else(|_| Err("the workers were not built".to_owned())),
        )
    });
    let (html, built) = (html?, built?);
    let (style_of, script_of): (OfStyle, OfScript) = if release {
        (shrink::style, shrink::script)
    } else {
        (
            |css| Ok(styles::squeeze(css)),
            |script, _| Ok(scripts::squeeze(script)),
        )
    };
    let (html, style) = styles::join(&staging, &html, style_of)?;
    let attributes = built + &answers::put(&staging, &articles)?;
    let (first, before) = first_page(&staging, &articles)?;
    let html = with_workers(&html, &attributes)
        .ok_or_else(|| format!("the page has no `{WORKERS}` for boot.js"))?;
    let html = with_preloads(&html, &before)
        .ok_or_else(|| format!("the page has no preloads, or no `{EARLY}`"))?;
    let html = match address.as_str() {
        "" => html,
        address => {
            with_address(&html, address).ok_or_else(|| format!("index.html has no `{PICTURE}`"))?
        }
    };
    let html = with_first(&html, &first).ok_or_else(|| format!("index.html has no `{MARKER}`"))?;
    write(&staging.join("index.html"), &without_comments(&html))?;

    let how = how::page(
        &read(&source.join("how.html"))?,
        &read(&source.join("docs/method.md"))?,
        &articles,
        &style,
    )?;
    write(&staging.join("how.html"), &how)?;
    write(&staging.join("licences.html"), &licences::page(&style)?)?;
    for (name, parts) in [
        ("how.css", &["how.css"][..]),
        ("own.css", &["own.css", "story.css"]),
        ("set.css", &["set.css"]),
    ] {
        let mut css = String::new();
        for part in parts {
            css.push_str(&read(&source.join("style").join(part))?);
        }
        write(&staging.join(name), &style_of(&css)?)?;
    }
    scripts::squeeze_all(&staging, script_of)?;
    // Last, when no other file changes any more.
    if env::var_os(offline::SERVED).is_some() {
        offline::leave_out(&staging)
    } else {
        offline::keep(&staging)
    }
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// All articles, in the order of their ids.
fn articles(folder: &Path) -> Result<Vec<Article>, String> {
    let report = crossread_library::files::check_dir(folder);
    if report.is_sound() {
        return Ok(report.articles);
    }
    let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    Err(format!("the library is not sound\n{}", problems.join("\n")))
}

/// The first page between its head and its foot, as HTML, and the attributes by which early.js finds what stands of two shipped
/// articles before the program has come.
fn first_page(staging: &Path, articles: &[Article]) -> Result<(String, String), String> {
    let folder = staging.join("before");
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(problem)?;
    let cargo = host::cargo();
    let written = host::read(cmd!(
        host::shell(),
        "{cargo} run --package crossread-front --offline --locked --quiet -- {folder}"
    ));
    let html = written.map_err(|error| format!("the first page could not be written: {error}"))?;
    let mut files = Vec::new();
    weigh::walk(&folder, &mut files).map_err(problem)?;
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(fs::read(file).map_err(problem)?);
    }
    let name = answers::hashed(answers::BEFORE, &all);
    fs::rename(&folder, staging.join(&name)).map_err(problem)?;
    let attributes = format!(
        " data-before=\"./{name}/\" data-shipped=\"{}\"",
        answers::ids(articles)
    );
    Ok((html.trim().to_owned(), attributes))
}

/// The page without comments and indentation.
fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        bare.push_str(part.split_once("-->").map_or("", |(_, rest)| rest));
    }
    bare.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The page with the first page in place of the marker.
fn with_first(html: &str, first: &str) -> Option<String> {
    html.contains(MARKER)
        .then(|| html.replacen(MARKER, first, 1))
}

/// The page with the names of the program's files, and other attributes, at early.js instead of Trunk's preloads.
fn with_preloads(html: &str, more: &str) -> Option<String> {
    let mut bare = html.to_owned();
    let mut names = Vec::new();
    for begin in PRELOADS {
        let (before, rest) = bare.split_once(begin)?;
        let (link, after) = rest.split_once('>')?;
        let (_, name) = link.split_once("href=\"")?;
        names.push(name.split_once('"')?.0.to_owned());
        bare = format!("{before}{after}");
    }
    let [js, wasm] = &names[..] else { return None };
    let early = format!("{EARLY} data-js=\"{js}\" data-wasm=\"{wasm}\"{more}");
    bare.contains(EARLY)
        .then(|| bare.replacen(EARLY, &early, 1))
}

/// The page with the addresses of the workers' programs.
fn with_workers(html: &str, attributes: &str) -> Option<String> {
    html.contains(WORKERS)
        .then(|| html.replacen(WORKERS, attributes, 1))
}

/// The page with full addresses of itself and its picture.
fn with_address(html: &str, address: &str) -> Option<String> {
    let address = escape(address.trim_end_matches('/'));
    let full = format!(
        "<meta property=\"og:url\" content=\"{address}/\">\n  <meta property=\"og:image\" content=\"{address}/og.png\">"
    );
    html.contains(PICTURE)
        .then(|| html.replacen(PICTURE, &full, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preloads_become_names_that_early_js_knows() {
        let trunk = include_str!("../../Trunk.toml");
        let links = trunk
            .split_once("pattern_preload = '")
            .and_then(|(_, rest)| rest.split_once('\''))
            .map_or("", |(links, _)| links);
        let page = format!("{EARLY}></script>{links}<b>");
        assert_eq!(
            with_preloads(&page, " data-before=\"./x/\"").as_deref(),
            Some(
                "<script src=\"early.js\" data-js=\"{base}{js}\" data-wasm=\"{base}{wasm}\" data-before=\"./x/\"></script><b>"
            )
        );
        assert_eq!(with_preloads(EARLY, ""), None);
    }

    #[test]
    fn comments_and_indentation_go_and_words_stay() {
        let page = without_comments("<p>\n  One\n  <!-- why\n  not --> two\n</p> <!-- end -->\n");
        assert_eq!(page, "<p>\nOne\ntwo\n</p>\n");
    }

    #[test]
    fn a_known_address_makes_the_picture_s_address_full() {
        let page = with_address(PICTURE, "https://example.org/crossread/").unwrap_or_default();
        assert!(
            page.contains("og:url\" content=\"https://example.org/crossread/\""),
            "{page}"
        );
        assert!(
            page.contains("og:image\" content=\"https://example.org/crossread/og.png\""),
            "{page}"
        );
    }

    #[test]
    fn the_page_has_a_place_for_both() {
        let page = include_str!("../../index.html");
        assert!(with_first(page, "").is_some() && page.contains(EARLY));
        assert!(with_address(page, "https://example.org").is_some());
        let trunk = include_str!("../../Trunk.toml");
        assert!(with_workers(trunk, "").is_some());
    }
}
