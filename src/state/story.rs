//! The articles of a story: those that the address names, or else those that ship with the site.

use std::sync::Arc;

use crossread_worker::protocol::story::MOST_ARTICLES;

use super::quoted::quoted;
use super::{Page, State};
use crate::library::{Article, Library};
use crate::own::is_own;

/// The articles of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    /// The articles, in the order in which they are named, each once, and no more than one story can have.
    pub articles: Vec<Arc<Article>>,
    /// What could not be used of the address.
    pub notices: Vec<StoryNotice>,
}

/// What could not be used of a story's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoryNotice {
    /// The library has no article of that id.
    Unknown(String),
    /// A text of the reader's that the story names is not in this browser.
    Gone,
    /// A story needs at least two articles, and only so many of those that the link names are here.
    TooFew(usize),
    /// The link names so many articles, and a story can have no more than the second number.
    TooMany(usize, usize),
}

impl StoryNotice {
    /// The sentences that the page shows.
    pub fn sentence(&self) -> String {
        match self {
            StoryNotice::Unknown(id) => format!(
                "This link asks for an article called {}, which is not in this library. \
                 The story is told without it.",
                quoted(id)
            ),
            StoryNotice::Gone => {
                "A text of this story was kept in another browser, or is no longer here. \
                 The story is told without it."
                    .to_owned()
            }
            StoryNotice::TooFew(here) => format!(
                "A story needs at least two articles, and {} of those that this link names is here. \
                 Choose more below.",
                match here {
                    0 => "none",
                    _ => "only one",
                }
            ),
            StoryNotice::TooMany(named, most) => format!(
                "This link names {named} articles, and at most {most} can be read as one story. \
                 The first {most} are shown."
            ),
        }
    }
}

/// What could not be used of the address of a story.
pub fn notices(state: &State, library: &Library) -> Vec<StoryNotice> {
    cast(state, library).notices
}

/// The value for "no articles", after the reader has removed all. An empty value would mean all of them.
const NOBODY: &str = ".";

/// The articles of the story that a state is about.
pub fn cast(state: &State, library: &Library) -> Cast {
    let mut cast = Cast::default();
    if state.page != Page::Story {
        return cast;
    }
    if state.of.is_empty() {
        cast.articles = library
            .shipped_ones()
            .take(MOST_ARTICLES)
            .cloned()
            .collect();
        return cast;
    }
    let mut seen: Vec<&str> = Vec::new();
    for id in named(state) {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        match library.get(id) {
            Some(article) => cast.articles.push(Arc::clone(article)),
            None if is_own(id) => cast.notices.push(StoryNotice::Gone),
            None => cast.notices.push(StoryNotice::Unknown(id.to_owned())),
        }
    }
    let here = cast.articles.len();
    if here > MOST_ARTICLES {
        cast.articles.truncate(MOST_ARTICLES);
        cast.notices.push(StoryNotice::TooMany(here, MOST_ARTICLES));
    } else if here < 2 && state.of != NOBODY {
        cast.notices.push(StoryNotice::TooFew(here));
    }
    cast
}

/// The state with that article in its story, or without it. The articles then are in the library's order.
pub fn cast_with(state: &State, library: &Library, id: &str, is_in: bool) -> State {
    let now = cast(state, library).articles;
    let is_there = |one: &Article| {
        if one.id == id {
            is_in
        } else {
            now.iter().any(|other| other.id == one.id)
        }
    };
    let all = library.articles().iter();
    let ids: Vec<&str> = all
        .filter(|one| is_there(one))
        .map(|one| &*one.id)
        .collect();
    let of_itself: Vec<&str> = library
        .shipped_ones()
        .take(MOST_ARTICLES)
        .map(|one| &*one.id)
        .collect();
    State {
        of: match &ids[..] {
            [] => NOBODY.to_owned(),
            ids if ids == of_itself => String::new(),
            ids => ids.join("."),
        },
        ..state.clone()
    }
}

