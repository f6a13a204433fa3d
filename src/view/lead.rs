//! The sentence that leads the page: what both tell, and where they part most, in the words of both.

use crossread_wording::facts::{Tally, lead as without_a_clash};

use super::comparing::Comparing;
use super::differences::{Difference, Differences};
use super::words::{capital, count_spelled, shortened};
use crate::library::Article;
use crate::state::Side;

/// So long is the sentence at most where that can be had, in characters: two lines of a desk, five of a phone.
const LONGEST: usize = 165;
/// How much it quotes, at first and where that is too long, in characters: of what it is about, of each side's words; and
/// whether it says before how much both tell.
const LENGTHS: [(usize, usize, bool); 4] = [
    (40, 44, true),
    (40, 44, false),
    (28, 34, false),
    (18, 24, false),
];

/// A part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Plain words.
    Text(String),
    /// What is said beside.
    Aside(String),
    /// A source, by its name.
    Name(Side, String),
    /// A source's own words.
    Words(Side, String),
    /// How the two lie to each other: a sign; whether they clash, and speak of one time.
    Sign(char, bool, bool),
}

/// What leads; nothing for two without a match.
pub fn lead(comparing: &Comparing, found: &Differences) -> Vec<Lead> {
    let (tally, rows) = (&found.tally, &found.rows);
    if tally.told == 0 {
        return Vec::new();
    }
    let both = |row: &&Difference| {
        Side::BOTH
            .iter()
            .all(|&side| row.sides.of(side).1.is_some())
    };
    let Some(row) = rows.iter().find(both) else {
        let names = Side::BOTH.map(|side| comparing.name(side));
        return vec![Lead::Text(without_a_clash(tally, names))];
    };
    let said = |lengths| in_words(comparing, tally, row, lengths);
    let short = LENGTHS.into_iter().map(said);
    let mut fits = short.filter(|parts| plain(parts).chars().count() <= LONGEST);
    fits.next()
        .unwrap_or_else(|| said(LENGTHS[LENGTHS.len() - 1]))
}

fn in_words(
    comparing: &Comparing,
    tally: &Tally,
    row: &Difference,
    (about, words, opens): (usize, usize, bool),
) -> Vec<Lead> {
    let text = |text: &str| Lead::Text(text.to_owned());
    let topic = match &*row.about {
        "" if row.slot.starts_with(['H', 'W']) => row.slot.to_ascii_lowercase(),
        "" => format!("the {}", row.slot.to_ascii_lowercase()),
        shared => format!("“{}”", shortened(shared, about)),
    };
    let told = format!(
        "Both tell {}. ",
        count_spelled(tally.told, "thing", "things")
    );
    let mut said = vec![text(&format!(
        "{}On {topic}, ",
        if opens { &told } else { "" }
    ))];
    let years = Side::BOTH.map(|side| year(comparing.articles.of(side)));
    let apart = match years {
        [Some(a), Some(b)] => a.abs_diff(b),
        _ => 0,
    };
    for (side, year) in Side::BOTH.into_iter().zip(years) {
        let (name, own) = row.sides.of(side);
        if side == Side::B {
            said.push(Lead::Sign(row.sign, row.clash, apart == 0));
        }
        said.push(Lead::Name(side, name.clone()));
        said.push(match year {
            // Of two years, both can be right, and the years say so.
            Some(year) if apart > 0 => text(&format!(", {year}: ")),
            _ => text(": "),
        });
        let own = own.as_deref().unwrap_or_default();
        said.push(Lead::Words(side, shortened(own, words)));
    }
    said.push(text("."));
    if apart > 0 && row.clash {
        let years = capital(&count_spelled(apart, "year", "years"));
        said.push(Lead::Aside(format!(" {years} apart, both can be right.")));
    }
    said
}

/// The year that an article is of, where it is known.
fn year(article: &Article) -> Option<u32> {
    article.date.as_ref()?.value.get(..4)?.parse().ok()
}

/// All of it as one line.
fn plain(said: &[Lead]) -> String {
    let part = |said: &Lead| match said {
        Lead::Text(text) | Lead::Aside(text) | Lead::Name(_, text) | Lead::Words(_, text) => {
            text.clone()
        }
        Lead::Sign(sign, ..) => format!(" {sign} "),
    };
    said.iter().map(part).collect()
}

/// All of it as it is heard.
pub fn spoken(said: &[Lead]) -> String {
    let part = |said: &Lead| match said {
        Lead::Sign(..) => "; ".to_owned(),
        other => plain(std::slice::from_ref(other)),
    };
    said.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, lead, plain, spoken};
    use crate::library::Article;
    use crate::view::testing::{article, comparing, of_articles, stated};
    use crate::view::{Comparing, differences};

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
        assert!(
            said.contains('≠') && said.chars().count() <= LONGEST,
            "{said}"
        );
    }
}
