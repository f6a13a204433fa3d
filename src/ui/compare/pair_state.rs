//! What the parts of the compare page share about the pair in front of the reader: the comparison, the
//! marks, what is selected, and how to select something.
//!
//! `PairState::follow` works out what a change of the address or another answer makes out of date. Each value here is
//! [`Watched`]: setting it notifies those that read it.

use std::sync::Arc;

use crossread_worker::protocol::{Answer, Between};
use leptos::prelude::*;

use super::asking::Asking;
use crate::state::{At, Both, Digest, Side, State, View};
use crate::ui::browser::after_paint;
use crate::ui::dom::live;
use crate::ui::link::href;
use crate::ui::site::Site;
use crate::ui::watched::Watched;
use crate::view::{
    Act, Comparing, Deed, Drawer, FULL, Filters, Marks, Ribbon, Ruler, Selection, between, drawer,
    filters, ribbons, ruler, shares_much,
};
use crate::worker::{self, Ticket, WorkerEvent};

/// How a selection is brought into view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reveal {
    /// Not at all.
    #[default]
    No,
    /// It stays where it is, since the reader clicked it, but what opens under it must be visible.
    Least,
    /// Scrolled to at once: a link was opened.
    AtOnce,
    /// Scrolled to smoothly.
    Glide,
    /// Scrolled to, and corrected this many times, since a later layout may have moved it.
    Again(u8),
    /// In another view, at the same height as in the last one; corrected this many times.
    Here(u8),
}

/// What is known of the pair.
struct Fields {
    state: State,
    /// The view that is on the page. Another one is built after the effect of the press has been painted.
    view: Watched<View>,
    comparing: Watched<Arc<Comparing>>,
    marks: Watched<Arc<Marks>>,
    /// The rulers of these marks, if they have been needed.
    rulers: Both<Option<Arc<Ruler>>>,
    /// The row of filters, if it has been needed since the state changed.
    filters: Watched<Option<Arc<Filters>>>,
    selection: Watched<Selection>,
    /// The digest of both texts, if it has been needed.
    digest: Option<Digest>,
    /// What a worker says about selected sentences that are not a match, if it has answered.
    between: Watched<Vec<Between>>,
    /// The selection that the worker was asked about.
    asked: (Selection, Option<Ticket>),
    /// The kind of file that was asked for last, and the request for it.
    saving: (usize, Option<Ticket>),
    /// The side that stays where it is; the other shifts to it.
    anchor: Side,
    /// Used once, when the page is next drawn.
    reveal: Reveal,
    /// Called before another view replaces the current one.
    leave: fn(),
    /// Without a value: the page was laid out again.
    laid_out: Trigger,
}

/// The part of the texts that is not dimmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    All,
    /// What both tell.
    Both,
    /// What differs.
    Differs,
    /// What only one tells.
    Alone,
}

/// The pair that the page shows. It can be copied freely, since it holds only handles.
#[derive(Clone, Copy)]
pub struct PairState {
    /// What the whole site shares.
    pub site: Site,
    /// What is not dimmed.
    pub only: RwSignal<Only>,
    /// Whether the reader asked for the texts of a pair in which nothing matches.
    pub reads: RwSignal<bool>,
    /// Whether the texts are shown for a projector: in large letters, with a spotlight on what is selected.
    pub large: RwSignal<bool>,
    fields: StoredValue<Fields, LocalStorage>,
}

impl PairState {
    /// The pair that was compared last, if any. `leave` is called before another view replaces the current one, to note
    /// what is being read.
    pub fn new(site: Site, asking: Asking, leave: fn()) -> Option<PairState> {
        let state = site.state_now();
        let comparing = untrack(|| asking.comparing())?;
        site.recall_marks(shares_much(&comparing));
        let marks = Marks::new(&comparing, &state);
        let selection = Selection::new(&comparing, state.at);
        let pair = PairState {
            site,
            only: RwSignal::new(Only::All),
            reads: RwSignal::new(false),
            large: RwSignal::new(false),
            fields: StoredValue::new_local(Fields {
                comparing: Watched::new(comparing),
                marks: Watched::new(Arc::new(marks)),
                rulers: Both::default(),
                digest: None,
                filters: Watched::default(),
                selection: Watched::new(selection),
                between: Watched::default(),
                asked: Default::default(),
                saving: (0, None),
                anchor: match state.at {
                    Some(At::B(_)) => Side::B,
                    _ => Side::A,
                },
                reveal: match state.at {
                    Some(_) => Reveal::AtOnce,
                    None => Reveal::No,
                },
                leave,
                laid_out: Trigger::new(),
                view: Watched::new(state.view),
                state,
            }),
        };
        live(move || pair.follow(site.state(), asking.comparing()));
        Some(pair)
    }

