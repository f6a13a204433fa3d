//! The comparison as a file. What writes it is a program that few need, so it is loaded when the first file
//! is asked for; until then, and should it fail, a line in the panel says how it stands.

use crossread_worker::protocol::Answer;
use leptos::prelude::*;

use super::desk::Desk;
use super::drop::dropping;
use super::paper::today;
use crate::boot;
use crate::own::is_own;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::icons::DOWN;
use crate::view::saving::{FILE_KINDS, LOADING, NOT_LOADED, NOT_WRITTEN, WRITING};
use crate::worker::{self, Told, Trouble};

/// A button, and under it the kinds of file.
pub fn save(desk: Desk) -> El {
    let said = RwSignal::new(String::new());
    let panel = Box::new(move || panel(desk, said));
    dropping(
        desk.site,
        Some("tool"),
        "drop save",
        "Save…",
        DOWN,
        false,
        panel,
    )
}

fn panel(desk: Desk, said: RwSignal<String>) -> Vec<El> {
    let kinds = FILE_KINDS.iter().enumerate().map(|(place, kind)| {
        button("file")
            .child(el("b").text(kind.name))
            .child(el("small").text(kind.good_for))
            .on("click", move |_| write(desk, said, place))
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
                    // The button goes; the focus stays beside it.
                    browser::focus("saving");
                    write(desk, said, desk.saving());
                }),
            ],
        }
    });
    vec![classed("div", "files").children(kinds), stand]
}

/// Has a file of that kind written, and saves it.
fn write(desk: Desk, said: RwSignal<String>, place: usize) {
    let Some(kind) = FILE_KINDS.get(place) else {
        return;
    };
    let say = move |what: &str| {
        said.set(what.to_owned());
        desk.site.say(what);
    };
    let comparing = desk.comparing();
    let day = today();
    let name = kind.file_name(&comparing, &day);
    let state = desk.site.state_now();
    // A link to a text that only this browser has would lead nobody else anywhere.
    let is_open = !is_own(&state.a) && !is_own(&state.b);
    let link = is_open.then(|| desk.link(state.at));
    say(LOADING);
    let shown = desk.marks().order().len() as u32;
    let ask = (desk.site).library(|library| kind.ask((&comparing, library), link, day, shown));
    let ticket = worker::ask(ask, move |told| match told {
        Told::Progress(_) => said.set(WRITING.to_owned()),
        Told::Answer(Answer::Document(text)) => {
            boot::save(&name, kind.mime, &text);
            said.set(String::new());
            desk.site.tell(&format!("Saved as {name}"));
        }
        Told::Trouble(Trouble::NotThere) => say(NOT_LOADED),
        _ => say(NOT_WRITTEN),
    });
    desk.set_saving(place, ticket);
}
