//! What an article is, and the rules for its fields. Article files, the importer, the reader's
//! own texts, documents and the command line all use them, so none of them accepts what another rejects.
#![forbid(unsafe_code)]

mod about;

pub use about::{About, Article, Embedded, Furniture, Stated};

/// Whether the text is a valid date, or a part of one: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
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

/// The most bytes of a language tag.
const LONGEST_TAG: usize = 35;

/// Whether the text has the form of a BCP 47 tag: a language of two or three letters, then subtags of one to eight letters
/// and digits (`en`, `pt-BR`, `zh-Hant-TW`). It does not check that the language exists.
pub fn is_language_tag(value: &str) -> bool {
    let mut parts = value.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && value.len() <= LONGEST_TAG
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Whether the text is a full web address and may be used as a link: it begins with http or https, in upper or lower case,
/// and has no white space. So a browser would never run it as a script.
pub fn is_web_address(value: &str) -> bool {
    let after = |scheme: &str| {
        let (start, rest) = value.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    let Some(rest) = after("https://").or_else(|| after("http://")) else {
        return false;
    };
    // A host begins with a letter of any script, a digit, or the bracket of an IPv6 address.
    let is_host = |c: char| c == '[' || !c.is_ascii() || c.is_ascii_alphanumeric();
    rest.starts_with(is_host) && !value.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_the_calendar_s() {
        for good in [
            "2014",
            "2014-05",
            "2014-05-30",
            "2024-02-29",
            "2000-02-29",
            "2014-12-31",
        ] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "",
            "14",
            "30/05/2014",
            "2014-5",
            "2014-13",
            "2014-00",
            "2014-00-10",
            "2014-02-30",
            "2023-02-29",
            "1900-02-29",
            "2014-5-3",
            "2014-05-",
            "2014-05-30-01",
            "2014-05-30T10:00",
            "é014",
            "٢٠١٤",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn tags_have_a_shape() {
        for good in ["en", "en-GB", "zh-Hant-TW", "haw", "de-CH-1996", "ckb"] {
            assert!(is_language_tag(good), "{good}");
        }
        for bad in [
            "", "english", "e", "en_GB", "en-", "en--GB", "ру", "<b>", "en-\"x",
        ] {
            assert!(!is_language_tag(bad), "{bad}");
        }
        assert!(is_language_tag(&format!("en{}", "-abcdefgh".repeat(3))));
        assert!(!is_language_tag(&format!("en{}", "-abcdefgh".repeat(4))));
    }

    #[test]
    fn addresses_are_of_the_web() {
        for good in [
            "http://a.example",
            "https://example.org/a?b=c",
            "HTTPS://a.example/b?c#d",
            "https://пример.example",
            "http://[::1]/a",
        ] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "example.org",
            "ftp://example.org",
            "https://",
            "https:///path",
            "https://exa mple.org",
            "https://a.example/\u{7}",
            " https://a.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "hé",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
