//! The articles that can be compared. Text is borrowed where the site ships it and owned where the
//! reader brought it, so that both kinds of article take the same way through the program.

use std::borrow::Cow;
use std::sync::Arc;

use crossread_engine::Span;
use crossread_worker::overview::{Overview, PairFigures, Specimen};

/// Text that is shipped with the site or was brought by the reader.
pub type Text = Cow<'static, str>;

/// A value, and what it rests on ("stated in the text", "inferred from the photograph's date").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What is said.
    pub value: Text,
    /// What it rests on, in words.
    pub basis: Text,
}

/// A stretch of an article that is not its own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Where, in bytes of the text.
    pub span: Span,
    /// What it is, in words: "caption", "banner", "headline copy".
    pub label: Text,
}

/// One article. What is not stated is `None`; nothing is guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// What links call it: `[a-z0-9-]+`.
    pub id: Text,
    /// The headline, or what serves as one, with what it rests on.
    pub title: Stated,
    /// Who published it.
    pub publisher: Option<Stated>,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<Stated>,
    /// Where its dateline places it.
    pub place: Option<Stated>,
    /// The address it was taken from.
    pub url: Option<Stated>,
    /// Its language, a BCP 47 tag: `en`, `pt-BR`.
    pub language: Option<Stated>,
    /// The text, as it is.
    pub text: Text,
    /// What of the text is furniture, in the order of the text, without overlap.
    pub furniture: Vec<Furniture>,
}

/// The articles' folder as tables, written by the build.
mod shipped {
    include!(concat!(env!("OUT_DIR"), "/articles.rs"));
}

impl From<&'static shipped::ShippedArticle> for Article {
    fn from(shipped: &'static shipped::ShippedArticle) -> Article {
        let stated = |field: shipped::ShippedField| Stated {
            value: field.value.into(),
            basis: field.basis.into(),
        };
        Article {
            id: shipped.id.into(),
            title: stated(shipped.title),
            publisher: shipped.publisher.map(stated),
            date: shipped.date.map(stated),
            place: shipped.place.map(stated),
            url: shipped.url.map(stated),
            language: shipped.language.map(stated),
            text: shipped.body.into(),
            furniture: shipped
                .furniture
                .iter()
                .map(|piece| Furniture {
                    span: Span::new(piece.start, piece.end),
                    label: piece.kind.into(),
                })
                .collect(),
        }
    }
}

/// The articles at hand, in the order in which lists show them.
#[derive(Clone, Debug, Default)]
pub struct Library {
    articles: Vec<Arc<Article>>,
    // Searched one by one: for as many articles as a person keeps, that is quick.
    overviews: Vec<(Text, Overview)>,
    pairs: Vec<((Text, Text), PairFigures)>,
}

impl Library {
    /// A library of these articles. Where two have one id, the first is found.
    pub fn new(articles: impl IntoIterator<Item = Article>) -> Library {
        Library {
            articles: articles.into_iter().map(Arc::new).collect(),
            ..Library::default()
        }
    }

    /// The articles that the site ships, with what the build worked out about them.
    pub fn shipped() -> Library {
        let id = |index: usize| {
            shipped::ARTICLES
                .get(index)
                .map(|article| article.id.into())
        };
        Library {
            overviews: shipped::ARTICLES
                .iter()
                .zip(shipped::OVERVIEWS)
                .map(|(article, overview)| (article.id.into(), *overview))
                .collect(),
            pairs: shipped::PAIRS
                .iter()
                .filter_map(|&(a, b, figures)| Some(((id(a)?, id(b)?), figures)))
                .collect(),
            ..Library::new(shipped::ARTICLES.iter().map(Article::from))
        }
    }

    /// An example of what a comparison finds: two of the articles that are shipped, and a match of theirs.
    pub fn specimen(&self) -> Option<(&Arc<Article>, &Arc<Article>, Specimen)> {
        let (a, b, specimen) = shipped::specimen()?;
        let article = |at: usize| self.get(shipped::ARTICLES.get(at)?.id);
        Some((article(a)?, article(b)?, specimen))
    }

    /// All articles, in order.
    pub fn articles(&self) -> &[Arc<Article>] {
        &self.articles
    }

    /// The article of this id.
    pub fn get(&self, id: &str) -> Option<&Arc<Article>> {
        self.articles.iter().find(|article| article.id == id)
    }

    /// What lists say of an article, where it was worked out beforehand.
    pub fn overview(&self, id: &str) -> Option<Overview> {
        let mut all = self.overviews.iter();
        all.find(|(of, _)| of == id).map(|(_, overview)| *overview)
    }

    /// How much two articles share with the default options, where it was worked out beforehand.
    pub fn pair(&self, a: &str, b: &str) -> Option<PairFigures> {
        let mut all = self.pairs.iter();
        let found = all.find(|(of, _)| (&*of.0, &*of.1) == (a, b));
        found.map(|(_, figures)| *figures)
    }
}
