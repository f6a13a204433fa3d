//! The documents as a reader gets them.

mod common;
mod masked;

use common::{bridge, report_of};
use crossread_engine::Options;
use crossread_export::report::{self, Op, Stated};
use crossread_export::{Origin, csv, from_json, html, json, markdown};
use proptest::prelude::*;

fn origin() -> Origin {
    Origin {
        link: Some("https://crossread.example/?a=bridge&b=quay".into()),
        day: Some("2026-03-01".into()),
        shown: None,
        colours: None,
    }
}

#[test]
fn as_markdown() {
    insta::assert_snapshot!(masked::masked(&markdown(&bridge(), &origin())));
}

#[test]
fn as_html() {
    let page = html(&bridge(), &origin());
    let (_, body) = page.split_once("</style>").expect("a style sheet");
    insta::assert_snapshot!(masked::masked(body));
}

#[test]
fn as_csv() {
    insta::assert_snapshot!(masked::masked(&csv(&bridge()).replace("\r\n", "\n")));
}

/// No document calls a source "A" or "B": each word that stands alone and is one of these letters is one too many. The texts have
/// none of them, and the style sheet is no text.
#[test]
fn sources_are_called_by_their_names() {
    let report = bridge();
    assert_eq!(report.a.name, "“Council votes for the bridge”");
    assert_eq!(report.b.name, "quay");
    let page = html(&report, &origin());
    let (_, body) = page.split_once("</style>").expect("a style sheet");
    for document in [markdown(&report, &origin()), shown(body)] {
        let mut words = document.split(|letter: char| !letter.is_alphanumeric());
        // "A match links two sentences": an article that begins a sentence is none of these.
        let articles = [
            "A match links",
            "A passage is",
            "A sentence without",
            "A caption that",
        ];
        let allowed = articles.iter().map(|words| document.matches(words).count());
        let found = words
            .by_ref()
            .filter(|word| ["A", "B"].contains(word))
            .count();
        assert_eq!(found, allowed.sum::<usize>(), "{document}");
    }
    let rows = csv(&report);
    assert!(rows.contains("“Council votes for the bridge”") && rows.contains(",quay,"));
}

#[test]
fn two_articles_with_nothing_in_common_say_so() {
    let report = report_of(
        "The salmon came back.",
        "Taxes rise on Friday.",
        &[],
        Options::default(),
    );
    let headline =
        "“Council votes for the bridge” and quay have no sentence and no passage in common.";
    let looked_for = "Looked for: sentences that are the same, reworded or about the same thing, at the normal step of strictness; and runs of five or more words that are in both, whatever their case and typography.";
    for document in [markdown(&report, &origin()), html(&report, &origin())] {
        assert!(document.contains(headline), "{document}");
        assert!(document.contains(looked_for), "{document}");
    }
    assert_eq!(csv(&report).lines().count(), 1);
}

/// A typewriter's signs and a printer's are the same to a reader, as they are on the page; a program is told.
#[test]
fn what_differs_in_typography_alone_is_no_change_to_a_reader() {
    let report = report_of(
        "They do not recognize Russia's attempt to annex Crimea, the ministers said on Monday.",
        "We do not recognize Russia’s attempt to annex Crimea, the ministers said on Tuesday.",
        &[],
        Options::default(),
    );
    let text = markdown(&report, &origin());
    assert!(
        text.contains("~~They~~ do not recognize Russia's attempt to annex Crimea, the ministers said on ~~Monday~~."),
        "{text}"
    );
    assert!(
        text.contains("**We** do not recognize Russia’s attempt to annex Crimea, the ministers said on **Tuesday**."),
        "{text}"
    );
    let page = html(&report, &origin());
    assert!(page.contains("<mark>They</mark> do not recognize Russia&#39;s attempt"));
    assert!(page.contains("<mark>We</mark> do not recognize Russia’s attempt"));

    let changed = |at: [usize; 2]| report.a.text.chars().skip(at[0]).take(at[1] - at[0]);
    let told = report.matches[0].diff.iter().any(|hunk| {
        hunk.op != Op::Equal && changed(hunk.a).collect::<String>().contains("Russia's")
    });
    assert!(told, "the report itself keeps what the engine says");
}

