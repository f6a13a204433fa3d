//! The site: the part of Crossread that runs in the reader's browser.
//!
//! `ui -> view -> state`: [`state`] is the meaning of a link, [`view`] is the data that the page shows, and
//! the components in `ui` place it. This is a library with a thin `main.rs`, so that `cargo test` can test
//! everything that needs no browser.

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
