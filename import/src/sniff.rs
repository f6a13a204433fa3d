//! Recognises the format of a file by its content. Names are often wrong, and so are the media types that browsers derive
//! from them. The first bytes of a file are seldom wrong.

use crate::error::Other;
use crate::imported::Format;
use crate::mail;

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Real {
    Pdf,
    /// A package: perhaps DOCX or ODT.
    Zip,
    /// A kind that is recognised but not read.
    Other(Other),
    /// A web page and everything that it shows, in one file (MHTML).
    WebArchive,
    /// An e-mail.
    Mail,
    /// A Rich Text document.
    Rtf,
    /// Characters, in whichever encoding.
    Text,
    /// None of these.
    Binary,
}

const IMAGE: &str = "If it shows a text, a program with text recognition (OCR) can read it; or find the article on the web and paste it.";
const SOUND: &str =
    "Crossread compares written texts. If there is a transcript, open or paste that.";
const ARCHIVE: &str = "Unpack it first, and open the files that are in it.";
const RESAVE: &str = "Open it in a word processor and save it as DOCX, ODT or plain text; or copy its text and paste it.";
const PASTE: &str = "Open it in the program that it belongs to, copy the text, and paste it here.";
const PROGRAM: &str = "Choose the file that has the article's text.";

const fn other(what: &'static str, remedy: &'static str) -> Other {
    Other { what, remedy }
}

/// For each kind: the place of its signature, the signature, and the name of the kind.
const SIGNATURES: &[(usize, &[u8], Other)] = &[
    (0, b"\x89PNG\r\n\x1a\n", other("a picture (PNG)", IMAGE)),
    (0, b"\xff\xd8\xff", other("a picture (JPEG)", IMAGE)),
    (0, b"GIF87a", other("a picture (GIF)", IMAGE)),
    (0, b"GIF89a", other("a picture (GIF)", IMAGE)),
    (0, b"II*\0", other("a picture (TIFF)", IMAGE)),
    (0, b"MM\0*", other("a picture (TIFF)", IMAGE)),
    (8, b"WEBP", other("a picture (WebP)", IMAGE)),
    (4, b"ftypheic", other("a picture (HEIC)", IMAGE)),
    (4, b"ftypheix", other("a picture (HEIC)", IMAGE)),
    (4, b"ftypmif1", other("a picture (HEIF)", IMAGE)),
    (4, b"ftypavif", other("a picture (AVIF)", IMAGE)),
    (0, b"8BPS", other("a picture (Photoshop)", IMAGE)),
    (0, b"\0\0\x01\0", other("a picture (icon)", IMAGE)),
    (
        0,
        b"%!PS",
        other("a PostScript file", "Turn it into a PDF, and open that."),
    ),
    (4, b"ftyp", other("a video or a sound recording", SOUND)),
    (0, b"ID3", other("a sound recording (MP3)", SOUND)),
    (0, b"OggS", other("a sound recording (Ogg)", SOUND)),
    (0, b"fLaC", other("a sound recording (FLAC)", SOUND)),
    (8, b"WAVE", other("a sound recording (WAV)", SOUND)),
    (8, b"AVI ", other("a video (AVI)", SOUND)),
    (
        0,
        b"\x1a\x45\xdf\xa3",
        other("a video (WebM or Matroska)", SOUND),
    ),
    (0, b"\x1f\x8b", other("a packed file (gzip)", ARCHIVE)),
    (0, b"BZh", other("a packed file (bzip2)", ARCHIVE)),
    (0, b"\xfd7zXZ\0", other("a packed file (xz)", ARCHIVE)),
    (
        0,
        b"\x28\xb5\x2f\xfd",
        other("a packed file (Zstandard)", ARCHIVE),
    ),
    (0, b"7z\xbc\xaf\x27\x1c", other("an archive (7z)", ARCHIVE)),
    (0, b"Rar!\x1a\x07", other("an archive (RAR)", ARCHIVE)),
    (257, b"ustar", other("an archive (tar)", ARCHIVE)),
    (60, b"BOOKMOBI", other("an e-book (Mobipocket)", PASTE)),
    (0, b"AT&TFORM", other("a scanned document (DjVu)", IMAGE)),
    (0, b"\x7fELF", other("a program", PROGRAM)),
    (0, b"MZ\x90\0", other("a program (Windows)", PROGRAM)),
    (0, b"\0asm", other("a program (WebAssembly)", PROGRAM)),
    (0, b"\xca\xfe\xba\xbe", other("a program", PROGRAM)),
    (0, b"\xcf\xfa\xed\xfe", other("a program (macOS)", PROGRAM)),
    (0, b"SQLite format 3\0", other("a database (SQLite)", PASTE)),
    (
        0,
        b"bplist00",
        other(
            "a web archive or property list (Apple)",
            "In the browser, save the page as “Page Source” or HTML, or print it to PDF; or copy its text and paste it.",
        ),
    ),
    (0, b"wOFF", other("a typeface", PROGRAM)),
    (0, b"wOF2", other("a typeface", PROGRAM)),
    (0, b"OTTO", other("a typeface", PROGRAM)),
    (0, b"\0\x01\0\0\0", other("a typeface", PROGRAM)),
];

