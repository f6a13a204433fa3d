//! What one article of a story leaves out: the claims that two or more others tell and it does not.

use crossread_wording::story::{left_out, left_out_of_two, told_by};
use crossread_worker::protocol::story::{Claim, Saying};

use super::super::header::lang;
use super::rows::tellers_line;
use super::{Head, Telling};
use crate::state::State;

/// What one article leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// How much the chosen one leaves out, in a sentence; `None` if none is chosen.
    pub line: Option<String>,
    /// What it leaves out, first what most others tell.
    pub rows: Vec<Omission>,
}

/// A claim that an article leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The claim, counted from 0; `None` for what only the other of two articles tells.
    pub number: Option<usize>,
    /// Who tells it: "Told by A, C and E".
    pub told_by: String,
    /// Whether the articles that tell it clash over it.
    pub opposed: bool,
    /// The shortest sentence that says it.
    pub quote: Cited,
    /// The sentence of the article that comes near it, if there is one.
    pub near: Option<Cited>,
}

/// A sentence with its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Its article.
    pub article: usize,
    /// Its words.
    pub text: String,
    /// The language of its text, for `lang`.
    pub lang: String,
}

/// What the article that the state names leaves out.
pub fn story_left_out(telling: &Telling, heads: &[Head], state: &State) -> LeftOut {
    let letters: Vec<String> = heads.iter().map(|head| head.letters.clone()).collect();
    let lacks = |place: usize| {
        let claims = telling.found.claims.iter().enumerate();
        claims.filter(move |(_, claim)| !tells(claim, place))
    };
    let chosen = telling
        .articles
        .iter()
        .position(|one| *one.id == state.without);
    if let (Some(place), 2) = (chosen, telling.articles.len()) {
        return of_two(telling, heads, place);
    }
    let line = chosen.and_then(|place| {
        Some(left_out(
            &heads.get(place)?.name,
            lacks(place).count() as u32,
            telling.found.claims.len() as u32,
        ))
    });
    let rows = chosen.into_iter().flat_map(|place| {
        let letters = &letters;
        lacks(place).filter_map(move |(number, claim)| row(telling, letters, place, number, claim))
    });
    LeftOut {
        rows: rows.collect(),
        line,
    }
}

/// What one of two articles leaves out. It cannot be a claim, since a claim is in both, so it is the sentences that only the
/// other tells.
fn of_two(telling: &Telling, heads: &[Head], place: usize) -> LeftOut {
    let other = 1 - place.min(1);
    let both = heads.get(place).zip(heads.get(other));
    let teller = telling.found.articles.get(other);
    let Some(((name, by), teller)) = both.zip(teller) else {
        return LeftOut {
            line: None,
            rows: Vec::new(),
        };
    };
    let rows = teller.apart.iter().filter_map(|&span| {
        let said = Saying {
            article: other as u32,
            span,
            ..Saying::default()
        };
        Some(Omission {
            number: None,
            told_by: told_by(std::slice::from_ref(&by.letters)),
            opposed: false,
            quote: quote(telling, &said)?,
            near: None,
        })
    });
    LeftOut {
        line: Some(left_out_of_two(
            &name.name,
            &by.name,
            teller.alone,
            teller.told + teller.near + teller.alone,
        )),
        rows: rows.collect(),
    }
}

/// Whether an article says a claim.
fn tells(claim: &Claim, place: usize) -> bool {
    let mut said = claim.sentences.iter().filter(|one| !one.near);
    said.any(|one| one.article as usize == place)
}

fn row(
    telling: &Telling,
    letters: &[String],
    place: usize,
    number: usize,
    claim: &Claim,
) -> Option<Omission> {
    let said = claim.sentences.iter().filter(|one| !one.near);
    let shortest = said.min_by_key(|one| one.span.end.saturating_sub(one.span.start))?;
    let near = claim
        .sentences
        .iter()
        .find(|one| one.near && one.article as usize == place);
    Some(Omission {
        number: Some(number),
        told_by: tellers_line(claim, letters),
        opposed: claim.opposed,
        quote: quote(telling, shortest)?,
        near: near.and_then(|one| quote(telling, one)),
    })
}

fn quote(telling: &Telling, one: &Saying) -> Option<Cited> {
    let article = telling.articles.get(one.article as usize)?;
    Some(Cited {
        article: one.article as usize,
        text: one.span.of(&article.text).to_owned(),
        lang: lang(article),
    })
}
