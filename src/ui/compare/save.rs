//! The comparison as a file. The program that writes it is needed by few, so it is loaded with the first request. A
//! line in the panel shows the progress or a failure.

use crossread_worker::protocol::Answer;
use leptos::prelude::*;

use super::pair_state::PairState;
use super::paper::today;
use super::popover::popover;
use crate::boot;
use crate::own::is_own;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::icons::DOWN;
use crate::view::saving::{FILE_KINDS, LOADING, NOT_LOADED, NOT_WRITTEN, WRITING};
use crate::worker::{self, WorkerError, WorkerEvent};

/// A button, and under it the kinds of file.
pub fn save(pair: PairState) -> El {
    let said = RwSignal::new(String::new());
    let panel = Box::new(move || panel(pair, said));
    popover(
        pair.site,
        Some("tool"),
        "drop save",
        "Save…",
        DOWN,
        false,
        panel,
    )
}

fn panel(pair: PairState, said: RwSignal<String>) -> Vec<El> {
    let kinds = FILE_KINDS.iter().enumerate().map(|(place, kind)| {
        button("file")
            .child(el("b").text(kind.name))
            .child(el("small").text(kind.good_for))
            .on("click", move |_| write(pair, said, place))
    });
    let stand = el("div").id("saving").attr("tabindex", "-1").live(move || {
        let said_now = said.get();
        let line = el("p").text(&said_now);
        match &*said_now {
            "" => Vec::new(),
            LOADING | WRITING => vec![line],
            _ => vec![
                line,
                button("button").text("Try again").on("click", move |_| {
                    // The button is removed, so the focus moves beside it.
                    browser::focus("saving");
                    write(pair, said, pair.saving());
                }),
            ],
        }
    });
    vec![classed("div", "files").children(kinds), stand]
}

/// Requests a file of that kind, and saves it.
fn write(pair: PairState, said: RwSignal<String>, place: usize) {
    let Some(kind) = FILE_KINDS.get(place) else {
        return;
    };
    let say = move |what: &str| {
        said.set(what.to_owned());
        pair.site.say(what);
    };
    let comparing = pair.comparing();
    let day = today();
    let name = kind.file_name(&comparing, &day);
    let state = pair.site.state_now();
    // A link to a text that only this browser has would not work for anybody else.
    let is_open = !is_own(&state.a) && !is_own(&state.b);
    let link = is_open.then(|| pair.link(state.at));
    say(LOADING);
    let shown = pair.marks().order().len() as u32;
    let ask = (pair.site).library(|library| kind.ask((&comparing, library), link, day, shown));
    let ticket = worker::ask(ask, move |told| match told {
        WorkerEvent::Progress(_) => said.set(WRITING.to_owned()),
        WorkerEvent::Answer(Answer::Document(text)) => {
            boot::save(&name, kind.mime, &text);
            said.set(String::new());
            pair.site.tell(&format!("Saved as {name}"));
        }
        WorkerEvent::Failed(WorkerError::NotThere) => say(NOT_LOADED),
        _ => say(NOT_WRITTEN),
    });
    pair.set_saving(place, ticket);
}
