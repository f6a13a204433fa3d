//! The reader's own texts, on the page: adding, editing, keeping and sharing them, and saving them as a file.
//!
//! | what | where |
//! |---|---|
//! | what the page holds of them | `texts` |
//! | what is kept and what a link carries is read | by `start` and `refresh` |
//! | texts are kept | by `keep` |
//! | deleting, at first so that it can be undone | `leaving`, `undo` |
//! | the page where they are added and edited | `add`: its texts are in `entries`, each has a `form`; many stand in `rows` |
//! | what was begun in the two boxes goes on | in `begun` |
//! | files and rich pastes come in | by `bring` and `paste`; `bytes` of files; `importer` has them read, `encoding` read again |
//! | what other programs share with the site | comes in by `shared` |
//! | a page that is pressed in another tab | comes in by `press`; `bookmark` is what is pressed |
//! | what others sent is had at hand | by `stock` |
//! | what a static collection has | by `collected` |
//! | their part of the library page | `library_part` |
//! | what was found in pairs of them, for that list | `figures` |
//! | what the compare page says of them | `strip`; `live` edits one there, `typing` holds what is being written |
//! | the link that carries them | `share` |
//! | a file of them, written and opened | `file` |
//! | what stays here, and what leaves | `privacy` |

mod add;
mod begun;
mod bookmark;
mod bring;
mod bytes;
pub mod collected;
mod encoding;
mod entries;
mod figures;
mod file;
mod form;
mod importer;
mod keep;
mod languages;
mod leaving;
mod library_part;
mod live;
mod paste;
mod press;
mod privacy;
mod refresh;
mod rows;
mod share;
mod shared;
mod start;
mod stock;
mod strip;
pub mod texts;
mod typing;
mod undo;

pub use add::add;
pub use begun::{compare_begun, open_begun, resume, warm};
pub use figures::noted;
pub use importer::progress;
pub use keep::{name_claim, now, unname};
pub use library_part::{stand, warm_front};
pub use privacy::privacy;
pub use share::{copy_link, panel};
pub use start::{is_read, start, travel};
pub use strip::strip;
pub use undo::undo;
