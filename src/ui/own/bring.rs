//! Files that the reader opens or drops, brought onto the add page. Each becomes one value, whatever it
//! was: a sheet to be mended, or a trouble in words; a bad one does not hold up the others.

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use super::{file, sheet};
use crate::own::plain;
use crate::own::sheet::{Brought, Trouble};
use crate::ui::browser;
use crate::ui::site::Site;

/// Brings these files, in order. A collection among them is joined with the reader's.
pub fn bring(site: Site, files: Option<FileList>) {
    let Some(files) = files else { return };
    // The list is the input's, which may be emptied before they are read.
    let files: Vec<File> = (0..files.length())
        .filter_map(|place| files.get(place))
        .collect();
    spawn_local(async move {
        let mut last = None;
        for one in files {
            let bytes = bytes(&one).await;
            match bytes {
                Ok(bytes) if file::is_collection(&bytes) => file::join(site, &bytes).await,
                bytes => {
                    let brought = bytes.and_then(|bytes| read(&bytes));
                    last = Some(sheet::put(site, &one.name(), None, brought));
                }
            }
        }
        if let Some(key) = last {
            sheet::keep_draft(site);
            site.own.listed.notify();
            browser::next_frame(move || browser::focus(&format!("sheet-{key}-text")));
        }
    });
}

/// What came of a file's bytes.
fn read(bytes: &[u8]) -> Brought {
    plain::open(bytes)
}

/// A file's bytes.
///
/// # Errors
/// Where it is too large, or the browser cannot read it.
pub async fn bytes(file: &File) -> Result<Vec<u8>, Trouble> {
    if file.size() > plain::MOST_BYTES {
        return Err(plain::too_large());
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(_) => Err(plain::unreadable()),
    }
}
