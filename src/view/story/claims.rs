//! The claims of a story: who tells each, in which words, and what each article tells alone.

use crossread_engine::Kind;
use crossread_wording::story::{alone, letter, stands};
use crossread_worker::protocol::story::{Claim, Saying};

use super::super::header::lang;
use super::super::picker::{byline, short_title};
use super::super::words::{digits, spelled};
use super::Telling;
use crate::library::Article;
use crate::state::{At, State};

/// So many claims have a column in the table; more would not fit beside each other.
const MOST_COLUMNS: usize = 12;

/// A row of the table: what an article tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TellerRow {
    /// Its letter.
    pub letter: String,
    /// Its title, shortened.
    pub title: String,
    /// Publisher and date, as they are stated.
    pub byline: String,
    /// The language of its text, for `lang`.
    pub lang: String,
    /// Whether it tells each of the claims that have a column.
    pub tells: Vec<Tells>,
    /// "18 of 21 sentences (86%)".
    pub alone: String,
    /// The sentences that stand in it alone.
    pub apart: Vec<String>,
    /// What is said of those that are not listed.
    pub more: Option<String>,
}

/// Whether an article tells a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// It does.
    Yes,
    /// It says something near to it.
    Near,
    /// It does not, as far as can be found.
    No,
}

impl Tells {
    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Tells::Yes => "tells it",
            Tells::Near => "comes near it",
            Tells::No => "does not",
        }
    }
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimCard {
    /// "In A, C and E; not in B and D".
    pub title: String,
    /// Whether one of its sentences denies what another says.
    pub opposed: bool,
    /// The sentences that say it.
    pub sentences: Vec<Said>,
    /// Those that are near it.
    pub near: Vec<Said>,
    /// Each two that are linked: "sentence 3 of A, 7 of C", how they are alike, and the state that compares them there.
    pub links: Vec<(String, Kind, State)>,
}

/// A sentence of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The letter of its article.
    pub letter: String,
    /// The sentence.
    pub text: String,
    /// The kind of its strongest link.
    pub kind: Kind,
    /// Its article: "The title · publisher not stated · 30 May 2014".
    pub from: String,
    /// The language of its text, for `lang`.
    pub lang: String,
}

/// How many claims have a column in the table, and what is said where that is not all.
pub fn columns(telling: &Telling) -> (usize, Option<String>) {
    let all = telling.found.claims.len();
    let shown = all.min(MOST_COLUMNS);
    let note = (shown < all).then(|| {
        format!(
            "The table has the first {} claims; all are below.",
            spelled(shown as u32)
        )
    });
    (shown, note)
}

/// What each article tells.
pub fn teller_rows(telling: &Telling) -> Vec<TellerRow> {
    let (columns, _) = columns(telling);
    let rows = telling
        .articles
        .iter()
        .zip(&telling.found.articles)
        .enumerate();
    rows.map(|(place, (article, teller))| {
        let tells = |claim: &Claim| {
            let of_it = claim
                .sentences
                .iter()
                .filter(|one| one.article as usize == place);
            match of_it.map(|one| one.near).min() {
                Some(false) => Tells::Yes,
                Some(true) => Tells::Near,
                None => Tells::No,
            }
        };
        let all = teller.told + teller.near + teller.alone;
        let hidden = teller.alone.saturating_sub(teller.apart.len() as u32);
        TellerRow {
            letter: letter(place),
            title: short_title(article),
            byline: byline(article),
            lang: lang(article),
            tells: telling
                .found
                .claims
                .iter()
                .take(columns)
                .map(tells)
                .collect(),
            alone: alone(teller.alone, all),
            apart: teller
                .apart
                .iter()
                .map(|span| span.of(&article.text).to_owned())
                .collect(),
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

/// Claim number `number`, counted from 0.
pub fn claim_card(telling: &Telling, number: usize, state: &State) -> Option<ClaimCard> {
    let claim = telling.found.claims.get(number)?;
    let said = |near: bool| {
        let of_it = claim.sentences.iter().filter(move |one| one.near == near);
        of_it.filter_map(|one| said(telling, one)).collect()
    };
    let link = |&(a, b, kind): &(u32, u32, Kind)| {
        let [a, b] = [a, b].map(|at| claim.sentences.get(at as usize));
        let (a, b) = a.zip(b)?;
        let [of_a, of_b] = [a, b].map(|one| telling.articles.get(one.article as usize));
        let (of_a, of_b) = of_a.zip(of_b)?;
        let place = format!(
            "sentence {} of {}, {} of {}",
            a.sentence + 1,
            letter(a.article as usize),
            b.sentence + 1,
            letter(b.article as usize)
        );
        let at = At::Pair(offset(of_a, a), offset(of_b, b));
        Some((
            place,
            kind,
            state.compare(&of_a.id, &of_b.id).with_at(Some(at)),
        ))
    };
    Some(ClaimCard {
        title: title(telling, claim),
        opposed: claim.opposed,
        sentences: said(false),
        near: said(true),
        links: claim.links.iter().filter_map(link).collect(),
    })
}

/// In which articles a claim stands, and in which not.
fn title(telling: &Telling, claim: &Claim) -> String {
    let (mut told, mut not) = (Vec::new(), Vec::new());
    for place in 0..telling.articles.len() {
        let tells = claim
            .sentences
            .iter()
            .any(|one| !one.near && one.article as usize == place);
        if tells { &mut told } else { &mut not }.push(letter(place));
    }
    stands(&told, &not)
}

fn said(telling: &Telling, one: &Saying) -> Option<Said> {
    let article = telling.articles.get(one.article as usize)?;
    Some(Said {
        letter: letter(one.article as usize),
        text: one.span.of(&article.text).to_owned(),
        kind: one.kind.unwrap_or(Kind::Related),
        from: format!("{} · {}", short_title(article), byline(article)),
        lang: lang(article),
    })
}

/// Where a sentence begins, in Unicode scalar values.
fn offset(article: &Article, one: &Saying) -> u32 {
    let before = article.text.get(..one.span.start).unwrap_or("");
    u32::try_from(before.chars().count()).unwrap_or(u32::MAX)
}
