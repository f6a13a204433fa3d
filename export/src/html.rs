//! Writes a report as one self-contained page of HTML: no script, no request, all text escaped. Marks
//! are links from a sentence to its match and back. The page is made to be kept and printed: the finding
//! comes first, the figures last.

use std::fmt::Write;

use crate::report::{Kind, Report, Standing};
use crate::view::{View, Which};
use crate::words::{self, Origin};

const STYLE: &str = include_str!("report.css");

/// The report as a page.
pub fn html(report: &Report, origin: &Origin) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_page(&mut out, &View::new(report), origin);
    out
}

fn write_page(out: &mut String, view: &View<'_>, origin: &Origin) -> std::fmt::Result {
    let report = view.report;
    let names = Which::BOTH.map(|which| escape(words::name(view.article(which))));
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    // A second safeguard: a text that escaped the escaping could still load and run nothing.
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n");
    // A link to a source does not reveal where this file is.
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let [a, b] = &names;
    writeln!(out, "<title>{a} / {b}: compared by Crossread</title>")?;
    writeln!(out, "<style>\n{STYLE}</style>\n</head>\n<body>\n<main>")?;
    writeln!(out, "<h1>Two articles compared by Crossread</h1>")?;
    let mut finding = words::finding(report).into_iter();
    if let Some(first) = finding.next() {
        writeln!(out, "<p class=\"finding\">{}</p>", escape(&first))?;
    }
    let rest: Vec<String> = finding.collect();
    if !rest.is_empty() {
        writeln!(out, "<p class=\"more\">{}</p>", escape(&rest.join(" ")))?;
    }
    let mut notes = words::notes(report);
    notes.extend(words::filtered(report, origin));
    notes.push(words::CAUTION.into());
    writeln!(out, "<p class=\"note\">{}</p>", escape(&notes.join(" ")))?;
    legend(out, report)?;
    writeln!(out, "<div class=\"sides\">")?;
    for which in Which::BOTH {
        article(out, view, which)?;
    }
    writeln!(out, "</div>")?;
    matches(out, view)?;
    passages(out, view)?;
    figures(out, report)?;
    about(out, report, origin)?;
    writeln!(out, "</main>\n</body>\n</html>")
}

