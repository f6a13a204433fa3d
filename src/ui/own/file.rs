//! The own texts as a file: writes it, and opens one and merges it with the kept texts.

use leptos::prelude::Notify;
use leptos::task::spawn_local;

use super::bytes::bytes;
use super::keep;
use crate::boot;
use crate::own::Collection;
use crate::own::merge::{link, new_to};
use crate::storage::{Memory, remember};
use crate::ui::site::Site;
use crate::view::joined;

/// Hands a collection to the reader, as a download.
pub fn save(name: &str, text: &str) {
    boot::save(name, "application/json", text);
}

/// Writes all the reader's texts and comparisons into a file.
pub fn save_all(site: Site) {
    let all = keep::collection(site);
    save("crossread-collection.json", &all.write());
    remember(Memory::Saved, Some(&all.articles.len().to_string()));
    site.own.changed.notify();
    site.tell("Saved as a file");
}

/// Merges a collection with what is there, and says what the result is.
pub async fn join(site: Site, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let said = match Collection::read(&text, &link) {
        Err(fault) => fault.sentence().to_owned(),
        Ok(read) => {
            let kept = Collection {
                comparisons: site.own.held().comparisons.clone(),
                names: site.own.held().names.clone(),
                ..Collection::default()
            };
            let new = site.library(|library| new_to(&read, library, &kept, &keep::chance()));
            let counts = [&read, &new]
                .map(|one| [one.articles.len(), one.comparisons.len(), one.names.len()]);
            let (damaged, over) = (read.damaged, read.over.sentence("collection"));
            let is_kept = keep::keep(site, new).await.is_kept;
            let joined = joined(counts, damaged, is_kept);
            let said = [Some(joined), over];
            said.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    };
    site.note(said);
}

/// Opens files as collections, whatever their names.
pub fn join_files(site: Site, files: &web_sys::FileList) {
    let files: Vec<_> = (0..files.length())
        .filter_map(|place| files.get(place))
        .collect();
    spawn_local(async move {
        for one in files {
            match bytes(&one).await {
                Ok(bytes) => join(site, &bytes).await,
                Err(trouble) => site.note(format!("{} {}", trouble.what, trouble.remedy)),
            }
        }
    });
}
