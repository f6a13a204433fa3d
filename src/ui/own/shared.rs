//! Puts what other programs shared onto the add page, where the reader can correct it like a paste or a file. The share sheet opens
//! the window of the installed site. What came to a tab may be from another site's page, so the reader is asked first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{bring, entries};
use crate::address;
use crate::own::shared;
use crate::storage::shared::{Parcel, waiting};
use crate::ui::browser;
use crate::ui::dom::{El, button, classed};
use crate::ui::site::Site;

/// With this fragment the service worker says that it could not keep what was shared.
const NOT_SHARED: &str = "#not-shared";

/// With this fragment it says that something came from another site's page and not from a share sheet.
const NOT_FROM_HERE: &str = "#not-from-here";

/// Puts the waiting items onto the page, or asks the reader about them.
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
            NOT_FROM_HERE => "Another site tried to put something on this page. It was refused.",
            _ => "",
        };
        if !said.is_empty() {
            site.note(said.to_owned());
        }
        let all = waiting().await;
        if all.is_empty() || browser::matches("not all and (display-mode: browser)") {
            open(site, all).await;
        } else {
            ask(site, true);
        }
        site.own.hold().taking = false;
    });
}

/// Puts these onto the page.
async fn open(site: Site, all: Vec<Parcel>) {
    for share in all {
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
}

/// Whether the reader is asked about what waits.
fn ask(site: Site, is_asked: bool) {
    site.own.hold().uninvited = is_asked;
    site.own.reading.notify();
}

/// The question about what waits.
pub fn question(site: Site) -> El {
    let is_asked = move || {
        site.own.reading.track();
        site.own.held().uninvited
    };
    let question = classed("div", "bringing").live_switch("hidden", move || !is_asked());
    question.live(move || {
        if !is_asked() {
            return Vec::new();
        }
        let said = classed("p", "grow").attr("role", "alert").text(
            "Something was sent to this page, by a program of yours or by a page of another site.",
        );
        let decide = move |name: &'static str, is_wanted: bool| {
            button("button").text(name).on("click", move |_| {
                ask(site, false);
                browser::focus("main");
                spawn_local(async move {
                    let all = waiting().await;
                    if is_wanted {
                        return open(site, all).await;
                    }
                    for share in all {
                        share.forget().await;
                    }
                });
            })
        };
        vec![
            said,
            decide("Put it here", true),
            decide("Throw it away", false),
        ]
    })
}
