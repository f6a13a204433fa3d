//! What stands around an article on a page, by its names: elements that say what they are, and the class names and ids that
//! newsrooms give to the rest. What is found is taken out of the page and counted, so that a reader sees what was left out.

use crate::clean;
use crate::html::walk;
use crate::html::witness::Witness;
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
            "advertiser",
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
const PAIRS: [(&str, &str, &str); 19] = [
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
    ("author", "box", AUTHOR),
    ("author", "bio", AUTHOR),
    ("author", "description", AUTHOR),
    ("author", "info", AUTHOR),
    ("author", "card", AUTHOR),
    ("about", "author", AUTHOR),
];
const COMMENTS: &str = "comments";
const AUTHOR: &str = "about the author";
const RELATED: &str = "related links";
const BYLINE: &str = "byline and date";

/// Names of the box that holds an article's text. Each is two words, at the end of a class name.
const BODIES: [(&str, &str); 14] = [
    ("entry", "content"),
    ("article", "body"),
    ("article", "content"),
    ("article", "text"),
    ("post", "content"),
    ("post", "body"),
    ("story", "body"),
    ("story", "content"),
    ("story", "text"),
    ("body", "text"),
    ("body", "content"),
    ("news", "text"),
    ("text", "body"),
    ("content", "body"),
];

/// Words that make the next one say how a part of the page is, not what it is: `has-ads`, `no-sidebar`.
const STATES_BEFORE: [&str; 12] = [
    "has", "with", "no", "not", "without", "is", "hide", "show", "enable", "disable", "pre", "non",
];

/// The same of the word before them: `comments-open`.
const STATES_BEHIND: [&str; 10] = [
    "enabled", "disabled", "open", "opened", "closed", "on", "off", "active", "ready", "allowed",
];

/// Words with which the name of a box for consent goes on. What Adobe's pages call each of their parts is `cmp-text`.
const CONSENT: [&str; 7] = [
    "container",
    "banner",
    "wrapper",
    "overlay",
    "root",
    "modal",
    "box",
];

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
    let names: Vec<String> = names(node).flatten().collect();
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

/// An element's names, each as its words, without those that only say in which state it is.
fn names(node: &NodeRef<'_>) -> impl Iterator<Item = Vec<String>> {
    let named: Vec<String> = NAMED
        .iter()
        .filter_map(|key| node.attr(key))
        .flat_map(|value| {
            let short: String = value.chars().take(300).collect();
            let each = short.split_whitespace().map(str::to_owned);
            each.collect::<Vec<_>>()
        })
        .collect();
    named.into_iter().map(|name| {
        let words = tokens(&name);
        let is_state = |at: usize, word: &str| {
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let behind = words.get(at + 1);
            let is = |other: Option<&String>, known: &[&str]| {
                other.is_some_and(|other| known.contains(&other.as_str()))
            };
            is(before, &STATES_BEFORE)
                || is(behind, &STATES_BEHIND)
                || (word == "cmp" && words.len() > 1 && !is(behind, &CONSENT))
        };
        let kept = words.iter().enumerate();
        let kept = kept.filter(|(at, word)| !is_state(*at, word));
        kept.map(|(_, word)| word.clone()).collect()
    })
}

/// Whether an element is named as the box of an article's text, or says so in microdata.
fn is_body(node: &NodeRef<'_>) -> bool {
    let microdata = node
        .attr("itemprop")
        .is_some_and(|what| what.split_whitespace().any(|what| what == "articleBody"));
    microdata
        || names(node).any(|words| match words.as_slice() {
            [.., first, second] => BODIES.contains(&(first, second)),
            _ => false,
        })
}

/// Whether an element is named as one that holds other articles, or what readers say.
pub(crate) fn is_of_others(node: &NodeRef<'_>) -> bool {
    let what = by_names(node);
    what == Some(COMMENTS) || (what == Some(RELATED) && has_link(node))
}

