//! Finds the article in a saved page.

use crate::bounds;
use crate::clean;
use crate::error::{self, ImportError};
use crate::html::walk::Block;
use crate::html::witness::Witness;
use crate::html::{asides, dates, depth, furniture, metadata, walk};
use crate::imported::{Format, Imported, LeftOut};
use crate::paragraphs::Kind;
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use std::collections::BTreeSet;

/// The fewest words of an article that is told from a page by weighing its parts.
const FEWEST_WORDS: u32 = 25;

/// Reads a saved page.
pub(crate) fn open(html: &str) -> Result<Imported, ImportError> {
    depth::check(html)?;
    let document = Document::from(html);
    let understood = metadata::read(&document);
    let witness = Witness::new(
        understood.heading.as_deref(),
        understood.description.as_deref(),
        understood.body.as_deref(),
    );
    let images = document.select("img").length();
    let before = clean::words(&walk::text(&document.root()));
    let mut left_out = furniture::remove(&document, &witness);
    furniture::unname(&document, &witness);
    let page = walk::blocks(&document.root());
    let undivided = undivided(&document, &page);
    let is_plain = undivided.is_some();
    let found = match undivided {
        Some(blocks) => Some(blocks),
        None => told(&document, &witness, weighed(document.clone()))
            .map(|found| in_its_box(&document, found)),
    };
    let found = found.ok_or_else(|| error::no_article(before))?;
    let heading = understood.heading.as_deref();
    let (mut blocks, asides) = asides::without(found, heading);
    if !is_plain {
        blocks.splice(0..0, standfirst(&page, &blocks, heading, &witness));
    }
    let text = walk::joined(&blocks);
    let mut imported =
        Imported::of(Format::Html, &headed(heading, &text)).map_err(|_| error::no_article(0))?;
    if imported.words < FEWEST_WORDS && !is_plain {
        return Err(error::no_article(before));
    }
    left_out.extend(LeftOut::words(
        "lines between and behind the paragraphs",
        asides,
    ));
    let named: u32 = left_out.iter().map(|left| left.words).sum();
    let unnamed = before.saturating_sub(imported.words).saturating_sub(named);
    left_out.extend(LeftOut::words("other parts of the page", unnamed));
    left_out.extend(LeftOut::count(
        u32::try_from(images).unwrap_or(u32::MAX),
        "image",
        "images",
    ));
    if witness.has_body(&imported.text) == Some(false) {
        imported.remarks.push(DISAGREES.to_owned());
    }
    imported.left_out = left_out;
    imported.about = understood.about;
    if imported.about.date.is_none() {
        let paragraph = blocks
            .iter()
            .find(|block| block.letters() >= 60 && !block.is_heading);
        imported.about.date =
            paragraph.and_then(|first| dates::dateline(&first.text, understood.order));
    }
    Ok(imported)
}

const DISAGREES: &str = "The page tells other programs a text (JSON-LD) that is not the one that was read. Check that this is the article.";

