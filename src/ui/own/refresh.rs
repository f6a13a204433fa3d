//! Reads everything that the browser keeps, as another tab may have left it.

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use super::texts::Leaving;
use super::{figures, typing};
use crate::library::{Article, Library, Origin};
use crate::own::merge::link;
use crate::own::{Comparison, Naming};
use crate::sort;
use crate::storage::database;
use crate::storage::{Memory, lasting, remember};
use crate::ui::site::Site;
use crossread_collection::{json, record};

/// Reads everything that is kept, as another tab may have left it.
pub fn refresh(site: Site) -> Doing<()> {
    Box::pin(async move {
        match database::all().await {
            Ok(kept) => {
                take_in(site, &kept);
                site.own.hold().clearable = !lasting::is_promised().await;
            }
            Err(refusal) => site.own.hold().refused = Some(refusal),
        }
        site.own.changed.notify();
    })
}

/// A boxed future, so that its code exists once and not in each caller.
pub type Doing<T> = Pin<Box<dyn Future<Output = T>>>;

fn take_in(site: Site, kept: &database::Kept) {
    let all = kept.articles.len() + kept.comparisons.len() + kept.names.len();
    let any = all > 0;
    let forgetful = any && !remember(Memory::Own, Some("on"));
    if !any {
        remember(Memory::Own, None);
    }
    let read = |text: &String| json::read(text);
    let spared = spared(site);
    let mut articles: Vec<(Article, u64)> = Vec::new();
    for text in &kept.articles {
        if let Some(one) = read(text).and_then(|json| record::read(&json)) {
            let id = &*one.article.id;
            if !spared.contains(id) || site.library(|library| library.get(id).is_none()) {
                site.own.hold().versions.sees(&one.article.id, text);
            }
            articles.push((one.article, one.added));
        }
    }
    let mut comparisons: Vec<Comparison> = Vec::new();
    for text in &kept.comparisons {
        comparisons.extend(read(text).and_then(|json| Comparison::read(&json, &link)));
    }
    let mut names: Vec<Naming> = Vec::new();
    for text in &kept.names {
        names.extend(read(text).and_then(|json| Naming::read(&json)));
    }
    let damaged = (all - articles.len() - comparisons.len() - names.len()) as u32;
    let newest = |at: usize| !comparisons.get(at).map_or(0, |one| one.added);
    let order = sort::order(comparisons.len(), &newest);
    let comparisons = order
        .into_iter()
        .filter_map(|at| comparisons.get(at).cloned());
    let mut leaving = None;
    {
        let mut held = site.own.hold();
        held.comparisons = comparisons.collect();
        held.names = names;
        held.figures = figures::kept(&kept.figures);
        held.damaged = damaged;
        held.forgetful = forgetful;
        held.refused = None;
        // What can still be restored is still there.
        match held.leaving.clone() {
            Some(Leaving::Comparison(one)) => {
                held.comparisons.retain(|other| other.link != one.link)
            }
            Some(Leaving::Article(one, ..)) => leaving = Some(one),
            None => {}
        }
    }
    site.change_library(|library| {
        replace_kept(library, articles, &spared);
        if let Some(one) = leaving {
            library.remove(&one.id);
        }
        figures::learn(library, &site.own.held().figures);
    });
}

/// A set of these, built one by one: building it at once would add another sort to the program.
fn set(all: impl Iterator<Item = String>) -> BTreeSet<String> {
    let mut set = BTreeSet::new();
    set.extend(all);
    set
}

/// The texts that the reader is writing in. Changes from other tabs wait until these words are kept.
fn spared(site: Site) -> BTreeSet<String> {
    let held = site.own.held();
    let written = held.entries.iter().filter(|one| one.touched);
    let written = written.filter_map(|one| one.edits.clone());
    set(written.chain(typing::unapplied()))
}

/// Replaces the kept texts of the library by these, except those that the reader is writing in.
fn replace_kept(library: &mut Library, articles: Vec<(Article, u64)>, spared: &BTreeSet<String>) {
    let there = set(articles.iter().map(|(article, _)| article.id.to_string()));
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
