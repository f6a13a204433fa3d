//! JSON: what is written is what the schema says, and what is read back is what was written.

mod common;
mod schema;

use common::{bridge, report_of};
use crossread_engine::{MinWords, Options, Scope};
use crossread_export::matrix::{Entry, Matrix, Row};
use crossread_export::offsets::Scalars;
use crossread_export::{About, FormatError, Side, Story, from_json, json};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn a_report_is_what_the_schema_says() {
    let value: Value = serde_json::from_str(&json(&bridge())).expect("JSON");
    assert_eq!(schema::faults("report", &value), Vec::<String>::new());
    assert!(
        value["matches"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    );
    assert!(
        value["passages"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    );
}

#[test]
fn the_schema_notices_what_is_wrong() {
    let mut value: Value = serde_json::from_str(&json(&bridge())).expect("JSON");
    value["options"]["min_words"] = json!(2);
    value["a"]["headline"] = json!("x");
    value["b"]["sentences"][0]["voice"] = json!("loud");
    value
        .as_object_mut()
        .expect("an object")
        .remove("similarity");
    assert_eq!(
        schema::faults("report", &value),
        [
            "/: `similarity` is missing",
            "/a: `headline` is not described",
            "/b/sentences/0/voice: \"loud\" is none of [\"reporter\",\"mixed\",\"quoted\"]",
            "/options/min_words: 2 is below 3",
        ]
    );
}

#[test]
fn a_matrix_is_what_the_schema_says() {
    let entry = |id: &str| Entry {
        id: id.into(),
        title: None,
    };
    let mut matrix = Matrix::new(vec![entry("bridge"), entry("quay")]);
    let read = |text| {
        let lang = crossread_engine::Lang::English;
        crossread_engine::Reading::new(crossread_engine::Source::new(text, lang))
    };
    let found = crossread_engine::compare(&read(common::A), &read(common::B), Options::default());
    matrix.pairs.push(Row::new(0, 1, &found));
    let value: Value = serde_json::from_str(&matrix.json()).expect("JSON");
    assert_eq!(schema::faults("matrix", &value), Vec::<String>::new());
    assert_eq!(matrix.csv().lines().count(), 2);
}

#[test]
fn a_story_is_what_the_schema_says() {
    let texts = [
        common::A,
        common::B,
        "The work will cost four million crowns, “all of them well spent”, the mayor Anna Berg said.",
    ];
    let readings = texts.map(|text| {
        crossread_engine::Reading::new(crossread_engine::Source::new(
            text,
            crossread_engine::Lang::English,
        ))
    });
    let sides: Vec<Side<'_>> = texts
        .iter()
        .zip(&readings)
        .map(|(text, reading)| Side {
            id: String::new(),
            about: About::default(),
            text,
            reading,
            furniture: Vec::new(),
        })
        .collect();
    let story = Story::new(&sides, Options::default());
    assert!(!story.claims.is_empty() && !story.articles[0].alone.is_empty());
    assert!(!story.speakers.is_empty());
    let value: Value = serde_json::from_str(&story.json()).expect("JSON");
    assert_eq!(schema::faults("story", &value), Vec::<String>::new());
    assert_eq!(serde_json::from_value::<Story>(value).ok(), Some(story));
}

#[test]
fn read_back_it_is_the_same() {
    let report = bridge();
    assert_eq!(from_json(&json(&report)), Ok(report));
}

#[test]
fn unknown_keys_do_no_harm() {
    let report = bridge();
    let mut value: Value = serde_json::from_str(&json(&report)).expect("JSON");
    value["written_by"] = json!("a later version");
    assert_eq!(from_json(&value.to_string()), Ok(report));
}

#[test]
fn what_is_no_report_says_so() {
    let said = |text: &str| from_json(text).expect_err(text).to_string();
    assert_eq!(
        said("{\"a\": 1}"),
        "this is not a Crossread report: it has no number under `crossread`"
    );
    assert_eq!(
        said("{\"crossread\": 7}"),
        "this report is of version 7 of the format, and only version 1 is understood"
    );
    assert_eq!(
        said("{\"crossread\": 1}"),
        "this is not a Crossread report: missing field `options` at line 1 column 16"
    );
    assert!(said("[1, ").starts_with("this is not a Crossread report: EOF while parsing"));
}

#[test]
fn a_report_that_contradicts_itself_says_where() {
    let said = |pointer: &str, value: Value| {
        let mut report: Value = serde_json::from_str(&json(&bridge())).expect("JSON");
        *report.pointer_mut(pointer).expect(pointer) = value;
        match from_json(&report.to_string()) {
            Err(FormatError::Unsound(what)) => what,
            other => panic!("{pointer}: {other:?}"),
        }
    };
    assert_eq!(
        said("/matches/0/a", json!(99)),
        "matches[0].a: there is no sentence 99"
    );
    assert_eq!(
        said("/a/text", json!("short")),
        "a.sentences[0].at: [0, 28] does not lie in 0 to 5"
    );
    assert_eq!(
        said("/b/sentences/1/at", json!([0, 9])),
        "b.sentences[1].at: [0, 9] does not lie in 58 to 221"
    );
    assert_eq!(
        said("/matches/0/score", json!(1.5)),
        "matches[0].score: 1.5 is not from 0 to 1"
    );
    assert_eq!(
        said("/matches/0/diff", json!([])),
        "matches[0].diff: it does not cover both sentences"
    );
    assert_eq!(
        said("/options/min_words", json!(1)),
        "options.min_words: it is not from 3 to 12"
    );
}

#[test]
fn ranges_count_scalar_values() {
    let report = bridge();
    let scalars = Scalars::new(&report.b.text);
    let last = report.b.sentences.last().expect("sentences");
    assert_eq!(
        scalars.slice(last.at),
        "Shops along the quay closed early – nobody said why."
    );
    for passage in &report.passages {
        assert_eq!(
            scalars.slice(passage.b).split_whitespace().count(),
            passage.words as usize
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_two_texts_make_a_report_that_comes_back(
        a in "([a-dé😀“”.!? \n]{0,12} ){0,12}", b in "([a-dé😀“”.!? \n]{0,12} ){0,12}", full: bool, min in 3u8..=12,
    ) {
        let scope = if full { Scope::Full } else { Scope::Own };
        let options = Options::default().with_scope(scope).with_min_words(MinWords::clamped(min));
        let report = report_of(&a, &b, &[], options);
        let written = json(&report);
        let value: Value = serde_json::from_str(&written).expect("JSON");
        prop_assert_eq!(schema::faults("report", &value), Vec::<String>::new());
        prop_assert_eq!(from_json(&written), Ok(report));
    }
}
