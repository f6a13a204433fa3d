//! Markup and script in every field of every format. Here they must stay characters. How a page shows them is tested
//! with the page. But nothing may be lost, joined or half understood on the way, and no address may have a script.

mod common;

use common::{docx, escaped, odt, pdf, read};
use crossread_import::{Imported, paste};

const PAYLOADS: [&str; 22] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "\"><script>alert(1)</script>",
    "'><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<iframe src=javascript:alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<body onload=alert(1)>",
    "<math><mtext><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "javascript:alert(1)",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example/>",
];

fn title(article: &Imported) -> &str {
    article
        .about
        .title
        .as_ref()
        .map_or("", |title| title.value.as_str())
}

#[test]
fn in_plain_text_and_pastes() {
    for payload in PAYLOADS {
        let text = format!("{payload}\n\nIt rained {payload} on Holm.");
        let article = read("a.txt", text.as_bytes()).expect(payload);
        assert_eq!(article.text, text);
        // A line that ends like a part of a sentence is no headline.
        let expected = if payload.ends_with(';') { "" } else { payload };
        assert_eq!(title(&article), expected);
        assert_eq!(paste(&text, None).expect(payload).text, text);
    }
}

#[test]
fn in_the_text_of_rich_pastes_and_pages() {
    for payload in PAYLOADS {
        let shown = escaped(payload);
        let rich = format!("<h1>{shown}</h1><p>It rained {shown} on Holm.</p>");
        let article = paste("", Some(&rich)).expect(payload);
        assert_eq!(
            article.text,
            format!("{payload}\n\nIt rained {payload} on Holm.")
        );
        assert_eq!(title(&article), payload);
        let page = format!(
            "<!DOCTYPE html><html lang=\"{shown}\"><head><title>{shown}</title><meta property=og:title content=\"{shown}\">\
             <meta property=og:site_name content=\"{shown}\"><meta property=og:url content=\"{shown}\">\
             <link rel=canonical href=\"{shown}\"></head><body><h1>{shown}</h1><p>It rained {shown} on Holm.</p></body></html>"
        );
        let article = read("a.html", page.as_bytes()).expect(payload);
        assert_eq!(
            article.text,
            format!("{payload}\n\nIt rained {payload} on Holm.")
        );
        assert_eq!(title(&article), payload);
        assert_eq!(
            article
                .about
                .publisher
                .as_ref()
                .map(|publisher| publisher.value.as_str()),
            Some(payload)
        );
        assert_eq!(
            (article.about.url, article.about.language),
            (None, None),
            "{payload}"
        );
    }
}

#[test]
fn as_markup_of_rich_pastes_and_pages_they_do_nothing_and_leave_nothing() {
    for payload in PAYLOADS {
        let rich = format!("<p>It rained on Holm.</p>{payload}");
        let text = paste("", Some(&rich)).expect(payload).text;
        assert!(text.starts_with("It rained on Holm."), "{payload}");
        assert!(
            !text.contains("<script>alert(1)</script>") || payload.starts_with("&lt;"),
            "{payload}: {text}"
        );
    }
}

#[test]
fn in_structured_data() {
    for payload in PAYLOADS {
        let data = serde_json::json!({ "@type": "NewsArticle", "headline": payload, "url": payload, "publisher": { "name": payload }, "datePublished": payload });
        // As pages have to write it: `<` would end the script.
        let data = data.to_string().replace('<', "\\u003c");
        let page = format!(
            "<!DOCTYPE html><script type=application/ld+json>{data}</script><body><p>It rained on Holm.</p></body>"
        );
        let article = read("a.html", page.as_bytes()).expect(payload);
        assert_eq!(title(&article), payload);
        assert_eq!(
            article.about.date.map(|date| date.value).as_deref(),
            Some(payload)
        );
        assert_eq!(article.about.url, None);
        assert_eq!(article.text, "It rained on Holm.");
    }
}

#[test]
fn in_documents() {
    for payload in PAYLOADS {
        let (in_title, in_body) = (
            escaped(payload),
            escaped(&format!("It rained {payload} on Holm.")),
        );
        for (name, bytes) in [
            ("a.docx", docx(&in_title, &in_body)),
            ("a.odt", odt(&in_title, &in_body)),
        ] {
            let article = read(name, &bytes).expect(payload);
            assert_eq!(
                article.text,
                format!("It rained {payload} on Holm."),
                "{name}"
            );
            assert_eq!(title(&article), payload, "{name}");
        }
    }
}

#[test]
fn in_pdfs() {
    for payload in PAYLOADS {
        let line = format!("It rained {payload} on Holm.");
        let article = read("a.pdf", &pdf(payload, &[&line])).expect(payload);
        assert_eq!(article.text, line);
        assert_eq!(title(&article), payload);
    }
}

#[test]
fn in_markdown() {
    for payload in PAYLOADS {
        let text = format!("---\ntitle: {payload}\n---\n\n    It rained {payload} on Holm.\n");
        let article = read("a.md", text.as_bytes()).expect(payload);
        assert_eq!(
            article.text,
            format!("It rained {payload} on Holm."),
            "as code"
        );
        assert_eq!(title(&article), payload);
        // Here it is real markup: nothing of a tag is left.
        let article = read("a.md", format!("It rained.\n\n{payload}\n").as_bytes()).expect(payload);
        assert!(
            !article.text.contains("<script>alert(1)</script>")
                || payload.starts_with('&')
                || payload.contains("CDATA"),
            "{payload}: {}",
            article.text
        );
    }
}

#[test]
fn in_names_they_are_never_repeated() {
    for payload in PAYLOADS {
        for name in [
            payload.to_owned(),
            format!("{payload}.txt"),
            format!("a.{payload}"),
            format!("{payload}.docx"),
        ] {
            let article = read(&name, b"It rained on Holm.").expect(payload);
            assert_eq!(article.text, "It rained on Holm.");
            let said = format!("{:?}", article.remarks);
            assert!(
                !said.contains(['<', '(', '$', '{']) || said.contains("(HTML)"),
                "{said}"
            );
        }
    }
}
