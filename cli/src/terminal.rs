//! A report to read in a terminal. Colours help if there are any, but every mark can be read without them: `[-only in
//! the first-]`, `{+only in the second+}`, as wdiff writes them.

mod article;
mod story;

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use crossread_export::Report;
use crossread_export::differs::{Difference, counts, differences, leading, tally};
use crossread_export::view::{Piece, View, Which};
use crossread_export::words;
use crossread_library::shown::steers;
use crossread_wording::facts::Tally;
use crossread_wording::lead::Lead;
use unicode_width::UnicodeWidthChar;

pub(crate) use article::article;
pub(crate) use story::story;

/// The length of a line in columns, chosen for reading, whatever the terminal's width.
const WIDTH: usize = 76;

const PLAIN: Style = Style::new();
const STRONG: Style = Style::new().bold();
const SOFT: Style = Style::new().dimmed();
const ONLY_A: Style = AnsiColor::Red.on_default();
const ONLY_B: Style = AnsiColor::Green.on_default();

/// The report as text, with ANSI codes; the caller's stream drops these if they are not wanted.
pub(crate) fn text(report: &Report) -> String {
    let view = View::new(report);
    let mut out = String::new();
    let (tally, differences) = (tally(&view), differences(&view));
    found(&mut out, &view, &tally, &differences);

    if !differences.is_empty() {
        heading(&mut out, "What differs");
    }
    for one in &differences {
        out.push('\n');
        differing(&mut out, &view, one);
    }

    if !report.matches.is_empty() {
        heading(&mut out, "Matches");
    }
    for (i, found) in report.matches.iter().enumerate() {
        out.push('\n');
        lines(
            &mut out,
            &(i + 1).to_string(),
            &[(&words::label(found), STRONG)],
        );
        for (which, index, style, marks) in [
            (Which::A, found.a, ONLY_A, ("[-", "-]")),
            (Which::B, found.b, ONLY_B, ("{+", "+}")),
        ] {
            let pieces = view.pieces(which, found);
            let marked: Vec<(String, Style)> = pieces
                .iter()
                .flat_map(|piece| mark(piece, style, marks))
                .collect();
            let number = format!("{} {}: ", view.article(which).letters, index + 1);
            let mut told = vec![(number.as_str(), SOFT)];
            told.extend(marked.iter().map(|(text, style)| (text.as_str(), *style)));
            lines(&mut out, "", &told);
        }
        let shared = view.shared_words(found);
        if !shared.is_empty() {
            lines(
                &mut out,
                "",
                &[(&format!("Shared words: {}.", shared.join(", ")), SOFT)],
            );
        }
        lines(&mut out, "", &[(&words::why(found, view.names()), SOFT)]);
    }

    if !report.passages.is_empty() {
        heading(&mut out, "Passages");
        out.push('\n');
    }
    for passage in &report.passages {
        let [a, b] = [(Which::A, passage.a), (Which::B, passage.b)].map(|(which, at)| {
            let number = view.sentence_number(which, at);
            format!("{} {number}", view.article(which).letters)
        });
        let place = format!("{a}, {b}, {} words:", passage.words);
        let quote = format!(" “{}”", view.text(Which::A, passage.a));
        lines(&mut out, "", &[(&place, SOFT), (&quote, PLAIN)]);
    }

    heading(&mut out, "Figures");
    let shared = words::shared(report);
    if !shared.is_empty() {
        out.push('\n');
        lines(&mut out, "", &[(&shared, PLAIN)]);
    }
    let [a, b] = [&report.a, &report.b].map(|article| &article.letters);
    let _ = writeln!(out, "\n    {:<32} {a:>14} {b:>14}", "");
    for [what, a, b] in words::figures(report) {
        let _ = writeln!(out, "    {what:<32} {a:>14} {b:>14}");
    }
    out
}

/// The finding in a sentence, what was counted, the two sources with their letters, and the notes.
fn found(out: &mut String, view: &View<'_>, tally: &Tally, differences: &[Difference<'_>]) {
    let lead = leading(view, tally, differences);
    if lead.is_empty() {
        lines(out, "", &[(&words::headline(view.report), STRONG)]);
    } else {
        let parts: Vec<(String, Style)> = lead.iter().map(led).collect();
        let parts: Vec<(&str, Style)> = (parts.iter())
            .map(|(text, style)| (text.as_str(), *style))
            .collect();
        lines(out, "", &parts);
        let counts = counts(view, tally, differences, &lead).join("; ");
        if !counts.is_empty() {
            lines(out, "", &[(&counts, PLAIN), (".", PLAIN)]);
        }
    }
    out.push('\n');
    for which in Which::BOTH {
        let article = view.article(which);
        lines(out, &article.letters, &[(&article.name, STRONG)]);
        let said = words::beside_name(article);
        let file = if words::title(article) == article.id {
            String::new()
        } else {
            format!(" ({})", article.id)
        };
        lines(out, "", &[(&said, SOFT), (&file, SOFT)]);
    }
    out.push('\n');
    for note in words::notes(view.report) {
        lines(out, "", &[(&note, PLAIN)]);
    }
    lines(out, "", &[(words::CAUTION, SOFT)]);
}

