//! `crossread compare` with two articles, and what it says where it cannot.

mod common;
#[path = "../../export/tests/masked/mod.rs"]
mod masked;

use common::{EVENING, Folder};
use crossread_export::report::{Kind, Scope, Standing};
use crossread_export::{Origin, from_json, html, markdown};

#[test]
fn to_read_in_a_terminal() {
    let ran = Folder::new("text").run(&["compare", "morning.md", "evening.txt"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(masked::masked(&ran.out));
}

#[test]
fn as_markdown() {
    let folder = Folder::new("markdown");
    let ran = folder.run(&[
        "compare",
        "morning.md",
        "evening.txt",
        "--format",
        "markdown",
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(masked::masked(&ran.out));
}

#[test]
fn every_format_tells_of_one_report() {
    let folder = Folder::new("formats");
    let run = |format| {
        folder
            .run(&["compare", "morning.md", "evening.txt", "--format", format])
            .out
    };
    let report = from_json(&run("json")).expect("a report");
    assert_eq!(
        report
            .matches
            .iter()
            .filter(|m| m.kind == Kind::Verbatim)
            .count(),
        1
    );
    let origin = Origin::default();
    assert_eq!(run("markdown"), markdown(&report, &origin));
    assert_eq!(run("html"), html(&report, &origin));
    assert_eq!(run("csv").lines().count(), 1 + report.matches.len());
}

#[test]
fn front_matter_is_honoured() {
    let folder = Folder::new("front");
    let report = |more: &[&str]| {
        let mut args = vec!["compare", "morning.md", "evening.txt", "--format", "json"];
        args.extend(more);
        from_json(&folder.run(&args).out).expect("a report")
    };
    let own = report(&[]);
    assert_eq!(own.a.id, "morning");
    assert_eq!(
        own.a.about.publisher.expect("a publisher").value,
        "The Morning Mail"
    );
    assert_eq!(own.a.furniture[0].kind, "caption");
    assert_eq!(own.a.figures.furniture_words, 5);
    assert!(
        own.a
            .sentences
            .iter()
            .any(|s| s.standing == Standing::Furniture)
    );
    let about = own.b.about;
    assert_eq!(own.b.id, "evening.txt");
    assert_eq!((about.title, about.publisher), (None, None));
    let language = about.language.expect("a language");
    assert_eq!(
        (language.value.as_str(), language.basis.as_str()),
        ("en", "inferred from the text")
    );

    let full = report(&[
        "--full",
        "--lang",
        "de",
        "--min-words",
        "3",
        "--strictness",
        "5",
    ]);
    assert_eq!(full.options.scope, Scope::Full);
    assert_eq!((full.options.min_words, full.options.strictness), (3, 5));
    assert_eq!(full.a.figures.words, own.a.figures.words + 5);
    assert_eq!(full.a.about.language.expect("a language").basis, "given");

    let named = report(&["--strictness", "strictest"]);
    assert_eq!(named.options.strictness, 5);
}

#[test]
fn standard_input_is_an_article() {
    let folder = Folder::new("stdin");
    let ran = folder.fed(&["compare", "-", "evening.txt"], EVENING);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Si  standard input\n"), "{}", ran.out);
    assert!(ran.out.contains("in evening.txt word for"), "{}", ran.out);
    let both = folder.run(&["compare", "-", "-"]);
    assert_eq!(both.code, 2);
    assert_eq!(
        both.err,
        "crossread: standard input can be one of the two articles, not both\n  to fix it: give a file for the other\n"
    );
}

#[test]
fn colours_come_where_they_are_wanted() {
    let folder = Folder::new("colours");
    let run = |args: &[&str]| {
        let mut all = vec!["compare", "morning.md", "evening.txt"];
        all.extend(args);
        folder.run(&all).out
    };
    let plain = run(&[]);
    let coloured = run(&["--color", "always"]);
    assert!(!plain.contains('\x1b'));
    assert!(coloured.contains("\x1b[31m[-"));
    let mut stripped = String::new();
    for part in coloured.split('\x1b') {
        let code = part.strip_prefix('[').and_then(|rest| rest.split_once('m'));
        stripped.push_str(code.map_or(part, |(_, text)| text));
    }
    assert_eq!(stripped, plain);
}

#[test]
fn a_text_cannot_drive_the_terminal() {
    let folder = Folder::new("escapes");
    folder.write(
        "evil.md",
        format!("+++\n[title]\nvalue = \"x\"\nbasis = \"y\"\n+++\n{EVENING} And\x1b[2J so the mayor said \x07 it was."),
    );
    let ran = folder.run(&["compare", "evil.md", "evil.md", "--color", "always"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.out.contains("And\u{FFFD}[2J so") && !ran.out.contains('\x07'),
        "{}",
        ran.out
    );
}

#[test]
fn errors_name_file_line_and_remedy() {
    let folder = Folder::new("errors");
    folder.write(
        "bad.md",
        "+++\n[titel]\nvalue = \"x\"\nbasis = \"y\"\n+++\nText.",
    );
    folder.write(
        "latin1.md",
        b"+++\n[title]\nvalue = \"x\"\nbasis = \"y\"\n+++\nCaf\xe9.",
    );
    folder.write("empty.txt", " \n");
    let said = |file: &str| {
        let ran = folder.run(&["compare", "evening.txt", file]);
        assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{file}");
        ran.err
    };
    assert_eq!(
        said("missing.txt"),
        "crossread: missing.txt: there is no such file or folder\n  to fix it: check the path\n"
    );
    assert_eq!(
        said("latin1.md"),
        "crossread: latin1.md:6: this is not UTF-8 text\n  to fix it: save the file as UTF-8\n"
    );
    assert_eq!(
        said("empty.txt"),
        "crossread: empty.txt: This is plain text, but there is no text in it, only white space.\n  to fix it: Check that it is the right one. If its text is in pictures or text boxes, copy the text out of them and paste it.\n"
    );
    let bad = said("bad.md");
    assert!(
        bad.contains("bad.md:2: `titel` is not known\n  to fix it: write `title`\n"),
        "{bad}"
    );
}

#[test]
fn what_makes_no_sense_is_refused_as_usage() {
    let folder = Folder::new("usage");
    for args in [
        &["compare", "morning.md"][..],
        &["compare", "morning.md", "evening.txt", "--min-words", "2"],
        &["compare", "morning.md", "evening.txt", "--strictness", "6"],
        &[
            "compare",
            "morning.md",
            "evening.txt",
            "--strictness",
            "lax",
        ],
        &["compare", "morning.md", "evening.txt", "--lang", "English"],
        &["compare", "morning.md", "evening.txt", "--format", "pdf"],
        &["compare", "--jsonl", "--format", "html"],
        &["compare", "--jsonl", "morning.md", "evening.txt"],
        &["matrix", "morning.md"],
        &["frobnicate"],
    ] {
        let ran = folder.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(!ran.err.is_empty(), "{args:?}");
    }
}

#[test]
fn help_teaches() {
    let folder = Folder::new("help");
    let help = folder.run(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("Exit codes:"));
    for command in ["compare", "matrix", "check"] {
        let ran = folder.run(&[command, "--help"]);
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("Example"), "{command}");
    }
}
