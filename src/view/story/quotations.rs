//! Each speaker's words across the articles of a story.

use crossread_wording::story::{cut, fullest, quoted_by};

use super::super::header::lang;
use super::{Telling, text_of};

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name, from the article that gives it most fully.
    pub name: String,
    /// "quoted in 3 of 5 articles".
    pub line: String,
    /// What the speaker says, each with the articles that have it, the longest first.
    pub sayings: Vec<Vec<Quotation>>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its article.
    pub article: usize,
    /// Its words, without their marks.
    pub text: String,
    /// The language of its text, for `lang`.
    pub lang: String,
    /// The verb of saying, and how it relates to the first quotation of the group: "said · shortened".
    pub how: String,
}

/// The speakers of a story, those that most articles quote first.
pub fn story_quotations(telling: &Telling) -> Vec<Speaker> {
    let all = &telling.found.quotes;
    let mut speakers = Vec::new();
    for of_one in all.chunk_by(|one, other| one.speaker == other.speaker) {
        let names = of_one
            .iter()
            .map(|one| text_of(telling, one.article, one.by));
        let mut articles: Vec<u32> = of_one.iter().map(|one| one.article).collect();
        crate::sort::distinct(&mut articles);
        let sayings = of_one.chunk_by(|one, other| one.saying == other.saying);
        let sayings = sayings.map(|saying| {
            let one = saying.iter().enumerate().map(|(at, one)| {
                let verb = text_of(telling, one.article, one.verb).trim();
                let how = cut(one.cut, at == 0);
                let between = if verb.is_empty() || how.is_empty() {
                    ""
                } else {
                    " · "
                };
                let article = telling.articles.get(one.article as usize);
                Quotation {
                    article: one.article as usize,
                    text: text_of(telling, one.article, one.span).to_owned(),
                    lang: article.map_or_else(String::new, |article| lang(article)),
                    how: format!("{verb}{between}{how}"),
                }
            });
            one.collect()
        });
        speakers.push(Speaker {
            name: fullest(names),
            line: quoted_by(articles.len() as u32, telling.articles.len() as u32),
            sayings: sayings.collect(),
        });
    }
    speakers
}
