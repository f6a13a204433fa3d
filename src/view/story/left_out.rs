//! What one article of a story leaves out: the claims that two or more others tell and it does not.

use crossread_wording::story::{left_out, letter, told_by};
use crossread_worker::protocol::story::{Claim, Saying};

use super::super::header::lang;
use super::super::picker::short_title;
use super::Telling;
use crate::state::State;

/// What one article leaves out, and the choice of that article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Each article.
    pub choices: Vec<Choice>,
    /// How much the chosen one leaves out, in a sentence; nothing where none is chosen.
    pub line: Option<String>,
    /// What it leaves out, what most others tell first.
    pub rows: Vec<Omission>,
}

/// An article that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its letter.
    pub letter: String,
    /// Its title, shortened.
    pub title: String,
    /// The language of its text, for `lang`.
    pub lang: String,
    /// How many claims it leaves out.
    pub claims: u32,
    /// Whether it is the one.
    pub chosen: bool,
    /// The state in which it is; for the one that is, that in which none is.
    pub to: State,
}

/// A claim that an article leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// The claim, counted from 0.
    pub number: usize,
    /// Who tells it: "Told by A, C and E".
    pub told_by: String,
    /// Whether those who tell it clash over it.
    pub opposed: bool,
    /// The shortest sentence that says it.
    pub quote: Cited,
    /// The sentence of the article that comes near it, where one does.
    pub near: Option<Cited>,
}

/// A sentence with its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The letter of its article.
    pub letter: String,
    /// Its words.
    pub text: String,
    /// The language of its text, for `lang`.
    pub lang: String,
}

/// What the article that the state names leaves out.
pub fn story_left_out(telling: &Telling, state: &State) -> LeftOut {
    let lacks = |place: usize| {
        let claims = telling.found.claims.iter().enumerate();
        claims.filter(move |(_, claim)| !tells(claim, place))
    };
    let chosen = telling
        .articles
        .iter()
        .position(|one| *one.id == state.without);
    let choices = telling.articles.iter().enumerate().map(|(place, article)| {
        let is_chosen = chosen == Some(place);
        Choice {
            letter: letter(place),
            title: short_title(article),
            lang: lang(article),
            claims: lacks(place).count() as u32,
            chosen: is_chosen,
            to: State {
                without: if is_chosen {
                    String::new()
                } else {
                    article.id.to_string()
                },
                ..state.clone()
            },
        }
    });
    let choices: Vec<Choice> = choices.collect();
    let line = chosen.and_then(|place| {
        let choice = choices.get(place)?;
        Some(left_out(
            &choice.letter,
            choice.claims,
            telling.found.claims.len() as u32,
        ))
    });
    let rows = chosen.into_iter().flat_map(|place| {
        lacks(place).filter_map(move |(number, claim)| row(telling, place, number, claim))
    });
    LeftOut {
        rows: rows.collect(),
        choices,
        line,
    }
}

/// Whether an article says a claim.
fn tells(claim: &Claim, place: usize) -> bool {
    let mut said = claim.sentences.iter().filter(|one| !one.near);
    said.any(|one| one.article as usize == place)
}

fn row(telling: &Telling, place: usize, number: usize, claim: &Claim) -> Option<Omission> {
    let said = claim.sentences.iter().filter(|one| !one.near);
    let shortest = said.min_by_key(|one| one.span.end.saturating_sub(one.span.start))?;
    let near = claim
        .sentences
        .iter()
        .find(|one| one.near && one.article as usize == place);
    let tellers = (0..telling.articles.len()).filter(|&place| tells(claim, place));
    Some(Omission {
        number,
        told_by: told_by(&tellers.map(letter).collect::<Vec<_>>()),
        opposed: claim.opposed,
        quote: quote(telling, shortest)?,
        near: near.and_then(|one| quote(telling, one)),
    })
}

fn quote(telling: &Telling, one: &Saying) -> Option<Cited> {
    let article = telling.articles.get(one.article as usize)?;
    Some(Cited {
        letter: letter(one.article as usize),
        text: one.span.of(&article.text).to_owned(),
        lang: lang(article),
    })
}
