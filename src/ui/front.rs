//! The front door: what the site does, shown on an example of its own; the articles, two of which can be
//! chosen; and the pairs with what they share.

use crossread_engine::{Kind, Options};
use leptos::prelude::*;

use super::browser::nfkc;
use super::compare::{kind_class, parts};
use super::keys;
use super::link::link;
use super::site::Site;
use crate::state::{At, State};
use crate::view::{ArticleRow, Card, Comparing, LibraryPage, Marks, PairRow, library_page, shared};

/// The two that are chosen so far, by id, in the order of choosing: A, then B.
type Chosen = RwSignal<[Option<String>; 2]>;

/// The library page.
pub fn front(site: Site) -> AnyView {
    keys::listen(site, |_| {});
    let page = site.library(|library| library_page(library, &site.state_now()));
    let chosen: Chosen = RwSignal::new([None, None]);
    let LibraryPage {
        intro,
        articles_title,
        articles,
        pairs_title,
        pairs_note,
        pairs,
    } = page;
    let specimen = pairs.first().and_then(|row| specimen(site, row));
    let titles: Vec<(String, String)> = articles
        .iter()
        .map(|row| (row.id.clone(), row.title.clone()))
        .collect();
    let most = pairs
        .iter()
        .map(|row| row.percent.0.max(row.percent.1))
        .max()
        .unwrap_or(0);
    let articles = articles
        .into_iter()
        .map(|row| article(row, chosen))
        .collect::<Vec<_>>();
    let pairs = pairs
        .into_iter()
        .map(|row| pair(site, row, most))
        .collect::<Vec<_>>();
    view! {
        <div class="front">
            <section class="hero">
                <h1>"Compare how sources tell the same story"</h1>
                <p class="intro">{intro}</p>
            </section>
            {specimen}
            <section class="shelf" aria-labelledby="articles-name">
                <header>
                    <h2 id="articles-name">{articles_title}</h2>
                    <p>"Choose two to compare them."</p>
                </header>
                <ul class="articles">{articles}</ul>
                {tray(site, chosen, titles)}
            </section>
            <section class="shelf" aria-labelledby="pairs-name">
                <header>
                    <h2 id="pairs-name">{pairs_title}</h2>
                    <p>{pairs_note}</p>
                </header>
                <ol class="pairs">{pairs}</ol>
            </section>
        </div>
    }
    .into_any()
}

/// An article, which can be chosen.
fn article(row: ArticleRow, chosen: Chosen) -> AnyView {
    let id = row.id.clone();
    let place =
        move || chosen.with(|chosen| chosen.iter().position(|one| one.as_ref() == Some(&id)));
    let (marked, pressed) = (place.clone(), place);
    let id = row.id;
    let lang = super::compare::lang(&row.lang);
    let opening = (!row.opening.is_empty())
        .then(|| view! { <span class="opening">{row.opening}</span> }.into_any());
    view! {
        <li>
            <button
                type="button"
                class="card"
                aria-pressed=move || pressed().is_some().to_string()
                on:click=move |_| chosen.update(|chosen| toggle(chosen, &id))
            >
                <span class="choice" aria-hidden="true">
                    {move || match marked() {
                        Some(0) => "A",
                        Some(_) => "B",
                        None => "",
                    }}
                </span>
                <span class="title" lang=lang>
                    {row.title}
                </span>
                {opening}
                <span class="facts">
                    <span>{row.publisher}</span>
                    <span>{row.date}</span>
                    <span>{row.words}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}

/// Chooses an article or takes it back; a third takes the place of the second.
fn toggle(chosen: &mut [Option<String>; 2], id: &str) {
    let place = chosen.iter().position(|one| one.as_deref() == Some(id));
    match place {
        Some(place) => chosen[place] = None,
        None if chosen[0].is_none() => chosen[0] = Some(id.to_owned()),
        None => chosen[1] = Some(id.to_owned()),
    }
}

/// What is chosen so far, and the way on.
fn tray(site: Site, chosen: Chosen, titles: Vec<(String, String)>) -> AnyView {
    let title = move |id: &str| {
        titles
            .iter()
            .find(|(other, _)| other == id)
            .map(|(_, title)| title.clone())
            .unwrap_or_default()
    };
    let slot = move |letter: &'static str, id: &Option<String>| {
        let filled = id.is_some();
        let text = match id {
            Some(id) => title(id),
            None => "choose an article above".to_owned(),
        };
        view! {
            <span class="slot" class:filled=filled>
                <b class="letter">{letter}</b>
                <span>{text}</span>
            </span>
        }
        .into_any()
    };
    let inside = move || {
        let [a, b] = chosen.get();
        if a.is_none() && b.is_none() {
            return ().into_any();
        }
        let to = a.clone().zip(b.clone());
        let ready = to.is_some();
        view! {
            <div class="tray">
                {slot("A", &a)}
                {slot("B", &b)}
                <button
                    type="button"
                    class="button strong"
                    id="go-compare"
                    disabled=!ready
                    on:click=move |_| {
                        if let Some((a, b)) = &to {
                            site.go(site.state_now().compare(a, b));
                        }
                    }
                >
                    "Compare"
                </button>
            </div>
        }
        .into_any()
    };
    Effect::new(move || {
        let [a, b] = chosen.get();
        match (a, b) {
            (Some(_), Some(_)) => site.say("Two articles chosen. Compare is ready."),
            (None, None) => {}
            _ => site.say("One article chosen. Choose another."),
        }
    });
    inside.into_any()
}

