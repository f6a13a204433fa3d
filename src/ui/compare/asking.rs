//! Asks for the comparison of the pair: a worker, or the file with the answer that the build computed. The last answer stays
//! on the page until the next one comes, so nothing flickers.

use std::sync::Arc;

use crossread_engine::Options;
use crossread_worker::protocol::{Answer, Ask, unseal};
use leptos::prelude::*;

use crate::boot;
use crate::library::{Article, Origin};
use crate::own;
use crate::state::{Both, ByHand, Side, State, Subject, resolve};
use crate::ui::asking::{self, Held, Request};
use crate::ui::browser;
use crate::ui::own as own_part;
use crate::ui::site::Site;
use crate::ui::watched::Watched;
use crate::view::{Comparing, Status, Waiting, pair_request, waiting};
use crate::worker;

#[cfg(not(target_arch = "wasm32"))]
mod known;

/// Two articles.
pub type Articles = Both<Arc<Article>>;

/// What the page shows below the pickers.
#[derive(Clone, Default)]
pub enum Face {
    /// Nothing yet.
    #[default]
    Nothing,
    /// A message that there is no pair to compare.
    Choose,
    /// Two articles as they are, which are being compared.
    Unread(Articles),
    /// Two articles compared.
    Found(Articles),
}

/// The request for a pair, and its status.
pub type Asking = asking::Asking<PairRequest>;

/// The pair that is asked for, and what was found last.
#[derive(Default)]
pub struct PairRequest {
    /// The last request: ids, options and links by hand.
    seen: Option<(String, String, Options, ByHand)>,
    wanted: Option<(Articles, Options, ByHand)>,
    found: Watched<Option<Arc<Comparing>>>,
}

impl PairRequest {
    /// What was found about this pair, with any options.
    fn found(&self) -> Option<&Arc<Comparing>> {
        let (articles, ..) = self.wanted.as_ref()?;
        self.found
            .now()
            .as_ref()
            .filter(|found| found.is_about(articles))
    }
}

impl Request for PairRequest {
    type Face = Face;

    fn track(site: Site) {
        // The reader's texts can be added, changed or deleted under the same ids.
        site.track_pair();
    }

    fn follow(asking: Asking, state: &State) {
        if !asking.site.own.is_read_for(state) {
            return;
        }
        let now = (
            state.a.clone(),
            state.b.clone(),
            state.options,
            state.by_hand.clone(),
        );
        let before = asking
            .held
            .try_update_value(|held| held.request.seen.replace(now));
        let before = before.flatten();
        let subject = asking
            .site
            .library(|library| resolve(state, library).subject);
        let same_articles = asking
            .held
            .with_value(|held| match (&subject, &held.request.wanted) {
                (Subject::Pair(a, b), Some((articles, ..))) => {
                    Arc::ptr_eq(a, &articles.a) && Arc::ptr_eq(b, &articles.b)
                }
                (_, wanted) => wanted.is_none(),
            });
        let same_ids = before
            .as_ref()
            .is_some_and(|(a, b, ..)| (a, b) == (&state.a, &state.b));
        let same_pair = same_articles && same_ids;
        let same_ask = |(_, _, options, by_hand): (String, String, Options, ByHand)| {
            options == state.options && by_hand == state.by_hand
        };
        if same_pair && before.is_some_and(same_ask) {
            return;
        }
        if same_pair {
            asking.held.update_value(|held| {
                if let Some((_, options, by_hand)) = &mut held.request.wanted {
                    *options = state.options;
                    *by_hand = state.by_hand.clone();
                }
            });
            Self::ask(asking);
            return;
        }
        let wanted = match subject {
            Subject::Pair(a, b) => Some((Both { a, b }, state.options, state.by_hand.clone())),
            _ => None,
        };
        let chooses = wanted.is_none();
        asking.held.update_value(|held| {
            held.request.wanted = wanted;
            held.status.set(Status::Quiet);
        });
        // What the worker has read is useless for another pair. If only one text was edited, the other one is still useful.
        if let Some(ticket) = asking.forget()
            && !same_ids
        {
            ticket.cancel();
        }
        if chooses {
            asking.put(Face::Choose);
        } else {
            Self::ask(asking);
        }
    }

