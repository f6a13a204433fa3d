//! The reader's own texts as data that can be stored and sent: an article in its stored form, and a collection of articles and
//! comparisons in one JSON file. `docs/collection.md` describes the fields. Anybody may have written what is read here, so
//! every field is checked and bounded.
//!
//! | what | where |
//! |---|---|
//! | the file, with articles and comparisons | [`Collection`] |
//! | a name that the reader gave to a claim | [`Naming`] |
//! | the stored form of an article, and its id | [`record`] |
//! | titles | [`titles`] |
//! | how all of these are written: JSON | [`json`] |
//! | numbers and bytes as letters of an address | [`base`] |
//! | the limits | [`bounds`] |
#![forbid(unsafe_code)]

pub mod base;
pub mod bounds;
mod collection;
pub mod json;
mod naming;
pub mod record;
#[cfg(test)]
mod testing;
pub mod titles;

use std::borrow::Cow;

pub use bounds::Over;
pub use collection::{Collection, Comparison, Fault, looks_like_one};
pub use naming::Naming;
pub use record::{id_of, is_own};

/// Text that is compiled in or was read.
pub type Text = Cow<'static, str>;

/// A value and its basis.
pub type Stated = crossread_article::Stated<Text>;

/// An article.
pub type Article = crossread_article::Article<Text>;
