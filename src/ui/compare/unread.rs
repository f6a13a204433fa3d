//! The page while a pair is being compared: the texts without marks, with room for what will be found. If it takes long, its
//! progress and a button that cancels it.

use leptos::prelude::*;

use super::asking::{Articles, Asking};
use super::paint::texts;
use super::side::begin_again;
use crate::state::{Side, View};
use crate::ui::dom::{El, button, classed, el, live, span};
use crate::ui::site::Site;
use crate::view::{Waiting, unread as text_of};

/// Both texts as they are.
pub fn unread(asking: Asking, site: Site, articles: &Articles) -> Vec<El> {
    begin_again(site);
    let found = classed("section", "found idle").attr("aria-label", "What was found");
    let articles = articles.clone();
    // Another view would replace the texts that the reader has begun to read.
    let awaited = RwSignal::new(false);
    live(move || {
        let other = site.with(|state| state.view != View::Side);
        let goes_on = asking.waiting().is_none_or(|said| said.percent.is_some());
        if awaited.get_untracked() != (other && goes_on) {
            awaited.set(other && goes_on);
        }
    });
    let pages = classed("div", "pages").live(move || {
        if awaited.get() {
            return Vec::new();
        }
        let text = |side| {
            let (header, lines) = text_of(&articles, side);
            texts::column(None, &header, texts::Few(lines))
        };
        let ruler = || classed("div", "ruler");
        if site.narrow.get() {
            return vec![text(Side::A), ruler()];
        }
        vec![
            ruler(),
            text(Side::A),
            classed("div", "mid"),
            text(Side::B),
            ruler(),
        ]
    });
    // In the reserved space.
    let stand = under_way(move || asking.waiting(), move || asking.press());
    vec![stand, found, pages]
}

/// The status, if there is a message; `press` is the action of its button. It takes no space in the layout, and stays
/// visible.
pub fn under_way(
    said: impl Fn() -> Option<Waiting> + Copy + 'static,
    press: impl Fn() + 'static,
) -> El {
    let percent = move || said().and_then(|said| said.percent);
    let line = el("p")
        .child(span("", "").live_text(move || said().map(|said| said.line).unwrap_or_default()))
        .child(span("percent", "").live_text(move || {
            percent().map_or_else(String::new, |percent| format!(" {percent}%"))
        }));
    let bar = el("progress")
        .attr("max", "100")
        .attr("aria-label", "Compared so far")
        .live_attr("value", move || {
            percent().map(|percent| percent.to_string())
        })
        .live_switch("hidden", move || percent().is_none());
    let act = button("button")
        .live_text(move || {
            let label = said().map(|said| said.button);
            label.unwrap_or_default().to_owned()
        })
        .on("click", move |_| press());
    classed("div", "under-way")
        .live_switch("hidden", move || said().is_none())
        .child(classed("div", "box").child(line).child(bar).child(act))
}
