//! What a file holds, as the browser reads it.

use js_sys::{ArrayBuffer, Uint8Array};
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::own::draft::Problem;
use crate::own::imported;

/// How much of a file tells whether it is a collection, in bytes.
const HEAD: u32 = 4096;

/// The first bytes of a file; nothing where it cannot be read.
pub async fn head(file: &File) -> Option<Vec<u8>> {
    let part = file.slice_with_i32_and_i32(0, HEAD as i32).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A file's bytes, as the browser has them.
///
/// # Errors
/// Where it is too large, or the browser cannot read it.
pub async fn buffer(file: &File) -> Result<ArrayBuffer, Problem> {
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
pub async fn bytes(file: &File) -> Result<Vec<u8>, Problem> {
    Ok(Uint8Array::new(&buffer(file).await?.into()).to_vec())
}