/// Whether a link is in an element, or around it.
fn has_link(node: &NodeRef<'_>) -> bool {
    let around = node.ancestors_it(Some(3)).chain(std::iter::once(*node));
    let mut all = around.chain(node.descendants_it().take(2000));
    all.any(|node| node.has_name("a") && node.has_attr("href"))
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
/// What the page tells of its article is never taken out.
pub(crate) fn remove(document: &Document, witness: &Witness) -> Vec<LeftOut> {
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
        let what = furniture(&node, page.prose, witness, &mut work);
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
    /// Letters of running text: paragraphs of some length, and text of some length beside them.
    prose: usize,
    /// How many such paragraphs there are.
    paragraphs: usize,
    /// Letters of links.
    linked: usize,
    article: bool,
    headline: bool,
}

/// Looks through an element, or gives up where the page has taken enough.
fn survey(node: &NodeRef<'_>, work: &mut usize) -> Option<Survey> {
    let mut survey = Survey {
        prose: 0,
        paragraphs: 0,
        linked: 0,
        article: false,
        headline: false,
    };
    for inner in node.descendants_it().chain(std::iter::once(*node)) {
        *work = work.checked_sub(1)?;
        let Some(name) = inner.node_name() else {
            // Text that stands in no paragraph, divided by line ends alone.
            let text = inner.text();
            if inner.is_text() && text.len() >= 60 && !is_inside_few(&inner, &APART) {
                let letters = text.trim().chars().count();
                survey.prose += if letters >= 60 { letters } else { 0 };
                survey.paragraphs += usize::from(letters >= 60);
            }
            continue;
        };
        survey.article |= &*name == "article";
        survey.headline |= &*name == "h1";
        if matches!(&*name, "p" | "blockquote" | "li") {
            let letters = inner.normalized_char_count();
            *work = work.checked_sub(letters)?;
            survey.prose += if letters >= 60 { letters } else { 0 };
            survey.paragraphs += usize::from(letters >= 60);
        }
        if &*name == "a" {
            survey.linked += inner.normalized_char_count();
        }
    }
    Some(survey)
}

/// Elements whose text is no running text, or is counted with them.
const APART: [&str; 11] = [
    "p",
    "blockquote",
    "li",
    "a",
    "script",
    "style",
    "noscript",
    "template",
    "textarea",
    "option",
    "svg",
];

fn is_inside_few(node: &NodeRef<'_>, names: &[&str]) -> bool {
    let mut outer = node.ancestors_it(Some(6));
    outer.any(|outer| names.iter().any(|name| outer.has_name(name)))
}

/// What an element is, if it is furniture. An element with the page's prose in it never is, whatever it is called: some
/// pages are all one `<div class="with-sidebar">`.
fn furniture(
    node: &NodeRef<'_>,
    page: usize,
    witness: &Witness,
    work: &mut usize,
) -> Option<&'static str> {
    let name = node.node_name()?;
    if matches!(
        &*name,
        "article" | "main" | "body" | "html" | "h1" | "h2" | "h3" | "h4" | "p" | "em" | "strong"
    ) {
        return None;
    }
    if matches!(&*name, "span" | "div") && is_card(node, work) {
        return Some(CARDS);
    }
    let element = by_element(node, &name);
    let what = element.or_else(|| by_names(node))?;
    // A lead is called a teaser too; what is of others leads to them.
    if what == RELATED && !has_link(node) {
        return None;
    }
    let inner = survey(node, work)?;
    let few_links = inner.linked * 4 < inner.prose;
    let mostly = inner.prose * 10 > page * 4;
    let own = what != COMMENTS
        && few_links
        && ((inner.paragraphs >= 3 && inner.prose * 4 >= page)
            || (element.is_none() && inner.prose > 0 && is_body(node)));
    let articles = inner.article && what != COMMENTS && what != RELATED;
    let headline = inner.headline && (inner.prose > 0 || what == "page header");
    let told = element.is_none()
        && what != COMMENTS
        && inner.prose > 0
        && few_links
        && witness.has_lead(&walk::text(node)) == Some(true);
    let is_article = mostly || own || articles || headline || told;
    (!is_article).then_some(what)
}

