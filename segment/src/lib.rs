//! Finds paragraphs, sentences, quotations and words in a text, as byte ranges. All later steps work on
//! sentences, so a wrong cut here shows up on the page as a wrong match.
#![doc = include_str!("../README.md")]
//! # How
//!
//! First come the [`paragraphs`], since no sentence crosses one. Then one pass over each paragraph finds
//! the sentences. Every run of stops (`stops`) is a candidate. These decide whether it ends a sentence: the
//! closing marks after it and the beginning of what follows (`next`), a phrase that names the speaker
//! (`speakers`), and for a single dot the word before it (`dots`, `abbreviations`). List items and bullets
//! (`lists`) begin sentences without a stop before them.

#![forbid(unsafe_code)]

mod abbreviations;
mod chars;
mod dots;
pub mod fold;
mod hyphens;
mod lang;
mod lists;
mod marks;
mod next;
mod notes;
mod paragraphs;
#[cfg(test)]
mod properties;
pub mod quotes;
mod sentences;
mod span;
mod speakers;
mod speech;
mod stops;
mod syllables;
#[cfg(test)]
mod tests;
pub mod words;

pub use lang::{Lang, UnknownLang};
pub use paragraphs::paragraphs;
pub use sentences::{sentences, sentences_of};
pub use span::Span;
