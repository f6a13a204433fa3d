//! Continues what was begun in the two boxes: the texts are understood, kept and compared. Files that are dropped there, or
//! were dropped on the first program's page, are read into them.

use leptos::prelude::Notify;
use leptos::task::spawn_local;
use web_sys::{File, FileList};

use super::{bring, entries, keep};
use crate::own::merge::id_for;
use crate::own::{Collection, Draft, imported};
use crate::state::Page;
use crate::storage::begun::{self, Wanted};
use crate::storage::shared;
use crate::ui::site::Site;
use crate::view::{Begun, Two, begin};

/// A reader who writes in the boxes is about to compare, so the worker is loaded in advance.
pub fn warm() {
    crate::worker::warm();
}

/// Keeps the texts in the boxes, and goes to the comparison.
pub fn compare_begun(site: Site, parts: [Begun; 2], _given: &Two) {
    let texts = site.typed.texts();
    let mut new = Collection::default();
    let mut ids = Vec::new();
    for (part, text) in parts.into_iter().zip(&texts) {
        match part {
            Begun::Article(id) => ids.push(id),
            Begun::Text => {
                let mut article = draft(site, text).article("");
                let id = site.library(|library| id_for(library, &article, &keep::chance()));
                article.id = id.clone().into();
                ids.push(id);
                new.articles
                    .push((article, keep::now() + new.articles.len() as u64));
            }
        }
    }
    spawn_local(async move {
        let keeping = keep::keep(site, new).await;
        let kept = keeping.is_kept;
        if kept {
            for side in [0, 1] {
                site.typed.fill(side, "");
            }
            site.own.hold().read.clear();
        }
        if let [a, b] = &ids[..] {
            let [a, b] = [a, b].map(|id| keeping.id_of(id));
            site.go(site.state_now().compare(&a, &b));
        }
        keep::say_copied(site);
        site.tell(if kept {
            "Your texts are kept in this browser"
        } else {
            "Here for this visit only: the browser does not keep it"
        });
    });
}

/// The draft of a text in a box: with the fields of its file, or of the lines above a pasted text.
fn draft(site: Site, text: &str) -> Draft {
    let held = site.own.held();
    let read = held.read.iter().find(|draft| draft.text == text);
    read.cloned().unwrap_or_else(|| imported::pasted(text))
}

/// Reads files into the boxes, from that box on.
pub fn open_begun(site: Site, files: FileList, side: usize) {
    // The list belongs to the input, which may be emptied before the files are read.
    let files = (0..files.length()).filter_map(|place| files.get(place));
    spawn_local(open(site, files.collect(), side));
}

async fn open(site: Site, files: Vec<File>, side: usize) {
    // An empty box, preferably the one that was meant.
    let free = |site: Site| {
        [side, 1 - side]
            .into_iter()
            .find(|side| site.typed.is_blank(*side))
    };
    let room = [0, 1]
        .into_iter()
        .filter(|side| site.typed.is_blank(*side))
        .count();
    if files.len() > room {
        site.go(site.state_now().turned_to(Page::Add));
        bring::bring_all(site, files).await;
        return;
    }
    for one in files {
        if bring::join_if_collection(site, &one).await {
            continue;
        }
        let Some(read) = bring::read(site, &one, None, "").await else {
            break;
        };
        if read.pieces.len() > 1 {
            site.go(site.state_now().turned_to(Page::Add));
            bring::put_all(site, read);
            entries::keep_draft(site);
            site.own.listed.notify();
            continue;
        }
        let Some((_, brought)) = read.pieces.into_iter().next() else {
            continue;
        };
        let Some(side) = free(site) else { break };
        match brought {
            Ok(draft) => {
                let text = draft.text.clone();
                site.own.hold().read.push(draft);
                site.typed.fill(side, &text);
                site.say(&format!("Read: {}", one.name()));
            }
            Err(trouble) => {
                let said = format!("‘{}’: {} {}", one.name(), trouble.what, trouble.remedy);
                site.typed.fault(side, &said);
                site.say(&said);
            }
        }
    }
}

/// Does, once, what the reader asked for when this program was loaded for it.
pub fn resume(site: Site) {
    match begun::wanted() {
        None => {}
        Some((Wanted::Compare, given)) => {
            let [one, other] = site.typed.texts();
            if let Ok(parts) = begin([&one, &other], &given) {
                compare_begun(site, parts, &given);
            }
        }
        Some((Wanted::Files(side), _)) => {
            spawn_local(async move {
                for share in shared::waiting().await {
                    let one = share.open().await;
                    // The add page, which may be next, must not find it too.
                    share.forget().await;
                    if let Some(one) = one {
                        open(site, one.files, side).await;
                    }
                }
            });
        }
    }
}
