//! The commands for many texts: `compare --jsonl`, `matrix` and `check`.

mod common;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use common::{EVENING, Folder, MORNING};
use serde_json::{Value, json};

fn answers(out: &str) -> Vec<Value> {
    out.lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

/// The stretch of a text, in scalar values.
fn cut(text: &str, at: &Value) -> String {
    let [start, end] = [0, 1].map(|i| at[i].as_u64().expect("a number") as usize);
    assert!(start <= end && end <= text.chars().count(), "{at}");
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn a_pair_is_answered_as_the_contract_says() {
    let a = "Überall schwieg man. The work will cost four million crowns and take two years, he said 😀.";
    let b =
        "The work will cost four million crowns and take two years, he said 😀. Nobody else spoke.";
    let line = json!({"id": "1", "lang": "en", "a": a, "b": b}).to_string();
    let ran = Folder::new("jsonl").fed(&["compare", "--jsonl"], line);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answer = &answers(&ran.out)[0];
    let keys: Vec<&str> = answer
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        [
            "closest_a",
            "closest_b",
            "diff",
            "not_looked_for",
            "pairs",
            "passages",
            "sentences_a",
            "sentences_b",
            "similarity"
        ]
    );

    let (sentences_a, sentences_b) = (&answer["sentences_a"], &answer["sentences_b"]);
    assert_eq!(cut(a, &sentences_a[0]), "Überall schwieg man.");
    assert_eq!(cut(b, &sentences_b[1]), "Nobody else spoke.");
    let pair = &answer["pairs"][0];
    assert_eq!(
        (&pair["a"], &pair["b"], &pair["kind"], &pair["score"]),
        (&json!(1), &json!(0), &json!("verbatim"), &json!(1.0))
    );
    assert_eq!(answer["pairs"].as_array().map(Vec::len), Some(1));
    let facts = pair["facts"].as_array().expect("a list");
    assert!(facts.iter().all(|fact| fact["relation"] == "same"));
    assert!(
        facts
            .iter()
            .any(|fact| fact["slot"] == "number" && cut(a, &fact["a"]) == "four million")
    );
    let passage = &answer["passages"][0];
    assert_eq!(passage["words"], 13);
    assert_eq!(cut(a, &passage["a"]), cut(b, &passage["b"]));
    let similarity = answer["similarity"].as_f64().expect("a number");
    assert!((0.0..=1.0).contains(&similarity));

    for (side, text) in [("a", a), ("b", b)] {
        let hunks = answer["diff"].as_array().expect("a list");
        let rebuilt: String = hunks.iter().map(|hunk| cut(text, &hunk[side])).collect();
        assert_eq!(rebuilt, text);
    }
}

/// With the days of writing a weekday and a date are one day or two; a wrong one is told.
#[test]
fn a_line_may_say_when_its_texts_were_written() {
    let a = "The ministers of all the member states met in Oslo on Friday.";
    let b = "The ministers of the member states met in Oslo on May 30.";
    let dated = |date_a: &str, date_b: &str| {
        let line = json!({"lang": "en", "a": a, "b": b, "date_a": date_a, "date_b": date_b});
        let ran = Folder::new("dated").fed(&["compare", "--jsonl"], line.to_string());
        let answer = answers(&ran.out).remove(0);
        let facts = answer["pairs"][0]["facts"].as_array().cloned();
        let date = facts.and_then(|facts| facts.into_iter().find(|fact| fact["slot"] == "date"));
        date.map_or(answer["error"].clone(), |date| date["relation"].clone())
    };
    assert_eq!(dated("2014-05-31", "2014-06-02"), "same");
    assert_eq!(dated("2014-06-07", "2014-06-07"), "differs");
    assert_eq!(dated("2014-05", "2014"), "overlaps");
    assert!(
        dated("yesterday", "2014")
            .as_str()
            .is_some_and(|error| error.contains("date_a"))
    );
}

/// What was not looked for in a language is said.
#[test]
fn an_answer_names_what_it_did_not_look_for() {
    let line = json!({"lang": "de", "a": "Er kam am Montag.", "b": "Er kam am Dienstag."});
    let ran = Folder::new("unsought").fed(&["compare", "--jsonl"], line.to_string());
    let answer = &answers(&ran.out)[0];
    assert_eq!(
        answer["not_looked_for"],
        json!(["name", "certainty", "attribution"])
    );
    let line = json!({"lang": "en", "a": "He came on Monday.", "b": "He came on Tuesday."});
    let ran = Folder::new("sought").fed(&["compare", "--jsonl"], line.to_string());
    assert_eq!(answers(&ran.out)[0]["not_looked_for"], json!([]));
}

/// What two stretches say differently is asked for by their places, matched or not.
#[test]
fn a_line_may_name_stretches_whose_facts_are_wanted() {
    let a = "Grüße! Some 100,000 troops stand at the border.";
    let b = "There are 40,000 troops at the border. It rained.";
    let links = json!([[[7, 47], [0, 38]], [[0, 6], [0, 9_000]]]);
    let line = json!({"lang": "en", "a": a, "b": b, "links": links}).to_string();
    let ran = Folder::new("links").fed(&["compare", "--jsonl"], line);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answer = &answers(&ran.out)[0]["facts_of_links"];
    let facts = answer[0].as_array().expect("a list");
    let number = facts.iter().find(|fact| fact["slot"] == "number");
    let number = number.expect("a fact about a number");
    assert_eq!(number["relation"], "differs");
    assert_eq!(cut(a, &number["a"]), "Some 100,000");
    assert_eq!(cut(b, &number["b"]), "40,000");
    assert_eq!(answer[1], json!([]), "a range that does not fit");
}

/// What a reader linked or refused goes in as places, and comes out as pairs of its own kind of origin.
#[test]
fn a_line_may_say_what_belongs_together_and_what_does_not() {
    let a = "Grüße! The bridge was closed to all traffic on Monday. Snow lay on the old roofs.";
    let b = "The bridge was closed to all traffic on Monday. White covered every house.";
    let mut line = json!({"lang": "en", "a": a, "b": b});
    let pairs = |line: &Value| {
        let ran = Folder::new("by-hand").fed(&["compare", "--jsonl"], line.to_string());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let pairs = answers(&ran.out)[0]["pairs"]
            .as_array()
            .expect("a list")
            .clone();
        let told = pairs.iter().map(|pair| {
            let by_hand = pair["by_hand"] == true;
            assert!(pair["facts"].is_array());
            format!(
                "{} {} {}{}",
                pair["a"],
                pair["b"],
                pair["kind"],
                if by_hand { " by hand" } else { "" }
            )
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(pairs(&line), [r#"1 0 "verbatim""#]);
    line["made"] = json!([[[55, 59], [48, 53]]]);
    assert_eq!(
        pairs(&line),
        [r#"1 0 "verbatim""#, r#"2 1 "related" by hand"#]
    );
    line["refused"] = json!([[[7, 54], [0, 47]], [[0, 9_000], [0, 1]]]);
    assert_eq!(pairs(&line), [r#"2 1 "related" by hand"#]);
}

/// An article's own facts, and who is quoted, in the order of the text.
#[test]
fn an_article_lists_its_own_facts() {
    let folder = Folder::new("facts");
    let text =
        "The mayor said on Monday that 40 houses burned. “We saw it coming,” said Anna Berg.";
    let ran = folder.fed(&["facts", "-", "--lang", "en"], text);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "number\n    1  40\ndate\n    1  Monday\nname\n    2  Anna Berg\nquotation\n    2  “We saw it coming,”\n\
         who says so\n    1  The mayor said\n    2  said Anna Berg\n\
         who is quoted\n    2  Anna Berg: “We saw it coming,”\n"
    );
    let ran = folder.fed(&["facts", "-", "--json", "--lang", "xx"], text);
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(told["quotations"][0]["source"], Value::Null);
    assert_eq!(
        told["not_looked_for"],
        json!(["name", "negation", "certainty", "attribution"])
    );
}

/// A language with a stemmer, and two without: what says the same in other words is found in each.
#[test]
fn a_line_says_what_language_its_texts_are_in() {
    let pairs = [
        (
            "de",
            "Die Außenminister der Nato haben am Dienstag beschlossen, die militärische Zusammenarbeit mit Russland auszusetzen. Das Wetter war schön, z. B. in Brüssel.",
            "Es regnete in Riga. Die militärische Zusammenarbeit mit Russland wird ausgesetzt, beschlossen die Außenminister der Nato.",
        ),
        (
            "uk",
            "Міністри закордонних справ НАТО вирішили призупинити військову співпрацю з Росією. Погода була гарна.",
            "У Ризі йшов дощ. Військову співпрацю з Росією вирішили призупинити міністри закордонних справ НАТО у вівторок.",
        ),
        (
            "ur",
            "نیٹو کے وزرائے خارجہ نے روس کے ساتھ فوجی تعاون معطل کرنے کا فیصلہ کیا ہے۔ موسم اچھا تھا۔",
            "ریگا میں بارش ہوئی۔ روس کے ساتھ فوجی تعاون معطل کرنے کا فیصلہ نیٹو کے وزرائے خارجہ نے منگل کو کیا۔",
        ),
    ];
    let lines: Vec<String> = pairs
        .iter()
        .map(|(lang, a, b)| json!({"id": lang, "lang": lang, "a": a, "b": b}).to_string())
        .collect();
    let ran = Folder::new("languages").fed(&["compare", "--jsonl"], lines.join("\n"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for ((lang, ..), answer) in pairs.iter().zip(answers(&ran.out)) {
        let sentences = |side: &str| answer[side].as_array().expect("a list").len();
        assert_eq!(
            (sentences("sentences_a"), sentences("sentences_b")),
            (2, 2),
            "{lang}"
        );
        let found = answer["pairs"].as_array().expect("a list").iter();
        let found: Vec<_> = found
            .map(|pair| (&pair["a"], &pair["b"], &pair["kind"]))
            .collect();
        assert_eq!(found, [(&json!(0), &json!(1), &json!("edited"))], "{lang}");
    }
}

#[test]
fn repeats_are_included() {
    let one = "The council voted on Tuesday to rebuild the old bridge over the river.";
    let line = json!({"a": format!("{one}\n{one}"), "b": one}).to_string();
    let ran = Folder::new("repeats").fed(&["compare", "--jsonl"], line);
    let answer = &answers(&ran.out)[0];
    assert_eq!(answer["sentences_a"].as_array().map(Vec::len), Some(2));
    assert_eq!(answer["passages"].as_array().map(Vec::len), Some(2));
}

#[test]
fn passages_begin_at_eight_words_or_as_asked() {
    let line = json!({"a": "He spoke of one two three four five six today.", "b": "She heard one two three four five six."}).to_string();
    let folder = Folder::new("minwords");
    let passages = |args: &[&str]| {
        let ran = folder.fed(args, &line);
        answers(&ran.out)[0]["passages"].as_array().map(Vec::len)
    };
    assert_eq!(passages(&["compare", "--jsonl"]), Some(0));
    assert_eq!(
        passages(&["compare", "--jsonl", "--min-words", "6"]),
        Some(1)
    );
}

#[test]
fn a_broken_line_is_answered_in_its_place_and_the_rest_go_on() {
    let mut input = Vec::new();
    for line in [
        &b"{\"id\": 1, \"a\": \"One.\", \"b\": \"One.\"}"[..],
        b"nonsense",
        b"",
        b"{\"id\": \"third\", \"a\": \"One.\"}",
        b"{\"id\": [4], \"a\": \"One.\", \"b\": 5}",
        b"[\"en\", \"One.\", \"One.\"]",
        b"{\"id\": 6, \"a\": \"\xff\", \"b\": \"\"}",
        b"{\"id\": 7, \"a\": \"\", \"b\": \"\"}\r",
    ] {
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    let ran = Folder::new("broken").fed(&["compare", "--jsonl"], input);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let answers = answers(&ran.out);
    let told: Vec<(&Value, Option<&str>)> = answers
        .iter()
        .map(|answer| {
            (
                &answer["id"],
                answer["error"].as_str().and_then(|e| e.split(';').next()),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (&Value::Null, None),
            (&Value::Null, Some("line 2: this is not a JSON object")),
            (
                &json!("third"),
                Some("line 4: missing field `b`, at column 28")
            ),
            (
                &json!([4]),
                Some("line 5: invalid type: integer `5`, expected a string, at column 31")
            ),
            (&Value::Null, Some("line 6: this is not a JSON object")),
            (&Value::Null, Some("line 7: this is not UTF-8 text")),
            (&Value::Null, None),
        ]
    );
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(["compare", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut to = child.stdin.take().expect("a pipe");
    let mut from = BufReader::new(child.stdout.take().expect("a pipe"));
    for _ in 0..3 {
        writeln!(to, "{}", json!({"a": "One.", "b": "Two."})).expect("it reads");
        let mut line = String::new();
        from.read_line(&mut line).expect("it answers");
        assert!(line.ends_with("}\n"));
    }
    drop(to);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(["compare", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut to = child.stdin.take().expect("a pipe");
    for _ in 0..3 {
        let _ = writeln!(to, "{}", json!({"a": "One.", "b": "Two."}));
    }
    drop(to);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn a_matrix_has_every_pair_once() {
    let folder = Folder::new("matrix");
    folder.write("third.txt", "Nothing here is like the others at all.");
    let ran = folder.run(&["matrix", "morning.md", "evening.txt", "third.txt"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let ids: Vec<String> = ran
        .out
        .lines()
        .map(|row| row.split(',').take(2).collect::<Vec<_>>().join("/"))
        .collect();
    assert_eq!(
        ids,
        [
            "a/b",
            "morning/evening.txt",
            "morning/third.txt",
            "evening.txt/third.txt"
        ]
    );

    let same = folder.run(&["matrix", ".", "--format", "json"]);
    let matrix: Value = serde_json::from_str(&same.out).expect("JSON");
    assert_eq!(matrix["crossread"], 1);
    assert_eq!(matrix["pairs"].as_array().map(Vec::len), Some(3));
    assert_eq!(matrix["pairs"][0]["verbatim"], 1);
}

#[test]
fn of_many_articles_those_that_share_little_are_passed_over_unless_all_are_asked_for() {
    let folder = Folder::new("many");
    for at in 0..70 {
        let word = |n: usize| format!("w{}x{}", at, n);
        let words: Vec<String> = (0..40).map(word).collect();
        folder.write(&format!("{at}.txt"), format!("{}.", words.join(" ")));
    }
    let ran = folder.run(&["matrix", ".", "--format", "json"]);
    assert_eq!(ran.code, 0);
    let matrix: Value = serde_json::from_str(&ran.out).expect("JSON");
    let pairs = matrix["pairs"].as_array().expect("a list");
    // `morning.md` and `evening.txt` report the same vote.
    assert_eq!(pairs.len(), 1, "{pairs:?}");
    assert_eq!(pairs[0]["verbatim"], 1);
    assert_eq!(matrix["passed_over"], 72 * 71 / 2 - 1);
    assert_eq!(
        ran.err,
        "crossread: compared 1 of 2556 pairs, the others share too little; --exhaustive compares all\n"
    );

    let all = folder.run(&["matrix", ".", "--exhaustive"]);
    assert_eq!((all.code, all.err.as_str()), (0, ""));
    assert_eq!(all.out.lines().count(), 1 + 72 * 71 / 2);
}

#[test]
fn check_says_what_the_build_would() {
    let folder = Folder::new("check");
    folder.write("good/morning.md", MORNING);
    let good = folder.run(&["check", "good"]);
    assert_eq!(
        (good.code, good.out.as_str()),
        (0, "1 article, no faults\n")
    );

    folder.write(
        "bad/morning.md",
        MORNING.replace("A caption that nobody counts\"", "A lost caption\""),
    );
    folder.write("bad/more/morning.md", MORNING);
    folder.write("bad/x/morning.md", MORNING);
    folder.write("bad/notes.txt", EVENING);
    let bad = folder.run(&["check", "bad"]);
    assert_eq!((bad.code, bad.err.as_str()), (1, ""));
    assert_eq!(
        bad.out,
        "bad/morning.md:12: the quotation is not in the text\n  to fix it: copy it from the text, character by character\n\
         bad/notes.txt: `notes.txt` does not end in `.md`\n  to fix it: name the file `notes.md`, or keep it out of the articles' folder\n\
         bad/notes.txt:1: the file does not begin with front matter\n  to fix it: make `+++` the first line, and close the front matter with another `+++` line before the text\n\
         bad/x/morning.md: its id `morning` is also that of bad/more/morning.md\n  to fix it: give one of the two files another name\n\
         1 article without fault; 4 faults\n"
    );

    let missing = folder.run(&["check", "nowhere"]);
    assert_eq!((missing.code, missing.out.as_str()), (3, ""));
    assert!(
        missing
            .err
            .starts_with("crossread: nowhere: there is no such file or folder")
    );
}

/// What drives a terminal in what a run said.
#[cfg(unix)]
fn steering(said: &str) -> Option<usize> {
    said.find(|c: char| c != '\n' && crossread_library::shown::steers(c))
}

/// A file's name, what stands in its front matter and what it is told of are anybody's.
#[cfg(unix)]
#[test]
fn no_file_name_and_no_value_drives_the_terminal() {
    let folder = Folder::new("steering");
    let name = "articles/\u{1b}]0;owned\u{7}\u{202e}.md";
    let front = r#"[title]
value = "Rain"
basis = "known"
[date]
value = "\u001b[2J\u009b31m yesterday\n"
basis = "known"
["\u001b[31m"]
"#;
    folder.write(name, format!("+++\n{front}+++\nIt rained."));
    // No UTF-8: the import guesses, and says so with the file's name.
    folder.write("\u{1b}[31m.txt", b"Gr\xfc\xdfe aus K\xf6ln.\n");
    for args in [
        &["check", "articles"][..],
        &["matrix", "articles"],
        &["compare", name, "evening.txt"],
        &["compare", "\u{1b}[2Jmissing.txt", "evening.txt"],
        &["compare", "\u{1b}[31m.txt", "evening.txt"],
        &["read", "\u{1b}[31m.txt"],
        &["read", "articles/\u{1b}[2J"],
    ] {
        let ran = folder.run(args);
        let said = ran.out + &ran.err;
        assert_eq!(steering(&said), None, "{args:?}: {said:?}");
        assert!(
            said.contains("\\u{1b}") || said.contains('\u{fffd}'),
            "{args:?}: {said}"
        );
    }
}

/// Nor does what is said of a file of links, of what was written, or of what was typed; `always`, since elsewhere the colours of
/// what is no terminal are taken out, and these with them.
#[cfg(unix)]
#[test]
fn no_path_and_no_id_drives_the_terminal() {
    let folder = Folder::new("steering-paths");
    folder.write(
        "\u{1b}[7m.jsonl",
        b"{\"a\": \"\\u001b[2J\", \"b\": \"evening.txt\"}\n",
    );
    let (index, set) = ("\u{1b}[7m.index", "\u{1b}]0;owned\u{7}.set");
    for args in [
        &[
            "story",
            "morning.md",
            "evening.txt",
            "--links",
            "\u{1b}[7m.jsonl",
        ][..],
        &[
            "story",
            "morning.md",
            "evening.txt",
            "--links",
            "\u{1b}[7mmissing.jsonl",
        ],
        &["index", "evening.txt", "--out", index],
        &["collection", "build", "evening.txt", set],
        &["collection", "check", set],
        &["collection", "check", "\u{1b}[7mmissing.set"],
        &["matrix", "--\u{1b}[7m"],
        &["\u{1b}]0;owned\u{7}"],
    ] {
        let ran = folder.run(&[args, &["--color", "always"]].concat());
        let said = ran.out + &ran.err;
        let own = ["0", "1", "4", "31", "32", "33"].map(|code| format!("\u{1b}[{code}m"));
        let said = own.iter().fold(said, |said, own| said.replace(own, ""));
        assert_eq!(steering(&said), None, "{args:?}: {said:?}");
        assert!(!said.is_empty(), "{args:?}");
    }
}
