//! Two articles in which no sentence has a match: what the page says about them, before the reader chooses to read them side by
//! side anyway.

use leptos::prelude::*;

use super::ids::title_id;
use super::near::by_hand;
use super::paint::texts::runs;
use super::pair_state::{PairState, Reveal};
use super::pickers::disc;
use crate::state::{Side, View};
use crate::ui::browser;
use crate::ui::dom::{El, aloud, button, classed, el, lang, live, span};
use crate::ui::link::link;
use crate::view::{
    Looser, NONE_COUNTS, Named, Nothing, Pair, Partner, Selection, Times, coloured, header, nothing,
};

/// Whether this replaces the texts: if nothing matches, until the reader asks for the texts or another view, or selects a
/// sentence.
pub fn stands(pair: PairState) -> impl Fn() -> bool + Copy {
    // A reader who began to read during the comparison can continue. What was drawn before the program is no text.
    if browser::is_scrolled() && !browser::is_drawn() {
        pair.reads.set(true);
    }
    live(move || {
        if pair.selection() != Selection::Nothing || pair.view() != View::Side {
            pair.reads.set(true);
        }
    });
    move || pair.comparing().is_without_a_match() && !pair.reads.get()
}

/// This part of the page, or the button back to it.
pub fn section(pair: PairState, stands: impl Fn() -> bool + Copy + 'static) -> El {
    el("div").live(move || {
        let comparing = pair.comparing();
        if !comparing.is_without_a_match() {
            return Vec::new();
        }
        if !stands() {
            let back = button("link")
                .text("Names in both and the closest sentences")
                .on("click", move |_| {
                    pair.take(None, Reveal::No);
                    if pair.view() == View::Side {
                        pair.reads.set(false);
                    }
                });
            return match pair.view() {
                View::Side => vec![classed("p", "aside back").child(back)],
                _ => Vec::new(),
            };
        }
        let site = pair.site;
        site.track_library();
        let told = site.library(|library| nothing(&comparing, library, &site.state_now()));
        told.map_or_else(Vec::new, |told| parts(pair, &told))
    })
}

fn parts(pair: PairState, told: &Nothing) -> Vec<El> {
    let section = |id: &str, name: &str, note: &str, inside: Option<El>| {
        let head = el("div")
            .child(el("h2").id(id).text(name))
            .children((!note.is_empty()).then(|| classed("p", "aside").text(note)));
        inside.map(|inside| {
            el("section")
                .attr("aria-labelledby", id)
                .child(head)
                .child(inside)
        })
    };
    let all = [
        told.times.as_ref().map(|told| times(pair, told)),
        section(
            "partners",
            "Articles that share more",
            "The articles with which each shares most.",
            some(&told.partners, "partners", |one| partner(pair, one)),
        ),
        section(
            "nearest",
            "The closest sentences",
            NONE_COUNTS,
            some(&told.closest, "nearest", |one| close(pair, one)),
        ),
        section(
            "names",
            "Names in both",
            "How often each has them.",
            (!told.names.is_empty()).then(|| names(pair, &told.names)),
        ),
        Some(ways(pair, told.looser.as_ref())),
    ];
    vec![classed("div", "nothing").children(all.into_iter().flatten())]
}

/// A list, if it is not empty.
fn some<T>(all: &[T], class: &str, row: impl Fn(&T) -> El) -> Option<El> {
    (!all.is_empty()).then(|| classed("ul", class).children(all.iter().map(row)))
}

/// When each was written, the earlier one first, and how far apart that is.
fn times(pair: PairState, told: &Times) -> El {
    let comparing = pair.comparing();
    let end = |side: Side| {
        let date = el("small").text(told.dates.of(side));
        let words = el("span")
            .child(span("name", comparing.name(side)).attr("dir", "auto"))
            .child(aloud(": "))
            .child(date);
        classed("div", &format!("end {}", coloured(side)))
            .child(disc(side, &comparing.sources.of(side).letters))
            .child(words)
    };
    let [first, last] = told.order.map(end);
    let apart = match &told.apart {
        Some(apart) => span("apart", apart),
        None => span("apart unknown", "how far apart is not known"),
    };
    classed("figure", "times")
        .attr("aria-label", "When they were written")
        .children([first, apart, last])
}

