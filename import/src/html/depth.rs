//! Checks a page's depth and size before it is parsed. A parser that works like browsers takes quadratic time for elements
//! that are never closed. A linear count refuses pages that consist of them.

use crate::bounds::{HTML_ATTRIBUTES, HTML_DEPTH, HTML_ELEMENTS};
use crate::error::{self, ImportError};

/// Elements that never hold others, or that browsers close by themselves.
const CLOSED: [&str; 33] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "optgroup", "colgroup", "html", "head", "body", "rt", "rp", "frame",
];

/// Elements whose content is plain characters, even if it looks like tags.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "noscript"];

/// Refuses a page that is nested too deeply or has too many elements.
pub(crate) fn check(html: &str) -> Result<(), ImportError> {
    let (mut depth, mut elements) = (0_usize, 0_usize);
    // How many drawings are open.
    let mut drawing = 0_usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let closing = rest.starts_with('/');
        let name_from = usize::from(closing);
        let name: String = rest[name_from..]
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .take(16)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        // A `<` that starts no element costs the parser as much as one that does.
        elements += 1;
        if elements > HTML_ELEMENTS * 2 {
            return Err(error::too_deep("web page"));
        }
        if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let (end, attributes) = tag_end(rest);
        let svg = matches!(name.as_str(), "svg" | "math");
        if svg && closing {
            drawing = drawing.saturating_sub(1);
        }
        // Inside a drawing, `/>` closes an element. Elsewhere browsers ignore the slash.
        let empty = drawing > 0 && rest[..end].ends_with("/>");
        let closed = CLOSED.contains(&name.as_str()) || empty;
        if svg && !closing && !rest[..end].ends_with("/>") {
            drawing += 1;
        }
        if closing && !closed {
            depth = depth.saturating_sub(1);
        } else if !closing && RAW.contains(&name.as_str()) {
            rest = after_raw(&rest[end..], &name);
            continue;
        } else if !closing && !closed {
            depth += 1;
        }
        if depth > HTML_DEPTH || attributes > HTML_ATTRIBUTES {
            return Err(error::too_deep("web page"));
        }
        rest = &rest[end..];
    }
    Ok(())
}

/// Where a tag ends (after the first `>` that is not in a quoted value), and about how many attributes it has.
fn tag_end(tag: &str) -> (usize, usize) {
    let mut quote = None;
    let mut before = ' ';
    let (mut spaced, mut attributes) = (false, 0);
    for (at, c) in tag.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') && before == '=' => quote = Some(c),
            None if c == '>' => return (at + 1, attributes),
            _ => {}
        }
        let space = c.is_ascii_whitespace() || c == '/';
        attributes += usize::from(quote.is_none() && spaced && !space);
        spaced = space;
        if !c.is_ascii_whitespace() {
            before = c;
        }
    }
    // An unfinished tag at the end, or a quotation mark that is never closed: continue after the next `>`.
    (tag.find('>').map_or(tag.len(), |at| at + 1), attributes)
}

/// What follows the end tag of an element of raw characters.
fn after_raw<'a>(text: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = text[from..].find("</") {
        let inner = from + at + 2;
        if text
            .get(inner..inner + name.len())
            .is_some_and(|end| end.eq_ignore_ascii_case(name))
        {
            return &text[inner..];
        }
        from = inner;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn deep_pages_are_refused_and_long_ones_are_not() {
        for deep in [
            "<div>",
            "<b a=1>",
            "<svg><g>",
            "<x-y>",
            "<table><tr><td>",
            "<ul><li>",
            "<font title='>'>",
        ] {
            assert!(check(&deep.repeat(600)).is_err(), "{deep}");
        }
        for long in [
            "<p>x",
            "<li>x",
            "<br>",
            "<div>x</div>",
            "<div title='<div>'></div>",
            "<!-- <div> -->",
            "a < b ",
            "<svg><circle r='1'/></svg>",
        ] {
            assert!(check(&long.repeat(5000)).is_ok(), "{long}");
        }
        assert!(check(&format!("<svg>{}</svg>", "<circle r='1'/>".repeat(600))).is_ok());
        assert!(check(&"<div/>".repeat(600)).is_err());
        assert!(check(&format!("<p {}>", "a=b ".repeat(5000))).is_err());
        assert!(check(&format!("<img src=\"{}\">", "a b ".repeat(5000))).is_ok());
        assert!(check(&format!("<script>{}</script>", "<div>".repeat(5000))).is_ok());
        assert!(check(&format!("<p title=\"{}", "<div>".repeat(5000))).is_err());
    }
}
