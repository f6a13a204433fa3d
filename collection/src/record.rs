//! The stored form of an own article. It is used in the database, in a collection and in a link. Anybody may
//! have written the input, so every field is checked.

use crossread_article::{is_date, is_language_tag};
use crossread_engine::hash::fnv1a;

use crate::base::base32;
use crate::bounds::{self, clipped};
use crate::json::{Json, named, text};
use crate::titles::title_from;
use crate::{Article, Stated, Text};

/// The beginning of the id of every own article. No shipped article has it.
const PREFIX: &str = "own-";

/// Longer ids are not valid.
pub(crate) const LONGEST_ID: usize = 64;

/// Whether an id is that of an own article: `own-` and letters, digits and hyphens.
pub fn is_own(id: &str) -> bool {
    let rest = id.strip_prefix(PREFIX).unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !rest.is_empty() && id.len() <= LONGEST_ID && rest.bytes().all(plain)
}

/// A mark of an article's content, in the form of an id. The same content has the same mark in every browser. An article
/// that was stored without an id gets it.
pub fn id_of(article: &Article) -> String {
    let field = |stated: &Option<Stated>| match stated {
        Some(stated) => stated.value.to_string(),
        None => String::new(),
    };
    let content = [
        article.title.value.to_string(),
        field(&article.publisher),
        field(&article.date),
        field(&article.place),
        field(&article.url),
        field(&article.language),
        article.text.to_string(),
    ];
    // The separator is in no text, since U+FFFF is not a character.
    format!("{PREFIX}{}", mark(content.join("\u{ffff}").as_bytes()))
}

/// A new id that is not taken. It is made with the random number `chance`: a host sees the ids in an address, and must not
/// learn from one which known article it is.
pub fn free_id(is_taken: &dyn Fn(&str) -> bool, article: &Article, chance: &str) -> String {
    let made = format!("{chance} {}", id_of(article));
    let id = format!("{PREFIX}{}", mark(made.as_bytes()));
    let mut free = id.clone();
    let mut number = 2;
    while is_taken(&free) {
        free = format!("{id}-{number}");
        number += 1;
    }
    free
}

/// A mark of these bytes: FNV-1a (64 bits; Fowler, Noll and Vo) in 13 characters of RFC 4648 base32 in
/// lower case. It detects accidents, not forgery.
pub fn mark(bytes: &[u8]) -> String {
    base32(fnv1a(bytes.iter().copied()), 13)
}

/// Whether the stored text says the same as an article.
pub fn says(written: &str, article: &Article) -> bool {
    let read = crate::json::read(written).and_then(|json| read(&json));
    read.is_some_and(|one| same(&one.article, article))
}

/// Whether two articles say the same, whatever their ids.
pub fn same(one: &Article, other: &Article) -> bool {
    id_of(one) == id_of(other) && one.text == other.text
}

/// Writes an article in its stored form. `added`: the time, in milliseconds since 1970.
pub fn write(article: &Article, added: u64) -> Json {
    let field = |stated: &Stated| {
        named([
            ("value", Some(text(&stated.value))),
            ("basis", Some(text(&stated.basis))),
        ])
    };
    let optional = |stated: &Option<Stated>| stated.as_ref().map(field);
    named([
        ("id", Some(text(&article.id))),
        ("title", Some(field(&article.title))),
        ("publisher", optional(&article.publisher)),
        ("date", optional(&article.date)),
        ("place", optional(&article.place)),
        ("url", optional(&article.url)),
        ("language", optional(&article.language)),
        ("added", Some(Json::Number(added))),
        ("text", Some(text(&article.text))),
    ])
}

/// An article, read from its stored form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The article.
    pub article: Article,
    /// When it was added.
    pub added: u64,
    /// Whether a field was too long, and was cut or left out.
    pub cut: bool,
}

/// Reads an article from its stored form, and the time when it was added; `None` if it has no text. An
/// invalid field is left out. A missing title is taken from the text. A missing or invalid id is made from
/// the content.
pub fn read(from: &Json) -> Option<Written> {
    let body = from.text("text").filter(|text| !text.trim().is_empty())?;
    let mut cut = false;
    let mut field = |name: &str, most: usize| {
        let stated = from.get(name)?;
        let (value, is_cut) = clipped(stated.text("value")?, most);
        let (basis, _) = clipped(stated.text("basis").unwrap_or_default(), bounds::BASIS);
        cut |= is_cut;
        // A part of an address leads elsewhere.
        let is_none = value.is_empty() || (is_cut && name == "url");
        (!is_none).then_some(Stated { value, basis })
    };
    let title = field("title", bounds::TITLE).unwrap_or_else(|| title_from(body));
    let mut article = Article {
        id: Text::default(),
        title,
        publisher: field("publisher", bounds::NAME),
        date: field("date", bounds::NAME).filter(|date| is_date(&date.value)),
        place: field("place", bounds::NAME),
        url: field("url", bounds::ADDRESS),
        language: field("language", bounds::NAME).filter(|tag| is_language_tag(&tag.value)),
        text: body.to_owned().into(),
        furniture: Vec::new(),
    };
    article.id = match from.text("id").filter(|id| is_own(id)) {
        Some(id) => id.to_owned().into(),
        None => id_of(&article).into(),
    };
    Some(Written {
        article,
        added: from.number("added").unwrap_or(0),
        cut,
    })
}

