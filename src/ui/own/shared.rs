//! Puts what other programs shared onto the add page, where the reader can correct it like a paste or a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{bring, entries};
use crate::address;
use crate::own::shared;
use crate::storage::shared::waiting;
use crate::ui::site::Site;

/// By this fragment the service worker says that it could not keep what was shared.
const NOT_SHARED: &str = "#not-shared";

/// By this fragment it says that another site's page, and no share sheet, sent something.
const NOT_FROM_HERE: &str = "#not-from-here";

/// Puts onto the page what waits for it.
pub fn take(site: Site) {
    if std::mem::replace(&mut site.own.hold().taking, true) {
        return;
    }
    let fragment = address::fragment();
    spawn_local(async move {
        let said = match &*fragment {
            NOT_SHARED => {
                "What you shared did not arrive: this browser has no room for it, or it is larger than 50 MB. Nothing else is lost. Copy the text and paste it here, or open the file here."
            }
            NOT_FROM_HERE => "Another site tried to put something on this page. It was not taken.",
            _ => "",
        };
        if !said.is_empty() {
            site.note(said.to_owned());
        }
        for share in waiting().await {
            match share.open().await {
                None => site.note(
                    "Something that was shared with this page could not be read. Share it again, or paste it here."
                        .to_owned(),
                ),
                Some(one) => {
                    if let Some(text) = shared::draft(&one.title, &one.text, &one.url) {
                        entries::put(site, "", None, Ok(text));
                        entries::keep_draft(site);
                        site.own.listed.notify();
                    }
                    bring::bring_all(site, one.files).await;
                    site.tell("What you shared is here, and is not kept yet");
                }
            }
            share.forget().await;
        }
        site.own.hold().taking = false;
    });
}
