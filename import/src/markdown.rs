//! Reads Markdown: the text without its marks, and the values of a front matter.

use crate::bounds;
use crate::clean;
use crate::error::{self, ImportError};
use crate::field;
use crate::html;
use crate::imported::{Format, Imported, LeftOut};
use crate::paragraphs::{Kind, Paragraphs};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A Markdown file.
pub(crate) fn open(text: &str) -> Result<Imported, ImportError> {
    // A byte order mark before a heading would hide it. Only the first, which belongs to the file, is removed.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    if deep(text) {
        return Err(error::too_deep("Markdown text"));
    }
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, options) {
        reader.event(event);
        if reader.paragraphs.is_too_long() {
            return Err(error::bomb("Markdown text"));
        }
    }
    reader.end();
    let mut imported = Imported::of(Format::Markdown, &reader.paragraphs.finish())?;
    let front = front_matter(&reader.front);
    let stated = |keys: &[&str]| {
        let found = keys
            .iter()
            .find_map(|key| front.iter().find(|(name, _)| name == key));
        found.map(|(_, value)| value.as_str())
    };
    const BASIS: &str = "the front matter";
    imported.about.title = stated(&["title", "headline"])
        .and_then(|value| field::line(value, BASIS))
        .or_else(|| field::line(&reader.heading?, "the first heading"));
    imported.about.publisher =
        stated(&["publisher", "source", "site"]).and_then(|value| field::line(value, BASIS));
    imported.about.date =
        stated(&["date", "published", "pubdate"]).and_then(|value| field::day(value, BASIS));
    imported.about.url = stated(&["url", "canonical", "link", "source"])
        .and_then(|value| field::address(value, BASIS));
    imported.about.language =
        stated(&["lang", "language"]).and_then(|value| field::language(value, BASIS));
    imported
        .left_out
        .extend(LeftOut::count(reader.images, "image", "images"));
    imported
        .left_out
        .extend(LeftOut::words("footnotes", reader.footnotes));
    Ok(imported)
}

/// Whether a line opens more nested quotations or lists than anybody writes.
fn deep(text: &str) -> bool {
    text.lines().any(|line| {
        let marks = line
            .chars()
            .take_while(|c| matches!(c, '>' | ' ' | '-' | '*' | '+' | '\t'));
        marks.filter(|&c| c != ' ' && c != '\t').count() > bounds::XML_DEPTH
            && line.contains(|c: char| c.is_alphanumeric())
    })
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    paragraphs: Paragraphs,
    front: String,
    heading: Option<String>,
    html: String,
    images: u32,
    footnotes: u32,
    /// Where the events stand.
    in_front: bool,
    in_code: bool,
    in_footnote: usize,
    in_image: usize,
    lists: usize,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(text) if self.in_front => self.front.push_str(&text),
            Event::Text(text) if self.in_code => self.paragraphs.push_raw(&text),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                self.paragraphs.line_break()
            }
            Event::Html(text) => self.html.push_str(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.paragraphs.line_break(),
            Event::Rule => self.break_off(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_footnote > 0 {
            self.footnotes += clean::words(text);
        } else if self.in_image == 0 {
            self.paragraphs.push(text);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::MetadataBlock(_) => self.in_front = true,
            Tag::CodeBlock(_) => {
                self.break_off();
                self.in_code = true;
            }
            Tag::FootnoteDefinition(_) => {
                self.break_off();
                self.in_footnote += 1;
            }
            Tag::Image { .. } => {
                self.images += 1;
                self.in_image += 1;
            }
            Tag::List(_) => {
                self.break_off();
                if self.lists == 0 {
                    self.paragraphs.gap();
                }
                self.lists += 1;
            }
            Tag::Table(_) => self.paragraphs.gap(),
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::Item
            | Tag::BlockQuote(_)
            | Tag::HtmlBlock => self.break_off(),
            _ => {}
        }
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_front = false,
            TagEnd::CodeBlock => {
                self.break_off();
                self.in_code = false;
            }
            TagEnd::FootnoteDefinition => self.in_footnote = self.in_footnote.saturating_sub(1),
            TagEnd::Image => self.in_image = self.in_image.saturating_sub(1),
            TagEnd::List(_) => {
                self.break_off();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::Heading(_) => {
                let heading = self.paragraphs.end(Kind::Body).map(str::to_owned);
                self.heading = self.heading.take().or(heading);
            }
            TagEnd::TableCell => {
                self.paragraphs.end(Kind::Cell);
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) => self.break_off(),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                if self.in_footnote == 0
                    && self.in_image == 0
                    && let Some(text) = html::inner_text(&html)
                {
                    self.paragraphs.push_raw(&text);
                }
                self.break_off();
            }
            _ => {}
        }
    }

    fn break_off(&mut self) {
        let kind = if self.lists > 0 {
            Kind::Item
        } else {
            Kind::Body
        };
        self.paragraphs.end(kind);
    }

    fn end(&mut self) {
        self.break_off();
    }
}

