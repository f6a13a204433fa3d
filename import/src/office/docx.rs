//! Reads Word's documents (ECMA-376, WordprocessingML). Tracked changes are read as if all were accepted. Notes, headers,
//! comments and deleted text are counted and left out.

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

/// Reads a document.
pub(crate) fn open(package: &mut Package<'_>) -> Result<Imported, ImportError> {
    let main = main_part(package)?;
    let text = package
        .part(&main)?
        .ok_or_else(|| error::damaged("Word document"))?;
    let (styles, language) = styles(&package.part("word/styles.xml")?.unwrap_or_default());
    let mut body = Body {
        styles,
        ..Body::default()
    };
    body.read(&mut Xml::new(&text), 0)?;
    let (title, text, mut aside) = body.draft.finish();
    let mut count = |starts: &[&str]| -> Result<u32, ImportError> {
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
        text,
        title,
        aside,
    };
    let properties = package.part("docProps/core.xml")?.unwrap_or_default();
    let properties = Properties::read(&properties, "created");
    document.article(properties, || {
        field::language(&language?, "the document's default style")
    })
}

/// The part that is the document itself. It has this name in nearly every file, but the package's relations decide.
fn main_part(package: &mut Package<'_>) -> Result<String, ImportError> {
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
    Err(error::damaged("Word document"))
}

/// The document's styles, and the language of its default style. Word writes ids in the user's language, but the names of built-in
/// styles always in English.
fn styles(part: &str) -> (Styles, Option<String>) {
    let mut styles = Styles::default();
    let mut language = None;
    let mut xml = Xml::new(part);
    let mut id = String::new();
    while let Ok(Some(step)) = xml.next() {
        let Step::Start(element) = step else { continue };
        let value = || element.attribute("val").unwrap_or_default();
        match element.name().as_str() {
            "style" => id = element.attribute("styleId").unwrap_or_default(),
            "name" => styles.name(&id, &value()),
            "basedOn" => styles.base(&id, &value()),
            "lang" => language = language.or_else(|| element.attribute("val")),
            _ => {}
        }
    }
    (styles, language)
}

/// A field, whose result was written into the document by the program that worked it out.
#[derive(Default)]
struct Field {
    instruction: String,
    /// Whether the result has begun.
    result: bool,
}

impl Field {
    /// Whether it makes a table of contents.
    fn is_contents(&self) -> bool {
        self.instruction.trim_start().starts_with("TOC")
    }
}

/// The document's body, as it is read.
#[derive(Default)]
struct Body {
    styles: Styles,
    draft: Draft,
    style: String,
    list: bool,
    cells: usize,
    hidden: bool,
    in_text: bool,
    in_title: bool,
    /// Whether this is inside a paragraph's properties, and whether the next paragraph continues this one.
    in_properties: bool,
    goes_on: bool,
    /// The open fields.
    fields: Vec<Field>,
    in_instruction: bool,
}