/// Where one article says in two sentences what the other says in one, each match's diff is of all three, so that what
/// stands in the neighbour is not struck; each sentence is shown by itself.
#[test]
fn what_stands_in_the_neighbour_is_not_struck() {
    let whole =
        "The captain closed the northern harbour on Friday and asked the council for a second tug.";
    let parts =
        "The captain closed the northern harbour on Friday. He asked the council for a second tug.";
    let report = report_of(whole, parts, &[], Options::default());
    let pairs: Vec<_> = report.matches.iter().map(|one| (one.a, one.b)).collect();
    assert_eq!(pairs, [(0, 0), (0, 1)]);
    let cut = |text: &str, at: [usize; 2]| -> String {
        text.chars().skip(at[0]).take(at[1] - at[0]).collect()
    };
    for found in &report.matches {
        let side = |of: fn(&crossread_export::report::Hunk) -> [usize; 2], text: &str| -> String {
            found.diff.iter().map(|hunk| cut(text, of(hunk))).collect()
        };
        assert_eq!(side(|hunk| hunk.a, whole), whole);
        assert_eq!(side(|hunk| hunk.b, parts), parts);
        for hunk in found.diff.iter().filter(|hunk| hunk.op != Op::Equal) {
            let (gone, new) = (cut(whole, hunk.a), cut(parts, hunk.b));
            assert!(!gone.contains("harbour") && !gone.contains("tug"), "{gone}");
            assert!(!new.contains("harbour") && !new.contains("tug"), "{new}");
        }
    }
    let text = markdown(&report, &origin());
    assert!(
        text.contains("> quay, sentence 2: **He** asked the council for a second tug."),
        "{text}"
    );
    assert!(from_json(&json(&report)).is_ok());
}

/// What was not looked for in a language is said to people in a sentence, and to programs by name.
#[test]
fn a_document_says_what_was_not_looked_for() {
    let mut report = bridge();
    for whole in [
        markdown(&report, &origin()),
        html(&report, &origin()),
        csv(&report),
    ] {
        assert!(!whole.to_lowercase().contains("not looked for"));
    }
    report.not_looked_for = vec![report::Slot::Name, report::Slot::Certainty];
    let told = "Not looked for in this language: name and how sure.";
    assert!(markdown(&report, &origin()).contains(told));
    assert!(html(&report, &origin()).contains(told));
    let table = csv(&report);
    let rows: Vec<&str> = table
        .lines()
        .filter(|row| row.contains("not looked for"))
        .collect();
    assert_eq!(rows.len(), 2, "{table}");
    assert!(
        rows[1].ends_with(",certainty,,not looked for in this language,,"),
        "{}",
        rows[1]
    );
    // Nobody looked at anything where there is no match.
    report.matches.clear();
    assert!(!markdown(&report, &origin()).contains("Not looked for"));
}

#[test]
fn strictness_is_named_by_the_pages_words() {
    let mut report = bridge();
    let said = |report: &crossread_export::Report| {
        let text = markdown(report, &origin());
        assert!(html(report, &origin()).contains("Compared at the "));
        let line = text.lines().find(|line| line.starts_with("Compared "));
        line.expect("the settings").to_owned()
    };
    assert_eq!(
        said(&report),
        "Compared at the normal step of strictness (the steps go from loosest, which finds most, to strictest, which is surest); a passage has 5 words or more; repeats and furniture are left out."
    );
    report.options.strictness = 5;
    assert!(said(&report).starts_with("Compared at the strictest step ("));
}

#[test]
fn a_document_says_when_the_page_showed_fewer_matches_than_it_has() {
    let report = bridge();
    let of = |shown| Origin {
        shown: Some(shown),
        ..origin()
    };
    let all = report.matches.len() as u32;
    let said = format!(
        "All {all} matches are in this document; the page it was saved from showed 1 of them, by its filters."
    );
    assert!(markdown(&report, &of(1)).contains(&said));
    assert!(html(&report, &of(1)).contains(&said));
    for origin in [of(all), origin()] {
        assert!(!markdown(&report, &origin).contains("by its filters"));
        assert!(!html(&report, &origin).contains("by its filters"));
    }
}

