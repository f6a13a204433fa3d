//! `crossread collection`: a static collection, written and checked. This module works out what it has besides the articles:
//! the articles most similar to each, and which of its claims others tell too.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crossread_collection::Article;
use crossread_collection::titles::one_line;
use crossread_engine::story::{Story, Tie, claims};
use crossread_engine::values::Day;
use crossread_engine::{HandLinks, Options, Reading, Source, compare};
use crossread_export::matrix::Row;
use crossread_export::words::counted;
use crossread_library::shown::Shown;
use crossread_library::{Problem, files as library_files};
use crossread_set::read::{Fault, Reader};
use crossread_set::write::{Files, files, in_order};
use crossread_set::{Around, Claim, ENTRY, Near, PARTS, parts};
use rayon::prelude::*;

use crate::args::{BuildArgs, CollectionCommand};
use crate::collected::{Collected, collect};
use crate::exported::article;
use crate::failure::Failure;
use crate::input::language;
use crate::output::{percent, whole};
use crate::pairs::{pairs, told};
use crate::progress::Progress;
use crate::{Ended, Outcome};

/// The number of similar articles, and of claims, that are kept for each article.
const NEAREST: usize = 12;
const CLAIMS: usize = 5;
/// The number of characters of a claim's sentence that are kept.
const QUOTED: usize = 240;
/// The number of pairs that are compared at a time.
const AT_A_TIME: usize = 512;

pub(crate) fn run(command: &CollectionCommand) -> Ended {
    match command {
        CollectionCommand::Build(args) => build(args),
        CollectionCommand::Check { at } => check(at),
    }
}

fn build(args: &BuildArgs) -> Ended {
    may_write(&args.out)?;
    let paths = std::slice::from_ref(&args.articles);
    let Collected { inputs, ended } = collect(paths, args.language.tag())?;
    if inputs.is_empty() {
        return Err(Failure::Usage(
            "there is no article to make a collection of\n  to fix it: name a folder of them, or an index"
                .into(),
        ));
    }
    let (articles, twice) = in_order(inputs.into_iter().map(article).collect());
    let around = around(&articles);
    let title = args.title.clone().unwrap_or_else(|| name(&args.articles));
    let made = files(&one_line(&title), &articles, &around).map_err(|_| {
        Failure::Usage(
            "these articles are too many for one static collection\n  to fix it: make several, each with some of them"
                .into(),
        )
    })?;
    put(&args.out, &made)?;
    if twice > 0 {
        let twice = counted(
            twice,
            "article is there twice, and one copy is left out",
            "articles are there more than once, and the copies are left out",
        );
        anstream::eprintln!("crossread: {twice}");
    }
    anstream::eprintln!("crossread: {}", summary(articles.len(), &made));
    Ok(ended)
}

/// The folder is new, empty, or a static collection's: nothing else is ever replaced.
fn may_write(out: &Path) -> Result<(), Failure> {
    let is_free = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none() || is_collection(out) || is_begun(out),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if is_free {
        return Ok(());
    }
    let wrong = "there is something else in it, which would be mixed up with the collection";
    let remedy = "name a new folder, an empty one, or that of a static collection";
    let label = library_files::label(out);
    Err(Failure::Input(vec![Problem::new(&label, 0, wrong, remedy)]))
}

/// Whether a static collection is there, of whatever version.
fn is_collection(at: &Path) -> bool {
    let opened = Reader::open(|path: &str| fs::read(at.join(path)));
    !matches!(opened, Err(Fault::NotACollection | Fault::Missing(..)))
}

/// Whether a first build was interrupted there: the parts come before the entry, so there are parts, and nothing else.
fn is_begun(at: &Path) -> bool {
    let names = |folder: &Path| -> Option<Vec<String>> {
        let named = |entry: io::Result<fs::DirEntry>| entry.ok()?.file_name().into_string().ok();
        fs::read_dir(folder).ok()?.map(named).collect()
    };
    let is_ours = |name: &String| of_part(name).is_some();
    names(at).is_some_and(|names| names == [PARTS])
        && names(&at.join(PARTS)).is_some_and(|names| names.iter().all(is_ours))
}

/// The part that a file is of: its whole, or what was written of it when the build was interrupted.
fn of_part(file: &str) -> Option<&str> {
    let (name, ending) = file.split_once('.')?;
    let is_whole = ending == "txt";
    let is_unfinished = ending.starts_with("txt.") && ending.ends_with(".part");
    (parts::is_name(name) && (is_whole || is_unfinished)).then_some(name)
}

/// What is around each article: similar articles and shared claims.
fn around(articles: &[Article]) -> Vec<Around> {
    let readings: Vec<Reading> = articles.par_iter().map(reading).collect();
    let (pairs, passed_over) = pairs(&readings, false);
    told(pairs.len(), passed_over);
    let read: Vec<(&Reading, &str)> = readings
        .iter()
        .zip(articles)
        .map(|(reading, article)| (reading, &*article.text))
        .collect();
    let options = Options::default();
    let mut around = vec![Around::default(); articles.len()];
    let mut ties: Vec<Tie> = Vec::new();
    let mut progress = Progress::new("pairs", pairs.len());
    for (at, some) in pairs.chunks(AT_A_TIME).enumerate() {
        let found = some.par_iter().map(|&(a, b)| {
            let pair = (a as usize, b as usize);
            let comparison = compare(&readings[pair.0], &readings[pair.1], options);
            let shares = !comparison.matches.is_empty() || !comparison.passages.is_empty();
            let row = shares.then(|| Row::new(pair.0, pair.1, &comparison));
            let ties = Story::compared(&read, pair, options, &HandLinks::default()).0;
            (row, ties)
        });
        for (row, more) in found.collect::<Vec<_>>() {
            for (from, near) in row.iter().flat_map(both) {
                around[from].near.push(near);
            }
            ties.extend(more);
        }
        progress.at(at * AT_A_TIME + some.len());
    }
    for one in &mut around {
        one.near.sort_by_key(|near| {
            let most = near.shared.max(near.back);
            (std::cmp::Reverse((most, near.shared)), near.article)
        });
        one.near.truncate(NEAREST);
    }
    add_claims(&mut around, &ties, &read);
    around
}

