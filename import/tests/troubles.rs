//! Every way to fail, and what a reader is told: the kind is for programs, the words are for people.

mod common;

use common::{docx, odt, pdf, pdf_of, read, trouble, zip};
use crossread_import::{File, Format, ImportErrorKind, open, paste};

#[test]
fn nothing_and_white_space() {
    for name in ["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a"] {
        assert_eq!(trouble(read(name, b"")), ImportErrorKind::Empty, "{name}");
    }
    assert_eq!(
        trouble(read("a.txt", b" \n\t\r\n ")),
        ImportErrorKind::Blank
    );
    assert_eq!(
        trouble(read("a.txt", "\u{feff}\u{200b}\u{a0}\n".as_bytes())),
        ImportErrorKind::Blank
    );
    assert_eq!(
        trouble(read("a.md", b"# \n\n![](a.png)\n")),
        ImportErrorKind::Blank
    );
    assert_eq!(
        trouble(read("a.docx", &docx("Title", " "))),
        ImportErrorKind::Blank
    );
    assert_eq!(
        trouble(read("a.odt", &odt("Title", ""))),
        ImportErrorKind::Blank
    );
    assert_eq!(trouble(paste("", None)), ImportErrorKind::Empty);
    assert_eq!(
        trouble(paste(" \n", Some("<p> </p>"))),
        ImportErrorKind::Blank
    );
}

#[test]
fn too_large_says_how_large() {
    let large = read("a.txt", &vec![b'a'; 20_000_001]).expect_err("too large");
    assert_eq!(large.kind, ImportErrorKind::TooLarge);
    assert_eq!(
        large.what,
        "This is 20.1 MB; Crossread reads up to 20 MB of this kind."
    );
    let large = read(
        "a.pdf",
        &[b"%PDF-1.4".to_vec(), vec![0; 50_000_000]].concat(),
    )
    .expect_err("too large");
    assert_eq!(
        large.what,
        "This is 50.1 MB; Crossread reads up to 50 MB of this kind."
    );
    assert_eq!(
        trouble(paste(&"a".repeat(20_000_001), None)),
        ImportErrorKind::TooLarge
    );
}

#[test]
fn other_kinds_of_files_are_called_by_their_name_whatever_theirs_says() {
    let sheet = zip(&[("xl/workbook.xml", b"<workbook/>")]);
    let slides = zip(&[("ppt/presentation.xml", b"<p/>")]);
    let pages = zip(&[("Index/Document.iwa", b"a"), ("preview.jpg", b"b")]);
    let table = zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", b"<c/>"),
    ]);
    let pictures = zip(&[("a.png", b"a"), ("b/", b""), (".c", b"c")]);
    let cases: [(&[u8], &str); 15] = [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a picture (WebP)"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a picture (HEIC)"),
        (
            b"\0\0\0\x18ftypisom\0\0\0\0",
            "a video or a sound recording",
        ),
        (b"ID3\x04\0", "a sound recording (MP3)"),
        (b"Rar!\x1a\x07\0", "an archive (RAR)"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'><text>a</text></svg>",
            "a picture (SVG)",
        ),
        (
            b"<?xml version='1.0'?><rss><item/></rss>",
            "a news feed (RSS or Atom)",
        ),
        (&sheet, "a spreadsheet"),
        (&table, "a spreadsheet"),
        (&slides, "a presentation"),
        (
            &pages,
            "a document of Apple's iWork (Pages, Numbers or Keynote)",
        ),
        (&pictures, "an archive (ZIP)"),
        (b"bplist00\xd1", "a web archive or property list (Apple)"),
    ];
    for (bytes, what) in cases {
        for name in ["a.txt", "a.docx", "a.pdf"] {
            let found = read(name, bytes).expect_err(what);
            assert_eq!(found.kind, ImportErrorKind::OtherType, "{what}");
            assert_eq!(
                found.what,
                format!("This file is {what}, which Crossread does not read.")
            );
        }
    }
}

#[test]
fn the_documents_of_apples_programs_are_called_by_their_name() {
    let bytes = zip(&[("Index/Document.iwa", b"a")]);
    for (name, what) in [
        ("a.pages", "a document of Apple's Pages"),
        ("a.numbers", "a spreadsheet of Apple's Numbers"),
        ("a.key", "a presentation of Apple's Keynote"),
    ] {
        let found = read(name, &bytes).expect_err(what);
        let said = format!("This file is {what}, which Crossread does not read.");
        assert_eq!(found.what, said);
    }
}

#[test]
fn bytes_that_are_no_text_are_not_shown_as_one() {
    let noise: Vec<u8> = (0..4000_u32)
        .map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    assert_eq!(trouble(read("a.txt", &noise)), ImportErrorKind::Binary);
}

