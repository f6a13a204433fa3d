//! What the browser remembers of the reader's habits, and nothing else of the site touches its storage.
//! Storage can be refused, full or absent: then nothing is remembered, and nothing else changes.

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
