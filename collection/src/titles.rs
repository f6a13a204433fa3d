//! Titles: the title of an article that states none, and titles on one line.

use crate::Stated;

/// The title of a text that states none: its first sentence, cut to the length of a title.
pub fn title_from(text: &str) -> Stated {
    const LONGEST: usize = 120;
    const UNTITLED: &str = "Untitled";
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or(UNTITLED);
    let ends = |&(at, c): &(usize, char)| {
        let after = line.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '.' | '!' | '?' | '؟' | '۔' => at > 20 && after.starts_with(' '),
            '。' | '！' | '？' => !after.is_empty(),
            _ => false,
        }
    };
    let end = line
        .char_indices()
        .find(ends)
        .map(|(at, c)| at + c.len_utf8());
    let sentence = line.get(..end.unwrap_or(line.len())).unwrap_or(line);
    let mut title: String = sentence.chars().take(LONGEST).collect();
    if title.len() < sentence.len() {
        // Not in the middle of a word, if words are separated by spaces.
        if let Some((whole, _)) = title.rsplit_once(' ') {
            title.truncate(whole.len());
        }
        title.push('…');
    }
    let title = match one_line(&title) {
        // Nothing visible.
        line if line.is_empty() => UNTITLED.to_owned(),
        line => line,
    };
    Stated {
        value: title.into(),
        basis: "the first sentence of the text".into(),
    }
}

/// The text on one line, without line breaks and without characters that turn the direction of text.
pub fn one_line(text: &str) -> String {
    let straight: String = text
        .chars()
        .filter(|&c| !turns(c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = straight.split_whitespace().collect();
    words.join(" ")
}

/// Whether a character turns the direction of the following text (UAX #9: embeddings, overrides, isolates). Titles are
/// parts of the page's sentences, which they must not turn. An article's own text keeps such characters.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{one_line, title_from};
    use proptest::prelude::*;

    #[test]
    fn a_title_is_taken_from_the_first_sentence() {
        for (text, title) in [
            (
                "\n  NATO Suspends Cooperation\n\nBRUSSELS.",
                "NATO Suspends Cooperation",
            ),
            (
                "The ministers met in Brussels on Tuesday. They said",
                "The ministers met in Brussels on Tuesday.",
            ),
            (
                "Mr. Smith went to Washington. He",
                "Mr. Smith went to Washington.",
            ),
            ("北约中止合作。部长们说", "北约中止合作。"),
            ("", "Untitled"),
        ] {
            assert_eq!(title_from(text).value, title);
        }
        let long = title_from(&"word ".repeat(60)).value;
        assert!(
            long.chars().count() <= 121 && long.ends_with("word…"),
            "{long}"
        );
    }

    #[test]
    fn a_line_neither_breaks_nor_turns() {
        for (text, line) in [
            (" Rain\n\tat  last ", "Rain at last"),
            ("Rain\u{202e}tsal ta\u{202c}", "Raintsal ta"),
            ("\u{2067}Rain\u{2069}\0\u{1b}[31m", "Rain [31m"),
            // Characters that only mark a direction stay.
            ("مطر!\u{200f}", "مطر!\u{200f}"),
        ] {
            assert_eq!(one_line(text), line);
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_title(text in any::<String>()) {
            prop_assert!(!title_from(&text).value.is_empty());
        }
    }
}
