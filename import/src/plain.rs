//! Reads plain text. Its paragraphs stay unchanged, except in texts that a program wrapped at a fixed width, as in mails.
//! There the lines of a paragraph are joined, since line ends would cut sentences.

use crate::clean;
use crate::error::ImportError;
use crate::head::head;
use crate::imported::{Format, Imported};

/// A text file.
pub(crate) fn open(text: &str) -> Result<Imported, ImportError> {
    read(Format::Text, text)
}

/// Plain text from another source than a file.
pub(crate) fn of(format: Format, text: &str) -> Result<Imported, ImportError> {
    read(format, text)
}

/// A plain paste.
pub(crate) fn paste(text: &str) -> Result<Imported, ImportError> {
    read(Format::PastedText, text)
}

fn read(format: Format, text: &str) -> Result<Imported, ImportError> {
    let mut imported = Imported::of(format, text)?;
    if let Some(joined) = unwrapped(&imported.text) {
        imported.text = joined;
        imported.remarks.push(
            "The lines were broken at a fixed width; they were joined into paragraphs.".to_owned(),
        );
    }
    take_head(&mut imported);
    Ok(imported)
}

/// Reads the lines above the text and removes those that are not part of it. Values that are already known stay.
pub(crate) fn take_head(imported: &mut Imported) {
    let head = head(&imported.text);
    imported.about = std::mem::take(&mut imported.about).or(head.about);
    if head.text.chars().any(clean::is_visible) {
        imported.text = head.text;
        imported.words = clean::words(&imported.text);
        imported.left_out.extend(head.left_out);
    }
}

/// The text with its lines joined, if they were clearly wrapped at a fixed width. That is so if, for nearly every line
/// that is not the last of its paragraph, the first word of the next line would not have fitted.
fn unwrapped(text: &str) -> Option<String> {
    let blocks: Vec<Vec<&str>> = text
        .split("\n\n")
        .map(|block| block.lines().collect())
        .collect();
    let length = |line: &str| line.chars().count();
    let width = text.lines().map(length).max().unwrap_or(0);
    if !(40..=120).contains(&width) {
        return None;
    }
    let wrapped = |line: &str, next: &str| {
        let word = next.split_whitespace().next().unwrap_or_default();
        length(line) + 1 + length(word) > width
    };
    let breaks = |keep: &dyn Fn(&str, &str) -> bool| -> usize {
        blocks
            .iter()
            .flat_map(|block| block.windows(2))
            .filter(|pair| keep(pair[0], pair[1]))
            .count()
    };
    let all = breaks(&|_, next| !starts_anew(next));
    let full = breaks(&|line, next| !starts_anew(next) && wrapped(line, next));
    if all < 4 || full * 10 < all * 8 {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for block in &blocks {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        for (at, line) in block.iter().enumerate() {
            match at.checked_sub(1).and_then(|before| block.get(before)) {
                None => out.push_str(line),
                Some(before) if !starts_anew(line) && wrapped(before, line) => {
                    join(&mut out, line.trim_start())
                }
                Some(_) => {
                    out.push('\n');
                    out.push_str(line);
                }
            }
        }
    }
    Some(out)
}

/// Whether a line does not continue the line before: it is indented, quoted, or a list item.
fn starts_anew(line: &str) -> bool {
    let mark = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered =
        mark.len() < line.len() && mark.starts_with([')', '.']) && mark[1..].starts_with(' ');
    let listed = ["- ", "* ", "• ", "– ", "— ", "+ "]
        .iter()
        .any(|sign| line.starts_with(sign));
    line.starts_with([' ', '\t', '>', '|', '\u{3000}']) || listed || numbered
}

/// Appends a line to its paragraph. A hyphen at a line's end belongs to the word, because programs that wrap plain text do
/// not hyphenate. In scripts without spaces, lines are joined without a space.
fn join(out: &mut String, line: &str) {
    let mut before = out.chars().rev();
    let (last, second) = (before.next(), before.next());
    let hyphen = last == Some('-') && second.is_some_and(char::is_alphabetic);
    let unspaced = last.is_some_and(is_cjk) && line.chars().next().is_some_and(is_cjk);
    if !hyphen && !unspaced {
        out.push(' ');
    }
    out.push_str(line);
}

/// Letters and signs of Chinese and Japanese, which are written without spaces.
pub(crate) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff65}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::{open, unwrapped};

    const MAIL: &str = "The new flood gates at Merrow Quay were shut on Friday evening, four\n\
        hours before the highest tide of the winter. Engineers had expected\n\
        to wait until next year, but the forecast left them no choice, said\n\
        the harbour master. Nobody was hurt, and the well-\n\
        known café on the lower quay opened its shutters at seven, as ever.\n\
        \n\
        - the seal between the leaves;\n\
        - the siren.\n";

    #[test]
    fn lines_of_a_fixed_width_are_joined_and_said() {
        let text = MAIL.replace("well-\n", "well and truly knows-\n");
        let article = open(&text).expect("an article");
        assert_eq!(
            article.text.lines().next().expect("a line").len(),
            text.split("\n\n").next().expect("a block").len() - 1
        );
        assert!(article.text.contains("knows-known café"));
        assert!(
            article
                .text
                .ends_with("\n\n- the seal between the leaves;\n- the siren.")
        );
        assert_eq!(
            article.remarks,
            ["The lines were broken at a fixed width; they were joined into paragraphs."]
        );
    }

    #[test]
    fn verse_and_lists_keep_their_lines() {
        for kept in [
            "The tide came in,\nthe tide went out,\nand nobody\nsaid a word\nabout the drought",
            "Milk\nBread\nButter\nA pound of the good tea from the shop on the corner\nEggs\nSalt",
            "One paragraph that is long enough to be one, and stands in a line.\nAnother one, in its own line, no shorter.",
        ] {
            assert_eq!(unwrapped(kept), None, "{kept}");
        }
    }

    #[test]
    fn a_headline_is_short_and_stands_alone() {
        let title = |text| {
            open(text)
                .expect("an article")
                .about
                .title
                .map(|title| title.value)
        };
        assert_eq!(
            title("Rain at last\n\nIt rained."),
            Some("Rain at last".to_owned())
        );
        assert_eq!(title("It rained.\n\nIt rained again."), None);
        assert_eq!(title("Rain at last\nIt rained."), None);
        assert_eq!(title("Rain at last"), None);
    }
}
