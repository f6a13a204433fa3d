//! Cuts a text into paragraphs and sentences, as byte ranges over it. (Doc to come.)

mod abbreviations;
pub(crate) mod chars;
mod dots;
mod lists;
mod next;
mod paragraphs;
#[cfg(test)]
mod properties;
mod sentences;
mod stops;
#[cfg(test)]
mod tests;

pub use paragraphs::paragraphs;
pub use sentences::sentences;
