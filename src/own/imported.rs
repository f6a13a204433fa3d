//! Turns the importer's result into a text that the reader can correct and keep, and its failures into sentences.

use crossread_article::{is_date, is_language_tag, is_web_address};

use super::sheet::{Name, Sheet, Trouble};
use crossread_collection::bounds::{self, clipped};
use crossread_import::{EncodingGuess, Format, Imported};

/// The most bytes of a file. Larger files are not read; the longest book has a tenth of it.
pub const MOST_BYTES: f64 = 50_000_000.0;

/// How many characters of a rejected value are shown.
const SHOWN: usize = 80;

/// The text with the values understood from it. A value that the form cannot take becomes a remark.
pub fn sheet(from: Imported) -> Sheet {
    let mut sheet = Sheet {
        text: from.text,
        ..Sheet::default()
    };
    sheet
        .remarks
        .extend(said_of(from.format, from.encoding.as_ref()));
    let fields = [
        (Name::Title, from.title),
        (Name::Publisher, from.publisher),
        (Name::Date, from.date),
        (Name::Place, from.place),
        (Name::Url, from.url),
        (Name::Language, from.language),
    ];
    for (name, understood) in fields {
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
            sheet.set(name, &value, &basis);
        } else {
            let (value, _) = clipped(&value, SHOWN);
            sheet
                .remarks
                .push(format!("Its {what} is given as ‘{value}’, from {basis}."));
        }
        if fits && is_cut {
            sheet.remarks.push(format!(
                "Its {what} is longer than this page takes, and was cut."
            ));
        }
    }
    sheet.left_out = from
        .left_out
        .into_iter()
        .map(|one| (one.what, one.words))
        .collect();
    sheet.remarks.extend(from.remarks);
    sheet
}

/// Pasted plain text, with the values from the lines above it.
pub fn pasted(text: &str) -> Sheet {
    let head = crossread_import::head(text.trim());
    let is_text = !head.text.trim().is_empty();
    let mut sheet = Sheet {
        text: if is_text { head.text } else { text.to_owned() },
        ..Sheet::default()
    };
    for (name, understood) in [
        (Name::Title, head.title),
        (Name::Publisher, head.publisher),
        (Name::Date, head.date),
        (Name::Place, head.place),
        (Name::Url, head.url),
    ] {
        if let Some(understood) = understood {
            let (value, _) = clipped(&understood.value, name.most());
            sheet.set(name, &value, &understood.basis);
        }
    }
    sheet
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
pub fn too_large() -> Trouble {
    trouble(
        "The file is larger than 50 MB, more than this page opens.",
        "Take the article out of it and paste it here.",
    )
}

/// The message about a file that the browser could not read.
pub fn unreadable() -> Trouble {
    trouble(
        "The browser could not read the file.",
        "It may have been moved or be a folder: choose it again.",
    )
}

/// The message about a file that ended the importer.
pub fn stopped() -> Trouble {
    trouble(
        "This file stopped the importer: there is more in it than could be worked on, or something that nobody expected.",
        "Open it in the program it comes from, copy the text and paste it here. The other files are not touched by it.",
    )
}

/// The message if there is no importer.
pub fn not_there() -> Trouble {
    trouble(
        "The part of Crossread that reads files could not be downloaded.",
        "Check the connection and open the file again. Text that is pasted needs no such part.",
    )
}

/// The importer's message about a file that it could not read.
pub fn refused(from: crossread_import::Trouble) -> Trouble {
    trouble(&from.what, &from.remedy)
}

fn trouble(what: &str, remedy: &str) -> Trouble {
    Trouble {
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::sheet;
    use crate::own::sheet::Name;
    use crossread_import::{EncodingGuess, Format, Imported, LeftOut, Stated};

    fn understood(value: &str) -> Option<Stated> {
        Some(Stated {
            value: value.to_owned(),
            basis: "the page’s head".to_owned(),
        })
    }

    #[test]
    fn what_is_too_long_is_cut_and_remarked() {
        let letters = "a".repeat(100_000);
        let sheet = sheet(Imported {
            format: Format::PastedText,
            title: understood(&letters),
            publisher: None,
            date: understood(&letters),
            place: None,
            url: understood(&format!("https://{letters}")),
            language: None,
            text: "It rained.".to_owned(),
            words: 2,
            encoding: None,
            left_out: Vec::new(),
            remarks: Vec::new(),
        });
        assert_eq!(sheet.value(Name::Title).chars().count(), Name::Title.most());
        assert_eq!((sheet.value(Name::Date), sheet.value(Name::Url)), ("", ""));
        assert_eq!(sheet.faults(), []);
        let [title, date, url] = &sheet.remarks[..] else {
            panic!("{:?}", sheet.remarks);
        };
        assert_eq!(
            title,
            "Its title is longer than this page takes, and was cut."
        );
        assert!(date.starts_with("Its date is given as ‘aaa") && date.chars().count() < 160);
        assert!(
            url.starts_with("Its address is given as ‘https://aaa") && url.chars().count() < 160
        );
    }

    #[test]
    fn what_fits_the_form_is_in_it_and_the_rest_is_remarked() {
        let sheet = sheet(Imported {
            format: Format::Html,
            title: understood("Rain <b>"),
            publisher: None,
            date: understood("last Tuesday"),
            place: None,
            url: understood("https://a.example/"),
            language: understood("uk"),
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
        assert_eq!(sheet.value(Name::Title), "Rain <b>");
        assert_eq!(sheet.value(Name::Date), "");
        assert_eq!(
            sheet.field(Name::Url).map(|field| &*field.basis),
            Some("the page’s head")
        );
        assert_eq!(sheet.faults(), []);
        assert_eq!(
            sheet.remarks,
            [
                "Read as a web page (HTML), in windows-1251.",
                "Its date is given as ‘last Tuesday’, from the page’s head.",
                "A remark.",
            ]
        );
        assert_eq!(sheet.left_out, [("navigation".to_owned(), 3)]);
    }
}
