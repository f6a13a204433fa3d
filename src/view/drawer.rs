//! Everything that the drawer shows about the selection.

use crossread_engine::{Kind, Match, Route, Span, Standing, Voice};
use crossread_wording::at_step;
use crossread_worker::protocol::{Between, Detail};

use super::by_hand::{self, Act};
use super::closest::{Closest, closest};
use super::cut::{Cutter, aside_label};
use super::diff::diff;
use super::differences::{self, Difference};
use super::filters::kind_word;
use super::header::{date_of, publisher};
use super::selection::neighbours;
use super::spans::merged;
use super::words::{capital, count_spelled, shortened, spelled};
use super::{Comparing, Marks, Part, Run, Selection, why};
use crate::state::{At, Side};

/// What the drawer shows. Empty strings and lists are not to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawer {
    /// "Edited, moved"; "No counterpart"; "Repeat"; "Furniture"; "Not a match".
    pub title: String,
    /// The kind, for its tint.
    pub kind: Option<Kind>,
    /// "sentence 3 of EmbassyPages, 7 of the Mail".
    pub place: String,
    /// The reasons, one per line: first in plain words, then what was counted, the rule and its threshold, and what would
    /// change the kind.
    pub why: Vec<String>,
    /// "a quotation in EmbassyPages, no quotation marks in the Mail".
    pub voice: String,
    /// What the reader has decided about the two by hand.
    pub said: String,
    /// The decisions that are possible.
    pub acts: Vec<Act>,
    /// The closest sentences, if it has no match.
    pub closest: Option<Closest>,
    /// The sentence that the reader chose, with its side, in case its text is not on the page.
    pub own: (Side, Vec<Run>),
    /// The other sentence, with its side. If there is no word diff, the words that both have are marked in it like passages.
    pub answer: Option<(Side, Vec<Run>)>,
    /// The word diff; empty if the two tell it in different words.
    pub diff: Vec<Part>,
    /// "They clash on one thing and differ on two more."
    pub summary: String,
    /// The differences between the two sentences, clashes first.
    pub facts: Vec<Difference>,
    /// The other visible matches of either sentence.
    pub others: Vec<Other>,
    /// The note if the filters hide the selected match.
    pub note: Option<String>,
    /// The quotation with its sources, for copying as plain text.
    pub citation: String,
    /// What its own link selects.
    pub at: At,
    /// The announcement for screen readers when it opens: what it is, the other sentence, what differs.
    pub spoken: String,
}

/// The longest quotation of another counterpart, in characters.
const FIRST_WORDS: usize = 40;
/// How much of the other sentence is announced, in characters, and how many of the differences.
const SPOKEN: usize = 300;
const MOST_SPOKEN: usize = 3;

/// Another match of a selected sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// "Also in EmbassyPages: sentence 9, related: ‘The ministers said…’".
    pub label: String,
    /// What selects it.
    pub at: At,
}

