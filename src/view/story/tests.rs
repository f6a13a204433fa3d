//! The words about several articles.

use std::sync::Arc;

use crossread_engine::fold::nfkc;
use crossread_engine::{Options, Scope};
use crossread_worker::protocol::story::{MOST_CLAIMS, Teller};
use crossread_worker::protocol::{Answer, Progress, Stage, Story};
use crossread_worker::work::Work;

use crossread_collection::Naming;

use super::{
    Head, Held, Row, Sign, Status, Telling, folded_cells, folded_columns, given_name, headline,
    naming_of, no_claims, reading_of, single_columns, story_alone, story_ask, story_finding,
    story_heads, story_left_out, story_opened, story_overview, story_quotations, story_read,
    story_rows, story_title, story_waiting,
};
use crate::library::{Article, Library};
use crate::state::{ByHand, State, parse, write};
use crate::view::testing::{article, stated};

/// A story of which only the figures matter: how many claims are in how many articles ("3:2 2:6"), the sentences that
/// come near, and those that are in one article only.
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
        "Two claims appear in three of the five articles and six in two. The other 71 sentences are in only one article."
    );
    assert_eq!(
        said(5, "5:1 4:3 2:20", 0, 1204),
        "One claim appears in all five articles, three in four and 20 in two. The other 1,204 sentences are in only one article."
    );
    assert_eq!(
        said(3, "3:2", 0, 0),
        "Two claims appear in all three articles. No sentence is in only one article."
    );
    assert_eq!(
        said(2, "2:1", 0, 1),
        "One claim appears in both articles. One other sentence is in only one article."
    );
    assert_eq!(
        said(3, "3:1 2:1", 0, 9),
        "One claim appears in all three articles and one in two. The other 9 sentences are in only one article."
    );
    assert_eq!(
        said(4, "2:1", 1, 9),
        "One claim appears in two of the four articles. One more sentence comes near what another article says. The other 9 sentences are in only one article."
    );
    assert!(
        said(4, "2:1", 3, 9).contains("Three more sentences come near what another article says.")
    );
}

#[test]
fn the_finding_says_that_there_is_nothing() {
    assert_eq!(
        said(5, "", 0, 71),
        "No claim is in more than one of the five articles."
    );
    assert_eq!(said(2, "", 0, 71), "No claim is in both articles.");
    assert_eq!(
        said(3, "", 0, 0),
        "None of these articles has a sentence that could be compared."
    );
}

