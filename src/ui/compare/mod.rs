//! The compare page: the two articles, what was found, and the texts in one of three views.
//!
//! | what | where |
//! |---|---|
//! | having the pair compared | `asking`, with what `unread` shows meanwhile |
//! | what is selected, which its parts share | `pair_state` |
//! | the names of elements | `ids` |
//! | where things lie: measured, kept level, placed in sections, kept before the eyes | `layout/` |
//! | how it is painted: texts, marks, selection, rulers, ribbon | `paint/` |
//! | the bar: sources, views, menu | `bar` with `pickers`, `popover`, `adjust`, `save` |
//! | finding; what differs; where nothing matches | `found`, `differs`, `nothing` |
//! | the views | `side`, `one`, `shared` |
//! | under the selected sentence | `drawer`, with the closest sentences, `near` |
//! | for a projector; a hand-out; the page on paper | `room`, `paper` |
//! | what stands before the program has come, as files of the build | `before` |
//!
//! They point one way: `paint` uses `layout`, and `layout` uses `pair_state`.

mod adjust;
mod asking;
mod bar;
#[cfg(not(target_arch = "wasm32"))]
mod before;
mod differs;
mod drawer;
mod found;
mod ids;
mod layout;
mod near;
mod nothing;
mod one;
mod paint;
mod pair_state;
mod paper;
mod pickers;
mod popover;
mod room;
mod save;
mod shared;
mod side;
mod unread;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use self::asking::{Asking, Face};
use self::layout::reading;
use self::layout::scroll_sync::Columns;
use self::paint::redraw;
use self::pair_state::{Only, PairState};
use super::browser;
use super::chrome::waiting;
use super::dom::{El, aloud, classed, el, live};
use super::keys::{Shortcut, listen};
use super::link::link;
use super::own::strip;
use super::site::Site;
use crate::state::{State, Subject, View, resolve};
use crate::view::{Two, chosen, heading, prompt};

pub use bar::{Slots, bar};
#[cfg(not(target_arch = "wasm32"))]
pub use before::{Before, before};
pub use unread::under_way;

/// Makes the boxes in which a comparison begins, beside the chosen articles. It is a parameter, so that neither module depends
/// on the other.
pub type Boxes = fn(Site, StoredValue<Two>) -> El;

/// The compare page.
pub fn compare(site: Site, boxes: Boxes, slots: Slots) -> Vec<El> {
    let asking = Asking::new(site);
    // A step to the next match that was requested before there were any matches.
    let early = StoredValue::new_local(None);
    let inside = classed("div", "inside").live(move || match asking.face() {
        Face::Nothing => {
            listen_early(site, early);
            if site.own.is_read_for(&site.state_now()) {
                Vec::new()
            } else {
                vec![waiting()]
            }
        }
        Face::Choose => {
            site.track_pair();
            let state = site.state_now();
            let subject = site.library(|library| resolve(&state, library).subject);
            choose(site, &subject, boxes)
        }
        Face::Unread(articles) => {
            listen_early(site, early);
            unread::unread(asking, site, &articles)
        }
        Face::Found(_) => {
            let Some(pair) = PairState::new(site, asking, reading::leave) else {
                return Vec::new();
            };
            if let Some(shortcut) = early.try_update_value(Option::take).flatten() {
                browser::next_frame(move || obey(pair, shortcut));
            }
            bar::fill(&slots, pair);
            texts_and_figures(pair, asking)
        }
    });
    framed(site, strip(site), inside).into()
}

/// The page's heading, and the page around what is found.
fn framed(site: Site, strip: El, inside: El) -> [El; 2] {
    let title = el("h1").class("aloud").live_text(move || {
        site.track_library();
        site.library(|library| site.with(|state| heading(library, state)))
    });
    // The colour of each source, for everything inside.
    let page = el("div").live_attr("class", move || {
        Some(format!("comparison {}", bar::coloured_by(site)))
    });
    // In One text, the stylesheet marks what only the second article has with its letters.
    let style = page.get::<web_sys::HtmlElement>();
    live(move || {
        site.track_library();
        site.track_pair();
        let sources = site.library(|library| chosen(library, &site.state_now()));
        let letters = sources.b.map_or_else(String::new, |source| source.letters);
        if let Some(element) = &style {
            let _ = element
                .style()
                .set_property("--letters-b", &format!("\"{letters}\""));
        }
    });
    [title, page.child(strip).child(inside)]
}