/// What the drawer shows; `None` if nothing is selected. `chosen`: the side on which the reader chose it; the drawer shows the
/// sentence of the other side. `link` is the address of this selection, for the citation; empty if there is none. `told` is
/// what a worker says about sentences that are not a match ([`between`](super::between)); empty until it has answered.
pub fn drawer(
    comparing: &Comparing,
    marks: &Marks,
    (selection, chosen): (Selection, Side),
    link: &str,
    told: &[Between],
) -> Option<Drawer> {
    let [a, b] = Side::BOTH.map(|side| selection.sentence(side));
    let both = a.zip(b);
    let (side, index) = [chosen, chosen.other()]
        .into_iter()
        .find_map(|side| Some((side, selection.sentence(side)?)))?;
    let other = side.other();
    let number = selection.index();
    let found =
        number.and_then(|number| Some((comparing.match_at(number)?, comparing.detail(number)?)));
    let (title, why) = match found {
        Some((found, detail)) => (
            match_title(found),
            why::lines(comparing, found, &detail.evidence),
        ),
        None => unmatched(comparing, (side, index), both),
    };
    let place = match both {
        Some(both) => place_of(comparing, both),
        None => format!("sentence {} of {}", index + 1, comparing.name(side)),
    };
    let facts = match (number, both) {
        (Some(number), _) => differences::of_match(comparing, number),
        (None, Some(both)) => {
            let facts = told.first().map_or(&[][..], |told| &told.facts);
            differences::of_two(comparing, both, facts)
        }
        (None, None) => Vec::new(),
    };
    let (said, acts) = both.map_or_else(Default::default, |both| {
        by_hand::acts(comparing, found.is_some(), both)
    });
    let closest = match both {
        Some(_) => None,
        None => closest(comparing, side, index, told),
    };
    let parts = match (found, both, told.first()) {
        (Some((found, _)), ..) if found.kind == Kind::Related => Vec::new(),
        (Some(_), ..) => number.map_or_else(Vec::new, |number| comparing.diff(number)),
        (None, Some((a, b)), Some(told)) => diff(
            &told.hunks,
            comparing.sentence_text(Side::A, a),
            comparing.sentence_text(Side::B, b),
        ),
        _ => Vec::new(),
    };
    let answer = selection.sentence(other).and_then(|index| {
        let shared = match found {
            Some((_, detail)) if parts.is_empty() => shared(detail, other),
            _ => Vec::new(),
        };
        let cut = Cutter::marking(comparing, other, &shared).sentence(index)?;
        Some((other, cut.runs))
    });
    let shown = number.is_none_or(|number| marks.order().contains(&number));
    let mut aloud = String::new();
    if found.is_some() && shown {
        also(&mut aloud, &format!("Match {}.", marks.position(selection)));
    }
    also(&mut aloud, &said);
    also(&mut aloud, &format!("{title}."));
    if let Some(index) = selection.sentence(other) {
        let text = in_one_line(comparing.sentence_text(other, index));
        let text = shortened(&text, SPOKEN);
        also(&mut aloud, &format!("{}: “{text}”", comparing.name(other)));
    }
    for fact in facts.iter().take(MOST_SPOKEN) {
        also(&mut aloud, &heard(fact));
    }
    also(&mut aloud, &format!("{}.", capital(&place)));
    if let Some(closest) = &closest {
        let first = closest.rows.first().map_or("", |near| &near.text);
        let first = shortened(&in_one_line(first), SPOKEN);
        let (lead, after) = (&closest.lead, closest.after);
        also(&mut aloud, &format!("{lead} “{first}” {after}"));
    }
    Some(Drawer {
        kind: found.map(|(found, _)| found.kind),
        voice: voices(comparing, [a, b]),
        own: (side, Cutter::new(comparing, side).sentence(index)?.runs),
        answer,
        diff: parts,
        summary: summary(&facts),
        others: others(comparing, marks, selection),
        note: (!shown).then(|| "The filters hide this match in the texts.".to_owned()),
        citation: citation(comparing, a, b, &title, link),
        at: match both {
            Some((a, b)) => comparing.at_pair(a, b)?,
            None => comparing.at_alone(side, index)?,
        },
        spoken: aloud,
        title,
        why,
        place,
        said,
        acts,
        closest,
        facts,
    })
}

/// The title of a sentence without a match, or of two that are not a match, and the reasons.
fn unmatched(
    comparing: &Comparing,
    (side, index): (Side, u32),
    both: Option<(u32, u32)>,
) -> (String, Vec<String>) {
    let step = at_step(comparing.found.options.strictness);
    if let Some((a, b)) = both {
        let why = format!("These two sentences are not close enough to be a match {step}.");
        let mut why = vec![why];
        why.extend(why::passages_between(comparing, a, b));
        return ("Not a match".to_owned(), why);
    }
    let sentence = comparing.sentences(side).get(index as usize);
    let aside = sentence.filter(|sentence| comparing.is_aside(sentence));
    let (title, why) = match aside {
        Some(sentence) => match sentence.standing {
            Standing::Repeat(first) => (
                "Repeat",
                format!(
                    "{} has said this before, in sentence {}. Repeats are not compared unless you put them back.",
                    comparing.name(side),
                    first + 1
                ),
            ),
            _ => (
                "Furniture",
                format!(
                    "Not the article’s own text: {}. Furniture is not compared unless you put it back.",
                    aside_label(comparing, side, sentence)
                ),
            ),
        },
        None => (
            "No counterpart",
            format!(
                "No sentence of {} is close enough to it {step}.",
                comparing.name(side.other())
            ),
        ),
    };
    let mut why = vec![why];
    why.extend(why::passages(comparing, side, index));
    (title.to_owned(), why)
}

