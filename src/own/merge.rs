//! Own texts and a collection that is opened: which of its entries are new, and which ids they get.

use std::collections::{BTreeMap, BTreeSet};

use crossread_collection::record::{self, id_of};
use crossread_collection::{Article, Collection, Comparison, Naming, Text};

use crate::library::{Library, Origin};
use crate::state::{parse, write};

/// The link of a comparison in its shortest form; empty where it leads nowhere.
pub fn link(query: &str) -> String {
    write(&parse(query).state)
}

/// A new id that no other article here has. It is made with the random number `chance`.
pub fn free_id(library: &Library, article: &Article, chance: &str) -> String {
    record::free_id(&|id| library.get(id).is_some(), article, chance)
}

/// The id under which an own article is kept. The same article is not kept twice.
pub fn id_for(library: &Library, article: &Article, chance: &str) -> String {
    let is_it = |one: &Article| {
        let stated = |one: &Article| {
            let others = [&one.publisher, &one.date, &one.url, &one.language];
            (one.title.clone(), others.map(Clone::clone))
        };
        record::same(one, article)
            && stated(one) == stated(article)
            && library.origin(&one.id) != Origin::Shared
    };
    let there = library.own_ones().find(|one| is_it(one));
    there.map_or_else(
        || free_id(library, article, chance),
        |one| one.id.to_string(),
    )
}

