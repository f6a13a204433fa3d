//! A comparison as a document, written by the same crate as in the command line, so that the same two articles give
//! the same document everywhere.

use crossread_engine::{Comparison, Reading, Span};
use crossread_export::{Origin, Side, csv, html, json, markdown, report};

use crate::protocol::{Described, Export, Format, Text};

/// The requested document of this comparison.
pub(crate) fn write(export: &Export, a: &Reading, b: &Reading, found: &Comparison) -> String {
    let report = report(
        side(&export.a, &export.pair.a, a),
        side(&export.b, &export.pair.b, b),
        found,
    );
    let origin = Origin {
        link: export.link.clone(),
        day: Some(export.day.clone()),
        shown: Some(export.shown),
        colours: Some(export.colours),
    };
    match export.format {
        Format::Json => json(&report),
        Format::Markdown => markdown(&report, &origin),
        Format::Html => html(&report, &origin),
        Format::Csv => csv(&report),
    }
}

fn side<'r>(article: &Described, text: &'r Text, reading: &'r Reading) -> Side<'r> {
    let kinds = article.furniture.iter().map(String::as_str);
    let kinds = kinds.chain(std::iter::repeat("furniture"));
    let furniture: Vec<(Span, String)> = text
        .furniture
        .iter()
        .zip(kinds)
        .map(|(span, kind)| (*span, kind.to_owned()))
        .collect();
    Side {
        id: article.id.clone(),
        about: article.about.clone(),
        text: &text.text,
        reading,
        furniture,
    }
}
