//! Reads a page's metadata about its article, and notes where each value was found. A value that is visible to readers and
//! confirmed by the page's own words is trusted most, then the metadata for programs: Open Graph and structured data.

use crate::day::{self, Order};
use crate::field;
use crate::html::dates;
use crate::html::titles::{self, Titles};
use crate::imported::NOTED_IN_PAGE;
use crossread_article::{About, Stated};
use dom_query::Document;
use serde_json::Value;

/// What a page says of its article.
#[derive(Debug)]
pub(crate) struct Metadata {
    pub(crate) about: About,
    /// The heading that shows the title on the page.
    pub(crate) heading: Option<String>,
    /// The words in which the page introduces its article to others, whole or in part.
    pub(crate) description: Option<String>,
    /// The article's text as the structured data has it.
    pub(crate) body: Option<String>,
    /// How it means a day in numbers.
    pub(crate) order: Order,
}

const JSON_LD: &str = "the page's structured data (JSON-LD)";

/// How pages call the day of publication for other programs, the surest first: the ends of names, letters alone.
const DATES: [&str; 13] = [
    "publishedtime",
    "published",
    "datepublished",
    "pubdate",
    "publishdate",
    "publisheddate",
    "publicationdate",
    "publishtime",
    "dateoriginal",
    "postdate",
    "datecreated",
    "dateissued",
    "releasedate",
];

/// The same, as a whole name.
const WHOLE_DATES: [&str; 9] = [
    "date",
    "dcdate",
    "dctermsdate",
    "dctermscreated",
    "dctermsissued",
    "dccreated",
    "sailthrudate",
    "citationdate",
    "created",
];

/// Reads what a page says of its article.
pub(crate) fn read(document: &Document) -> Metadata {
    let objects = structured(document);
    let data = objects.iter().find(|object| is_article(object));
    let page = objects.iter().find(|object| has_type(object, &["WebPage"]));
    let site = objects.iter().find(|object| has_type(object, &["WebSite"]));
    let publisher =
        from_data(data, &["publisher", "name"]).or_else(|| meta(document, "og:site_name"));
    let url = attribute(
        document,
        "link[rel=canonical]",
        "href",
        "the page's canonical address",
    )
    .or_else(|| meta(document, "og:url"))
    .or_else(|| from_data(data, &["mainEntityOfPage", "@id"]))
    .or_else(|| from_data(data, &["url"]))
    .or_else(|| saved_from(document))
    .and_then(|url| field::address(&url.value, &url.basis));
    let names = [
        publisher.clone(),
        meta(document, "og:site_name"),
        from_data(site, &["name"]),
        from_data(site, &["alternateName"]),
        from_data(page, &["publisher", "name"]),
        meta(document, "application-name"),
        meta(document, "apple-mobile-web-app-title"),
    ];
    let mut sites: Vec<String> = names.into_iter().flatten().map(|name| name.value).collect();
    sites.extend(url.as_ref().and_then(|url| host_name(&url.value)));
    let titles = titles::find(
        document,
        titles::Said {
            open_graph: meta(document, "og:title").or_else(|| meta(document, "twitter:title")),
            data: from_data(data, &["headline"]).or_else(|| from_data(data, &["name"])),
            sites: &sites,
        },
    );
    let language = attribute(document, "html", "lang", "the page's language attribute")
        .or_else(|| from_data(data, &["inLanguage"]))
        .or_else(|| meta(document, "og:locale"))
        .and_then(|tag| field::language(&tag.value, &tag.basis));
    let order = Order::of(
        language.as_ref().map(|tag| tag.value.as_str()),
        url.as_ref().map(|url| url.value.as_str()),
    );
    let long = |text: Option<Stated>| {
        text.map(|text| text.value)
            .filter(|text| text.chars().count() >= 40)
    };
    let date = date(
        document,
        &Data {
            article: data,
            page,
            all: &objects,
        },
        &titles,
        url.as_ref(),
        order,
    );
    Metadata {
        description: long(meta(document, "og:description"))
            .or_else(|| long(meta(document, "description")))
            .or_else(|| long(from_data(data, &["description"]))),
        body: data
            .and_then(|data| data.get("articleBody")?.as_str().map(str::to_owned))
            .filter(|body| body.split_whitespace().count() >= 40),
        heading: titles.heading,
        order,
        about: About {
            title: titles.title,
            publisher,
            date,
            place: None,
            url,
            language,
        },
    }
}

/// The page's structured data.
struct Data<'a> {
    article: Option<&'a Value>,
    page: Option<&'a Value>,
    all: &'a [Value],
}

