//! Documents of office programs. DOCX, ODT and e-books are archives of XML parts, and the parts show which format it
//! is. RTF is one text.

mod boxes;
mod docx;
mod draft;
mod epub;
mod odt;
pub(crate) mod rtf;
mod styles;
mod xml;
mod zip;

use crate::error::{self, ImportError, Other};
use crate::field;
use crate::held::Held;
use crate::html;
use crate::imported::{File, Format, ImportErrorKind, Imported, LeftOut, Piece, is_beside};
use crate::{bounds, clean, plain, sniff};
use crossread_article::Stated;
use zip::Package;

/// Opens a document, or says what else the package is. `extension`: the extension of its name, which distinguishes
/// the formats of Apple's programs.
pub(crate) fn open(bytes: &[u8], extension: &str) -> Result<Imported, ImportError> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(error::password("Office document"));
    }
    let mut package = Package::read(bytes)?;
    match kind(&mut package) {
        Kind::Docx => docx::open(&mut package),
        Kind::Odt => odt::open(&mut package),
        Kind::Book => Err(error::other(sniff::EPUB)),
        Kind::Archive => Err(error::other(sniff::ZIP)),
        Kind::IWork => Err(error::other(match extension {
            "pages" => sniff::PAGES,
            "numbers" => sniff::NUMBERS,
            "key" => sniff::KEYNOTE,
            _ => sniff::IWORK,
        })),
        Kind::Other(other) => Err(error::other(other)),
    }
}

/// Everything in an e-book or an archive of files. `None` for any other package.
pub(crate) fn held(bytes: &[u8]) -> Result<Option<Held>, ImportError> {
    if !bytes.starts_with(b"PK") {
        return Ok(None);
    }
    let mut package = Package::read(bytes)?;
    match kind(&mut package) {
        Kind::Book => Ok(Some(Held {
            what: "an e-book (EPUB)",
            many: "chapters",
            pieces: epub::chapters(&mut package)?,
        })),
        Kind::Archive => {
            let pieces = files(&mut package)?;
            Ok((!pieces.is_empty()).then_some(Held {
                what: "an archive (ZIP)",
                many: "files",
                pieces,
            }))
        }
        _ => Ok(None),
    }
}

/// What a package is.
enum Kind {
    Docx,
    Odt,
    Book,
    IWork,
    Archive,
    Other(Other),
}

fn kind(package: &mut Package<'_>) -> Kind {
    const IWORK: [&str; 5] = [
        "Index/Document.iwa",
        "index.apxl",
        "index.xml",
        "index.xml.gz",
        "Index.zip",
    ];
    if package.has("word/") && package.has("[Content_Types].xml") {
        return Kind::Docx;
    }
    let kind = package.text_start("mimetype").unwrap_or_default();
    let opendocument =
        |what: &str| kind.starts_with(&format!("application/vnd.oasis.opendocument.{what}"));
    if opendocument("text")
        || (kind.is_empty() && package.has("content.xml") && package.has("META-INF/manifest.xml"))
    {
        Kind::Odt
    } else if opendocument("spreadsheet") || package.has("xl/workbook.xml") {
        Kind::Other(sniff::SPREADSHEET)
    } else if opendocument("presentation") || package.has("ppt/presentation.xml") {
        Kind::Other(sniff::PRESENTATION)
    } else if opendocument("") {
        Kind::Other(sniff::DRAWING)
    } else if kind.starts_with("application/epub") || package.has("META-INF/container.xml") {
        Kind::Book
    } else if IWORK.iter().any(|part| package.has(part)) {
        Kind::IWork
    } else if package.has("word/") {
        Kind::Docx
    } else {
        Kind::Archive
    }
}

