//! Where what was typed becomes what was meant: ids become articles, and what a link says about texts
//! is held against them. After this step nothing can be unknown.

use std::sync::Arc;

use super::{Notice, State};
use crate::library::{Article, Library};

/// What the page is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The library page.
    Library,
    /// The compare page, with an article still to be chosen on one side or both.
    Choose {
        /// The first article, where it is chosen and known.
        a: Option<Arc<Article>>,
        /// The second article, where it is chosen and known.
        b: Option<Arc<Article>>,
    },
    /// The compare page, with one article on both sides.
    Same(Arc<Article>),
    /// Two articles.
    Pair(Arc<Article>, Arc<Article>),
}

/// A state, met with the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// What the page is about.
    pub subject: Subject,
    /// What could not be followed; shown after those of [`super::parse`].
    pub notices: Vec<Notice>,
}

/// Finds the articles and holds what the link says about their texts against them.
pub fn resolve(_state: &State, _library: &Library) -> Resolved {
    Resolved {
        subject: Subject::Library,
        notices: Vec::new(),
    }
}
