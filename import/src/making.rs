//! Makes the result.

use crate::imported::{Format, ImportError, Imported, LeftOut};
use crate::{clean, error};
use crossread_article::About;

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
