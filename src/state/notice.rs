//! Notices: the parts of a link that could not be used, and the sentences about them.

use super::quoted::quoted;
use super::story::StoryNotice;
use super::{Key, Side};

/// The heading above several notices.
pub const NOT_ALL: &str = "Part of this link could not be used";

/// A part of a link that the page could not use, or only partly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The library has no article of that id.
    UnknownArticle {
        /// The side.
        side: Side,
        /// The id, as typed.
        id: String,
    },
    /// That side's article is one that a reader brought, and it is not in this browser.
    KeptElsewhere(Side),
    /// A value was not understood; the default is used.
    BadValue {
        /// The key.
        key: Key,
        /// The value, as typed.
        value: String,
    },
    /// A key occurs more than once; the first one was used.
    Twice(Key),
    /// These texts are not the ones the link was made for: of A, of B.
    TextChanged(bool, bool),
    /// Something about the articles of a story.
    OfStory(StoryNotice),
    /// The selection points beyond the end of that article.
    Beyond(Side),
    /// So many of the links made or refused by hand point beyond the end of a text.
    HandBeyond(usize),
}

impl Notice {
    /// The sentence or sentences that the page shows.
    pub fn sentence(&self) -> String {
        match self {
            Notice::UnknownArticle { side, id } => format!(
                "This link asks for an article called {}, which is not in this library. \
                 Choose a different {} article.",
                quoted(id),
                match side {
                    Side::A => "first",
                    Side::B => "second",
                }
            ),
            Notice::KeptElsewhere(side) => format!(
                "The {} text of this link was kept in another browser, or is no longer here. \
                 Ask the sender for a link that carries it.",
                match side {
                    Side::A => "first",
                    Side::B => "second",
                }
            ),
            Notice::BadValue { key, value } => bad_value(*key, &quoted(value)),
            Notice::Twice(key) => format!(
                "This link says two different things about {} (‘{}’). The first is used.",
                subject(*key),
                key.name()
            ),
            Notice::TextChanged(a, b) => {
                let texts = match (a, b) {
                    (true, true) => "Both texts have",
                    (true, false) => "The first text has",
                    _ => "The second text has",
                };
                format!(
                    "{texts} changed since this link was made, so what it points to \
                     may not be what was meant."
                )
            }
            Notice::OfStory(notice) => notice.sentence(),
            Notice::Beyond(side) => format!(
                "This link points to a place beyond the end of the {} text, \
                 so no sentence is selected there.",
                match side {
                    Side::A => "first",
                    Side::B => "second",
                }
            ),
            Notice::HandBeyond(1) => {
                "One pair of sentences that this link joins or separates by hand lies beyond the end of a text, so it is left out."
                    .to_owned()
            }
            Notice::HandBeyond(count) => format!(
                "{count} pairs of sentences that this link joins or separates by hand lie beyond the end of a text, \
                 so they are left out."
            ),
        }
    }
}

fn bad_value(key: Key, value: &str) -> String {
    match key {
        Key::Page => {
            format!("This link asks for a page called {value}, which this site does not have.")
        }
        Key::View => format!(
            "This link asks for a view called {value}, which this site does not have. \
             The texts are shown side by side."
        ),
        Key::Only => format!(
            "This link asks to highlight {value} in an article, which this site does not know. Nothing is highlighted."
        ),
        Key::At => format!(
            "This link selects a place written as {value}, which could not be understood. \
             Nothing is selected."
        ),
        Key::Hand => format!(
            "This link names sentences linked by hand as {value}, which could not be understood. \
             Nothing is linked by hand."
        ),
        Key::Min => format!(
            "This link asks for passages of at least {value} words. It can be 3 to 12; 5 is used."
        ),
        Key::Strict => format!(
            "This link asks for a strictness called {value}, which this site does not have. \
             The normal one is used."
        ),
        Key::Kinds => format!(
            "This link asks for kinds of match written as {value}, which could not be understood. \
             All kinds are shown."
        ),
        Key::Text => format!(
            "This link says {value} about repeats and furniture, which could not be understood. \
             They are left out."
        ),
        Key::Voice => format!(
            "This link says {value} about quotation marks, which could not be understood. \
             All matches are shown."
        ),
        Key::Digest => format!(
            "This link has a checksum of its texts that could not be read ({value}), so it is not known whether they have changed."
        ),
        // Any text that is not very long is an id, even if no article has it.
        Key::Set | Key::A | Key::B | Key::Of | Key::Without | Key::Order => format!(
            "This link says {value} about {}, which is too long to be used.",
            subject(key)
        ),
    }
}

/// What a key is about, in words.
fn subject(key: Key) -> &'static str {
    match key {
        Key::Page => "the page",
        Key::Set => "the collection",
        Key::A => "the first article",
        Key::B => "the second article",
        Key::Of => "the articles of a story",
        Key::Without => "what an article leaves out",
        Key::Order => "the order of a story",
        Key::Only => "what is highlighted in an article",
        Key::View => "the view",
        Key::At => "what is selected",
        Key::Hand => "what is linked by hand",
        Key::Min => "the shortest passage",
        Key::Strict => "the strictness",
        Key::Kinds => "the kinds of match",
        Key::Text => "repeats and furniture",
        Key::Voice => "quotation marks",
        Key::Digest => "its texts",
    }
}
