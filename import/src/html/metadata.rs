//! What a page says of its article, in the places where pages say such things, and which place it was. The order of trust:
//! the article's own structured data and Open Graph, which are written for other programs to read, then what readers see.

use crate::imported::Understood;
use dom_query::Document;
use serde_json::Value;

/// What a page says of its article.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    pub(crate) title: Option<Understood>,
    pub(crate) publisher: Option<Understood>,
    pub(crate) date: Option<Understood>,
    pub(crate) url: Option<Understood>,
    pub(crate) language: Option<Understood>,
}

const JSON_LD: &str = "the page's structured data (JSON-LD)";

/// Reads what a page says of its article.
pub(crate) fn read(document: &Document) -> Metadata {
    let data = structured(document);
    let data = data.as_ref();
    let publisher =
        from_data(data, &["publisher", "name"]).or_else(|| meta(document, "og:site_name"));
    Metadata {
        title: meta(document, "og:title")
            .or_else(|| from_data(data, &["headline"]))
            .or_else(|| element(document, "h1", "the page's main heading"))
            .or_else(|| page_title(document, publisher.as_ref())),
        date: meta(document, "article:published_time")
            .or_else(|| from_data(data, &["datePublished"]))
            .or_else(|| {
                [
                    "date",
                    "dc.date",
                    "dcterms.date",
                    "pubdate",
                    "datePublished",
                ]
                .iter()
                .find_map(|name| meta(document, name))
            })
            .or_else(|| {
                attribute(
                    document,
                    "article time[datetime], main time[datetime], time[pubdate]",
                    "datetime",
                    "the page's first time",
                )
            })
            .and_then(|date| Understood::day(&date.value, &date.basis)),
        url: attribute(
            document,
            "link[rel=canonical]",
            "href",
            "the page's canonical address",
        )
        .or_else(|| meta(document, "og:url"))
        .or_else(|| from_data(data, &["mainEntityOfPage", "@id"]))
        .or_else(|| from_data(data, &["url"]))
        .or_else(|| saved_from(document))
        .and_then(|url| Understood::address(&url.value, &url.basis)),
        language: attribute(document, "html", "lang", "the page's language attribute")
            .or_else(|| from_data(data, &["inLanguage"]))
            .or_else(|| meta(document, "og:locale"))
            .and_then(|tag| Understood::language(&tag.value, &tag.basis)),
        publisher,
    }
}

/// A `<meta>` by its property, name or microdata.
fn meta(document: &Document, name: &str) -> Option<Understood> {
    let found = document.select("meta").iter().find_map(|node| {
        let is = |key: &str| {
            node.attr(key)
                .is_some_and(|given| given.trim().eq_ignore_ascii_case(name))
        };
        (is("property") || is("name") || is("itemprop")).then(|| node.attr("content"))?
    });
    Understood::new(&found?, &format!("the page's {name}"))
}

/// The text of the first such element.
fn element(document: &Document, selector: &str, basis: &str) -> Option<Understood> {
    let found = document.select(selector).iter().find_map(|node| {
        let text = node.text();
        (!text.trim().is_empty()).then_some(text)
    });
    Understood::new(&found?, basis)
}

/// An attribute of the first element that has it.
fn attribute(document: &Document, selector: &str, key: &str, basis: &str) -> Option<Understood> {
    let found = document
        .select(selector)
        .iter()
        .find_map(|node| node.attr(key));
    Understood::new(&found?, basis)
}

/// The `<title>`, without the publisher's name behind a bar or a dash.
fn page_title(document: &Document, publisher: Option<&Understood>) -> Option<Understood> {
    let title = element(document, "head > title", "the page's title")?;
    let name = publisher.map(|publisher| publisher.value.as_str());
    let shorter = [" | ", " — ", " – ", " - "].iter().find_map(|bar| {
        let (headline, last) = title.value.rsplit_once(bar)?;
        Some(last)
            .filter(|last| Some(*last) == name)
            .map(|_| headline.to_owned())
    });
    match shorter {
        Some(headline) => Understood::new(&headline, "the page's title"),
        None => Some(title),
    }
}

/// Where browsers note the address of what they save: `<!-- saved from url=(0023)https://… -->`.
fn saved_from(document: &Document) -> Option<Understood> {
    let comment = document
        .root()
        .descendants_it()
        .take(40)
        .find(|node| node.is_comment())?;
    let text = comment.html();
    let address = text.split_once("saved from url=(")?.1.split_once(')')?.1;
    let address = address.split_whitespace().next()?.trim_end_matches("-->");
    Understood::new(address, "the browser's note in the saved page")
}

/// The article in the page's JSON-LD: the first object whose type is an article's (schema.org), in a list or a graph or not.
fn structured(document: &Document) -> Option<Value> {
    let scripts = document.select("script[type='application/ld+json']");
    scripts.iter().take(20).find_map(|script| {
        let text = script.text();
        let text = text
            .trim()
            .trim_start_matches("<![CDATA[")
            .trim_end_matches("]]>");
        article_in(serde_json::from_str(text).ok()?)
    })
}

fn article_in(value: Value) -> Option<Value> {
    match value {
        Value::Array(list) => list.into_iter().find_map(article_in),
        Value::Object(mut object) => {
            let is_article = |kind: &Value| {
                kind.as_str().is_some_and(|kind| {
                    kind.ends_with("Article")
                        || kind.ends_with("BlogPosting")
                        || kind.ends_with("Report")
                })
            };
            let kind = object.get("@type");
            let fits = kind.is_some_and(|kind| {
                is_article(kind)
                    || kind
                        .as_array()
                        .is_some_and(|kinds| kinds.iter().any(is_article))
            });
            if fits {
                Some(Value::Object(object))
            } else {
                article_in(object.remove("@graph")?)
            }
        }
        _ => None,
    }
}

/// A text in the structured data, by its keys; of a list, the first.
fn from_data(data: Option<&Value>, keys: &[&str]) -> Option<Understood> {
    let mut value = data?;
    for key in keys {
        if let Value::Array(list) = value {
            value = list.first()?;
        }
        // Some pages give the thing itself where others give an object of it.
        value = match value.get(key) {
            Some(inner) => inner,
            None if value.is_string() => value,
            None => return None,
        };
    }
    Understood::new(value.as_str()?, JSON_LD)
}
