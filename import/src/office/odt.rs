//! Reads OpenDocument texts (ISO/IEC 26300). Notes, headers, comments and text deleted by tracked changes are counted and
//! left out.

use super::draft::{Draft, Heading};
use super::styles::Styles;
use super::xml::{self, Element, Step, Xml};
use super::zip::Package;
use super::{Document, Properties};
use crate::clean;
use crate::error::{self, ImportError};
use crate::field;
use crate::imported::{Format, Imported};
use crate::paragraphs::Kind;

const WHAT: &str = "OpenDocument text";
/// Elements of a note, a comment or a tracked change that say who wrote it and when.
const ABOUT: [&str; 5] = [
    "creator",
    "date",
    "date-string",
    "note-citation",
    "creator-initials",
];

/// Reads a document.
pub(crate) fn open(package: &mut Package<'_>) -> Result<Imported, ImportError> {
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") || package.has("encrypted-package") {
        return Err(error::password(WHAT));
    }
    let content = package
        .part("content.xml")?
        .ok_or_else(|| error::damaged(WHAT))?;
    let styles = package.part("styles.xml")?.unwrap_or_default();
    let mut body = Body::default();
    body.read(&mut Xml::new(&styles), 0)?;
    let language = body.language.clone();
    body.read(&mut Xml::new(&content), 0)?;
    let (title, text, mut aside) = body.draft.finish();
    for name in [
        "header",
        "footer",
        "header-first",
        "footer-first",
        "header-left",
        "footer-left",
    ] {
        aside.headers += xml::words(&styles, Some(name))?;
    }
    let document = Document {
        format: Format::Odt,
        text,
        title,
        aside,
    };
    let properties = package.part("meta.xml")?.unwrap_or_default();
    let properties = Properties::read(&properties, "creation-date");
    document.article(properties, || {
        field::language(&language, "the document's default style")
    })
}

/// The document's content, as it is read.
#[derive(Default)]
struct Body {
    styles: Styles,
    /// The language of the default style. Empty if it is not known.
    language: String,
    draft: Draft,
    style: String,
    /// Whether this is inside the text itself, and inside how many paragraphs, items and cells.
    text: usize,
    open: usize,
    items: usize,
    cells: usize,
}

impl Body {
    /// Reads everything inside an element of this level.
    fn read(&mut self, xml: &mut Xml<'_>, level: usize) -> Result<(), ImportError> {
        while let Some(step) = xml.next_within(level)? {
            match step {
                Step::Start(element) => self.start(&element, xml)?,
                Step::End(name) => self.end(&name),
                Step::Text(text) if self.open > 0 => self.draft.paragraphs.push(&text),
                Step::Text(_) => {}
            }
            if self.draft.paragraphs.is_too_long() {
                return Err(error::bomb(WHAT));
            }
        }
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let name = element.name();
        match name.as_str() {
            // Only the section of the document has this name.
            "text" => self.text += 1,
            // Letters of another size alone make a new style, without a name.
            "style" if self.text == 0 => {
                let value = |name: &str| element.attribute(name).unwrap_or_default();
                let (id, base) = (value("name"), value("parent-style-name"));
                self.styles.base(&id, &base);
            }
            "text-properties" if self.text == 0 && self.language.is_empty() => {
                let known = |name: &str| {
                    let value = element.attribute(name).unwrap_or_default();
                    Some(value).filter(|value| !value.is_empty() && value != "none")
                };
                if let Some(language) = known("language") {
                    self.language = match known("country") {
                        Some(country) => format!("{language}-{country}"),
                        None => language,
                    };
                }
            }
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
                self.draft
                    .paragraphs
                    .push_raw(&" ".repeat(usize::min(count, 100)));
            }
            "tab" => self.draft.paragraphs.push_raw("\t"),
            "line-break" => self.draft.paragraphs.line_break(),
            "list" if self.items == 0 => self.draft.paragraphs.gap(),
            "list-item" | "list-header" => self.items += 1,
            "table" => self.draft.paragraphs.gap(),
            "table-cell" => self.cells += 1,
            "note" => self.draft.aside.footnotes += clean::words(&xml.skip_without(&ABOUT)?),
            "annotation" => self.draft.aside.comments += clean::words(&xml.skip_without(&ABOUT)?),
            "tracked-changes" => {
                self.draft.aside.deleted += clean::words(&xml.skip_without(&ABOUT)?)
            }
            "table-of-content" | "bibliography" => self.contents(xml)?,
            _ if name.ends_with("-index") => self.contents(xml)?,
            "frame" | "custom-shape" => self.frame(xml)?,
            "forms" | "sequence-decls" | "ruby-text" => drop(xml.skip()?),
            _ => {}
        }
        Ok(())
    }

    /// A table of contents or another index.
    fn contents(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        self.draft.aside.contents += clean::words(&xml.skip()?);
        Ok(())
    }

    /// A picture, or a box of text, which is read as a document of its own.
    fn frame(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let mut inside = Body {
            styles: std::mem::take(&mut self.styles),
            text: 1,
            ..Body::default()
        };
        let level = xml.level();
        inside.read(xml, level)?;
        self.styles = std::mem::take(&mut inside.styles);
        let images = self.draft.aside.images;
        if !self.draft.add_box(inside.draft) {
            self.draft.aside.images = self.draft.aside.images.max(images + 1);
        }
        if self.open == 0 {
            self.draft.end_boxes();
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
            "table" => self.draft.paragraphs.gap(),
            _ => {}
        }
    }

    /// A numbered heading is not an item of a list.
    fn end_paragraph(&mut self, heading: bool) {
        let kind = if self.cells > 0 {
            Kind::Cell
        } else if self.items > 0 && !heading {
            Kind::Item
        } else {
            Kind::Body
        };
        let heading = Heading::of_style(&self.styles.of(&self.style));
        self.draft.end_paragraph(kind, heading);
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Xml};

    #[test]
    fn boxes_are_text_and_frames_of_pictures_are_counted() {
        let sidebar = "The bridge was built in 1906 and has been closed twice since.";
        let image = "<draw:frame><draw:image/><svg:title>A bridge over a wide river.</svg:title></draw:frame>";
        let content = format!(
            "<office:text><text:p>The board voted<draw:frame><draw:text-box><text:p>{sidebar}</text:p></draw:text-box></draw:frame> on \
             Tuesday to close the bridge.</text:p><text:p>{image}The works begin in May, said the mayor, and will last until the autumn of next year.</text:p><text:p><draw:frame>\
             <draw:text-box><text:p>{image}Illustration 1: the bridge as the last storm has left it.</text:p></draw:text-box></draw:frame>\
             </text:p></office:text>"
        );
        let mut body = Body::default();
        body.read(&mut Xml::new(&content), 0).expect("sound XML");
        let (_, text, aside) = body.draft.finish();
        assert_eq!(
            text,
            format!(
                "The board voted on Tuesday to close the bridge.\n\n{sidebar}\n\nThe works begin in May, said the mayor, and will last until the autumn of next year."
            )
        );
        assert_eq!((aside.images, aside.boxes), (2, 11));
    }

    #[test]
    fn a_title_by_its_style_counts_more_than_a_heading_before_it() {
        let content = "<office:text><text:h text:outline-level='1'>The vote</text:h>\
             <text:p text:style-name='Title'>Bridge stays shut</text:p><text:p>It rained.</text:p></office:text>";
        let mut body = Body::default();
        body.read(&mut Xml::new(content), 0).expect("sound XML");
        let title = body.draft.finish().0.expect("a title");
        assert_eq!(title.0, "Bridge stays shut");
    }
}
