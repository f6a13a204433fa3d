//! Has texts of a static collection (`docs/set.md`) at hand, without keeping them: those that the address names.

use wasm_bindgen_futures::JsFuture;

use super::stock::{COLLECTED, stock};
use crate::boot;
use crate::own::link_payload::unpacked;
use crate::state::{State, write};
use crate::ui::dom::{El, el};
use crate::ui::site::Site;
use crossread_collection::json::{self, Json};

/// Has those at hand that the address names, where it names a collection. Why they are not, in words, where it is so.
pub async fn take(site: Site) -> Option<String> {
    let State { set, a, b, of, .. } = site.state_now();
    if set.is_empty() {
        return None;
    }
    let promise = boot::collected(&set, &[a, b, of].join("."))?;
    let came = JsFuture::from(promise).await.ok()?.as_string()?;
    let Some(Json::List(items)) = json::read(&came) else {
        return Some(came);
    };
    let mut articles = unpacked(&items).articles;
    for (article, _) in &mut articles {
        // Without an id of a reader's it is named by its content, as in the collection but for the beginning.
        let mark = article.id.strip_prefix("own-").unwrap_or_default();
        article.id = [COLLECTED, mark].concat().into();
    }
    stock(site, articles);
    None
}

/// The way back to the collection, where there is one. Its pages are loaded, since no program shows them.
pub fn back(site: Site) -> Option<El> {
    let State { set, .. } = site.state_now();
    if set.is_empty() {
        return None;
    }
    let list = State {
        set,
        ..State::default()
    };
    let link = el("a").attr("href", &write(&list));
    Some(el("p").child(link.text("Back to the collection")))
}
