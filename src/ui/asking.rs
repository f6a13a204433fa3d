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

/// A wait this short needs no message, in milliseconds.
const QUICK: u32 = 150;

/// What a page asks of a worker.
pub trait Request: Default + 'static {
    /// What the page shows of the answer.
    type Face: Clone + Default + 'static;

    /// Subscribes to changes of the request that do not change the state.
    fn track(site: Site);
    /// Asks again if the state needs something else.
    fn follow(asking: Asking<Self>, state: &State);
    /// Sends the request, if there is one.
    fn ask(asking: Asking<Self>);
    /// Takes a worker's answer; false if it is not an answer to this request.
    fn take(asking: Asking<Self>, answer: Answer) -> bool;
    /// Whether the page stays as it is when the second replaces the first.
    fn stays(_before: &Self::Face, _now: &Self::Face) -> bool {
        false
    }
    /// Called when there is no answer yet, or will be none.
    fn lacking(_asking: Asking<Self>) {}
    /// The message about the status.
    fn said(held: &Held<Self>) -> Option<Waiting>;
}

/// A page's request and its status. It can be copied freely, since it holds only handles.
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
    /// What is asked for.
    pub request: R,
    /// The status.
    pub status: Watched<Status>,
    /// What the page shows.
    pub face: Watched<R::Face>,
    /// The request that was sent.
    ticket: Option<Ticket>,
    /// Counts requests, so that a timer knows whether it belongs to the latest.
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

    /// The message about the status (tracked).
    pub fn waiting(self) -> Option<Waiting> {
        let follow = |held: &Held<R>| {
            held.status.get();
            R::said(held)
        };
        self.held.try_with_value(follow).flatten()
    }

    /// Cancels the request, or asks again if there is none.
    pub fn press(self) {
        match self.taken() {
            Some(ticket) => {
                ticket.cancel();
                self.set_status(Status::Cancelled);
            }
            None => R::ask(self),
        }
    }

    /// Forgets the request, so that something else can be asked. Its ticket is dropped. The next request can use what
    /// the worker has read.
    pub fn forget(self) -> Option<Ticket> {
        let late = self.held.try_update_value(|held| {
            held.turn += 1;
            held.ticket.take()
        });
        late.flatten()
    }

    /// The number of the last request; `None` if the page is gone.
    pub fn turn(self) -> Option<u32> {
        self.held.try_with_value(|held| held.turn)
    }

    /// Stores the ticket of a new request in place of the last one.
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

    /// Says that it takes longer than a moment.
    fn slow(self, turn: u32) {
        let waits = self
            .held
            .try_with_value(|held| (held.turn == turn && held.ticket.is_some(), held.progress));
        if let Some((true, progress)) = waits {
            self.set_status(Status::Working(progress));
            R::lacking(self);
        }
    }

    /// Handles an event of the request.
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

    /// Takes the ticket of the request out.
    fn taken(self) -> Option<Ticket> {
        let ticket = self.held.try_update_value(|held| held.ticket.take());
        ticket.flatten()
    }

    /// Sets the status and announces it.
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
        // Announced at the beginning, and at an end without a result. Announcing each step would be too much.
        if let Some(waiting) = self.held.try_with_value(R::said).flatten() {
            self.site.say(&waiting.line);
        }
    }

    /// Sets what the page shows.
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
