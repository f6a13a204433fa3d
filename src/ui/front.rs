//! The front door: what the site does, shown on an example of its own; the articles, two of which can be
//! chosen; and the pairs with what they share.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::compare::{diff, kind_class};
use super::dom::{El, aloud, button, classed, el, span};
use super::keys;
use super::link::link;
use super::site::Site;
use crate::view::{ArticleRow, PairRow, library_page, specimen as specimen_of};
use crate::worker;

/// The two that are chosen so far: their places in the list, in the order of choosing.
#[derive(Clone, Copy)]
struct Chosen {
    places: StoredValue<[Option<usize>; 2]>,
    changed: Trigger,
}

impl Chosen {
    fn get(self) -> [Option<usize>; 2] {
        self.changed.track();
        self.places.get_value()
    }

    fn toggle(self, place: usize) {
        self.places.update_value(|chosen| toggle(chosen, place));
        self.changed.notify();
    }
}

/// The library page.
pub fn front(site: Site) -> Vec<El> {
    keys::listen(site, |_| {});
    let page = site.library(|library| library_page(library, &site.state_now()));
    let chosen = Chosen {
        places: StoredValue::new([None, None]),
        changed: Trigger::new(),
    };
    let hero = classed("section", "hero")
        .child(el("h1").text("Compare how sources tell the same story"))
        .child(classed("p", "intro").text(&page.intro));
    let specimen = specimen(site);
    let articles = classed("ul", "articles").children(
        page.articles
            .iter()
            .enumerate()
            .map(|(place, row)| article(row, place, chosen)),
    );
    let most = page
        .pairs
        .iter()
        .map(|row| row.percent.0.max(row.percent.1))
        .fold(1, u32::max);
    let pairs = classed("ol", "pairs").children(page.pairs.iter().map(|row| pair(site, row, most)));
    let shelf = |id: &str, title: &str, note: &str| {
        let head = el("header")
            .child(el("h2").id(id).text(title))
            .child(el("p").text(note));
        classed("section", "shelf")
            .attr("aria-labelledby", id)
            .child(head)
    };
    let articles_shelf = shelf(
        "articles-name",
        &page.articles_title,
        "Choose two to compare them.",
    )
    .child(articles)
    .child(tray(site, chosen, page.articles));
    let pairs_shelf = shelf("pairs-name", &page.pairs_title, &page.pairs_note).child(pairs);
    // Whoever points at an article or a pair is about to compare: the worker may come meanwhile.
    let warm = |_: &web_sys::Event| worker::warm();
    let front = classed("div", "front")
        .on("pointerover", warm)
        .on("focusin", warm)
        .child(hero)
        .children(specimen)
        .child(articles_shelf)
        .child(pairs_shelf);
    vec![front]
}

/// An article, which can be chosen.
fn article(row: &ArticleRow, place: usize, chosen: Chosen) -> El {
    let lang = super::compare::lang(&row.lang);
    let letter = move || chosen.get().iter().position(|one| *one == Some(place));
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
    let opening =
        (!row.opening.is_empty()).then(|| span("opening", &row.opening).maybe("lang", lang));
    let words = span("words", "")
        .child(span("title", &row.title).maybe("lang", lang))
        .children(opening);
    let facts = [&row.publisher, &row.date, &row.words].map(|fact| span("", fact));
    let card = button("card")
        .live_flag("aria-pressed", move || letter().is_some())
        .on("click", move |_| chosen.toggle(place))
        .child(choice)
        .child(words)
        .child(span("facts", "").children(facts));
    el("li").child(card)
}

/// Chooses an article or takes it back; a third takes the place of the second.
fn toggle(chosen: &mut [Option<usize>; 2], place: usize) {
    let [first, second] = chosen;
    if *first == Some(place) {
        *first = None;
    } else if *second == Some(place) {
        *second = None;
    } else if first.is_none() {
        *first = Some(place);
    } else {
        *second = Some(place);
    }
}

