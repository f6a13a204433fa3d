//! What was written is read again, whatever is in it; what is missing or damaged is told.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io;

use crossread_collection::{Article, Stated};
use crossread_set::read::{Fault, Reader};
use crossread_set::write::{Files, files, in_order};
use crossread_set::{Around, Claim, ENTRY, LARGEST, Near};
use proptest::prelude::*;

fn stated(value: &str) -> Stated {
    Stated {
        value: Cow::Owned(value.to_owned()),
        basis: "given".into(),
    }
}

fn article(title: &str, date: &str, text: &str) -> Article {
    Article {
        id: "x".into(),
        title: stated(title),
        publisher: Some(stated("The Mail")),
        date: (!date.is_empty()).then(|| stated(date)),
        place: None,
        url: None,
        language: Some(stated("en")),
        text: Cow::Owned(text.to_owned()),
        furniture: Vec::new(),
    }
}

/// Files by their paths.
type Paths = HashMap<String, Vec<u8>>;

fn opened(files: Paths) -> Result<Reader<impl Fn(&str) -> io::Result<Vec<u8>>>, Fault> {
    let missing = || io::Error::from(io::ErrorKind::NotFound);
    Reader::open(move |path: &str| files.get(path).cloned().ok_or_else(missing))
}

/// A thousand articles, some of them long, each near the next.
fn thousand() -> (Vec<Article>, Vec<Around>, Files) {
    let made = (0..1_000).map(|at| {
        let text = format!(
            "The council met about bridge {at}. {}",
            format!("word{} ", at % 7).repeat(if at % 400 == 0 { 30_000 } else { 60 })
        );
        article(
            &format!("Bridge {at} of the town"),
            &format!("20{:02}-03-01", at % 20),
            &text,
        )
    });
    let (articles, left_out) = in_order(made.collect());
    assert_eq!(left_out, 0);
    let around: Vec<Around> = (0..1_000)
        .map(|at: u32| Around {
            near: vec![Near {
                article: (at + 1) % 1_000,
                shared: at % 100,
                ..Near::default()
            }],
            claims: vec![Claim {
                says: "The council met.".into(),
                articles: 3,
                others: vec![at / 2, at / 3],
            }],
        })
        .collect();
    let files = files("Bridges", &articles, &around).expect("they fit");
    (articles, around, files)
}

#[test]
fn each_article_comes_back_with_what_is_around_it() {
    let (articles, around, files) = thousand();
    assert!(files.parts.values().all(|part| part.len() <= LARGEST));
    assert!(files.parts.len() > 10, "{}", files.parts.len());
    let set = opened(files.by_path()).expect("a collection");
    assert_eq!((&*set.entry.title, set.entry.articles), ("Bridges", 1_000));
    let dates = ("2000-03-01".to_owned(), "2019-03-01".to_owned());
    assert_eq!(set.entry.dates, Some(dates));
    for number in [0, 1, 49, 50, 333, 998, 999] {
        let (one, near) = (&articles[number as usize], &around[number as usize]);
        let listed = set.listed(number).expect("listed");
        assert_eq!(listed.id, one.id);
        assert_eq!(&set.article(&listed.id).expect("there"), one);
        assert_eq!(&set.around(number).expect("there"), near);
    }
    set.check().expect("all is there");
}

/// To open an article takes its ids, its text and the entry, however many there are.
#[test]
fn little_is_fetched_for_an_article() {
    let (articles, _, files) = thousand();
    let set = opened(files.by_path()).expect("a collection");
    let short = articles
        .iter()
        .find(|one| one.text.len() < 1_000)
        .expect("one");
    set.article(&short.id).expect("there");
    assert_eq!(set.fetched(), 3);
}

