//! The reader's own texts, as plain data: a text that was brought and can be corrected, how a collection is merged with what
//! is there, and the contents of a link. No browser is needed here. Their stored form is in the crate `collection`.
//!
//! | what | where |
//! |---|---|
//! | a text that was brought, to be corrected and kept | [`draft`] |
//! | the importer's result, as such a text | [`imported`] |
//! | what another program shared, as such a text | [`shared`] |
//! | a collection, merged with what is there | [`merge`] |
//! | the articles in a link | [`link_payload`] |
//! | the page that a press of the button in another tab brings | [`press`] |
//! | what two of them share | [`figures`] |
//! | several of them, in their order | [`several`] |
//! | which version of a text a tab knows | [`versions`] |

pub mod draft;
#[cfg(feature = "own")]
pub mod figures;
#[cfg(feature = "own")]
pub mod imported;
pub mod link_payload;
#[cfg(feature = "own")]
pub mod merge;
#[cfg(feature = "own")]
pub mod press;
#[cfg(feature = "own")]
pub mod several;
#[cfg(feature = "own")]
pub mod shared;
#[cfg(feature = "own")]
pub mod versions;

pub use crossread_collection::{Collection, Comparison, Naming, is_own};
pub use draft::{Brought, Draft, Field, Problem};

/// Whether this program has the reader's own texts; the one that is loaded first does not.
pub const HERE: bool = cfg!(feature = "own");
