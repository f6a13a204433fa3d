//! Keeps the reader's texts, comparisons and names of claims in IndexedDB. Each is stored as the JSON that `own` writes, under
//! its id, its link or what it names.
//!
//! The database is opened for each operation and closed after it, so that no tab blocks another with a newer
//! version. This uses only web-sys: the small libraries add typed records and cursors, but all records here
//! are text.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    EventTarget, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

const NAME: &str = "crossread";

/// The version of the database. Version 1 had only articles, version 2 added comparisons, version 3 the figures of
/// pairs, version 4 names of claims. A change of the stores needs a new version and a step in [`migrate`]. Older steps never change.
const VERSION: u32 = 4;

/// How long the browser may take to open the database, in milliseconds.
const PATIENCE: u32 = 5_000;

/// A part of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// Articles, by their ids.
    Articles,
    /// Comparisons, by their links.
    Comparisons,
    /// The figures of pairs, by their two ids.
    Figures,
    /// Names of claims, by what they name.
    Names,
}

impl Store {
    fn name(self) -> &'static str {
        match self {
            Store::Articles => "articles",
            Store::Comparisons => "comparisons",
            Store::Figures => "figures",
            Store::Names => "names",
        }
    }
}

/// The reason why the browser does not keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has no such storage, or does not let the site have it.
    Refused,
    /// It does not respond.
    Silent,
    /// A newer version of the site has changed the database.
    Newer,
    /// There is no room left.
    Full,
}

/// Decides whether the kept text may be replaced.
pub type Guard = Box<dyn Fn(Option<&str>) -> bool>;

/// One change.
pub enum Change {
    /// Keep this text under this key, and replace the old one.
    Put(Store, String, String),
    /// The same, but only if the old text may be replaced.
    PutIf(Store, String, String, Guard),
    /// Delete the text under this key.
    Delete(Store, String),
}

/// Everything that is kept, as written. A record that is not text becomes an empty string.
pub struct Kept {
    /// The articles.
    pub articles: Vec<String>,
    /// The comparisons.
    pub comparisons: Vec<String>,
    /// The figures of pairs.
    pub figures: Vec<String>,
    /// Names of claims.
    pub names: Vec<String>,
}

/// Reads everything.
///
/// # Errors
/// If the browser does not let the site read.
pub async fn all() -> Result<Kept, Refusal> {
    let database = open().await?;
    let read = read(&database).await;
    database.close();
    read.map_err(|error| refusal(&error))
}

async fn read(database: &IdbDatabase) -> Result<Kept, JsValue> {
    let transaction = begin(database, IdbTransactionMode::Readonly)?;
    let ask = |store: Store| transaction.object_store(store.name())?.get_all();
    let (articles, comparisons) = (ask(Store::Articles)?, ask(Store::Comparisons)?);
    let (figures, names) = (ask(Store::Figures)?, ask(Store::Names)?);
    finish(&transaction).await?;
    let texts = |request: &IdbRequest| -> Result<Vec<String>, JsValue> {
        let items = Array::from(&request.result()?);
        Ok(items
            .iter()
            .map(|item| item.as_string().unwrap_or_default())
            .collect())
    };
    Ok(Kept {
        articles: texts(&articles)?,
        comparisons: texts(&comparisons)?,
        figures: texts(&figures)?,
        names: texts(&names)?,
    })
}

/// Makes all these changes, or none. A text that may not be replaced stays unchanged. Returns the keys of such texts.
///
/// # Errors
/// If the browser refuses one.
pub async fn change(changes: Vec<Change>) -> Result<Vec<String>, Refusal> {
    let database = open().await?;
    let written = write(&database, changes).await;
    database.close();
    written.map_err(|error| refusal(&error))
}

async fn write(database: &IdbDatabase, changes: Vec<Change>) -> Result<Vec<String>, JsValue> {
    let transaction = begin(database, IdbTransactionMode::Readwrite)?;
    let mut stayed = Vec::new();
    for change in changes {
        match ask(&transaction, change).await {
            Ok(None) => {}
            Ok(Some(key)) => stayed.push(key),
            Err(error) => {
                // The earlier changes must not be made alone.
                let _ = transaction.abort();
                return Err(error);
            }
        }
    }
    finish(&transaction).await?;
    Ok(stayed)
}

