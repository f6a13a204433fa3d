//! Packages of office programs: DOCX and ODT are archives of XML parts. Which one it is, is told by the parts in it.

mod docx;
mod odt;
mod xml;
mod zip;

use crate::imported::{Imported, LeftOut};
use crate::sniff;
use crate::trouble::{self, Other, Trouble};
use zip::Package;

/// Opens a package, or says what else it is.
pub(crate) fn open(bytes: &[u8]) -> Result<Imported, Trouble> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(trouble::password("Office document"));
    }
    let mut package = Package::read(bytes)?;
    if package.has("word/") {
        return docx::open(&mut package);
    }
    let kind = package.text_start("mimetype").unwrap_or_default();
    let opendocument =
        |what: &str| kind.starts_with(&format!("application/vnd.oasis.opendocument.{what}"));
    if opendocument("text")
        || (kind.is_empty() && package.has("content.xml") && package.has("META-INF/manifest.xml"))
    {
        return odt::open(&mut package);
    }
    let what: Other = if opendocument("spreadsheet") || package.has("xl/") {
        sniff::SPREADSHEET
    } else if opendocument("presentation") || package.has("ppt/") {
        sniff::PRESENTATION
    } else if opendocument("") {
        sniff::DRAWING
    } else if kind.starts_with("application/epub") || package.has("META-INF/container.xml") {
        sniff::EPUB
    } else if package.has("Index/Document.iwa") || package.has("index.apxl") {
        sniff::PAGES
    } else {
        sniff::ZIP
    };
    Err(trouble::other(what))
}

/// What was seen in a document and left out of its text, in words.
#[derive(Debug, Default)]
struct Aside {
    images: u32,
    footnotes: u32,
    headers: u32,
    comments: u32,
    deleted: u32,
    hidden: u32,
    boxes: u32,
    contents: u32,
}

impl Aside {
    fn left_out(&self) -> Vec<LeftOut> {
        let words = [
            ("table of contents", self.contents),
            ("footnotes", self.footnotes),
            ("page headers and footers", self.headers),
            ("comments", self.comments),
            ("deleted text of tracked changes", self.deleted),
            ("hidden text", self.hidden),
            ("text boxes", self.boxes),
        ];
        let words = words
            .iter()
            .filter_map(|&(what, words)| LeftOut::words(what, words));
        words
            .chain(LeftOut::count(self.images, "image", "images"))
            .collect()
    }
}
