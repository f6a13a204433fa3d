//! Saving a comparison: the kinds of file and their uses, the request to the worker, and the words while it
//! is being written.

use crossread_wording::names::is_of_word;
use crossread_wording::topic::in_one_line;
use crossread_worker::protocol::{Ask, Described, Export, Format};

use super::comparing::{Comparing, pair_request};
use super::names::colour_numbers;
use super::words::shortened;
use crate::library::{Article, Library};
use crate::state::Side;

/// The longest part of a title in a file name, in characters.
const LONGEST_TITLE: usize = 40;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    /// Its name.
    pub name: &'static str,
    /// What it is good for.
    pub good_for: &'static str,
    /// How its name ends.
    pub ending: &'static str,
    /// Its media type.
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

/// Shown until the program that writes files has been loaded.
pub const LOADING: &str = "Getting ready to write files …";
/// Shown while it writes.
pub const WRITING: &str = "Writing the file …";
/// Shown if it could not be loaded.
pub const NOT_LOADED: &str =
    "The part of Crossread that writes files could not be loaded. Check the connection.";
/// Shown if it stopped.
pub const NOT_WRITTEN: &str = "Writing the file was interrupted.";

impl FileKind {
    /// The name of the file, from the titles of both and the day: "rain-at-last_flood-in-the-valley_2026-03-01.html".
    pub fn file_name(&self, comparing: &Comparing, day: &str) -> String {
        let [a, b] = Side::BOTH.map(|side| in_a_name(&comparing.articles.of(side).title.value));
        format!("{a}_{b}_{day}.{}", self.ending)
    }

    /// What to ask a worker: the comparison as it was found last, by the same options. `link` leads to it, if it
    /// works for others; `day` is today, `YYYY-MM-DD`; `shown` is how many matches the filters let through. The file
    /// has the colours that both have in this library.
    pub fn ask(
        &self,
        (comparing, library): (&Comparing, &Library),
        link: Option<String>,
        day: String,
        shown: u32,
    ) -> Ask {
        let articles = &comparing.articles;
        Ask::Export(Box::new(Export {
            pair: pair_request(articles, comparing.found.options, &comparing.by_hand),
            a: described(&articles.a),
            b: described(&articles.b),
            format: self.format,
            link,
            day,
            shown,
            colours: colour_numbers(library, [&articles.a.id, &articles.b.id]),
        }))
    }
}

/// The beginning of a title, only letters and digits, so that every file system accepts it.
fn in_a_name(title: &str) -> String {
    let plain = |letter: char| match is_of_word(letter) {
        true => letter.to_ascii_lowercase(),
        false => ' ',
    };
    let words = in_one_line(&title.chars().map(plain).collect::<String>());
    match &*shortened(&words, LONGEST_TITLE).replace(' ', "-") {
        "" => "article".to_owned(),
        name => name.trim_end_matches('…').to_owned(),
    }
}

fn described(article: &Article) -> Described {
    let furniture = article.furniture.iter();
    Described {
        id: article.id.to_string(),
        about: article.about(),
        furniture: furniture.map(|piece| piece.label.to_string()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE_KINDS, in_a_name};
    use crate::library::Library;
    use crate::view::testing::{comparing, shipped};
    use crossread_worker::protocol::Ask;

    #[test]
    fn a_file_is_named_by_both_titles_and_the_day() {
        let comparing = comparing("It rained.", "It rained.");
        let names = FILE_KINDS.map(|kind| kind.file_name(&comparing, "2026-03-01"));
        assert_eq!(names[0], "the-a_the-b_2026-03-01.html");
        assert_eq!(names[3], "the-a_the-b_2026-03-01.json");
    }

    #[test]
    fn a_file_has_the_colours_of_the_page() {
        let (comparing, _) = shipped("?a=some-signs-of-withdrawal&b=nato-warns-on-recognition");
        let ask = FILE_KINDS[0].ask(
            (&comparing, &Library::shipped()),
            None,
            "2026-03-01".to_owned(),
            1,
        );
        let Ask::Export(export) = ask else {
            panic!("a document is asked for");
        };
        assert_eq!(export.colours, [4, 2]);
    }

    #[test]
    fn of_a_title_letters_and_digits_make_the_name() {
        for (title, expected) in [
            ("NATO sees ‘some signs’", "nato-sees-some-signs"),
            ("a/b\\c: \u{202e}\"d\"", "a-b-c-d"),
            ("Überschwemmung, 北京", "Überschwemmung-北京"),
            ("…", "article"),
            (
                "Heavy rain fell on the wide valley all day long",
                "heavy-rain-fell-on-the-wide-valley-all",
            ),
        ] {
            assert_eq!(in_a_name(title), expected);
        }
        assert_eq!(in_a_name(&"x".repeat(99)).len(), 40);
    }
}
