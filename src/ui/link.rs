//! Links inside the site: real ones, so that they can be opened elsewhere and copied, which a plain click
//! follows without loading the page again.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::site::Site;
use crate::address;
use crate::state::{State, write};

/// The address of a state.
pub fn href(to: &State) -> String {
    address::link(&write(to))
}

/// Follows a plain click; a click with a modifier or another button stays the browser's.
pub fn follow(site: Site, event: &MouseEvent, to: State) {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if plain {
        event.prevent_default();
        site.go(to);
    }
}

/// A link to a state.
pub fn link(site: Site, class: &'static str, to: State, inside: impl IntoView) -> AnyView {
    let address = href(&to);
    view! {
        <a class=class href=address on:click=move |event| follow(site, &event, to.clone())>
            {inside.into_any()}
        </a>
    }
    .into_any()
}
