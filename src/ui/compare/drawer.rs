//! The drawer, which opens under the selected sentence: what differs in the match, why it is one, and buttons to share it.

use super::differs;
use super::ids::{DRAWER, DRAWER_HOME, card_id, kind_class, sentence_id};
use super::near;
use super::paint::texts::{diff, runs};
use super::pair_state::{PairState, Reveal};
use super::pickers::disc;
use crate::state::Side;
use crate::ui::dom::{El, aloud, button, classed, el, lang, span};
use crate::ui::icons::{CROSS, draw};
use crate::ui::own;
use crate::ui::{browser, clipboard};
use crate::view::{Difference, Drawer, Run, Selection, coloured, header};

/// The drawer's home, before the texts, with the drawer in it. `redraw` moves it under the selected sentence. It stays at
/// home if the current view does not show that sentence.
pub fn drawer(pair: PairState) -> (El, El) {
    let slip = classed("div", "slip").live(move || {
        let drawer = pair.drawer();
        // The focused element inside is about to be removed, such as the button to another counterpart.
        if browser::is_focus_in(".drawer") {
            browser::focus(DRAWER);
        }
        // Announced when something is selected; the focus stays on the sentence.
        if let Some(drawer) = &drawer {
            pair.site.say(&drawer.spoken);
        }
        drawer.map_or_else(Vec::new, |drawer| inside(pair, drawer))
    });
    let drawer = classed("div", "drawer")
        .id(DRAWER)
        .attr("role", "region")
        .attr("aria-label", "Selected")
        // It is inside an article's text, but its own words are English.
        .attr("dir", "ltr")
        .attr("lang", "en")
        .attr("tabindex", "-1")
        .live_class("gone", move || pair.selection() == Selection::Nothing)
        .child(slip);
    (el("div").id(DRAWER_HOME).child(drawer.clone()), drawer)
}

/// What stands in it of what is selected.
pub fn inside(pair: PairState, drawer: Drawer) -> Vec<El> {
    let swatch = drawer
        .kind
        .map(|kind| span(&format!("swatch {}", kind_class(kind)), ""));
    let what = classed("div", "what")
        .child(span("kind", "").children(swatch).text(&drawer.title))
        .children(lines([&drawer.place, &drawer.voice]));
    let close = button("button bare icon close")
        .attr("aria-label", "Deselect")
        .attr("title", "Deselect (Esc)")
        .child(draw(CROSS))
        .on("click", move |_| deselect(pair));
    let comparing = pair.comparing();
    let mut parts = vec![what];
    // Shown if the text itself is not.
    let (side, words) = &drawer.own;
    parts.push(quote(pair, "own", *side, words));
    if let Some((side, words)) = &drawer.answer {
        let class = match drawer.diff.is_empty() {
            true => "answer in-common",
            false => "answer",
        };
        parts.push(quote(pair, class, *side, words));
    }
    if !drawer.diff.is_empty() {
        let tag = header(&comparing, Side::A).lang;
        parts.push(diff(&drawer.diff, &tag, comparing.names()));
    }
    parts.extend(
        drawer
            .closest
            .as_ref()
            .map(|near| near::closest(pair, near)),
    );
    parts.extend(lines([&drawer.summary]).map(|line| line.class("line summary")));
    parts.extend(facts(pair, &drawer.facts));
    parts.push(why(pair, &drawer));
    parts.push(acts(pair, &drawer));
    parts.push(close);
    parts
}

/// The differences as a table: the topic, each source's words, how they relate. For screen readers it is a list, and each row
/// is a sentence with the sources' names.
fn facts(pair: PairState, rows: &[Difference]) -> Option<El> {
    let comparing = pair.comparing();
    let heads = Side::BOTH.map(|side| {
        span(coloured(side), "")
            .child(disc(side, &comparing.sources.of(side).letters))
            .text(" ")
            .child(span("name", comparing.name(side)).attr("dir", "auto"))
    });
    let heads = classed("li", "heads")
        .attr("aria-hidden", "true")
        .children(heads);
    let rows = rows.iter().map(|row| {
        classed("li", if row.clash { "differ clash" } else { "differ" })
            .children(differs::parts(pair, row))
    });
    let list: Vec<El> = rows.collect();
    (!list.is_empty()).then(|| {
        classed("ul", "facts")
            .attr("aria-label", "What differs in it")
            .child(heads)
            .children(list)
    })
}

/// Why it is a match: in plain words, and how that was counted, which can be opened.
fn why(pair: PairState, drawer: &Drawer) -> El {
    let mut reasons = drawer.why.iter();
    let first = lines(drawer.note.iter().chain(reasons.next()));
    let more: Vec<El> = lines(reasons).collect();
    let more = (!more.is_empty()).then(|| {
        el("details")
            .child(el("summary").text("Why this is a match"))
            .children(more)
    });
    let others = drawer.others.iter().map(|other| {
        let at = other.at;
        button("link other")
            .text(&other.label)
            .on("click", move |_| pair.take(Some(at), Reveal::Glide))
    });
    classed("div", "why")
        .children(first)
        .children(more)
        .children(others)
}

/// The buttons: links by hand, and copying.
fn acts(pair: PairState, drawer: &Drawer) -> El {
    let at = drawer.at;
    let link = button("link")
        .text("Copy passage link")
        .on("click", move |_| {
            own::copy_link(pair.site, pair.link(Some(at)), "Passage link copied");
        });
    let quotation = button("link").text("Copy quotation").on("click", move |_| {
        // Made now, so that its link leads to what is shown now.
        if let Some(drawer) = pair.drawer() {
            clipboard::copy(pair.site, drawer.citation, "Quotation copied");
        }
    });
    classed("div", "acts")
        .children(near::by_hand(pair, &drawer.said, &drawer.acts))
        .child(link)
        .child(quotation)
}

/// A sentence with its source.
fn quote(pair: PairState, class: &str, side: Side, words: &[Run]) -> El {
    let comparing = pair.comparing();
    let text = el("p")
        .attr("dir", "auto")
        .maybe("lang", lang(&header(&comparing, side).lang));
    // Beside the text and not in it, so that its letters do not affect the direction of the text.
    let source = el("span")
        .child(disc(side, &comparing.sources.of(side).letters).attr("title", comparing.name(side)))
        .child(aloud(&format!("{}: ", comparing.name(side))));
    classed("blockquote", class)
        .child(source)
        .child(runs(text, words))
}

/// Deselects. If the focus was in the drawer, it goes back to the sentence or the card.
pub fn deselect(pair: PairState) {
    let (selection, anchor) = (pair.selection(), pair.anchor());
    if selection == Selection::Nothing {
        return;
    }
    let in_drawer = browser::is_focus_in(".drawer");
    pair.take(None, Reveal::No);
    pair.site.say("Nothing is selected.");
    if in_drawer {
        let held: Option<(Side, u32)> = [anchor, anchor.other()]
            .into_iter()
            .find_map(|side| Some((side, selection.sentence(side)?)));
        if let Some((side, index)) = held {
            browser::focus(&sentence_id(side, index));
        }
        if let Some(index) = selection.index() {
            browser::focus(&card_id(index));
        }
    }
}

/// A line for each text that is not empty.
fn lines<'a>(texts: impl IntoIterator<Item = &'a String>) -> impl Iterator<Item = El> {
    texts
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(|text| el("p").class("line").text(text))
}
