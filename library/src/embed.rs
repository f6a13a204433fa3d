//! Writes articles as Rust source. The site's build turns the library's folder into static tables, so the
//! page contains the articles and parses no TOML in the browser.

use std::fmt::Write;

use crossread_article::{Article, Stated};

/// The types of the generated source. They hold nothing but `&'static` data, so that including
/// them costs the page no code.
const TYPES: &str = r#"// Written by the build from the articles' folder; changes here are lost.

/// A value of an article's front matter, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShippedField {
    /// The value.
    pub value: &'static str,
    /// Its basis, in words; begins with "inferred" where it was concluded.
    pub basis: &'static str,
}

/// A part of a body that is not the article's own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShippedFurniture {
    /// First byte in the body.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// banner, breadcrumb, caption, credit, headline copy or date line.
    pub kind: &'static str,
}

/// An article that the site ships with. `None` means "not stated".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShippedArticle {
    /// Its id in links: `[a-z0-9-]+`.
    pub id: &'static str,
    /// The headline, or what serves as one.
    pub title: ShippedField,
    /// Who published it.
    pub publisher: Option<ShippedField>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<ShippedField>,
    /// The place in its dateline.
    pub place: Option<ShippedField>,
    /// The address of its page.
    pub url: Option<ShippedField>,
    /// A BCP 47 tag.
    pub language: Option<ShippedField>,
    /// The text, every byte of it.
    pub body: &'static str,
    /// Furniture, in the order of the body, without overlap.
    pub furniture: &'static [ShippedFurniture],
}

"#;

/// Rust source with the types `ShippedField`, `ShippedFurniture` and `ShippedArticle` and
/// `pub static ARTICLES: &[ShippedArticle]`, in the order given. For `include!` in a module.
pub fn rust_tables(articles: &[Article]) -> String {
    let mut out = String::from(TYPES);
    out.push_str("/// The articles that the site ships with, in the order of their ids.\n");
    out.push_str("pub static ARTICLES: &[ShippedArticle] = &[\n");
    for article in articles {
        // Writing to a String cannot fail.
        let _ = write_article(&mut out, article);
    }
    out.push_str("];\n");
    out
}

fn write_article(out: &mut String, article: &Article) -> std::fmt::Result {
    writeln!(out, "    ShippedArticle {{")?;
    writeln!(out, "        id: {:?},", article.id)?;
    writeln!(out, "        title: {},", field(&article.title))?;
    for (name, value) in [
        ("publisher", &article.publisher),
        ("date", &article.date),
        ("place", &article.place),
        ("url", &article.url),
        ("language", &article.language),
    ] {
        match value {
            Some(value) => writeln!(out, "        {name}: Some({}),", field(value))?,
            None => writeln!(out, "        {name}: None,")?,
        }
    }
    // `Debug` of a string is a Rust literal of exactly that string.
    writeln!(out, "        body: {:?},", article.text)?;
    writeln!(out, "        furniture: &[")?;
    for piece in &article.furniture {
        writeln!(
            out,
            "            ShippedFurniture {{ start: {}, end: {}, kind: {:?} }},",
            piece.start, piece.end, piece.label
        )?;
    }
    writeln!(out, "        ],\n    }},")
}

fn field(stated: &Stated) -> String {
    format!(
        "ShippedField {{ value: {:?}, basis: {:?} }}",
        stated.value, stated.basis
    )
}
