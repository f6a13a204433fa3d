//! Files that hold several articles: archives, e-books, feeds.

mod common;

use common::{docx, read, trouble, zip};
use crossread_import::{File, ImportErrorKind, Piece, open_all};

fn all(name: &str, bytes: &[u8]) -> Vec<Piece> {
    let file = File {
        name,
        bytes,
        media_type: None,
        encoding: None,
    };
    open_all(file).expect("articles")
}

/// The name and the text of each, or why there is none.
fn said(pieces: &[Piece]) -> Vec<(&str, &str)> {
    let said = pieces.iter().map(|piece| {
        let read = &piece.read;
        let text = read
            .as_ref()
            .map_or_else(|fault| &*fault.what, |read| &*read.text);
        (&*piece.name, text)
    });
    said.collect()
}

#[test]
fn a_file_with_one_article_gives_that_one() {
    assert_eq!(
        said(&all("a.txt", b"It rained.")),
        [("a.txt", "It rained.")]
    );
}

#[test]
fn an_archive_gives_the_files_in_it_and_passes_over_what_stands_beside_them() {
    let inner = zip(&[("c.txt", b"Packed twice.")]);
    let bytes = zip(&[
        ("a.txt", b"It rained."),
        ("b/b.docx", &docx("T", "It stopped.")),
        ("b/page_files/style.css", b"p { color: red }"),
        ("b/page_files/picture.png", b"x"),
        ("__MACOSX/._a.txt", b"x"),
        ("b/.DS_Store", b"x"),
        ("c.zip", &inner),
        ("d.txt", b""),
    ]);
    let pieces = all("all.zip", &bytes);
    assert_eq!(
        said(&pieces),
        [
            ("a.txt", "It rained."),
            ("b/b.docx", "It stopped."),
            (
                "c.zip",
                "This file is an archive (ZIP), which Crossread does not read."
            ),
        ]
    );
    let found = read("all.zip", &bytes).expect_err("several");
    assert_eq!(found.kind, ImportErrorKind::Several);
    assert_eq!(found.what, "This is an archive (ZIP) with 3 files.");
    let one = zip(&[("a.txt", b"It rained.")]);
    assert_eq!(
        read("one.zip", &one).expect("an article").text,
        "It rained."
    );
}

/// A book of three pages, one of them a picture; its table of contents is in the form of EPUB 2 or EPUB 3.
fn book(is_new: bool, more: &[(&str, &[u8])]) -> Vec<u8> {
    let page = |body: &str| {
        format!("<?xml version=\"1.0\"?><!DOCTYPE html><html><head><title/><style/></head><body>{body}</body></html>").into_bytes()
    };
    let (kind, contents) = if is_new {
        (
            "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>",
            "<!DOCTYPE html><html><body><nav><ol><li><a href=\"text/one%20a.xhtml\">The <b>rain</b></a></li>\
             <li><a href=\"text/two.xhtml#x\">The end &amp; after</a></li></ol></nav></body></html>",
        )
    } else {
        (
            "<item id=\"n\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>",
            "<!DOCTYPE ncx PUBLIC \"-//NISO//DTD ncx 2005-1//EN\" \"a\"><ncx><docTitle><text>A book</text></docTitle><navMap>\
             <navPoint><navLabel><text>The rain</text></navLabel><content src=\"text/one%20a.xhtml\"/></navPoint>\
             <navPoint><navLabel><text>The end &amp; after</text></navLabel><content src=\"text/two.xhtml#x\"/></navPoint></navMap></ncx>",
        )
    };
    let opf = format!(
        "<package><metadata><dc:title>A book of rain</dc:title><dc:language>en</dc:language><dc:date>2014-05-30</dc:date></metadata>\
         <manifest>{kind}<item id=\"p\" href=\"text/cover.xhtml\" media-type=\"application/xhtml+xml\"/>\
         <item id=\"a\" href=\"text/one%20a.xhtml\" media-type=\"application/xhtml+xml\"/>\
         <item id=\"b\" href=\"text/two.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
         <spine><itemref idref=\"p\"/><itemref idref=\"a\"/><itemref idref=\"b\"/><itemref idref=\"gone\"/></spine></package>"
    );
    let container =
        b"<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>";
    let (one, two, cover) = (
        page("<h1>I</h1><p>It rained<br/>all night.</p><p>Nobody slept.</p>"),
        page("<h2>II</h2><p>It stopped.</p>"),
        page("<div><img src=\"a.png\"/></div>"),
    );
    let nav = if is_new {
        "OEBPS/nav.xhtml"
    } else {
        "OEBPS/toc.ncx"
    };
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container),
        ("OEBPS/book.opf", opf.as_bytes()),
        (nav, contents.as_bytes()),
        ("OEBPS/text/cover.xhtml", &cover),
        ("OEBPS/text/one a.xhtml", &one),
        ("OEBPS/text/two.xhtml", &two),
    ];
    parts.extend(more);
    zip(&parts)
}

