//! Limits for input that anybody may have written: links, collections, files. No real article comes near them. But a
//! link of 500 characters can unpack to a title of 100,000, which would keep a browser busy for seconds.
//! `docs/collection.md` has the same table.
//!
//! The text of an article has no limit of its own. It is limited by its carrier: a link unpacks 8 MB, a file has
//! 50 MB.

use crate::Text;
use crate::titles::one_line;

/// Characters of a title.
pub const TITLE: usize = 500;

/// Characters of a publisher, a place or a claim's name.
pub const NAME: usize = 200;

/// Characters of a basis.
pub const BASIS: usize = 300;

/// Characters of the words by which a claim is named.
pub const QUOTE: usize = 300;

/// Characters of an address. Longer ones are left out, since a part of an address leads elsewhere.
pub const ADDRESS: usize = 2_000;

/// Characters of the title of a comparison: both titles.
pub const BOTH_TITLES: usize = 1_010;

/// Characters of a comparison's link.
pub const LINK: usize = 10_000;

/// Articles in a link. It carries a pair.
pub const IN_LINK: usize = 100;

/// Articles in a collection, comparisons, and names of claims.
pub const IN_COLLECTION: usize = 5_000;

/// What was cut or left out of a link or a collection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Over {
    /// How many entries were left out.
    pub entries: usize,
    /// Whether a field of a text was cut.
    pub cut: bool,
}

impl Over {
    /// One sentence for the reader, unless nothing was cut. `what`: "link", "collection".
    pub fn sentence(self, what: &str) -> Option<String> {
        let entries = match self.entries {
            0 => None,
            1 => Some("1 more entry than this page takes, which was left out".to_owned()),
            number => Some(format!(
                "{number} more entries than this page takes, which were left out"
            )),
        };
        let cut = "a title or another field that is longer than this page takes, which was cut";
        let cut = self.cut.then(|| cut.to_owned());
        let parts: Vec<String> = [entries, cut].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("This {what} has {}.", parts.join(", and ")))
    }
}

/// The text on one line and cut to that length, and whether something was cut off.
pub fn clipped(text: &str, most: usize) -> (Text, bool) {
    // Only a bounded part is processed, since a line can consist of spaces.
    let near = match text.char_indices().nth(most.saturating_mul(4)) {
        Some((end, _)) => text.get(..end).unwrap_or_default(),
        None => text,
    };
    let mut line = one_line(near);
    let end = line.char_indices().nth(most).map(|(end, _)| end);
    if end.is_none() && near.len() == text.len() {
        return (line.into(), false);
    }
    if let Some((last, _)) = line.char_indices().nth(most.saturating_sub(1)) {
        line.truncate(last);
    }
    line.push('…');
    (line.into(), true)
}

#[cfg(test)]
mod tests {
    use super::{
        ADDRESS, BASIS, BOTH_TITLES, IN_COLLECTION, IN_LINK, LINK, NAME, Over, QUOTE, TITLE,
        clipped,
    };
    use proptest::prelude::*;

    #[test]
    fn the_documentation_has_the_same_table() {
        let page = include_str!("../../docs/collection.md");
        for (what, most) in [
            ("characters of a title", TITLE),
            ("characters of a publisher, a place or a claim's name", NAME),
            ("characters of the words that a name quotes", QUOTE),
            ("characters of a basis", BASIS),
            ("characters of an address", ADDRESS),
            ("characters of the title of a comparison", BOTH_TITLES),
            ("characters of the link of a comparison", LINK),
            ("articles in a link", IN_LINK),
            (
                "articles in a collection, comparisons, and names",
                IN_COLLECTION,
            ),
            (
                "characters of the id of an own text",
                crate::record::LONGEST_ID,
            ),
        ] {
            let digits = most.to_string();
            let most = match digits.len() {
                4.. => format!(
                    "{},{}",
                    &digits[..digits.len() - 3],
                    &digits[digits.len() - 3..]
                ),
                _ => digits,
            };
            let row = format!("| {what} | {most} |");
            assert!(page.contains(&row), "{row}");
        }
    }

    #[test]
    fn what_is_over_is_said_in_one_sentence() {
        let said = |entries, cut| Over { entries, cut }.sentence("link");
        assert_eq!(said(0, false), None);
        assert_eq!(
            said(1, false).as_deref(),
            Some("This link has 1 more entry than this page takes, which was left out.")
        );
        assert_eq!(
            said(7, true).as_deref(),
            Some(
                "This link has 7 more entries than this page takes, which were left out, and a title or another \
                 field that is longer than this page takes, which was cut."
            )
        );
    }

    #[test]
    fn a_line_is_cut_at_its_bound() {
        for (text, line) in [
            ("abc", "abc"),
            (" a\n\tb ", "a b"),
            ("abcd", "ab…"),
            ("ééé", "ééé"),
            ("éééé", "éé…"),
        ] {
            assert_eq!(clipped(text, 3).0, line, "{text}");
        }
        assert_eq!(clipped(&format!("a{}b", " ".repeat(1_000)), 9).0, "a…");
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_its_bound(text in any::<String>(), most in 1_usize..9) {
            let (line, cut) = clipped(&text, most);
            prop_assert!(line.chars().count() <= most);
            prop_assert!(!cut || line.ends_with('…'));
        }
    }
}