#[test]
fn a_wrong_extension_is_opened_by_content_and_remarked() {
    let page = b"<!DOCTYPE html><title>Rain</title><body><h1>Rain at last</h1><p>It rained all night on the island of Holm.</p></body>";
    let article = read("a.pdf", page).expect("a page");
    assert_eq!(article.format, Format::Html);
    assert_eq!(
        article.remarks,
        ["The file's name ends in .pdf, but it is a web page (HTML); it was read as that."]
    );
    let article = read("a.txt", &docx("T", "Rain at last.")).expect("a document");
    assert_eq!((article.format, article.remarks.len()), (Format::Docx, 1));
    let article = read("a.docx", b"Rain at last.").expect("a text");
    assert_eq!(
        article.remarks,
        ["The file's name ends in .docx, but it is plain text; it was read as that."]
    );
    for fitting in ["a.txt", "a", "a.log", "Rain. At last"] {
        assert!(
            read(fitting, b"Rain at last.")
                .expect("a text")
                .remarks
                .is_empty(),
            "{fitting}"
        );
    }
}

#[test]
fn damaged_documents_say_so() {
    let whole = docx("T", "Rain at last.");
    assert_eq!(
        trouble(read("a.docx", &whole[..whole.len() - 30])),
        ImportErrorKind::Damaged
    );
    let mut flipped = whole.clone();
    flipped[60] ^= 0xff;
    assert_eq!(trouble(read("a.docx", &flipped)), ImportErrorKind::Damaged);
    assert_eq!(
        trouble(read("a.docx", &docx("T", "</w:r>"))),
        ImportErrorKind::Damaged
    );
    assert_eq!(
        trouble(read("a.odt", &odt("T", "<a>"))),
        ImportErrorKind::Damaged
    );
    assert_eq!(
        trouble(read("a.docx", &zip(&[("word/styles.xml", b"<w:styles/>")]))),
        ImportErrorKind::Damaged
    );
    assert_eq!(
        trouble(read("a.pdf", b"%PDF-1.7\n and nothing more")),
        ImportErrorKind::Damaged
    );
}

#[test]
fn bombs_are_refused_while_they_are_unpacked() {
    let much = vec![b' '; 101_000_000];
    let bomb = zip(&[("word/document.xml", &much)]);
    assert!(bomb.len() < 2_000_000, "a small file");
    assert_eq!(trouble(read("a.docx", &bomb)), ImportErrorKind::Bomb);
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&much, 1);
    let mut file = b"%PDF-1.5\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n".to_vec();
    file.extend(&packed);
    file.extend(b"\nendstream\nendobj\n");
    assert_eq!(trouble(read("a.pdf", &file)), ImportErrorKind::Bomb);
    let twice = b"%PDF-1.5\n1 0 obj\n<< /Filter [/FlateDecode /FlateDecode] >>\nstream\nx\nendstream\nendobj\n";
    assert_eq!(trouble(read("a.pdf", twice)), ImportErrorKind::Bomb);
    // Two streams that are packed once each, in a file that has each word on a line of its own.
    let page = String::from_utf8(pdf("Rain", &["It rained on Holm."])).expect("ASCII");
    let line = |number: u32| {
        format!(
            "{number}\n0\nobj\n<<\n/Filter\n/FlateDecode\n/Length\n3\n>>\nstream\nxyz\nendstream\nendobj\n"
        )
    };
    let start = format!("%PDF-1.4\n{}{}", line(8), line(9));
    let lines = page.replacen("%PDF-1.4\n", &start, 1);
    assert!(read("a.pdf", lines.as_bytes()).is_ok());
}

#[test]
fn xml_that_is_deep_or_grows_is_refused() {
    let deep = format!("{}x{}", "<a>".repeat(5000), "</a>".repeat(5000));
    assert_eq!(
        trouble(read("a.docx", &docx("T", &deep))),
        ImportErrorKind::TooDeep
    );
    assert_eq!(
        trouble(read("a.odt", &odt("T", &deep))),
        ImportErrorKind::TooDeep
    );
    let laughs = b"<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>";
    let found = read("a.docx", &zip(&[("word/document.xml", laughs)])).expect_err("entities");
    assert_eq!(found.kind, ImportErrorKind::TooDeep);
    assert!(found.what.contains("entities"));
    let page = format!("<!DOCTYPE html><body>{}x", "<div>".repeat(200_000));
    assert_eq!(
        trouble(read("a.html", page.as_bytes())),
        ImportErrorKind::TooDeep
    );
    let quotes = format!("{} x", ">".repeat(20_000));
    assert_eq!(
        trouble(read("a.md", quotes.as_bytes())),
        ImportErrorKind::TooDeep
    );
}

