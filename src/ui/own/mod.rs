//! The reader's own texts, on the page: adding and mending them, keeping them and taking them along,
//! sharing them by a link.
//!
//! | what | where |
//! |---|---|
//! | what there is of them, and what is kept | `stock` |
//! | deleting, at first so that it can be undone | `leaving`, `undo` |
//! | the page where they are added and edited | `add`, made of `sheet`; many stand in `rows` |
//! | what was begun in the two boxes goes on | in `begun` |
//! | files and rich pastes come in | by `bring` and `paste`; `importer` has them read, `encoding` read again |
//! | what other programs share with the site | comes in by `shared` |
//! | their part of the library page | `shelf` |
//! | what was found in pairs of them, for that list | `figures` |
//! | what the compare page says of them | `strip`; `live` edits one there |
//! | the link that carries them | `share` |
//! | a file of them, written and opened | `file` |
//! | what stays here, and what leaves | `privacy` |

mod add;
mod begun;
mod bring;
mod encoding;
mod figures;
mod file;
mod importer;
mod languages;
mod leaving;
mod live;
mod paste;
mod privacy;
mod rows;
mod share;
mod shared;
mod sheet;
mod shelf;
mod stock;
mod strip;
mod undo;

/// Whether another program shows that: this one shows everything.
pub fn is_elsewhere(_to: &crate::state::State) -> bool {
    false
}

pub use super::story::story;
pub use add::add;
pub use begun::{compare_begun, open_begun, resume, warm};
pub use figures::noted;
pub use importer::progress;
pub use privacy::privacy;
pub use share::{copy_link, panel};
pub use shelf::shelf;
pub use stock::{Stock, is_about_own, is_read, start, travel};
pub use strip::{strip, waiting};
pub use undo::undo;
