//! A collection: the reader's articles and comparisons in one JSON file, which can be saved and merged with another.
//! `docs/collection.md` describes its fields.

use crate::bounds::{self, Over, clipped};
use crate::json::{self, Json, named, text};
use crate::{Article, Naming, record};

/// The version that is written. A file of a later version is not read, since its meaning may differ.
const VERSION: u64 = 1;

/// A comparison that the reader kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What the reader is shown: both titles.
    pub title: String,
    /// The query of its link: pair, view, selection and filters.
    pub link: String,
    /// When it was kept, in milliseconds since 1970.
    pub added: u64,
}

impl Comparison {
    /// Writes it down.
    pub fn write(&self) -> Json {
        named([
            ("title", Some(text(&self.title))),
            ("link", Some(text(&self.link))),
            ("added", Some(Json::Number(self.added))),
        ])
    }

    /// Reads a stored comparison; `None` if its link leads nowhere. `link` gives a query in its shortest form, or an empty
    /// text.
    pub fn read(from: &Json, link: &dyn Fn(&str) -> String) -> Option<Comparison> {
        let written = from.text("link");
        let link = link(written.filter(|link| link.len() <= bounds::LINK)?);
        let title = from.text("title").unwrap_or_default();
        (!link.is_empty()).then(|| Comparison {
            title: clipped(title, bounds::BOTH_TITLES).0.into_owned(),
            link,
            added: from.number("added").unwrap_or(0),
        })
    }
}

/// Articles with the times at which they were added, comparisons, and names of claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    /// The articles.
    pub articles: Vec<(Article, u64)>,
    /// The comparisons.
    pub comparisons: Vec<Comparison>,
    /// The names that the reader gave to claims.
    pub names: Vec<Naming>,
    /// How many entries could not be read.
    pub damaged: u32,
    /// What was beyond the limits.
    pub over: Over,
}

/// The reason why a file cannot be read as a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not JSON: another file, or a damaged one.
    Damaged,
    /// It is JSON, but not a collection.
    Foreign,
    /// A comparison that was saved as JSON: a report, whose `crossread` is its version.
    Report,
    /// A later version of the site wrote it.
    Newer,
}

impl Fault {
    /// The sentence for the reader.
    pub fn sentence(self) -> &'static str {
        match self {
            Fault::Damaged => {
                "This file is damaged or not a collection of Crossread’s: it could not be read. Nothing was changed."
            }
            Fault::Foreign => {
                "This file is not a collection of Crossread’s. A collection is the file that “Save as a file” writes. Nothing was changed."
            }
            Fault::Report => {
                "This is a saved comparison, which is for programs: it cannot be opened here. To see it again, open its two texts and compare them, or follow the comparison’s link. Nothing was changed."
            }
            Fault::Newer => {
                "This collection was written by a newer version of Crossread. Load the page again to get that version. Nothing was changed."
            }
        }
    }
}

/// Whether bytes look like a collection, sound or not: a JSON file that names it.
pub fn looks_like_one(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = start.trim_ascii_start();
    start.starts_with(b"{")
        && start
            .windows(11)
            .take(64)
            .any(|piece| piece == b"\"crossread\"")
}

impl Collection {
    /// Writes the file.
    pub fn write(&self) -> String {
        let articles = self.articles.iter();
        let articles = articles.map(|(article, added)| record::write(article, *added));
        named([
            ("crossread", Some(text("collection"))),
            ("version", Some(Json::Number(VERSION))),
            ("articles", Some(Json::List(articles.collect()))),
            (
                "comparisons",
                Some(Json::List(
                    self.comparisons.iter().map(Comparison::write).collect(),
                )),
            ),
            (
                "names",
                (!self.names.is_empty())
                    .then(|| Json::List(self.names.iter().map(Naming::write).collect())),
            ),
        ])
        .write()
    }

