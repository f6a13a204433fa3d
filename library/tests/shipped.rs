//! Tests of the shipped articles: the files are sound, and the texts are unchanged to the last byte.

use std::path::Path;

use crossread_library::files::{check_dir, read_dir};
use crossread_library::{Article, FurnitureKind, parse};
use sha2::{Digest, Sha256};

/// SHA-256 of each text as it was received.
const DIGESTS: [(&str, &str); 5] = [
    (
        "nato-firm-statements",
        "a5505d19171659d01e97656f3aa74d1bd7aef25d5e9e7e40678fd0dc1f9e17ff",
    ),
    (
        "nato-suspends-cooperation",
        "988779eed997c1a8199387a7002a204cc8069d2f9146be585e357b6b7274ce93",
    ),
    (
        "nato-warns-on-recognition",
        "3ef3880b1896a6f76f8f07ae47e456115745f532769bf57e59b493a962993456",
    ),
    (
        "russia-warns-kiev",
        "7f44b59f261477a925ff653d715434ea816582dbdb64433d602c24a9fd47e30a",
    ),
    (
        "some-signs-of-withdrawal",
        "2e2a147ad48c7194e14d167e902d073da52788e5bff8d8b3fd12d9d576f6c652",
    ),
];

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/articles"))
}

fn article(id: &str) -> Article {
    let report = check_dir(folder());
    let mut articles = report.articles.into_iter();
    articles.find(|article| article.id == id).expect(id)
}

fn furniture(id: &str) -> Vec<(FurnitureKind, usize, String)> {
    let article = article(id);
    let pieces = article.furniture.iter();
    pieces
        .map(|piece| {
            (
                FurnitureKind::from_name(&piece.label).expect("a kind"),
                piece.start,
                article.text[piece.start..piece.end].to_owned(),
            )
        })
        .collect()
}

#[test]
fn the_library_is_sound() {
    let report = check_dir(folder());
    let said: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert!(report.is_sound(), "{}", said.join("\n"));
}

#[test]
fn every_body_is_unchanged() {
    let report = check_dir(folder());
    for (id, digest) in DIGESTS {
        let article = report.articles.iter().find(|article| article.id == id);
        let body = &article.expect(id).text;
        let bytes = Sha256::digest(body.as_bytes());
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, digest, "{id}");
    }
}

#[test]
fn a_body_is_the_end_of_its_file() {
    for (path, text) in read_dir(folder()).files {
        let article = parse(&path, &text).expect("a sound file");
        let front = text.strip_suffix(&*article.text).expect("the file's end");
        assert!(front.ends_with("\n+++\n"));
    }
}

#[test]
fn of_a_headline_that_stands_twice_one_stays_text() {
    for id in ["some-signs-of-withdrawal", "nato-warns-on-recognition"] {
        let article = article(id);
        let copies: Vec<usize> = article
            .text
            .match_indices(&article.title.value)
            .map(|(start, _)| start)
            .collect();
        let greyed = |start: &&usize| {
            article
                .furniture
                .iter()
                .any(|f| (f.start..f.end).contains(start))
        };
        assert_eq!(copies.len(), 2, "{id}");
        assert_eq!(copies.iter().filter(greyed).count(), 1, "{id}");
    }
}

#[test]
fn furniture_is_what_a_reader_would_call_so() {
    use FurnitureKind::*;
    let banner = "Russia is currently at war in Ukraine. Are you in Russia and need consular assistance? Find your country’s embassy in Russia on EmbassyPages.";
    let headline = "NATO sees ‘some signs’ Russia troops leaving Ukraine border";
    assert_eq!(
        furniture("some-signs-of-withdrawal"),
        [
            (Banner, 0, "Consular assistance in Russia".into()),
            (Banner, 31, banner.into()),
            (Breadcrumb, 176, format!("Home News {headline}")),
            (DateLine, 316, "Published on 30/05/2014".into()),
        ]
    );
    let caption = "Russian servicemen watch as Russian tanks arrive in Crimea";
    assert_eq!(
        furniture("russia-warns-kiev"),
        [
            (Caption, 154, caption.into()),
            (Caption, 213, format!("{caption}, March 31, 2014. Reuters")),
        ]
    );
    assert_eq!(furniture("nato-firm-statements").len(), 2);
    assert_eq!(furniture("nato-suspends-cooperation"), []);
}

#[test]
fn what_is_not_stated_is_absent() {
    let report = check_dir(folder());
    for article in &report.articles {
        let publisher = article.publisher.as_ref().map(|field| field.value.as_str());
        let expected = (article.id == "some-signs-of-withdrawal").then_some("EmbassyPages");
        assert_eq!(publisher, expected, "{}", article.id);
        assert_eq!(
            (&article.place, &article.url),
            (&None, &None),
            "{}",
            article.id
        );
        if let Some(date) = &article.date {
            let stated = article.id == "some-signs-of-withdrawal";
            assert_eq!(date.is_inferred(), !stated, "{}", article.id);
        }
    }
}
