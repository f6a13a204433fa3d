//! What the reader is writing on the add page: remembered for as long as the tab is open, so that a reload loses
//! nothing.

use web_sys::Storage;

const NAME: &str = "crossread.draft";

/// What the reader was writing in this tab, if anything.
pub fn recall() -> Option<String> {
    storage()?.get_item(NAME).ok().flatten()
}

/// Remembers what the reader is writing, for as long as this tab is open; or forgets it.
pub fn keep(draft: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match draft {
            Some(draft) => storage.set_item(NAME, draft),
            None => storage.remove_item(NAME),
        };
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
