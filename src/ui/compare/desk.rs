//! What the parts of the compare page share about the pair in front of the reader: the comparison, the
//! marks, what is in hand, and how to take something in hand.
//!
//! What follows from what stands in one place, `Desk::follow`: it works out what a change of the state
//! makes out of date, and tells those who asked for that.

use std::sync::Arc;

use crossread_worker::protocol::{Answer, Between};
use leptos::prelude::*;

use super::asking::Asking;
use crate::state::{At, Both, Digest, Side, State, View};
use crate::ui::browser::after_paint;
use crate::ui::dom::live;
use crate::ui::link::href;
use crate::ui::site::Site;
use crate::view::{
    Act, Comparing, Deed, Drawer, FULL, Filters, Hand, Marks, Ribbon, Ruler, between, drawer,
    filters, ribbons, ruler, shares_much,
};
use crate::worker::{self, Ticket};

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

/// What lies on the desk.
struct Table {
    state: State,
    /// The view that stands on the page. Another one is built when the press that asked for it has been seen.
    view: View,
    comparing: Arc<Comparing>,
    marks: Arc<Marks>,
    /// The rulers of these marks, where they have been asked for.
    rulers: Both<Option<Arc<Ruler>>>,
    /// The row of filters, where it has been asked for since the state changed.
    filters: Option<Arc<Filters>>,
    hand: Hand,
    /// Of both texts, where it has been asked for.
    digest: Option<Digest>,
    /// What is in hand and no match, and what a worker says of it as far as that is known.
    between: (Hand, Vec<Between>, Option<Ticket>),
    /// The kind of file that was asked for last, and what is on its way.
    saving: (usize, Option<Ticket>),
    /// The side that stays where it is; the other shifts to it.
    anchor: Side,
    /// Asked for once, when the page is next drawn.
    reveal: Reveal,
    /// Called before another view takes the place of the one at hand.
    leave: fn(),
    told: Told,
}

/// Who is told of what.
#[derive(Clone, Copy)]
struct Told {
    texts: Trigger,
    marked: Trigger,
    filtered: Trigger,
    held: Trigger,
    viewed: Trigger,
    between: Trigger,
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
pub struct Desk {
    /// What the whole site shares.
    pub site: Site,
    /// What is not dimmed.
    pub only: RwSignal<Only>,
    /// Whether the reader asked for the texts of a pair in which nothing matches.
    pub reads: RwSignal<bool>,
    /// Whether the texts are shown to a room: in large letters, with a spotlight on what is in hand.
    pub large: RwSignal<bool>,
    table: StoredValue<Table, LocalStorage>,
}

impl Desk {
    /// The pair that was compared last on the desk; none where there is none. `leave` is called before another view takes the place
    /// of the one at hand: it may note what one reads there.
    pub fn new(site: Site, asking: Asking, leave: fn()) -> Option<Desk> {
        let state = site.state_now();
        let comparing = untrack(|| asking.comparing())?;
        site.recall_marks(shares_much(&comparing));
        let marks = Marks::new(&comparing, &state);
        let hand = Hand::new(&comparing, state.at);
        let desk = Desk {
            site,
            only: RwSignal::new(Only::All),
            reads: RwSignal::new(false),
            large: RwSignal::new(false),
            table: StoredValue::new_local(Table {
                comparing,
                marks: Arc::new(marks),
                rulers: Both::default(),
                digest: None,
                filters: None,
                hand,
                between: Default::default(),
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
                told: Told {
                    texts: Trigger::new(),
                    marked: Trigger::new(),
                    filtered: Trigger::new(),
                    held: Trigger::new(),
                    viewed: Trigger::new(),
                    between: Trigger::new(),
                    laid_out: Trigger::new(),
                },
                view: state.view,
                state,
            }),
        };
        live(move || desk.follow(site.state(), asking.comparing()));
        Some(desk)
    }

