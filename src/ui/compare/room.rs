//! For a room full of people: large letters with a spotlight on what is selected, for a projector; the link as a QR code for
//! phones; and a printed handout.

use leptos::prelude::*;

use super::pair_state::PairState;
use super::popover::shut_around;
use crate::boot;
use crate::own::is_own;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, live};

/// The class of the page while a handout is printed.
const HAND_OUT: &str = "hand-out";

/// The button for a projector.
pub fn large(pair: PairState) -> El {
    button("button")
        .text("Large letters and a spotlight")
        .live_flag("aria-pressed", move || pair.large.get())
        .on("click", move |event| {
            pair.large.set(!pair.large.get_untracked());
            // The menu would cover what is now large.
            shut_around(event);
        })
}

/// The button that shows the link as a QR code, and the code below it until the link changes.
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
                    "One of these texts is kept only in this browser, so a code of this link would not work elsewhere.",
                ));
            } else {
                boot::code(into, &pair.link(state.at));
            }
        });
    [open, place]
}

/// The button that prints the handout: a page with the differences and room for answers, and a page with the answers.
pub fn hand_out() -> El {
    browser::on_window("afterprint", |_| browser::set_root_class(HAND_OUT, false));
    button("button").text("Print a handout").on("click", |_| {
        browser::set_root_class(HAND_OUT, true);
        browser::print();
    })
}
