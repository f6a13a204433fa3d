//! Writes the matches as a table for a spreadsheet (RFC 4180): one row for each match, and below it one row
//! for each difference between its sentences.

use crate::differs::marked;
use crate::json::shortest;
use crate::report::{Fact, Match, Report, Route};
use crate::view::{View, Which};

/// Cells of a match.
const MATCH: [&str; 18] = [
    "match",
    "kind",
    "score",
    "link",
    "threshold",
    "moved",
    "by_hand",
    "source_a",
    "sentence_a",
    "start_a",
    "end_a",
    "text_a",
    "source_b",
    "sentence_b",
    "start_b",
    "end_b",
    "text_b",
    "shared_words",
];

/// Cells of a difference.
const FACT: [&str; 5] = ["slot", "about", "relation", "said_a", "said_b"];

/// The matches as CSV, with a header; below each a row for each thing that differs in it; last what was not looked for in
/// these languages. Matches and sentences are numbered from 1; places are Unicode scalar values from 0.
pub fn csv(report: &Report) -> String {
    let view = View::new(report);
    let mut out = String::new();
    row(&mut out, MATCH.into_iter().chain(FACT).map(String::from));
    for (i, found) in report.matches.iter().enumerate() {
        let cells = of_match(&view, i, found);
        let no_fact = [const { String::new() }; FACT.len()];
        row(&mut out, cells.iter().cloned().chain(no_fact));
        let told = found.facts.iter().filter(|fact| marked(fact).is_some());
        for fact in told {
            // Repeats the match without its texts, so that a row can be sorted and filtered alone.
            let short = MATCH
                .into_iter()
                .zip(&cells)
                .map(|(name, cell)| match name {
                    "text_a" | "text_b" | "shared_words" => String::new(),
                    _ => cell.clone(),
                });
            row(&mut out, short.chain(of_fact(&view, fact)));
        }
    }
    if !report.matches.is_empty() {
        for slot in &report.not_looked_for {
            let no_match = [const { String::new() }; MATCH.len()];
            let told = [slot.name(), "", "not looked for in this language", "", ""];
            row(&mut out, no_match.into_iter().chain(told.map(String::from)));
        }
    }
    out
}

fn of_match(view: &View<'_>, index: usize, found: &Match) -> Vec<String> {
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let mut cells = vec![
        (index + 1).to_string(),
        found.kind.name().to_owned(),
        shortest(found.score),
        shortest(found.link),
        shortest(found.threshold),
        yes(found.moved),
        yes(found.route == Route::Hand),
    ];
    for (which, index) in [(Which::A, found.a), (Which::B, found.b)] {
        let article = view.article(which);
        let sentence = article.sentences.get(index as usize);
        let at = sentence.map_or([0, 0], |sentence| sentence.at);
        cells.extend([
            text(&article.name),
            (index + 1).to_string(),
            at[0].to_string(),
            at[1].to_string(),
            text(view.text(which, at)),
        ]);
    }
    cells.push(text(&view.shared_words(found).join(" ")));
    cells
}

fn of_fact(view: &View<'_>, fact: &Fact) -> [String; FACT.len()] {
    let said = |which, at: Option<_>| at.map_or_else(String::new, |at| text(view.text(which, at)));
    [
        fact.slot.name().to_owned(),
        text(fact.topic.as_deref().unwrap_or_default()),
        fact.relation.name().to_owned(),
        said(Which::A, fact.a),
        said(Which::B, fact.b),
    ]
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

/// Text of an article in a cell. A spreadsheet would run a cell that begins with one of these signs as a formula; an
/// apostrophe before it makes it text.
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
