//! Saving a comparison: the kinds of file and their uses, the request to the worker, and the words while it
//! is being written.

use crossread_article::About;
use crossread_worker::protocol::{Ask, Described, Export, Format};

use super::comparing::{Comparing, pair};
use crate::library::{Article, Stated};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    /// What it is called.
    pub name: &'static str,
    /// What it is good for.
    pub good_for: &'static str,
    /// How its name ends.
    pub ending: &'static str,
    /// What it tells a browser to be.
    pub mime: &'static str,
    format: Format,
}

/// All kinds of file, the one that most will want first.
pub const FILE_KINDS: [FileKind; 4] = [
    FileKind {
        name: "Page",
        good_for: "to read, print or send on: HTML, which opens without this site",
        ending: "html",
        mime: "text/html",
        format: Format::Html,
    },
    FileKind {
        name: "Markdown",
        good_for: "for notes, wikis and issue threads",
        ending: "md",
        mime: "text/markdown",
        format: Format::Markdown,
    },
    FileKind {
        name: "CSV",
        good_for: "the matches, for a spreadsheet",
        ending: "csv",
        mime: "text/csv",
        format: Format::Csv,
    },
    FileKind {
        name: "JSON",
        good_for: "everything, for programs",
        ending: "json",
        mime: "application/json",
        format: Format::Json,
    },
];

/// Said until what writes files has been loaded and begins.
pub const LOADING: &str = "Getting ready to write files …";
/// Said while it writes.
pub const WRITING: &str = "Writing the file …";
/// Said where it could not be loaded.
pub const NOT_LOADED: &str =
    "The part of Crossread that writes files could not be loaded. Check the connection.";
/// Said where it stopped.
pub const NOT_WRITTEN: &str = "Writing the file stopped before its end.";

impl FileKind {
    /// The name of the file, which says which pair.
    pub fn file_name(&self, comparing: &Comparing) -> String {
        let articles = &comparing.articles;
        format!(
            "crossread-{}-{}.{}",
            articles.a.id, articles.b.id, self.ending
        )
    }

    /// What to ask a worker: the comparison as it was found last, by the same options. `link` leads to it,
    /// where others can follow it; `day` is today, `YYYY-MM-DD`; `shown` is how many matches the filters let
    /// through.
    pub fn ask(&self, comparing: &Comparing, link: Option<String>, day: String, shown: u32) -> Ask {
        let articles = &comparing.articles;
        Ask::Export(Box::new(Export {
            pair: pair(articles, comparing.found.options, &comparing.by_hand),
            a: described(&articles.a),
            b: described(&articles.b),
            format: self.format,
            link,
            day,
            shown,
        }))
    }
}

fn described(article: &Article) -> Described {
    let owned = |field: &Option<Stated>| field.as_ref().map(Stated::owned);
    let furniture = article.furniture.iter();
    Described {
        about: About {
            id: article.id.to_string(),
            title: Some(article.title.owned()),
            publisher: owned(&article.publisher),
            date: owned(&article.date),
            place: owned(&article.place),
            url: owned(&article.url),
            language: owned(&article.language),
        },
        furniture: furniture.map(|piece| piece.label.to_string()).collect(),
    }
}
