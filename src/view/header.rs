//! The header of an article: its title, where it comes from, how long it is, and the basis of each.

use crossread_article::is_web_address;
use crossread_engine::Lang;
use crossread_engine::overview::Length;

use super::Comparing;
use super::names::Source;
use super::words::{count, date, digits, fraction, plural};
use crate::library::{Article, Stated, Text};
use crate::state::{Both, Side};

/// The header of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Which side.
    pub side: Side,
    /// The name of its source.
    pub source: Source,
    /// The article's title.
    pub title: String,
    /// The publisher, or "publisher not stated".
    pub publisher: String,
    /// Whether it is stated.
    pub publisher_stated: bool,
    /// The date in words ("30 May 2014"), or "date not stated".
    pub date: String,
    /// Its length: "708 words, half of them repeated".
    pub words: String,
    /// Everything that is known, each with its basis, for a fold.
    pub details: Vec<Detail>,
    /// The address it was taken from, if one is stated that may be a link.
    pub url: Option<String>,
    /// The language of the text, for `lang`; empty where none is stated.
    pub lang: String,
}

impl Header {
    /// The text beside the source's name: the publisher, if it is stated and is not the name, and the date.
    pub fn facts(&self) -> impl Iterator<Item = &String> {
        let publisher = self.publisher_stated.then_some(&self.publisher);
        let publisher = publisher.filter(|name| **name != self.source.name);
        publisher.into_iter().chain([&self.date])
    }
}

/// One thing that is known about an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Its name: "Publisher".
    pub label: String,
    /// Its value, or "not stated".
    pub value: String,
    /// Its basis; empty if there is none.
    pub basis: String,
}

/// The header of that side's column.
pub fn header(comparing: &Comparing, side: Side) -> Header {
    let length = comparing.sheets.of(side).length;
    Header {
        words: length_in_words(length),
        details: details(comparing.articles.of(side), length),
        ..unread(comparing.articles.of(side), side, &comparing.sources)
    }
}

/// The header of an article that has not been read yet: its length is not known.
pub(super) fn unread(article: &Article, side: Side, sources: &Both<Source>) -> Header {
    Header {
        side,
        source: sources.of(side).clone(),
        title: article.title.value.to_string(),
        publisher: publisher(article),
        publisher_stated: article.publisher.is_some(),
        date: date_of(article),
        words: String::new(),
        details: Vec::new(),
        url: article
            .url
            .as_ref()
            .filter(|url| is_web_address(&url.value))
            .map(|url| url.value.to_string()),
        lang: lang(article),
    }
}

/// "708 words, half of them repeated", "1,204 words, 38 of them furniture".
pub(super) fn length_in_words(length: Length) -> String {
    let all = count(length.words, "word", "words");
    match (length.repeats, length.furniture) {
        (0, 0) => all,
        (repeats, 0) => format!(
            "{all}, {} of them repeated",
            fraction(repeats, length.words)
        ),
        (0, furniture) => format!("{all}, {} of them furniture", digits(furniture)),
        (repeats, furniture) => format!(
            "{all}, {} of them repeated and {} furniture",
            fraction(repeats, length.words),
            digits(furniture)
        ),
    }
}

/// What does not count of an article, and why.
fn length_basis(length: Length) -> String {
    match length.repeats + length.furniture {
        0 => "counted in the text; all of them are the article’s own".to_owned(),
        left_out => format!(
            "counted in the text; {} {} in repeats and {} in furniture, and {} left out of the \
             figures unless you put them back",
            digits(length.repeats),
            plural(length.repeats, "is", "are"),
            digits(length.furniture),
            plural(left_out, "is", "are"),
        ),
    }
}

/// The publisher, or that none is stated.
pub(super) fn publisher(article: &Article) -> String {
    match &article.publisher {
        Some(stated) => with_doubt(&stated.value, stated),
        None => "publisher not stated".to_owned(),
    }
}

/// The date in words, or that none is stated.
pub(super) fn date_of(article: &Article) -> String {
    match &article.date {
        Some(stated) => with_doubt(&date(&stated.value), stated),
        None => "date not stated".to_owned(),
    }
}

/// The language of the text, for `lang`; empty where none is stated.
pub(super) fn lang(article: &Article) -> String {
    article
        .language
        .as_ref()
        .map_or_else(String::new, |tag| tag.value.to_string())
}

/// The value, with "(inferred)" if it was concluded rather than read.
fn with_doubt(value: &str, stated: &Stated) -> String {
    if stated.basis.starts_with("inferred") {
        format!("{value} (inferred)")
    } else {
        value.to_owned()
    }
}

fn details(article: &Article, length: Length) -> Vec<Detail> {
    let plain = |value: &Text| value.to_string();
    let row = |label: &str, stated: Option<&Stated>, say: fn(&Text) -> String| Detail {
        label: label.to_owned(),
        value: stated.map_or_else(|| "not stated".to_owned(), |stated| say(&stated.value)),
        basis: stated.map_or_else(String::new, |stated| stated.basis.to_string()),
    };
    vec![
        row("Title", Some(&article.title), plain),
        row("Publisher", article.publisher.as_ref(), plain),
        row("Date", article.date.as_ref(), |value| date(value)),
        row("Place", article.place.as_ref(), plain),
        row("Address", article.url.as_ref(), plain),
        row("Language", article.language.as_ref(), |tag| language(tag)),
        Detail {
            label: "Length".to_owned(),
            value: count(length.words, "word", "words"),
            basis: length_basis(length),
        },
    ]
}

/// The name of a language, or its tag where the site has no name for it.
fn language(tag: &str) -> String {
    Lang::from_tag(tag).name().unwrap_or(tag).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{header, length_in_words};
    use crossread_engine::overview::Length;

    use crate::library::Stated;
    use crate::state::Side;
    use crate::view::testing::{article, first_pair, of_articles};

    #[test]
    fn what_is_not_stated_is_said_so() {
        let (comparing, _) = first_pair("");
        let a = header(&comparing, Side::A);
        assert_eq!(a.publisher, "publisher not stated");
        assert_eq!(a.date, "April 2014 (inferred)");
        assert_eq!(a.words, "729 words, half of them repeated");
        assert_eq!(a.lang, "en");
        let b = header(&comparing, Side::B);
        assert_eq!(b.date, "date not stated");
        let said: Vec<String> = b
            .details
            .iter()
            .map(|detail| format!("{}: {}", detail.label, detail.value))
            .collect();
        assert_eq!(
            said[1..].join("; "),
            "Publisher: not stated; Date: not stated; Place: not stated; Address: not stated; \
             Language: English; Length: 330 words"
        );
    }

    #[test]
    fn what_is_stated_comes_with_what_it_rests_on() {
        let mut one = article("rain", "It rained.");
        one.publisher = Some(Stated {
            value: "The Morning Mail".into(),
            basis: "stated in the banner".into(),
        });
        let comparing = of_articles(one, article("b", ""), Default::default());
        let header = header(&comparing, Side::A);
        assert_eq!(header.publisher, "The Morning Mail");
        assert_eq!(header.details[1].basis, "stated in the banner");
        assert_eq!(header.words, "2 words");
    }

    #[test]
    fn lengths() {
        let said = |words, repeats, furniture| {
            length_in_words(Length {
                words,
                repeats,
                furniture,
            })
        };
        assert_eq!(said(0, 0, 0), "0 words");
        assert_eq!(said(1204, 0, 38), "1,204 words, 38 of them furniture");
        assert_eq!(
            said(900, 300, 12),
            "900 words, a third of them repeated and 12 furniture"
        );
    }
}
