//! The comparison, off the page's thread: what page and worker say to each other, and the work itself.
//!
//! Compiled twice for the browser (`main.rs`): a light program, which knows English, and with the
//! feature `heavy` one that knows all of the engine's languages and writes documents; the page fetches
//! that one when it is first needed. The page itself takes the [`protocol`] alone.
//!
//! | what | module | where |
//! |---|---|---|
//! | asks, answers, their bytes | [`protocol`] | page and worker |
//! | an ask into an answer | [`work`] | worker, and tests |
//! | what lists say of articles | [`overview`] | the build, for the articles shipped |
#![forbid(unsafe_code)]

#[cfg(feature = "heavy")]
mod document;
pub mod overview;
pub mod protocol;
pub mod work;
