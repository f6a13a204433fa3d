//! The sentences about several articles that are read as one story: how many of them tell each claim, and what only one
//! tells.

use crossread_engine::Scope;
use crossread_engine::story::Cut;

use crate::words::{capital, count, count_spelled, digits, list, percent, plural, spelled};

/// What no count of articles can show. It is placed near the finding.
pub const CAUTION: &str = "Overlap cannot show who copied whom: all may draw on one source. That many tell a claim does \
                           not make it true.";

/// The note above the claims.
pub const CLAIMS_NOTE: &str = "Linked sentences are about the same thing. Read them to see whether they agree: one may deny what another says.";

/// The note at a claim in which the engine found a denial.
pub const OPPOSED_NOTE: &str = "One of these sentences denies what another says.";

/// The text that replaces the claims if there are none; without a full stop, since a page adds what else can be done.
pub const NO_CLAIMS: &str = "No sentence of these articles has a counterpart in another of them. A looser step may find \
                             claims told in other words";

/// The note above the sentences without a counterpart.
pub const ALONE_NOTE: &str = "Sentences without a counterpart in any of the others. The others may still tell what they say, in \
                              words too different to be linked.";

/// The note above what one article leaves out.
pub const LEFT_OUT_NOTE: &str = "Choose an article to see which claims two or more of the others tell and it does not, as far as the \
                                 words show.";

/// The note above the sentences that are near a claim.
pub const NEAR_NOTE: &str =
    "Shares a little with one of these sentences, but not enough to tell the same.";

/// What several articles tell, in figures.
#[derive(Clone, Copy, Debug)]
pub struct Told<'f> {
    /// The number of articles.
    pub articles: u32,
    /// How many claims are in how many articles, by the number of articles.
    pub spread: &'f [u32],
    /// Sentences that say a claim.
    pub told: u32,
    /// Sentences that say none but come near what another article says.
    pub near: u32,
    /// Sentences without a counterpart in any other article.
    pub alone: u32,
    /// Which text was compared.
    pub scope: Scope,
    /// Whether these texts are so long that matches can be missing.
    pub cut_short: bool,
}

/// A question with several answers, for the sentence that leads a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dispute {
    /// How much of something: what is counted, and the figures.
    Number(String, Vec<String>),
    /// When: the days and times.
    Date(Vec<String>),
    /// Whether something is so: the words for it and those against it.
    Whether(Vec<String>),
}

/// What most of the articles tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most<'m> {
    /// The claim in words.
    pub claim: &'m str,
    /// How many articles tell it.
    pub tellers: u32,
    /// Whether some of them deny it, or give another time.
    pub disputed: bool,
}

/// What all of the articles tell and over what they disagree, with what they say: "All five tell of “the dam burst”. They
/// disagree on how many people (4, 5, 6, 7) and on whether “were repaired” or “were never repaired”."
pub fn lead(articles: u32, most: Option<Most<'_>>, disputes: &[Dispute]) -> String {
    let told = most.map(|most| {
        let Most { claim, tellers, .. } = most;
        let who = match (tellers == articles, articles) {
            (true, 2) => "Both".to_owned(),
            (true, _) => format!("All {}", spelled(articles)),
            (false, _) => format!(
                "{} of the {}",
                capital(&spelled(tellers)),
                spelled(articles)
            ),
        };
        match most.disputed {
            true => format!("{who} speak of “{claim}”."),
            false => format!("{who} tell: “{claim}”."),
        }
    });
    let over: Vec<String> = disputes.iter().map(over).collect();
    let over = match over.is_empty() {
        true if told.is_some() => "No number, date or denial clashes.".to_owned(),
        true => "No claim is in more than one of these articles.".to_owned(),
        false => format!("They disagree {}.", list(&over)),
    };
    told.into_iter().chain([over]).collect::<Vec<_>>().join(" ")
}

