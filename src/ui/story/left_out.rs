//! What one article leaves out: a choice of the article, and the claims that others tell and it does not.

use super::parts::{Shown, fill_in_turns, note, part};
use super::table::claim_id;
use crate::state::State;
use crate::ui::browser;
use crate::ui::dom::{El, aloud, classed, el, lang, span};
use crate::ui::link::{follow, href};
use crate::view::{Cited, LEFT_OUT_NOTE, LeftOut, OPPOSED_NOTE, Omission, story_left_out};

/// The choice and the list. The choice is not rebuilt when another article is chosen, so that the focus stays.
pub fn left_out(shown: &Shown) -> El {
    let site = shown.site;
    let found = {
        let shown = shown.clone();
        move || -> LeftOut { story_left_out(&shown.telling, &shown.heads, &site.state()) }
    };
    let named = shown.clone();
    let choice = move |place: usize| {
        let id = named.head(place).id.clone();
        let is_it = {
            let id = id.clone();
            move |state: &State| state.without == id
        };
        let to = {
            let is_it = is_it.clone();
            move |state: &State| State {
                without: if is_it(state) {
                    String::new()
                } else {
                    id.clone()
                },
                ..state.clone()
            }
        };
        let goes = to.clone();
        let link = classed("a", "without")
            .live_attr("href", move || Some(site.with(|state| href(&to(state)))))
            .live_attr("aria-current", move || {
                site.with(&is_it).then(|| "true".to_owned())
            })
            .on("click", move |event| {
                follow(site, event, goes(&site.state_now()))
            })
            .child(aloud("What is left out by "))
            .child(named.named(place));
        el("li").child(link)
    };
    let all = fill_in_turns(classed("ul", "withouts"), shown.heads.len(), choice);
    let (line_of, rows_of, inner) = (found.clone(), found, shown.clone());
    let line = classed("p", "note")
        .attr("role", "status")
        .live_text(move || line_of().line.unwrap_or_default());
    let rows = classed("ol", "omissions")
        .live(move || rows_of().rows.iter().map(|one| row(&inner, one)).collect());
    part("without-name", "What one article leaves out")
        .child(note(LEFT_OUT_NOTE))
        .child(all)
        .child(line)
        .child(rows)
}

fn row(shown: &Shown, row: &Omission) -> El {
    let to = row.number.map(|number| {
        let id = claim_id(number);
        let to = el("a")
            .attr("href", &format!("#{id}"))
            .text("In the table")
            .on("click", move |event| {
                // Not through the fragment, which would add an entry to the history.
                event.prevent_default();
                browser::focus(&id);
            });
        span("", " · ").child(to)
    });
    let by = classed("p", "from")
        .child(span("", &row.told_by))
        .children(to);
    let near = row.near.as_ref().map(|near| {
        classed("div", "closest")
            .child(note("Closest to it:"))
            .child(quote(shown, near))
    });
    el("li")
        .child(quote(shown, &row.quote))
        .child(by)
        .children(row.opposed.then(|| note(OPPOSED_NOTE)))
        .children(near)
}

fn quote(shown: &Shown, quote: &Cited) -> El {
    let text = el("p")
        .attr("dir", "auto")
        .maybe("lang", lang(&quote.lang))
        .text(&quote.text);
    classed("blockquote", "said")
        .child(shown.disc(quote.article))
        .child(text)
}
