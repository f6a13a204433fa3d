//! Updates every part of the page when own texts are added, changed or deleted.

use std::sync::Arc;

use leptos::prelude::*;

use super::Site;
use crate::address;
use crate::library::{Article, Library};
use crate::state::{Notice, State, Step, StoryNotice, parse, resolve};
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

    /// Gives the library more figures about its pairs. Nobody is notified: the lists are rebuilt when they are next shown.
    pub fn learn(self, change: impl FnOnce(&mut Library)) {
        change(self.library.borrow_mut().quietly());
    }

    /// The identities of the pair's articles.
    #[inline(never)]
    fn pair(self) -> [Option<*const Article>; 2] {
        let state = self.state_now();
        let library = self.library.borrow();
        [state.a, state.b].map(|id| library.now().get(&id).map(Arc::as_ptr))
    }

    /// Replaces the ids of articles in the state: from, to.
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

    /// Goes to a state that replaces the current one in the history.
    pub fn turn(self, to: State) {
        address::keep(Step::Replace, &address::of(&to));
        let turned = self.state_now().page != to.page;
        self.show(to);
        if turned {
            browser::turn_page();
        }
    }

    /// Shows what could not be used of the address, now that all articles are loaded.
    pub fn meet(self) {
        let state = self.state_now();
        let fault = self.own.fault();
        if fault.is_none() && !is_about_own(&state) {
            return;
        }
        let parsed = parse(&address::query());
        let resolved = self.library(|library| resolve(&state, library));
        let found = resolved.notices.iter();
        // If the link's texts were lost, a notice already says why they are not here.
        let found = found.filter(|one| {
            let is_lost = matches!(
                one,
                Notice::KeptElsewhere(_) | Notice::OfStory(StoryNotice::Gone)
            ) || !state.set.is_empty();
            fault.is_none() || !is_lost
        });
        let sentences = parsed.notices.iter().chain(found).map(Notice::sentence);
        self.fault(fault.clone().into_iter().chain(sentences).collect());
        self.paired.notify();
    }

    /// Shows a notice, which stays until it is closed.
    pub fn note(self, sentence: String) {
        self.notices
            .borrow_mut()
            .change(|notices| notices.push(sentence));
    }
}
