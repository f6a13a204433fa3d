//! Packages of office programs: DOCX and ODT are archives of XML parts. Which one it is, is told by the parts in it.

mod docx;
mod odt;
mod xml;
mod zip;

use crate::imported::{Format, Imported, LeftOut, Understood};
use crate::trouble::{self, Other, Trouble};
use crate::{clean, plain, sniff};
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
    } else if [
        "Index/Document.iwa",
        "index.apxl",
        "index.xml",
        "index.xml.gz",
        "Index.zip",
    ]
    .iter()
    .any(|part| package.has(part))
    {
        sniff::PAGES
    } else {
        sniff::ZIP
    };
    Err(trouble::other(what))
}

/// What a title rests on that the text shows as one.
const TITLE_STYLE: &str = "the paragraph in the style “Title”";

/// A document as it was read.
struct Document {
    format: Format,
    text: String,
    /// Its title, as its text has one, and what that rests on.
    title: Option<(String, &'static str)>,
    aside: Aside,
}

impl Document {
    /// The article, with what the document's properties say of it. `made`: what the day is called there on which it was
    /// made. `language`: of its styles, where the properties have none.
    ///
    /// # Errors
    /// Where there is no text in it.
    fn article(
        self,
        properties: &str,
        made: &str,
        language: impl FnOnce() -> Option<Understood>,
    ) -> Result<Imported, Trouble> {
        const BASIS: &str = "the document's properties";
        let property = |name: &str| {
            let found = xml::first(properties, name).ok().flatten();
            found.unwrap_or_default()
        };
        let mut imported = Imported::of(self.format, &self.text)?;
        let stated = Understood::new(&property("title"), BASIS);
        let shown = self
            .title
            .and_then(|(text, basis)| Understood::new(&text, basis));
        // Properties outlive the text that they were written for: what the text shows as its title counts more, and
        // a property that stands in it more than its first heading.
        let is_styled = shown
            .as_ref()
            .is_some_and(|title| title.basis == TITLE_STYLE);
        let stands = stated
            .as_ref()
            .is_some_and(|title| clean::line_of_any_length(&imported.text).contains(&title.value));
        imported.title = if is_styled || (shown.is_some() && !stands) {
            shown
        } else {
            stated
        };
        if imported.title.is_none() {
            plain::take_head(&mut imported);
        }
        let made = property(made);
        let made = || Understood::day(&made, "the document's properties (when it was made)");
        imported.date = imported.date.or_else(made);
        imported.language = Understood::language(&property("language"), BASIS).or_else(language);
        imported.left_out.extend(self.aside.left_out());
        Ok(imported)
    }
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
