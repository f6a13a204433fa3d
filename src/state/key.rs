//! All keys of the address. A key that is not listed here is unknown to the site.

/// A key of the query string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The page, if it is not the one that the other keys imply: `library`, `compare`, `story`, `add`, `privacy`.
    Page,
    /// The folder of a static collection in which the articles are: its address, seen from the page.
    Set,
    /// The id of the first article.
    A,
    /// The id of the second article.
    B,
    /// The articles of a story: their ids joined by `.`.
    Of,
    /// The article whose omissions a story shows: its id.
    Without,
    /// The order of a story's rows: `told`, or the id of an article.
    Order,
    /// What is highlighted in one article of a story: `here`, `all`.
    Only,
    /// The view: `side`, `one`, `shared`; in a story `read`.
    View,
    /// The selection: `120.88`, `120.`, `.88`, in Unicode scalar values; in a story the position of an article, and an offset.
    At,
    /// What the reader linked or refused by hand: `120.88_-7.30`, in Unicode scalar values.
    Hand,
    /// The least passage length in words: `3` to `12`.
    Min,
    /// The strictness: `loosest`, `loose`, `normal`, `strict`, `strictest`.
    Strict,
    /// The kinds of match shown: their names joined by `.`, or `none`.
    Kinds,
    /// `all` includes repeats and furniture; `own` leaves them out.
    Text,
    /// Whose words: `all`, `quoted`, `reporter`.
    Voice,
    /// The digest of both texts.
    Digest,
}

impl Key {
    /// All keys, in the order in which an address has them.
    pub const ALL: [Key; 17] = [
        Key::Page,
        Key::Set,
        Key::A,
        Key::B,
        Key::Of,
        Key::Without,
        Key::Order,
        Key::Only,
        Key::View,
        Key::At,
        Key::Hand,
        Key::Min,
        Key::Strict,
        Key::Kinds,
        Key::Text,
        Key::Voice,
        Key::Digest,
    ];

    /// The key as an address has it.
    pub fn name(self) -> &'static str {
        match self {
            Key::Page => "page",
            Key::Set => "set",
            Key::A => "a",
            Key::B => "b",
            Key::Of => "of",
            Key::Without => "without",
            Key::Order => "order",
            Key::Only => "only",
            Key::View => "view",
            Key::At => "at",
            Key::Hand => "hand",
            Key::Min => "min",
            Key::Strict => "strict",
            Key::Kinds => "kinds",
            Key::Text => "text",
            Key::Voice => "voice",
            Key::Digest => "d",
        }
    }

    /// The key of that name.
    pub fn from_name(name: &str) -> Option<Key> {
        Key::ALL.into_iter().find(|key| key.name() == name)
    }
}
