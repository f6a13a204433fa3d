//! What differs, as the list that leads what was found: each a button that takes its match in hand.

use super::desk::{Desk, Reveal};
use super::texts::lang;
use crate::state::Side;
use crate::ui::dom::{El, aloud, button, classed, el, span};
use crate::view::{Difference, Differences, FEW, header};

/// The list; nothing where nothing differs.
pub fn differs(desk: Desk, found: &Differences) -> Option<El> {
    if found.rows.is_empty() && found.note.is_empty() {
        return None;
    }
    let (few, more) = found.rows.split_at(FEW.min(found.rows.len()));
    let list = |rows: &[Difference]| {
        let items = rows.iter().map(|row| el("li").child(card(desk, row)));
        el("ul").children(items)
    };
    let more = (!more.is_empty()).then(|| {
        let all = format!("Show all {}", found.rows.len());
        let summary = el("summary")
            .child(span("shut", &all))
            .child(span("open", "Show fewer"));
        classed("details", "more").child(summary).child(list(more))
    });
    let note = (!found.note.is_empty()).then(|| classed("p", "aside").text(&found.note));
    let section = classed("section", "differs")
        .attr("aria-labelledby", "differs")
        .child(el("h2").id("differs").text("What differs"))
        .child(list(few))
        .children(more)
        .children(note);
    Some(section)
}

fn card(desk: Desk, row: &Difference) -> El {
    let (index, at) = (row.index, row.at);
    button(if row.clash { "differ clash" } else { "differ" })
        .children(parts(desk, row))
        .live_flag("aria-pressed", move || desk.hand().index() == Some(index))
        .on("click", move |_| {
            desk.set_anchor(Side::A);
            desk.take(Some(at), Reveal::Glide);
        })
}

/// What it is, what each source that speaks of it says, and how the two lie to each other. Read out, it is one sentence after another.
pub fn parts(desk: Desk, row: &Difference) -> Vec<El> {
    let comparing = desk.comparing();
    let about = (!row.about.is_empty()).then(|| {
        let tag = header(&comparing, Side::A).lang;
        let words = el("bdi").maybe("lang", lang(&tag)).text(&row.about);
        span("differ-about", ": ").child(words)
    });
    let head = span("differ-topic", &row.slot).children(about);
    let sides = Side::BOTH.into_iter().filter_map(|side| {
        let (name, words) = row.sides.of(side);
        let says = span("differ-words", words.as_ref()?)
            .attr("dir", "auto")
            .maybe("lang", lang(&header(&comparing, side).lang));
        let source = span("differ-side", "")
            .child(span("letter", side.letter()))
            .text(" ")
            .child(span("differ-name", name))
            .text(": ")
            .child(says)
            .child(aloud(". "));
        Some(source)
    });
    let sign = span("differ-sign", &row.sign.to_string()).attr("aria-hidden", "true");
    let relation = span("differ-relation", "")
        .child(sign)
        .text(" ")
        .text(&row.relation);
    let ends = [head, aloud(". ")].into_iter();
    ends.chain(sides).chain([relation]).collect()
}