/// The words of that side's sentence that the other has too.
fn shared(detail: &Detail, side: Side) -> Vec<Span> {
    let shared = detail.evidence.shared.iter();
    let of_side = |&(a, b): &(Span, Span)| match side {
        Side::A => a,
        Side::B => b,
    };
    merged(&shared.map(of_side).collect::<Vec<_>>())
}

/// Adds to the announcement.
fn also(aloud: &mut String, said: &str) {
    if !aloud.is_empty() && !said.is_empty() {
        aloud.push(' ');
    }
    aloud.push_str(said);
}

/// "They clash on one thing and differ on two more."
fn summary(facts: &[Difference]) -> String {
    let things = |number: usize| count_spelled(number as u32, "thing", "things");
    let clash = facts.iter().filter(|fact| fact.clash).count();
    match (clash, facts.len() - clash) {
        (0, 0) => String::new(),
        (0, differ) => format!("They differ on {}.", things(differ)),
        (clash, 0) => format!("They clash on {}.", things(clash)),
        (clash, differ) => format!(
            "They clash on {} and differ on {} more.",
            things(clash),
            spelled(differ as u32)
        ),
    }
}

/// A difference as it is announced: "Number differs: 40,000; 100,000."
fn heard(fact: &Difference) -> String {
    let [a, b] = [&fact.sides.a.1, &fact.sides.b.1].map(|words| words.as_deref().unwrap_or(""));
    let between = if a.is_empty() || b.is_empty() {
        ""
    } else {
        "; "
    };
    format!("{} {}: {a}{between}{b}.", fact.slot, fact.relation)
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

/// "sentence 3 of EmbassyPages, 7 of the Mail".
pub(super) fn match_place(comparing: &Comparing, found: &Match) -> String {
    place_of(comparing, (found.a, found.b))
}

fn place_of(comparing: &Comparing, (a, b): (u32, u32)) -> String {
    comparing.said(&format!("sentence {} of A, {} of B", a + 1, b + 1))
}

/// The other visible matches of the selected sentences.
fn others(comparing: &Comparing, marks: &Marks, selection: Selection) -> Vec<Other> {
    neighbours(comparing, marks, selection)
        .into_iter()
        .filter_map(|number| {
            let found = comparing.match_at(number)?;
            let (side, index) = if selection.holds(Side::A, found.a) {
                (Side::B, found.b)
            } else {
                (Side::A, found.a)
            };
            Some(Other {
                label: format!(
                    "Also in {}: sentence {}, {}: ‘{}’",
                    comparing.name(side),
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

/// "a quotation in EmbassyPages, no quotation marks in the Mail".
fn voices(comparing: &Comparing, sentences: [Option<u32>; 2]) -> String {
    let mut said: Vec<(Voice, &str)> = Vec::new();
    for (side, index) in Side::BOTH.into_iter().zip(sentences) {
        let sentence = index.and_then(|index| comparing.sentences(side).get(index as usize));
        if let Some(sentence) = sentence {
            said.push((sentence.voice, comparing.name(side)));
        }
    }
    match said[..] {
        [(a, _), (b, _)] if a == b => voice(a, "both"),
        [(a, one), (b, other)] => format!("{}, {}", voice(a, one), voice(b, other)),
        [(a, one)] => voice(a, one),
        _ => String::new(),
    }
}

fn voice(voice: Voice, place: &str) -> String {
    let what = match voice {
        Voice::Quoted => "a quotation",
        Voice::Mixed => "partly a quotation",
        Voice::Reporter => "no quotation marks",
    };
    format!("{what} in {place}")
}

/// The sentences with their sources and how they relate, as plain text.
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
            "{}\n— {} {}, {}{address}; sentence {}",
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

/// A title before more text: with a comma, unless it ends in punctuation.
fn before_a_comma(title: &str) -> String {
    let bare = title.trim_end_matches(['"', '”', '’', '\'', ')']);
    match bare.chars().last() {
        Some('.' | '!' | '?' | '…' | ',' | ';' | ':') => title.to_owned(),
        _ => format!("{title},"),
    }
}

/// The sentence between quotation marks. Its own double marks become single ones. A straight mark counts as opening
/// at the beginning or after a space or a bracket.
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
