//! The computed answer about each pair of shipped articles equals a worker's answer to the page's own
//! request.

use std::path::Path;
use std::sync::Arc;

use crossread_engine::{Options, fold::nfkc};
use crossread_site::library::Library;
use crossread_site::state::{Both, ByHand};
use crossread_site::view::pair_request;
use crossread_worker::protocol::{Answer, Ask, unseal};
use crossread_worker::shipped::answers;
use crossread_worker::work::Work;

#[test]
fn an_answer_worked_out_beforehand_is_the_workers_own() {
    let library = Library::shipped();
    let report = crossread_library::files::check_dir(Path::new("assets/articles"));
    let answers = answers(&report.articles);
    let count = library.articles().len();
    assert_eq!(
        answers.len(),
        count * (count - 1),
        "each two, in both orders"
    );
    for shipped in &answers {
        let article = |id: &str| Arc::clone(library.get(id).expect("a shipped article"));
        let (a, b) = (article(&shipped.a), article(&shipped.b));
        let there = unseal(&shipped.file, &a.text, &b.text).expect("a sound file");
        let ask = Ask::Compare(pair_request(
            &Both { a, b },
            Options::default(),
            &ByHand::default(),
        ));
        let worked_out = Work::new(nfkc).answer(ask, &mut |_| ());
        assert!(matches!(worked_out, Answer::Found(_)));
        assert!(there == worked_out, "{} with {}", shipped.a, shipped.b);
    }
}

#[test]
fn a_damaged_file_and_one_of_other_texts_are_none() {
    let report = crossread_library::files::check_dir(Path::new("assets/articles"));
    let shipped = &answers(&report.articles)[0];
    let body = |id: &str| {
        let mut all = report.articles.iter();
        let found = all.find(|article| article.id == id);
        found.expect("an article").text.clone()
    };
    let (a, b) = (body(&shipped.a), body(&shipped.b));
    assert!(unseal(&shipped.file, &a, &b).is_some());
    assert!(unseal(&shipped.file, &b, &a).is_none(), "the other order");
    assert!(unseal(&shipped.file[..shipped.file.len() / 2], &a, &b).is_none());
    assert!(unseal(&[], &a, &b).is_none());
    let mut damaged = shipped.file.clone();
    for place in [0, 8, damaged.len() / 2, damaged.len() - 1] {
        damaged[place] ^= 1;
        assert!(unseal(&damaged, &a, &b).is_none(), "byte {place}");
        damaged[place] ^= 1;
    }
}
