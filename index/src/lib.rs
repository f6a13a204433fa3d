//! Finds which of many articles are worth comparing. The time to compare all pairs grows with the square of their
//! number. An inverted index finds the pairs that may share something, and only those need to be compared.
//!
//! ```
//! use crossread_engine::{Lang, Reading, Source};
//! use crossread_index::{Fingerprint, propose};
//!
//! let read = |text| Reading::new(Source::new(text, Lang::English));
//! let articles = [
//!     "Foreign ministers of the alliance suspended practical civilian and military cooperation with \
//!      Moscow on Tuesday, after a long meeting in Brussels about the annexation.",
//!     "After a long meeting in Brussels about the annexation, foreign ministers of the alliance on \
//!      Tuesday suspended practical military and civilian cooperation with Moscow.",
//!     "A cat slept on a warm roof in the village all afternoon.",
//! ]
//! .map(read);
//! let proposed = propose(&articles.each_ref().map(Fingerprint::of));
//! assert_eq!(proposed.pairs, [(0, 1)]);
//! assert_eq!(proposed.passed_over, 2);
//! ```
//!
//! | step | module | from | to |
//! |---|---|---|---|
//! | fingerprints | [`fingerprint`] | a reading | hashed words and phrases |
//! | which articles have it | `postings` | fingerprints | lists of articles |
//! | which pairs share rare words | `shared` | lists | candidates |
//! | which of them could share sentences | [`proposals`] | candidates | pairs |
//! | similar articles to one more | [`saved`] | an index in a file | candidates |
//!
//! Phrases of a few words stand for a text, as in Broder, *On the resemblance and containment of documents* (1997).
//! Words are added and weighted by how rare they are in the collection (Spärck Jones, *A statistical interpretation
//! of term specificity*, 1972): reports in other words share names and figures, but no phrase. What is in many
//! articles says little and costs most, so it proposes no pairs; the result says how much that was.

pub mod fingerprint;
pub mod proposals;
pub mod saved;

mod postings;
mod shared;
mod weight;

pub use fingerprint::Fingerprint;
pub use proposals::{Proposed, propose};
pub use saved::Saved;
