//! The first page: what the site does, shown with an example, beside the boxes in which a comparison begins; the articles,
//! of which the reader can choose two; and the pairs with what they share.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::begin::boxes;
use super::compare::{kind_class, trimmed};
use super::dom::{El, aloud, button, classed, el, span};
use super::keys;
use super::link::link;
use super::own;
use super::site::Site;
use crate::boot;
use crate::state::{Page, State};
use crate::storage::{Memory, recall};
use crate::view::{ArticleRow, INTRO, Op, PairRow, Two, library_page, specimen as specimen_of};

/// The two that are chosen so far: their ids, in the order of choosing.
#[derive(Clone, Copy)]
struct Chosen {
    ids: StoredValue<Two>,
    changed: Trigger,
}

impl Chosen {
    fn get(self) -> Two {
        self.changed.track();
        self.ids.get_value()
    }

    fn toggle(self, id: &str) {
        self.ids.update_value(|chosen| toggle(chosen, id));
        self.changed.notify();
    }
}

/// The library page.
pub fn front(site: Site) -> Vec<El> {
    keys::listen(site, |_| {});
    let chosen = Chosen {
        ids: StoredValue::new([None, None]),
        changed: Trigger::new(),
    };
    let promise = classed("div", "promise")
        .child(el("h1").text("Two reports, one story. See where they differ."))
        .child(classed("p", "intro").text(INTRO));
    let inside = classed("div", "in")
        .child(promise)
        .child(boxes(site, move || chosen.get()))
        .children(specimen(site));
    let hero = classed("div", "hero").child(inside);
    let shelves = classed("div", "front").live(move || {
        // What is the reader's own comes first. It takes a moment to be read, and must not push away what one looks at.
        let any = site.library(|library| library.own_ones().next().is_some());
        let own_first = any || recall(Memory::Own).is_some();
        if own_first && !own::is_read(site) {
            return Vec::new();
        }
        let own = own::shelf(
            site,
            move |row| article(row, chosen),
            move |row| pair(site, row),
        );
        let [articles, pairs] = shipped(site, chosen);
        let tray = tray(site, chosen);
        if own_first {
            vec![own, articles, tray, pairs]
        } else {
            vec![articles, own, tray, pairs]
        }
    });
    vec![hero, warming(shelves)]
}

/// What the site ships with: the articles, and every pair of them.
fn shipped(site: Site, chosen: Chosen) -> [El; 2] {
    let page = site.library(|library| library_page(library, &site.state_now()));
    let articles = page.articles.iter();
    let articles = classed("ul", "articles")
        .children(articles.map(|row| el("li").child(article(row, chosen))));
    let pairs = classed("ol", "pairs").children(page.pairs.iter().map(|row| pair(site, row)));
    let shelf = |id: &str, title: &str, note: &str| {
        let head = el("header")
            .child(el("h2").id(id).text(title))
            .child(el("p").text(note));
        classed("section", "shelf")
            .attr("aria-labelledby", id)
            .child(head)
    };
    let to_story = link(site, "more", site.state_now().turned_to(Page::Story));
    let articles_shelf = shelf(
        "articles-name",
        &page.articles_title,
        "Choose two to compare them.",
    )
    .child(articles)
    .child(to_story.text("Read them all as one story"));
    let pairs_shelf = shelf("pairs-name", &page.pairs_title, &page.pairs_note).child(pairs);
    [articles_shelf, pairs_shelf]
}

/// Whoever points at an article or a pair is about to compare, and what is the reader's own takes a
/// worker: it may come meanwhile.
#[cfg(feature = "own")]
fn warming(front: El) -> El {
    let warm = |_: &web_sys::Event| crate::worker::warm();
    front.on("pointerover", warm).on("focusin", warm)
}

/// About what the site ships the build has answered.
#[cfg(not(feature = "own"))]
fn warming(front: El) -> El {
    front
}

/// An article, which can be chosen.
fn article(row: &ArticleRow, chosen: Chosen) -> El {
    let lang = super::compare::lang(&row.lang);
    let id: Arc<str> = row.id.as_str().into();
    let own = id.clone();
    let letter = move || {
        chosen
            .get()
            .iter()
            .position(|one| one.as_deref() == Some(&*own))
    };
    let chosen_as = letter.clone();
    let choice = span("choice", "")
        .attr("aria-hidden", "true")
        .live_text(move || {
            let letter = match letter() {
                Some(0) => "A",
                Some(_) => "B",
                None => "",
            };
            letter.to_owned()
        });
    let title = span("title", &row.title)
        .attr("dir", "auto")
        .maybe("lang", lang);
    let facts = [&row.publisher, &row.date, &row.words].map(|fact| span("", fact));
    button("card")
        .live_flag("aria-pressed", move || chosen_as().is_some())
        .on("click", move |_| chosen.toggle(&id))
        .child(choice)
        .child(title)
        .child(span("facts", "").children(facts))
}

/// Chooses an article or takes it back; a third takes the place of the second.
fn toggle(chosen: &mut Two, id: &str) {
    let [first, second] = chosen;
    if first.as_deref() == Some(id) {
        *first = None;
    } else if second.as_deref() == Some(id) {
        *second = None;
    } else if first.is_none() {
        *first = Some(id.to_owned());
    } else {
        *second = Some(id.to_owned());
    }
}

