//! Writes a report as Markdown, for notes, wikis and issue threads.

use std::fmt::Write;

use crossread_wording::lead::Lead;

use crate::differs::{counts, differences, leading, tally};
use crate::report::Report;
use crate::view::{Piece, View, Which};
use crate::words::{self, Origin};

/// The report as a Markdown document (CommonMark with GitHub's tables and strike-through).
pub fn markdown(report: &Report, origin: &Origin) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_document(&mut out, &View::new(report), origin);
    out
}

fn write_document(out: &mut String, view: &View<'_>, origin: &Origin) -> std::fmt::Result {
    let report = view.report;
    let names = view.names();
    let [a, b] = names.map(escape);
    writeln!(out, "# {a} and {b}, compared\n")?;
    let (tally, differences) = (tally(view), differences(view));
    let lead = leading(view, &tally, &differences);
    if lead.is_empty() {
        writeln!(out, "{}\n", escape(&words::headline(report)))?;
    } else {
        let said: String = lead.iter().map(led).collect();
        writeln!(out, "{said}\n")?;
        let counts = counts(view, &tally, &differences, &lead).join("; ");
        if !counts.is_empty() {
            writeln!(out, "{}.\n", escape(&counts))?;
        }
    }
    for which in Which::BOTH {
        let article = view.article(which);
        let (name, said) = (escape(&article.name), escape(&words::beside_name(article)));
        write!(out, "- **{name}**: {said}")?;
        if let Some(url) = &article.about.url {
            write!(out, ", {}", linked(&url.value))?;
        }
        writeln!(out)?;
    }
    writeln!(out)?;
    for note in words::notes(report) {
        writeln!(out, "{}\n", escape(&note))?;
    }
    if let Some(filtered) = words::filtered(report, origin) {
        writeln!(out, "{}\n", escape(&filtered))?;
    }
    writeln!(out, "*{}*", escape(words::CAUTION))?;

    if !differences.is_empty() {
        writeln!(out, "\n## What differs\n")?;
        writeln!(
            out,
            "| What | {a} | {b} | How they relate | Match |\n|---|---|---|---|---|"
        )?;
    }
    for one in &differences {
        let topic = match one.topic {
            "" => String::new(),
            topic => format!(": {}", escape(topic)),
        };
        let said = one
            .said
            .each_ref()
            .map(|said| said.as_deref().map_or_else(|| "–".to_owned(), escape));
        let [a, b] = said;
        let (what, sign) = (one.what(), one.sign());
        let (relation, number) = (escape(&one.relation(view)), one.index + 1);
        writeln!(
            out,
            "| {what}{topic} | {a} | {b} | {sign} {relation} | {number} |"
        )?;
    }

    if !report.matches.is_empty() {
        writeln!(out, "\n## Matches\n")?;
        writeln!(out, "~~Struck out~~: only in {a}. **Bold**: only in {b}.")?;
    }
    for (i, found) in report.matches.iter().enumerate() {
        writeln!(out, "\n### {}. {}\n", i + 1, words::label(found))?;
        for (which, index, mark) in [(Which::A, found.a, "~~"), (Which::B, found.b, "**")] {
            let pieces = view.pieces(which, found);
            let told: String = pieces.iter().map(|piece| marked(piece, mark)).collect();
            let name = escape(&view.article(which).name);
            writeln!(out, "> {name}, sentence {}: {told}", index + 1)?;
            if which == Which::A {
                writeln!(out, ">")?;
            }
        }
        let shared = view.shared_words(found);
        if !shared.is_empty() {
            writeln!(out, "\nShared words: {}.", escape(&shared.join(", ")))?;
        }
        writeln!(out, "\n{}", escape(&words::why(found, names)))?;
    }

    if !report.passages.is_empty() {
        writeln!(out, "\n## Passages\n")?;
    }
    for passage in &report.passages {
        writeln!(
            out,
            "- “{}” ({} words): {a}, sentence {}; {b}, sentence {}",
            escape(view.text(Which::A, passage.a)),
            passage.words,
            view.sentence_number(Which::A, passage.a),
            view.sentence_number(Which::B, passage.b),
        )?;
    }

    writeln!(out, "\n## Figures\n")?;
    let shared = words::shared(report);
    if !shared.is_empty() {
        writeln!(out, "{}\n", escape(&shared))?;
    }
    writeln!(out, "| | {a} | {b} |\n|---|---|---|")?;
    for [what, a, b] in words::figures(report) {
        writeln!(out, "| {what} | {a} | {b} |")?;
    }
    writeln!(out, "\n{}", escape(words::COUNTED))?;

    writeln!(out, "\n## About this document\n")?;
    writeln!(out, "{}", escape(&words::settings(report)))?;
    if let Some(day) = &origin.day {
        writeln!(out, "\nSaved on {}.", escape(day))?;
    }
    if let Some(link) = &origin.link {
        writeln!(out, "\nThe same comparison on the site: {}", linked(link))?;
    }
    Ok(())
}

/// A part of the sentence that leads: names in bold, the sources' words in quotation marks.
fn led(part: &Lead<Which>) -> String {
    match part {
        Lead::Text(text) | Lead::Aside(text) => escape(text),
        Lead::Name(_, name) => format!("**{}**", escape(name)),
        Lead::Words(_, words) => format!("“{}”", escape(words)),
        Lead::Sign(sign, ..) => format!(" {sign} "),
    }
}

/// An address as a link; only the text if it is not the address of a page.
fn linked(address: &str) -> String {
    let ends = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>');
    if words::is_page(address) && !address.contains(ends) {
        format!("<{address}>")
    } else {
        escape(address)
    }
}

/// The piece between marks. Marks work only if they touch a letter, so white space stays outside.
fn marked(piece: &Piece<'_>, mark: &str) -> String {
    let (before, inside, after) = piece.parts();
    let mark = if piece.same || inside.is_empty() {
        ""
    } else {
        mark
    };
    format!(
        "{}{mark}{}{mark}{}",
        escape(before),
        escape(inside),
        escape(after)
    )
}

/// The text, escaped for Markdown and on one line.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.push(' ');
            }
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_in_a_text_stay_text() {
        assert_eq!(
            escape("*a* <b>\n[c](d) | e_f"),
            "\\*a\\* \\<b\\> \\[c\\](d) \\| e\\_f"
        );
    }

    #[test]
    fn white_space_stays_outside_the_marks() {
        let told = |text| marked(&Piece { text, same: false }, "~~");
        assert_eq!(told(" on Monday "), " ~~on Monday~~ ");
        assert_eq!(told("  "), "  ");
    }

    #[test]
    fn only_the_address_of_a_page_is_a_link() {
        let told = [
            "https://a.example/?b=c_d",
            "javascript:alert(1)",
            "https://a.example/><img>",
        ];
        let expected = [
            "<https://a.example/?b=c_d>",
            "javascript:alert(1)",
            "https://a.example/\\>\\<img\\>",
        ];
        assert_eq!(told.map(linked), expected);
    }
}
