//! Shared: each match as two quotations in context, and the passages.

use super::desk::{Desk, Reveal};
use super::pour::pour;
use super::texts::{diff, kind_class, runs};
use crate::state::{At, Side, View};
use crate::ui::dom::{El, button, classed, el, span};
use crate::view::{Card, PassageRow, Quote, shared as shared_of};

/// What both articles share.
pub fn shared(desk: Desk) -> El {
    classed("div", "shared").live(move || {
        let shared = shared_of(&desk.comparing(), &desk.marks());
        let cards = classed("ol", "cards");
        let all = shared.cards;
        let cards = pour(Some(desk), cards, all.len(), move |at| card(desk, &all[at]));
        let passages = (!shared.passages.is_empty()).then(|| {
            classed("ol", "passages").children(shared.passages.iter().map(|one| passage(desk, one)))
        });
        let none = shared.no_cards.map(|text| note(&text));
        vec![
            section("matches-name", "Matches")
                .children(none)
                .child(cards),
            section("passages-name", "Passages")
                .child(note(&shared.passages_note))
                .children(passages),
        ]
    })
}

fn section(id: &str, name: &str) -> El {
    el("section")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).text(name))
}

fn note(text: &str) -> El {
    classed("p", "note").text(text)
}

fn card(desk: Desk, card: &Card) -> El {
    let kind = kind_class(card.kind);
    let title = el("h3")
        .child(span(&format!("swatch {kind}"), ""))
        .text(&card.title);
    let head = el("header")
        .child(title)
        .child(span("", &card.place))
        .child(in_texts(desk, card.at));
    let two = classed("div", "two")
        .child(quote(&card.a))
        .child(quote(&card.b));
    let changed = el("details")
        .child(el("summary").text("What changed"))
        .child(diff(&card.diff));
    classed("li", &format!("card {kind}"))
        .id(&format!("m{}", card.index))
        .child(head)
        .child(two)
        .child(changed)
}

fn quote(quote: &Quote) -> El {
    let letter = quote.side.letter();
    let text = el("p")
        .child(span("greyed", &quote.before))
        .text(" ")
        .child(runs(span("quoted", ""), &quote.runs))
        .text(" ")
        .child(span("greyed", &quote.after));
    el("blockquote").child(span("letter", letter)).child(text)
}

fn passage(desk: Desk, row: &PassageRow) -> El {
    let other = row
        .b
        .as_ref()
        .map(|text| classed("p", "as-b").child(span("letter", "B ")).text(text));
    let facts = classed("p", "note")
        .child(span("", &row.words))
        .child(span("", &row.place))
        .children(row.note.as_ref().map(|note| span("", note)))
        .child(in_texts(desk, row.at));
    el("li")
        .child(classed("p", "words").text(&row.a))
        .children(other)
        .child(facts)
}

/// Leads to where it stands in both texts.
fn in_texts(desk: Desk, at: At) -> El {
    button("link")
        .text("See it in the texts")
        .on("click", move |_| {
            desk.set_anchor(Side::A);
            desk.set_reveal(Reveal::AtOnce);
            let mut to = desk.site.state_now().with_at(Some(at));
            to.view = View::Side;
            desk.site.go(to);
        })
}
