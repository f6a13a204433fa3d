//! An open row of the table: the sentences that say it, one below the other, with the answers marked in them, and links to
//! each pair; and what only one article tells.

use crossread_engine::Span;
use crossread_wording::story::alone;
use crossread_worker::protocol::story::Saying;

use super::super::words::digits;
use super::rows::{Row, origins_line};
use super::{Telling, offset, sorted};
use crate::state::{At, State};

/// The content below an open row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The sentences that say it.
    pub sentences: Vec<Sentence>,
    /// Those that come near it.
    pub near: Vec<Sentence>,
    /// Which articles share a wording.
    pub origins: String,
    /// Whether one denies what another says.
    pub opposed: bool,
}

/// A sentence that says a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its article.
    pub article: usize,
    /// Its words, in pieces: those that answer something are marked.
    pub pieces: Vec<(String, bool)>,
    /// The other articles that tell it, each with the state that compares the two there.
    pub others: Vec<(usize, State)>,
}

/// The most links to pairs at one sentence.
const MOST_OTHERS: usize = 24;

/// The content below a row.
pub fn story_opened(
    telling: &Telling,
    row: &Row,
    letters: &[String],
    state: &State,
) -> Option<Opened> {
    let claim = telling.found.claims.get(row.claim)?;
    let told: Vec<&Saying> = claim.sentences.iter().filter(|one| !one.near).collect();
    let one = |one: &Saying| Sentence {
        article: one.article as usize,
        pieces: pieces(telling, row.claim, one),
        others: others(telling, one, &told, state),
    };
    Some(Opened {
        sentences: told.iter().map(|said| one(said)).collect(),
        near: claim
            .sentences
            .iter()
            .filter(|one| one.near)
            .map(|said| Sentence {
                others: Vec::new(),
                ..one(said)
            })
            .collect(),
        origins: origins_line(telling, claim, letters),
        opposed: claim.opposed,
    })
}

/// A sentence in pieces, with what it answers marked.
pub(super) fn pieces(telling: &Telling, claim: usize, said: &Saying) -> Vec<(String, bool)> {
    let article = telling.articles.get(said.article as usize);
    let text = article.map_or("", |article| &*article.text);
    let questions = telling
        .found
        .questions
        .iter()
        .filter(|one| one.claim as usize == claim);
    let answers = questions.flat_map(|one| &one.answers);
    let marks = answers
        .filter(|one| one.article == said.article && said.span.holds(one.span))
        .map(|one| one.span);
    let marks = sorted(marks.collect(), &|span: &Span| span.start as u64);
    let mut pieces = Vec::new();
    let mut at = said.span.start;
    for mark in marks {
        if mark.start < at {
            continue;
        }
        pieces.push((Span::new(at, mark.start).of(text).to_owned(), false));
        pieces.push((mark.of(text).to_owned(), true));
        at = mark.end;
    }
    pieces.push((Span::new(at, said.span.end).of(text).to_owned(), false));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

fn others(telling: &Telling, one: &Saying, told: &[&Saying], state: &State) -> Vec<(usize, State)> {
    let mut found: Vec<(usize, State)> = Vec::new();
    for other in told {
        let article = other.article as usize;
        if other.article == one.article || found.iter().any(|(before, _)| *before == article) {
            continue;
        }
        if let Some(to) = pair_at(telling, one, other, state) {
            found.push((article, to));
        }
        if found.len() == MOST_OTHERS {
            break;
        }
    }
    found
}

/// The state that compares two articles at two sentences.
fn pair_at(telling: &Telling, one: &Saying, other: &Saying, state: &State) -> Option<State> {
    let [a, b] = [one, other].map(|said| telling.articles.get(said.article as usize));
    let (a, b) = a.zip(b)?;
    let at = At::Pair(offset(a, one.span.start), offset(b, other.span.start));
    Some(state.compare(&a.id, &b.id).with_at(Some(at)))
}

/// What only one article tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    /// "18 of 21 sentences (86%)".
    pub line: String,
    /// The sentences.
    pub sentences: Vec<String>,
    /// The note about those that are not listed.
    pub more: Option<String>,
}

/// What only that article tells, for each article.
pub fn story_alone(telling: &Telling) -> Vec<Alone> {
    let both = telling.articles.iter().zip(&telling.found.articles);
    both.map(|(article, teller)| {
        let hidden = teller.alone.saturating_sub(teller.apart.len() as u32);
        let sentences = teller
            .apart
            .iter()
            .map(|span| span.of(&article.text).to_owned());
        Alone {
            line: alone(teller.alone, teller.told + teller.near + teller.alone),
            sentences: sentences.collect(),
            more: (hidden > 0).then(|| {
                format!(
                    "And {} more, which the article itself shows.",
                    digits(hidden)
                )
            }),
        }
    })
    .collect()
}
