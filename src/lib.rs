//! The site: the part of Crossread that runs in the reader's browser.
//!
//! `ui -> view -> state`: what a link says is [`state`], what the page shows of it is [`view`].
//!
//! A library with a thin `main.rs` over it, so that what needs no browser can be tested by `cargo test`.

pub mod library;
pub mod overview;
mod panic;
pub mod state;
pub mod view;

use leptos::prelude::*;

/// Starts the site in the page that loaded it, and takes away what `index.html` showed until then.
///
/// Does nothing where there is no page, as in a worker.
pub fn run() {
    panic::install();
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    leptos::mount::mount_to_body(App);
    // Only now: had the lines above failed, boot.js would need the element to say so.
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    view! {
        <main>
            <h1>"Crossread"</h1>
        </main>
    }
}
