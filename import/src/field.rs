//! Makes an article's fields and cleans each by its rule: one line, a date, a web address, a language tag. `None` if
//! nothing is left of the value.

use crate::{clean, day};
use crossread_article::{Stated, is_language_tag, is_web_address};

/// One line of at most 300 characters.
pub(crate) fn line(value: &str, basis: &str) -> Option<Stated> {
    let value = clean::line(value);
    (!value.is_empty()).then(|| stated(value, basis))
}

/// A day, as `2026-03-14` if it can be read.
pub(crate) fn day(value: &str, basis: &str) -> Option<Stated> {
    let day = day::stated(value, day::Order::Unknown);
    line(day.as_deref().unwrap_or(value), basis)
}

/// An address, if it is one of http or https.
pub(crate) fn address(value: &str, basis: &str) -> Option<Stated> {
    let value = value.trim();
    (is_web_address(value) && value.len() <= 2000).then(|| stated(value.to_owned(), basis))
}

/// A language tag. Its parts may be joined by hyphens or underscores.
pub(crate) fn language(value: &str, basis: &str) -> Option<Stated> {
    let tag = value.trim().replace('_', "-");
    is_language_tag(&tag).then(|| stated(tag, basis))
}

fn stated(value: String, basis: &str) -> Stated {
    Stated {
        value,
        basis: basis.to_owned(),
    }
}
