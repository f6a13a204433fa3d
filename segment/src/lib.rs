//! Where paragraphs, sentences, quotations and words stand in a text, as byte ranges over it. Everything
//! after this step speaks of sentences, so a wrong cut shows up on the page as a wrong match.
#![doc = include_str!("../README.md")]
//! # How
//!
//! [`paragraphs`] first, since no sentence crosses one. Then one pass over each paragraph: a run of
//! stops (`stops`) is a candidate; the closing marks behind it and the head of what follows (`next`),
//! who is said to have spoken (`speakers`), and for a single dot the word before it (`dots`,
//! `abbreviations`), decide. Lists and bullets
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
