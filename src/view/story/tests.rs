//! What is said of several articles, in words.

use std::sync::Arc;

use crossread_engine::fold::nfkc;
use crossread_engine::{Kind, Options, Scope, Span};
use crossread_worker::protocol::story::{Claim, MOST_CLAIMS, Saying, Teller};
use crossread_worker::protocol::{Answer, Progress, Stage, Story};
use crossread_worker::work::Work;

use super::{
    Stand, Telling, Tells, claim_card, columns, headline, no_claims, story_ask, story_finding,
    story_left_out, story_title, story_waiting, teller_rows,
};
use crate::library::{Article, Library};
use crate::state::{State, cast, parse, write};
use crate::view::testing::article;

/// A story of which only the figures matter: in how many articles how many claims stand ("3:2 2:6"), the sentences that
/// come near, those that stand alone.
fn figures(articles: usize, spread: &str, near: u32, alone: u32) -> Story {
    let mut story = Story {
        spread: vec![0; articles + 1],
        articles: vec![Teller::default(); articles],
        ..Story::default()
    };
    for part in spread.split_whitespace() {
        let (number, claims) = part.split_once(':').expect("a pair");
        let number: usize = number.parse().expect("a number");
        story.spread[number] = claims.parse().expect("a number");
        story.articles[0].told += 1;
    }
    story.articles[0].near = near;
    story.articles[0].alone = alone;
    story
}

fn said(articles: usize, spread: &str, near: u32, alone: u32) -> String {
    headline(&figures(articles, spread, near, alone))
}

#[test]
fn the_finding_counts_claims_by_how_many_tell_them() {
    assert_eq!(
        said(5, "3:2 2:6", 0, 71),
        "Two claims stand in three of the five articles and six in two. The other 71 sentences stand in one article alone."
    );
    assert_eq!(
        said(5, "5:1 4:3 2:20", 0, 1204),
        "One claim stands in all five articles, three in four and 20 in two. The other 1,204 sentences stand in one article \
         alone."
    );
    assert_eq!(
        said(3, "3:2", 0, 0),
        "Two claims stand in all three articles. No sentence stands in one article alone."
    );
    assert_eq!(
        said(2, "2:1", 0, 1),
        "One claim stands in both articles. One other sentence stands in one article alone."
    );
    assert_eq!(
        said(3, "3:1 2:1", 0, 9),
        "One claim stands in all three articles and one in two. The other 9 sentences stand in one article alone."
    );
    assert_eq!(
        said(4, "2:1", 1, 9),
        "One claim stands in two of the four articles. One more sentence comes near what another article says. The other 9 sentences \
         stand in one article alone."
    );
    assert!(
        said(4, "2:1", 3, 9).contains("Three more sentences come near what another article says.")
    );
}

#[test]
fn the_finding_says_that_there_is_nothing() {
    assert_eq!(
        said(5, "", 0, 71),
        "No claim stands in more than one of the five articles."
    );
    assert_eq!(said(2, "", 0, 71), "No claim stands in both articles.");
    assert_eq!(
        said(3, "", 0, 0),
        "None of these articles holds a sentence that could be compared."
    );
}

