//! What the page shows, as plain data: pure functions from the library, a [`State`] and a
//! [`Comparing`] to pieces of text, marks and sentences in words. Components only place them. All words
//! that a reader sees come from here (or from [`Notice::sentence`]).
//!
//! Made once per pair and options, then shared (`Arc<Comparing>`); everything else is cheap beside it:
//!
//! | what | function | again when |
//! |---|---|---|
//! | the comparison | [`Comparing::new`] | a worker has answered |
//! | a column: paragraphs, folds; what stands above | [`column`], [`header`] | the comparison changes |
//! | one text | [`one_text`] | the comparison changes |
//! | a paragraph of either, cut when it is placed | [`Laid`], [`Outline::block`] | |
//! | which sentences are marked, reading order | [`Marks::new`] | the comparison or a filter changes |
//! | what both share | [`shared`], [`card`] | the comparison or a filter changes |
//! | the ruler | [`ruler`] | the comparison or a filter changes |
//! | the finding, the figures | [`finding`], [`figures`] | the comparison changes |
//! | what differs, first of all in a sentence | [`differences`], [`Lead`] | the comparison changes |
//! | what sources are called, which colours they have | [`sources`], [`colours`] | the comparison, the library changes |
//! | filters with counts | [`filters`], [`strictness_step`] | the comparison or the state changes |
//! | the selection | [`Selection::new`] | the comparison or `state.at` changes |
//! | the closest sentences | [`drawer`] | the selection, or the comparison changes |
//! | two articles without a match | [`nothing`] | the comparison, the library or the state changes |
//! | the drawer, the ribbons | [`drawer`], [`ribbons`] | the selection or a filter changes |
//! | pickers, titles, empty states | [`picker`], [`document_title`], [`prompt`] | the state changes |
//! | while a worker is at it | [`waiting`] | it tells how it stands |
//! | the comparison as a file | [`saving`] | one is asked for |
//! | several articles as one story | [`story_finding`], [`teller_rows`], [`claim_card`] | a worker has answered |
//! | the boxes in which a comparison begins | [`begin`] | they or what is chosen beside them change |
//! | the library page | [`library_page`], in the build; [`own_rows`] | the library changes |
//!
//! A column's text does not change with filters or selection: render it once, and take each sentence's
//! look from `Marks::of(side, sentence)` and `Selection::holds(side, sentence)`.
//!
//! [`State`]: crate::state::State
//! [`Notice::sentence`]: crate::state::Notice::sentence

#[cfg(feature = "own")]
mod asked;
mod begin;
mod block;
mod blocks;
#[cfg(feature = "own")]
mod brought;
mod by_hand;
#[cfg(feature = "own")]
mod clash;
mod closest;
mod column;
mod comparing;
mod cut;
mod diff;
mod differences;
mod drawer;
#[cfg(feature = "own")]
mod face;
mod figures;
mod filters;
mod finding;
mod header;
mod laid;
mod lead;
#[cfg(feature = "own")]
mod library_page;
mod marks;
mod names;
mod nothing;
mod one_text;
mod outline;
#[cfg(feature = "own")]
mod own;
#[cfg(feature = "own")]
mod own_rows;
mod picker;
mod prompt;
mod ruler;
pub mod saving;
mod selection;
mod shared;
mod spans;
#[cfg(feature = "own")]
mod story;
mod unmatched;
mod waiting;
mod why;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

#[cfg(feature = "own")]
pub use asked::{Answer, Asked};
pub use begin::{Begun, Two, begin};
pub use block::{Block, Diffed, Fold, Paragraph, Piece, Run, SentencePiece};
#[cfg(feature = "own")]
pub use brought::{brought, facts, preview, twice};
pub use by_hand::{Act, Deed, FULL};
#[cfg(feature = "own")]
pub use clash::{Example, Quoted};
pub use closest::{Closest, NONE_COUNTS, Near, Pair, between};
pub use column::{column, unread};
pub use comparing::{Comparing, pair_request};
pub use diff::{Op, Part};
pub use differences::{Counts, Difference, Differences, FEW, differences};
pub use drawer::{Drawer, Other, drawer};
#[cfg(feature = "own")]
pub use face::Face;
pub use figures::{Figure, Figures, figures, shares_much};
pub use filters::{
    Chip, Filters, Matched, StrictnessStep, filters, kind_word, strictness_step, view_word,
    voices_word,
};
pub use finding::{CAUTION, Finding, finding, said_by_hand};
pub use header::{Detail, Header, header};
pub use lead::{Lead, lead, spoken};
#[cfg(feature = "own")]
pub use library_page::{ArticleRow, LibraryPage, PAIRS_NOTE, PairFound, PairRow, library_page};
pub use marks::{Mark, Marks};
pub use names::{Source, chosen, coloured, colours, sources};
pub use nothing::{Looser, Named, Nothing, Partner, Times, nothing};
pub use one_text::{legend, one_text};
pub use outline::{Laid, Outline, Whole};
#[cfg(feature = "own")]
pub use own::{
    joined, keeping, kept_where, link_lengths, moved_offset, size_note, understood, whence,
};
#[cfg(feature = "own")]
pub use own_rows::{OwnRow, own_rows};
pub use picker::{PickerOption, document_title, heading, named_title, picker};
pub use prompt::{Prompt, prompt};
pub use ruler::{Bar, Ruler, What, ruler};
pub use selection::{Ribbon, Selection, ribbons};
pub use shared::{Card, PassageRow, Quote, Shared, card, notes, row, rows, shared};
#[cfg(feature = "own")]
pub use story::{
    ALONE_NOTE, Alone, CastLine, CastRow, Cell, Cited, Column, Given, Group, Head, Held,
    LEFT_OUT_NOTE, LeftOut, Linked, NEAR_NOTE, Note, OPPOSED_NOTE, Omission, Opened, Overview,
    Passage, QUOTES_NOTE, Quotation, Read, Row, STORY_CAUTION, Sentence, Share, Sign, Speaker,
    StoryFinding, TOO_FEW, Telling, Theirs, cast_line, cast_rows, folded_cells, folded_columns,
    given_name, may_turn, naming_of, no_claims, only_own, pair_of, quotes_summary, reading_of,
    single_columns, story_alone, story_ask, story_finding, story_heads, story_ids, story_left_out,
    story_opened, story_overview, story_quotations, story_read, story_rows, story_steps,
    story_title, story_turned, story_waiting,
};
pub use unmatched::{CHANGED_PLACES, without_counterpart};
pub use waiting::{Status, Waiting, waiting};

use crossread_wording::words;
