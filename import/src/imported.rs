//! What goes in and what comes out: plain data, so that it crosses from a worker to the page. Who takes the crate without
//! its feature `read` has these types and nothing that reads, as the page does.

#[cfg(feature = "read")]
use crate::{clean, day, trouble};
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
}

#[cfg(feature = "read")]
impl Understood {
    /// One line of at most 300 characters, or nothing where nothing is left of it.
    pub(crate) fn new(value: &str, basis: &str) -> Option<Self> {
        let value = clean::line(value);
        (!value.is_empty()).then(|| Self {
            value,
            basis: basis.to_owned(),
        })
    }

    /// A day, as `2026-03-14` where it can be read.
    pub(crate) fn day(value: &str, basis: &str) -> Option<Self> {
        let day = day::stated(value, day::Order::Unknown);
        Self::new(day.as_deref().unwrap_or(value), basis)
    }

    /// An address, if it is one of http or https.
    pub(crate) fn address(value: &str, basis: &str) -> Option<Self> {
        let value = value.trim();
        let web = ["https://", "http://"].iter().any(|scheme| {
            value
                .get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        let whole = !value.contains(|c: char| c.is_whitespace() || c.is_control());
        (web && whole && value.len() <= 2000).then(|| Self {
            value: value.to_owned(),
            basis: basis.to_owned(),
        })
    }

    /// A language tag: letters and digits in groups of at most eight, by hyphens.
    pub(crate) fn language(value: &str, basis: &str) -> Option<Self> {
        let tag = value.trim().replace('_', "-");
        let sound = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let is_tag =
            tag.split('-').all(sound) && tag.bytes().take(2).all(|b| b.is_ascii_alphabetic());
        (is_tag && (2..=35).contains(&tag.len())).then(|| Self {
            value: tag,
            basis: basis.to_owned(),
        })
    }
}

#[cfg(feature = "read")]
impl LeftOut {
    /// For texts: nothing where they had no word.
    pub(crate) fn words(what: &str, words: u32) -> Option<Self> {
        (words > 0).then(|| Self {
            what: what.to_owned(),
            words,
        })
    }

    /// For things that are counted: "3 images", or nothing where there were none.
    pub(crate) fn count(count: u32, one: &str, many: &str) -> Option<Self> {
        let what = match count {
            0 => return None,
            1 => format!("1 {one}"),
            _ => format!("{count} {many}"),
        };
        Some(Self { what, words: 0 })
    }
}

#[cfg(feature = "read")]
impl Imported {
    /// An article of this text, cleaned and counted, with nothing known of it yet.
    ///
    /// # Errors
    /// Where nothing is left to read.
    pub(crate) fn of(format: Format, text: &str) -> Result<Self, Trouble> {
        let text = clean::text(text);
        if !text.chars().any(clean::is_visible) {
            return Err(trouble::blank(format));
        }
        let words = clean::words(&text);
        Ok(Self {
            format,
            title: None,
            publisher: None,
            date: None,
            url: None,
            language: None,
            text,
            words,
            encoding: None,
            left_out: Vec::new(),
            remarks: Vec::new(),
        })
    }
}