fn telling(texts: &[(&'static str, &str)], options: Options) -> Telling {
    let articles = texts.iter().map(|(id, text)| Arc::new(article(id, text)));
    of(articles.collect(), options)
}

fn of(articles: Vec<Arc<Article>>, options: Options) -> Telling {
    by_hand(
        articles,
        options,
        (String::new(), String::new(), ByHand::default()),
    )
}

fn by_hand(
    articles: Vec<Arc<Article>>,
    options: Options,
    said: (String, String, ByHand),
) -> Telling {
    let ask = story_ask(&articles, options, &said);
    match Work::new(nfkc).answer(ask, &mut |_| ()) {
        Answer::Story(found) => Telling::new(articles, *found),
        other => panic!("no story: {other:?}"),
    }
}

fn heads(telling: &Telling) -> Vec<Head> {
    let library = Library::new(telling.articles.iter().map(|one| (**one).clone()));
    story_heads(&library, telling)
}

fn state(query: &str) -> State {
    parse(query).state
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

/// A row in a line: its sign, its name, its counts, and its cells by the articles' positions, with "!" before a clash.
fn drawn(row: &Row) -> String {
    let cell = |(at, cell): (usize, &Option<super::Cell>)| {
        let cell = cell.as_ref()?;
        let clash = match cell.sign {
            Some(Sign::Clash) => "!",
            Some(Sign::Years) => "!(years) ",
            _ => "",
        };
        let value = match cell.group {
            Some(_) => cell.text.clone(),
            None => format!("“{}”", cell.text),
        };
        Some(format!("{at}: {clash}{value}"))
    };
    let cells: Vec<String> = row.cells.iter().enumerate().filter_map(cell).collect();
    format!(
        "{} {} | {} | {}",
        row.sign.mark(),
        row.name,
        row.line,
        cells.join(", ")
    )
}

/// The twelve invented reports of a burst dam, in which disagreements were planted: 4, 5, 6 or 7 dead, whether the cracks were
/// repaired, whether the engineer was dismissed or resigned.
fn dam() -> Telling {
    const REPORTS: [(&str, &str); 12] = [
        (
            "gazette",
            include_str!("../../../tests/dam/01-harrow-gazette.txt"),
        ),
        (
            "herald",
            include_str!("../../../tests/dam/02-county-herald.txt"),
        ),
        (
            "post",
            include_str!("../../../tests/dam/03-evening-post.txt"),
        ),
        (
            "radio",
            include_str!("../../../tests/dam/04-radio-nine.txt"),
        ),
        (
            "star",
            include_str!("../../../tests/dam/05-northern-star.txt"),
        ),
        (
            "valley",
            include_str!("../../../tests/dam/06-the-valley.txt"),
        ),
        (
            "courier",
            include_str!("../../../tests/dam/07-esk-courier.txt"),
        ),
        ("wire", include_str!("../../../tests/dam/08-wire.txt")),
        (
            "mail",
            include_str!("../../../tests/dam/09-morning-mail.txt"),
        ),
        (
            "weekly",
            include_str!("../../../tests/dam/10-weekly-review.txt"),
        ),
        ("citizen", include_str!("../../../tests/dam/11-citizen.txt")),
        (
            "farmers",
            include_str!("../../../tests/dam/12-farmers-weekly.txt"),
        ),
    ];
    telling(&REPORTS, Options::default())
}

#[test]
fn what_was_planted_in_twelve_reports_stands_in_the_first_rows() {
    let told = dam();
    let rows = story_rows(&told, &State::default());
    let all: Vec<String> = rows.iter().map(drawn).collect();
    println!("{}", all.join("\n"));
    println!("{}", story_finding(&told, &rows).lead);
    let first = &rows[..4.min(rows.len())];
    let values = |row: &Row| -> Vec<String> {
        let mut values: Vec<String> = row
            .grouped()
            .0
            .iter()
            .map(|group| group.text.to_ascii_lowercase())
            .collect();
        values.sort();
        values
    };
    let has = |words: &[&str]| {
        let mut rows = first.iter().filter(|row| row.sign == Sign::Clash);
        rows.any(|row| {
            words
                .iter()
                .all(|word| values(row).iter().any(|value| value.contains(word)))
        })
    };
    assert!(has(&["four", "five", "six", "seven"]), "the dead: {all:#?}");
    assert!(has(&["repaired", "never repaired"]), "the cracks: {all:#?}");
    assert!(has(&["dismissed", "resigned"]), "the engineer: {all:#?}");
}

/// The articles that ship with the site, in the order of their files.
fn shipped() -> Telling {
    let library = Library::shipped();
    of(
        library.shipped_ones().cloned().collect(),
        Options::default(),
    )
}

#[test]
fn the_shipped_articles_answer_what_they_are_asked() {
    let told = shipped();
    let rows = story_rows(&told, &State::default());
    let all: Vec<String> = rows.iter().map(drawn).collect();
    println!("{}", all.join("\n"));
    println!("{}", story_finding(&told, &rows).lead);
    let has = |words: &[&str]| {
        all.iter().any(|row| {
            words
                .iter()
                .all(|word| row.to_ascii_lowercase().contains(word))
        })
    };
    // The articles stand in the order of their files.
    assert!(
        has(&[
            "how many troops",
            "1: tens of thousands",
            "2: some 100,000",
            "3: !(years) some 35,000-40,000",
            "4: !(years) 40,000"
        ]),
        "{all:#?}"
    );
    assert!(has(&["no sign", "some signs"]), "the withdrawal: {all:#?}");
    // What the joint statement says, in the statement and in a report of it.
    assert!(
        has(&[
            "can continue, as necessary | told by two of five",
            "0: “dialogue in the nato-russia council can continue, as necessary”",
            "1: “nato's political dialogue with russia can continue as necessary”"
        ]),
        "{all:#?}"
    );
    assert!(
        has(&[
            "intensifying cooperation with ukraine |",
            "0: “intensifying cooperation with ukraine”",
            "1: “intensifying cooperation with ukraine”"
        ]),
        "{all:#?}"
    );
    // The claim of four articles leads, though they do not agree on it.
    let lead = story_finding(&told, &rows).lead;
    assert!(
        lead.starts_with(
            "Four of the five speak of “No sign of withdrawal or de-escalation so far”."
        ),
        "{lead}"
    );
}

#[test]
fn a_row_stands_for_each_claim_with_the_words_of_each() {
    let told = three();
    let rows = story_rows(&told, &State::default());
    let all: Vec<String> = rows.iter().map(drawn).collect();
    assert_eq!(
        all,
        [
            "= Bridge over the river was closed to all traffic | Told by all three, one wording | \
             0: “The bridge over the river was closed to traffic on Monday”, \
             1: “bridge over the river was closed to all traffic”, \
             2: “On Monday the bridge over the river was closed to all traffic”",
            "= Heavy rain fell on the valley all day | Told by two of three, one wording | \
             0: “Heavy rain fell on the valley all day”, 1: “All day heavy rain fell on the whole valley”",
        ]
    );
    let (groups, silent) = rows[1].grouped();
    assert_eq!(groups.len(), 2);
    assert_eq!(silent, [2]);
    assert_eq!(
        story_finding(&told, &rows).lead,
        "All three tell: “Bridge over the river was closed to all traffic”. No number, date or denial clashes."
    );
}

#[test]
fn rows_stand_in_the_order_that_is_asked_for() {
    let told = three();
    let order = |query: &str| -> Vec<usize> {
        let rows = story_rows(&told, &state(query));
        rows.iter().map(|row| row.claim).collect()
    };
    assert_eq!(order("?page=story&order=told"), [0, 1]);
    assert_eq!(order("?page=story&order=rain"), [1, 0]);
    assert_eq!(order("?page=story&order=flood"), [0, 1]);
    assert_eq!(order("?page=story&order=nobody"), [0, 1]);
}

#[test]
fn what_clashes_years_apart_says_so() {
    let dated = |id: &'static str, text: &str, date: &str| {
        Arc::new(Article {
            date: Some(stated(date)),
            ..article(id, text)
        })
    };
    let signs = |dates: [&str; 2]| {
        let [one, other] = dates;
        let told = of(
            vec![
                dated(
                    "a",
                    "Four people were killed when the dam above Harrow burst.",
                    one,
                ),
                dated(
                    "b",
                    "Five people were killed when the dam above Harrow burst.",
                    other,
                ),
            ],
            Options::default(),
        );
        let rows = story_rows(&told, &State::default());
        rows.iter().map(drawn).collect::<Vec<_>>()
    };
    assert_eq!(
        signs(["2014-04-01", "2022"]),
        [
            "≠ … people were killed when the dam above Harrow burst | How many people: 2 answers from 2 sources, \
             one wording | 0: Four, 1: !(years) Five"
        ]
    );
    assert!(signs(["2014-04-01", "2014-05"])[0].ends_with("0: Four, 1: !Five"));
}

#[test]
fn who_credits_one_agency_is_one_origin() {
    let dateline = |text: &str| format!("Rain\n\nHARROW (Reuters) – {text}");
    let one = dateline(
        "The county police said that five people died when the Larch Hill dam burst on Tuesday.",
    );
    let other = dateline(
        "Five people died as Larch Hill’s dam burst early on Tuesday, police in the county said.",
    );
    let third =
        "When the dam at Larch Hill burst on Tuesday, police of the county said, five people died.";
    let articles = [("one", &*one), ("other", &*other), ("third", third)];
    let told = telling(&articles, Options::default());
    assert_eq!(told.credits, [Some("Reuters"), Some("Reuters"), None]);
    let rows = story_rows(&told, &state("?page=story"));
    let letters = ["On", "Ot", "Th"].map(String::from);
    let all = rows
        .iter()
        .find(|row| row.cells.iter().all(Option::is_some));
    let opened = story_opened(
        &told,
        all.expect("a row of all"),
        &letters,
        &State::default(),
    );
    let said = opened.expect("a claim").origins;
    assert!(
        said.contains("On and Ot credit Reuters") || said.contains("share"),
        "{said}"
    );
}

#[test]
fn a_row_bears_the_name_that_somebody_gave_it() {
    let told = three();
    let rows = story_rows(&told, &State::default());
    let own = naming_of(&told, &rows[0], " The bridge \n", 5).expect("a name");
    assert_eq!(
        (&*own.article, &*own.quote, &*own.value, &*own.name),
        (
            "rain",
            "The bridge over the river was closed to traffic on Monday.",
            "",
            "The bridge"
        )
    );
    assert_eq!(naming_of(&told, &rows[0], " ", 5), None);
    let given = |row: &Row, readers: &[Naming], editors: &[Naming]| {
        let given = given_name(&told, row, readers, editors);
        given.map(|given| (given.name, given.by, given.key.is_some()))
    };
    let name = |text: &str, by: &'static str, own: bool| Some((text.to_owned(), by, own));
    let editors =
        Naming::new("flood", "the bridge over the river", "", "Closing", 0).expect("a name");
    let (own, editors) = ([own], [editors]);
    assert_eq!(given(&rows[0], &[], &[]), None);
    assert_eq!(
        given(&rows[0], &[], &editors),
        name("Closing", "named by the editor", false)
    );
    assert_eq!(
        given(&rows[0], &own, &editors),
        name("The bridge", "named by you", true)
    );
    assert_eq!(given(&rows[1], &own, &editors), None, "another claim");
    // If a claim has several rows, the one with that answer.
    let told = dam();
    let rows = story_rows(&told, &State::default());
    let dead = rows
        .iter()
        .find(|row| row.line.starts_with("How many people"));
    let dead = dead.expect("the dead");
    let own = [naming_of(&told, dead, "The dead", 5).expect("a name")];
    assert!(!own[0].value.is_empty());
    let named = rows
        .iter()
        .filter(|row| given_name(&told, row, &own, &[]).is_some());
    assert_eq!(named.collect::<Vec<_>>(), [dead]);
}

#[test]
fn sources_of_one_wording_fold_into_a_column() {
    let told = telling(
        &[
            ("rain", RAIN),
            ("again", RAIN),
            ("storm", STORM),
            ("flood", FLOOD),
        ],
        Options::default(),
    );
    assert_eq!(single_columns(&told).len(), 4);
    let columns = folded_columns(&told);
    assert_eq!(columns[0][..2], [0, 1], "the same words: {columns:?}");
    let told = dam();
    let columns = folded_columns(&told);
    let mut all: Vec<usize> = columns.concat();
    all.sort_unstable();
    assert_eq!(all, (0..12).collect::<Vec<_>>(), "each source once");
    assert!(columns.len() < 12, "{columns:?}");
    let rows = story_rows(&told, &State::default());
    let row = rows
        .iter()
        .find(|row| row.line.starts_with("How many people"));
    let row = row.expect("the dead");
    let all: Vec<usize> = (0..12).collect();
    let cells = folded_cells(row, &all);
    let said: usize = cells.iter().map(|(_, places)| places.len()).sum();
    assert_eq!(said, row.cells.iter().flatten().count());
    assert!(
        cells.len() >= 4 && cells[0].1.len() >= cells[1].1.len(),
        "{cells:?}"
    );
}

#[test]
fn rows_stand_by_when_they_were_told_first() {
    let dated = |id: &'static str, text: &str, date: &str| {
        let mut one = article(id, text);
        one.date = (!date.is_empty()).then(|| stated(date));
        Arc::new(one)
    };
    let articles = vec![
        dated("rain", RAIN, "2014-05-02"),
        dated("storm", STORM, "2014-05"),
        dated("flood", FLOOD, ""),
    ];
    let told = of(articles, Options::default());
    let names: Vec<String> = story_rows(&told, &state("?page=story&order=time"))
        .into_iter()
        .map(|row| row.name)
        .collect();
    assert!(
        names[0].contains("rain"),
        "as the storm tells it, which is of the earliest: {names:?}"
    );
    assert!(names[1].contains("ridge"), "{names:?}");
}

#[test]
fn one_of_two_leaves_out_what_the_other_tells_alone() {
    let told = telling(&[("rain", RAIN), ("storm", STORM)], Options::default());
    let found = story_left_out(
        &told,
        &heads(&told),
        &state("?page=story&of=rain.storm&without=rain"),
    );
    assert_eq!(
        found
            .line
            .as_deref()
            .map(|line| line.contains("leaves out 1 of the 3 sentences of")),
        Some(true),
        "{found:?}"
    );
    let said: Vec<&str> = found.rows.iter().map(|one| &*one.quote.text).collect();
    assert_eq!(said, ["Über Nacht schien der Mond."]);
    assert_eq!(found.rows[0].number, None);
}

#[test]
fn an_opened_row_has_its_sentences_and_leads_to_each_pair() {
    let told = three();
    let state = state("?page=story&of=rain.storm.flood&strict=loose&utm=x");
    let rows = story_rows(&told, &state);
    let letters = ["R", "S", "F"].map(String::from);
    let opened = story_opened(&told, &rows[0], &letters, &state).expect("a claim");
    let said: Vec<String> = opened
        .sentences
        .iter()
        .map(|one| {
            let text: String = one.pieces.iter().map(|piece| &*piece.0).collect();
            format!("{} {text}", one.article)
        })
        .collect();
    assert_eq!(
        said,
        [
            "0 The bridge over the river was closed to traffic on Monday.",
            "1 The old bridge over the river was closed to all traffic on Monday.",
            "2 On Monday the bridge over the river was closed to all traffic.",
        ]
    );
    assert_eq!(opened.origins, "One wording: R, S and F share one.");
    assert!(!opened.opposed);
    // In Unicode scalar values: the storm has a letter of two bytes before.
    let at = |text: &str, words: &str| text[..text.find(words).expect("there")].chars().count();
    let to: Vec<String> = opened.sentences[1]
        .others
        .iter()
        .map(|(place, to)| format!("{place} {}", write(to)))
        .collect();
    let (a, b, c) = (
        at(RAIN, "The bridge"),
        at(STORM, "The old"),
        at(FLOOD, "On Monday"),
    );
    assert_eq!(
        to,
        [
            format!("0 ?a=storm&b=rain&at={b}.{a}&strict=loose&utm=x"),
            format!("2 ?a=storm&b=flood&at={b}.{c}&strict=loose&utm=x"),
        ]
    );
}

#[test]
fn an_article_is_read_whole_with_what_the_others_have_of_it() {
    let told = three();
    let of_rain = reading_of(&state("?page=story&of=rain.storm.flood"), 0);
    let rows = story_rows(&told, &of_rain);
    let read = story_read(&told, &rows, &of_rain).expect("an article");
    assert_eq!(
        read.line,
        "2 of 3 sentences are told elsewhere; 1 only here."
    );
    let drawn: Vec<String> = read.paragraphs[0]
        .iter()
        .filter(|one| !one.text.trim().is_empty())
        .map(|one| match &one.held {
            Held::Told(note) => format!("{} {:?} | {}", note.line, note.articles, one.text),
            Held::Alone => format!("alone | {}", one.text),
            other => format!("{other:?} | {}", one.text),
        })
        .collect();
    assert_eq!(
        drawn,
        [
            "alone | Nobody slept in the valley that night.",
            "in 2 of 3 [1] | Heavy rain fell on the valley all day.",
            "in 3 of 3 [1, 2] | The bridge over the river was closed to traffic on Monday.",
        ]
    );
    let whole: String = read
        .paragraphs
        .concat()
        .iter()
        .map(|one| &*one.text)
        .collect();
    assert_eq!(whole, RAIN);
    // When open, it has the words of the others.
    let at = RAIN.find("The bridge").expect("there");
    let opened = state(&format!(
        "?page=story&of=rain.storm.flood&view=read&at=0.{at}"
    ));
    let read = story_read(&told, &rows, &opened).expect("an article");
    let theirs = read.paragraphs[0].iter().find_map(|one| match &one.held {
        Held::Told(note) => note.opened.clone(),
        _ => None,
    });
    let theirs = theirs.expect("it is opened");
    assert_eq!(theirs.len(), 2);
    assert_eq!(theirs[0].article, 1);
    // A place that is not there is the first.
    let beyond = reading_of(&state("?page=story&of=rain.storm.flood"), 9);
    assert_eq!(
        story_read(&told, &rows, &beyond).map(|read| read.article),
        Some(0)
    );
}

#[test]
fn each_speakers_words_stand_together() {
    let told = telling(
        &[
            (
                "rain",
                "The river rose. “We cannot keep the water out of the old town,” the mayor Anna Berg said.",
            ),
            (
                "storm",
                "Berg warned that they “cannot keep the water out”. A baker said: “It came at night.”",
            ),
        ],
        Options::default(),
    );
    let speakers = story_quotations(&told);
    let drawn: Vec<String> = speakers
        .iter()
        .map(|one| {
            let all = one.sayings.iter().flatten();
            let said = all.map(|one| format!("{}: {} ({})", one.article, one.text, one.how));
            format!(
                "{}, {}: {}",
                one.name,
                one.line,
                said.collect::<Vec<_>>().join("; ")
            )
        })
        .collect();
    assert_eq!(
        drawn,
        [
            "Anna Berg, quoted in 2 of 2 articles: 0: We cannot keep the water out of the old town (said); \
             1: cannot keep the water out (warned · shortened)",
            "A baker, quoted in 1 of 2 articles: 1: It came at night. (said)",
        ]
    );
    assert_eq!(
        super::quotes_summary(&told).as_deref(),
        Some("3 quotations of 2 speakers")
    );
    assert_eq!(super::quotes_summary(&three()), None);
}

#[test]
fn all_pairs_say_how_much_of_each_stands_in_the_other() {
    let found = story_overview(&three());
    let told: Vec<Vec<u32>> = found
        .shares
        .iter()
        .map(|of| of.iter().map(|share| share.told).collect())
        .collect();
    assert_eq!(told, [[0, 2, 1], [2, 0, 1], [1, 1, 0]]);
    assert_eq!(found.shares[0][2].of, 3);
    let mut order = found.order.clone();
    order.sort_unstable();
    assert_eq!(order, [0, 1, 2]);
}

#[test]
fn what_was_linked_by_hand_counts() {
    let articles = || -> Vec<Arc<Article>> {
        vec![
            Arc::new(article("rain", RAIN)),
            Arc::new(article("storm", STORM)),
        ]
    };
    let at = STORM[..STORM.find("Über").expect("there")].chars().count();
    let claims = |a: &str, b: &str, said: &str| {
        let said = (
            a.to_owned(),
            b.to_owned(),
            ByHand::parse(said).expect("links"),
        );
        by_hand(articles(), Options::default(), said)
            .found
            .claims
            .len()
    };
    assert_eq!(claims("rain", "storm", &format!("0.{at}")), 3);
    assert_eq!(claims("storm", "rain", &format!("{at}.0")), 3);
    assert_eq!(claims("storm", "nobody", &format!("{at}.0")), 2);
}

#[test]
fn what_one_leaves_out_is_listed_with_who_tells_it() {
    let told = three();
    let left_out = |query: &str| story_left_out(&told, &heads(&told), &state(query));
    let none = left_out("?page=story");
    assert_eq!((none.rows.len(), none.line), (0, None));
    let flood = left_out("?page=story&without=flood");
    assert_eq!(
        flood.line.as_deref(),
        Some("“The flood” leaves out one of 2 claims.")
    );
    assert_eq!(
        flood.rows[0].quote.text,
        "Heavy rain fell on the valley all day."
    );
    // A pair drops it.
    let pair = state("?page=story&without=rain").compare("rain", "storm");
    assert_eq!(write(&pair), "?a=rain&b=storm");
}

#[test]
fn how_it_was_looked_at_and_what_is_not_listed_is_said() {
    let mut told = three();
    let rows = story_rows(&told, &State::default());
    told.found.spread = vec![0, 0, 0, MOST_CLAIMS as u32 + 5];
    told.found.cut_short = true;
    let detail = story_finding(&told, &rows).detail;
    assert!(
        detail.contains(
            "Of 205 claims, the 200 that most articles tell are listed. These texts are so long"
        ),
        "{detail}"
    );
    assert!(
        detail.contains("Each was compared with each of the others, three pairs; repeats and furniture are left out."),
        "{detail}"
    );
    told.found.options.scope = Scope::Full;
    let detail = story_finding(&told, &rows).detail;
    assert!(
        detail.contains("repeats and furniture are counted too"),
        "{detail}"
    );
    told.found.articles[0].alone = 1500;
    assert_eq!(
        story_alone(&told)[0].more.as_deref(),
        Some("And 1,499 more, which the article itself shows.")
    );
}

#[test]
fn where_there_is_nothing_to_tell_it_is_said() {
    let none = telling(
        &[("a", "It rained."), ("b", "Nobody came.")],
        Options::default(),
    );
    assert!(no_claims(&none).is_some_and(|said| said.ends_with("choose other articles above.")));
    assert_eq!(no_claims(&three()), None);
    assert_eq!(story_title(1), "One story");
    assert_eq!(story_title(5), "Five articles as one story");
    let working = |stage| {
        let progress = Progress { stage, percent: 9 };
        let waiting = story_waiting(Status::Working(Some(progress)), false);
        waiting.expect("something to say").line
    };
    assert_eq!(working(Stage::ReadingA), "Reading the articles …");
    assert_eq!(
        working(Stage::Matches),
        "Comparing every pair of articles …"
    );
}
