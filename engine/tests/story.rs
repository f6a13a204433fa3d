//! Claims that stand in several articles: a tie to a line, and what holds for any ties.

use crossread_engine::story::{Claim, Place, Story, Tie, claims};
use crossread_engine::{Kind, Lang, Options, Reading, Scope, Source, Standing, compare};
use proptest::prelude::*;

/// `A3` is sentence 3 of the first article; `A3.bc` the words b and c of it.
fn end(written: &str) -> (Place, Vec<(u32, u32)>) {
    let (place, words) = written.split_once('.').unwrap_or((written, "a"));
    let article = u32::from(place.as_bytes()[0] - b'A');
    let sentence = place[1..].parse().expect("a number");
    let words = words.bytes().map(|word| (u32::from(word - b'a'), 1));
    (Place { article, sentence }, words.collect())
}

fn name(place: &Place) -> String {
    let letter = char::from(b'A' + place.article as u8);
    format!("{letter}{}", place.sentence)
}

fn tie(a: (Place, Vec<(u32, u32)>), b: (Place, Vec<(u32, u32)>), weight: f64, firm: bool) -> Tie {
    Tie {
        a: a.0,
        b: b.0,
        kind: Kind::Related,
        weight,
        firm,
        linked: false,
        opposed: false,
        points: Vec::new(),
        words: [a.1, b.1],
    }
}

