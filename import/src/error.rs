//! The error sentences of the import: what is wrong, and what would help. They are all in this file, so that they can be
//! read side by side.

pub(crate) use crate::imported::{Format, ImportError, ImportErrorKind};

fn trouble(kind: ImportErrorKind, what: impl Into<String>, remedy: &str) -> ImportError {
    ImportError {
        kind,
        what: what.into(),
        remedy: remedy.to_owned(),
    }
}

pub(crate) fn empty() -> ImportError {
    trouble(
        ImportErrorKind::Empty,
        "This file is empty: it has no bytes at all.",
        "If it should not be empty, it may not have been saved or downloaded completely. Save it again, or paste the text.",
    )
}

pub(crate) fn nothing_pasted() -> ImportError {
    trouble(
        ImportErrorKind::Empty,
        "There is no text in the clipboard.",
        "Select the article on its page, copy it, and paste it again. A picture of a text cannot be read here.",
    )
}

pub(crate) fn blank(format: Format) -> ImportError {
    let what = match format {
        Format::PastedText | Format::PastedRich => {
            "What was pasted has no words, only white space.".to_owned()
        }
        other => format!(
            "This is {}, but there is no text in it, only white space.",
            other.name()
        ),
    };
    trouble(
        ImportErrorKind::Blank,
        what,
        "Check that it is the right one. If its text is in pictures or text boxes, copy the text out of them and paste it.",
    )
}

pub(crate) fn too_large(bytes: usize, bound: usize) -> ImportError {
    // Never the limit itself, which would read as a contradiction: "50 MB, and up to 50 MB are read".
    let tenths = bytes.div_ceil(100_000);
    trouble(
        ImportErrorKind::TooLarge,
        format!(
            "This is {}.{} MB; Crossread reads up to {} MB of this kind.",
            tenths / 10,
            tenths % 10,
            bound / 1_000_000
        ),
        "An article's text is far smaller. Copy the article's text out of it and paste it, or save it as plain text.",
    )
}

pub(crate) fn password(what: &str) -> ImportError {
    trouble(
        ImportErrorKind::Password,
        format!("This {what} is locked with a password."),
        "Open it with the password in the program that you read it with, save a copy without one, and open that copy here.",
    )
}

pub(crate) fn no_text_layer(pages: usize) -> ImportError {
    let pages = if pages == 1 {
        "its page is a picture".to_owned()
    } else {
        format!("its {pages} pages are pictures")
    };
    trouble(
        ImportErrorKind::NoTextLayer,
        format!("This PDF has no text in it: {pages}, as a scanner makes them."),
        "A program with text recognition (OCR) can add the text; many scanner and phone apps do. Or find the article on the web and paste it.",
    )
}

pub(crate) fn unknown_letters() -> ImportError {
    trouble(
        ImportErrorKind::UnknownLetters,
        "This PDF draws its letters without saying which letters they are.",
        "Copying from it would give the same gibberish. Text recognition (OCR) can read it, or the article may be on the web.",
    )
}

/// A kind of file that Crossread recognises but does not read: its name with "a" or "an", and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Other {
    pub(crate) what: &'static str,
    pub(crate) remedy: &'static str,
}

pub(crate) fn other(other: Other) -> ImportError {
    trouble(
        ImportErrorKind::OtherType,
        format!(
            "This file is {}, which Crossread does not read.",
            other.what
        ),
        other.remedy,
    )
}

pub(crate) fn binary() -> ImportError {
    trouble(
        ImportErrorKind::Binary,
        "This file is not a text: most of its bytes are not letters, and its format is not recognised.",
        "Open it in the program that made it, and save it as plain text, DOCX, ODT or PDF; or copy its text and paste it.",
    )
}

pub(crate) fn damaged(what: &str) -> ImportError {
    trouble(
        ImportErrorKind::Damaged,
        format!("This {what} is damaged or incomplete."),
        "It may not have been downloaded completely: download it again. If the program that made it still opens it, save a new copy there.",
    )
}

pub(crate) fn bomb(what: &str) -> ImportError {
    trouble(
        ImportErrorKind::Bomb,
        format!(
            "This {what} unpacks to far more than any real document, so it was not opened completely."
        ),
        "If you trust it, open it in the program that it was made with, copy the text and paste it.",
    )
}

pub(crate) fn too_deep(what: &str) -> ImportError {
    trouble(
        ImportErrorKind::TooDeep,
        format!("This {what} is nested deeper than any real one, so it was not read completely."),
        "If you trust it, open it in the program that it was made with, copy the text and paste it.",
    )
}

pub(crate) fn entities(what: &str) -> ImportError {
    trouble(
        ImportErrorKind::TooDeep,
        format!(
            "This {what} declares abbreviations of its own (XML entities), which can grow without end, so it was not read."
        ),
        "If you trust it, open it in the program that it was made with and save a new copy, or copy the text and paste it.",
    )
}

pub(crate) fn several(what: &str, count: usize, many: &str) -> ImportError {
    trouble(
        ImportErrorKind::Several,
        format!("This is {what} with {count} {many}."),
        "Open it on the page “Add your own texts” and keep what you want; on the command line, add # and a number to its name to choose one.",
    )
}

pub(crate) fn locked_book() -> ImportError {
    trouble(
        ImportErrorKind::Password,
        "This e-book is locked by its shop (DRM).",
        "It opens only in the shop's own program. If that lets you copy the chapter, paste it here.",
    )
}

pub(crate) fn no_feed() -> ImportError {
    trouble(
        ImportErrorKind::OtherType,
        "This file is data (JSON) without an article that Crossread knows.",
        "It reads JSON Feeds, posts of WordPress and articles as schema.org describes them. Or open the article in your browser, copy its text and paste it.",
    )
}

pub(crate) fn no_article(words: u32) -> ImportError {
    let what = if words == 0 {
        "No text was found in this web page.".to_owned()
    } else {
        "No article was found in this web page: it looks like a list of links or a home page."
            .to_owned()
    };
    trouble(
        ImportErrorKind::NoArticle,
        what,
        "Open the article itself in your browser, wait until its text is there, and save that page; or select its text, copy and paste it.",
    )
}

pub(crate) fn unknown_encoding() -> ImportError {
    trouble(
        ImportErrorKind::UnknownEncoding,
        "There is no encoding of that name.",
        "Choose one from the list, or let Crossread find out by itself.",
    )
}
