//! The rules for values of the front matter, and the form of names and strings in messages.

use crossread_article::{is_date, is_language_tag, is_web_address};

use crate::furniture::find_loosely;

/// Whether the text can be an article's id: small letters a to z, digits and hyphens.
pub(crate) fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// A valid id that resembles the given name.
pub(crate) fn slug(name: &str) -> String {
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "article" } else { slug }.to_owned()
}

/// What is wrong with the value of that field, and how to fix it.
pub(crate) fn fault(
    field: &str,
    value: &str,
    basis: &str,
    body: &str,
) -> Option<(String, &'static str)> {
    match field {
        "title" | "publisher" | "place" => {
            let quoted = basis.starts_with("stated in the text")
                || basis.starts_with("the article's first sentence");
            (quoted && find_loosely(body, value).is_empty()).then(|| {
                (
                    format!("the basis of `{field}` says that the text has it, but the text does not have “{value}”"),
                    "copy it from the text, or say in `basis` what it rests on",
                )
            })
        }
        "date" => (!is_date(value)).then(|| {
            (
                format!("`{value}` is not a date"),
                "write `YYYY-MM-DD`, or as much of it as is known: `YYYY-MM` or `YYYY`",
            )
        }),
        "url" => (!is_web_address(value)).then(|| {
            (
                format!("`{value}` is not a web address"),
                "write the whole address, from `https://` on",
            )
        }),
        "language" => (!is_language_tag(value)).then(|| {
            (
                format!("`{value}` is not a language tag"),
                "write a BCP 47 tag, such as `en`, `uk` or `pt-BR`",
            )
        }),
        _ => None,
    }
}

/// A list such as "`a`, `b` or `c`"; the given word joins the last.
pub(crate) fn list(names: &[&str], joiner: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {joiner} {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The TOML type with its indefinite article: "an integer".
pub(crate) fn article_for(type_name: &str) -> String {
    let article = if type_name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {type_name}")
}

/// A TOML basic string; characters that the eye cannot tell apart are escaped.
pub(crate) fn toml_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || (c.is_whitespace() && c != ' ') => {
                out.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_can_be_ids() {
        assert_eq!(slug("Rain at Last!.md"), "rain-at-last");
        assert_eq!(slug("Дождь"), "article");
        assert!(is_id(&slug("Ünïcode_2")));
    }

    #[test]
    fn strings_show_what_the_eye_cannot() {
        assert_eq!(toml_string("a\u{a0}“b” \"c\"\n"), r#""a\u00A0“b” \"c\"\n""#);
    }
}
