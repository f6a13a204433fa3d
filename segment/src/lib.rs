//! Cuts a text into paragraphs and sentences, as byte ranges over it. Everything after this step
//! speaks of sentences, so a wrong cut shows up on the page as a wrong match.
//!
//! # Why rules of our own
//!
//! Two of the crates at hand follow the default rules of Unicode (UAX #29), which know no abbreviations;
//! one knows those of many languages, and weighs more than a first load of the whole site.
//! Measured on halves of public sets, all with our paragraphs; the last column is what the crate adds
//! to a small WebAssembly module (`opt-level = "z"`, `wasm-opt -Oz`, brotli 11), ours with
//! paragraphs, quotations and 4.4 KB of word lists:
//!
//! | | golden rules, English (29), exact | other languages (48), exact | GUM Wikinews (10), F1 | English Web Treebank (152), F1 | KB |
//! |---|---|---|---|---|---|
//! | this module | 1.00 | .94 | .983 | .864 | 15.2 |
//! | `icu_segmenter` 2.4.0 | .62 | .63 | .954 | .788 | 5.1 |
//! | `unicode-segmentation` 1.13.3 | .62 | .63 | .954 | .788 | 8.2 |
//! | `sentencex` 0.1.33 | .93 | .79 | .914 | .844 | 249 |
//!
//! (Golden rules of pragmatic_segmenter, without the English lists; boundaries between paragraphs
//! left out of F1.)
//!
//! # How
//!
//! [`paragraphs`] first, since no sentence crosses one. Then one pass over each paragraph: a run of
//! stops (`stops`) is a candidate; the closing marks behind it and the head of what follows (`next`),
//! who is said to have spoken (`speakers`), and for a single dot the word before it (`dots`,
//! `abbreviations`), decide. Lists and bullets
//! (`lists`) begin sentences without a stop before them.
//!
//! # What holds
//!
//! Only white space lies outside the ranges. Straight and curly marks, composed and decomposed
//! letters, spaces that break and that do not, are cut alike. Text after a blank line changes no cut
//! before it. Time is linear in the text, whatever the text.

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

pub use lang::Lang;
pub use paragraphs::paragraphs;
pub use sentences::{sentences, sentences_of};
pub use span::Span;
