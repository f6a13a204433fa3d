//! Writes articles as Rust source. The site's build turns the library's folder into static tables, so the
//! page contains the articles and parses no TOML in the browser.

use std::fmt;

use crossread_article::{Article, Furniture};

/// Rust source with `pub static ARTICLES: &[Embedded]`, in the order given. For `include!` in a module of a program that uses
/// `crossread_article`. It holds nothing but `&'static` data, so including it costs the program no code.
pub fn rust_tables(articles: &[Article]) -> String {
    let mut out = String::from(
        "// Written by the build from the articles' folder; changes here are lost.\n\n\
         use crossread_article::{Article, Embedded, Furniture, Stated};\n\n\
         /// The articles that the site ships with, in the order of their ids.\n\
         pub static ARTICLES: &[Embedded] = &[\n",
    );
    for article in articles {
        let article = article.clone().map(|text| text, Slice);
        // `Debug` of a struct, an option or a string is Rust source of exactly that value.
        out.push_str(&format!("    {article:?},\n"));
    }
    out.push_str("];\n");
    out
}

/// A list that is written as a slice.
struct Slice(Vec<Furniture>);

impl fmt::Debug for Slice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "&{:?}", self.0)
    }
}
