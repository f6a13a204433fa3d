//! Makes text from files and file names safe to print in a terminal. Control characters can move the cursor, change
//! colours, rename the window or overwrite other text. Some characters turn the direction of the text after them. All
//! of these are shown by their numbers instead.

use std::fmt::{self, Display, Write};

/// Whether a character affects a terminal: a control character, a line end, or one that changes the direction of the
/// text after it (UAX #9: embeddings, overrides, isolates).
pub fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text, with each such character replaced by its number: `\u{1b}`.
pub struct Shown<'t>(pub &'t str);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            if steers(c) {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                f.write_char(c)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn what_steers_a_terminal_is_shown_by_its_number() {
        for (text, shown) in [
            ("Rain, “snow”\u{a0}– é 👍", "Rain, “snow”\u{a0}– é 👍"),
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("a\nb\tc\r\0", "a\\u{a}b\\u{9}c\\u{d}\\u{0}"),
            ("\u{9b}31m\u{7f}", "\\u{9b}31m\\u{7f}"),
            ("\u{202e}txt.exe\u{2069}", "\\u{202e}txt.exe\\u{2069}"),
        ] {
            assert_eq!(Shown(text).to_string(), shown);
        }
    }
}
