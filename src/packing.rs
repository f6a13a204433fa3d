//! Packs bytes for a link and unpacks them, with the browser's own raw deflate (RFC 1951). A library would
//! be thirteen times as large. The streams are looked up by name, because web-sys has them only behind an
//! unstable flag.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Packs.
///
/// # Errors
/// Where the browser cannot.
pub async fn pack(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let reader = through("CompressionStream", bytes)?;
    // Packing can add a little to data that cannot be compressed.
    drain(&reader, usize::MAX).await
}

/// Unpacks, and stops where there is more than `most` bytes: a small payload can hold very many.
///
/// # Errors
/// If the browser cannot, if these bytes are not packed data, or if there are more.
pub async fn unpack(bytes: &[u8], most: usize) -> Result<Vec<u8>, JsValue> {
    let reader = through("DecompressionStream", bytes)?;
    drain(&reader, most).await
}

/// Whether the browser can unpack.
pub fn is_there() -> bool {
    Reflect::get(&js_sys::global(), &"DecompressionStream".into())
        .is_ok_and(|one| one.is_function())
}

/// A reader of the output of the stream with that name.
fn through(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    let maker: Function = get(&js_sys::global(), name)?.dyn_into()?;
    let stream = Reflect::construct(&maker, &Array::of1(&"deflate-raw".into()))?;
    let parts = Array::of1(&Uint8Array::from(bytes));
    let source = Blob::new_with_u8_array_sequence(&parts)?;
    let source = call(&source, "stream", &Array::new())?;
    let piped = call(&source, "pipeThrough", &Array::of1(&stream))?;
    call(&piped, "getReader", &Array::new())
}

async fn drain(reader: &JsValue, most: usize) -> Result<Vec<u8>, JsValue> {
    let mut out = Vec::new();
    loop {
        let promise: Promise = call(reader, "read", &Array::new())?.dyn_into()?;
        let chunk = JsFuture::from(promise).await?;
        if get(&chunk, "done")?.is_truthy() {
            return Ok(out);
        }
        let bytes: Uint8Array = get(&chunk, "value")?.dyn_into()?;
        if out.len() + bytes.length() as usize > most {
            let _ = call(reader, "cancel", &Array::new());
            return Err(JsValue::UNDEFINED);
        }
        out.extend(bytes.to_vec());
    }
}

fn get(from: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(from, &name.into())
}

fn call(on: &JsValue, name: &str, with: &Array) -> Result<JsValue, JsValue> {
    get(on, name)?.dyn_into::<Function>()?.apply(on, with)
}
