//! A collection, the file in which the site saves a reader's texts, as the command line writes and opens it.

mod common;

use common::{EVENING, Folder};
use serde_json::Value;

/// A folder with `texts.json`, a collection of its two articles.
fn exported(name: &str) -> Folder {
    let folder = Folder::new(name);
    let ran = folder.run(&["export", "--collection", "morning.md", "evening.txt"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    folder.write("texts.json", ran.out);
    folder
}

#[test]
fn what_is_exported_is_read_again_with_its_fields() {
    let folder = exported("collection-fields");
    let ran = folder.run(&["read", "--json", "texts.json"]);
    let lines = ran.out.lines();
    let read: Vec<Value> = lines
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let [morning, evening] = &read[..] else {
        panic!("two articles: {}", ran.out);
    };
    assert_eq!(morning["file"], "texts.json#1");
    assert_eq!(morning["part"], "Council votes for the bridge");
    assert_eq!(morning["ok"]["format"], "collection");
    assert_eq!(morning["ok"]["publisher"]["value"], "The Morning Mail");
    assert_eq!(morning["ok"]["publisher"]["basis"], "known");
    assert_eq!(evening["ok"]["text"], EVENING);
}

#[test]
fn its_texts_are_compared_like_files() {
    let folder = exported("collection-compared");
    let figures = |a: &str, b: &str| {
        let ran = folder.run(&["matrix", "--format", "jsonl", a, b]);
        let row: Value = serde_json::from_str(&ran.out).expect("one row");
        row["containment_a"].clone()
    };
    let both = folder.run(&["matrix", "--format", "jsonl", "texts.json"]);
    let row: Value = serde_json::from_str(&both.out).expect("one row");
    assert_eq!(
        (&row["a"], &row["b"]),
        (&"texts.json#1".into(), &"texts.json#2".into())
    );
    assert_eq!(
        row["containment_a"],
        figures("texts.json#1", "texts.json#2")
    );
    assert!(
        row["containment_a"]
            .as_f64()
            .is_some_and(|share| share > 0.3)
    );
}

#[test]
fn the_same_article_is_in_it_once() {
    let folder = Folder::new("collection-once");
    let ran = folder.run(&["export", "--collection", "evening.txt", "evening.txt"]);
    let collection: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(collection["articles"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_collection_at_fault_says_what_to_do() {
    let folder = exported("collection-faults");
    for (file, said) in [
        (
            r#"{"crossread":"collection","version":2}"#,
            "this collection was written by a newer version of Crossread",
        ),
        (
            r#"{"crossread":"collection","version":1,"articles":["#,
            "this file is damaged, or not a collection of Crossread's",
        ),
        (
            r#"{"crossread":"collection","version":1,"articles":[]}"#,
            "there is no text in this collection",
        ),
    ] {
        folder.write("faulty.json", file);
        let ran = folder.run(&["story", "faulty.json", "evening.txt"]);
        assert_ne!(ran.code, 0, "{file}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    folder.write(
        "partly.json",
        r#"{"crossread":"collection","version":1,"articles":[{"text":"It rained."},7]}"#,
    );
    let ran = folder.run(&["read", "partly.json"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err
            .contains("1 entry that cannot be read, which is left out"),
        "{}",
        ran.err
    );
}
