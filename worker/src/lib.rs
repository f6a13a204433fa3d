//! The comparison, off the page's thread: what page and worker say to each other, and the work itself.
//!
//! Compiled three times for the browser (`main.rs`): a light program, which knows English; with the
//! feature `heavy` one that knows all of the engine's languages and writes documents; with the feature
//! `import` one that reads files and pastes and compares nothing. The page fetches the last two when
//! they are first needed. The page itself takes the [`protocol`] alone.
//!
//! | what | module | where |
//! |---|---|---|
//! | asks, answers, their bytes | [`protocol`] | page and worker |
//! | an ask into an answer | [`work`] | worker, and tests |
//! | several articles as one story | `story` | worker, and tests |
//! | a file or a paste into an article | `importing` | the importer, and tests |
//! | what lists say of articles | [`overview`] | the build, for the articles shipped |
//! | the answers about them, as files | `shipped` | the build |
#![forbid(unsafe_code)]

#[cfg(feature = "heavy")]
mod document;
#[cfg(feature = "import")]
pub mod importing;
pub mod overview;
pub mod protocol;
#[cfg(feature = "shipped")]
pub mod shipped;
#[cfg(feature = "story")]
mod story;
pub mod work;
