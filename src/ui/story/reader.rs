//! One article in full width, with the others in its margin.

use leptos::prelude::*;

use super::parts::{Part, Shown, marked, turned};
use crate::state::{At, Only, State};
use crate::ui::dom::{El, aloud, classed, el, lang, span};
use crate::ui::link::{follow, href, link};
use crate::view::{Held, Note, Passage, reading_of, story_read};

/// The article that the state names.
pub fn reader(shown: &Shown) -> El {
    let site = shown.site;
    let of = turned(site, Part::Reading);
    let shown = shown.clone();
    classed("article", "reader").live(move || {
        of.track();
        let state = site.state_now();
        let Some(read) = story_read(&shown.telling, &shown.rows, &state) else {
            return Vec::new();
        };
        let head = shown.head(read.article);
        let back = State {
            reads: false,
            only: Only::Any,
            at: None,
            ..state.clone()
        };
        let choices = (0..shown.heads.len()).map(|place| {
            let current = (place == read.article).then_some("true");
            link(site, "", reading_of(&state, place))
                .maybe("aria-current", current)
                .child(shown.disc(place))
        });
        let only = |only: Only, name: &str| {
            let on = state.only == only;
            let to = State {
                only: if on { Only::Any } else { only },
                ..state.clone()
            };
            link(site, "turn", to)
                .maybe("aria-current", on.then_some("true"))
                .text(name)
        };
        let top = classed("header", "reader-head")
            .child(link(site, "back", back).text("The whole story"))
            .child(
                el("h2")
                    .attr("dir", "auto")
                    .maybe("lang", lang(&head.lang))
                    .text(&head.title),
            )
            .child(
                classed("p", "from")
                    .child(shown.named(read.article))
                    .child(span("when", &head.when)),
            )
            .child(classed("p", "aside").text(&read.line))
            .child(
                classed("p", "story-controls")
                    .child(only(Only::Here, "Only here"))
                    .child(only(Only::All, "In all")),
            )
            .child(
                classed("nav", "to-pairs")
                    .attr("aria-label", "Read another article")
                    .children(choices),
            );
        let class = match state.only {
            Only::Any => "reading",
            Only::Here => "reading only-here",
            Only::All => "reading only-all",
        };
        let text = classed("div", class)
            .attr("dir", "auto")
            .maybe("lang", lang(&head.lang));
        let paragraphs = read
            .paragraphs
            .iter()
            .flat_map(|one| paragraph(&shown, one, &state));
        vec![top, text.children(paragraphs)]
    })
}

/// A paragraph, and below it the words of the others if one of its sentences is open.
fn paragraph(shown: &Shown, passages: &[Passage], state: &State) -> Vec<El> {
    let text = el("p").children(passages.iter().flat_map(|one| passage(shown, one, state)));
    let opened = passages.iter().filter_map(|one| match &one.held {
        Held::Told(note) => theirs(shown, note),
        _ => None,
    });
    [text].into_iter().chain(opened).collect()
}

fn passage(shown: &Shown, passage: &Passage, state: &State) -> Vec<El> {
    let site = shown.site;
    let sentence = |class: &str| span(class, &passage.text);
    match &passage.held {
        Held::Unsaid => vec![sentence("unsaid")],
        Held::Near => vec![sentence("near")],
        Held::Alone => vec![sentence("alone-here").child(aloud(" (only here)"))],
        Held::Told(note) => {
            let to = toggled(state, note.at);
            let class = match (note.values.is_empty(), note.in_all) {
                (true, false) => "told",
                (true, true) => "told in-all",
                (false, false) => "told differs",
                (false, true) => "told differs in-all",
            };
            let text = sentence(class).on("click", move |event| follow(site, event, to.clone()));
            vec![beside(shown, note, state), text]
        }
    }
}

/// The state in which a sentence is opened, or closed again.
fn toggled(state: &State, at: At) -> State {
    let place = match at {
        At::Pair(place, _) | At::A(place) | At::B(place) => place,
    };
    let is_open = state.at == Some(at);
    state.with_at(Some(if is_open { At::A(place) } else { at }))
}

/// The margin of a sentence.
fn beside(shown: &Shown, note: &Note, state: &State) -> El {
    let to = toggled(state, note.at);
    let values = note.values.iter().map(|(place, text, how)| {
        span("instead", "")
            .child(shown.disc(*place))
            .child(super::parts::sign(*how))
            .child(span("", text).attr("dir", "auto"))
    });
    let site = shown.site;
    classed("a", "beside")
        .attr("role", "button")
        .attr("href", &href(&to))
        .attr(
            "aria-expanded",
            if note.opened.is_some() {
                "true"
            } else {
                "false"
            },
        )
        .on("click", move |event| follow(site, event, to.clone()))
        .child(shown.discs(&note.articles))
        .child(span("line", &note.line))
        .children(values)
}

/// The others' words.
fn theirs(shown: &Shown, note: &Note) -> Option<El> {
    let opened = note.opened.as_ref()?;
    let silent: Vec<usize> = (0..shown.heads.len())
        .filter(|place| !note.articles.contains(place) && !is_own(note.at, *place))
        .collect();
    let one = |one: &crate::view::Theirs| {
        let head = shown.head(one.article);
        let to = link(shown.site, "", one.to.clone())
            .text("Compare")
            .child(aloud(&format!(" with {}", head.name)));
        el("li")
            .child(
                classed("p", "from")
                    .child(shown.named(one.article))
                    .child(span("when", &head.when))
                    .child(to),
            )
            .child(
                el("div")
                    .attr("class", &head.disc)
                    .child(marked(&one.pieces, &head.lang)),
            )
    };
    let nothing = (!silent.is_empty()).then(|| {
        classed("p", "note")
            .child(shown.discs(&silent))
            .text(" say nothing about it, as far as the words show")
    });
    Some(
        classed("aside", "opened")
            .attr("aria-label", "What the others say")
            .child(classed("ol", "sayings").children(opened.iter().map(one)))
            .children(nothing),
    )
}

fn is_own(at: At, place: usize) -> bool {
    matches!(at, At::Pair(own, _) | At::A(own) if own as usize == place)
}
