//! What the browser remembers, and nothing else of the site touches its storage: here the reader's habits
//! and the draft of this tab, in [`shelf`] the texts they keep, in [`tabs`] word of it to other tabs.
//! Storage can be refused, full or absent: then nothing is remembered, and nothing else changes.

pub mod shelf;
pub mod tabs;

use web_sys::Storage;

/// Something that is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Memory {
    /// The theme: `light`, `dark`; absent for the system's.
    Theme,
    /// Whether single keys act: `off`; absent where they do.
    Keys,
    /// Whether the columns keep level while scrolling: `on`; absent where they do not.
    Level,
}

impl Memory {
    /// Its name in the storage; all share a prefix, because an origin may hold other sites too.
    fn name(self) -> &'static str {
        match self {
            Memory::Theme => "crossread.theme",
            Memory::Keys => "crossread.keys",
            Memory::Level => "crossread.level",
        }
    }
}

/// What is remembered there.
pub fn recall(what: Memory) -> Option<String> {
    storage()?.get_item(what.name()).ok().flatten()
}

/// Remembers a value, or forgets it.
pub fn remember(what: Memory, value: Option<&str>) {
    if let Some(storage) = storage() {
        // A refusal only means that the next visit starts from the default.
        let _ = match value {
            Some(value) => storage.set_item(what.name(), value),
            None => storage.remove_item(what.name()),
        };
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The name of the draft in the storage of this tab.
const DRAFT: &str = "crossread.draft";

/// What the reader was writing in this tab, if anything.
pub fn draft() -> Option<String> {
    tab_storage()?.get_item(DRAFT).ok().flatten()
}

/// Remembers what the reader is writing, for as long as this tab is open; or forgets it.
pub fn keep_draft(draft: Option<&str>) {
    if let Some(storage) = tab_storage() {
        let _ = match draft {
            Some(draft) => storage.set_item(DRAFT, draft),
            None => storage.remove_item(DRAFT),
        };
    }
}

fn tab_storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
