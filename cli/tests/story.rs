//! `crossread story`: the claims that two or more of several articles tell, and what it says where it cannot.

mod common;

use std::path::Path;

use common::Folder;
use crossread_engine::{Options, Span};
use crossread_export::Story;
use crossread_export::story::Claim;
use crossread_library::{files, parse_as};
use crossread_worker::protocol::{Answer, Ask, Text};
use crossread_worker::work::Work;

const QUAY: &str = "Nobody said why the shops had closed. \
The council of the city has voted to rebuild the old bridge across the river Tarn, on Tuesday.";

/// The articles that the site ships.
fn shipped() -> String {
    format!("{}/../assets/articles", env!("CARGO_MANIFEST_DIR"))
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("quay.txt", QUAY);
    folder
}

fn document(out: &str) -> Story {
    serde_json::from_str(out).expect("a story")
}

#[test]
fn to_read_in_a_terminal() {
    let ran = folder("story-text").run(&["story", "morning.md", "evening.txt", "quay.txt"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn as_json() {
    let folder = folder("story-json");
    let ran = folder.run(&["story", "morning.md", "evening.txt", "quay.txt", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
    let same = folder.fed(
        &["story", "morning.md", "evening.txt", "-", "-f", "json"],
        QUAY,
    );
    let mut same = document(&same.out);
    // What came by a pipe is called so.
    assert_eq!(same.articles[2].name, "standard input");
    let named = &mut same.articles[2];
    [named.id, named.name, named.letters] = ["quay.txt", "quay.txt", "Qt"].map(str::to_owned);
    assert_eq!(same, document(&ran.out));
}

#[test]
fn articles_that_share_nothing_say_so() {
    let folder = folder("story-none");
    folder.write("other.txt", "Nothing here is like the others at all.");
    let ran = folder.run(&["story", "quay.txt", "other.txt"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let words = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("No claim is in both articles."), "{words}");
    assert!(
        words.contains("A looser step may find claims told in other words."),
        "{words}"
    );
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = folder("story-faults");
    let said = |args: &[&str]| {
        let ran = folder.run(args);
        assert_eq!(ran.out, "");
        (ran.code, ran.err)
    };
    let (code, err) = said(&["story", "quay.txt"]);
    assert_eq!(code, 2);
    assert_eq!(
        err,
        "crossread: a story needs two or more articles, and was given 1\n  to fix it: name more files, or a folder of them\n"
    );
    let (code, err) = said(&["story", "-", "-"]);
    assert_eq!(code, 2);
    assert!(
        err.starts_with("crossread: standard input can be one article only"),
        "{err}"
    );
    let (code, err) = said(&["story", "quay.txt", "nowhere.txt", "neither.txt"]);
    assert_eq!(code, 3);
    assert!(
        err.contains("nowhere.txt") && err.contains("neither.txt"),
        "{err}"
    );
    let (code, err) = said(&["story"]);
    assert_eq!(code, 2);
    assert!(err.contains("FILES"), "{err}");
    let (code, _) = said(&["story", "quay.txt", "evening.txt", "--json", "-f", "text"]);
    assert_eq!(code, 2);
}

/// A claim, for comparing: each sentence with its article, where it begins, and whether it only comes near.
type Plain = Vec<(u32, String, bool)>;

#[test]
fn it_says_of_the_shipped_articles_what_the_page_says() {
    let folder = Folder::new("story-shipped");
    let dir = shipped();
    let ran = folder.run(&["story", &dir]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let words = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains(
            "One claim appears in four of the five articles, four in three and 17 in two."
        ),
        "{words}"
    );

    let story = document(&folder.run(&["story", &dir, "--json"]).out);
    // What four tell and one does not is the first thing that the one leaves out.
    let tellers = |claim: &Claim| -> Vec<u32> {
        let told = claim.sentences.iter().filter(|one| !one.near);
        told.map(|one| one.article).collect()
    };
    for (number, article) in (0..).zip(&story.articles) {
        let omitted = |claim: &&Claim| !tellers(claim).contains(&number);
        assert_eq!(
            article.omissions.len(),
            story.claims.iter().filter(omitted).count()
        );
        let told = article
            .omissions
            .iter()
            .map(|&at| story.claims[at as usize].articles);
        assert!(told.is_sorted_by(|before, after| before >= after));
    }
    assert_eq!(story.articles[0].omissions[0], 0);
    let texts = files::read_dir(Path::new(&dir)).files;
    let texts = texts.into_iter().map(|(name, text)| {
        let id = Path::new(&name).file_stem().expect("a name");
        let article = parse_as(&id.to_string_lossy(), &name, &text).expect("an article");
        let furniture = article.furniture.iter();
        Text {
            text: article.text.clone(),
            language: article.language.map(|language| language.value),
            date: article.date.map(|date| date.value),
            furniture: furniture.map(|one| Span::from(one.range())).collect(),
        }
    });
    let read: Vec<Text> = texts.collect();
    let ask = Ask::Story(read.clone(), Options::default(), Vec::new());
    let mut work = Work::new(crossread_engine::fold::nfkc);
    let Answer::Story(page) = work.answer(ask, &mut |_| ()) else {
        panic!("no story");
    };
    let of_page = page.claims.iter().map(|claim| -> Plain {
        let said = claim.sentences.iter().map(|one| {
            let text = one.span.of(&read[one.article as usize].text);
            (one.article, text.to_owned(), one.near)
        });
        said.collect()
    });
    let of_command = story.claims.iter().map(|claim: &Claim| -> Plain {
        let said = claim.sentences.iter();
        said.map(|one| (one.article, one.text.clone(), one.near))
            .collect()
    });
    assert_eq!(of_command.collect::<Vec<_>>(), of_page.collect::<Vec<_>>());
    for (one, other) in story.articles.iter().zip(&page.articles) {
        let alone = one.alone.len() as u32;
        assert_eq!(
            (one.told, one.near, alone),
            (other.told, other.near, other.alone)
        );
    }
}

#[test]
fn links_by_hand_count() {
    let folder = Folder::new("story-links");
    folder.write("one.txt", "Snow lay on the roofs. The bakers were up.");
    folder.write("two.txt", "White covered the old town. A ferry ran.");
    let claims = |more: &[&str]| {
        let mut line = vec!["story", "one.txt", "two.txt", "--json"];
        line.extend(more);
        let ran = folder.run(&line);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        document(&ran.out).claims.len()
    };
    assert_eq!(claims(&[]), 0);
    // In whichever order the line names the two.
    folder.write(
        "links.jsonl",
        "{\"a\": \"two.txt\", \"b\": \"one.txt\", \"made\": [[[0, 5], [0, 4]]]}\n\n",
    );
    assert_eq!(claims(&["--links", "links.jsonl"]), 1);
    folder.write(
        "links.jsonl",
        "{\"a\": \"one.txt\", \"b\": \"two.txt\", \"made\": [[[0, 4], [0, 5]]]}\n{\"a\": \"no.txt\", \"b\": \"one.txt\"}",
    );
    let ran = folder.run(&["story", "one.txt", "two.txt", "--links", "links.jsonl"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("links.jsonl: line 2: `no.txt` is not one of the articles"),
        "{}",
        ran.err
    );
}
