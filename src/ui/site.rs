//! What every part of the page shares: the state, and the one way to change it. Handlers say where to go
//! ([`Site::go`]); the address and the page follow.

use leptos::prelude::*;

use super::browser;
use crate::address;
use crate::library::Library;
use crate::state::{Notice, Page, State, Step, parse, resolve, step, write};
use crate::storage::{Memory, recall, remember};

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
    /// Its name, as the root's `data-theme` and the storage have it; none for the system's.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }

    /// The one after it, as the switch goes round.
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

/// What every part of the page shares. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub struct Site {
    library: StoredValue<Library>,
    state: RwSignal<State>,
    /// What of the link could not be followed.
    pub notices: RwSignal<Vec<Notice>>,
    /// The look.
    pub theme: RwSignal<Theme>,
    /// Whether single keys act.
    pub single_keys: RwSignal<bool>,
    /// Whether the columns keep level while the page scrolls.
    pub level: RwSignal<bool>,
    /// Whether there is room for one column only.
    pub narrow: RwSignal<bool>,
    /// What is said aloud, politely.
    pub said: RwSignal<String>,
    /// What was done just now, shown for a moment.
    pub toast: RwSignal<String>,
    /// Text that the browser would not copy, for the reader to copy by hand.
    pub by_hand: RwSignal<Option<String>>,
    /// Whether the list of keys is open.
    pub keys_open: RwSignal<bool>,
}

impl Site {
    /// The site as its address has it.
    pub fn start() -> Site {
        let site = Site {
            library: StoredValue::new(Library::shipped()),
            state: RwSignal::new(State::default()),
            notices: RwSignal::new(Vec::new()),
            theme: RwSignal::new(Theme::recalled()),
            single_keys: RwSignal::new(recall(Memory::Keys).as_deref() != Some("off")),
            level: RwSignal::new(recall(Memory::Level).as_deref() == Some("on")),
            narrow: RwSignal::new(browser::is_narrow()),
            said: RwSignal::new(String::new()),
            toast: RwSignal::new(String::new()),
            by_hand: RwSignal::new(None),
            keys_open: RwSignal::new(false),
        };
        site.arrive(&address::query());
        address::on_travel(move |query| site.arrive(&query));
        browser::on_resize(move || {
            let narrow = browser::is_narrow();
            if site.narrow.get_untracked() != narrow {
                site.narrow.set(narrow);
            }
        });
        Effect::new(move || browser::set_theme(site.theme.get().name()));
        site
    }

    /// The state; whoever asks is told again when it changes.
    pub fn state(self) -> State {
        self.state.get()
    }

    /// The state as it is now, once.
    pub fn state_now(self) -> State {
        self.state.get_untracked()
    }

    /// A part of the state; whoever asks is told again when any of it changes.
    pub fn with<T>(self, part: impl FnOnce(&State) -> T) -> T {
        self.state.with(part)
    }

    /// The articles.
    pub fn library<T>(self, part: impl FnOnce(&Library) -> T) -> T {
        self.library.with_value(part)
    }

    /// Goes to a state: the address keeps it, and the page shows it.
    pub fn go(self, to: State) {
        let from = self.state_now();
        let step = step(&from, &to);
        if step == Step::Stay {
            return;
        }
        address::keep(step, &write(&to));
        let turned = from.page != to.page;
        if step == Step::Push {
            self.notices.set(Vec::new());
        }
        self.state.set(to);
        if turned {
            browser::turn_page();
        }
    }

    /// Chooses a theme and remembers it.
    pub fn choose_theme(self, theme: Theme) {
        remember(Memory::Theme, theme.name());
        self.theme.set(theme);
    }

    /// Turns single keys on or off and remembers it.
    pub fn choose_keys(self, on: bool) {
        remember(Memory::Keys, (!on).then_some("off"));
        self.single_keys.set(on);
    }

    /// Has the columns keep level while the page scrolls, or not, and remembers it.
    pub fn choose_level(self, on: bool) {
        remember(Memory::Level, on.then_some("on"));
        self.level.set(on);
    }

    /// Shows for a moment, and says aloud, what was done.
    pub fn tell(self, what: &str) {
        self.toast.set(what.to_owned());
        self.say(what);
        browser::later(2600, move || {
            self.toast.set(String::new());
        });
    }

    /// Says something aloud, politely.
    pub fn say(self, what: &str) {
        self.said.set(what.to_owned());
    }

    /// The page that an address asks for, by a link or by going back and forward.
    fn arrive(self, query: &str) {
        let parsed = parse(query);
        let resolved = self.library(|library| resolve(&parsed.state, library));
        let mut notices = parsed.notices;
        notices.extend(resolved.notices);
        self.notices.set(notices);
        if self.state_now() != parsed.state {
            self.state.set(parsed.state);
        }
    }

    /// Whether the page at hand is this one.
    pub fn is_on(self, page: Page) -> bool {
        self.with(|state| state.page == page)
    }
}
