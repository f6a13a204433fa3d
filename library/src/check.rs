//! Checks all article files together. The site's build and `crossread check` both use it to decide whether
//! the library is sound.

use std::collections::BTreeMap;

use crossread_article::Article;

use crate::front::parse;
use crate::problem::Problem;

/// The result of reading a set of article files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The sound articles, in the order of their ids.
    pub articles: Vec<Article>,
    /// Every fault of every file, in the order of files and lines.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Reads every `(path, text)` as an article file. If two files have the same id, the second is faulty.
pub fn check(files: &[(String, String)]) -> Report {
    let mut by_id: BTreeMap<String, (&str, Article)> = BTreeMap::new();
    let mut problems = Vec::new();
    for (path, text) in files {
        match parse(path, text) {
            Err(more) => problems.extend(more),
            Ok(article) => match by_id.get(&article.id) {
                Some((first, _)) => problems.push(Problem::new(
                    path,
                    0,
                    format!("its id `{}` is also that of {first}", article.id),
                    "give one of the two files another name",
                )),
                None => {
                    by_id.insert(article.id.clone(), (path, article));
                }
            },
        }
    }
    problems.sort();
    Report {
        articles: by_id.into_values().map(|(_, article)| article).collect(),
        problems,
    }
}
