//! A static collection: thousands of articles as small files on any host. A program fetches only the files that it needs, so no
//! server is needed. `docs/set.md` describes the files.
//!
//! | what | where |
//! |---|---|
//! | tables as files of at most 100 KB | [`parts`] |
//! | which words are searched | [`words`] |
//! | writes articles, similar articles and shared claims as files | [`write`] |
//! | reads and checks the files | [`read`] |

pub mod parts;
pub mod read;
pub mod words;
pub mod write;

use serde::{Deserialize, Serialize};

/// The file that names all others.
pub const ENTRY: &str = "set.json";
/// The folder of the other files.
pub const PARTS: &str = "parts";
/// The kind that the entry states.
pub const KIND: &str = "static collection";
/// The version of the format.
pub const VERSION: u64 = 1;
/// The most bytes of a file.
pub const LARGEST: usize = 100_000;
/// The beginning of an article's id. Ids of shipped articles and of a reader's own begin differently.
pub const PREFIX: &str = "set-";

/// The entry: what the collection is, and the parts of each table with the first key in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// [`KIND`].
    pub crossread: String,
    /// [`VERSION`].
    pub version: u64,
    /// The collection's title.
    pub title: String,
    /// How many articles there are.
    pub articles: u32,
    /// The earliest and the latest date, if any is stated.
    pub dates: Option<(String, String)>,
    /// The bytes of all parts.
    pub bytes: u64,
    /// The list of articles, the newest first: [`Listed`], a line each. By number, from 0.
    pub list: Vec<(String, u32)>,
    /// The article of an id: `[id, number, part of the texts, line in it]`. By id.
    pub ids: Vec<(String, String)>,
    /// What is around an article: [`Around`], one per line. By number.
    pub near: Vec<(String, u32)>,
    /// The articles, as in a collection file, a line each.
    pub texts: Vec<(String, u32)>,
    /// The articles with a word: `[word, numbers, numbers of those that have it in the title]`. By word.
    pub words: Vec<(String, String)>,
}

/// An article in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// Its date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

/// What is around an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// The articles that share most with it, the nearest first.
    pub near: Vec<Near>,
    /// What it says that others say too, first what most say.
    pub claims: Vec<Claim>,
}

/// An article that is similar to another: what the two share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Near {
    /// Its number.
    pub article: u32,
    /// How much of the one asked about is in this one, in per cent.
    pub shared: u32,
    /// How much of this one is in the one asked about, in per cent.
    pub back: u32,
    /// How many sentences are the same word for word.
    pub same: u32,
    /// How many are reworded.
    pub reworded: u32,
    /// How many are about the same thing.
    pub related: u32,
}

/// What an article says that others say too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Its sentence, or the beginning.
    pub says: String,
    /// How many articles say it, this one included.
    pub articles: u32,
    /// The numbers of the first of the others.
    pub others: Vec<u32>,
}
