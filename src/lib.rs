//! The site: the part of Crossread that runs in the reader's browser.
//!
//! `ui -> view -> state`: what a link says is [`state`], what the page shows of it is [`view`].

pub mod library;
pub mod state;
pub mod view;
