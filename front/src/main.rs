//! Writes what stands on the page before the program has come. All in it is worked out here: each two of the shipped articles are
//! compared and all are read as one story, as a worker would do it.
//!
//! - The first page between its head and its foot, as HTML, onto the standard output. `cargo xtask page` puts it into `index.html`.
//! - What a link to two of them shows first, as files in the folder that is named (`src/ui/compare/before.rs`).

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::{env, fs};

use crossread_engine::Options;
use crossread_site::library::{Article, Library};
use crossread_site::state::{Both, ByHand};
use crossread_site::view::{Comparing, Telling, library_page, pair_request, story_ask};
use crossread_worker::protocol::{Answer, Ask};
use crossread_worker::work::Work;

fn main() -> ExitCode {
    let written = match env::args_os().nth(1) {
        Some(folder) => write(Path::new(&folder)),
        None => Err("say in which folder the files are to be written".to_owned()),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), String> {
    let library = Library::shipped();
    let articles: Vec<Arc<Article>> = library.shipped_ones().cloned().collect();
    let mut work = Work::of_the_build();
    let not_compared = "the shipped articles could not be compared";
    let (pairs, telling) = found(&mut work, &articles).ok_or(not_compared)?;
    let page = library_page(&library, &pairs, &telling);
    println!("{}", crossread_site::first_page(&page));
    for a in &articles {
        for b in articles.iter().filter(|b| b.id != a.id) {
            let both = Both {
                a: Arc::clone(a),
                b: Arc::clone(b),
            };
            let found = compared(&mut work, both).and_then(crossread_site::before);
            let before = found.ok_or(not_compared)?;
            for (name, text) in [("json", before.page), ("held.json", before.held)] {
                let file = folder.join(format!("{}.{}.{name}", a.id, b.id));
                fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
            }
        }
    }
    Ok(())
}

/// Each two of the articles compared, and all as one story.
fn found(work: &mut Work, articles: &[Arc<Article>]) -> Option<(Vec<Comparing>, Telling)> {
    let mut pairs = Vec::new();
    for (index, a) in articles.iter().enumerate() {
        for b in articles.iter().skip(index + 1) {
            let both = Both {
                a: Arc::clone(a),
                b: Arc::clone(b),
            };
            pairs.push(compared(work, both)?);
        }
    }
    let ask = story_ask(articles, Options::default(), &Default::default());
    let Answer::Story(story) = work.answer(ask, &mut |_| ()) else {
        return None;
    };
    Some((pairs, Telling::new(articles.to_vec(), *story)))
}

/// Two articles compared with the usual options.
fn compared(work: &mut Work, both: Both<Arc<Article>>) -> Option<Comparing> {
    let ask = Ask::Compare(pair_request(&both, Options::default(), &ByHand::default()));
    let Answer::Found(found) = work.answer(ask, &mut |_| ()) else {
        return None;
    };
    Some(Comparing::new(both, *found))
}
