//! Has the articles read as one story: asks a worker, takes what it answers, and knows how that stands. What was found
//! last stays until something else is found.

use std::sync::Arc;

use crossread_engine::Options;
use crossread_worker::protocol::{Answer, Progress, Story};
use leptos::prelude::*;

use crate::library::Article;
use crate::state::{Page, State, cast};
use crate::ui::browser;
use crate::ui::dom::live;
use crate::ui::site::Site;
use crate::view::{Stand, Telling, Waiting, story_ask, story_finding, story_waiting};
use crate::worker::{self, Ticket, Told, Trouble};

/// For so long nobody waits: before, nothing is said. In milliseconds.
const QUICK: u32 = 150;

/// What the page shows below the choice of articles.
#[derive(Clone, Default)]
pub enum Face {
    /// Nothing yet.
    #[default]
    Nothing,
    /// That the reader's texts are on their way.
    Waiting,
    /// That it takes two articles.
    TooFew,
    /// What was found.
    Told(Arc<Telling>),
}

/// The story that is asked for, and how that stands. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Asking {
    site: Site,
    held: StoredValue<Held, LocalStorage>,
    turned: Trigger,
    stood: Trigger,
}

#[derive(Default)]
struct Held {
    wanted: Option<(Vec<Arc<Article>>, Options)>,
    /// What is on its way.
    ticket: Option<Ticket>,
    /// Counts what was asked, so that a timer knows whether it is about the latest.
    turn: u32,
    progress: Option<Progress>,
    stand: Stand,
    face: Face,
}

impl Held {
    fn is_told(&self) -> bool {
        matches!(self.face, Face::Told(_))
    }

    /// Takes what is on its way, for something else to be asked; whether it was long at work.
    fn turn(&mut self) -> Option<(Ticket, bool)> {
        self.turn += 1;
        self.progress = None;
        let slow = matches!(self.stand, Stand::Working(_));
        self.ticket.take().map(|ticket| (ticket, slow))
    }
}

impl Asking {
    /// Asks for whatever story the state names, as long as the caller's owner lives.
    pub fn new(site: Site) -> Asking {
        let asking = Asking {
            site,
            held: StoredValue::new_local(Held::default()),
            turned: Trigger::new(),
            stood: Trigger::new(),
        };
        live(move || {
            // Texts of the reader's can come, change or go under the same ids.
            site.track_library();
            site.own.changed.track();
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

    /// What is said of how it stands; whoever asks is told when that changes.
    pub fn waiting(self) -> Option<Waiting> {
        self.stood.track();
        self.said().flatten()
    }

    fn said(self) -> Option<Option<Waiting>> {
        self.held
            .try_with_value(|held| story_waiting(held.stand, held.is_told()))
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

    /// Asks anew where the articles or the options are others.
    fn follow(self, state: &State) {
        if state.page != Page::Story {
            return;
        }
        if !self.site.own.is_read_for(state) {
            self.turn(Face::Waiting);
            return;
        }
        let articles = self.site.library(|library| cast(state, library).articles);
        let options = state.options;
        let same = self.held.with_value(|held| {
            held.wanted.as_ref().is_some_and(|(before, as_before)| {
                let same = |(one, other): (&Arc<Article>, &Arc<Article>)| Arc::ptr_eq(one, other);
                *as_before == options
                    && before.len() == articles.len()
                    && before.iter().zip(&articles).all(same)
            })
        });
        if same {
            return;
        }
        let few = articles.len() < 2;
        let late = self.held.try_update_value(|held| {
            held.wanted = Some((articles, options));
            held.turn()
        });
        match late.flatten() {
            // What takes long is not waited for; what does not has been read, and need not be read again.
            Some((ticket, true)) => ticket.cancel(),
            late => drop(late),
        }
        if few {
            self.stand(Stand::Quiet);
            self.turn(Face::TooFew);
        } else {
            self.ask();
        }
    }

    fn ask(self) {
        let wanted = self.held.with_value(|held| held.wanted.clone());
        let Some((articles, options)) = wanted.filter(|(articles, _)| articles.len() > 1) else {
            return;
        };
        let ask = story_ask(&articles, options);
        let ticket = worker::ask(ask, move |told| self.hear(told, &articles));
        let turn = self.held.try_update_value(|held| {
            drop(held.turn());
            held.ticket = Some(ticket);
            if !matches!(held.stand, Stand::Working(_)) {
                held.stand = Stand::Quiet;
            }
            held.turn
        });
        self.stood.notify();
        browser::later(QUICK, move || self.slow(turn));
    }

    /// It takes longer than one overlooks: says so.
    fn slow(self, turn: Option<u32>) {
        let waits = self.held.try_with_value(|held| {
            (Some(held.turn) == turn && held.ticket.is_some()).then_some(held.progress)
        });
        if let Some(Some(progress)) = waits {
            self.stand(Stand::Working(progress));
        }
    }

    fn hear(self, told: Told, articles: &[Arc<Article>]) {
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
            Told::Answer(Answer::Story(found)) => self.take(articles, *found),
            Told::Answer(_) | Told::Trouble(Trouble::Stopped) => self.give_up(Stand::Stopped),
            Told::Trouble(Trouble::NotThere) => self.give_up(Stand::NotThere),
        }
    }

    fn take(self, articles: &[Arc<Article>], found: Story) {
        let telling = Telling {
            articles: articles.to_vec(),
            found,
        };
        // For whoever does not see it change.
        self.site.say(&story_finding(&telling).headline);
        let kept = self.held.try_update_value(|held| held.ticket = None);
        if kept.is_some() {
            self.stand(Stand::Quiet);
            self.turn(Face::Told(Arc::new(telling)));
        }
    }

    fn give_up(self, stand: Stand) {
        self.held.try_update_value(|held| held.ticket = None);
        self.stand(stand);
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
        if let Some(Some(waiting)) = self.said() {
            self.site.say(&waiting.line);
        }
    }

    fn turn(self, face: Face) {
        self.held.try_update_value(|held| held.face = face);
        self.turned.notify();
    }
}
