//! The two sources as chips, and the swap between them. Each chip contains a native list, because that works with
//! every keyboard, touch screen and screen reader; the chip shows the source's short name.

use crate::state::Side;
use crate::ui::dom::{El, aloud, button, classed, el, span, value_of};
use crate::ui::icons::{SWAP, draw};
use crate::ui::site::Site;
use crate::view::{PickerOption, chosen, coloured, picker};

/// The id of the first picker, which a shortcut focuses.
pub const FIRST: &str = "pick-a";

/// Both pickers and the swap.
pub fn pickers(site: Site) -> El {
    let swap = button("button icon")
        .attr("aria-label", "Swap the two articles")
        .attr("title", "Swap the two articles (s)")
        .child(draw(SWAP))
        .on("click", move |_| site.go(site.state_now().swapped()));
    classed("section", "pair")
        .attr("aria-label", "The two articles")
        .child(one(site, Side::A))
        .child(swap)
        .child(one(site, Side::B))
}

/// A source's two letters on its colour. It is decoration, since the name is beside it.
pub fn disc(side: Side, letters: &str) -> El {
    classed("span", &format!("disc {}", coloured(side)))
        .text(letters)
        .attr("aria-hidden", "true")
}

fn one(site: Site, side: Side) -> El {
    let (id, name) = match side {
        Side::A => (FIRST, "First article, "),
        Side::B => ("pick-b", "Second article, "),
    };
    let option = |value: &str, label: &str| {
        el("option")
            .attr("value", value)
            .attr("dir", "auto")
            .text(label)
    };
    let source = move || {
        site.track_library();
        site.track_pair();
        site.library(|library| chosen(library, &site.state_now()))
            .of(side)
            .clone()
    };
    let list = el("select")
        .id(id)
        .live(move || {
            site.track_library();
            let offers = site.library(|library| picker(library, &site.state_now(), side));
            let offer = |offer: &PickerOption| {
                // As an attribute too, since a rebuilt list has nothing chosen.
                let chosen = offer.chosen.then_some("");
                option(&offer.id, &offer.label).maybe("selected", chosen)
            };
            let (own, shipped): (Vec<_>, Vec<_>) = offers.iter().partition(|offer| offer.own);
            let group = |name: &str, offers: &[&PickerOption]| {
                let offers = offers.iter().map(|one| offer(one));
                el("optgroup").attr("label", name).children(offers)
            };
            let none = option("", "Choose an article").attr("disabled", "");
            if own.is_empty() {
                let offers = shipped.iter().map(|one| offer(one));
                return [none].into_iter().chain(offers).collect();
            }
            vec![
                none,
                group("Your texts", &own),
                group("The library", &shipped),
            ]
        })
        .live_value(move || {
            site.track_library();
            let chosen = site.with(|state| match side {
                Side::A => state.a.clone(),
                Side::B => state.b.clone(),
            });
            let known = site.library(|library| library.get(&chosen).is_some());
            if known { chosen } else { String::new() }
        })
        .on("change", move |event| {
            let id = value_of(event);
            let offers = site.library(|library| picker(library, &site.state_now(), side));
            if let Some(offer) = offers.into_iter().find(|offer| offer.id == id) {
                site.go(offer.to);
            }
        });
    let heard = move || source().map_or_else(String::new, |source| source.name);
    let label = el("label")
        .attr("for", id)
        .child(aloud("").live_text(move || format!("{name}{}", heard())));
    let face = classed("span", "face")
        .attr("aria-hidden", "true")
        .live(move || match source() {
            Some(source) => vec![
                disc(side, &source.letters),
                span("name", &source.name).attr("dir", "auto"),
            ],
            None => vec![span("name", "Choose an article")],
        });
    classed("div", &format!("pick {}", coloured(side)))
        .child(label)
        .child(face)
        .child(list)
}