    fn ask(asking: Asking) {
        let wanted = asking.held.with_value(|held| held.request.wanted.clone());
        let Some((articles, options, by_hand)) = wanted else {
            return;
        };
        let known = asking.held.with_value(|held| {
            let found = held.request.found().filter(|found| found.is_of(&articles));
            found.is_some_and(|found| found.found.options == options && found.by_hand == by_hand)
        });
        if known {
            drop(asking.forget());
            asking.set_status(Status::Quiet);
            asking.put(Face::Found(articles));
            return;
        }
        let asked = pair_request(&articles, options, &by_hand);
        // The reader's texts can have any length.
        let ask = match own::HERE {
            true => Ask::CompareInParts(asked),
            false => Ask::Compare(asked),
        };
        let hear = move |told| asking.hear(told);
        let ticket = match asking.worked_out(&articles, options, &by_hand) {
            Some(file) => {
                let read = move |bytes: &[u8]| unseal(bytes, &articles.a.text, &articles.b.text);
                worker::ask_unless(file, read, ask, hear)
            }
            None => worker::ask(ask, hear),
        };
        asking.asked(ticket);
    }

    fn take(asking: Asking, answer: Answer) -> bool {
        let Answer::Found(found) = answer else {
            return false;
        };
        let held = asking.held.try_with_value(|held| {
            (
                held.request.wanted.clone(),
                held.request.found.now().is_none(),
            )
        });
        let Some((Some((articles, _, by_hand)), first)) = held else {
            return false;
        };
        // The library shows what was found, without links by hand.
        if by_hand.is_empty() {
            own_part::noted(asking.site, &articles, &found.comparison);
        }
        let found = Arc::new(Comparing::new(articles.clone(), *found).by(by_hand));
        let turn = asking.turn();
        // The reader is waiting for the first. A later one is placed after the effect of the press has been painted.
        if first {
            asking.place(found, articles, turn);
        } else {
            browser::after_paint(move || asking.place(found, articles, turn));
        }
        true
    }

    fn stays(before: &Face, now: &Face) -> bool {
        // The pair is the same even if a text was edited.
        let same =
            |one: &Articles, other: &Articles| (&one.a.id, &one.b.id) == (&other.a.id, &other.b.id);
        match (before, now) {
            (Face::Unread(one), Face::Unread(other)) | (Face::Found(one), Face::Found(other)) => {
                same(one, other)
            }
            // The choices depend on the state.
            _ => false,
        }
    }

    /// Shows the texts as they are, if nothing was found in them yet.
    fn lacking(asking: Asking) {
        let unread = asking.held.with_value(|held| match held.request.found() {
            Some(_) => None,
            None => held
                .request
                .wanted
                .as_ref()
                .map(|(articles, ..)| articles.clone()),
        });
        if let Some(articles) = unread {
            asking.put(Face::Unread(articles));
        }
    }

    fn said(held: &Held<Self>) -> Option<Waiting> {
        waiting(*held.status.now(), held.request.found().is_some())
    }
}

impl Asking {
    /// What was found last (tracked).
    pub fn comparing(self) -> Option<Arc<Comparing>> {
        self.held
            .with_value(|held| held.request.found.get().clone())
    }

    /// The promise of the answer that the build computed, for two shipped articles and a link without options.
    fn worked_out(
        self,
        articles: &Articles,
        options: Options,
        by_hand: &ByHand,
    ) -> Option<js_sys::Promise> {
        let shipped = self.site.library(|library| {
            let is = |side| library.origin(&articles.of(side).id) == Origin::Shipped;
            Side::BOTH.into_iter().all(is)
        });
        (shipped && options == Options::default() && by_hand.is_empty())
            .then(|| boot::answer(&articles.a.id, &articles.b.id))?
    }

    /// Shows what was found, unless there is a newer request.
    fn place(self, found: Arc<Comparing>, articles: Articles, turn: Option<u32>) {
        if turn.is_none() || self.turn() != turn {
            return;
        }
        if own::HERE {
            self.prepare(found, articles, turn, 0);
        } else {
            self.show(found, articles);
        }
    }

    /// Prepares a long text for display, in steps between which the page can respond.
    fn prepare(self, found: Arc<Comparing>, articles: Articles, turn: Option<u32>, step: usize) {
        if turn.is_none() || self.turn() != turn {
            // There is a newer request.
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
        self.held
            .try_update_value(|held| held.request.found.set(Some(found)));
        self.set_status(Status::Quiet);
        self.put(Face::Found(articles));
    }
}
