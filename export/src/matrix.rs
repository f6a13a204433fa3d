//! Many articles, each compared with each: one row a pair, for a spreadsheet or another program.

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
    /// How many pairs were not compared, since they share too little; 0 where all were.
    #[serde(default)]
    pub passed_over: u64,
}

/// One article of a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is called: its id, or its file's name.
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
    /// Words of A that take part.
    pub words_a: u32,
    /// Words of B that take part.
    pub words_b: u32,
    /// The share of A's words that is in B, 0 to 1.
    pub containment_a: f64,
    /// The share of B's words that is in A, 0 to 1.
    pub containment_b: f64,
    /// How alike the two are as wholes, 0 to 1.
    pub similarity: f64,
    /// Verbatim matches.
    pub verbatim: usize,
    /// Edited matches.
    pub edited: usize,
    /// Related matches.
    pub related: usize,
    /// Passages.
    pub passages: usize,
    /// Words of the longest passage; 0 where there is none.
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

    /// The pairs as CSV (RFC 4180) with a header; articles stand there by their ids.
    pub fn csv(&self) -> String {
        let mut out = String::new();
        csv::row(&mut out, HEADER.map(String::from));
        let id = |index: usize| self.articles.get(index).map_or("", |article| &article.id);
        for row in &self.pairs {
            let cells = [
                csv::text(id(row.a)),
                csv::text(id(row.b)),
                row.words_a.to_string(),
                row.words_b.to_string(),
                row.containment_a.to_string(),
                row.containment_b.to_string(),
                row.similarity.to_string(),
                row.verbatim.to_string(),
                row.edited.to_string(),
                row.related.to_string(),
                row.passages.to_string(),
                row.longest_passage.to_string(),
            ];
            csv::row(&mut out, cells);
        }
        out
    }
}
