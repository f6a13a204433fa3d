//! The commands for very many articles: `index`, `near`, `export`, `clusters`, and what `matrix` does with long runs.

mod common;

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{EVENING, Folder, MORNING, Ran};
use serde_json::{Value, json};

const CREW: &str =
    "A crew of nine began to take down the old bridge over the river Tarn on Monday.";

fn line(id: &str, text: &str) -> String {
    json!({"id": id, "text": text, "title": format!("About {id}"), "date": {"value": "2024-05-01", "basis": "known"}})
        .to_string()
}

/// A folder with so many more texts, some of which share sentences.
fn many(name: &str, count: usize) -> Folder {
    let folder = Folder::new(name);
    for at in 0..count {
        let words: Vec<String> = (0..20).map(|n| format!("w{}x{n}", at / 3)).collect();
        let own: Vec<String> = (0..20).map(|n| format!("v{at}x{n}")).collect();
        folder.write(
            &format!("many/{at:03}.txt"),
            format!("It is {}. It was {}.", words.join(" "), own.join(" ")),
        );
    }
    folder
}

fn path(name: &str, file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join(name)
        .join(file)
}

/// The unfinished files in a folder.
fn parts(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(path(name, "")).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "part"))
        .collect()
}

/// What was wrong, a line each, without what would mend it.
fn faults(ran: &Ran) -> Vec<&str> {
    let lines = ran.err.lines();
    lines.filter(|line| !line.starts_with("  ")).collect()
}

#[test]
fn a_broken_line_is_told_and_the_rest_go_on() {
    let folder = Folder::new("scale-lines");
    let lines = [
        line("morning", EVENING),
        "nonsense".into(),
        json!({"id": "x"}).to_string(),
        String::new(),
        line("crew", CREW),
        json!({"id": "empty", "text": " "}).to_string(),
        line("evening", EVENING),
    ];
    folder.write("all.jsonl", lines.join("\n"));
    let ran = folder.run(&["matrix", "all.jsonl", "--format", "jsonl"]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        faults(&ran),
        [
            "crossread: all.jsonl:2: this is not a JSON object",
            "crossread: all.jsonl:3: missing field `text`, at column 10",
            "crossread: all.jsonl:6: there is no text in it",
            "crossread: 3 articles are left out"
        ]
    );
    let rows: Vec<Value> = ran
        .out
        .lines()
        .map(|row| serde_json::from_str(row).expect("JSON"))
        .collect();
    let pairs: Vec<_> = rows.iter().map(|row| (&row["a"], &row["b"])).collect();
    let [morning, crew, evening] = ["morning", "crew", "evening"].map(|id| json!(id));
    assert_eq!(
        pairs,
        [(&morning, &crew), (&morning, &evening), (&crew, &evening)]
    );
    assert_eq!(rows[1]["containment_a"], 1.0);
}

/// All formats tell the same.
#[test]
fn a_line_of_json_tells_what_the_table_tells() {
    let folder = Folder::new("scale-formats");
    let csv = folder.run(&["matrix", "."]).out;
    let jsonl = folder.run(&["matrix", ".", "--format", "jsonl"]).out;
    let names: Vec<&str> = csv.lines().next().expect("a header").split(',').collect();
    let row: Value = serde_json::from_str(&jsonl).expect("one line of JSON");
    assert_eq!(row.as_object().expect("an object").len(), names.len());
    for (name, cell) in names
        .iter()
        .zip(csv.lines().nth(1).expect("a row").split(','))
    {
        let value = &row[name];
        assert_eq!(
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned),
            cell.to_owned()
                + if value.is_f64() && !cell.contains('.') {
                    ".0"
                } else {
                    ""
                },
            "{name}"
        );
    }
}

#[test]
fn a_file_too_large_for_an_article_is_left_out_unread() {
    let folder = Folder::new("scale-large");
    let large = File::create(path("scale-large", "large.txt")).expect("a file");
    // It takes no room where files may have holes.
    large.set_len(2_000_000_000).expect("long");
    let ran = folder.run(&["matrix", "."]);
    fs::remove_file(path("scale-large", "large.txt")).expect("removed");
    assert_eq!((ran.code, ran.out.lines().count()), (1, 2));
    assert!(
        ran.err
            .contains("large.txt: the file is too large for an article: 2000 MB\n  to fix it:"),
        "{}",
        ran.err
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = Folder::new("scale-full");
    for args in [&["matrix", "."][..], &["export", "--passim", "."]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
        let full = File::options()
            .write(true)
            .open("/dev/full")
            .expect("a device");
        let ran = command
            .args(args)
            .current_dir(path("scale-full", ""))
            .stdout(full)
            .output()
            .expect("it ends");
        assert_eq!(ran.status.code(), Some(3));
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(
            said.contains("the output could not be written: No space left"),
            "{said}"
        );
    }
    drop(folder);
}

/// What is left of a run, wherever it was cut off, is gone on with, and the rows are those of a run without a halt.
#[test]
fn a_run_that_was_stopped_goes_on() {
    for (format, name) in [
        ("csv", "scale-stopped-csv"),
        ("jsonl", "scale-stopped-jsonl"),
    ] {
        let folder = many(name, 12);
        let whole = folder.run(&["matrix", "many", "--format", format]).out;
        // A folder of the output's name stands in the way of its last step.
        folder.write("rows/in-the-way", "");
        let args = ["matrix", "many", "--format", format, "--out", "rows"];
        assert_eq!(folder.run(&args).code, 3);
        fs::remove_dir_all(path(name, "rows")).expect("removed");
        let left = parts(name);
        assert_eq!(left.len(), 1, "{left:?}");
        for cut in [
            0,
            5,
            whole.len() / 3,
            whole.len() / 2,
            whole.len() - 1,
            whole.len(),
        ] {
            fs::write(&left[0], &whole[..cut]).expect("written");
            let ran = folder.run(&args);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""));
            assert_eq!(
                fs::read_to_string(path(name, "rows")).expect("a file"),
                whole
            );
            assert_eq!(parts(name), Vec::<PathBuf>::new());
        }
        // Another question does not go on with these rows.
        fs::write(&left[0], &whole).expect("written");
        let stricter = [&args[..], &["--strictness", "5"]].concat();
        assert_eq!(folder.run(&stricter).code, 0);
        assert_eq!(parts(name), left);
    }
}

