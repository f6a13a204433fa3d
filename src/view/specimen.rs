//! The example on the library page: one match of two shipped articles, worked out by the build.

use crossread_engine::{Kind, Span};

use super::Part;
use super::diff::diff;
use super::drawer::title_of;
use super::picker::short_title;
use crate::library::{Article, Library};
use crate::state::{At, State};

/// An example of what a comparison finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Specimen {
    /// "Edited, moved".
    pub title: String,
    /// The kind of match.
    pub kind: Kind,
    /// A's sentence, and the title of its article, shortened.
    pub a: (String, String),
    /// B's sentence, and the title of its article, shortened.
    pub b: (String, String),
    /// The word diff.
    pub diff: Vec<Part>,
    /// The state that shows it in both articles.
    pub to: State,
}

/// An example of what a comparison finds.
pub fn specimen(library: &Library, state: &State) -> Option<Specimen> {
    let (a, b, found) = library.specimen()?;
    let quote =
        |article: &Article, span: Span| (span.of(&article.text).to_owned(), short_title(article));
    let start = |article: &Article, span: Span| {
        let before = article.text.get(..span.start).unwrap_or("");
        before.chars().count() as u32
    };
    let at = At::Pair(start(a, found.a), start(b, found.b));
    Some(Specimen {
        title: title_of(found.kind, found.moved),
        kind: found.kind,
        a: quote(a, found.a),
        b: quote(b, found.b),
        diff: diff(&found.hunks, found.a.of(&a.text), found.b.of(&b.text)),
        to: state.library().compare(&a.id, &b.id).with_at(Some(at)),
    })
}

#[cfg(test)]
mod tests {
    use super::specimen;
    use crate::library::Library;
    use crate::state::{State, write};
    use crate::view::testing::shipped;
    use crate::view::{Hand, card};

    #[test]
    fn the_example_is_a_match_of_the_pair_that_it_leads_to() {
        let example = specimen(&Library::shipped(), &State::default()).expect("an example");
        let (comparing, state) = shipped(&write(&example.to));
        let hand = Hand::new(&comparing, state.at);
        let card = card(&comparing, hand.index().expect("a match")).expect("its card");
        assert_eq!((&card.title, &card.diff), (&example.title, &example.diff));
    }
}