#[test]
fn a_book_gives_its_chapters_by_the_names_in_its_table_of_contents() {
    for is_new in [true, false] {
        let bytes = book(is_new, &[]);
        let pieces = all("rain.epub", &bytes);
        assert_eq!(
            said(&pieces),
            [
                ("The rain", "I\n\nIt rained\nall night.\n\nNobody slept."),
                ("The end & after", "II\n\nIt stopped."),
            ]
        );
        let read = pieces.first().and_then(|piece| piece.read.as_ref().ok());
        let read = read.expect("a chapter");
        let value = |field: &Option<crossread_import::Stated>| {
            field
                .as_ref()
                .map(|field| field.value.clone())
                .unwrap_or_default()
        };
        assert_eq!(value(&read.about.title), "The rain");
        assert_eq!(value(&read.about.publisher), "A book of rain");
        assert_eq!(value(&read.about.date), "2014-05-30");
        assert_eq!(value(&read.about.language), "en");
    }
    let found = read("rain.epub", &book(true, &[])).expect_err("several");
    assert_eq!(found.what, "This is an e-book (EPUB) with 2 chapters.");
}

#[test]
fn a_book_that_is_locked_or_broken_says_so() {
    let locked = book(true, &[("META-INF/rights.xml", b"<rights/>")]);
    assert_eq!(trouble(read("a.epub", &locked)), ImportErrorKind::Password);
    let broken = zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<c/>"),
    ]);
    assert_eq!(trouble(read("a.epub", &broken)), ImportErrorKind::Damaged);
}

#[test]
fn a_feed_gives_its_articles() {
    let feed = br#"{"version": "https://jsonfeed.org/version/1.1", "title": "Quay Gazette", "items": [
        {"id": "1", "title": "Rain", "content_text": "It rained."}, {"id": "2", "title": "Sun", "content_text": "It stopped."}]}"#;
    assert_eq!(
        said(&all("feed.json", feed)),
        [("Rain", "It rained."), ("Sun", "It stopped.")]
    );
    assert_eq!(trouble(read("feed.json", feed)), ImportErrorKind::Several);
    assert_eq!(
        trouble(read("a.json", b"{\"a\": [1, 2]}")),
        ImportErrorKind::OtherType
    );
    assert_eq!(
        read("a.txt", b"[1] Rain\n\nIt rained.")
            .expect("a text")
            .words,
        4
    );
}

#[test]
fn archives_are_read_up_to_a_number_of_files_and_of_letters() {
    let names: Vec<String> = (0..600).map(|at| format!("{at}.txt")).collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (&**name, &b"It rained."[..]))
        .collect();
    assert_eq!(all("many.zip", &zip(&parts)).len(), 500);
    let long = "It rained. ".repeat(90_000).into_bytes();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .take(21)
        .map(|name| (&**name, &*long))
        .collect();
    assert_eq!(
        trouble(read("long.zip", &zip(&parts))),
        ImportErrorKind::Bomb
    );
}