#[test]
fn a_run_that_is_killed_loses_and_doubles_nothing() {
    let name = "scale-killed";
    let folder = many(name, 60);
    let whole = folder.run(&["matrix", "many"]).out;
    let args = ["matrix", "many", "--out", "rows.csv"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(args)
        .current_dir(path(name, ""))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let began = Instant::now();
    let has_rows = || {
        parts(name)
            .iter()
            .any(|part| fs::metadata(part).is_ok_and(|about| about.len() > 200))
    };
    while !has_rows()
        && !path(name, "rows.csv").exists()
        && began.elapsed() < Duration::from_secs(60)
    {
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    let ran = folder.run(&args);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        fs::read_to_string(path(name, "rows.csv")).expect("a file"),
        whole
    );
    assert_eq!(parts(name), Vec::<PathBuf>::new());
}

#[test]
fn of_many_articles_a_story_compares_those_that_share_something() {
    let folder = many("scale-story", 70);
    let some = folder.run(&["story", "many", "--json"]);
    assert_eq!(some.code, 0);
    assert!(
        some.err
            .contains("of 2415 pairs, the others share too little"),
        "{}",
        some.err
    );
    let all = folder.run(&["story", "many", "--json", "--exhaustive"]);
    assert_eq!((all.code, all.err.as_str()), (0, ""));
    // The same claims. What only comes near shares less than what is proposed does.
    let claims = |out: &str| -> Vec<Vec<Value>> {
        let story: Value = serde_json::from_str(out).expect("JSON");
        let claims = story["claims"].as_array().expect("a list").iter();
        let said = |claim: &Value| -> Vec<Value> {
            let all = claim["sentences"].as_array().expect("a list").iter();
            all.filter(|one| one["near"] == false).cloned().collect()
        };
        claims.map(said).collect()
    };
    assert!(claims(&all.out).len() > 10);
    assert_eq!(claims(&some.out), claims(&all.out));
}

#[test]
fn an_index_finds_what_the_folder_finds() {
    let folder = many("scale-near", 20);
    folder.write("many/morning.md", MORNING);
    folder.write("many/crew.txt", CREW);
    let ran = folder.run(&["index", "many", "--out", "many.index"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, "crossread: 22 articles in many.index\n")
    );
    let from_index = folder.run(&["near", "evening.txt", "--in", "many.index", "--json"]);
    let from_folder = folder.run(&["near", "evening.txt", "--in", "many", "--json"]);
    assert_eq!((from_index.code, from_index.err.as_str()), (0, ""));
    assert_eq!(from_index.out, from_folder.out);
    let told: Value = serde_json::from_str(&from_index.out).expect("JSON");
    let near = told["near"].as_array().expect("a list");
    let morning = near.iter().find(|near| near["id"] == "morning");
    assert_eq!(told["searched"], 22);
    assert_eq!(morning.expect("its like")["publisher"], "The Morning Mail");
    let nothing = folder.fed(
        &["near", "-", "--in", "many.index"],
        "Snow fell all night in Oslo.",
    );
    assert!(
        nothing
            .out
            .starts_with("Nothing similar found.\n22 articles searched, 0 compared;"),
        "{}",
        nothing.out
    );

    // Wherever articles are wanted, the index stands for the folder; what is furniture stays so.
    let of_folder = folder.run(&["matrix", "many"]);
    let of_index = folder.run(&["matrix", "many.index"]);
    assert_eq!((of_index.code, of_index.out), (0, of_folder.out));
}

#[test]
fn a_damaged_index_is_told() {
    let folder = Folder::new("scale-damaged");
    folder.run(&["index", "evening.txt", "morning.md", "--out", "two.index"]);
    let at = path("scale-damaged", "two.index");
    let mut bytes = fs::read(&at).expect("a file");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&at, &bytes).expect("written");
    for args in [
        &["near", "evening.txt", "--in", "two.index"][..],
        &["matrix", "two.index"],
    ] {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (3, ""));
        assert_eq!(
            ran.err,
            "crossread: two.index: this index is damaged: it is cut off or was changed\n  to fix it: write it again with `crossread index`\n"
        );
    }
}

