//! What was found: the sentence in words, the figures with how each is counted, and what none of them
//! can show.

use leptos::prelude::*;

use super::desk::Desk;
use crate::state::Side;
use crate::view::{CAUTION, figures, finding};

/// The finding and the figures.
pub fn found(desk: Desk) -> AnyView {
    let words = move || {
        let finding = desk.comparing.with(|comparing| finding(comparing));
        let cut = finding
            .cut_short
            .map(|text| view! { <p class="aside">{text}</p> }.into_any());
        let detail = (!finding.detail.is_empty())
            .then(|| view! { <p class="aside detail">{finding.detail}</p> }.into_any());
        view! {
            <p class="finding">{finding.headline}</p>
            {detail}
            {cut}
        }
        .into_any()
    };
    view! {
        <section class="found" aria-labelledby="found-name">
            <h2 class="aloud" id="found-name">
                "What was found"
            </h2>
            {words}
            {move || counted(desk)}
            <p class="aside caution">{CAUTION}</p>
        </section>
    }
    .into_any()
}

fn counted(desk: Desk) -> AnyView {
    let figures = desk.comparing.with(|comparing| figures(comparing));
    let rows = figures
        .list
        .into_iter()
        .map(|figure| {
            view! {
                <tr>
                    <th scope="row">{figure.label}</th>
                    <td>
                        <b>{figure.value.a}</b>
                        <small>{figure.how.a}</small>
                    </td>
                    <td>
                        <b>{figure.value.b}</b>
                        <small>{figure.how.b}</small>
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <details class="counted">
            <summary>
                <span>{figures.line}</span>
                " "
                <span class="more">"How this is counted"</span>
            </summary>
            <div class="sheet">
                <table class="tally">
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col">{Side::A.letter()}</th>
                            <th scope="col">{Side::B.letter()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
