//! For a room full of people: large letters with a spotlight on what is selected, for a projector; the link as a code that a phone
//! reads; and a hand-out on paper.

use leptos::prelude::*;

use super::pair_state::PairState;
use crate::boot;
use crate::own::is_own;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, live};

/// The class of the page while a hand-out is printed.
const HAND_OUT: &str = "hand-out";

/// The button for a projector.
pub fn large(pair: PairState) -> El {
    button("button")
        .text("Large letters and a spotlight")
        .live_flag("aria-pressed", move || pair.large.get())
        .on("click", move |_| {
            pair.large.set(!pair.large.get_untracked())
        })
}

/// The button that shows the link as a QR code, and the code beneath it until the link is another.
pub fn code(pair: PairState) -> [El; 2] {
    let shown = RwSignal::new(false);
    let place = classed("div", "qr")
        .attr("role", "status")
        .live_switch("hidden", move || !shown.get());
    let into = place.get::<web_sys::Element>();
    live(move || {
        pair.site.with(|_| ());
        shown.set(false);
    });
    let open = button("button")
        .text("QR code of the link")
        .live_flag("aria-expanded", move || shown.get())
        .on("click", move |_| {
            let on = !shown.get_untracked();
            shown.set(on);
            let Some(into) = into.as_ref().filter(|_| on) else {
                return;
            };
            let state = pair.site.state_now();
            if is_own(&state.a) || is_own(&state.b) {
                into.set_text_content(Some(
                    "A text of yours is kept in this browser alone: elsewhere a code of this link would open nothing.",
                ));
            } else {
                boot::code(into, &pair.link(state.at));
            }
        });
    [open, place]
}

/// The button for paper: one page of what differs, with room for answers, and the answers on the next.
pub fn hand_out() -> El {
    browser::on_window("afterprint", |_| browser::set_root_class(HAND_OUT, false));
    button("button").text("Print a hand-out").on("click", |_| {
        browser::set_root_class(HAND_OUT, true);
        browser::print();
    })
}
