//! The strip about own texts on the compare page: where they come from, whether they are kept, and the
//! buttons that keep them and the comparison.

use leptos::prelude::*;

use super::typing::Editing;
use super::{collected, keep, live};
use crate::library::Origin;
use crate::own::{Collection, Comparison};
use crate::state::{Side, write};
use crate::ui::browser;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::site::Site;
use crate::view::{chosen, named_title, size_note, whence};

/// The strip under the pickers, and the text that is being edited under it; empty if both articles ship with the
/// site.
pub fn strip(site: Site) -> El {
    let editing = Editing::new(String::new());
    let strip = classed("div", "own-strip").live(move || {
        // Keeping a text rebuilds its button, so the focus is put back on it.
        let here = browser::document().and_then(|document| document.active_element());
        let here = here
            .map(|element| element.id())
            .filter(|id| live::is_opener(id));
        if let Some(id) = here {
            browser::next_frame(move || browser::focus(&id));
        }
        said(site, editing)
    });
    el("div").child(strip).child(live::editor(site, editing))
}

fn said(site: Site, editing: Editing) -> Vec<El> {
    site.track_library();
    site.track_pair();
    site.own.changed.track();
    let state = site.state_now();
    let of = |id: &str| site.library(|library| library.get(id).map(|_| library.origin(id)));
    let origins = [of(&state.a), of(&state.b)];
    if origins
        .iter()
        .all(|one| matches!(one, None | Some(Origin::Shipped)))
    {
        return Vec::new();
    }
    let by_press = site.own.held().press.came.is_some();
    let said = whence(origins, by_press);
    let mut parts: Vec<El> = collected::back(site).into_iter().collect();
    if !said.is_empty() {
        parts.push(el("p").text(&said));
    }
    let length = |id: &str| site.library(|library| library.get(id).map_or(0, |one| one.text.len()));
    let long = size_note(length(&state.a) + length(&state.b));
    parts.extend(long.map(|said| el("p").text(&said)));
    let shared: Vec<String> = Side::BOTH
        .into_iter()
        .zip(origins)
        .filter(|(_, origin)| *origin == Some(Origin::Shared))
        .map(|(side, _)| match side {
            Side::A => state.a.clone(),
            Side::B => state.b.clone(),
        })
        .collect();
    if !shared.is_empty() {
        let label = if shared.len() > 1 {
            "Keep both"
        } else {
            "Keep"
        };
        parts.push(
            button("button")
                .text(label)
                .on("click", move |_| keep(site, shared.clone())),
        );
    }
    if origins.iter().all(Option::is_some) {
        parts.push(
            button("button")
                .text("Keep this comparison")
                .on("click", move |_| keep_comparison(site)),
        );
    }
    let mine = |origin| matches!(origin, Some(Origin::Kept | Origin::Visit));
    let openers = Side::BOTH.into_iter().zip(origins);
    let openers = openers.filter(|(_, origin)| mine(*origin));
    let sources = site.library(|library| chosen(library, &state));
    parts.extend(openers.map(|(side, _)| {
        let source = sources.of(side).as_ref();
        let name = source.map_or("", |source| &source.name);
        live::opener(site, editing, side, name)
    }));
    parts
}

fn keep(site: Site, ids: Vec<String>) {
    let articles = site.library(|library| {
        let of = |id: &String| Some(((**library.get(id)?).clone(), library.added(id)));
        ids.iter().filter_map(of).collect()
    });
    let new = Collection {
        articles,
        ..Collection::default()
    };
    keep::keep_and_say(site, new, "Kept in this browser");
}

/// Keeps the comparison as it is shown, and its texts that came with a link, without which it could not be shown.
fn keep_comparison(site: Site) {
    let state = site.state_now();
    let title = site.library(|library| named_title(library, &state));
    let title = title
        .strip_suffix(" — Crossread")
        .unwrap_or(&title)
        .to_owned();
    let articles = site.library(|library| {
        [&state.a, &state.b]
            .into_iter()
            .filter(|id| library.origin(id) == Origin::Shared)
            .filter_map(|id| Some(((**library.get(id)?).clone(), library.added(id))))
            .collect()
    });
    let new = Collection {
        articles,
        comparisons: vec![Comparison {
            title,
            link: write(&state),
            added: keep::now(),
        }],
        ..Collection::default()
    };
    keep::keep_and_say(site, new, "Kept: it is in the library");
}
