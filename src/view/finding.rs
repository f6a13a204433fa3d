//! What was found, in words: the sentence above the texts. Made by rules from the figures alone, so
//! that it never says more than they do.

use crossread_engine::{Comparison, Scope};

use super::Comparing;
use super::filters::strictness_word;
use super::place::lies;
use super::words::{capital, count, count_spelled, digits, plural, spelled};
use crate::state::Side;

/// What no comparison can show; stands near the figures.
pub const CAUTION: &str = "Overlap cannot show who copied whom: both may draw on a third source.";

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// One or two sentences: "Four sentences of A stand in B reworded; two more make the same claim. No
    /// sentence is the same word for word."
    pub headline: String,
    /// Where it lies, or what was looked for where nothing was found.
    pub detail: String,
    /// Said where the comparison was cut short.
    pub cut_short: Option<String>,
}

/// What was found, in words.
pub fn finding(comparing: &Comparing) -> Finding {
    let found = &comparing.found;
    let counts = Counts::of(found);
    let (headline, detail) = if let Some(empty) = empty(found) {
        (empty, String::new())
    } else if counts.matched() == 0 {
        (nothing(found), looked_for(found))
    } else {
        (headline(counts), detail(comparing))
    };
    Finding {
        headline,
        detail,
        cut_short: cut_short(found),
    }
}

/// A's sentences by their strongest kind of match.
#[derive(Clone, Copy)]
struct Counts {
    verbatim: u32,
    edited: u32,
    related: u32,
    all: u32,
}

impl Counts {
    fn of(found: &Comparison) -> Counts {
        Counts {
            verbatim: found.a.verbatim_sentences,
            edited: found.a.edited_sentences,
            related: found.a.related_sentences,
            all: found.a.sentences,
        }
    }

    fn matched(self) -> u32 {
        self.verbatim + self.edited + self.related
    }
}

/// What to say where an article has no sentence that takes part.
fn empty(found: &Comparison) -> Option<String> {
    let none = |letter: &str| {
        Some(format!(
            "{letter} holds no sentence that could be compared."
        ))
    };
    match (found.a.sentences, found.b.sentences) {
        (0, 0) => Some("Neither article holds a sentence that could be compared.".to_owned()),
        (0, _) => none("A"),
        (_, 0) => none("B"),
        _ => None,
    }
}

fn headline(counts: Counts) -> String {
    let Counts {
        verbatim,
        edited,
        related,
        all,
    } = counts;
    let sentences = |number: u32| {
        format!(
            "{} of A {}",
            capital(&count_spelled(number, "sentence", "sentences")),
            plural(number, "stands", "stand")
        )
    };
    let all_sentences = match all {
        1 => "The one sentence".to_owned(),
        2 => "Both sentences".to_owned(),
        _ => format!("All {} sentences", spelled(all)),
    };
    let all_of = format!("{all_sentences} of A {}", plural(all, "stands", "stand"));
    match (verbatim, edited, related) {
        (v, 0, 0) if v == all => format!("{all_of} in B word for word."),
        (0, e, 0) if e == all => format!("{all_of} in B reworded."),
        (v, 0, 0) => format!("{} in B word for word.", sentences(v)),
        (v, e, 0) if v > 0 => format!(
            "{} in B word for word; {} reworded.{}",
            sentences(v),
            more(e, "is", "are"),
            whole(counts)
        ),
        (0, e, 0) => format!("{} in B reworded. {NONE_THE_SAME}", sentences(e)),
        (0, 0, r) => format!(
            "{} of A {} that B makes in other words. {NONE_THE_SAME}",
            if r == all {
                all_sentences
            } else {
                capital(&count_spelled(r, "sentence", "sentences"))
            },
            plural(r, "makes a claim", "make claims"),
        ),
        (0, e, r) => format!(
            "{} in B reworded; {} the same claim.{} {NONE_THE_SAME}",
            sentences(e),
            more(r, "makes", "make"),
            whole(counts)
        ),
        (v, 0, r) => format!(
            "{} in B word for word; {} the same claim.{}",
            sentences(v),
            more(r, "makes", "make"),
            whole(counts)
        ),
        (v, e, r) => format!(
            "{} in B word for word; {} reworded, and {} the same claim.{}",
            sentences(v),
            more(e, "is", "are"),
            more(r, "makes", "make"),
            whole(counts)
        ),
    }
}

const NONE_THE_SAME: &str = "No sentence is the same word for word.";

