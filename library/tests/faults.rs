//! Tests of the exact messages about faults in an article file.

use crossread_library::{check, parse};
use proptest::prelude::*;

const TITLE: &str = "[title]\nvalue = \"Rain falls\"\nbasis = \"stated in the text\"\n";
const BODY: &str = "Home\nRain falls\nRain falls\nIt rained – at last – on Monday.";

/// All faults of a file with that front matter after a sound title, as they are printed.
fn faults(front: &str) -> String {
    said(&format!("+++\n{TITLE}{front}+++\n{BODY}"))
}

fn said(text: &str) -> String {
    match parse("articles/rain.md", text) {
        Ok(_) => "sound".into(),
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            lines.join("\n")
        }
    }
}

macro_rules! faults {
    ($($name:ident: $front:expr => $expected:expr;)*) => {
        $(#[test] fn $name() { assert_eq!(faults($front), $expected); })*
    };
}

faults! {
    nothing_more_is_needed: "" => "sound";
    every_field: "[publisher]\nvalue = \"The Mail\"\nbasis = \"known\"\n[date]\nvalue = 2014-05-30\nbasis = \"x\"\n\
        [place]\nvalue = \"Home\"\nbasis = \"stated in the text\"\n[url]\nvalue = \"https://example.org/rain\"\nbasis = \"x\"\n\
        [language]\nvalue = \"en-GB\"\nbasis = \"x\"\n[[furniture]]\nquote = \"Home\"\nkind = \"breadcrumb\"\n\
        [[furniture]]\nquote = \"Rain falls\"\noccurrence = 2\nkind = \"headline copy\"\n" => "sound";
    an_unknown_key: "[publsher]\nvalue = \"The Mail\"\nbasis = \"known\"\n" =>
        "articles/rain.md:5: `publsher` is not known\n  to fix it: write `publisher`";
    a_key_like_no_other: "photographer = \"A. Lens\"\n" =>
        "articles/rain.md:5: `photographer` is not known\n  to fix it: remove it; `title` holds only `value` and `basis`";
    no_basis: "[publisher]\nvalue = \"The Mail\"\n" =>
        "articles/rain.md:5: `publisher` has no `basis`\n  to fix it: add `basis = \"stated in the text\"`";
    an_empty_value: "[publisher]\nvalue = \" \"\nbasis = \"known\"\n" =>
        "articles/rain.md:6: `value` of `publisher` is empty\n  to fix it: fill it in, or leave `publisher` out if it is not known";
    a_number_for_a_value: "[date]\nvalue = 2014\nbasis = \"known\"\n" =>
        "articles/rain.md:6: `value` of `date` is an integer, not a string\n  to fix it: put it in double quotes";
    a_date_of_another_kind: "[date]\nvalue = \"30/05/2014\"\nbasis = \"known\"\n" =>
        "articles/rain.md:6: `30/05/2014` is not a date\n  to fix it: write `YYYY-MM-DD`, or as much of it as is known: `YYYY-MM` or `YYYY`";
    an_address_without_scheme: "[url]\nvalue = \"example.org\"\nbasis = \"known\"\n" =>
        "articles/rain.md:6: `example.org` is not a web address\n  to fix it: write the whole address, from `https://` on";
    a_language_by_name: "[language]\nvalue = \"English\"\nbasis = \"known\"\n" =>
        "articles/rain.md:6: `English` is not a language tag\n  to fix it: write a BCP 47 tag, such as `en`, `uk` or `pt-BR`";
    a_publisher_that_the_text_does_not_state: "[publisher]\nvalue = \"The Mail\"\nbasis = \"stated in the text\"\n" =>
        "articles/rain.md:6: the basis of `publisher` says that the text has it, but the text does not have “The Mail”\n  to fix it: copy it from the text, or say in `basis` what it rests on";
    not_toml: "[publisher\nvalue = \"The Mail\"\n" =>
        "articles/rain.md:5: this is not TOML: unclosed table, expected `]`\n  to fix it: correct the line; names stand alone, values in double quotes, as in `value = \"…\"`";
    furniture_that_is_no_list: "[furniture]\nquote = \"Home\"\nkind = \"banner\"\n" =>
        "articles/rain.md:5: `furniture` is not a list of tables\n  to fix it: begin each piece with a line `[[furniture]]`";
    furniture_not_in_the_text: "[[furniture]]\nquote = \"Snow falls\"\nkind = \"banner\"\n" =>
        "articles/rain.md:6: the quotation is not in the text\n  to fix it: copy it from the text, character by character";
    furniture_in_other_typography: "[[furniture]]\nquote = \"It rained - at last - on Monday.\"\nkind = \"banner\"\n" =>
        "articles/rain.md:6: the quotation is in the text only with other quotation marks, dashes, spaces or line ends\n  to fix it: write `quote = \"It rained – at last – on Monday.\"`";
    furniture_that_stands_twice: "[[furniture]]\nquote = \"Rain falls\"\nkind = \"headline copy\"\n" =>
        "articles/rain.md:6: the quotation is in the text 2 times\n  to fix it: say which one is meant: add `occurrence = N`, N from 1 to 2";
    an_occurrence_too_many: "[[furniture]]\nquote = \"Rain falls\"\noccurrence = 3\nkind = \"headline copy\"\n" =>
        "articles/rain.md:6: the quotation is in the text only 2 times\n  to fix it: name an `occurrence` from 1 to 2";
    an_occurrence_of_none: "[[furniture]]\nquote = \"Home\"\noccurrence = 0\nkind = \"banner\"\n" =>
        "articles/rain.md:7: `occurrence` is not a whole number from 1\n  to fix it: count from 1, and write the number without quotes";
    a_kind_mistyped: "[[furniture]]\nquote = \"Home\"\nkind = \"headline\"\n" =>
        "articles/rain.md:7: `headline` is not a kind of furniture\n  to fix it: write one of `banner`, `breadcrumb`, `caption`, `credit`, `headline copy` or `date line`";
    a_piece_without_quote_or_kind: "[[furniture]]\nqoute = \"Home\"\n" =>
        "articles/rain.md:5: a piece of furniture has no `kind`\n  to fix it: add `kind = \"…\"`, one of `banner`, `breadcrumb`, `caption`, `credit`, `headline copy` or `date line`\n\
         articles/rain.md:5: a piece of furniture has no `quote`\n  to fix it: add `quote = \"…\"`, copied from the text\n\
         articles/rain.md:6: `qoute` is not known\n  to fix it: write `quote`";
    pieces_that_overlap: "[[furniture]]\nquote = \"Home\\nRain\"\nkind = \"banner\"\n[[furniture]]\nquote = \"Rain falls\"\noccurrence = 1\nkind = \"headline copy\"\n" =>
        "articles/rain.md:9: this piece of furniture overlaps another\n  to fix it: shorten one of the two quotations, or name another occurrence";
    no_headline_left: "[[furniture]]\nquote = \"Rain falls\\nRain falls\"\nkind = \"headline copy\"\n" =>
        "articles/rain.md:2: every copy of the headline is furniture\n  to fix it: leave one of them text: remove its `[[furniture]]` entry";
}

#[test]
fn a_bare_value() {
    assert_eq!(
        said(&format!(
            "+++\npublisher = \"The Mail\"\n{TITLE}+++\n{BODY}"
        )),
        "articles/rain.md:2: `publisher` does not say what it rests on\n  to fix it: write `publisher = { value = \"…\", basis = \"stated in the text\" }`"
    );
}

#[test]
fn the_frame_of_the_file() {
    assert_eq!(
        said("Rain falls"),
        "articles/rain.md:1: the file does not begin with front matter\n  to fix it: make `+++` the first line, and close the front matter with another `+++` line before the text"
    );
    assert_eq!(
        said(&format!("+++\n{TITLE}")),
        "articles/rain.md:1: the front matter is not closed\n  to fix it: put a line `+++` between the front matter and the article's text"
    );
    assert_eq!(
        said("+++\n+++\nRain falls"),
        "articles/rain.md:1: there is no title\n  to fix it: add `[title]` with `value` and `basis`; where the text has no headline, its first sentence serves, with the basis \"the article's first sentence\""
    );
    assert_eq!(
        said("+++\n[title]\nvalue = \"Rain\"\nbasis = \"known\"\n+++\n\n"),
        "articles/rain.md: there is no text after the front matter\n  to fix it: put the article's text after the closing `+++` line"
    );
}

#[test]
fn several_faults_are_told_at_once_in_the_order_of_lines() {
    let told = faults(
        "[date]\nvalue = \"May\"\nbasis = \"known\"\n[plaice]\nvalue = \"x\"\nbasis = \"y\"\n",
    );
    let lines: Vec<&str> = told.lines().step_by(2).collect();
    assert_eq!(
        lines,
        [
            "articles/rain.md:6: `May` is not a date",
            "articles/rain.md:8: `plaice` is not known"
        ]
    );
}

#[test]
fn names_that_cannot_be_ids() {
    let text = format!("+++\n{TITLE}+++\n{BODY}");
    let said = |path: &str| parse(path, &text).expect_err(path)[0].to_string();
    assert_eq!(
        said("articles/Rain at last.md"),
        "articles/Rain at last.md: `Rain at last` cannot be an id, which has small letters a to z, digits and hyphens only\n  to fix it: name the file `rain-at-last.md`"
    );
    assert_eq!(
        said("articles/rain.txt"),
        "articles/rain.txt: `rain.txt` does not end in `.md`\n  to fix it: name the file `rain.md`, or keep it out of the articles' folder"
    );
}

#[test]
fn two_files_of_one_id() {
    let text = format!("+++\n{TITLE}+++\n{BODY}");
    let files = [
        ("a/rain.md".to_owned(), text.clone()),
        ("b/rain.md".to_owned(), text),
    ];
    let report = check(&files);
    assert_eq!(report.articles.len(), 1);
    assert_eq!(
        report.problems[0].to_string(),
        "b/rain.md: its id `rain` is also that of a/rain.md\n  to fix it: give one of the two files another name"
    );
}

#[test]
fn windows_line_ends_are_understood_and_the_body_is_untouched() {
    let text = format!(
        "+++\r\n{}+++\r\nRain falls\r\n",
        TITLE.replace('\n', "\r\n")
    );
    assert_eq!(
        parse("rain.md", &text).expect("sound").text,
        "Rain falls\r\n"
    );
}

proptest! {
    #[test]
    fn nothing_panics(front in ".{0,80}", body in ".{0,40}") {
        let _ = parse("a.md", &front);
        let _ = parse("a.md", &format!("+++\n{front}\n+++\n{body}"));
        let _ = parse("a.md", &format!("+++\n{TITLE}[[furniture]]\nkind = \"banner\"\nquote = {front:?}\n+++\n{body}"));
    }

    #[test]
    fn a_body_comes_through_whole(body in "[^\\PC]{0,3}(\\PC|\n|\r|\t){1,60}") {
        let text = format!("+++\n[title]\nvalue = \"T\"\nbasis = \"known\"\n+++\n{body}");
        if let Ok(article) = parse("a.md", &text) {
            prop_assert_eq!(article.text, body);
        } else {
            prop_assert!(body.trim().is_empty());
        }
    }
}
