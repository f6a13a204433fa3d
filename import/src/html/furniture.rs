//! What stands around an article on a page, by its names: elements that say what they are, and the class names and ids that
//! newsrooms give to the rest. What is found is taken out of the page and counted, so that a reader sees what was left out.

use crate::clean;
use crate::html::walk;
use crate::imported::LeftOut;
use dom_query::{Document, NodeRef};

/// The attributes in which pages name their parts. Class names are often numbers of a program's now, and the parts are
/// named beside them, for tests and measurements.
const NAMED: [&str; 8] = [
    "class",
    "id",
    "role",
    "data-component",
    "data-testid",
    "data-name",
    "data-module",
    "data-spacefinder-role",
];

/// Words in such a name, and what they mean. The first that fits counts.
const NAMES: [(&str, &[&str]); 11] = [
    (
        "cookie notice",
        &[
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "cmp",
            "onetrust",
            "didomi",
            "usercentrics",
            "paywall",
        ],
    ),
    (
        "comments",
        &[
            "comments",
            "comment",
            "disqus",
            "replies",
            "respond",
            "commentlist",
        ],
    ),
    (
        "newsletter box",
        &[
            "newsletter",
            "signup",
            "subscribe",
            "subscription",
            "mailing",
        ],
    ),
    (
        "advertising",
        &[
            "ad",
            "ads",
            "advert",
            "adverts",
            "advertisement",
            "advertising",
            "sponsored",
            "sponsor",
            "promo",
            "adslot",
            "banner",
            "werbung",
            "anzeige",
        ],
    ),
    (
        "share buttons",
        &["share", "sharing", "social", "sharebar", "shares"],
    ),
    (
        RELATED,
        &[
            "related",
            "recommended",
            "recommendations",
            "recirculation",
            "recirc",
            "popular",
            "trending",
            "mostread",
            "readmore",
            "readalso",
            "seealso",
            "teaser",
            "teasers",
            "outbrain",
            "taboola",
        ],
    ),
    (
        "navigation",
        &[
            "nav",
            "navigation",
            "navbar",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "skip",
            "pagination",
            "tags",
            "taglist",
            "sitemap",
        ],
    ),
    ("side column", &["sidebar", "complementary", "rail"]),
    ("picture captions", &["caption", "captions"]),
    (BYLINE, &["byline", "dateline", "timestamp"]),
    (
        "appeal for money",
        &["contributions", "donate", "donation", "donations", "epic"],
    ),
];

/// Pairs of words that mean something together.
const PAIRS: [(&str, &str, &str); 13] = [
    ("most", "read", RELATED),
    ("most", "viewed", RELATED),
    ("read", "more", RELATED),
    ("read", "also", RELATED),
    ("rich", "link", RELATED),
    ("see", "also", RELATED),
    ("more", "on", RELATED),
    ("more", "stories", RELATED),
    ("more", "from", RELATED),
    ("sign", "up", "newsletter box"),
    ("entry", "meta", BYLINE),
    ("post", "meta", BYLINE),
    ("article", "meta", BYLINE),
];
const RELATED: &str = "related links";
const BYLINE: &str = "byline and date";

