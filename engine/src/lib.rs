//! Finds what two texts share. Each step can also be used alone.
#![doc = include_str!("../README.md")]
//! # The steps
//!
//! | step | module | from | to |
//! |---|---|---|---|
//! | words | [`words`] | text | ranges, each with the number of its folded form |
//! | sentences, paragraphs | [`segment`] | text | ranges |
//! | quotations | [`quotes`] | text | ranges |
//! | an article, read | [`reading`] | all of these | a [`Reading`], with repeats and furniture set apart |
//! | matches, passages, figures | [`compare()`] | two readings | a [`Comparison`] |
//! | numbers and dates | [`values`] | text | values with their units and bounds |
//! | what differs in a match | [`facts`] | two sentences | numbers, dates, names, denials, speakers, compared |
//! | why a match is one | [`evidence()`] | a comparison | an [`Evidence`] |
//! | what several articles say | [`story`] | the matches of every pair | claims |
//! | how long, how much shared | [`overview`] | a reading, a comparison | figures for a list of articles |
//! | what changed | [`word_diff`] | two sentences | an edit script over words |
//!
//! Every function here is total: any text gives an answer. An answer that was cut short says so ([`CutShort`]).
//! Ranges are byte ranges ([`Span`]).
#![forbid(unsafe_code)]

mod comparer;
pub mod comparison;
pub mod facts;
mod forms;
mod furniture;
mod hand;
pub mod hash;
pub mod lang;
mod lookup;
pub mod options;
pub mod overview;
pub mod reading;
pub mod sort;
pub mod story;
pub mod values;

mod compare;

pub use compare::{Reasons, Step, compare, compare_in_steps, compare_with, evidence};
pub use comparer::{Article, Compared, Comparer, Matched};
pub use comparison::{
    Closest, Comparison, CutShort, Evidence, Figures, Kind, Match, Passage, Route, Thresholds,
    UnknownKind,
};
pub use crossread_segment::{self as segment, Span, fold, quotes, words};
pub use crossread_word_diff as word_diff;
pub use hand::HandLinks;
pub use lang::{Lang, UnknownLang};
pub use options::{MinWords, Options, Scope, Strictness, UnknownStrictness};
pub use reading::{Reading, Sentence, Source, Standing, Voice};