/// "A1~B2 3, B2~C1 2": the claims of these ties, "(near C4)" behind those that have something near. "?" behind the
/// weight: the two only come near each other.
fn told(ties: &str) -> String {
    let ties: Vec<Tie> = ties
        .split(", ")
        .filter(|tie| !tie.is_empty())
        .map(|written| {
            let (ends, weight) = written.split_once(' ').expect("a weight");
            let (a, b) = ends.split_once('~').expect("two ends");
            let bare = weight.trim_end_matches('?');
            let firm = bare == weight;
            tie(end(a), end(b), bare.parse().expect("a number"), firm)
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
    let all = claims(&[0, 1, 2, 3, 4], &ties);
    all.into_iter().map(said).collect::<Vec<_>>().join("; ")
}

#[test]
fn no_tie_makes_no_claim() {
    assert_eq!(told(""), "");
}

#[test]
fn sentences_that_are_tied_are_one_claim() {
    assert_eq!(told("A1~B2 3"), "A1 B2");
    assert_eq!(told("A1~B2 3, B2~C3 3, A1~C3 2"), "A1 B2 C3");
    assert_eq!(told("A1~B2 3, C3~D4 3"), "A1 B2; C3 D4");
}

#[test]
fn one_tie_is_enough_where_the_others_come_near() {
    assert_eq!(told("A1~B2 3, B2~C3 3, A1~C3 1?"), "A1 B2 C3");
    assert_eq!(told("A1~B2 3, B2~C3 3"), "A1 B2; B2 C3");
}

#[test]
fn a_sentence_stands_in_a_claim_for_each_of_its_clauses() {
    assert_eq!(
        told("A1.ab~B2 3, A1.cd~C3 3, B2~C3 1?"),
        "A1 B2; A1 C3",
        "a long lead tells two things"
    );
    assert_eq!(
        told("A1.ab~B2 3, A1.bc~C3 3, B2~C3 1?"),
        "A1 B2 C3",
        "half of the words are enough"
    );
    assert_eq!(
        told("A1.ab~B1.ab 3, A1.cd~B1.cd 3, A1.ab~C2 3, B1.ab~C2 3, A1.cd~C7 3, B1.cd~C7 3"),
        "A1 B1 C2; A1 B1 C7"
    );
}

#[test]
fn a_claim_that_is_a_part_of_another_is_none() {
    assert_eq!(told("A1.ab~B1.ab 3, A1.cd~B1.cd 2"), "A1 B1");
    assert_eq!(
        told("A1.ab~B1 3, A1.ab~C1 3, B1~C1 3, A1.cd~B1.d 2"),
        "A1 B1 C1"
    );
}

#[test]
fn what_only_comes_near_makes_no_claim() {
    assert_eq!(told("A1~B2 3?"), "");
    assert_eq!(told("A1~B2 3?, B2~C3 2"), "B2 C3 (near A1)");
    assert_eq!(
        told("A1~B1 3, A5~B5 3, A1~D1 1?, A5~D1 2?"),
        "A1 B1; A5 B5 (near D1)",
        "to the heaviest"
    );
}

#[test]
fn a_chain_does_not_drift_into_one_claim() {
    assert_eq!(told("A1~B1 4, B1~C1 3, C1~D1 2"), "A1 B1; B1 C1; C1 D1");
    assert_eq!(
        told("A1~B1 4, C1~D1 3, B1~C1 2, A1~C1 1?, A1~D1 1?, B1~D1 1?"),
        "A1 B1 C1 D1",
        "two claims become one"
    );
}

#[test]
fn two_sentences_of_one_article_can_say_one_claim() {
    assert_eq!(told("A1~B1 3, A2~B1 2"), "A1 A2 B1");
}

#[test]
fn what_stands_in_most_articles_comes_first_then_what_stands_first() {
    assert_eq!(
        told("A1~B9 3, A3~B2 3, B5~C1 3, A7~B7 2, A7~C7 2, B7~C7 2"),
        "A7 B7 C7; A1 B9; A3 B2; B5 C1"
    );
}

#[test]
fn a_tie_that_is_none_is_passed_over() {
    assert_eq!(told("A1~A2 3"), "");
    assert_eq!(told("A1~G2 3, A4~B4 3"), "A4 B4");
    let nothing = tie(end("A1"), end("B1"), f64::NAN, true);
    assert_eq!(claims(&[0, 1], std::slice::from_ref(&nothing)).len(), 1);
    assert_eq!(claims(&[], &[nothing]), vec![]);
    let wordless = tie((end("A1").0, vec![]), (end("B1").0, vec![]), 3.0, true);
    assert_eq!(claims(&[0, 1], &[wordless]).len(), 1);
}

/// Few articles of few sentences with few weights, so that there are many ties of one weight.
fn ties() -> impl Strategy<Value = Vec<Tie>> {
    let end = || {
        let place = (0..5_u32, 0..6_u32);
        let words = prop::sample::subsequence(vec![(0, 2), (1, 1), (2, 1)], 1..3);
        (place, words).prop_map(|((article, sentence), words)| (Place { article, sentence }, words))
    };
    let one = (end(), end(), 1..=4_u8, any::<bool>())
        .prop_map(|(a, b, weight, firm)| tie(a, b, f64::from(weight) / 4.0, firm));
    // Two sentences that meet in two clauses do not meet in the same words.
    prop::collection::vec(one, 0..24).prop_map(|mut list| {
        let mut seen = std::collections::HashSet::new();
        list.retain(|tie| seen.insert((tie.a.min(tie.b), tie.a.max(tie.b))));
        list
    })
}

/// The claims without the order in which they are listed.
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
            .map(|tie| {
                let [a, b] = tie.words.clone();
                Tie { a: there(tie.b), b: there(tie.a), words: [b, a], points: Vec::new(), ..*tie }
            })
            .collect();
        if !moved.is_empty() {
            let at = shuffled.index(moved.len());
            moved.rotate_left(at);
        }
        let mut ranks = vec![0; 5];
        for (rank, &article) in to.iter().enumerate() {
            ranks[article as usize] = rank as u32;
        }
        let mut before = claims(&[0, 1, 2, 3, 4], &ties);
        for claim in &mut before {
            let lists = [&mut claim.places, &mut claim.near];
            lists.into_iter().flatten().for_each(|place| *place = there(*place));
        }
        let after = claims(&ranks, &moved);
        prop_assert_eq!(as_sets(&before), as_sets(&after));
    }

    #[test]
    fn every_firm_tie_has_a_claim_and_every_other_sentence_at_most_one(ties in ties()) {
        let found = claims(&[4, 1, 0, 3, 2], &ties);
        for tie in ties.iter().filter(|tie| tie.a.article != tie.b.article) {
            let holds = |claim: &Claim| [tie.a, tie.b].iter().all(|end| claim.places.contains(end));
            prop_assert!(!tie.firm || found.iter().any(holds));
        }
        let near: Vec<Place> = found.iter().flat_map(|claim| &claim.near).copied().collect();
        let mut distinct = near.clone();
        distinct.sort();
        distinct.dedup();
        prop_assert_eq!(near.len(), distinct.len());
        prop_assert!(!near.iter().any(|place| found.iter().any(|claim| claim.places.contains(place))));
    }

    #[test]
    fn a_claim_stands_in_several_articles_and_knows_its_words_and_ties(ties in ties()) {
        let found = claims(&[0, 1, 2, 3, 4], &ties);
        for claim in &found {
            let mut articles: Vec<u32> = claim.places.iter().map(|place| place.article).collect();
            prop_assert!(articles.is_sorted());
            articles.dedup();
            prop_assert!(articles.len() > 1);
            prop_assert_eq!(articles.len(), claim.articles as usize);
            prop_assert_eq!(claim.words.len(), claim.places.len());
            prop_assert!(claim.words.iter().all(|(first, last)| first <= last));
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
            let places = |claim: &Claim| claim.places.clone();
            let parts = found.iter().filter(|other| {
                places(claim).iter().all(|place| other.places.contains(place))
            });
            prop_assert_eq!(parts.count(), 1, "a part of another");
        }
    }
}

