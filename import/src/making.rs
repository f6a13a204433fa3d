//! Makes the results: an article and what was left out.

use crate::imported::{Format, ImportError, Imported, LeftOut};
use crate::{clean, error};
use crossread_article::About;

impl LeftOut {
    /// For texts. `None` if they had no words.
    pub(crate) fn words(what: &str, words: u32) -> Option<Self> {
        (words > 0).then(|| Self {
            what: what.to_owned(),
            words,
        })
    }

    /// For things that are counted: "3 images". `None` if there were none.
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
    /// An article with this text, cleaned and counted. Nothing else is known about it yet.
    ///
    /// # Errors
    /// If nothing is left to read.
    pub(crate) fn of(format: Format, text: &str) -> Result<Self, ImportError> {
        let text = clean::text(text);
        if !text.chars().any(clean::is_visible) {
            return Err(error::blank(format));
        }
        let words = clean::words(&text);
        Ok(Self {
            format,
            about: About::default(),
            text,
            words,
            encoding: None,
            left_out: Vec::new(),
            remarks: Vec::new(),
        })
    }
}
