//! Finds a page's headline. Pages have it in several places, mostly with the site's name beside it, and the first heading
//! is often only the site's name. The text on which two places agree is the headline.

use crate::field;
use crate::html::walk;
use crossread_article::Stated;
use dom_query::{Document, NodeRef};

/// What stands between a headline and the site's name.
const BARS: [&str; 17] = [
    " | ", " — ", " – ", " - ", " « ", " » ", " :: ", " · ", " • ", " ‹ ", " › ", " ― ", "｜",
    " // ", " : ", "：", "_",
];

/// What headings say that are no headline: of menus, and of what follows an article.
const NO_HEADLINES: [&str; 14] = [
    "menu",
    "menü",
    "menú",
    "navigation",
    "search",
    "suche",
    "comments",
    "home",
    "newsletter",
    "cookies",
    "share",
    "related",
    "404",
    "main menu",
];

/// A page's headline.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    /// Its best form, and where it was read.
    pub(crate) title: Option<Stated>,
    /// The heading that shows it, as it stands on the page.
    pub(crate) heading: Option<String>,
}

/// What a page says, where it says it.
pub(crate) struct Said<'a> {
    /// What it tells other programs (`og:title`, `twitter:title`).
    pub(crate) open_graph: Option<Stated>,
    /// The headline of its structured data.
    pub(crate) data: Option<Stated>,
    /// The site's names, as far as it says them.
    pub(crate) sites: &'a [String],
}

/// Finds the headline.
pub(crate) fn find(document: &Document, said: Said<'_>) -> Titles {
    let page = document.select("head > title").iter().next();
    let page = page.or_else(|| document.select("title").iter().next());
    let page = page.and_then(|node| field::line(&node.text(), "the page's title"));
    let sites = said.sites;
    let headings: Vec<Heading> = headings(document, sites);
    let spoken: Vec<&Stated> = said.open_graph.iter().chain(&page).collect();
    // The heading that the page's own words agree with; the longest, since site's names agree too, and of two the first.
    let agreeing = headings
        .iter()
        .filter(|heading| !heading.is_home)
        .filter(|heading| spoken.iter().any(|said| agree(&heading.text, &said.value)));
    let length = |heading: &&Heading| {
        let letters = folded(&heading.text).chars().count();
        (heading.words, letters, std::cmp::Reverse(heading.at))
    };
    let resembling = || {
        headings
            .iter()
            .filter(|heading| heading.level == 1 && !heading.is_home)
            .find(|heading| {
                spoken
                    .iter()
                    .any(|said| resembles(&heading.text, &said.value))
            })
    };
    let shown = agreeing.max_by_key(length).or_else(resembling);
    let without = |said: &Stated| {
        let short = stripped(
            &said.value,
            sites,
            shown.map(|heading| heading.text.as_str()),
        );
        field::line(&short, &said.basis)
    };
    let is_site = |title: &Stated| sites.iter().any(|site| alike(site, &title.value));
    let main = headings
        .iter()
        .find(|heading| heading.level == 1 && !heading.is_home && heading.words > 1);
    let open_graph = said.open_graph.as_ref().and_then(without);
    let same = |heading: &&Heading| {
        open_graph
            .as_ref()
            .is_some_and(|said| alike(&said.value, &heading.text))
    };
    let by_heading = shown.filter(|heading| !same(heading));
    let by_page = || {
        let title = page
            .as_ref()
            .and_then(without)
            .filter(|title| !is_site(title))?;
        (title.value.split_whitespace().count() > 2 || main.is_none()).then_some(title)
    };
    let title = by_heading
        .and_then(|heading| field::line(&heading.text, heading.basis()))
        .or_else(|| open_graph.clone().filter(|title| !is_site(title)))
        .or_else(by_page)
        .or_else(|| field::line(&main?.text, "the page's main heading"))
        .or(said.data)
        // A page that is named like its site.
        .or(open_graph)
        .or_else(|| page.clone());
    let heading = shown
        .or(main)
        .map(|heading| heading.text.clone())
        .or_else(|| {
            let first = document.select("h1").iter().next()?;
            let text = walk::one_line(&first.text());
            title
                .as_ref()
                .filter(|title| title.value == text)
                .map(|_| text)
        });
    Titles { title, heading }
}

