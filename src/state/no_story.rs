//! In the place of `story` in the program without the reader's own texts, which tells no stories.

use super::State;
use crate::library::Library;

/// What could not be used of a story's address: nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoryNotice {}

impl StoryNotice {
    /// There is none to word.
    pub fn sentence(&self) -> String {
        match *self {}
    }
}

/// There is nothing to say about a story's articles.
pub fn notices(_: &State, _: &Library) -> Vec<StoryNotice> {
    Vec::new()
}
