//! Updates every part of the page when own texts are added, changed or deleted.

use std::sync::Arc;

use leptos::prelude::*;

use super::Site;
use crate::address;
use crate::library::{Article, Library};
use crate::state::{Notice, State, Step, parse, resolve};
use crate::ui::browser;
use crate::ui::own::texts::is_about_own;

impl Site {
    /// Changes which articles there are.
    pub fn change_library(self, change: impl FnOnce(&mut Library)) {
        let before = self.pair();
        self.library.borrow_mut().change(change);
        if before != self.pair() {
            self.paired.notify();
        }
    }

    /// Has the library know more of its pairs. Nobody is told: the lists are made anew when they are next shown.
    pub fn learn(self, change: impl FnOnce(&mut Library)) {
        change(self.library.borrow_mut().quietly());
    }

    /// The very articles of the pair.
    #[inline(never)]
    fn pair(self) -> [Option<*const Article>; 2] {
        let state = self.state_now();
        let library = self.library.borrow();
        [state.a, state.b].map(|id| library.now().get(&id).map(Arc::as_ptr))
    }

    /// Has the pair be of these articles where it was of those: from, to.
    pub fn rename(self, ids: &[(String, String)]) {
        let mut to = self.state_now();
        let renamed = |id: &str| {
            let new = ids.iter().find(|(old, _)| old == id);
            new.map_or_else(|| id.to_owned(), |(_, new)| new.clone())
        };
        to.a = renamed(&to.a);
        to.b = renamed(&to.b);
        let of: Vec<String> = to.of.split('.').map(renamed).collect();
        to.of = of.join(".");
        if to != self.state_now() {
            address::keep(Step::Replace, &address::of(&to));
            self.show(to);
        }
    }

    /// Goes to a state in place of the one at hand, to which no way leads back.
    pub fn turn(self, to: State) {
        address::keep(Step::Replace, &address::of(&to));
        let turned = self.state_now().page != to.page;
        self.show(to);
        if turned {
            browser::turn_page();
        }
    }

    /// Says what of the address could not be followed, now that all articles are there.
    pub fn meet(self) {
        let state = self.state_now();
        let fault = self.own.fault();
        if fault.is_none() && !is_about_own(&state) {
            return;
        }
        let parsed = parse(&address::query());
        let resolved = self.library(|library| resolve(&state, library));
        let found = resolved.notices.iter();
        // Where the texts were lost on the way, that is why they are not here.
        let found = found.filter(|one| {
            fault.is_none() || !matches!(one, Notice::KeptElsewhere(_) | Notice::GoneFromStory)
        });
        let sentences = parsed.notices.iter().chain(found).map(Notice::sentence);
        self.fault(
            fault
                .map(|fault| fault.sentence())
                .into_iter()
                .chain(sentences)
                .collect(),
        );
        self.paired.notify();
    }

    /// Says something that stays until it is put away.
    pub fn note(self, sentence: String) {
        self.notices
            .borrow_mut()
            .change(|notices| notices.push(sentence));
    }
}
