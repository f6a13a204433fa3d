//! What the reader sees and touches. Components place what `view` worked out; handlers say where to go
//! (`site`), and the address and the page follow. Plain functions rather than Leptos components: what a
//! page is made of needs no properties of its own, and the program stays small.
//!
//! | what | where |
//! |---|---|
//! | what all parts share | `site` |
//! | what is asked of the browser | `browser` |
//! | the frame of every page | `chrome`, `keys`, `link`, `icons` |
//! | the front door | `front` |
//! | two articles compared | `compare` |

mod browser;
mod chrome;
mod compare;
mod front;
mod icons;
mod keys;
mod link;
mod site;

use leptos::prelude::*;

use self::site::Site;
use crate::state::Page;
use crate::view::document_title;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let site = Site::start();
    Effect::new(move || {
        let title = site.library(|library| site.with(|state| document_title(library, state)));
        if let Some(document) = browser::document() {
            document.set_title(&title);
        }
    });
    let page = Memo::new(move |_| site.with(|state| state.page));
    view! {
        {chrome::head(site)}
        {chrome::notices(site)}
        <main id="main" tabindex="-1">
            {move || match page.get() {
                Page::Library => front::front(site),
                Page::Compare => compare::compare(site),
            }}
        </main>
        {chrome::foot()}
        {chrome::voice(site)}
        {keys::dialog(site)}
    }
}
