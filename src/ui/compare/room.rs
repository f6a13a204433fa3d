//! For a room full of people: large letters with a spotlight on what is selected, for a projector; and a hand-out on paper.

use leptos::prelude::*;

use super::pair_state::PairState;
use crate::ui::browser;
use crate::ui::dom::{El, button};

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

/// The button for paper: one page of what differs, with room for answers, and the answers on the next.
pub fn hand_out() -> El {
    browser::on_window("afterprint", |_| browser::set_root_class(HAND_OUT, false));
    button("button").text("Print a hand-out").on("click", |_| {
        browser::set_root_class(HAND_OUT, true);
        browser::print();
    })
}
