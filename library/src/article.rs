//! An article, as read from its file: plain data that the site, the command line and the tests share.

pub use crossread_article::Stated;

use std::ops::Range;

/// One article: its parsed front matter and its unchanged text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// What links and file names call it: `[a-z0-9-]+`, the file's name without `.md`.
    pub id: String,
    /// What the front matter says about it.
    pub meta: Meta,
    /// The text, byte for byte as the file has it after the front matter.
    pub body: String,
    /// Where the body begins in the file, in bytes.
    pub body_offset: usize,
    /// The parts of the body that are furniture, in the order of the body, without overlap.
    pub furniture: Vec<Furniture>,
}

/// The facts about an article. A field that its front matter does not state is `None`, and is shown as "not
/// stated". Nothing is guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The headline, or what serves as one.
    pub title: Stated,
    /// Who published it.
    pub publisher: Option<Stated>,
    /// The date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<Stated>,
    /// The place in its dateline.
    pub place: Option<Stated>,
    /// The address of its page: `http://…` or `https://…`.
    pub url: Option<Stated>,
    /// Its language, as a BCP 47 tag: `en`, `pt-BR`.
    pub language: Option<Stated>,
}

/// A part of the body that is not the article's own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Where, in bytes of the body.
    pub range: Range<usize>,
    /// What it is.
    pub kind: FurnitureKind,
}

/// What a piece of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FurnitureKind {
    /// What the page says above every article of the site.
    Banner,
    /// Where the page stands in the site: "Home News …".
    Breadcrumb,
    /// The text under a picture, with its credit.
    Caption,
    /// Who made a picture or the text.
    Credit,
    /// A second copy of the headline.
    HeadlineCopy,
    /// A line with only a date or a place.
    DateLine,
}

impl FurnitureKind {
    /// All kinds, in the order in which messages list them.
    pub const ALL: [FurnitureKind; 6] = [
        FurnitureKind::Banner,
        FurnitureKind::Breadcrumb,
        FurnitureKind::Caption,
        FurnitureKind::Credit,
        FurnitureKind::HeadlineCopy,
        FurnitureKind::DateLine,
    ];

    /// The kind's name, in the front matter and on the page.
    pub fn name(self) -> &'static str {
        match self {
            FurnitureKind::Banner => "banner",
            FurnitureKind::Breadcrumb => "breadcrumb",
            FurnitureKind::Caption => "caption",
            FurnitureKind::Credit => "credit",
            FurnitureKind::HeadlineCopy => "headline copy",
            FurnitureKind::DateLine => "date line",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<FurnitureKind> {
        FurnitureKind::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}