fn over(dispute: &Dispute) -> String {
    let quoted = |answers: &[String]| -> Vec<String> {
        answers.iter().map(|answer| format!("“{answer}”")).collect()
    };
    match dispute {
        Dispute::Number(counted, answers) if counted.is_empty() => {
            format!("on a number ({})", answers.join(", "))
        }
        Dispute::Number(counted, answers) => {
            format!("on how many {counted} ({})", answers.join(", "))
        }
        Dispute::Date(answers) => format!("on when ({})", answers.join(", ")),
        Dispute::Whether(answers) => format!("on {}", or(&quoted(answers))),
    }
}

/// How many answers a row has, and from how many sources: "4 answers from 12 sources".
pub fn answers(answers: u32, sources: u32) -> String {
    format!(
        "{} from {}",
        count(answers, "answer", "answers"),
        count(sources, "source", "sources")
    )
}

/// The least number of wordings: "at least 2 wordings". Shared wording only shows which articles may not be independent.
pub fn wordings(wordings: u32, tellers: u32) -> String {
    match (wordings, tellers) {
        (1, _) => "one wording".to_owned(),
        (some, all) if some == all => format!("{} wordings", digits(some)),
        (some, _) => format!("at least {} wordings", digits(some)),
    }
}

/// What was found: "Two claims appear in three of the five articles and six in two. The other 71 sentences are in only one article."
pub fn headline(found: &Told<'_>) -> String {
    let told_by = found.articles;
    if found.told + found.near + found.alone == 0 {
        return "None of these articles has a sentence that could be compared.".to_owned();
    }
    let mut parts = Vec::new();
    for (number, &claims) in found.spread.iter().enumerate().rev() {
        let number = number as u32;
        if claims == 0 || number < 2 {
            continue;
        }
        let first = parts.is_empty();
        let what = match first {
            true => format!(
                "{} {}",
                count_spelled(claims, "claim", "claims"),
                plural(claims, "appears", "appear")
            ),
            false => spelled(claims),
        };
        let whose = match (number, first) {
            (2, _) if told_by == 2 => "both articles".to_owned(),
            (all, _) if all == told_by => format!("all {} articles", spelled(all)),
            (some, true) => format!("{} of the {} articles", spelled(some), spelled(told_by)),
            (some, false) => spelled(some),
        };
        parts.push(format!("{what} in {whose}"));
    }
    if parts.is_empty() {
        let several = match told_by {
            2 => "both articles".to_owned(),
            number => format!("more than one of the {} articles", spelled(number)),
        };
        return format!("No claim is in {several}.");
    }
    let mut said = format!("{}.", capital(&list(&parts)));
    if found.near > 0 {
        let near = count_spelled(found.near, "more sentence comes", "more sentences come");
        said.push_str(&format!(
            " {} near what another article says.",
            capital(&near)
        ));
    }
    said.push_str(&match found.alone {
        0 => " No sentence is in only one article.".to_owned(),
        1 => " One other sentence is in only one article.".to_owned(),
        number => format!(
            " The other {} sentences are in only one article.",
            digits(number)
        ),
    });
    said
}

/// What was looked at, and how. `most`: the maximum of listed claims, if there is one.
pub fn detail(found: &Told<'_>, most: Option<u32>) -> String {
    let scope = match found.scope {
        Scope::Own => "repeats and furniture are left out",
        Scope::Full => "repeats and furniture are counted too",
    };
    let pairs = found.articles * found.articles.saturating_sub(1) / 2;
    let how = match pairs {
        1 => "The two were compared".to_owned(),
        _ => format!(
            "Each was compared with each of the others, {} pairs",
            spelled(pairs)
        ),
    };
    let mut said = vec![format!("{how}; {scope}.")];
    let claims: u32 = found.spread.iter().sum();
    if let Some(most) = most.filter(|most| claims > *most) {
        said.push(format!(
            "Of {} claims, the {} that most articles tell are listed.",
            digits(claims),
            digits(most)
        ));
    }
    if found.cut_short {
        said.push(
            "These texts are so long that sentences which share only very common words were not compared; a few related \
             ones may be missing."
                .to_owned(),
        );
    }
    said.join(" ")
}