fn telling(texts: &[(&'static str, &str)], options: Options) -> Telling {
    let articles = texts.iter().map(|(id, text)| Arc::new(article(id, text)));
    of(articles.collect(), options)
}

fn of(articles: Vec<Arc<Article>>, options: Options) -> Telling {
    let ask = story_ask(&articles, options);
    match Work::new(nfkc).answer(ask, &mut |_| ()) {
        Answer::Story(found) => Telling {
            articles,
            found: *found,
        },
        other => panic!("no story: {other:?}"),
    }
}

const RAIN: &str = "Nobody slept in the valley that night. Heavy rain fell on the valley all day. \
                    The bridge over the river was closed to traffic on Monday.";
const STORM: &str = "All day heavy rain fell on the whole valley. Über Nacht schien der Mond. \
                     The old bridge over the river was closed to all traffic on Monday.";
const FLOOD: &str = "Schools stay shut until Friday, said the mayor. \
                     On Monday the bridge over the river was closed to all traffic.";

fn three() -> Telling {
    telling(
        &[("rain", RAIN), ("storm", STORM), ("flood", FLOOD)],
        Options::default(),
    )
}

#[test]
fn a_claim_says_who_tells_it_and_who_does_not() {
    let state = parse("?page=story&of=rain.storm.flood").state;
    let card = |number| claim_card(&three(), number, &state).expect("a claim");
    assert_eq!(card(0).title, "In all three articles");
    assert_eq!(card(1).title, "In A and B; not in C");
    let first = card(0);
    let said: Vec<String> = first
        .sentences
        .iter()
        .map(|one| format!("{} {:?} {}", one.letter, one.kind, one.text))
        .collect();
    assert_eq!(
        said,
        [
            "A Edited The bridge over the river was closed to traffic on Monday.",
            "B Edited The old bridge over the river was closed to all traffic on Monday.",
            "C Edited On Monday the bridge over the river was closed to all traffic.",
        ]
    );
    assert_eq!(
        first.sentences[1].from,
        "The storm · publisher not stated · date not stated"
    );
    assert_eq!(first.near, vec![]);
    assert!(claim_card(&three(), 2, &state).is_none());
}

#[test]
fn a_claim_leads_to_the_pair_at_its_sentences() {
    let state = parse("?page=story&of=rain.storm.flood&strict=loose&utm=x").state;
    let card = claim_card(&three(), 0, &state).expect("a claim");
    let links: Vec<String> = card
        .links
        .iter()
        .map(|(place, kind, to)| format!("{place} {kind:?} {}", write(to)))
        .collect();
    // In Unicode scalar values: the storm has a letter of two bytes before.
    let at = |text: &str, words: &str| text[..text.find(words).expect("there")].chars().count();
    let (a, b, c) = (
        at(RAIN, "The bridge"),
        at(STORM, "The old"),
        at(FLOOD, "On Monday"),
    );
    assert_eq!(
        links,
        [
            format!("sentence 3 of A, 3 of B Edited ?a=rain&b=storm&at={a}.{b}&strict=loose&utm=x"),
            format!("sentence 3 of A, 2 of C Edited ?a=rain&b=flood&at={a}.{c}&strict=loose&utm=x"),
            format!(
                "sentence 3 of B, 2 of C Edited ?a=storm&b=flood&at={b}.{c}&strict=loose&utm=x"
            ),
        ]
    );
}

#[test]
fn the_table_says_who_tells_what_and_how_much_stands_alone() {
    let rows = teller_rows(&three());
    let drawn: Vec<String> = rows
        .iter()
        .map(|row| {
            let marks = row.tells.iter().map(|tells| match tells {
                Tells::Yes => 'x',
                Tells::Near => '~',
                Tells::No => '-',
            });
            format!(
                "{} {} {} | {}",
                row.letter,
                marks.collect::<String>(),
                row.alone,
                row.apart.join(" ")
            )
        })
        .collect();
    assert_eq!(
        drawn,
        [
            "A xx 1 of 3 sentences (33%) | Nobody slept in the valley that night.",
            "B xx 1 of 3 sentences (33%) | Über Nacht schien der Mond.",
            "C x- 1 of 2 sentences (50%) | Schools stay shut until Friday, said the mayor.",
        ]
    );
    let empty = telling(&[("rain", ""), ("storm", STORM)], Options::default());
    assert_eq!(teller_rows(&empty)[0].alone, "no sentences");
}

#[test]
fn what_an_article_leaves_out_is_listed_with_who_tells_it() {
    let left_out = |query: &str| story_left_out(&three(), &parse(query).state);
    let none = left_out("?page=story&of=rain.storm.flood");
    assert_eq!((none.line, none.rows), (None, vec![]));
    let leaves: Vec<u32> = none.choices.iter().map(|one| one.claims).collect();
    assert_eq!(leaves, [0, 0, 1]);
    let flood = left_out("?page=story&of=rain.storm.flood&strict=loose&without=flood");
    assert_eq!(flood.line.as_deref(), Some("C leaves out one of 2 claims."));
    assert_eq!(flood.rows.len(), 1);
    let row = &flood.rows[0];
    assert_eq!((row.number, &*row.told_by), (1, "Told by A and B"));
    assert_eq!(row.quote.text, "Heavy rain fell on the valley all day.");
    assert_eq!((row.opposed, &row.near), (false, &None));
    let to: Vec<String> = flood.choices.iter().map(|one| write(&one.to)).collect();
    assert_eq!(
        to,
        [
            "?page=story&of=rain.storm.flood&without=rain&strict=loose",
            "?page=story&of=rain.storm.flood&without=storm&strict=loose",
            "?page=story&of=rain.storm.flood&strict=loose",
        ]
    );
    let rain = left_out("?page=story&of=rain.storm.flood&without=rain");
    assert_eq!(
        rain.line.as_deref(),
        Some("A leaves out none of the claims that were found.")
    );
    assert_eq!(left_out("?page=story&without=snow").line, None);
    // A pair drops it.
    let pair = parse("?page=story&without=rain")
        .state
        .compare("rain", "storm");
    assert_eq!(write(&pair), "?a=rain&b=storm");
}

#[test]
fn what_comes_near_an_omission_stands_with_it() {
    let mut telling = three();
    telling.found.claims = vec![claim(true)];
    let state = parse("?page=story&of=rain.storm.flood&without=flood").state;
    let rows = story_left_out(&telling, &state).rows;
    assert_eq!(rows.len(), 1);
    let near = rows[0]
        .near
        .as_ref()
        .map(|near| (&*near.letter, &*near.text));
    assert_eq!(near, Some(("C", "Schoo")));
}

/// One sentence of each of two articles, as a claim.
fn claim(near: bool) -> Claim {
    let saying = |article: u32, near| Saying {
        article,
        sentence: 0,
        span: Span::new(0, 5),
        kind: Some(Kind::Edited),
        near,
    };
    Claim {
        sentences: vec![saying(0, false), saying(1, false), saying(2, near)],
        links: vec![
            (0, 1, Kind::Edited),
            (1, 2, Kind::Edited),
            (7, 9, Kind::Edited),
        ],
        articles: 2,
        opposed: false,
    }
}

#[test]
fn a_claim_of_which_one_sentence_denies_another_says_so() {
    let mut telling = three();
    telling.found.claims = vec![claim(false)];
    let opposed = |telling: &Telling| {
        let card = claim_card(telling, 0, &State::default());
        card.expect("a claim").opposed
    };
    assert!(!opposed(&telling));
    telling.found.claims[0].opposed = true;
    assert!(opposed(&telling));
}

#[test]
fn what_comes_near_is_neither_told_nor_alone() {
    let mut telling = three();
    telling.found.claims = vec![claim(true)];
    assert_eq!(teller_rows(&telling)[2].tells, [Tells::Near]);
    let card = claim_card(&telling, 0, &State::default()).expect("a claim");
    assert_eq!(card.title, "In A and B; not in C");
    assert_eq!((card.sentences.len(), card.near.len()), (2, 1));
    // What names no sentence leads nowhere.
    assert_eq!(card.links.len(), 2);
}

#[test]
fn of_many_claims_the_first_have_a_column_and_what_is_not_listed_is_said() {
    let mut telling = three();
    assert_eq!(columns(&telling), (2, None));
    telling.found.claims = vec![claim(false); 13];
    let (shown, note) = columns(&telling);
    assert_eq!(shown, 12);
    assert_eq!(
        note.as_deref(),
        Some("The table has the first twelve claims; all are below.")
    );
    telling.found.spread = vec![0, 0, 0, MOST_CLAIMS as u32 + 5];
    telling.found.cut_short = true;
    let detail = story_finding(&telling).detail;
    assert!(
        detail.contains(
            "The 200 claims that stand in most articles are listed, of 205. These texts are so long"
        ),
        "{detail}"
    );
    telling.found.articles[0].alone = 1500;
    assert_eq!(
        teller_rows(&telling)[0].more.as_deref(),
        Some("And 1,499 more, which the article itself shows.")
    );
}

#[test]
fn how_it_was_looked_at_is_said() {
    let detail =
        |texts: &[(&'static str, &str)], options| story_finding(&telling(texts, options)).detail;
    assert_eq!(
        detail(
            &[("rain", RAIN), ("storm", STORM), ("flood", FLOOD)],
            Options::default()
        ),
        "Each was compared with each of the others, three pairs; repeats and furniture are left out."
    );
    let full = Options {
        scope: Scope::Full,
        ..Options::default()
    };
    assert_eq!(
        detail(&[("rain", RAIN), ("storm", STORM)], full),
        "The two were compared; repeats and furniture are counted in."
    );
}

#[test]
fn where_no_claim_is_shared_what_to_try_is_said() {
    assert_eq!(no_claims(&three()), None);
    let apart = telling(
        &[("rain", "It rained."), ("storm", "Nobody slept.")],
        Options::default(),
    );
    assert!(no_claims(&apart).is_some_and(|said| said.contains("looser step")));
}

#[test]
fn while_it_is_read_that_is_said() {
    let at = |stage| Stand::Working(Some(Progress { stage, percent: 15 }));
    let line = |stand| story_waiting(stand, false).map(|said| said.line);
    assert_eq!(
        line(at(Stage::ReadingA)).as_deref(),
        Some("Reading the articles …")
    );
    assert_eq!(
        line(at(Stage::Matches)).as_deref(),
        Some("Comparing each article with each …")
    );
    assert_eq!(line(Stand::Quiet), None);
    assert_eq!(
        story_waiting(Stand::Stopped, true).map(|said| said.button),
        Some("Try again")
    );
}

#[test]
fn titles() {
    assert_eq!(story_title(5), "Five articles as one story");
    assert_eq!(story_title(1), "One story");
}

#[test]
fn the_shipped_articles_are_a_story() {
    let library = Library::shipped();
    let state = parse("?page=story").state;
    let telling = of(cast(&state, &library).articles, Options::default());
    let finding = story_finding(&telling);
    assert!(
        finding.headline.contains("of the five articles"),
        "{}",
        finding.headline
    );
    assert!(finding.detail.contains("ten pairs"), "{}", finding.detail);
    // What two of them say of Crimea, and one of those tells it in other words.
    let found = (0..telling.found.claims.len()).any(|number| {
        let card = claim_card(&telling, number, &state).expect("a claim");
        let says = |words: &str| card.sentences.iter().any(|one| one.text.contains(words));
        says("We do not recognize Russia") && says("They said they do not recognize Russia")
    });
    assert!(found);
    // Each sentence that takes part is counted once.
    for (row, teller) in teller_rows(&telling).iter().zip(&telling.found.articles) {
        let all = teller.told + teller.near + teller.alone;
        assert!(
            row.alone.contains(&format!("of {all} sentences")),
            "{}",
            row.alone
        );
    }
}
