//! The page about two articles without a match: how far apart in time they are, which names both have, with which articles
//! each shares more, which sentences come closest, and what a looser step would find.

use crossread_engine::Strictness;
use crossread_engine::overview::PairFigures;
use crossread_wording::apart::apart;
use crossread_wording::at_step;

use super::closest::{Pair, closest_of_all};
use super::comparing::Comparing;
use super::header::{date_of, lang};
use super::names::{Source, colours, of_several};
use super::words::{capital, count, count_spelled, list, rounded};
use crate::library::{Article, Library};
use crate::state::{Both, Page, Side, State};

/// The content of that page. Empty lists are not to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Nothing {
    /// When each was written; `None` if no date is known.
    pub times: Option<Times>,
    /// The articles with which each shares more, as far as known.
    pub partners: Vec<Partner>,
    /// The closest sentences, closest first.
    pub closest: Vec<Pair>,
    /// The names that both have, those first that both have often.
    pub names: Vec<Named>,
    /// What looser steps would find.
    pub looser: Option<Looser>,
}

/// When each of the two was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// The earlier one first.
    pub order: [Side; 2],
    /// "April 2014 (inferred)".
    pub dates: Both<String>,
    /// "about eight years apart"; `None` if one date is not known.
    pub apart: Option<String>,
}

/// Another article, with which one of the two shares more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The side of the one of the two.
    pub side: Side,
    /// The name of the other source.
    pub source: Source,
    /// The classes that give the other its colour, as a first article.
    pub colour: String,
    /// "Four sentences reworded and two about the same thing."
    pub found: String,
    /// A sentence of the other that both have, and its language; empty if none is known.
    pub line: (String, String),
    /// The state that compares them.
    pub to: State,
}

/// A name that both have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// How often each has it.
    pub times: Both<u32>,
    /// The same relative to the largest of all, 0 to 100, for a bar.
    pub share: Both<u32>,
}

/// What looser steps would find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looser {
    /// "At the loose step of strictness there would be two matches."; empty if that is not known.
    pub said: String,
    /// The state that compares them more loosely; `None` if that finds no more.
    pub to: Option<State>,
}

/// The content of the page; `None` if there is a match, or an article without a sentence that could have one.
pub fn nothing(comparing: &Comparing, library: &Library, state: &State) -> Option<Nothing> {
    let told = comparing.nothing.as_deref();
    let told = told.filter(|_| comparing.is_without_a_match())?;
    let most = told.names.iter().map(|one| one.times.0.max(one.times.1));
    let most = most.max().unwrap_or(1);
    let names = told.names.iter().map(|one| {
        let words: Vec<&str> = one
            .a
            .of(comparing.text(Side::A))
            .split_whitespace()
            .collect();
        let name = words.join(" ");
        let bare = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s"));
        Named {
            name: bare.unwrap_or(&name).to_owned(),
            times: Both {
                a: one.times.0,
                b: one.times.1,
            },
            share: Both {
                a: rounded(one.times.0, most),
                b: rounded(one.times.1, most),
            },
        }
    });
    Some(Nothing {
        times: times(comparing),
        partners: Side::BOTH
            .into_iter()
            .filter_map(|side| partner(comparing, library, state, side))
            .collect(),
        closest: closest_of_all(comparing),
        names: names.collect(),
        looser: looser(&told.looser, state),
    })
}

fn times(comparing: &Comparing) -> Option<Times> {
    let date = |side: Side| {
        comparing
            .articles
            .of(side)
            .date
            .as_ref()
            .map(|one| &*one.value)
    };
    let (a, b) = (date(Side::A), date(Side::B));
    let later = a.zip(b).is_some_and(|(a, b)| a > b);
    (a.is_some() || b.is_some()).then(|| Times {
        order: if later {
            [Side::B, Side::A]
        } else {
            Side::BOTH
        },
        dates: Both::each(|side| date_of(comparing.articles.of(side))),
        apart: a.zip(b).and_then(|(a, b)| apart(a, b)),
    })
}

