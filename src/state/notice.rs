//! What of a link could not be followed, and how the page says so.

use super::{Key, Side};

/// Something that a link says and that the page could not, or not quite, follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The library has no article of that id.
    UnknownArticle {
        /// For which side.
        side: Side,
        /// The id, as typed.
        id: String,
    },
    /// A value was not understood; the default stands instead.
    BadValue {
        /// The key.
        key: Key,
        /// The value, as typed.
        value: String,
    },
    /// A key stands there more than once; the first was followed.
    Twice(Key),
    /// These texts are not the ones the link was made for: of A, of B.
    TextChanged(bool, bool),
    /// The selection points beyond the end of that article.
    Beyond(Side),
}

impl Notice {
    /// The sentence or sentences that the page shows.
    pub fn sentence(&self) -> String {
        String::new()
    }
}
