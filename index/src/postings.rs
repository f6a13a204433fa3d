//! The inverted index: which articles have a word or a phrase.

use rayon::prelude::*;

use crate::Fingerprint;

/// The words and phrases that at least two articles have, but not too many.
#[derive(Debug, Default)]
pub struct Postings {
    /// For each article, the numbers of those that it has.
    pub of: Vec<Vec<u32>>,
    /// For each number, the start of its articles in `articles`; the last is the end.
    starts: Vec<usize>,
    /// The articles of each, in order.
    articles: Vec<u32>,
    /// How many are in too many articles.
    pub frequent: usize,
}

impl Postings {
    /// The index of these articles. What more than `most` of them have is left out.
    pub fn new(fingerprints: &[Fingerprint], most: usize) -> Postings {
        let mut all: Vec<(u64, u32)> = Vec::new();
        for (article, print) in (0_u32..).zip(fingerprints) {
            all.extend(print.distinct().map(|hash| (hash, article)));
        }
        all.par_sort_unstable();
        all.dedup();
        let mut postings = Postings {
            of: vec![Vec::new(); fingerprints.len()],
            starts: vec![0],
            ..Postings::default()
        };
        for having in all.chunk_by(|one, other| one.0 == other.0) {
            if having.len() > most {
                postings.frequent += 1;
            } else if having.len() > 1 {
                let number = postings.starts.len() as u32 - 1;
                for &(_, article) in having {
                    postings.articles.push(article);
                    postings.of[article as usize].push(number);
                }
                postings.starts.push(postings.articles.len());
            }
        }
        postings
    }

    /// The articles of a number, in order.
    pub fn articles(&self, number: u32) -> &[u32] {
        let at = number as usize;
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        range
            .and_then(|(&from, &to)| self.articles.get(from..to))
            .unwrap_or_default()
    }
}
