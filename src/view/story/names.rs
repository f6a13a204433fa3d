//! Names that somebody gave to rows: the reader, or an editor in a file beside the shipped articles. A name belongs to its row
//! through a quotation; the reader's takes precedence over the editor's.

use crossread_collection::Naming;

use super::rows::Row;
use super::{Telling, text_of};

/// A name that somebody gave to a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The name.
    pub name: String,
    /// Who gave it: "named by you", "named by the editor".
    pub by: &'static str,
    /// The key under which it is kept, if it is the reader's.
    pub key: Option<String>,
}

/// The name that somebody gave to a row: one of the reader's, or of the editor's.
pub fn given_name(
    telling: &Telling,
    row: &Row,
    readers: &[Naming],
    editors: &[Naming],
) -> Option<Given> {
    let named = |all: &[Naming]| all.iter().find(|one| is_of(telling, row, one)).cloned();
    let reader = named(readers).map(|one| Given {
        key: Some(one.key()),
        name: one.name,
        by: "named by you",
    });
    reader.or_else(|| {
        let one = named(editors)?;
        Some(Given {
            key: None,
            name: one.name,
            by: "named by the editor",
        })
    })
}

/// The name that the reader gives to a row; `None` if it has no words.
pub fn naming_of(telling: &Telling, row: &Row, name: &str, now: u64) -> Option<Naming> {
    let (article, quote, value) = anchor(telling, row)?;
    Naming::new(article, quote, value, name, now)
}

/// What a name of a row quotes: the article, its sentence, and its answer, if the row has answers.
fn anchor<'t>(telling: &'t Telling, row: &Row) -> Option<(&'t str, &'t str, &'t str)> {
    let claim = telling.found.claims.get(row.claim)?;
    let answer = row.answer;
    let mut said = claim.sentences.iter();
    let one = said.find(|one| match answer {
        Some((article, span)) => one.article == article && one.span.holds(span),
        None => !one.near,
    })?;
    let article = telling.articles.get(one.article as usize)?;
    let value = answer.map_or("", |(article, span)| text_of(telling, article, span));
    Some((&article.id, text_of(telling, one.article, one.span), value))
}

/// Whether a name belongs to this row: it quotes a sentence of its claim, and names its answer or the claim's first row.
fn is_of(telling: &Telling, row: &Row, one: &Naming) -> bool {
    let place = telling
        .articles
        .iter()
        .position(|article| *article.id == *one.article);
    let Some((place, claim)) = place.zip(telling.found.claims.get(row.claim)) else {
        return false;
    };
    let mut said = claim.sentences.iter();
    let quotes = said.any(|said| {
        said.article as usize == place
            && text_of(telling, said.article, said.span).contains(&one.quote)
    });
    let answers = || {
        let mut questions = telling.found.questions.iter();
        questions.any(|question| {
            let answers = |article: u32, text: &str| {
                let mut all = question.answers.iter();
                all.any(|answer| {
                    answer.article == article && text_of(telling, article, answer.span) == text
                })
            };
            let own = row.answer.is_some_and(|(article, span)| {
                let mut all = question.answers.iter();
                all.any(|answer| answer.article == article && answer.span == span)
            });
            own && answers(place as u32, &one.value)
        })
    };
    quotes
        && match one.value.is_empty() {
            true => row.is_first,
            false => answers(),
        }
}