/// The day of publication: the first place that says a day; where none does, the first words that stand for one.
fn date(
    document: &Document,
    data: &Data<'_>,
    titles: &Titles,
    url: Option<&Stated>,
    order: Order,
) -> Option<Stated> {
    let mut metas = dates_for_programs(document).into_iter().peekable();
    let surest = metas
        .next_if(|(trust, _)| *trust == 0)
        .map(|(_, said)| said);
    let in_data = from_data(data.article, &["datePublished"]);
    let rest = metas.map(|(_, said)| said);
    let mut in_words: Option<Stated> = None;
    for said in surest.into_iter().chain(in_data).chain(rest) {
        if let Some(day) = day::stated(&said.value, order) {
            return field::line(&day, &said.basis);
        }
        in_words = in_words.or(Some(said));
    }
    let of_object = |object: Option<&Value>, key: &str| {
        let said = from_data(object, &[key])?;
        field::line(&day::stated(&said.value, order)?, &said.basis)
    };
    let others = || {
        let objects = data.all.iter();
        objects
            .filter(|object| !has_type(object, &["Comment", "Review", "Question", "Answer"]))
            .find_map(|object| {
                of_object(Some(object), "datePublished")
                    .or_else(|| of_object(Some(object), "dateCreated"))
            })
    };
    let first = dates::microdata(document, order)
        .or_else(|| dates::time_of_article(document, order))
        .or_else(|| of_object(data.page, "datePublished"))
        .or_else(others);
    if first.is_some() {
        return first;
    }
    let heading = titles.heading.as_deref();
    let title = titles.title.as_ref().map(|title| title.value.as_str());
    let told = dates::told(document, [heading, title], order);
    told.announced
        .or_else(|| dates::in_address(&url?.value))
        .or(told.near)
        .or_else(|| dates::in_scripts(document, order))
        .or_else(|| dates::in_title(titles.page.as_deref()?, order))
        .or(told.only)
        .or(in_words)
}

/// What the page's head says of the day, the surest first, each with its place among the names.
fn dates_for_programs(document: &Document) -> Vec<(usize, Stated)> {
    let mut found: Vec<(usize, Stated)> = Vec::new();
    for node in document.select("meta").iter() {
        let names = ["property", "name", "itemprop"];
        let Some(name) = names.iter().find_map(|key| node.attr(key)) else {
            continue;
        };
        let letters: String = name
            .chars()
            .filter(char::is_ascii_alphabetic)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let ends = || DATES.iter().position(|end| letters.ends_with(end));
        let trust = if letters.contains("unpublish") {
            None
        } else if WHOLE_DATES.contains(&letters.as_str()) {
            Some(DATES.len())
        } else {
            ends()
        };
        let said = trust.zip(node.attr("content")).and_then(|(trust, said)| {
            let basis = format!("the page's {}", name.trim());
            Some((trust, field::line(&said, &basis)?))
        });
        if let Some((trust, said)) = said {
            // Behind all that are as sure.
            let at = found.iter().position(|(other, _)| *other > trust);
            found.insert(at.unwrap_or(found.len()), (trust, said));
        }
    }
    found
}

/// The name in an address: `quaygazette` of `https://www.quaygazette.co.uk/…`.
fn host_name(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', ':', '?']).next()?;
    let labels: Vec<&str> = host.split('.').collect();
    let (_, own) = labels.split_last()?;
    let name = own
        .iter()
        .rev()
        .find(|label| label.len() > 3)
        .or(own.last())?;
    Some((*name).to_owned())
}

/// A `<meta>` by its property, name or microdata.
fn meta(document: &Document, name: &str) -> Option<Stated> {
    let found = document.select("meta").iter().find_map(|node| {
        let is = |key: &str| {
            node.attr(key)
                .is_some_and(|given| given.trim().eq_ignore_ascii_case(name))
        };
        (is("property") || is("name") || is("itemprop")).then(|| node.attr("content"))?
    });
    field::line(&found?, &format!("the page's {name}"))
}

/// An attribute of the first element that has it.
fn attribute(document: &Document, selector: &str, key: &str, basis: &str) -> Option<Stated> {
    let found = document
        .select(selector)
        .iter()
        .find_map(|node| node.attr(key));
    field::line(&found?, basis)
}

/// Where browsers note the address of what they save: `<!-- saved from url=(0023)https://… -->`.
fn saved_from(document: &Document) -> Option<Stated> {
    let comment = document
        .root()
        .descendants_it()
        .take(40)
        .find(|node| node.is_comment())?;
    let text = comment.html();
    let address = text.split_once("saved from url=(")?.1.split_once(')')?.1;
    let address = address.split_whitespace().next()?.trim_end_matches("-->");
    field::line(address, NOTED_IN_PAGE)
}

/// The objects of the page's JSON-LD, those in lists and graphs too.
fn structured(document: &Document) -> Vec<Value> {
    let scripts = document.select("script[type='application/ld+json']");
    let mut objects = Vec::new();
    for script in scripts.iter().take(20) {
        let text = script.text();
        let text = text
            .trim()
            .trim_start_matches("<![CDATA[")
            .trim_end_matches("]]>");
        // Line ends within its texts are no JSON, and common.
        let whole = serde_json::from_str(text)
            .or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")));
        if let Ok(value) = whole {
            gather(value, &mut objects);
        }
    }
    objects
}

fn gather(value: Value, into: &mut Vec<Value>) {
    match value {
        Value::Array(list) => list.into_iter().for_each(|value| gather(value, into)),
        Value::Object(mut object) if into.len() < 200 => {
            let inner = ["@graph", "mainEntity"].map(|key| object.remove(key));
            into.push(Value::Object(object));
            for value in inner.into_iter().flatten() {
                gather(value, into);
            }
        }
        _ => {}
    }
}

fn is_article(object: &Value) -> bool {
    has_type(object, &["Article", "BlogPosting", "Report"])
}

/// Whether an object is of a type whose name ends so (schema.org).
fn has_type(object: &Value, ends: &[&str]) -> bool {
    let fits = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| ends.iter().any(|end| kind.ends_with(end)))
    };
    object.get("@type").is_some_and(|kind| {
        fits(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(fits))
    })
}

/// A text in the structured data, by its keys; of a list, the first.
fn from_data(data: Option<&Value>, keys: &[&str]) -> Option<Stated> {
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
    field::line(value.as_str()?, JSON_LD)
}
