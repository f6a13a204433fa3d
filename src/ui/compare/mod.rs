//! The compare page: which two, what was found, and the texts in one of three views.
//!
//! | what | where |
//! |---|---|
//! | what its parts share | [`desk`] |
//! | pickers, finding, controls | `pickers`, `found`, `bar` |
//! | the views | `side`, `one`, `shared`, made of `texts` |
//! | beside the texts | `ruler`, `dock`, and the ribbon in `side` |
//! | marks, selection, shifts put onto the page | `stage` and `level`, with what `measure` measures |
//! | the page on paper | `paper` |

mod bar;
mod desk;
mod dock;
mod found;
mod level;
mod measure;
mod one;
mod paper;
mod pickers;
mod ruler;
mod shared;
mod side;
mod stage;
mod texts;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ResizeObserver};

use self::desk::Desk;
use super::browser;
use super::keys::{Ask, listen};
use super::link::link;
use super::site::Site;
use crate::library::Article;
use crate::state::{Subject, View, resolve};
use crate::view::{document_title, prompt};

pub use texts::{kind_class, lang, parts};

/// The compare page.
pub fn compare(site: Site) -> AnyView {
    let subject = Memo::new(move |_| {
        let state = site.state();
        site.library(|library| resolve(&state, library)).subject
    });
    view! {
        <h1 class="aloud">{move || site.library(|library| document_title(library, &site.state()))}</h1>
        {pickers::pickers(site)}
        {move || match subject.get() {
            Subject::Pair(a, b) => pair(site, a, b),
            other => choose(site, &other),
        }}
    }
    .into_any()
}

/// What stands where there is no pair.
fn choose(site: Site, subject: &Subject) -> AnyView {
    listen(site, move |ask| match ask {
        Ask::Swap => site.go(site.state_now().swapped()),
        Ask::Pick => browser::focus(pickers::FIRST),
        _ => {}
    });
    let state = site.state_now();
    let Some(prompt) = site.library(|library| prompt(subject, &state, library)) else {
        return ().into_any();
    };
    let offers = prompt
        .offers
        .into_iter()
        .map(|(label, to)| view! { <li>{link(site, "", to, label)}</li> }.into_any())
        .collect::<Vec<_>>();
    view! {
        <section class="empty">
            <h2>{prompt.headline}</h2>
            <p>{prompt.detail}</p>
            <ul class="offers">{offers}</ul>
        </section>
    }
    .into_any()
}

/// Two articles on the desk.
fn pair(site: Site, a: Arc<Article>, b: Arc<Article>) -> AnyView {
    let desk = Desk::new(site, a, b);
    listen(site, move |ask| obey(desk, ask));
    stage::keep(desk);
    watch_layout(desk);
    view! {
        {found::found(desk)}
        {bar::bar(desk)}
        {move || match desk.view.get() {
            View::Side => side::side(desk),
            View::One => one::one(desk),
            View::Shared => shared::shared(desk),
        }}
        {dock::dock(desk)}
        {paper::paper(desk)}
    }
    .into_any()
}

/// Does what a key asked.
fn obey(desk: Desk, ask: Ask) {
    match ask {
        Ask::Next => desk.step(true),
        Ask::Previous => desk.step(false),
        Ask::View(view) => bar::show(desk, view),
        Ask::Swap => desk.site.go(desk.site.state_now().swapped()),
        Ask::Pick => {
            browser::focus(pickers::FIRST);
        }
        Ask::CopyLink => bar::copy_link(desk),
        Ask::LetGo => dock::let_go(desk),
    }
}

/// Has everything measured again when the texts change their size: another window, a font that arrived,
/// a fold that was opened.
fn watch_layout(desk: Desk) {
    let again = leptos::wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || {
        let _ = desk.laid_out.try_update(|times| *times += 1);
    });
    let Ok(observer) = ResizeObserver::new(again.as_ref().unchecked_ref()) else {
        return;
    };
    let handle = StoredValue::new_local((observer, again));
    request_animation_frame(move || {
        if let Some(main) = browser::by_id("main") {
            let _ = handle.try_with_value(|(observer, _)| observer.observe(&main));
        }
    });
    on_cleanup(move || {
        let _ = handle.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// Moves the focus to an element.
fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
