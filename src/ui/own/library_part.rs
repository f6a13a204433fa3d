//! The reader's own texts and comparisons on the library page. They can be chosen like any other, edited,
//! deleted, or saved as a file.

use leptos::prelude::*;
use web_sys::Element;

use super::add::troubles;
use super::texts::Leaving;
use super::{file, leaving};
use crate::state::{Page, parse};
use crate::storage::{Memory, recall};
use crate::ui::dom::{El, aloud, button, classed, el, span};
use crate::ui::first::{article, table};
use crate::ui::link::link;
use crate::ui::opener::opener;
use crate::ui::site::Site;
use crate::view::{OwnRow, kept_where, own_rows};

/// Puts the reader's texts in place of the invitation, or at the top if they come first.
pub fn stand(site: Site, front: &El, first: bool) {
    let (Some(left), Some(invitation)) = (front.find(".half"), front.find(".own-shelf")) else {
        return;
    };
    if let Some(invitation) = invitation.get::<Element>() {
        invitation.remove();
    }
    let shelf = shelf(site);
    if first {
        left.before_all(shelf);
        // The questions of the shipped articles come after them.
        if let Some(questions) = front.find(".questions") {
            front.clone().child(questions);
        }
    } else {
        left.child(shelf);
    }
}

/// A reader who points at an article or a pair is about to compare. Own texts need a worker, so it is loaded in
/// advance.
pub fn warm_front() {
    crate::worker::warm();
}

/// The reader's texts.
fn shelf(site: Site) -> El {
    let add = link(site, "button", site.state_now().turned_to(Page::Add)).text("Add a text");
    let head = el("header")
        .child(el("h2").id("own-name").text("Your texts"))
        .child(el("p").live_text(move || {
            site.track_library();
            let clearable = site.own.is_clearable();
            let kept = site.library(|library| library.own_ones().count());
            let saved = recall(Memory::Saved).and_then(|saved| saved.parse().ok());
            kept_where(kept, saved.unwrap_or(0), clearable)
        }));
    let list = el("div").live(move || {
        site.track_library();
        let (rows, pairs) = site.library(|library| own_rows(library, &site.state_now()));
        let pairs = (!pairs.is_empty()).then(|| El::plain(&table(&pairs, "own-name")));
        let rows = rows.into_iter().map(|own| row(site, own));
        let rows = classed("ul", "articles own").children(rows);
        [rows].into_iter().chain(pairs).collect()
    });
    let take = classed("p", "acts")
        .child(add)
        .child(opener(
            "Open a collection",
            ".json,application/json",
            move |files| file::join_files(site, &files),
        ))
        .child(
            button("button")
                .text("Save as a file")
                .live_switch("hidden", move || {
                    site.track_library();
                    site.own.changed.track();
                    let held = site.own.held();
                    held.comparisons.is_empty()
                        && held.names.is_empty()
                        && site.library(|library| library.own_ones().next().is_none())
                })
                .on("click", move |_| file::save_all(site)),
        );
    classed("section", "shelf own-shelf")
        .attr("aria-labelledby", "own-name")
        .child(head)
        .child(troubles(site))
        .child(list)
        .child(comparisons(site))
        .child(take)
}

fn row(site: Site, own: OwnRow) -> El {
    let about = |act: &str| format!("{act} ‘{}’", own.row.title);
    let id = own.row.id.clone();
    let edit = own.edit.clone().map(|to| {
        link(site, "button", to)
            .text("Edit")
            .attr("aria-label", &about("Edit"))
    });
    let label = if own.edit.is_some() {
        "Delete"
    } else {
        "Remove"
    };
    let delete = button("button")
        .text(label)
        .attr("aria-label", &about(label))
        .on("click", move |_| {
            let what = site.library(|library| {
                let article = library.get(&id)?.clone();
                Some(Leaving::Article(
                    article,
                    library.origin(&id),
                    library.added(&id),
                ))
            });
            if let Some(what) = what {
                leaving::delete(site, what);
            }
        });
    let note = (!own.note.is_empty()).then(|| span("note", own.note));
    el("li").child(El::plain(&article(&own.row))).child(
        classed("div", "acts")
            .children(note)
            .children(edit)
            .child(delete),
    )
}

/// The comparisons that are kept.
fn comparisons(site: Site) -> El {
    el("div").live(move || {
        site.own.changed.track();
        let kept = site.own.held().comparisons.clone();
        if kept.is_empty() {
            return Vec::new();
        }
        let items = kept.into_iter().map(|one| {
            let to = link(site, "", parse(&one.link).state)
                .attr("dir", "auto")
                .text(&one.title);
            let label = format!("Delete the comparison {}", one.title);
            let delete = button("button")
                .text("Delete")
                .attr("aria-label", &label)
                .on("click", move |_| {
                    leaving::delete(site, Leaving::Comparison(one.clone()))
                });
            el("li").child(to).child(aloud(" ")).child(delete)
        });
        vec![
            el("h3").text("Comparisons kept"),
            classed("ul", "kept-comparisons").children(items),
        ]
    })
}
