//! What stands above an article: its title, where it comes from, how long it is, and what each of these
//! rests on.

use super::Comparing;
use crate::state::Side;

/// What stands above a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which side.
    pub side: Side,
    /// The article's title.
    pub title: String,
    /// The publisher, or "publisher not stated".
    pub publisher: String,
    /// The date in words ("30 May 2014"), or "date not stated".
    pub date: String,
    /// Its length: "708 words, half of them repeated".
    pub words: String,
    /// All that is known, each with what it rests on, to be opened.
    pub details: Vec<Detail>,
    /// The address it was taken from, where one is stated.
    pub url: Option<String>,
    /// The language of the text, for `lang`; empty where none is stated.
    pub lang: String,
}

/// One thing that is known of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// What: "Publisher".
    pub label: String,
    /// Its value, or "not stated".
    pub value: String,
    /// What it rests on; empty where there is nothing to say.
    pub basis: String,
}

/// What stands above that side's column.
pub fn header(comparing: &Comparing, side: Side) -> Header {
    Header {
        side,
        title: comparing.articles.of(side).title.value.to_string(),
        publisher: String::new(),
        date: String::new(),
        words: String::new(),
        details: Vec::new(),
        url: None,
        lang: String::new(),
    }
}
