//! Several articles as one story: what more than one of them says, in how many and in whose words, and what stands
//! in one alone. Pure: from what a worker found to words and places.

use std::sync::Arc;

use crossread_engine::Options;
use crossread_wording::story as wording;
use crossread_worker::protocol::story::{MOST_CLAIMS, Teller};
use crossread_worker::protocol::{Ask, Stage, Story};

use super::comparing::text_of;
use super::waiting::{Stand, Waiting};
use super::words::{capital, count_spelled};
use crate::library::Article;

pub use crossread_wording::story::{
    ALONE_NOTE, CAUTION as STORY_CAUTION, CLAIMS_NOTE, LEFT_OUT_NOTE, NEAR_NOTE, OPPOSED_NOTE,
};

mod cast;
mod claims;
mod left_out;

pub use cast::{CastLine, CastRow, cast_line, cast_rows, in_story, story_steps};
pub use claims::{ClaimCard, Said, TellerRow, Tells, claim_card, columns, teller_rows};
pub use left_out::{Cited, LeftOut, Omission, story_left_out};

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
    wording::headline(&figures(found))
}

fn detail(found: &Story) -> String {
    wording::detail(&figures(found), Some(MOST_CLAIMS as u32))
}

fn figures(found: &Story) -> wording::Told<'_> {
    let sum = |of: fn(&Teller) -> u32| -> u32 { found.articles.iter().map(of).sum() };
    wording::Told {
        articles: found.articles.len() as u32,
        spread: &found.spread,
        told: sum(|one| one.told),
        near: sum(|one| one.near),
        alone: sum(|one| one.alone),
        scope: found.options.scope,
        cut_short: found.cut_short,
    }
}

/// What stands in place of the claims where there are none.
pub fn no_claims(telling: &Telling) -> Option<String> {
    let none = telling.found.claims.is_empty();
    none.then(|| format!("{}; or choose other articles above.", wording::NO_CLAIMS))
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
