//! Deletes something: first so that it can be undone for a while, then permanently. A page may be closed before the second
//! step. A deleted text must not come back, so the deletion is noted and carried out when a page next starts.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::texts::Leaving;
use super::{figures, keep};
use crate::library::Origin;
use crate::own::Collection;
use crate::storage::database::{self, Change, Store};
use crate::storage::{Memory, recall, remember, tabs};
use crate::ui::site::Site;

/// Deletes something so that it can be restored for a while.
pub fn delete(site: Site, what: Leaving) {
    leave(site);
    match &what {
        Leaving::Article(article, ..) => site.change_library(|library| library.remove(&article.id)),
        Leaving::Comparison(one) => {
            let mut held = site.own.hold();
            held.comparisons.retain(|other| other.link != one.link);
        }
    }
    remember(Memory::Leaving, what.written().as_deref());
    site.own.hold().leaving = Some(what);
    site.own.changed.notify();
}

/// Restores what was deleted. It is saved again, since another tab may have deleted it permanently.
pub fn bring_back(site: Site) {
    let Some(leaving) = site.own.hold().leaving.take() else {
        return;
    };
    remember(Memory::Leaving, None);
    let mut back = Collection::default();
    match leaving {
        Leaving::Article(article, origin, added) => {
            site.change_library(|library| {
                library.put((*article).clone(), origin, added);
                figures::learn(library, &site.own.held().figures);
            });
            if origin == Origin::Kept {
                back.articles.push(((*article).clone(), added));
            }
        }
        Leaving::Comparison(one) => {
            site.own.hold().comparisons.insert(0, one.clone());
            back.comparisons.push(one);
        }
    }
    site.own.changed.notify();
    if back != Collection::default() {
        let keeping = keep::keep(site, back);
        spawn_local(async move {
            keeping.await;
        });
    }
}

/// Makes the deletion permanent.
pub fn leave(site: Site) {
    let leaving = site.own.hold().leaving.take();
    if leaving.is_some() {
        site.own.changed.notify();
    }
    if let Some(written) = leaving.and_then(|leaving| leaving.written()) {
        spawn_local(finish(written));
    }
}

/// Makes a deletion permanent that a closed page could not finish.
pub async fn finish_last() {
    if let Some(written) = recall(Memory::Leaving) {
        finish(written).await;
    }
}

async fn finish(written: String) {
    let Ok(kept) = database::all().await else {
        return;
    };
    let mut changes = figures::forget(&figures::kept(&kept.figures), &written);
    // A link begins with a question mark, and an id does not.
    let store = match written.starts_with('?') {
        true => Store::Comparisons,
        false => Store::Articles,
    };
    changes.push(Change::Delete(store, written.clone()));
    if database::change(changes).await.is_ok() {
        // Only if nothing else was deleted since.
        if recall(Memory::Leaving) == Some(written) {
            remember(Memory::Leaving, None);
        }
        tabs::tell();
    }
}