/// The article by Readability's weights.
fn weighed(document: Document) -> Option<Vec<Block>> {
    let config = Config {
        max_elements_to_parse: bounds::HTML_ELEMENTS,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    let content = Document::fragment(article.content);
    let blocks = walk::blocks(&content.root());
    let letters: usize = blocks.iter().map(Block::letters).sum();
    let linked: usize = blocks.iter().map(|block| block.linked).sum();
    (linked * 10 < letters * 6).then_some(blocks)
}

/// What was found, or another part of the page, where what the page tells of its article stands in that.
fn told(document: &Document, witness: &Witness, found: Option<Vec<Block>>) -> Option<Vec<Block>> {
    let text = found.as_deref().map(walk::joined).unwrap_or_default();
    if witness.has_body(&text) == Some(false)
        && let Some(holder) = witness.holds_body(document)
    {
        return Some(walk::blocks(&holder));
    }
    if found.is_some()
        && (witness.has_body(&text) == Some(true) || witness.has_lead(&text) != Some(false))
    {
        return found;
    }
    // The description's own paragraph is on the page, and was not taken.
    let Some(lead) = witness.lead(document) else {
        return found;
    };
    let first = found.as_ref().and_then(|blocks| {
        blocks
            .iter()
            .find(|block| block.letters() >= 60 && !block.is_heading)
    });
    for holder in lead.ancestors_it(Some(8)) {
        let inside = walk::blocks(&holder);
        if first.is_some_and(|first| inside.iter().any(|block| block.text == first.text)) {
            // It stands before what was found: a standfirst.
            return found;
        }
        let prose = |blocks: &[Block]| -> usize {
            let prose = blocks
                .iter()
                .filter(|block| block.letters() >= 60 && block.linked * 3 < block.letters());
            prose.map(Block::letters).sum()
        };
        let own = prose(&inside);
        let count = inside.iter().filter(|block| block.letters() >= 60).count();
        if count >= 3 && own >= 400 && own * 3 >= prose(found.as_deref().unwrap_or_default()) {
            return Some(inside);
        }
    }
    found
}

/// What was found, without what stands outside of the box that the page names as the article's text, if most of that was
/// found.
fn in_its_box(document: &Document, found: Vec<Block>) -> Vec<Block> {
    let Some(inside) = furniture::body_of(document).map(|holder| walk::blocks(&holder)) else {
        return found;
    };
    let texts: BTreeSet<&str> = inside.iter().map(|block| block.text.as_str()).collect();
    let kept: Vec<Block> = found
        .iter()
        .filter(|block| texts.contains(block.text.as_str()))
        .cloned()
        .collect();
    let letters = |blocks: &[Block]| -> usize { blocks.iter().map(Block::letters).sum() };
    if letters(&kept) * 10 >= letters(&inside) * 6 {
        kept
    } else {
        found
    }
}

/// How many blocks a standfirst may have, and how far from the text it may stand.
const STANDFIRST: usize = 3;
const WITHIN: usize = 16;

/// What stands between the headline and the text and reads like it: many pages have their standfirst in the headline's box.
fn standfirst(
    page: &[Block],
    found: &[Block],
    heading: Option<&str>,
    witness: &Witness,
) -> Vec<Block> {
    let is = |heading: &str, block: &Block| clean::line(&block.text) == heading;
    let (Some(heading), Some(first)) = (
        heading,
        found
            .iter()
            .find(|block| block.letters() >= 60 && !block.is_heading),
    ) else {
        return Vec::new();
    };
    let Some(end) = page.iter().position(|block| block.text == first.text) else {
        return Vec::new();
    };
    let Some(start) = page[..end].iter().rposition(|block| is(heading, block)) else {
        return Vec::new();
    };
    if end - start > WITHIN {
        return Vec::new();
    }
    let known = |block: &Block| found.iter().any(|found| found.text == block.text);
    let reads = |block: &&Block| {
        let words = clean::words(&block.text);
        let told = witness.has_lead(&block.text) == Some(true);
        let sentence = block
            .text
            .ends_with(['.', '!', '?', '…', '”', '"', '»', '。', '“']);
        let prose = words >= 8 && (sentence || words >= 14 || told);
        let few_links = block.linked * 4 < block.letters();
        prose && few_links && words <= 120 && block.kind == Kind::Body && !known(block)
    };
    let between = page
        .get(start + 1..end)
        .unwrap_or_default()
        .iter()
        .filter(reads);
    let between: Vec<Block> = between.cloned().collect();
    let (kept, _) = asides::without(between, None);
    if kept.len() > STANDFIRST {
        Vec::new()
    } else {
        kept
    }
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
fn undivided(document: &Document, page: &[Block]) -> Option<Vec<Block>> {
    let letters = walk::joined(page).chars().count();
    let divisions = document.select("div, section, article, main").length();
    if links(document) * 5 >= letters || divisions > 2 {
        return None;
    }
    let cells = document.select("td");
    let mut cells = cells.nodes().iter().rev();
    let most = cells.find(|cell| cell.normalized_char_count() * 2 > letters);
    Some(most.map_or_else(|| page.to_vec(), walk::blocks))
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
