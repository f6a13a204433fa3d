//! Writes a comparison as a document: versioned JSON, Markdown, CSV, or a page of HTML that needs no
//! script and no network.
//!
//! The site and the command line both use this crate, so the same two articles give the same document
//! everywhere. `docs/format.md` and `docs/crossread-1.schema.json` describe the format.
//!
//! | step | module | from | to |
//! |---|---|---|---|
//! | a report | [`make`] | the engine's answer | a self-contained [`Report`], with both texts |
//! | JSON, both ways | [`mod@json`] | a report | text, and back, checked |
//! | what differs | [`differs`] | a report | the sentence that leads, and a list |
//! | in words | [`words`] | a report | the figures, notes, why a match is one |
//! | documents | [`mod@markdown`], [`mod@html`], [`mod@csv`] | a report | text |
//! | many articles | [`matrix`] | comparisons of all pairs | JSON, CSV |
//! | many articles as one story | [`story`] | their readings | JSON, the finding |
//! | units | [`offsets`] | bytes | Unicode scalar values, and back |
//!
//! In a report made by [`report()`] or read by [`from_json`], every index and range is valid. The writers
//! are total even so: in a report built by hand, they leave out what is invalid.
#![forbid(unsafe_code)]

pub mod csv;
pub mod differs;
pub mod html;
pub mod json;
pub mod make;
pub mod markdown;
mod marks;
pub mod matrix;
pub mod offsets;
pub mod report;
pub mod story;
pub mod view;
pub mod words;

mod sound;

pub use crossread_article::{About, Stated};
pub use csv::csv;
pub use html::html;
pub use json::{FormatError, from_json, json};
pub use make::{Side, report};
pub use markdown::markdown;
pub use matrix::Matrix;
pub use report::{Report, VERSION};
pub use story::Story;
pub use words::Origin;
