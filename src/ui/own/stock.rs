//! The list of the reader's own texts and every change of it. It is read from the browser's storage and from
//! the link when the page starts. Changes are saved and announced to other tabs.

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
use crate::own::versions::{Versions, may_replace};
use crate::own::{Collection, Comparison, Sheet, is_own, json, record};
use crate::packing;
use crate::state::State;
use crate::storage::shelf::{self, Change, Refusal, Store};
use crate::storage::{Memory, draft, lasting, remember, tabs};
use crate::ui::browser;
use crate::ui::site::Site;

use super::figures;
use super::importer::Asked;
use super::leaving::{Leaving, finish_last, leave};
use super::live;
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
    /// Whether the browser may clear away what is kept when it likes.
    clearable: bool,
    /// Whether the browser does not even remember that it keeps something.
    forgetful: bool,
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
    /// Which versions of the kept texts this tab goes by.
    pub versions: Versions,
    /// Whether a text was kept as one of its own, since another tab had changed it; until that is said.
    copied: bool,
    /// Whether what closed tabs could not keep has been taken up.
    recovered: bool,
    /// Whether the browser refused to remember what is being written.
    pub unremembered: bool,
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

    /// Why the browser keeps nothing more, how many things could not be read, and whether it does not remember that it
    /// keeps something; whoever asks is told when that is another.
    pub fn troubles(&self) -> (Option<Refusal>, u32, bool) {
        self.changed.track();
        let held = self.held();
        (held.refused, held.damaged, held.forgetful)
    }

    /// Whether the browser may clear away what is kept when it likes; whoever asks is told when that is another.
    pub fn is_clearable(&self) -> bool {
        self.changed.track();
        self.held().clearable
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
    // A page that is out of sight may never come back.
    browser::on_window("visibilitychange", move |_| {
        live::settle(site);
        super::sheet::keep_draft(site);
    });
    browser::on_window("pagehide", move |_| {
        live::rescue(site);
        super::sheet::keep_draft(site);
        leave(site);
    });
    browser::on_window("beforeunload", move |event| {
        if !live::rescue(site) || super::sheet::is_unsaved(site) {
            event.prevent_default();
        }
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
        say_copied(site);
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
                    let id = record::free_id(library, &article, &chance());
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
            recover(site).await;
        }
        match shelf::all().await {
            Ok(kept) => {
                take_in(site, &kept);
                site.own.hold().clearable = !lasting::is_promised().await;
            }
            Err(refusal) => site.own.hold().refused = Some(refusal),
        }
        site.own.changed.notify();
    })
}

/// Something that takes its time. In a box, so that its code is there once and not in each that waits.
type Doing<T> = Pin<Box<dyn Future<Output = T>>>;

fn take_in(site: Site, kept: &shelf::Kept) {
    let any = !kept.articles.is_empty() || !kept.comparisons.is_empty();
    let forgetful = any && !remember(Memory::Own, Some("on"));
    if !any {
        remember(Memory::Own, None);
    }
    let read = |text: &String| json::read(text);
    let spared = spared(site);
    let mut articles: Vec<(Article, u64)> = Vec::new();
    for text in &kept.articles {
        if let Some(one) = read(text).and_then(|json| record::read(&json)) {
            if !spared.contains(&*one.article.id) {
                site.own.hold().versions.sees(&one.article.id, text);
            }
            articles.push((one.article, one.added));
        }
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
        held.forgetful = forgetful;
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
        restock(library, articles, &spared);
        if let Some(one) = leaving {
            library.remove(&one.id);
        }
        figures::learn(library, &site.own.held().figures);
    });
}

/// The texts that the reader is writing in: what other tabs make of them waits until these words are kept.
fn spared(site: Site) -> BTreeSet<String> {
    let held = site.own.held();
    let written = held.entries.iter().filter(|one| one.touched);
    let written = written.filter_map(|one| one.edits.clone());
    written.chain(live::unapplied()).collect()
}

/// Has the library hold these as what is kept, and nothing else that was but what the reader is writing in.
fn restock(library: &mut Library, articles: Vec<(Article, u64)>, spared: &BTreeSet<String>) {
    let there: BTreeSet<&str> = articles.iter().map(|(article, _)| &*article.id).collect();
    let gone: Vec<String> = library
        .own_ones()
        .filter(|one| library.origin(&one.id) == Origin::Kept)
        .filter(|one| !there.contains(&*one.id) && !spared.contains(&*one.id))
        .map(|one| one.id.to_string())
        .collect();
    for id in gone {
        library.remove(&id);
    }
    for (article, added) in articles {
        if !spared.contains(&*article.id) || library.get(&article.id).is_none() {
            library.put(article, Origin::Kept, added);
        }
    }
}

/// What came of keeping.
#[derive(Default)]
pub struct Kept {
    /// Whether the browser keeps it.
    pub is_kept: bool,
    /// Texts that got another id, since another tab had changed the one of theirs: from, to.
    copies: Vec<(String, String)>,
}

impl Kept {
    /// The id that a text has now.
    pub fn id_of(&self, id: &str) -> String {
        let copy = self.copies.iter().find(|(from, _)| from == id);
        copy.map_or(id, |(_, to)| to).to_owned()
    }
}

/// Keeps these, or has them for this visit where the browser does not keep them. A text that another tab has changed
/// meanwhile stays as it is there; what was to take its place is kept as a text of its own.
pub fn keep(site: Site, new: Collection) -> Doing<Kept> {
    keep_from(site, new, None)
}