/// Requests one change. Returns its key if the old text stays. No other tab can write between the check and the change,
/// since both are in one transaction.
async fn ask(transaction: &IdbTransaction, change: Change) -> Result<Option<String>, JsValue> {
    let store = |store: Store| transaction.object_store(store.name());
    match change {
        Change::Put(of, key, text) => {
            store(of)?.put_with_key(&JsValue::from(text), &JsValue::from(key))?
        }
        Change::PutIf(of, key, text, may_replace) => {
            let kept = store(of)?.get(&JsValue::from(&key))?;
            JsFuture::from(first_of(&kept, &["success"], &["error"], 0)).await?;
            let kept = kept.result()?;
            // A record that is not text was not written by the site, so it may be lost.
            if !may_replace(kept.as_string().as_deref()) {
                return Ok(Some(key));
            }
            store(of)?.put_with_key(&JsValue::from(text), &JsValue::from(key))?
        }
        Change::Delete(of, key) => store(of)?.delete(&JsValue::from(key))?,
    };
    Ok(None)
}

fn begin(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
    let stores = [
        Store::Articles,
        Store::Comparisons,
        Store::Figures,
        Store::Names,
    ];
    let stores = stores.map(|store| JsValue::from(store.name()));
    let stores: Array = stores.iter().collect();
    database.transaction_with_str_sequence_and_mode(&stores, mode)
}

async fn finish(transaction: &IdbTransaction) -> Result<(), JsValue> {
    match JsFuture::from(first_of(transaction, &["complete"], &["error", "abort"], 0)).await {
        Ok(_) => Ok(()),
        Err(event) => match transaction.error() {
            Some(error) => Err(error.into()),
            None => Err(event),
        },
    }
}

async fn open() -> Result<IdbDatabase, Refusal> {
    let window = web_sys::window().ok_or(Refusal::Refused)?;
    let factory = window.indexed_db().ok().flatten();
    let factory = factory.ok_or(Refusal::Refused)?;
    let request = factory
        .open_with_u32(NAME, VERSION)
        .map_err(|error| refusal(&error))?;
    let opening = request.clone();
    // Given to the browser, which frees it with the request.
    let upgrade = Closure::once_into_js(move |event: web_sys::IdbVersionChangeEvent| {
        let _ = migrate(&opening, event.old_version() as u32);
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    match JsFuture::from(first_of(&request, &["success"], &["error"], PATIENCE)).await {
        Ok(_) => {
            let database = request.result().map_err(|error| refusal(&error))?;
            database.dyn_into().map_err(|_| Refusal::Refused)
        }
        Err(reason) if reason.is_undefined() => {
            // If it opens after all, it must not block another tab.
            let late = request.clone();
            let close = Closure::once_into_js(move || {
                let database = late.result().ok();
                if let Some(Ok(database)) = database.map(JsCast::dyn_into::<IdbDatabase>) {
                    database.close();
                }
            });
            request.set_onsuccess(Some(close.unchecked_ref()));
            Err(Refusal::Silent)
        }
        Err(_) => {
            let error = request.error().ok().flatten();
            Err(error.map_or(Refusal::Refused, |error| refusal(&error.into())))
        }
    }
}

/// Brings a database of an older version to this one, step by step. 0 is none yet.
fn migrate(request: &IdbOpenDbRequest, from: u32) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.dyn_into()?;
    if from < 1 {
        database.create_object_store(Store::Articles.name())?;
    }
    if from < 2 {
        database.create_object_store(Store::Comparisons.name())?;
    }
    if from < 3 {
        database.create_object_store(Store::Figures.name())?;
    }
    if from < 4 {
        database.create_object_store(Store::Names.name())?;
    }
    Ok(())
}

/// Succeeds with the first of these events, fails with the first of those. If a time in milliseconds is given, it
/// fails without an event after that time.
fn first_of(target: &EventTarget, good: &[&str], bad: &[&str], patience: u32) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        for (names, then) in [(good, &resolve), (bad, &reject)] {
            for name in names {
                let _ = target.add_event_listener_with_callback(name, then);
            }
        }
        if patience > 0 {
            Timeout::new(patience, move || {
                let _ = reject.call0(&JsValue::UNDEFINED);
            })
            .forget();
        }
    })
}

fn refusal(error: &JsValue) -> Refusal {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError") => Refusal::Full,
        Some("VersionError") => Refusal::Newer,
        _ => Refusal::Refused,
    }
}