    /// Reads a file. Entries that cannot be read are counted, and the others are returned. `link` gives the query of
    /// a comparison's link in its shortest form, or an empty text if it leads nowhere.
    ///
    /// # Errors
    /// If it is not a collection of this version.
    pub fn read(file: &str, link: &dyn Fn(&str) -> String) -> Result<Collection, Fault> {
        let file = file.strip_prefix('\u{feff}').unwrap_or(file);
        let json = json::read(file).ok_or(Fault::Damaged)?;
        if json.number("crossread").is_some() {
            return Err(Fault::Report);
        }
        if json.text("crossread") != Some("collection") {
            return Err(Fault::Foreign);
        }
        match json.number("version") {
            Some(1..=VERSION) => {}
            Some(_) => return Err(Fault::Newer),
            None => return Err(Fault::Foreign),
        }
        let [articles, comparisons, names] =
            ["articles", "comparisons", "names"].map(|name| json.list(name));
        let mut read = Collection::default();
        for one in articles.iter().take(bounds::IN_COLLECTION) {
            match record::read(one) {
                Some(one) => {
                    read.over.cut |= one.cut;
                    read.articles.push((one.article, one.added));
                }
                None => read.damaged += 1,
            }
        }
        for one in comparisons.iter().take(bounds::IN_COLLECTION) {
            match Comparison::read(one, link) {
                Some(one) => read.comparisons.push(one),
                None => read.damaged += 1,
            }
        }
        for one in names.iter().take(bounds::IN_COLLECTION) {
            match Naming::read(one) {
                Some(one) => read.names.push(one),
                None => read.damaged += 1,
            }
        }
        let beyond = |list: &[Json]| list.len().saturating_sub(bounds::IN_COLLECTION);
        read.over.entries = beyond(articles) + beyond(comparisons) + beyond(names);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::{Collection, Comparison, Fault, Naming, Over, bounds};
    use crate::testing::article;
    use proptest::prelude::*;

    fn comparison(link: &str) -> Comparison {
        Comparison {
            title: "Rain / Snow".to_owned(),
            link: link.to_owned(),
            added: 5,
        }
    }

    fn collection(texts: &[(&'static str, &str)], links: &[&str]) -> Collection {
        Collection {
            articles: texts
                .iter()
                .map(|(id, text)| (article(id, text), 3))
                .collect(),
            comparisons: links.iter().map(|link| comparison(link)).collect(),
            names: Naming::new("own-a", "It rained.", "", "Rain", 3)
                .into_iter()
                .collect(),
            ..Collection::default()
        }
    }

    #[test]
    fn a_file_comes_back_as_it_was() {
        let all = collection(
            &[
                ("own-a", "It <b>rained</b>.\n\nثم توقف 👍"),
                ("own-b", "Snow."),
            ],
            &[
                "?a=own-a&b=own-b&view=one&at=1.2",
                "?a=own-a&b=own-b&hand=0.0_-3.2",
            ],
        );
        assert_eq!(
            Collection::read(&all.write(), &str::to_owned),
            Ok(all.clone())
        );
        assert_eq!(
            Collection::read(&format!("\u{feff}{}", all.write()), &str::to_owned),
            Ok(all)
        );
    }

    #[test]
    fn a_damaged_or_foreign_file_says_so() {
        let file = collection(&[("own-a", "It rained.")], &[]).write();
        let cut = &file[..file.len() - 9];
        for (file, fault) in [
            (cut, Fault::Damaged),
            ("", Fault::Damaged),
            ("It rained.", Fault::Damaged),
            ("{}", Fault::Foreign),
            (
                r#"{"crossread":1,"options":{"min_words":5}}"#,
                Fault::Report,
            ),
            (r#"{"crossread":"collection"}"#, Fault::Foreign),
            (r#"{"crossread":"collection","version":2}"#, Fault::Newer),
        ] {
            assert_eq!(Collection::read(file, &str::to_owned), Err(fault), "{file}");
        }
        let partly = r#"{"crossread":"collection","version":1,"articles":[{"text":"It rained."},7,{}],"comparisons":[{"link":""}]}"#;
        let read = Collection::read(partly, &str::to_owned).expect("most of it");
        assert_eq!((read.articles.len(), read.damaged), (1, 3));
    }

    #[test]
    fn more_than_is_taken_is_left_out_and_counted() {
        let mut all = collection(&[("own-a", "It rained.")], &["?a=own-a&b=own-b"]);
        all.articles[0].0.title.value = "a".repeat(100_000).into();
        let links = (0..bounds::IN_COLLECTION + 3).map(|at| comparison(&format!("?a=own-{at}")));
        all.comparisons = links.collect();
        all.comparisons[0].title = "a".repeat(100_000);
        all.comparisons[1].link = format!("?a=own-a&b={}", "b".repeat(100_000));
        let read = Collection::read(&all.write(), &str::to_owned).expect("a collection");
        let over = Over {
            entries: 3,
            cut: true,
        };
        assert_eq!((read.over, read.damaged), (over, 1));
        assert_eq!(read.comparisons.len(), bounds::IN_COLLECTION - 1);
        let longest = read.comparisons[0].title.chars().count();
        assert_eq!(longest, bounds::BOTH_TITLES);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(any in any::<String>()) {
            let _ = Collection::read(&any, &str::to_owned);
        }
    }
}
