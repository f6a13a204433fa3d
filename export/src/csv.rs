//! Writes the matches as a table for a spreadsheet (RFC 4180): one row for each match, and below it one row
//! for each difference between its sentences.

use crate::report::{Report, Route};
use crate::view::{View, Which};

const HEADER: [&str; 20] = [
    "match",
    "kind",
    "score",
    "link",
    "threshold",
    "moved",
    "by_hand",
    "sentence_a",
    "start_a",
    "end_a",
    "text_a",
    "sentence_b",
    "start_b",
    "end_b",
    "text_b",
    "shared_words",
    "slot",
    "relation",
    "said_a",
    "said_b",
];

/// The matches as CSV, with a header; what differs in a match, and figures and dates that are told more or
/// less exactly, in rows of their own below it; last what was not looked for in these languages. Matches and sentences are numbered from 1; places are
/// Unicode scalar values from 0.
pub fn csv(report: &Report) -> String {
    let view = View::new(report);
    let mut out = String::new();
    row(&mut out, HEADER.map(String::from));
    for (i, found) in report.matches.iter().enumerate() {
        let sides = [(Which::A, found.a), (Which::B, found.b)].map(|(which, index)| {
            let sentence = view.article(which).sentences.get(index as usize);
            let at = sentence.map_or([0, 0], |sentence| sentence.at);
            let text = text(view.text(which, at));
            [
                (index + 1).to_string(),
                at[0].to_string(),
                at[1].to_string(),
                text,
            ]
        });
        let [a, b] = sides;
        let mut cells = vec![
            (i + 1).to_string(),
            found.kind.name().to_owned(),
            found.score.to_string(),
            found.link.to_string(),
            found.threshold.to_string(),
            if found.moved { "yes" } else { "no" }.to_owned(),
            if found.route == Route::Hand {
                "yes"
            } else {
                "no"
            }
            .to_owned(),
        ];
        cells.extend(a);
        cells.extend(b);
        cells.push(text(&view.shared_words(found).join(" ")));
        let matched = cells.clone();
        cells.extend([const { String::new() }; 4]);
        row(&mut out, cells);
        for fact in &found.facts {
            let (slot, relation) = (fact.slot.into(), fact.relation.into());
            if !crossread_wording::facts::is_told(slot, relation) {
                continue;
            }
            // Repeats the match without its texts, so that a row can be sorted and filtered alone.
            let texts = [HEADER.len() - 10, HEADER.len() - 6, HEADER.len() - 5];
            let match_cells = matched.iter().enumerate().map(|(at, cell)| {
                if texts.contains(&at) {
                    String::new()
                } else {
                    cell.clone()
                }
            });
            let said =
                |which, at: Option<_>| at.map_or_else(String::new, |at| text(view.text(which, at)));
            let said = [
                fact.slot.name().to_owned(),
                fact.relation.name().to_owned(),
                said(Which::A, fact.a),
                said(Which::B, fact.b),
            ];
            row(&mut out, match_cells.chain(said));
        }
    }
    if !report.matches.is_empty() {
        for slot in &report.not_looked_for {
            let mut cells = [const { String::new() }; HEADER.len()];
            cells[HEADER.len() - 4] = slot.name().to_owned();
            cells[HEADER.len() - 3] = "not looked for in this language".to_owned();
            row(&mut out, cells);
        }
    }
    out
}

/// One row, with the line end that RFC 4180 asks for.
pub(crate) fn row(out: &mut String, cells: impl IntoIterator<Item = String>) {
    for (i, cell) in cells.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// Text of an article in a cell. A spreadsheet takes a cell that begins with one of these signs for
/// a formula and would carry it out; an apostrophe before it makes it text.
pub(crate) fn text(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut out = String::new();
        row(
            &mut out,
            ["a", "b,c", "say \"no\"", "two\nlines"].map(String::from),
        );
        assert_eq!(out, "a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    #[test]
    fn no_text_becomes_a_formula() {
        assert_eq!(text("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(text("- he said"), "'- he said");
        assert_eq!(text("He said"), "He said");
    }
}