impl Body {
    /// Reads everything inside an element of this level.
    fn read(&mut self, xml: &mut Xml<'_>, level: usize) -> Result<(), ImportError> {
        while let Some(step) = xml.next_within(level)? {
            match step {
                Step::Start(element) => self.start(&element, xml)?,
                Step::End(name) => self.end(&name),
                Step::Text(text) if self.in_instruction => {
                    if let Some(field) = self.fields.last_mut() {
                        field.instruction.push_str(&text);
                    }
                }
                Step::Text(text) if self.in_text && self.fields.iter().any(Field::is_contents) => {
                    self.draft.aside.contents += clean::words(&text)
                }
                Step::Text(_) if self.is_part_of_instruction() => {}
                Step::Text(text) if self.in_text && self.hidden => {
                    self.draft.aside.hidden += clean::words(&text)
                }
                Step::Text(text) if self.in_text => self
                    .draft
                    .paragraphs
                    .push_raw(&text.replace(['\n', '\r'], " ")),
                Step::Text(_) => {}
            }
            if self.draft.paragraphs.is_too_long() {
                return Err(error::bomb("Word document"));
            }
        }
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let name = element.name();
        match name.as_str() {
            "p" => {
                self.style.clear();
                self.list = false;
            }
            "pPr" => self.in_properties = true,
            "del" | "moveFrom" if self.in_properties => {
                // The mark that ends this paragraph is deleted.
                self.goes_on = true;
                drop(xml.skip()?);
            }
            "framePr"
                if element
                    .attribute("dropCap")
                    .is_some_and(|cap| cap != "none") =>
            {
                self.goes_on = true
            }
            "fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") if self.fields.len() < 100 => self.fields.push(Field::default()),
                Some("separate") => self.begin_result(),
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            "instrText" => self.in_instruction = true,
            "fldSimple" => self.fields.push(Field {
                instruction: element.attribute("instr").unwrap_or_default(),
                result: true,
            }),
            // What a paragraph or its letters were like before a tracked change.
            "pPrChange" | "rPrChange" => drop(xml.skip()?),
            // A reading aid above a word.
            "rt" => drop(xml.skip()?),
            "r" => self.hidden = false,
            "t" => self.in_text = true,
            "tab" if !self.is_tab_stop(element) => self.draft.paragraphs.push_raw("\t"),
            "br" if element.attribute("type").is_some_and(|kind| kind == "page") => {
                self.end_paragraph()
            }
            "br" | "cr" => self.draft.paragraphs.line_break(),
            "noBreakHyphen" => self.draft.paragraphs.push_raw("\u{2011}"),
            "softHyphen" => self.draft.paragraphs.push_raw("\u{ad}"),
            "pStyle" => self.style = element.attribute("val").unwrap_or_default(),
            "numId" => self.list = element.attribute("val").is_some_and(|id| id != "0"),
            "vanish" => {
                self.hidden = element
                    .attribute("val")
                    .is_none_or(|val| !matches!(val.as_str(), "0" | "false"))
            }
            "tbl" => self.draft.paragraphs.gap(),
            "tc" => self.cells += 1,
            "docPart" | "docPartGallery"
                if element
                    .attribute("val")
                    .is_some_and(|val| val == "Table of Contents") =>
            {
                self.in_title = true;
            }
            "sdtContent" if std::mem::take(&mut self.in_title) => {
                self.draft.aside.contents += clean::words(&xml.skip()?)
            }
            "drawing" | "pict" | "object" => self.picture(xml)?,
            // Content that is there in two forms, for new and for old programs, is read only once.
            "Fallback" => drop(xml.skip()?),
            "del" | "moveFrom" => {
                let text = xml.skip()?;
                self.draft.aside.deleted += clean::words(&text);
            }
            _ => {}
        }
        Ok(())
    }

    /// A tab stop in a paragraph's properties has the same element name as a tab in the text, but has a position.
    fn is_tab_stop(&self, element: &Element<'_>) -> bool {
        element.attribute("pos").is_some()
    }

    /// A picture, or boxes of text.
    fn picture(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let level = xml.level();
        let mut is_picture = true;
        while let Some(step) = xml.next_within(level)? {
            let Step::Start(element) = step else { continue };
            match element.name().as_str() {
                "txbxContent" => {
                    is_picture = false;
                    self.text_box(xml)?;
                }
                "Fallback" => drop(xml.skip()?),
                _ => {}
            }
        }
        self.draft.aside.images += u32::from(is_picture);
        Ok(())
    }

    /// A box is read as a document of its own.
    fn text_box(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let mut inside = Body {
            styles: std::mem::take(&mut self.styles),
            ..Body::default()
        };
        let level = xml.level();
        inside.read(xml, level)?;
        self.styles = std::mem::take(&mut inside.styles);
        self.draft.add_box(inside.draft);
        Ok(())
    }

    /// Whether this is the result of a field that another field's instruction has in it.
    fn is_part_of_instruction(&self) -> bool {
        let outer = self.fields.split_last().map_or(&[][..], |(_, outer)| outer);
        outer.iter().any(|field| !field.result)
    }

    fn begin_result(&mut self) {
        if let Some(field) = self.fields.last_mut() {
            field.result = true;
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "pPr" => self.in_properties = false,
            "instrText" => self.in_instruction = false,
            "fldSimple" => drop(self.fields.pop()),
            "p" if std::mem::take(&mut self.goes_on) => {}
            "p" => self.end_paragraph(),
            "tc" => self.cells = self.cells.saturating_sub(1),
            "tbl" => self.draft.paragraphs.gap(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        // No instruction is longer than a paragraph.
        self.begin_result();
        let style = self.styles.of(&self.style);
        // A numbered heading is not an item of a list.
        let list = self.list && !style.starts_with("heading");
        let kind = match (self.cells > 0, list) {
            (true, _) => Kind::Cell,
            (false, true) => Kind::Item,
            (false, false) => Kind::Body,
        };
        let heading = Heading::of_style(&style);
        self.draft.end_paragraph(kind, heading);
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Xml};

    fn read(body: &str) -> Body {
        let style = |id: &str, name: &str, base: &str| {
            format!(
                "<w:style w:styleId='{id}'><w:name w:val='{name}'/><w:basedOn w:val='{base}'/></w:style>"
            )
        };
        let styles = [
            style("Standard", "Normal", ""),
            style("Titel", "Title", "Standard"),
            style("berschrift1", "heading 1", "Standard"),
        ];
        let mut read = Body {
            styles: super::styles(&format!("<w:styles>{}</w:styles>", styles.concat())).0,
            ..Body::default()
        };
        let body = format!("<w:body xmlns:w='w'>{body}</w:body>");
        read.read(&mut Xml::new(&body), 0).expect("sound XML");
        read
    }

    fn paragraph(properties: &str, text: &str) -> String {
        format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    #[test]
    fn styles_are_known_by_name_in_any_language() {
        let heading = paragraph("<w:pStyle w:val='berschrift1'/>", "Der Beschluss");
        let title = paragraph("<w:pStyle w:val='Titel'/>", "Drehbrücke bleibt zu");
        let title_of = |body: &str| read(body).draft.finish().0.map(|(title, _)| title);
        assert_eq!(title_of(&heading).as_deref(), Some("Der Beschluss"));
        let both = [heading, title].concat();
        assert_eq!(title_of(&both).as_deref(), Some("Drehbrücke bleibt zu"));
    }

    #[test]
    fn paragraphs_go_on_behind_a_deleted_mark_and_a_drop_cap() {
        let text = |body: String| read(&body).draft.finish().1;
        let deleted = paragraph("<w:rPr><w:del w:id='1'/></w:rPr>", "The board ");
        assert_eq!(text(deleted + &paragraph("", "voted.")), "The board voted.");
        let cap = paragraph("<w:framePr w:dropCap='drop'/>", "D");
        assert_eq!(text(cap + &paragraph("", "rop cap")), "Drop cap");
    }

    #[test]
    fn boxes_are_read_once_and_pictures_counted() {
        let sidebar = "The bridge was built in 1906 and has been closed twice since.";
        let content = format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", sidebar));
        let place = "<wp:posOffset>1200</wp:posOffset>";
        let both = format!(
            "<w:p><w:r><w:t>The board voted</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{place}<wps:txbx>{content}\
             </wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>\
             </mc:AlternateContent></w:r><w:r><w:t> on Tuesday to close the bridge.</w:t></w:r></w:p>"
        );
        let picture =
            format!("<w:p><w:r><w:drawing>{place}<a:blip/></w:drawing><w:drawing/></w:r></w:p>");
        let last = paragraph("", "The works begin in May, said the mayor.");
        let (_, text, aside) = read(&[both, picture, last].concat()).draft.finish();
        assert_eq!(
            text,
            format!(
                "The board voted on Tuesday to close the bridge.\n\n{sidebar}\n\nThe works begin in May, said the mayor."
            )
        );
        assert_eq!((aside.images, aside.boxes), (2, 0));
    }

    #[test]
    fn a_table_of_contents_by_a_field_is_left_out() {
        let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
        let body = format!(
            "<w:p>{}<w:r><w:instrText> TOC \\o \"1-3\"</w:instrText></w:r>{}<w:r><w:t>The vote 3</w:t></w:r></w:p>\
             <w:p><w:r><w:t>The works 4</w:t></w:r>{}</w:p>{}",
            field("begin"),
            field("separate"),
            field("end"),
            paragraph("", "The board voted.")
        );
        let read = read(&body);
        assert_eq!(read.draft.aside.contents, 6);
        assert_eq!(read.draft.finish().1, "The board voted.");
    }
}