#[test]
fn pages_without_an_article_are_told_from_articles() {
    let links: String = (0..60)
        .map(|at| format!("<li><a href='/{at}'>Headline number {at} about something</a></li>"))
        .collect();
    let entry = format!(
        "<!DOCTYPE html><body><div><div><div><h1>The Quay Courier</h1><ul>{links}</ul></div></div></div></body>"
    );
    assert_eq!(
        trouble(read("a.html", entry.as_bytes())),
        ImportErrorKind::NoArticle
    );
    assert_eq!(
        trouble(read(
            "a.html",
            b"<!DOCTYPE html><body><div id=app></div><script>start()</script></body>"
        )),
        ImportErrorKind::NoArticle
    );
}

#[test]
fn pdfs_without_words_are_told_apart() {
    assert_eq!(
        trouble(read("a.pdf", &pdf_of("T", "0 0 100 100 re f"))),
        ImportErrorKind::NoTextLayer
    );
    assert_eq!(
        read("a.pdf", &pdf("T", &["Rain at last."]))
            .expect("a PDF")
            .text,
        "Rain at last."
    );
}

#[test]
fn the_reader_names_the_encoding() {
    let file = |encoding| File {
        name: "a.txt",
        bytes: b"Gr\xf6\xdfe",
        media_type: None,
        encoding,
    };
    assert_eq!(
        open(file(Some("windows-1252"))).expect("a text").text,
        "Größe"
    );
    assert_eq!(open(file(Some("koi8-r"))).expect("a text").text, "GrЖъe");
    assert_eq!(
        trouble(open(file(Some("klingon")))),
        ImportErrorKind::UnknownEncoding
    );
    let declared = b"<!DOCTYPE html><meta charset=windows-1251><body><p>\xc1\xf3\xf0\xff \xed\xe0\xe4 \xe7\xe0\xf2\xee\xea\xee\xfe</p></body>";
    let page = read("a.html", declared).expect("a page");
    assert_eq!(page.text, "Буря над затокою");
    assert_eq!(
        page.encoding.map(|guess| (guess.label, guess.sure)),
        Some(("windows-1251".to_owned(), true))
    );
}

#[test]
fn a_page_in_iso_2022_jp_is_read_as_that() {
    let text = "大橋は閉鎖され、フェリーは港にとどまった。けが人はいないと市は発表した。";
    let page = |head: &str| {
        let page = format!(
            "<!DOCTYPE html><html><head>{head}<title>大橋を閉鎖</title></head><body><p>{text}</p></body></html>"
        );
        encoding_rs::ISO_2022_JP.encode(&page).0.into_owned()
    };
    for (head, sure) in [("<meta charset=\"iso-2022-jp\">", true), ("", false)] {
        let article = read("a.html", &page(head)).expect("a page");
        assert_eq!(article.text, text);
        let guess = article.encoding.map(|guess| (guess.label, guess.sure));
        assert_eq!(guess, Some(("ISO-2022-JP".to_owned(), sure)));
    }
}

#[test]
fn an_encoding_is_found_far_down_in_a_pages_head() {
    let script = "<script charset=\"utf-8\">var charset = 1;</script>".repeat(60);
    for head in [
        format!("<meta name=viewport content=wide>{script}<meta charset=\"windows-1251\">"),
        format!(
            "{script}<meta name=charset content=none><META content='text/html; charset=windows-1251' http-equiv=Content-Type>"
        ),
    ] {
        assert!(head.len() > 2048);
        let start = format!("<!DOCTYPE html><html><head>{head}</head><body><p>");
        let words = b"\xc1\xf3\xf0\xff \xed\xe0\xe4 \xe7\xe0\xf2\xee\xea\xee\xfe</p></body></html>";
        let article = read("a.html", &[start.as_bytes(), words].concat()).expect("a page");
        assert_eq!(article.text, "Буря над затокою");
        let guess = article.encoding.map(|guess| (guess.label, guess.sure));
        assert_eq!(guess, Some(("windows-1251".to_owned(), true)));
    }
}

#[test]
fn words_in_standard_fonts_without_widths_are_whole() {
    // The second piece begins where the first ends by the widths of Times, which others would pass by far.
    let content = "BT /F1 10 Tf 40 700 Td (Resonance fluorescence has proven to be a useful te) Tj 208.1 0 Td (chnique for the study of spins.) Tj ET";
    let page = String::from_utf8(pdf_of("T", content)).expect("ASCII");
    let times = page.replace("/Courier", "/Times-Roman");
    let article = read("a.pdf", times.as_bytes()).expect("a PDF");
    assert_eq!(
        article.text,
        "Resonance fluorescence has proven to be a useful technique for the study of spins."
    );
}
