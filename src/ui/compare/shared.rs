//! Shared: each match as two quotations in context, and the passages.

use std::cell::OnceCell;
use std::sync::Arc;

use super::ids::{card_id, kind_class, sentence_id};
use super::layout::sections::{self, Pieces, Target};
use super::paint::marking::marker;
use super::paint::texts::{diff, runs};
use super::pair_state::{PairState, Reveal};
use super::pickers::disc;
use crate::state::{At, Both, Side, View};
use crate::ui::dom::{El, aloud, button, classed, el, lang, span};
use crate::view::{
    Card, Comparing, Marks, PassageRow, Quote, Source, card as card_of, header, notes, row, rows,
    shared as shared_of,
};

/// The languages of both texts, as tags.
type Tags = Both<String>;

/// What both articles share.
pub fn shared(pair: PairState) -> El {
    classed("div", "shared").live(move || {
        let (comparing, marks) = (pair.comparing(), pair.marks());
        let shared = shared_of(&comparing, &marks);
        let tags = || Both::each(|side| header(&comparing, side).lang);
        let rows = Rows {
            pair,
            tags: tags(),
            comparing: Arc::clone(&comparing),
            notes: OnceCell::new(),
        };
        let cards = Cards {
            pair,
            tags: tags(),
            comparing: Arc::clone(&comparing),
            marks,
        };
        let cards = sections::build(Some(marker(pair)), || classed("ol", "cards"), cards);
        let any = rows.count() > 0;
        let passages =
            any.then(|| sections::build(Some(marker(pair)), || classed("ol", "passages"), rows));
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

/// The matches shown, made into cards when they are placed.
struct Cards {
    pair: PairState,
    tags: Tags,
    comparing: Arc<Comparing>,
    marks: Arc<Marks>,
}

impl Pieces for Cards {
    fn count(&self) -> usize {
        self.marks.order().len()
    }

    fn make(&self, at: usize) -> Option<El> {
        let number = *self.marks.order().get(at)?;
        let card_of = card_of(&self.comparing, number)?;
        let card = card(self.pair, &card_of, &self.tags, &self.comparing.sources);
        Some(about(&self.comparing, card_of.at, card))
    }

    fn lines(&self, at: usize, line: f64) -> f64 {
        let number = self.marks.order().get(at).copied().unwrap_or_default();
        self.comparing.card_lines(number, line)
    }

    fn find(&self, target: Target) -> Option<usize> {
        match target {
            Target::Match(index) => self.marks.order().binary_search(&index).ok(),
            Target::Sentence(..) => None,
        }
    }
}

/// The passages, made into rows when they are placed.
struct Rows {
    pair: PairState,
    tags: Tags,
    comparing: Arc<Comparing>,
    /// A note about each, from a comparison of all.
    notes: OnceCell<Vec<Option<String>>>,
}

impl Pieces for Rows {
    fn count(&self) -> usize {
        rows(&self.comparing)
    }

    fn make(&self, at: usize) -> Option<El> {
        let notes = self.notes.get_or_init(|| notes(&self.comparing));
        let note = notes.get(at).cloned().flatten();
        let row = row(&self.comparing, at as u32, note)?;
        let passage = passage(self.pair, &row, &self.tags, &self.comparing.sources);
        Some(about(&self.comparing, row.at, passage))
    }

    fn lines(&self, _: usize, _: f64) -> f64 {
        3.5
    }

    fn waits(&self) -> bool {
        true
    }
}

fn section(id: &str, name: &str) -> El {
    el("section")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).text(name))
}

fn note(text: &str) -> El {
    classed("p", "note").text(text)
}

fn card(pair: PairState, card: &Card, tags: &Tags, sources: &Both<Source>) -> El {
    let kind = kind_class(card.kind);
    let title = el("h3")
        .child(span(&format!("swatch {kind}"), ""))
        .text(&card.title);
    let head = el("header")
        .child(title)
        .child(span("", &card.place))
        .child(in_texts(pair, card.at));
    let two = classed("div", "two")
        .child(quote(&card.a, tags, sources))
        .child(quote(&card.b, tags, sources));
    let changed = (!card.diff.is_empty()).then(|| {
        let names = [&*sources.a.name, &*sources.b.name];
        el("details")
            .child(el("summary").text("What changed"))
            .child(diff(&card.diff, &tags.a, names))
    });
    classed("li", &format!("card {kind}"))
        .id(&card_id(card.index))
        .attr("tabindex", "-1")
        .child(head)
        .child(two)
        .children(changed)
}

/// A source's disc, with its name for screen readers.
fn mark(sources: &Both<Source>, side: Side) -> El {
    let source = sources.of(side);
    el("bdi")
        .child(disc(side, &source.letters))
        .child(aloud(&format!("{}: ", source.name)))
}

fn quote(quote: &Quote, tags: &Tags, sources: &Both<Source>) -> El {
    let text = el("p")
        .attr("dir", "auto")
        .maybe("lang", lang(tags.of(quote.side)))
        .child(span("greyed", &quote.before))
        .text(" ")
        .child(runs(span("quoted", ""), &quote.runs))
        .text(" ")
        .child(span("greyed", &quote.after));
    el("blockquote")
        .child(mark(sources, quote.side))
        .child(text)
}

fn passage(pair: PairState, row: &PassageRow, tags: &Tags, sources: &Both<Source>) -> El {
    // The disc before it must not affect the direction of the text.
    let other = row.b.as_ref().map(|text| {
        classed("p", "as-b")
            .attr("dir", "auto")
            .maybe("lang", lang(&tags.b))
            .child(mark(sources, Side::B))
            .text(text)
    });
    let facts = classed("p", "note")
        .child(span("", &row.words))
        .child(span("", &row.place))
        .children(row.note.as_ref().map(|note| span("", note)))
        .child(in_texts(pair, row.at));
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

/// Marks an element with the id of the sentence of A that it is about, so that another view can show the same place.
fn about(comparing: &Comparing, at: At, into: El) -> El {
    let start = at.of(Side::A);
    let sentence = start.and_then(|start| comparing.sentence_at(Side::A, start));
    let id = sentence.map(|sentence| sentence_id(Side::A, sentence));
    into.maybe("data-at", id.as_deref())
}

/// The button that leads to its place in both texts.
fn in_texts(pair: PairState, at: At) -> El {
    button("link")
        .text("See it in the texts")
        .on("click", move |_| {
            pair.set_anchor(Side::A);
            pair.set_reveal(Reveal::AtOnce);
            let mut to = pair.site.state_now().with_at(Some(at));
            to.view = View::Side;
            pair.site.go(to);
        })
}
