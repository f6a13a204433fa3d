//! How the library's lists show sources: a name, two letters, a colour.

use std::sync::Arc;

use super::names::{discs, of_several};
use crate::library::{Article, Library};

/// How a source is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// "EmbassyPages".
    pub name: String,
    /// "Ep".
    pub letters: String,
    /// The classes that give its disc its colour.
    pub disc: String,
}

/// How articles that are listed together are shown.
pub(super) fn faces(library: &Library, articles: &[&Arc<Article>]) -> Vec<Face> {
    let all: Vec<Arc<Article>> = articles.iter().map(|one| Arc::clone(one)).collect();
    let both = of_several(articles).into_iter().zip(discs(library, &all));
    both.map(|(source, disc)| Face {
        name: source.name,
        letters: source.letters,
        disc,
    })
    .collect()
}
