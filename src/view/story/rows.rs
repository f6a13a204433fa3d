//! The story as a table of answers: a row for each claim, and for each question in it with more than one answer; a column
//! for each source; in a cell the value, or the words that say it.

use crossread_engine::Span;
use crossread_engine::facts::Slot;
use crossread_wording::story::{Dispute, answers, told_by, wordings};
use crossread_worker::protocol::story::{Claim, Question, Said, Saying};

use super::super::words::{capital, list, shortened, spelled};
use super::{Telling, offset, sorted, text_of, year};
use crate::own::several;
use crate::sort::distinct;
use crate::state::{At, Order, State};

/// The longest name of a row and the longest text in a cell, in characters.
const NAME: usize = 84;
const CELL: usize = 64;
/// The fewest words of a name, if an article has a sentence with so many.
const FEWEST: usize = 5;
/// The most questions of a claim that have their own rows.
const MOST_OF_A_CLAIM: usize = 3;

/// How the answers of a row relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Some clash.
    Clash,
    /// Some clash, but the articles are from different years, so both can be right.
    Years,
    /// They differ, but can be about the same thing.
    Differ,
    /// All use the same words.
    Same,
}

impl Sign {
    /// Its mark.
    pub fn mark(self) -> &'static str {
        match self {
            Sign::Clash | Sign::Years => "≠",
            Sign::Differ => "≈",
            Sign::Same => "=",
        }
    }

    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Sign::Clash => "clashes",
            Sign::Years => "clashes, years apart",
            Sign::Differ => "differs",
            Sign::Same => "much the same words",
        }
    }

    /// The class of an element that shows it.
    pub fn class(self) -> &'static str {
        match self {
            Sign::Clash => "sign clash",
            Sign::Years => "sign years",
            Sign::Differ | Sign::Same => "sign",
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The claim, counted from 0.
    pub claim: usize,
    /// The claim in words.
    pub name: String,
    /// The article whose words these are.
    pub of: usize,
    /// How the answers relate.
    pub sign: Sign,
    /// "How many people: 4 answers from 12 sources, at least 2 wordings".
    pub line: String,
    /// What each article says, in order; `None` if it does not tell it.
    pub cells: Vec<Option<Cell>>,
    /// Whether the question is whether or when. Then the name of the row is one of the answers.
    pub asks_whether: bool,
    /// Its place in an address.
    pub at: At,
    /// The first answer, with its article, if it has answers.
    pub answer: Option<(u32, Span)>,
    /// Whether it is the first row of its claim.
    pub is_first: bool,
}

/// What an article says in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The value, or the words that say the claim.
    pub text: String,
    /// The answer it gives, if the row has answers; `None` if it only has words.
    pub group: Option<u32>,
    /// How it relates to the most frequent answer, if it clashes with that.
    pub sign: Option<Sign>,
}

/// The articles that give the same answer, for a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// In the first one's words.
    pub text: String,
    /// How it relates to the most frequent answer.
    pub sign: Option<Sign>,
    /// The articles.
    pub articles: Vec<usize>,
}

impl Row {
    /// The answers, each with its articles, then the words of articles that give none; and the articles that do not tell it.
    pub fn grouped(&self) -> (Vec<Group>, Vec<usize>) {
        let (mut groups, mut silent) = (Vec::<(Option<u32>, Group)>::new(), Vec::new());
        for (article, cell) in self.cells.iter().enumerate() {
            let Some(cell) = cell else {
                silent.push(article);
                continue;
            };
            let same = groups.iter_mut().find(|(group, one)| match cell.group {
                Some(_) => *group == cell.group,
                None => group.is_none() && one.text == cell.text,
            });
            match same {
                Some((_, one)) => one.articles.push(article),
                None => groups.push((
                    cell.group,
                    Group {
                        text: cell.text.clone(),
                        sign: cell.sign,
                        articles: vec![article],
                    },
                )),
            }
        }
        let groups = sorted(groups, &|(group, _)| u64::from(group.unwrap_or(u32::MAX)));
        (groups.into_iter().map(|one| one.1).collect(), silent)
    }

