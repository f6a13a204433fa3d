//! The reader's own texts, as plain data: a text that was brought and can be corrected, the stored form of
//! an article, a collection of articles, and the contents of a link. No browser is needed here.
//!
//! | what | where |
//! |---|---|
//! | a text that was brought, to be corrected and kept | [`sheet`] |
//! | the importer's result, as such a text | [`imported`] |
//! | what another program shared, as such a text | [`shared`] |
//! | titles | [`values`] |
//! | the stored form of an article, and its id | [`record`] |
//! | many articles in a file, and merging two files | [`collection`] |
//! | the articles in a link | [`parcel`] |
//! | what two of them were found to share | [`figures`] |
//! | several of them, in their order | [`several`] |
//! | which version of a text a tab goes by | [`versions`] |
//! | how all of these are written: JSON | [`json`] |
//! | how much of it is taken from what anybody may have written | [`bounds`] |

pub mod bounds;
pub mod collection;
#[cfg(feature = "own")]
pub mod figures;
#[cfg(feature = "own")]
pub mod imported;
pub mod json;
pub mod parcel;
pub mod record;
#[cfg(feature = "own")]
pub mod several;
#[cfg(feature = "own")]
pub mod shared;
pub mod sheet;
pub mod values;
#[cfg(feature = "own")]
pub mod versions;

pub use collection::{Collection, Comparison};
pub use record::{id_of, is_own};
pub use sheet::{Brought, Field, Sheet, Trouble};
