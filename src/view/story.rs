//! Several articles as one story: what more than one of them says, in how many and in whose words, and what stands
//! in one alone. Pure: from what a worker found to words and places.

use std::sync::Arc;

use crossread_engine::{Options, Scope};
use crossread_worker::protocol::story::{MOST_CLAIMS, Teller};
use crossread_worker::protocol::{Ask, Stage, Story};

use super::comparing::text_of;
use super::waiting::{Stand, Waiting};
use super::words::{capital, count_spelled, digits, list, plural, spelled};
use crate::library::Article;

mod cast;
mod claims;

pub use cast::{CastLine, CastRow, cast_line, cast_rows, in_story, story_steps};
pub use claims::{ALONE_NOTE, ClaimCard, Said, TellerRow, Tells, claim_card, columns, teller_rows};

/// What no count of articles can show; stands near the finding.
pub const STORY_CAUTION: &str = "Overlap cannot show who copied whom: all may draw on one source. That many tell a claim does \
                                 not make it true.";

/// What stands above the claims.
pub const CLAIMS_NOTE: &str = "Linked sentences speak of the same thing. Whether they agree is for you to read: one may deny what \
                               another says.";

/// Several articles, read as one story.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// The articles.
    pub articles: Vec<Arc<Article>>,
    /// What a worker found in them.
    pub found: Story,
}

/// What was found, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFinding {
    /// "Two claims stand in three of the five articles and six in two. The other 71 sentences stand in one article alone."
    pub headline: String,
    /// What was looked at, and how.
    pub detail: String,
}

/// What to ask a worker about these articles.
pub fn story_ask(articles: &[Arc<Article>], options: Options) -> Ask {
    Ask::Story(articles.iter().map(|one| text_of(one)).collect(), options)
}

/// The letter of the article in that place.
pub fn letter(place: usize) -> String {
    let letter = u8::try_from(place)
        .ok()
        .and_then(|place| b'A'.checked_add(place));
    char::from(letter.unwrap_or(b'?')).to_string()
}

/// "Five articles as one story".
pub fn story_title(articles: usize) -> String {
    match articles as u32 {
        0 | 1 => "One story".to_owned(),
        number => format!(
            "{} as one story",
            capital(&count_spelled(number, "article", "articles"))
        ),
    }
}

/// What was found, in words.
pub fn story_finding(telling: &Telling) -> StoryFinding {
    StoryFinding {
        headline: headline(&telling.found),
        detail: detail(&telling.found),
    }
}

fn headline(found: &Story) -> String {
    let told_by = found.articles.len() as u32;
    let sum = |of: fn(&Teller) -> u32| -> u32 { found.articles.iter().map(of).sum() };
    let (told, near, alone) = (
        sum(|one| one.told),
        sum(|one| one.near),
        sum(|one| one.alone),
    );
    if told + near + alone == 0 {
        return "None of these articles holds a sentence that could be compared.".to_owned();
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
                plural(claims, "stands", "stand")
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
        return format!("No claim stands in {several}.");
    }
    let mut said = format!("{}.", capital(&list(&parts)));
    if near > 0 {
        let near = count_spelled(near, "more sentence comes", "more sentences come");
        said.push_str(&format!(" {} near one of them.", capital(&near)));
    }
    said.push_str(&match alone {
        0 => " No sentence stands in one article alone.".to_owned(),
        1 => " One other sentence stands in one article alone.".to_owned(),
        number => format!(
            " The other {} sentences stand in one article alone.",
            digits(number)
        ),
    });
    said
}

fn detail(found: &Story) -> String {
    let told_by = found.articles.len() as u32;
    let scope = match found.options.scope {
        Scope::Own => "repeats and furniture are left out",
        Scope::Full => "repeats and furniture are counted in",
    };
    let pairs = told_by * told_by.saturating_sub(1) / 2;
    let how = match pairs {
        1 => "The two were compared".to_owned(),
        _ => format!(
            "Each was compared with each of the others, {} pairs",
            spelled(pairs)
        ),
    };
    let mut said = vec![format!("{how}; {scope}.")];
    let claims: u32 = found.spread.iter().sum();
    if claims as usize > MOST_CLAIMS {
        said.push(format!(
            "The {} claims that stand in most articles are listed, of {}.",
            MOST_CLAIMS,
            digits(claims)
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

/// What stands in place of the claims where there are none.
pub fn no_claims(telling: &Telling) -> Option<String> {
    telling.found.claims.is_empty().then(|| {
        "No sentence of these articles has a counterpart in another of them. A looser step may find claims told in other \
         words; or choose other articles above."
            .to_owned()
    })
}

/// What stands where there are too few articles to read.
pub const TOO_FEW: &str = "Choose two articles or more above: what several of them tell, and what each tells alone, is then shown \
                           here.";

/// What is said while the articles are read; nothing where there is nothing to say. `earlier`: whether what was found
/// before is still to be seen.
pub fn story_waiting(stand: Stand, earlier: bool) -> Option<Waiting> {
    let mut waiting = super::waiting::waiting(stand, earlier)?;
    if let Stand::Working(Some(progress)) = stand {
        waiting.line = match progress.stage {
            Stage::ReadingA => "Reading the articles …",
            _ => "Comparing each article with each …",
        }
        .to_owned();
    }
    Some(waiting)
}

#[cfg(test)]
mod tests;
