//! Claims that stand in several articles: a link to a line, and what holds for any links.

use crossread_engine::story::{Claim, Place, Story, Tie, claims};
use crossread_engine::{Kind, Lang, Options, Reading, Scope, Source, Standing, compare};
use proptest::prelude::*;

/// `A3` is sentence 3 of the first article.
fn place(written: &str) -> Place {
    let article = u32::from(written.as_bytes()[0] - b'A');
    let sentence = written[1..].parse().expect("a number");
    Place { article, sentence }
}

fn name(place: &Place) -> String {
    format!(
        "{}{}",
        char::from(b'A' + place.article as u8),
        place.sentence
    )
}

fn tie(a: Place, b: Place, strength: f64) -> Tie {
    let kind = if strength == 1.0 {
        Kind::Verbatim
    } else {
        Kind::Edited
    };
    Tie {
        a,
        b,
        kind,
        strength,
        opposed: false,
        loose: false,
    }
}

/// "A1~B2 .9, B2~C1 .5": the claims of these links, one to a line, "(near C4)" behind those that are near. "?" behind
/// the strength: the link is loose. All sentences share words, linked or not.
fn told(links: &str) -> String {
    told_of(links, true)
}

fn told_of(links: &str, akin: bool) -> String {
    let ties: Vec<Tie> = links
        .split(", ")
        .filter(|link| !link.is_empty())
        .map(|link| {
            let (ends, strength) = link.split_once(' ').expect("a strength");
            let (a, b) = ends.split_once('~').expect("two ends");
            let bare = strength.trim_end_matches('?');
            let strength_of = format!("0{bare}").parse().expect("a number");
            Tie {
                loose: bare != strength,
                ..tie(place(a), place(b), strength_of)
            }
        })
        .collect();
    let said = |claim: Claim| {
        let all = |places: &[Place]| places.iter().map(name).collect::<Vec<_>>().join(" ");
        let near = all(&claim.near);
        match near.is_empty() {
            true => all(&claim.places),
            false => format!("{} (near {near})", all(&claim.places)),
        }
    };
    let all: Vec<String> = claims(&[0, 1, 2, 3, 4], &ties, &mut |_, _| akin)
        .into_iter()
        .map(said)
        .collect();
    all.join("; ")
}

#[test]
fn no_link_makes_no_claim() {
    assert_eq!(told(""), "");
}

#[test]
fn sentences_that_are_linked_are_one_claim() {
    assert_eq!(told("A1~B2 .9"), "A1 B2");
    assert_eq!(told("A1~B2 .9, B2~C3 .8, A1~C3 .4"), "A1 B2 C3");
    assert_eq!(told("A1~B2 .9, C3~D4 .8"), "A1 B2; C3 D4");
}

#[test]
fn half_of_the_pairs_are_enough_where_the_others_share_words() {
    assert_eq!(told_of("A1~B2 .9, B2~C3 .8", false), "A1 B2 (near C3)");
    assert_eq!(
        told_of("A1~B1 .9, B1~C1 .8, A1~C1 .7, C1~D1 .6, B1~D1 .5", false),
        "A1 B1 C1 D1"
    );
    assert_eq!(told("A1~B2 .9, B2~C3 .8"), "A1 B2 C3");
    assert_eq!(
        told("A1~B1 .9, C1~D1 .8, B1~C1 .7, A1~D1 .3"),
        "A1 B1 C1 D1"
    );
}

#[test]
fn a_loose_link_makes_no_claim() {
    assert_eq!(told("A1~B2 .9?"), "");
    assert_eq!(told("A1~B2 .9?, B2~C3 .8"), "B2 C3 (near A1)");
}

#[test]
fn a_chain_does_not_drift_into_one_claim() {
    assert_eq!(told("A1~B1 .9, B1~C1 .8, C1~D1 .7"), "A1 B1 C1 (near D1)");
    assert_eq!(told("A1~B1 .9, C1~D1 .8, B1~C1 .7"), "A1 B1; C1 D1");
}

