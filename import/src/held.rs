//! The articles of a file with several, and their names.

use crate::error;
use crate::imported::{ImportError, Imported, Piece};

/// A file with several articles, and the words that describe it.
pub(crate) struct Held {
    /// The file: "an e-book (EPUB)".
    pub(crate) what: &'static str,
    /// Its parts: "chapters".
    pub(crate) many: &'static str,
    pub(crate) pieces: Vec<Piece>,
}

impl Held {
    /// For a JSON file.
    pub(crate) fn feed(pieces: Vec<Piece>) -> Self {
        Self {
            what: "a file of articles (JSON)",
            many: "articles",
            pieces,
        }
    }

    /// The article, if the file has only one; otherwise an error that says how many there are.
    pub(crate) fn single(mut self) -> Result<Imported, ImportError> {
        match self.pieces.len() {
            1 => self.pieces.remove(0).read,
            many => Err(error::several(self.what, many, self.many)),
        }
    }
}
