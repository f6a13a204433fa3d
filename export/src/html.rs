//! Writes a report as one self-contained page of HTML that looks like the site: no script, no request, all text escaped. The
//! page can be kept and printed. The finding comes first, then the differences, then the two texts with their marks and the
//! matches one by one; the figures come last.

use std::fmt::Write;

use crossread_wording::lead::Lead;

use crate::differs::{Difference, counts, differences, is_of_one_year, leading, tally};
use crate::marks::{Marked, marks, takes_part};
use crate::report::{At, Kind, Report, Sentence, Standing};
use crate::view::{View, Which};
use crate::words::{self, Origin};

const STYLE: &str = include_str!("report.css");

/// The colours of sources, as `style/tokens.css` has them: text or disc and tint, by day and by night.
const COLOURS: [[&str; 4]; 5] = [
    ["#2b59b0", "#e2eafa", "#92b5ff", "#22304f"],
    ["#8a5200", "#f8e7c6", "#eab65c", "#43300f"],
    ["#0b7466", "#d7efea", "#4cc4b2", "#163a35"],
    ["#8e3b86", "#f5e2f3", "#e79fde", "#43233f"],
    ["#353c4a", "#e2e5ec", "#d0d7e6", "#2f3542"],
];

/// The report as a page.
pub fn html(report: &Report, origin: &Origin) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_page(&mut out, &View::new(report), origin);
    out
}

fn write_page(out: &mut String, view: &View<'_>, origin: &Origin) -> std::fmt::Result {
    let report = view.report;
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    // A second safeguard: a text that escaped the escaping could still load and run nothing.
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n");
    // A link to a source does not reveal where this file is.
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let [a, b] = view.names().map(escape);
    writeln!(out, "<title>{a} and {b}, compared by Crossread</title>")?;
    write!(out, "<style>\n{STYLE}")?;
    colours(out, origin.colours.unwrap_or([0, 1]))?;
    writeln!(out, "</style>\n</head>\n<body>\n<main>")?;
    writeln!(
        out,
        "<h1><bdi>{a}</bdi> and <bdi>{b}</bdi>, compared by Crossread</h1>"
    )?;
    let differences = differences(view);
    found(out, view, &differences, origin)?;
    differing(out, view, &differences)?;
    texts(out, view)?;
    matches(out, view)?;
    passages(out, view)?;
    figures(out, view)?;
    about(out, report, origin)?;
    writeln!(out, "</main>\n</body>\n</html>")
}

/// The two colours. Two sources of one colour are distinguished by a ring instead of a disc.
fn colours(out: &mut String, numbers: [u8; 2]) -> std::fmt::Result {
    let of = numbers.map(|number| COLOURS[usize::from(number) % COLOURS.len()]);
    for (start, theme, end) in [
        (":root", 0, ""),
        (
            "@media screen and (prefers-color-scheme: dark) { :root",
            2,
            " }",
        ),
    ] {
        let [[a, a_tint], [b, b_tint]] = of.map(|of| [of[theme], of[theme + 1]]);
        writeln!(
            out,
            "{start} {{ --a: {a}; --a-t: {a_tint}; --b: {b}; --b-t: {b_tint}; }}{end}"
        )?;
    }
    if of[0] == of[1] {
        out.push_str(".disc.of-b { background: none; box-shadow: inset 0 0 0 2px var(--s); color: var(--s); }\n");
    }
    Ok(())
}

/// The class that gives an element the colour of a side.
fn of(which: Which) -> &'static str {
    match which {
        Which::A => "of-a",
        Which::B => "of-b",
    }
}

/// The two letters of a source on its colour. The name is beside them, so they are hidden from screen readers.
fn disc(view: &View<'_>, which: Which) -> String {
    let letters = escape(&view.article(which).letters);
    format!(
        "<span class=\"disc {}\" aria-hidden=\"true\">{letters}</span>",
        of(which)
    )
}

/// A source's disc and name.
fn named(view: &View<'_>, which: Which) -> String {
    let name = escape(&view.article(which).name);
    format!(
        "{} <bdi class=\"name {}\">{name}</bdi>",
        disc(view, which),
        of(which)
    )
}

