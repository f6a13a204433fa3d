//! The story file: names that an editor gives to claims of the shipped articles. It is beside the articles' folder, and
//! names a claim by quoting a sentence that says it, so that a person can write and check it:
//!
//! ```toml
//! [[claim]]
//! name = "How many troops stand at the border"
//! article = "some-signs-of-withdrawal"
//! quote = "estimated by NATO to number 40,000"
//! value = "40,000"
//! ```
//!
//! `value` is left out if the claim has no differing answers.

use std::fmt::Write;
use std::ops::Range;

use toml::de::DeTable;

use crate::Article;
use crate::furniture::locate;
use crate::pieces::explain;
use crate::problem::Problem;
use crate::reader::Reader;

const KEYS: [&str; 1] = ["claim"];
const CLAIM_KEYS: [&str; 4] = ["name", "article", "quote", "value"];
/// The longest name, in characters.
const LONGEST: usize = 84;

/// A name for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The article's position in the given list.
    pub article: usize,
    /// The place of the quotation in the article's body, in bytes.
    pub range: Range<usize>,
    /// The article's answer; empty if the claim has none.
    pub value: String,
    /// The line of the file, from 1.
    pub line: usize,
}

/// Reads a story file. `path` is its name in messages.
///
/// # Errors
/// All faults of the file, in the order of its lines.
pub fn names(path: &str, text: &str, articles: &[Article]) -> Result<Vec<Named>, Vec<Problem>> {
    let mut reader = Reader {
        path,
        text,
        body: "",
        front: 0,
        problems: Vec::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.wrong(
            at,
            format!("this is not TOML: {}", error.message()),
            "correct the line; names stand alone, values in double quotes, as in `name = \"…\"`",
        );
    }
    let mut found: Vec<Named> = Vec::new();
    if errors.is_empty() {
        let table = table.get_ref();
        reader.unknown_keys(table, &KEYS, "a story file");
        let claims = table
            .get("claim")
            .and_then(|claims| claims.get_ref().as_array());
        if claims.is_none() {
            reader.at_line(
                1,
                "it names no claim",
                "begin each name with a line `[[claim]]`, or remove the file",
            );
        }
        for one in claims.into_iter().flat_map(|claims| claims.iter()) {
            let at = one.span().start;
            let Some(entry) = one.get_ref().as_table() else {
                reader.wrong(
                    at,
                    "`claim` is not a list of tables",
                    "begin each name with a line `[[claim]]`",
                );
                continue;
            };
            let Some(named) = reader.named(entry, at, articles) else {
                continue;
            };
            let same = |other: &Named| {
                (other.article, &other.range, &other.value)
                    == (named.article, &named.range, &named.value)
            };
            if found.iter().any(same) {
                reader.wrong(
                    at,
                    "this claim already has a name",
                    "keep one of the two names",
                );
            }
            found.push(named);
        }
    }
    let mut problems = reader.problems;
    problems.sort();
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

impl Reader<'_> {
    fn named(&mut self, entry: &DeTable<'_>, at: usize, articles: &[Article]) -> Option<Named> {
        self.unknown_keys(entry, &CLAIM_KEYS, "a name");
        let (name, at_name) = self.words(entry, at, "name")?;
        let (id, at_id) = self.words(entry, at, "article")?;
        let (quote, at_quote) = self.words(entry, at, "quote")?;
        let value = match entry.contains_key("value") {
            true => Some(self.words(entry, at, "value")?),
            false => None,
        };
        if name.chars().count() > LONGEST {
            self.wrong(
                at_name,
                format!("the name is longer than {LONGEST} characters"),
                "shorten it: it stands at the head of a row",
            );
        }
        let Some(article) = articles.iter().position(|one| one.id == id) else {
            self.wrong(
                at_id,
                format!("there is no article `{id}`"),
                "write the name of an article's file, without `.md`",
            );
            return None;
        };
        let range = match locate(&articles[article].text, &quote, None) {
            Ok(range) => range,
            Err(miss) => {
                let (wrong, remedy) = explain(&miss);
                self.wrong(at_quote, wrong, remedy);
                return None;
            }
        };
        if let Some((value, at_value)) = value.as_ref().filter(|value| !quote.contains(&value.0)) {
            self.wrong(
                *at_value,
                format!("`{value}` is not in the quotation"),
                "quote the sentence that has the answer, or leave `value` out",
            );
        }
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        Some(Named {
            name,
            article,
            range,
            value: value.map(|value| value.0).unwrap_or_default(),
            line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
        })
    }

    /// A string that is not empty, and its place.
    fn words(&mut self, entry: &DeTable<'_>, at: usize, key: &str) -> Option<(String, usize)> {
        let Some(value) = entry.get(key) else {
            self.wrong(
                at,
                format!("a name has no `{key}`"),
                format!("add `{key} = \"…\"`"),
            );
            return None;
        };
        let at = value.span().start;
        let words = value.get_ref().as_str().map(str::trim);
        let Some(words) = words.filter(|words| !words.is_empty()) else {
            self.wrong(
                at,
                format!("`{key}` is not a string with text in it"),
                "write words in double quotes",
            );
            return None;
        };
        Some((words.to_owned(), at))
    }
}

