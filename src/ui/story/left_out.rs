//! What one article leaves out: a choice of the article, and the claims that others tell and it does not.

use std::sync::Arc;

use super::parts::{claim_id, lettered, note, part};
use crate::ui::browser;
use crate::ui::compare::lang;
use crate::ui::dom::{El, aloud, classed, el, span};
use crate::ui::link::{follow, href};
use crate::ui::site::Site;
use crate::view::{Cited, LEFT_OUT_NOTE, OPPOSED_NOTE, Omission, Telling, story_left_out};

/// The choice and the list. The choice stays where it is when another is chosen, so that the focus does too.
pub fn left_out(site: Site, telling: &Arc<Telling>) -> El {
    let choices = story_left_out(telling, &site.state_now()).choices;
    let all = (0..choices.len()).map(|place| {
        let (now, to, chosen) = (
            Arc::clone(telling),
            Arc::clone(telling),
            Arc::clone(telling),
        );
        let state_of = move |to: &Telling| {
            let left_out = story_left_out(to, &site.state_now());
            left_out.choices.get(place).map(|one| one.to.clone())
        };
        let one = &choices[place];
        let title = span("title", &one.title)
            .attr("dir", "auto")
            .maybe("lang", lang(&one.lang));
        let link = classed("a", "without")
            .live_attr("href", move || {
                let left_out = story_left_out(&now, &site.state());
                Some(href(&left_out.choices.get(place)?.to))
            })
            .live_attr("aria-current", move || {
                let left_out = story_left_out(&chosen, &site.state());
                left_out
                    .choices
                    .get(place)?
                    .chosen
                    .then(|| "true".to_owned())
            })
            .on("click", move |event| {
                if let Some(to) = state_of(&to) {
                    follow(site, event, to);
                }
            })
            .child(aloud("What "))
            .child(lettered(&one.letter))
            .child(aloud(" leaves out: "))
            .child(title);
        el("li").child(link)
    });
    let (line_of, rows_of) = (Arc::clone(telling), Arc::clone(telling));
    let line = classed("p", "note")
        .attr("role", "status")
        .live_text(move || {
            story_left_out(&line_of, &site.state())
                .line
                .unwrap_or_default()
        });
    let rows = classed("ol", "omissions").live(move || {
        let left_out = story_left_out(&rows_of, &site.state());
        left_out.rows.iter().map(row).collect()
    });
    part("without-name", "What one article leaves out")
        .child(note(LEFT_OUT_NOTE))
        .child(classed("ul", "withouts").children(all))
        .child(line)
        .child(rows)
}

fn row(row: &Omission) -> El {
    let id = claim_id(row.number);
    let to = el("a")
        .attr("href", &format!("#{id}"))
        .text(&format!("Claim {}", row.number + 1))
        .on("click", move |event| {
            // Not by the fragment: that would be a new entry of the history.
            event.prevent_default();
            browser::focus(&id);
        });
    let by = classed("p", "from")
        .child(to)
        .text(" · ")
        .child(span("", &row.told_by));
    let near = row.near.as_ref().map(|near| {
        classed("div", "closest")
            .child(note("Closest to it:"))
            .child(quote(near))
    });
    el("li")
        .child(quote(&row.quote))
        .child(by)
        .children(row.opposed.then(|| note(OPPOSED_NOTE)))
        .children(near)
}

fn quote(quote: &Cited) -> El {
    let text = el("p")
        .attr("dir", "auto")
        .maybe("lang", lang(&quote.lang))
        .text(&quote.text);
    classed("blockquote", "said")
        .child(lettered(&quote.letter))
        .child(text)
}
