//! The answers about shipped pairs, computed when the site is built. A link to such a pair then needs
//! neither the comparing program nor its time. The same code makes these answers and a worker's, so they
//! are equal.

use crossread_engine::{HandLinks, Options, Span};
use crossread_library::Article;

use crate::protocol::{Answer, Ask, Pair, Text, seal};
use crate::work::Work;

/// The answer about two articles, in this order, with the default options.
pub struct Shipped {
    /// The first article's id.
    pub a: String,
    /// The second article's id.
    pub b: String,
    /// The answer as a file ([`seal`]).
    pub file: Vec<u8>,
}

/// The answers about all pairs of these articles, in both orders.
pub fn answers(articles: &[Article]) -> Vec<Shipped> {
    let mut work = Work::of_the_build();
    let mut all = Vec::new();
    for a in articles {
        for b in articles.iter().filter(|b| b.id != a.id) {
            all.push(Shipped {
                a: a.id.clone(),
                b: b.id.clone(),
                file: seal(&answer(&mut work, a, b), &a.text, &b.text),
            });
        }
    }
    all
}

fn answer(work: &mut Work, a: &Article, b: &Article) -> Answer {
    let pair = Pair {
        a: text(a),
        b: text(b),
        options: Options::default(),
        links: HandLinks::default(),
    };
    work.answer(Ask::Compare(pair), &mut |_| ())
}

fn text(article: &Article) -> Text {
    let furniture = article.furniture.iter();
    Text {
        text: article.text.clone(),
        language: article.language.as_ref().map(|tag| tag.value.clone()),
        date: article.date.as_ref().map(|date| date.value.clone()),
        furniture: furniture.map(|piece| Span::from(piece.range())).collect(),
    }
}
