//! Two articles, read and compared, with what every view needs to look up. Made once per pair and
//! options.

use std::sync::Arc;

use crossread_engine::{Comparison, Lang, Options, Reading, Source, Span, compare};

use crate::library::Article;
use crate::state::{At, Both, Side};

/// Two articles, compared.
#[derive(Clone, Debug)]
pub struct Comparing {
    /// The articles.
    pub articles: Both<Arc<Article>>,
    /// What the engine read in each.
    pub readings: Both<Arc<Reading>>,
    /// What the engine found.
    pub found: Comparison,
}

/// The same articles (the very same, not only equal ones) with the same options.
impl PartialEq for Comparing {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.articles.a, &other.articles.a)
            && Arc::ptr_eq(&self.articles.b, &other.articles.b)
            && self.found.options == other.found.options
    }
}

impl Comparing {
    /// Reads and compares two articles.
    pub fn new(a: Arc<Article>, b: Arc<Article>, options: Options) -> Comparing {
        let readings = Both {
            a: Arc::new(read(&a)),
            b: Arc::new(read(&b)),
        };
        let found = compare(&readings.a, &readings.b, options);
        Comparing {
            articles: Both { a, b },
            readings,
            found,
        }
    }

    /// The same articles compared with other options, without reading them again.
    pub fn with(&self, options: Options) -> Comparing {
        Comparing {
            articles: self.articles.clone(),
            readings: self.readings.clone(),
            found: compare(&self.readings.a, &self.readings.b, options),
        }
    }

    /// The text of that side.
    pub fn text(&self, side: Side) -> &str {
        &self.articles.of(side).text
    }

    /// The text of a sentence, as it is; empty where there is no such sentence.
    pub fn sentence_text(&self, side: Side, index: u32) -> &str {
        self.readings
            .of(side)
            .sentences
            .get(index as usize)
            .map_or("", |sentence| sentence.span.of(self.text(side)))
    }

    /// What choosing a sentence selects: its strongest match, or the sentence alone.
    pub fn at_sentence(&self, _side: Side, _index: u32) -> Option<At> {
        None
    }

    /// What selects match number `index`.
    pub fn at_match(&self, _index: u32) -> Option<At> {
        None
    }
}

fn read(article: &Article) -> Reading {
    let furniture: Vec<Span> = article.furniture.iter().map(|piece| piece.span).collect();
    Reading::new(Source {
        text: &article.text,
        lang: article
            .language
            .as_ref()
            .map_or(Lang::Other, |tag| Lang::from_tag(&tag.value)),
        furniture: &furniture,
    })
}
