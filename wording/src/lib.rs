//! The English sentences about a comparison: the finding, where the shared text lies, numbers, shares and dates. The
//! page, the saved documents and the command line share them, so all of them describe a comparison in the same words.
//!
//! Everything is a pure function of plain figures. The page takes them from a worker's answer, a document from a report.
#![forbid(unsafe_code)]

pub mod apart;
pub mod facts;
pub mod finding;
pub mod hand;
pub mod lead;
mod named;
pub mod names;
pub mod place;
pub mod story;
pub mod topic;
pub mod words;

pub use finding::{CAUTION, Counts, Finding, Found, finding};
pub use hand::by_hand;
pub use named::named;
pub use place::{Part, lies};

use crossread_engine::Strictness;

/// The step of strictness in words: "at the normal step of strictness", "at the strictest step".
pub fn at_step(strictness: Strictness) -> String {
    match strictness {
        // "The strictest step of strictness" would say it twice.
        Strictness::Strict | Strictness::Strictest => format!("at the {strictness} step"),
        _ => format!("at the {strictness} step of strictness"),
    }
}
