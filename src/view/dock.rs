//! Everything that the panel shows about the selection.

use crossread_engine::{Kind, Match, Route, Standing, Voice};
use crossread_wording::at_step;
use crossread_worker::protocol::Between;

use super::by_hand::{self, Act};
use super::closest::{Closest, closest};
use super::cut::aside_label;
use super::diff::diff;
use super::differences::{self, Difference};
use super::filters::kind_word;
use super::hand::neighbours;
use super::header::{date_of, publisher};
use super::words::{capital, shortened};
use super::{Comparing, Hand, Marks, Part, why};
use crate::state::{At, Side};

/// What the dock shows. Empty strings and lists are not to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Dock {
    /// "Edited, moved"; "No counterpart"; "Repeat"; "Furniture"; "Not a match".
    pub title: String,
    /// The kind, for its tint.
    pub kind: Option<Kind>,
    /// "sentence 3 of A, 7 of B".
    pub place: String,
    /// "score 0.78 · edited from 0.60".
    pub score: String,
    /// Why it is what it is, a line each: shared words, the rule that linked them, what would change
    /// the kind.
    pub why: Vec<String>,
    /// "a quotation in A, no quotation marks in B".
    pub voice: String,
    /// What the reader has said of the two by hand.
    pub said: String,
    /// What can be said of them by hand.
    pub acts: Vec<Act>,
    /// The closest sentences, where it has no match.
    pub closest: Option<Closest>,
    /// The word diff, or the sentence alone as one part.
    pub diff: Vec<Part>,
    /// What the two sentences say differently, what clashes first.
    pub facts: Vec<Difference>,
    /// The words shared beyond common ones, as A writes them.
    pub shared_words: Vec<String>,
    /// The other matches shown of either sentence.
    pub others: Vec<Other>,
    /// Said where the match in hand is hidden by the filters.
    pub note: Option<String>,
    /// The quotation with its sources, for copying as plain text.
    pub citation: String,
    /// What its own link selects.
    pub at: At,
    /// The whole in one sentence, for a live region: "Match 2 of 6. Edited, moved. Sentence 3 of A,
    /// 7 of B."
    pub spoken: String,
}

/// How much of another counterpart is quoted, in characters.
const FIRST_WORDS: usize = 40;

/// Another match of a sentence in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// "Also in B: sentence 9, related: ‘The ministers said…’".
    pub label: String,
    /// What selects it.
    pub at: At,
}

/// What the dock shows; nothing where nothing is in hand. `link` is the address of this selection, for
/// the citation; empty where there is none. `told` is what a worker says of sentences that are no match
/// ([`between`](super::between)); empty as long as that is not known.
pub fn dock(
    comparing: &Comparing,
    marks: &Marks,
    hand: Hand,
    link: &str,
    told: &[Between],
) -> Option<Dock> {
    match hand {
        Hand::Nothing => None,
        Hand::Match { index, .. } => of_match(comparing, marks, hand, index, link),
        Hand::Alone(side, index) => alone(comparing, side, index, link, told),
        Hand::Apart { a, b } => apart(comparing, marks, hand, (a, b), link, told),
    }
}

fn of_match(
    comparing: &Comparing,
    marks: &Marks,
    hand: Hand,
    index: u32,
    link: &str,
) -> Option<Dock> {
    let found = comparing.match_at(index)?;
    let evidence = &comparing.detail(index)?.evidence;
    let (a, b) = (found.a, found.b);
    let shown = marks.order().contains(&index);
    let title = match_title(found);
    let place = match_place(found);
    let position = if shown {
        format!("Match {}. ", marks.position(hand))
    } else {
        String::new()
    };
    let (said, acts) = by_hand::acts(comparing, true, (a, b));
    Some(Dock {
        spoken: spoken(&[&position, &said, &format!("{title}. {}.", capital(&place))]),
        said,
        acts,
        closest: None,
        kind: Some(found.kind),
        score: why::score(comparing, found),
        why: why::lines(comparing, found, evidence),
        voice: voices(evidence.voice_a, evidence.voice_b),
        diff: comparing.diff(index),
        facts: differences::of_match(comparing, index),
        shared_words: evidence
            .shared
            .iter()
            .map(|(word, _)| word.of(comparing.text(Side::A)).to_owned())
            .collect(),
        others: others(comparing, marks, hand),
        note: (!shown).then(|| "The filters hide this match in the texts.".to_owned()),
        citation: citation(comparing, Some(a), Some(b), &title, link),
        at: comparing.at_match(index)?,
        title,
        place,
    })
}

