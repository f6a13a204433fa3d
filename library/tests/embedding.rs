//! Tests of the Rust source that the site's build includes.

use crossread_library::embed::rust_tables;
use crossread_library::parse;

#[test]
fn an_article_becomes_a_table() {
    let text = "+++\n[title]\nvalue = \"Rain\"\nbasis = \"stated in the text\"\n[date]\nvalue = \"2014\"\nbasis = \"inferred\"\n\
        [[furniture]]\nquote = \"Home\"\nkind = \"breadcrumb\"\n+++\nHome\nRain\u{a0}fell, \"at last\" \\ \u{1F327}\r\n";
    let article = parse("rain.md", text).expect("sound");
    let source = rust_tables(&[article]);
    let (_, tables) = source
        .split_once("pub static ARTICLES")
        .expect("the tables");
    assert_eq!(
        tables,
        r#": &[Embedded] = &[
    Article { id: "rain", title: Stated { value: "Rain", basis: "stated in the text" }, publisher: None, date: Some(Stated { value: "2014", basis: "inferred" }), place: None, url: None, language: None, text: "Home\nRain\u{a0}fell, \"at last\" \\ 🌧\r\n", furniture: &[Furniture { start: 0, end: 4, label: "breadcrumb" }] },
];
"#
    );
}

#[test]
fn an_empty_library_is_an_empty_table() {
    assert!(rust_tables(&[]).ends_with("pub static ARTICLES: &[Embedded] = &[\n];\n"));
}