#[test]
fn the_strongest_link_says_where_a_sentence_belongs() {
    let links = |first: &str, second: &str| {
        told(&format!(
            "A1~B1 .9, A1~C1 .9, B1~C1 .9, A1~D1 {first}, A5~B5 .9, A5~C5 .9, B5~C5 .9, A5~D1 {second}"
        ))
    };
    assert_eq!(links(".5", ".4"), "A1 B1 C1 (near D1); A5 B5 C5");
    assert_eq!(links(".4", ".5"), "A1 B1 C1; A5 B5 C5 (near D1)");
}

#[test]
fn two_sentences_of_one_article_can_say_one_claim() {
    assert_eq!(told("A1~B1 .9, A2~B1 .4"), "A1 A2 B1");
}

#[test]
fn what_stands_in_most_articles_comes_first_then_what_stands_first() {
    assert_eq!(
        told("A1~B9 .9, A3~B2 .9, B5~C1 .9, A7~B7 .5, A7~C7 .5, B7~C7 .5"),
        "A7 B7 C7; A1 B9; A3 B2; B5 C1"
    );
}

#[test]
fn a_link_that_is_none_is_passed_over() {
    assert_eq!(told("A1~A2 .9"), "");
    assert_eq!(told("A1~G2 .9, A4~B4 .9"), "A4 B4");
    let nothing = tie(place("A1"), place("B1"), f64::NAN);
    assert_eq!(claims(&[0, 1], &[nothing], &mut |_, _| true).len(), 1);
    assert_eq!(claims(&[], &[nothing], &mut |_, _| true), vec![]);
}

/// Few articles of few sentences with few strengths, so that there are many ties of one strength.
fn ties() -> impl Strategy<Value = Vec<Tie>> {
    let end = || (0..5_u32, 0..6_u32).prop_map(|(article, sentence)| Place { article, sentence });
    let one =
        (end(), end(), 1..=4_u8).prop_map(|(a, b, strength)| tie(a, b, f64::from(strength) / 4.0));
    prop::collection::vec(one, 0..24)
}

/// The groups without the order in which they are listed.
fn as_sets(claims: &[Claim]) -> Vec<(Vec<Place>, Vec<Place>)> {
    let sorted = |list: &[Place]| {
        let mut list = list.to_vec();
        list.sort();
        list
    };
    let mut sets: Vec<_> = claims
        .iter()
        .map(|claim| (sorted(&claim.places), sorted(&claim.near)))
        .collect();
    sets.sort();
    sets
}

proptest! {
    #[test]
    fn the_order_of_the_articles_changes_no_claim(
        ties in ties(),
        to in Just(vec![0_u32, 1, 2, 3, 4]).prop_shuffle(),
        shuffled in any::<prop::sample::Index>(),
    ) {
        let there = |place: Place| Place { article: to[place.article as usize], ..place };
        let mut moved: Vec<Tie> = ties
            .iter()
            .map(|tie| Tie { a: there(tie.b), b: there(tie.a), ..*tie })
            .collect();
        if !moved.is_empty() {
            let at = shuffled.index(moved.len());
            moved.rotate_left(at);
        }
        let mut ranks = vec![0; 5];
        for (rank, &article) in to.iter().enumerate() {
            ranks[article as usize] = rank as u32;
        }
        let mut before = claims(&[0, 1, 2, 3, 4], &ties, &mut |_, _| true);
        for claim in &mut before {
            let lists = [&mut claim.places, &mut claim.near];
            lists.into_iter().flatten().for_each(|place| *place = there(*place));
        }
        let after = claims(&ranks, &moved, &mut |_, _| true);
        prop_assert_eq!(as_sets(&before), as_sets(&after));
    }

    #[test]
    fn every_sentence_that_is_linked_is_in_one_claim_or_near_one(ties in ties()) {
        let found = claims(&[4, 1, 0, 3, 2], &ties, &mut |_, _| true);
        let mut seen: Vec<Place> = found
            .iter()
            .flat_map(|claim| claim.places.iter().chain(&claim.near))
            .copied()
            .collect();
        seen.sort();
        let mut linked: Vec<Place> = ties
            .iter()
            .filter(|tie| tie.a.article != tie.b.article)
            .flat_map(|tie| [tie.a, tie.b])
            .collect();
        linked.sort();
        linked.dedup();
        prop_assert_eq!(seen, linked);
    }

    #[test]
    fn a_claim_stands_in_several_articles_and_knows_its_ties(ties in ties()) {
        for claim in claims(&[0, 1, 2, 3, 4], &ties, &mut |_, _| true) {
            let mut articles: Vec<u32> = claim.places.iter().map(|place| place.article).collect();
            prop_assert!(articles.is_sorted());
            articles.dedup();
            prop_assert!(articles.len() > 1);
            prop_assert_eq!(articles.len(), claim.articles as usize);
            let within = |tie: &Tie| [tie.a, tie.b].iter().all(|end| {
                claim.places.contains(end) || claim.near.contains(end)
            });
            let all: Vec<u32> = (0..ties.len() as u32)
                .filter(|&index| {
                    let tie = &ties[index as usize];
                    tie.a.article != tie.b.article && within(tie)
                })
                .collect();
            prop_assert_eq!(&claim.ties, &all);
        }
    }
}

