//! A collection: the reader's articles and comparisons in one JSON file, which can be taken along and merged
//! with another. `docs/collection.md` describes its fields.

use std::collections::{BTreeMap, BTreeSet};

use super::bounds::{self, Over, clipped};
use super::json::{self, Json, named, text};
use super::record::{self, id_of};
use crate::library::{Article, Library, Text};
use crate::state::{parse, write as write_link};

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

    /// Reads one that was written down; nothing where its link leads nowhere.
    pub fn read(from: &Json) -> Option<Comparison> {
        let link = from
            .text("link")
            .filter(|link| link.len() <= bounds::LINK)?;
        let link = write_link(&parse(link).state);
        let title = from.text("title").unwrap_or_default();
        (!link.is_empty()).then(|| Comparison {
            title: clipped(title, bounds::BOTH_TITLES).0.into_owned(),
            link,
            added: from.number("added").unwrap_or(0),
        })
    }
}

/// Articles with the times at which they were added, and comparisons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    /// The articles.
    pub articles: Vec<(Article, u64)>,
    /// The comparisons.
    pub comparisons: Vec<Comparison>,
    /// How many entries could not be read.
    pub damaged: u32,
    /// What was more than is taken.
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
                "This file is damaged or no collection of Crossread’s: it could not be read. Nothing was changed."
            }
            Fault::Foreign => {
                "This file is no collection of Crossread’s. A collection is the file that “Save as a file” writes. Nothing was changed."
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
        ])
        .write()
    }

    /// Reads a file. Entries that cannot be read are counted, and the others are there.
    ///
    /// # Errors
    /// If it is not a collection of this version.
    pub fn read(file: &str) -> Result<Collection, Fault> {
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
        let [articles, comparisons] = ["articles", "comparisons"].map(|name| json.list(name));
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
            match Comparison::read(one) {
                Some(one) => read.comparisons.push(one),
                None => read.damaged += 1,
            }
        }
        let beyond = |list: &[Json]| list.len().saturating_sub(bounds::IN_COLLECTION);
        read.over.entries = beyond(articles) + beyond(comparisons);
        Ok(read)
    }

    /// The entries that are new to a library and its comparisons. An article with the content of an
    /// existing one is not new. If its id is taken, it gets another id, made from the random number
    /// `chance`, and the comparisons use it.
    pub fn new_to(&self, library: &Library, kept: &[Comparison], chance: &str) -> Collection {
        let mut with = library.clone();
        // By what their content would be called: few share that without being the same.
        let mut there: BTreeMap<String, Vec<Text>> = BTreeMap::new();
        for one in with.own_ones() {
            there.entry(id_of(one)).or_default().push(one.id.clone());
        }
        let mut renamed: BTreeMap<&str, String> = BTreeMap::new();
        let mut new = Collection::default();
        for (article, added) in &self.articles {
            let alike = there.entry(id_of(article)).or_default();
            let is_same = |id: &&Text| {
                let one = with.get(id);
                one.is_some_and(|one| record::same(one, article))
            };
            let id = match alike.iter().find(is_same) {
                Some(id) => id.clone(),
                None => {
                    let mut article = article.clone();
                    if with.get(&article.id).is_some() {
                        article.id = record::free_id(&with, &article, chance).into();
                    }
                    let id = article.id.clone();
                    alike.push(id.clone());
                    with.put(article.clone(), crate::library::Origin::Kept, *added);
                    new.articles.push((article, *added));
                    id
                }
            };
            if id != article.id {
                // Of two with one id, a comparison means the first.
                renamed.entry(&article.id).or_insert(id.into_owned());
            }
        }
        let mut links: BTreeSet<String> = kept.iter().map(|one| one.link.clone()).collect();
        for comparison in &self.comparisons {
            let mut state = parse(&comparison.link).state;
            for id in [&mut state.a, &mut state.b] {
                if let Some(to) = renamed.get(&**id) {
                    id.clone_from(to);
                }
            }
            let link = write_link(&state);
            if links.insert(link.clone()) {
                new.comparisons.push(Comparison {
                    link,
                    ..comparison.clone()
                });
            }
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::{Collection, Comparison, Fault, Over, bounds};
    use crate::library::{Library, Origin};
    use crate::own::record::free_id;
    use crate::view::testing::article;
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
        assert_eq!(Collection::read(&all.write()), Ok(all.clone()));
        assert_eq!(
            Collection::read(&format!("\u{feff}{}", all.write())),
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
            assert_eq!(Collection::read(file), Err(fault), "{file}");
        }
        let partly = r#"{"crossread":"collection","version":1,"articles":[{"text":"It rained."},7,{}],"comparisons":[{"link":""}]}"#;
        let read = Collection::read(partly).expect("most of it");
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
        let read = Collection::read(&all.write()).expect("a collection");
        let over = Over {
            entries: 3,
            cut: true,
        };
        assert_eq!((read.over, read.damaged), (over, 1));
        assert_eq!(read.comparisons.len(), bounds::IN_COLLECTION - 1);
        let longest = read.comparisons[0].title.chars().count();
        assert_eq!(longest, bounds::BOTH_TITLES);
    }

    #[test]
    fn joining_adds_only_what_is_new() {
        let mut library = Library::default();
        let kept = collection(
            &[("own-a", "It rained."), ("own-b", "Snow.")],
            &["?a=own-a&b=own-b"],
        );
        for (article, added) in kept.articles.clone() {
            library.put(article, Origin::Kept, added);
        }
        let again = kept.new_to(&library, &kept.comparisons, "7f");
        assert_eq!(again, Collection::default());
        // Another text under an id that is taken, and a comparison of it.
        let other = collection(
            &[("own-a", "It blew."), ("own-c", "It froze.")],
            &["?a=own-a&b=own-c"],
        );
        let new = other.new_to(&library, &kept.comparisons, "7f");
        let mut blew = article("own-a", "It blew.");
        blew.id = free_id(&library, &blew, "7f").into();
        assert_eq!(new.articles[0].0, blew);
        assert_eq!(new.comparisons[0].link, format!("?a={}&b=own-c", blew.id));
        // The same text under another id is the one that is there.
        let mut moved = collection(&[("own-a", "It rained.")], &["?a=own-z&b=own-b"]);
        moved.articles[0].0.id = "own-z".into();
        assert_eq!(
            moved.new_to(&library, &kept.comparisons, "7f"),
            Collection::default()
        );
    }

    /// Each held against each other, they would take minutes.
    #[test]
    fn three_thousand_texts_are_joined_in_seconds() {
        let start = std::time::Instant::now();
        let mut many = Collection::default();
        for number in 0..3_000 {
            let mut one = article("own-a", &format!("It rained {number} times."));
            one.id = format!("own-{number}").into();
            many.articles.push((one, number));
            many.comparisons
                .push(comparison(&format!("?a=own-{number}&b=own-0")));
        }
        let mut library = Library::default();
        let new = many.new_to(&library, &[], "7f");
        assert_eq!((new.articles.len(), new.comparisons.len()), (3_000, 3_000));
        for (article, added) in new.articles {
            library.put(article, Origin::Kept, added);
        }
        let again = many.new_to(&library, &new.comparisons, "7f");
        assert_eq!(again, Collection::default());
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(any in any::<String>()) {
            let _ = Collection::read(&any);
        }

        #[test]
        fn joining_twice_is_joining_once(texts in prop::collection::vec("[ab]{1,2}", 0..6)) {
            let ids = ["own-a", "own-b", "own-c", "own-a", "own-b", "own-c"];
            let pairs: Vec<(&'static str, &str)> = ids.into_iter().zip(texts.iter().map(String::as_str)).collect();
            let all = collection(&pairs, &["?a=own-a&b=own-b"]);
            let mut library = Library::default();
            let first = all.new_to(&library, &[], "7f");
            for (article, added) in first.articles.clone() {
                library.put(article, Origin::Kept, added);
            }
            prop_assert_eq!(all.new_to(&library, &first.comparisons, "7f").articles, vec![]);
            prop_assert_eq!(library.articles().len(), first.articles.len());
        }
    }
}
