//! A report as one page of HTML that stands alone: no script, no request, all text escaped. Marks
//! are links, so that going from a sentence to its match and back needs no more than a browser.

use std::fmt::Write;

use crate::report::{Kind, Report, Standing};
use crate::view::{View, Which};
use crate::words;

const STYLE: &str = include_str!("report.css");

/// The report as a page.
pub fn html(report: &Report) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_page(&mut out, &View::new(report));
    out
}

fn write_page(out: &mut String, view: &View<'_>) -> std::fmt::Result {
    let report = view.report;
    let names = Which::BOTH.map(|which| escape(words::name(view.article(which))));
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"
    )?;
    // Even a text that slipped through the escaping could load and run nothing.
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )?;
    writeln!(
        out,
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    )?;
    writeln!(
        out,
        "<title>{} / {}: compared by Crossread</title>",
        names[0], names[1]
    )?;
    writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>\n<main>")?;
    writeln!(out, "<h1>Two articles compared</h1>")?;
    writeln!(
        out,
        "<p class=\"finding\">{}</p>",
        escape(&words::finding(report).join(" "))
    )?;
    for note in words::notes(report) {
        writeln!(out, "<p>{}</p>", escape(&note))?;
    }
    writeln!(out, "<p class=\"caution\">{}</p>", escape(words::CAUTION))?;
    legend(out)?;
    writeln!(out, "<div class=\"sides\">")?;
    for which in Which::BOTH {
        article(out, view, which)?;
    }
    writeln!(out, "</div>")?;
    matches(out, view)?;
    passages(out, view)?;
    figures(out, report)?;
    writeln!(out, "</main>\n</body>\n</html>")
}

fn figures(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(
        out,
        "<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">Figures</h2>\n<table>"
    )?;
    writeln!(
        out,
        "<thead><tr><td></td><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead>\n<tbody>"
    )?;
    for [what, a, b] in words::figures(report) {
        writeln!(
            out,
            "<tr><th scope=\"row\">{what}</th><td>{a}</td><td>{b}</td></tr>"
        )?;
    }
    writeln!(out, "</tbody>\n</table>")?;
    writeln!(
        out,
        "<details><summary>How this is counted</summary><p>{}</p></details>\n</section>",
        escape(words::COUNTED)
    )
}

fn legend(out: &mut String) -> std::fmt::Result {
    write!(out, "<p class=\"legend\">Marks:")?;
    for kind in Kind::ALL {
        write!(out, " <span class=\"{0}\">{0}</span>", kind.name())?;
    }
    writeln!(
        out,
        " <span class=\"aside\">repeat or furniture</span>. A number leads to the match.</p>"
    )
}

fn article(out: &mut String, view: &View<'_>, which: Which) -> std::fmt::Result {
    let article = view.article(which);
    let letter = which.letter();
    let lower = letter.to_ascii_lowercase();
    let language = article
        .language
        .as_ref()
        .map_or_else(String::new, |language| {
            format!(" lang=\"{}\"", escape(&language.value))
        });
    writeln!(
        out,
        "<section class=\"article\" aria-labelledby=\"{lower}\">"
    )?;
    writeln!(
        out,
        "<h2 id=\"{lower}\">{letter}: <span dir=\"auto\"{language}>{}</span></h2>",
        escape(words::name(article))
    )?;
    writeln!(
        out,
        "<p class=\"byline\">{}</p>",
        escape(&words::byline(article))
    )?;
    writeln!(out, "<div class=\"text\" dir=\"auto\"{language}>")?;
    let strongest = strongest(view.report, which);
    let mut before: Option<(u32, usize)> = None;
    for (i, sentence) in article.sentences.iter().enumerate() {
        match before {
            Some((paragraph, end)) if paragraph == sentence.paragraph => {
                out.push_str(&escape(view.text(which, [end, sentence.at[0]])));
            }
            Some(_) => out.push_str("</p>\n<p>"),
            None => out.push_str("<p>"),
        }
        before = Some((sentence.paragraph, sentence.at[1]));
        let text = escape(view.text(which, sentence.at));
        let aside = sentence.standing != Standing::Own;
        match strongest.get(i).copied().flatten() {
            Some((number, kind)) => write!(
                out,
                "<span id=\"{lower}{}\" class=\"{}{}\">{text}<a class=\"to\" href=\"#m{number}\" aria-label=\"match {number}, {}\">{number}</a></span>",
                i + 1,
                kind.name(),
                if aside { " aside" } else { "" },
                kind.name()
            )?,
            None if aside => write!(
                out,
                "<span id=\"{lower}{}\" class=\"aside\">{text}</span>",
                i + 1
            )?,
            None => write!(out, "<span id=\"{lower}{}\">{text}</span>", i + 1)?,
        }
    }
    if before.is_some() {
        out.push_str("</p>\n");
    }
    writeln!(out, "</div>\n</section>")
}

