//! All pairs of many articles: one row per pair, for a spreadsheet or another program.

use crossread_engine::Comparison;
use serde::{Deserialize, Serialize};

use crate::csv;
use crate::json::written;
use crate::make::short;
use crate::report::VERSION;

/// All pairs of a set of articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    /// The version of the format: [`VERSION`].
    pub crossread: u32,
    /// The articles, in the order given.
    pub articles: Vec<Entry>,
    /// The pairs, each once: first with second, first with third, and so on; those
    /// that were passed over are left out.
    pub pairs: Vec<Row>,
    /// How many pairs were not compared, since they share too little; 0 if all were.
    #[serde(default)]
    pub passed_over: u64,
}

/// One article of a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id, or its file's name.
    pub id: String,
    /// Its headline, or what serves as one; `None`: not stated.
    pub title: Option<String>,
}

/// One pair of a matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The first article, from 0.
    pub a: usize,
    /// The second article, from 0.
    pub b: usize,
    /// Words of A that are compared.
    pub words_a: u32,
    /// Words of B that are compared.
    pub words_b: u32,
    /// The share of A's words that is in B, 0 to 1.
    pub containment_a: f64,
    /// The share of B's words that is in A, 0 to 1.
    pub containment_b: f64,
    /// How similar the two are as a whole, 0 to 1.
    pub similarity: f64,
    /// Verbatim matches.
    pub verbatim: usize,
    /// Edited matches.
    pub edited: usize,
    /// Related matches.
    pub related: usize,
    /// Passages.
    pub passages: usize,
    /// Words of the longest passage; 0 if there is none.
    pub longest_passage: u32,
}

impl Row {
    /// The comparison of article `a` with article `b`.
    pub fn new(a: usize, b: usize, comparison: &Comparison) -> Row {
        let count = |kind| {
            comparison
                .matches
                .iter()
                .filter(|found| found.kind == kind)
                .count()
        };
        let longest = comparison
            .passages
            .iter()
            .map(|passage| passage.words)
            .max();
        Row {
            a,
            b,
            words_a: comparison.a.words,
            words_b: comparison.b.words,
            containment_a: short(comparison.a.containment()),
            containment_b: short(comparison.b.containment()),
            similarity: short(comparison.similarity),
            verbatim: count(crossread_engine::Kind::Verbatim),
            edited: count(crossread_engine::Kind::Edited),
            related: count(crossread_engine::Kind::Related),
            passages: comparison.passages.len(),
            longest_passage: longest.unwrap_or(0),
        }
    }
}

const HEADER: [&str; 12] = [
    "a",
    "b",
    "words_a",
    "words_b",
    "containment_a",
    "containment_b",
    "similarity",
    "verbatim",
    "edited",
    "related",
    "passages",
    "longest_passage",
];

impl Matrix {
    /// A matrix of these articles, without pairs yet.
    pub fn new(articles: Vec<Entry>) -> Matrix {
        Matrix {
            crossread: VERSION,
            articles,
            pairs: Vec::new(),
            passed_over: 0,
        }
    }

    /// The matrix as JSON, one pair a line, with a line end at its end.
    pub fn json(&self) -> String {
        written(self, 2)
    }

    /// The pairs as CSV (RFC 4180) with a header; with the articles' ids.
    pub fn csv(&self) -> String {
        let mut out = csv_header();
        for row in &self.pairs {
            out.push_str(&row.csv(self.id(row.a), self.id(row.b)));
        }
        out
    }

    fn id(&self, index: usize) -> &str {
        self.articles.get(index).map_or("", |article| &article.id)
    }
}

/// The first line of the pairs as CSV.
pub fn csv_header() -> String {
    let mut out = String::new();
    csv::row(&mut out, HEADER.map(String::from));
    out
}

/// A row with the articles' ids, for a line of JSON.
#[derive(Serialize)]
struct Line<'r> {
    a: &'r str,
    b: &'r str,
    words_a: u32,
    words_b: u32,
    containment_a: f64,
    containment_b: f64,
    similarity: f64,
    verbatim: usize,
    edited: usize,
    related: usize,
    passages: usize,
    longest_passage: u32,
}

impl Row {
    /// A row for two articles that were not compared: all figures are 0.
    pub fn between(a: usize, b: usize) -> Row {
        Row {
            a,
            b,
            words_a: 0,
            words_b: 0,
            containment_a: 0.0,
            containment_b: 0.0,
            similarity: 0.0,
            verbatim: 0,
            edited: 0,
            related: 0,
            passages: 0,
            longest_passage: 0,
        }
    }

    /// A line of CSV, with these ids for the articles.
    pub fn csv(&self, a: &str, b: &str) -> String {
        let mut out = String::new();
        let cells = [
            csv::text(a),
            csv::text(b),
            self.words_a.to_string(),
            self.words_b.to_string(),
            self.containment_a.to_string(),
            self.containment_b.to_string(),
            self.similarity.to_string(),
            self.verbatim.to_string(),
            self.edited.to_string(),
            self.related.to_string(),
            self.passages.to_string(),
            self.longest_passage.to_string(),
        ];
        csv::row(&mut out, cells);
        out
    }

    /// A line of JSON, with these ids for the articles and with its line end.
    pub fn json_line(&self, a: &str, b: &str) -> String {
        let line = Line {
            a,
            b,
            words_a: self.words_a,
            words_b: self.words_b,
            containment_a: self.containment_a,
            containment_b: self.containment_b,
            similarity: self.similarity,
            verbatim: self.verbatim,
            edited: self.edited,
            related: self.related,
            passages: self.passages,
            longest_passage: self.longest_passage,
        };
        // Strings and numbers alone cannot fail to be written.
        let mut out = serde_json::to_string(&line).unwrap_or_default();
        out.push('\n');
        out
    }
}
