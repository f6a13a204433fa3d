//! Each speaker's words across the articles. Made when a reader opens it.

use std::cell::Cell;

use super::parts::{Shown, fill_in_turns, note, part};
use crate::ui::dom::{El, classed, el, lang, span};
use crate::view::{QUOTES_NOTE, Quotation, Speaker, quotes_summary, story_quotations};

/// The section; `None` if nobody is quoted.
pub fn quotations(shown: &Shown) -> Option<El> {
    let summary = quotes_summary(&shown.telling)?;
    let (shown, room) = (shown.clone(), el("div"));
    let (holder, is_made) = (room.clone(), Cell::new(false));
    let summary = el("summary").text(&summary).on("click", move |_| {
        if !is_made.replace(true) {
            let (shown, all) = (shown.clone(), story_quotations(&shown.telling));
            let count = all.len();
            let list = fill_in_turns(classed("ol", "speakers"), count, move |at| {
                speaker(&shown, &all[at])
            });
            holder.clone().child(note(QUOTES_NOTE)).child(list);
        }
    });
    let inner = el("details").child(summary).child(room);
    Some(
        part("quotes-name", "Quotations by speaker")
            .class("quotations")
            .child(inner),
    )
}

fn speaker(shown: &Shown, speaker: &Speaker) -> El {
    let sayings = speaker.sayings.iter().map(|saying| {
        let all = saying.iter().map(|one| quotation(shown, one));
        classed("ul", "sayings").children(all)
    });
    let name = span("", &speaker.name).attr("dir", "auto");
    el("li")
        .child(el("h3").child(name).child(span("line", &speaker.line)))
        .children(sayings)
}

fn quotation(shown: &Shown, one: &Quotation) -> El {
    let by = classed("p", "from")
        .child(shown.named(one.article))
        .child(span("when", &one.how));
    let text = el("q")
        .attr("dir", "auto")
        .maybe("lang", lang(&one.lang))
        .text(&one.text);
    el("li")
        .child(by)
        .child(el("p").attr("dir", "auto").child(text))
}