#[cfg(test)]
mod tests {
    use super::{Written, free_id, id_of, is_own, read, write};
    use crate::testing::{article, stated};
    use crate::{Stated, bounds, json};
    use proptest::prelude::*;

    #[test]
    fn ids_of_readers_are_told_by_their_form() {
        for good in ["own-a", "own-3x7", "own-a-2"] {
            assert!(is_own(good), "{good}");
        }
        for bad in [
            "", "own-", "own", "Own-a", "own-A", "own-é", "owner", "own-a b",
        ] {
            assert!(!is_own(bad), "{bad}");
        }
        assert!(!is_own(&format!("own-{}", "a".repeat(80))));
    }

    #[test]
    fn an_id_follows_the_content_and_nothing_else() {
        let one = article("a", "It rained.");
        let mut other = article("b", "It rained.");
        other.title = one.title.clone();
        assert_eq!(id_of(&one), id_of(&other));
        assert!(is_own(&id_of(&one)));
        other.publisher = Some(stated("The Mail"));
        assert_ne!(id_of(&one), id_of(&other));
    }

    #[test]
    fn an_id_does_not_tell_which_article_it_is() {
        let one = article("own-a", "It rained.");
        let ids = ["7f", "80"].map(|chance| free_id(&|_| false, &one, chance));
        assert!(ids.iter().all(|id| is_own(id) && *id != id_of(&one)));
        assert_ne!(ids[0], ids[1]);
        let is_taken = |id: &str| id == ids[0];
        assert_eq!(free_id(&is_taken, &one, "7f"), format!("{}-2", ids[0]));
    }

    #[test]
    fn what_is_no_date_no_tag_and_no_id_is_left_out() {
        let written = r#"{"id":"nato","title":{"value":" A \n title "},"date":{"value":"soon"},
            "language":{"value":"<b>"},"text":"It rained.","more":[{}]}"#;
        let read_from = |written: &str| json::read(written).as_ref().and_then(read);
        let Written { article, added, .. } = read_from(written).expect("a text");
        assert_eq!((&*article.title.value, added), ("A title", 0));
        assert_eq!((&article.date, &article.language), (&None, &None));
        assert_eq!(article.id, id_of(&article));
        for nothing in ["{}", "[]", "7", r#"{"text":" \n"}"#, r#"{"text":7}"#] {
            assert_eq!(
                json::read(nothing).as_ref().and_then(read),
                None,
                "{nothing}"
            );
        }
    }

    #[test]
    fn a_field_that_is_too_long_is_cut_and_an_address_left_out() {
        let mut long = article("own-a", "It rained.");
        let letters = "a".repeat(100_000);
        long.title = stated(&letters);
        long.publisher = Some(stated(&letters));
        long.place = Some(stated(&letters));
        long.url = Some(stated(&format!("https://a.example/{letters}")));
        long.date = Some(stated(&letters));
        let read = read(&write(&long, 1)).expect("a text");
        let count = |one: &Option<Stated>| one.as_ref().map(|one| one.value.chars().count());
        assert!(read.cut);
        assert_eq!(read.article.title.value.chars().count(), bounds::TITLE);
        assert_eq!(count(&read.article.publisher), Some(bounds::NAME));
        assert_eq!(count(&read.article.place), Some(bounds::NAME));
        assert_eq!((read.article.url, read.article.date), (None, None));
        // Just as long as it may be.
        long = article("own-a", "It rained.");
        long.title = stated(&"a".repeat(bounds::TITLE));
        let whole = super::read(&write(&long, 1)).expect("a text");
        assert_eq!((whole.article, whole.cut), (long, false));
    }

    proptest! {
        #[test]
        fn an_article_comes_back_as_it_was(body in "[^ ].{0,80}", title in "[a-z<&\"é]{1,20}", added in 0u64..1 << 50) {
            prop_assume!(!body.trim().is_empty());
            let mut one = article("own-a", "");
            one.text = body.into();
            one.title = stated(&title);
            one.url = Some(stated("https://example.org/?a=1&b=2#c"));
            one.date = Some(stated("2014-05-30"));
            let written = write(&one, added).write();
            let read = json::read(&written).as_ref().and_then(read);
            prop_assert_eq!(read, Some(Written { article: one, added, cut: false }));
        }
    }
}
