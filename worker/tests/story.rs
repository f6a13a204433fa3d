//! Several articles as one story, as a worker tells it.

use crossread_engine::{
    HandLinks, Lang, Options, Reading, Scope, Source, Span, Strictness, compare,
};
use crossread_worker::protocol::story::{MOST_APART, MOST_ARTICLES, MOST_CLAIMS, Question};
use crossread_worker::protocol::{Answer, Ask, Progress, Story, Text};
use crossread_worker::work::Work;

const RAIN: &str = "Nobody slept in the valley that night. Heavy rain fell on the valley all day. \
                    The bridge over the river was closed to traffic on Monday.";
const STORM: &str = "All day heavy rain fell on the whole valley. The sun shone. \
                     The old bridge over the river was closed to all traffic on Monday.";
const FLOOD: &str = "Schools stay shut until Friday, said the mayor. \
                     On Monday the bridge over the river was closed to all traffic.";

fn text(text: &str) -> Text {
    Text {
        text: text.to_owned(),
        language: Some("en".to_owned()),
        date: None,
        furniture: Vec::new(),
    }
}

fn work() -> Work {
    Work::new(crossread_engine::fold::nfkc)
}

fn story_of(texts: &[&str], options: Options) -> Story {
    let texts = texts.iter().map(|one| text(one)).collect();
    match work().answer(Ask::Story(texts, options, Vec::new()), &mut |_| ()) {
        Answer::Story(story) => *story,
        other => panic!("no story: {other:?}"),
    }
}

/// The claims, a line each: how many articles, and each sentence with its article's letter and the first of its wording.
fn told(texts: &[&str], story: &Story) -> Vec<String> {
    let line = |claim: &crossread_worker::protocol::story::Claim| {
        let said = claim.sentences.iter().map(|one| {
            let letter = char::from(b'A' + one.article as u8);
            let near = if one.near { " near" } else { "" };
            let words = one.span.of(texts[one.article as usize]);
            format!("{letter}{near} {}: {words}", one.wording)
        });
        let said: Vec<String> = said.collect();
        format!("{} | {}", claim.articles, said.join(" | "))
    };
    story.claims.iter().map(line).collect()
}

#[test]
fn what_several_articles_say_is_told_with_their_sentences() {
    let texts = [RAIN, STORM, FLOOD];
    let story = story_of(&texts, Options::default());
    assert_eq!(
        told(&texts, &story),
        [
            "3 | A 0: The bridge over the river was closed to traffic on Monday. \
             | B 0: The old bridge over the river was closed to all traffic on Monday. \
             | C 0: On Monday the bridge over the river was closed to all traffic.",
            "2 | A 0: Heavy rain fell on the valley all day. \
             | B 0: All day heavy rain fell on the whole valley.",
        ]
    );
    assert_eq!(story.spread, [0, 0, 1, 1]);
    let clause = story.claims[0].sentences[1].clause.of(STORM);
    assert_eq!(clause, "bridge over the river was closed to all traffic");
    let apart: Vec<&str> = story
        .articles
        .iter()
        .zip(texts)
        .flat_map(|(teller, text)| teller.apart.iter().map(|span| span.of(text)))
        .collect();
    assert_eq!(
        apart,
        [
            "Nobody slept in the valley that night.",
            "The sun shone.",
            "Schools stay shut until Friday, said the mayor."
        ]
    );
    assert_eq!(
        story.articles[0].length.words as usize,
        RAIN.split(' ').count()
    );
}

#[test]
fn every_sentence_that_takes_part_is_counted_once() {
    let twice = format!("{RAIN} Heavy rain fell on the valley all day.");
    for scope in [Scope::Own, Scope::Full] {
        for strictness in Strictness::ALL {
            let options = Options::default()
                .with_scope(scope)
                .with_strictness(strictness);
            let texts = [&*twice, STORM, FLOOD, RAIN];
            let story = story_of(&texts, options);
            for (teller, text) in story.articles.iter().zip(texts) {
                let read = Reading::new(Source::new(text, Lang::English));
                let all = compare(&read, &read, options).a.sentences;
                assert_eq!(teller.told + teller.near + teller.alone, all, "{text}");
            }
        }
    }
}