/// What is chosen so far, and the way on.
fn tray(site: Site, chosen: Chosen) -> El {
    // What is here no more is chosen no more.
    let title = move |side: usize| {
        site.track_library();
        let id = chosen.get().get(side).cloned().flatten()?;
        site.library(|library| Some((library.get(&id)?.title.value.to_string(), id)))
    };
    let slot = move |side: usize| {
        let words = move || match title(side) {
            Some((title, _)) => title,
            None => "choose another, or paste a text".to_owned(),
        };
        classed("span", "slot")
            .live_class("filled", move || title(side).is_some())
            .child(classed("b", "letter").text(if side == 0 { "A" } else { "B" }))
            .child(span("", "").attr("dir", "auto").live_text(words))
    };
    let both = move || Some((title(0)?.1, title(1)?.1));
    let go = button("button strong")
        .text("Compare these two")
        .live_switch("disabled", move || both().is_none())
        .on("click", move |_| {
            if let Some((a, b)) = both() {
                site.go(site.state_now().compare(&a, &b));
            }
        });
    super::dom::live(move || match chosen.get() {
        [Some(_), Some(_)] => site.say("Two articles are chosen. Compare is ready."),
        [None, None] => {}
        _ => site.say("One article is chosen. Choose another."),
    });
    classed("div", "tray")
        .live_switch("hidden", move || chosen.get() == [None, None])
        .child(slot(0))
        .child(slot(1))
        .child(go)
}

/// A pair with what it shares: the share of each side as a bar, both from the middle outwards, a full one the whole text.
fn pair(site: Site, row: &PairRow) -> El {
    let (of_a, of_b) = row.percent;
    let track = |class: &str, percent: u32| {
        let bar = el("i");
        if let Some(bar) = bar.get::<HtmlElement>() {
            let width = format!("{percent}%");
            let _ = bar.style().set_property("width", &width);
        }
        span(class, "").child(bar)
    };
    let percent = |percent: u32| span("percent", &format!("{percent}%"));
    let bars = if row.compared {
        span("bars", "")
            .attr("aria-hidden", "true")
            .child(percent(of_a))
            .child(track("track from", of_a))
            .child(track("track to", of_b))
            .child(percent(of_b))
    } else {
        span("not-yet", &row.share).attr("aria-hidden", "true")
    };
    let class = if row.compared && of_a + of_b == 0 {
        "pair-row nothing"
    } else {
        "pair-row"
    };
    let mut link = link(site, class, row.to.clone())
        .child(span("of", &row.title_a).attr("dir", "auto"))
        .child(aloud(" and "))
        .child(bars)
        .child(span("of", &row.title_b).attr("dir", "auto"))
        .child(aloud(&format!(": {}. ", row.share)))
        .child(span("kinds", &row.found));
    if row.compared {
        // The build has compared it. Whoever points at it is about to open it: the answer may come meanwhile.
        for event in ["pointerover", "focusin"] {
            let State { a, b, .. } = row.to.clone();
            link = link.on(event, move |_| drop(boot::answer(&a, &b)));
        }
    }
    el("li").child(link)
}

/// One match of two articles, as an example of what the site does.
fn specimen(site: Site) -> Option<El> {
    let specimen = site.library(|library| specimen_of(library, &site.state_now()))?;
    let kind = kind_class(specimen.kind);
    // The words of its own are marked in each.
    let words = |first: bool| {
        let sentence = classed("span", "s");
        specimen.diff.iter().fold(sentence, |into, part| {
            let text = if first { &part.a } else { &part.b };
            match part.op {
                Op::Equal => into.text(text),
                _ if text.trim().is_empty() => into.text(text),
                _ => {
                    let (before, words, after) = trimmed(text);
                    let marked = into.text(before).child(el("mark").text(words));
                    marked.text(after)
                }
            }
        })
    };
    let quote = |letter: &str, sentence: El, title: &str| {
        el("blockquote")
            .child(classed("b", "letter").text(letter))
            .child(el("p").child(sentence).child(span("from", title)))
    };
    let name = span("kind", "")
        .child(span(&format!("swatch {kind}"), ""))
        .text(&specimen.title);
    let more = link(site, "more", specimen.to).text("See it in both articles");
    let figure = classed("figure", "specimen")
        .attr("aria-label", "An example")
        .child(quote("A", words(true), &specimen.a.1))
        .child(quote("B", words(false), &specimen.b.1))
        .child(el("figcaption").child(name).child(more));
    Some(figure)
}

#[cfg(test)]
mod tests {
    use super::toggle;

    #[test]
    fn choosing_fills_a_then_b_and_a_third_replaces_the_second() {
        let mut chosen = [None, None];
        let mut seen = Vec::new();
        for id in ["d", "e", "f", "d", "f", "c"] {
            toggle(&mut chosen, id);
            let [a, b] = &chosen;
            let name = |one: &Option<String>| one.clone().unwrap_or("-".to_owned());
            seen.push(name(a) + &name(b));
        }
        assert_eq!(seen, ["d-", "de", "df", "-f", "--", "c-"]);
    }
}