    /// How many articles give an answer or tell it.
    fn tellers(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    fn answers(&self) -> usize {
        let mut groups: Vec<u32> = self
            .cells
            .iter()
            .flatten()
            .filter_map(|cell| cell.group)
            .collect();
        distinct(&mut groups);
        groups.len()
    }
}

/// All rows, in the order that the state names.
pub fn story_rows(telling: &Telling, state: &State) -> Vec<Row> {
    let found = &telling.found;
    let mut rows = Vec::new();
    for (number, claim) in found.claims.iter().enumerate() {
        let mut of_it = found
            .questions
            .iter()
            .filter(|one| one.claim as usize == number);
        let asked: Vec<&Question> = of_it.by_ref().take(MOST_OF_A_CLAIM).collect();
        let before = rows.len();
        for (at, question) in asked.into_iter().enumerate() {
            // A question with a clash has its own row. Of those that only differ, the first stands for the claim.
            if at == 0 || question.answers.iter().any(|one| one.against != 0) {
                rows.extend(asking(telling, number, claim, question));
            }
        }
        if rows.len() == before {
            rows.extend(plain(telling, number, claim));
        }
        if let Some(row) = rows.get_mut(before) {
            row.is_first = true;
        }
    }
    // Counted down, so that larger numbers come first.
    let many = |number: usize| 0xffff_u64.saturating_sub(number as u64);
    let place = match &state.order {
        Order::Of(id) => telling.articles.iter().position(|one| *one.id == *id),
        _ => None,
    };
    sorted(rows, &|row| match (&state.order, place) {
        (Order::Told, _) => many(row.tellers()),
        (Order::Time, _) => told_first(telling, row),
        (Order::Of(_), Some(place)) => first_in(telling, row.claim, place),
        _ => {
            let sign = row.sign.min(Sign::Differ) as u64;
            sign << 32 | many(row.answers()) << 16 | many(row.tellers())
        }
    })
}

/// When a row was first told, by the dates of its articles, as a number; rows without a date come last. With the same date,
/// the row that is earlier in its article comes first.
fn told_first(telling: &Telling, row: &Row) -> u64 {
    let told = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.is_some());
    let dates = told.filter_map(|(place, _)| {
        let date = telling.articles.get(place)?.date.as_ref()?;
        Some((several::day(&date.value), place))
    });
    let first = dates.min();
    let place = first.map_or(0, |(_, place)| place);
    let day = first.map_or(u64::from(u32::MAX), |(day, _)| day.min(u64::from(u32::MAX)));
    let offset = first_in(telling, row.claim, place).min(u64::from(u32::MAX));
    day << 32 | offset
}

/// Where an article first tells a claim; after everything if it does not tell it.
fn first_in(telling: &Telling, claim: usize, place: usize) -> u64 {
    let of_it = telling
        .found
        .claims
        .get(claim)
        .map(|claim| &claim.sentences);
    let mut said = of_it.into_iter().flatten();
    let first = said.find(|one| !one.near && one.article as usize == place);
    first.map_or(u64::MAX, |one| one.span.start as u64)
}

/// The rows' disputes for the sentence that leads the page, the greatest first, without repetition.
pub(super) fn disputes(telling: &Telling, rows: &[Row], most: usize) -> Vec<Dispute> {
    let mut found: Vec<Dispute> = Vec::new();
    for row in rows.iter().filter(|row| row.sign <= Sign::Years) {
        let (groups, _) = row.grouped();
        let answers: Vec<String> = groups
            .iter()
            .map(|group| {
                // A spelled-out number may begin a sentence.
                let letters = group.text.bytes().all(|byte| byte.is_ascii_alphabetic());
                let text = shortened(&group.text, 40);
                if letters {
                    text.to_ascii_lowercase()
                } else {
                    text
                }
            })
            .take(row.answers())
            .collect();
        let dispute = match asked(telling, row) {
            Some((Slot::Number, counted)) => Dispute::Number(counted, answers),
            Some((Slot::Date, _)) => Dispute::Date(answers),
            _ => Dispute::Whether(answers),
        };
        if !found.contains(&dispute) && found.len() < most {
            found.push(dispute);
        }
    }
    found
}

