//! What the reader is writing: on the add page remembered for as long as the tab is open, so that a reload loses
//! nothing; in a kept text, where the page is closed before it was kept, until the site is next opened.

use web_sys::Storage;

const NAME: &str = "crossread.draft";

/// What the names of words begin with that a closed tab could not keep.
const RESCUED: &str = "crossread.unsaved.";

/// What the reader was writing in this tab, if anything.
pub fn recall() -> Option<String> {
    storage()?.get_item(NAME).ok().flatten()
}

/// Remembers what the reader is writing, for as long as this tab is open; or forgets it. Whether it does: a draft can
/// be larger than what a browser remembers. Then it remembers none, since an older one would pass for it.
pub fn keep(draft: Option<&str>) -> bool {
    put(storage(), NAME, draft)
}

/// Remembers words beyond this tab, or forgets them. Whether it does. `name`: the tab's own.
pub fn rescue(name: &str, words: Option<&str>) -> bool {
    put(lasting(), &format!("{RESCUED}{name}"), words)
}

/// The words that closed tabs could not keep, each with the name of its tab.
pub fn rescued() -> Vec<(String, String)> {
    let Some(storage) = lasting() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    let names = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    let named = |name: String| {
        let words = storage.get_item(&name).ok().flatten()?;
        Some((name.strip_prefix(RESCUED)?.to_owned(), words))
    };
    names.filter_map(named).collect()
}

fn put(storage: Option<Storage>, name: &str, value: Option<&str>) -> bool {
    let Some(storage) = storage else {
        return value.is_none();
    };
    let Some(value) = value else {
        return storage.remove_item(name).is_ok();
    };
    let kept = storage.set_item(name, value).is_ok();
    if !kept {
        let _ = storage.remove_item(name);
    }
    kept
}

fn lasting() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
