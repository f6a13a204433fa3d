//! The computed answer about each pair of shipped articles equals a worker's answer to the page's own
//! request, but for what the page does not read of it.

use std::path::Path;
use std::sync::Arc;

use crossread_engine::{Options, fold::nfkc};
use crossread_site::library::Library;
use crossread_site::state::{Both, ByHand};
use crossread_site::view::{Comparing, pair_request};
use crossread_worker::protocol::{Answer, Ask, unseal};
use crossread_worker::shipped::{answers, without_unread};
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
        let both = Both { a, b };
        let ask = Ask::Compare(pair_request(&both, Options::default(), &ByHand::default()));
        let Answer::Found(worked_out) = Work::new(nfkc).answer(ask, &mut |_| ()) else {
            panic!("no comparison of {} with {}", shipped.a, shipped.b);
        };
        let Answer::Found(there) = there else {
            panic!(
                "no comparison in the file of {} with {}",
                shipped.a, shipped.b
            );
        };
        let mut read = worked_out.clone();
        without_unread(&mut read);
        assert!(there == read, "{} with {}", shipped.a, shipped.b);
        // All that the page shows of it is the same.
        let shown = |found| {
            let both = Both {
                a: Arc::clone(&both.a),
                b: Arc::clone(&both.b),
            };
            let page = crossread_site::before(Comparing::new(both, found));
            page.map(|page| (page.page, page.held))
        };
        assert!(shown(*there) == shown(*worked_out), "the pages differ");
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
