//! What stands on paper only: from where and when the page is, and how its figures were counted. A
//! printed comparison is evidence, and says by itself what it rests on.

use leptos::prelude::*;

use super::desk::Desk;
use crate::state::Side;
use crate::view::{figures, header};

/// The foot of a printed page.
pub fn paper(desk: Desk) -> AnyView {
    let sources = move || {
        desk.comparing.with(|comparing| {
            Side::BOTH
                .into_iter()
                .map(|side| {
                    let header = header(comparing, side);
                    let url = header.url.unwrap_or_default();
                    let line = [header.publisher, header.date, header.words, url]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect::<Vec<_>>()
                        .join(" · ");
                    view! {
                        <p>
                            <b>{side.letter()}</b>
                            " "
                            {header.title}
                            ". "
                            {line}
                        </p>
                    }
                    .into_any()
                })
                .collect::<Vec<_>>()
        })
    };
    let counted = move || {
        desk.comparing
            .with(|comparing| figures(comparing))
            .list
            .into_iter()
            .map(|figure| {
                view! {
                    <p>
                        <b>{figure.label}</b>
                        ": A "
                        {figure.value.a}
                        " ("
                        {figure.how.a}
                        "); B "
                        {figure.value.b}
                        " ("
                        {figure.how.b}
                        ")"
                    </p>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    let address = move || {
        let at = desk.site.with(|state| state.at);
        desk.link(at)
    };
    view! {
        <section class="on-paper" aria-hidden="true">
            {sources}
            {counted}
            <p>{address} ", printed on " {today()}</p>
        </section>
    }
    .into_any()
}

/// The day, as the browser has it: `2014-05-30`.
fn today() -> String {
    let now: String = js_sys::Date::new_0().to_iso_string().into();
    now.get(..10).unwrap_or_default().to_owned()
}
