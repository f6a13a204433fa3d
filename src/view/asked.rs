//! The questions that the articles of the library answer differently, for the first page: the rows of their story that clash,
//! each with its answers and who gives them.

use crossread_wording::lead::year;

use super::face::Face;
use super::story::{Row, Sign, Telling, story_rows};
use super::words::{capital, count_spelled, shortened};
use crate::state::{Page, State};

/// The number of questions shown.
const MOST: usize = 3;
/// The longest answer, in characters.
const LONGEST: usize = 48;

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// "How many troops?", "“no sign” or “some signs”?"
    pub question: String,
    /// What it is about, in the words of one of the sources.
    pub about: String,
    /// The language of these words, for `lang`.
    pub lang: String,
    /// How the answers relate.
    pub sign: Sign,
    /// "Four articles, three answers".
    pub line: String,
    /// The answers, each with the sources that give it.
    pub answers: Vec<Answer>,
    /// The sources that say nothing about it.
    pub silent: Vec<Face>,
    /// The state that shows it in the story.
    pub to: State,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The sources that give it.
    pub faces: Vec<Face>,
    /// In the words of the first of them.
    pub text: String,
    /// The year of the answer, if years lie between the answers; otherwise empty.
    pub year: String,
    /// The language of the words, for `lang`.
    pub lang: String,
}

/// The questions that are answered differently, those that clash first, at most one for each claim. `faces`: the articles' own.
pub fn asked(telling: &Telling, faces: &[Face]) -> Vec<Asked> {
    let mut claims = Vec::new();
    let mut found: Vec<Asked> = Vec::new();
    for row in story_rows(telling, &State::default()) {
        if found.len() == MOST || answers(&row) < 2 || claims.contains(&row.claim) {
            continue;
        }
        let new = one(telling, faces, &row);
        // The same sentences may answer two claims.
        if !found.iter().any(|other| other.answers == new.answers) {
            claims.push(row.claim);
            found.push(new);
        }
    }
    found
}

/// “no sign” or “some signs”.
fn either(answers: &[Answer]) -> String {
    let mut quoted: Vec<String> = answers
        .iter()
        .map(|answer| format!("“{}”", answer.text))
        .collect();
    let last = quoted.pop().unwrap_or_default();
    match quoted.is_empty() {
        true => last,
        false => format!("{} or {last}", quoted.join(", ")),
    }
}

/// What a question is about: the name of the row up to the end of a quotation, without the answer if the name begins with
/// it.
fn about(row: &Row, answers: &[Answer]) -> String {
    let name = row.name.split(['”', '"']).next().unwrap_or_default();
    let name = name.trim_end_matches([',', '.', ' ']);
    let rest = answers.iter().find_map(|answer| {
        let begin = name.get(..answer.text.len())?;
        let rest = name.get(answer.text.len()..)?;
        (begin.eq_ignore_ascii_case(&answer.text) && rest.starts_with(' ')).then_some(rest)
    });
    rest.map_or_else(|| name.to_owned(), |rest| format!("…{rest}"))
}

/// How many answers a row has.
fn answers(row: &Row) -> usize {
    let (groups, _) = row.grouped();
    groups
        .iter()
        .filter(|group| answers_it(row, &group.articles))
        .count()
}

/// Whether one of these articles gives an answer; others tell the claim without one.
fn answers_it(row: &Row, articles: &[usize]) -> bool {
    articles.iter().any(|&at| {
        let cell = row.cells.get(at).and_then(Option::as_ref);
        cell.is_some_and(|cell| cell.group.is_some())
    })
}

fn one(telling: &Telling, faces: &[Face], row: &Row) -> Asked {
    let face = |at: &usize| faces.get(*at).cloned().unwrap_or_default();
    let lang = |at: usize| {
        let article = telling.articles.get(at);
        article.map_or_else(String::new, |article| super::header::lang(article))
    };
    let (groups, mut silent) = row.grouped();
    let mut sources = 0;
    let mut answers = Vec::new();
    for group in &groups {
        if !answers_it(row, &group.articles) {
            silent.extend(&group.articles);
            continue;
        }
        sources += group.articles.len();
        let first = group.articles.first().copied().unwrap_or(0);
        let date = telling
            .articles
            .get(first)
            .and_then(|one| one.date.as_ref());
        let year = date.and_then(|date| year(&date.value));
        answers.push(Answer {
            faces: group.articles.iter().map(face).collect(),
            text: shortened(&group.text, LONGEST),
            year: match year {
                Some(year) if row.sign == Sign::Years => year.to_string(),
                _ => String::new(),
            },
            lang: lang(first),
        });
    }
    silent.sort_unstable();
    let what = row.line.split(':').next().unwrap_or_default();
    Asked {
        question: match what {
            "Whether it is so" => format!("{}?", either(&answers)),
            what => format!("{what}?"),
        },
        about: about(row, &answers),
        lang: lang(row.of),
        sign: row.sign,
        line: format!(
            "{}, {}",
            capital(&count_spelled(sources as u32, "article", "articles")),
            count_spelled(answers.len() as u32, "answer", "answers")
        ),
        answers,
        silent: silent.iter().map(face).collect(),
        to: State {
            at: Some(row.at),
            ..State::default().turned_to(Page::Story)
        },
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crossread_engine::fold::nfkc;
    use crossread_worker::protocol::Answer as Answered;
    use crossread_worker::work::Work;

    use super::asked;
    use crate::view::face::Face;
    use crate::view::story::{Telling, story_ask};
    use crate::view::testing::article;

    /// The questions that these texts answer: "How many people? | … | Two articles, two answers | 40: a; 70: b | silent c".
    fn of(texts: &[(&'static str, &str)]) -> Vec<String> {
        let articles: Vec<_> = texts
            .iter()
            .map(|(id, text)| Arc::new(article(id, text)))
            .collect();
        let ask = story_ask(&articles, Default::default(), &Default::default());
        let Answered::Story(story) = Work::new(nfkc).answer(ask, &mut |_| ()) else {
            panic!("no story");
        };
        let face = |one: &(&'static str, &str)| Face {
            name: one.0.to_owned(),
            ..Face::default()
        };
        let faces: Vec<Face> = texts.iter().map(face).collect();
        let names = |faces: &[Face]| {
            let names: Vec<&str> = faces.iter().map(|face| &*face.name).collect();
            names.join(" ")
        };
        let all = asked(&Telling::new(articles, *story), &faces);
        all.iter()
            .map(|one| {
                let answers: Vec<String> = one
                    .answers
                    .iter()
                    .map(|answer| format!("{}: {}", answer.text, names(&answer.faces)))
                    .collect();
                format!(
                    "{} | {} | {} | silent {}",
                    one.question,
                    one.line,
                    answers.join("; "),
                    names(&one.silent)
                )
            })
            .collect()
    }

    const FLOOD: &str =
        "The flood of the Merrow river drove 40 people from their houses on Tuesday night.";

    #[test]
    fn a_number_is_asked_for_by_what_is_counted() {
        let more = FLOOD.replace("40", "70");
        assert_eq!(
            of(&[("a", FLOOD), ("b", &more), ("c", "It blew.")]),
            ["How many people? | Two articles, two answers | 40: a; 70: b | silent c"]
        );
    }

    #[test]
    fn where_all_say_the_same_nothing_is_asked() {
        assert_eq!(of(&[("a", FLOOD), ("b", FLOOD)]), Vec::<String>::new());
        assert_eq!(of(&[("a", FLOOD)]), Vec::<String>::new());
    }
}
