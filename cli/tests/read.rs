//! `crossread read`, and that the comparing commands open the same files.

mod common;

use common::{EVENING, Folder};
use serde_json::Value;

fn page() -> String {
    let paragraph = "<p>The city council voted on Tuesday to rebuild the old bridge over the river Tarn, and the works will take two years.</p>";
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Council votes | The Mail</title></head><body><nav><a href=/>Home</a></nav>\
         <article><h1>Council votes</h1><p>3 March 2026</p>{}</article></body></html>",
        paragraph.repeat(5)
    )
}

fn line(out: &str) -> Value {
    serde_json::from_str(out).expect("one object")
}

#[test]
fn a_page_is_read_as_its_article() {
    let folder = Folder::new("read-page");
    folder.write("page.html", page());
    let ran = folder.run(&["read", "page.html", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let read = line(&ran.out);
    assert_eq!(read["file"], "page.html");
    let article = &read["ok"];
    assert_eq!(article["format"], "html");
    assert_eq!(article["title"]["value"], "Council votes");
    assert_eq!(article["date"]["value"], "2026-03-03");
    let text = article["text"].as_str().expect("a text");
    assert!(text.contains("rebuild the old bridge") && !text.contains('<'));

    let shown = folder.run(&["read", "page.html"]);
    assert_eq!(shown.code, 0);
    for words in [
        "page.html: a web page (HTML)",
        "Title: Council votes",
        "rebuild the old bridge",
    ] {
        assert!(shown.out.contains(words), "{words}: {}", shown.out);
    }
}

#[test]
fn an_article_file_keeps_what_its_front_matter_says() {
    let ran = Folder::new("read-article").run(&["read", "morning.md", "--json"]);
    let article = &line(&ran.out)["ok"];
    assert_eq!(article["format"], "article");
    assert_eq!(article["publisher"]["value"], "The Morning Mail");
    assert!(
        article["text"]
            .as_str()
            .expect("a text")
            .contains("A caption that nobody counts")
    );
}

#[test]
fn what_cannot_be_read_says_why_and_the_rest_goes_on() {
    let folder = Folder::new("read-refused");
    folder.write("picture.png", b"\x89PNG\r\n\x1a\n0000");
    let ran = folder.run(&[
        "read",
        "picture.png",
        "missing.txt",
        "evening.txt",
        "--json",
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""));
    let read: Vec<Value> = ran.out.lines().map(line).collect();
    assert_eq!(read[0]["err"]["kind"], "other-type");
    assert_eq!(read[1]["err"]["kind"], "file");
    assert_eq!(read[2]["ok"]["text"], EVENING);

    let ran = folder.run(&["read", "picture.png"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert!(
        ran.err
            .starts_with("crossread: picture.png: This file is a picture (PNG)"),
        "{}",
        ran.err
    );
}

#[test]
fn pages_and_older_encodings_are_compared_by_their_text() {
    let folder = Folder::new("read-compare");
    folder.write("page.html", page());
    folder.write(
        "latin1.txt",
        b"The caf\xe9 by the bridge over the river Tarn closed early.",
    );
    let ran = folder.run(&["compare", "page.html", "latin1.txt", "--format", "json"]);
    assert_eq!(ran.code, 0);
    let report = line(&ran.out);
    assert_eq!(report["a"]["title"]["value"], "Council votes");
    assert!(
        !report["a"]["text"]
            .as_str()
            .expect("a text")
            .contains("<p>")
    );
    assert!(
        report["b"]["text"]
            .as_str()
            .expect("a text")
            .contains("café")
    );
    assert!(
        ran.err.starts_with(
            "crossread: latin1.txt: The file does not say how its letters are encoded"
        ),
        "{}",
        ran.err
    );

    folder.write("many/page.html", page());
    folder.write("many/evening.txt", EVENING);
    let ran = folder.run(&["matrix", "many", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

const FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Quay Gazette", "items": [
    {"id": "1", "title": "Council votes", "content_text": "The city council voted on Tuesday to rebuild the old bridge over the river Tarn."},
    {"id": "2", "title": "Bridge to be rebuilt", "content_text": "On Tuesday the city council voted to rebuild the old bridge over the river Tarn."}]}"#;

#[test]
fn a_file_of_several_articles_gives_them_all_and_one_by_its_number() {
    let folder = Folder::new("read-several");
    folder.write("feed.json", FEED);
    let ran = folder.run(&["read", "feed.json", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let lines: Vec<Value> = ran.out.lines().map(line).collect();
    let named: Vec<_> = lines
        .iter()
        .map(|line| (&line["file"], &line["part"]))
        .collect();
    assert_eq!(
        named,
        [
            (&Value::from("feed.json#1"), &Value::from("Council votes")),
            (
                &Value::from("feed.json#2"),
                &Value::from("Bridge to be rebuilt")
            )
        ]
    );
    let one = folder.run(&["read", "feed.json#2", "--json"]);
    assert_eq!(line(&one.out), lines[1]);

    let story = folder.run(&["story", "feed.json"]);
    assert_eq!(story.code, 0, "{}", story.err);
    let compared = folder.run(&["compare", "feed.json#1", "feed.json#2"]);
    assert_eq!(compared.code, 0, "{}", compared.err);
    assert!(
        compared.out.contains("Bridge to be rebuilt"),
        "{}",
        compared.out
    );

    for (given, says) in [
        (
            "feed.json",
            "This is a file of articles (JSON) with 2 articles.",
        ),
        ("feed.json#3", "there is no article 3 in it"),
    ] {
        let ran = folder.run(&["compare", given, "feed.json#1"]);
        assert_eq!(ran.code, 3);
        assert!(ran.err.contains(says), "{}", ran.err);
    }
}