/// What stands inside a sentence and is shown where a link in it is pointed at.
const CARDS: &str = "cards behind links";

/// Whether an element inside a paragraph is such a card: a picture, and little but links beside it.
fn is_card(node: &NodeRef<'_>, work: &mut usize) -> bool {
    let is_inside = node.ancestors_it(Some(3)).any(|outer| outer.has_name("p"));
    // The link itself is the sentence's; the card stands beside it.
    let first = node.first_element_child();
    let is_link = first.is_some_and(|first| {
        first.has_name("a") && !first.descendants_it().any(|inner| inner.has_name("img"))
    });
    let mut inner = node.descendants_it();
    if !is_inside || is_link || !inner.any(|inner| inner.has_name("img")) {
        return false;
    }
    let letters = node.normalized_char_count();
    let linked = survey(node, work).map_or(0, |inner| inner.linked);
    letters >= 40 && linked * 10 >= letters * 8
}

/// The one box that the page names as its article's text, where there is one with a good part of the page's prose.
pub(crate) fn body_of(document: &Document) -> Option<NodeRef<'_>> {
    let mut work = WORK;
    let body = document.body()?;
    let page = survey(&body, &mut work)?;
    let mut found: Option<NodeRef<'_>> = None;
    for node in document.select("[class], [id], [itemprop]").nodes() {
        let inside =
            |outer: &NodeRef<'_>| node.ancestors_it(None).any(|above| above.id == outer.id);
        if !is_body(node) || node.id == body.id || found.as_ref().is_some_and(inside) {
            continue;
        }
        let inner = survey(node, &mut work)?;
        if inner.paragraphs < 3 || inner.linked * 4 >= inner.prose {
            continue;
        }
        if found.is_some() || inner.prose * 4 < page.prose {
            // Several of them are a list of articles, or the parts of one.
            return None;
        }
        found = Some(*node);
    }
    found
}

/// Words in a class name or an id for which Readability passes an element over, whatever is in it.
const UNLIKELY: [&str; 30] = [
    "-ad-",
    "ai2html",
    "banner",
    "breadcrumbs",
    "combx",
    "comment",
    "community",
    "cover-wrap",
    "disqus",
    "extra",
    "footer",
    "gdpr",
    "header",
    "legends",
    "menu",
    "related",
    "remark",
    "replies",
    "rss",
    "shoutbox",
    "sidebar",
    "skyscraper",
    "social",
    "sponsor",
    "supplemental",
    "ad-break",
    "agegate",
    "pagination",
    "pager",
    "popup",
];

/// Takes such names off what holds a good part of the page's prose, or what the page tells of its article.
pub(crate) fn unname(document: &Document, witness: &Witness) {
    let mut work = WORK;
    let lead = witness.lead(document);
    let told: Vec<_> = lead
        .iter()
        .flat_map(|lead| lead.ancestors_it(None))
        .map(|outer| outer.id)
        .collect();
    let Some(page) = document.body().and_then(|body| survey(&body, &mut work)) else {
        return;
    };
    for node in document.select("[class], [id]").nodes() {
        let unlikely = ["class", "id"]
            .iter()
            .filter_map(|key| node.attr(key))
            .any(|value| {
                let value = value.to_ascii_lowercase();
                UNLIKELY.iter().any(|word| value.contains(word))
            });
        if !unlikely {
            continue;
        }
        let Some(inner) = survey(node, &mut work) else {
            return;
        };
        if inner.prose * 10 > page.prose * 4 || (inner.paragraphs > 1 && told.contains(&node.id)) {
            node.remove_attrs(&["class", "id"]);
        }
    }
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