fn figures(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(
        out,
        "<section class=\"figures\" aria-labelledby=\"figures\">\n<h2 id=\"figures\">Figures</h2>\n<table>"
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
    // Not folded, since folded text is not printed.
    writeln!(out, "<h3>How this is counted</h3>")?;
    writeln!(
        out,
        "<p class=\"counted\">{}</p>\n</section>",
        escape(words::COUNTED)
    )
}

/// The section about this document: the options, the day of saving, and the link to the site.
fn about(out: &mut String, report: &Report, origin: &Origin) -> std::fmt::Result {
    writeln!(
        out,
        "<section class=\"about\" aria-labelledby=\"about\">\n<h2 id=\"about\">About this document</h2>"
    )?;
    writeln!(out, "<p>{}</p>", escape(&words::settings(report)))?;
    if let Some(day) = &origin.day {
        writeln!(out, "<p>Saved on {}.</p>", escape(day))?;
    }
    if let Some(link) = &origin.link {
        writeln!(
            out,
            "<p>The same comparison on the site: {}</p>",
            linked(link)
        )?;
    }
    writeln!(out, "</section>")
}

/// An address as a link to it; of anything but a page's address, the text alone.
fn linked(address: &str) -> String {
    let text = escape(address);
    if words::is_page(address) {
        format!("<a href=\"{text}\">{text}</a>")
    } else {
        text
    }
}

fn legend(out: &mut String, report: &Report) -> std::fmt::Result {
    if report.matches.is_empty() {
        return Ok(());
    }
    write!(out, "<p class=\"legend\">")?;
    for kind in Kind::ALL {
        write!(
            out,
            "<span><span class=\"{0}\">{0}</span>: {1}</span> ",
            kind.name(),
            words::meaning(kind)
        )?;
    }
    writeln!(
        out,
        "<span><span class=\"aside\">grey</span>: a repeat, or furniture</span></p>"
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
        "<h2 id=\"{lower}\"><span class=\"letter\">{letter}</span> <span dir=\"auto\"{language}>{}</span></h2>",
        escape(words::name(article))
    )?;
    writeln!(
        out,
        "<p class=\"byline\"><bdi>{}</bdi></p>",
        escape(&words::byline(article))
    )?;
    if let Some(url) = &article.url {
        writeln!(out, "<p class=\"byline\">{}</p>", linked(&url.value))?;
    }
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
        "<section aria-labelledby=\"matches\">\n<h2 id=\"matches\">The matches, one by one</h2>"
    )?;
    writeln!(
        out,
        "<p class=\"note\"><del>Struck out</del>: only in A. <ins>Underlined</ins>: only in B.</p>\n<ol class=\"matches\">"
    )?;
    for (i, found) in view.report.matches.iter().enumerate() {
        writeln!(
            out,
            "<li id=\"m{0}\"><h3>{0}. <span class=\"{1}\">{2}</span></h3>\n<div class=\"quotes\">",
            i + 1,
            found.kind.name(),
            words::label(found)
        )?;
        for (which, index, tag) in [(Which::A, found.a, "del"), (Which::B, found.b, "ins")] {
            let letter = which.letter();
            let lower = letter.to_ascii_lowercase();
            write!(
                out,
                "<div><p class=\"source\"><a href=\"#{lower}{0}\">{letter}, sentence {0}</a></p>\n<blockquote dir=\"auto\">",
                index + 1
            )?;
            for piece in view.pieces(which, found) {
                let (before, inside, after) = piece.parts();
                if piece.same || inside.is_empty() {
                    out.push_str(&escape(piece.text));
                } else {
                    let [before, inside, after] = [before, inside, after].map(escape);
                    write!(out, "{before}<{tag}>{inside}</{tag}>{after}")?;
                }
            }
            writeln!(out, "</blockquote></div>")?;
        }
        writeln!(out, "</div>")?;
        let differs = view.differences(found);
        if !differs.is_empty() {
            writeln!(
                out,
                "<p class=\"why\">What differs:</p>\n<ul class=\"why\">"
            )?;
            for line in differs {
                writeln!(out, "<li dir=\"auto\">{}</li>", escape(&line))?;
            }
            writeln!(out, "</ul>")?;
        }
        let shared = view.shared_words(found);
        if !shared.is_empty() {
            writeln!(
                out,
                "<p class=\"why\">Shared words: {}.</p>",
                escape(&shared.join(", "))
            )?;
        }
        writeln!(
            out,
            "<p class=\"why\">{}</p></li>",
            escape(&words::why(found))
        )?;
    }
    writeln!(out, "</ol>\n</section>")
}

fn passages(out: &mut String, view: &View<'_>) -> std::fmt::Result {
    if view.report.passages.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section class=\"passages\" aria-labelledby=\"passages\">\n<h2 id=\"passages\">Passages: the same words in a row</h2>\n<ul>"
    )?;
    for passage in &view.report.passages {
        let numbers = [(Which::A, passage.a), (Which::B, passage.b)]
            .map(|(which, at)| view.sentence_number(which, at));
        writeln!(
            out,
            "<li><q dir=\"auto\">{}</q> <span class=\"source\">{} words: <a href=\"#a{2}\">A, sentence {2}</a>, <a href=\"#b{3}\">B, sentence {3}</a></span></li>",
            escape(view.text(Which::A, passage.a)),
            passage.words,
            numbers[0],
            numbers[1],
        )?;
    }
    writeln!(out, "</ul>\n</section>")
}

/// The text, escaped for an element or a quoted attribute of HTML.
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
