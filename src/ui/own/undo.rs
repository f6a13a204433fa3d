//! The undo button after a deletion. It stays for some seconds, and as long as it has the keyboard's focus or
//! the pointer over it (WCAG 2.2, 2.2.1). Only then is the deletion permanent.

use leptos::prelude::*;
use web_sys::Element;

use super::leaving::{bring_back, leave};
use super::texts::Leaving;
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::site::Site;

/// How long it stays, in milliseconds.
const STAYS: u32 = 8_000;

const ID: &str = "undo";

/// The place for the button.
pub fn undo(site: Site) -> El {
    classed("div", "undo").attr("role", "status").live(move || {
        site.own.changed.track();
        let leaving = site.own.held().leaving.clone();
        let title = match leaving {
            None => return Vec::new(),
            Some(Leaving::Article(article, ..)) => article.title.value.to_string(),
            Some(Leaving::Comparison(one)) => one.title,
        };
        watch(site, title.clone());
        let back = button("button").id(ID).text("Undo").on("click", move |_| {
            bring_back(site);
            site.tell("It is back");
            browser::focus("main");
        });
        browser::next_frame(|| browser::focus(ID));
        let what = el("p").child(el("bdi").text(&title)).text(" was deleted.");
        vec![classed("div", "undo-toast").child(what).child(back)]
    })
}

/// Makes the deletion permanent when the button was there long enough and is not in use.
fn watch(site: Site, title: String) {
    browser::later(STAYS, move || {
        let leaving = site.own.held().leaving.clone();
        let is_there = match leaving {
            Some(Leaving::Article(article, ..)) => article.title.value == title,
            Some(Leaving::Comparison(one)) => one.title == title,
            None => false,
        };
        if !is_there {
            return;
        }
        let toast = browser::by_id(ID).and_then(|button| button.parent_element());
        let is_at_it = toast.is_some_and(|toast: Element| {
            toast.matches(":hover").unwrap_or(false)
                || toast
                    .query_selector(":focus-visible")
                    .is_ok_and(|one| one.is_some())
        });
        if is_at_it {
            watch(site, title);
        } else {
            leave(site);
        }
    });
}
