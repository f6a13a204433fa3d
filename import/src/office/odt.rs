//! Reads OpenDocument texts (ISO/IEC 26300). Notes, headers, comments and text deleted by tracked changes are counted and
//! left out.

use super::xml::{self, Element, Step, Xml};
use super::zip::Package;
use super::{Aside, Document, Properties, TITLE_STYLE};
use crate::clean;
use crate::imported::{Format, Imported, Understood};
use crate::paragraphs::{Kind, Paragraphs};
use crate::trouble::{self, Trouble};

const WHAT: &str = "OpenDocument text";
/// What of a note, a comment or a record of changes says who wrote it and when.
const ABOUT: [&str; 5] = [
    "creator",
    "date",
    "date-string",
    "note-citation",
    "creator-initials",
];

/// Reads a document.
pub(crate) fn open(package: &mut Package<'_>) -> Result<Imported, Trouble> {
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") || package.has("encrypted-package") {
        return Err(trouble::password(WHAT));
    }
    let content = package
        .part("content.xml")?
        .ok_or_else(|| trouble::damaged(WHAT))?;
    let mut body = Body::default();
    body.read(&content)?;
    let styles = package.part("styles.xml")?.unwrap_or_default();
    for name in [
        "header",
        "footer",
        "header-first",
        "footer-first",
        "header-left",
        "footer-left",
    ] {
        body.aside.headers += xml::words(&styles, Some(name))?;
    }
    let document = Document {
        format: Format::Odt,
        text: body.paragraphs.finish(),
        title: body.title,
        aside: body.aside,
    };
    let properties = package.part("meta.xml")?.unwrap_or_default();
    let properties = Properties::read(&properties, "creation-date");
    document.article(properties, || default_language(&styles))
}

/// The language of the default style of paragraphs.
fn default_language(styles: &str) -> Option<Understood> {
    let mut xml = Xml::new(styles);
    while let Ok(Some(step)) = xml.next() {
        let Step::Start(element) = step else { continue };
        let known = |name: &str| {
            element
                .attribute(name)
                .filter(|value| !value.is_empty() && value != "none")
        };
        if element.name() == "text-properties"
            && let Some(language) = known("language")
        {
            let tag = match known("country") {
                Some(country) => format!("{language}-{country}"),
                None => language,
            };
            return Understood::language(&tag, "the document's default style");
        }
    }
    None
}

/// The document's content, as it is read.
#[derive(Default)]
struct Body {
    paragraphs: Paragraphs,
    aside: Aside,
    title: Option<(String, &'static str)>,
    style: String,
    /// Inside the text itself, and there inside how many paragraphs, items and cells.
    text: usize,
    open: usize,
    items: usize,
    cells: usize,
}

impl Body {
    fn read(&mut self, text: &str) -> Result<(), Trouble> {
        let mut xml = Xml::new(text);
        while let Some(step) = xml.next()? {
            match step {
                Step::Start(element) => self.start(&element, &mut xml)?,
                Step::End(name) => self.end(&name),
                Step::Text(text) if self.open > 0 => self.paragraphs.push(&text),
                Step::Text(_) => {}
            }
            if self.paragraphs.is_too_long() {
                return Err(trouble::bomb(WHAT));
            }
        }
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), Trouble> {
        let name = element.name();
        match name.as_str() {
            // Both the section of the document and nothing else has this name.
            "text" => self.text += 1,
            _ if self.text == 0 => {}
            "p" | "h" => {
                self.open += 1;
                self.style = element.attribute("style-name").unwrap_or_default();
                if name == "h"
                    && element
                        .attribute("outline-level")
                        .is_none_or(|level| level == "1")
                {
                    "Heading_20_1".clone_into(&mut self.style);
                }
            }
            "s" => {
                let count = element
                    .attribute("c")
                    .and_then(|count| count.parse().ok())
                    .unwrap_or(1);
                self.paragraphs
                    .push_raw(&" ".repeat(usize::min(count, 100)));
            }
            "tab" => self.paragraphs.push_raw("\t"),
            "line-break" => self.paragraphs.line_break(),
            "list" if self.items == 0 => self.paragraphs.gap(),
            "list-item" | "list-header" => self.items += 1,
            "table" => self.paragraphs.gap(),
            "table-cell" => self.cells += 1,
            "note" => self.aside.footnotes += clean::words(&xml.skip_without(&ABOUT)?),
            "annotation" => self.aside.comments += clean::words(&xml.skip_without(&ABOUT)?),
            "tracked-changes" => self.aside.deleted += clean::words(&xml.skip_without(&ABOUT)?),
            "table-of-content" | "alphabetical-index" | "bibliography" => {
                self.aside.contents += clean::words(&xml.skip()?);
            }
            "frame" | "custom-shape" => {
                let words = clean::words(&xml.skip()?);
                self.aside.boxes += words;
                self.aside.images += u32::from(words == 0);
            }
            "forms" | "sequence-decls" | "ruby-text" => drop(xml.skip()?),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "text" => self.text = self.text.saturating_sub(1),
            "p" | "h" if self.open > 0 => {
                self.open -= 1;
                self.end_paragraph(name == "h");
            }
            "list-item" | "list-header" => self.items = self.items.saturating_sub(1),
            "table-cell" => self.cells = self.cells.saturating_sub(1),
            "table" => self.paragraphs.gap(),
            _ => {}
        }
    }

    /// A numbered heading is no item of a list.
    fn end_paragraph(&mut self, heading: bool) {
        let kind = if self.cells > 0 {
            Kind::Cell
        } else if self.items > 0 && !heading {
            Kind::Item
        } else {
            Kind::Body
        };
        let basis = match self.style.as_str() {
            "Title" => Some(TITLE_STYLE),
            "Heading_20_1" => Some("the first heading"),
            _ => None,
        };
        let text = self.paragraphs.end(kind);
        if let (Some(basis), None, Some(text)) = (basis, &self.title, text) {
            self.title = Some((text.to_owned(), basis));
        }
    }
}
