//! The articles that can be compared. Shipped text is borrowed, the reader's own text is owned. The program treats
//! both alike.

use std::sync::Arc;

use crossread_article::Embedded;
use crossread_engine::overview::{Length, PairFigures};
use crossread_engine::words;

pub use crossread_collection::{Article, Stated, Text};

/// A stretch of an article that is not its own text.
pub type Furniture = crossread_article::Furniture<Text>;

/// The articles' folder as tables, written by the build.
mod shipped {
    include!(concat!(env!("OUT_DIR"), "/articles.rs"));
}

/// The names that an editor gave to claims of the shipped articles.
pub fn names() -> Vec<crossread_collection::Naming> {
    let named = shipped::CLAIM_NAMES.iter().filter_map(|one| {
        crossread_collection::Naming::new(one.article, one.quote, one.value, one.name, 0)
    });
    named.collect()
}

/// An article of the tables, as the page has articles.
fn of_tables(article: &Embedded) -> Article {
    article.clone().map(Text::from, |pieces| {
        let pieces = pieces.iter().cloned();
        pieces.map(|piece| piece.map(Text::from)).collect()
    })
}

/// Where an article came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// It ships with the site.
    #[default]
    Shipped,
    /// The reader brought it, and this browser keeps it.
    Kept,
    /// It came with a link and is not kept.
    Shared,
    /// It is in the static collection that the address names, and nothing keeps it.
    Collected,
    /// The reader brought it, and the browser would not keep it: it is here until the page is closed.
    Visit,
}

/// All articles, in the order in which lists show them.
#[derive(Clone, Debug, Default)]
pub struct Library {
    articles: Vec<Arc<Article>>,
    /// What is known about each, in the order of their ids, for binary search.
    known: Vec<Arc<Known>>,
    /// What pairs share, in the order of their ids.
    pairs: Vec<((Text, Text), PairFigures)>,
}

/// An article, and what is known about it.
#[derive(Debug)]
struct Known {
    article: Arc<Article>,
    origin: Origin,
    /// When the reader's was added, in milliseconds since 1970; 0 for any other.
    added: u64,
    length: Option<Length>,
}

impl Library {
    /// A library of these articles. Where two have one id, the first is found.
    pub fn new(articles: impl IntoIterator<Item = Article>) -> Library {
        let mut library = Library::default();
        for article in articles {
            library.ship(article, None);
        }
        library
    }

    /// The articles that the site ships, with what the build worked out about them.
    pub fn shipped() -> Library {
        let mut library = Library::default();
        for (article, length) in shipped::ARTICLES.iter().zip(shipped::LENGTHS) {
            library.ship(of_tables(article), Some(*length));
        }
        let id = |index: usize| shipped::ARTICLES.get(index).map(|article| article.id);
        for &(a, b, figures) in shipped::PAIRS {
            if let (Some(a), Some(b)) = (id(a), id(b)) {
                library.learn(a, b, figures);
            }
        }
        library
    }

    /// Adds an article that ships with the site after the others.
    fn ship(&mut self, article: Article, length: Option<Length>) {
        let article = Arc::new(article);
        if let Err(at) = self.place_of(&article.id) {
            let known = Known {
                article: article.clone(),
                origin: Origin::Shipped,
                added: 0,
                length,
            };
            self.known.insert(at, Arc::new(known));
        }
        self.articles.push(article);
    }

    /// The best example of a sentence of a shipped article that another one shares.
    pub fn line(&self, of: &str, with: &str) -> Option<&str> {
        let id = |index: usize| shipped::ARTICLES.get(index).map(|article| article.id);
        let pair = |line: &&shipped::Line| {
            let ids = (id(line.0), id(line.1));
            ids == (Some(of), Some(with)) || ids == (Some(with), Some(of))
        };
        let (_, b, lines) = shipped::LINES.iter().find(pair)?;
        let (start, end) = lines[usize::from(id(*b) == Some(with))];
        self.get(with)?.text.get(start..end)
    }

    /// The name of a shipped article, and its letters.
    pub fn shipped_name(id: &str) -> Option<(&'static str, &'static str)> {
        let place = shipped::ARTICLES.iter().position(|one| one.id == id)?;
        shipped::NAMES.get(place).copied()
    }

    /// All articles, in order.
    pub fn articles(&self) -> &[Arc<Article>] {
        &self.articles
    }

