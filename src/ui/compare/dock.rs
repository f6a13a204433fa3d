//! The dock: what is in hand, what changed in it, why it is a match, and how to pass it on.

use leptos::prelude::*;

use super::desk::{Desk, Reveal};
use super::texts::{kind_class, parts, sentence_id};
use crate::state::Side;
use crate::ui::{browser, icons};
use crate::view::Dock;

/// The dock, where something is in hand. Its place in the page is the stage's to choose.
pub fn dock(desk: Desk) -> AnyView {
    let shown = Memo::new(move |_| desk.dock());
    // Said aloud when something is taken in hand; the sentence itself has the focus then.
    Effect::new(move || {
        if let Some(spoken) = shown.with(|dock| dock.as_ref().map(|dock| dock.spoken.clone())) {
            desk.site.say(&spoken);
        }
    });
    view! {
        <div id="dock-home">
            <div
                id="dock"
                role="region"
                aria-label="In hand"
                tabindex="-1"
                class="dock"
                class:gone=move || shown.with(Option::is_none)
                class:alone=move || {
                    shown.with(|dock| dock.as_ref().is_some_and(|dock| dock.kind.is_none()))
                }
            >
                {move || shown.get().map(|dock| inside(desk, dock))}
            </div>
        </div>
    }
    .into_any()
}

fn inside(desk: Desk, dock: Dock) -> AnyView {
    let swatch = dock.kind.map(|kind| {
        view! { <span class=format!("swatch {}", kind_class(kind))></span> }.into_any()
    });
    let at = dock.at;
    let citation = dock.citation;
    let others = dock
        .others
        .into_iter()
        .map(|other| {
            let at = other.at;
            view! {
                <button
                    type="button"
                    class="link"
                    on:click=move |_| desk.take(Some(at), Reveal::Glide)
                >
                    {other.label}
                </button>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    let others = (!others.is_empty())
        .then(|| view! { <span class="acts">"Also " {others}</span> }.into_any());
    let words = (!dock.shared_words.is_empty()).then(|| {
        view! { <span>"Shared: " <em>{dock.shared_words.join(", ")}</em></span> }.into_any()
    });
    view! {
        <div class="what">
            <span class="kind">{swatch} {dock.title}</span>
            {line(dock.place)}
            {line(dock.score)}
            {line(dock.voice)}
        </div>
        <div class="diff">{parts(dock.diff)}</div>
        <div class="why">
            {dock.note.map(line)}
            {dock.why.into_iter().map(line).collect::<Vec<_>>()}
            {words}
            {others}
            <span class="acts">
                <button
                    type="button"
                    class="link"
                    on:click=move |_| {
                        browser::copy(desk.site, desk.link(Some(at)), "Passage link copied");
                    }
                >
                    "Copy passage link"
                </button>
                <button
                    type="button"
                    class="link"
                    on:click=move |_| browser::copy(desk.site, citation.clone(), "Quotation copied")
                >
                    "Copy quotation"
                </button>
            </span>
        </div>
        <button
            type="button"
            class="button bare icon close"
            aria-label="Let go"
            title="Let go (Esc)"
            on:click=move |_| let_go(desk)
        >
            {icons::cross()}
        </button>
    }
    .into_any()
}

/// Lets go, and gives the focus back to the sentence if it was in the dock.
pub fn let_go(desk: Desk) {
    let hand = desk.hand.get_untracked();
    let anchor = desk.anchor.get_untracked();
    let in_dock = browser::document()
        .and_then(|document| document.active_element())
        .and_then(|element| element.closest(".dock").ok().flatten())
        .is_some();
    desk.take(None, Reveal::No);
    if in_dock {
        let held: Option<(Side, u32)> = [anchor, anchor.other()]
            .into_iter()
            .find_map(|side| Some((side, hand.sentence(side)?)));
        if let Some((side, index)) = held {
            browser::focus(&sentence_id(side, index));
        }
    }
}

fn line(text: String) -> AnyView {
    (!text.is_empty())
        .then(|| view! { <span>{text}</span> }.into_any())
        .into_any()
}
