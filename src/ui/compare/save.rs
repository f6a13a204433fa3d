//! The comparison as a file. What writes it is a program that few need, so it is loaded when the first file
//! is asked for; until then, and should it fail, a line in the panel says how it stands.

use crossread_worker::protocol::Answer;
use leptos::prelude::*;

use super::desk::Desk;
use super::fold::fold;
use super::paper::today;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::icons::DOWN;
use crate::view::saving::{FILE_KINDS, LOADING, NOT_LOADED, NOT_WRITTEN, WRITING};
use crate::worker::{self, Ticket, Told, Trouble};

/// A button, and under it the kinds of file.
pub fn save(desk: Desk) -> El {
    let saving = Saving {
        desk,
        said: RwSignal::new(String::new()),
        failed: RwSignal::new(false),
        at: StoredValue::new_local((0, None)),
    };
    let panel = Box::new(move || saving.panel());
    fold(desk, "fold save", "Save…", DOWN, false, panel)
}

/// How it stands with the file that was asked for last.
#[derive(Clone, Copy)]
struct Saving {
    desk: Desk,
    said: RwSignal<String>,
    failed: RwSignal<bool>,
    /// Its kind, and what is on its way.
    at: StoredValue<(usize, Option<Ticket>), LocalStorage>,
}

impl Saving {
    fn panel(self) -> Vec<El> {
        let kinds = FILE_KINDS.iter().enumerate().map(|(place, kind)| {
            button("file")
                .child(el("b").text(kind.name))
                .child(el("small").text(kind.good_for))
                .on("click", move |_| self.write(place))
        });
        let again = button("button")
            .text("Try again")
            .live_switch("hidden", move || !self.failed.get())
            .on("click", move |_| {
                self.write(self.at.with_value(|(place, _)| *place))
            });
        let stand = el("div")
            .live_switch("hidden", move || self.said.get().is_empty())
            .child(el("p").live_text(move || self.said.get()))
            .child(again);
        vec![classed("div", "files").children(kinds), stand]
    }

    fn write(self, place: usize) {
        let Some(kind) = FILE_KINDS.get(place) else {
            return;
        };
        let comparing = self.desk.comparing();
        let name = kind.file_name(&comparing);
        let link = self.desk.link(self.desk.site.state_now().at);
        self.say(LOADING, false);
        let ask = kind.ask(&comparing, link, today());
        let ticket = worker::ask(ask, move |told| match told {
            Told::Progress(_) => self.said.set(WRITING.to_owned()),
            Told::Answer(Answer::Document(text)) => {
                browser::save(&name, kind.mime, &text);
                self.said.set(String::new());
                self.desk.site.tell(&format!("Saved as {name}"));
            }
            Told::Trouble(Trouble::NotThere) => self.say(NOT_LOADED, true),
            _ => self.say(NOT_WRITTEN, true),
        });
        self.at.set_value((place, Some(ticket)));
    }

    fn say(self, what: &str, failed: bool) {
        self.said.set(what.to_owned());
        self.failed.set(failed);
        self.desk.site.say(what);
    }
}
