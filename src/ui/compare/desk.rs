//! What the parts of the compare page share about the pair in front of the reader: the comparison, the
//! marks, what is in hand, and how to take something in hand.

use std::sync::Arc;

use leptos::prelude::*;

use super::level::Rails;
use crate::library::Article;
use crate::state::{At, Both, Side, View};
use crate::ui::browser::nfkc;
use crate::ui::link::href;
use crate::ui::site::Site;
use crate::view::{Comparing, Dock, Hand, Marks, Ribbon, dock, ribbons};

/// What was measured for the pictures beside the texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The bands between the columns, the front one last.
    pub bands: Vec<(Ribbon, String)>,
    /// For each bar of each ruler its edges, 0 to 1.
    pub bars: Both<Vec<(f64, f64)>>,
}

/// How a selection is to be brought before the reader's eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// Where it is: the reader pointed at it.
    No,
    /// Scrolled to at once: a link was opened.
    AtOnce,
    /// Scrolled to, seen on the way.
    Glide,
}

/// A pair in front of the reader. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What the whole site shares.
    pub site: Site,
    /// The comparison.
    pub comparing: Memo<Arc<Comparing>>,
    /// The marks that the filters let through.
    pub marks: Memo<Arc<Marks>>,
    /// What is in hand.
    pub hand: Memo<Hand>,
    /// The view.
    pub view: Memo<View>,
    /// The sentence under the pointer.
    pub near: RwSignal<Option<(Side, u32)>>,
    /// The side that stays where it is; the other shifts to it.
    pub anchor: RwSignal<Side>,
    /// How the selection is brought before the eyes; asked for once, when the page is next drawn.
    pub reveal: StoredValue<Reveal>,
    /// How far each column is shifted, in pixels.
    pub shifts: StoredValue<Both<f64>>,
    /// What keeps the columns level while scrolling.
    pub rails: StoredValue<Rails>,
    /// Pictures beside the texts.
    pub drawing: RwSignal<Drawing>,
    /// Goes up when something was laid out anew, so that it is measured again.
    pub laid_out: RwSignal<u32>,
}

impl Desk {
    /// A pair on the desk.
    pub fn new(site: Site, a: Arc<Article>, b: Arc<Article>) -> Desk {
        let options = Memo::new(move |_| site.with(|state| state.options));
        let comparing = Memo::new(move |before: Option<&Arc<Comparing>>| {
            let options = options.get();
            Arc::new(match before {
                Some(before) => before.with(options),
                None => Comparing::new(a.clone(), b.clone(), options, &nfkc),
            })
        });
        let filters = Memo::new(move |_| site.with(|state| (state.kinds, state.voices)));
        let marks = Memo::new(move |_| {
            filters.track();
            Arc::new(comparing.with(|comparing| Marks::new(comparing, &site.state_now())))
        });
        let at = Memo::new(move |_| site.with(|state| state.at));
        let hand = Memo::new(move |_| comparing.with(|comparing| Hand::new(comparing, at.get())));
        let linked = site.state_now().at;
        let anchor = match linked {
            Some(At::B(_)) => Side::B,
            _ => Side::A,
        };
        Desk {
            site,
            comparing,
            marks,
            hand,
            view: Memo::new(move |_| site.with(|state| state.view)),
            near: RwSignal::new(None),
            anchor: RwSignal::new(anchor),
            reveal: StoredValue::new(if linked.is_some() {
                Reveal::AtOnce
            } else {
                Reveal::No
            }),
            shifts: StoredValue::new(Both::default()),
            rails: StoredValue::new(Rails::new()),
            drawing: RwSignal::new(Drawing::default()),
            laid_out: RwSignal::new(0),
        }
    }

    /// Takes something in hand, or lets go.
    pub fn take(self, at: Option<At>, reveal: Reveal) {
        self.reveal.set_value(reveal);
        let state = self.site.state_now();
        if state.at == at {
            // In hand already: only to be shown.
            self.laid_out.update(|times| *times += 1);
        }
        self.site.go(state.with_at(at));
    }

    /// Takes a sentence in hand that the reader pointed at; lets it go where it was in hand.
    pub fn point(self, side: Side, index: u32) {
        if self.hand.get_untracked().holds(side, index) {
            self.take(None, Reveal::No);
            return;
        }
        self.anchor.set(side);
        let at = self.comparing.with_untracked(|comparing| {
            self.marks
                .with_untracked(|marks| marks.at_sentence(comparing, side, index))
        });
        self.take(at, Reveal::No);
    }

    /// Takes the next match in hand, or the one before.
    pub fn step(self, forth: bool) {
        let hand = self.hand.get_untracked();
        let at = self.comparing.with_untracked(|comparing| {
            self.marks.with_untracked(|marks| {
                if forth {
                    marks.next(comparing, hand)
                } else {
                    marks.previous(comparing, hand)
                }
            })
        });
        match at {
            Some(at) => {
                self.anchor.set(Side::A);
                self.take(Some(at), Reveal::Glide);
            }
            None => self.site.say(if forth {
                "That was the last match."
            } else {
                "That was the first match."
            }),
        }
    }

    /// The link to what is shown, with the digest of both texts.
    pub fn link(self, at: Option<At>) -> String {
        let state = self.site.state_now().with_at(at);
        self.comparing.with_untracked(|comparing| {
            href(&state.to_copy(comparing.text(Side::A), comparing.text(Side::B)))
        })
    }

    /// What the dock shows.
    pub fn dock(self) -> Option<Dock> {
        let hand = self.hand.get();
        let at = self.site.with(|state| state.at);
        let link = self.link(at);
        self.comparing
            .with(|comparing| self.marks.with(|marks| dock(comparing, marks, hand, &link)))
    }

    /// The links to be drawn, the front one last.
    pub fn ribbons(self) -> Vec<Ribbon> {
        let hand = self.hand.get_untracked();
        self.comparing.with_untracked(|comparing| {
            self.marks
                .with_untracked(|marks| ribbons(comparing, marks, hand))
        })
    }
}
