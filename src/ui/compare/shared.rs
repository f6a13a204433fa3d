//! Shared: each match as two quotations in context, and the passages.

use leptos::prelude::*;

use super::desk::{Desk, Reveal};
use super::texts::{kind_class, parts, runs};
use crate::state::{At, Side, View};
use crate::view::{Card, PassageRow, Quote, shared as shared_of};

/// What both articles share.
pub fn shared(desk: Desk) -> AnyView {
    let all = move || {
        let shared = desk
            .comparing
            .with(|comparing| desk.marks.with(|marks| shared_of(comparing, marks)));
        let cards = shared
            .cards
            .into_iter()
            .map(|one| card(desk, one))
            .collect::<Vec<_>>();
        let passages = shared
            .passages
            .into_iter()
            .map(|one| passage(desk, one))
            .collect::<Vec<_>>();
        let list = (!passages.is_empty())
            .then(|| view! { <ol class="passages">{passages}</ol> }.into_any());
        view! {
            <section aria-labelledby="matches-name">
                <h2 id="matches-name">"Matches"</h2>
                {shared.no_cards.map(|text| view! { <p class="note">{text}</p> }.into_any())}
                <ol class="cards">{cards}</ol>
            </section>
            <section aria-labelledby="passages-name">
                <h2 id="passages-name">"Passages"</h2>
                <p class="note">{shared.passages_note}</p>
                {list}
            </section>
        }
        .into_any()
    };
    view! { <div class="shared">{all}</div> }.into_any()
}

fn card(desk: Desk, card: Card) -> AnyView {
    let class = format!("card {}", kind_class(card.kind));
    let swatch = format!("swatch {}", kind_class(card.kind));
    view! {
        <li class=class id=format!("m{}", card.index)>
            <header>
                <h3>
                    <span class=swatch></span>
                    {card.title}
                </h3>
                <span>{card.place}</span>
                {in_texts(desk, card.at)}
            </header>
            <div class="two">{quote(card.a)} {quote(card.b)}</div>
            <details>
                <summary>"What changed"</summary>
                <div class="diff">{parts(card.diff)}</div>
            </details>
        </li>
    }
    .into_any()
}

fn quote(quote: Quote) -> AnyView {
    let name = match quote.side {
        Side::A => "From A",
        Side::B => "From B",
    };
    view! {
        <blockquote aria-label=name>
            <span class="letter" aria-hidden="true">
                {quote.side.letter()}
            </span>
            <p>
                <span class="greyed">{quote.before}</span>
                " "
                <span class="quoted">{runs(quote.runs)}</span>
                " "
                <span class="greyed">{quote.after}</span>
            </p>
        </blockquote>
    }
    .into_any()
}

fn passage(desk: Desk, row: PassageRow) -> AnyView {
    let other = row.b.map(|text| {
        view! {
            <p class="as-b">
                <span class="letter">"B "</span>
                {text}
            </p>
        }
        .into_any()
    });
    view! {
        <li>
            <p class="words">{row.a}</p>
            {other}
            <p class="note">
                <span>{row.words}</span>
                <span>{row.place}</span>
                {row.note.map(|note| view! { <span>{note}</span> }.into_any())}
                {in_texts(desk, row.at)}
            </p>
        </li>
    }
    .into_any()
}

/// Leads to where it stands in both texts.
fn in_texts(desk: Desk, at: At) -> AnyView {
    view! {
        <button
            type="button"
            class="link"
            on:click=move |_| {
                desk.anchor.set(Side::A);
                desk.reveal.set_value(Reveal::AtOnce);
                let mut to = desk.site.state_now().with_at(Some(at));
                to.view = View::Side;
                desk.site.go(to);
            }
        >
            "See it in the texts"
        </button>
    }
    .into_any()
}
