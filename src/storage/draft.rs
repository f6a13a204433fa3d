//! Keeps unsaved typing. A draft on the add page is kept as long as the tab is open, so that a reload loses nothing. If a
//! page closes before the edits of a kept text were saved, they are kept until the site is next opened.

use web_sys::Storage;

const NAME: &str = "crossread.draft";

/// The beginning of the storage names of words that a closed tab could not save.
const RESCUED: &str = "crossread.unsaved.";

/// This tab's draft, if there is one.
pub fn recall() -> Option<String> {
    storage()?.get_item(NAME).ok().flatten()
}

/// Keeps this tab's draft as long as it is open, or deletes it. Returns whether that worked: a draft can be too large
/// for the browser. Then none is kept, since an older one would be mistaken for it.
pub fn keep(draft: Option<&str>) -> bool {
    put(storage(), NAME, draft)
}

/// Keeps words beyond the life of this tab, or deletes them. Returns whether that worked. `name`: the tab's own.
pub fn rescue(name: &str, words: Option<&str>) -> bool {
    put(lasting(), &format!("{RESCUED}{name}"), words)
}

/// The words that closed tabs could not save, each with the name of its tab.
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

/// Deletes words that a closed tab could not save, unless that tab came back and left others meanwhile.
pub fn drop_rescued(name: &str, words: &str) {
    let name = format!("{RESCUED}{name}");
    if let Some(storage) = lasting()
        && storage.get_item(&name).ok().flatten().as_deref() == Some(words)
    {
        let _ = storage.remove_item(&name);
    }
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