    /// The position of an article in `known`, or the position to insert it.
    fn place_of(&self, id: &str) -> Result<usize, usize> {
        self.known.binary_search_by(|one| (*one.article.id).cmp(id))
    }

    fn known(&self, id: &str) -> Option<&Arc<Known>> {
        self.known.get(self.place_of(id).ok()?)
    }

    /// The article of this id.
    pub fn get(&self, id: &str) -> Option<&Arc<Article>> {
        self.known(id).map(|known| &known.article)
    }

    /// Where that article came from.
    pub fn origin(&self, id: &str) -> Origin {
        self.known(id).map_or(Origin::Shipped, |known| known.origin)
    }

    /// When the reader's article was added, in milliseconds since 1970; 0 for any other.
    pub fn added(&self, id: &str) -> u64 {
        self.known(id).map_or(0, |known| known.added)
    }

    /// The articles that ship with the site.
    pub fn shipped_ones(&self) -> impl Iterator<Item = &Arc<Article>> {
        self.of(|origin| origin == Origin::Shipped)
    }

    /// The articles that do not ship with the site, the newest first.
    pub fn own_ones(&self) -> impl Iterator<Item = &Arc<Article>> {
        self.of(|origin| origin != Origin::Shipped)
    }

    fn of(&self, wanted: impl Fn(Origin) -> bool) -> impl Iterator<Item = &Arc<Article>> {
        self.articles
            .iter()
            .filter(move |article| wanted(self.origin(&article.id)))
    }

    /// Inserts an article of the reader's by the time it was added, or replaces the one with its id. An article that
    /// ships with the site is not replaced.
    pub fn put(&mut self, article: Article, origin: Origin, added: u64) {
        let place = self.place_of(&article.id);
        let known = place.ok().and_then(|at| self.known.get(at)).cloned();
        let same = match &known {
            Some(known) if known.origin == Origin::Shipped => return,
            Some(known) => {
                self.take_off(known);
                *known.article == article
            }
            None => false,
        };
        let (article, length) = match known {
            // The same object, so that its comparison need not be repeated.
            Some(known) if same => (known.article.clone(), known.length),
            known => {
                let id = &article.id;
                if known.is_some() {
                    self.pairs.retain(|((a, b), _)| a != id && b != id);
                }
                let length = measured(&article);
                (Arc::new(article), Some(length))
            }
        };
        self.articles.insert(self.place_by(added), article.clone());
        let new = Arc::new(Known {
            article,
            origin,
            added,
            length,
        });
        match place {
            Ok(at) => self.known.splice(at..=at, [new]).for_each(drop),
            Err(at) => self.known.insert(at, new),
        }
    }

    /// The position in the list where the reader's articles begin that were added then or before.
    fn place_by(&self, added: u64) -> usize {
        self.articles.partition_point(|one| {
            let known = self.known(&one.id);
            known.is_none_or(|one| one.origin == Origin::Shipped || one.added > added)
        })
    }

    /// Removes an article of the reader's from the list.
    fn take_off(&mut self, known: &Known) {
        let from = self.place_by(known.added);
        let mut rest = self.articles.iter().skip(from);
        if let Some(on) = rest.position(|one| Arc::ptr_eq(one, &known.article)) {
            self.articles.remove(from + on);
        }
    }

    /// Removes an article of the reader's.
    pub fn remove(&mut self, id: &str) {
        let Ok(at) = self.place_of(id) else { return };
        let known = self.known.get(at).cloned();
        if let Some(known) = known.filter(|known| known.origin != Origin::Shipped) {
            self.take_off(&known);
            self.known.remove(at);
        }
    }

    /// How long an article is, where that is known.
    pub fn length(&self, id: &str) -> Option<Length> {
        self.known(id)?.length
    }

    /// The position of the figures of two articles, or the position to insert them.
    fn place_of_pair(&self, a: &str, b: &str) -> Result<usize, usize> {
        self.pairs
            .binary_search_by(|(of, _)| (&*of.0, &*of.1).cmp(&(a, b)))
    }

    /// Stores how much two articles share with the default options.
    pub fn learn(&mut self, a: &str, b: &str, figures: PairFigures) {
        match self.place_of_pair(a, b) {
            Ok(at) => {
                if let Some(known) = self.pairs.get_mut(at) {
                    known.1 = figures;
                }
            }
            Err(at) => {
                let ids = (a.to_owned().into(), b.to_owned().into());
                self.pairs.insert(at, (ids, figures));
            }
        }
    }

