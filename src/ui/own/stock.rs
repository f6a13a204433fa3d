//! What there is of the reader's own texts, and every change of it: read from the browser's storage and
//! from the link when the page starts, kept, deleted, told to other tabs.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::address;
use crate::library::{Article, Library, Origin};
use crate::own::parcel::{self, Fault};
use crate::own::{Collection, Comparison, is_own, json, record};
use crate::packing;
use crate::state::State;
use crate::storage::shelf::{self, Change, Refusal, Store};
use crate::storage::tabs;
use crate::ui::browser;
use crate::ui::site::Site;

use super::sheet::Entry;

/// What every part of the page shares about the reader's own texts.
pub struct Stock {
    /// Told when the storage, the comparisons or the texts on the add page are others.
    pub changed: Trigger,
    /// Whether what is kept and what the link carries has been read.
    is_read: StoredValue<bool>,
    /// Why nothing more is kept, where it is so.
    refused: StoredValue<Option<Refusal>>,
    /// How many things that are kept could not be read.
    damaged: StoredValue<u32>,
    /// What of the link's texts could not be read.
    fault: StoredValue<Option<Fault>>,
    comparisons: StoredValue<Vec<Comparison>>,
    /// What was deleted just now and can be brought back.
    pub leaving: StoredValue<Option<Leaving>>,
    /// The texts on the add page.
    pub entries: StoredValue<Vec<Entry>>,
    /// What was kept since the page was loaded, in order.
    pub recent: StoredValue<Vec<String>>,
    /// The link that is being shared, without the texts; empty for none.
    pub shared: RwSignal<String>,
}

/// What was deleted and can be brought back.
#[derive(Clone)]
pub enum Leaving {
    /// An article of the reader's.
    Article(std::sync::Arc<Article>, Origin, u64),
    /// A comparison.
    Comparison(Comparison),
}

impl Stock {
    /// Nothing yet.
    pub fn new() -> Stock {
        Stock {
            changed: Trigger::new(),
            is_read: StoredValue::new(false),
            refused: StoredValue::new(None),
            damaged: StoredValue::new(0),
            fault: StoredValue::new(None),
            comparisons: StoredValue::new(Vec::new()),
            leaving: StoredValue::new(None),
            entries: StoredValue::new(Vec::new()),
            recent: StoredValue::new(Vec::new()),
            shared: RwSignal::new(String::new()),
        }
    }

    /// The comparisons that are kept, the newest first; whoever asks is told when they are others.
    pub fn comparisons(&self) -> Vec<Comparison> {
        self.changed.track();
        self.comparisons.get_value()
    }

    /// Whether the articles of a state are all that will be there: those of a reader may still be on
    /// their way.
    pub fn is_read_for(&self, state: &State) -> bool {
        self.is_read.get_value() || !(is_own(&state.a) || is_own(&state.b))
    }

    /// Why the browser keeps nothing more, and how many things could not be read; whoever asks is told
    /// when that is another.
    pub fn troubles(&self) -> (Option<Refusal>, u32) {
        self.changed.track();
        (self.refused.get_value(), self.damaged.get_value())
    }

    /// What of the texts that the link carries could not be read.
    pub fn fault(&self) -> Option<Fault> {
        self.fault.get_value()
    }
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
    let was_read = site.own.is_read.get_value();
    site.own.fault.set_value(None);
    if was_read && parcel.is_none() {
        return;
    }
    site.own.is_read.set_value(false);
    spawn_local(async move {
        if !was_read {
            refresh(site).await;
        }
        if let Some(parcel) = parcel {
            let read = match parcel {
                Ok(parcel) => open(&parcel).await,
                Err(fault) => Err(fault),
            };
            match read {
                Ok(articles) => share(site, fragment, articles),
                Err(fault) => site.own.fault.set_value(Some(fault)),
            }
        }
        site.own.is_read.set_value(true);
        site.own.changed.notify();
        site.meet();
    });
}

async fn open(parcel: &parcel::Parcel) -> Result<Vec<(Article, u64)>, Fault> {
    if !packing::is_there() {
        return Err(Fault::NoUnpacker);
    }
    let plain = packing::unpack(&parcel.packed, parcel.bytes).await;
    parcel.articles(&plain.map_err(|_| Fault::Damaged)?)
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
    address::carry(fragment, ids);
    site.rename(&renamed);
}

