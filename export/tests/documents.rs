//! The documents as a reader gets them.

mod common;
mod masked;

use common::{bridge, report_of};
use crossread_engine::Options;
use crossread_export::{csv, html, markdown};
use proptest::prelude::*;

#[test]
fn as_markdown() {
    insta::assert_snapshot!(masked::masked(&markdown(&bridge())));
}

#[test]
fn as_html() {
    let page = html(&bridge());
    let (_, body) = page.split_once("</style>").expect("a style sheet");
    insta::assert_snapshot!(masked::masked(body));
}

#[test]
fn as_csv() {
    insta::assert_snapshot!(masked::masked(&csv(&bridge()).replace("\r\n", "\n")));
}

#[test]
fn two_articles_with_nothing_in_common_say_so() {
    let report = report_of(
        "The salmon came back.",
        "Taxes rise on Friday.",
        &[],
        Options::default(),
    );
    let said = "Nothing in common was found: no sentence of A matches one of B, and no run of 5 words or more stands in both.";
    assert!(markdown(&report).contains(said));
    assert!(html(&report).contains(said));
    assert_eq!(csv(&report).lines().count(), 1);
}

#[test]
fn nothing_of_a_text_becomes_markup() {
    let attack = "<script>alert('1')</script> & \"><img src=x onerror=alert(2)> said the mayor on Monday in the town hall.";
    let page = html(&report_of(attack, attack, &[], Options::default()));
    assert!(
        page.contains(
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;&gt;&lt;img src=x"
        )
    );
    assert!(!page.contains("<script") && !page.contains("<img"));
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
        let page = html(&report_of(&a, &b, &[], Options::default()));
        let (_, body) = page.split_once("<div class=\"text\"").expect("the first text");
        let (_, body) = body.split_once('>').expect("a tag");
        let (first, _) = body.split_once("</div>").expect("its end");
        let without_numbers: String = shown(first).chars().filter(|c| !c.is_ascii_digit()).collect();
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(squeezed(&without_numbers), squeezed(&a));
    }
}