/// The question of a row: the slot, and what is counted.
fn asked(telling: &Telling, row: &Row) -> Option<(Slot, String)> {
    let mut all = telling.found.questions.iter();
    let question = all.find(|one| at_of(telling, one) == Some(row.at))?;
    Some((question.slot, counted(telling, question)))
}

/// The shortest words that say a claim and make sense alone: the sentence if it is short, otherwise the clause.
fn saying(telling: &Telling, one: &Saying) -> String {
    let whole = line(text_of(telling, one.article, one.span));
    match whole.chars().count() <= CELL {
        true => whole.trim_end_matches(['.', '"', '”']).to_owned(),
        false => line(text_of(telling, one.article, one.clause)),
    }
}

/// The words on one line, with single spaces.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is counted, in the most frequent words.
fn counted(telling: &Telling, question: &Question) -> String {
    let words = |one: &Said| {
        let counted = one.counted?;
        Some(line(text_of(telling, one.article, counted)).to_ascii_lowercase())
    };
    let all: Vec<String> = question.answers.iter().filter_map(words).collect();
    let times = |word: &String| all.iter().filter(|other| *other == word).count();
    let most = all
        .iter()
        .rev()
        .max_by_key(|word| (times(word), std::cmp::Reverse(word.len())));
    most.cloned().unwrap_or_default()
}

fn at_of(telling: &Telling, question: &Question) -> Option<At> {
    let first = question.answers.first()?;
    let article = telling.articles.get(first.article as usize)?;
    Some(At::Pair(first.article, offset(article, first.span.start)))
}

