//! Turns the ids of an address into articles, and checks the claims of a link against their texts. After this
//! step nothing is unknown.

use std::sync::Arc;

use crossread_engine::HandLinks;

use super::story;
use super::{Both, Digest, Notice, Page, Side, State};
use crate::library::{Article, Library};
use crate::own::is_own;

/// What the page is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The library page, or another that is about no pair.
    Library,
    /// The compare page, with an article still to be chosen on one side or both.
    Choose {
        /// The first article, where it is chosen and known.
        a: Option<Arc<Article>>,
        /// The second article, where it is chosen and known.
        b: Option<Arc<Article>>,
    },
    /// The compare page, with one article on both sides.
    Same(Arc<Article>),
    /// Two articles.
    Pair(Arc<Article>, Arc<Article>),
}

/// A state with its articles looked up in the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// What the page is about.
    pub subject: Subject,
    /// What could not be used; shown after the notices of [`super::parse`].
    pub notices: Vec<Notice>,
}

/// Finds the articles, and checks what the link says about their texts.
pub fn resolve(state: &State, library: &Library) -> Resolved {
    let mut notices = Vec::new();
    if state.page != Page::Compare {
        let of_story = story::notices(state, library).into_iter();
        notices.extend(of_story.map(Notice::OfStory));
        return Resolved {
            subject: Subject::Library,
            notices,
        };
    }
    let mut find = |side: Side, id: &str| {
        let found = library.get(id).cloned();
        if found.is_none() && !id.is_empty() {
            notices.push(if is_own(id) {
                Notice::KeptElsewhere(side)
            } else {
                Notice::UnknownArticle {
                    side,
                    id: id.to_owned(),
                }
            });
        }
        found
    };
    let subject = match (find(Side::A, &state.a), find(Side::B, &state.b)) {
        (Some(a), Some(b)) if a.id == b.id => Subject::Same(a),
        (Some(a), Some(b)) => Subject::Pair(a, b),
        (a, b) => Subject::Choose { a, b },
    };
    if let Subject::Pair(a, b) = &subject {
        notices.extend(about_texts(state, &a.text, &b.text));
    }
    Resolved { subject, notices }
}

/// What a link says wrongly about the texts.
fn about_texts(state: &State, a: &str, b: &str) -> Vec<Notice> {
    let mut notices = Vec::new();
    if let Some((same_a, same_b)) = state
        .digest
        .map(|digest| digest.agrees(Digest::of(a, b)))
        .filter(|&agrees| agrees != (true, true))
    {
        notices.push(Notice::TextChanged(!same_a, !same_b));
    }
    for (side, text) in [(Side::A, a), (Side::B, b)] {
        let offset = state.at.and_then(|at| at.of(side));
        if offset.is_some_and(|offset| text.chars().nth(offset as usize).is_none()) {
            notices.push(Notice::Beyond(side));
        }
    }
    let all = state.by_hand.all().len();
    let HandLinks { made, refused, .. } = state.by_hand.links(Both { a, b });
    let beyond = all - made.len() - refused.len();
    if beyond > 0 {
        notices.push(Notice::HandBeyond(beyond));
    }
    notices
}

#[cfg(test)]
mod tests {
    use super::{Subject, resolve};
    use crate::library::{Article, Library, Stated};
    use crate::state::{Digest, parse, write};

    fn article(id: &'static str, text: &'static str) -> Article {
        Article {
            id: id.into(),
            title: Stated {
                value: id.into(),
                basis: "stated in the text".into(),
            },
            publisher: None,
            date: None,
            place: None,
            url: None,
            language: None,
            text: text.into(),
            furniture: Vec::new(),
        }
    }