#[test]
fn what_takes_part_is_what_the_figures_count() {
    let text = "It rained. The bridge over the river was closed to all traffic. Nobody slept. \
                The bridge over the river was closed to all traffic. — * —";
    let reading = Reading::new(Source::new(text, Lang::English));
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
    let read = |text: &&str| Reading::new(Source::new(text, Lang::English));
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
fn a_stretch_with_more_behind_it_is_a_claim() {
    let council =
        "Councillors in Ness voted to repair the old harbour wall so that boats can return.";
    let engineers = "Workers from Holm will repair the old harbour wall with stones from a quarry.";
    assert_eq!(story(&[council, engineers]).claims.len(), 1);
    let rammed = "A tanker from Holm rammed the old harbour wall.";
    let painted = "Pupils at the school painted the old harbour wall.";
    assert_eq!(story(&[rammed, painted]).claims, []);
}

#[test]
fn words_that_say_too_little_make_a_claim_where_they_stand_in_a_row() {
    let council = "The council is finally widening trade with Ness by opening a shared market. The mayor praised trade of all \
                   kinds. Trade has a price. Ness is old. Ness has a harbour.";
    let fishermen = |what: &str| {
        format!(
            "The fishermen said they are bent on {what} herring. Trade fell last year. Nobody knows why trade fell."
        )
    };
    let row = fishermen("widening trade with Ness to sell more");
    assert_eq!(story(&[council, &row]).claims.len(), 1);
    let scattered = fishermen("widening the quay of Ness for more trade in");
    assert_eq!(story(&[council, &scattered]).claims, []);
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

#[test]
fn a_lead_tells_as_many_claims_as_it_has_clauses() {
    let lead = "The harbour of Ness burned down on Monday, the mayor resigned after angry protests, and                 insurers expect claims of forty million crowns.";
    let burned = "The harbour of Ness burned down early on Monday. Nobody was hurt.";
    let resigned = "Facing angry protests, the mayor resigned. Few had expected it.";
    let insured = "It rained. Insurers expect claims of forty million crowns.";
    let told = story(&[lead, burned, resigned, insured]);
    let tellers = told.claims.iter().map(|claim| {
        let articles = claim.places.iter().map(|place| place.article);
        articles.collect::<Vec<_>>()
    });
    assert_eq!(
        tellers.collect::<Vec<_>>(),
        [[0, 1], [0, 2], [0, 3]],
        "{told:?}"
    );
    // The words of each claim are those of its clause.
    let ends: Vec<_> = told.claims.iter().map(|claim| claim.words[0]).collect();
    assert!(ends.windows(2).all(|two| two[0].1 < two[1].0), "{ends:?}");
}

#[test]
fn two_numbers_of_one_thing_are_one_claim() {
    let some =
        "Mrs Holm handed over 55,000 pages of letters to the archive, aides said at the weekend.";
    let others = "In December boxes with 50,000 pages arrived; the letters were printed.";
    let told = story(&[some, others]);
    assert_eq!(told.claims.len(), 1, "{told:?}");
    // Years are not numbers of anything.
    let one = "He lost the 2016 election in Holm.";
    let other = "She will fight the 2020 election in Ness.";
    assert_eq!(story(&[one, other]).claims, []);
}

#[test]
fn what_stands_in_no_claim_is_near_or_alone() {
    let first = "The bridge over the river was closed on Monday. Divers searched the cold water. Nobody slept.";
    let second = "On Monday the bridge over the river was closed. The cold came back, and with it the water.";
    let told = story(&[first, second]);
    let reading = Reading::new(Source::new(first, Lang::English));
    let telling = told.telling(0, &reading, Scope::Own);
    assert_eq!(telling.told + telling.near, 2);
    assert_eq!(telling.alone, [2]);
}
