//! Makes the result and cleans each value: one line, a date, a web address, a language tag.

use crate::imported::{Format, Imported, LeftOut, Trouble, Understood};
use crate::{clean, day, trouble};
use crossread_article::{is_language_tag, is_web_address};

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
        (is_web_address(value) && value.len() <= 2000).then(|| Self {
            value: value.to_owned(),
            basis: basis.to_owned(),
        })
    }

    /// A language tag, whose parts may be joined by hyphens or by low lines.
    pub(crate) fn language(value: &str, basis: &str) -> Option<Self> {
        let tag = value.trim().replace('_', "-");
        is_language_tag(&tag).then(|| Self {
            value: tag,
            basis: basis.to_owned(),
        })
    }
}

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
            place: None,
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