    /// What the page is about and what it says of the link, a line each.
    fn open(query: &str) -> String {
        let library = Library::new([
            article("rain", "It rained. Nobody slept."),
            article("storm", "Es stürmte."),
        ]);
        let resolved = resolve(&parse(query).state, &library);
        let id = |article: &Option<std::sync::Arc<Article>>| {
            article
                .as_ref()
                .map_or("-".to_owned(), |a| a.id.to_string())
        };
        let mut lines = vec![match &resolved.subject {
            Subject::Library => "library".to_owned(),
            Subject::Choose { a, b } => format!("choose {} {}", id(a), id(b)),
            Subject::Same(article) => format!("same {}", article.id),
            Subject::Pair(a, b) => format!("pair {} {}", a.id, b.id),
        }];
        lines.extend(resolved.notices.iter().map(|notice| notice.sentence()));
        lines.join("\n")
    }

    #[test]
    fn ids_become_articles() {
        assert_eq!(open(""), "library");
        assert_eq!(open("?page=library&a=nothing"), "library");
        assert_eq!(open("?page=compare"), "choose - -");
        assert_eq!(open("?a=rain&b=storm"), "pair rain storm");
        assert_eq!(open("?b=storm"), "choose - storm");
        assert_eq!(open("?a=rain&b=rain"), "same rain");
    }

    #[test]
    fn an_unknown_id_is_said() {
        assert_eq!(
            open("?a=snow&b=storm"),
            "choose - storm\nThis link asks for an article called ‘snow’, which is not in \
             this library. Choose a different first article."
        );
        assert_eq!(open("?a=snow&b=snow").lines().count(), 3);
        assert_eq!(
            open("?a=rain&b=own-x"),
            "choose rain -\nThe second text of this link was kept in another browser, or is no \
             longer here. Ask the sender for a link that carries it."
        );
        assert_eq!(open("?page=add&a=own-x"), "library");
    }

    #[test]
    fn what_a_story_cannot_have_is_said() {
        assert_eq!(open("?page=story"), "library");
        assert_eq!(open("?page=story&of=storm.rain"), "library");
        assert_eq!(
            open("?page=story&of=snow.storm.rain"),
            "library\nThis link asks for an article called ‘snow’, which is not in this library. \
             The story is told without it."
        );
        assert_eq!(
            open("?page=story&of=own-x.storm"),
            "library\nA text of this story was kept in another browser, or is no longer here. The story \
             is told without it.\nA story needs at least two articles, and only one of those that this link \
             names is here. Choose more below."
        );
        assert!(open("?page=story&of=snow").contains("and none of those"));
        assert!(open("?page=story&of=rain").contains("and only one of those"));
        // The reader has removed all.
        assert_eq!(open("?page=story&of=."), "library");
    }

    #[test]
    fn a_text_that_has_changed_is_said() {
        let link = |a: &str, b: &str| {
            let mut state = parse("?a=rain&b=storm").state;
            state.digest = Some(Digest::of(a, b));
            open(&write(&state))
        };
        assert_eq!(
            link("It rained. Nobody slept.", "Es stürmte."),
            "pair rain storm"
        );
        assert_eq!(
            link("It rained.", "Es stürmte."),
            "pair rain storm\nThe first text has changed since this link was made, so what it \
             points to may not be what was meant."
        );
        assert!(link("It rained.", "Er stürmte.").contains("Both texts have changed"));
        assert!(link("It rained. Nobody slept.", "").contains("The second text has changed"));
    }

    #[test]
    fn offsets_count_scalar_values() {
        // 11 scalar values, 12 bytes.
        assert_eq!(open("?a=rain&b=storm&at=0.10"), "pair rain storm");
        assert_eq!(
            open("?a=rain&b=storm&at=0.11"),
            "pair rain storm\nThis link points to a place beyond the end of the second text, so \
             no sentence is selected there."
        );
        assert!(open("?a=rain&b=storm&at=4000000000.").contains("the first text"));
        assert_eq!(open("?a=rain&b=storm&hand=0.10_-3.0"), "pair rain storm");
        assert_eq!(
            open("?a=rain&b=storm&hand=0.10_-3.11"),
            "pair rain storm\nOne pair of sentences that this link joins or separates by hand lies \
             beyond the end of a text, so it is left out."
        );
        assert!(open("?a=rain&b=storm&hand=0.11_-300.1").contains("2 pairs of sentences"));
    }
}