/// The state with only the reader's own texts in its story, the newest that fit; `None` if there are fewer than two, or if
/// that is the story already.
pub fn cast_own(state: &State, library: &Library) -> Option<State> {
    let own: Vec<&str> = library.own_ones().map(|one| &*one.id).collect();
    let of = own[own.len().saturating_sub(MOST_ARTICLES)..].join(".");
    let to = State {
        of,
        ..state.clone()
    };
    (own.len() > 1 && to.of != state.of).then_some(to)
}

/// The ids that the address names.
fn named(state: &State) -> impl Iterator<Item = &str> {
    state.of.split('.').filter(|id| !id.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{StoryNotice, cast, cast_own, cast_with};
    use crate::library::{Library, Origin};
    use crate::state::{parse, write};
    use crate::view::testing::article;

    fn library() -> Library {
        let mut library = Library::new(["rain", "storm", "snow"].map(|id| article(id, "Text.")));
        library.put(article("own-a", "Text."), Origin::Kept, 1);
        library
    }

    fn told_by(query: &str) -> String {
        let cast = cast(&parse(query).state, &library());
        let ids: Vec<&str> = cast.articles.iter().map(|one| &*one.id).collect();
        ids.join(" ")
    }

    #[test]
    fn a_story_is_told_by_the_articles_named_or_by_all_that_are_shipped() {
        assert_eq!(told_by("?page=story"), "rain storm snow");
        assert_eq!(told_by("?page=story&of=snow.own-a"), "snow own-a");
        assert_eq!(told_by("?page=story&of=snow..snow.hail.rain."), "snow rain");
        assert_eq!(told_by("?page=story&of=."), "");
        assert_eq!(told_by("?a=rain&b=snow&of=rain.snow"), "");
    }

    #[test]
    fn no_more_than_one_story_can_have() {
        let many = Library::new((0..104).map(|at| {
            let id: &'static str = Box::leak(format!("n{at}").into_boxed_str());
            article(id, "Text.")
        }));
        let ids: Vec<String> = (0..104).map(|at| format!("n{at}")).collect();
        let state = parse(&format!("?page=story&of={}", ids.join("."))).state;
        let told = cast(&state, &many);
        assert_eq!(told.articles.len(), 100);
        assert_eq!(told.notices, [StoryNotice::TooMany(104, 100)]);
        assert_eq!(
            told.notices[0].sentence(),
            "This link names 104 articles, and at most 100 can be read as one story. The first 100 are shown."
        );
        assert_eq!(cast(&parse("?page=story").state, &many).articles.len(), 100);
    }

    #[test]
    fn the_readers_texts_alone_come_with_one_press() {
        let mut library = library();
        let state = parse("?page=story&strict=loose").state;
        assert_eq!(cast_own(&state, &library), None, "one is no story");
        library.put(article("own-b", "Text."), Origin::Kept, 2);
        let own = cast_own(&state, &library).expect("two are");
        let of: Vec<&str> = own.of.split('.').collect();
        assert_eq!(of.len(), 2);
        assert!(of.contains(&"own-a") && of.contains(&"own-b"), "{of:?}");
        assert_eq!(cast_own(&own, &library), None, "it is that already");
    }

    #[test]
    fn an_article_comes_in_and_goes() {
        let turned = |query: &str, id: &str, is_in: bool| {
            write(&cast_with(&parse(query).state, &library(), id, is_in))
        };
        assert_eq!(
            turned("?page=story", "storm", false),
            "?page=story&of=rain.snow"
        );
        assert_eq!(
            turned("?page=story&of=rain.snow", "storm", true),
            "?page=story"
        );
        assert_eq!(
            turned("?page=story&strict=loose", "own-a", true),
            "?page=story&of=rain.storm.snow.own-a&strict=loose"
        );
        assert_eq!(
            turned("?page=story&of=snow.rain", "storm", true),
            "?page=story"
        );
        assert_eq!(
            turned("?page=story&of=rain", "rain", false),
            "?page=story&of=."
        );
        assert_eq!(
            turned("?page=story&of=.", "rain", true),
            "?page=story&of=rain"
        );
    }
}
