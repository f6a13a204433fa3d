//! Files that the reader opens or drops, brought onto the add page. Each becomes one value, whatever it
//! was: a sheet to be mended, or a trouble in words; a bad one does not hold up the others.

use crossread_worker::protocol::Bringing;
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use super::encoding::Source;
use super::{file, importer, sheet};
use crate::own::imported;
use crate::own::sheet::{Brought, Trouble};
use crate::ui::browser;
use crate::ui::site::Site;

/// How much of a file tells whether it is a collection, in bytes.
const HEAD: u32 = 4096;

/// Brings these files, in order. A collection among them is joined with the reader's.
pub fn bring(site: Site, files: Option<FileList>) {
    let Some(files) = files else { return };
    // The list is the input's, which may be emptied before they are read.
    let files: Vec<File> = (0..files.length())
        .filter_map(|place| files.get(place))
        .collect();
    spawn_local(bring_all(site, files));
}

/// The same, until all of them are there.
pub async fn bring_all(site: Site, files: Vec<File>) {
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
        let Some((brought, source)) = read(site, &one, None, &which).await else {
            break;
        };
        let key = sheet::put(site, &one.name(), None, brought);
        sheet::came_from(site, key, source);
        there += 1;
        // As they come, since the others may take their time; but not under the reader's hands. All of them are drawn anew
        // each time, and written down: of many, at the first, the second, the fourth and so on.
        if there.is_power_of_two() {
            sheet::keep_draft(site);
            if !is_writing() {
                site.own.listed.notify();
            }
        }
        last = Some(key);
    }
    if let Some(key) = last {
        sheet::keep_draft(site);
        site.own.listed.notify();
        browser::next_frame(move || browser::focus(&format!("sheet-{key}-text")));
    }
}

/// Joins a file with the reader's texts where it is a collection. Whether it is.
pub async fn join_if_collection(site: Site, one: &File) -> bool {
    let head = head(one).await;
    let is_collection = head.is_some_and(|head| file::is_collection(&head));
    if is_collection {
        match bytes(one).await {
            Ok(bytes) => file::join(site, &bytes).await,
            Err(trouble) => site.note(format!("{} {}", trouble.what, trouble.remedy)),
        }
    }
    is_collection
}

/// Whether the reader is at one of the texts.
fn is_writing() -> bool {
    let active = browser::document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.closest(".sheet").is_ok_and(|sheet| sheet.is_some()))
}

/// What the importer makes of a file, and where the encoding was guessed or chosen, the file to be read
/// again; nothing where the reader put an end to it. `which`: of how many, to be said behind its name.
pub async fn read(
    site: Site,
    file: &File,
    encoding: Option<String>,
    which: &str,
) -> Option<(Brought, Option<Source>)> {
    let bytes = match buffer(file).await {
        Ok(bytes) => bytes,
        Err(trouble) => return Some((Err(trouble), None)),
    };
    let was_chosen = encoding.is_some();
    let bringing = Bringing::File {
        name: file.name(),
        media_type: file.type_(),
        encoding,
    };
    let what = format!("‘{}’{which}", file.name());
    let read = importer::import(site, what, bringing, Some(bytes)).await?;
    let guess = read.as_ref().ok().and_then(|read| read.encoding.as_ref());
    let source = guess
        .filter(|guess| was_chosen || !guess.sure)
        .map(|guess| Source {
            file: file.clone(),
            label: guess.label.clone(),
        });
    Some((read.map(imported::sheet), source))
}

/// The first bytes of a file.
async fn head(file: &File) -> Option<Vec<u8>> {
    let part = file.slice_with_i32_and_i32(0, HEAD as i32).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A file's bytes, as the browser has them.
async fn buffer(file: &File) -> Result<ArrayBuffer, Trouble> {
    if file.size() > imported::MOST_BYTES {
        return Err(imported::too_large());
    }
    let read = JsFuture::from(file.array_buffer()).await;
    let read = read.ok().and_then(|read| read.dyn_into().ok());
    read.ok_or_else(imported::unreadable)
}

/// A file's bytes.
///
/// # Errors
/// Where it is too large, or the browser cannot read it.
pub async fn bytes(file: &File) -> Result<Vec<u8>, Trouble> {
    Ok(Uint8Array::new(&buffer(file).await?.into()).to_vec())
}
