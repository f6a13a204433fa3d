//! What the tests share.

use crate::{Article, Stated};

/// An English article.
pub fn article(id: &'static str, text: &str) -> Article {
    Article {
        id: id.into(),
        title: stated(&format!("The {id}")),
        publisher: None,
        date: None,
        place: None,
        url: None,
        language: Some(stated("en")),
        text: text.to_owned().into(),
        furniture: Vec::new(),
    }
}

pub fn stated(value: &str) -> Stated {
    Stated {
        value: value.to_owned().into(),
        basis: "stated in the text".into(),
    }
}
