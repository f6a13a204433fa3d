//! Writes the first page between its head and its foot, as HTML, to standard output. `cargo xtask page` puts it into
//! `index.html`, so that the page can be read before its program arrives. Everything in it is worked out here: every pair of
//! shipped articles is compared and all are read as one story, as a worker would do it.

use std::process::ExitCode;
use std::sync::Arc;

use crossread_engine::Options;
use crossread_site::library::{Article, Library};
use crossread_site::state::{Both, ByHand};
use crossread_site::view::{Comparing, Telling, library_page, pair_request, story_ask};
use crossread_worker::protocol::{Answer, Ask};
use crossread_worker::work::Work;

fn main() -> ExitCode {
    let library = Library::shipped();
    let articles: Vec<Arc<Article>> = library.shipped_ones().cloned().collect();
    match found(&articles) {
        Some((pairs, telling)) => {
            let page = library_page(&library, &pairs, &telling);
            println!("{}", crossread_site::first_page(&page));
            ExitCode::SUCCESS
        }
        None => {
            eprintln!("the shipped articles could not be compared");
            ExitCode::FAILURE
        }
    }
}

/// The comparison of every pair of articles, and all of them as one story.
fn found(articles: &[Arc<Article>]) -> Option<(Vec<Comparing>, Telling)> {
    let mut work = Work::of_the_build();
    let mut pairs = Vec::new();
    for (index, a) in articles.iter().enumerate() {
        for b in articles.iter().skip(index + 1) {
            let both = Both {
                a: Arc::clone(a),
                b: Arc::clone(b),
            };
            let ask = Ask::Compare(pair_request(&both, Options::default(), &ByHand::default()));
            let Answer::Found(found) = work.answer(ask, &mut |_| ()) else {
                return None;
            };
            pairs.push(Comparing::new(both, *found));
        }
    }
    let ask = story_ask(articles, Options::default(), &Default::default());
    let Answer::Story(story) = work.answer(ask, &mut |_| ()) else {
        return None;
    };
    Some((pairs, Telling::new(articles.to_vec(), *story)))
}
