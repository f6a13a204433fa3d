//! A saved page, from its characters to its article.

use crate::bounds;
use crate::clean;
use crate::html::{depth, furniture, metadata, walk};
use crate::imported::{Format, Imported, LeftOut};
use crate::trouble::{self, Trouble};
use dom_query::Document;
use dom_smoothie::{Config, Readability};

/// The fewest words of an article that is told from a page by weighing its parts.
const FEWEST_WORDS: u32 = 25;

/// Reads a saved page.
pub(crate) fn open(html: &str) -> Result<Imported, Trouble> {
    depth::check(html)?;
    let document = Document::from(html);
    let understood = metadata::read(&document);
    let heading = document
        .select("h1")
        .iter()
        .map(|node| walk::one_line(&node.text()))
        .find(|heading| !heading.is_empty());
    let images = document.select("img").length();
    let before = clean::words(&walk::text(&document.root()));
    let mut left_out = furniture::remove(&document);
    let rest = walk::text(&document.root());
    let undivided = undivided(&document, rest);
    let is_plain = undivided.is_some();
    let text = undivided
        .or_else(|| weighed(document))
        .ok_or_else(|| trouble::no_article(before))?;
    let mut imported = Imported::of(Format::Html, &headed(heading.as_deref(), &text))
        .map_err(|_| trouble::no_article(0))?;
    if imported.words < FEWEST_WORDS && !is_plain {
        return Err(trouble::no_article(before));
    }
    let named: u32 = left_out.iter().map(|left| left.words).sum();
    let unnamed = before.saturating_sub(imported.words).saturating_sub(named);
    left_out.extend(LeftOut::words("other parts of the page", unnamed));
    left_out.extend(LeftOut::count(
        u32::try_from(images).unwrap_or(u32::MAX),
        "image",
        "images",
    ));
    imported.left_out = left_out;
    imported.title = understood.title;
    imported.publisher = understood.publisher;
    imported.date = understood.date;
    imported.url = understood.url;
    imported.language = understood.language;
    Ok(imported)
}

/// The article by Readability's weights, as text.
fn weighed(document: Document) -> Option<String> {
    let config = Config {
        max_elements_to_parse: bounds::HTML_ELEMENTS,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    let content = Document::fragment(article.content);
    let text = walk::text(&content.root());
    (links(&content) * 10 < text.chars().count() * 6).then_some(text)
}

/// How many characters are links' words.
fn links(document: &Document) -> usize {
    let links = document.select("a[href]");
    links
        .nodes()
        .iter()
        .map(|link| link.normalized_char_count())
        .sum()
}

/// The text of a page that is nothing but one, as a word processor or an editor exports it: few links, and hardly a
/// division. Pages of old are divided by tables: there it is the innermost cell that holds most of the letters.
fn undivided(document: &Document, rest: String) -> Option<String> {
    let letters = rest.chars().count();
    let divisions = document.select("div, section, article, main").length();
    if links(document) * 5 >= letters || divisions > 2 {
        return None;
    }
    let cells = document.select("td");
    let mut cells = cells.nodes().iter().rev();
    let most = cells.find(|cell| cell.normalized_char_count() * 2 > letters);
    Some(most.map_or(rest, walk::text))
}

/// The text under its headline. Readability takes a heading away that says the same as the page's title.
fn headed(heading: Option<&str>, text: &str) -> String {
    match heading {
        Some(heading) if !clean::line(&start(text)).contains(heading) => {
            format!("{heading}\n\n{text}")
        }
        _ => text.to_owned(),
    }
}

/// The first lines of a text, where its headline would stand.
fn start(text: &str) -> String {
    text.chars().take(1500).collect()
}
