//! The sentence that leads the page and every document: what both sources tell, and where they part most, in the words of both.

use crate::facts::{Tally, lead as without_a_difference};
use crate::words::{capital, count_spelled, shortened};

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

/// A part of the sentence. `S` says which source it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead<S> {
    /// Plain words.
    Text(String),
    /// What is said beside.
    Aside(String),
    /// A source, by its name.
    Name(S, String),
    /// A source's own words.
    Words(S, String),
    /// How the two lie to each other: a sign; whether they clash, and speak of one time.
    Sign(char, bool, bool),
}

/// One thing that both sources tell, and each differently.
#[derive(Clone, Copy, Debug)]
pub struct Point<'p, S> {
    /// What kind of thing: "number", "denial", "who says so".
    pub slot: &'p str,
    /// What it is about, in words of both; may be empty.
    pub topic: &'p str,
    /// The sign of its relation.
    pub sign: char,
    /// Whether the two clash.
    pub clash: bool,
    /// What each source says of it.
    pub sides: [Telling<'p, S>; 2],
}

/// What one source says.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'p, S> {
    /// Which source.
    pub source: S,
    /// What it is called.
    pub name: &'p str,
    /// Its words.
    pub words: &'p str,
    /// The year that it is of, where that is known.
    pub year: Option<u32>,
}

/// The sentence. `point`: where the two part most, if both tell something differently. Empty for two without a match.
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
            // Of two years, both can be right, and the years say so.
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

/// The year of a date, where it has one: `2014-05-30` is of 2014.
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

/// All of it as it is heard.
pub fn spoken<S>(said: &[Lead<S>]) -> String {
    let part = |said: &Lead<S>| match said {
        Lead::Sign(..) => "; ".to_owned(),
        other => plain(std::slice::from_ref(other)),
    };
    said.iter().map(part).collect()
}