/// A part of the sentence that leads.
fn led(part: &Lead<Which>) -> (String, Style) {
    match part {
        Lead::Text(text) => (text.clone(), PLAIN),
        Lead::Aside(text) => (text.clone(), SOFT),
        Lead::Name(_, name) => (name.clone(), STRONG),
        Lead::Words(_, words) => (words.clone(), STRONG),
        Lead::Sign(sign, ..) => (format!(" {sign} "), PLAIN),
    }
}

/// A difference: its sign, what it is, and what each source says about it.
fn differing(out: &mut String, view: &View<'_>, one: &Difference<'_>) {
    let topic = match one.topic {
        "" => String::new(),
        topic => format!(" ({topic})"),
    };
    let relation = format!(": {}, match {}", one.relation(view), one.index + 1);
    let sign = one.sign().to_string();
    let what = [
        (&*one.what(), STRONG),
        (&*topic, PLAIN),
        (&*relation, PLAIN),
    ];
    lines(out, &sign, &what);
    for (which, said) in Which::BOTH.into_iter().zip(&one.said) {
        if let Some(said) = said {
            let letters = format!("{}: ", view.article(which).letters);
            lines(out, "", &[(&letters, SOFT), (said, PLAIN)]);
        }
    }
}

fn heading(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "\n{STRONG}{text}{STRONG:#}");
}

/// A piece with its marks, which touch its first and last letter.
fn mark(piece: &Piece<'_>, style: Style, (open, close): (&str, &str)) -> Vec<(String, Style)> {
    let (before, inside, after) = piece.parts();
    if piece.same || inside.is_empty() {
        return vec![(piece.text.to_owned(), PLAIN)];
    }
    vec![
        (before.to_owned(), PLAIN),
        (format!("{open}{inside}{close}"), style),
        (after.to_owned(), PLAIN),
    ]
}

/// Writes styled text in lines of [`WIDTH`] columns at most, `label` before the first and as much space before the
/// others. White space of the text only separates words (a no-break space too, since a line has to end somewhere).
/// Control characters, and characters that change the direction of text, are replaced.
fn lines(out: &mut String, label: &str, text: &[(&str, Style)]) {
    const INDENT: usize = 4;
    let mut pen = Pen::new(out);
    pen.put(&format!("{label:<INDENT$}"), PLAIN);
    let mut column = INDENT;
    let mut word: Vec<(char, Style)> = Vec::new();
    let mut first = true;
    let chars = text
        .iter()
        .flat_map(|(text, style)| text.chars().map(|c| (c, *style)));
    for (c, style) in chars.chain([(' ', PLAIN)]) {
        if !c.is_whitespace() {
            let c = if steers(c) { '\u{FFFD}' } else { c };
            word.push((c, style));
            continue;
        }
        let Some((_, begins)) = word.first() else {
            continue;
        };
        let width: usize = word.iter().map(|(c, _)| c.width().unwrap_or(0)).sum();
        if !first && column + 1 + width > WIDTH {
            pen.put(&format!("\n{:INDENT$}", ""), PLAIN);
            column = INDENT;
        } else if !first {
            let style = if pen.style == *begins { *begins } else { PLAIN };
            pen.put(" ", style);
            column += 1;
        }
        first = false;
        column += width;
        for (c, style) in word.drain(..) {
            pen.put(c.encode_utf8(&mut [0; 4]), style);
        }
    }
    pen.put("\n", PLAIN);
}

/// Writes text in styles, with a code only where the style changes.
struct Pen<'o> {
    out: &'o mut String,
    style: Style,
}

impl<'o> Pen<'o> {
    fn new(out: &'o mut String) -> Self {
        Pen { out, style: PLAIN }
    }

    fn put(&mut self, text: &str, style: Style) {
        if style != self.style {
            // Writing to a String cannot fail.
            let _ = write!(self.out, "{:#}{style}", self.style);
            self.style = style;
        }
        self.out.push_str(text);
    }
}
