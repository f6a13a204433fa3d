//! What the page calls its sources and which colour each has. The rule for names and letters is [`crossread_wording::names`],
//! which documents share; the page chooses the colours.

use std::sync::Arc;

use crossread_wording::names::{self, Known};

use crate::library::{Article, Library, Origin};
use crate::own;
use crate::state::{Both, Side, State};

pub use crossread_wording::names::Source;

/// The number of colours; after that they repeat, with a ring for a disc.
const COLOURS: usize = 5;

/// The names of the two sources.
pub fn sources(articles: &Both<Arc<Article>>) -> Both<Source> {
    let mut both = of_several(&[&articles.a, &articles.b]).into_iter();
    Both {
        a: both.next().unwrap_or_default(),
        b: both.next().unwrap_or_default(),
    }
}

/// The names of the two sources that an address names; `None` for one that does not exist.
pub fn chosen(library: &Library, state: &State) -> Both<Option<Source>> {
    let [a, b] = [library.get(&state.a), library.get(&state.b)];
    let there: Vec<&Arc<Article>> = a.into_iter().chain(b).collect();
    let mut all = of_several(&there).into_iter();
    Both {
        a: a.and_then(|_| all.next()),
        b: b.and_then(|_| all.next()),
    }
}

/// The names of several sources that are shown together, in order. Where none can be the reader's, the build has named all.
pub fn of_several(articles: &[&Arc<Article>]) -> Vec<Source> {
    if !own::HERE {
        return shipped(articles);
    }
    let known = articles.iter().map(|one| {
        let (publisher, language) = (one.publisher.as_ref(), one.language.as_ref());
        Known::new(&one.id, Some(&one.title), publisher, language)
    });
    names::sources(&known.collect::<Vec<_>>())
}

/// The names that the build gave to shipped articles.
fn shipped(articles: &[&Arc<Article>]) -> Vec<Source> {
    let named = articles.iter().map(|one| {
        let (name, letters) = Library::shipped_name(&one.id).unwrap_or_default();
        Source {
            name: name.to_owned(),
            letters: letters.to_owned(),
        }
    });
    named.collect()
}

/// The classes that give the two their colours: "a-0 b-3", with "a-ring" where the first's disc has a ring. Each article has its
/// colour: the shipped ones by their position in the library, the reader's in the order in which they were added.
pub fn colours(library: &Library, a: &str, b: &str) -> String {
    let number = |id: &str| number(library, id);
    let (one, other) = (number(a), number(b));
    let colour = |number: usize| number % COLOURS;
    let mut rings = [one, other].map(|number| (number / COLOURS).min(2));
    // A shipped article and one of the reader's may have the same colour; then the reader's has the ring.
    if a != b && colour(one) == colour(other) && rings[0] == rings[1] {
        let which = usize::from(library.origin(a) == Origin::Shipped);
        rings[which] = (rings[which] + 1) % 3;
    }
    let ring = |side: char, ring: usize| match ring {
        0 => String::new(),
        1 => format!(" {side}-ring"),
        _ => format!(" {side}-rings"),
    };
    format!(
        "a-{} b-{}{}{}",
        colour(one),
        colour(other),
        ring('a', rings[0]),
        ring('b', rings[1])
    )
}

/// The numbers of the colours of two, 0 to 4, for a saved page.
pub(super) fn colour_numbers(library: &Library, ids: [&str; 2]) -> [u8; 2] {
    ids.map(|id| (number(library, id) % COLOURS) as u8)
}

/// The number of an article's colour, where colours with rings continue the count.
fn number(library: &Library, id: &str) -> usize {
    if library.origin(id) == Origin::Shipped {
        let place = library.shipped_ones().position(|one| one.id == id);
        return place.unwrap_or(0);
    }
    // They are listed newest first.
    let place = library.own_ones().position(|one| one.id == id);
    library.own_ones().count() - place.map_or(0, |place| place + 1)
}

/// The classes of the discs of several sources that are shown together: "a-0 of-a", "a-0 of-a a-ring". Where two would look
/// alike, the later one gets another ring, while there are any left.
pub fn discs(library: &Library, articles: &[std::sync::Arc<Article>]) -> Vec<String> {
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for article in articles {
        let number = number(library, &article.id);
        let (colour, ring) = (number % COLOURS, (number / COLOURS).min(2));
        let free = (ring..ring + 3).map(|ring| (colour, ring % 3));
        let look = free.clone().find(|look| !taken.contains(look));
        taken.push(look.unwrap_or((colour, ring)));
    }
    let class = |&(colour, ring): &(usize, usize)| {
        let ring = ["", " a-ring", " a-rings"].get(ring).unwrap_or(&"");
        format!("a-{colour} of-a{ring}")
    };
    taken.iter().map(class).collect()
}

/// The class that gives an element the colour of that side's source.
pub fn coloured(side: Side) -> &'static str {
    match side {
        Side::A => "of-a",
        Side::B => "of-b",
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{colours, sources};
    use crate::library::{Article, Library, Origin};
    use crate::state::Both;
    use crate::view::testing::{article, stated};

    #[test]
    fn sources_go_by_their_publishers_and_titles() {
        let mail = Article {
            publisher: Some(stated("The Mail")),
            ..article("a", "")
        };
        let both = sources(&Both {
            a: Arc::new(mail),
            b: Arc::new(article("b", "")),
        });
        assert_eq!((&*both.a.name, &*both.a.letters), ("The Mail", "Ma"));
        assert_eq!((&*both.b.name, &*both.b.letters), ("“The b”", "B1"));
    }

    #[test]
    fn both_programs_call_a_shipped_article_the_same_beside_whichever_other() {
        let library = Library::shipped();
        for a in library.articles() {
            for b in library.articles().iter().filter(|b| b.id != a.id) {
                let both = sources(&Both {
                    a: Arc::clone(a),
                    b: Arc::clone(b),
                });
                for (one, source) in [(a, both.a), (b, both.b)] {
                    let name = Library::shipped_name(&one.id);
                    assert_eq!(name, Some((&*source.name, &*source.letters)), "{}", one.id);
                }
            }
        }
    }

    #[test]
    fn a_colour_is_an_articles_own() {
        let ids = ["r0", "r1", "r2", "r3", "r4", "r5"];
        let mut library = Library::new(ids.map(|id| article(id, "Rain.")));
        for (id, added) in [("own-b", 7), ("own-a", 5)] {
            library.put(article(id, "Rain."), Origin::Kept, added);
        }
        assert_eq!(colours(&library, "r1", "r4"), "a-1 b-4");
        assert_eq!(colours(&library, "r4", "r1"), "a-4 b-1");
        assert_eq!(colours(&library, "r0", "r5"), "a-0 b-0 b-ring");
        assert_eq!(colours(&library, "own-a", "own-b"), "a-0 b-1");
        assert_eq!(colours(&library, "r0", "own-a"), "a-0 b-0 b-ring");
        assert_eq!(colours(&library, "own-a", "r0"), "a-0 b-0 a-ring");
        assert_eq!(colours(&library, "own-a", "r5"), "a-0 b-0 b-ring");
        // A newer text changes nothing.
        library.put(article("own-c", "Rain."), Origin::Kept, 9);
        assert_eq!(colours(&library, "own-a", "own-b"), "a-0 b-1");
    }
}
