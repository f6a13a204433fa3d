//! Several articles as one story: what more than one of them says, how many say it and in whose words, and what only
//! one says. Pure functions from a worker's answer to words and places.

use std::sync::Arc;

use crossread_engine::{HandLinks, Options, Span};
use crossread_wording::story as wording;
use crossread_worker::protocol::story::{Claim, MOST_CLAIMS, Teller};
use crossread_worker::protocol::{Ask, Stage, Story};

use super::comparing::text_of as sent;
use super::header::date_of;
use super::names::{discs, of_several};
use super::picker::short_title;
use super::waiting::{Status, Waiting};
use super::words::{capital, count_spelled};
use crate::library::{Article, Library};
use crate::sort;
use crate::state::{Both, ByHand};

pub use crossread_wording::story::{
    ALONE_NOTE, CAUTION as STORY_CAUTION, LEFT_OUT_NOTE, NEAR_NOTE, OPPOSED_NOTE, QUOTES_NOTE,
};

mod cast;
mod columns;
mod credits;
mod left_out;
mod names;
mod opened;
mod pairs;
mod quotations;
mod reader;
mod rows;

pub use cast::{
    CastLine, CastRow, cast_line, cast_rows, may_turn, only_own, story_ids, story_steps,
    story_turned,
};
pub use columns::{Column, folded_cells, folded_columns, single_columns};
pub use left_out::{Cited, LeftOut, Omission, story_left_out};
pub use names::{Given, given_name, naming_of};
pub use opened::{Alone, Opened, Sentence, story_alone, story_opened};
pub use pairs::{Overview, Share, pair_of, story_overview};
pub use quotations::{Quotation, Speaker, story_quotations};
pub use reader::{Held, Note, Passage, Read, Theirs, reading_of, story_read};
pub use rows::{Cell, Group, Row, Sign, story_rows};

/// The number of disputes in the sentence that leads the page.
const MOST_DISPUTES: usize = 4;

/// Several articles, read as one story.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// The articles.
    pub articles: Vec<Arc<Article>>,
    /// What a worker found in them.
    pub found: Story,
    /// The news agency that each credits.
    pub credits: Vec<Option<&'static str>>,
}

/// Fewer words than these cannot be a claim.
const FEWEST_WORDS: usize = 3;

impl Telling {
    /// What a worker found in these articles, without claims of a word or two, such as a name.
    pub fn new(articles: Vec<Arc<Article>>, mut found: Story) -> Telling {
        let says = |claim: &Claim| {
            claim.sentences.iter().any(|one| {
                let text = articles.get(one.article as usize);
                let words = one.clause.of(text.map_or("", |article| &article.text));
                !one.near && words.split_whitespace().count() >= FEWEST_WORDS
            })
        };
        let mut places = Vec::new();
        let mut kept = 0_u32;
        for claim in &found.claims {
            let stays = says(claim);
            places.push(stays.then_some(kept));
            kept += u32::from(stays);
            let tellers = found.spread.get_mut(claim.articles as usize);
            if let Some(tellers) = tellers.filter(|_| !stays) {
                *tellers = tellers.saturating_sub(1);
            }
        }
        found.claims.retain(says);
        found.questions.retain_mut(|one| {
            let place = places.get(one.claim as usize).copied().flatten();
            one.claim = place.unwrap_or_default();
            place.is_some()
        });
        let credits = articles.iter().map(|one| credits::credit(one)).collect();
        Telling {
            articles,
            found,
            credits,
        }
    }
}

/// What was found, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFinding {
    /// "All five tell: “…”. They disagree on how many people (4, 5, 6, 7)."
    pub lead: String,
    /// "Two claims appear in three of the five articles and six in two. The other 71 sentences are in only one article."
    pub headline: String,
    /// What was looked at, and how.
    pub detail: String,
}

/// A source of a story: its name, and what is shown about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The article's id.
    pub id: String,
    /// "EmbassyPages".
    pub name: String,
    /// "Ep".
    pub letters: String,
    /// The classes that give its disc its colour.
    pub disc: String,
    /// "30 May 2014", "date not stated".
    pub when: String,
    /// The same if it is stated, as `2014-05-30`, for the head of a table.
    pub day: String,
    /// Its headline, shortened.
    pub title: String,
    /// Its language, for `lang`.
    pub lang: String,
}

impl Head {
    /// No source.
    pub const NONE: Head = Head {
        id: String::new(),
        name: String::new(),
        letters: String::new(),
        disc: String::new(),
        when: String::new(),
        day: String::new(),
        title: String::new(),
        lang: String::new(),
    };
}

/// The sources of a story.
pub fn story_heads(library: &Library, telling: &Telling) -> Vec<Head> {
    let all: Vec<&Arc<Article>> = telling.articles.iter().collect();
    let looks = discs(library, &telling.articles);
    let both = all.iter().zip(of_several(&all)).zip(looks);
    both.map(|((article, source), disc)| Head {
        id: article.id.to_string(),
        name: source.name,
        letters: source.letters,
        disc,
        when: date_of(article),
        day: article
            .date
            .as_ref()
            .map_or_else(String::new, |date| date.value.to_string()),
        title: short_title(article),
        lang: super::header::lang(article),
    })
    .collect()
}

