//! What is printed only: what was compared and where it was taken from, how the figures were counted, the link and
//! the day. A printed comparison is evidence, so it states its own basis.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

use super::differs::parts;
use super::found::tally;
use super::pair_state::PairState;
use crate::state::Side;
use crate::ui::browser::on_window;
use crate::ui::dom::{El, classed, el, span};
use crate::view::{FEW, differences, figures, header};

/// The foot of a printed page.
pub fn paper(pair: PairState) -> El {
    // The day, the address and the selection are worked out when the page is printed, since they are not visible before.
    let printing = Trigger::new();
    on_window("beforeprint", move |_| printing.notify());
    classed("section", "on-paper")
        .attr("aria-hidden", "true")
        .live(move || {
            printing.track();
            let comparing = pair.comparing();
            let sources = Side::BOTH.map(|side| {
                let header = header(&comparing, side);
                let url = header.url.unwrap_or_default();
                let parts = [header.publisher, header.date, header.words, url];
                let parts: Vec<String> =
                    parts.into_iter().filter(|part| !part.is_empty()).collect();
                el("p")
                    .child(el("b").text(comparing.name(side)))
                    .text(&format!(" {} ", header.title))
                    .text(&parts.join(" · "))
            });
            // The answers to the questions of the handout, for its second page.
            let found = differences(&comparing);
            let answers = found.rows.iter().take(FEW).map(|row| {
                classed("li", if row.clash { "differ clash" } else { "differ" })
                    .children(parts(pair, row))
            });
            let answers = classed("ul", "answers").children(answers);
            let counted = tally(&comparing, &figures(&comparing));
            let at = pair.site.state_now().at;
            let printed = el("p")
                .text(&format!("{}, printed on ", pair.link(at)))
                .child(span("day", &today()));
            sources
                .into_iter()
                .chain([counted, printed, answers])
                .collect()
        })
}

/// The reader's day, not Greenwich's: `2014-05-30`, which is how Swedish writes dates.
pub fn today() -> String {
    // In the build nobody reads.
    if !crate::IN_BROWSER {
        return String::new();
    }
    js_sys::Date::new_0()
        .to_locale_date_string("sv-SE", &JsValue::UNDEFINED)
        .into()
}
