//! What the page holds of the reader's own texts: plain data, and the triggers that tell of a change. What reads or changes
//! it is in the files beside this one.

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
use crate::own::link_payload::Fault;
use crate::own::versions::Versions;
use crate::own::{Comparison, Draft, Naming, is_own, several};
use crate::state::State;
use crate::storage::database::Refusal;
use crate::worker::Ticket;

/// What every part of the page shares about the reader's own texts.
pub struct OwnTexts {
    /// Told when what is kept, or how, is another.
    pub changed: Trigger,
    /// Told when there are other texts on the add page; not when one is written in, which must not be
    /// made anew under the reader's hands.
    pub listed: Trigger,
    /// Told when the importer has something else to read, or begins with it.
    pub reading: Trigger,
    /// The link that is being shared, without the texts; empty for none.
    pub shared: RwSignal<String>,
    // No signals: this is told by `changed`, and a cell weighs less in the program.
    held: RefCell<Held>,
}

/// What is told by [`OwnTexts::changed`].
#[derive(Default)]
pub struct Held {
    /// Whether what is kept and what the link carries has been read.
    pub is_read: bool,
    /// Why nothing more is kept, where it is so.
    pub refused: Option<Refusal>,
    /// How many things that are kept could not be read.
    pub damaged: u32,
    /// Whether the browser may clear away what is kept when it likes.
    pub clearable: bool,
    /// Whether the browser does not even remember that it keeps something.
    pub forgetful: bool,
    /// What of the link's texts could not be read.
    pub fault: Option<Fault>,
    /// The comparisons that are kept, the newest first.
    pub comparisons: Vec<Comparison>,
    /// The names that the reader gave to claims, the newest first.
    pub names: Vec<Naming>,
    /// What was deleted just now and can be brought back.
    pub leaving: Option<Leaving>,
    /// The texts on the add page.
    pub entries: Vec<Entry>,
    /// What was understood of files that were read into the boxes where a comparison begins.
    pub read: Vec<Draft>,
    /// What the importer is asked, in order.
    pub asked: Vec<Asked>,
    /// What pairs were found to share.
    pub figures: Vec<Noted>,
    /// What was kept since the page was loaded, in order.
    pub recent: Vec<String>,
    /// Whether what other programs shared is being taken up.
    pub taking: bool,
    /// The page that was pressed in another tab.
    pub press: Press,
    /// Which versions of the kept texts this tab goes by.
    pub versions: Versions,
    /// Whether a text was kept as one of its own, since another tab had changed it; until that is said.
    pub copied: bool,
    /// Whether what closed tabs could not keep has been taken up.
    pub recovered: bool,
    /// Whether the browser refused to remember what is being written.
    pub unremembered: bool,
}

/// What there is of a page that was pressed in another tab, and of others that seek it.
#[derive(Default)]
pub struct Press {
    /// By this name other tabs know this one.
    pub name: String,
    /// When it asked them, in milliseconds since 1970; 0 for never.
    pub at: u64,
    /// Whether a page is being read.
    pub reading: bool,
    /// Who asked meanwhile.
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
    /// Which tab.
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

    /// What is held now. Not to be kept while something else is asked of the texts.
    pub fn held(&self) -> Ref<'_, Held> {
        self.held.borrow()
    }

    /// The same, to be changed; whoever should know is told by [`OwnTexts::changed`] afterwards.
    pub fn hold(&self) -> RefMut<'_, Held> {
        self.held.borrow_mut()
    }

    /// Whether the articles of a state are all that will be there: those of a reader may still be on
    /// their way.
    pub fn is_read_for(&self, state: &State) -> bool {
        self.held().is_read || !is_about_own(state)
    }

    /// Whether what is kept, and what the link carries, is there (tracked until they are).
    pub fn is_read(&self) -> bool {
        let is_read = self.held().is_read;
        if !is_read {
            self.changed.track();
        }
        is_read
    }

    /// Why the browser keeps nothing more, how many things could not be read, and whether it does not remember that it
    /// keeps something (tracked).
    pub fn troubles(&self) -> (Option<Refusal>, u32, bool) {
        self.changed.track();
        let held = self.held();
        (held.refused, held.damaged, held.forgetful)
    }

    /// Whether the browser may clear away what is kept when it likes (tracked).
    pub fn is_clearable(&self) -> bool {
        self.changed.track();
        self.held().clearable
    }

    /// What of the texts that the link carries could not be read.
    pub fn fault(&self) -> Option<Fault> {
        self.held().fault
    }
}

/// Whether a state is about texts of a reader's.
pub fn is_about_own(state: &State) -> bool {
    is_own(&state.a) || is_own(&state.b) || state.of.split('.').any(is_own)
}

/// A text on the add page.
#[derive(Clone)]
pub struct Entry {
    /// Which it is, among those of this page.
    pub key: u32,
    /// The file's name; empty for a paste.
    pub file: String,
    /// The id of the article that is edited, where one is.
    pub edits: Option<String>,
    /// The mark of the kept version that it was begun on, where an article is edited (`own/versions.rs`).
    pub begun_on: String,
    /// Whether the reader changed anything since it was put there.
    pub touched: bool,
    /// Whether the reader wanted it kept, so that what is wrong is said.
    pub tried: bool,
    /// What came of it.
    pub brought: Brought,
    /// Its file, where it can be read in another encoding.
    pub source: Option<Source>,
    /// Whether it stands open among many that stand in lines.
    pub is_open: bool,
    /// Its words and its mark, until it is written in.
    pub measured: Option<(u32, u64)>,
}

impl Entry {
    /// The text, where it could be read.
    pub fn draft(&self) -> Option<&Draft> {
        self.brought.as_ref().ok()
    }

    /// How many words it has, and the mark by which the same text is known.
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
    /// The file: not its bytes, which are read again.
    pub file: File,
    /// In which encoding it was read.
    pub label: String,
}

/// What came of asking; nothing where the reader put an end to it.
pub type Came = Option<Result<Vec<Piece>, Problem>>;

/// Something that the importer was asked.
pub struct Asked {
    /// What is said of it, after "Reading".
    pub what: String,
    /// Whether it is being read: the program is there, then.
    pub begun: bool,
    /// The worker's ticket, with which it is cancelled.
    pub ticket: Option<Ticket>,
    /// Where the outcome is put.
    pub outcome: Rc<RefCell<Outcome>>,
}

/// What came of asking, and who waits for it.
#[derive(Default)]
pub struct Outcome {
    /// What came, once it has.
    pub came: Option<Came>,
    /// Who waits for it.
    pub waker: Option<Waker>,
}

impl Outcome {
    /// Notes what came, and wakes who waits for it.
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

/// What was deleted and can be brought back.
#[derive(Clone)]
pub enum Leaving {
    /// An article of the reader's.
    Article(Arc<Article>, Origin, u64),
    /// A comparison.
    Comparison(Comparison),
}

impl Leaving {
    /// As it is written down; nothing where it is not kept.
    pub fn written(&self) -> Option<String> {
        match self {
            Leaving::Article(article, Origin::Kept, _) => Some(article.id.to_string()),
            Leaving::Article(..) => None,
            Leaving::Comparison(one) => Some(one.link.clone()),
        }
    }
}