#[test]
fn the_order_of_the_articles_changes_no_claim() {
    let sets = |texts: &[&str]| {
        let mut claims: Vec<Vec<String>> = story_of(texts, Options::default())
            .claims
            .iter()
            .map(|claim| {
                let said = claim.sentences.iter();
                let mut said: Vec<String> = said
                    .map(|one| one.span.of(texts[one.article as usize]).to_owned())
                    .collect();
                said.sort();
                said
            })
            .collect();
        claims.sort();
        claims
    };
    let once = sets(&[RAIN, STORM, FLOOD]);
    assert_eq!(once.len(), 2);
    for other in [
        [FLOOD, STORM, RAIN],
        [STORM, RAIN, FLOOD],
        [FLOOD, RAIN, STORM],
    ] {
        assert_eq!(sets(&other), once);
    }
}

#[test]
fn of_too_much_the_first_part_is_told_and_all_is_counted() {
    // Numbers as words, so that no two sentences are alike.
    let name = |number: usize| -> String {
        let letters = number.to_string();
        letters
            .bytes()
            .map(|digit| char::from(b'b' + digit - b'0'))
            .collect()
    };
    let line = |at: usize| {
        let (one, other) = (name(at * 7919), name(at * 104_729 + 3));
        format!("The x{one}a village of y{other}e flooded z{one}i meadows. ")
    };
    let shared: String = (0..MOST_CLAIMS + 20).map(line).collect();
    let apart: String = (1000..1000 + MOST_APART + 30).map(line).collect();
    let long = format!("{shared}\n\n{apart}");
    let story = story_of(&[&shared, &long], Options::default());
    assert_eq!(story.claims.len(), MOST_CLAIMS);
    assert_eq!(story.spread, [0, 0, (MOST_CLAIMS + 20) as u32]);
    assert_eq!(story.articles[1].alone as usize, MOST_APART + 30);
    assert_eq!(story.articles[1].apart.len(), MOST_APART);
    let many = vec![RAIN; MOST_ARTICLES + 1];
    let story = story_of(&many, Options::default());
    assert_eq!(story.articles.len(), MOST_ARTICLES);
    assert_eq!(story.spread[MOST_ARTICLES], 3, "{:?}", story.spread);
}

/// What is asked, a line each: the slot, and each answer with its article's letter, its group, and "!" where it clashes.
fn asked(texts: &[&str]) -> Vec<String> {
    let story = story_of(texts, Options::default());
    let line = |one: &Question| {
        let said = one.answers.iter().map(|said| {
            let letter = char::from(b'A' + said.article as u8);
            let words = said.span.of(texts[said.article as usize]);
            let clash = if said.against > 0 { "!" } else { "" };
            format!("{letter}{}{clash} {words}", said.group)
        });
        let said: Vec<String> = said.collect();
        format!("{:?}: {}", one.slot, said.join(", "))
    };
    story.questions.iter().map(line).collect()
}

#[test]
fn what_is_counted_differently_is_one_question() {
    let texts = [
        "Four people were killed when the dam above Harrow burst, the police said.",
        "The dam above Harrow burst, and five people were killed, the fire brigade said.",
        "When the dam above Harrow burst, 4 people were killed.",
        "Seven people were killed when the dam above Harrow burst on the hill.",
    ];
    assert_eq!(
        asked(&texts),
        ["Number: A0! Four, B1! five, C0! 4, D2! Seven"]
    );
}

#[test]
fn what_one_denies_is_a_question_with_two_answers() {
    let texts = [
        "The cracks in the dam wall were repaired last autumn, the company said.",
        "The cracks in the dam wall were never repaired, the mayor said.",
        "The cracks in the dam wall were repaired in the autumn, said a letter.",
    ];
    assert_eq!(
        asked(&texts),
        ["Negation: A0! were repaired, B1! were never repaired, C0! were repaired"]
    );
}

#[test]
fn what_all_say_alike_is_no_question() {
    assert_eq!(asked(&[RAIN, STORM, FLOOD]), Vec::<String>::new());
}

