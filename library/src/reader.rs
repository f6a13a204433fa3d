//! Walks a parsed front matter and collects its values, or all of its faults. It is written by hand rather
//! than derived, because each fault needs its line and its remedy.

use crossread_article::{Article, Furniture, Stated};
use toml::de::{DeTable, DeValue};

use crate::furniture;
use crate::problem::{Problem, nearest};
use crate::values;

const KEYS: [&str; 7] = [
    "title",
    "publisher",
    "date",
    "place",
    "url",
    "language",
    "furniture",
];
const FIELD_KEYS: [&str; 2] = ["value", "basis"];

/// What is being read, and the faults found so far. Offsets given to its methods are bytes of the
/// front matter, as the TOML parser counts them.
pub(crate) struct Reader<'t> {
    pub(crate) path: &'t str,
    pub(crate) text: &'t str,
    pub(crate) body: &'t str,
    pub(crate) front: usize,
    pub(crate) problems: Vec<Problem>,
}

impl Reader<'_> {
    pub(crate) fn wrong(&mut self, at: usize, wrong: impl Into<String>, remedy: impl Into<String>) {
        let before = self
            .text
            .as_bytes()
            .get(..self.front + at)
            .unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        self.at_line(line, wrong, remedy);
    }

    pub(crate) fn at_line(
        &mut self,
        line: usize,
        wrong: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.problems
            .push(Problem::new(self.path, line, wrong, remedy));
    }

    pub(crate) fn article(&mut self, id: &str, table: &DeTable<'_>) -> Option<Article> {
        self.unknown_keys(table, &KEYS, "the front matter");
        let title = self.field(table, "title");
        if !table.contains_key("title") {
            self.at_line(
                1,
                "there is no title",
                "add `[title]` with `value` and `basis`; where the text has no headline, its first sentence serves, with the basis \"the article's first sentence\"",
            );
        }
        let publisher = self.field(table, "publisher");
        let date = self.field(table, "date");
        let place = self.field(table, "place");
        let url = self.field(table, "url");
        let language = self.field(table, "language");
        let furniture = self.furniture(table);
        self.headline_stays(table, title.as_ref(), &furniture);
        if !self.problems.is_empty() {
            return None;
        }
        Some(Article {
            id: id.to_owned(),
            title: title?,
            publisher,
            date,
            place,
            url,
            language,
            text: self.body.to_owned(),
            furniture,
        })
    }

    pub(crate) fn unknown_keys(&mut self, table: &DeTable<'_>, known: &[&str], holder: &str) {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let remedy = match nearest(name, known) {
                Some(meant) => format!("write `{meant}`"),
                None => format!(
                    "remove it; {holder} holds only {}",
                    values::list(known, "and")
                ),
            };
            self.wrong(key.span().start, format!("`{name}` is not known"), remedy);
        }
    }

    /// A table of `value` and `basis`; `None` if there is none or it has faults.
    fn field(&mut self, table: &DeTable<'_>, name: &str) -> Option<Stated> {
        let (key, field) = table.get_key_value(name)?;
        let at = key.span().start;
        let Some(field) = field.get_ref().as_table() else {
            self.wrong(
                at,
                format!("`{name}` does not say what it rests on"),
                format!("write `{name} = {{ value = \"…\", basis = \"stated in the text\" }}`"),
            );
            return None;
        };
        self.unknown_keys(field, &FIELD_KEYS, &format!("`{name}`"));
        let value = self.string(field, "value", name, at);
        let basis = self.string(field, "basis", name, at);
        let ((value_at, value), (_, basis)) = (value?, basis?);
        if let Some((wrong, remedy)) = values::fault(name, &value, &basis, self.body) {
            self.wrong(value_at, wrong, remedy);
            return None;
        }
        Some(Stated { value, basis })
    }

    /// The string of that key, trimmed, with its place; a date may be without quotes.
    fn string(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        holder: &str,
        at: usize,
    ) -> Option<(usize, String)> {
        let Some(value) = table.get(key) else {
            let example = if key == "basis" {
                "stated in the text"
            } else {
                "…"
            };
            self.wrong(
                at,
                format!("`{holder}` has no `{key}`"),
                format!("add `{key} = \"{example}\"`"),
            );
            return None;
        };
        let at = value.span().start;
        let string = match value.get_ref() {
            DeValue::String(string) => string.trim().to_owned(),
            DeValue::Datetime(date) => date.to_string(),
            other => {
                self.wrong(
                    at,
                    format!(
                        "`{key}` of `{holder}` is {}, not a string",
                        values::article_for(other.type_str())
                    ),
                    "put it in double quotes",
                );
                return None;
            }
        };
        if string.is_empty() {
            self.wrong(
                at,
                format!("`{key}` of `{holder}` is empty"),
                format!("fill it in, or leave `{holder}` out if it is not known"),
            );
            return None;
        }
        Some((at, string))
    }

    /// If the headline occurs twice, one occurrence must remain text.
    fn headline_stays(
        &mut self,
        table: &DeTable<'_>,
        title: Option<&Stated>,
        furniture: &[Furniture],
    ) {
        let (Some(title), Some((key, _))) = (title, table.get_key_value("title")) else {
            return;
        };
        let copies = furniture::find_loosely(self.body, &title.value);
        let inside = |copy: &std::ops::Range<usize>| {
            furniture
                .iter()
                .any(|piece| piece.start <= copy.start && copy.end <= piece.end)
        };
        if !copies.is_empty() && copies.iter().all(inside) {
            self.wrong(
                key.span().start,
                "every copy of the headline is furniture",
                "leave one of them text: remove its `[[furniture]]` entry",
            );
        }
    }
}