/// An article with which one of the two shares most.
fn partner(pair: PairState, told: &Partner) -> El {
    let comparing = pair.comparing();
    let own = span(coloured(told.side), "")
        .child(disc(told.side, &comparing.sources.of(told.side).letters))
        .text(" ")
        .child(span("name", comparing.name(told.side)).attr("dir", "auto"));
    // It has its own colours, not those of the two that are compared.
    let other = span(&format!("with {}", told.colour), "")
        .child(disc(Side::A, &told.source.letters))
        .text(" ")
        .child(span("name of-a", &told.source.name).attr("dir", "auto"));
    let head = classed("p", "pairing")
        .child(own)
        .text(" with ")
        .child(other);
    let (words, tag) = &told.line;
    let line = (!words.is_empty()).then(|| {
        el("blockquote")
            .attr("dir", "auto")
            .maybe("lang", lang(tag))
            .text(words)
    });
    el("li")
        .child(head)
        .children(line)
        .child(el("p").text(&told.found))
        .child(link(pair.site, "", told.to.clone()).text("Compare these two"))
}

/// Two of the closest sentences, and the buttons to link or refuse them.
fn close(pair: PairState, told: &Pair) -> El {
    let comparing = pair.comparing();
    let sides = Side::BOTH.map(|side| {
        let (name, words) = told.sides.of(side);
        let letters = &comparing.sources.of(side).letters;
        let tag = header(&comparing, side).lang;
        let text = span("words", "")
            .attr("dir", "auto")
            .maybe("lang", lang(&tag));
        span("near-side", "")
            .child(disc(side, letters).attr("title", name))
            .child(aloud(&format!("{name}: ")))
            .child(runs(text, words))
    });
    let at = told.at;
    let open = button("near").children(sides).on("click", move |_| {
        pair.set_anchor(Side::A);
        pair.take(Some(at), Reveal::Glide);
    });
    el("li")
        .child(open)
        .children(by_hand(pair, &told.said, &told.acts))
}

/// The names that both have, with how often each has them.
fn names(pair: PairState, rows: &[Named]) -> El {
    let comparing = pair.comparing();
    let heads = Side::BOTH.map(|side| {
        el("th")
            .attr("scope", "col")
            .class(coloured(side))
            .child(disc(side, &comparing.sources.of(side).letters))
            .text(" ")
            .child(span("name", comparing.name(side)).attr("dir", "auto"))
    });
    let tag = header(&comparing, Side::A).lang;
    let rows = rows.iter().map(|row| {
        let cells = Side::BOTH.map(|side| {
            let share = format!("{}%", row.share.of(side));
            let bar = el("i").attr("aria-hidden", "true").style("--share", &share);
            let number = span("", &row.times.of(side).to_string());
            el("td").class(coloured(side)).child(bar).child(number)
        });
        let name = el("th")
            .attr("scope", "row")
            .attr("dir", "auto")
            .maybe("lang", lang(&tag))
            .text(&row.name);
        el("tr").child(name).children(cells)
    });
    let corner = el("td");
    classed("table", "names")
        .child(el("thead").child(el("tr").child(corner).children(heads)))
        .child(el("tbody").children(rows))
}

/// What a looser step would find, and the texts.
fn ways(pair: PairState, looser: Option<&Looser>) -> El {
    let said = looser.filter(|one| !one.said.is_empty());
    let said = said.map(|one| classed("p", "aside").text(&one.said));
    let looser = looser.and_then(|one| one.to.clone()).map(|to| {
        button("button")
            .text("Match more loosely")
            .on("click", move |_| pair.site.go(to.clone()))
    });
    let read = button("button")
        .text("Read them side by side anyway")
        .on("click", move |_| {
            pair.reads.set(true);
            browser::next_frame(|| browser::focus(title_id(Side::A)));
        });
    let buttons = classed("p", "buttons").children(looser).child(read);
    classed("div", "ways").children(said).child(buttons)
}
