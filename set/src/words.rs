//! Which words of a text are searched, and in which form. A program that reads a collection does the same with what is typed,
//! so this uses only what a browser's script can do without tables: Unicode's form KD without marks, in lower case, cut at
//! whatever is neither letter nor digit.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crossread_collection::Article;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer words are cut, since nobody types them.
const LONGEST: usize = 40;
/// With more than so many articles, words that more than half of them have are ignored.
const MANY: usize = 64;
/// A word of fewer letters is searched as a whole, a longer one as a beginning.
pub const BEGINNING: usize = 3;

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfkd().filter(|&c| !is_combining_mark(c)).collect();
    let lower = plain.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let cut = |word: &str| word.chars().take(LONGEST).collect();
    words.filter(|word| !word.is_empty()).map(cut).collect()
}

/// The order of words in the table: that of their UTF-16 code units, as scripts compare text.
pub fn order(one: &str, other: &str) -> Ordering {
    one.encode_utf16().cmp(other.encode_utf16())
}

/// A word as a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(pub String);

impl PartialOrd for Word {
    fn partial_cmp(&self, other: &Word) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Word {
    fn cmp(&self, other: &Word) -> Ordering {
        order(&self.0, &other.0)
    }
}

/// The articles that have a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Having {
    /// Their numbers, in order; `None` if more than half have it.
    pub articles: Vec<u32>,
    /// The numbers of those that have it in their title.
    pub titles: Vec<u32>,
}

/// All words of the articles.
pub fn index(articles: &[Article]) -> BTreeMap<Word, Having> {
    let mut all: BTreeMap<Word, Having> = BTreeMap::new();
    for (number, article) in (0..).zip(articles) {
        let titles: BTreeSet<String> = words(&article.title.value).into_iter().collect();
        let text: BTreeSet<String> = words(&article.text).into_iter().collect();
        for word in &titles {
            let having = all.entry(Word(word.clone())).or_default();
            having.titles.push(number);
        }
        for word in text.union(&titles) {
            let having = all.entry(Word(word.clone())).or_default();
            having.articles.push(number);
        }
    }
    if articles.len() > MANY {
        for having in all.values_mut() {
            if having.articles.len() * 2 > articles.len() {
                having.articles.clear();
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Word, words};

    #[test]
    fn words_are_what_a_reader_would_type() {
        for (text, found) in [
            ("The council’s bridge", "the council s bridge"),
            ("São Paulo, 3,5 %", "sao paulo 3 5"),
            ("ﬁne Ⅳ", "fine iv"),
            ("Київ Žďár", "киів zdar"),
            (" – ", ""),
        ] {
            assert_eq!(words(text).join(" "), found, "{text}");
        }
        assert_eq!(words(&"a".repeat(99))[0].len(), 40);
    }

    #[test]
    fn words_stand_in_the_order_of_scripts() {
        // U+FF21 is one unit, U+1D7CE two, the first of which is lower.
        let (one, two) = (Word("\u{ff21}".into()), Word("\u{1d7ce}".into()));
        assert!(two < one);
        assert!("\u{ff21}" < "\u{1d7ce}");
    }
}
