//! What differs, beside the texts: how much both tell, how much differs and how much only one tells, each as a filter; and a card
//! for each difference, which selects its match. On a wide screen this is a rail beside the columns; otherwise the cards are a
//! strip at the window's lower edge.

use leptos::prelude::*;

use super::pair_state::{Only, PairState, Reveal};
use super::pickers::disc;
use crate::state::Side;
use crate::ui::browser;
use crate::ui::dom::{El, aloud, button, classed, el, lang, span};
use crate::ui::icons::{BACK, FORTH, Icon, draw};
use crate::view::{Difference, Differences, FEW, coloured, differences, header};

/// The counts, the cards, and the buttons for the next and previous match.
pub fn rail(pair: PairState) -> El {
    let all = RwSignal::new(false);
    let inner = classed("div", "inner").live(move || {
        let comparing = pair.comparing();
        let found = differences(&comparing);
        vec![
            counts(pair, &found),
            marks(pair),
            key(pair),
            cards(pair, found, all),
        ]
    });
    classed("div", "rail").child(inner)
}

/// For a reader who follows a link on a first visit: what the page is, what the two articles are, what the marks mean. It comes
/// before the cards; if these are a strip, it is the first one.
fn intro(pair: PairState) -> El {
    classed("div", "intro").live(move || {
        if !pair.site.newcomer.get() {
            return Vec::new();
        }
        let comparing = pair.comparing();
        let [a, b] = comparing.names();
        let said = format!(
            "Two articles, {a} and {b}. Underlined: told by both; press to see what differs. ≠: a clash."
        );
        let close = button("button").text("Got it").on("click", move |_| {
            pair.site.met();
            browser::focus("differs");
        });
        vec![el("p").text(&said), close]
    })
}

/// The switch between the two sorts of marks.
pub fn marks(pair: PairState) -> El {
    let one = |differences: bool, name: &str| {
        button("")
            .text(name)
            .live_flag("aria-pressed", move || {
                pair.site.differing.get() == differences
            })
            .on("click", move |_| pair.site.choose_marks(differences))
    };
    classed("div", "segments marks")
        .attr("role", "group")
        .attr("aria-label", "What is marked in the texts")
        .child(one(true, "Differences"))
        .child(one(false, "Shared wording"))
}

/// What the marks mean.
pub fn key(pair: PairState) -> El {
    classed("p", "key").live(move || match pair.site.differing.get() {
        true => vec![
            span("told", "told by both"),
            span("value of-a", "differs"),
            span("", "")
                .child(span("sign clash", "≠").attr("aria-hidden", "true"))
                .text(" clashes"),
            span("alone", "only in one"),
        ],
        false => vec![
            span("verbatim", "same words"),
            span("edited", "reworded"),
            span("related", "about the same thing"),
        ],
    })
}

/// The counts, each as a filter: it dims the rest, and a second press undoes that.
fn counts(pair: PairState, found: &Differences) -> El {
    let counts = found.counts;
    let sources = Side::BOTH.map(|side| {
        let comparing = pair.comparing();
        let number = match side {
            Side::A => counts.alone[0],
            Side::B => counts.alone[1],
        };
        span("who", "")
            .child(disc(side, &comparing.sources.of(side).letters))
            .child(aloud(&format!(", {}: ", comparing.name(side))))
            .text(&number.to_string())
    });
    let clash = (counts.clash > 0).then(|| {
        span("who", "")
            .child(span("sign clash", "≠").attr("aria-hidden", "true"))
            .child(aloud(", "))
            .text(&counts.clash.to_string())
            .child(aloud(" clash"))
    });
    // What the finding counts has the same word as in the finding; a narrow window has no room for it.
    let plural = |class: &str, number: u32, one: &str, more: &str| {
        span(class, if number == 1 { one } else { more })
    };
    let one = |only: Only, number: u32, words: El| {
        button("")
            .child(el("b").text(&number.to_string()))
            .text(" ")
            .child(words)
            .live_flag("aria-pressed", move || pair.only.get() == only)
            .live_switch("disabled", move || number == 0)
            .on("click", move |_| {
                let now = pair.only.get_untracked();
                pair.only.set(if now == only { Only::All } else { only });
                pair.site.say(match now == only {
                    true => "Nothing is dimmed.",
                    false => "The rest is dimmed.",
                });
            })
    };
    classed("div", "counts")
        .attr("role", "group")
        .attr("aria-label", "Show only")
        .child(one(
            Only::Both,
            counts.told,
            span("", "")
                .child(plural("unit", counts.told, "thing ", "things "))
                .text("told by both"),
        ))
        .child(
            one(
                Only::Differs,
                counts.differ,
                span("", "differ").child(plural("ending", counts.differ, "ence", "ences")),
            )
            .children(clash),
        )
        .child(
            one(
                Only::Alone,
                counts.alone.iter().sum(),
                span("", "only in one"),
            )
            .children(sources),
        )
}

fn cards(pair: PairState, found: Differences, all: RwSignal<bool>) -> El {
    let number = found.rows.len();
    let note = (!found.note.is_empty()).then(|| classed("p", "aside").text(&found.note));
    let list = (number > 0).then(|| {
        el("ul").live(move || {
            let shown = if all.get() { number } else { FEW.min(number) };
            let rows = found.rows.iter().take(shown);
            let cards = rows.map(|row| el("li").child(card(pair, row)));
            let more = (number > FEW).then(|| {
                let label = match all.get() {
                    true => "Show fewer".to_owned(),
                    false => format!("Show all {number}"),
                };
                let more = button("link")
                    .text(&label)
                    .live_flag("aria-expanded", move || all.get())
                    .on("click", move |_| {
                        all.set(!all.get_untracked());
                        browser::focus("differs");
                    });
                classed("li", "all").child(more)
            });
            cards.chain(more).collect()
        })
    });
    let name = match number {
        0 => "From match to match",
        _ => "What differs",
    };
    classed("section", "differs")
        .attr("aria-labelledby", "differs")
        .child(el("h2").id("differs").attr("tabindex", "-1").text(name))
        .child(stepper(pair))
        .child(classed("div", "band").child(intro(pair)).children(list))
        .children(note)
}

fn stepper(pair: PairState) -> El {
    let step = move |name: &str, title: &str, icon: Icon, forth: bool| {
        button("")
            .attr("aria-label", name)
            .attr("title", title)
            .child(draw(icon))
            .live_switch("disabled", move || pair.marks().order().is_empty())
            .on("click", move |_| pair.step(forth))
    };
    classed("div", "step")
        .attr("role", "group")
        .attr("aria-label", "From match to match")
        .child(step("Previous match", "Previous match (k)", BACK, false))
        .child(span("where", "").live_text(move || pair.marks().position(pair.selection())))
        .child(step("Next match", "Next match (j)", FORTH, true))
}

fn card(pair: PairState, row: &Difference) -> El {
    let (index, at) = (row.index, row.at);
    button(if row.clash { "differ clash" } else { "differ" })
        .children(parts(pair, row))
        .live_flag("aria-pressed", move || {
            pair.selection().index() == Some(index)
        })
        .on("click", move |_| {
            pair.set_anchor(Side::A);
            pair.take(Some(at), Reveal::Glide);
        })
}

/// What the difference is about, what each source says, and how the two relate. A screen reader reads it as sentences.
pub fn parts(pair: PairState, row: &Difference) -> Vec<El> {
    let comparing = pair.comparing();
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
        let source = classed("span", &format!("differ-side {}", coloured(side)))
            .child(disc(side, &comparing.sources.of(side).letters))
            .child(span("differ-name", name))
            .child(aloud(": "))
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