/// Reads everything that is kept, as another tab may have left it.
async fn refresh(site: Site) {
    match shelf::all().await {
        Ok(kept) => {
            let read = |text: &String| json::read(text);
            let articles: Vec<(Article, u64)> = kept
                .articles
                .iter()
                .filter_map(|text| record::read(&read(text)?))
                .collect();
            let mut comparisons: Vec<Comparison> = kept
                .comparisons
                .iter()
                .filter_map(|text| Comparison::read(&read(text)?))
                .collect();
            comparisons.sort_by_key(|one| std::cmp::Reverse(one.added));
            let all = kept.articles.len() + kept.comparisons.len();
            let whole = articles.len() + comparisons.len();
            site.own.damaged.set_value((all - whole) as u32);
            site.own.refused.set_value(None);
            let leaving = site.own.leaving.get_value();
            match &leaving {
                Some(Leaving::Comparison(one)) => {
                    comparisons.retain(|other| other.link != one.link)
                }
                Some(Leaving::Article(..)) | None => {}
            }
            site.own.comparisons.set_value(comparisons);
            site.restock(|library| {
                restock(library, articles);
                if let Some(Leaving::Article(one, ..)) = &leaving {
                    library.remove(&one.id);
                }
            });
        }
        Err(refusal) => site.own.refused.set_value(Some(refusal)),
    }
    site.own.changed.notify();
}

/// Has the library hold these as what is kept, and nothing else that was.
fn restock(library: &mut Library, articles: Vec<(Article, u64)>) {
    let is_there = |id: &str| articles.iter().any(|(article, _)| article.id == id);
    let gone: Vec<String> = library
        .own_ones()
        .filter(|one| library.origin(&one.id) == Origin::Kept && !is_there(&one.id))
        .map(|one| one.id.to_string())
        .collect();
    for id in gone {
        library.remove(&id);
    }
    for (article, added) in articles {
        library.put(article, Origin::Kept, added);
    }
}

/// Keeps an article, or has it for this visit where the browser does not keep it. Whether it does.
pub async fn keep(site: Site, article: Article, added: u64) -> bool {
    keep_all(
        site,
        Collection {
            articles: vec![(article, added)],
            ..Collection::default()
        },
    )
    .await
}

/// The same for a whole collection.
pub async fn keep_all(site: Site, new: Collection) -> bool {
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
    let kept = shelf::change(changes).await;
    site.own.refused.set_value(kept.err());
    let origin = if kept.is_ok() {
        Origin::Kept
    } else {
        Origin::Visit
    };
    site.own.comparisons.update_value(|all| {
        all.retain(|one| !new.comparisons.iter().any(|other| other.link == one.link));
        all.splice(0..0, new.comparisons);
    });
    site.restock(|library| {
        for (article, added) in new.articles {
            library.put(article, origin, added);
        }
    });
    site.own.changed.notify();
    if kept.is_ok() {
        tabs::tell();
    }
    kept.is_ok()
}

/// Deletes something, so that it can be brought back for a while.
pub fn delete(site: Site, what: Leaving) {
    leave(site);
    match &what {
        Leaving::Article(article, ..) => site.restock(|library| library.remove(&article.id)),
        Leaving::Comparison(one) => site
            .own
            .comparisons
            .update_value(|all| all.retain(|other| other.link != one.link)),
    }
    site.own.leaving.set_value(Some(what));
    site.own.changed.notify();
}

/// Brings back what was deleted.
pub fn bring_back(site: Site) {
    match site.own.leaving.try_update_value(Option::take).flatten() {
        Some(Leaving::Article(article, origin, added)) => {
            site.restock(|library| library.put((*article).clone(), origin, added));
        }
        Some(Leaving::Comparison(one)) => {
            site.own.comparisons.update_value(|all| all.insert(0, one))
        }
        None => {}
    }
    site.own.changed.notify();
}

/// Deletes for good what was deleted.
pub fn leave(site: Site) {
    let change = match site.own.leaving.try_update_value(Option::take).flatten() {
        Some(Leaving::Article(article, Origin::Kept, _)) => {
            Change::Delete(Store::Articles, article.id.to_string())
        }
        Some(Leaving::Comparison(one)) => Change::Delete(Store::Comparisons, one.link),
        _ => return,
    };
    site.own.changed.notify();
    spawn_local(async move {
        if shelf::change(vec![change]).await.is_ok() {
            tabs::tell();
        }
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
        comparisons: site.own.comparisons.get_value(),
        damaged: 0,
    }
}

/// Now, in milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}