/// For each sentence of that side, the number of its strongest match and its kind.
fn strongest(report: &Report, which: Which) -> Vec<Option<(usize, Kind)>> {
    let sentences = match which {
        Which::A => report.a.sentences.len(),
        Which::B => report.b.sentences.len(),
    };
    let mut best: Vec<Option<(usize, Kind)>> = vec![None; sentences];
    for (i, found) in report.matches.iter().enumerate() {
        let index = match which {
            Which::A => found.a,
            Which::B => found.b,
        };
        if let Some(slot) = best.get_mut(index as usize) {
            // `Verbatim` is the least of the kinds in their order.
            if slot.is_none_or(|(_, kind)| found.kind < kind) {
                *slot = Some((i + 1, found.kind));
            }
        }
    }
    best
}

fn matches(out: &mut String, view: &View<'_>) -> std::fmt::Result {
    if view.report.matches.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section aria-labelledby=\"matches\">\n<h2 id=\"matches\">Matches</h2>"
    )?;
    writeln!(
        out,
        "<p>Struck out: only in A. Underlined: only in B.</p>\n<ol class=\"matches\">"
    )?;
    for (i, found) in view.report.matches.iter().enumerate() {
        writeln!(
            out,
            "<li id=\"m{}\"><h3><span class=\"{}\">{}</span></h3>",
            i + 1,
            found.kind.name(),
            words::label(found)
        )?;
        for (which, index, tag) in [(Which::A, found.a, "del"), (Which::B, found.b, "ins")] {
            let letter = which.letter();
            let lower = letter.to_ascii_lowercase();
            write!(
                out,
                "<blockquote dir=\"auto\"><a href=\"#{lower}{0}\">{letter}, sentence {0}</a>: ",
                index + 1
            )?;
            for piece in view.pieces(which, found) {
                let text = escape(piece.text);
                if piece.same || piece.text.trim().is_empty() {
                    out.push_str(&text);
                } else {
                    write!(out, "<{tag}>{text}</{tag}>")?;
                }
            }
            writeln!(out, "</blockquote>")?;
        }
        let shared = view.shared_words(found);
        if !shared.is_empty() {
            writeln!(out, "<p>Shared words: {}.</p>", escape(&shared.join(", ")))?;
        }
        writeln!(out, "<p>{}</p></li>", escape(&words::why(found)))?;
    }
    writeln!(out, "</ol>\n</section>")
}

fn passages(out: &mut String, view: &View<'_>) -> std::fmt::Result {
    if view.report.passages.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section aria-labelledby=\"passages\">\n<h2 id=\"passages\">Passages</h2>\n<ul>"
    )?;
    for passage in &view.report.passages {
        let numbers = [(Which::A, passage.a), (Which::B, passage.b)]
            .map(|(which, at)| view.sentence_number(which, at));
        writeln!(
            out,
            "<li><q dir=\"auto\">{}</q> ({} words): <a href=\"#a{2}\">A, sentence {2}</a>; <a href=\"#b{3}\">B, sentence {3}</a></li>",
            escape(view.text(Which::A, passage.a)),
            passage.words,
            numbers[0],
            numbers[1],
        )?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// The text so that HTML shows it as it is, in an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\r' => {}
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
