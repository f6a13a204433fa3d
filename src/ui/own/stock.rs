//! What there is of the reader's own texts, and every change of it: read from the browser's storage and
//! from the link when the page starts, kept, deleted, told to other tabs.

use std::cell::{Ref, RefCell, RefMut};
use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;

use crossread_engine::sort;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::address;
use crate::library::{Article, Library, Origin};
use crate::own::bounds::Over;
use crate::own::figures::Noted;
use crate::own::parcel::{self, Fault, Unpacked};
use crate::own::{Collection, Comparison, Sheet, is_own, json, record};
use crate::packing;
use crate::state::State;
use crate::storage::shelf::{self, Change, Refusal, Store};
use crate::storage::{Memory, remember, tabs};
use crate::ui::browser;
use crate::ui::site::Site;

use super::figures;
use super::importer::Asked;
use super::leaving::{Leaving, finish_last, leave};
use super::sheet::Entry;

/// What every part of the page shares about the reader's own texts.
pub struct Stock {
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

/// What is told by [`Stock::changed`].
#[derive(Default)]
pub struct Held {
    /// Whether what is kept and what the link carries has been read.
    is_read: bool,
    /// Why nothing more is kept, where it is so.
    refused: Option<Refusal>,
    /// How many things that are kept could not be read.
    damaged: u32,
    /// What of the link's texts could not be read.
    fault: Option<Fault>,
    /// The comparisons that are kept, the newest first.
    pub comparisons: Vec<Comparison>,
    /// What was deleted just now and can be brought back.
    pub leaving: Option<Leaving>,
    /// The texts on the add page.
    pub entries: Vec<Entry>,
    /// What was understood of files that were read into the boxes where a comparison begins.
    pub read: Vec<Sheet>,
    /// What the importer is asked, in order.
    pub asked: Vec<Asked>,
    /// What pairs were found to share.
    pub figures: Vec<Noted>,
    /// What was kept since the page was loaded, in order.
    pub recent: Vec<String>,
    /// Whether what other programs shared is being taken up.
    pub taking: bool,
}

impl Stock {
    /// Nothing yet.
    pub fn new() -> Stock {
        Stock {
            changed: Trigger::new(),
            listed: Trigger::new(),
            reading: Trigger::new(),
            shared: RwSignal::new(String::new()),
            held: RefCell::default(),
        }
    }

    /// What is held now. Not to be kept while something else is asked of the stock.
    pub fn held(&self) -> Ref<'_, Held> {
        self.held.borrow()
    }

    /// The same, to be changed; whoever should know is told by [`Stock::changed`] afterwards.
    pub fn hold(&self) -> RefMut<'_, Held> {
        self.held.borrow_mut()
    }

    /// Whether the articles of a state are all that will be there: those of a reader may still be on
    /// their way.
    pub fn is_read_for(&self, state: &State) -> bool {
        self.held().is_read || !is_about_own(state)
    }

    /// Whether what is kept, and what the link carries, is there; whoever asks too early is told.
    pub fn is_read(&self) -> bool {
        let is_read = self.held().is_read;
        if !is_read {
            self.changed.track();
        }
        is_read
    }

    /// Why the browser keeps nothing more, and how many things could not be read; whoever asks is told
    /// when that is another.
    pub fn troubles(&self) -> (Option<Refusal>, u32) {
        self.changed.track();
        let held = self.held();
        (held.refused, held.damaged)
    }

    /// What of the texts that the link carries could not be read.
    pub fn fault(&self) -> Option<Fault> {
        self.held().fault
    }
}

/// Whether the reader's own texts are there; whoever asks too early is told.
pub fn is_read(site: Site) -> bool {
    site.own.is_read()
}

/// Whether a state is about texts of a reader's.
pub fn is_about_own(state: &State) -> bool {
    is_own(&state.a) || is_own(&state.b) || state.of.split('.').any(is_own)
}

