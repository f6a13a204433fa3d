//! The closest sentences of one that has no match, in the drawer, and the buttons that link two sentences by hand, or refuse a match.

use super::differs;
use super::pair_state::{PairState, Reveal};
use crate::ui::dom::{El, button, classed, el, lang, span};
use crate::view::{Act, Closest, Near, header};

/// What the reader decided about two sentences, and the buttons for other decisions.
pub fn by_hand(pair: PairState, said: &str, acts: &[Act]) -> Option<El> {
    if said.is_empty() && acts.is_empty() {
        return None;
    }
    let said = (!said.is_empty()).then(|| span("said", said));
    let acts = acts.iter().cloned().map(|act| {
        button("button")
            .text(act.label)
            .on("click", move |_| pair.do_by_hand(&act))
    });
    Some(classed("p", "hands").children(said).children(acts))
}

/// The closest sentences of one that has no match.
pub fn closest(pair: PairState, closest: &Closest) -> El {
    let rows = closest
        .rows
        .iter()
        .map(|near| el("li").children(row(pair, near)));
    classed("section", "closest")
        .attr("aria-label", &closest.lead)
        .child(classed("p", "line").text(&closest.lead))
        .child(el("ol").children(rows))
        .child(classed("p", "line").text(closest.after))
}

fn row(pair: PairState, near: &Near) -> Vec<El> {
    let tag = header(&pair.comparing(), near.side).lang;
    let at = near.at;
    let quote = button("quote")
        .attr("dir", "auto")
        .maybe("lang", lang(&tag))
        .text(&near.text)
        .on("click", move |_| pair.take(Some(at), Reveal::Glide));
    let common = (!near.common.is_empty()).then(|| classed("p", "line").text(&near.common));
    let facts = near.facts.iter().map(|row| {
        classed("li", if row.clash { "differ clash" } else { "differ" })
            .children(differs::parts(pair, row))
    });
    let facts = (!near.facts.is_empty()).then(|| {
        classed("ul", "facts")
            .attr("aria-label", "What differs in it")
            .children(facts)
    });
    [span("place", &near.place), quote]
        .into_iter()
        .chain(common)
        .chain(facts)
        .chain(by_hand(pair, &near.said, &near.acts))
        .collect()
}
