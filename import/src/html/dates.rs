//! Finds an article's date if the page's head does not state it: in microdata, in a `<time>`, in words beside the headline,
//! or in the address.

use crate::day::{self, Order};
use crate::field;
use crate::head;
use crate::html::titles::{self, alike};
use crate::html::{furniture, walk};
use crossread_article::Stated;
use dom_query::{Document, NodeRef};

/// How far from the headline a date may stand, in letters of the page: before it, and behind it.
const BEFORE: usize = 400;
const BEHIND: usize = 1200;

/// Letters of a line that is little more than a date.
const SHORT: usize = 160;

/// Elements that are looked at in one page at most.
const WORK: usize = 100_000;

/// Words in the names of what holds a date, besides those that begin or end with "date".
const NAMES: [&str; 15] = [
    "datum",
    "fecha",
    "data",
    "time",
    "timestamp",
    "published",
    "publish",
    "posted",
    "byline",
    "meta",
    "created",
    "released",
    "info",
    "when",
    "stamp",
];

/// Words with which the day of a change is told, not of publication.
const CHANGED: [&str; 15] = [
    "last ",
    "update",
    "modified",
    "aktualisiert",
    "geändert",
    "actualizado",
    "actualizada",
    "modifié",
    "mis à jour",
    "aggiornato",
    "atualizado",
    "обновлено",
    "оновлено",
    "zuletzt",
    "letzte ",
];

/// Of an element that says in microdata that it is the day of publication.
pub(crate) fn microdata(document: &Document, order: Order) -> Option<Stated> {
    let found = document.select(
        "[itemprop~='datePublished'], [property='schema:datePublished'], [itemprop~='dateCreated']",
    );
    found.nodes().iter().take(20).find_map(|node| {
        let said = ["datetime", "content", "title"]
            .iter()
            .find_map(|key| day::stated(&node.attr(key)?, order));
        let day = said.or_else(|| day::in_words(&short(node)?, order))?;
        field::line(&day, "the page's microdata")
    })
}

/// Of the first `<time>` in the article or in the page's main part, or one that says what it is.
pub(crate) fn time_of_article(document: &Document, order: Order) -> Option<Stated> {
    let found = document.select("article time[datetime], main time[datetime], time[pubdate], time.published, time.entry-date");
    found
        .nodes()
        .iter()
        .take(20)
        .filter(|node| !is_elsewhere(node) && !is_in(node, &["aside"]))
        .find_map(|node| {
            let day = day::stated(&node.attr("datetime")?, order)?;
            field::line(&day, "the page's first time")
        })
}

/// The days that a page's words tell.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Beside the headline, by what announces a day by its name.
    pub(crate) announced: Option<Stated>,
    /// Beside the headline, by any line that is little more than a day.
    pub(crate) near: Option<Stated>,
    /// Farther away, if the page announces no other day.
    pub(crate) only: Option<Stated>,
}

/// Of the page's words. `headlines`: the heading that shows the title, and the title.
pub(crate) fn told(document: &Document, headlines: [Option<&str>; 2], order: Order) -> Told {
    let Some(body) = document.body() else {
        return Told::default();
    };
    let mut at = 0_usize;
    let mut places = [None; 2];
    let mut found: Vec<Found> = Vec::new();
    for node in body.descendants_it().take(WORK) {
        if node.is_text() {
            let hidden = node
                .parent()
                .is_some_and(|outer| outer.has_name("script") || outer.has_name("style"));
            at += if hidden {
                0
            } else {
                node.text().trim().chars().count()
            };
            continue;
        }
        let Some(name) = node.node_name() else {
            continue;
        };
        let is_heading = matches!(&*name, "h1" | "h2" | "h3");
        if places[0].is_none() && (is_heading || HOLDS.contains(&&*name)) {
            let text = short(&node).unwrap_or_default();
            // A heading, or else the first words that are the title.
            for (place, headline) in places
                .iter_mut()
                .zip(headlines)
                .skip(usize::from(!is_heading))
            {
                if place.is_none() && headline.is_some_and(|headline| alike(headline, &text)) {
                    *place = Some(at);
                }
            }
        }
        if !HOLDS.contains(&&*name) || found.len() > 200 {
            continue;
        }
        if let Some(date) = Found::new(&node, &name, at, order) {
            found.push(date);
        }
    }
    // Without a headline, the page's start stands for it.
    let headline = places.into_iter().flatten().next().unwrap_or(0);
    let near = |found: &&Found| {
        !found.aside && found.at + BEFORE >= headline && found.at <= headline + BEHIND
    };
    let best = found.iter().filter(near).min_by_key(|found| {
        let far = found.at.abs_diff(headline);
        (found.changed, !found.named, !found.is_time, far)
    });
    let mut announced = found.iter().filter(|found| found.named && found.own);
    let only = announced
        .next()
        .filter(|first| announced.all(|other| other.day == first.day));
    let beside = |found: &Found| field::line(&found.day, "the words beside the headline");
    Told {
        announced: best
            .filter(|found| found.named && !found.changed)
            .and_then(beside),
        near: best.and_then(beside),
        only: only
            .and_then(|found| field::line(&found.day, "the only day that the page announces")),
    }
}