/// "two more make".
fn more(number: u32, one: &str, many: &str) -> String {
    format!("{} more {}", spelled(number), plural(number, one, many))
}

/// Said where several kinds together are all of A.
fn whole(counts: Counts) -> &'static str {
    if counts.matched() == counts.all {
        " That is all of A."
    } else {
        ""
    }
}

/// What to say where no sentence has a match.
fn nothing(found: &Comparison) -> String {
    let passages = found.passages.len() as u32;
    let longest = longest(found);
    if passages == 0 {
        return "A and B share nothing: no sentence and no passage.".to_owned();
    }
    let runs = if passages == 1 {
        format!("one passage of {} words", spelled(longest))
    } else {
        format!(
            "{} passages, the longest of {} words",
            spelled(passages),
            spelled(longest)
        )
    };
    format!("No sentence of A has a counterpart in B, but they share {runs}.")
}

/// The words of the longest passage; 0 without any.
pub(super) fn longest(found: &Comparison) -> u32 {
    found
        .passages
        .iter()
        .map(|passage| passage.words)
        .max()
        .unwrap_or(0)
}

/// What was looked for where nothing was found.
fn looked_for(found: &Comparison) -> String {
    let options = found.options;
    let scope = match options.scope {
        Scope::Own => "Repeats and furniture were left out.",
        Scope::Full => "Repeats and furniture were looked through as well.",
    };
    format!(
        "Looked for: sentences that are the same, reworded or make the same claim, at {} strictness; \
         and runs of {} or more words that stand in both, whatever their case and typography. {scope}",
        strictness_word(options.strictness),
        spelled(options.min_words.get() as u32),
    )
}

/// Where it lies, what is out of order, and what has no counterpart.
fn detail(comparing: &Comparing) -> String {
    let found = &comparing.found;
    let matched = |side: Side| {
        lies(comparing, side, |index| {
            !comparing.matches_of(side, index).is_empty()
        })
    };
    let mut said = Vec::new();
    match (matched(Side::A), matched(Side::B)) {
        (None, None) => {}
        (Some(a), Some(b)) if a == b => {
            said.push(format!("The shared text lies {}.", a.of("both")));
        }
        (a, b) => {
            let places = [a.map(|part| part.of("A")), b.map(|part| part.of("B"))];
            let places: Vec<String> = places.into_iter().flatten().collect();
            said.push(format!("The shared text lies {}.", places.join(", and ")));
        }
    }
    let moved = found.matches.iter().filter(|found| found.moved).count() as u32;
    if moved > 0 {
        said.push(format!(
            "{} {} moved: B has {} in another order.",
            capital(&count_spelled(moved, "match", "matches")),
            plural(moved, "is", "are"),
            plural(moved, "it", "them")
        ));
    }
    said.push(without_counterpart(found));
    if found.options.scope == Scope::Full {
        said.push("Repeats and furniture are counted in.".to_owned());
    }
    said.join(" ")
}

fn without_counterpart(found: &Comparison) -> String {
    let (a, b) = (found.a.unique_sentences(), found.b.unique_sentences());
    let of = |number: u32, letter: &str, all: u32| {
        format!(
            "{} of {letter}’s {}",
            digits(number),
            count(all, "sentence", "sentences")
        )
    };
    match (a, b) {
        (0, 0) => "Every sentence of both has a counterpart.".to_owned(),
        (0, _) => format!(
            "Every sentence of A has a counterpart; {} {} none.",
            of(b, "B", found.b.sentences),
            plural(b, "has", "have")
        ),
        (_, 0) => format!(
            "{} {} no counterpart; every sentence of B has one.",
            of(a, "A", found.a.sentences),
            plural(a, "has", "have")
        ),
        _ => format!(
            "{} and {} of B’s {} have no counterpart.",
            of(a, "A", found.a.sentences),
            digits(b),
            digits(found.b.sentences)
        ),
    }
}

/// What was left out because a bound on the work was reached.
fn cut_short(found: &Comparison) -> Option<String> {
    let cut = found.cut_short;
    let said = match (cut.passages, cut.candidates) {
        (false, false) => return None,
        (true, false) => "There are more passages than could be listed.",
        (false, true) => {
            "These texts are so long that sentences which share only very common words were not \
             compared; a few related ones may be missing."
        }
        (true, true) => {
            "These texts are so long that not all passages are listed, and sentences which share \
             only very common words were not compared; a few related ones may be missing."
        }
    };
    Some(said.to_owned())
}

#[cfg(test)]
mod tests;