/// The article with which that side shares most of its words, if one is known with which it has a match.
fn partner(comparing: &Comparing, library: &Library, state: &State, side: Side) -> Option<Partner> {
    let own = comparing.articles.of(side);
    let mut best: Option<(u32, &Article)> = None;
    for other in library.articles() {
        let is_here = Side::BOTH
            .iter()
            .any(|side| comparing.articles.of(*side).id == other.id);
        let shared = match (
            library.pair(&own.id, &other.id),
            library.pair(&other.id, &own.id),
        ) {
            (Some(figures), _) => (figures.a.0, figures.kinds),
            (None, Some(figures)) => (figures.b.0, figures.kinds),
            (None, None) => continue,
        };
        let matched = shared.1.iter().any(|number| *number > 0);
        if !is_here && matched && best.is_none_or(|(most, _)| shared.0 > most) {
            best = Some((shared.0, other));
        }
    }
    let (_, other) = best?;
    let figures = library
        .pair(&own.id, &other.id)
        .or_else(|| library.pair(&other.id, &own.id))?;
    let here = Side::BOTH.map(|side| comparing.articles.of(side));
    let other = library.get(&other.id)?;
    let mut sources = of_several(&[here[0], here[1], other]);
    let line = library.line(&own.id, &other.id).unwrap_or_default();
    let usual = state.library();
    Some(Partner {
        side,
        source: sources.pop()?,
        colour: colours(library, &other.id, &other.id),
        found: format!("{}.", capital(&kinds(figures))),
        line: (line.to_owned(), lang(other)),
        to: State {
            page: Page::Compare,
            ..match side {
                Side::A => usual.compare(&own.id, &other.id),
                Side::B => usual.compare(&other.id, &own.id),
            }
        },
    })
}

/// What looser steps would find: the first one that finds anything, or that none does. With long texts none was tried, and the
/// next step is offered anyway.
fn looser(tried: &[(Strictness, u32)], state: &State) -> Option<Looser> {
    let to = |step: Strictness| Some(state.with_strictness(step).with_at(None));
    match tried.last() {
        Some((_, 0)) => Some(Looser {
            said: "No looser step finds a match either.".to_owned(),
            to: None,
        }),
        Some(&(step, number)) => Some(Looser {
            said: format!(
                "{} there would be {}.",
                capital(&at_step(step)),
                count_spelled(number, "match", "matches")
            ),
            to: to(step),
        }),
        None => {
            let next = state.options.strictness.step().checked_sub(1);
            next.and_then(Strictness::from_step).map(|step| Looser {
                said: String::new(),
                to: to(step),
            })
        }
    }
}

/// The kinds of what two share, counted.
fn kinds(figures: PairFigures) -> String {
    let [verbatim, edited, related] = figures.kinds;
    let mut said = Vec::new();
    let mut say = |number: u32, rest: &str| {
        if number == 0 {
            return;
        }
        let what = if said.is_empty() {
            count(number, "sentence", "sentences")
        } else {
            number.to_string()
        };
        said.push(format!("{what} {rest}"));
    };
    say(verbatim, "word for word");
    say(edited, "reworded");
    say(related, "about the same thing");
    if said.is_empty() && figures.passages > 0 {
        said.push(count(figures.passages, "passage", "passages"));
    }
    list(&said)
}

#[cfg(test)]
mod tests {
    use super::{kinds, nothing};
    use crate::library::{Article, Library};
    use crate::state::{Side, parse};
    use crate::view::Comparing;
    use crate::view::testing::{article, comparing, comparing_with, of_articles, shipped, stated};
    use crossread_engine::overview::PairFigures;

    const RAIN: &str = "Heavy rain fell on Norway on Monday. NATO met in Oslo. He slept.";
    const STORM: &str = "The council met NATO. Norway's king told NATO so.";

    fn said(comparing: &Comparing, query: &str) -> super::Nothing {
        nothing(comparing, &Library::shipped(), &parse(query).state).expect("no match")
    }