/// What is chosen so far, and the way on.
fn tray(site: Site, chosen: Chosen, rows: Vec<ArticleRow>) -> El {
    let rows = StoredValue::new_local(rows);
    let slot = move |side: usize| {
        let row = move || chosen.get().get(side).copied().flatten();
        let title = move || {
            let title = row().and_then(|place| {
                rows.with_value(|rows| rows.get(place).map(|row| row.title.clone()))
            });
            title.unwrap_or_else(|| "choose an article above".to_owned())
        };
        classed("span", "slot")
            .live_class("filled", move || row().is_some())
            .child(classed("b", "letter").text(if side == 0 { "A" } else { "B" }))
            .child(span("", "").live_text(title))
    };
    let both = move || match chosen.get() {
        [Some(a), Some(b)] => Some((a, b)),
        _ => None,
    };
    let go = button("button strong")
        .text("Compare")
        .live_switch("disabled", move || both().is_none())
        .on("click", move |_| {
            let ids = rows.with_value(|rows| {
                let (a, b) = both()?;
                Some((rows.get(a)?.id.clone(), rows.get(b)?.id.clone()))
            });
            if let Some((a, b)) = ids {
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

/// A pair with what it shares: the share of each side as a bar, both from the middle outwards.
fn pair(site: Site, row: &PairRow, most: u32) -> El {
    let (of_a, of_b) = row.percent;
    let track = |class: &str, percent: u32| {
        let bar = el("i");
        if let Some(bar) = bar.get::<HtmlElement>() {
            let width = format!("{}%", percent * 100 / most);
            let _ = bar.style().set_property("width", &width);
        }
        span(class, "").child(bar)
    };
    let percent = |percent: u32| span("percent", &format!("{percent}%"));
    let bars = span("bars", "")
        .attr("aria-hidden", "true")
        .child(percent(of_a))
        .child(track("track from", of_a))
        .child(track("track to", of_b))
        .child(percent(of_b));
    let class = if of_a + of_b == 0 {
        "pair-row nothing"
    } else {
        "pair-row"
    };
    let link = link(site, class, row.to.clone())
        .child(span("of", &row.title_a))
        .child(aloud(" and "))
        .child(bars)
        .child(span("of", &row.title_b))
        .child(aloud(&format!(": {}. ", row.share)))
        .child(span("kinds", &row.found));
    el("li").child(link)
}

/// One match of two articles, as an example of what the site does.
fn specimen(site: Site) -> Option<El> {
    let specimen = site.library(|library| specimen_of(library, &site.state_now()))?;
    let kind = kind_class(specimen.kind);
    let quote = |letter: &str, (text, title): &(String, String)| {
        let text = el("p")
            .child(span(&format!("s {kind}"), text))
            .child(span("from", title));
        el("blockquote")
            .child(classed("b", "letter").text(letter))
            .child(text)
    };
    let name = span("kind", "")
        .child(span(&format!("swatch {kind}"), ""))
        .text(&specimen.title);
    let more = link(site, "more", specimen.to).text("See it in both articles");
    let caption = el("figcaption")
        .child(name)
        .child(diff(&specimen.diff))
        .child(more);
    let figure = classed("figure", "specimen")
        .attr("aria-label", "An example")
        .child(quote("A", &specimen.a))
        .child(quote("B", &specimen.b))
        .child(caption);
    Some(figure)
}

#[cfg(test)]
mod tests {
    use super::toggle;

    #[test]
    fn choosing_fills_a_then_b_and_a_third_replaces_the_second() {
        let mut chosen = [None, None];
        let mut seen = Vec::new();
        for place in [4, 5, 6, 4, 6, 3] {
            toggle(&mut chosen, place);
            seen.push(chosen);
        }
        assert_eq!(
            seen,
            [
                [Some(4), None],
                [Some(4), Some(5)],
                [Some(4), Some(6)],
                [None, Some(6)],
                [None, None],
                [Some(3), None],
            ]
        );
    }
}
