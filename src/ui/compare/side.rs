//! Side by side: two columns as one page, the ruler of each, and the ribbon between what is selected. On a phone,
//! only the first article; the counterpart of a sentence opens under it, and at the end is a button for the second
//! article.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::ids::{DRAWER, sentence_id, title_id};
use super::layout::reading::point;
use super::layout::scroll_sync::Columns;
use super::layout::sections::{self, Target};
use super::paint::marking::marker;
use super::paint::redraw::{near, sentence_under};
use super::paint::ribbon::ribbon;
use super::paint::ruler::{follow, ruler};
use super::paint::texts::{Text, column as column_of};
use super::pair_state::PairState;
use crate::state::Side;
use crate::ui::browser::{self, next_frame};
use crate::ui::dom::{El, aloud, button, classed, el, lang};
use crate::ui::site::Site;
use crate::view::{CHANGED_PLACES, Comparing, Whole, header, without_counterpart};

thread_local! {
    /// Whether the reader asked for the other article, and whether it has been shown without marks.
    static BEGINS: Cell<(bool, bool)> = const { Cell::new((false, false)) };
}

/// Both texts.
pub fn side(pair: PairState, columns: Columns) -> El {
    let (begins, shown) = BEGINS.take();
    if begins {
        next_frame(move || begin(pair.site, shown));
    }
    let scrolled = browser::frame(move || {
        columns.while_scrolling();
        follow();
    });
    browser::on_window("scroll", move |_| scrolled());
    let pages = classed("div", "pages").live(move || {
        let comparing = pair.comparing();
        let text = |side| {
            let text = Text::new(&comparing, Whole::Column(side));
            column_of(Some(marker(pair)), &header(&comparing, side), text)
        };
        if pair.site.narrow.get() {
            return vec![text(Side::A), ruler(pair, Side::A), other(pair, &comparing)];
        }
        vec![
            ruler(pair, Side::A),
            text(Side::A),
            classed("div", "mid"),
            text(Side::B),
            ruler(pair, Side::B),
            ribbon(),
        ]
    });
    touchable(pair, pages)
}

/// What a phone does not show of the second article, and the button that swaps the two.
pub fn other(pair: PairState, comparing: &Comparing) -> El {
    let header = header(comparing, Side::B);
    let title = classed("h2", "headline")
        .id(title_id(Side::B))
        .attr("dir", "auto")
        .maybe("lang", lang(&header.lang))
        .child(aloud(&format!("{}: ", comparing.name(Side::B))))
        .text(&header.title);
    let read = button("button read")
        .text(&format!("Read {}", comparing.name(Side::B)))
        .on("click", move |_| {
            BEGINS.set((true, false));
            pair.site.go(pair.site.state_now().swapped().with_at(None));
        });
    classed("section", "other")
        .attr("aria-labelledby", title_id(Side::B))
        .child(title)
        .child(el("p").text(&without_counterpart(comparing)))
        .child(read)
}

/// The same while the swapped articles are not compared yet.
pub fn begin_again(site: Site) {
    if BEGINS.get().0 {
        BEGINS.set((true, true));
        next_frame(move || begin(site, false));
    }
}

/// Moves to the beginning of the first article, which was the second. If the reader was there before and has read on, it is
/// only announced.
fn begin(site: Site, before: bool) {
    site.say(CHANGED_PLACES);
    let Some(title) = browser::by_id(title_id(Side::A)) else {
        return;
    };
    if before && title.get_bounding_client_rect().bottom() < 0.0 {
        return;
    }
    let _ = title.focus();
    title.scroll_into_view();
}

/// Makes the sentences inside an element respond to pointer and keys.
pub fn touchable(pair: PairState, texts: El) -> El {
    texts
        .on("click", move |event| {
            if browser::is_selecting() {
                return;
            }
            if let Some((side, index, _)) = sentence_under(event) {
                point(pair, side, index);
            }
        })
        .on("keydown", move |event| key(pair, event))
        .on("mouseover", move |event| near(pair, event))
        .on("mouseleave", move |event| near(pair, event))
}

/// Enter and space select a sentence; Enter on the selected one moves to the drawer; the arrows go from sentence to
/// sentence.
fn key(pair: PairState, event: &Event) {
    let (Some(event), Some((side, index, element))) =
        (event.dyn_ref::<KeyboardEvent>(), sentence_under(event))
    else {
        return;
    };
    // Keys pressed on something inside a sentence, such as the drawer under it, are not for the sentence.
    if browser::target(event).is_none_or(|target| target != element) {
        return;
    }
    let to = match event.key().as_str() {
        "Enter" if pair.selection().holds(side, index) => {
            event.prevent_default();
            browser::focus(DRAWER);
            return;
        }
        "Enter" | " " => {
            event.prevent_default();
            point(pair, side, index);
            return;
        }
        "ArrowDown" => index.checked_add(1),
        "ArrowUp" => index.checked_sub(1),
        _ => return,
    };
    if let Some(next) = to.and_then(|to| {
        sections::place(Target::Sentence(side, to));
        browser::by_id(&sentence_id(side, to))
    }) {
        event.prevent_default();
        let _ = next.focus();
    }
}
