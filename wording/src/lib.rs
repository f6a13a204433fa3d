//! What a comparison says to whoever reads it, in plain English: the finding, where the shared text lies, numbers,
//! shares and dates. The page, the documents that are saved from it and the command line take their sentences from
//! here, so that no two of them tell one comparison differently.
//!
//! Everything is a pure function of plain figures: a page has them from a worker's answer, a document from a report.
#![forbid(unsafe_code)]

pub mod facts;
pub mod finding;
pub mod place;
pub mod story;
pub mod words;

pub use finding::{CAUTION, Counts, Finding, Found, finding};
pub use place::{Part, lies};

use crossread_engine::Strictness;

/// Where matching was done: "at the normal step of strictness", "at the strictest step".
pub fn at_step(strictness: Strictness) -> String {
    match strictness {
        // "The strictest step of strictness" would say it twice.
        Strictness::Strict | Strictness::Strictest => format!("at the {strictness} step"),
        _ => format!("at the {strictness} step of strictness"),
    }
}
