//! Turns the importer's result into a text that the reader can correct and keep, and its failures into sentences.

use crossread_article::{is_date, is_language_tag, is_web_address};

use super::draft::{Draft, Name, Problem};
use crossread_collection::bounds::{self, clipped};
use crossread_import::{About, EncodingGuess, Format, Imported, Stated};

/// The most bytes of a file. Larger files are not read; the longest book has a tenth of it.
pub const MOST_BYTES: f64 = 50_000_000.0;

/// How many characters of a rejected value are shown.
const SHOWN: usize = 80;

/// The text with the values understood from it. A value that the form cannot take becomes a remark.
pub fn draft(from: Imported) -> Draft {
    let mut draft = Draft {
        text: from.text,
        ..Draft::default()
    };
    draft
        .remarks
        .extend(said_of(from.format, from.encoding.as_ref()));
    for (name, understood) in named(from.about) {
        let Some(understood) = understood else {
            continue;
        };
        let (value, is_cut) = clipped(&understood.value, name.most());
        let (basis, _) = clipped(&understood.basis, bounds::BASIS);
        let (fits, what) = match name {
            Name::Date => (is_date(&value), "date"),
            Name::Url => (is_web_address(&value) && !is_cut, "address"),
            Name::Language => (is_language_tag(&value), "language"),
            Name::Title => (true, "title"),
            Name::Place => (true, "place"),
            _ => (true, "publisher"),
        };
        if fits {
            draft.set(name, &value, &basis);
        } else {
            let (value, _) = clipped(&value, SHOWN);
            draft
                .remarks
                .push(format!("Its {what} is given as ‘{value}’, from {basis}."));
        }
        if fits && is_cut {
            draft.remarks.push(format!(
                "Its {what} was too long for this page, and was cut."
            ));
        }
    }
    draft.left_out = from
        .left_out
        .into_iter()
        .map(|one| (one.what, one.words))
        .collect();
    draft.remarks.extend(from.remarks);
    draft
}

/// What is stated, by the names of the form's fields.
fn named(about: About) -> [(Name, Option<Stated>); 6] {
    [
        (Name::Title, about.title),
        (Name::Publisher, about.publisher),
        (Name::Date, about.date),
        (Name::Place, about.place),
        (Name::Url, about.url),
        (Name::Language, about.language),
    ]
}

/// Pasted plain text, with the values from the lines above it.
pub fn pasted(text: &str) -> Draft {
    let head = crossread_import::head(text.trim());
    let is_text = !head.text.trim().is_empty();
    let mut draft = Draft {
        text: if is_text { head.text } else { text.to_owned() },
        ..Draft::default()
    };
    for (name, understood) in named(head.about) {
        if let Some(understood) = understood {
            let (value, _) = clipped(&understood.value, name.most());
            draft.set(name, &value, &understood.basis);
        }
    }
    draft
}

/// The remark about the format in which it was read.
fn said_of(format: Format, encoding: Option<&EncodingGuess>) -> Option<String> {
    // That it was guessed is a remark of the importer's.
    let encoding = encoding.map_or_else(String::new, |guess| format!(", in {}", guess.label));
    match format {
        Format::PastedText | Format::PastedRich => None,
        format => Some(format!("Read as {}{encoding}.", format.name())),
    }
}

/// The message about a file larger than [`MOST_BYTES`].
pub fn too_large() -> Problem {
    trouble(
        "The file is larger than 50 MB, the most that this page opens.",
        "Copy the article out of it and paste it here.",
    )
}

/// The message about a file that the browser could not read.
pub fn unreadable() -> Problem {
    trouble(
        "The browser could not read the file.",
        "It may have been moved or be a folder: choose it again.",
    )
}

/// The message about a file that ended the importer.
pub fn stopped() -> Problem {
    trouble(
        "This file stopped the importer: it contains too much, or something unexpected.",
        "Open it in the program it comes from, copy the text and paste it here. The other files are not affected.",
    )
}

/// The message if there is no importer.
pub fn not_there() -> Problem {
    trouble(
        "The part of Crossread that reads files could not be downloaded.",
        "Check the connection and open the file again. Pasted text does not need it.",
    )
}

/// The importer's message about a file that it could not read.
pub fn refused(from: crossread_import::ImportError) -> Problem {
    trouble(&from.what, &from.remedy)
}

fn trouble(what: &str, remedy: &str) -> Problem {
    Problem {
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::draft;
    use crate::own::draft::Name;
    use crossread_import::{About, EncodingGuess, Format, Imported, LeftOut, Stated};

    fn understood(value: &str) -> Option<Stated> {
        Some(Stated {
            value: value.to_owned(),
            basis: "the page’s head".to_owned(),
        })
    }

    #[test]
    fn what_is_too_long_is_cut_and_remarked() {
        let letters = "a".repeat(100_000);
        let draft = draft(Imported {
            format: Format::PastedText,
            about: About {
                title: understood(&letters),
                date: understood(&letters),
                url: understood(&format!("https://{letters}")),
                ..About::default()
            },
            text: "It rained.".to_owned(),
            words: 2,
            encoding: None,
            left_out: Vec::new(),
            remarks: Vec::new(),
        });
        assert_eq!(draft.value(Name::Title).chars().count(), Name::Title.most());
        assert_eq!((draft.value(Name::Date), draft.value(Name::Url)), ("", ""));
        assert_eq!(draft.faults(), []);
        let [title, date, url] = &draft.remarks[..] else {
            panic!("{:?}", draft.remarks);
        };
        assert_eq!(title, "Its title was too long for this page, and was cut.");
        assert!(date.starts_with("Its date is given as ‘aaa") && date.chars().count() < 160);
        assert!(
            url.starts_with("Its address is given as ‘https://aaa") && url.chars().count() < 160
        );
    }

    #[test]
    fn what_fits_the_form_is_in_it_and_the_rest_is_remarked() {
        let draft = draft(Imported {
            format: Format::Html,
            about: About {
                title: understood("Rain <b>"),
                date: understood("last Tuesday"),
                url: understood("https://a.example/"),
                language: understood("uk"),
                ..About::default()
            },
            text: "It rained.".to_owned(),
            words: 2,
            encoding: Some(EncodingGuess {
                label: "windows-1251".to_owned(),
                sure: false,
            }),
            left_out: vec![LeftOut {
                what: "navigation".to_owned(),
                words: 3,
            }],
            remarks: vec!["A remark.".to_owned()],
        });
        assert_eq!(draft.value(Name::Title), "Rain <b>");
        assert_eq!(draft.value(Name::Date), "");
        assert_eq!(
            draft.field(Name::Url).map(|field| &*field.basis),
            Some("the page’s head")
        );
        assert_eq!(draft.faults(), []);
        assert_eq!(
            draft.remarks,
            [
                "Read as a web page (HTML), in windows-1251.",
                "Its date is given as ‘last Tuesday’, from the page’s head.",
                "A remark.",
            ]
        );
        assert_eq!(draft.left_out, [("navigation".to_owned(), 3)]);
    }
}
