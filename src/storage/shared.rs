//! Reads what other programs shared with the site through the system's share sheet. The service worker (`assets/sw.js`)
//! stores the browser's form unchanged in a cache of its own. Here it is read and deleted.

use js_sys::{Array, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, File, FormData, Request, Response};

/// One act of sharing.
pub struct Shared {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Its address.
    pub url: String,
    /// Its files.
    pub files: Vec<File>,
}

/// Something that waits for the page.
pub struct Parcel {
    cache: Cache,
    request: Request,
}

/// Everything that waits, in the order in which it came.
pub async fn waiting() -> Vec<Parcel> {
    found().await.unwrap_or_default()
}

async fn found() -> Option<Vec<Parcel>> {
    let (caches, name) = place()?;
    // Opening the cache would create it.
    if !JsFuture::from(caches.has(&name)).await.ok()?.is_truthy() {
        return None;
    }
    let cache: Cache = JsFuture::from(caches.open(&name))
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    let requests = Array::from(&JsFuture::from(cache.keys()).await.ok()?);
    let share = |request: JsValue| {
        Some(Parcel {
            cache: cache.clone(),
            request: request.dyn_into().ok()?,
        })
    };
    Some(requests.iter().filter_map(share).collect())
}

/// The cache is named after the site's folder, since an origin may hold other copies of the site.
fn place() -> Option<(CacheStorage, String)> {
    let window = web_sys::window()?;
    // Absent outside secure contexts, although the binding's type says otherwise.
    let caches = Reflect::get(&window, &JsValue::from_str("caches")).ok()?;
    let caches = caches.dyn_into().ok()?;
    let page = window.document()?.base_uri().ok()??;
    let page = page.split(['?', '#']).next()?;
    let (folder, _) = page.rsplit_once('/')?;
    Some((caches, format!("crossread-shared {folder}/")))
}

impl Parcel {
    /// Its content; `None` if it cannot be read.
    pub async fn open(&self) -> Option<Shared> {
        let kept = JsFuture::from(self.cache.match_with_request(&self.request));
        let kept: Response = kept.await.ok()?.dyn_into().ok()?;
        let form = JsFuture::from(kept.form_data().ok()?).await.ok()?;
        let form: FormData = form.dyn_into().ok()?;
        let text = |name: &str| form.get(name).as_string().unwrap_or_default();
        let files = form.get_all("files");
        Some(Shared {
            title: text("title"),
            text: text("text"),
            url: text("url"),
            files: files.iter().filter_map(|one| one.dyn_into().ok()).collect(),
        })
    }

    /// Deletes it.
    pub async fn forget(self) {
        // If this is refused, it is shown again when the page is next opened, which is better than losing it.
        let _ = JsFuture::from(self.cache.delete_with_request(&self.request)).await;
    }
}
