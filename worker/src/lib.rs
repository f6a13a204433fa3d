//! Compares outside the page's thread: the messages between page and worker, and the work itself.
//!
//! It is compiled into three programs for the browser (`main.rs`). The light one knows English. With the
//! feature `heavy` it knows all of the engine's languages and writes documents. With the feature `import` it
//! reads files and pastes, and does not compare. The page fetches the last two on first use. The page itself
//! uses only the [`protocol`].
//!
//! | what | module | where |
//! |---|---|---|
//! | requests, answers, their bytes | [`protocol`] | page and worker |
//! | a request into an answer | [`work`] | worker, and tests |
//! | several articles as one story | `story` | worker, and tests |
//! | a file or a paste into an article | `importing` | the importer, and tests |
//! | the answers about shipped articles, as files | `shipped` | the build |
#![forbid(unsafe_code)]

#[cfg(feature = "heavy")]
mod document;
#[cfg(feature = "import")]
pub mod importing;
mod nothing;
pub mod protocol;
#[cfg(feature = "shipped")]
pub mod shipped;
#[cfg(feature = "story")]
mod story;
pub mod work;
