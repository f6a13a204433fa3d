//! Has the pair compared: asks a worker, or for the file where the build has answered already; takes what it answers, and knows how that stands. What was
//! found last stays until something else is found, so that nothing flickers while the next is worked out.

use std::sync::Arc;

use crossread_engine::Options;
use crossread_worker::protocol::{Answer, Ask, Found, Progress, unseal};
use leptos::prelude::*;

use crate::boot;
use crate::library::{Article, Origin};
use crate::state::{Both, Side, State, Subject, resolve};
use crate::ui::browser;
use crate::ui::dom::live;
use crate::ui::own;
use crate::ui::site::Site;
use crate::view::{Comparing, Stand, Waiting, pair, waiting};
use crate::worker::{self, Ticket, Told, Trouble};

/// Two articles.
pub type Articles = Both<Arc<Article>>;

/// For so long nobody waits: before, nothing is said. In milliseconds.
const QUICK: u32 = 150;

/// What the page shows below the pickers.
#[derive(Clone, Default)]
pub enum Face {
    /// Nothing yet.
    #[default]
    Nothing,
    /// That there is no pair to compare.
    Choose,
    /// Two articles as they are, which are being compared.
    Unread(Articles),
    /// Two articles compared.
    Found(Articles),
}

/// The pair that is asked for, and how that stands. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Asking {
    site: Site,
    held: StoredValue<Held, LocalStorage>,
    turned: Trigger,
    came: Trigger,
    stood: Trigger,
}

#[derive(Default)]
struct Held {
    /// What was looked at last: ids and options.
    seen: Option<(String, String, Options)>,
    wanted: Option<(Articles, Options)>,
    /// What is on its way.
    ticket: Option<Ticket>,
    /// Counts what was asked, so that a timer knows whether it is about the latest.
    turn: u32,
    progress: Option<Progress>,
    stand: Stand,
    found: Option<Arc<Comparing>>,
    face: Face,
}

impl Held {
    /// What was found of the pair that is wanted, whatever the options.
    fn found(&self) -> Option<&Arc<Comparing>> {
        let (articles, _) = self.wanted.as_ref()?;
        self.found.as_ref().filter(|found| found.is_about(articles))
    }
}

