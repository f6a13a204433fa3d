//! Files that real programs made (`tests/files/README.md`): exactly what is read from each.

mod common;

use common::{left_out, real, trouble};
use crossread_import::{Format, ImportErrorKind};

const GATES: &str = "The new flood gates at Merrow Quay were shut on Friday evening, four hours before the highest tide of the winter. \
    Engineers had expected to wait until next year, but the forecast left them no choice, said the harbour master, Edith Crane.";

const LIST: &str = "The council listed three things that will be looked at before the next storm:\n\n\
    the seal between the two leaves, which let some water through;\n\
    the siren on Tallow Street, which nobody heard;\n\
    the message to residents, which came twice.\n\n";

#[test]
fn word_processors_documents_give_their_text_and_say_what_they_left_out() {
    for (name, format, headers) in [
        ("harbour.docx", Format::Docx, 9),
        ("harbour.odt", Format::Odt, 7),
        ("harbour.rtf", Format::Rtf, 7),
    ] {
        let article = real(name).expect(name);
        assert_eq!(article.format, format);
        assert!(
            article.text.starts_with(&format!(
                "Harbour gates close for the first time\n\n{GATES}\n\nNobody was hurt."
            )),
            "{name}"
        );
        assert!(
            article.text.contains(&format!("{LIST}What it cost\n\n")),
            "{name}: {}",
            article.text
        );
        assert!(
            article.text.contains(
                "\n\nItem\nMillion crowns\nGates and pumps\n41.5\nWall on Tallow Street\n6.2\n\n"
            ),
            "{name}"
        );
        // Tracked changes, as if accepted.
        assert!(article.text.contains("that he was and that this"), "{name}");
        assert!(
            article.text.ends_with("runs as usual and on time."),
            "{name}"
        );
        let headers = format!("page headers and footers: {headers}");
        // LibreOffice writes no comments into RTF.
        let comments = (format != Format::Rtf).then_some("comments: 5");
        let deleted = "deleted text of tracked changes: 3";
        let expected = ["footnotes: 7", &headers].into_iter().chain(comments);
        let expected: Vec<&str> = expected.chain([deleted]).collect();
        assert_eq!(left_out(&article), expected, "{name}");
        let title = article.about.title.expect("a title");
        assert_eq!(
            (title.value.as_str(), title.basis.as_str()),
            (
                "Harbour gates close for the first time",
                "the document's properties"
            )
        );
        assert_eq!(article.about.date.expect("a date").value, "2026-03-14");
        assert_eq!(article.words, 326);
        assert!(article.remarks.is_empty());
    }
}

#[test]
fn scripts_directions_and_emoji_come_through_a_word_processor() {
    let (docx, odt) = (
        real("languages.docx").expect("docx"),
        real("languages.odt").expect("odt"),
    );
    assert_eq!(docx.text, odt.text);
    for part in [
        "Об’єднана служба порятунку повідомила, що під’їзд до мосту перекрито, а пором «Світанок» залишився в порту.",
        "وقالت فرق الإنقاذ إن الجسر أُغلق وإن العبّارة بقيت في الميناء، ولم يُصب أحد بأذى حتى الساعة 07:30.",
        "夜间风速达到每小时一百公里。救援部门表示，大桥已经关闭，渡轮留在港口，没有人受伤。",
        "Größere Schäden gab es laut Feuerwehr nicht;",
        "🌊🌬️ and a flag, 🇺🇦, a family, 👨‍👩‍👧, and a thumb, 👍🏽.",
    ] {
        assert!(odt.text.contains(part), "{part}");
    }
}

#[test]
fn a_word_processors_pdf_is_read_in_paragraphs_of_every_script() {
    let article = real("languages.pdf").expect("a PDF");
    for part in [
        "\n\nУночі вітер досягав ста кілометрів на годину. Об’єднана служба порятунку повідомила, що під’їзд до мосту перекрито, а пором \
         «Світанок» залишився в порту. За словами чергової Олени Ґудзь, ніхто не постраждав.\n\n",
        "\n\nعاصفة فوق الخليج\n\nبلغت سرعة الرياح مئة كيلومتر في الساعة خلال الليل. وقالت فرق الإنقاذ إن الجسر أُغلق وإن العبّارة بقيت في \
         الميناء، ولم يُصب أحد بأذى حتى الساعة 07:30.\n\n",
        "\n\n夜间风速达到每小时一百公里。救援部门表示，大桥已经关闭，渡轮留在港口，没有人受伤。预计明天上午恢复通车。\n\n",
        "nur das Dach der Turnhalle, das erst im Frühjahr erneuert worden war, flog davon.",
    ] {
        assert!(article.text.contains(part), "{part}\n---\n{}", article.text);
    }
    let harbour = real("harbour.pdf").expect("a PDF");
    assert!(harbour.text.contains(&GATES.replace("Crane.", "Crane¹.")));
    assert!(harbour.text.contains(
        "\n\n1. the seal between the two leaves, which let some water through;\n2. the siren"
    ));
    assert!(
        harbour
            .text
            .contains("Item\n\nMillion crowns\n\nGates and pumps\n\n41.5")
    );
    assert_eq!(left_out(&harbour), ["page headers, footers and numbers: 2"]);
}