/// A heading that could be the headline.
struct Heading {
    text: String,
    level: u8,
    words: usize,
    at: usize,
    /// Leads to the site's entry: the site's name.
    is_home: bool,
}

impl Heading {
    fn basis(&self) -> &'static str {
        if self.level == 1 {
            "the page's main heading"
        } else {
            "the page's heading"
        }
    }
}

fn headings(document: &Document, sites: &[String]) -> Vec<Heading> {
    let found = document.select("h1, h2, h3");
    let mut headings = Vec::new();
    for (at, node) in found.nodes().iter().enumerate().take(300) {
        let text = walk::one_line(&walk::text(node));
        // The sign of a link to the heading itself.
        let text = text.trim_end_matches(['¶', ' ']).to_owned();
        let folded = folded(&text);
        let no_headline = NO_HEADLINES.iter().any(|word| folded == self::folded(word));
        let site = sites.iter().any(|site| self::folded(site) == folded);
        if folded.is_empty() || no_headline || site || is_aside(node) {
            continue;
        }
        let level = match node.node_name().as_deref() {
            Some("h1") => 1,
            Some("h2") => 2,
            _ => 3,
        };
        headings.push(Heading {
            words: text.split_whitespace().count(),
            text,
            level,
            at,
            is_home: leads_home(node),
        });
    }
    headings
}

/// Whether a heading stands where no headline does.
fn is_aside(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(40)).any(|outer| {
        ["nav", "aside", "footer", "dialog"]
            .iter()
            .any(|name| outer.has_name(name))
    })
}

/// Whether a link in or around a heading leads to the site's first page.
fn leads_home(node: &NodeRef<'_>) -> bool {
    let inside = node.descendants_it().take(20);
    let around = node.ancestors_it(Some(3));
    inside
        .chain(around)
        .filter(|node| node.has_name("a"))
        .any(|link| {
            let href = link.attr("href").unwrap_or_default();
            let path = href.split_once("://").map_or(&*href, |(_, rest)| {
                rest.find('/').map_or("/", |at| &rest[at..])
            });
            matches!(
                path.trim(),
                "/" | "./" | "index.html" | "/index.html" | "/index.php"
            )
        })
}

/// Letters and figures alone, small: what two places are compared by.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn alike(a: &str, b: &str) -> bool {
    folded(a) == folded(b)
}

/// Whether a heading and what a page says of itself name the same: one is the start or a whole part of the other.
fn agree(heading: &str, said: &str) -> bool {
    let (short, long) = (folded(heading), folded(said));
    if short == long {
        return true;
    }
    let parts = parts(said);
    let part = parts.iter().any(|part| folded(part) == short);
    let many = heading.split_whitespace().count() >= 3;
    // A title that was cut short, and a headline that says more than the title.
    let cut = parts.iter().any(|part| {
        let part = part.trim_end_matches(['…', '.']);
        let start = folded(part);
        start.len() * 2 > short.len()
            && start.split_at_checked(1).is_some()
            && short.starts_with(&start)
            && part.split_whitespace().count() >= 3
    });
    part || (many && long.starts_with(&short)) || cut
}

/// Whether a heading says in other words what a page says of itself: most of the longer words of one stand in the other. Pages
/// shorten their headline for other programs, and change it later in one place alone.
fn resembles(heading: &str, said: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().map(folded);
        words.filter(|word| word.chars().count() > 3).collect()
    };
    let (one, other) = (words(heading), words(said));
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    shared >= 3 && shared * 10 >= short.len() * 6
}

/// The parts of a title between bars, each with all that follows it too, since headlines have dashes of their own.
fn parts(title: &str) -> Vec<&str> {
    let mut parts = vec![title];
    for bar in BARS {
        let mut from = 0;
        while let Some(at) = title.get(from..).and_then(|rest| rest.find(bar)) {
            let at = from + at;
            parts.extend([&title[..at], &title[at + bar.len()..]]);
            from = at + bar.len();
            if parts.len() > 60 {
                return parts;
            }
        }
    }
    let all: Vec<&str> = BARS.iter().fold(vec![title], |pieces, bar| {
        pieces
            .iter()
            .flat_map(|piece| piece.split(bar))
            .take(30)
            .collect()
    });
    parts.extend(all);
    parts
}

