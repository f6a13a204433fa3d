//! Compares two prose texts. Text in, ranges out; no browser, no files, no clock.
#![forbid(unsafe_code)]

pub mod lang;
pub mod quotes;
pub mod segment;
pub mod span;
pub mod word_diff;

pub use span::Span;
