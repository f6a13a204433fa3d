//! The state that all parts of the page share, and the only way to change it: handlers call [`Site::go`] with
//! a new state, and the address and the page follow.

use std::cell::RefCell;

use leptos::prelude::*;

use super::browser;
use super::dom::live;
use super::own::texts::OwnTexts;
use super::standing::Standing;
use super::typed::Typed;
use super::watched::Watched;
use crate::address;
use crate::library::Library;
use crate::state::{Notice, Page, State, Step, parse, resolve, step};
use crate::storage::{Memory, recall, remember};

#[cfg(feature = "own")]
mod library;

/// The look: the system's, or one the reader chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// Its name in the root's `data-theme` and in the storage; `None` for the system's.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }

    /// The next one when the button is pressed.
    pub fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }

    fn recalled() -> Theme {
        match recall(Memory::Theme).as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        }
    }
}

/// What every part of the page shares. Handlers can copy it freely: it is a reference to something that lives as long
/// as the page.
#[derive(Clone, Copy)]
pub struct Site(&'static Shared);

impl std::ops::Deref for Site {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// The shared data.
pub struct Shared {
    library: RefCell<Watched<Library>>,
    /// The reader's own texts.
    pub own: OwnTexts,
    /// The first page as the build wrote it.
    pub standing: Standing,
    /// The texts in the boxes where a comparison begins.
    pub typed: Typed,
    state: RwSignal<State>,
    turned: Trigger,
    paired: Trigger,
    /// The notices, in words. What belongs together is one text with a line for each sentence.
    notices: RefCell<Watched<Vec<String>>>,
    theme: RefCell<Watched<Theme>>,
    /// Whether single-key shortcuts work.
    pub single_keys: RwSignal<bool>,
    /// Whether the columns stay level while the page scrolls.
    pub level: RwSignal<bool>,
    /// Whether differences are marked in the texts, or shared wording.
    pub differing: RwSignal<bool>,
    /// Whether the reader followed a link to two articles and has not seen the explanation of the page yet.
    pub newcomer: RwSignal<bool>,
    /// Whether there is room for one column only.
    pub narrow: RwSignal<bool>,
    /// The text of the live region (polite).
    pub said: RwSignal<String>,
    /// The message about what was just done, shown for a moment.
    pub toast: RwSignal<String>,
    /// Text that the browser would not copy, for the reader to copy by hand; empty for none.
    pub by_hand: RwSignal<String>,
    /// Whether the list of keys is open.
    pub keys_open: RwSignal<bool>,
}

impl Site {
    /// The site in the state of its address. `travelled` is called whenever the reader has gone to another address.
    pub fn start(travelled: fn(Site)) -> Site {
        let site = Site(Box::leak(Box::new(Shared {
            library: RefCell::new(Watched::new(Library::shipped())),
            own: OwnTexts::new(),
            standing: Standing::new(),
            typed: Typed::new(),
            state: RwSignal::new(State::default()),
            turned: Trigger::new(),
            paired: Trigger::new(),
            notices: RefCell::default(),
            theme: RefCell::new(Watched::new(Theme::recalled())),
            single_keys: RwSignal::new(recall(Memory::Keys).as_deref() != Some("off")),
            level: RwSignal::new(recall(Memory::Level).as_deref() == Some("on")),
            differing: RwSignal::new(false),
            newcomer: RwSignal::new(false),
            narrow: RwSignal::new(browser::is_narrow()),
            said: RwSignal::new(String::new()),
            toast: RwSignal::new(String::new()),
            by_hand: RwSignal::new(String::new()),
            keys_open: RwSignal::new(false),
        })));
        site.arrive();
        let by_link = !site.state_now().b.is_empty();
        site.newcomer.set(by_link && recall(Memory::Met).is_none());
        StoredValue::new_local(address::on_travel(move || {
            site.arrive();
            travelled(site);
        }));
        browser::on_window("resize", move |_| site.set_narrow(browser::is_narrow()));
        // On paper there is room for both columns, whatever the window's width.
        browser::on_window("beforeprint", move |_| site.set_narrow(false));
        browser::on_window("afterprint", move |_| site.set_narrow(browser::is_narrow()));
        live(move || browser::set_theme(site.theme().name()));
        site
    }

    /// The state (tracked).
    pub fn state(self) -> State {
        self.state.get()
    }

    /// The current state, without following it.
    pub fn state_now(self) -> State {
        self.state.get_untracked()
    }

    /// A part of the state (tracked).
    pub fn with<T>(self, part: impl FnOnce(&State) -> T) -> T {
        self.state.with(part)
    }

    /// The articles.
    pub fn library<T>(self, part: impl FnOnce(&Library) -> T) -> T {
        part(self.library.borrow().now())
    }

    /// Follows changes of the articles.
    pub fn track_library(self) {
        self.library.borrow().get();
    }

    /// Goes to a state: it becomes the address, and the page shows it.
    pub fn go(self, to: State) {
        let from = self.state_now();
        let step = step(&from, &to);
        if step == Step::Stay {
            return;
        }
        address::keep(step, &address::of(&to));
        let turned = from.page != to.page;
        if step == Step::Push {
            self.set_notices(Vec::new());
        }
        self.show(to);
        if turned {
            browser::turn_page();
        }
    }

    /// The look (tracked).
    pub fn theme(self) -> Theme {
        *self.theme.borrow().get()
    }

    /// The notices (tracked). The faults of a link are one text with a line for each sentence.
    pub fn notices(self) -> Vec<String> {
        self.notices.borrow().get().clone()
    }

    /// Closes a notice.
    pub fn dismiss(self, place: usize) {
        let mut notices = self.notices.borrow().now().clone();
        if place < notices.len() {
            notices.remove(place);
        }
        self.set_notices(notices);
    }

    /// Shows only what could not be used of the link.
    fn fault(self, sentences: Vec<String>) {
        let said = (!sentences.is_empty()).then(|| sentences.join("\n"));
        self.set_notices(said.into_iter().collect());
    }

    fn set_notices(self, notices: Vec<String>) {
        self.notices.borrow_mut().set(notices);
    }

    /// Chooses a theme and remembers it.
    pub fn choose_theme(self, theme: Theme) {
        remember(Memory::Theme, theme.name());
        self.theme.borrow_mut().set(theme);
    }

    /// Turns single keys on or off and remembers it.
    pub fn choose_keys(self, on: bool) {
        remember(Memory::Keys, (!on).then_some("off"));
        self.single_keys.set(on);
    }

    /// Sets whether the columns stay level while the page scrolls, and remembers it.
    pub fn choose_level(self, on: bool) {
        remember(Memory::Level, on.then_some("on"));
        self.level.set(on);
    }

    /// Sets whether differences or shared wording are marked, and remembers it.
    pub fn choose_marks(self, differences: bool) {
        let name = if differences {
            "differences"
        } else {
            "wording"
        };
        remember(Memory::Marks, Some(name));
        self.differing.set(differences);
    }

    /// Notes that the reader has seen the explanation of the page.
    pub fn met(self) {
        remember(Memory::Met, Some("on"));
        self.newcomer.set(false);
    }

    /// Sets the marks of a newly opened pair as the reader chose before; otherwise depending on whether much is shared.
    pub fn recall_marks(self, much: bool) {
        let chosen = recall(Memory::Marks);
        self.differing
            .set(chosen.map_or(much, |chosen| chosen == "differences"));
    }

    /// Shows a state, and notifies those that follow a part of it that has changed.
    fn show(self, to: State) {
        let from = self.state_now();
        if from == to {
            return;
        }
        let turned = from.page != to.page;
        let paired = (&from.a, &from.b) != (&to.a, &to.b);
        self.state.set(to);
        if turned {
            self.turned.notify();
        }
        if paired {
            self.paired.notify();
        }
    }

    /// The page (tracked).
    pub fn page(self) -> Page {
        self.turned.track();
        self.state.with_untracked(|state| state.page)
    }

    /// Follows changes of the pair.
    pub fn track_pair(self) {
        self.paired.track();
    }

    fn set_narrow(self, narrow: bool) {
        if self.narrow.get_untracked() != narrow {
            self.narrow.set(narrow);
        }
    }

    /// Shows for a moment, and announces, what was done.
    pub fn tell(self, what: &str) {
        self.toast.set(what.to_owned());
        self.say(what);
        let what = what.to_owned();
        browser::later(2600, move || {
            // Only if there is no newer message.
            if self.toast.with_untracked(|now| *now == what) {
                self.toast.set(String::new());
            }
        });
    }

    /// Announces something to screen readers. If it repeats the last text, a space is added, since a screen reader
    /// reads only changes.
    pub fn say(self, what: &str) {
        let again = self.said.with_untracked(|said| said == what);
        self.said
            .set(format!("{what}{}", if again { "\u{a0}" } else { "" }));
    }

    /// Shows the page that the address asks for, after a link or after going back or forward.
    fn arrive(self) {
        let parsed = parse(&address::query());
        let resolved = self.library(|library| resolve(&parsed.state, library));
        // The reader's articles may not be loaded yet; then `meet` says it.
        let is_read = self.own.is_read_for(&parsed.state);
        let found = resolved.notices.iter().filter(|_| is_read);
        let notices = parsed.notices.iter().chain(found);
        self.fault(notices.map(Notice::sentence).collect());
        self.show(parsed.state);
    }
}