    /// Works out anew what a change of the state, or another comparison, makes out of date.
    fn follow(self, state: State, comparing: Option<Arc<Comparing>>) {
        let told = self.table.try_update_value(|table| {
            let articles = &table.comparing.articles;
            if (&*articles.a.id, &*articles.b.id) != (&*state.a, &*state.b) {
                // Another pair: another desk is on its way.
                return [false; 4];
            }
            let other = comparing
                .filter(|other| other.is_about(articles) && !Arc::ptr_eq(other, &table.comparing));
            let texts = other.is_some();
            if let Some(other) = other {
                table.comparing = other;
                table.digest = None;
                table.between = Default::default();
            }
            let old = std::mem::replace(&mut table.state, state);
            let state = &table.state;
            let marked = texts || (old.kinds, old.voices) != (state.kinds, state.voices);
            let held = texts || old.at != state.at;
            if marked {
                table.marks = Arc::new(Marks::new(&table.comparing, state));
                table.rulers = Both::default();
            }
            if held {
                table.hand = Hand::new(&table.comparing, state.at);
            }
            // Its chips hold the states that they lead to, so that any change makes it out of date; what it shows
            // hangs on less.
            table.filters = None;
            let filtered = marked || old.options != state.options;
            if table.view != state.view {
                after_paint(move || self.turn());
            }
            [texts, marked, filtered, held]
        });
        let all = self.told();
        let triggers = [all.texts, all.marked, all.filtered, all.held];
        for (trigger, told) in triggers.into_iter().zip(told.unwrap_or_default()) {
            if told {
                trigger.notify();
            }
        }
        self.look_between();
    }

    /// Has the page show the view that is asked for.
    fn turn(self) {
        let viewed = self.table.try_update_value(|table| {
            let turns = std::mem::replace(&mut table.view, table.state.view) != table.state.view;
            turns.then_some((table.leave, table.told.viewed))
        });
        if let Some((leave, viewed)) = viewed.flatten() {
            // Only now: until here, one may have gone on reading.
            leave();
            viewed.notify();
        }
    }

    /// Has a worker say what there is to say of sentences in hand that are no match, and of the closest: of matches
    /// it has said so already.
    fn look_between(self) {
        let ask = self.table.with_value(|table| {
            let hand = table.hand;
            let is_new = table.between.0 != hand || table.between.2.is_none();
            is_new.then(|| Some((hand, between(&table.comparing, hand)?)))?
        });
        let Some((hand, ask)) = ask else { return };
        let ticket = worker::ask(ask, move |told| {
            if let worker::Told::Answer(Answer::Between(between)) = told {
                self.table
                    .try_update_value(|table| table.between.1 = between);
                if let Some(told) = self.table.try_with_value(|table| table.told) {
                    told.between.notify();
                }
            }
        });
        self.table
            .update_value(|table| table.between = (hand, Vec::new(), Some(ticket)));
    }

    fn told(self) -> Told {
        self.table.with_value(|table| table.told)
    }

    /// The comparison; whoever asks is told when it is another.
    pub fn comparing(self) -> Arc<Comparing> {
        self.told().texts.track();
        self.table.with_value(|table| table.comparing.clone())
    }

    /// The marks; whoever asks is told when they are others.
    pub fn marks(self) -> Arc<Marks> {
        self.told().marked.track();
        self.table.with_value(|table| table.marks.clone())
    }

    /// The ruler of that side; whoever asks is told when it is another.
    pub fn ruler(self, side: Side) -> Arc<Ruler> {
        let (comparing, marks) = (self.comparing(), self.marks());
        let made = self.table.try_update_value(|table| {
            let made = match side {
                Side::A => &mut table.rulers.a,
                Side::B => &mut table.rulers.b,
            };
            let ruler = || Arc::new(ruler(&comparing, &marks, side));
            Arc::clone(made.get_or_insert_with(ruler))
        });
        made.unwrap_or_default()
    }