/// The entries that are new to a library, and to the comparisons and names of claims that are `kept`. An article with the content of an
/// existing one is not new. If its id is taken, it gets another id, made from the random number
/// `chance`, and the comparisons and names use it.
pub fn new_to(
    collection: &Collection,
    library: &Library,
    kept: &Collection,
    chance: &str,
) -> Collection {
    let mut with = library.clone();
    // By the id that their content would give: few share that without being the same.
    let mut there: BTreeMap<String, Vec<Text>> = BTreeMap::new();
    for one in with.own_ones() {
        there.entry(id_of(one)).or_default().push(one.id.clone());
    }
    let mut renamed: BTreeMap<&str, String> = BTreeMap::new();
    let mut new = Collection::default();
    for (article, added) in &collection.articles {
        let alike = there.entry(id_of(article)).or_default();
        let is_same = |id: &&Text| {
            let one = with.get(id);
            one.is_some_and(|one| record::same(one, article))
        };
        let id = match alike.iter().find(is_same) {
            Some(id) => id.clone(),
            None => {
                let mut article = article.clone();
                if with.get(&article.id).is_some() {
                    article.id = free_id(&with, &article, chance).into();
                }
                let id = article.id.clone();
                alike.push(id.clone());
                with.put(article.clone(), Origin::Kept, *added);
                new.articles.push((article, *added));
                id
            }
        };
        if id != article.id {
            // If two have the same id, a comparison means the first.
            renamed.entry(&article.id).or_insert(id.into_owned());
        }
    }
    // One by one, since building it at once would add another sort to the program.
    let mut links = BTreeSet::new();
    links.extend(kept.comparisons.iter().map(|one| one.link.clone()));
    for comparison in &collection.comparisons {
        let mut state = parse(&comparison.link).state;
        for id in [&mut state.a, &mut state.b] {
            if let Some(to) = renamed.get(&**id) {
                id.clone_from(to);
            }
        }
        let link = write(&state);
        if links.insert(link.clone()) {
            new.comparisons.push(Comparison {
                link,
                ..comparison.clone()
            });
        }
    }
    let mut named = BTreeSet::new();
    named.extend(kept.names.iter().map(Naming::key));
    for one in &collection.names {
        let mut one = one.clone();
        if let Some(to) = renamed.get(&*one.article) {
            one.article.clone_from(to);
        }
        if named.insert(one.key()) {
            new.names.push(one);
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::{free_id, link, new_to};
    use crate::library::{Library, Origin};
    use crate::view::testing::article;
    use crossread_collection::{Collection, Comparison, Naming};
    use proptest::prelude::*;

    fn comparison(link: &str) -> Comparison {
        Comparison {
            title: "Rain / Snow".to_owned(),
            link: link.to_owned(),
            added: 5,
        }
    }

    fn collection(texts: &[(&'static str, &str)], links: &[&str]) -> Collection {
        Collection {
            articles: texts
                .iter()
                .map(|(id, text)| (article(id, text), 3))
                .collect(),
            comparisons: links.iter().map(|link| comparison(link)).collect(),
            ..Collection::default()
        }
    }

    #[test]
    fn links_of_a_collection_lead_somewhere() {
        let all = collection(&[], &["?a=own-a&b=own-b&view=one", "?", "?a=own-a"]);
        let read = Collection::read(&all.write(), &link).expect("a collection");
        let links: Vec<&str> = read.comparisons.iter().map(|one| &*one.link).collect();
        assert_eq!(links, ["?a=own-a&b=own-b&view=one", "?a=own-a"]);
        assert_eq!(read.damaged, 1);
    }

    #[test]
    fn joining_adds_only_what_is_new() {
        let mut library = Library::default();
        let kept = collection(
            &[("own-a", "It rained."), ("own-b", "Snow.")],
            &["?a=own-a&b=own-b"],
        );
        for (article, added) in kept.articles.clone() {
            library.put(article, Origin::Kept, added);
        }
        let again = new_to(&kept, &library, &kept, "7f");
        assert_eq!(again, Collection::default());
        // Another text under an id that is taken, and a comparison of it.
        let other = collection(
            &[("own-a", "It blew."), ("own-c", "It froze.")],
            &["?a=own-a&b=own-c"],
        );
        let new = new_to(&other, &library, &kept, "7f");
        let mut blew = article("own-a", "It blew.");
        blew.id = free_id(&library, &blew, "7f").into();
        assert_eq!(new.articles[0].0, blew);
        assert_eq!(new.comparisons[0].link, format!("?a={}&b=own-c", blew.id));
        // The same text under another id is the one that is there.
        let mut moved = collection(&[("own-a", "It rained.")], &["?a=own-z&b=own-b"]);
        moved.articles[0].0.id = "own-z".into();
        assert_eq!(new_to(&moved, &library, &kept, "7f"), Collection::default());
        // A name goes with its text, and what has one keeps it.
        let name = |article: &str, name: &str| Naming::new(article, "It blew.", "", name, 0);
        let mut named = other.clone();
        named.names.extend(name("own-a", "The storm"));
        let new = new_to(&named, &library, &kept, "7f");
        assert_eq!(
            new.names,
            name(&blew.id, "The storm").into_iter().collect::<Vec<_>>()
        );
        let mut held = kept.clone();
        held.names.extend(name(&blew.id, "The gale"));
        assert_eq!(new_to(&named, &library, &held, "7f").names, []);
    }

    /// Each held against each other, they would take minutes.
    #[test]
    fn three_thousand_texts_are_joined_in_seconds() {
        let start = std::time::Instant::now();
        let mut many = Collection::default();
        for number in 0..3_000 {
            let mut one = article("own-a", &format!("It rained {number} times."));
            one.id = format!("own-{number}").into();
            many.articles.push((one, number));
            many.comparisons
                .push(comparison(&format!("?a=own-{number}&b=own-0")));
        }
        let mut library = Library::default();
        let new = new_to(&many, &library, &Collection::default(), "7f");
        assert_eq!((new.articles.len(), new.comparisons.len()), (3_000, 3_000));
        let there = new.clone();
        for (article, added) in new.articles {
            library.put(article, Origin::Kept, added);
        }
        let again = new_to(&many, &library, &there, "7f");
        assert_eq!(again, Collection::default());
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }

    proptest! {
        #[test]
        fn joining_twice_is_joining_once(texts in prop::collection::vec("[ab]{1,2}", 0..6)) {
            let ids = ["own-a", "own-b", "own-c", "own-a", "own-b", "own-c"];
            let pairs: Vec<(&'static str, &str)> = ids.into_iter().zip(texts.iter().map(String::as_str)).collect();
            let all = collection(&pairs, &["?a=own-a&b=own-b"]);
            let mut library = Library::default();
            let first = new_to(&all, &library, &Collection::default(), "7f");
            for (article, added) in first.articles.clone() {
                library.put(article, Origin::Kept, added);
            }
            prop_assert_eq!(new_to(&all, &library, &first, "7f").articles, vec![]);
            prop_assert_eq!(library.articles().len(), first.articles.len());
        }
    }
}
