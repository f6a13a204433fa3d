//! The sentence that leads the page: what both tell, and where they differ most, in the words of both.

use crossread_wording::lead::{self as wording, Point, Telling, year};

use super::comparing::Comparing;
use super::differences::{Difference, Differences};
use crate::state::Side;

pub use crossread_wording::lead::spoken;

/// A part of it.
pub type Lead = wording::Lead<Side>;

/// The sentence; empty for two articles without a match.
pub fn lead(comparing: &Comparing, found: &Differences) -> Vec<Lead> {
    let names = Side::BOTH.map(|side| comparing.name(side));
    let point = found.rows.iter().find_map(|row| point(comparing, row));
    wording::lead(&found.tally, names, point.as_ref())
}

/// What both tell, each in its words.
fn point<'r>(comparing: &Comparing, row: &'r Difference) -> Option<Point<'r, Side>> {
    let told = |side: Side| {
        let (name, words) = row.sides.of(side);
        let date = comparing.articles.of(side).date.as_ref();
        Some(Telling {
            source: side,
            name,
            words: words.as_deref()?,
            year: date.and_then(|date| year(&date.value)),
        })
    };
    Some(Point {
        slot: &row.slot,
        topic: &row.about,
        sign: row.sign,
        clash: row.clash,
        sides: [told(Side::A)?, told(Side::B)?],
    })
}

#[cfg(test)]
mod tests {
    use super::{lead, spoken};
    use crate::library::Article;
    use crate::view::testing::{article, comparing, of_articles, stated};
    use crate::view::{Comparing, differences};
    use crossread_wording::lead::plain;

    const A: &str = "NATO says that 40,000 Russian troops stand at the border with Ukraine.";
    const B: &str = "NATO says that 100,000 Russian troops now stand at the border with Ukraine.";

    fn said(comparing: &Comparing) -> String {
        plain(&lead(comparing, &differences(comparing)))
    }

    fn of_years(a: &str, b: &str) -> Comparing {
        let one = |id, text, year| Article {
            date: Some(stated(year)),
            ..article(id, text)
        };
        of_articles(one("a", A, a), one("b", B, b), Default::default())
    }

    #[test]
    fn what_clashes_leads_in_the_words_of_both() {
        let comparing = comparing(A, B);
        assert_eq!(
            said(&comparing),
            "Both tell one thing. On “Russian troops”, “The a”: 40,000 ≠ “The b”: 100,000."
        );
        assert_eq!(
            spoken(&lead(&comparing, &differences(&comparing))),
            "Both tell one thing. On “Russian troops”, “The a”: 40,000; “The b”: 100,000."
        );
    }

    #[test]
    fn a_clash_across_years_names_the_years() {
        assert_eq!(
            said(&of_years("2014-05-30", "2022")),
            "Both tell one thing. On “Russian troops”, “The a”, 2014: 40,000 ≠ “The b”, 2022: 100,000. Eight years apart, both can be right."
        );
        assert!(!said(&of_years("2014-05", "2014-06-01")).contains("2014"));
    }

    #[test]
    fn without_a_difference_it_says_what_both_tell() {
        assert_eq!(
            said(&comparing(A, A)),
            "Both tell one thing without a clash."
        );
        assert_eq!(said(&comparing(A, "It rained all day long in Rome.")), "");
    }

    #[test]
    fn it_is_short_whatever_is_told() {
        let long = "the old stone bridge over the wide and slow brown river was closed to all heavy traffic and to every person on foot";
        let a =
            format!("On the fourth day of the flood, said the tired mayor of the valley, {long}.");
        let b = format!(
            "On the fourth day of the flood, said the tired mayor of the valley, {}.",
            long.replace("was closed", "was never closed")
        );
        let said = said(&comparing(&a, &b));
        assert!(said.contains('≠') && said.chars().count() <= 165, "{said}");
    }
}
