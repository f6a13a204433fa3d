//! The frame of every page: skip link, brand, links to the pages, theme, notices, live region, foot.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlTextAreaElement, KeyboardEvent};

use super::browser;
use super::dom::{El, aloud, button, classed, el, span};
use super::icons::{CROSS, HALF, MARK, MOON, SUN, draw};
use super::keys::{LIST_ID, as_popover};
use super::link::{follow, href};
use super::site::{Site, Theme};
use crate::state::{NOT_ALL, Page, State};

/// The link that skips the head, for keyboard users.
pub fn skip() -> El {
    classed("a", "skip button")
        .attr("href", "#main")
        .text("Skip to the content")
        .on("click", |event| {
            // Not through the fragment, which would add an entry to the history.
            event.prevent_default();
            let found = browser::by_id("found").map_or("main", |_| "found");
            browser::focus(found);
        })
}

/// The head of the page. The compare page has a bar instead, with the same controls.
pub fn head(site: Site) -> El {
    classed("header", "top")
        .live_class("away", move || site.page() == Page::Compare)
        .child(brand(site))
        .children(rest(site))
}

/// The site's name, which links to its first page.
pub fn brand(site: Site) -> El {
    link_to(site, "brand", Page::Library, "")
        .child(draw(MARK))
        .child(span("", "Crossread"))
}

/// The pages, the theme and the help.
pub fn rest(site: Site) -> [El; 2] {
    let nav = classed("nav", "nav")
        .attr("aria-label", "Pages")
        .child(page_link(site, Page::Library, "Library"))
        .child(page_link(site, Page::Compare, "Compare"))
        .child(page_link(site, Page::Story, "Story"))
        .child(page_link(site, Page::Add, "Add"))
        .child(how("", "", "How it works"));
    let keys = button("button icon")
        .attr("aria-label", "Keys and help")
        .attr("aria-haspopup", "dialog")
        .attr("title", "Keys and help (?)")
        .text("?")
        .attr("popovertarget", LIST_ID)
        .on("click", move |_| {
            // Otherwise the browser opens and closes it.
            if browser::by_id(LIST_ID).is_none_or(|list| as_popover(&list).is_err()) {
                site.keys_open.set(true);
            }
        });
    [
        nav,
        classed("div", "end").child(theme_switch(site)).child(keys),
    ]
}

fn page_link(site: Site, page: Page, name: &str) -> El {
    link_to(site, "", page, name).live_attr("aria-current", move || {
        let here = site.with(|state| state.page == page);
        here.then(|| "page".to_owned())
    })
}

/// A link to the page that explains the site, or to a place in it. It is a separate page, without the program.
pub fn how(class: &str, place: &str, name: &str) -> El {
    classed("a", class)
        .attr("href", &format!("how.html{place}"))
        .text(name)
}

/// A link to a page. The link to Compare keeps the current pair.
fn link_to(site: Site, class: &str, page: Page, name: &str) -> El {
    let to = move |state: &State| match page {
        Page::Library | Page::Add | Page::Privacy => state.turned_to(page),
        Page::Story => state.story(),
        Page::Compare if state.page == Page::Compare => state.clone(),
        Page::Compare => state.compare(&state.a, &state.b),
    };
    classed("a", class)
        .text(name)
        .live_attr("href", move || Some(site.with(|state| href(&to(state)))))
        .on("click", move |event| {
            follow(site, event, to(&site.state_now()));
        })
}

fn theme_switch(site: Site) -> El {
    let name = move || match site.theme() {
        Theme::System => "Theme: as in the system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    button("button icon")
        .live_attr("aria-label", move || Some(name().to_owned()))
        .live_attr("title", move || Some(name().to_owned()))
        .live(move || {
            vec![draw(match site.theme() {
                Theme::System => HALF,
                Theme::Light => SUN,
                Theme::Dark => MOON,
            })]
        })
        .on("click", move |_| {
            site.choose_theme(site.theme().next());
            site.say(name());
        })
}

/// The notices: one about what could not be used of a link, and others. Each can be closed.
pub fn notices(site: Site) -> El {
    classed("div", "notices")
        .attr("role", "status")
        .live(move || {
            let row = |(place, text): (usize, String)| {
                let away = button("button bare icon")
                    .attr("aria-label", "Close this notice")
                    .child(draw(CROSS))
                    .on("click", move |_| {
                        site.dismiss(place);
                        browser::focus("main");
                    });
                classed("div", "notice").child(sentences(&text)).child(away)
            };
            site.notices().into_iter().enumerate().map(row).collect()
        })
}

/// One sentence as a paragraph; several, one per line, as a list with a heading.
fn sentences(text: &str) -> El {
    if !text.contains('\n') {
        return el("p").text(text);
    }
    let lines = text.split('\n').map(|line| el("li").text(line));
    el("div")
        .child(el("h2").text(NOT_ALL))
        .child(el("ul").children(lines))
}

/// The live region, the message about what was just done, and the text to copy by hand.
pub fn voice(site: Site) -> El {
    let said = aloud("")
        .attr("role", "status")
        .live_text(move || site.said.get());
    // Hidden from screen readers, which read the live region beside it.
    let toast = classed("div", "toast")
        .attr("aria-hidden", "true")
        .live_text(move || site.toast.get());
    el("div").child(said).child(toast).child(by_hand(site))
}

/// A field to copy from, if the browser does not let the page copy.
fn by_hand(site: Site) -> El {
    let field = el("textarea")
        .id("by-hand")
        .attr("readonly", "")
        .attr("rows", "3")
        .live_value(move || site.by_hand.get())
        .on("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") {
                event.stop_propagation();
                site.by_hand.set(String::new());
            }
        });
    let area = field.get::<HtmlTextAreaElement>();
    let done = button("button")
        .text("Done")
        .on("click", move |_| site.by_hand.set(String::new()));
    let label = el("label")
        .id("by-hand-name")
        .attr("for", "by-hand")
        .text("The browser did not let the page copy this. Copy it from here:");
    classed("div", "by-hand")
        .attr("role", "dialog")
        .attr("aria-labelledby", "by-hand-name")
        .live_switch("hidden", move || {
            let none = site.by_hand.with(String::is_empty);
            if let (false, Some(area)) = (none, area.clone()) {
                browser::next_frame(move || {
                    let _ = area.focus();
                    area.select();
                });
            }
            none
        })
        .child(label)
        .child(field)
        .child(done)
}

/// The foot of the page.
pub fn foot(site: Site) -> El {
    classed("footer", "foot")
        .child(el("p").text(
            "Everything is compared here, in your browser: no text leaves it, and nothing is counted or stored elsewhere. ",
        ).child(link_to(site, "", Page::Privacy, "What stays here, and what leaves")))
        .child(
            el("p")
                .text("The articles belong to their publishers. ")
                .child(how("", "", "How it works"))
                .text(" ")
                .child(el("a").attr("href", "licences.html").text("Licences")),
        )
}

/// What is shown while texts are being loaded.
pub fn waiting() -> El {
    classed("p", "waiting")
        .attr("role", "status")
        .text("Opening the texts…")
}
