//! Word's documents (ECMA-376, WordprocessingML). Of tracked changes the text is taken as it would be if all were accepted;
//! notes, headers, comments and what was deleted are counted and left out.

use super::xml::{self, Element, Step, Xml};
use super::zip::Package;
use super::{Aside, Document};
use crate::clean;
use crate::imported::{Format, Imported, Understood};
use crate::paragraphs::{Kind, Paragraphs};
use crate::trouble::{self, Trouble};

/// Reads a document.
pub(crate) fn open(package: &mut Package<'_>) -> Result<Imported, Trouble> {
    let main = main_part(package)?;
    let text = package
        .part(&main)?
        .ok_or_else(|| trouble::damaged("Word document"))?;
    let mut body = Body::default();
    body.read(&text)?;
    let mut aside = body.aside;
    let mut count = |starts: &[&str]| -> Result<u32, Trouble> {
        let mut words = 0_u32;
        let names: Vec<String> = starts
            .iter()
            .flat_map(|start| package.parts(start))
            .collect();
        for name in names {
            let part = package.part(&name)?.unwrap_or_default();
            words = words.saturating_add(xml::words(&part, Some("p"))?);
        }
        Ok(words)
    };
    aside.footnotes = count(&["word/footnotes", "word/endnotes"])?;
    aside.headers = count(&["word/header", "word/footer"])?;
    aside.comments = count(&["word/comments.xml"])?;
    let document = Document {
        format: Format::Docx,
        text: body.paragraphs.finish(),
        title: body.title,
        aside,
    };
    let properties = package.part("docProps/core.xml")?.unwrap_or_default();
    document.article(&properties, "created", || default_language(package))
}

/// The part that is the document itself. It has this name in nearly every file, but the relations have the last word.
fn main_part(package: &mut Package<'_>) -> Result<String, Trouble> {
    const USUAL: &str = "word/document.xml";
    if package.has(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let relations = package.part("_rels/.rels")?.unwrap_or_default();
    let mut xml = Xml::new(&relations);
    while let Some(step) = xml.next()? {
        if let Step::Start(element) = step {
            let kind = element.attribute("Type").unwrap_or_default();
            if kind.ends_with("/officeDocument") {
                let target = element.attribute("Target").unwrap_or_default();
                return Ok(target.trim_start_matches('/').to_owned());
            }
        }
    }
    Err(trouble::damaged("Word document"))
}

/// The language of the document's own default style.
fn default_language(package: &mut Package<'_>) -> Option<Understood> {
    let styles = package.part("word/styles.xml").ok()??;
    let mut xml = Xml::new(&styles);
    while let Ok(Some(step)) = xml.next() {
        if let Step::Start(element) = step
            && element.name() == "lang"
        {
            return Understood::language(
                &element.attribute("val")?,
                "the document's default style",
            );
        }
    }
    None
}

/// The document's body, as it is read.
#[derive(Default)]
struct Body {
    paragraphs: Paragraphs,
    aside: Aside,
    title: Option<(String, &'static str)>,
    style: String,
    list: bool,
    cells: usize,
    hidden: bool,
    in_text: bool,
    in_title: bool,
}

impl Body {
    fn read(&mut self, text: &str) -> Result<(), Trouble> {
        let mut xml = Xml::new(text);
        while let Some(step) = xml.next()? {
            match step {
                Step::Start(element) => self.start(&element, &mut xml)?,
                Step::End(name) => self.end(&name),
                Step::Text(text) if self.in_text && self.hidden => {
                    self.aside.hidden += clean::words(&text)
                }
                Step::Text(text) if self.in_text => {
                    self.paragraphs.push_raw(&text.replace(['\n', '\r'], " "))
                }
                Step::Text(_) => {}
            }
            if self.paragraphs.is_too_long() {
                return Err(trouble::bomb("Word document"));
            }
        }
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), Trouble> {
        let name = element.name();
        match name.as_str() {
            "p" => {
                self.style.clear();
                self.list = false;
            }
            "r" => self.hidden = false,
            "t" => self.in_text = true,
            "tab" if !self.in_properties(element) => self.paragraphs.push_raw("\t"),
            "br" if element.attribute("type").is_some_and(|kind| kind == "page") => {
                self.end_paragraph()
            }
            "br" | "cr" => self.paragraphs.line_break(),
            "noBreakHyphen" => self.paragraphs.push_raw("\u{2011}"),
            "softHyphen" => self.paragraphs.push_raw("\u{ad}"),
            "pStyle" => self.style = element.attribute("val").unwrap_or_default(),
            "numId" => self.list = element.attribute("val").is_some_and(|id| id != "0"),
            "vanish" => {
                self.hidden = element
                    .attribute("val")
                    .is_none_or(|val| !matches!(val.as_str(), "0" | "false"))
            }
            "tbl" => self.paragraphs.gap(),
            "tc" => self.cells += 1,
            "docPart" | "docPartGallery"
                if element
                    .attribute("val")
                    .is_some_and(|val| val == "Table of Contents") =>
            {
                self.in_title = true;
            }
            "sdtContent" if std::mem::take(&mut self.in_title) => {
                self.aside.contents += clean::words(&xml.skip()?)
            }
            "drawing" | "pict" | "object" => self.picture(xml)?,
            // What stands in both forms, for programs new and old, is read once.
            "Fallback" => drop(xml.skip()?),
            "del" | "moveFrom" => {
                let text = xml.skip()?;
                self.aside.deleted += clean::words(&text);
            }
            _ => {}
        }
        Ok(())
    }

    /// A tab stop in a paragraph's properties has the name of a tab in its text, and a position.
    fn in_properties(&self, element: &Element<'_>) -> bool {
        element.attribute("pos").is_some()
    }

    /// A picture, or a box of text.
    fn picture(&mut self, xml: &mut Xml<'_>) -> Result<(), Trouble> {
        let words = clean::words(&xml.skip()?);
        if words > 0 {
            self.aside.boxes += words;
        } else {
            self.aside.images += 1;
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tc" => self.cells = self.cells.saturating_sub(1),
            "tbl" => self.paragraphs.gap(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let style = self.style.to_ascii_lowercase();
        // A numbered heading is no item of a list.
        let list = self.list && !style.starts_with("heading");
        let kind = match (self.cells > 0, list) {
            (true, _) => Kind::Cell,
            (false, true) => Kind::Item,
            (false, false) => Kind::Body,
        };
        let basis = match style.as_str() {
            "title" => Some("the paragraph in the style “Title”"),
            "heading1" | "heading 1" => Some("the first heading"),
            _ => None,
        };
        let text = self.paragraphs.end(kind);
        if let (Some(basis), None, Some(text)) = (basis, &self.title, text) {
            self.title = Some((text.to_owned(), basis));
        }
    }
}
