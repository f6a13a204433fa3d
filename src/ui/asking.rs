//! Sends a page's request to a worker and follows its status. There is one request at a time. Progress is shown only if it
//! takes long; the reader can cancel and repeat it. Each page describes its request by a [`Request`].

use crossread_worker::protocol::{Answer, Progress};
use leptos::prelude::*;

use super::browser;
use super::dom::live;
use super::site::Site;
use super::watched::Watched;
use crate::state::State;
use crate::view::{Status, Waiting};
use crate::worker::{Ticket, WorkerError, WorkerEvent};

/// For so long nobody waits: before, nothing is said. In milliseconds.
const QUICK: u32 = 150;

/// What a page wants of a worker.
pub trait Request: Default + 'static {
    /// What the page shows of it.
    type Face: Clone + Default + 'static;

    /// Asks to be told when it can be something else, though the state is the same.
    fn track(site: Site);
    /// Asks anew where the state wants something else.
    fn follow(asking: Asking<Self>, state: &State);
    /// Asks for what is wanted, if anything is.
    fn ask(asking: Asking<Self>);
    /// Takes what a worker has answered; false where that is no answer to this.
    fn take(asking: Asking<Self>, answer: Answer) -> bool;
    /// Whether the page stays as it is where the second comes in place of the first.
    fn stays(_before: &Self::Face, _now: &Self::Face) -> bool {
        false
    }
    /// Nothing has come yet, or nothing will.
    fn lacking(_asking: Asking<Self>) {}
    /// What is said of how it stands.
    fn said(held: &Held<Self>) -> Option<Waiting>;
}

/// What a page asks for, and how that stands. Copied freely: it holds handles only.
pub struct Asking<R: Request> {
    /// The site.
    pub site: Site,
    /// What is behind the handles.
    pub held: StoredValue<Held<R>, LocalStorage>,
}

impl<R: Request> Clone for Asking<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Request> Copy for Asking<R> {}

/// What is behind the handles.
#[derive(Default)]
pub struct Held<R: Request> {
    /// What is wanted.
    pub request: R,
    /// How it stands.
    pub status: Watched<Status>,
    /// What the page shows.
    pub face: Watched<R::Face>,
    /// What is on its way.
    ticket: Option<Ticket>,
    /// Counts what was asked, so that who waited knows whether it is about the latest.
    turn: u32,
    progress: Option<Progress>,
}

impl<R: Request> Asking<R> {
    /// Asks for whatever the state names, as long as the caller's owner lives.
    pub fn new(site: Site) -> Self {
        let asking = Asking {
            site,
            held: StoredValue::new_local(Held::default()),
        };
        live(move || {
            R::track(site);
            R::follow(asking, &site.state());
        });
        let held = asking.held;
        on_cleanup(move || {
            if let Some(Some(ticket)) = held.try_update_value(|held| held.ticket.take()) {
                ticket.cancel();
            }
        });
        asking
    }

    /// What is to be shown (tracked).
    pub fn face(self) -> R::Face {
        self.held.with_value(|held| held.face.get().clone())
    }

    /// What is said of how it stands (tracked).
    pub fn waiting(self) -> Option<Waiting> {
        let follow = |held: &Held<R>| {
            held.status.get();
            R::said(held)
        };
        self.held.try_with_value(follow).flatten()
    }

    /// Cancels what is on its way, or asks again where nothing is.
    pub fn press(self) {
        match self.taken() {
            Some(ticket) => {
                ticket.cancel();
                self.set_status(Status::Cancelled);
            }
            None => R::ask(self),
        }
    }

    /// Forgets what is on its way, so that something else can be asked: its ticket is dropped, and what its worker
    /// has read is of use to the next ask.
    pub fn forget(self) -> Option<Ticket> {
        let late = self.held.try_update_value(|held| {
            held.turn += 1;
            held.ticket.take()
        });
        late.flatten()
    }

    /// The number of what was asked last; none where the page is gone.
    pub fn turn(self) -> Option<u32> {
        self.held.try_with_value(|held| held.turn)
    }

    /// Holds what was just asked, in place of what was on its way.
    pub fn asked(self, ticket: Ticket) {
        let held = self.held.try_update_value(|held| {
            held.turn += 1;
            held.progress = None;
            if !matches!(held.status.now(), Status::Working(_)) {
                held.status.set(Status::Quiet);
            }
            (held.ticket.replace(ticket), held.turn)
        });
        let Some((late, turn)) = held else {
            return;
        };
        drop(late);
        browser::later(QUICK, move || self.slow(turn));
    }

    /// It takes longer than one overlooks: says so.
    fn slow(self, turn: u32) {
        let waits = self
            .held
            .try_with_value(|held| (held.turn == turn && held.ticket.is_some(), held.progress));
        if let Some((true, progress)) = waits {
            self.set_status(Status::Working(progress));
            R::lacking(self);
        }
    }

    /// Hears what comes of the ask.
    pub fn hear(self, told: WorkerEvent) {
        match told {
            WorkerEvent::Progress(progress) => {
                self.held.try_update_value(|held| {
                    held.progress = Some(progress);
                    if matches!(held.status.now(), Status::Working(_)) {
                        held.status.set(Status::Working(Some(progress)));
                    }
                });
            }
            WorkerEvent::Answer(answer) => {
                drop(self.taken());
                if !R::take(self, answer) {
                    self.give_up(Status::Stopped);
                }
            }
            WorkerEvent::Failed(WorkerError::Stopped) => self.give_up(Status::Stopped),
            WorkerEvent::Failed(WorkerError::NotThere) => self.give_up(Status::NotThere),
        }
    }

    fn give_up(self, status: Status) {
        drop(self.taken());
        self.set_status(status);
        R::lacking(self);
    }

    /// What was on its way, which is so no more.
    fn taken(self) -> Option<Ticket> {
        let ticket = self.held.try_update_value(|held| held.ticket.take());
        ticket.flatten()
    }

    /// Has it stand like that, and says so.
    pub fn set_status(self, status: Status) {
        let changes = self.held.try_update_value(|held| {
            let changes = *held.status.now() != status;
            if changes {
                held.status.set(status);
            }
            changes
        });
        if changes != Some(true) {
            return;
        }
        // Said aloud when it begins and when it ends without a result; each step would be too much.
        if let Some(waiting) = self.held.try_with_value(R::said).flatten() {
            self.site.say(&waiting.line);
        }
    }

    /// Has the page show this.
    pub fn put(self, face: R::Face) {
        self.held.try_update_value(|held| {
            if R::stays(held.face.now(), &face) {
                *held.face.quietly() = face;
            } else {
                held.face.set(face);
            }
        });
    }
}