/// What an element is by its name alone.
fn by_element(node: &NodeRef<'_>, name: &str) -> Option<&'static str> {
    Some(match name {
        "nav" => "navigation",
        "aside" => "side column",
        "footer" if !is_inside(node, &["article", "blockquote"]) => "page footer",
        "header" if !is_inside(node, &["article", "main"]) => "page header",
        "figcaption" => "picture captions",
        "form" | "button" | "dialog" => "forms and buttons",
        _ => return None,
    })
}

fn is_inside(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.ancestors_it(None)
        .any(|outer| names.iter().any(|name| outer.has_name(name)))
}

/// What an element's class names, id or role say that it is.
fn by_names(node: &NodeRef<'_>) -> Option<&'static str> {
    let named = NAMED.iter().filter_map(|key| node.attr(key));
    let names: Vec<String> = named.flat_map(|value| tokens(&value)).collect();
    let has = |word: &str| names.iter().any(|name| name == word);
    let beside = |first: &str, second: &str| {
        let mut pairs = names.windows(2);
        pairs.any(|pair| pair[0] == first && pair[1] == second)
    };
    let pair = PAIRS.iter().find(|pair| beside(pair.0, pair.1));
    let known = NAMES
        .iter()
        .find(|(_, words)| words.iter().any(|word| has(word)));
    pair.map(|pair| pair.2)
        .or_else(|| known.map(|(what, _)| *what))
}

/// The words of a class name: `mainNav-item ad_1` has `main nav item ad 1`.
fn tokens(value: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in value.chars().take(300) {
        if (c.is_ascii_uppercase() || !c.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// Takes the furniture out of a page and says what it was, with its words, in the order of the page.
pub(crate) fn remove(document: &Document) -> Vec<LeftOut> {
    let mut found: Vec<LeftOut> = Vec::new();
    let Some(body) = document.body() else {
        return found;
    };
    let mut work = WORK;
    let Some(page) = survey(&body, &mut work) else {
        return found;
    };
    let mut next = body.first_child();
    while let Some(node) = next {
        let what = furniture(&node, page.prose, &mut work);
        let following = if what.is_some() {
            None
        } else {
            node.first_child()
        };
        next = following.or_else(|| after(&node, &body));
        if let Some(what) = what {
            let words = clean::words(&walk::text(&node));
            match found.iter_mut().find(|left| left.what == what) {
                Some(left) => left.words = left.words.saturating_add(words),
                None => found.push(LeftOut {
                    what: what.to_owned(),
                    words,
                }),
            }
            node.remove_from_parent();
        }
    }
    found.retain(|left| left.words > 0);
    found
}

/// The next node behind one and all that it holds.
fn after<'a>(node: &NodeRef<'a>, body: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let mut node = *node;
    while node.id != body.id {
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent()?;
    }
    None
}

/// How many elements and letters are looked at in one page at most. Names are asked first, so that only pages that were
/// made to take time reach it; what they call their furniture is then left to Readability.
const WORK: usize = 10_000_000;

/// What is under an element.
struct Survey {
    /// Letters of running text: paragraphs of some length.
    prose: usize,
    article: bool,
    headline: bool,
}

/// Looks through an element, or gives up where the page has taken enough.
fn survey(node: &NodeRef<'_>, work: &mut usize) -> Option<Survey> {
    let mut survey = Survey {
        prose: 0,
        article: false,
        headline: false,
    };
    for inner in node.descendants_it().chain(std::iter::once(*node)) {
        *work = work.checked_sub(1)?;
        let Some(name) = inner.node_name() else {
            continue;
        };
        survey.article |= &*name == "article";
        survey.headline |= &*name == "h1";
        if matches!(&*name, "p" | "blockquote" | "li") {
            let letters = inner.normalized_char_count();
            *work = work.checked_sub(letters)?;
            survey.prose += if letters >= 60 { letters } else { 0 };
        }
    }
    Some(survey)
}

/// What an element is, if it is furniture. An element with the page's prose in it never is, whatever it is called: some
/// pages are all one `<div class="with-sidebar">`.
fn furniture(node: &NodeRef<'_>, page: usize, work: &mut usize) -> Option<&'static str> {
    let name = node.node_name()?;
    if matches!(
        &*name,
        "article" | "main" | "body" | "html" | "h1" | "p" | "em" | "strong"
    ) {
        return None;
    }
    let what = by_element(node, &name).or_else(|| by_names(node))?;
    let inner = survey(node, work)?;
    let mostly = inner.prose * 10 > page * 4;
    let articles = inner.article && what != "comments" && what != RELATED;
    let headline = inner.headline && (inner.prose > 0 || what == "page header");
    let is_article = mostly || articles || headline;
    (!is_article).then_some(what)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn class_names_are_taken_apart() {
        assert_eq!(
            tokens("mainNav-item ad_1  readMore"),
            ["main", "nav", "item", "ad", "1", "read", "more"]
        );
        assert_eq!(tokens("header download"), ["header", "download"]);
        assert_eq!(tokens(""), [""; 0]);
    }
}
