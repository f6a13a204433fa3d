//! The sentence that leads the page and every document: what both sources tell, and where they differ most, in the words of both.

use crate::facts::{Tally, lead as without_a_difference};
use crate::words::{capital, count_spelled, shortened};

/// The preferred length of the sentence, in characters: two lines on a desktop screen, five on a phone.
const LONGEST: usize = 165;
/// How much it quotes, in characters, first and then shorter if the sentence is too long: of the topic, of each side's
/// words; and whether it begins with how much both tell.
const LENGTHS: [(usize, usize, bool); 4] = [
    (40, 44, true),
    (40, 44, false),
    (28, 34, false),
    (18, 24, false),
];

/// A part of the sentence. `S` identifies the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead<S> {
    /// Plain words.
    Text(String),
    /// A remark.
    Aside(String),
    /// A source, by its name.
    Name(S, String),
    /// A source's own words.
    Words(S, String),
    /// How the two relate: a sign; whether they clash, and are about the same time.
    Sign(char, bool, bool),
}

/// One thing that the two sources tell differently.
#[derive(Clone, Copy, Debug)]
pub struct Point<'p, S> {
    /// What kind of thing: "number", "denial", "who says so".
    pub slot: &'p str,
    /// Its topic, in words of both; may be empty.
    pub topic: &'p str,
    /// The sign of its relation.
    pub sign: char,
    /// Whether the two clash.
    pub clash: bool,
    /// What each source says about it.
    pub sides: [Telling<'p, S>; 2],
}

/// What one source says.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'p, S> {
    /// The source.
    pub source: S,
    /// The source's name.
    pub name: &'p str,
    /// Its words.
    pub words: &'p str,
    /// Its year, if known.
    pub year: Option<u32>,
}

/// The sentence. `point`: the main difference, if there is one. Empty for two without a match.
pub fn lead<S: Copy>(
    tally: &Tally,
    names: [&str; 2],
    point: Option<&Point<'_, S>>,
) -> Vec<Lead<S>> {
    if tally.told == 0 {
        return Vec::new();
    }
    let Some(point) = point else {
        return vec![Lead::Text(without_a_difference(tally, names))];
    };
    let said = |lengths| in_words(tally, point, lengths);
    let short = LENGTHS.into_iter().map(said);
    let mut fits = short.filter(|parts| plain(parts).chars().count() <= LONGEST);
    fits.next()
        .unwrap_or_else(|| said(LENGTHS[LENGTHS.len() - 1]))
}

fn in_words<S: Copy>(
    tally: &Tally,
    point: &Point<'_, S>,
    (about, words, opens): (usize, usize, bool),
) -> Vec<Lead<S>> {
    let text = |text: &str| Lead::Text(text.to_owned());
    let slot = point.slot.to_ascii_lowercase();
    let topic = match point.topic {
        // "How sure", "who says so".
        "" if slot.starts_with(['h', 'w']) => slot,
        "" => format!("the {slot}"),
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
    let apart = match point.sides.each_ref().map(|side| side.year) {
        [Some(a), Some(b)] => a.abs_diff(b),
        _ => 0,
    };
    for (place, side) in point.sides.iter().enumerate() {
        if place > 0 {
            said.push(Lead::Sign(point.sign, point.clash, apart == 0));
        }
        said.push(Lead::Name(side.source, side.name.to_owned()));
        said.push(match side.year {
            // If the years differ, both can be right, so the years are named.
            Some(year) if apart > 0 => text(&format!(", {year}: ")),
            _ => text(": "),
        });
        said.push(Lead::Words(side.source, shortened(side.words, words)));
    }
    said.push(text("."));
    if apart > 0 && point.clash {
        let years = capital(&count_spelled(apart, "year", "years"));
        said.push(Lead::Aside(format!(" {years} apart, both can be right.")));
    }
    said
}

/// The year of a date, if it has one: `2014-05-30` is in 2014.
pub fn year(date: &str) -> Option<u32> {
    date.get(..4)?.parse().ok()
}

/// All of it as one line.
pub fn plain<S>(said: &[Lead<S>]) -> String {
    let part = |said: &Lead<S>| match said {
        Lead::Text(text) | Lead::Aside(text) | Lead::Name(_, text) | Lead::Words(_, text) => {
            text.clone()
        }
        Lead::Sign(sign, ..) => format!(" {sign} "),
    };
    said.iter().map(part).collect()
}

/// All of it for screen readers.
pub fn spoken<S>(said: &[Lead<S>]) -> String {
    let part = |said: &Lead<S>| match said {
        Lead::Sign(..) => "; ".to_owned(),
        other => plain(std::slice::from_ref(other)),
    };
    said.iter().map(part).collect()
}
