//! Several articles as one story: what more than one of them says, in how many and in whose words, and what stands
//! in one alone. Pure: from what a worker found to words and places.

use std::sync::Arc;

use crossread_engine::{Kind, Options, Scope, Strictness};
use crossread_worker::protocol::story::{Claim, MOST_ARTICLES, MOST_CLAIMS, Saying, Teller};
use crossread_worker::protocol::{Ask, Stage, Story};

use super::comparing::text_of;
use super::filters::strictness_word;
use super::header::lang;
use super::picker::{byline, short_title};
use super::waiting::{Stand, Waiting};
use super::words::{capital, count, count_spelled, digits, list, percent, plural, spelled};
use crate::library::{Article, Library, Origin};
use crate::state::{At, State, cast, cast_with};

/// What no count of articles can show; stands near the finding.
pub const STORY_CAUTION: &str = "Overlap cannot show who copied whom: all may draw on one source. That many tell a claim does \
                                 not make it true.";

/// What stands above the claims.
pub const CLAIMS_NOTE: &str = "Linked sentences speak of the same thing. Whether they agree is for you to read: one may deny what \
                               another says.";

/// What stands above the sentences without a counterpart.
pub const ALONE_NOTE: &str = "Sentences without a counterpart in any of the others. The others may still tell what they say, in \
                              words too different to be linked.";

/// So many claims have a column in the table; more would not fit beside each other.
const MOST_COLUMNS: usize = 12;

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

/// A row of the table: what an article tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TellerRow {
    /// Its letter.
    pub letter: String,
    /// Its title, shortened.
    pub title: String,
    /// Publisher and date, as they are stated.
    pub byline: String,
    /// The language of its text, for `lang`.
    pub lang: String,
    /// Whether it tells each of the claims that have a column.
    pub tells: Vec<Tells>,
    /// "18 of 21 sentences (86%)".
    pub alone: String,
    /// The sentences that stand in it alone.
    pub apart: Vec<String>,
    /// What is said of those that are not listed.
    pub more: Option<String>,
}

/// Whether an article tells a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// It does.
    Yes,
    /// It says something near to it.
    Near,
    /// It does not, as far as can be found.
    No,
}

impl Tells {
    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Tells::Yes => "tells it",
            Tells::Near => "comes near it",
            Tells::No => "does not",
        }
    }
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimCard {
    /// "In A, C and E; not in B and D".
    pub title: String,
    /// The sentences that say it.
    pub sentences: Vec<Said>,
    /// Those that are near it.
    pub near: Vec<Said>,
    /// Each two that are linked: "sentence 3 of A, 7 of C", how they are alike, and the state that compares them there.
    pub links: Vec<(String, Kind, State)>,
}

/// A sentence of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The letter of its article.
    pub letter: String,
    /// The sentence.
    pub text: String,
    /// The kind of its strongest link.
    pub kind: Kind,
    /// Its article: "The title · publisher not stated · 30 May 2014".
    pub from: String,
    /// The language of its text, for `lang`.
    pub lang: String,
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

