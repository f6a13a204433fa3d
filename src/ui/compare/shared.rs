//! Shared: each match as two quotations in context, and the passages.

use super::desk::{Desk, Reveal};
use super::pour::pour;
use super::texts::{diff, kind_class, lang, runs};
use crate::state::{At, Both, Side, View};
use crate::ui::dom::{El, button, classed, el, span};
use crate::view::{Card, PassageRow, Quote, header, shared as shared_of};

/// The languages of both texts, as tags.
type Tags = Both<String>;

/// What both articles share.
pub fn shared(desk: Desk) -> El {
    classed("div", "shared").live(move || {
        let comparing = desk.comparing();
        let tags = Both::each(|side| header(&comparing, side).lang);
        let shared = shared_of(&comparing, &desk.marks());
        let cards = classed("ol", "cards");
        let all = shared.cards;
        let passages = (!shared.passages.is_empty()).then(|| {
            let rows = shared.passages.iter().map(|one| passage(desk, one, &tags));
            classed("ol", "passages").children(rows)
        });
        let cards = pour(Some(desk), cards, all.len(), move |at| {
            card(desk, &all[at], &tags)
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

fn card(desk: Desk, card: &Card, tags: &Tags) -> El {
    let kind = kind_class(card.kind);
    let title = el("h3")
        .child(span(&format!("swatch {kind}"), ""))
        .text(&card.title);
    let head = el("header")
        .child(title)
        .child(span("", &card.place))
        .child(in_texts(desk, card.at));
    let two = classed("div", "two")
        .child(quote(&card.a, tags))
        .child(quote(&card.b, tags));
    let changed = el("details")
        .child(el("summary").text("What changed"))
        .child(diff(&card.diff, &tags.a));
    classed("li", &format!("card {kind}"))
        .id(&format!("m{}", card.index))
        .child(head)
        .child(two)
        .child(changed)
}

fn quote(quote: &Quote, tags: &Tags) -> El {
    let letter = quote.side.letter();
    let text = el("p")
        .attr("dir", "auto")
        .maybe("lang", lang(tags.of(quote.side)))
        .child(span("greyed", &quote.before))
        .text(" ")
        .child(runs(span("quoted", ""), &quote.runs))
        .text(" ")
        .child(span("greyed", &quote.after));
    el("blockquote").child(span("letter", letter)).child(text)
}

fn passage(desk: Desk, row: &PassageRow, tags: &Tags) -> El {
    // A letter before it says nothing of which way the words run.
    let other = row.b.as_ref().map(|text| {
        classed("p", "as-b")
            .attr("dir", "auto")
            .maybe("lang", lang(&tags.b))
            .child(el("bdi").child(span("letter", "B ")))
            .text(text)
    });
    let facts = classed("p", "note")
        .child(span("", &row.words))
        .child(span("", &row.place))
        .children(row.note.as_ref().map(|note| span("", note)))
        .child(in_texts(desk, row.at));
    el("li")
        .child(
            classed("p", "words")
                .attr("dir", "auto")
                .maybe("lang", lang(&tags.a))
                .text(&row.a),
        )
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
