//! Writes a report as Markdown, for notes, wikis and issue threads.

use std::fmt::Write;

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
    writeln!(out, "# Two articles compared\n")?;
    for which in Which::BOTH {
        let article = view.article(which);
        write!(
            out,
            "- **{}**: {} ({})",
            which.letter(),
            escape(words::name(article)),
            escape(&words::byline(article))
        )?;
        if let Some(url) = &article.url {
            write!(out, ", {}", linked(&url.value))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "\n{}\n", escape(&words::finding(report).join(" ")))?;
    for note in words::notes(report) {
        writeln!(out, "{}\n", escape(&note))?;
    }
    if let Some(filtered) = words::filtered(report, origin) {
        writeln!(out, "{}\n", escape(&filtered))?;
    }
    writeln!(out, "*{}*\n", escape(words::CAUTION))?;

    writeln!(out, "## Figures\n\n| | A | B |\n|---|---|---|")?;
    for [what, a, b] in words::figures(report) {
        writeln!(out, "| {what} | {a} | {b} |")?;
    }
    writeln!(out, "\n{}", escape(words::COUNTED))?;

    if !report.matches.is_empty() {
        writeln!(out, "\n## Matches\n")?;
        writeln!(out, "~~Struck out~~: only in A. **Bold**: only in B.")?;
    }
    for (i, found) in report.matches.iter().enumerate() {
        writeln!(out, "\n### {}. {}\n", i + 1, words::label(found))?;
        for (which, index, mark) in [(Which::A, found.a, "~~"), (Which::B, found.b, "**")] {
            let pieces = view.pieces(which, found);
            let told: String = pieces.iter().map(|piece| marked(piece, mark)).collect();
            writeln!(out, "> {}, sentence {}: {told}", which.letter(), index + 1)?;
            if which == Which::A {
                writeln!(out, ">")?;
            }
        }
        let differs = view.differences(found);
        if !differs.is_empty() {
            writeln!(out, "\nWhat differs:\n")?;
        }
        for line in differs {
            writeln!(out, "- {}", escape(&line))?;
        }
        let shared = view.shared_words(found);
        if !shared.is_empty() {
            writeln!(out, "\nShared words: {}.", escape(&shared.join(", ")))?;
        }
        writeln!(out, "\n{}", escape(&words::why(found)))?;
    }

    if !report.passages.is_empty() {
        writeln!(out, "\n## Passages\n")?;
    }
    for passage in &report.passages {
        writeln!(
            out,
            "- “{}” ({} words): A, sentence {}; B, sentence {}",
            escape(view.text(Which::A, passage.a)),
            passage.words,
            view.sentence_number(Which::A, passage.a),
            view.sentence_number(Which::B, passage.b),
        )?;
    }

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

/// An address as a link to it; of anything but a page's address, the text alone.
fn linked(address: &str) -> String {
    let ends = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>');
    if words::is_page(address) && !address.contains(ends) {
        format!("<{address}>")
    } else {
        escape(address)
    }
}

/// The piece between marks. Marks bind only where they touch a letter, so white space stays outside.
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