/// Reads what is kept and what the link carries, and from then on follows other tabs.
pub fn start(site: Site) {
    tabs::on_change(move || spawn_local(refresh(site)));
    browser::on_window("pagehide", move |_| {
        super::sheet::keep_draft(site);
        leave(site);
    });
    travel(site);
}

/// Reads what the link carries, and what is kept where that was not read yet; then the page is told.
pub fn travel(site: Site) {
    let fragment = address::fragment();
    let parcel = parcel::read(&fragment).filter(|_| !address::is_carried(&fragment));
    let was_read = site.own.held().is_read;
    site.own.hold().fault = None;
    if was_read && parcel.is_none() {
        return;
    }
    site.own.hold().is_read = false;
    spawn_local(async move {
        let mut over = Over::default();
        if !was_read {
            refresh(site).await;
        }
        if let Some(parcel) = parcel {
            let read = match parcel {
                Ok(parcel) => open(&parcel).await,
                Err(fault) => Err(fault),
            };
            match read {
                Ok(unpacked) => {
                    over = unpacked.over;
                    share(site, fragment, unpacked.articles);
                }
                Err(fault) => site.own.hold().fault = Some(fault),
            }
        }
        site.own.hold().is_read = true;
        site.own.changed.notify();
        site.meet();
        if let Some(sentence) = over.sentence("link") {
            site.note(sentence);
        }
    });
}

async fn open(parcel: &parcel::Parcel) -> Result<Unpacked, Fault> {
    if !packing::is_there() {
        return Err(Fault::NoUnpacker);
    }
    let plain = packing::unpack(&parcel.packed, parcel.bytes).await;
    parcel.open(&plain.map_err(|_| Fault::Damaged)?)
}

/// Has the texts of a link at hand, without keeping them.
fn share(site: Site, fragment: String, articles: Vec<(Article, u64)>) {
    let mut ids = Vec::new();
    let mut renamed = Vec::new();
    site.restock(|library| {
        for (mut article, added) in articles {
            match library.get(&article.id) {
                // It is here already, just so.
                Some(one) if record::same(one, &article) => {}
                // The reader has changed theirs: this is the sender's.
                Some(one) if library.origin(&one.id) != Origin::Shared => {
                    let id = record::free_id(library, &article);
                    renamed.push((article.id.to_string(), id.clone()));
                    article.id = id.into();
                    ids.push(article.id.to_string());
                    library.put(article, Origin::Shared, added);
                }
                _ => {
                    ids.push(article.id.to_string());
                    library.put(article, Origin::Shared, added);
                }
            }
        }
    });
    if !ids.is_empty() {
        // The strip that says it lies out of sight where the link leads to a sentence.
        site.tell("They came with the link, and are not kept");
    }
    address::carry(fragment, ids);
    site.rename(&renamed);
}

/// Reads everything that is kept, as another tab may have left it.
fn refresh(site: Site) -> Doing<()> {
    Box::pin(async move {
        if !site.own.held().is_read && site.own.held().leaving.is_none() {
            finish_last().await;
        }
        match shelf::all().await {
            Ok(kept) => take_in(site, &kept),
            Err(refusal) => site.own.hold().refused = Some(refusal),
        }
        site.own.changed.notify();
    })
}

/// Something that takes its time. In a box, so that its code is there once and not in each that waits.
type Doing<T> = Pin<Box<dyn Future<Output = T>>>;

