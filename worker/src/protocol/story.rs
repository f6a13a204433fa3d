//! What a worker says of several articles at once.

use crossread_engine::{Kind, Options, Span};
use serde::{Deserialize, Serialize};

use crate::overview::Length;

/// So many articles can be one story: each more is compared with all the others.
pub const MOST_ARTICLES: usize = 12;
/// So many claims are given, those that stand in most articles; a longer list nobody reads.
pub const MOST_CLAIMS: usize = 200;
/// So many sentences that stand in one article alone are given of each.
pub const MOST_APART: usize = 200;

/// Several articles as one story, with all that is shown of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// What was asked.
    pub options: Options,
    /// The articles, in the order in which they were given.
    pub articles: Vec<Teller>,
    /// The claims that stand in more than one, those that stand in most first; at most [`MOST_CLAIMS`].
    pub claims: Vec<Claim>,
    /// How many claims stand in so many articles, by that number: of all, not of those given alone.
    pub spread: Vec<u32>,
    /// Whether these texts are so long that matches can be missing.
    pub cut_short: bool,
}

/// What one article tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teller {
    /// How long it is.
    pub length: Length,
    /// How many of its sentences say a claim that stands in another article too.
    pub told: u32,
    /// How many say none and come near what another article says.
    pub near: u32,
    /// How many have no counterpart in any other article.
    pub alone: u32,
    /// Where those stand, in bytes; at most [`MOST_APART`].
    pub apart: Vec<Span>,
}

/// A claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The sentences that say it, by article and place; behind them those that are near it.
    pub sentences: Vec<Saying>,
    /// Which two of them the comparison of their articles links, as indices, and how they are alike.
    pub links: Vec<(u32, u32, Kind)>,
    /// In how many articles it stands.
    pub articles: u32,
    /// Whether one of its sentences denies what another says.
    pub opposed: bool,
}

/// A sentence that says a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// The article, an index.
    pub article: u32,
    /// Which of its sentences, counted from 0.
    pub sentence: u32,
    /// Where it stands, in bytes.
    pub span: Span,
    /// The strongest kind of what ties it to the others.
    pub kind: Option<Kind>,
    /// Whether it is near the claim only: it says none, and shares a little with one of these sentences.
    pub near: bool,
}
