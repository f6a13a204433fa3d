//! The library page: the articles there are, and how much each pair of them shares.

use crate::library::Library;
use crate::state::State;

/// The library page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryPage {
    /// What the site is for, in a sentence or two.
    pub intro: String,
    /// "Five articles".
    pub articles_title: String,
    /// The articles.
    pub articles: Vec<ArticleRow>,
    /// What stands above the pairs: "Ten pairs, those that share most first".
    pub pairs_title: String,
    /// How the shares are counted, in a sentence.
    pub pairs_note: String,
    /// The pairs, those that share most first.
    pub pairs: Vec<PairRow>,
}

/// An article in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The publisher, or "publisher not stated".
    pub publisher: String,
    /// The date in words, or "date not stated".
    pub date: String,
    /// "708 words, half of them repeated".
    pub words: String,
    /// The beginning of its own text, where the title is not that.
    pub opening: String,
    /// The language of the text, for `lang`.
    pub lang: String,
    /// The state in which it is the first article and the second is still to be chosen.
    pub to: State,
}

/// A pair in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    /// The first article's id.
    pub a: String,
    /// The second article's id.
    pub b: String,
    /// The first article's title, shortened.
    pub title_a: String,
    /// The second article's title, shortened.
    pub title_b: String,
    /// "31% of the first is in the second, 12% of the second in the first"; "nothing in common".
    pub share: String,
    /// Containment both ways, 0 to 100, for a bar.
    pub percent: (u32, u32),
    /// "4 sentences reworded, 2 make the same claim".
    pub found: String,
    /// The state that compares them.
    pub to: State,
}

/// The library page.
pub fn library_page(_library: &Library, _state: &State) -> LibraryPage {
    LibraryPage {
        intro: String::new(),
        articles_title: String::new(),
        articles: Vec::new(),
        pairs_title: String::new(),
        pairs_note: String::new(),
        pairs: Vec::new(),
    }
}
