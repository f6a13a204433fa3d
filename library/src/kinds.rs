//! The kinds of furniture that an article's file can name.

/// What a piece of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FurnitureKind {
    /// The text above every article of the site.
    Banner,
    /// The place of the page in the site: "Home News …".
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
