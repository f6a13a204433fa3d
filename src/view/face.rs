//! What the sources of the library go by in its lists: a name, two letters, a colour.

use std::sync::Arc;

use super::names::{discs, of_several};
use crate::library::{Article, Library};

/// What a source goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// "EmbassyPages".
    pub name: String,
    /// "Ep".
    pub letters: String,
    /// The classes that give its disc its colour.
    pub disc: String,
}

/// What these articles go by that stand together.
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