#[test]
fn what_takes_part_is_what_the_figures_count() {
    let text = "It rained. The bridge over the river was closed to all traffic. Nobody slept. \
                The bridge over the river was closed to all traffic. — * —";
    let reading = Reading::new(Source {
        text,
        lang: Lang::English,
        furniture: &[],
    });
    let figures = compare(&reading, &reading, Options::default()).a;
    let taking = |scope| {
        let all = reading.sentences.iter();
        all.filter(|sentence| sentence.takes_part(scope)).count()
    };
    assert!(
        reading
            .sentences
            .iter()
            .any(|one| one.standing != Standing::Own)
    );
    assert_eq!(taking(Scope::Own), figures.sentences as usize);
    assert_eq!(taking(Scope::Full), taking(Scope::Own) + 1);
}

/// The story that these English articles tell.
fn story(articles: &[&str]) -> Story {
    let read = |text: &&str| {
        Reading::new(Source {
            text,
            lang: Lang::English,
            furniture: &[],
        })
    };
    let readings: Vec<Reading> = articles.iter().map(read).collect();
    let all: Vec<(&Reading, &str)> = readings.iter().zip(articles.iter().copied()).collect();
    Story::new(&all, Options::default(), &mut |_, _| ())
}

#[test]
fn a_denial_stands_in_the_claim_with_a_mark() {
    let said = "Engineers said on Friday that the dam of Volna was strong enough to hold.";
    let denied = "Engineers said on Friday that the dam of Volna was not strong enough to hold.";
    let told = story(&[said, denied]);
    assert_eq!(told.claims.len(), 1);
    assert!(told.claims[0].is_opposed(&told.ties));
    let told = story(&[said, said]);
    assert!(!told.claims[0].is_opposed(&told.ties));
}

#[test]
fn two_events_at_one_place_are_no_claim() {
    let visit = "The minister opened the new school beside the harbour on Friday.";
    let crash = "A tanker rammed the new school beside the harbour on Friday.";
    assert_eq!(story(&[visit, crash]).claims, []);
    let again = "On Friday the minister opened the school beside the harbour.";
    assert_eq!(story(&[visit, again]).claims.len(), 1);
}

#[test]
fn a_sentence_that_joins_two_others_makes_no_claim_of_all_three() {
    let first = "Bakers in Holm asked for a higher price of bread on Monday.";
    let both = "Bakers in Holm and nurses in Ness asked for a higher price and longer breaks.";
    let last = "Nurses in Ness demanded bigger wards and longer breaks in a petition.";
    let told = story(&[first, both, last]);
    for claim in &told.claims {
        let of = |article: u32| claim.places.iter().any(|place| place.article == article);
        assert!(!(of(0) && of(2)), "{claim:?}");
    }
}