    #[test]
    fn what_two_share_is_counted_by_kind() {
        let of = |each: [u32; 3], passages| {
            kinds(PairFigures {
                a: (9, 9),
                b: (9, 9),
                kinds: each,
                passages,
            })
        };
        assert_eq!(
            of([0, 4, 2], 3),
            "4 sentences reworded and 2 about the same thing"
        );
        assert_eq!(
            of([1, 1, 1], 0),
            "1 sentence word for word, 1 reworded and 1 about the same thing"
        );
        assert_eq!(of([0, 0, 0], 1), "1 passage");
        assert_eq!(of([0, 0, 0], 0), "");
    }

    #[test]
    fn names_in_both_are_counted() {
        let told = said(&comparing(RAIN, STORM), "");
        let names: Vec<String> = told
            .names
            .iter()
            .map(|one| format!("{} {}:{}", one.name, one.times.a, one.times.b))
            .collect();
        assert_eq!(names, ["NATO 1:2", "Norway 1:1"]);
        assert_eq!((told.names[0].share.a, told.names[0].share.b), (50, 100));
        assert_eq!(told.partners, [], "nobody else is known");
    }

    #[test]
    fn how_far_apart_they_are_is_said_where_both_dates_are_known() {
        let dated = |id, text, day: &str| Article {
            date: (!day.is_empty()).then(|| stated(day)),
            ..article(id, text)
        };
        let told = |a, b| {
            let both = of_articles(
                dated("a", RAIN, a),
                dated("b", STORM, b),
                Default::default(),
            );
            said(&both, "").times
        };
        let times = told("2022", "2014-04").expect("both are known");
        assert_eq!(times.order, [Side::B, Side::A]);
        assert_eq!(times.apart.as_deref(), Some("about eight years apart"));
        assert_eq!(times.dates.b, "April 2014");
        let times = told("", "2014-04").expect("one is known");
        assert_eq!((times.apart, &*times.dates.a), (None, "date not stated"));
        assert_eq!(told("", ""), None);
    }

    #[test]
    fn what_a_looser_step_would_find_is_said() {
        let query = "?a=nato-suspends-cooperation&b=nato-warns-on-recognition&strict=strictest";
        let (both, state) = shipped(query);
        let told = said(&both, query);
        let looser = told.looser.expect("there are looser ones");
        assert_eq!(
            looser.said,
            "At the strict step there would be two matches."
        );
        let to = looser.to.expect("a way there");
        assert_eq!((to.a, to.at), (state.a, None));
        let none = comparing_with("It rained.", "Nobody came to see him.", "");
        let looser = said(&none, "").looser.expect("there are looser ones");
        assert_eq!(
            (&*looser.said, looser.to),
            ("No looser step finds a match either.", None)
        );
    }

    #[test]
    fn each_has_the_partner_with_which_it_shares_most() {
        let query = "?a=nato-suspends-cooperation&b=nato-warns-on-recognition&strict=strictest";
        let (both, _) = shipped(query);
        let told = said(&both, query);
        let to = |at: usize| {
            let partner = &told.partners[at];
            (partner.side, &*partner.to.a, &*partner.to.b)
        };
        assert_eq!(
            to(0),
            (Side::A, "nato-suspends-cooperation", "nato-firm-statements")
        );
        assert_eq!((to(1).0, to(1).2), (Side::B, "nato-warns-on-recognition"));
        for partner in &told.partners {
            assert!(partner.found.ends_with('.') && !partner.line.0.is_empty());
            assert_eq!(partner.to.options, Default::default());
        }
    }

    #[test]
    fn with_a_match_or_without_a_sentence_there_is_nothing_to_say() {
        let library = Library::shipped();
        let state = parse("").state;
        for (a, b) in [(RAIN, RAIN), ("", STORM)] {
            assert_eq!(nothing(&comparing(a, b), &library, &state), None);
        }
    }
}
