//! What was found: the sentence in words that leads the page, and below the texts the figures with how each is counted, and
//! what none of them can show.

use leptos::prelude::*;

use super::differs::rail;
use super::nothing;
use super::pair_state::PairState;
use crate::state::Side;
use crate::ui::browser;
use crate::ui::chrome::how;
use crate::ui::dom::{El, aloud, button, classed, el, lang, live, span};
use crate::view::{
    CAUTION, Comparing, Figures, Lead, Selection, coloured, differences, figures, finding, header,
    lead, said_by_hand, spoken,
};

const FOUND: &str = "found";

/// The finding, and the differences beside the texts. If nothing matches, what the page says about that (`stands`: it replaces
/// the texts).
pub fn found(pair: PairState, stands: impl Fn() -> bool + Copy + 'static) -> El {
    say_what_is_new(pair);
    let told = classed("div", "told").live(move || {
        let comparing = pair.comparing();
        let finding = finding(&comparing);
        let lead = lead(&comparing, &differences(&comparing));
        let aside =
            |class: &str, text: &str| (!text.is_empty()).then(|| classed("p", class).text(text));
        let by_hand = said_by_hand(&comparing);
        let cut = finding.cut_short.as_deref().unwrap_or_default();
        let first = classed("p", "finding");
        // How much of the wording is shared comes after what differs.
        let (first, detail) = match lead.is_empty() {
            false => (first.children(sentence(&comparing, &lead)), ""),
            true => (first.text(&finding.headline), &*finding.detail),
        };
        [first]
            .into_iter()
            .chain(aside("aside detail", detail))
            .chain(aside("aside detail", cut))
            .chain(aside(
                "aside detail",
                by_hand.as_deref().unwrap_or_default(),
            ))
            .collect()
    });
    classed("section", "found")
        .id(FOUND)
        .attr("aria-labelledby", "found-name")
        .attr("tabindex", "-1")
        .child(
            classed("h2", "aloud")
                .id("found-name")
                .text("What was found"),
        )
        .child(told)
        .child(set(pair))
        .child(nothing::section(pair, stands))
        .child(rail(pair).live_switch("hidden", stands))
}

/// The sentence, each source in its colour and each one's words as its own.
fn sentence(comparing: &Comparing, said: &[Lead]) -> Vec<El> {
    let part = |said: &Lead| match said {
        Lead::Text(text) => span("", text),
        Lead::Aside(text) => span("soft", text),
        Lead::Name(side, name) => {
            span(&format!("name {}", coloured(*side)), name).attr("dir", "auto")
        }
        Lead::Words(side, words) => classed("q", coloured(*side))
            .attr("dir", "auto")
            .maybe("lang", lang(&header(comparing, *side).lang))
            .text(words),
        Lead::Sign(sign, clash, same_time) => {
            let class = match (clash, same_time) {
                (true, true) => "sign clash",
                (true, false) => "sign clash apart",
                _ => "sign",
            };
            span("", " ")
                .child(span(class, &sign.to_string()).attr("aria-hidden", "true"))
                .child(aloud("; "))
                .text(" ")
        }
    };
    said.iter().map(part).collect()
}

/// The settings that are not the default and what they hide, with a button that restores the default. A reader of the
/// finding, or of the page on paper, would not notice them from the marks.
fn set(pair: PairState) -> El {
    classed("p", "aside set").live(move || {
        let text = &pair.filters().set.text;
        if text.is_empty() {
            return Vec::new();
        }
        let back = button("link").text("Usual settings").on("click", move |_| {
            pair.site.go(pair.filters().set.usual.clone());
            browser::focus(FOUND);
        });
        vec![span("", text), back]
    })
}

/// Announces the finding to screen readers when it changes, as with another pair or another strictness, and how many
/// matches a filter hides. The drawer announces what is selected, and that comes first.
fn say_what_is_new(pair: PairState) {
    let say = move |what: String, last: StoredValue<String, LocalStorage>| {
        let before = last.try_update_value(|last| std::mem::replace(last, what.clone()));
        if before.as_ref() != Some(&what) && untrack(|| pair.selection()) == Selection::Nothing {
            pair.site.say(&what);
        }
    };
    let finding_said = StoredValue::new_local(String::new());
    let first = move || {
        let comparing = pair.comparing();
        let lead = lead(&comparing, &differences(&comparing));
        if lead.is_empty() {
            finding(&comparing).headline
        } else {
            spoken(&lead)
        }
    };
    live(move || say(first(), finding_said));
    let hidden = move || {
        let hidden = pair.filters().hidden.clone();
        hidden.unwrap_or_else(|| "No match is hidden".to_owned())
    };
    let hidden_said = StoredValue::new_local(untrack(hidden));
    live(move || say(hidden(), hidden_said));
}

/// Below the texts: how much of the wording is shared, how that is counted, and what it cannot show.
pub fn counted(pair: PairState) -> El {
    classed("section", "counting")
        .attr("aria-label", "How much is shared")
        .live(move || {
            let comparing = pair.comparing();
            let figures = figures(&comparing);
            let finding = finding(&comparing);
            let said = (!lead(&comparing, &differences(&comparing)).is_empty()).then(|| {
                let text = format!("{} {}", finding.headline, finding.detail);
                el("p").text(text.trim())
            });
            let summary = el("summary")
                .child(span("", &figures.line))
                .text(" ")
                .child(span("more", "How this is counted"));
            let details = classed("details", "counted").child(summary).child(
                classed("div", "sheet")
                    .children(said)
                    .child(tally(&comparing, &figures))
                    .child(how("how-link", "#figures", "More about the figures")),
            );
            vec![details, classed("p", "aside").text(CAUTION)]
        })
}

/// The figures, and how each is counted, as a table.
pub fn tally(comparing: &Comparing, figures: &Figures) -> El {
    let rows = figures.list.iter().map(|figure| {
        let cell = |side| {
            el("td")
                .child(span("whose", comparing.name(side)).attr("aria-hidden", "true"))
                .child(el("b").text(figure.value.of(side)))
                .child(el("small").text(figure.how.of(side)))
        };
        el("tr")
            .child(el("th").attr("scope", "row").text(&figure.label))
            .children(Side::BOTH.map(cell))
    });
    let heads = Side::BOTH.map(|side| el("th").attr("scope", "col").text(comparing.name(side)));
    classed("table", "tally")
        .child(el("thead").child(el("tr").child(el("td")).children(heads)))
        .child(el("tbody").children(rows))
}
