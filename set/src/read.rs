//! Reads a collection's files and checks each: the name of a part is a mark of its content.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::{fmt, io};

use crossread_collection::record::mark;
use crossread_collection::{Article, json, record};
use serde_json::Value;

use crate::parts::{file, is_name, place};
use crate::words::{BEGINNING, Word, words};
use crate::{Around, ENTRY, Entry, KIND, LARGEST, Listed, VERSION};

/// Why a collection, or something in it, cannot be read.
#[derive(Debug)]
pub enum Fault {
    /// A file is missing, or cannot be read.
    Missing(String, io::Error),
    /// A file does not match its name: it was cut off, or changed.
    Broken(String),
    /// This is something else.
    NotACollection,
    /// It has another version of the format.
    Version(u64),
    /// There is no article of that id.
    NoArticle(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Missing(file, error) => write!(f, "{file} cannot be read: {error}"),
            Fault::Broken(file) => write!(f, "{file} is damaged: it was cut off or changed"),
            Fault::NotACollection => f.write_str("this is not a static collection"),
            Fault::Version(found) if *found > VERSION => f.write_str(
                "this collection was written by a newer version of Crossread, which is needed to read it",
            ),
            Fault::Version(_) => {
                f.write_str("this collection was written by an older version of Crossread")
            }
            Fault::NoArticle(id) => write!(f, "there is no article {id} in this collection"),
        }
    }
}

impl std::error::Error for Fault {}

/// An opened collection. `Fetch` returns the bytes of a file by its path, as a host does.
#[derive(Debug)]
pub struct Reader<Fetch> {
    /// What the entry says.
    pub entry: Entry,
    fetch: Fetch,
    /// How many files were fetched.
    fetched: RefCell<usize>,
}

/// What was found for some words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The numbers of the articles: those with more of the words in the title first, then the newest.
    pub articles: Vec<u32>,
    /// Words that more than half of the articles have, which are ignored.
    pub frequent: Vec<String>,
}

impl<Fetch: Fn(&str) -> io::Result<Vec<u8>>> Reader<Fetch> {
    /// Opens a collection.
    ///
    /// # Errors
    /// If there is none, or it is of another version.
    pub fn open(fetch: Fetch) -> Result<Reader<Fetch>, Fault> {
        let bytes = fetch(ENTRY).map_err(|error| Fault::Missing(ENTRY.to_owned(), error))?;
        let value: Value = serde_json::from_slice(&bytes).map_err(|_| Fault::NotACollection)?;
        if value["crossread"] != KIND {
            return Err(Fault::NotACollection);
        }
        let version = value["version"].as_u64().unwrap_or(0);
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        let broken = |_| Fault::Broken(ENTRY.to_owned());
        Ok(Reader {
            entry: serde_json::from_value(value).map_err(broken)?,
            fetch,
            fetched: RefCell::new(1),
        })
    }

    /// How many files were fetched so far.
    pub fn fetched(&self) -> usize {
        *self.fetched.borrow()
    }

    /// The article of an id.
    ///
    /// # Errors
    /// If there is none, or a file is missing or damaged.
    pub fn article(&self, id: &str) -> Result<Article, Fault> {
        let ids = &self.entry.ids;
        let lines = self.lines(ids, place(ids, &id.to_owned()))?;
        let find = |line: &str| {
            let (known, _, part, at): (String, u32, u32, u32) = serde_json::from_str(line).ok()?;
            (known == id).then_some((part as usize, at as usize))
        };
        let nothing = || Fault::NoArticle(id.to_owned());
        let (part, at) = lines.lines().find_map(find).ok_or_else(nothing)?;
        let texts = self.lines(&self.entry.texts, part)?;
        let broken = || self.broken(&self.entry.texts, part);
        let line = texts.lines().nth(at).ok_or_else(broken)?;
        let read = json::read(line).as_ref().and_then(record::read);
        let mut article = read.ok_or_else(broken)?.article;
        article.id = id.to_owned().into();
        Ok(article)
    }

    /// The article of a number, as it is listed.
    ///
    /// # Errors
    /// If there is none, or a file is missing or damaged.
    pub fn listed(&self, number: u32) -> Result<Listed, Fault> {
        self.numbered(&self.entry.list, number)
    }

    /// What is around the article of a number.
    ///
    /// # Errors
    /// If there is none, or a file is missing or damaged.
    pub fn around(&self, number: u32) -> Result<Around, Fault> {
        self.numbered(&self.entry.near, number)
    }