impl Asking {
    /// Asks for whatever pair the state names, as long as the caller's owner lives.
    pub fn new(site: Site) -> Asking {
        let asking = Asking {
            site,
            held: StoredValue::new_local(Held::default()),
            turned: Trigger::new(),
            came: Trigger::new(),
            stood: Trigger::new(),
        };
        live(move || {
            // Texts of the reader's can come, change or go under the same ids.
            site.track_pair();
            asking.follow(&site.state());
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
    pub fn face(self) -> Face {
        self.turned.track();
        self.held.with_value(|held| held.face.clone())
    }

    /// What was found last; whoever asks is told when there is something else.
    pub fn comparing(self) -> Option<Arc<Comparing>> {
        self.came.track();
        self.held.with_value(|held| held.found.clone())
    }

    /// What is said of how it stands; whoever asks is told when that changes.
    pub fn waiting(self) -> Option<Waiting> {
        self.stood.track();
        self.held
            .with_value(|held| waiting(held.stand, held.found().is_some()))
    }

    /// Cancels what is on its way, or asks again where nothing is.
    pub fn press(self) {
        let ticket = self.held.try_update_value(|held| held.ticket.take());
        match ticket.flatten() {
            Some(ticket) => {
                ticket.cancel();
                self.stand(Stand::Cancelled);
            }
            None => self.ask(),
        }
    }

    /// Asks anew where pair or options are others.
    fn follow(self, state: &State) {
        if !self.site.own.is_read_for(state) {
            return;
        }
        let now = (state.a.clone(), state.b.clone(), state.options);
        let before = self.held.try_update_value(|held| held.seen.replace(now));
        let before = before.flatten();
        let subject = self.site.library(|library| resolve(state, library).subject);
        let same_articles = self.held.with_value(|held| match (&subject, &held.wanted) {
            (Subject::Pair(a, b), Some((articles, _))) => {
                Arc::ptr_eq(a, &articles.a) && Arc::ptr_eq(b, &articles.b)
            }
            (_, wanted) => wanted.is_none(),
        });
        let same_ids = before
            .as_ref()
            .is_some_and(|(a, b, _)| (a, b) == (&state.a, &state.b));
        let same_pair = same_articles && same_ids;
        if same_pair && before.is_some_and(|(_, _, options)| options == state.options) {
            return;
        }
        if same_pair {
            self.held.update_value(|held| {
                if let Some((_, options)) = &mut held.wanted {
                    *options = state.options;
                }
            });
            self.ask();
            return;
        }
        let wanted = match subject {
            Subject::Pair(a, b) => Some((Both { a, b }, state.options)),
            _ => None,
        };
        let chooses = wanted.is_none();
        let late = self.held.try_update_value(|held| {
            held.wanted = wanted;
            held.turn += 1;
            held.stand = Stand::Quiet;
            held.ticket.take()
        });
        // What it has read is of no use for another pair; where one text was edited, the other is.
        if let Some(ticket) = late.flatten()
            && !same_ids
        {
            ticket.cancel();
        }
        if chooses {
            self.stand(Stand::Quiet);
            self.turn(Face::Choose);
        } else {
            self.ask();
        }
    }

    fn ask(self) {
        let Some((articles, options)) = self.held.with_value(|held| held.wanted.clone()) else {
            return;
        };
        let known = self.held.with_value(|held| {
            let found = held.found().filter(|found| found.is_of(&articles));
            found.is_some_and(|found| found.found.options == options)
        });
        if known {
            let late = self.held.try_update_value(|held| {
                held.turn += 1;
                held.ticket.take()
            });
            drop(late);
            self.stand(Stand::Quiet);
            self.turn(Face::Found(articles));
            return;
        }
        let asked = pair(&articles, options);
        // Texts of the reader's can be of any length.
        #[cfg(feature = "own")]
        let ask = Ask::CompareInParts(asked);
        #[cfg(not(feature = "own"))]
        let ask = Ask::Compare(asked);
        let hear = move |told| self.hear(told);
        let ticket = match self.worked_out(&articles, options) {
            Some(file) => {
                let read = move |bytes: &[u8]| unseal(bytes, &articles.a.text, &articles.b.text);
                worker::ask_unless(file, read, ask, hear)
            }
            None => worker::ask(ask, hear),
        };
        let late = self.held.try_update_value(|held| {
            held.turn += 1;
            held.progress = None;
            if !matches!(held.stand, Stand::Working(_)) {
                held.stand = Stand::Quiet;
            }
            held.ticket.replace(ticket)
        });
        drop(late);
        self.stood.notify();
        let turn = self.held.with_value(|held| held.turn);
        browser::later(QUICK, move || self.slow(turn));
    }

    /// The promise of the answer that the build has worked out, for two articles of the site's as a link
    /// names them that says no more.
    fn worked_out(self, articles: &Articles, options: Options) -> Option<js_sys::Promise> {
        let shipped = self.site.library(|library| {
            let is = |side| library.origin(&articles.of(side).id) == Origin::Shipped;
            Side::BOTH.into_iter().all(is)
        });
        (shipped && options == Options::default())
            .then(|| boot::answer(&articles.a.id, &articles.b.id))?
    }

    /// It takes longer than one overlooks: says so, and shows the texts meanwhile.
    fn slow(self, turn: u32) {
        let waits = self
            .held
            .try_with_value(|held| (held.turn == turn && held.ticket.is_some(), held.progress));
        if let Some((true, progress)) = waits {
            self.stand(Stand::Working(progress));
            self.show_unread();
        }
    }

    fn hear(self, told: Told) {
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
            Told::Answer(Answer::Found(found)) => self.take(*found),
            Told::Answer(_) | Told::Trouble(Trouble::Stopped) => self.give_up(Stand::Stopped),
            Told::Trouble(Trouble::NotThere) => self.give_up(Stand::NotThere),
        }
    }

    fn take(self, found: Found) {
        let wanted = self.held.try_with_value(|held| held.wanted.clone());
        let Some((articles, _)) = wanted.flatten() else {
            return;
        };
        own::noted(self.site, &articles, &found.comparison);
        let found = Arc::new(Comparing::new(articles.clone(), found));
        let turn = self.held.try_update_value(|held| {
            held.ticket = None;
            held.turn
        });
        // The first is awaited. Another one is placed when the press that asked for it has been seen.
        let first = self.held.try_with_value(|held| held.found.is_none());
        if first == Some(true) {
            self.place(found, articles, turn);
        } else {
            browser::after_paint(move || self.place(found, articles, turn));
        }
    }

    /// Shows what was found, unless something else has been asked meanwhile.
    fn place(self, found: Arc<Comparing>, articles: Articles, turn: Option<u32>) {
        let now = self.held.try_with_value(|held| held.turn);
        if turn.is_none() || now != turn {
            return;
        }
        #[cfg(feature = "own")]
        self.prepare(found, articles, turn, 0);
        #[cfg(not(feature = "own"))]
        self.show(found, articles);
    }

    /// Works out what a long text takes before it is shown, in steps between which the page answers.
    #[cfg(feature = "own")]
    fn prepare(self, found: Arc<Comparing>, articles: Articles, turn: Option<u32>, step: usize) {
        let now = self.held.try_with_value(|held| held.turn);
        if turn.is_none() || now != turn {
            // Something else has been asked meanwhile.
            return;
        }
        let view = self.site.state_now().view;
        if !found.prepare(step, view) || !found.is_long() {
            self.show(found, articles);
            return;
        }
        browser::later(0, move || self.prepare(found, articles, turn, step + 1));
    }

    fn show(self, found: Arc<Comparing>, articles: Articles) {
        self.held.update_value(|held| held.found = Some(found));
        self.stand(Stand::Quiet);
        self.came.notify();
        self.turn(Face::Found(articles));
    }

    fn give_up(self, stand: Stand) {
        self.held.update_value(|held| held.ticket = None);
        self.stand(stand);
        self.show_unread();
    }

    /// Shows the texts as they are, where nothing was found in them yet.
    fn show_unread(self) {
        let unread = self.held.with_value(|held| match held.found() {
            Some(_) => None,
            None => held.wanted.as_ref().map(|(articles, _)| articles.clone()),
        });
        if let Some(articles) = unread {
            self.turn(Face::Unread(articles));
        }
    }

    fn stand(self, stand: Stand) {
        let before = self
            .held
            .try_update_value(|held| std::mem::replace(&mut held.stand, stand));
        if before == Some(stand) {
            return;
        }
        self.stood.notify();
        // Said aloud when it begins and when it ends without a result; each step would be too much.
        if let Some(waiting) = self.waiting_now() {
            self.site.say(&waiting.line);
        }
    }

    fn waiting_now(self) -> Option<Waiting> {
        let now = |held: &Held| waiting(held.stand, held.found().is_some());
        self.held.try_with_value(now).flatten()
    }

    fn turn(self, face: Face) {
        // A text may have been edited: it is the same pair all the same.
        let same =
            |one: &Articles, other: &Articles| (&one.a.id, &one.b.id) == (&other.a.id, &other.b.id);
        let turned = self.held.try_update_value(|held| {
            let stays = match (&held.face, &face) {
                (Face::Unread(one), Face::Unread(other))
                | (Face::Found(one), Face::Found(other)) => same(one, other),
                // What there is to choose from depends on the state.
                _ => false,
            };
            held.face = face;
            !stays
        });
        if turned == Some(true) {
            self.turned.notify();
        }
    }
}