    /// How much two articles share with the default options, where that is known.
    pub fn pair(&self, a: &str, b: &str) -> Option<PairFigures> {
        let at = self.place_of_pair(a, b).ok()?;
        self.pairs.get(at).map(|(_, figures)| *figures)
    }
}

/// The length of an article that was not read in advance. Its sentences are not counted before it is compared.
fn measured(article: &Article) -> Length {
    Length {
        words: words::count(&article.text),
        ..Length::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Library, Origin};
    use crate::own;
    use crate::view::testing::article;

    fn ids(library: &Library) -> String {
        let ids: Vec<&str> = library.articles().iter().map(|one| &*one.id).collect();
        ids.join(" ")
    }

    #[test]
    fn the_readers_articles_stand_behind_the_shipped_ones_the_newest_first() {
        let mut library = Library::new([article("rain", "It rained."), article("snow", "Snow.")]);
        for (id, added) in [("own-a", 1), ("own-c", 3), ("own-b", 2)] {
            library.put(article(id, "Text."), Origin::Kept, added);
        }
        assert_eq!(ids(&library), "rain snow own-c own-b own-a");
        assert_eq!(library.own_ones().count(), 3);
        assert_eq!(library.shipped_ones().count(), 2);
        library.remove("own-c");
        library.remove("rain");
        assert_eq!(ids(&library), "rain snow own-b own-a");
        assert_eq!(library.length("own-b").map(|one| one.words), Some(1));
    }

    #[test]
    fn an_article_that_is_put_again_as_it_was_stays_the_very_same() {
        let mut library = Library::default();
        library.put(article("own-a", "Text."), Origin::Shared, 1);
        let first = library.get("own-a").cloned();
        library.put(article("own-a", "Text."), Origin::Kept, 1);
        let again = library.get("own-a").cloned();
        assert!(std::sync::Arc::ptr_eq(
            &first.expect("there"),
            again.as_ref().expect("there")
        ));
        assert_eq!(library.origin("own-a"), Origin::Kept);
        library.put(article("own-a", "Other text."), Origin::Kept, 1);
        assert_eq!(ids(&library), "own-a");
        assert_eq!(
            library.get("own-a").map(|one| &*one.text),
            Some("Other text.")
        );
    }

    #[test]
    fn a_text_that_is_put_again_takes_its_place_by_its_new_time() {
        let mut library = Library::new([article("rain", "It rained.")]);
        for (id, added) in [("own-a", 2), ("own-b", 2), ("own-c", 2), ("own-b", 1)] {
            library.put(article(id, "Text."), Origin::Kept, added);
        }
        assert_eq!(ids(&library), "rain own-c own-a own-b");
        library.remove("own-a");
        assert_eq!(ids(&library), "rain own-c own-b");
        assert_eq!(library.get("own-a"), None);
        assert_eq!(library.added("own-b"), 1);
    }

    /// Searched one by one, they would take minutes.
    #[test]
    fn twenty_thousand_texts_are_put_found_and_taken_away_in_seconds() {
        let start = std::time::Instant::now();
        let mut library = Library::new([article("rain", "It rained.")]);
        let id = |number: u64| format!("own-{}", number * 7_919 % 20_000);
        for number in 0..20_000 {
            let mut one = article("own-a", "Text.");
            one.id = id(number).into();
            library.put(one, Origin::Kept, number * 31 % 1_000);
        }
        let own: Vec<u64> = library
            .own_ones()
            .map(|one| library.added(&one.id))
            .collect();
        assert_eq!(own.len(), 20_000);
        assert!(own.is_sorted_by(|one, next| one >= next));
        for number in 0..20_000 {
            assert_eq!(library.origin(&id(number)), Origin::Kept);
            library.remove(&id(number));
        }
        assert_eq!(ids(&library), "rain");
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }

    #[test]
    fn a_shipped_article_is_never_replaced_and_has_no_id_of_a_readers() {
        let mut library = Library::new([article("rain", "It rained.")]);
        library.put(article("rain", "It did not."), Origin::Shared, 1);
        assert_eq!(
            library.get("rain").map(|one| &*one.text),
            Some("It rained.")
        );
        for shipped in Library::shipped().articles() {
            assert!(!own::is_own(&shipped.id), "{}", shipped.id);
        }
    }
}
