//! The reader's own texts, as plain data: what came out of a paste or a file and is mended, how an
//! article is written down, a collection of them, and what a link carries. Knows no browser.
//!
//! | what | where |
//! |---|---|
//! | a text that was brought, to be mended and kept | [`sheet`] |
//! | what the importer gave, as such a text | [`imported`] |
//! | what another program shared, as such a text | [`shared`] |
//! | what its fields may say | [`values`] |
//! | an article written down, and its id | [`record`] |
//! | many of them in a file, and joining two such | [`collection`] |
//! | those that a link carries | [`parcel`] |
//! | what two of them were found to share | [`figures`] |
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
pub mod shared;
pub mod sheet;
pub mod values;
#[cfg(feature = "own")]
pub mod versions;

pub use collection::{Collection, Comparison};
pub use record::{id_of, is_own};
pub use sheet::{Brought, Field, Sheet, Trouble};