/// A pair with what it shares: the share of each side as a bar, both from the middle outwards.
fn pair(site: Site, row: PairRow, most: u32) -> AnyView {
    let scale = |percent: u32| format!("{}%", percent * 100 / most.max(1));
    let (of_a, of_b) = row.percent;
    let nothing = of_a == 0 && of_b == 0;
    let class = if nothing {
        "pair-row nothing"
    } else {
        "pair-row"
    };
    let inside = view! {
        <span class="of">{row.title_a}</span>
        <span class="bars" aria-hidden="true">
            <span class="percent">{of_a} "%"</span>
            <span class="track from">
                <i style:width=scale(of_a)></i>
            </span>
            <span class="track to">
                <i style:width=scale(of_b)></i>
            </span>
            <span class="percent">{of_b} "%"</span>
        </span>
        <span class="of">{row.title_b}</span>
        <span class="aloud">": " {row.share} ". "</span>
        <span class="kinds">{row.found}</span>
    }
    .into_any();
    view! { <li>{link(site, class, row.to, inside)}</li> }.into_any()
}

/// One match of the pair that shares most, as an example of what the site does.
fn specimen(site: Site, row: &PairRow) -> Option<AnyView> {
    let (a, b) =
        site.library(|library| Some((library.get(&row.a)?.clone(), library.get(&row.b)?.clone())))?;
    let comparing = Comparing::new(a, b, Options::default(), &nfkc);
    let marks = Marks::new(&comparing, &State::default());
    let card = shared(&comparing, &marks)
        .cards
        .into_iter()
        .min_by_key(unfitness)?;
    let text = |quote: &crate::view::Quote| -> String {
        quote.runs.iter().map(|run| run.text.as_str()).collect()
    };
    let (one, other) = (text(&card.a), text(&card.b));
    let at: At = card.at;
    let to = row.to.with_at(Some(at));
    let kind = kind_class(card.kind);
    let mark = format!("s {kind}");
    let others = mark.clone();
    Some(
        view! {
            <figure class="specimen" aria-label="An example">
                <blockquote>
                    <b class="letter">"A"</b>
                    <p><span class=mark>{one}</span></p>
                </blockquote>
                <blockquote>
                    <b class="letter">"B"</b>
                    <p><span class=others>{other}</span></p>
                </blockquote>
                <figcaption>
                    <span class="kind">
                        <span class=format!("swatch {kind}")></span>
                        {card.title.clone()}
                    </span>
                    <div class="diff">{parts(card.diff)}</div>
                    {link(site, "more", to, "See it in both articles")}
                </figcaption>
            </figure>
        }
        .into_any(),
    )
}

/// How little a match serves as an example: best is a reworded sentence of a length that is read at a
/// glance.
fn unfitness(card: &Card) -> usize {
    let length = card
        .diff
        .iter()
        .map(|part| part.a.len() + part.b.len())
        .sum::<usize>();
    let kind = match card.kind {
        Kind::Edited => 0,
        Kind::Related => 1_000,
        Kind::Verbatim => 2_000,
    };
    kind + length.abs_diff(200)
}

#[cfg(test)]
mod tests {
    use super::toggle;

    #[test]
    fn choosing_fills_a_then_b_and_a_third_replaces_the_second() {
        let mut chosen = [None, None];
        let mut seen = Vec::new();
        for id in ["x", "y", "z", "x", "z", "w"] {
            toggle(&mut chosen, id);
            seen.push(chosen.clone().map(|one| one.unwrap_or_default()).join("/"));
        }
        assert_eq!(seen, ["x/", "x/y", "x/z", "/z", "/", "w/"]);
    }
}