/// Names of streams in the container that Office used until 2003, in UTF-16, and the kinds that they show.
const OLD_OFFICE: &[(&str, Other)] = &[
    ("WordDocument", other("an old Word document (DOC)", RESAVE)),
    ("Workbook", other("a spreadsheet (XLS)", PASTE)),
    ("PowerPoint Document", other("a presentation (PPT)", PASTE)),
    ("__properties_version1.0", other("an e-mail (MSG)", PASTE)),
];

pub(crate) const SPREADSHEET: Other = other("a spreadsheet", PASTE);
pub(crate) const PRESENTATION: Other = other("a presentation", PASTE);
pub(crate) const DRAWING: Other = other("a drawing (OpenDocument)", PASTE);
pub(crate) const ZIP: Other = other("an archive (ZIP)", ARCHIVE);
/// An archive inside an archive is not opened, since nested archives can grow without end.
pub(crate) const EPUB: Other = other("an e-book (EPUB) inside an archive", ARCHIVE);
pub(crate) const PAGES: Other = other(
    "a document of Apple's Pages",
    "In Pages, choose File, Export To, Word or Plain Text, and open what that saves.",
);
pub(crate) const NUMBERS: Other = other(
    "a spreadsheet of Apple's Numbers",
    "In Numbers, copy the text and paste it here.",
);
pub(crate) const KEYNOTE: Other = other(
    "a presentation of Apple's Keynote",
    "In Keynote, choose File, Export To, PDF, and open what that saves.",
);
pub(crate) const IWORK: Other = other(
    "a document of Apple's iWork (Pages, Numbers or Keynote)",
    "In the program that it belongs to, export it as Word, plain text or PDF, and open that.",
);

/// What a file's bytes are.
pub(crate) fn real(bytes: &[u8]) -> Real {
    // PDF readers search for its signature in the first kilobyte (PDF 1.7, Appendix H.3, note 13).
    let start = &bytes[..bytes.len().min(1024)];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Real::Zip;
    }
    if let Some((_, _, other)) = SIGNATURES
        .iter()
        .find(|(at, mark, _)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark)))
    {
        return Real::Other(*other);
    }
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Real::Other(other("a picture (BMP)", IMAGE));
    }
    if find(start, b"%PDF-").is_some() {
        return Real::Pdf;
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return old_office(bytes);
    }
    if bytes.starts_with(b"{\\rtf") {
        Real::Rtf
    } else if mail::is_mail(bytes) {
        Real::Mail
    } else if is_web_archive(bytes) {
        Real::WebArchive
    } else if is_binary(bytes) {
        Real::Binary
    } else {
        Real::Text
    }
}