    /// The articles that have all of these words, or words that begin so.
    ///
    /// # Errors
    /// If a file is missing or damaged.
    pub fn find(&self, typed: &str) -> Result<Found, Fault> {
        let mut found = Found::default();
        let mut all: Option<BTreeSet<u32>> = None;
        let mut titles: BTreeMap<u32, u32> = BTreeMap::new();
        let wanted: BTreeSet<String> = words(typed).into_iter().collect();
        for word in wanted {
            let (having, in_titles) = self.having(&word)?;
            for article in in_titles {
                *titles.entry(article).or_default() += 1;
            }
            match having {
                None => found.frequent.push(word),
                Some(having) => {
                    all = Some(match all {
                        None => having,
                        Some(before) => before.intersection(&having).copied().collect(),
                    });
                }
            }
        }
        found.articles = all.unwrap_or_default().into_iter().collect();
        found
            .articles
            .sort_by_key(|article| std::cmp::Reverse(titles.get(article).copied()));
        Ok(found)
    }

    /// The articles that have a word or one that begins with it, `None` if it is too frequent; and those with it in their title.
    fn having(&self, word: &str) -> Result<(Option<BTreeSet<u32>>, BTreeSet<u32>), Fault> {
        let table = &self.entry.words;
        let firsts: Vec<(String, Word)> = table
            .iter()
            .map(|(name, first)| (name.clone(), Word(first.clone())))
            .collect();
        let fits = |other: &str| {
            other == word || (word.chars().count() >= BEGINNING && other.starts_with(word))
        };
        let (mut having, mut in_titles) = (BTreeSet::new(), BTreeSet::new());
        let mut is_frequent = false;
        let mut part = place(&firsts, &Word(word.to_owned()));
        let mut is_first = true;
        while part < table.len() && (is_first || fits(&firsts[part].1.0)) {
            let first = &firsts[part].1;
            for line in self.lines(table, part)?.lines() {
                let broken = |_| self.broken(table, part);
                let (other, articles, titles): (String, Vec<u32>, Vec<u32>) =
                    serde_json::from_str(line).map_err(broken)?;
                if fits(&other) {
                    is_frequent |= articles.is_empty();
                    having.extend(numbers(&articles));
                    in_titles.extend(numbers(&titles));
                }
            }
            // If a line continues in the next parts, they were read with this one.
            part += 1;
            while part < table.len() && firsts[part].1 == *first {
                part += 1;
            }
            is_first = false;
        }
        Ok(((!is_frequent).then_some(having), in_titles))
    }

    /// Reads everything, to check that nothing is missing or damaged.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), Fault> {
        let entry = &self.entry;
        let words = entry.words.iter().chain(&entry.ids).map(|one| &one.0);
        let numbers = entry.list.iter().chain(&entry.near).chain(&entry.texts);
        for name in words.chain(numbers.map(|one| &one.0)) {
            self.part(name)?;
        }
        for number in 0..entry.articles {
            let listed = self.listed(number)?;
            self.around(number)?;
            self.article(&listed.id)?;
        }
        Ok(())
    }

    /// The content of the line of a number.
    fn numbered<T: serde::de::DeserializeOwned>(
        &self,
        table: &[(String, u32)],
        number: u32,
    ) -> Result<T, Fault> {
        let part = place(table, &number);
        let lines = self.lines(table, part)?;
        let at = table.get(part).and_then(|one| number.checked_sub(one.1));
        let line = at.and_then(|at| lines.lines().nth(at as usize));
        let read = line.and_then(|line| serde_json::from_str(line).ok());
        read.ok_or_else(|| self.broken(table, part))
    }

    /// The lines that begin in a part, whole.
    fn lines<K>(&self, table: &[(String, K)], part: usize) -> Result<String, Fault> {
        let mut bytes = Vec::new();
        for (name, _) in table.get(part..).unwrap_or_default() {
            bytes.extend(self.part(name)?);
            if bytes.ends_with(b"\n") {
                break;
            }
        }
        String::from_utf8(bytes).map_err(|_| self.broken(table, part))
    }

    fn part(&self, name: &str) -> Result<Vec<u8>, Fault> {
        // Anybody may have written the entry, so a name must not lead to another folder.
        if !is_name(name) {
            return Err(Fault::Broken(ENTRY.to_owned()));
        }
        let path = file(name);
        *self.fetched.borrow_mut() += 1;
        let bytes = (self.fetch)(&path).map_err(|error| Fault::Missing(path.clone(), error))?;
        if bytes.len() > LARGEST || mark(&bytes) != name {
            return Err(Fault::Broken(path));
        }
        Ok(bytes)
    }

    fn broken<K>(&self, table: &[(String, K)], part: usize) -> Fault {
        Fault::Broken(table.get(part).map_or(ENTRY.to_owned(), |one| file(&one.0)))
    }
}

fn numbers(steps: &[u32]) -> impl Iterator<Item = u32> {
    steps.iter().scan(0_u32, |last, step| {
        *last = last.checked_add(*step)?;
        Some(*last)
    })
}