    /// Updates what a change of the state, or another comparison, makes out of date.
    fn follow(self, state: State, comparing: Option<Arc<Comparing>>) {
        self.fields.try_update_value(|fields| {
            let now = fields.comparing.now();
            let articles = &now.articles;
            if (&*articles.a.id, &*articles.b.id) != (&*state.a, &*state.b) {
                // Another pair: its own state will follow.
                return;
            }
            let other =
                comparing.filter(|other| other.is_about(articles) && !Arc::ptr_eq(other, now));
            let texts = other.is_some();
            if let Some(other) = other {
                fields.comparing.set(other);
                fields.digest = None;
                fields.between.quietly().clear();
                fields.asked = Default::default();
            }
            let old = std::mem::replace(&mut fields.state, state);
            let (state, comparing) = (&fields.state, fields.comparing.now());
            let marked = texts || (old.kinds, old.voices) != (state.kinds, state.voices);
            if marked {
                fields.marks.set(Arc::new(Marks::new(comparing, state)));
                fields.rulers = Both::default();
            }
            if texts || old.at != state.at {
                fields.selection.set(Selection::new(comparing, state.at));
            }
            // Its chips hold the states that they lead to, so any change makes it out of date. What it shows depends
            // on less.
            if marked || old.options != state.options {
                fields.filters.set(None);
            } else {
                *fields.filters.quietly() = None;
            }
            if *fields.view.now() != state.view {
                after_paint(move || self.turn());
            }
        });
        self.look_between();
    }

    /// Shows the view that is asked for.
    fn turn(self) {
        let leave = self.fields.try_update_value(|fields| {
            let turns = *fields.view.now() != fields.state.view;
            if turns {
                fields.view.set(fields.state.view);
            }
            turns.then_some(fields.leave)
        });
        if let Some(leave) = leave.flatten() {
            // Only now, since the reader may have gone on reading until here. The other view is built after this.
            leave();
        }
    }

    /// Asks a worker about selected sentences that are not a match, and about the closest ones. For matches it has
    /// answered already.
    fn look_between(self) {
        let ask = self.fields.with_value(|fields| {
            let selection = *fields.selection.now();
            let is_new = fields.asked.0 != selection || fields.asked.1.is_none();
            is_new.then(|| Some((selection, between(fields.comparing.now(), selection)?)))?
        });
        let Some((selection, ask)) = ask else { return };
        let ticket = worker::ask(ask, move |told| {
            if let WorkerEvent::Answer(Answer::Between(between)) = told {
                self.fields
                    .try_update_value(|fields| fields.between.set(between));
            }
        });
        self.fields.update_value(|fields| {
            fields.between.quietly().clear();
            fields.asked = (selection, Some(ticket));
        });
    }

    /// The comparison (tracked).
    pub fn comparing(self) -> Arc<Comparing> {
        self.fields
            .with_value(|fields| fields.comparing.get().clone())
    }

    /// The marks (tracked).
    pub fn marks(self) -> Arc<Marks> {
        self.fields.with_value(|fields| fields.marks.get().clone())
    }

    /// The ruler of that side (tracked).
    pub fn ruler(self, side: Side) -> Arc<Ruler> {
        let (comparing, marks) = (self.comparing(), self.marks());
        let made = self.fields.try_update_value(|fields| {
            let made = match side {
                Side::A => &mut fields.rulers.a,
                Side::B => &mut fields.rulers.b,
            };
            let ruler = || Arc::new(ruler(&comparing, &marks, side));
            Arc::clone(made.get_or_insert_with(ruler))
        });
        made.unwrap_or_default()
    }

    /// The row of filters (tracked).
    pub fn filters(self) -> Arc<Filters> {
        let made = self.fields.try_update_value(|fields| {
            if let Some(made) = fields.filters.get() {
                return Arc::clone(made);
            }
            let made = Arc::new(filters(fields.comparing.now(), &fields.state));
            *fields.filters.quietly() = Some(Arc::clone(&made));
            made
        });
        made.unwrap_or_default()
    }