#[test]
fn a_browsers_print_is_read_without_its_heads_and_feet() {
    let article = real("print.pdf").expect("a PDF");
    assert!(article.text.starts_with(&format!(
        "Harbour gates close for the first time\n\n{GATES}\n\n"
    )));
    assert!(article.text.contains("the first cafés had opened"));
    assert!(
        article
            .text
            .contains("supposed to make that unnecessary. Two of them")
    );
    assert!(article.text.contains("eighty-one centimetres"));
    assert!(
        !article.text.contains("localhost") && !article.text.contains("1/3"),
        "{}",
        article.text
    );
    assert_eq!(left_out(&article).len(), 1);
    assert_eq!(article.about.language.expect("a language").value, "en");
}

#[test]
fn columns_are_read_one_after_the_other() {
    let article = real("columns.pdf").expect("a PDF");
    assert!(article.text.starts_with(&format!("FIRSTCOL {GATES}\n\n")));
    assert!(
        article
            .text
            .ends_with("within the month.\n\nThe evening ended quietly, and it ended LASTWORD.")
    );
    let paragraphs: Vec<&str> = article.text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), 12, "{}", article.text);
}

#[test]
fn emoji_and_apostrophes_come_through_a_browsers_pdf() {
    let article = real("zatoka.pdf").expect("a PDF");
    assert!(
        article
            .text
            .contains("— сказала вона журналістам 👩‍🚒 під час короткої зустрічі")
    );
}

#[test]
fn a_saved_page_gives_its_article_alone() {
    let article = real("courier.html").expect("a page");
    assert!(article.text.starts_with(&format!("Harbour gates close for the first time\n\nEngineers shut the new flood gates at Merrow Quay four hours \
        before the highest tide of the winter.\n\n{GATES}\n\nNobody was hurt.")));
    assert!(article.text.contains(LIST));
    assert!(
        article
            .text
            .ends_with("and the ferry to Holm runs as usual.")
    );
    for furniture in [
        "cookies",
        "Subscribe",
        "Rubber boots",
        "Read more",
        "Tallow Street is so low",
        "newsletter",
        "tidewatcher",
        "Most read",
        "All rights",
        "second free",
        "Photograph",
        "tracker",
    ] {
        assert!(!article.text.contains(furniture), "{furniture}");
    }
    let understood = |value: Option<crossread_import::Stated>| {
        value
            .map(|value| (value.value, value.basis))
            .expect("understood")
    };
    assert_eq!(
        understood(article.about.title.clone()),
        (
            "Harbour gates close for the first time".to_owned(),
            "the page's og:title".to_owned()
        )
    );
    assert_eq!(
        understood(article.about.publisher.clone()).0,
        "The Quay Courier"
    );
    assert_eq!(
        understood(article.about.date.clone()),
        (
            "2026-03-14".to_owned(),
            "the page's article:published_time".to_owned()
        )
    );
    assert_eq!(
        understood(article.about.url.clone()).0,
        "https://courier.example/2026/03/harbour-gates-close"
    );
    assert_eq!(understood(article.about.language.clone()).0, "en-GB");
    let left = left_out(&article);
    for what in [
        "navigation",
        "cookie notice",
        "comments",
        "newsletter box",
        "advertising",
        "share buttons",
        "side column",
        "related links",
        "page footer",
        "picture captions",
        "1 image",
    ] {
        assert!(
            left.iter().any(|left| left.starts_with(what)),
            "{what} in {left:?}"
        );
    }
}

#[test]
fn saved_pages_of_other_scripts_give_their_articles() {
    let article = real("zatoka.html").expect("a page");
    assert!(
        article
            .text
            .starts_with("Буря над затокою: міст перекрито, пором у порту\n\nУночі вітер")
    );
    assert!(article.text.ends_with("отримають гроші назад."));
    assert!(!article.text.contains("Читайте також") && !article.text.contains("Популярне"));
    assert_eq!(
        article.about.publisher.expect("a publisher").value,
        "Вісник затоки"
    );
    let article = real("khalij.html").expect("a page");
    assert!(
        article
            .text
            .starts_with("عاصفة فوق الخليج تغلق الجسر\n\nبلغت سرعة الرياح")
    );
    assert!(
        article.text.contains("الأسبوع\u{200f}، ومن"),
        "the mark of direction stays"
    );
    assert_eq!(article.about.language.expect("a language").value, "ar");
}

#[test]
fn what_cannot_be_read_says_what_it_is() {
    for (name, kind, says) in [
        ("locked.docx", ImportErrorKind::Password, "password"),
        ("locked.odt", ImportErrorKind::Password, "password"),
        ("locked.pdf", ImportErrorKind::Password, "password"),
        (
            "scanned.pdf",
            ImportErrorKind::NoTextLayer,
            "its page is a picture",
        ),
        (
            "harbour.doc",
            ImportErrorKind::OtherType,
            "an old Word document (DOC)",
        ),
    ] {
        let found = real(name).expect_err(name);
        assert_eq!(found.kind, kind, "{name}");
        assert!(found.what.contains(says), "{name}: {}", found.what);
        assert!(!found.remedy.is_empty());
    }
}

#[test]
fn a_file_cut_off_on_the_way_says_so() {
    for name in ["harbour.docx", "harbour.odt"] {
        let path = format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(path).expect("a file");
        assert_eq!(
            trouble(common::read(name, &bytes[..bytes.len() / 2])),
            ImportErrorKind::Damaged,
            "{name}"
        );
    }
}
