//! An article: its text, and its fields, each a value and its basis.

/// A value and its basis: where the value comes from. `S` is the kind of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Stated<S = String> {
    /// The value.
    pub value: S,
    /// The basis, in words: "stated in the text", "given", "inferred from the photograph's date".
    pub basis: S,
}

impl<S> Stated<S> {
    /// The same in another kind of text.
    pub fn map<T>(self, text: impl Fn(S) -> T) -> Stated<T> {
        Stated {
            value: text(self.value),
            basis: text(self.basis),
        }
    }
}

impl<S: AsRef<str>> Stated<S> {
    /// Whether the value was concluded rather than read: its basis begins with "inferred".
    pub fn is_inferred(&self) -> bool {
        self.basis.as_ref().starts_with("inferred")
    }

    /// A copy that owns its text.
    pub fn owned(&self) -> Stated {
        Stated {
            value: self.value.as_ref().to_owned(),
            basis: self.basis.as_ref().to_owned(),
        }
    }
}

/// What is stated about an article, besides its id and its text. `None` means "not stated"; nothing is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct About {
    /// The headline, or what serves as one.
    pub title: Option<Stated>,
    /// Who published it.
    pub publisher: Option<Stated>,
    /// The date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<Stated>,
    /// The place in its dateline.
    pub place: Option<Stated>,
    /// The address of its page.
    pub url: Option<Stated>,
    /// Its language, a BCP 47 tag.
    pub language: Option<Stated>,
}

/// A stretch of an article's text that is not the article itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Furniture<S = String> {
    /// Its first byte in the text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it is, in words: "caption", "banner", "headline copy".
    pub label: S,
}

impl<S> Furniture<S> {
    /// The same in another kind of text.
    pub fn map<T>(self, text: impl Fn(S) -> T) -> Furniture<T> {
        Furniture {
            start: self.start,
            end: self.end,
            label: text(self.label),
        }
    }

    /// Its place in the text, in bytes.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// One article with its text. What is not stated is `None`; nothing is guessed. `S` is the kind of text, `F` the kind of list
/// of its furniture: a slice in a program's tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article<S = String, F = Vec<Furniture<S>>> {
    /// Its id in links: `[a-z0-9-]+`.
    pub id: S,
    /// The headline, or what serves as one, with its basis.
    pub title: Stated<S>,
    /// Who published it.
    pub publisher: Option<Stated<S>>,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<Stated<S>>,
    /// The place in its dateline.
    pub place: Option<Stated<S>>,
    /// The address it was taken from.
    pub url: Option<Stated<S>>,
    /// Its language, a BCP 47 tag: `en`, `pt-BR`.
    pub language: Option<Stated<S>>,
    /// The text, unchanged.
    pub text: S,
    /// The parts of the text that are not the article, in the order of the text, without overlap.
    pub furniture: F,
}

/// An article that is compiled into a program. Its `Debug` form is Rust source of itself.
pub type Embedded = Article<&'static str, &'static [Furniture<&'static str>]>;

impl<S, F> Article<S, F> {
    /// The same in another kind of text, and with another list of furniture.
    pub fn map<T, G>(self, text: impl Fn(S) -> T, furniture: impl FnOnce(F) -> G) -> Article<T, G> {
        let field = |stated: Option<Stated<S>>| stated.map(|stated| stated.map(&text));
        Article {
            id: text(self.id),
            title: self.title.map(&text),
            publisher: field(self.publisher),
            date: field(self.date),
            place: field(self.place),
            url: field(self.url),
            language: field(self.language),
            text: text(self.text),
            furniture: furniture(self.furniture),
        }
    }
}

impl<S: AsRef<str>, F> Article<S, F> {
    /// What is stated about it.
    pub fn about(&self) -> About {
        let owned = |field: &Option<Stated<S>>| field.as_ref().map(Stated::owned);
        About {
            title: Some(self.title.owned()),
            publisher: owned(&self.publisher),
            date: owned(&self.date),
            place: owned(&self.place),
            url: owned(&self.url),
            language: owned(&self.language),
        }
    }
}

impl About {
    /// The fields stated here; a field that is not stated comes from `other`.
    pub fn or(self, other: About) -> About {
        About {
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            date: self.date.or(other.date),
            place: self.place.or(other.place),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
        }
    }

    /// The fields by their names, in the order in which they are shown.
    pub fn fields(&self) -> [(&'static str, Option<&Stated>); 6] {
        [
            ("title", self.title.as_ref()),
            ("publisher", self.publisher.as_ref()),
            ("date", self.date.as_ref()),
            ("place", self.place.as_ref()),
            ("url", self.url.as_ref()),
            ("language", self.language.as_ref()),
        ]
    }
}