/// The same, of words that were begun on that version.
fn keep_from(site: Site, mut new: Collection, begun_on: Option<String>) -> Doing<Kept> {
    let mut changes = Vec::new();
    for (article, added) in &new.articles {
        changes.push(guarded(site, article, *added, begun_on.as_deref()));
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
        let mut kept = Kept::default();
        let mut refused = None;
        match shelf::change(changes).await {
            Ok(stayed) => {
                for id in stayed {
                    let mut all = new.articles.iter_mut();
                    let Some((article, added)) = all.find(|(one, _)| one.id == id) else {
                        continue;
                    };
                    match copy(site, article, *added).await {
                        Ok(()) => kept.copies.push((id, article.id.to_string())),
                        Err(refusal) => refused = Some(refusal),
                    }
                }
            }
            Err(refusal) => refused = Some(refusal),
        }
        kept.is_kept = refused.is_none();
        for (from, to) in &kept.copies {
            live::moved(site, from, to);
        }
        kept_or_not(site, new, refused);
        if !kept.copies.is_empty() {
            // What the other tab wrote is shown under the id that was theirs both.
            refresh(site).await;
            site.own.hold().copied = true;
        }
        kept
    })
}

/// Says, once, that another tab had changed a text that was to be kept.
pub fn say_copied(site: Site) {
    if std::mem::take(&mut site.own.hold().copied) {
        site.note(
            "A text was changed in another tab while it was changed here. Both versions are kept: that one as it is there, and this one as a text of its own."
                .to_owned(),
        );
    }
}

/// What keeps an article in the place of what this tab knows, and of nothing else.
fn guarded(site: Site, article: &Article, added: u64, begun_on: Option<&str>) -> Change {
    let id = article.id.to_string();
    let written = record::write(article, added).write();
    let held = &mut *site.own.hold();
    let mut entries = held.entries.iter();
    let entry = entries.find(|one| one.touched && one.edits.as_deref() == Some(&id));
    let begun_on = match (begun_on, entry) {
        (Some(mark), _) => mark.to_owned(),
        (None, Some(entry)) => entry.begun_on.clone(),
        (None, None) => held.versions.seen(&id),
    };
    let may = held.versions.replaceable(&id, &begun_on);
    held.versions.writes(&id, &written);
    let article = article.clone();
    let may = move |kept: Option<&str>| {
        may_replace(&may, kept) || kept.is_some_and(|kept| record::says(kept, &article))
    };
    Change::PutIf(Store::Articles, id, written, Box::new(may))
}

/// Keeps an article as a text of its own, under another id.
async fn copy(site: Site, article: &mut Article, added: u64) -> Result<(), Refusal> {
    article.id = site
        .library(|library| record::free_id(library, article, &chance()))
        .into();
    let change = guarded(site, article, added, None);
    shelf::change(vec![change]).await.map(drop)
}

/// Keeps what was typed in tabs that were closed before they got to that.
async fn recover(site: Site) {
    if std::mem::replace(&mut site.own.hold().recovered, true) {
        return;
    }
    for (name, words) in draft::rescued() {
        let json = json::read(&words);
        let article = json.as_ref().and_then(|json| json.get("article"));
        let mut is_done = true;
        if let Some(one) = article.and_then(record::read) {
            let begun_on = json.as_ref().and_then(|json| json.text("begun_on"));
            let new = Collection {
                articles: vec![(one.article, one.added)],
                ..Collection::default()
            };
            let begun_on = begun_on.unwrap_or_default().to_owned();
            is_done = keep_from(site, new, Some(begun_on)).await.is_kept;
        }
        if is_done {
            draft::rescue(&name, None);
        }
    }
}

fn kept_or_not(site: Site, new: Collection, refused: Option<Refusal>) {
    let origin = match refused {
        None => Origin::Kept,
        Some(_) => Origin::Visit,
    };
    {
        let mut held = site.own.hold();
        held.refused = refused;
        if refused.is_none() {
            for (article, added) in &new.articles {
                let written = record::write(article, *added).write();
                held.versions.sees(&article.id, &written);
            }
        }
        for one in new.comparisons {
            held.comparisons.retain(|other| other.link != one.link);
            held.comparisons.insert(0, one);
        }
    }
    site.restock(|library| {
        for (mut article, added) in new.articles {
            // What was typed since stays.
            if let Some(text) = live::draft(site, &article.id) {
                article.text = text.into();
            }
            library.put(article, origin, added);
        }
    });
    site.own.changed.notify();
    if refused.is_none() {
        remember(Memory::Own, Some("on"));
        tabs::tell();
        spawn_local(async move {
            let promised = lasting::ask().await;
            site.own.hold().clearable = !promised;
            site.own.changed.notify();
        });
    }
}

/// Keeps these, and says `done`, or that they are here for this visit.
pub fn keep_and_say(site: Site, new: Collection, done: &'static str) {
    let keeping = keep(site, new);
    spawn_local(async move {
        let kept = keeping.await.is_kept;
        say_copied(site);
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

/// Something that nobody can guess, for new ids.
pub fn chance() -> String {
    let part = || js_sys::Math::random() * 2f64.powi(53);
    format!("{:.0} {:.0}", part(), part())
}

/// Now, in milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}