/// The row of a question with more than one answer.
fn asking(telling: &Telling, number: usize, claim: &Claim, question: &Question) -> Option<Row> {
    let mut row = plain(telling, number, claim)?;
    let mut groups: Vec<u32> = question.answers.iter().map(|one| one.group).collect();
    distinct(&mut groups);
    let times = |group: &u32| {
        question
            .answers
            .iter()
            .filter(|one| one.group == *group)
            .count()
    };
    let most = groups
        .iter()
        .rev()
        .max_by_key(|group| times(group))
        .copied();
    let year = |article: u32| {
        telling
            .articles
            .get(article as usize)
            .and_then(|one| year(one))
    };
    let apart = |one: &Said, other: &Said| match (year(one.article), year(other.article)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    let clash =
        |one: &Said, other: &Said| one.against.checked_shr(other.group).unwrap_or(0) & 1 == 1;
    // How an answer relates to those with which it clashes: as of the same year, if any of them is.
    let sign = |one: &Said, with: &dyn Fn(&Said) -> bool| {
        let mut others = question
            .answers
            .iter()
            .filter(|other| clash(one, other) && with(other))
            .peekable();
        others.peek()?;
        let years = others.all(|other| apart(one, other));
        Some(if years { Sign::Years } else { Sign::Clash })
    };
    for one in &question.answers {
        let Some(cell) = row.cells.get_mut(one.article as usize) else {
            continue;
        };
        if cell.as_ref().is_some_and(|cell| cell.group.is_some()) {
            continue;
        }
        *cell = Some(Cell {
            text: shortened(&line(text_of(telling, one.article, one.span)), CELL),
            group: Some(one.group),
            sign: sign(one, &|other| Some(other.group) == most),
        });
    }
    let signs = question
        .answers
        .iter()
        .filter_map(|one| sign(one, &|_| true));
    row.sign = signs.min().unwrap_or(Sign::Differ);
    row.at = at_of(telling, question)?;
    row.answer = question
        .answers
        .first()
        .map(|first| (first.article, first.span));
    row.asks_whether = question.slot != Slot::Number;
    // The shortest words that hold an answer and the claim.
    let name = question.answers.iter().filter_map(|one| {
        let mut said = claim.sentences.iter().filter(|said| !said.near);
        let said = said.find(|said| said.article == one.article && said.span.holds(one.span))?;
        let whole = Span::new(
            said.clause.start.min(one.span.start),
            said.clause.end.max(one.span.end),
        );
        Some((whole, one, said.span.end))
    });
    if let Some((whole, one, end)) = name.min_by_key(|(whole, ..)| whole.len()) {
        row.of = one.article as usize;
        row.name = named(telling, question.slot, whole, one, end);
    }
    let what = match question.slot {
        Slot::Number => match &*counted(telling, question) {
            "" => "How many".to_owned(),
            "o'clock" | "o’clock" => "When".to_owned(),
            counted => format!("How many {counted}"),
        },
        Slot::Date => "When".to_owned(),
        _ => "Whether it is so".to_owned(),
    };
    let sources = row
        .cells
        .iter()
        .flatten()
        .filter(|cell| cell.group.is_some());
    row.line = format!(
        "{what}: {}, {}",
        answers(groups.len() as u32, sources.count() as u32),
        in_wordings(telling, claim)
    );
    Some(row)
}

/// The question of a row, in the words of one of the articles, without the figure, which is in the cells. A long text
/// begins at the answer.
fn named(telling: &Telling, slot: Slot, whole: Span, one: &Said, end: usize) -> String {
    let part = |from: usize, to: usize| text_of(telling, one.article, Span::new(from, to));
    let (from, to) = match whole.len() > NAME {
        true => (one.span.start, end),
        false => (whole.start, whole.end),
    };
    // A quotation ends with its closing mark.
    let rest = part(one.span.end, to);
    let to = rest.find(['”', '»']).map_or(to, |at| {
        let quoted = rest.get(..at).unwrap_or("");
        one.span.end + quoted.trim_end_matches([',', '.']).len()
    });
    let name = match slot {
        Slot::Number => format!("{}…{}", part(from, one.span.start), part(one.span.end, to)),
        _ => part(from, to).to_owned(),
    };
    capital(&shortened(&line(&name), NAME))
}

/// A claim in words, as a row names it; preferably a row whose name is not one of the answers.
pub(super) fn claim_in_words(rows: &[Row], claim: usize) -> Option<&Row> {
    let of_it = rows.iter().filter(|row| row.claim == claim);
    of_it.min_by_key(|row| row.asks_whether)
}

/// The row of a claim without answers.
fn plain(telling: &Telling, number: usize, claim: &Claim) -> Option<Row> {
    let told = claim.sentences.iter().filter(|one| !one.near);
    let told: Vec<(&Saying, String)> = told.map(|one| (one, saying(telling, one))).collect();
    // The shortest that is long enough to say something.
    let by_length = told.iter().map(|(_, text)| match text.split(' ').count() {
        words if words < FEWEST => (true, 100 - words),
        words => (false, words),
    });
    let by_length: Vec<(bool, usize)> = by_length.collect();
    let shortest = (0..told.len()).min_by_key(|&at| by_length[at])?;
    let (first, _) = told.first()?;
    let cells = (0..telling.articles.len()).map(|article| {
        let of_it = (0..told.len()).filter(|&at| told[at].0.article as usize == article);
        let shortest = of_it.min_by_key(|&at| by_length[at])?;
        Some(Cell {
            text: shortened(&told[shortest].1, CELL),
            group: None,
            sign: None,
        })
    });
    let cells: Vec<Option<Cell>> = cells.collect();
    let (shortest, name) = &told[shortest];
    let all = telling.articles.len();
    let who = match claim.articles as usize {
        two if two == all && all == 2 => "Told by both".to_owned(),
        some if some == all => format!("Told by all {}", spelled(all as u32)),
        some => format!(
            "Told by {} of {}",
            spelled(some as u32),
            spelled(all as u32)
        ),
    };
    Some(Row {
        claim: number,
        name: capital(&shortened(name, NAME)),
        of: shortest.article as usize,
        sign: match by_wording(claim).len() {
            1 => Sign::Same,
            _ => Sign::Differ,
        },
        line: format!("{who}, {}", in_wordings(telling, claim)),
        cells,
        asks_whether: false,
        answer: None,
        is_first: false,
        at: At::Pair(
            first.article,
            offset(
                telling.articles.get(first.article as usize)?,
                first.span.start,
            ),
        ),
    })
}

/// "at least 2 wordings".
fn in_wordings(telling: &Telling, claim: &Claim) -> String {
    wordings(origins(telling, claim).len() as u32, claim.articles)
}

/// Articles with a claim that may have one origin.
struct Origin {
    /// The articles.
    articles: Vec<u32>,
    /// The agency that all of them credit.
    credit: Option<&'static str>,
    /// Whether it has more than one wording.
    joined: bool,
}

/// The articles of a claim, grouped by the wording that they share.
fn by_wording(claim: &Claim) -> Vec<Vec<u32>> {
    let mut all: Vec<(Vec<u32>, Vec<u32>)> = Vec::new();
    for one in claim.sentences.iter().filter(|one| !one.near) {
        let article = one.article;
        // One article can join two wordings, since it has both.
        let is_its =
            |of: &(Vec<u32>, Vec<u32>)| of.0.contains(&one.wording) || of.1.contains(&article);
        let mut joined = (vec![one.wording], vec![article]);
        all.retain_mut(|of| {
            let is_its = is_its(of);
            if is_its {
                joined.0.append(&mut of.0);
                joined.1.append(&mut of.1);
            }
            !is_its
        });
        all.push(joined);
    }
    let articles = all.into_iter().map(|mut one| {
        distinct(&mut one.1);
        one.1
    });
    articles.collect()
}

/// The same, with articles that credit the same agency as one origin.
fn origins(telling: &Telling, claim: &Claim) -> Vec<Origin> {
    let credit = |&at: &u32| telling.credits.get(at as usize).copied().flatten();
    let mut all: Vec<Origin> = Vec::new();
    for articles in by_wording(claim) {
        let mut joined = Origin {
            articles,
            credit: None,
            joined: false,
        };
        all.retain_mut(|of| {
            let mut named = of.articles.iter().filter_map(credit);
            let same = named.find(|name| {
                let mut other = joined.articles.iter().filter_map(credit);
                other.any(|other| other == *name)
            });
            if same.is_some() {
                joined.articles.append(&mut of.articles);
                joined.joined = true;
            }
            same.is_none()
        });
        distinct(&mut joined.articles);
        let mut credits = joined.articles.iter().map(credit);
        let first = credits.next().flatten();
        joined.credit = first.filter(|_| credits.all(|other| other == first));
        all.push(joined);
    }
    all
}

/// Which articles share a wording, or credit the same agency, in words: "At least 2 wordings: Su and Fs share one; Kw".
pub(super) fn origins_line(telling: &Telling, claim: &Claim, letters: &[String]) -> String {
    let name = |at: &u32| letters.get(*at as usize).cloned().unwrap_or_default();
    let groups = origins(telling, claim);
    let said = groups.iter().map(|group| {
        let names: Vec<String> = group.articles.iter().map(name).collect();
        match (group.credit, names.len()) {
            (Some(agency), 1) => format!("{} credits {agency}", names.concat()),
            (Some(agency), _) => format!("{} credit {agency}", list(&names)),
            (None, 1) => names.concat(),
            (None, _) if group.joined => format!("{} share a wording or an agency", list(&names)),
            (None, _) => format!("{} share one", list(&names)),
        }
    });
    format!(
        "{}: {}.",
        capital(&wordings(groups.len() as u32, claim.articles)),
        said.collect::<Vec<_>>().join("; ")
    )
}

/// The articles that tell a claim: "Told by Su, Kw and Ep".
pub(super) fn tellers_line(claim: &Claim, letters: &[String]) -> String {
    let tells = |at: usize| {
        let mut said = claim.sentences.iter();
        said.any(|one| !one.near && one.article as usize == at)
    };
    let names: Vec<String> = (0..letters.len())
        .filter(|&at| tells(at))
        .map(|at| letters[at].clone())
        .collect();
    told_by(&names)
}