    /// What is selected (tracked).
    pub fn selection(self) -> Selection {
        self.fields.with_value(|fields| *fields.selection.get())
    }

    /// The view that is on the page (tracked).
    pub fn view(self) -> View {
        self.fields.with_value(|fields| *fields.view.get())
    }

    /// Whether another view is asked for and not built yet.
    pub fn is_turning(self) -> bool {
        self.fields
            .with_value(|fields| *fields.view.now() != fields.state.view)
    }

    /// Follows layout changes.
    pub fn track_layout(self) {
        self.fields.with_value(|fields| fields.laid_out.track());
    }

    /// Notifies that something was laid out again, so that it is measured.
    pub fn lay_out(self) {
        // By a later frame, the reader may have left this pair.
        self.fields
            .try_with_value(|fields| fields.laid_out.notify());
    }

    /// The side that stays where it is.
    pub fn anchor(self) -> Side {
        self.fields.with_value(|fields| fields.anchor)
    }

    /// Makes that side the one that stays where it is.
    pub fn set_anchor(self, side: Side) {
        self.fields.update_value(|fields| fields.anchor = side);
    }

    /// The kind of file that was asked for last.
    pub fn saving(self) -> usize {
        self.fields.with_value(|fields| fields.saving.0)
    }

    /// Notes which kind of file was asked for, and the request.
    pub fn set_saving(self, kind: usize, ticket: Ticket) {
        self.fields
            .update_value(|fields| fields.saving = (kind, Some(ticket)));
    }

    /// How the selection is brought into view.
    pub fn reveal(self) -> Reveal {
        self.fields.with_value(|fields| fields.reveal)
    }

    /// Asks to bring the selection into view.
    pub fn set_reveal(self, reveal: Reveal) {
        self.fields.update_value(|fields| fields.reveal = reveal);
    }

    /// Selects something, or nothing.
    pub fn take(self, at: Option<At>, reveal: Reveal) {
        self.set_reveal(reveal);
        let state = self.site.state_now();
        if state.at == at {
            // Already selected, so it only has to be shown.
            self.lay_out();
        }
        self.site.go(state.with_at(at));
    }

    /// Applies the reader's decision about two sentences, and selects both.
    pub fn do_by_hand(self, act: &Act) {
        let state = self.site.state_now();
        let comparing = self.comparing();
        // Of two quick presses, the second may come before the page shows that the list is full.
        if act.deed != Deed::Undo && state.by_hand.is_full() {
            self.site.say(FULL);
            return;
        }
        let by_hand = comparing.done(&state.by_hand, act);
        let at = comparing.at_of(act);
        self.set_reveal(Reveal::No);
        self.site.go(state.with_by_hand(by_hand).with_at(at));
    }

    /// Selects the next match, or the one before.
    pub fn step(self, forth: bool) {
        let (comparing, marks, selection) = (self.comparing(), self.marks(), self.selection());
        let at = if forth {
            marks.next(&comparing, selection)
        } else {
            marks.previous(&comparing, selection)
        };
        match at {
            Some(at) => {
                self.set_anchor(Side::A);
                self.take(Some(at), Reveal::Glide);
            }
            None => self.site.say(if forth {
                "There is no match after this one."
            } else {
                "There is no match before this one."
            }),
        }
    }

    /// The link to what is shown, with the digest of both texts.
    pub fn link(self, at: Option<At>) -> String {
        let state = self.site.state_now().with_at(at);
        let comparing = self.comparing();
        let digest = self.fields.try_update_value(|fields| {
            // Computed once, since it has to read both texts.
            let made = || Digest::of(comparing.text(Side::A), comparing.text(Side::B));
            *fields.digest.get_or_insert_with(made)
        });
        href(&digest.map_or(state.clone(), |digest| state.to_copy(digest)))
    }

    /// What the drawer shows.
    pub fn drawer(self) -> Option<Drawer> {
        let link = self.link(self.site.state_now().at);
        let (comparing, marks, selection) = (self.comparing(), self.marks(), self.selection());
        self.fields.with_value(|fields| {
            let chosen = (selection, fields.anchor);
            drawer(&comparing, &marks, chosen, &link, fields.between.get())
        })
    }

    /// The links to draw, the front one last.
    pub fn ribbons(self) -> Vec<Ribbon> {
        ribbons(&self.comparing(), &self.marks(), self.selection())
    }
}