/// Which articles tell a claim: "In A, C and E; not in B or D". The arguments are the names of those that tell it and
/// those that do not.
pub fn stands(told: &[String], not: &[String]) -> String {
    match not.len() {
        0 if told.len() == 2 => "In both articles".to_owned(),
        0 => format!("In all {} articles", spelled(told.len() as u32)),
        _ => format!("In {}; not in {}", list(told), or(not)),
    }
}

/// How much an article leaves out: "A leaves out 12 of 21 claims that others tell, those that most tell first."
pub fn left_out(name: &str, claims: u32, all: u32) -> String {
    match claims {
        0 => format!("{name} leaves out none of the claims that were found."),
        1 => format!(
            "{name} leaves out one of {}.",
            count(all, "claim", "claims")
        ),
        _ => format!(
            "{name} leaves out {} of {}. Those that most of the others tell come first.",
            digits(claims),
            count(all, "claim", "claims")
        ),
    }
}

/// How much one of two articles leaves out of the other: "A leaves out 12 of the 21 sentences of B."
pub fn left_out_of_two(name: &str, other: &str, alone: u32, all: u32) -> String {
    match alone {
        0 => format!("{name} leaves out no sentence of {other}."),
        _ => format!(
            "{name} leaves out {} of the {} of {other}.",
            digits(alone),
            count(all, "sentence", "sentences")
        ),
    }
}

/// The note above the quotations.
pub const QUOTES_NOTE: &str = "Words in quotation marks, by the speaker that the text names. The longest version of a quotation comes first, and the others are compared with it.";

/// How a quotation relates to the longest one of its statement; empty for that one itself.
pub fn cut(cut: Cut, is_first: bool) -> &'static str {
    match cut {
        Cut::Whole if is_first => "",
        Cut::Whole => "the same words",
        Cut::Shortened => "shortened",
        Cut::Altered => "altered",
    }
}

/// How many quotations there are, and of how many speakers: "12 quotations of 4 speakers".
pub fn quoted(quotes: u32, speakers: u32) -> String {
    format!(
        "{} of {}",
        count(quotes, "quotation", "quotations"),
        count(speakers, "speaker", "speakers")
    )
}

/// In how many articles a speaker is quoted: "quoted in 3 of 5 articles".
pub fn quoted_by(some: u32, all: u32) -> String {
    format!(
        "quoted in {} of {}",
        digits(some),
        count(all, "article", "articles")
    )
}