/// A sentence without a counterpart.
fn alone(
    comparing: &Comparing,
    side: Side,
    index: u32,
    link: &str,
    told: &[Between],
) -> Option<Dock> {
    let sentence = comparing.sentences(side).get(index as usize)?;
    let (letter, other) = (side.letter(), side.other().letter());
    let (title, why) = match sentence.standing {
        Standing::Repeat(first) if comparing.is_aside(sentence) => (
            "Repeat",
            format!(
                "{letter} has said this before, in sentence {}. Repeats are not compared unless \
                 you put them back.",
                first + 1
            ),
        ),
        _ if comparing.is_aside(sentence) => (
            "Furniture",
            format!(
                "Not the article’s own text: {}. Furniture is not compared unless you put it back.",
                aside_label(comparing, side, sentence)
            ),
        ),
        _ => (
            "No counterpart",
            format!(
                "No sentence of {other} is close enough to it {}.",
                at_step(comparing.found.options.strictness)
            ),
        ),
    };
    let mut why = vec![why];
    why.extend(why::passages(comparing, side, index));
    let place = format!("sentence {} of {letter}", index + 1);
    let mut cited = [None, None];
    cited[usize::from(side == Side::B)] = Some(index);
    let closest = closest(comparing, side, index, told);
    let near = closest.as_ref().map_or_else(String::new, |closest| {
        let first = closest.rows.first().map_or("", |near| &near.text);
        format!(
            "{} “{}” {}",
            closest.lead,
            in_one_line(first),
            closest.after
        )
    });
    Some(Dock {
        spoken: spoken(&[&format!("{title}. {}.", capital(&place)), &near]),
        said: String::new(),
        acts: Vec::new(),
        closest,
        title: title.to_owned(),
        kind: None,
        place,
        score: String::new(),
        why,
        voice: voice(sentence.voice, letter),
        diff: vec![Part::plain(comparing.sentence_text(side, index))],
        facts: Vec::new(),
        shared_words: Vec::new(),
        others: Vec::new(),
        note: None,
        citation: citation(comparing, cited[0], cited[1], title, link),
        at: comparing.at_alone(side, index)?,
    })
}

/// Two sentences that are no match with these options.
fn apart(
    comparing: &Comparing,
    marks: &Marks,
    hand: Hand,
    (a, b): (u32, u32),
    link: &str,
    told: &[Between],
) -> Option<Dock> {
    let title = "Not a match";
    let place = format!("sentence {} of A, {} of B", a + 1, b + 1);
    let voice_of = |side: Side, index: u32| {
        let sentence = comparing.sentences(side).get(index as usize)?;
        Some(sentence.voice)
    };
    let mut why = vec![format!(
        "These two sentences are not close enough to be a match {}.",
        at_step(comparing.found.options.strictness)
    )];
    why.extend(why::passages_between(comparing, a, b));
    let told = told.first();
    let facts = told.map_or(&[][..], |told| &told.facts);
    let (said, acts) = by_hand::acts(comparing, false, (a, b));
    Some(Dock {
        spoken: spoken(&[&said, &format!("{title}. {}.", capital(&place))]),
        said,
        acts,
        closest: None,
        title: title.to_owned(),
        kind: None,
        place,
        score: String::new(),
        why,
        voice: voices(voice_of(Side::A, a)?, voice_of(Side::B, b)?),
        diff: diff(
            told.map_or(&[], |told| &told.hunks),
            comparing.sentence_text(Side::A, a),
            comparing.sentence_text(Side::B, b),
        ),
        facts: differences::of_two(comparing, (a, b), facts),
        shared_words: Vec::new(),
        others: others(comparing, marks, hand),
        note: None,
        citation: citation(comparing, Some(a), Some(b), title, link),
        at: comparing.at_pair(a, b)?,
    })
}

