//! Side by side: two columns as one page, the ruler of each, and the ribbon between what is in hand. On a
//! phone, the first article alone; what answers a sentence opens under it.

use leptos::ev;
use leptos::prelude::*;

use super::desk::Desk;
use super::level::while_scrolling;
use super::ruler::{follow, ruler};
use super::stage::sentence_under;
use super::texts::{column as column_view, kind_class};
use crate::state::Side;
use crate::ui::browser::{by_id, focus};
use crate::view::column;

/// Both texts.
pub fn side(desk: Desk) -> AnyView {
    on_scroll(move || {
        while_scrolling(desk);
        follow();
    });
    let text = move |side| {
        desk.comparing
            .with(|comparing| column_view(column(comparing, side)))
    };
    let wide = move || !desk.site.narrow.get();
    view! {
        <div
            class="pages"
            class:docked=move || desk.site.with(|state| state.at.is_some())
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
            {move || wide().then(|| ruler(desk, Side::A))}
            {move || text(Side::A)}
            {move || {
                wide()
                    .then(|| {
                        view! {
                            <div class="mid"></div>
                            {text(Side::B)}
                            {ribbon(desk)}
                        }
                    })
            }}
            {move || ruler(desk, if wide() { Side::B } else { Side::A })}
        </div>
    }
    .into_any()
}

fn ribbon(desk: Desk) -> AnyView {
    let bands = move || {
        desk.drawing
            .with(|drawing| drawing.bands.clone())
            .into_iter()
            .map(|(ribbon, path)| {
                let front = if ribbon.front { " front" } else { "" };
                let class = format!("{}{front}", kind_class(ribbon.kind));
                view! { <path class=class d=path /> }.into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        <svg class="ribbon" aria-hidden="true">
            {bands}
        </svg>
    }
    .into_any()
}

/// A click on a sentence takes it in hand. Shared by all views that show sentences.
pub fn click(desk: Desk, event: &ev::MouseEvent) {
    if crate::ui::browser::is_selecting() {
        return;
    }
    if let Some((side, index, _)) = sentence_under(event) {
        desk.point(side, index);
    }
}

/// Enter and space take a sentence in hand; Enter on the one in hand leads to the dock; the arrows go
/// from sentence to sentence.
pub fn key(desk: Desk, event: &ev::KeyboardEvent) {
    let Some((side, index, element)) = sentence_under(event) else {
        return;
    };
    // Keys pressed on something inside of a sentence, such as the dock under it, are not the sentence's.
    if crate::ui::browser::target(event).is_none_or(|target| target != element) {
        return;
    }
    let to = match event.key().as_str() {
        "Enter" if desk.hand.get_untracked().holds(side, index) => {
            event.prevent_default();
            focus("dock");
            return;
        }
        "Enter" | " " => {
            event.prevent_default();
            desk.point(side, index);
            return;
        }
        "ArrowDown" => index.checked_add(1),
        "ArrowUp" => index.checked_sub(1),
        _ => return,
    };
    let next = to.and_then(|to| by_id(&super::texts::sentence_id(side, to)));
    if let Some(next) = next {
        event.prevent_default();
        let _ = next.focus();
    }
}

/// Calls `then` while the page scrolls, once per frame at most, as long as the caller's owner lives.
fn on_scroll(then: impl Fn() + Copy + 'static) {
    let asked = StoredValue::new(false);
    let handle = window_event_listener(ev::scroll, move |_| {
        if asked.get_value() {
            return;
        }
        asked.set_value(true);
        request_animation_frame(move || {
            if asked.try_set_value(false).is_none() {
                then();
            }
        });
    });
    on_cleanup(move || handle.remove());
}
