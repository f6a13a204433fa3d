//! The links that a careful reader makes in the five shipped articles, and links that nobody should make.
//! The comparison must agree, however the scoring changes.

use std::sync::Arc;

use crossread_engine::{Kind, Options, Strictness, fold::nfkc};
use crossread_site::library::Library;
use crossread_site::state::{Both, ByHand, Side};
use crossread_site::view::{Comparing, pair_request};
use crossread_worker::protocol::{Answer, Ask};
use crossread_worker::work::Work;

const IDS: [&str; 5] = [
    "nato-suspends-cooperation",
    "nato-firm-statements",
    "russia-warns-kiev",
    "some-signs-of-withdrawal",
    "nato-warns-on-recognition",
];

fn comparing(a: usize, b: usize, strictness: Strictness) -> Comparing {
    let library = Library::shipped();
    let article = |at: usize| Arc::clone(library.get(IDS[at]).expect("a shipped article"));
    let options = Options::default().with_strictness(strictness);
    let articles = Both {
        a: article(a),
        b: article(b),
    };
    let ask = Ask::Compare(pair_request(&articles, options, &ByHand::default()));
    match Work::new(nfkc).answer(ask, &mut |_| ()) {
        Answer::Found(found) => Comparing::new(articles, *found),
        other => panic!("not compared: {other:?}"),
    }
}

/// The kinds of the matches between sentences that begin so.
fn kinds(comparing: &Comparing, a: &str, b: &str) -> Vec<Kind> {
    let begins = |side, index, start: &str| comparing.sentence_text(side, index).starts_with(start);
    let found = comparing.found.matches.iter();
    found
        .filter(|m| begins(Side::A, m.a, a) && begins(Side::B, m.b, b))
        .map(|m| m.kind)
        .collect()
}

#[test]
fn what_a_careful_reader_links_is_linked() {
    for (a, b, one, other) in [
        (
            0,
            1,
            "NATO foreign ministers say",
            "We have decided to suspend",
        ),
        (
            0,
            1,
            "They said they do not recognize",
            "We do not recognize",
        ),
        (0, 1, "They urged Russia", "We urge Russia"),
        (
            0,
            2,
            "Earlier, NATO Secretary General",
            "\"Unfortunately, I cannot confirm",
        ),
    ] {
        let kinds = kinds(&comparing(a, b, Strictness::Normal), one, other);
        assert!(
            kinds == [Kind::Edited] || kinds == [Kind::Related],
            "{one} / {other}: {kinds:?}"
        );
    }
}

#[test]
fn a_headline_told_in_other_words_is_found_and_not_by_the_strictest_step() {
    let kinds = |strictness| {
        kinds(
            &comparing(3, 4, strictness),
            "NATO sees \u{2018}some signs\u{2019}",
            "NATO still sees no sign",
        )
    };
    assert_eq!(kinds(Strictness::Normal), [Kind::Related]);
    assert_eq!(kinds(Strictness::Strictest), []);
}

#[test]
fn articles_that_share_a_subject_alone_share_no_sentence() {
    for (a, b) in [(0, 4), (2, 4)] {
        for strictness in Strictness::ALL {
            let comparing = comparing(a, b, strictness);
            let related = |m: &crossread_engine::Match| m.kind == Kind::Related;
            assert!(comparing.found.matches.iter().all(related), "{a} and {b}");
        }
    }
}

#[test]
fn what_an_article_says_twice_counts_once() {
    let comparing = comparing(0, 1, Strictness::Normal);
    let figures = comparing.found.a;
    assert!(figures.repeat_words > figures.words / 2, "{figures:?}");
    assert_eq!(
        figures.words + figures.repeat_words,
        comparing.sheets.a.length.words
    );
}