/// How strictly the articles are compared, in words, and the states one step looser and one stricter.
pub fn story_steps(state: &State) -> (String, [Option<State>; 2]) {
    let now = state.options.strictness;
    let all = Strictness::ALL;
    let looser = all.iter().rev().find(|step| **step < now);
    let stricter = all.iter().find(|step| **step > now);
    (
        format!("Strictness: {}.", strictness_word(now)),
        [looser, stricter].map(|step| Some(state.with_strictness(*step?))),
    )
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

/// How many claims have a column in the table, and what is said where that is not all.
pub fn columns(telling: &Telling) -> (usize, Option<String>) {
    let all = telling.found.claims.len();
    let shown = all.min(MOST_COLUMNS);
    let note = (shown < all).then(|| {
        format!(
            "The table has the first {} claims; all are below.",
            spelled(shown as u32)
        )
    });
    (shown, note)
}

/// What each article tells.
pub fn teller_rows(telling: &Telling) -> Vec<TellerRow> {
    let (columns, _) = columns(telling);
    let rows = telling
        .articles
        .iter()
        .zip(&telling.found.articles)
        .enumerate();
    rows.map(|(place, (article, teller))| {
        let tells = |claim: &Claim| {
            let of_it = claim
                .sentences
                .iter()
                .filter(|one| one.article as usize == place);
            match of_it.map(|one| one.near).min() {
                Some(false) => Tells::Yes,
                Some(true) => Tells::Near,
                None => Tells::No,
            }
        };
        let all = teller.told + teller.near + teller.alone;
        let hidden = teller.alone.saturating_sub(teller.apart.len() as u32);
        TellerRow {
            letter: letter(place),
            title: short_title(article),
            byline: byline(article),
            lang: lang(article),
            tells: telling
                .found
                .claims
                .iter()
                .take(columns)
                .map(tells)
                .collect(),
            alone: match all {
                0 => "no sentences".to_owned(),
                all => format!(
                    "{} of {} ({})",
                    digits(teller.alone),
                    count(all, "sentence", "sentences"),
                    percent(teller.alone, all)
                ),
            },
            apart: teller
                .apart
                .iter()
                .map(|span| span.of(&article.text).to_owned())
                .collect(),
            more: (hidden > 0).then(|| {
                format!(
                    "And {} more, which the article itself shows.",
                    digits(hidden)
                )
            }),
        }
    })
    .collect()
}

/// Claim number `number`, counted from 0.
pub fn claim_card(telling: &Telling, number: usize, state: &State) -> Option<ClaimCard> {
    let claim = telling.found.claims.get(number)?;
    let said = |near: bool| {
        let of_it = claim.sentences.iter().filter(move |one| one.near == near);
        of_it.filter_map(|one| said(telling, one)).collect()
    };
    let link = |&(a, b, kind): &(u32, u32, Kind)| {
        let [a, b] = [a, b].map(|at| claim.sentences.get(at as usize));
        let (a, b) = a.zip(b)?;
        let [of_a, of_b] = [a, b].map(|one| telling.articles.get(one.article as usize));
        let (of_a, of_b) = of_a.zip(of_b)?;
        let place = format!(
            "sentence {} of {}, {} of {}",
            a.sentence + 1,
            letter(a.article as usize),
            b.sentence + 1,
            letter(b.article as usize)
        );
        let at = At::Pair(offset(of_a, a), offset(of_b, b));
        Some((
            place,
            kind,
            state.compare(&of_a.id, &of_b.id).with_at(Some(at)),
        ))
    };
    Some(ClaimCard {
        title: title(telling, claim),
        sentences: said(false),
        near: said(true),
        links: claim.links.iter().filter_map(link).collect(),
    })
}

/// In which articles a claim stands, and in which not.
fn title(telling: &Telling, claim: &Claim) -> String {
    let (mut told, mut not) = (Vec::new(), Vec::new());
    for place in 0..telling.articles.len() {
        let tells = claim
            .sentences
            .iter()
            .any(|one| !one.near && one.article as usize == place);
        if tells { &mut told } else { &mut not }.push(letter(place));
    }
    match not.len() {
        0 if told.len() == 2 => "In both articles".to_owned(),
        0 => format!("In all {} articles", spelled(told.len() as u32)),
        _ => format!("In {}; not in {}", list(&told), or(&not)),
    }
}

/// "B", "B or D", "B, D or E".
fn or(items: &[String]) -> String {
    match items {
        [before @ .., last] if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => items.concat(),
    }
}

fn said(telling: &Telling, one: &Saying) -> Option<Said> {
    let article = telling.articles.get(one.article as usize)?;
    Some(Said {
        letter: letter(one.article as usize),
        text: one.span.of(&article.text).to_owned(),
        kind: one.kind.unwrap_or(Kind::Related),
        from: format!("{} · {}", short_title(article), byline(article)),
        lang: lang(article),
    })
}

/// Where a sentence begins, in Unicode scalar values.
fn offset(article: &Article, one: &Saying) -> u32 {
    let before = article.text.get(..one.span.start).unwrap_or("");
    u32::try_from(before.chars().count()).unwrap_or(u32::MAX)
}

/// An article that can be in the story or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastRow {
    /// Its id.
    pub id: String,
    /// Its title, shortened.
    pub title: String,
    /// Publisher and date, and whether it is the reader's.
    pub byline: String,
    /// The language of its text, for `lang`.
    pub lang: String,
}

/// The articles that a story can be told by.
pub fn cast_rows(library: &Library) -> Vec<CastRow> {
    let own = |article: &Article| match library.origin(&article.id) {
        Origin::Shipped => "",
        _ => "yours · ",
    };
    let all = library.articles().iter();
    all.map(|article| CastRow {
        id: article.id.to_string(),
        title: short_title(article),
        byline: format!("{}{}", own(article), byline(article)),
        lang: lang(article),
    })
    .collect()
}

/// How the choice of articles stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastLine {
    /// "Articles in this story: three of seven".
    pub summary: String,
    /// Said where no more can be chosen.
    pub full: Option<String>,
}

/// How the choice of articles stands.
pub fn cast_line(library: &Library, state: &State) -> CastLine {
    let (chosen, all) = (
        cast(state, library).articles.len(),
        library.articles().len(),
    );
    let full = chosen >= MOST_ARTICLES && all > chosen;
    CastLine {
        summary: format!(
            "Articles in this story: {} of {}",
            spelled_or_none(chosen),
            spelled(all as u32)
        ),
        full: full.then(|| {
            format!(
                "{} is the most that can be read as one story.",
                capital(&spelled(MOST_ARTICLES as u32))
            )
        }),
    }
}

fn spelled_or_none(number: usize) -> String {
    match number {
        0 => "none".to_owned(),
        number => spelled(number as u32),
    }
}

/// Whether an article is in the story, and the state in which it is the other way; none where no more can be in it.
pub fn in_story(library: &Library, state: &State, id: &str) -> (bool, Option<State>) {
    let now = cast(state, library).articles;
    let is_in = now.iter().any(|one| one.id == id);
    let may = is_in || now.len() < MOST_ARTICLES;
    (is_in, may.then(|| cast_with(state, library, id, !is_in)))
}

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
