//! What other programs shared with the site stands on the add page, to be mended like a paste or a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{bring, sheet};
use crate::address;
use crate::own::shared;
use crate::storage::shared::waiting;
use crate::ui::site::Site;

/// By this fragment the service worker says that it could not keep what was shared.
const NOT_SHARED: &str = "#not-shared";

/// Puts onto the page what waits for it.
pub fn take(site: Site) {
    if std::mem::replace(&mut site.own.hold().taking, true) {
        return;
    }
    let lost = address::fragment() == NOT_SHARED;
    spawn_local(async move {
        if lost {
            site.note("What you shared did not arrive: this browser has no room for it. Nothing else is lost. Copy the text and paste it here, or open the file here.".to_owned());
        }
        for parcel in waiting().await {
            match parcel.open().await {
                None => site.note(
                    "Something that was shared with this page could not be read. Share it again, or paste it here."
                        .to_owned(),
                ),
                Some(one) => {
                    if let Some(text) = shared::sheet(&one.title, &one.text, &one.url) {
                        sheet::put(site, "", None, Ok(text));
                        sheet::keep_draft(site);
                        site.own.listed.notify();
                    }
                    bring::bring_all(site, one.files).await;
                    site.tell("What you shared is here, and is not kept yet");
                }
            }
            parcel.forget().await;
        }
        site.own.hold().taking = false;
    });
}