#[test]
fn words_find_articles_titles_first_then_the_newest() {
    let given = [
        article("Rain", "2020-01-01", "The bridge was closed."),
        article("The bridge", "2019-01-01", "It was closed."),
        article(
            "Snow",
            "2021-01-01",
            "Bridges are closed; so is the school.",
        ),
        article("Wind", "", "A roof."),
    ];
    let (articles, _) = in_order(given.to_vec());
    let files = files("Weather", &articles, &[]).expect("they fit");
    let set = opened(files.by_path()).expect("a collection");
    let found = |typed: &str| {
        let found = set.find(typed).expect("read").articles;
        let titles: Vec<_> = found
            .iter()
            .map(|&at| set.listed(at).expect("there").title)
            .collect();
        titles.join(", ")
    };
    assert_eq!(found("bridge"), "The bridge, Snow, Rain");
    assert_eq!(found("BRIDG closed"), "The bridge, Snow, Rain");
    assert_eq!(found("school bridge"), "Snow");
    assert_eq!(found("wind"), "Wind");
    // A word of two letters is looked for whole: “is” is no “it”.
    assert_eq!(found("is"), "Snow");
    assert_eq!(found("bridge tunnel"), "");
    assert_eq!(found(""), "");
}

#[test]
fn a_word_that_more_than_half_have_is_named() {
    let (_, _, files) = thousand();
    let set = opened(files.by_path()).expect("a collection");
    let found = set.find("the council word3").expect("read");
    assert_eq!(found.frequent, ["council", "the"]);
    assert_eq!(found.articles.len(), 143);
    assert!(set.fetched() < 10, "{}", set.fetched());
}

#[test]
fn the_same_articles_are_the_same_files() {
    let (articles, around, first) = thousand();
    let (again, _) = in_order(articles.iter().rev().cloned().collect());
    let ids = |all: &[Article]| {
        let mut ids: Vec<_> = all.iter().map(|one| one.id.clone()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&again), ids(&articles));
    assert_eq!(files("Bridges", &articles, &around), Ok(first));
    let twice = [&articles[..5], &articles[..5]].concat();
    assert_eq!(in_order(twice).1, 5);
}

#[test]
fn what_is_missing_damaged_or_of_another_version_is_told() {
    let (_, _, made) = thousand();
    let told = |change: &dyn Fn(&mut Paths)| {
        let mut files = made.by_path();
        change(&mut files);
        let checked = opened(files).and_then(|set| set.check());
        checked.expect_err("a fault").to_string()
    };
    let part = made.parts.keys().next().expect("a part");
    let path = format!("parts/{part}.txt");
    assert_eq!(
        told(&|files| drop(files.remove(&path))),
        format!("{path} cannot be read: entity not found")
    );
    let damaged = format!("{path} is damaged: it was cut off or changed");
    assert_eq!(
        told(&|files| {
            files.get_mut(&path).expect("there").pop();
        }),
        damaged
    );
    assert_eq!(
        told(&|files| files.get_mut(&path).expect("there")[9] ^= 1),
        damaged
    );
    assert_eq!(
        told(&|files| drop(files.remove(ENTRY))),
        "set.json cannot be read: entity not found"
    );
    let entry = |text: &'static str| told(&|files| drop(files.insert(ENTRY.into(), text.into())));
    for other in [
        "",
        "<!doctype html>",
        "{}",
        r#"{"crossread":"collection","version":1}"#,
    ] {
        assert_eq!(entry(other), "this is not a static collection", "{other}");
    }
    let text = String::from_utf8(made.entry.clone()).expect("UTF-8");
    let elsewhere = text.replace(part, "../../secret");
    assert_eq!(
        told(&|files| drop(files.insert(ENTRY.into(), elsewhere.clone().into()))),
        "set.json is damaged: it was cut off or changed"
    );
    let version = |version: u32| {
        let other = text.replace("\"version\":1", &format!("\"version\":{version}"));
        told(&|files| drop(files.insert(ENTRY.into(), other.clone().into())))
    };
    assert!(version(2).contains("newer version"), "{}", version(2));
    assert!(version(0).contains("older version"), "{}", version(0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Whatever the texts and words: each comes back, and each of its words finds it.
    #[test]
    fn every_word_finds_its_article(texts in prop::collection::vec("\\PC{0,40}[a-zé]{1,9}", 1..9)) {
        let made = texts.iter().enumerate().map(|(at, text)| article(&format!("n{at}"), "", text));
        let (articles, _) = in_order(made.collect());
        let files = files("Any", &articles, &[]).expect("they fit");
        let set = opened(files.by_path()).expect("a collection");
        prop_assert!(set.check().is_ok());
        for (number, one) in (0..).zip(&articles) {
            for word in crossread_set::words::words(&one.text) {
                prop_assert!(set.find(&word).expect("read").articles.contains(&number), "{word}");
            }
        }
    }
}
