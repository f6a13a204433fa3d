//! A worker's answer about several articles at once.

use crossread_engine::facts::Slot;
use crossread_engine::overview::Length;
use crossread_engine::story::Cut;
use crossread_engine::{Options, Span};
use serde::{Deserialize, Serialize};

/// The most articles in a story, since each is compared with all the others.
pub const MOST_ARTICLES: usize = 100;
/// The most claims in an answer, those that most articles tell; nobody reads a longer list.
pub const MOST_CLAIMS: usize = 200;
/// The most quotations in an answer.
pub const MOST_QUOTES: usize = 200;
/// The most sentences in an answer that only one article has, for each article.
pub const MOST_APART: usize = 200;

/// Several articles as one story, with all that is shown of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// What was asked.
    pub options: Options,
    /// The articles, in the order in which they were given.
    pub articles: Vec<Teller>,
    /// The claims that more than one article tells, those told by most first; at most [`MOST_CLAIMS`].
    pub claims: Vec<Claim>,
    /// The questions in them with more than one answer, by claim; in a claim clashes first.
    pub questions: Vec<Question>,
    /// The quotations by speaker, those that most articles quote first; at most [`MOST_QUOTES`].
    pub quotes: Vec<Quote>,
    /// How many claims are in how many articles, by the number of articles; all claims count, not only those in the answer.
    pub spread: Vec<u32>,
    /// Whether these texts are so long that matches can be missing.
    pub cut_short: bool,
}

/// What one article tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teller {
    /// How long it is.
    pub length: Length,
    /// How many of its sentences say a claim that another article tells too.
    pub told: u32,
    /// How many say none but come near what another article says.
    pub near: u32,
    /// How many have no counterpart in any other article.
    pub alone: u32,
    /// The places of those, in bytes; at most [`MOST_APART`].
    pub apart: Vec<Span>,
}

/// A claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The sentences that say it, by article and place, followed by those that are near it.
    pub sentences: Vec<Saying>,
    /// How many articles tell it.
    pub articles: u32,
    /// Whether one of its sentences denies what another says.
    pub opposed: bool,
}

/// A sentence that says a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// The article, an index.
    pub article: u32,
    /// Its place, in bytes.
    pub span: Span,
    /// The words of it that say the claim, in bytes; empty if it is only near.
    pub clause: Span,
    /// The first of the claim's sentences with the same wording, as an index: verbatim or reworded.
    pub wording: u32,
    /// Whether it is only near the claim: it says none, but shares a little with one of these sentences.
    pub near: bool,
}

/// A question that the articles answer differently: about a number, a date, a denial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The claim that it is part of, an index.
    pub claim: u32,
    /// What it is about.
    pub slot: Slot,
    /// The answers, by article and place.
    pub answers: Vec<Said>,
}

/// What an article answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The article, an index.
    pub article: u32,
    /// Its place, in bytes.
    pub span: Span,
    /// What is counted there.
    pub counted: Option<Span>,
    /// The number of the answer, which is the same for articles that say the same.
    pub group: u32,
    /// The answers that it clashes with, one bit for each, from the lowest.
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
    /// The verb of saying; empty if the sentence has none.
    pub verb: Span,
    /// The speaker's number, which is the same for names that are taken for one speaker.
    pub speaker: u32,
    /// The statement's number: quotations of the same statement have the same, and the longest comes first.
    pub saying: u32,
    /// How it relates to the longest one.
    pub cut: Cut,
}