/// Elements that may hold nothing but a day.
const HOLDS: [&str; 26] = [
    "p", "div", "span", "time", "li", "small", "em", "i", "b", "strong", "td", "h2", "h3", "h4",
    "h5", "h6", "font", "abbr", "address", "a", "dd", "dt", "section", "header", "ul", "cite",
];

/// A date on the page.
struct Found {
    day: String,
    at: usize,
    is_time: bool,
    /// Its element's name says that it holds a date.
    named: bool,
    /// Told as the day of a change.
    changed: bool,
    /// In a column beside the text.
    aside: bool,
    /// In the article, or made to hold a day.
    own: bool,
}

impl Found {
    fn new(node: &NodeRef<'_>, name: &str, at: usize, order: Order) -> Option<Self> {
        let is_time = name == "time";
        let text = short(node)?;
        let announces = |node: &NodeRef<'_>| {
            ["class", "id"]
                .iter()
                .filter_map(|key| node.attr(key))
                .any(|names| {
                    let names = names.to_ascii_lowercase();
                    names.split(|c: char| !c.is_alphanumeric()).any(|word| {
                        NAMES.contains(&word) || word.starts_with("date") || word.ends_with("date")
                    })
                })
        };
        let named =
            is_time || announces(node) || node.parent().is_some_and(|outer| announces(&outer));
        let attribute = ["datetime", "content", "title"]
            .iter()
            .filter(|key| is_time || (named && **key == "title"))
            .find_map(|key| day::stated(&node.attr(key)?, order));
        let day = attribute
            .or_else(|| day::in_words(&text, order))
            .or_else(|| named.then(|| day::of_short_year(&text, order))?)?;
        if is_elsewhere(node) {
            return None;
        }
        let small = text.to_lowercase();
        let aside = is_in(node, &["aside"]);
        Some(Self {
            day,
            at,
            is_time,
            named,
            changed: CHANGED.iter().any(|word| small.starts_with(word)),
            aside,
            own: (is_time && !aside) || is_in(node, &["article", "main"]),
        })
    }
}

/// Of the data that scripts carry along, if they name one day alone.
pub(crate) fn in_scripts(document: &Document, order: Order) -> Option<Stated> {
    let scripts = document.select("script");
    let texts = scripts.nodes().iter().take(200).map(NodeRef::text);
    let metas = document.select("meta[name='parsely-page']");
    let metas = metas.nodes().iter().filter_map(|node| node.attr("content"));
    let texts: Vec<_> = texts.chain(metas).collect();
    ["datePublished", "pub_date"].iter().find_map(|key| {
        let mut days = texts.iter().flat_map(|text| {
            text.match_indices(key).filter_map(|(at, _)| {
                let behind = text
                    .get(at + key.len()..)?
                    .trim_start_matches(['"', '\\', ' ']);
                let behind = behind
                    .strip_prefix(':')?
                    .trim_start_matches(['"', '\\', ' ']);
                day::stated(
                    behind
                        .split(['"', '\\'])
                        .next()
                        .filter(|value| value.len() < 40)?,
                    order,
                )
            })
        });
        let first = days.next()?;
        days.all(|day| day == first)
            .then(|| field::line(&first, "the page's data for its scripts"))?
    })
}

/// Of a part of the page's title that is nothing but a day.
pub(crate) fn in_title(title: &str, order: Order) -> Option<Stated> {
    let parts = titles::parts(title);
    let mut days = parts.iter().filter(|part| day::is_part(part));
    let day = days.find_map(|part| day::in_words(part, order))?;
    field::line(&day, "the page's title")
}

/// Of the dateline with which a text begins: `April 17, 2015 -- Imagine …`.
pub(crate) fn dateline(paragraph: &str, order: Order) -> Option<Stated> {
    let start = head::before_dash(paragraph)?;
    field::line(&day::in_words(start, order)?, "the dateline")
}

