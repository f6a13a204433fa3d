//! The site: the part of Crossread that runs in the reader's browser.
//!
//! `ui -> view -> state`: what a link says is [`state`], what the page shows of it is [`view`], and the
//! components that place it are `ui`. A library with a thin `main.rs` over it, so that what needs no
//! browser can be tested by `cargo test`.

// Text by index: what says that it failed takes 3 KB of the first load.
#![cfg_attr(not(test), warn(clippy::string_slice))]

mod address;
mod boot;
pub mod library;
pub mod own;
#[cfg(feature = "own")]
mod packing;
mod panic;
mod sort;
pub mod state;
mod storage;
mod ui;
pub mod view;
mod worker;

/// Starts the site in the page that loaded it, and takes away what `index.html` showed until then.
pub fn run() {
    panic::install();
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    leptos::mount::mount_to_body(ui::App);
    // Only now: had the lines above failed, boot.js would need the element to say so.
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
}