#[test]
fn nothing_of_a_text_becomes_markup() {
    let attack = "<script>alert('1')</script> & \"><img src=x onerror=alert(2)> said the mayor on Monday in the town hall.";
    let page = html(
        &report_of(attack, attack, &[], Options::default()),
        &origin(),
    );
    assert!(
        page.contains(
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;&gt;&lt;img src=x"
        )
    );
    assert!(!page.contains("<script") && !page.contains("<img"));
}

/// What a person may have typed or pasted as a title, a publisher, an address or a language.
const HOSTILE: [&str; 7] = [
    "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)//",
    "https://a.example/\"><script>alert(1)</script>",
    "=HYPERLINK(\"https://a.example\")\r\n# heading\n\n<b>[x](javascript:alert(1))`*|",
    "-->]]>&lt;script&gt;\u{202e}\0\u{2028}",
];

#[test]
fn whatever_stands_in_a_title_stays_text() {
    for hostile in HOSTILE {
        let mut report = report_of(hostile, hostile, &[], Options::default());
        let stated = Some(Stated {
            value: hostile.into(),
            basis: hostile.into(),
        });
        for article in [&mut report.a, &mut report.b] {
            article.name = hostile.into();
            article.letters = hostile.into();
            article.id = hostile.into();
            let about = &mut article.about;
            for field in [
                &mut about.title,
                &mut about.publisher,
                &mut about.date,
                &mut about.place,
                &mut about.url,
                &mut about.language,
            ] {
                field.clone_from(&stated);
            }
        }
        let origin = Origin {
            link: Some(hostile.into()),
            day: Some(hostile.into()),
            shown: Some(0),
            colours: None,
        };

        let page = html(&report, &origin);
        for tag in ["<script", "<img", "<b>", "href=\"javascript", "</title><"] {
            assert!(!page.contains(tag), "{tag} in {hostile}");
        }
        for tag in page
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split_once('>'))
        {
            // What stands between quotation marks is a value.
            let names: String = tag.0.split('"').step_by(2).collect();
            assert!(!names.contains(" on"), "an attribute that acts: {}", tag.0);
        }

        let text = markdown(&report, &origin);
        let told = |sign: &str| text.lines().filter(|line| line.starts_with(sign)).count();
        assert_eq!(told("# "), 1, "one heading is ours: {hostile}");
        assert!(!text.replace("\\[", "").contains('['), "a link: {hostile}");
        for tag in ["<script", "<img", "<b>"] {
            assert!(!text.replace("\\<", "").contains(tag), "{tag} in {hostile}");
        }

        let rows = csv(&report);
        for cell in ["\r\n=", ",=", "\n=", ",\"=", ",\"-"] {
            assert!(!rows.contains(cell), "a formula: {rows}");
        }

        assert_eq!(from_json(&json(&report)), Ok(report), "{hostile}");
    }
}

/// The text of a page: what stands between tags, with entities resolved.
fn shown(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        rest = rest[start..].split_once('>').expect("a closed tag").1;
    }
    out.push_str(rest);
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_word_of_a_text_is_on_the_page(a in "([a-d<>&\"'é]{1,6} ){1,20}", b in "([a-d<>&\"'é]{1,6} ){1,20}") {
        let page = html(&report_of(&a, &b, &[], Options::default()), &origin());
        let (_, body) = page.split_once("<div class=\"text\"").expect("the first text");
        let (_, body) = body.split_once('>').expect("a tag");
        let (first, _) = body.split_once("</div>").expect("its end");
        // What the document says above a paragraph is no word of the text.
        let mut said = first.to_owned();
        while let Some((before, rest)) = said.clone().split_once("<p class=\"label\"") {
            said = format!("{before}{}", rest.split_once("</p>").expect("its end").1);
        }
        let without_numbers: String = shown(&said).chars().filter(|c| !c.is_ascii_digit()).collect();
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(squeezed(&without_numbers), squeezed(&a));
    }
}
