//! Turns what a reader pastes or opens into an article: bytes in, plain data out.
//!
//! Every function is total and uses no files, no browser and no clock. So it can run in a worker of the page, in a test or
//! in a command. Input that cannot be read gives an [`ImportError`]: one sentence says what is wrong, another what would
//! help.
//!
//! | module | what it does |
//! |---|---|
//! | `sniff` | the format of a file, by its first bytes |
//! | `decode` | bytes to characters |
//! | `clean` | characters to the text that Crossread keeps |
//! | `day` | dates, as pages and mails write them |
//! | `plain`, `markdown`, `html`, `office`, `pdf`, `mail`, `subtitles`, `feed` | one format each; `office` has RTF and e-books too |
//! | `several`, `held` | files that hold several articles |
//! | `message` | the parts of mails, and of web pages that a browser saved as one file |
//! | `head` | the lines above an article, and its dateline |
//! | `error` | every error sentence |
//!
//! Without the feature `read`, the crate has only the types, for programs that show what a worker has read, and the
//! function [`head`], for pasted plain text.
//!
//! ```
//! # #[cfg(feature = "read")] {
//! let file = crossread_import::File { name: "rain.txt", bytes: b"Rain at last\n\nIt rained.", media_type: None, encoding: None };
//! let article = crossread_import::open(file).expect("a readable file");
//! assert_eq!(article.text, "Rain at last\n\nIt rained.");
//! assert_eq!(article.about.title.expect("a title").value, "Rain at last");
//! # }
//! ```
#![forbid(unsafe_code)]

#[cfg(feature = "read")]
mod bounds;
#[cfg(feature = "read")]
mod clean;
#[cfg_attr(
    not(feature = "read"),
    allow(
        dead_code,
        reason = "what stands in pages is read with the feature alone"
    )
)]
mod day;
#[cfg(feature = "read")]
mod decode;
#[cfg(feature = "read")]
mod error;
#[cfg(feature = "read")]
mod feed;
#[cfg(feature = "read")]
mod field;
mod head;
#[cfg(feature = "read")]
mod held;
#[cfg(feature = "read")]
mod html;
mod imported;
mod lower;
#[cfg(feature = "read")]
mod mail;
#[cfg(feature = "read")]
mod making;
#[cfg(feature = "read")]
mod markdown;
#[cfg(feature = "read")]
mod message;
#[cfg(feature = "read")]
mod office;
#[cfg(feature = "read")]
mod paragraphs;
#[cfg(feature = "read")]
mod pdf;
#[cfg(feature = "read")]
mod plain;
#[cfg(feature = "read")]
mod several;
#[cfg(feature = "read")]
mod sniff;
#[cfg(feature = "read")]
mod subtitles;

/// A value, and where it was found, in words: "the page's og:title".
pub use crossread_article::{About, Stated};
pub use head::{Head, head};
pub use imported::{
    EncodingGuess, File, Format, ImportError, ImportErrorKind, Imported, LeftOut, NOTED_IN_PAGE,
    Piece, is_beside,
};
#[cfg(feature = "read")]
use sniff::Real;

/// Reads one file. Its format is recognised by its content first and by its name second. A file that can hold several
/// articles (an archive, an e-book, a feed) is read if it has only one.
///
/// # Errors
/// An [`ImportError`] if it has no article, or more than one.
#[cfg(feature = "read")]
pub fn open(file: File<'_>) -> Result<Imported, ImportError> {
    bounds::any_file(file.bytes)?;
    match several::held(file)? {
        Some(held) => held.single(),
        None => open_alone(file),
    }
}

/// Reads every article of a file: the files of an archive, the chapters of an e-book, the items of a feed. Any other file is
/// one article, under the file's name.
///
/// # Errors
/// An [`ImportError`] if it has no article. The [`ImportError`] of a part is in that part.
#[cfg(feature = "read")]
pub fn open_all(file: File<'_>) -> Result<Vec<Piece>, ImportError> {
    bounds::any_file(file.bytes)?;
    if let Some(held) = several::held(file)? {
        return Ok(held.pieces);
    }
    Ok(vec![Piece {
        name: file.name.to_owned(),
        read: Ok(open_alone(file)?),
    }])
}

/// Reads a file that is one article. An archive inside it is not opened.
#[cfg(feature = "read")]
fn open_alone(file: File<'_>) -> Result<Imported, ImportError> {
    bounds::any_file(file.bytes)?;
    let name = sniff::extension(file.name);
    let mut imported = match sniff::real(file.bytes) {
        Real::Pdf => pdf::open(file.bytes),
        Real::Zip => office::open(file.bytes, &name),
        Real::Rtf => office::rtf::open(file.bytes),
        Real::Other(other) => Err(error::other(other)),
        Real::WebArchive => html::open_archive(file.bytes, file.encoding),
        Real::Mail => mail::open(file.bytes, file.encoding),
        Real::Binary => Err(error::binary()),
        Real::Text => open_text(file, &name),
    }?;
    if let Some(remark) = sniff::unfitting(&name, imported.format) {
        imported.remarks.insert(0, remark);
    }
    Ok(imported)
}

/// Reads the content of the clipboard: `plain` is its text, `html` its rich form, if any. Of rich text, the characters
/// and paragraphs are kept, but not the markup.
///
/// # Errors
/// An [`ImportError`] if there is nothing to read in it, or too much.
#[cfg(feature = "read")]
pub fn paste(plain: &str, html: Option<&str>) -> Result<Imported, ImportError> {
    bounds::text_like(plain.len().max(html.map_or(0, str::len)))?;
    if let Some(rich) = html.and_then(|html| html::paste(html, plain)) {
        return Ok(rich);
    }
    if plain.is_empty() {
        return Err(error::nothing_pasted());
    }
    plain::paste(plain)
}

/// Reads files that consist of characters: a saved page, Markdown, plain text.
#[cfg(feature = "read")]
fn open_text(file: File<'_>, extension: &str) -> Result<Imported, ImportError> {
    bounds::text_like(file.bytes.len())?;
    let declared = html::declared_encoding(file.bytes);
    let decoded = decode::decode(file.bytes, file.encoding, declared)?;
    let is = |media: &str| {
        file.media_type
            .is_some_and(|given| given.starts_with(media))
    };
    if let Some(other) = sniff::other_text(&decoded.text) {
        return Err(error::other(other));
    }
    if let Some(articles) = feed::articles(&decoded.text) {
        return held::Held::feed(articles?).single();
    }
    let says_html = matches!(extension, "html" | "htm" | "xhtml") || is("text/html");
    let says_markdown =
        matches!(extension, "md" | "markdown" | "mdown" | "mkd") || is("text/markdown");
    let mut imported = if sniff::is_html(&decoded.text) || (says_html && decoded.text.contains('<'))
    {
        html::open(&decoded.text)
    } else if says_markdown {
        markdown::open(&decoded.text)
    } else if subtitles::are(&decoded.text) {
        subtitles::open(&decoded.text)
    } else {
        plain::open(&decoded.text)
    }?;
    imported.remarks.extend(decoded.remark);
    imported.encoding = Some(decoded.guess);
    Ok(imported)
}
