//! The types of input and output: plain data that a worker can send to the page. Without the feature `read`, the crate has
//! only these types and no readers. The page uses it in this form.

use crossread_article::About;
use serde::{Deserialize, Serialize};

/// One file, as the reader gave it.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its name, with its extension. Only the extension is used.
    pub name: &'a str,
    /// All of its bytes.
    pub bytes: &'a [u8],
    /// The media type that the browser gives, if any.
    pub media_type: Option<&'a str>,
    /// The encoding that the reader chose, as a label of the Encoding Standard (WHATWG). `None`: detect it.
    pub encoding: Option<&'a str>,
}

/// The basis of an address that is only in the browser's note in a saved page about where it was saved from.
pub const NOTED_IN_PAGE: &str = "the browser's note in the saved page";

/// The format of an article's source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text in a file.
    Text,
    /// Markdown in a file.
    Markdown,
    /// A saved web page.
    Html,
    /// A document of Word, since 2007.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// A PDF with a text layer.
    Pdf,
    /// The clipboard's plain text.
    PastedText,
    /// The clipboard's rich text.
    PastedRich,
    /// An e-mail.
    Mail,
    /// Subtitles of a film or a talk.
    Subtitles,
    /// A document in Rich Text.
    Rtf,
    /// A chapter of an e-book.
    Epub,
    /// An article in JSON: a feed, or the data of a program.
    Feed,
}

impl Format {
    /// Its name in a sentence, with its article: "a web page (HTML)".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "plain text",
            Format::Markdown => "a Markdown text",
            Format::Html => "a web page (HTML)",
            Format::Docx => "a Word document (DOCX)",
            Format::Odt => "an OpenDocument text (ODT)",
            Format::Pdf => "a PDF",
            Format::PastedText | Format::PastedRich => "pasted text",
            Format::Mail => "an e-mail",
            Format::Subtitles => "subtitles (VTT or SRT)",
            Format::Rtf => "a Rich Text document (RTF)",
            Format::Epub => "a chapter of an e-book (EPUB)",
            Format::Feed => "an article in a data file (JSON)",
        }
    }
}

/// An article with the values that were understood. All texts in it are plain text: anything that looks like markup is
/// just characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The format of its source.
    pub format: Format,
    /// What it states of itself. A date is `2026-03-14` if it could be read, otherwise in the source's own words; an address is
    /// always http or https.
    pub about: About,
    /// The text: paragraphs with a blank line between them. Line ends are LF; there are no control characters but LF and tab.
    pub text: String,
    /// The number of words, by the rules of Unicode (UAX 29).
    pub words: u32,
    /// The encoding in which it was read, if the source was bytes of text.
    pub encoding: Option<EncodingGuess>,
    /// The parts that were left out.
    pub left_out: Vec<LeftOut>,
    /// Remarks for the reader, in whole sentences.
    pub remarks: Vec<String>,
}

/// One of the articles in a file. Most files have only one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its name: the file's name, its path in an archive, or a chapter's title.
    pub name: String,
    /// The article, or the reason why there is none.
    pub read: Result<Imported, ImportError>,
}

/// The encoding in which a text was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingGuess {
    /// Its name in the Encoding Standard.
    pub label: String,
    /// Whether it is known (a byte order mark, well-formed UTF-8, a declaration, the reader's choice) or guessed.
    pub sure: bool,
}

/// A part that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Its name: "navigation", "3 images".
    pub what: String,
    /// How many words it had. 0 if it had none, such as an image.
    pub words: u32,
}

/// The reason why there is no article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportError {
    /// The kind of failure.
    pub kind: ImportErrorKind,
    /// One sentence: what is wrong.
    pub what: String,
    /// What would help.
    pub remedy: String,
}

/// The kinds of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportErrorKind {
    /// No bytes, or nothing pasted.
    Empty,
    /// Nothing but white space.
    Blank,
    /// More bytes than the limit.
    TooLarge,
    /// Locked with a password.
    Password,
    /// A PDF of pictures.
    NoTextLayer,
    /// A PDF whose fonts do not say which letters they draw.
    UnknownLetters,
    /// A file of another kind: an image, a spreadsheet.
    OtherType,
    /// Bytes that are not text and of no known kind.
    Binary,
    /// A document that breaks its own format's rules.
    Damaged,
    /// Unpacks to more than any document needs.
    Bomb,
    /// Nested deeper than any document is, or built so that it grows while it is read.
    TooDeep,
    /// A web page without an article.
    NoArticle,
    /// The encoding that was asked for does not exist.
    UnknownEncoding,
    /// A file with several articles, where one was asked for.
    Several,
}

/// Whether a file in a folder or an archive is no article, by its name: files that a browser saves along with a page, and
/// files of the operating system.
#[must_use]
pub fn is_beside(path: &str) -> bool {
    const BESIDE: [&str; 36] = [
        "css", "js", "mjs", "map", "wasm", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif",
        "ico", "bmp", "tif", "tiff", "heic", "woff", "woff2", "ttf", "otf", "eot", "mp3", "m4a",
        "ogg", "wav", "mp4", "webm", "mov", "avi", "ini", "db", "lnk", "url", "webloc", "download",
    ];
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or_default();
    let hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    hidden(name) || parts.any(hidden) || BESIDE.iter().any(|known| end.eq_ignore_ascii_case(known))
}