/// What is in a compound file. A locked DOCX is one too: Office wraps encrypted documents in it.
fn old_office(bytes: &[u8]) -> Real {
    let names =
        |name: &str| -> Vec<u8> { name.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    if find(bytes, &names("EncryptedPackage")).is_some() {
        return Real::Zip;
    }
    let known = OLD_OFFICE
        .iter()
        .find(|(name, _)| find(bytes, &names(name)).is_some());
    Real::Other(known.map_or(other("an old Office file", RESAVE), |(_, other)| *other))
}

/// The first position of `what` in `bytes`.
pub(crate) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// Whether a file is a message of many parts, which is how browsers save a page as one file: it begins with a message
/// header, which soon says so. The parts may be anything.
fn is_web_archive(bytes: &[u8]) -> bool {
    let start: String = bytes
        .iter()
        .take(4000)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let headers = [
        "from:",
        "mime-version:",
        "content-type:",
        "snapshot-content-location:",
        "subject:",
        "date:",
    ];
    headers.iter().any(|header| start.starts_with(header)) && start.contains("multipart/related")
}

/// Whether bytes are not text in any encoding: they have control characters that no text has, and not the regular
/// zeroes of UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    if crate::decode::utf16(bytes).is_some() {
        return false;
    }
    let sample = &bytes[..bytes.len().min(65_536)];
    let odd = sample
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b))
        .count();
    odd * 50 > sample.len()
}

/// Whether a text is a web page: it starts like one, or with an element of one that is closed again.
pub(crate) fn is_html(text: &str) -> bool {
    let start = head(text);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let whole =
        |mark: &str| start.starts_with(mark) || (start.starts_with('<') && start.contains(mark));
    let part = |name: &str| {
        start
            .strip_prefix('<')
            .is_some_and(|tag| tag.starts_with(name))
            && text.contains(&format!("</{name}>"))
    };
    ["<!doctype html", "<html", "<!-- saved from url"]
        .iter()
        .any(|mark| whole(mark))
        || ["head", "body", "article", "main"]
            .iter()
            .any(|name| part(name))
}

/// Texts that are data of other programs.
pub(crate) fn other_text(text: &str) -> Option<Other> {
    let start = head(text);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    if (start.starts_with("<svg") && text.trim_end().ends_with("</svg>"))
        || (start.starts_with("<?xml") && start.contains("<svg"))
    {
        return Some(other("a picture (SVG)", IMAGE));
    }
    if !start.starts_with("<?xml") || start.contains("<html") {
        return None;
    }
    Some(if start.contains("<rss") || start.contains("<feed") {
        other(
            "a news feed (RSS or Atom)",
            "Open one of the articles that it lists in your browser, and save or copy that.",
        )
    } else if start.contains("office:document")
        || start.contains("w:worddocument")
        || start.contains("pkg:package")
    {
        other("a word processor's document in one XML file", RESAVE)
    } else {
        other("an XML file", PASTE)
    })
}

/// About the first two thousand characters, in lower case.
fn head(text: &str) -> String {
    let mut end = text.len().min(4000);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_ascii_lowercase()
}

/// The extension of a name, in lower case. Empty if it has none.
pub(crate) fn extension(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((_, end))
            if (1..=8).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            end.to_ascii_lowercase()
        }
        _ => String::new(),
    }
}

/// What the extensions of files that are not plain text mean: a format that is read here, or another kind.
const PROMISES: [(Option<Format>, &[&str]); 9] = [
    (Some(Format::Rtf), &["rtf"]),
    (Some(Format::Epub), &["epub"]),
    (Some(Format::Mail), &["eml"]),
    (Some(Format::Subtitles), &["vtt", "srt"]),
    (
        Some(Format::Html),
        &["html", "htm", "xhtml", "mht", "mhtml"],
    ),
    (Some(Format::Docx), &["docx", "docm", "dotx", "dotm"]),
    (Some(Format::Odt), &["odt", "ott"]),
    (Some(Format::Pdf), &["pdf", "ai"]),
    (
        None,
        &[
            "doc", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "png", "jpg", "jpeg", "gif", "webp",
            "mp3", "mp4", "pages", "numbers", "key",
        ],
    ),
];

/// A remark if the extension does not fit the content of the file.
pub(crate) fn unfitting(extension: &str, format: Format) -> Option<String> {
    let promised = PROMISES
        .iter()
        .find(|(_, names)| names.contains(&extension));
    // Rich Text often has the extension of Word's own format, since Word writes both.
    if format == Format::Rtf && extension == "doc" {
        return None;
    }
    let is_text = matches!(format, Format::Text | Format::Markdown);
    let misled = match promised {
        Some((promised, _)) => *promised != Some(format),
        None => !is_text && !extension.is_empty(),
    };
    misled.then(|| {
        format!(
            "The file's name ends in .{extension}, but it is {}; it was read as that.",
            format.name()
        )
    })
}