/// The keys and values of a front matter that are on one line each: `key: value`, `key = "value"`, and `value = "…"` under a
/// heading `[key]`, as in this project's own articles.
fn front_matter(text: &str) -> Vec<(String, String)> {
    let mut section = String::new();
    let mut found = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            section = name.trim_matches(['[', ']', ' ']).to_ascii_lowercase();
            continue;
        }
        let Some(at) = line.find([':', '=']) else {
            continue;
        };
        let key = line[..at].trim().trim_matches('"').to_ascii_lowercase();
        let value = line[at + 1..].trim();
        let value = ['"', '\'']
            .iter()
            .find_map(|&quote| value.strip_prefix(quote)?.strip_suffix(quote))
            .unwrap_or(value);
        let key = if key == "value" && !section.is_empty() {
            section.clone()
        } else {
            key
        };
        if !value.is_empty() {
            found.push((key, value.to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn marks_go_and_words_stay() {
        let article = open(
            "---\ntitle: \"Rain at last\"\ndate: 2026-03-14T08:00:00Z\nlang: en\n---\n\n# Rain\n\nIt *rained* on [Holm](https://holm.example \
             \"t\")[^1] and\nstayed.\n\n- one\n- two\n  - three\n\n> “Wet,” she said.\n\n![gates](g.png)\n\n| a | b |\n|---|---|\n| c | d |\n\n\
             ```\n  code  here\n```\n\n[^1]: A small island.\n",
        )
        .expect("an article");
        assert_eq!(
            article.text,
            "Rain\n\nIt rained on Holm and stayed.\n\none\ntwo\nthree\n\n“Wet,” she said.\n\na\nb\nc\nd\n\ncode  here"
        );
        let title = article.about.title.expect("a title");
        assert_eq!(
            (title.value.as_str(), title.basis.as_str()),
            ("Rain at last", "the front matter")
        );
        assert_eq!(article.about.date.expect("a date").value, "2026-03-14");
        assert_eq!(article.about.language.expect("a language").value, "en");
        let left: Vec<_> = article
            .left_out
            .iter()
            .map(|left| (left.what.as_str(), left.words))
            .collect();
        assert_eq!(left, [("1 image", 0), ("footnotes", 3)]);
    }

    #[test]
    fn this_projects_own_articles_are_understood() {
        let article = open("+++\n[title]\nvalue = \"Rain\"\nbasis = \"stated\"\n[publisher]\nvalue = \"The Mail\"\n+++\nIt rained.")
            .expect("an article");
        assert_eq!(article.text, "It rained.");
        assert_eq!(
            article.about.publisher.expect("a publisher").value,
            "The Mail"
        );
    }

    #[test]
    fn raw_html_is_read_for_its_text() {
        let article = open("Before\n\n<div onclick=\"x()\"><script>alert(1)</script>In <b>between</b></div>\n\nA <i>b</i> c<br>d")
            .expect("an article");
        assert_eq!(article.text, "Before\n\nIn between\n\nA b c\nd");
    }
}
