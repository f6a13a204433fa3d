//! What a worker says of several articles at once.

use crossread_engine::facts::Slot;
use crossread_engine::story::Cut;
use crossread_engine::{Options, Span};
use serde::{Deserialize, Serialize};

use crate::overview::Length;

/// So many articles can be one story: each more is compared with all the others.
pub const MOST_ARTICLES: usize = 50;
/// So many claims are given, those that stand in most articles; a longer list nobody reads.
pub const MOST_CLAIMS: usize = 200;
/// So many quotations are given.
pub const MOST_QUOTES: usize = 200;
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
    /// What of them is answered in more than one way, by claim; in a claim what clashes first.
    pub questions: Vec<Question>,
    /// Who is quoted with what: by speaker, those that most articles quote first; at most [`MOST_QUOTES`].
    pub quotes: Vec<Quote>,
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
    /// In how many articles it stands.
    pub articles: u32,
    /// Whether one of its sentences denies what another says.
    pub opposed: bool,
}

/// A sentence that says a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// The article, an index.
    pub article: u32,
    /// Where it stands, in bytes.
    pub span: Span,
    /// The words of it that say the claim, in bytes; empty where it is near only.
    pub clause: Span,
    /// The first of the claim's sentences with the same wording, as an index: verbatim or reworded.
    pub wording: u32,
    /// Whether it is near the claim only: it says none, and shares a little with one of these sentences.
    pub near: bool,
}

/// Something of which the articles say different things: a number, a date, a denial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The claim that it is part of, an index.
    pub claim: u32,
    /// What it is about.
    pub slot: Slot,
    /// The answers, by article and place.
    pub answers: Vec<Said>,
}

/// What an article says to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The article, an index.
    pub article: u32,
    /// Where, in bytes.
    pub span: Span,
    /// What is counted there.
    pub counted: Option<Span>,
    /// Which answer: the same number for those who say the same.
    pub group: u32,
    /// The answers that it clashes with, a bit each, from the lowest.
    pub against: u64,
}

/// A quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The article, an index.
    pub article: u32,
    /// The words without their marks, in bytes.
    pub span: Span,
    /// Where the article names the speaker.
    pub by: Span,
    /// The verb of saying; empty where the sentence has none.
    pub verb: Span,
    /// The speaker: equal for those who are taken for one.
    pub speaker: u32,
    /// What is said: equal for quotations of one saying, the longest of which comes first.
    pub saying: u32,
    /// How it lies to that one.
    pub cut: Cut,
}
