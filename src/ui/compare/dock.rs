//! The dock: what is in hand, what changed in it, why it is a match, and how to pass it on.

use super::desk::{Desk, Reveal};
use super::differs;
use super::near;
use super::pickers::disc;
use super::texts::{card_id, diff, kind_class, lang, sentence_id};
use crate::state::Side;
use crate::ui::dom::{El, button, classed, el, span};
use crate::ui::icons::{CROSS, draw};
use crate::ui::own;
use crate::ui::{browser, clipboard};
use crate::view::{Dock, Hand, header};

/// The dock, where something is in hand, and before it its home: its place in the page is the stage's to choose.
pub fn dock(desk: Desk) -> (El, El) {
    let dock = classed("div", "dock")
        .id("dock")
        .attr("role", "region")
        .attr("aria-label", "In hand")
        // On a phone it stands in the midst of an article's text; its own words are English.
        .attr("dir", "ltr")
        .attr("lang", "en")
        .attr("tabindex", "-1")
        .live_class("gone", move || desk.hand() == Hand::Nothing)
        .live_class("alone", move || matches!(desk.hand(), Hand::Alone(..)))
        .live(move || {
            let dock = desk.dock();
            // What had the focus inside is about to go, the button to another counterpart with it.
            if browser::is_focus_in(".dock") {
                browser::focus("dock");
            }
            // Said aloud when something is taken in hand; the sentence itself has the focus then.
            if let Some(dock) = &dock {
                desk.site.say(&dock.spoken);
            }
            dock.map_or_else(Vec::new, |dock| inside(desk, dock))
        });
    (el("div").id("dock-home").child(dock.clone()), dock)
}

fn inside(desk: Desk, dock: Dock) -> Vec<El> {
    let swatch = dock
        .kind
        .map(|kind| span(&format!("swatch {}", kind_class(kind)), ""));
    let what = classed("div", "what")
        .child(span("kind", "").children(swatch).text(&dock.title))
        .children(lines([&dock.place, &dock.score, &dock.voice]));
    let at = dock.at;
    let others = dock.others.into_iter().map(|other| {
        button("link other")
            .text(&other.label)
            .on("click", move |_| desk.take(Some(other.at), Reveal::Glide))
    });
    let link = button("link")
        .text("Copy passage link")
        .on("click", move |_| {
            own::copy_link(desk.site, desk.link(Some(at)), "Passage link copied");
        });
    let quotation = button("link").text("Copy quotation").on("click", move |_| {
        // Made now: its link is to what is shown.
        if let Some(dock) = desk.dock() {
            clipboard::copy(desk.site, dock.citation, "Quotation copied");
        }
    });
    let mut reasons = dock.why.iter();
    let first = lines(dock.note.iter().chain(reasons.next()));
    let more: Vec<El> = lines(reasons).collect();
    let reasons = (!more.is_empty()).then(|| {
        el("details")
            .child(el("summary").text("Why this is a match"))
            .children(more)
    });
    let why = classed("div", "why")
        .children(first)
        .children(reasons)
        .children(others)
        .children(near::by_hand(desk, &dock.said, &dock.acts))
        .child(span("acts", "").child(link).child(quotation));
    let close = button("button bare icon close")
        .attr("aria-label", "Let go")
        .attr("title", "Let go (Esc)")
        .child(draw(CROSS))
        .on("click", move |_| let_go(desk));
    let tag = header(&desk.comparing(), Side::A).lang;
    let facts = (!dock.facts.is_empty()).then(|| {
        let rows = dock.facts.iter().map(|row| {
            classed("li", if row.clash { "differ clash" } else { "differ" })
                .children(differs::parts(desk, row))
        });
        classed("ul", "facts")
            .attr("aria-label", "What differs in it")
            .children(rows)
    });
    let mut parts = vec![what, diff(&dock.diff, &tag)];
    parts.extend(dock.closest.as_ref().map(|near| near::closest(desk, near)));
    parts.extend(facts);
    parts.extend([why, close]);
    parts.extend(answer(desk));
    parts
}

/// The counterpart itself, for a phone, where its article is not on the page.
fn answer(desk: Desk) -> Option<El> {
    let comparing = desk.comparing();
    let side = desk.anchor().other();
    let index = desk.hand().sentence(side)?;
    let text = el("p")
        .attr("dir", "auto")
        .maybe("lang", lang(&header(&comparing, side).lang))
        .text(comparing.sentence_text(side, index));
    let quote = classed("blockquote", "answer")
        .child(disc(side, &comparing.sources.of(side).letters).attr("title", comparing.name(side)))
        .child(text);
    Some(quote)
}

/// Lets go, and gives the focus back to the sentence or the card if it was in the dock.
pub fn let_go(desk: Desk) {
    let (hand, anchor) = (desk.hand(), desk.anchor());
    if hand == Hand::Nothing {
        return;
    }
    let in_dock = browser::is_focus_in(".dock");
    desk.take(None, Reveal::No);
    desk.site.say("Nothing is in hand.");
    if in_dock {
        let held: Option<(Side, u32)> = [anchor, anchor.other()]
            .into_iter()
            .find_map(|side| Some((side, hand.sentence(side)?)));
        if let Some((side, index)) = held {
            browser::focus(&sentence_id(side, index));
        }
        if let Some(index) = hand.index() {
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
