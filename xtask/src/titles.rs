//! Fills the articles' titles into the staged `index.html`, for readers without script or WebAssembly.
//!
//! Trunk calls this when a build is complete. The titles come from `assets/articles/`, so that adding an article
//! stays a matter of adding one file.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the list goes, in index.html.
const MARKER: &str = "<!-- articles -->";

/// Fills in the page that Trunk has staged.
///
/// # Errors
/// In words, where the page or an article cannot be read, or the page has no place for the list.
pub fn run() -> Result<(), String> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .ok_or("`titles` is called by Trunk, which says where the page is in TRUNK_STAGING_DIR")?;
    let page = PathBuf::from(staging).join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    let source = env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let titles = read(&source.join("assets/articles"))?;
    let filled =
        fill(&html, &titles).ok_or_else(|| format!("{}: no line `{MARKER}`", page.display()))?;
    fs::write(&page, filled).map_err(|error| format!("{}: {error}", page.display()))
}

/// The titles of all articles, by file name.
fn read(folder: &Path) -> Result<Vec<String>, String> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "md"))
        .map(|file| {
            let text =
                fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
            title(&text).ok_or_else(|| {
                format!(
                    "{}: no `value` under `[title]` in the front matter",
                    file.display()
                )
            })
        })
        .collect()
}

/// The title in an article's front matter: `value` under `[title]`.
fn title(text: &str) -> Option<String> {
    let mut lines = text.lines().skip_while(|line| line.trim() != "[title]");
    let line = lines.find(|line| line.starts_with("value"))?;
    let value = line.split_once('=')?.1.trim();
    let value = value.strip_prefix('"')?.strip_suffix('"')?;
    Some(value.replace("\\\"", "\""))
}

/// The page with one list item per title in place of the marker.
fn fill(html: &str, titles: &[String]) -> Option<String> {
    let items: Vec<String> = titles
        .iter()
        .map(|title| format!("<li>{}</li>", escape(title)))
        .collect();
    html.contains(MARKER)
        .then(|| html.replacen(MARKER, &items.join("\n        "), 1))
}

/// Text as HTML shows it.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_in_the_page_as_text() {
        let page = fill(
            "<ul><!-- articles --></ul>",
            &["Tanks & <b>talks</b>".to_owned()],
        );
        assert_eq!(
            page.as_deref(),
            Some("<ul><li>Tanks &amp; &lt;b&gt;talks&lt;/b&gt;</li></ul>")
        );
    }

    #[test]
    fn a_page_without_a_place_for_the_list_is_an_error() {
        assert_eq!(fill("<ul></ul>", &[]), None);
    }
}