#[test]
fn a_link_by_hand_makes_a_claim_and_one_refused_makes_none() {
    let texts = [RAIN, STORM];
    let links = |made: bool, a: &str, b: &str| {
        let at = |text: &str, words: &str| {
            let start = text.find(words).expect("there");
            Span::new(start, start + words.len())
        };
        let pair = vec![(at(RAIN, a), at(STORM, b))];
        match made {
            true => HandLinks::new(pair, Vec::new()),
            false => HandLinks::new(Vec::new(), pair),
        }
    };
    let claims = |by_hand: Vec<(u32, u32, HandLinks)>| {
        let ask = Ask::Story(texts.map(text).to_vec(), Options::default(), by_hand);
        match work().answer(ask, &mut |_| ()) {
            Answer::Story(story) => story.claims.len(),
            other => panic!("no story: {other:?}"),
        }
    };
    assert_eq!(claims(Vec::new()), 2);
    assert_eq!(
        claims(vec![(0, 1, links(true, "Nobody slept", "The sun"))]),
        3
    );
    assert_eq!(
        claims(vec![(0, 1, links(false, "Heavy rain", "All day"))]),
        1
    );
}

#[test]
fn no_article_and_one_make_no_claim() {
    assert_eq!(story_of(&[], Options::default()).spread, [0]);
    let one = story_of(&[RAIN], Options::default());
    assert_eq!((one.claims.len(), one.articles[0].alone), (0, 3));
    let empty = story_of(&["", RAIN], Options::default());
    assert_eq!((empty.claims.len(), empty.articles[0].alone), (0, 0));
}

#[test]
fn progress_only_grows() {
    let mut told: Vec<Progress> = Vec::new();
    let texts = [RAIN, STORM, FLOOD, RAIN].map(text).to_vec();
    work().answer(
        Ask::Story(texts, Options::default(), Vec::new()),
        &mut |progress| {
            told.push(progress);
        },
    );
    assert!(told.len() >= 10, "{told:?}");
    assert!(
        told.is_sorted_by_key(|progress| progress.percent),
        "{told:?}"
    );
    assert!(told.iter().all(|progress| progress.percent <= 100));
}

#[test]
fn texts_that_were_read_are_not_read_again() {
    let read = std::rc::Rc::new(std::cell::Cell::new(0));
    let counter = std::rc::Rc::clone(&read);
    let mut work = Work::new(move |word| {
        counter.set(counter.get() + 1);
        word.to_owned()
    });
    let texts: Vec<Text> = (0..9)
        .map(|at| text(&format!("Déjà vu – là {at}.")))
        .collect();
    work.answer(
        Ask::Story(texts.clone(), Options::default(), Vec::new()),
        &mut |_| (),
    );
    let once = read.get();
    assert!(once > 0);
    let strict = Options::default().with_strictness(Strictness::Strict);
    work.answer(Ask::Story(texts, strict, Vec::new()), &mut |_| ());
    assert_eq!(read.get(), once);
}

#[test]
fn a_language_of_the_heavy_program_is_asked_of_it() {
    let german = Text {
        language: Some("de".to_owned()),
        ..text(RAIN)
    };
    assert!(
        Ask::Story(
            vec![text(RAIN), text(STORM), german],
            Options::default(),
            Vec::new()
        )
        .is_heavy()
    );
    assert!(
        !Ask::Story(
            vec![text(RAIN), text(STORM)],
            Options::default(),
            Vec::new()
        )
        .is_heavy()
    );
}

#[cfg(not(feature = "heavy"))]
#[test]
fn the_light_program_leaves_to_the_heavy_one_what_is_not_english() {
    let unknown = Text {
        language: None,
        ..text("Niemand schlief in dieser Nacht. Es fiel den ganzen Tag starker Regen auf das Tal.")
    };
    let ask = Ask::Story(
        vec![text(RAIN), text(STORM), unknown],
        Options::default(),
        Vec::new(),
    );
    assert_eq!(work().answer(ask, &mut |_| ()), Answer::Heavy);
}
