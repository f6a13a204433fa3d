//! A name that a reader gave to a claim. It belongs to the claim through a quotation: the sentence of an article that says
//! it. So it stays with the claim when other articles are added, and is lost when the sentence is changed.

use crate::bounds::{self, clipped};
use crate::json::{Json, named, text};

/// A name for a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// The article that is quoted.
    pub article: String,
    /// The words that say the claim there, or the first of them.
    pub quote: String,
    /// The article's answer, if the claim has several answers and a row with answers is named; otherwise empty.
    pub value: String,
    /// The name.
    pub name: String,
    /// When it was given, in milliseconds since 1970.
    pub added: u64,
}

impl Naming {
    /// A name of these words, on one line and within the limits; `None` if there are no words.
    pub fn new(article: &str, quote: &str, value: &str, name: &str, added: u64) -> Option<Naming> {
        let name = clipped(name, bounds::NAME).0;
        let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        let naming = Naming {
            article: cut(article, bounds::NAME),
            quote: cut(quote, bounds::QUOTE).trim().to_owned(),
            value: cut(value, bounds::NAME),
            name: name.trim().to_owned(),
            added,
        };
        let whole = [&naming.article, &naming.quote, &naming.name];
        (!whole.iter().any(|part| part.is_empty())).then_some(naming)
    }

    /// The key under which it is kept, made from what it names.
    pub fn key(&self) -> String {
        [&*self.article, &self.value, &self.quote].join("\n")
    }

    /// Writes it down.
    pub fn write(&self) -> Json {
        let value = (!self.value.is_empty()).then(|| text(&self.value));
        named([
            ("article", Some(text(&self.article))),
            ("quote", Some(text(&self.quote))),
            ("value", value),
            ("name", Some(text(&self.name))),
            ("added", Some(Json::Number(self.added))),
        ])
    }

    /// Reads one that was written down.
    pub fn read(from: &Json) -> Option<Naming> {
        Naming::new(
            from.text("article")?,
            from.text("quote")?,
            from.text("value").unwrap_or_default(),
            from.text("name")?,
            from.number("added").unwrap_or(0),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Naming;
    use crate::bounds;
    use crate::json::read;

    #[test]
    fn a_name_comes_back_as_it_was() {
        let one = Naming::new(
            "own-a",
            " It <b>rained</b>. ",
            "5",
            "How long\nit rained",
            7,
        );
        let one = one.expect("a name");
        assert_eq!(
            (&*one.quote, &*one.name),
            ("It <b>rained</b>.", "How long it rained")
        );
        let again = read(&one.write().write()).and_then(|json| Naming::read(&json));
        assert_eq!(again.as_ref(), Some(&one));
        assert_eq!(one.key(), "own-a\n5\nIt <b>rained</b>.");
        let bare = Naming::new("own-a", "It rained.", "", "Rain", 0).expect("a name");
        let again = read(&bare.write().write()).and_then(|json| Naming::read(&json));
        assert_eq!(again, Some(bare));
    }

    #[test]
    fn without_words_it_is_none_and_long_ones_are_cut() {
        assert_eq!(Naming::new("own-a", "It rained.", "", " \n ", 0), None);
        assert_eq!(Naming::new("own-a", " ", "", "Rain", 0), None);
        assert_eq!(Naming::new("", "It rained.", "", "Rain", 0), None);
        let long = "a".repeat(9_000);
        let one = Naming::new("own-a", &long, "", &long, 0).expect("a name");
        assert_eq!(one.name.chars().count(), bounds::NAME);
        assert_eq!(one.quote.chars().count(), bounds::QUOTE);
    }
}
