//! The engine as a page would call it, for `cargo xtask bench`. It is compiled and optimised like the site, but is
//! not part of its download. The calling script measures the times.
#![cfg(target_arch = "wasm32")]
// What `wasm_bindgen` writes for an export.
#![allow(missing_docs)]

use crossread_engine::word_diff::text_diff;
use crossread_engine::{Lang, Options, Reading, Source, compare, compare_in_steps};
use wasm_bindgen::prelude::wasm_bindgen;

fn read(text: &str) -> Reading {
    let source = Source::new(text, Lang::English);
    Reading::with(source, &|word| {
        js_sys::JsString::from(word)
            .normalize("NFKC")
            .as_string()
            .unwrap_or_else(|| word.to_owned())
    })
}

/// Reads both texts and compares them; gives the number of matches.
#[wasm_bindgen]
pub fn whole(a: &str, b: &str) -> usize {
    compare(&read(a), &read(b), Options::default())
        .matches
        .len()
}

/// The diff of both texts from end to end; gives the number of its stretches.
#[wasm_bindgen]
pub fn diff(a: &str, b: &str) -> usize {
    text_diff(a, b).hunks.len()
}

/// Calls `done` after each step of a comparison: once after the reading, then after passages, matches and figures.
#[wasm_bindgen]
pub fn steps(a: &str, b: &str, done: &js_sys::Function) -> usize {
    let tell = || {
        // A script that throws here only loses its times.
        let _ = done.call0(&wasm_bindgen::JsValue::NULL);
    };
    let (a, b) = (read(a), read(b));
    tell();
    compare_in_steps(&a, &b, Options::default(), &mut |_| tell())
        .matches
        .len()
}
