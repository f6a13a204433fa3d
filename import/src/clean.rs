//! Cleans the text that Crossread keeps: normalises line ends and blank lines and removes control characters. Every other
//! character stays, also direction marks, combining marks and the joiners of emoji.

use unicode_segmentation::UnicodeSegmentation;

/// A text as [`Imported::text`](crate::Imported::text) promises it.
pub(crate) fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut breaks = 0;
    for line in lines(raw) {
        let line = line.trim_end_matches(is_blank);
        if line.is_empty() {
            breaks += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if breaks > 0 { "\n\n" } else { "\n" });
        }
        breaks = 0;
        out.extend(line.chars().filter(|&c| c == '\t' || !c.is_control()));
    }
    out
}

/// The lines of a text, whichever character ended them. A paragraph separator counts as a blank line.
fn lines(raw: &str) -> impl Iterator<Item = &str> {
    let raw = raw.strip_prefix('\u{feff}').unwrap_or(raw);
    let mut rest = Some(raw);
    let mut blank_next = false;
    std::iter::from_fn(move || {
        if std::mem::take(&mut blank_next) {
            return Some("");
        }
        let text = rest?;
        let Some((at, end)) = text.char_indices().find(|&(_, c)| ends_line(c)) else {
            rest = None;
            return Some(text);
        };
        let after = &text[at + end.len_utf8()..];
        rest = Some(match end {
            '\r' => after.strip_prefix('\n').unwrap_or(after),
            _ => after,
        });
        blank_next = end == '\u{2029}';
        Some(&text[..at])
    })
}

/// The characters after which Unicode's line breaking (UAX 14, classes BK, CR, LF, NL) always starts a new line.
fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Characters that are invisible at the end of a line.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || (c.is_control() && c != '\n')
}

/// Whether the character is visible to a reader.
pub(crate) fn is_visible(c: char) -> bool {
    let mark = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    !c.is_whitespace() && !c.is_control() && !mark
}

/// One line: white space collapsed, control characters gone, at most 300 characters.
pub(crate) fn line(raw: &str) -> String {
    let out = line_of_any_length(raw);
    if out.chars().any(is_visible) {
        out.graphemes(true).take(300).collect()
    } else {
        String::new()
    }
}

/// One line: white space collapsed, control characters gone.
pub(crate) fn line_of_any_length(raw: &str) -> String {
    let mut out = String::new();
    for word in raw.split(|c: char| c.is_whitespace() || ends_line(c)) {
        let mut letters = word.chars().filter(|c| !c.is_control()).peekable();
        if letters.peek().is_none() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(letters);
    }
    out
}

/// How many words a text has (Unicode Standard Annex 29).
pub(crate) fn words(text: &str) -> u32 {
    u32::try_from(text.unicode_words().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{line, text};

    #[test]
    fn lines_end_in_lf_and_paragraphs_in_a_blank_line() {
        assert_eq!(
            text("one\r\ntwo\r\rthree\u{2029}four\u{85}five"),
            "one\ntwo\n\nthree\n\nfour\nfive"
        );
        assert_eq!(text("\u{feff}\n\n  one \t\n \n\n\ntwo\n\n"), "  one\n\ntwo");
    }

    #[test]
    fn control_characters_go_and_marks_stay() {
        assert_eq!(text("a\0b\u{1b}[31mc\u{7}\u{9c}"), "ab[31mc");
        for kept in [
            "שלום\u{200f}!",
            "e\u{301}",
            "👨\u{200d}👩\u{200d}👧",
            "a\u{ad}b",
            "a\u{a0}b",
            "a\tb",
        ] {
            assert_eq!(text(kept), kept);
        }
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(line("  Rain \n at\tlast\u{0} "), "Rain at last");
        assert_eq!(line("\u{200b} \n"), "");
        assert_eq!(line(&"x".repeat(900)).len(), 300);
    }
}
