//! Links that a reader made or refused: they have the last word, and nothing else changes.

mod common;

use common::{compared, mirrored, read, text};
use crossread_engine::story::Story;
use crossread_engine::{
    Comparison, HandLinks, Kind, Match, Options, Reading, Route, Scope, Span, compare_with,
};
use proptest::prelude::*;

const A: &str = "The ministers suspended all military cooperation with Moscow on Tuesday. \
    Snow lay on the roofs of the old town. The bakers kept their ovens lit.";
const B: &str = "All military cooperation with Moscow was suspended by the ministers. \
    White covered every house in the historic quarter. A ferry sank off the coast.";

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("it stands there");
    Span::new(start, start + words.len())
}

fn with(links: &HandLinks) -> Comparison {
    compare_with(&read(A), &read(B), Options::default(), links, &mut |_| ())
}

fn made(a: &str, b: &str) -> HandLinks {
    HandLinks::new(vec![(span(A, a), span(B, b))], Vec::new())
}

#[test]
fn what_the_reader_links_is_a_match_of_its_own_origin_and_counts() {
    let before = with(&HandLinks::default());
    assert_eq!(before.matches.len(), 1);
    assert_eq!(before.a.related_sentences, 0);
    let after = with(&made("Snow", "White covered"));
    let [kept, linked] = &after.matches[..] else {
        panic!("two matches: {:?}", after.matches);
    };
    assert_eq!(kept, &before.matches[0]);
    assert_eq!((linked.a, linked.b), (1, 1));
    assert_eq!((linked.route, linked.threshold), (Route::Hand, 0.0));
    assert_eq!(linked.kind, Kind::Related);
    assert_eq!(
        (after.a.related_sentences, after.b.related_sentences),
        (1, 1)
    );
    assert!(after.a.containment() > before.a.containment());
    assert_eq!(after.refused, []);
}

#[test]
fn what_the_reader_refuses_is_no_match_and_is_named() {
    let links = HandLinks::new(
        Vec::new(),
        vec![(span(A, "ministers"), span(B, "ministers"))],
    );
    let after = with(&links);
    assert_eq!(after.matches, []);
    assert_eq!(after.refused, [(0, 0)]);
    assert_eq!(after.a.edited_sentences, 0);
    // What is both is made.
    let both = HandLinks::new(links.refused.clone(), Vec::new());
    assert_eq!(with(&both).refused, []);
    assert_eq!(with(&both).matches[0].route, Route::Hand);
}

#[test]
fn a_link_by_hand_counts_in_the_order_and_in_the_story() {
    let crossed = HandLinks::new(
        vec![
            (span(A, "Snow"), span(B, "A ferry")),
            (span(A, "The bakers"), span(B, "White covered")),
        ],
        Vec::new(),
    );
    let found = with(&crossed);
    let moved: Vec<bool> = found.matches.iter().map(|found| found.moved).collect();
    assert_eq!(moved.iter().filter(|&&moved| moved).count(), 1, "{moved:?}");

    let (a, b) = (read(A), read(B));
    let articles: [(&Reading, &str); 2] = [(&a, A), (&b, B)];
    let claims = |links: HandLinks| {
        let links = |_, _| links.clone();
        let told = Story::with(&articles, Options::default(), &links, &mut |_, _| ());
        told.claims.len()
    };
    assert_eq!(claims(HandLinks::default()), 1);
    assert_eq!(claims(made("Snow", "White covered")), 2);
}

#[test]
fn a_stretch_means_the_sentences_that_it_touches_and_few_of_them() {
    let links = HandLinks::new(
        vec![(
            span(A, "roofs of the old town. The bakers"),
            span(B, "ferry"),
        )],
        Vec::new(),
    );
    let places = |found: &Comparison| -> Vec<(u32, u32)> {
        found
            .matches
            .iter()
            .map(|found| (found.a, found.b))
            .collect()
    };
    assert_eq!(places(&with(&links)), [(0, 0), (1, 2), (2, 2)]);
    // Beyond the text, and upside down.
    for (start, end) in [(A.len(), A.len() + 40), (900, 20), (usize::MAX, usize::MAX)] {
        let links = HandLinks::new(vec![(Span { start, end }, span(B, "ferry"))], Vec::new());
        assert_eq!(places(&with(&links)), [(0, 0)]);
    }
    let long = read(&"It rained again that day. ".repeat(40));
    let all = Span::new(0, 2_000);
    let links = HandLinks::new(vec![(all, all)], Vec::new());
    let options = Options::default().with_scope(Scope::Full);
    let found = compare_with(&long, &long, options, &links, &mut |_| ());
    let by_hand = found
        .matches
        .iter()
        .filter(|found| found.route == Route::Hand);
    assert_eq!(by_hand.count(), 16);
}

fn links() -> impl Strategy<Value = HandLinks> {
    let pairs = || {
        let place = (0..400_usize, 0..12_usize);
        let span = place.prop_map(|(start, length)| Span::new(start, start + length));
        prop::collection::vec((span.clone(), span), 0..5)
    };
    (pairs(), pairs()).prop_map(|(made, refused)| HandLinks::new(made, refused))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_else_changes(a in text(), b in text(), links in links(), full in any::<bool>()) {
        let (read_a, read_b) = (read(&a), read(&b));
        let scope = if full { Scope::Full } else { Scope::Own };
        let options = Options::default().with_scope(scope);
        let before = compared(&a, &b, options);
        let after = compare_with(&read_a, &read_b, options, &links, &mut |_| ());
        let place = |found: &Match| (found.a, found.b);
        let is_refused = |found: &Match| after.refused.binary_search(&place(found)).is_ok();
        let by_hand: Vec<_> = after.matches.iter().filter(|m| m.route == Route::Hand).map(place).collect();
        // The others stay, but for their order.
        let still = |found: &Match| {
            let mut found = *found;
            found.moved = false;
            found
        };
        let kept: Vec<Match> = before.matches.iter()
            .filter(|found| !is_refused(found) && !by_hand.contains(&place(found)))
            .map(still)
            .collect();
        let others: Vec<Match> = after.matches.iter().filter(|m| m.route != Route::Hand).map(still).collect();
        prop_assert_eq!(kept, others);
        prop_assert!(after.matches.is_sorted_by(|one, next| place(one) < place(next)));
        prop_assert!(!after.matches.iter().any(is_refused));
        for found in after.matches.iter().filter(|found| found.route == Route::Hand) {
            prop_assert!((0.0..=1.0).contains(&found.score));
            prop_assert!(read_a.sentences[found.a as usize].takes_part(scope));
            prop_assert!(read_b.sentences[found.b as usize].takes_part(scope));
        }
        prop_assert_eq!(&before.passages, &after.passages);
        prop_assert_eq!(&before.closest_a, &after.closest_a);
        prop_assert_eq!(&before.closest_b, &after.closest_b);
        prop_assert_eq!((before.similarity, before.a.words, before.b.sentences), (after.similarity, after.a.words, after.b.sentences));
        let none = compare_with(&read_a, &read_b, options, &HandLinks::default(), &mut |_| ());
        prop_assert_eq!(before, none);
        let turned = compare_with(&read_b, &read_a, options, &links.swapped(), &mut |_| ());
        prop_assert_eq!(mirrored(&after), turned);
    }
}
