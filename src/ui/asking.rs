//! Sends a page's request to a worker and follows its status. There is one request at a time. Progress is shown only if it
//! takes long; the reader can cancel and repeat it. Each page describes its request by a [`Wish`].

use crossread_worker::protocol::{Answer, Progress};
use leptos::prelude::*;

use super::browser;
use super::dom::live;
use super::site::Site;
use crate::state::State;
use crate::view::{Stand, Waiting};
use crate::worker::{Ticket, Told, Trouble};

/// For so long nobody waits: before, nothing is said. In milliseconds.
const QUICK: u32 = 150;

/// What a page wants of a worker.
pub trait Wish: Default + 'static {
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
pub struct Asking<W: Wish> {
    /// The site.
    pub site: Site,
    /// What is behind the handles.
    pub held: StoredValue<Held<W>, LocalStorage>,
    turned: Trigger,
    stood: Trigger,
}

impl<W: Wish> Clone for Asking<W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W: Wish> Copy for Asking<W> {}

/// What is behind the handles.
#[derive(Default)]
pub struct Held<W: Wish> {
    /// What is wanted.
    pub wish: W,
    /// How it stands.
    pub stand: Stand,
    /// What the page shows.
    pub face: W::Face,
    /// What is on its way.
    ticket: Option<Ticket>,
    /// Counts what was asked, so that who waited knows whether it is about the latest.
    turn: u32,
    progress: Option<Progress>,
}

impl<W: Wish> Asking<W> {
    /// Asks for whatever the state names, as long as the caller's owner lives.
    pub fn new(site: Site) -> Self {
        let asking = Asking {
            site,
            held: StoredValue::new_local(Held::default()),
            turned: Trigger::new(),
            stood: Trigger::new(),
        };
        live(move || {
            W::track(site);
            W::follow(asking, &site.state());
        });
        let held = asking.held;
        on_cleanup(move || {
            if let Some(Some(ticket)) = held.try_update_value(|held| held.ticket.take()) {
                ticket.cancel();
            }
        });
        asking
    }

    /// What is to be shown; whoever asks is told when it is something else.
    pub fn face(self) -> W::Face {
        self.turned.track();
        self.held.with_value(|held| held.face.clone())
    }

    /// What is said of how it stands; whoever asks is told when that changes.
    pub fn waiting(self) -> Option<Waiting> {
        self.stood.track();
        self.held.try_with_value(W::said).flatten()
    }

    /// Cancels what is on its way, or asks again where nothing is.
    pub fn press(self) {
        match self.taken() {
            Some(ticket) => {
                ticket.cancel();
                self.stand(Stand::Cancelled);
            }
            None => W::ask(self),
        }
    }

    /// Lets go of what is on its way, for something else to be asked: dropped, it is forgotten, and what its worker
    /// has read is of use to the next ask.
    pub fn let_go(self) -> Option<Ticket> {
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
            if !matches!(held.stand, Stand::Working(_)) {
                held.stand = Stand::Quiet;
            }
            (held.ticket.replace(ticket), held.turn)
        });
        let Some((late, turn)) = held else {
            return;
        };
        drop(late);
        self.stood.notify();
        browser::later(QUICK, move || self.slow(turn));
    }

    /// It takes longer than one overlooks: says so.
    fn slow(self, turn: u32) {
        let waits = self
            .held
            .try_with_value(|held| (held.turn == turn && held.ticket.is_some(), held.progress));
        if let Some((true, progress)) = waits {
            self.stand(Stand::Working(progress));
            W::lacking(self);
        }
    }

    /// Hears what comes of the ask.
    pub fn hear(self, told: Told) {
        match told {
            Told::Progress(progress) => {
                let shown = self.held.try_update_value(|held| {
                    held.progress = Some(progress);
                    let shown = matches!(held.stand, Stand::Working(_));
                    if shown {
                        held.stand = Stand::Working(Some(progress));
                    }
                    shown
                });
                if shown == Some(true) {
                    self.stood.notify();
                }
            }
            Told::Answer(answer) => {
                drop(self.taken());
                if !W::take(self, answer) {
                    self.give_up(Stand::Stopped);
                }
            }
            Told::Trouble(Trouble::Stopped) => self.give_up(Stand::Stopped),
            Told::Trouble(Trouble::NotThere) => self.give_up(Stand::NotThere),
        }
    }

    fn give_up(self, stand: Stand) {
        drop(self.taken());
        self.stand(stand);
        W::lacking(self);
    }

    /// What was on its way, which is so no more.
    fn taken(self) -> Option<Ticket> {
        let ticket = self.held.try_update_value(|held| held.ticket.take());
        ticket.flatten()
    }

    /// Has it stand like that, and says so.
    pub fn stand(self, stand: Stand) {
        let before = self
            .held
            .try_update_value(|held| std::mem::replace(&mut held.stand, stand));
        if before == Some(stand) {
            return;
        }
        self.stood.notify();
        // Said aloud when it begins and when it ends without a result; each step would be too much.
        if let Some(waiting) = self.held.try_with_value(W::said).flatten() {
            self.site.say(&waiting.line);
        }
    }

    /// Has the page show this.
    pub fn put(self, face: W::Face) {
        let stays = self.held.try_update_value(|held| {
            let stays = W::stays(&held.face, &face);
            held.face = face;
            stays
        });
        if stays == Some(false) {
            self.turned.notify();
        }
    }
}