/// A title without the site's name at its end or its start.
fn stripped(title: &str, sites: &[String], shown: Option<&str>) -> String {
    let mut title = title.trim();
    for _ in 0..3 {
        let cut = BARS.iter().find_map(|bar| {
            let (headline, last) = title.rsplit_once(bar)?;
            (is_name(last, sites) || shown.is_some_and(|shown| alike(shown, headline)))
                .then_some(headline)
        });
        let cut = cut.or_else(|| {
            BARS.iter().find_map(|bar| {
                let (first, headline) = title.split_once(bar)?;
                is_name(first, sites).then_some(headline)
            })
        });
        match cut {
            Some(headline) if !headline.trim().is_empty() => title = headline.trim(),
            _ => break,
        }
    }
    title.to_owned()
}

/// Whether a part of a title is one of the site's names, with its ending or without: `example.com` and `Example`.
fn is_name(part: &str, sites: &[String]) -> bool {
    let part = folded(part);
    sites.iter().any(|site| {
        let site = folded(site);
        let ending = |long: &str, short: &str| {
            short.len() >= 3 && long.starts_with(short) && long.len() - short.len() <= 5
        };
        !part.is_empty() && (part == site || ending(&part, &site) || ending(&site, &part))
    })
}

#[cfg(test)]
mod tests {
    use super::{Said, agree, find, resembles, stripped};
    use dom_query::Document;

    #[test]
    fn the_sites_name_goes_and_dashes_of_a_headline_stay() {
        let sites = ["The Quay Gazette".to_owned(), "quaygazette".to_owned()];
        for (title, short) in [
            (
                "Board closes bridge - The Quay Gazette",
                "Board closes bridge",
            ),
            ("Board closes bridge | Quay Gazette", "Board closes bridge"),
            (
                "Board closes bridge – QuayGazette.com",
                "Board closes bridge",
            ),
            ("The Quay Gazette: news", "The Quay Gazette: news"),
            (
                "The Quay Gazette | Board closes bridge",
                "Board closes bridge",
            ),
            (
                "Board - at last - closes bridge",
                "Board - at last - closes bridge",
            ),
            (
                "Board closes bridge | News | The Quay Gazette",
                "Board closes bridge | News",
            ),
        ] {
            assert_eq!(stripped(title, &sites, None), short, "{title}");
        }
        assert_eq!(
            stripped(
                "Board closes bridge | Harbour",
                &[],
                Some("Board closes bridge")
            ),
            "Board closes bridge"
        );
    }

    #[test]
    fn a_headline_that_was_shortened_for_programs_resembles_it() {
        let shown = "Board closes the old swing bridge for fourteen months: ‘We had no choice’";
        assert!(resembles(
            shown,
            "Board closes swing bridge for months | Gazette"
        ));
        assert!(!resembles(shown, "The bridge and the board"));
        let titles = titles_of(&format!(
            "<title>Board closes swing bridge for fourteen months</title><h1>{shown}</h1><h2>Weather</h2>"
        ));
        assert_eq!(titles.as_deref(), Some(shown));
    }

    #[test]
    fn bars_of_east_asia_part_the_sites_name_from_the_headline() {
        for title in [
            "橋が閉鎖：港新聞デジタル",
            "橋が閉鎖_港新聞",
            "橋が閉鎖 : 社会",
        ] {
            let page =
                format!("<title>{title}</title><h2>港</h2><h1>橋が閉鎖<a href='#a'>¶</a></h1>");
            assert_eq!(titles_of(&page).as_deref(), Some("橋が閉鎖"), "{title}");
        }
    }

    fn titles_of(page: &str) -> Option<String> {
        let said = Said {
            open_graph: None,
            data: None,
            sites: &[],
        };
        find(&Document::from(page), said)
            .title
            .map(|title| title.value)
    }

    #[test]
    fn headings_agree_with_a_whole_part_of_a_title() {
        assert!(agree(
            "Board closes bridge",
            "Board closes bridge « The Quay Gazette"
        ));
        assert!(agree(
            "The Quay Gazette",
            "Board closes bridge « The Quay Gazette"
        ));
        assert!(agree(
            "Board closes bridge for fourteen months",
            "Board closes bridge for… | Gazette"
        ));
        assert!(!agree("Bridge", "Board closes bridge « The Quay Gazette"));
        assert!(!agree("Weather", "Board closes bridge"));
    }
}
