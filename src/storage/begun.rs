//! Keeps the text of the two boxes in which a comparison begins, as long as the tab is open. A reload loses nothing, and
//! the program with own texts finds the text when it replaces the first program.

use web_sys::Storage;

const TEXTS: [&str; 2] = ["crossread.begun.a", "crossread.begun.b"];
/// boot.js reads it.
const WANTED: &str = "crossread.begun";

/// What the other program should do with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Compare the texts in the boxes.
    Compare,
    /// Read the waiting files (`shared`) into that box.
    Files(usize),
}

/// The text of both boxes.
pub fn recall() -> [String; 2] {
    TEXTS.map(|name| read(name).unwrap_or_default())
}

/// Keeps the text of a box. Returns whether that worked: the browser may refuse, or the text may be too long.
pub fn keep(side: usize, text: &str) -> bool {
    let kept = |(storage, name): (Storage, &&str)| match text {
        "" => storage.remove_item(name).is_ok(),
        text => storage.set_item(name, text).is_ok(),
    };
    storage().zip(TEXTS.get(side)).is_some_and(kept)
}

/// Notes the request for the program that is loaded next. `given`: the articles beside the boxes.
#[allow(dead_code, reason = "only the first program calls it")]
pub fn want(what: Wanted, given: &[Option<String>; 2]) {
    let word = match what {
        Wanted::Compare => "compare",
        Wanted::Files(0) => "files-a",
        Wanted::Files(_) => "files-b",
    };
    let [a, b] = given.each_ref().map(|id| id.as_deref().unwrap_or_default());
    if let Some(storage) = storage() {
        let _ = storage.set_item(WANTED, &format!("{word} {a} {b}"));
    }
}

/// Takes the request and the articles beside the boxes. A second call returns nothing.
pub fn wanted() -> Option<(Wanted, [Option<String>; 2])> {
    let word = read(WANTED)?;
    let _ = storage()?.remove_item(WANTED);
    let mut words = word.split(' ');
    let what = match words.next() {
        Some("compare") => Wanted::Compare,
        Some("files-b") => Wanted::Files(1),
        _ => Wanted::Files(0),
    };
    let mut id = || words.next().filter(|id| !id.is_empty()).map(str::to_owned);
    Some((what, [id(), id()]))
}

fn read(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

fn storage() -> Option<Storage> {
    crate::window()?.session_storage().ok().flatten()
}