/// What `spark/` asks: fingerprints, and the figures of pairs.
#[test]
fn other_programs_get_fingerprints_and_figures_a_line_each() {
    let folder = Folder::new("scale-lines-out");
    let lines = [
        json!({"text": EVENING, "lang": "en"}).to_string(),
        "{}".into(),
        json!({"text": EVENING}).to_string(),
    ];
    let ran = folder.fed(&["fingerprints"], lines.join("\n"));
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let answers: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!((answers.len(), &answers[0]), (3, &answers[2]));
    assert!(
        answers[1]["error"]
            .as_str()
            .is_some_and(|error| error.starts_with("line 2: missing field `text`"))
    );
    let sentences = answers[0]["sentences"].as_array().expect("a list");
    assert_eq!((sentences.len(), &sentences[0][0]), (3, &json!(11)));
    assert!(
        sentences
            .iter()
            .all(|sentence| sentence[1].as_array().is_some_and(|stems| stems.len() > 3))
    );

    folder.write("crew.txt", CREW);
    let row = folder
        .run(&["matrix", "evening.txt", "crew.txt", "--format", "jsonl"])
        .out;
    let mut row: Value = serde_json::from_str(&row).expect("JSON");
    let pair = json!({"a": EVENING, "b": CREW, "lang_a": "en", "lang_b": "en"}).to_string();
    let ran = folder.fed(&["compare", "--jsonl", "--figures"], pair);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    (row["a"], row["b"]) = (json!(0), json!(1));
    assert_eq!(serde_json::from_str::<Value>(&ran.out).expect("JSON"), row);
}

/// The form that passim's documentation describes: id, series and text, other fields passed through.
#[test]
fn passim_is_given_what_it_reads() {
    let folder = Folder::new("scale-passim");
    let ran = folder.run(&["export", "--passim", "morning.md", "evening.txt"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let lines: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(
        (&lines[0]["id"], &lines[0]["series"]),
        (&json!("morning"), &json!("The Morning Mail"))
    );
    assert!(
        lines[0]["text"]
            .as_str()
            .is_some_and(|text| MORNING.ends_with(text))
    );
    assert_eq!(
        lines[1],
        json!({"id": "evening.txt", "series": "evening.txt", "language": "en", "text": EVENING})
    );
    // And read back, as any JSON Lines.
    folder.write("back.jsonl", &ran.out);
    assert_eq!(folder.run(&["matrix", "back.jsonl"]).out.lines().count(), 2);
}

/// Hand-made in the form that passim's documentation gives its output: a folder `out.json` of parts, one passage a line.
#[test]
fn passims_clusters_are_read_and_held_against_the_articles() {
    let folder = Folder::new("scale-clusters");
    let passage = |id: &str, cluster: Value, begin: usize, end: usize, text: &str| {
        json!({"uid": -7, "cluster": cluster, "size": 2, "id": id, "series": "s", "begin": begin, "end": end, "text": text, "pboiler": 0.0, "src": []})
            .to_string()
    };
    let all = EVENING.chars().count();
    let words = "The work will cost four million crowns";
    let first = [
        passage(
            "evening.txt",
            json!(8_589_934_592_i64),
            0,
            38,
            "as passim printed it",
        ),
        passage("elsewhere", json!(8_589_934_592_i64), 10, 48, words),
        passage("evening.txt", json!(3), all - 5, all + 1, "why."),
    ];
    folder.write("reuse/out.json/part-00000.json", first.join("\n"));
    folder.write(
        "reuse/out.json/part-00001.json",
        "{\"id\": \"x\", \"cluster\": 1}\n",
    );
    folder.write("reuse/out.json/_SUCCESS", "");
    let ran = folder.run(&["clusters", "reuse", "--in", "evening.txt", "--json"]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        faults(&ran),
        [
            format!(
                "crossread: reuse/out.json/part-00000.json:3: it ends at {}, and the article evening.txt has {all} characters",
                all + 1
            ),
            "crossread: reuse/out.json/part-00001.json:1: missing field `begin`".into()
        ]
    );
    let read: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(read["clusters"].as_array().map(Vec::len), Some(1));
    let passages = &read["clusters"][0]["passages"];
    // Where the article is known, its own words; elsewhere those of passim.
    assert_eq!(
        (&passages[0]["text"], &passages[1]["text"]),
        (&json!(words), &json!(words))
    );
    let text = folder.run(&["clusters", "reuse/out.json/part-00000.json"]);
    assert!(
        text.out.starts_with("3 passages in 2 clusters.\n"),
        "{}",
        text.out
    );
    assert!(
        text.out
            .contains("evening.txt 0–38 \n    as passim printed it"),
        "{}",
        text.out
    );
}