/// What is said aloud: the parts that are not empty.
fn spoken(parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| part.trim());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// "Edited, moved"; "Related, by hand".
pub(super) fn match_title(found: &Match) -> String {
    let title = title_of(found.kind, found.moved);
    match found.route {
        Route::Hand => format!("{title}, by hand"),
        _ => title,
    }
}

/// "Edited, moved".
pub(super) fn title_of(kind: Kind, moved: bool) -> String {
    let kind = kind_word(kind);
    if moved {
        format!("{kind}, moved")
    } else {
        kind.to_owned()
    }
}

/// "sentence 3 of A, 7 of B".
pub(super) fn match_place(found: &Match) -> String {
    format!("sentence {} of A, {} of B", found.a + 1, found.b + 1)
}

/// The other matches shown of the sentences in hand.
fn others(comparing: &Comparing, marks: &Marks, hand: Hand) -> Vec<Other> {
    neighbours(comparing, marks, hand)
        .into_iter()
        .filter_map(|number| {
            let found = comparing.match_at(number)?;
            let (side, index) = if hand.holds(Side::A, found.a) {
                (Side::B, found.b)
            } else {
                (Side::A, found.a)
            };
            Some(Other {
                label: format!(
                    "Also in {}: sentence {}, {}: ‘{}’",
                    side.letter(),
                    index + 1,
                    found.kind,
                    shortened(
                        &in_one_line(comparing.sentence_text(side, index)),
                        FIRST_WORDS
                    )
                ),
                at: comparing.at_match(number)?,
            })
        })
        .collect()
}

/// "a quotation in A, no quotation marks in B".
fn voices(a: Voice, b: Voice) -> String {
    if a == b {
        return voice(a, "both");
    }
    format!("{}, {}", voice(a, "A"), voice(b, "B"))
}

fn voice(voice: Voice, place: &str) -> String {
    match voice {
        Voice::Quoted => format!("a quotation in {place}"),
        Voice::Mixed => format!("partly a quotation in {place}"),
        Voice::Reporter => format!("no quotation marks in {place}"),
    }
}

/// The sentences with their sources and what they are to each other, as plain text.
fn citation(
    comparing: &Comparing,
    a: Option<u32>,
    b: Option<u32>,
    title: &str,
    link: &str,
) -> String {
    let source = |side: Side, index: Option<u32>| {
        let index = index?;
        let article = comparing.articles.of(side);
        let address = article
            .url
            .as_ref()
            .map_or_else(String::new, |url| format!(", {}", url.value));
        Some(format!(
            "{}: {}\n— {} {}, {}{address}; sentence {}",
            side.letter(),
            quoted(&in_one_line(comparing.sentence_text(side, index))),
            before_a_comma(&in_one_line(&article.title.value)),
            publisher(article),
            date_of(article),
            index + 1
        ))
    };
    let last = if link.is_empty() {
        format!("{title}, by Crossread.")
    } else {
        format!("{title}, by Crossread: {link}")
    };
    let parts = [source(Side::A, a), source(Side::B, b), Some(last)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// A title that more is to follow: with a comma, unless a sign of its own ends it.
fn before_a_comma(title: &str) -> String {
    let bare = title.trim_end_matches(['"', '”', '’', '\'', ')']);
    match bare.chars().last() {
        Some('.' | '!' | '?' | '…' | ',' | ';' | ':') => title.to_owned(),
        _ => format!("{title},"),
    }
}

/// The sentence between quotation marks. Double marks of its own become single ones; of a typewriter's, which do not
/// say which way they look, one opens that stands at the beginning or after a space or a bracket.
fn quoted(text: &str) -> String {
    let mut out = String::from("“");
    let mut before = ' ';
    for c in text.chars() {
        out.push(match c {
            '“' | '„' => '‘',
            '”' => '’',
            '"' if matches!(before, ' ' | '(' | '[' | '—' | '–') => '‘',
            '"' => '’',
            c => c,
        });
        before = c;
    }
    out.push('”');
    out
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
