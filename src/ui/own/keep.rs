//! Keeps texts and comparisons in the browser, and tells other tabs.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::refresh::{Doing, refresh};
use super::{entries, typing};
use crate::library::{Article, Origin};
use crate::own::merge::free_id;
use crate::own::versions::Replaceable;
use crate::own::{Collection, Naming};
use crate::storage::database::{self, Change, Refusal, Store};
use crate::storage::{Memory, lasting, remember, tabs};
use crate::ui::site::Site;
use crossread_collection::record;

/// The result of keeping.
#[derive(Default)]
pub struct Kept {
    /// Whether the browser keeps it.
    pub is_kept: bool,
    /// Texts that got another id, since another tab had changed the text with their id: from, to.
    copies: Vec<(String, String)>,
}

impl Kept {
    /// The id that a text has now.
    pub fn id_of(&self, id: &str) -> String {
        let copy = self.copies.iter().find(|(from, _)| from == id);
        copy.map_or(id, |(_, to)| to).to_owned()
    }
}

/// Keeps these, or holds them for this visit if the browser does not keep them. A text that another tab has changed
/// meanwhile is not replaced; the new version is kept as a separate text.
pub fn keep(site: Site, new: Collection) -> Doing<Kept> {
    keep_words(site, new, None)
}

/// The same, for words that a closed tab left; `left`: the versions that they may replace.
pub fn keep_left(site: Site, new: Collection, left: Replaceable) -> Doing<Kept> {
    keep_words(site, new, Some(left))
}

fn keep_words(site: Site, mut new: Collection, left: Option<Replaceable>) -> Doing<Kept> {
    let mut changes = Vec::new();
    // The edits in this tab whose words are kept, with the ids of their texts.
    let mut edits = Vec::new();
    for (article, added) in &new.articles {
        if left.is_none() {
            let key = typing::key_of(site, &article.id);
            edits.extend(key.map(|key| (article.id.to_string(), key)));
        }
        changes.push(guarded(site, article, *added, left.clone()));
    }
    for comparison in &new.comparisons {
        let written = comparison.write().write();
        changes.push(Change::Put(
            Store::Comparisons,
            comparison.link.clone(),
            written,
        ));
    }
    for one in &new.names {
        changes.push(Change::Put(Store::Names, one.key(), one.write().write()));
    }
    Box::pin(async move {
        let mut kept = Kept::default();
        let mut refused = None;
        match database::change(changes).await {
            Ok(stayed) => {
                for from in stayed {
                    let mut all = new.articles.iter_mut();
                    let Some((article, added)) = all.find(|(one, _)| one.id == from) else {
                        continue;
                    };
                    match copy(site, article, *added).await {
                        Ok(written) => {
                            let edit = edits.iter().find(|(id, _)| *id == from);
                            if let Some((_, key)) = edit {
                                typing::moved(site, *key, &from, &article.id, &written);
                            } else if left.is_some() {
                                // If this tab was loaded again, it remembers the same words.
                                entries::follow(site, &from, &article.id, &written, |entry| {
                                    entry.draft().is_some_and(|one| *one.text == *article.text)
                                });
                            }
                            kept.copies.push((from, article.id.to_string()));
                        }
                        Err(refusal) => refused = Some(refusal),
                    }
                }
            }
            Err(refusal) => refused = Some(refusal),
        }
        kept.is_kept = refused.is_none();
        kept_or_not(site, new, refused, left.is_none());
        if !kept.copies.is_empty() {
            // What the other tab wrote is shown under the shared id.
            refresh(site).await;
            site.own.hold().copied = true;
        }
        kept
    })
}

/// Says once that another tab had changed a text that was being kept.
pub fn say_copied(site: Site) {
    if std::mem::take(&mut site.own.hold().copied) {
        site.note(
            "A text was changed in another tab while it was changed here. Both versions are kept: that one as it is there, and this one as a separate text."
                .to_owned(),
        );
    }
}

/// The change that replaces an article only if the kept version may be replaced: by words that a closed tab left, by the edit in
/// this tab, or else if it is the one that this tab shows.
fn guarded(site: Site, article: &Article, added: u64, left: Option<Replaceable>) -> Change {
    let id = article.id.to_string();
    let written = record::write(article, added).write();
    let held = &mut *site.own.hold();
    let mut entries = held.entries.iter_mut();
    let entry = entries.find(|one| one.touched && one.edits.as_deref() == Some(&id));
    let may = match (left, entry) {
        (Some(left), _) => left,
        (None, Some(entry)) => {
            entry.may_replace.wrote(&written);
            entry.may_replace.clone()
        }
        (None, None) => held.versions.replaceable(&id),
    };
    let article = article.clone();
    let may = move |kept: Option<&str>| {
        may.allows(kept) || kept.is_some_and(|kept| record::says(kept, &article))
    };
    Change::PutIf(Store::Articles, id, written, Box::new(may))
}

/// Keeps an article as a separate text, under another id. Returns what was written.
async fn copy(site: Site, article: &mut Article, added: u64) -> Result<String, Refusal> {
    article.id = site
        .library(|library| free_id(library, article, &chance()))
        .into();
    let change = guarded(site, article, added, None);
    database::change(vec![change]).await?;
    Ok(record::write(article, added).write())
}

/// `here`: whether they were written in this tab, where more may have been typed since.
fn kept_or_not(site: Site, new: Collection, refused: Option<Refusal>, here: bool) {
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
        for one in new.names {
            held.names.retain(|other| other.key() != one.key());
            held.names.insert(0, one);
        }
    }
    site.change_library(|library| {
        for (mut article, added) in new.articles {
            // What was typed since stays.
            if here && let Some(text) = typing::draft(site, &article.id) {
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
            "Here for this visit only: the browser does not keep it"
        });
    });
}

/// Keeps a name that the reader gave to a claim.
pub fn name_claim(site: Site, name: Naming) {
    let new = Collection {
        names: vec![name],
        ..Collection::default()
    };
    keep_and_say(site, new, "Named, and kept in this browser");
}

/// Removes the name of a claim.
pub fn unname(site: Site, key: String) {
    site.own.hold().names.retain(|one| one.key() != key);
    site.own.changed.notify();
    spawn_local(async move {
        if database::change(vec![Change::Delete(Store::Names, key)])
            .await
            .is_ok()
        {
            tabs::tell();
        }
    });
}

/// Everything of the reader's that is kept or here for the visit.
pub fn collection(site: Site) -> Collection {
    let articles = site.library(|library| {
        let own = library.own_ones();
        let own = own
            .filter(|one| !matches!(library.origin(&one.id), Origin::Shared | Origin::Collected));
        own.map(|one| ((**one).clone(), library.added(&one.id)))
            .collect()
    });
    Collection {
        articles,
        comparisons: site.own.held().comparisons.clone(),
        names: site.own.held().names.clone(),
        ..Collection::default()
    }
}

/// A random text that cannot be guessed, for new ids.
pub fn chance() -> String {
    // Written as whole numbers: the code to print fractions would add 4 KB to the program.
    let part = || (js_sys::Math::random() * 2f64.powi(53)) as u64;
    format!("{} {}", part(), part())
}

/// Now, in milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}