/// The sign of a relation; there is always a word beside it.
fn sign(sign: char, clash: bool, one_time: bool) -> String {
    let class = match (clash, one_time) {
        (true, true) => " clash",
        (true, false) => " clash apart",
        _ => "",
    };
    format!("<span class=\"sign{class}\" aria-hidden=\"true\">{sign}</span>")
}

/// The language of that side's text, as an attribute.
fn lang(view: &View<'_>, which: Which) -> String {
    let language = view.article(which).about.language.as_ref();
    language.map_or_else(String::new, |language| {
        format!(" lang=\"{}\"", escape(&language.value))
    })
}

/// The sentence in words, what was counted, the two sources, and the notes.
fn found(
    out: &mut String,
    view: &View<'_>,
    differences: &[Difference<'_>],
    origin: &Origin,
) -> std::fmt::Result {
    let tally = tally(view);
    let lead = leading(view, &tally, differences);
    writeln!(out, "<section aria-label=\"What was found\">")?;
    if lead.is_empty() {
        let headline = escape(&words::headline(view.report));
        writeln!(out, "<p class=\"finding\">{headline}</p>")?;
    } else {
        write!(out, "<p class=\"finding\">")?;
        for part in &lead {
            match part {
                Lead::Text(text) => out.push_str(&escape(text)),
                Lead::Aside(text) => write!(out, "<span class=\"soft\">{}</span>", escape(text))?,
                Lead::Name(which, name) => {
                    write!(
                        out,
                        "<bdi class=\"name {}\">{}</bdi>",
                        of(*which),
                        escape(name)
                    )?;
                }
                Lead::Words(which, words) => write!(
                    out,
                    "<q dir=\"auto\" class=\"{}\"{}>{}</q>",
                    of(*which),
                    lang(view, *which),
                    escape(words)
                )?,
                Lead::Sign(which, clash, one_time) => write!(
                    out,
                    " {}<span class=\"aloud\">; </span> ",
                    sign(*which, *clash, *one_time)
                )?,
            }
        }
        writeln!(out, "</p>")?;
    }
    let counts = counts(view, &tally, differences, &lead);
    if !counts.is_empty() {
        writeln!(out, "<ul class=\"counts\">")?;
        for line in counts {
            writeln!(out, "<li>{}</li>", escape(&line))?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "<ul class=\"sources\">")?;
    for which in Which::BOTH {
        let said = escape(&words::beside_name(view.article(which)));
        writeln!(out, "<li>{} <bdi>{said}</bdi></li>", named(view, which))?;
    }
    writeln!(out, "</ul>")?;
    let mut notes = words::notes(view.report);
    notes.extend(words::filtered(view.report, origin));
    notes.push(words::CAUTION.into());
    let notes = escape(&notes.join(" "));
    writeln!(out, "<p class=\"note\">{notes}</p>\n</section>")
}

/// What differs, as a table. On a phone a row becomes a card; the roles keep it a table for screen readers.
fn differing(
    out: &mut String,
    view: &View<'_>,
    differences: &[Difference<'_>],
) -> std::fmt::Result {
    if differences.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section aria-labelledby=\"differs\">\n<h2 id=\"differs\">What differs</h2>\n<table class=\"differs\" role=\"table\">"
    )?;
    write!(
        out,
        "<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">What</th>"
    )?;
    for which in Which::BOTH {
        let named = named(view, which);
        write!(out, "<th role=\"columnheader\" scope=\"col\">{named}</th>")?;
    }
    writeln!(
        out,
        "<th role=\"columnheader\" scope=\"col\">How they relate</th></tr></thead>\n<tbody role=\"rowgroup\">"
    )?;
    for one in differences {
        let clash = if one.clash() { " class=\"clash\"" } else { "" };
        write!(
            out,
            "<tr role=\"row\"{clash}><th role=\"rowheader\" scope=\"row\">{} <span>{}</span></th>",
            one.what(),
            escape(one.topic)
        )?;
        for which in Which::BOTH {
            let [a, b] = &one.said;
            write!(out, "<td role=\"cell\">{}", disc(view, which))?;
            match which.of(a, b) {
                Some(words) => {
                    let (lang, words) = (lang(view, which), escape(words));
                    write!(out, "<span dir=\"auto\"{lang}>{words}</span></td>")?;
                }
                None => write!(
                    out,
                    "<span class=\"soft\">says nothing about it</span></td>"
                )?,
            }
        }
        writeln!(
            out,
            "<td role=\"cell\">{} {} <a href=\"#m{2}\">match {2}</a></td></tr>",
            sign(one.sign(), one.clash(), is_of_one_year(view)),
            escape(&one.relation(view)),
            one.index + 1
        )?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

/// The two texts, and above them what their marks mean.
fn texts(out: &mut String, view: &View<'_>) -> std::fmt::Result {
    writeln!(
        out,
        "<section aria-labelledby=\"texts\">\n<h2 id=\"texts\">The two texts</h2>"
    )?;
    legend(out, view.report)?;
    writeln!(out, "<div class=\"sides\">")?;
    for which in Which::BOTH {
        article(out, view, which)?;
    }
    writeln!(out, "</div>\n</section>")
}

fn legend(out: &mut String, report: &Report) -> std::fmt::Result {
    if report.matches.is_empty() {
        return Ok(());
    }
    write!(out, "<p class=\"legend\">")?;
    for kind in Kind::ALL {
        let (class, meaning) = (kind.name(), words::meaning(kind));
        write!(out, "<span class=\"{class}\">{meaning}</span> ")?;
    }
    writeln!(
        out,
        "<span><mark class=\"of-a\">words</mark> <mark class=\"of-b\">words</mark> that differ</span> \
         <span><mark class=\"of-a clash\">words</mark> <mark class=\"of-b clash\">words</mark> that clash</span> \
         <span class=\"aside\">a repeat, or not the article’s text</span> \
         <span>1: the number of the match</span></p>"
    )
}

fn article(out: &mut String, view: &View<'_>, which: Which) -> std::fmt::Result {
    let article = view.article(which);
    let (key, lang) = (which.key(), lang(view, which));
    writeln!(
        out,
        "<section class=\"article {}\" aria-labelledby=\"{key}\">\n<p class=\"source\">{}</p>",
        of(which),
        named(view, which)
    )?;
    writeln!(
        out,
        "<h3 id=\"{key}\" dir=\"auto\"{lang}>{}</h3>",
        escape(words::title(article))
    )?;
    writeln!(
        out,
        "<p class=\"byline\"><bdi>{}</bdi></p>",
        escape(&words::byline(article))
    )?;
    if let Some(url) = &article.about.url {
        writeln!(out, "<p class=\"byline\">{}</p>", linked(&url.value))?;
    }
    writeln!(out, "<div class=\"text\" dir=\"auto\"{lang}>")?;
    let marks = marks(view, which);
    let sentences: Vec<(usize, &Sentence, &Marked)> = (article.sentences.iter().zip(&marks))
        .enumerate()
        .map(|(index, (sentence, marked))| (index, sentence, marked))
        .collect();
    let mut only_before = false;
    for paragraph in sentences.chunk_by(|one, next| one.1.paragraph == next.1.paragraph) {
        let only = !view.report.matches.is_empty()
            && paragraph.iter().any(|(_, one, _)| takes_part(view, one))
            && paragraph
                .iter()
                .all(|(_, _, marked)| marked.strongest.is_none());
        if only && !only_before {
            let name = escape(&article.name);
            writeln!(
                out,
                "<p class=\"label\" lang=\"en\">Only in <bdi>{name}</bdi></p>"
            )?;
        }
        only_before = only;
        out.push_str(if only { "<p class=\"only\">" } else { "<p>" });
        let mut end = None;
        for (index, sentence, marked) in paragraph {
            if let Some(end) = end {
                out.push_str(&escape(view.text(which, [end, sentence.at[0]])));
            }
            end = Some(sentence.at[1]);
            let class = match (marked.strongest, sentence.standing) {
                (Some((_, kind)), Standing::Own) => format!(" class=\"{}\"", kind.name()),
                (Some((_, kind)), _) => format!(" class=\"{} aside\"", kind.name()),
                (None, Standing::Own) => String::new(),
                (None, _) => " class=\"aside\"".to_owned(),
            };
            write!(out, "<span id=\"{key}{}\"{class}>", index + 1)?;
            words_of(out, view, which, sentence.at, &marked.differing)?;
            if let Some((number, kind)) = marked.strongest {
                write!(
                    out,
                    "<a class=\"to\" href=\"#m{number}\" aria-label=\"match {number}, {}\">{number}</a>",
                    words::meaning(kind)
                )?;
            }
            out.push_str("</span>");
        }
        out.push_str("</p>\n");
    }
    writeln!(out, "</div>\n</section>")
}

/// A sentence's words, with differences marked.
fn words_of(
    out: &mut String,
    view: &View<'_>,
    which: Which,
    [start, end]: At,
    differing: &[(At, bool)],
) -> std::fmt::Result {
    let mut done = start;
    for &([from, to], clash) in differing {
        out.push_str(&escape(view.text(which, [done, from])));
        let class = if clash { " class=\"clash\"" } else { "" };
        write!(
            out,
            "<mark{class}>{}</mark>",
            escape(view.text(which, [from, to]))
        )?;
        done = to;
    }
    out.push_str(&escape(view.text(which, [done, end])));
    Ok(())
}

fn matches(out: &mut String, view: &View<'_>) -> std::fmt::Result {
    if view.report.matches.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section aria-labelledby=\"matches\">\n<h2 id=\"matches\">The matches, one by one</h2>\n<ol class=\"matches\">"
    )?;
    for (i, found) in view.report.matches.iter().enumerate() {
        writeln!(
            out,
            "<li id=\"m{0}\"><h3>{0}. <span class=\"{1}\">{2}</span></h3>\n<div class=\"quotes\">",
            i + 1,
            found.kind.name(),
            words::label(found)
        )?;
        for (which, index) in [(Which::A, found.a), (Which::B, found.b)] {
            write!(
                out,
                "<div class=\"{}\"><p class=\"source\">{}, <a href=\"#{}{number}\">sentence {number}</a></p>\n<blockquote dir=\"auto\"{}>",
                of(which),
                named(view, which),
                which.key(),
                lang(view, which),
                number = index + 1
            )?;
            for piece in view.pieces(which, found) {
                let (before, inside, after) = piece.parts();
                if piece.same || inside.is_empty() {
                    out.push_str(&escape(piece.text));
                } else {
                    let [before, inside, after] = [before, inside, after].map(escape);
                    write!(out, "{before}<mark>{inside}</mark>{after}")?;
                }
            }
            writeln!(out, "</blockquote></div>")?;
        }
        writeln!(out, "</div>")?;
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
            escape(&words::why(found, view.names()))
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
        let quote = escape(view.text(Which::A, passage.a));
        write!(
            out,
            "<li><q dir=\"auto\"{}>{quote}</q> <span class=\"source\">{} words",
            lang(view, Which::A),
            passage.words
        )?;
        for (which, at) in [(Which::A, passage.a), (Which::B, passage.b)] {
            let (key, number) = (which.key(), view.sentence_number(which, at));
            write!(
                out,
                " · {}, <a href=\"#{key}{number}\">sentence {number}</a>",
                named(view, which)
            )?;
        }
        writeln!(out, "</span></li>")?;
    }
    writeln!(out, "</ul>\n</section>")
}

fn figures(out: &mut String, view: &View<'_>) -> std::fmt::Result {
    writeln!(
        out,
        "<section class=\"figures\" aria-labelledby=\"figures\">\n<h2 id=\"figures\">How much is shared</h2>"
    )?;
    let shared = words::shared(view.report);
    if !shared.is_empty() {
        writeln!(out, "<p class=\"counted\">{}</p>", escape(&shared))?;
    }
    write!(out, "<table>\n<thead><tr><td></td>")?;
    for which in Which::BOTH {
        write!(out, "<th scope=\"col\">{}</th>", named(view, which))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for [what, a, b] in words::figures(view.report) {
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

/// An address as a link; only the text if it is not the address of a page.
fn linked(address: &str) -> String {
    let text = escape(address);
    if words::is_page(address) {
        format!("<a href=\"{text}\">{text}</a>")
    } else {
        text
    }
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
