//! One text: both articles in A's order, what changed in place, and what only B has where B has it.

use leptos::prelude::*;

use super::desk::Desk;
use super::side::{click, key};
use super::stage::sentence_under;
use super::texts::{blocks, lang};
use crate::state::Side;
use crate::view::{header, one_text};

/// Both articles as one text.
pub fn one(desk: Desk) -> AnyView {
    let text = move || {
        desk.comparing.with(|comparing| {
            let text = one_text(comparing);
            let lang = lang(&header(comparing, Side::A).lang);
            view! {
                <p class="legend-line">{text.legend}</p>
                <article class="text" lang=lang aria-label="Both articles as one text">
                    {blocks(text.blocks)}
                </article>
            }
            .into_any()
        })
    };
    view! {
        <div
            class="single"
            on:click=move |event| click(desk, &event)
            on:keydown=move |event| key(desk, &event)
            on:mouseover=move |event| {
                let under = sentence_under(&event).map(|(side, index, _)| (side, index));
                if desk.near.get_untracked() != under {
                    desk.near.set(under);
                }
            }
            on:mouseleave=move |_| desk.near.set(None)
        >
            {text}
        </div>
    }
    .into_any()
}
