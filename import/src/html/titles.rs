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

/// The sign of a link to a heading itself, at its end.
const TO_ITSELF: [char; 2] = ['¶', ' '];

/// A page's headline.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    /// Its best form, and where it was read.
    pub(crate) title: Option<Stated>,
    /// The heading that shows it, as it stands on the page.
    pub(crate) heading: Option<String>,
    /// What the page's head calls it, whole.
    pub(crate) page: Option<String>,
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
    let headings: Vec<Heading<'_>> = headings(document, sites);
    let spoken: Vec<&Stated> = said.open_graph.iter().chain(&page).collect();
    // The heading that the page's own words agree with: what it tells programs, or the longest, since site's names agree
    // too, and of two the first.
    let agreeing = headings
        .iter()
        .filter(|heading| !heading.is_home)
        .filter(|heading| spoken.iter().any(|said| agree(&heading.text, &said.value)));
    let told = said.open_graph.as_ref().map(|said| folded(&said.value));
    let length = |heading: &&Heading<'_>| {
        let text = folded(&heading.text);
        let is_told = heading.level == 1 && told.as_ref() == Some(&text);
        let letters = text.chars().count();
        (
            is_told,
            heading.words,
            letters,
            std::cmp::Reverse(heading.at),
        )
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
    // A heading in other words than the page's title counts only if the title has the site's name beside it, or if the page
    // tells programs a title of its own. Otherwise, the title was written for this page alone.
    let has_bar = |page: &Stated| BARS.iter().any(|bar| page.value.contains(bar));
    let may_differ = said.open_graph.is_some() || page.as_ref().is_some_and(has_bar);
    let shown = agreeing.max_by_key(length).or_else(|| {
        let differing = || resembling().or_else(|| alone(&headings, &spoken));
        may_differ.then(differing)?
    });
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
    let same = |heading: &&Heading<'_>| {
        open_graph
            .as_ref()
            .is_some_and(|said| alike(&said.value, &heading.text))
    };
    let by_heading = shown.filter(|heading| !same(heading));
    let by_page = || {
        let title = page
            .as_ref()
            .and_then(without)
            .and_then(|title| field::line(unnamed(&title.value), &title.basis))
            .filter(|title| !is_site(title))?;
        (is_telling(&title.value) || main.is_none()).then_some(title)
    };
    let title = by_heading
        .and_then(|heading| {
            field::line(&heading.without_additions(&spoken, sites), heading.basis())
        })
        .or_else(|| open_graph.clone().filter(|title| !is_site(title)))
        .or_else(by_page)
        .or_else(|| field::line(&main?.text, "the page's main heading"))
        .or_else(|| said.data.as_ref().and_then(without))
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
    Titles {
        title,
        heading,
        page: page.map(|page| page.value),
    }
}

/// The one main heading above the text, where it tells of what the page tells programs in other words: that is what readers
/// see.
fn alone<'a, 'd>(headings: &'a [Heading<'d>], spoken: &[&Stated]) -> Option<&'a Heading<'d>> {
    let mut main = headings
        .iter()
        .filter(|heading| heading.level == 1 && !heading.is_home && is_telling(&heading.text));
    let first = main.next()?;
    let is_one = main.all(|other| other.text == first.text);
    let tells = || {
        spoken
            .iter()
            .any(|said| shares_word(&first.text, &said.value))
    };
    (is_one && first.read <= ABOVE && tells()).then_some(first)
}

/// So many letters may stand in paragraphs above a headline: notices.
const ABOVE: usize = 600;

/// Whether one of the longer words of a text stands in another, or one that begins alike.
pub(crate) fn shares_word(one: &str, other: &str) -> bool {
    let stems = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).map(folded);
        let long = words.filter(|word| word.chars().count() > 3);
        long.map(|word| word.chars().take(6).collect()).collect()
    };
    let other = stems(other);
    stems(one).iter().any(|stem| other.contains(stem))
}

/// Whether a text says enough for a headline: some words, or some letters of a script that parts no words.
fn is_telling(text: &str) -> bool {
    let unparted = text
        .chars()
        .filter(|c| ('\u{2e80}'..'\u{fb00}').contains(c) || ('\u{e00}'..'\u{e80}').contains(c));
    text.split_whitespace().count() > 2 || unparted.take(8).count() == 8
}

/// A heading that could be the headline.
struct Heading<'a> {
    node: NodeRef<'a>,
    text: String,
    level: u8,
    words: usize,
    at: usize,
    /// Letters of the paragraphs that stand above it.
    read: usize,
    /// Leads to the site's entry: the site's name.
    is_home: bool,
}

impl Heading<'_> {
    /// Its text; up to where the page's own words for it end, if the rest stands apart in it: buttons, a second line.
    fn without_additions(&self, spoken: &[&Stated], sites: &[String]) -> String {
        let mut start = String::new();
        let cuts: Vec<String> = (self.node.descendants_it().filter(NodeRef::is_text))
            .map(|node| {
                start.push_str(&node.text());
                let line = walk::one_line(&start);
                line.trim_end_matches(TO_ITSELF).to_owned()
            })
            .collect();
        let longest = spoken.iter().find_map(|said| {
            let named = stripped(&said.value, sites, None) != said.value;
            let parts = parts(&said.value);
            // With the site's name it is no headline.
            let parts = parts.iter().filter(|part| !(named && **part == said.value));
            let mut longest = cuts.iter().rev().filter(|cut| is_telling(cut));
            longest.find(|cut| parts.clone().any(|part| alike(part, cut)))
        });
        longest.map_or_else(|| self.text.clone(), String::clone)
    }

    fn basis(&self) -> &'static str {
        if self.level == 1 {
            "the page's main heading"
        } else {
            "the page's heading"
        }
    }
}

fn headings<'a>(document: &'a Document, sites: &[String]) -> Vec<Heading<'a>> {
    let found = document.select("h1, h2, h3, p");
    let mut headings = Vec::new();
    let mut read = 0;
    for (at, node) in found.nodes().iter().enumerate() {
        if node.has_name("p") {
            // Short ones are of menus.
            let letters = node.normalized_char_count();
            read += if letters < 80 { 0 } else { letters };
            continue;
        }
        if headings.len() >= 300 {
            break;
        }
        let text = walk::one_line(&walk::text(node));
        let text = text.trim_end_matches(TO_ITSELF).to_owned();
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
            node: *node,
            level,
            at,
            read,
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

pub(crate) fn alike(a: &str, b: &str) -> bool {
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
    let many = is_telling(heading);
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
pub(crate) fn parts(title: &str) -> Vec<&str> {
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

/// A page's title without what must be the name of a site that tells its name nowhere: a few words at the end, behind a bar.
fn unnamed(title: &str) -> &str {
    let cut = BARS.iter().find_map(|bar| title.rsplit_once(bar));
    match cut {
        Some((headline, name))
            if is_telling(headline)
                && name.split_whitespace().count() <= 3
                && name.len() * 2 <= headline.len() =>
        {
            headline.trim()
        }
        _ => title,
    }
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
        let titles = |title: &str| {
            titles_of(&format!(
                "<title>{title}</title><h1>{shown}</h1><h2>Weather</h2>"
            ))
        };
        let title = "Board closes swing bridge for fourteen months";
        let named = titles(&format!("{title} | Gazette"));
        assert_eq!(named.as_deref(), Some(shown));
        assert_eq!(titles(title).as_deref(), Some(title));
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
