//! Reads PDFs, which have no running text, only letters at positions. hayro-syntax reads objects and streams. This module
//! finds the letter for each code, joins letters into lines and lines into paragraphs.

mod content;
mod encoding;
mod font;
mod furniture;
mod glyph_names;
mod guard;
mod lines;
mod order;
mod paragraphs;
mod program;
mod standard;

use crate::bounds;
use crate::clean;
use crate::error::{self, ImportError};
use crate::field;
use crate::imported::{Format, Imported, LeftOut};
use content::Reader;
use hayro_syntax::object::{DateTime, Dict, Rect, String as PdfString};
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};
use lines::Line;

/// Reads a PDF's text layer.
pub(crate) fn open(bytes: &[u8]) -> Result<Imported, ImportError> {
    guard::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => error::password("PDF"),
        LoadPdfError::Invalid => error::damaged("PDF"),
    })?;
    let pages = pdf.pages();
    let mut reader = Reader::default();
    let mut lines: Vec<Line> = Vec::new();
    let mut turned = 0;
    for (number, page) in pages.iter().take(bounds::PDF_PAGES).enumerate() {
        let glyphs = reader.page(page);
        let (of_page, others) = lines::of_page(glyphs, number, seen(page));
        turned += others;
        lines.extend(of_page);
    }
    if reader.letters == 0 && reader.is_exhausted() {
        return Err(error::too_deep("PDF"));
    }
    if reader.letters == 0 {
        return Err(error::no_text_layer(pages.len()));
    }
    if reader.unknown * 10 > reader.letters * 3 {
        return Err(error::unknown_letters());
    }
    let (lines, furniture) = furniture::remove(lines);
    let largest = largest_line(&lines);
    let text = paragraphs::text(&lines);
    let mut imported =
        Imported::of(Format::Pdf, &text).map_err(|_| error::no_text_layer(pages.len()))?;
    let stated = pdf.metadata();
    let property =
        |value: &Option<Box<[u8]>>| encoding::document_text(value.as_deref().unwrap_or_default());
    imported.about.title = field::line(&property(&stated.title), "the document's properties")
        .filter(|title| !is_file_name(&title.value))
        .or_else(|| field::line(&largest?, "the largest line of the first page"));
    imported.about.date = stated
        .creation_date
        .and_then(|date| field::line(&day(&date), "the document's properties (when it was made)"));
    imported.about.language =
        language(&pdf).and_then(|tag| field::language(&tag, "the document's properties"));
    imported.left_out.extend(LeftOut::words(
        "page headers, footers and numbers",
        furniture,
    ));
    imported
        .left_out
        .extend(LeftOut::words("text set across the page", turned));
    imported
        .left_out
        .extend(LeftOut::count(reader.images, "image", "images"));
    if reader.unknown > 0 {
        imported.remarks.push(format!(
            "{} of the PDF's {} letters do not say what they are and are missing.",
            reader.unknown, reader.letters
        ));
    }
    if pages.len() > bounds::PDF_PAGES {
        imported.remarks.push(format!(
            "Only the first {} of {} pages were read.",
            bounds::PDF_PAGES,
            pages.len()
        ));
    }
    if reader.is_exhausted() {
        imported
            .remarks
            .push("The PDF is so large that it was not read to its end.".to_owned());
    }
    Ok(imported)
}

/// What a reader sees of a page.
fn seen(page: &Page<'_>) -> Rect {
    let area = page.intersected_crop_box();
    if area.width() > 1.0 && area.height() > 1.0 {
        area
    } else {
        page.media_box()
    }
}

fn day(date: &DateTime) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// Whether a title is a file's name or address, which programs that print write as the title.
fn is_file_name(title: &str) -> bool {
    let title = title.to_ascii_lowercase();
    let ends = [
        ".doc", ".docx", ".odt", ".pdf", ".indd", ".qxd", ".html", ".txt", ".rtf",
    ];
    title == "untitled"
        || title.starts_with("microsoft word - ")
        || ends.iter().any(|end| title.ends_with(end))
}

fn language(pdf: &Pdf) -> Option<String> {
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let tag: PdfString<'_> = root.get("Lang")?;
    Some(encoding::document_text(tag.as_bytes()))
}

/// The first page's largest text, if it stands out from the rest and is no longer than a headline.
fn largest_line(lines: &[Line]) -> Option<String> {
    let first = || lines.iter().filter(|line| line.page == 0);
    let size = first().map(|line| line.size).fold(0.0, f64::max);
    let body = lines.iter().map(|line| line.size).fold(f64::MAX, f64::min);
    let headline: Vec<&str> = first()
        .filter(|line| line.size >= size * 0.97)
        .map(|line| line.text.as_str())
        .collect();
    let headline = headline.join(" ");
    (size > body * 1.1 && clean::words(&headline) <= 40).then_some(headline)
}