/// The keys that work while a pair is being compared. What needs its matches waits until they are there.
fn listen_early(site: Site, early: StoredValue<Option<Shortcut>, LocalStorage>) {
    listen(site, move |shortcut| match shortcut {
        Shortcut::Swap => site.go(site.state_now().swapped()),
        Shortcut::Pick => browser::focus(pickers::FIRST),
        Shortcut::View(view) => {
            let state = site.state_now();
            site.go(State { view, ..state });
        }
        Shortcut::Next | Shortcut::Previous => early.set_value(Some(shortcut)),
        Shortcut::CopyLink | Shortcut::Deselect => {}
    });
}

/// What is shown if there is no pair.
fn choose(site: Site, subject: &Subject, boxes: Boxes) -> Vec<El> {
    listen(site, move |shortcut| match shortcut {
        Shortcut::Swap => site.go(site.state_now().swapped()),
        Shortcut::Pick => browser::focus(pickers::FIRST),
        _ => {}
    });
    let state = site.state_now();
    let prompt = site.library(|library| prompt(subject, &state, library));
    let section = prompt.map(|prompt| {
        let offers = prompt
            .offers
            .into_iter()
            .map(|(label, to)| el("li").child(link(site, "", to).text(&label)));
        let given = [&state.a, &state.b].map(|id| {
            let known = site.library(|library| library.get(id).is_some());
            known.then(|| id.clone())
        });
        // One article on both sides counts as one choice.
        let given = StoredValue::new(match given {
            [Some(a), Some(b)] if a == b => [Some(a), None],
            given => given,
        });
        classed("section", "empty")
            .child(el("h2").text(&prompt.headline))
            .child(el("p").text(&prompt.detail))
            .child(boxes(site, given))
            .child(classed("ul", "offers").children(offers))
    });
    section.into_iter().collect()
}

/// The page of two articles that were compared.
fn texts_and_figures(pair: PairState, asking: Asking) -> Vec<El> {
    let site = pair.site;
    listen(site, move |shortcut| obey(pair, shortcut));
    let columns = Columns::new(pair);
    let only = |wanted| move || pair.only.get() == wanted;
    let stands = nothing::stands(pair);
    let views = classed("div", "views")
        .live_switch("hidden", stands)
        .live_class("only-both", only(Only::Both))
        .live_class("only-differs", only(Only::Differs))
        .live_class("only-alone", only(Only::Alone))
        .live_class("differing", move || pair.site.differing.get())
        .live_class("large", move || pair.large.get())
        .live(move || {
            vec![match pair.view() {
                View::Side => side::side(pair, columns),
                View::One => one::one(pair),
                View::Shared => shared::shared(pair),
            }]
        });
    let (home, drawer) = drawer::drawer(pair);
    watch_layout(pair, &views, &drawer);
    redraw::keep(pair, columns);
    vec![
        found::found(pair, stands),
        under_way(move || asking.waiting(), move || asking.press()),
        home,
        views,
        found::counted(pair),
        paper::paper(pair),
        aloud("").live_text(move || {
            let keys = site.single_keys.get();
            if keys {
                "Press ? for a list of keys."
            } else {
                ""
            }
            .to_owned()
        }),
    ]
}

/// Carries out a shortcut.
fn obey(pair: PairState, shortcut: Shortcut) {
    match shortcut {
        Shortcut::Next => pair.step(true),
        Shortcut::Previous => pair.step(false),
        Shortcut::View(view) => bar::show(pair, view),
        Shortcut::Swap => {
            let is_here = browser::is_focus_in("body *");
            pair.site.go(pair.site.state_now().swapped());
            // What had it may have been made anew.
            browser::next_frame(move || {
                if is_here && !browser::is_focus_in("body *") {
                    browser::focus("differs");
                }
            });
        }
        Shortcut::Pick => browser::focus(pickers::FIRST),
        Shortcut::CopyLink => bar::copy_link(pair),
        Shortcut::Deselect => drawer::deselect(pair),
    }
}

/// Measures everything again when the texts or the drawer change their size: the window was resized, a font arrived,
/// a fold was opened.
fn watch_layout(pair: PairState, texts: &El, drawer: &El) {
    // In the build nothing has a size.
    if !crate::IN_BROWSER {
        return;
    }
    let again: Box<dyn Fn()> = Box::new(move || pair.lay_out());
    let again = Closure::wrap(again);
    let observer = ResizeObserver::new(again.as_ref().unchecked_ref());
    if let (Ok(observer), Some(texts), Some(drawer)) = (
        observer,
        texts.get::<web_sys::Element>(),
        drawer.get::<web_sys::Element>(),
    ) {
        observer.observe(&texts);
        observer.observe(&drawer);
        let kept = StoredValue::new_local((observer, again));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    }
}
