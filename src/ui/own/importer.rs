//! Sends requests to the importer, and shows the progress.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use crossread_worker::protocol::{Answer, Ask, Bringing};
use js_sys::ArrayBuffer;
use leptos::prelude::*;

use super::texts::{Asked, Came, Outcome};
use crate::own::imported;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::site::Site;
use crate::worker::{self, WorkerError, WorkerEvent};

/// Asks the importer to read something. `what`: its name in the message about progress.
pub async fn import(
    site: Site,
    what: String,
    bringing: Bringing,
    file: Option<ArrayBuffer>,
) -> Came {
    let outcome = Rc::new(RefCell::new(Outcome::default()));
    let heard = Rc::clone(&outcome);
    site.own.hold().asked.push(Asked {
        what,
        begun: false,
        ticket: None,
        outcome: Rc::clone(&outcome),
    });
    let told = move |told| {
        let came = match told {
            WorkerEvent::Progress(_) => {
                let mut held = site.own.hold();
                let mut asked = held.asked.iter_mut();
                if let Some(one) = asked.find(|one| Rc::ptr_eq(&one.outcome, &heard)) {
                    one.begun = true;
                }
                drop(held);
                site.own.reading.notify();
                return;
            }
            WorkerEvent::Answer(Answer::Imported(read)) => read.map_err(imported::refused),
            WorkerEvent::Failed(WorkerError::NotThere) => Err(imported::not_there()),
            WorkerEvent::Answer(_) | WorkerEvent::Failed(WorkerError::Stopped) => {
                Err(imported::stopped())
            }
        };
        Outcome::settle(&heard, Some(came));
    };
    let ticket = worker::ask_with(Ask::Import(bringing), file, told);
    if let Some(one) = of(&mut site.own.hold().asked, &outcome) {
        one.ticket = Some(ticket);
    }
    site.own.reading.notify();
    let came = poll_fn(|context| {
        let mut outcome = outcome.borrow_mut();
        outcome.waker = Some(context.waker().clone());
        outcome.came.take().map_or(Poll::Pending, Poll::Ready)
    })
    .await;
    let done = {
        let asked = &mut site.own.hold().asked;
        let place = asked
            .iter()
            .position(|one| Rc::ptr_eq(&one.outcome, &outcome));
        place.map(|place| asked.remove(place))
    };
    drop(done);
    site.own.reading.notify();
    came
}

fn of<'a>(asked: &'a mut [Asked], outcome: &Rc<RefCell<Outcome>>) -> Option<&'a mut Asked> {
    asked
        .iter_mut()
        .find(|one| Rc::ptr_eq(&one.outcome, outcome))
}

/// Stops everything that is being read.
fn stop(site: Site) {
    let asked = std::mem::take(&mut site.own.hold().asked);
    // The last first, so that a waiting request is not started when another is stopped.
    for one in asked.into_iter().rev() {
        if let Some(ticket) = one.ticket {
            ticket.cancel();
        }
        Outcome::settle(&one.outcome, None);
    }
    site.own.reading.notify();
}

/// What is being read, and the button to stop it.
pub fn progress(site: Site) -> El {
    let line = classed("p", "grow")
        .attr("role", "status")
        .live_text(move || {
            site.own.reading.track();
            match &site.own.held().asked[..] {
                [] => String::new(),
                [one, ..] if one.begun => format!("Reading {}…", one.what),
                [one, ..] => format!(
                    "Fetching the part of Crossread that reads files, then reading {}…",
                    one.what
                ),
            }
        });
    let stop = el("span").live(move || {
        site.own.reading.track();
        if site.own.held().asked.is_empty() {
            return Vec::new();
        }
        let stop = button("button").text("Stop reading");
        vec![stop.on("click", move |_| stop_and_say(site))]
    });
    classed("div", "bringing").child(line).child(stop)
}

fn stop_and_say(site: Site) {
    stop(site);
    site.tell("Stopped");
}
