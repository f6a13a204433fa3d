//! The choice of articles, and how strictly they are compared. It is outside everything that an answer rebuilds, so
//! that the focus stays where it is.

use leptos::prelude::*;

use crate::state::State;
use crate::ui::dom::{El, classed, el, lang, live, span};
use crate::ui::link::{follow, href};
use crate::ui::site::Site;
use crate::view::{
    CastRow, cast_line, cast_rows, may_turn, only_own, story_ids, story_steps, story_turned,
};

/// The choice of articles, and the step of strictness.
pub fn cast(site: Site) -> El {
    let line = move || {
        site.track_library();
        let state = site.state();
        site.library(|library| cast_line(library, &state))
    };
    // With many articles these are thousands of elements, so they are made when they are needed.
    let wanted = RwSignal::new(false);
    let ids = RwSignal::new(Vec::new());
    live(move || {
        site.track_library();
        let now = site.library(|library| story_ids(library, &site.state()));
        if ids.with_untracked(|ids| *ids != now) {
            ids.set(now);
        }
    });
    let rows = classed("ul", "cast-rows").live(move || {
        if !wanted.get() {
            return Vec::new();
        }
        site.track_library();
        let rows = site.library(cast_rows);
        rows.iter().map(|one| row(site, ids, one)).collect()
    });
    let own = move |state: &State| {
        site.track_library();
        site.library(|library| only_own(library, state))
    };
    let only = classed("a", "turn")
        .live_text(move || own(&site.state()).map_or_else(String::new, |own| own.0))
        .live_attr("href", move || own(&site.state()).map(|own| href(&own.1)))
        .live_switch("hidden", move || own(&site.state()).is_none())
        .on("click", move |event| {
            if let Some((_, to)) = own(&site.state_now()) {
                follow(site, event, to);
            }
        });
    let choice = classed("details", "cast")
        .on("toggle", move |_| {
            if !wanted.get_untracked() {
                wanted.set(true);
            }
        })
        .child(el("summary").live_text(move || line().summary))
        .child(only)
        .child(rows)
        .child(
            classed("p", "note")
                .attr("role", "status")
                .live_text(move || line().full.unwrap_or_default()),
        );
    classed("div", "story-choices")
        .child(choice)
        .child(steps(site))
}

fn row(site: Site, ids: RwSignal<Vec<String>>, row: &CastRow) -> El {
    let [ticked, full, turned] = [0, 1, 2].map(|_| row.id.clone());
    let tick = el("input")
        .attr("type", "checkbox")
        .live_tick(move || ids.with(|ids| ids.contains(&ticked)))
        .live_switch("disabled", move || ids.with(|ids| !may_turn(ids, &full)))
        .on("change", move |_| {
            let to = site.library(|library| story_turned(library, &site.state_now(), &turned));
            if let Some(to) = to {
                site.go(to);
            }
        });
    let title = span("title", &row.title)
        .attr("dir", "auto")
        .maybe("lang", lang(&row.lang));
    let name = span("", "").child(title).child(span("from", &row.byline));
    el("li").child(classed("label", "cast-row").child(tick).child(name))
}

/// How strictly they are compared, with buttons for a step in either direction.
fn steps(site: Site) -> El {
    let step = move |place: usize, name: &str| {
        let to = move |state: &State| story_steps(state).1[place].clone();
        classed("a", "step-link")
            .text(name)
            .live_attr("href", move || to(&site.state()).map(|to| href(&to)))
            .live_switch("hidden", move || to(&site.state()).is_none())
            .on("click", move |event| {
                if let Some(to) = to(&site.state_now()) {
                    follow(site, event, to);
                }
            })
    };
    classed("p", "steps")
        .child(span("", "").live_text(move || story_steps(&site.state()).0))
        .child(step(0, "Look more loosely"))
        .child(step(1, "Look more strictly"))
}
