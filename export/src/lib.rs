//! A comparison as a document: versioned JSON, Markdown, CSV, and a page of HTML that needs no
//! script and no network.
//!
//! The site's export and the command line both write through this crate, so that the same two
//! articles give the same document wherever they were compared. The format is described in
//! `docs/format.md` and in `docs/crossread-1.schema.json`.
//!
//! | step | module | from | to |
//! |---|---|---|---|
//! | a report | [`make`] | the engine's answer | a [`Report`] that stands alone, with both texts |
//! | JSON, both ways | [`mod@json`] | a report | text, and back, checked |
//! | in words | [`words`] | a report | the finding, the figures, names |
//! | documents | [`mod@markdown`], [`mod@html`], [`mod@csv`] | a report | text |
//! | many articles | [`matrix`] | comparisons of all pairs | JSON, CSV |
//! | many articles as one story | [`story`] | their readings | JSON, the finding |
//! | units | [`offsets`] | bytes | Unicode scalar values, and back |
//!
//! A report that was made by [`report()`] or read by [`from_json`] holds together: every index and
//! range in it fits. The writers are total all the same: of a report put together by hand, what
//! does not fit is left out.
#![forbid(unsafe_code)]

pub mod csv;
pub mod html;
pub mod json;
pub mod make;
pub mod markdown;
pub mod matrix;
pub mod offsets;
pub mod report;
pub mod story;
pub mod view;
pub mod words;

mod sound;

pub use csv::csv;
pub use html::html;
pub use json::{FormatError, from_json, json};
pub use make::{About, Side, report};
pub use markdown::markdown;
pub use matrix::Matrix;
pub use report::{Report, VERSION};
pub use story::Story;
pub use words::Origin;
