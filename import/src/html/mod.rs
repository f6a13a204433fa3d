//! Web pages. Of a saved page, only the article is kept; of a rich-text paste, everything.
//!
//! A page is parsed as browsers do it (html5ever). First, this crate's own rules remove what is certainly furniture, so
//! that it can be named. Then a port of Mozilla's Readability finds the article in the rest.

mod archive;
mod article;
mod asides;
mod dates;
mod depth;
mod furniture;
mod metadata;
mod titles;
mod walk;
mod witness;

use crate::clean;
use crate::field;
use crate::imported::{Format, Imported};
use dom_query::Document;
use encoding_rs::Encoding;

pub(crate) use archive::open as open_archive;
pub(crate) use article::open;
pub(crate) use titles::shares_word;

/// The text of a piece of HTML. `None` if it is nested too deeply.
pub(crate) fn inner_text(html: &str) -> Option<String> {
    depth::check(html).ok()?;
    Some(walk::text(&Document::fragment(html).root()))
}

/// The text of a page that has only one text, such as a chapter of a book, and its first heading. `None` if it is nested
/// too deeply. What comes before its body is skipped, because XML closes elements there that HTML does not close.
pub(crate) fn chapter(page: &str) -> Option<(String, Option<String>)> {
    let body = page.find("<body").and_then(|at| page.get(at..));
    let body = body.unwrap_or(page);
    depth::check(body).ok()?;
    let document = Document::fragment(body);
    let headings = document.select("h1, h2, h3");
    let heading = headings
        .iter()
        .next()
        .map(|node| walk::one_line(&node.text()));
    Some((walk::text(&document.root()), heading))
}

/// The clipboard's rich text, unless the plain text is better. That is so if the rich text has less than half of the
/// words, or none, as when a program puts a picture or its own format there.
pub(crate) fn paste(html: &str, plain: &str) -> Option<Imported> {
    depth::check(html).ok()?;
    let document = Document::from(html);
    let text = walk::text(&document.root());
    let mut imported = Imported::of(Format::PastedRich, &text).ok()?;
    if imported.words < clean::words(plain) / 2 {
        return None;
    }
    let heading = document
        .select("h1, h2")
        .iter()
        .next()
        .map(|node| walk::one_line(&node.text()));
    imported.about.title = heading.and_then(|heading| field::line(&heading, "the first heading"));
    crate::plain::take_head(&mut imported);
    let images = u32::try_from(document.select("img").length()).unwrap_or(u32::MAX);
    imported
        .left_out
        .extend(crate::imported::LeftOut::count(images, "image", "images"));
    Some(imported)
}

/// How many bytes are searched for a page's declaration. The HTML Standard looks in the first kilobyte, and parsers go on
/// from there; scripts are often before it.
const DECLARED: usize = 65_536;

/// The encoding that a page declares, as the HTML Standard looks for it ("prescan"): UTF-16 in a declaration that could be
/// read byte by byte cannot be true, and means UTF-8.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let start: String = bytes
        .iter()
        .take(DECLARED)
        .map(|&byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let declarations = |tag: &'static str, key: &'static str| {
        start.split(tag).skip(1).find_map(move |after| {
            let attributes = after.split('>').next()?;
            let value = attributes.split_once(key)?.1.trim_start();
            let label: String = value
                .strip_prefix('=')?
                .trim_start()
                .trim_start_matches(['"', '\''])
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
                .collect();
            Encoding::for_label(label.as_bytes())
        })
    };
    let encoding =
        declarations("<meta", "charset").or_else(|| declarations("<?xml", "encoding"))?;
    Some(encoding.output_encoding())
}
