//! The types of input and output: plain data that a worker can send to the page. Without the feature `read`, the crate has
//! only these types and no readers; the page uses it so.

use serde::{Deserialize, Serialize};

/// One file, as the reader gave it.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its name, with its extension. Only the extension is looked at.
    pub name: &'a str,
    /// All of its bytes.
    pub bytes: &'a [u8],
    /// The media type that the browser gives, where it gives one.
    pub media_type: Option<&'a str>,
    /// The encoding that the reader chose, as a label of the Encoding Standard (WHATWG). `None`: to be found out.
    pub encoding: Option<&'a str>,
}

/// How an article came in.
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
    /// An article among data that programs exchange.
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

/// An article, as far as it was understood. Every text in it is plain: what looks like markup is meant as characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// How it came in.
    pub format: Format,
    /// The headline.
    pub title: Option<Understood>,
    /// Who published it.
    pub publisher: Option<Understood>,
    /// When, as `2026-03-14` where the day could be read, else in the source's own words.
    pub date: Option<Understood>,
    /// Where it was written.
    pub place: Option<Understood>,
    /// Where it was found: an address of http or https, nothing else.
    pub url: Option<Understood>,
    /// Its language, as a BCP 47 tag such as `en-GB`.
    pub language: Option<Understood>,
    /// The text: paragraphs with a blank line between them, LF alone, no control characters but LF and tab.
    pub text: String,
    /// How many words the text has, as Unicode counts them (UAX 29).
    pub words: u32,
    /// For what came as bytes of text: in which encoding it was read.
    pub encoding: Option<EncodingGuess>,
    /// What was seen and not taken.
    pub left_out: Vec<LeftOut>,
    /// Whole sentences that the reader should see.
    pub remarks: Vec<String>,
}

/// One of the articles in a file; in most files there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What it is called: the file's name, its path in an archive, a chapter's title.
    pub name: String,
    /// The article, or why there is none.
    pub read: Result<Imported, Trouble>,
}

/// A value, and where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// The value, in one line.
    pub value: String,
    /// Where it was read, in words: "the page's og:title".
    pub basis: String,
}

/// In which encoding a text was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingGuess {
    /// Its name in the Encoding Standard.
    pub label: String,
    /// Whether that is known (a mark at the file's start, well-formed UTF-8, a declaration, the reader's choice) or guessed.
    pub sure: bool,
}

/// Something that was seen and not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// What, in words: "navigation", "3 images".
    pub what: String,
    /// How many words it had. 0 where it had none, such as an image.
    pub words: u32,
}

/// Why there is no article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// Which of the known ways it is.
    pub kind: TroubleKind,
    /// One sentence: what is wrong.
    pub what: String,
    /// What would help.
    pub remedy: String,
}

/// The known ways to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TroubleKind {
    /// No bytes, or nothing pasted.
    Empty,
    /// Nothing but white space.
    Blank,
    /// More bytes than are read.
    TooLarge,
    /// Locked with a password.
    Password,
    /// A PDF of pictures.
    NoTextLayer,
    /// A PDF whose letters say nothing of what they are.
    UnknownLetters,
    /// A file of another kind: an image, a spreadsheet.
    OtherType,
    /// Bytes that are no text, of no known kind.
    Binary,
    /// A document that breaks its own format's rules.
    Damaged,
    /// Unpacks to more than any document has.
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

/// What stands beside articles in folders and archives and is none by its name: what a browser saves along with a page, and
/// what systems put there for themselves.
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
