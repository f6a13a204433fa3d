//! `crossread collection`: a static collection is written, replaced and checked.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::{EVENING, Folder};
use crossread_set::read::Reader;
use serde_json::json;

/// Three reports of one council, one of something else, and one that stands there twice.
fn articles(name: &str) -> Folder {
    let folder = Folder::new(name);
    let line = |id: &str, title: &str, date: &str, text: &str| {
        json!({"id": id, "title": title, "publisher": "The Mail", "date": date, "language": "en", "text": text}).to_string()
    };
    let later = "The city council voted on Tuesday to rebuild the old bridge over the river Tarn. Nobody spoke against it.";
    let lines = [
        line("1", "Evening", "2024-05-01", EVENING),
        line("2", "Later", "2024-05-03", later),
        line(
            "3",
            "Cats",
            "",
            "A cat slept on a warm roof in the village all afternoon.",
        ),
        line("4", "Evening", "2024-05-01", EVENING),
        line(
            "5",
            "A vote",
            "2024-05-02",
            "On Tuesday the council of the city voted to rebuild its old bridge across the river Tarn.",
        ),
    ];
    folder.write("news.jsonl", lines.join("\n"));
    folder
}

fn at(name: &str, file: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).join(file)
}

fn parts(name: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(at(name, "out/parts")).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_collection_has_the_articles_with_what_is_near_them_and_what_others_tell() {
    let folder = articles("set-build");
    let ran = folder.run(&[
        "collection",
        "build",
        "news.jsonl",
        "out",
        "--title",
        "The bridge",
    ]);
    assert_eq!((ran.code, &*ran.out), (0, ""), "{}", ran.err);
    assert!(
        ran.err
            .contains("1 article is there twice, and one copy is left out\n"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("4 articles in 5 files"), "{}", ran.err);
    let set = Reader::open(|path: &str| fs::read(at("set-build", "out").join(path)))
        .expect("a collection");
    assert_eq!((&*set.entry.title, set.entry.articles), ("The bridge", 4));
    let titles: Vec<String> = (0..4)
        .map(|n| set.listed(n).expect("listed").title)
        .collect();
    assert_eq!(
        titles,
        ["Later", "A vote", "Evening", "Cats"],
        "the newest first"
    );
    // The reports of the vote are near each other, and the cat is near nothing.
    let evening = set.around(2).expect("there");
    let near: Vec<u32> = evening.near.iter().map(|near| near.article).collect();
    assert_eq!(near, [1, 0]);
    assert_eq!(set.around(3).expect("there"), Default::default());
    // All of the vote's one sentence stands in both others: it is half and more of one, and less of the other.
    let vote = set.around(1).expect("there").near;
    assert_eq!(
        vote.iter()
            .map(|near| (near.article, near.shared))
            .collect::<Vec<_>>(),
        [(0, 100), (2, 100)],
        "equally near, so the newest first"
    );
    let (later, evening_too) = (vote[0], vote[1]);
    assert!(later.back > 50 && evening_too.back < 50, "{vote:?}");
    assert_eq!((evening_too.same, evening_too.reworded), (1, 0));
    assert_eq!(later.same, 0);
    let claim = evening
        .claims
        .iter()
        .find(|claim| claim.says.contains("voted to rebuild"));
    assert_eq!(claim.expect("a claim").articles, 3);
    let id = set.listed(2).expect("listed").id;
    assert!(id.starts_with("set-"), "{id}");
    assert_eq!(set.article(&id).expect("there").text, EVENING);
    assert_eq!(set.find("bridge tarn").expect("read").articles, [0, 1, 2]);
    let checked = folder.run(&["collection", "check", "out"]);
    assert_eq!(
        (checked.code, &*checked.err),
        (0, "crossread: out is sound, with 4 articles\n")
    );
}

#[test]
fn an_index_gives_the_same_collection_as_its_articles() {
    let folder = articles("set-index");
    folder.run(&["index", "news.jsonl", "--out", "news.index"]);
    for from in ["news.jsonl", "news.index"] {
        let ran = folder.run(&["collection", "build", from, &format!("{from}.out")]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let entry =
        |from: &str| fs::read(at("set-index", &format!("{from}.out/set.json"))).expect("an entry");
    assert_eq!(
        entry("news.jsonl"),
        entry("news.index"),
        "both are called news"
    );
}

#[test]
fn built_anew_it_replaces_itself_and_nothing_else() {
    let folder = articles("set-anew");
    folder.run(&["collection", "build", "news.jsonl", "out"]);
    let before = parts("set-anew");
    folder.write(
        "few.jsonl",
        json!({"id": "1", "text": "It rained."}).to_string(),
    );
    folder.write("out/parts/notes.md", "kept");
    folder.write("out/parts/notes.txt", "kept");
    assert_eq!(
        folder
            .run(&["collection", "build", "few.jsonl", "out"])
            .code,
        0
    );
    let after = parts("set-anew");
    assert_eq!(
        before.intersection(&after).count(),
        0,
        "what is not named is gone"
    );
    assert!(after.contains("notes.md") && after.contains("notes.txt"));
    assert_eq!(folder.run(&["collection", "check", "out"]).code, 0);

    folder.write("other/page.html", "mine");
    let ran = folder.run(&["collection", "build", "news.jsonl", "other"]);
    assert_eq!(ran.code, 3);
    assert!(
        ran.err
            .starts_with("crossread: other: there is something else in it"),
        "{}",
        ran.err
    );
    assert!(!at("set-anew", "other/set.json").exists());
    // A file of that name can be somebody else's.
    folder.write("other/set.json", "{}");
    let ran = folder.run(&["collection", "build", "news.jsonl", "other"]);
    assert_eq!(ran.code, 3);
    assert_eq!(
        fs::read(at("set-anew", "other/set.json")).expect("kept"),
        b"{}"
    );
}

/// The entry is written last, so a first build that was interrupted leaves parts without one.
#[test]
fn an_interrupted_first_build_goes_on() {
    let folder = articles("set-interrupted");
    let build = || folder.run(&["collection", "build", "news.jsonl", "out"]);
    build();
    let whole = parts("set-interrupted");
    let part = whole.iter().next().expect("a part");
    let other = "aaaaaaaaaaaaa.txt";
    fs::remove_file(at("set-interrupted", "out/set.json")).expect("removed");
    fs::remove_file(at("set-interrupted", &format!("out/parts/{part}"))).expect("removed");
    folder.write(&format!("out/parts/{part}.00000000000000a1.part"), "{");
    folder.write(&format!("out/parts/{other}"), "of another");
    let ran = build();
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(parts("set-interrupted"), whole);
    assert_eq!(folder.run(&["collection", "check", "out"]).code, 0);

    // What else there is may be somebody's.
    fs::remove_file(at("set-interrupted", "out/set.json")).expect("removed");
    folder.write("out/parts/notes.txt", "mine");
    let ran = build();
    assert_eq!(ran.code, 3);
    assert!(
        ran.err.contains("there is something else in it"),
        "{}",
        ran.err
    );
    fs::remove_file(at("set-interrupted", "out/parts/notes.txt")).expect("removed");
    folder.write("out/notes.txt", "mine");
    assert_eq!(build().code, 3);
}

#[test]
fn what_is_no_collection_or_not_whole_is_told() {
    let folder = articles("set-faults");
    folder.run(&["collection", "build", "news.jsonl", "out"]);
    let part = parts("set-faults").into_iter().next().expect("a part");
    let path = at("set-faults", &format!("out/parts/{part}"));
    let whole = fs::read(&path).expect("a part");
    fs::write(&path, &whole[1..]).expect("written");
    let told = |args: &[&str]| {
        let ran = folder.run(args);
        assert_eq!((ran.code, &*ran.out), (3, ""), "{}", ran.err);
        ran.err
    };
    assert_eq!(
        told(&["collection", "check", "out"]),
        format!(
            "crossread: out: parts/{part} is damaged: it was cut off or changed\n  to fix it: copy its files again, or build it again\n"
        )
    );
    fs::remove_file(&path).expect("removed");
    assert!(
        told(&["collection", "check", "out"]).contains(&format!("parts/{part} cannot be read"))
    );
    fs::write(at("set-faults", "out/set.json"), "{}").expect("written");
    assert!(told(&["collection", "check", "out"]).contains("this is not a static collection"));
    assert!(told(&["collection", "check", "nowhere"]).contains("set.json cannot be read"));
    folder.write("empty.jsonl", "");
    let ran = folder.run(&["collection", "build", "empty.jsonl", "new"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("there is no article to make a collection of"),
        "{}",
        ran.err
    );
}
