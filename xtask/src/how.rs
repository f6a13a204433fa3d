//! Builds the page "How it works" from `how.html`, the engine's own examples and docs/method.md. It is a separate page, so
//! it adds nothing to a first visit, and people can read and find it without WebAssembly.

mod examples;
mod figures;

use self::examples::Examples;
use crossread_library::Article;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The complete page. `style` is the address of the site's stylesheet.
///
/// # Errors
/// Returns a message for people if the template has an unknown marker or lacks one, or the method lacks a section.
pub fn page(
    template: &str,
    method: &str,
    articles: &[Article],
    style: &str,
) -> Result<String, String> {
    let mut parts = Examples::of(articles).all();
    parts.push(("style", style.to_owned()));
    for (name, heading) in [
        ("method-words", "Words and sentences"),
        ("method-passages", "Passages"),
        ("method-matches", "Matches"),
        ("method-story", "Several articles"),
        ("measured", "How well"),
        ("limits", "What it cannot know"),
    ] {
        let text = section(method, heading)
            .ok_or_else(|| format!("docs/method.md has no part `## {heading}`"))?;
        parts.push((name, to_html(text)));
    }
    let mut page = template.to_owned();
    for (name, html) in parts {
        let marker = format!("{{{{{name}}}}}");
        if !page.contains(&marker) {
            return Err(format!("how.html has no `{marker}`"));
        }
        page = page.replace(&marker, &html);
    }
    match page.split_once("{{") {
        Some((_, rest)) => Err(format!(
            "how.html asks for `{}`, which nothing is for",
            rest.split("}}").next().unwrap_or_default()
        )),
        None => Ok(page),
    }
}

/// The text under a second-level heading, up to the next one.
fn section<'text>(markdown: &'text str, heading: &str) -> Option<&'text str> {
    let start = format!("\n## {heading}\n");
    let (_, rest) = markdown.split_once(&start)?;
    Some(rest.split("\n## ").next().unwrap_or(rest).trim())
}

/// Markdown as HTML. Links to source files become plain text, since the site does not contain them. Headings get a
/// level below those of the page, and table headers get a scope.
fn to_html(markdown: &str) -> String {
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let inside = |address: &str| !address.starts_with("https://");
    let mut left_out = false;
    let events = parser.filter_map(|event| match event {
        Event::Start(Tag::Link { ref dest_url, .. }) if inside(dest_url) => {
            left_out = true;
            None
        }
        Event::End(TagEnd::Link) if left_out => {
            left_out = false;
            None
        }
        Event::Start(Tag::Heading {
            id, classes, attrs, ..
        }) => Some(Event::Start(Tag::Heading {
            level: HeadingLevel::H4,
            id,
            classes,
            attrs,
        })),
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(HeadingLevel::H4))),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out.replace("<table>", "<table class=\"tally\">")
        .replace("<th>", "<th scope=\"col\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    const METHOD: &str = "# Top\n\n## Words and sentences\nW, see [the rules](engine/src/x.rs).\n\n## Passages\nP *m*\n\n## Matches\n1. One\n2. Two\n\n\
        ## Several articles\nS\n\n\
        ## How well\n\n| set | result |\n|---|---|\n| `one` | .9 |\n\n## What it cannot know\n\nWho.\n";

    fn template() -> String {
        [
            "style",
            "verbatim",
            "edited",
            "related",
            "moved",
            "passage",
            "repeat",
            "furniture",
            "figures",
            "nothing",
            "method-words",
            "method-passages",
            "method-matches",
            "method-story",
            "measured",
            "limits",
        ]
        .map(|name| format!("{{{{{name}}}}}\n"))
        .concat()
    }

    #[test]
    fn the_method_stands_in_the_page_as_it_is_written() {
        let page = page(&template(), METHOD, &[], "./style.css").unwrap();
        assert!(page.contains("./style.css\n"), "{page}");
        assert!(page.contains("<p>W, see the rules.</p>"), "{page}");
        assert!(page.contains("P <em>m</em>"), "{page}");
        assert!(page.contains("<li>Two</li>"), "{page}");
        assert!(page.contains("<th scope=\"col\">set</th>"), "{page}");
        assert!(
            page.contains("<td><code>one</code></td><td>.9</td>"),
            "{page}"
        );
    }

    #[test]
    fn a_marker_too_many_or_too_few_stops_the_build() {
        let more = template() + "{{unheard-of}}";
        let error = page(&more, METHOD, &[], "").unwrap_err();
        assert!(error.contains("unheard-of"), "{error}");
        let less = template().replace("{{edited}}", "");
        assert!(
            page(&less, METHOD, &[], "")
                .unwrap_err()
                .contains("{{edited}}")
        );
        let error = page(&template(), "## Passages\n", &[], "").unwrap_err();
        assert!(error.contains("docs/method.md"), "{error}");
    }

    #[test]
    fn the_shipped_page_holds_what_the_engine_finds() {
        let root = crate::host::root();
        let articles = crossread_library::files::check_dir(&root.join("assets/articles")).articles;
        let page = page(
            include_str!("../../how.html"),
            include_str!("../../docs/method.md"),
            &articles,
            "./style.css",
        )
        .unwrap();
        for kind in ["edited", "related"] {
            assert!(
                page.contains(&format!("<figure class=\"example {kind}\">")),
                "{kind}"
            );
        }
        assert!(page.contains("<td>A") || page.contains("scope=\"col\">A</th>"));
        for article in &articles {
            assert!(
                !page.contains(&article.text),
                "the page quotes from {}, and does not carry it",
                article.id
            );
        }
    }
}
