//! What was found: the sentence in words, the figures with how each is counted, and what none of them
//! can show.

use leptos::prelude::*;

use super::desk::Desk;
use super::differs::differs;
use super::near::closest_of_all_section;
use crate::state::Side;
use crate::ui::browser;
use crate::ui::chrome::how;
use crate::ui::dom::{El, button, classed, el, live, span};
use crate::view::{
    CAUTION, Comparing, Differences, Figures, Finding, Hand, differences, figures, finding,
    said_by_hand,
};

const FOUND: &str = "found";

/// The finding and the figures.
pub fn found(desk: Desk) -> El {
    say_what_is_new(desk);
    let told = classed("div", "told").live(move || {
        let comparing = desk.comparing();
        let finding = finding(&comparing);
        let differences = differences(&comparing);
        let aside =
            |class: &str, text: &str| (!text.is_empty()).then(|| classed("p", class).text(text));
        let by_hand = said_by_hand(&comparing);
        let cut = finding.cut_short.as_deref().unwrap_or_default();
        // How much of the wording is shared comes after what differs, and what the sentences are counted as after that.
        let (first, detail) = match &differences.lead {
            Some(lead) => (lead, ""),
            None => (&finding.headline, &*finding.detail),
        };
        [classed("p", "finding").text(first)]
            .into_iter()
            .chain(aside("aside detail", detail))
            .chain(aside("aside detail", cut))
            .chain(aside(
                "aside detail",
                by_hand.as_deref().unwrap_or_default(),
            ))
            .chain(differs(desk, &differences))
            .chain(closest_of_all_section(desk))
            .chain([counted(&comparing, &finding, &differences)])
            .chain(aside("aside", CAUTION))
            .collect()
    });
    classed("section", "found")
        .id(FOUND)
        .attr("aria-label", "What was found")
        .attr("tabindex", "-1")
        .child(told)
        .child(set(desk))
}

/// What is set otherwise than usual and what that hides, with the way back: who reads the finding, or the page
/// on paper, would not see it in what is marked.
fn set(desk: Desk) -> El {
    classed("p", "aside set").live(move || {
        let text = &desk.filters().set.text;
        if text.is_empty() {
            return Vec::new();
        }
        let back = button("link").text("Usual settings").on("click", move |_| {
            desk.site.go(desk.filters().set.usual.clone());
            browser::focus(FOUND);
        });
        vec![span("", text), back]
    })
}

/// Says the finding aloud when it is another one, for whoever does not see it change: another pair, another
/// strictness. What is in hand is said by the dock, and comes first. So is how many matches a filter hides.
fn say_what_is_new(desk: Desk) {
    let say = move |what: String, last: StoredValue<String, LocalStorage>| {
        let before = last.try_update_value(|last| std::mem::replace(last, what.clone()));
        if before.as_ref() != Some(&what) && untrack(|| desk.hand()) == Hand::Nothing {
            desk.site.say(&what);
        }
    };
    let finding_said = StoredValue::new_local(String::new());
    let first = move || {
        let comparing = desk.comparing();
        let lead = differences(&comparing).lead;
        lead.unwrap_or_else(|| finding(&comparing).headline)
    };
    live(move || say(first(), finding_said));
    let hidden = move || {
        let hidden = desk.filters().hidden.clone();
        hidden.unwrap_or_else(|| "No match is hidden".to_owned())
    };
    let hidden_said = StoredValue::new_local(untrack(hidden));
    live(move || say(hidden(), hidden_said));
}

fn counted(comparing: &Comparing, finding: &Finding, differences: &Differences) -> El {
    let figures = figures(comparing);
    let said = differences.lead.is_some().then(|| {
        let text = format!("{} {}", finding.headline, finding.detail);
        el("p").text(text.trim())
    });
    let summary = el("summary")
        .child(span("", &figures.line))
        .text(" ")
        .child(span("more", "How this is counted"));
    classed("details", "counted").child(summary).child(
        classed("div", "sheet")
            .children(said)
            .child(tally(&figures))
            .child(how("how-link", "#figures", "More about the figures")),
    )
}

/// The figures, and how each is counted, as a table.
pub fn tally(figures: &Figures) -> El {
    let rows = figures.list.iter().map(|figure| {
        let cell = |side| {
            el("td")
                .child(el("b").text(figure.value.of(side)))
                .child(el("small").text(figure.how.of(side)))
        };
        el("tr")
            .child(el("th").attr("scope", "row").text(&figure.label))
            .children(Side::BOTH.map(cell))
    });
    let heads = Side::BOTH.map(|side| el("th").attr("scope", "col").text(side.letter()));
    classed("table", "tally")
        .child(el("thead").child(el("tr").child(el("td")).children(heads)))
        .child(el("tbody").children(rows))
}
