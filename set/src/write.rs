//! Writes articles, and what was found among them, as files.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use crossread_collection::{Article, id_of, record};
use serde_json::json;

use crate::parts::Table;
use crate::words::{Having, Word, index};
use crate::{Around, ENTRY, Entry, KIND, LARGEST, Listed, PREFIX, VERSION};

/// The files of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The entry, to be written when all parts are there.
    pub entry: Vec<u8>,
    /// The parts, by their names.
    pub parts: BTreeMap<String, Vec<u8>>,
}

/// Why no files can be written: there are so many that their names alone exceed the limit of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

/// The articles as a collection has them: within the bounds of a stored article, each once, the newest first and those without
/// a date last, with ids made from their content. Also returns how many were left out as duplicates.
pub fn in_order(articles: Vec<Article>) -> (Vec<Article>, usize) {
    let given = articles.len();
    let mut seen: HashSet<String> = HashSet::new();
    let mut kept: Vec<Article> = Vec::new();
    for article in articles {
        let Some(mut article) = record::read(&record::write(&article, 0)).map(|one| one.article)
        else {
            continue;
        };
        let made = id_of(&article);
        let id = format!("{PREFIX}{}", made.strip_prefix("own-").unwrap_or(&made));
        if seen.insert(id.clone()) {
            article.id = id.into();
            kept.push(article);
        }
    }
    kept.sort_by_key(|article| Reverse(date(article).to_owned()));
    let left_out = given - kept.len();
    (kept, left_out)
}

/// The files of these articles, which [`in_order`] has put in order, with what is around each.
///
/// # Errors
/// If there are too many for one entry.
pub fn files(title: &str, articles: &[Article], around: &[Around]) -> Result<Files, TooMany> {
    let mut list = Table::new();
    let mut near = Table::new();
    let mut texts = Table::new();
    let mut ids: Vec<(String, String)> = Vec::new();
    let nothing = Around::default();
    for (number, article) in (0_u32..).zip(articles) {
        let listed = Listed {
            id: article.id.to_string(),
            title: article.title.value.to_string(),
            publisher: value(&article.publisher),
            date: date(article).to_owned(),
        };
        list.add(&number, &json!(listed).to_string());
        let around = around.get(number as usize).unwrap_or(&nothing);
        near.add(&number, &json!(around).to_string());
        let (part, line) = texts.add(&number, &record::write(article, 0).write());
        ids.push((
            listed.id.clone(),
            json!([listed.id, number, part, line]).to_string(),
        ));
    }
    ids.sort();
    let mut by_id = Table::new();
    for (id, line) in ids {
        by_id.add(&id, &line);
    }
    let mut words = Table::new();
    for (word, Having { articles, titles }) in index(articles) {
        let line = json!([word.0, steps(&articles), steps(&titles)]);
        words.add(&word, &line.to_string());
    }
    let mut parts = BTreeMap::new();
    let dates: Vec<&str> = articles
        .iter()
        .map(date)
        .filter(|d| !d.is_empty())
        .collect();
    let mut entry = Entry {
        crossread: KIND.to_owned(),
        version: VERSION,
        title: title.to_owned(),
        articles: articles.len() as u32,
        dates: dates
            .iter()
            .min()
            .zip(dates.iter().max())
            .map(|(first, last)| ((*first).to_owned(), (*last).to_owned())),
        bytes: 0,
        list: named(list, &mut parts),
        ids: named(by_id, &mut parts),
        near: named(near, &mut parts),
        texts: named(texts, &mut parts),
        words: named(words, &mut parts)
            .into_iter()
            .map(|(name, word): (String, Word)| (name, word.0))
            .collect(),
    };
    entry.bytes = parts.values().map(|part| part.len() as u64).sum();
    let entry = written(&entry)?;
    Ok(Files { entry, parts })
}

fn written(entry: &Entry) -> Result<Vec<u8>, TooMany> {
    let bytes = json!(entry).to_string().into_bytes();
    (bytes.len() <= LARGEST).then_some(bytes).ok_or(TooMany)
}

impl Files {
    /// The same by their paths, to read them from memory.
    pub fn by_path(&self) -> HashMap<String, Vec<u8>> {
        let parts = self.parts.iter();
        let parts = parts.map(|(name, bytes)| (crate::parts::file(name), bytes.clone()));
        parts
            .chain([(ENTRY.to_owned(), self.entry.clone())])
            .collect()
    }
}

/// Adds the parts of a table to the others; returns their names, each with the first key.
fn named<K: Clone>(table: Table<K>, parts: &mut BTreeMap<String, Vec<u8>>) -> Vec<(String, K)> {
    let put = |(name, key, bytes): (String, K, Vec<u8>)| {
        parts.insert(name.clone(), bytes);
        (name, key)
    };
    table.finish().map(put).collect()
}

/// Ascending numbers as the differences from each to the next, the first from 0.
fn steps(numbers: &[u32]) -> Vec<u32> {
    let mut last = 0;
    let step = |&number: &u32| number - std::mem::replace(&mut last, number);
    numbers.iter().map(step).collect()
}

fn date(article: &Article) -> &str {
    article.date.as_ref().map_or("", |date| &*date.value)
}

fn value(field: &Option<crossread_collection::Stated>) -> String {
    field
        .as_ref()
        .map(|field| field.value.to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Entry, KIND, TooMany, VERSION, written};

    #[test]
    fn an_entry_that_names_too_many_parts_is_refused() {
        let with = |parts: u32| {
            let texts = (0..parts).map(|at| ("abcdefghijklm".to_owned(), at));
            written(&Entry {
                crossread: KIND.to_owned(),
                version: VERSION,
                title: "Many".to_owned(),
                articles: parts,
                dates: None,
                bytes: 0,
                list: Vec::new(),
                ids: Vec::new(),
                near: Vec::new(),
                texts: texts.collect(),
                words: Vec::new(),
            })
        };
        assert!(with(4_000).is_ok());
        assert_eq!(with(5_000), Err(TooMany));
    }
}
