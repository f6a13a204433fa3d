//! What the browser remembers, and nothing else of the site touches its storage: here the reader's habits,
//! in `draft` what they are writing, in `shelf` the texts they keep, in `lasting` whether the browser promises to keep
//! these, in `tabs` word of it to other tabs, in `shared` what other programs shared with the site, in `begun` what stands
//! in the boxes where a comparison begins.
//! Storage can be refused, full or absent: then nothing is remembered, and nothing else changes.

pub mod begun;
#[cfg(feature = "own")]
pub mod draft;
#[cfg(feature = "own")]
pub mod lasting;
#[cfg(feature = "own")]
pub mod shared;
#[cfg(feature = "own")]
pub mod shelf;
#[cfg(feature = "own")]
pub mod tabs;

use web_sys::Storage;

/// Something that is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Memory {
    /// The theme: `light`, `dark`; absent for the system's.
    Theme,
    /// Whether single keys act: `off`; absent where they do.
    Keys,
    /// Whether this browser keeps texts of the reader's: `on`; absent where it does not. boot.js and other
    /// tabs look at it to know which program is needed.
    Own,
    /// Whether the columns keep level while scrolling: `on`; absent where they do not.
    Level,
    /// What was deleted and is not gone for good yet: an article's id or a comparison's link.
    #[cfg(feature = "own")]
    Leaving,
    /// How many texts there were when they were last saved as a file.
    #[cfg(feature = "own")]
    Saved,
}

impl Memory {
    /// Its name in the storage; all share a prefix, because an origin may hold other sites too.
    fn name(self) -> &'static str {
        match self {
            Memory::Theme => "crossread.theme",
            Memory::Keys => "crossread.keys",
            Memory::Own => "crossread.own",
            Memory::Level => "crossread.level",
            #[cfg(feature = "own")]
            Memory::Leaving => "crossread.leaving",
            #[cfg(feature = "own")]
            Memory::Saved => "crossread.saved",
        }
    }
}

/// What is remembered there.
pub fn recall(what: Memory) -> Option<String> {
    storage()?.get_item(what.name()).ok().flatten()
}

/// Remembers a value, or forgets it; whether that was done. A refusal only means that the next visit starts from the
/// default.
pub fn remember(what: Memory, value: Option<&str>) -> bool {
    let done = storage().map(|storage| match value {
        Some(value) => storage.set_item(what.name(), value),
        None => storage.remove_item(what.name()),
    });
    done.is_some_and(|done| done.is_ok())
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