/// The fullest of a speaker's names, if it is a name and not a description.
pub fn fullest<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let fits = |name: &&str| name.chars().count() <= LONGEST_NAME;
    let mut best = "";
    for name in names {
        if best.is_empty() || fits(&name) && (name.len() > best.len() || !fits(&best)) {
            best = name;
        }
    }
    capital(&best.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The longest name of a speaker, in characters.
const LONGEST_NAME: usize = 60;

/// The articles that tell a claim: "Told by A, C and E".
pub fn told_by(names: &[String]) -> String {
    format!("Told by {}", list(names))
}

/// How much only one article tells: "18 of 21 sentences (86%)".
pub fn alone(alone: u32, all: u32) -> String {
    match all {
        0 => "no sentences".to_owned(),
        all => format!(
            "{} of {} ({})",
            digits(alone),
            count(all, "sentence", "sentences"),
            percent(alone, all)
        ),
    }
}

/// "B", "B or D", "B, D or E".
pub fn or(items: &[String]) -> String {
    match items {
        [before @ .., last] if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => items.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Cut, Dispute, Most, answers, cut, fullest, lead, left_out, or, quoted, quoted_by, stands,
        told_by, wordings,
    };

    #[test]
    fn the_lead_says_what_all_tell_and_on_what_they_disagree() {
        let all = |said: &[&str]| -> Vec<String> { said.iter().map(ToString::to_string).collect() };
        let most = |tellers: u32| {
            Some(Most {
                claim: "the dam burst",
                tellers,
                disputed: false,
            })
        };
        let dead = Dispute::Number("people".to_owned(), all(&["4", "5", "6", "7"]));
        let repaired = Dispute::Whether(all(&["were repaired", "were never repaired"]));
        assert_eq!(
            lead(12, most(12), &[dead.clone(), repaired]),
            "All twelve tell: “the dam burst”. They disagree on how many people (4, 5, 6, 7) and on “were repaired” or “were \
             never repaired”."
        );
        let when = Dispute::Date(all(&["Monday", "Tuesday"]));
        let some = Dispute::Number(String::new(), all(&["4", "5"]));
        assert_eq!(
            lead(5, most(4), &[when, some]),
            "Four of the five tell: “the dam burst”. They disagree on when (Monday, Tuesday) and on a number (4, 5)."
        );
        assert_eq!(
            lead(2, most(2), &[]),
            "Both tell: “the dam burst”. No number, date or denial clashes."
        );
        let disputed = most(3).map(|most| Most {
            claim: "the cracks were repaired",
            disputed: true,
            ..most
        });
        let whether = Dispute::Whether(all(&["were repaired", "were never repaired"]));
        assert_eq!(
            lead(4, disputed, &[whether]),
            "Three of the four speak of “the cracks were repaired”. They disagree on “were repaired” or “were never repaired”."
        );
        assert_eq!(
            lead(3, None, &[]),
            "No claim is in more than one of these articles."
        );
        assert_eq!(
            lead(3, None, &[dead]),
            "They disagree on how many people (4, 5, 6, 7)."
        );
    }

    #[test]
    fn answers_and_wordings_are_counted() {
        assert_eq!(answers(4, 12), "4 answers from 12 sources");
        let said = [(1, 3), (2, 5), (3, 3)].map(|(some, all)| wordings(some, all));
        assert_eq!(said, ["one wording", "at least 2 wordings", "3 wordings"]);
    }

    #[test]
    fn a_quotation_says_how_it_lies_to_the_longest() {
        let said = [
            (Cut::Whole, true),
            (Cut::Whole, false),
            (Cut::Shortened, false),
        ];
        let said = said.map(|(how, first)| cut(how, first));
        assert_eq!(said, ["", "the same words", "shortened"]);
        assert_eq!(quoted(12, 1), "12 quotations of 1 speaker");
        assert_eq!(quoted_by(3, 5), "quoted in 3 of 5 articles");
        let long = "the man who for eleven years was the keeper of the old lock at Esk Rasmussen";
        let names = ["Rasmussen", "Anders Fogh\nRasmussen", long];
        assert_eq!(fullest(names.into_iter()), "Anders Fogh Rasmussen");
        assert_eq!(fullest([].into_iter()), "");
    }

    #[test]
    fn what_an_article_leaves_out_is_counted() {
        assert_eq!(
            left_out("A", 12, 21),
            "A leaves out 12 of 21 claims. Those that most of the others tell come first."
        );
        assert_eq!(left_out("B", 1, 2), "B leaves out one of 2 claims.");
        assert_eq!(left_out("C", 1, 1), "C leaves out one of 1 claim.");
        assert_eq!(
            left_out("D", 0, 4),
            "D leaves out none of the claims that were found."
        );
        let of_two =
            [(12, 21), (0, 4)].map(|(alone, all)| super::left_out_of_two("A", "B", alone, all));
        assert_eq!(
            of_two,
            [
                "A leaves out 12 of the 21 sentences of B.",
                "A leaves out no sentence of B."
            ]
        );
        let names = ["A", "C", "E"].map(String::from);
        assert_eq!(told_by(&names), "Told by A, C and E");
    }

    #[test]
    fn where_a_claim_stands() {
        let all = |letters: &str| -> Vec<String> { letters.chars().map(String::from).collect() };
        assert_eq!(stands(&all("AB"), &[]), "In both articles");
        assert_eq!(stands(&all("ABC"), &[]), "In all three articles");
        assert_eq!(
            stands(&all("ACE"), &all("BD")),
            "In A, C and E; not in B or D"
        );
        let or = ["B", "BD", "BDE"].map(|letters| or(&all(letters)));
        assert_eq!(or, ["B", "B or D", "B, D or E"]);
    }
}
