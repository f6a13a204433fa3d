//! What the page holds of the reader's own texts: plain data, and the triggers that notify of a change. The code that reads
//! or changes it is in the files beside this one.

use std::cell::{Ref, RefCell, RefMut};
use std::rc::Rc;
use std::sync::Arc;
use std::task::Waker;

use crossread_engine::words;
use crossread_import::Piece;
use leptos::prelude::*;
use web_sys::File;

use crate::library::{Article, Origin};
use crate::own::draft::{Brought, Problem};
use crate::own::figures::Noted;
use crate::own::versions::{Replaceable, Versions};
use crate::own::{Comparison, Draft, Naming, is_own, several};
use crate::state::State;
use crate::storage::database::Refusal;
use crate::worker::Ticket;

/// What every part of the page shares about the reader's own texts.
pub struct OwnTexts {
    /// Triggered when what is kept, or its state, changes.
    pub changed: Trigger,
    /// Triggered when there are other texts on the add page, but not when the reader writes in one, since it must not
    /// be rebuilt then.
    pub listed: Trigger,
    /// Triggered when the importer has something else to read, or begins with it.
    pub reading: Trigger,
    /// The link that is being shared, without the texts; empty for none.
    pub shared: RwSignal<String>,
    // Not signals: `changed` notifies of changes, and a cell costs less in the program.
    held: RefCell<Held>,
}

/// The data whose changes [`OwnTexts::changed`] announces.
#[derive(Default)]
pub struct Held {
    /// Whether what is kept and what the link carries has been read.
    pub is_read: bool,
    /// Why nothing more is kept, if that is so.
    pub refused: Option<Refusal>,
    /// How many things that are kept could not be read.
    pub damaged: u32,
    /// Whether the browser may delete what is kept at any time.
    pub clearable: bool,
    /// Whether the browser cannot even remember that it keeps something.
    pub forgetful: bool,
    /// Why texts of the link or of a collection could not be read, in words.
    pub fault: Option<String>,
    /// The comparisons that are kept, the newest first.
    pub comparisons: Vec<Comparison>,
    /// The names that the reader gave to claims, the newest first.
    pub names: Vec<Naming>,
    /// What was just deleted and can be restored.
    pub leaving: Option<Leaving>,
    /// The texts on the add page.
    pub entries: Vec<Entry>,
    /// How many texts there were on the add page since it was loaded.
    pub numbered: u32,
    /// What was understood of files that were read into the boxes where a comparison begins.
    pub read: Vec<Draft>,
    /// The requests to the importer, in order.
    pub asked: Vec<Asked>,
    /// What pairs share.
    pub figures: Vec<Noted>,
    /// What was kept since the page was loaded, in order.
    pub recent: Vec<String>,
    /// Whether what other programs shared is being read.
    pub taking: bool,
    /// Whether something waits that may come from another site's page.
    pub uninvited: bool,
    /// The page that was pressed in another tab.
    pub press: Press,
    /// The versions of the kept texts that this tab knows.
    pub versions: Versions,
    /// Whether a text was kept as a separate one, since another tab had changed it, and this has not been said yet.
    pub copied: bool,
    /// Whether what closed tabs could not keep has been recovered.
    pub recovered: bool,
    /// Whether the browser refused to remember what is being written.
    pub unremembered: bool,
}

/// The state of a page that a press in another tab brings, and of other tabs that ask for it.
#[derive(Default)]
pub struct Press {
    /// The name by which other tabs know this one.
    pub name: String,
    /// When it asked them, in milliseconds since 1970; 0 for never.
    pub at: u64,
    /// Whether a page is being read.
    pub reading: bool,
    /// The tabs that asked meanwhile.
    pub waiting: Vec<String>,
    /// What another tab offered meanwhile.
    pub offer: Option<Offer>,
    /// The id of the article that came.
    pub came: Option<String>,
    /// Whether another tab shows it beside its own.
    pub is_taken: bool,
}

/// An article that waits in another tab for a second one.
pub struct Offer {
    /// The name of the tab.
    pub from: String,
    /// The article, and when it came.
    pub article: (Article, u64),
}

impl OwnTexts {
    /// Nothing yet.
    pub fn new() -> OwnTexts {
        OwnTexts {
            changed: Trigger::new(),
            listed: Trigger::new(),
            reading: Trigger::new(),
            shared: RwSignal::new(String::new()),
            held: RefCell::default(),
        }
    }

