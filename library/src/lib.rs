//! Reads Crossread's article files, and says precisely what is wrong with one.
//!
//! An article file has front matter in TOML between two `+++` lines, and directly after it the article's text,
//! unchanged to the end of the file:
//!
//! ```text
//! +++
//! [title]
//! value = "Council votes for the bridge"
//! basis = "stated in the text"
//!
//! [publisher]
//! value = "The Morning Mail"
//! basis = "stated in the text, in the page's banner"
//!
//! [[furniture]]
//! quote = "Home > News"
//! kind = "breadcrumb"
//! +++
//! Home > News
//! Council votes for the bridge
//! …
//! ```
//!
//! Adding an article to the library is adding one such file. The site's build and
//! `crossread check` read the folder through this crate, so both find the same faults and say
//! the same about them.
//!
//! | module | what it does |
//! |---|---|
//! | [`kinds`] | the kinds of furniture |
//! | [`front`] | front matter and body of one file |
//! | [`furniture`] | quotations to ranges of the body |
//! | [`check`](mod@check) | faults that only show when all files are read together |
//! | [`claims`] | the names that an editor gives to claims |
//! | [`problem`] | one fault: file, line, what is wrong, what to do |
//! | [`embed`] | articles as Rust source, for the site's build |
//! | [`shown`] | text from files, made safe for a terminal |
//! | [`files`] | the one module that opens files |
//!
//! ```
//! let text = "+++\n[title]\nvalue = \"Rain at last\"\nbasis = \"stated in the text\"\n+++\nRain at last";
//! let article = crossread_library::parse("articles/rain-at-last.md", text).expect("a sound article");
//! assert_eq!(article.id, "rain-at-last");
//! assert_eq!(article.text, "Rain at last");
//! ```
#![forbid(unsafe_code)]

pub mod check;
pub mod claims;
pub mod embed;
pub mod files;
pub mod front;
pub mod furniture;
pub mod kinds;
pub mod problem;
pub mod shown;

mod pieces;
mod reader;
mod values;

pub use check::{Report, check};
pub use crossread_article::{Article, Furniture, Stated};
pub use front::{has_front_matter, parse, parse_as};
pub use kinds::FurnitureKind;
pub use problem::Problem;