/// Rust source with `pub static CLAIM_NAMES`, which holds each name with the sentence that `sentence` gives for it.
pub fn rust_table(
    names: &[Named],
    articles: &[Article],
    sentence: &dyn Fn(&Named) -> Range<usize>,
) -> String {
    let mut out = String::from(
        "\n/// A name that an editor gave to a claim.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq)]\n\
         pub struct ShippedName {\n\
         \x20   /// An article that tells it.\n    pub article: &'static str,\n\
         \x20   /// Its sentence.\n    pub quote: &'static str,\n\
         \x20   /// Its answer; empty where the claim has none.\n    pub value: &'static str,\n\
         \x20   /// The name.\n    pub name: &'static str,\n}\n\n\
         /// The names of claims, in the order of the story file.\n\
         pub static CLAIM_NAMES: &[ShippedName] = &[\n",
    );
    for one in names {
        let Some(article) = articles.get(one.article) else {
            continue;
        };
        let quote = article.text.get(sentence(one)).unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "    ShippedName {{ article: {:?}, quote: {quote:?}, value: {:?}, name: {:?} }},",
            article.id, one.value, one.name
        );
    }
    out.push_str("];\n");
    out
}

#[cfg(test)]
mod tests {
    use super::{Named, names};
    use crate::Article;
    use crate::front::parse;

    fn article(id: &str, body: &str) -> Article {
        let text = format!(
            "+++\n[title]\nvalue = \"Rain\"\nbasis = \"inferred from the text\"\n+++\n{body}"
        );
        parse(&format!("{id}.md"), &text).expect("an article")
    }

    fn read(text: &str) -> Result<Vec<Named>, Vec<String>> {
        let articles = [
            article("rain", "It rained. Five people were hurt."),
            article("snow", "It snowed. It snowed. “No one” was hurt."),
        ];
        let problems = names("story.toml", text, &articles);
        problems.map_err(|all| all.iter().map(ToString::to_string).collect())
    }

    fn one(article: &str, quote: &str, more: &str) -> String {
        format!(
            "[[claim]]\nname = \"The hurt\"\narticle = \"{article}\"\nquote = \"{quote}\"\n{more}"
        )
    }

    #[test]
    fn a_claim_is_named_by_a_quotation() {
        let named = Named {
            name: "The hurt".to_owned(),
            article: 0,
            range: 11..33,
            value: "Five".to_owned(),
            line: 1,
        };
        let text = one("rain", "Five people were hurt.", "value = \"Five\"\n");
        assert_eq!(read(&text), Ok(vec![named]));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let said = |text: &str| read(text).expect_err("faults").join("\n");
        assert_eq!(
            said(&one("hail", "It rained.", "")),
            "story.toml:3: there is no article `hail`\n  to fix it: write the name of an article's file, without `.md`"
        );
        assert!(said(&one("rain", "It hailed.", "")).starts_with("story.toml:4: "));
        assert!(said(&one("snow", "It snowed.", "")).contains("2"));
        assert_eq!(
            said(&one("rain", "It rained.", "value = \"Five\"")),
            "story.toml:5: `Five` is not in the quotation\n  to fix it: quote the sentence that has the answer, or \
             leave `value` out"
        );
        let twice = one("rain", "It rained.", "") + &one("rain", "It rained.", "");
        assert!(said(&twice).starts_with("story.toml:5: this claim already has a name"));
        assert!(said("").starts_with("story.toml:1: it names no claim"));
        assert!(said("claim = 5").starts_with("story.toml:1: it names no claim"));
        assert!(said("[[claim]]\nnam = \"x\"").contains("write `name`"));
        assert!(said("[[claim]]\nname = \"\"").starts_with("story.toml:2: `name` is not a string"));
        let long = one("rain", "It rained.", "").replace("The hurt", &"a".repeat(85));
        assert!(said(&long).starts_with("story.toml:2: the name is longer than 84 characters"));
        assert!(said("name").contains("this is not TOML"));
    }
}