/// The text of an element that has little of it.
fn short(node: &NodeRef<'_>) -> Option<String> {
    let few = node.descendants_it().take(31).count() <= 30;
    let text = few.then(|| walk::one_line(&walk::text(node)))?;
    (!text.is_empty() && text.chars().count() <= SHORT).then_some(text)
}

/// Whether an element stands in what is not the article's: comments, other articles, the page's foot.
fn is_elsewhere(node: &NodeRef<'_>) -> bool {
    is_in(node, &["nav", "footer"])
        || node
            .ancestors_it(Some(30))
            .any(|outer| furniture::is_of_others(&outer))
}

fn is_in(node: &NodeRef<'_>, names: &[&str]) -> bool {
    let mut around = node.ancestors_it(Some(30));
    around.any(|outer| names.iter().any(|name| outer.has_name(name)))
}

/// Of an address with a day in its path: `/2026/03/10/`, `/2026/mar/10/`, `bridge-2026-03-10`, `/20260310/`.
pub(crate) fn in_address(url: &str) -> Option<Stated> {
    let path = url.split_once("://")?.1.split_once('/')?.1;
    let path = path.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').collect();
    let number = |part: &str| (part.len() <= 2).then(|| part.parse::<u32>().ok())?;
    let day = parts.windows(3).find_map(|window| match window {
        [year, month, day] if is_year(year) => {
            let month = number(month).or_else(|| day::short_month(month))?;
            day::stated(&format!("{year}-{month}-{}", number(day)?), Order::Unknown)
        }
        _ => None,
    });
    let joined = || {
        parts.iter().find_map(|part| {
            let figures = part.split(|c: char| !c.is_ascii_digit() && c != '-');
            figures
                .flat_map(|run| {
                    let pieces: Vec<&str> = run.split('-').collect();
                    let whole = pieces
                        .iter()
                        .filter(|piece| piece.len() == 8)
                        .map(|piece| (*piece).to_owned());
                    let three = pieces.windows(3).map(|window| window.join("-"));
                    let three = three.filter(|day| day.len() == 10);
                    whole.chain(three).collect::<Vec<_>>()
                })
                .filter(|day| day.get(..4).is_some_and(is_year))
                .find_map(|day| day::stated(&day, Order::Unknown))
        })
    };
    field::line(&day.or_else(joined)?, "the page's address")
}

/// Whether figures are a year in which there was a web.
fn is_year(figures: &str) -> bool {
    figures.len() == 4
        && figures
            .parse()
            .is_ok_and(|year| (1990..2040).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::{in_address, told};
    use crate::day::Order;
    use dom_query::Document;

    #[test]
    fn the_words_beside_the_headline_say_the_day() {
        let day = |html: &str| {
            told(
                &Document::from(html),
                [Some("Bridge shut"), None],
                Order::Unknown,
            )
            .near
            .map(|day| day.value)
        };
        let far = "word ".repeat(600);
        for (html, is) in [
            (
                "<p>Lowmere, 3 March 2026</p><h1>Bridge shut</h1>",
                Some("2026-03-03"),
            ),
            (
                "<h1>Bridge shut</h1><div class='article-date'>3.3.2026</div>",
                Some("2026-03-03"),
            ),
            (
                "<h1>Bridge shut</h1><dl class='date'><dt>2026.03.03</dt><dd><a href='/n'>News</a></dd></dl>",
                Some("2026-03-03"),
            ),
            (
                "<h1>Bridge shut</h1><span>Updated 4 March 2026</span><span>3 March 2026</span>",
                Some("2026-03-03"),
            ),
            (
                "<h1>Bridge shut</h1><aside><p>3 March 2026</p></aside>",
                None,
            ),
            (
                "<h1>Bridge shut</h1><p>The works began on 3 March 2026, and nobody on the quay believes that they will be over before the end of next year, let alone in time for the fair that the town had promised to its guests.</p>",
                None,
            ),
        ] {
            assert_eq!(day(html).as_deref(), is, "{html}");
        }
        assert_eq!(
            day(&format!(
                "<h1>Bridge shut</h1><p>{far}</p><p>3 March 2026</p>"
            )),
            None
        );
    }

    #[test]
    fn an_address_can_say_the_day() {
        for (url, day) in [
            ("https://a.example/2026/03/10/bridge", Some("2026-03-10")),
            (
                "https://a.example/news/2026-03-10-bridge",
                Some("2026-03-10"),
            ),
            ("https://a.example/2026/03/bridge", None),
            ("https://a.example/", None),
        ] {
            assert_eq!(
                in_address(url).map(|day| day.value).as_deref(),
                day,
                "{url}"
            );
        }
    }
}
