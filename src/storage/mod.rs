//! The only code of the site that touches the browser's storage.
//!
//! | module | content |
//! |---|---|
//! | here | the reader's habits |
//! | `draft` | unsaved typing |
//! | `database` | the texts that the reader keeps |
//! | `lasting` | whether the browser promises to keep them |
//! | `tabs` | messages to other tabs about changes |
//! | `shared` | what other programs shared with the site |
//! | `begun` | the text of the boxes where a comparison begins |
//!
//! Storage can be refused, full or absent. Then nothing is kept, and everything else works as usual.

pub mod begun;
#[cfg(feature = "own")]
#[cfg(feature = "own")]
pub mod database;
#[cfg(feature = "own")]
#[cfg(feature = "own")]
pub mod draft;
#[cfg(feature = "own")]
#[cfg(feature = "own")]
pub mod lasting;
#[cfg(feature = "own")]
#[cfg(feature = "own")]
pub mod shared;
#[cfg(feature = "own")]
#[cfg(feature = "own")]
pub mod tabs;

use web_sys::Storage;

/// A habit that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Memory {
    /// The theme: `light`, `dark`; absent for the system's.
    Theme,
    /// Whether single-key shortcuts work: `off`; absent if they do.
    Keys,
    /// Whether this browser keeps own texts: `on`, or absent. boot.js and other tabs read it to know which
    /// program is needed.
    Own,
    /// Whether the columns stay level while scrolling: `on`; absent if they do not.
    Level,
    /// What is marked in the texts: `differences`, `wording`; absent where the reader has not chosen.
    Marks,
    /// Whether the reader has seen the explanation of the compare page: `on`, or absent.
    Met,
    /// The last deletion that can still be undone: an article's id or a comparison's link.
    Leaving,
    /// How many texts there were when they were last saved as a file.
    Saved,
}

impl Memory {
    /// Its name in the storage. All names share a prefix, because an origin may hold other sites too.
    fn name(self) -> &'static str {
        match self {
            Memory::Theme => "crossread.theme",
            Memory::Keys => "crossread.keys",
            Memory::Own => "crossread.own",
            Memory::Level => "crossread.level",
            Memory::Marks => "crossread.marks",
            Memory::Met => "crossread.met",
            Memory::Leaving => "crossread.leaving",
            Memory::Saved => "crossread.saved",
        }
    }
}

/// The kept value.
pub fn recall(what: Memory) -> Option<String> {
    storage()?.get_item(what.name()).ok().flatten()
}

/// Keeps a value, or deletes it. Returns whether that worked. If it did not, the next visit starts from the default.
pub fn remember(what: Memory, value: Option<&str>) -> bool {
    let done = storage().map(|storage| match value {
        Some(value) => storage.set_item(what.name(), value),
        None => storage.remove_item(what.name()),
    });
    done.is_some_and(|done| done.is_ok())
}

fn storage() -> Option<Storage> {
    crate::window()?.local_storage().ok().flatten()
}