    /// The row of filters; whoever asks is told when it shows something else.
    pub fn filters(self) -> Arc<Filters> {
        self.told().filtered.track();
        let made = self.table.try_update_value(|table| {
            let made = || Arc::new(filters(&table.comparing, &table.state));
            Arc::clone(table.filters.get_or_insert_with(made))
        });
        made.unwrap_or_default()
    }

    /// What is in hand; whoever asks is told when it is something else.
    pub fn hand(self) -> Hand {
        self.told().held.track();
        self.table.with_value(|table| table.hand)
    }

    /// The view that stands on the page; whoever asks is told when it is another.
    pub fn view(self) -> View {
        self.told().viewed.track();
        self.table.with_value(|table| table.view)
    }

    /// Whether another view is asked for and not built yet.
    pub fn is_turning(self) -> bool {
        self.table
            .with_value(|table| table.view != table.state.view)
    }

    /// Asks to be told when something was laid out anew.
    pub fn track_layout(self) {
        self.told().laid_out.track();
    }

    /// Says that something was laid out anew, so that it is measured again.
    pub fn lay_out(self) {
        // In a later frame, the reader may have left this pair.
        if let Some(told) = self.table.try_with_value(|table| table.told) {
            told.laid_out.notify();
        }
    }

    /// The side that stays where it is.
    pub fn anchor(self) -> Side {
        self.table.with_value(|table| table.anchor)
    }

    /// Has that side stay where it is.
    pub fn set_anchor(self, side: Side) {
        self.table.update_value(|table| table.anchor = side);
    }

    /// The kind of file that was asked for last.
    pub fn saving(self) -> usize {
        self.table.with_value(|table| table.saving.0)
    }

    /// Notes which kind of file was asked for, and what is on its way.
    pub fn set_saving(self, kind: usize, ticket: Ticket) {
        self.table
            .update_value(|table| table.saving = (kind, Some(ticket)));
    }

    /// How the selection is to be brought before the eyes.
    pub fn reveal(self) -> Reveal {
        self.table.with_value(|table| table.reveal)
    }

    /// Asks for the selection to be brought before the eyes.
    pub fn set_reveal(self, reveal: Reveal) {
        self.table.update_value(|table| table.reveal = reveal);
    }

    /// Takes something in hand, or lets go.
    pub fn take(self, at: Option<At>, reveal: Reveal) {
        self.set_reveal(reveal);
        let state = self.site.state_now();
        if state.at == at {
            // In hand already: only to be shown.
            self.lay_out();
        }
        self.site.go(state.with_at(at));
    }

    /// Has the reader's word stand on two sentences, and takes both in hand.
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

    /// Takes the next match in hand, or the one before.
    pub fn step(self, forth: bool) {
        let (comparing, marks, hand) = (self.comparing(), self.marks(), self.hand());
        let at = if forth {
            marks.next(&comparing, hand)
        } else {
            marks.previous(&comparing, hand)
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
        let digest = self.table.try_update_value(|table| {
            // Made once: it takes reading both texts.
            let made = || Digest::of(comparing.text(Side::A), comparing.text(Side::B));
            *table.digest.get_or_insert_with(made)
        });
        href(&digest.map_or(state.clone(), |digest| state.to_copy(digest)))
    }

    /// What the drawer shows.
    pub fn drawer(self) -> Option<Drawer> {
        let link = self.link(self.site.state_now().at);
        self.told().between.track();
        let (comparing, marks, hand) = (self.comparing(), self.marks(), self.hand());
        self.table.with_value(|table| {
            let chosen = (hand, table.anchor);
            drawer(&comparing, &marks, chosen, &link, &table.between.1)
        })
    }

    /// The links to be drawn, the front one last.
    pub fn ribbons(self) -> Vec<Ribbon> {
        ribbons(&self.comparing(), &self.marks(), self.hand())
    }
}
