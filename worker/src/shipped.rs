//! The answers about shipped pairs, computed when the site is built. A link to such a pair then needs
//! neither the comparing program nor its time. The same code makes these answers and a worker's, so they
//! are equal, but for what the page does not read of them ([`without_unread`]).

use crossread_engine::{HandLinks, Kind, Options, Span};
use crossread_library::Article;

use crate::protocol::{Answer, Ask, Found, Pair, Text, seal};
use crate::work::Work;

/// About a million, and a power of two: a fraction of it has few digits in binary.
const MILLION: f64 = 1_048_576.0;

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
    let mut answer = work.answer(Ask::Compare(pair), &mut |_| ());
    if let Answer::Found(found) = &mut answer {
        without_unread(found);
    }
    answer
}

/// Takes out of an answer what the page does not read of it, since random digits hardly compress: how close the closest
/// sentences are (their order says enough), how similar the two articles are, what is missing to another kind, and what
/// changed in a match that is only related. Scores that are read are rounded to the millionths that are read of them.
/// Together that was a quarter of a file.
pub fn without_unread(found: &mut Found) {
    let comparison = &mut found.comparison;
    comparison.similarity = 0.0;
    let closest = comparison.closest_a.iter_mut();
    for near in closest.chain(&mut comparison.closest_b).flatten() {
        near.score = 0.0;
    }
    for (found, detail) in comparison.matches.iter_mut().zip(&mut found.details) {
        for score in [&mut found.score, &mut found.link, &mut found.threshold] {
            *score = (*score * MILLION).round() / MILLION;
        }
        if found.kind == Kind::Related {
            detail.hunks.clear();
        }
        detail.evidence.up = None;
        detail.evidence.down.1 = 0.0;
    }
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
