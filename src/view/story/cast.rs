//! The articles of a story, as the reader can choose them, and how strictly they are compared.

use crossread_engine::Strictness;
use crossread_worker::protocol::story::MOST_ARTICLES;

use super::super::header::lang;
use super::super::picker::{byline, short_title};
use super::super::words::{capital, count, spelled};
use crate::library::{Article, Library, Origin};
use crate::state::{State, cast, cast_own, cast_with};

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

/// The articles that can be in a story, the reader's own first.
pub fn cast_rows(library: &Library) -> Vec<CastRow> {
    let own = |article: &Article| match library.origin(&article.id) {
        Origin::Shipped | Origin::Collected => "",
        _ => "yours · ",
    };
    let all = library.own_ones().chain(library.shipped_ones());
    all.map(|article| CastRow {
        id: article.id.to_string(),
        title: short_title(article),
        byline: format!("{}{}", own(article), byline(article)),
        lang: lang(article),
    })
    .collect()
}

/// The state of the choice of articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastLine {
    /// "Articles in this story: three of seven".
    pub summary: String,
    /// The note if no more can be chosen.
    pub full: Option<String>,
}

/// "Only yours: 12 texts", and the state for it; `None` if there is none.
pub fn only_own(library: &Library, state: &State) -> Option<(String, State)> {
    let to = cast_own(state, library)?;
    let own = library.own_ones().count();
    let name = match own > MOST_ARTICLES {
        true => format!("Only yours: the last {MOST_ARTICLES} texts"),
        false => format!("Only yours: {}", count(own as u32, "text", "texts")),
    };
    Some((name, to))
}

/// The state of the choice of articles.
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
                "At most {} can be read as one story.",
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

/// The ids of the articles in the story.
pub fn story_ids(library: &Library, state: &State) -> Vec<String> {
    let now = cast(state, library).articles;
    now.iter().map(|one| one.id.to_string()).collect()
}

/// Whether an article can be ticked or unticked: the number in a story is limited. `ids`: those in it.
pub fn may_turn(ids: &[String], id: &str) -> bool {
    ids.len() < MOST_ARTICLES || ids.iter().any(|one| one == id)
}

/// The state in which an article is added to the story, or removed from it; `None` if the story is full.
pub fn story_turned(library: &Library, state: &State, id: &str) -> Option<State> {
    let ids = story_ids(library, state);
    let is_in = ids.iter().any(|one| one == id);
    may_turn(&ids, id).then(|| cast_with(state, library, id, !is_in))
}

/// How strictly the articles are compared, in words, and the states one step looser and one stricter.
pub fn story_steps(state: &State) -> (String, [Option<State>; 2]) {
    let now = state.options.strictness;
    let all = Strictness::ALL;
    let looser = all.iter().rev().find(|step| **step < now);
    let stricter = all.iter().find(|step| **step > now);
    (
        format!("Strictness: {now}."),
        [looser, stricter].map(|step| Some(state.with_strictness(*step?))),
    )
}

#[cfg(test)]
mod tests {
    use super::{cast_line, cast_rows, may_turn, story_ids, story_steps, story_turned};
    use crate::library::{Library, Origin};
    use crate::state::{parse, write};
    use crate::view::testing::article;

    #[test]
    fn a_step_leads_either_way_as_far_as_there_is_one() {
        let steps = |query: &str| {
            let (line, steps) = story_steps(&parse(query).state);
            let steps = steps.map(|to| to.map_or("-".to_owned(), |to| write(&to)));
            format!("{line} {}", steps.join(" "))
        };
        assert_eq!(
            steps("?page=story&of=x.y"),
            "Strictness: normal. ?page=story&of=x.y&strict=loose ?page=story&of=x.y&strict=strict"
        );
        assert_eq!(
            steps("?page=story&strict=loosest"),
            "Strictness: loosest. - ?page=story&strict=loose"
        );
        assert_eq!(
            steps("?page=story&strict=strictest"),
            "Strictness: strictest. ?page=story&strict=strict -"
        );
    }

    #[test]
    fn the_choice_of_articles_says_how_it_stands() {
        let mut library = Library::new(["rain", "storm"].map(|id| article(id, "Text.")));
        library.put(article("own-a", "Text."), Origin::Kept, 1);
        let state = |query: &str| parse(query).state;
        let line = |query: &str| cast_line(&library, &state(query)).summary;
        assert_eq!(line("?page=story"), "Articles in this story: two of three");
        assert_eq!(
            line("?page=story&of=."),
            "Articles in this story: none of three"
        );
        let bylines: Vec<String> = cast_rows(&library)
            .into_iter()
            .map(|row| row.byline)
            .collect();
        assert_eq!(bylines[0], "yours · publisher not stated · date not stated");
        let ids = story_ids(&library, &state("?page=story"));
        assert_eq!(ids, ["rain", "storm"]);
        let to = story_turned(&library, &state("?page=story"), "own-a");
        assert_eq!(
            to.map(|to| write(&to)).as_deref(),
            Some("?page=story&of=rain.storm.own-a")
        );
        let many = Library::new((0..104).map(|at| {
            let id: &'static str = Box::leak(format!("n{at}").into_boxed_str());
            article(id, "Text.")
        }));
        let all = state("?page=story");
        let ids = story_ids(&many, &all);
        assert!(may_turn(&ids, "n3") && !may_turn(&ids, "n103"));
        assert!(story_turned(&many, &all, "n3").is_some());
        assert_eq!(story_turned(&many, &all, "n103"), None);
        assert_eq!(
            cast_line(&many, &all).full.as_deref(),
            Some("At most 100 can be read as one story.")
        );
    }
}
