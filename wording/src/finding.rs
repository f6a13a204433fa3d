//! The finding: the sentence above the texts. It is made by rules from the figures alone, so it never says
//! more than they do.

use crossread_engine::{CutShort, Scope, Strictness};

use crate::at_step;
use crate::place::Part;
use crate::words::{capital, count, count_spelled, digits, percent, plural, spelled};

/// A note about what no comparison can show. It is placed near the figures.
pub const CAUTION: &str = "Overlap cannot show who copied whom: both may draw on a third source.";

/// The figures from which the finding is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// A's figures.
    pub a: Counts,
    /// B's figures.
    pub b: Counts,
    /// How many matches are moved.
    pub moved: u32,
    /// How many passages there are.
    pub passages: u32,
    /// The words of the longest; 0 without any.
    pub longest: u32,
    /// The shortest passage, in words.
    pub min_words: u32,
    /// How strict the matching was.
    pub strictness: Strictness,
    /// Which text was compared.
    pub scope: Scope,
    /// What was left out because a bound on the work was reached.
    pub cut_short: CutShort,
}

/// An article's sentences by their strongest kind of match, and its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences that the other has word for word.
    pub verbatim: u32,
    /// Sentences that it has reworded.
    pub edited: u32,
    /// Sentences whose claim it makes.
    pub related: u32,
    /// Sentences that are compared.
    pub all: u32,
    /// Words in a match or a passage.
    pub shared_words: u32,
    /// Words that are compared.
    pub words: u32,
}

impl Counts {
    fn matched(self) -> u32 {
        self.verbatim + self.edited + self.related
    }

    fn unmatched(self) -> u32 {
        self.all.saturating_sub(self.matched())
    }
}

/// The finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// One or two sentences: "Four sentences of A appear in B reworded; two more are about the same thing. No
    /// sentence is the same word for word."
    pub headline: String,
    /// Where the shared text is; if nothing was found, what was looked for.
    pub detail: String,
    /// A note if the comparison was cut short.
    pub cut_short: Option<String>,
}

/// The finding in words. `lies`: the part of A and of B that contains the matches, if there is one.
pub fn finding(found: &Found, lies: [Option<Part>; 2]) -> Finding {
    let (headline, detail) = if let Some(empty) = empty(found) {
        (empty, String::new())
    } else if found.a.matched() == 0 {
        (nothing(found), looked_for(found))
    } else {
        (headline(found.a), detail(found, lies))
    };
    Finding {
        headline,
        detail,
        cut_short: cut_short(found.cut_short).map(str::to_owned),
    }
}

/// The share of each article that is in the other: "Of A’s own text, 31% is in B; of B’s, 12% is in A."
pub fn shares(found: &Found) -> String {
    let text = match found.scope {
        Scope::Own => "own text",
        Scope::Full => "text",
    };
    let share = |counted: Counts| percent(counted.shared_words, counted.words);
    format!(
        "Of A’s {text}, {} is in B; of B’s, {} is in A.",
        share(found.a),
        share(found.b)
    )
}

/// The finding if an article has no sentence that is compared.
fn empty(found: &Found) -> Option<String> {
    let none = |letter: &str| Some(format!("{letter} has no sentence that could be compared."));
    match (found.a.all, found.b.all) {
        (0, 0) => Some("Neither article has a sentence that could be compared.".to_owned()),
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
        ..
    } = counts;
    let sentences = |number: u32| {
        format!(
            "{} of A {}",
            capital(&count_spelled(number, "sentence", "sentences")),
            plural(number, "appears", "appear")
        )
    };
    let all_sentences = match all {
        1 => "The one sentence".to_owned(),
        2 => "Both sentences".to_owned(),
        _ => format!("All {} sentences", spelled(all)),
    };
    let all_of = format!("{all_sentences} of A {}", plural(all, "appears", "appear"));
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
            "{} of A {} that B tells too. {NONE_THE_SAME}",
            if r == all {
                all_sentences
            } else {
                capital(&count_spelled(r, "sentence", "sentences"))
            },
            plural(r, "is about something", "are about things"),
        ),
        (0, e, r) => format!(
            "{} in B reworded; {} about the same thing.{} {NONE_THE_SAME}",
            sentences(e),
            more(r, "is", "are"),
            whole(counts)
        ),
        (v, 0, r) => format!(
            "{} in B word for word; {} about the same thing.{}",
            sentences(v),
            more(r, "is", "are"),
            whole(counts)
        ),
        (v, e, r) => format!(
            "{} in B word for word; {} reworded, and {} about the same thing.{}",
            sentences(v),
            more(e, "is", "are"),
            more(r, "is", "are"),
            whole(counts)
        ),
    }
}

const NONE_THE_SAME: &str = "No sentence is the same word for word.";

/// "two more are".
fn more(number: u32, one: &str, many: &str) -> String {
    format!("{} more {}", spelled(number), plural(number, one, many))
}

/// Added if several kinds together are all of A.
fn whole(counts: Counts) -> &'static str {
    if counts.matched() == counts.all {
        " That is all of A."
    } else {
        ""
    }
}

/// The finding if no sentence has a match.
fn nothing(found: &Found) -> String {
    let Found {
        passages, longest, ..
    } = *found;
    if passages == 0 {
        return "A and B have no sentence and no passage in common.".to_owned();
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

/// What was looked for, if nothing was found.
fn looked_for(found: &Found) -> String {
    let scope = match found.scope {
        Scope::Own => "Repeats and furniture were left out.",
        Scope::Full => "Repeats and furniture were included.",
    };
    format!(
        "Looked for: sentences that are the same, reworded or about the same thing, {}; \
         and runs of {} or more words that are in both, whatever their case and typography. {scope}",
        at_step(found.strictness),
        spelled(found.min_words),
    )
}

/// Where the shared text is, what was moved, and what has no counterpart.
fn detail(found: &Found, lies: [Option<Part>; 2]) -> String {
    let mut said = Vec::new();
    match lies {
        [None, None] => {}
        [Some(a), Some(b)] if a == b => {
            said.push(format!("The shared text is {}.", a.of("both")));
        }
        [a, b] => {
            let places = [a.map(|part| part.of("A")), b.map(|part| part.of("B"))];
            let places: Vec<String> = places.into_iter().flatten().collect();
            said.push(format!("The shared text is {}.", places.join(", and ")));
        }
    }
    let moved = found.moved;
    if moved > 0 {
        said.push(format!(
            "{} {} moved: B has {} in another order.",
            capital(&count_spelled(moved, "match", "matches")),
            plural(moved, "is", "are"),
            plural(moved, "it", "them")
        ));
    }
    said.push(without_counterpart(found));
    if found.scope == Scope::Full {
        said.push("Repeats and furniture are counted too.".to_owned());
    }
    said.join(" ")
}

fn without_counterpart(found: &Found) -> String {
    let (a, b) = (found.a.unmatched(), found.b.unmatched());
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
            of(b, "B", found.b.all),
            plural(b, "has", "have")
        ),
        (_, 0) => format!(
            "{} {} no counterpart; every sentence of B has one.",
            of(a, "A", found.a.all),
            plural(a, "has", "have")
        ),
        _ => format!(
            "{} and {} of B’s {} have no counterpart.",
            of(a, "A", found.a.all),
            digits(b),
            digits(found.b.all)
        ),
    }
}

/// What was left out because a bound on the work was reached.
fn cut_short(cut: CutShort) -> Option<&'static str> {
    Some(match (cut.passages, cut.candidates) {
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
    })
}

#[cfg(test)]
mod tests;
