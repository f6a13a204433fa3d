//! The site: the part of Crossread that runs in the reader's browser.
//!
//! `ui -> view -> state`: [`state`] is the meaning of a link, [`view`] is the data that the page shows, and
//! the components in `ui` place it. This is a library with a thin `main.rs`, so that `cargo test` can test
//! everything that needs no browser.

// Text is not sliced by index: the panic message would add 3 KB to the first load.
#![cfg_attr(not(test), warn(clippy::string_slice))]
// The first program is the same code without the reader's own texts, so some functions have no caller in it.
#![cfg_attr(not(feature = "own"), allow(dead_code))]

use leptos::wasm_bindgen::JsCast;

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

#[cfg(feature = "own")]
pub use ui::first_page;
#[cfg(not(target_arch = "wasm32"))]
pub use ui::{Before, before};

/// Whether this runs in a browser. In the build and in tests it does not.
const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

/// The window, where there is one.
fn window() -> Option<web_sys::Window> {
    IN_BROWSER.then(web_sys::window).flatten()
}

/// Starts the site in the page that loaded it, and removes what `index.html` showed until then.
pub fn run() {
    panic::install();
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    // The scroll position and the focus, which must stay when the first page is taken over.
    let y = window().and_then(|window| window.scroll_y().ok());
    let active = document.active_element();
    leptos::mount::mount_to_body(ui::App);
    // Only now, since boot.js would need the element if the lines above failed.
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
    if let Some(window) = window()
        && let Some(y) = y.filter(|y| *y > 0.0)
    {
        window.scroll_to_with_x_and_y(0.0, y);
    }
    let active = active.and_then(|active| active.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(active) =
        active.filter(|active| active.is_connected() && active.tag_name() != "BODY")
    {
        let _ = active.focus();
    }
}
