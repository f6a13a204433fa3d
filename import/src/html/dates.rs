//! Finds an article's date if the page's head does not state it: in microdata, in a `<time>`, in words beside the headline,
//! or in the address.

use crate::day::{self, Order};
use crate::field;
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

/// Words in the names of what holds a date.
const NAMES: [&str; 17] = [
    "date",
    "datum",
    "fecha",
    "data",
    "time",
    "timestamp",
    "published",
    "pubdate",
    "publish",
    "posted",
    "byline",
    "dateline",
    "meta",
    "created",
    "released",
    "info",
    "entry-date",
];

/// Words with which the day of a change is told, not of publication.
const CHANGED: [&str; 14] = [
    "updated",
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
        .filter(|node| !is_elsewhere(node))
        .find_map(|node| {
            let day = day::stated(&node.attr("datetime")?, order)?;
            field::line(&day, "the page's first time")
        })
}

/// Of the words beside the headline: what its name says is a date first, then any line that is little more than one.
pub(crate) fn by_headline(
    document: &Document,
    heading: Option<&str>,
    order: Order,
) -> Option<Stated> {
    let body = document.body()?;
    let mut at = 0_usize;
    let mut headline = None;
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
        if headline.is_none()
            && matches!(&*name, "h1" | "h2" | "h3")
            && heading.is_some_and(|heading| walk::one_line(&walk::text(&node)) == heading)
        {
            headline = Some(at);
        }
        let holds = matches!(
            &*name,
            "p" | "div"
                | "span"
                | "time"
                | "li"
                | "small"
                | "em"
                | "i"
                | "b"
                | "strong"
                | "td"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "font"
                | "abbr"
                | "address"
                | "a"
                | "dd"
                | "dt"
                | "section"
                | "header"
                | "ul"
        );
        if !holds || found.len() > 200 {
            continue;
        }
        if let Some(date) = Found::new(&node, &name, at, order) {
            found.push(date);
        }
    }
    // Without a headline, the page's start stands for it.
    let headline = headline.unwrap_or(0);
    let near = |found: &&Found| found.at + BEFORE >= headline && found.at <= headline + BEHIND;
    let best = found.iter().filter(near).min_by_key(|found| {
        let far = found.at.abs_diff(headline);
        (found.changed, !found.named, !found.is_time, far)
    })?;
    field::line(&best.day, "the words beside the headline")
}

/// A date on the page.
struct Found {
    day: String,
    at: usize,
    is_time: bool,
    /// Its element's name says that it holds a date.
    named: bool,
    /// Told as the day of a change.
    changed: bool,
}

impl Found {
    fn new(node: &NodeRef<'_>, name: &str, at: usize, order: Order) -> Option<Self> {
        let is_time = name == "time";
        let text = short(node)?;
        let attribute = ["datetime", "content"]
            .iter()
            .filter(|_| is_time)
            .find_map(|key| day::stated(&node.attr(key)?, order));
        let day = attribute.or_else(|| day::in_words(&text, order))?;
        if is_elsewhere(node) {
            return None;
        }
        let named = |node: &NodeRef<'_>| {
            ["class", "id"]
                .iter()
                .filter_map(|key| node.attr(key))
                .any(|names| {
                    let names = names.to_ascii_lowercase();
                    names
                        .split(|c: char| !c.is_alphanumeric())
                        .any(|word| NAMES.contains(&word) || word.ends_with("date"))
                })
        };
        let small = text.to_lowercase();
        Some(Self {
            day,
            at,
            is_time,
            named: is_time || named(node) || node.parent().is_some_and(|outer| named(&outer)),
            changed: CHANGED.iter().any(|word| small.starts_with(word)),
        })
    }
}

/// The text of an element that has little of it.
fn short(node: &NodeRef<'_>) -> Option<String> {
    let few = node.descendants_it().take(31).count() <= 30;
    let text = few.then(|| walk::one_line(&walk::text(node)))?;
    (!text.is_empty() && text.chars().count() <= SHORT).then_some(text)
}

/// Whether an element stands in what is not the article's: the side column, comments, other articles.
fn is_elsewhere(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(30)).any(|outer| {
        ["nav", "aside", "footer"]
            .iter()
            .any(|name| outer.has_name(name))
            || furniture::is_of_others(&outer)
    })
}

/// Of an address with a day in its path: `/2026/03/10/`.
pub(crate) fn in_address(url: &str) -> Option<Stated> {
    let path = url.split_once("://")?.1.split_once('/')?.1;
    let path = path.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split('/').collect();
    let day = parts.windows(3).find_map(|window| match window {
        [year, month, day]
            if year.len() == 4 && month.len() == 2 && (1..=2).contains(&day.len()) =>
        {
            day::stated(&window.join("-"), Order::Unknown)
        }
        _ => None,
    });
    let joined = || {
        parts.iter().find_map(|part| {
            let start = part.get(..10)?;
            let sound =
                start.as_bytes().get(4) == Some(&b'-') && start.as_bytes().get(7) == Some(&b'-');
            sound.then(|| day::stated(start, Order::Unknown))?
        })
    };
    field::line(&day.or_else(joined)?, "the page's address")
}

#[cfg(test)]
mod tests {
    use super::{by_headline, in_address};
    use crate::day::Order;
    use dom_query::Document;

    #[test]
    fn the_words_beside_the_headline_say_the_day() {
        let day = |html: &str| {
            by_headline(&Document::from(html), Some("Bridge shut"), Order::Unknown)
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