fn take_in(site: Site, kept: &shelf::Kept) {
    let any = !kept.articles.is_empty() || !kept.comparisons.is_empty();
    remember(Memory::Own, any.then_some("on"));
    let read = |text: &String| json::read(text);
    let mut articles: Vec<(Article, u64)> = Vec::new();
    for text in &kept.articles {
        let written = read(text).and_then(|json| record::read(&json));
        articles.extend(written.map(|one| (one.article, one.added)));
    }
    let mut comparisons: Vec<Comparison> = Vec::new();
    for text in &kept.comparisons {
        comparisons.extend(read(text).and_then(|json| Comparison::read(&json)));
    }
    let all = kept.articles.len() + kept.comparisons.len();
    let damaged = (all - articles.len() - comparisons.len()) as u32;
    let newest = |at: usize| !comparisons.get(at).map_or(0, |one| one.added);
    let order = sort::order(comparisons.len(), &newest);
    let comparisons = order
        .into_iter()
        .filter_map(|at| comparisons.get(at).cloned());
    let mut leaving = None;
    {
        let mut held = site.own.hold();
        held.comparisons = comparisons.collect();
        held.figures = figures::kept(&kept.figures);
        held.damaged = damaged;
        held.refused = None;
        // What can still be brought back is still there.
        match held.leaving.clone() {
            Some(Leaving::Comparison(one)) => {
                held.comparisons.retain(|other| other.link != one.link)
            }
            Some(Leaving::Article(one, ..)) => leaving = Some(one),
            None => {}
        }
    }
    site.restock(|library| {
        restock(library, articles);
        if let Some(one) = leaving {
            library.remove(&one.id);
        }
        figures::learn(library, &site.own.held().figures);
    });
}

/// Has the library hold these as what is kept, and nothing else that was.
fn restock(library: &mut Library, articles: Vec<(Article, u64)>) {
    let there: BTreeSet<&str> = articles.iter().map(|(article, _)| &*article.id).collect();
    let gone: Vec<String> = library
        .own_ones()
        .filter(|one| library.origin(&one.id) == Origin::Kept && !there.contains(&*one.id))
        .map(|one| one.id.to_string())
        .collect();
    for id in gone {
        library.remove(&id);
    }
    for (article, added) in articles {
        library.put(article, Origin::Kept, added);
    }
}

/// Keeps these, or has them for this visit where the browser does not keep them. Whether it does.
pub fn keep(site: Site, new: Collection) -> Doing<bool> {
    let mut changes = Vec::new();
    for (article, added) in &new.articles {
        let written = record::write(article, *added).write();
        changes.push(Change::Put(
            Store::Articles,
            article.id.to_string(),
            written,
        ));
    }
    for comparison in &new.comparisons {
        let written = comparison.write().write();
        changes.push(Change::Put(
            Store::Comparisons,
            comparison.link.clone(),
            written,
        ));
    }
    Box::pin(async move {
        let kept = shelf::change(changes).await;
        kept_or_not(site, new, kept.err());
        kept.is_ok()
    })
}

fn kept_or_not(site: Site, new: Collection, refused: Option<Refusal>) {
    let origin = match refused {
        None => Origin::Kept,
        Some(_) => Origin::Visit,
    };
    {
        let mut held = site.own.hold();
        held.refused = refused;
        for one in new.comparisons {
            held.comparisons.retain(|other| other.link != one.link);
            held.comparisons.insert(0, one);
        }
    }
    site.restock(|library| {
        for (article, added) in new.articles {
            library.put(article, origin, added);
        }
    });
    site.own.changed.notify();
    if refused.is_none() {
        remember(Memory::Own, Some("on"));
        tabs::tell();
    }
}

/// Keeps these, and says `done`, or that they are here for this visit.
pub fn keep_and_say(site: Site, new: Collection, done: &'static str) {
    let keeping = keep(site, new);
    spawn_local(async move {
        let kept = keeping.await;
        site.tell(if kept {
            done
        } else {
            "Here for this visit: the browser does not keep it"
        });
    });
}

/// Everything of the reader's that is kept or here for the visit.
pub fn collection(site: Site) -> Collection {
    let articles = site.library(|library| {
        let own = library.own_ones();
        let own = own.filter(|one| library.origin(&one.id) != Origin::Shared);
        own.map(|one| ((**one).clone(), library.added(&one.id)))
            .collect()
    });
    Collection {
        articles,
        comparisons: site.own.held().comparisons.clone(),
        ..Collection::default()
    }
}

/// Now, in milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}