fn reading(article: &Article) -> Reading {
    let tag = article.language.as_ref().map(|one| &*one.value);
    let source = Source::new(&article.text, language(tag, &article.text));
    let date = article.date.as_ref();
    Reading::new(source).written(date.and_then(|date| Day::from_iso(&date.value)))
}

/// A pair from both sides: which article, and what is near it.
fn both(row: &Row) -> [(usize, Near); 2] {
    let near = |article: usize, shared: f64, back: f64| Near {
        article: article as u32,
        shared: percent(shared),
        back: percent(back),
        same: row.verbatim as u32,
        reworded: row.edited as u32,
        related: row.related as u32,
    };
    let (a, b) = (row.containment_a, row.containment_b);
    [(row.a, near(row.b, a, b)), (row.b, near(row.a, b, a))]
}

/// For each article, the claims that most others tell too.
fn add_claims(around: &mut [Around], ties: &[Tie], read: &[(&Reading, &str)]) {
    // Ties of equal weight are ranked by the texts, as in a story.
    let mut by_text: Vec<usize> = (0..read.len()).collect();
    by_text.sort_by_key(|&at| read[at].1);
    let mut ranks = vec![0; read.len()];
    for (rank, &at) in by_text.iter().enumerate() {
        ranks[at] = rank as u32;
    }
    // Those that most tell come first.
    for claim in claims(&ranks, ties) {
        // If an article says it twice, its first sentence.
        let mut tellers: BTreeMap<u32, u32> = BTreeMap::new();
        for place in &claim.places {
            tellers.entry(place.article).or_insert(place.sentence);
        }
        for (&article, &sentence) in &tellers {
            let (Some(one), Some(&(reading, text))) =
                (around.get_mut(article as usize), read.get(article as usize))
            else {
                continue;
            };
            let sentence = reading.sentences.get(sentence as usize);
            let says = sentence.and_then(|found| text.get(found.span.start..found.span.end));
            if let Some(says) = says.filter(|_| one.claims.len() < CLAIMS) {
                let others = tellers.keys().copied().filter(|&other| other != article);
                one.claims.push(Claim {
                    says: crossread_wording::words::shortened(&one_line(says), QUOTED),
                    articles: claim.articles,
                    others: others.take(NEAREST).collect(),
                });
            }
        }
    }
}

/// Writes the parts, then the entry, and then removes what the new entry does not name. So a program that reads it
/// meanwhile sees one whole collection, and a full disk leaves the old one intact.
fn put(out: &Path, made: &Files) -> io::Result<()> {
    fs::create_dir_all(out.join(PARTS))?;
    for (name, bytes) in &made.parts {
        let at = out.join(parts::file(name));
        if fs::read(&at).is_ok_and(|there| there == *bytes) {
            continue;
        }
        whole(&at, |file| file.write_all(bytes))?;
    }
    whole(&out.join(ENTRY), |file| file.write_all(&made.entry))?;
    for entry in fs::read_dir(out.join(PARTS))? {
        let entry = entry?;
        let file = entry.file_name();
        let part = file.to_str().and_then(of_part);
        let is_named =
            |name| made.parts.contains_key(name) && entry.path().ends_with(parts::file(name));
        if part.is_some_and(|name| !is_named(name)) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn check(at: &Path) -> Ended {
    let read = |path: &str| fs::read(at.join(path));
    let opened = Reader::open(read).and_then(|set| set.check().map(|()| set));
    let set = opened.map_err(|fault| {
        let remedy = match fault {
            Fault::Missing(..) | Fault::Broken(_) => "copy its files again, or build it again",
            Fault::Version(_) => "use that version of Crossread, or build it again",
            _ => "name the folder that `crossread collection build` wrote",
        };
        let label = library_files::label(at);
        Failure::Input(vec![Problem::new(&label, 0, fault.to_string(), remedy)])
    })?;
    anstream::eprintln!(
        "crossread: {} is sound, with {}",
        Shown(&at.to_string_lossy()),
        counted(set.entry.articles as usize, "article", "articles")
    );
    Ok(Outcome::Done)
}

fn summary(articles: usize, made: &Files) -> String {
    let bytes: usize = made.parts.values().map(Vec::len).sum();
    format!(
        "{} in {}, {:.1} MB, and {ENTRY} with {:.1} KB",
        counted(articles, "article", "articles"),
        counted(made.parts.len(), "file", "files"),
        bytes as f64 / 1e6,
        made.entry.len() as f64 / 1e3
    )
}

/// The name for a path: its last part, without an ending.
fn name(path: &str) -> String {
    let name = Path::new(path).canonicalize().ok();
    let stem = name.as_deref().and_then(Path::file_stem);
    stem.map_or_else(
        || path.to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}
