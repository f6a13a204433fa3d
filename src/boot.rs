//! Calls into `boot.js`: downloads that it has already begun, and work that takes less code as a script.

use js_sys::{Function, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};

/// The promise of a worker's program: its script's address and its compiled module.
pub fn program(name: &str) -> Option<js_sys::Promise> {
    let files = given("crossreadProgram")?.call1(&JsValue::NULL, &name.into());
    files.ok()?.dyn_into().ok()
}

/// The promise of the answer that the build computed for two shipped articles, as the bytes of a file: an `ArrayBuffer`.
pub fn answer(a: &str, b: &str) -> Option<js_sys::Promise> {
    let file = given("crossreadAnswer")?.call2(&JsValue::NULL, &a.into(), &b.into());
    file.ok()?.dyn_into().ok()
}

/// A worker that runs that script. `gone` is called when it has ended.
pub fn worker(script: &str, gone: &JsValue) -> Option<web_sys::Worker> {
    let worker = given("crossreadWorker")?.call2(&JsValue::NULL, &script.into(), gone);
    worker.ok()?.dyn_into().ok()
}

/// Aligns the texts of both articles, if that script has arrived.
pub fn align() {
    if let Some(align) = given("crossreadAlign") {
        let _ = align.call0(&JsValue::NULL);
    }
}

/// Hands a file to the reader, as a download.
pub fn save(name: &str, mime: &str, text: &str) {
    if let Some(save) = given("crossreadSave") {
        let _ = save.call3(&JsValue::NULL, &name.into(), &mime.into(), &text.into());
    }
}

/// Shows a text as a QR code in an element, or says there why it cannot.
pub fn code(place: &JsValue, text: &str) {
    if let Some(code) = given("crossreadCode") {
        let _ = code.call2(&JsValue::NULL, place, &text.into());
    }
}

/// The promise of those articles of a static collection (their ids, joined by `.`) as the texts in a link are written; else
/// of a sentence that says why they are not there.
pub fn collected(set: &str, ids: &str) -> Option<js_sys::Promise> {
    let texts = given("crossreadCollected")?.call2(&JsValue::NULL, &set.into(), &ids.into());
    texts.ok()?.dyn_into().ok()
}

/// The promise of the dropped files, including those in folders: at most `most` pairs of a path and a file.
pub fn dropped(data: &JsValue, most: u32) -> Option<js_sys::Promise> {
    let files = given("crossreadDropped")?.call2(&JsValue::NULL, data, &most.into());
    files.ok()?.dyn_into().ok()
}

/// Fetches the program with the reader's own texts in advance.
#[allow(dead_code, reason = "only the first program calls it")]
pub fn warm() {
    if let Some(warm) = given("crossreadWarm") {
        let _ = warm.call0(&JsValue::NULL);
    }
}

/// Stores files or texts where items from the share sheet are stored. Returns a promise that resolves when they are there.
#[allow(dead_code, reason = "only the first program calls it")]
pub fn lend(what: &JsValue) -> Option<js_sys::Promise> {
    let lent = given("crossreadLend")?.call1(&JsValue::NULL, what);
    lent.ok()?.dyn_into().ok()
}

fn given(name: &str) -> Option<Function> {
    let given = Reflect::get(&js_sys::global(), &name.into()).ok()?;
    given.dyn_into().ok()
}