    /// The current data. The borrow must end before another call.
    pub fn held(&self) -> Ref<'_, Held> {
        self.held.borrow()
    }

    /// The same, to be changed; the caller triggers [`OwnTexts::changed`] afterwards.
    pub fn hold(&self) -> RefMut<'_, Held> {
        self.held.borrow_mut()
    }

    /// Whether all articles of a state are loaded: the reader's may still be missing.
    pub fn is_read_for(&self, state: &State) -> bool {
        self.held().is_read || !is_about_own(state)
    }

    /// Whether what is kept, and what the link carries, has been read (tracked until then).
    pub fn is_read(&self) -> bool {
        let is_read = self.held().is_read;
        if !is_read {
            self.changed.track();
        }
        is_read
    }

    /// Why the browser keeps nothing more, how many things could not be read, and whether it cannot remember that it
    /// keeps something (tracked).
    pub fn troubles(&self) -> (Option<Refusal>, u32, bool) {
        self.changed.track();
        let held = self.held();
        (held.refused, held.damaged, held.forgetful)
    }

    /// Whether the browser may delete what is kept at any time (tracked).
    pub fn is_clearable(&self) -> bool {
        self.changed.track();
        self.held().clearable
    }

    /// Why texts of the link or of a collection could not be read, in words.
    pub fn fault(&self) -> Option<String> {
        self.held().fault.clone()
    }
}

/// Whether a state is about texts that do not ship with the site.
pub fn is_about_own(state: &State) -> bool {
    !state.set.is_empty() || is_own(&state.a) || is_own(&state.b) || state.of.split('.').any(is_own)
}

/// A text on the add page.
#[derive(Clone)]
pub struct Entry {
    /// Its number on this page.
    pub key: u32,
    /// The file's name; empty for a paste.
    pub file: String,
    /// The id of the article that is edited, if any.
    pub edits: Option<String>,
    /// The kept versions that it may replace, if an article is edited.
    pub may_replace: Replaceable,
    /// Whether the reader changed anything since it was put there.
    pub touched: bool,
    /// Whether the reader tried to keep it, so that faults are shown.
    pub tried: bool,
    /// The result of reading it.
    pub brought: Brought,
    /// Its file, if it can be read in another encoding.
    pub source: Option<Source>,
    /// Whether it is open in a list of many.
    pub is_open: bool,
    /// Its word count and its mark, until it is edited.
    pub measured: Option<(u32, u64)>,
}

impl Entry {
    /// The text, if it could be read.
    pub fn draft(&self) -> Option<&Draft> {
        self.brought.as_ref().ok()
    }

    /// How many words it has, and the mark that identifies the same text.
    pub fn measured(&mut self) -> (u32, u64) {
        let text = self.brought.as_ref().map_or("", |draft| &draft.text);
        *self
            .measured
            .get_or_insert_with(|| (words::count(text), several::mark(text)))
    }

    /// Whether it is an empty draft that nobody touched.
    pub fn is_blank(&self) -> bool {
        self.draft().is_some_and(Draft::is_blank) && self.edits.is_none()
    }
}

/// A file whose encoding was guessed.
#[derive(Clone)]
pub struct Source {
    /// The file. Its bytes are read again when needed.
    pub file: File,
    /// The encoding in which it was read.
    pub label: String,
}

/// The result of a request; `None` if the reader stopped it.
pub type Came = Option<Result<Vec<Piece>, Problem>>;

/// A request to the importer.
pub struct Asked {
    /// Its name in the message, after "Reading".
    pub what: String,
    /// Whether it is being read, which means that the program is loaded.
    pub begun: bool,
    /// The worker's ticket, with which it is cancelled.
    pub ticket: Option<Ticket>,
    /// The outcome.
    pub outcome: Rc<RefCell<Outcome>>,
}

/// The result of a request, and the task that waits for it.
#[derive(Default)]
pub struct Outcome {
    /// The result, once there is one.
    pub came: Option<Came>,
    /// The task that waits for it.
    pub waker: Option<Waker>,
}

impl Outcome {
    /// Stores the result, and wakes the waiting task.
    pub fn settle(outcome: &RefCell<Outcome>, came: Came) {
        let waker = {
            let mut outcome = outcome.borrow_mut();
            outcome.came.get_or_insert(came);
            outcome.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// What was deleted and can be restored.
#[derive(Clone)]
pub enum Leaving {
    /// An article of the reader's.
    Article(Arc<Article>, Origin, u64),
    /// A comparison.
    Comparison(Comparison),
}

impl Leaving {
    /// Its form in storage; `None` if it is not kept.
    pub fn written(&self) -> Option<String> {
        match self {
            Leaving::Article(article, Origin::Kept, _) => Some(article.id.to_string()),
            Leaving::Article(..) => None,
            Leaving::Comparison(one) => Some(one.link.clone()),
        }
    }
}
