//! JSON (RFC 8259), as far as own texts need it: text, whole numbers, lists and named values. Total in
//! both directions.
//!
//! It is written by hand to keep the download small: a general library brings tables for reading and
//! printing fractions, which alone are larger than this. The tests check it against such a library.

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`, `true`, `false`, and numbers that are not whole or too large. They are not used here.
    Other,
    /// A whole number.
    Number(u64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Named values, in order.
    Named(Vec<(String, Json)>),
}

/// The greatest nesting of values. Nothing here needs more than five levels.
const DEEPEST: u32 = 24;

impl Json {
    /// The value of that name; the first, if there are several.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Named(values) => values
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of that name.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Json::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The number of that name.
    pub fn number(&self, name: &str) -> Option<u64> {
        match self.get(name) {
            Some(Json::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The list of that name; empty if there is none.
    pub fn list(&self, name: &str) -> &[Json] {
        match self.get(name) {
            Some(Json::List(items)) => items,
            _ => &[],
        }
    }

    /// Writes it, without any space.
    pub fn write(&self) -> String {
        let mut out = String::new();
        self.put(&mut out);
        out
    }

    fn put(&self, out: &mut String) {
        match self {
            Json::Other => out.push_str("null"),
            Json::Number(number) => out.push_str(&number.to_string()),
            Json::Text(text) => put_text(text, out),
            Json::List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    item.put(out);
                }
                out.push(']');
            }
            Json::Named(values) => {
                out.push('{');
                for (place, (name, value)) in values.iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    put_text(name, out);
                    out.push(':');
                    value.put(out);
                }
                out.push('}');
            }
        }
    }
}

/// Named values, in order.
pub fn named<const N: usize>(values: [(&str, Option<Json>); N]) -> Json {
    Json::Named(
        values
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect(),
    )
}

/// Text, as a value.
pub fn text(value: &str) -> Json {
    Json::Text(value.to_owned())
}

fn put_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                out.push_str("\\u00");
                for shift in [4, 0] {
                    out.extend(char::from_digit(c as u32 >> shift & 15, 16));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Parses `text`; `None` if it is not JSON, or deeper than [`DEEPEST`].
pub fn read(text: &str) -> Option<Json> {
    let mut from = Reader { text, at: 0 };
    let value = from.value(0)?;
    from.space();
    (from.at == text.len()).then_some(value)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over that byte, if it is the next.
    fn takes(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: u32) -> Option<Json> {
        if depth > DEEPEST {
            return None;
        }
        self.space();
        match self.peek()? {
            b'"' => self.text().map(Json::Text),
            b'[' => self
                .items(b']', |from| from.value(depth + 1))
                .map(Json::List),
            b'{' => {
                let value = |from: &mut Self| {
                    from.space();
                    let name = from.text()?;
                    from.space();
                    let value = from.takes(b':').then(|| from.value(depth + 1))??;
                    Some((name, value))
                };
                self.items(b'}', value).map(Json::Named)
            }
            _ => self.word(),
        }
    }

    fn items<T>(
        &mut self,
        end: u8,
        mut item: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.takes(end) {
            return Some(items);
        }
        loop {
            items.push(item(self)?);
            self.space();
            if self.takes(end) {
                return Some(items);
            }
            self.takes(b',').then_some(())?;
        }
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Option<Json> {
        let rest = self.text.get(self.at..)?;
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')))
            .unwrap_or(rest.len());
        let word = rest.get(..end)?;
        self.at += end;
        if matches!(word, "null" | "true" | "false") {
            return Some(Json::Other);
        }
        is_number(word).then(|| match word.parse() {
            Ok(number) => Json::Number(number),
            Err(_) => Json::Other,
        })
    }

    fn text(&mut self) -> Option<String> {
        self.takes(b'"').then_some(())?;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ')?;
            out.push_str(rest.get(..plain)?);
            self.at += plain;
            if self.takes(b'"') {
                return Some(out);
            }
            self.takes(b'\\').then_some(())?;
            let escape = self.peek()?;
            self.at += 1;
            out.push(match escape {
                b'"' | b'\\' | b'/' => char::from(escape),
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.escaped()?,
                _ => return None,
            });
        }
    }

    /// The character of a `\u` escape: four digits, or a surrogate pair. `None` for half a pair.
    fn escaped(&mut self) -> Option<char> {
        let first = self.digits()?;
        if !(0xd800..0xdc00).contains(&first) {
            return Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let before = self.at;
        if self.takes(b'\\') && self.takes(b'u') {
            let second = self.digits()?;
            if (0xdc00..0xe000).contains(&second) {
                return char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
        }
        self.at = before;
        Some(char::REPLACEMENT_CHARACTER)
    }

    fn digits(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        hex.then(|| u32::from_str_radix(digits, 16).ok())?
    }
}

/// Whether a word is a number as JSON has it.
fn is_number(word: &str) -> bool {
    fn digits(text: &str) -> Option<&str> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() < text.len()).then_some(rest)
    }
    let check = || {
        let unsigned = word.strip_prefix('-').unwrap_or(word);
        let mut rest = match unsigned.strip_prefix('0') {
            Some(rest) => rest,
            None => digits(unsigned)?,
        };
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = digits(fraction)?;
        }
        if let Some(power) = rest.strip_prefix(['e', 'E']) {
            rest = digits(power.strip_prefix(['+', '-']).unwrap_or(power))?;
        }
        rest.is_empty().then_some(())
    };
    check().is_some()
}

#[cfg(test)]
mod tests {
    use super::{Json, named, read, text};
    use proptest::prelude::*;

    #[test]
    fn what_is_written_is_what_others_write() {
        let value = named([
            ("id", Some(text("a \"b\" \\ \n\u{1}\u{7f} é 👍"))),
            ("none", None),
            (
                "many",
                Some(Json::List(vec![Json::Number(7), Json::Other, text("")])),
            ),
        ]);
        assert_eq!(
            value.write(),
            "{\"id\":\"a \\\"b\\\" \\\\ \\n\\u0001\u{7f} é 👍\",\"many\":[7,null,\"\"]}"
        );
        assert_eq!(read(&value.write()), Some(value));
    }

    #[test]
    fn escapes_name_what_lies_beyond_and_halves_name_nothing() {
        assert_eq!(read(r#""\ud83d\udc4d\u00e9\/\b""#), Some(text("👍é/\u{8}")));
        assert_eq!(read(r#""\ud83d!\udc4d""#), Some(text("\u{fffd}!\u{fffd}")));
        for wrong in [
            r#""\u00g0""#,
            r#""\u00"#,
            r#""\x""#,
            "\"a\nb\"",
            "\"",
            "\"\\",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn depth_has_a_bound() {
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(read(&deep(20)).is_some());
        assert_eq!(read(&deep(30)), None);
        assert_eq!(read(&"[".repeat(1_000_000)), None);
    }

    /// As the other library has it.
    fn others(value: &serde_json::Value) -> Json {
        use serde_json::Value;
        match value {
            Value::Null | Value::Bool(_) => Json::Other,
            Value::Number(number) => number.as_u64().map_or(Json::Other, Json::Number),
            Value::String(one) => text(one),
            Value::Array(items) => Json::List(items.iter().map(others).collect()),
            Value::Object(_) => Json::Other,
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(any in any::<String>()) {
            let _ = read(&any);
        }

        #[test]
        fn what_looks_like_json_is_taken_and_refused_as_others_do(
            any in r#"(\[|\]|,|:|"|\\u00e9|\\n|\\"|\\|0|7|12|-|\.5|e3|true|null| |é|👍|a){0,12}"#
        ) {
            let theirs = serde_json::from_str::<serde_json::Value>(&any);
            // A number too large for them is one that nothing here means.
            let is_large = |error: &serde_json::Error| error.to_string().starts_with("number out of range");
            prop_assume!(!theirs.as_ref().is_err_and(is_large));
            let theirs = theirs.ok();
            prop_assert_eq!(read(&any), theirs.as_ref().map(others), "{}", any);
        }

        #[test]
        fn text_comes_back(any in any::<String>()) {
            prop_assert_eq!(read(&text(&any).write()), Some(text(&any)));
        }
    }
}
