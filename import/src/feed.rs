//! Reads articles in JSON: a JSON Feed, the posts of WordPress, and articles in the form of schema.org.

use crate::bounds;
use crate::error::{self, ImportError};
use crate::field;
use crate::html;
use crate::imported::{Format, Imported, Piece};
use serde_json::Value;

/// The articles in a JSON text. `None` if the text is not JSON.
pub(crate) fn articles(text: &str) -> Option<Result<Vec<Piece>, ImportError>> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with(['{', '[']) || !text.ends_with(['}', ']']) {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    let mut pieces = Vec::new();
    let source = value
        .get("title")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let items: Vec<&Value> = match (&value, value.get("items"), value.get("posts")) {
        (_, Some(Value::Array(items)), _) | (_, _, Some(Value::Array(items))) => {
            items.iter().collect()
        }
        (Value::Array(items), ..) => items.iter().collect(),
        (object, ..) => match object.get("@graph") {
            Some(Value::Array(items)) => items.iter().collect(),
            _ => vec![object],
        },
    };
    for item in items {
        if pieces.len() >= bounds::PIECES {
            break;
        }
        let Some(read) = article(item, source.as_deref()) else {
            continue;
        };
        let title = read
            .as_ref()
            .ok()
            .and_then(|read| read.about.title.as_ref());
        let number = pieces.len() + 1;
        let name = title.map_or_else(|| format!("Article {number}"), |title| title.value.clone());
        pieces.push(Piece { name, read });
    }
    Some(if pieces.is_empty() {
        Err(error::no_feed())
    } else {
        Ok(pieces)
    })
}

/// An article. `None` if the object is of another kind. `source`: the name of the feed.
fn article(item: &Value, source: Option<&str>) -> Option<Result<Imported, ImportError>> {
    let text = |keys: &[&str]| -> Option<&str> {
        let mut value = item;
        for key in keys {
            if let Value::Array(list) = value {
                value = list.first()?;
            }
            value = value.get(key)?;
        }
        value.as_str().filter(|text| !text.trim().is_empty())
    };
    let first = |ways: &[&[&str]]| ways.iter().find_map(|keys| text(keys));
    let is_markup = |body: &str| {
        let closed = body.matches("</").count();
        closed > 0 || body.contains("<br") || body.contains("<p>")
    };
    let body = first(&[
        &["content_html"],
        &["content", "rendered"],
        &["content_text"],
        &["articleBody"],
        &["content"],
    ])?;
    let is_plain = text(&["content_html"]).is_none() && text(&["content", "rendered"]).is_none();
    let body = if is_plain && !is_markup(body) {
        Some(body.to_owned())
    } else {
        html::inner_text(body)
    };
    let Some(body) = body else {
        return Some(Err(error::too_deep("article")));
    };
    let mut imported = match Imported::of(Format::Feed, &body) {
        Ok(imported) => imported,
        Err(trouble) => return Some(Err(trouble)),
    };
    let basis = "the article's entry in the file";
    let plain = |text: &str| html::inner_text(text).unwrap_or_default();
    let stated = |ways: &[&[&str]]| field::line(first(ways)?, basis);
    imported.about.title = first(&[&["title", "rendered"], &["title"], &["headline"], &["name"]])
        .and_then(|title| field::line(&plain(title), basis));
    imported.about.publisher = stated(&[&["publisher", "name"], &["publisher"]])
        .or_else(|| field::line(source?, "the name of the feed"));
    imported.about.date = first(&[
        &["date_published"],
        &["datePublished"],
        &["date_gmt"],
        &["date"],
        &["dateCreated"],
    ])
    .and_then(|date| field::day(date, basis));
    imported.about.url = first(&[
        &["external_url"],
        &["link"],
        &["url"],
        &["mainEntityOfPage", "@id"],
        &["mainEntityOfPage"],
        &["id"],
    ])
    .and_then(|url| field::address(url, basis));
    imported.about.language = first(&[&["language"], &["inLanguage"]])
        .and_then(|language| field::language(language, basis));
    Some(Ok(imported))
}

#[cfg(test)]
mod tests {
    use super::articles;
    use crate::imported::Piece;

    fn read(text: &str) -> Vec<Piece> {
        articles(text).expect("JSON").expect("articles")
    }

    /// Title, publisher, date, address, text.
    fn said(piece: &Piece) -> [&str; 5] {
        let read = piece.read.as_ref().expect("an article");
        let fields = [
            &read.about.title,
            &read.about.publisher,
            &read.about.date,
            &read.about.url,
        ];
        let [a, b, c, d] = fields.map(|field| field.as_ref().map_or("", |field| &*field.value));
        [a, b, c, d, &read.text]
    }

    #[test]
    fn a_json_feed_has_an_article_an_item() {
        let pieces = read(
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Quay Gazette", "items": [
                {"id": "1", "url": "https://a.example/1", "title": "Rain &amp; wind", "date_published": "2026-03-14T09:00:00Z",
                 "content_html": "<p>It rained.</p><p>Then it <b>stopped</b>.</p>"},
                {"id": "2", "content_text": "No title here."},
                {"id": "3", "title": "A link alone"}]}"#,
        );
        assert_eq!(pieces.len(), 2);
        assert_eq!(
            said(&pieces[0]),
            [
                "Rain & wind",
                "Quay Gazette",
                "2026-03-14",
                "https://a.example/1",
                "It rained.\n\nThen it stopped."
            ]
        );
        assert_eq!(pieces[1].name, "Article 2");
    }

    #[test]
    fn posts_of_wordpress_are_articles() {
        let post = r#"{"id": 7, "date": "2026-03-14T09:00:00", "link": "https://a.example/rain", "title": {"rendered": "Rain&#8217;s end"},
            "content": {"rendered": "<p>It rained.</p>\n<p>It stopped.</p>", "protected": false}}"#;
        let title = [
            "Rain’s end",
            "",
            "2026-03-14",
            "https://a.example/rain",
            "It rained.\n\nIt stopped.",
        ];
        assert_eq!(said(&read(post)[0]), title);
        let list = read(&format!("[{post}, {post}]"));
        assert_eq!((list.len(), said(&list[1])), (2, title));
    }

    #[test]
    fn articles_of_schema_org_are_read_in_a_graph_too() {
        let article = r#"{"@type": "NewsArticle", "headline": "Rain", "datePublished": "2026-03-14", "publisher": {"@type": "Organization", "name": "Quay Gazette"},
            "inLanguage": "en", "articleBody": "It rained.\n\nIt stopped.", "mainEntityOfPage": {"@id": "https://a.example/rain"}}"#;
        let expected = [
            "Rain",
            "Quay Gazette",
            "2026-03-14",
            "https://a.example/rain",
            "It rained.\n\nIt stopped.",
        ];
        assert_eq!(said(&read(article)[0]), expected);
        let graph = read(&format!(
            r#"{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "Q"}}, {article}]}}"#
        ));
        assert_eq!((graph.len(), said(&graph[0])), (1, expected));
    }

    #[test]
    fn other_texts_and_other_data_are_none() {
        for text in ["", "It rained.", "[1] A note", "{curly} start", "{\"a\": 1"] {
            assert!(articles(text).is_none(), "{text}");
        }
        for data in [
            "{}",
            "[]",
            "[1, 2]",
            r#"{"a": {"b": [null]}}"#,
            r#"{"items": [3]}"#,
        ] {
            assert!(articles(data).expect("JSON").is_err(), "{data}");
        }
    }
}
