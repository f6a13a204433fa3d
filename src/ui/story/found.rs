//! What was found in several articles: in words, all pairs at a glance, the table of answers, what one leaves out, and
//! what only one tells; or one article, with the others in its margin.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::parts::{FEW, Part, Shown, fill_in_turns, note, part, turned};
use super::{left_out, overview, quotations, reader, table};
use crate::library;
use crate::state::{Order, State};
use crate::ui::dom::{El, aloud, classed, el, lang};
use crate::ui::link::link;
use crate::ui::site::Site;
use crate::view::{
    ALONE_NOTE, Alone, Head, STORY_CAUTION, StoryFinding, Telling, no_claims, reading_of,
    story_alone, story_finding, story_heads, story_rows,
};

/// All that was found.
pub fn found(site: Site, telling: &Arc<Telling>) -> Vec<El> {
    let by_clashes = State {
        order: Order::Clashes,
        ..site.state_now()
    };
    let shown = Shown {
        site,
        telling: Arc::clone(telling),
        heads: Rc::new(site.library(|library| story_heads(library, telling))),
        rows: Rc::new(story_rows(telling, &by_clashes)),
        names: Rc::new(library::names()),
    };
    let finding = story_finding(telling, &shown.rows);
    // For screen readers.
    site.say(&finding.lead);
    let reads = turned(site, Part::Reads);
    let either = el("div").live(move || {
        reads.track();
        match site.state_now().reads {
            true => vec![reader::reader(&shown)],
            false => vec![all(&shown, &finding)],
        }
    });
    vec![either]
}

/// Made in turns, the visible parts first.
fn all(shown: &Shown, finding: &StoryFinding) -> El {
    let (shown, finding) = (shown.clone(), finding.clone());
    let few = shown.heads.len() <= FEW;
    fill_in_turns(classed("div", "story-whole"), 7, move |at| match at {
        0 => top(&shown, &finding, few),
        1 => match no_claims(&shown.telling) {
            Some(none) => part("claims-name", "Claims").child(note(&none)),
            None => table::table(&shown),
        },
        2 if !few => overview::overview(&shown),
        3 => left_out::left_out(&shown),
        4 => quotations::quotations(&shown).unwrap_or_else(|| el("div")),
        5 => alone(&shown),
        6 => note(&format!("{} {STORY_CAUTION}", finding.detail)),
        _ => el("div"),
    })
}

/// What was found, in words, and all pairs if there are few.
fn top(shown: &Shown, finding: &StoryFinding, few: bool) -> El {
    let found = classed("section", "found")
        .attr("aria-label", "What was found")
        .child(
            classed("p", "finding")
                .attr("dir", "auto")
                .text(&finding.lead),
        )
        .child(classed("p", "aside").text(&finding.headline));
    classed("div", "story-top")
        .child(found)
        .children(few.then(|| overview::overview(shown)))
}

/// The sentences, made when a reader opens them.
fn read_them(head: &Head, row: &Alone) -> El {
    let summary = el("summary")
        .text("Read them")
        .child(aloud(&format!(": what {} tells alone", head.name)));
    let list = el("ol");
    let (holder, lang_of, row) = (list.clone(), head.lang.clone(), row.clone());
    let (is_made, more) = (Cell::new(false), row.more.clone());
    let summary = summary.on("click", move |_| {
        if is_made.replace(true) {
            return;
        }
        let sentence = |text: &String| {
            el("li")
                .attr("dir", "auto")
                .maybe("lang", lang(&lang_of))
                .text(text)
        };
        holder.clone().children(row.sentences.iter().map(sentence));
    });
    el("details")
        .child(summary)
        .child(list)
        .children(more.as_ref().map(|more| note(more)))
}

/// What only one article tells.
fn alone(shown: &Shown) -> El {
    let rows = story_alone(&shown.telling);
    let (count, inner) = (rows.len(), shown.clone());
    let row = move |place: usize| {
        let (shown, Some(row)) = (&inner, rows.get(place)) else {
            return el("li");
        };
        let head = shown.head(place);
        let list = (!row.sentences.is_empty()).then(|| read_them(head, row));
        let reading = link(shown.site, "", reading_of(&shown.site.state_now(), place));
        el("li")
            .child(el("h3").child(reading.child(shown.named(place))))
            .child(el("p").text(&row.line))
            .children(list)
    };
    part("alone-name", "Told by one alone")
        .child(note(ALONE_NOTE))
        .child(fill_in_turns(classed("ul", "alone"), count, row))
}
