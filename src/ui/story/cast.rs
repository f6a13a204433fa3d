//! Which articles the story is told by, and how strictly they are compared. Stands outside of all that an answer makes
//! anew, so that the focus stays where it is.

use crate::state::State;
use crate::ui::compare::lang;
use crate::ui::dom::{El, classed, el, span};
use crate::ui::link::{follow, href};
use crate::ui::site::Site;
use crate::view::{CastRow, cast_line, cast_rows, in_story, story_steps};

/// The choice of articles, and the step of strictness.
pub fn cast(site: Site) -> El {
    let line = move || {
        site.track_library();
        let state = site.state();
        site.library(|library| cast_line(library, &state))
    };
    let rows = classed("ul", "cast-rows").live(move || {
        site.track_library();
        let rows = site.library(cast_rows);
        rows.iter().map(|one| row(site, one)).collect()
    });
    let choice = classed("details", "cast")
        .child(el("summary").live_text(move || line().summary))
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

fn row(site: Site, row: &CastRow) -> El {
    let now = {
        let id = row.id.clone();
        move |state: &State| site.library(|library| in_story(library, state, &id))
    };
    let (ticked, full, turned) = (now.clone(), now.clone(), now);
    let tick = el("input")
        .attr("type", "checkbox")
        .live_tick(move || ticked(&site.state()).0)
        .live_switch("disabled", move || full(&site.state()).1.is_none())
        .on("change", move |_| {
            if let (_, Some(to)) = turned(&site.state_now()) {
                site.go(to);
            }
        });
    let title = span("title", &row.title)
        .attr("dir", "auto")
        .maybe("lang", lang(&row.lang));
    let name = span("", "").child(title).child(span("from", &row.byline));
    el("li").child(classed("label", "cast-row").child(tick).child(name))
}

/// How strictly they are compared, with a step either way.
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
