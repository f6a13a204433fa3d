//! Pages built like those of real sites and saved by a real browser (`tests/files/README.md`). Of each page, only the article
//! is read, and nothing around it or between its paragraphs.

mod common;

use common::{left_out, read, real};
use crossread_import::{Imported, Stated};

fn value(field: &Option<Stated>) -> &str {
    field.as_ref().map_or("", |field| &field.value)
}

/// Checks the article's first and last lines, what must be in it, and what must not be in it.
fn holds(article: &Imported, ends: (&str, &str), has: &[&str], lacks: &[&str]) {
    let text = &article.text;
    assert!(text.starts_with(ends.0), "{text}");
    assert!(text.ends_with(ends.1), "{text}");
    for words in has {
        assert!(text.contains(words), "{words}: {text}");
    }
    for words in lacks {
        assert!(!text.contains(words), "{words}: {text}");
    }
}

#[test]
fn of_a_blogging_system_with_everything_switched_on() {
    let article = real("tribune.mhtml").expect("a page");
    holds(
        &article,
        (
            "Reservoir repairs to take until spring, water board says\n\nRepairs to the Harrow Reservoir",
            "Reach her at dokafor@tribune.example.",
        ),
        &[
            "Watering ban stays in place\n\nUntil the work is done",
            "My orchard does not read press releases. It needs water in March.\n\nTomas Ferreira, grower in Lower Harrow",
            "\n\nThe reservoir stays at sixty percent until at least April 15.\nThe watering ban stays in place",
        ],
        &[
            "Skip to content",
            "Posted on",
            "Share this",
            "Lena Voss",
            "five stories of the day",
            "Read also",
            "Hearing aids",
            "Grange hall roof",
            "Posted in",
            "Eagles fall short",
            "1987",
            "print edition",
            "cookies",
            "WordPress",
        ],
    );
    assert_eq!(
        [
            &article.about.title,
            &article.about.publisher,
            &article.about.date,
            &article.about.url,
            &article.about.language
        ]
        .map(value),
        [
            "Reservoir repairs to take until spring, water board says",
            "The Alder Valley Tribune",
            "2025-11-04",
            "https://tribune.example/local/reservoir-repairs-until-spring/",
            "en-US"
        ]
    );
    let left_out = left_out(&article);
    for what in ["comments: 78", "newsletter box: 20", "1 image: 0"] {
        assert!(left_out.iter().any(|one| one == what), "{left_out:?}");
    }
}

#[test]
fn without_an_article_element_and_with_numbers_for_class_names() {
    let article = real("ledger.html").expect("a page");
    holds(
        &article,
        (
            "Ferry strike: islands cut off for third day as talks stall\n\nShops on the outer islands",
            "no boat would sail with a crew that had not been asked.",
        ),
        &["and it will not end.”\n\nWhat the two sides say\n\nThe dispute turns on rest."],
        &[
            "Not this one",
            "Sections",
            "Share on Facebook",
            "Photograph:",
            "Advertisement",
            "Read more",
            "First Edition",
            "Privacy Notice",
            "billionaire",
            "Explore more",
            "Most viewed",
            "Lighthouse keeper",
            "All rights reserved",
            "163 partners",
        ],
    );
    assert_eq!(
        [&article.about.publisher, &article.about.date].map(value),
        ["The Morning Ledger", "2025-09-18"]
    );
}

#[test]
fn divided_by_tables_in_an_encoding_of_its_time() {
    let article = real("anzeiger.mhtml").expect("a page");
    holds(
        &article,
        (
            "Sie sind hier: Lokales > Grünau\n\nNeue Brücke über die Grünau wird teurer\n",
            "",
        ),
        &[
            "\n\nGrünau. Die neue Straßenbrücke über die Grünau",
            "\n\n„Wir haben das Geld nicht einfach in der Schublade liegen“, sagte Möller.",
            "„Meine Kunden kommen nicht mehr, und mir hilft keiner.“ Die Stadt",
        ],
        &[
            "Kleinanzeigen",
            "Polizeibericht",
            "wolkig",
            "Möbel Schröder",
            "Umfrage",
            "Nachdruck",
        ],
    );
    assert_eq!(
        article
            .encoding
            .as_ref()
            .map(|guess| (guess.label.as_str(), guess.sure)),
        Some(("windows-1252", true))
    );
    assert_eq!(
        value(&article.about.url),
        "http://anzeiger.example/anzeiger.html"
    );
}

#[test]
fn in_another_script_with_the_parts_named_by_its_own_system() {
    let article = real("dzherelo.mhtml").expect("a page");
    holds(
        &article,
        ("У Лісовому відкрили найбільшу в області бібліотеку\n\n", ""),
        &[
            "Чотириповерхова будівля постала на місці старого кінотеатру.",
            "\n\n«Ми не хотіли ще одного музею книжок, — сказала Щербань на відкритті.",
            "\n\nЯ пам’ятаю тут «Чужого» у вісімдесят дев’ятому.",
            "облаштували сто місць для читання.",
        ],
        &[
            "переглядів",
            "Їжакевич",
            "Читайте також",
            "Вікна від виробника",
            "Підписуйтеся",
            "Більше за темою",
            "парковка",
            "лося",
            "cookie",
            "Передрук",
        ],
    );
    assert_eq!(
        [
            &article.about.publisher,
            &article.about.date,
            &article.about.language
        ]
        .map(value),
        ["Джерело", "2025-06-02", "uk"]
    );
}

#[test]
fn a_card_behind_a_link_does_not_run_into_its_sentence() {
    let body = "<p>The harbour board voted on Tuesday to close the bridge, and the fishermen asked for a ferry, which it refused.</p>".repeat(5);
    let card = "<span class=x1><a href='/p/doe'>Jane Doe</a><span class=x2><span><img src='a.png'><a href='/p/doe'>Jane Doe</a>\
        <a href='/1'>Board member doubles down on ferry</a> <a href='/2'>Crane lifts trawler from the harbour</a></span></span></span>";
    let page = format!(
        "<!doctype html><html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>\
         <p>Nobody spoke against it but {card} (Quay), who wants a ferry by the end of the year.</p>{body}</article></body></html>"
    );
    let article = read("page.html", page.as_bytes()).expect("an article");
    let sentence =
        "Nobody spoke against it but Jane Doe (Quay), who wants a ferry by the end of the year.";
    assert!(article.text.contains(sentence), "{}", article.text);
}
