//! The `[[furniture]]` entries of a front matter. Each has a quotation, a kind, and an occurrence if the
//! quotation occurs more than once.

use crossread_article::Furniture;
use toml::de::DeTable;

use crate::furniture::{self, Miss};
use crate::kinds::FurnitureKind;
use crate::problem::nearest;
use crate::reader::Reader;
use crate::values;

const FURNITURE_KEYS: [&str; 3] = ["quote", "kind", "occurrence"];

impl Reader<'_> {
    /// All pieces, in the order of the body.
    pub(crate) fn furniture(&mut self, table: &DeTable<'_>) -> Vec<Furniture> {
        let Some((key, value)) = table.get_key_value("furniture") else {
            return Vec::new();
        };
        let tables = value.get_ref().as_array().map(|array| {
            let tables = array
                .iter()
                .map(|entry| (entry.span().start, entry.get_ref().as_table()));
            tables.collect::<Vec<_>>()
        });
        let mut placed: Vec<(usize, Furniture)> = Vec::new();
        for entry in tables.unwrap_or_else(|| vec![(key.span().start, None)]) {
            let (at, Some(entry)) = entry else {
                self.wrong(
                    entry.0,
                    "`furniture` is not a list of tables",
                    "begin each piece with a line `[[furniture]]`",
                );
                continue;
            };
            placed.extend(self.piece(entry, at));
        }
        placed.sort_by_key(|(_, piece)| (piece.start, piece.end));
        let mut until = 0;
        for (at, piece) in &placed {
            if piece.start < until {
                self.wrong(
                    *at,
                    "this piece of furniture overlaps another",
                    "shorten one of the two quotations, or name another occurrence",
                );
            }
            until = until.max(piece.end);
        }
        placed.into_iter().map(|(_, piece)| piece).collect()
    }

    /// One `[[furniture]]` table, with the place of its quotation.
    fn piece(&mut self, entry: &DeTable<'_>, at: usize) -> Option<(usize, Furniture)> {
        self.unknown_keys(entry, &FURNITURE_KEYS, "a piece of furniture");
        let kind = self.kind(entry, at);
        let occurrence = self.occurrence(entry);
        let Some(quote) = entry.get("quote") else {
            self.wrong(
                at,
                "a piece of furniture has no `quote`",
                "add `quote = \"…\"`, copied from the text",
            );
            return None;
        };
        let at = quote.span().start;
        let Some(quote) = quote
            .get_ref()
            .as_str()
            .filter(|quote| !quote.trim().is_empty())
        else {
            self.wrong(
                at,
                "`quote` is not a string with text in it",
                "copy the words from the text, in double quotes",
            );
            return None;
        };
        match furniture::locate(self.body, quote, occurrence?) {
            Ok(range) => Some((
                at,
                Furniture {
                    start: range.start,
                    end: range.end,
                    label: kind?.name().to_owned(),
                },
            )),
            Err(miss) => {
                let (wrong, remedy) = explain(&miss);
                self.wrong(at, wrong, remedy);
                None
            }
        }
    }

    fn kind(&mut self, entry: &DeTable<'_>, at: usize) -> Option<FurnitureKind> {
        let names = FurnitureKind::ALL.map(FurnitureKind::name);
        let Some(value) = entry.get("kind") else {
            self.wrong(
                at,
                "a piece of furniture has no `kind`",
                format!("add `kind = \"…\"`, one of {}", values::list(&names, "or")),
            );
            return None;
        };
        let name = value.get_ref().as_str().unwrap_or_default();
        let kind = FurnitureKind::from_name(name);
        if kind.is_none() {
            let remedy = match nearest(name, &names) {
                Some(meant) => format!("write `{meant}`"),
                None => format!("write one of {}", values::list(&names, "or")),
            };
            self.wrong(
                value.span().start,
                format!("`{name}` is not a kind of furniture"),
                remedy,
            );
        }
        kind
    }

    /// `Some(None)` if no occurrence is named, `None` if it is not a number from 1.
    fn occurrence(&mut self, entry: &DeTable<'_>) -> Option<Option<usize>> {
        let Some(value) = entry.get("occurrence") else {
            return Some(None);
        };
        let number = value
            .get_ref()
            .as_integer()
            .filter(|number| number.radix() == 10);
        match number.and_then(|number| number.as_str().parse::<usize>().ok()) {
            Some(number) if number > 0 => Some(Some(number)),
            _ => {
                self.wrong(
                    value.span().start,
                    "`occurrence` is not a whole number from 1",
                    "count from 1, and write the number without quotes",
                );
                None
            }
        }
    }
}

pub(crate) fn explain(miss: &Miss) -> (String, String) {
    match miss {
        Miss::Absent => (
            "the quotation is not in the text".into(),
            "copy it from the text, character by character".into(),
        ),
        Miss::Otherwise(found) => (
            "the quotation is in the text only with other quotation marks, dashes, spaces or line ends".into(),
            format!("write `quote = {}`", values::toml_string(found)),
        ),
        Miss::Ambiguous(count) => (
            format!("the quotation is in the text {count} times"),
            format!("say which one is meant: add `occurrence = N`, N from 1 to {count}"),
        ),
        Miss::TooFew(count) => (
            format!("the quotation is in the text only {}", if *count == 1 { "once".into() } else { format!("{count} times") }),
            format!("name an `occurrence` from 1 to {count}"),
        ),
    }
}