/// The files of an archive, each read on its own. Files that accompany an article, such as a page's pictures and scripts,
/// are skipped.
fn files(package: &mut Package<'_>) -> Result<Vec<Piece>, ImportError> {
    let mut pieces = Vec::new();
    let mut letters = 0;
    for name in package.names() {
        if name.ends_with('/') || is_beside(&name) {
            continue;
        }
        let read = match package.bytes(&name) {
            Ok(Some(bytes)) if bytes.is_empty() => continue,
            Ok(bytes) => crate::open_alone(File {
                name: &name,
                bytes: &bytes.unwrap_or_default(),
                media_type: None,
                encoding: None,
            }),
            Err(trouble) if trouble.kind == ImportErrorKind::Bomb => return Err(trouble),
            Err(trouble) => Err(trouble),
        };
        letters += read.as_ref().map_or(0, |read| read.text.len());
        if letters > bounds::TEXT_OUT {
            return Err(error::bomb("archive"));
        }
        pieces.push(Piece { name, read });
        if pieces.len() >= bounds::PIECES {
            break;
        }
    }
    Ok(pieces)
}

/// The basis of a title that has the style for titles.
const TITLE_STYLE: &str = "the paragraph in the style “Title”";

/// A document as it was read.
struct Document {
    format: Format,
    text: String,
    /// The title in its text, and its basis.
    title: draft::Shown,
    aside: Aside,
}

/// What a document's properties say about it. Empty if they say nothing.
#[derive(Debug, Default)]
struct Properties {
    title: String,
    /// When it was made.
    made: String,
    language: String,
}

impl Properties {
    /// Reads the part with the properties. `made`: the name of the property for the day on which the document was made.
    fn read(part: &str, made: &str) -> Self {
        let property = |name: &str| {
            let found = xml::first(part, name).ok().flatten();
            found.unwrap_or_default()
        };
        Self {
            title: property("title"),
            made: property(made),
            language: property("language"),
        }
    }
}

impl Document {
    /// The article, with what the document's properties say about it. `language`: the language of its styles, used if the
    /// properties have none.
    ///
    /// # Errors
    /// If there is no text in it.
    fn article(
        self,
        properties: Properties,
        language: impl FnOnce() -> Option<Stated>,
    ) -> Result<Imported, ImportError> {
        const BASIS: &str = "the document's properties";
        let mut imported = Imported::of(self.format, &self.text)?;
        let stated = field::line(&properties.title, BASIS);
        let shown = self
            .title
            .and_then(|(text, basis)| field::line(&text, basis));
        // Properties often remain from an earlier text. So a title in the text counts more than the property, and the
        // property counts more than the first heading only if it is also in the text. If no word of it is in the text, it
        // counts only if there is nothing else. In scripts that do not part words, that cannot be told.
        let is_styled = shown
            .as_ref()
            .is_some_and(|title| title.basis == TITLE_STYLE);
        let stands = stated
            .as_ref()
            .is_some_and(|title| clean::line_of_any_length(&imported.text).contains(&title.value));
        let is_stale = stated.as_ref().is_some_and(|title| {
            !stands
                && !title.value.chars().any(plain::is_cjk)
                && !html::shares_word(&title.value, &imported.text)
        });
        imported.about.title = if is_styled || (shown.is_some() && !stands) {
            shown
        } else {
            stated.clone().filter(|_| !is_stale)
        };
        if imported.about.title.is_none() {
            plain::take_head(&mut imported);
        }
        imported.about.title = imported.about.title.or(stated);
        let made = || {
            field::day(
                &properties.made,
                "the document's properties (when it was made)",
            )
        };
        imported.about.date = imported.about.date.or_else(made);
        imported.about.language = field::language(&properties.language, BASIS).or_else(language);
        imported.left_out.extend(self.aside.left_out());
        Ok(imported)
    }
}

/// What was found in a document and left out of its text, in words.
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
    /// Adds what was found in a part of the document.
    fn add(&mut self, part: &Aside) {
        self.images += part.images;
        self.footnotes += part.footnotes;
        self.headers += part.headers;
        self.comments += part.comments;
        self.deleted += part.deleted;
        self.hidden += part.hidden;
        self.boxes += part.boxes;
        self.contents += part.contents;
    }

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
