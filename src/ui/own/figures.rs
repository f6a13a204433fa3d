//! Keeps the figures of compared pairs with an own text, so that the library can show them as it does for shipped
//! articles.

use std::sync::Arc;

use crossread_engine::overview::PairFigures;
use crossread_engine::{Comparison, Options};
use leptos::task::spawn_local;

use crate::library::{Article, Library, Origin};
use crate::own::figures::Noted;
use crate::state::Both;
use crate::storage::database::{self, Change, Store};
use crate::storage::tabs;
use crate::ui::site::Site;
use crossread_collection::json;

/// Stores what was found in a pair. If a text is not kept, only for this visit.
pub fn noted(site: Site, articles: &Both<Arc<Article>>, found: &Comparison) {
    let Both { a, b } = articles;
    let origins = [a, b].map(|one| site.library(|library| library.origin(&one.id)));
    if found.options != Options::default() || origins == [Origin::Shipped; 2] {
        return;
    }
    let there = PairFigures::of(found);
    let back = PairFigures::mirrored(found);
    if site.library(|library| library.pair(&a.id, &b.id)) == Some(there) {
        return;
    }
    // A pair may be listed in either order.
    let both = [Noted::of([a, b], there), Noted::of([b, a], back)];
    site.learn(|library| learn(library, &both));
    let is_kept = |origin: &Origin| matches!(origin, Origin::Shipped | Origin::Kept);
    let put = |one: &Noted| Change::Put(Store::Figures, one.key(), one.write().write());
    let changes = both.iter().map(put).collect();
    site.own.hold().figures.extend(both);
    if origins.iter().all(is_kept) {
        spawn_local(async move {
            // If that fails, the next comparison works them out again.
            if database::change(changes).await.is_ok() {
                tabs::tell();
            }
        });
    }
}

/// Gives the library the figures that are still valid.
pub fn learn(library: &mut Library, noted: &[Noted]) {
    for one in noted {
        if one.holds(library) {
            let [a, b] = &one.ids;
            library.learn(a, b, one.figures);
        }
    }
}

/// Reads the kept figures.
pub fn kept(written: &[String]) -> Vec<Noted> {
    let read = |text: &String| Noted::read(&json::read(text)?);
    written.iter().filter_map(read).collect()
}

/// The changes that delete the figures of an article.
pub fn forget(noted: &[Noted], id: &str) -> Vec<Change> {
    let of = noted
        .iter()
        .filter(|one| one.ids.iter().any(|one| one == id));
    of.map(|one| Change::Delete(Store::Figures, one.key()))
        .collect()
}
