//! Brings files and folders that the reader opens or drops onto the add page. Each file becomes one value, or one for each
//! article in it: a draft to correct, or the reason in words why there is none. A bad file does not hold up the others.

use crossread_collection::looks_like_one;
use crossread_worker::protocol::Bringing;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList};

use super::bytes::{buffer, bytes, head};
use super::texts::Source;
use super::{entries, file, importer};
use crate::boot;
use crate::own::draft::Brought;
use crate::own::imported;
use crate::ui::browser;
use crate::ui::site::Site;

/// The maximum of files at once. From a folder, only files that may be articles count.
const MOST: usize = 500;

/// The maximum of files looked at in folders, including those that are not articles.
const MOST_LOOKED_AT: u32 = 5_000;

/// A file with its path, including folders if it came in one.
type Found = (String, File);

/// Brings these files, in order. A collection among them is merged with the reader's.
pub fn bring(site: Site, files: Option<FileList>) {
    let Some(files) = files else { return };
    // The list belongs to the input, which may be emptied before the files are read.
    let files = (0..files.length()).filter_map(|place| files.get(place));
    let found: Vec<Found> = files.map(|file| (path(&file), file)).collect();
    spawn_local(bring_found(site, found));
}

/// The same with dropped files or folders.
pub fn drop(site: Site, data: &DataTransfer) {
    let Some(dropped) = boot::dropped(data, MOST_LOOKED_AT) else {
        return;
    };
    spawn_local(async move {
        let dropped = JsFuture::from(dropped).await.ok();
        let dropped: Option<Array> = dropped.and_then(|all| all.dyn_into().ok());
        let found = dropped.iter().flat_map(Array::iter).filter_map(|one| {
            let pair: Array = one.dyn_into().ok()?;
            Some((pair.get(0).as_string()?, pair.get(1).dyn_into().ok()?))
        });
        bring_found(site, found.collect()).await;
    });
}

/// The same with files only.
pub async fn bring_all(site: Site, files: Vec<File>) {
    let found = files.into_iter().map(|file| (path(&file), file));
    bring_found(site, found.collect()).await;
}

/// A file's path in the folder that was opened, or its name.
fn path(file: &File) -> String {
    let path = Reflect::get(file, &"webkitRelativePath".into()).ok();
    let path = path.and_then(|path| path.as_string()).unwrap_or_default();
    if path.is_empty() { file.name() } else { path }
}

async fn bring_found(site: Site, found: Vec<Found>) {
    let all = found.len();
    // Files that a browser saves beside a page are not articles, unless one is chosen by itself.
    let is_meant = |path: &str| !path.contains('/') || !crossread_import::is_beside(path);
    let mut files: Vec<File> = Vec::new();
    for (path, file) in found {
        if is_meant(&path) {
            files.push(file);
        }
    }
    let many = files.len();
    if many > MOST {
        site.note(format!("The first {MOST} of {many} files are read."));
        files.truncate(MOST);
    }
    if many == 0 && all > 0 {
        site.note("It contains no file that could be an article.".to_owned());
    }
    read_all(site, files).await;
}

/// Reads files until all of them are there, or the reader stops it.
async fn read_all(site: Site, files: Vec<File>) {
    let mut last = None;
    let many = files.len();
    let mut there: usize = 0;
    for (place, one) in files.into_iter().enumerate() {
        if join_if_collection(site, &one).await {
            continue;
        }
        let which = match many {
            1 => String::new(),
            _ => format!(", file {} of {many}", place + 1),
        };
        let Some(read) = read(site, &one, None, &which).await else {
            break;
        };
        last = put_all(site, read).or(last);
        there += 1;
        // Shows them as they arrive, since the others may take long, but not while the reader is writing. Each time, all
        // of them are rebuilt and saved. So with many files this happens at the first, the second, the fourth and so on.
        if there.is_power_of_two() {
            entries::keep_draft(site);
            if !is_writing() {
                site.own.listed.notify();
            }
        }
    }
    if let Some(key) = last {
        entries::keep_draft(site);
        site.own.listed.notify();
        browser::next_frame(move || {
            if browser::by_id("keep-all").is_some() {
                browser::focus("keep-all");
            } else {
                browser::focus(&format!("sheet-{key}-text"));
            }
        });
    }
}

/// Puts what was read from a file onto the page. Returns the key of the last text.
pub fn put_all(site: Site, read: Read) -> Option<u32> {
    let mut last = None;
    for (name, brought) in read.pieces {
        last = Some(entries::put(site, &name, None, brought));
    }
    if let Some(key) = last {
        entries::came_from(site, key, read.source);
    }
    last
}

/// Merges a file with the reader's texts if it is a collection. Returns whether it is one.
pub async fn join_if_collection(site: Site, one: &File) -> bool {
    let head = head(one).await;
    let is_collection = head.is_some_and(|head| looks_like_one(&head));
    if is_collection {
        match bytes(one).await {
            Ok(bytes) => file::join(site, &bytes).await,
            Err(trouble) => site.note(format!("{} {}", trouble.what, trouble.remedy)),
        }
    }
    is_collection
}

/// Whether the reader is writing in one of the texts.
fn is_writing() -> bool {
    let active = browser::document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.closest(".sheet").is_ok_and(|draft| draft.is_some()))
}

/// What the importer made of a file.
pub struct Read {
    /// The texts in it, each with its name; in most files there is one.
    pub pieces: Vec<(String, Brought)>,
    /// If the encoding was guessed or chosen, the file, so that it can be read again.
    pub source: Option<Source>,
}

/// What the importer makes of a file; `None` if the reader stopped it. `which`: its number among the files, shown after its
/// name.
pub async fn read(site: Site, file: &File, encoding: Option<String>, which: &str) -> Option<Read> {
    let one = |brought| Read {
        pieces: vec![(file.name(), brought)],
        source: None,
    };
    let bytes = match buffer(file).await {
        Ok(bytes) => bytes,
        Err(trouble) => return Some(one(Err(trouble))),
    };
    let was_chosen = encoding.is_some();
    let bringing = Bringing::File {
        name: file.name(),
        media_type: file.type_(),
        encoding,
    };
    let what = format!("‘{}’{which}", file.name());
    let read = match importer::import(site, what, bringing, Some(bytes)).await? {
        Ok(pieces) => pieces,
        Err(trouble) => return Some(one(Err(trouble))),
    };
    if read.len() > 1 {
        let pieces = read.into_iter().map(|piece| {
            let brought = piece.read.map(imported::draft).map_err(imported::refused);
            (format!("{}: {}", file.name(), piece.name), brought)
        });
        return Some(Read {
            pieces: pieces.collect(),
            source: None,
        });
    }
    let read = read.into_iter().next()?.read;
    let guess = read.as_ref().ok().and_then(|read| read.encoding.as_ref());
    let source = guess
        .filter(|guess| was_chosen || !guess.sure)
        .map(|guess| Source {
            file: file.clone(),
            label: guess.label.clone(),
        });
    Some(Read {
        source,
        ..one(read.map(imported::draft).map_err(imported::refused))
    })
}
