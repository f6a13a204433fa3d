//! What the fields of an article may say: dates, language tags, addresses; and the title of one that states
//! none.

use crate::library::Stated;

/// The title of a text that states none: its first sentence, or as much of it as a title holds.
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
        // Not in the middle of a word, where words are parted by spaces.
        if let Some((whole, _)) = title.rsplit_once(' ') {
            title.truncate(whole.len());
        }
        title.push('…');
    }
    let title = match one_line(&title) {
        // Nothing that can be seen.
        line if line.is_empty() => UNTITLED.to_owned(),
        line => line,
    };
    Stated {
        value: title.into(),
        basis: "the first sentence of the text".into(),
    }
}

/// The text on one line: what breaks a line, or turns the text beside it round, has no place in a title.
pub fn one_line(text: &str) -> String {
    let straight: String = text
        .chars()
        .filter(|&c| !turns(c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = straight.split_whitespace().collect();
    words.join(" ")
}

/// Whether a character turns the direction of what follows it (UAX #9: embeddings, overrides, isolates). Titles stand
/// in sentences of the page's, which must not be turned with them; what an article's own text has, stays.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether it is a date as articles have it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    let number = |text: &str, digits: usize| -> Option<u32> {
        let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok())?
    };
    let (year, month, day) = match parts[..] {
        [year] => (number(year, 4), Some(1), Some(1)),
        [year, month] => (number(year, 4), number(month, 2), Some(1)),
        [year, month, day] => (number(year, 4), number(month, 2), number(day, 2)),
        _ => return false,
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// Whether it has the form of a language tag (BCP 47): `en`, `pt-BR`, `zh-Hant-TW`.
pub fn is_tag(value: &str) -> bool {
    let mut parts = value.split('-');
    let language = parts.next().unwrap_or_default();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=3).contains(&language.len()) && letters(language) && value.len() <= 35 && parts.all(subtag)
}

/// Whether it is an address that may be a link: of the web, and nothing that a browser would run.
pub fn is_web(value: &str) -> bool {
    let scheme = |name: &str| {
        let start = value.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name)) && value.len() > name.len()
    };
    (scheme("http://") || scheme("https://")) && !value.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_tag, is_web, one_line, title_from};
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
            // What only marks a direction turns nothing.
            ("مطر!\u{200f}", "مطر!\u{200f}"),
        ] {
            assert_eq!(one_line(text), line);
        }
    }

    #[test]
    fn dates_tags_and_addresses() {
        for good in ["2014", "2014-05", "2014-05-30", "2016-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "14",
            "2014-5",
            "2014-13",
            "2014-02-29",
            "2014-00-10",
            "2014-05-30-1",
            "é014",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
        for good in ["en", "pt-BR", "zh-Hant-TW", "ckb"] {
            assert!(is_tag(good), "{good}");
        }
        for bad in ["", "e", "english", "en_US", "en-", "<b>", "en-\"x"] {
            assert!(!is_tag(bad), "{bad}");
        }
        for good in ["http://a.example", "HTTPS://a.example/b?c#d"] {
            assert!(is_web(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "https://",
            "data:text/html,x",
            " https://a.example",
            "https://a b",
            "ftp://a",
            "hé",
        ] {
            assert!(!is_web(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_title(text in any::<String>()) {
            prop_assert!(!title_from(&text).value.is_empty());
        }
    }
}
