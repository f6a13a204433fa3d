//! What the parts of the compare page share about the pair in front of the reader: the comparison, the
//! marks, what is selected, and how to select something.
//!
//! `PairState::follow` works out what a change of the address or another answer makes out of date. Each value here is
//! [`Watched`]: setting it tells those who read it.

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

/// How a selection is to be brought before the reader's eyes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reveal {
    /// Where it is.
    #[default]
    No,
    /// Where it is, as the reader pointed at it; but what opens under it is to be in sight.
    Least,
    /// Scrolled to at once: a link was opened.
    AtOnce,
    /// Scrolled to, seen on the way.
    Glide,
    /// Brought there, and looked after as often as this: what was laid out meanwhile may have moved it.
    Again(u8),
    /// In another view, as high as it stood in the one before ; looked after as often as this.
    Here(u8),
}

/// What is known of the pair.
struct Fields {
    state: State,
    /// The view that stands on the page. Another one is built when the press that asked for it has been seen.
    view: Watched<View>,
    comparing: Watched<Arc<Comparing>>,
    marks: Watched<Arc<Marks>>,
    /// The rulers of these marks, where they have been asked for.
    rulers: Both<Option<Arc<Ruler>>>,
    /// The row of filters, where it has been asked for since the state changed.
    filters: Watched<Option<Arc<Filters>>>,
    selection: Watched<Selection>,
    /// Of both texts, where it has been asked for.
    digest: Option<Digest>,
    /// What a worker says of the selected sentences that are no match, as far as that is known.
    between: Watched<Vec<Between>>,
    /// The selection that the worker was asked about.
    asked: (Selection, Option<Ticket>),
    /// The kind of file that was asked for last, and what is on its way.
    saving: (usize, Option<Ticket>),
    /// The side that stays where it is; the other shifts to it.
    anchor: Side,
    /// Asked for once, when the page is next drawn.
    reveal: Reveal,
    /// Called before another view takes the place of the one shown.
    leave: fn(),
    /// Has no value of its own: the page was laid out anew.
    laid_out: Trigger,
}

/// What of the texts stays as it is while the rest is dimmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    All,
    /// What both tell.
    Both,
    /// What differs.
    Differs,
    /// What one tells alone.
    Alone,
}

/// A pair in front of the reader. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct PairState {
    /// What the whole site shares.
    pub site: Site,
    /// What is not dimmed.
    pub only: RwSignal<Only>,
    /// Whether the reader asked for the texts of a pair in which nothing matches.
    pub reads: RwSignal<bool>,
    /// Whether the texts are shown to a room: in large letters, with a spotlight on what is selected.
    pub large: RwSignal<bool>,
    fields: StoredValue<Fields, LocalStorage>,
}

impl PairState {
    /// The pair that was compared last; none where there is none. `leave` is called before another view takes the place
    /// of the current one: it may note what one reads there.
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

    /// Works out anew what a change of the state, or another comparison, makes out of date.
    fn follow(self, state: State, comparing: Option<Arc<Comparing>>) {
        self.fields.try_update_value(|fields| {
            let now = fields.comparing.now();
            let articles = &now.articles;
            if (&*articles.a.id, &*articles.b.id) != (&*state.a, &*state.b) {
                // Another pair: its own state is on its way.
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
            // Its chips hold the states that they lead to, so that any change makes it out of date; what it shows
            // hangs on less.
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

    /// Has the page show the view that is asked for.
    fn turn(self) {
        let leave = self.fields.try_update_value(|fields| {
            let turns = *fields.view.now() != fields.state.view;
            if turns {
                fields.view.set(fields.state.view);
            }
            turns.then_some(fields.leave)
        });
        if let Some(leave) = leave.flatten() {
            // Only now: until here, one may have gone on reading. The other view is built when this has run.
            leave();
        }
    }

    /// Has a worker say what there is to say of selected sentences that are no match, and of the closest: of matches
    /// it has said so already.
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

    /// The view that stands on the page (tracked).
    pub fn view(self) -> View {
        self.fields.with_value(|fields| *fields.view.get())
    }

    /// Whether another view is asked for and not built yet.
    pub fn is_turning(self) -> bool {
        self.fields
            .with_value(|fields| *fields.view.now() != fields.state.view)
    }

    /// Asks to be told when something was laid out anew.
    pub fn track_layout(self) {
        self.fields.with_value(|fields| fields.laid_out.track());
    }

    /// Says that something was laid out anew, so that it is measured again.
    pub fn lay_out(self) {
        // In a later frame, the reader may have left this pair.
        self.fields
            .try_with_value(|fields| fields.laid_out.notify());
    }

    /// The side that stays where it is.
    pub fn anchor(self) -> Side {
        self.fields.with_value(|fields| fields.anchor)
    }

    /// Has that side stay where it is.
    pub fn set_anchor(self, side: Side) {
        self.fields.update_value(|fields| fields.anchor = side);
    }

    /// The kind of file that was asked for last.
    pub fn saving(self) -> usize {
        self.fields.with_value(|fields| fields.saving.0)
    }

    /// Notes which kind of file was asked for, and what is on its way.
    pub fn set_saving(self, kind: usize, ticket: Ticket) {
        self.fields
            .update_value(|fields| fields.saving = (kind, Some(ticket)));
    }

    /// How the selection is to be brought before the eyes.
    pub fn reveal(self) -> Reveal {
        self.fields.with_value(|fields| fields.reveal)
    }

    /// Asks for the selection to be brought before the eyes.
    pub fn set_reveal(self, reveal: Reveal) {
        self.fields.update_value(|fields| fields.reveal = reveal);
    }

    /// Selects something, or nothing.
    pub fn take(self, at: Option<At>, reveal: Reveal) {
        self.set_reveal(reveal);
        let state = self.site.state_now();
        if state.at == at {
            // Selected already: only to be shown.
            self.lay_out();
        }
        self.site.go(state.with_at(at));
    }

    /// Has the reader's word stand on two sentences, and selects both.
    pub fn do_by_hand(self, act: &Act) {
        let state = self.site.state_now();
        let comparing = self.comparing();
        // Of two presses in haste the second may come before the page says so.
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
            // Made once: it takes reading both texts.
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

    /// The links to be drawn, the front one last.
    pub fn ribbons(self) -> Vec<Ribbon> {
        ribbons(&self.comparing(), &self.marks(), self.selection())
    }
}
