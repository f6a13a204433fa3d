//! The row of controls: the view, the kinds with their counts, from match to match, what is adjusted
//! seldom, the comparison as a file, and the link to what is shown.

use crossread_engine::Kind;

use super::adjust::adjust;
use super::desk::{Desk, Reveal};
use super::save::save;
use super::texts::kind_class;
use crate::state::View;
use crate::ui::dom::{El, aloud, button, classed, el, span};
use crate::ui::icons::{BACK, CHAIN, FORTH, Icon, draw};
use crate::ui::own;
use crate::view::{Chip, view_word};

/// The row of controls.
pub fn bar(desk: Desk) -> El {
    let copy = button("button copy")
        .attr("title", "Copy the link to what you see (c)")
        .attr("aria-label", "Copy link")
        .child(draw(CHAIN))
        .child(span("", "Copy link"))
        .on("click", move |_| copy_link(desk));
    // Two halves: on a phone only the second stays at hand while the text scrolls.
    let ways = classed("div", "ways")
        .child(views(desk))
        .child(legend(desk));
    let tools = classed("div", "tools")
        .child(stepper(desk))
        .child(adjust(desk))
        .child(save(desk))
        .child(copy);
    group("bar", "Controls").child(ways).child(tools)
}

fn group(class: &str, name: &str) -> El {
    classed("div", class)
        .attr("role", "group")
        .attr("aria-label", name)
}

/// Copies the link to what is shown.
pub fn copy_link(desk: Desk) {
    let link = desk.link(desk.site.state_now().at);
    own::copy_link(desk.site, link, "Link copied");
}

fn views(desk: Desk) -> El {
    let buttons = View::ALL.into_iter().map(|view| {
        button("")
            .text(view_word(view))
            .live_flag("aria-pressed", move || {
                desk.site.with(|state| state.view == view)
            })
            .on("click", move |_| show(desk, view))
    });
    group("segments", "View").children(buttons)
}

/// Shows the pair in another way; what is in hand is brought before the eyes there too, else what one was reading.
pub fn show(desk: Desk, view: View) {
    let mut to = desk.site.state_now();
    if to.view != view {
        desk.set_reveal(match to.at {
            Some(_) => Reveal::AtOnce,
            None => Reveal::Here(3),
        });
        desk.site.say(view_word(view));
    }
    to.view = view;
    desk.site.go(to);
}

fn legend(desk: Desk) -> El {
    let site = desk.site;
    let kinds = Kind::ALL.into_iter().enumerate().map(|(place, kind)| {
        let chip = move || -> Option<Chip> { desk.filters().kinds.get(place).cloned() };
        let on = move || site.with(|state| state.kinds.has(kind));
        let count = move || chip().map_or(0, |chip| chip.count);
        button(kind_class(kind))
            .child(el("i").live_text(move || chip().map(|chip| chip.label).unwrap_or_default()))
            .text(" ")
            .child(span("", "").live_text(move || count().to_string()))
            .live_flag("aria-pressed", on)
            .live_switch("disabled", move || count() == 0)
            .live_attr("title", move || {
                Some(if on() { "Shown: hide" } else { "Hidden: show" }.to_owned())
            })
            .on("click", move |_| {
                if let Some(chip) = chip() {
                    site.go(chip.to);
                }
            })
    });
    let unique = span("plain", "")
        .child(
            span("", "")
                .attr("aria-hidden", "true")
                .live_attr("title", move || Some(desk.filters().unique_spoken.clone()))
                .live_text(move || desk.filters().unique.clone()),
        )
        .child(aloud("").live_text(move || desk.filters().unique_spoken.clone()));
    group("legend", "Kinds of match shown")
        .children(kinds)
        .child(unique)
}

fn stepper(desk: Desk) -> El {
    let step = move |name: &str, title: &str, icon: Icon, forth: bool| {
        button("")
            .attr("aria-label", name)
            .attr("title", title)
            .child(draw(icon))
            .live_switch("disabled", move || desk.marks().order().is_empty())
            .on("click", move |_| desk.step(forth))
    };
    group("step", "From match to match")
        .child(step(
            "The match before",
            "The match before (k)",
            BACK,
            false,
        ))
        .child(span("where", "").live_text(move || desk.marks().position(desk.hand())))
        .child(step("The next match", "The next match (j)", FORTH, true))
}