/// What the reader linked or refused in two articles, with their ids.
pub type Linked = (String, String, ByHand);

/// What to ask a worker about these articles. `by_hand`: what the reader linked or refused in two of them, by their ids.
pub fn story_ask(articles: &[Arc<Article>], options: Options, by_hand: &Linked) -> Ask {
    let place = |id: &str| articles.iter().position(|one| *one.id == *id);
    let (a, b, said) = by_hand;
    let links = place(a).zip(place(b)).map(|(a, b)| {
        let text = |at: usize| articles.get(at).map_or("", |article| &*article.text);
        let links = said.links(Both {
            a: text(a),
            b: text(b),
        });
        match a < b {
            true => (a as u32, b as u32, links),
            false => (b as u32, a as u32, links.swapped()),
        }
    });
    let links: Vec<(u32, u32, HandLinks)> =
        links.into_iter().filter(|one| !one.2.is_empty()).collect();
    Ask::Story(
        articles.iter().map(|one| sent(one)).collect(),
        options,
        links,
    )
}

/// "Five articles as one story".
pub fn story_title(articles: usize) -> String {
    match articles as u32 {
        0 | 1 => "One story".to_owned(),
        number => format!(
            "{} as one story",
            capital(&count_spelled(number, "article", "articles"))
        ),
    }
}

/// What was found, in words. `rows`: all of them, those that clash most first.
pub fn story_finding(telling: &Telling, rows: &[Row]) -> StoryFinding {
    let all = telling.articles.len() as u32;
    // What most articles tell, if these are more than half, in the words of the first row that names it.
    let claims = telling.found.claims.iter().enumerate();
    let named = claims.filter_map(|(number, claim)| {
        let row = rows::claim_in_words(rows, number)?;
        Some(wording::Most {
            claim: &row.name,
            tellers: claim.articles,
            disputed: row.asks_whether,
        })
    });
    let most = named
        .filter(|most| 2 * most.tellers > all)
        .max_by_key(|most| {
            (
                most.tellers,
                !most.disputed,
                std::cmp::Reverse(most.claim.len()),
            )
        });
    StoryFinding {
        lead: wording::lead(all, most, &rows::disputes(telling, rows, MOST_DISPUTES)),
        headline: headline(&telling.found),
        detail: detail(&telling.found),
    }
}

fn text_of(telling: &Telling, article: u32, span: Span) -> &str {
    let article = telling.articles.get(article as usize);
    span.of(article.map_or("", |article| &article.text))
}

/// The offset of a byte of an article, in Unicode scalar values.
fn offset(article: &Article, byte: usize) -> u32 {
    let before = article.text.get(..byte).unwrap_or("");
    u32::try_from(before.chars().count()).unwrap_or(u32::MAX)
}

/// The year of an article, if its date is stated.
fn year(article: &Article) -> Option<&str> {
    article.date.as_ref()?.value.get(..4)
}

/// The list sorted by `key`; equal ones stay in order.
fn sorted<T>(list: Vec<T>, key: &dyn Fn(&T) -> u64) -> Vec<T> {
    let order = sort::order(list.len(), &|at| key(&list[at]));
    let mut list: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|at| list.get_mut(at)?.take())
        .collect()
}

fn headline(found: &Story) -> String {
    wording::headline(&figures(found))
}

fn detail(found: &Story) -> String {
    wording::detail(&figures(found), Some(MOST_CLAIMS as u32))
}

fn figures(found: &Story) -> wording::Told<'_> {
    let sum = |of: fn(&Teller) -> u32| -> u32 { found.articles.iter().map(of).sum() };
    wording::Told {
        articles: found.articles.len() as u32,
        spread: &found.spread,
        told: sum(|one| one.told),
        near: sum(|one| one.near),
        alone: sum(|one| one.alone),
        scope: found.options.scope,
        cut_short: found.cut_short,
    }
}

/// How many quotations there are, and of how many speakers; `None` if nobody is quoted.
pub fn quotes_summary(telling: &Telling) -> Option<String> {
    let quotes = &telling.found.quotes;
    let last = quotes.last()?;
    Some(wording::quoted(quotes.len() as u32, last.speaker + 1))
}

/// The text that replaces the claims if there are none.
pub fn no_claims(telling: &Telling) -> Option<String> {
    let none = telling.found.claims.is_empty();
    none.then(|| format!("{}; or choose other articles above.", wording::NO_CLAIMS))
}

/// The text if there are too few articles.
pub const TOO_FEW: &str = "Choose two or more articles above. This page then shows what several of them tell, and what only one tells.";

/// The message while the articles are read, if any. `earlier`: whether the previous result is still shown.
pub fn story_waiting(status: Status, earlier: bool) -> Option<Waiting> {
    let mut waiting = super::waiting::waiting(status, earlier)?;
    if let Status::Working(Some(progress)) = status {
        waiting.line = match progress.stage {
            Stage::ReadingA => "Reading the articles …",
            _ => "Comparing every pair of articles …",
        }
        .to_owned();
    }
    Some(waiting)
}

#[cfg(test)]
mod tests;
