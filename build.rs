//! Turns `assets/articles` into static tables before the site is compiled, and stops the build if an article file is wrong. So
//! adding an article means adding one file. This script also works out how long each article is, and how much two share. `front/`
//! works out what the first page says about them.

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use crossread_engine::overview::{Length, PairFigures};
use crossread_engine::story::{Place, Story};
use crossread_engine::{Comparison, Kind, Lang, Options, Reading, Source, Span, compare, lang};
use crossread_library::{Article, Problem, check, claims, embed, files};
use crossread_wording::names::{Known, Source as Name, sources};

const FOLDER: &str = "assets/articles";
/// The names that an editor gives to claims. The file is optional.
const STORY: &str = "assets/story.toml";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    // The folder, for added and removed files; each file, for changes in it.
    println!("cargo::rerun-if-changed={FOLDER}");
    let folder = files::read_dir(Path::new(FOLDER));
    for (path, _) in &folder.files {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut report = check(&folder.files);
    report.problems.extend(folder.problems);
    if !report.is_sound() {
        eprintln!("The articles' folder is not in order:\n");
        for problem in &report.problems {
            eprintln!("{problem}\n");
        }
        return ExitCode::FAILURE;
    }
    let Some(out) = env::var_os("OUT_DIR") else {
        eprintln!("OUT_DIR is not set: run this through cargo");
        return ExitCode::FAILURE;
    };
    println!("cargo::rerun-if-changed={STORY}");
    let named = match named(&report.articles) {
        Ok(named) => named,
        Err(problems) => {
            eprintln!("The story file is not in order:\n");
            for problem in &problems {
                eprintln!("{problem}\n");
            }
            return ExitCode::FAILURE;
        }
    };
    let lengths = lengths(&report.articles) + &names(&report.articles) + &named;
    let tables = embed::rust_tables(&report.articles) + &lengths;
    if let Err(error) = fs::write(Path::new(&out).join("articles.rs"), tables) {
        eprintln!("the articles' tables could not be written: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// `pub static CLAIM_NAMES`. Each name must belong to a claim that two of the articles tell. If it names an answer, the claim
/// must have it.
fn named(articles: &[Article]) -> Result<String, Vec<Problem>> {
    let path = Path::new(STORY);
    let names = match path.exists() {
        true => {
            let text = files::read_file(path).map_err(|problem| vec![problem])?;
            claims::names(STORY, &text, articles)?
        }
        false => Vec::new(),
    };
    if names.is_empty() {
        return Ok(claims::rust_table(&names, articles, &|one| {
            one.range.clone()
        }));
    }
    let readings: Vec<Reading> = articles.iter().map(read).collect();
    let texts = articles.iter().map(|article| &*article.text);
    let both: Vec<(&Reading, &str)> = readings.iter().zip(texts).collect();
    let story = Story::new(&both, Options::default(), &mut |_, _| ());
    let sentence = |one: &claims::Named| {
        let (at, range) = (one.article, Span::from(one.range.clone()));
        let sentences = readings[at].sentences.iter().enumerate();
        let mut holding = sentences.filter(|(_, sentence)| sentence.span.holds(range));
        holding.next().map(|(index, sentence)| {
            let place = Place {
                article: at as u32,
                sentence: index as u32,
            };
            (place, sentence.span)
        })
    };
    let mut problems = Vec::new();
    for one in &names {
        let mut wrong = |wrong: &str, remedy: &str| {
            problems.push(Problem::new(STORY, one.line, wrong, remedy));
        };
        let Some((place, _)) = sentence(one) else {
            wrong(
                "the quotation does not stand in one sentence",
                "quote a sentence, or a part of one",
            );
            continue;
        };
        let of_it: Vec<u32> = (0..)
            .zip(&story.claims)
            .filter(|(_, claim)| claim.places.contains(&place) || claim.near.contains(&place))
            .map(|(number, _)| number)
            .collect();
        let is_answer = || {
            let mut questions = story.questions.iter();
            questions.any(|question| {
                let mut answers = question.answers.iter();
                of_it.contains(&question.claim)
                    && answers.any(|answer| {
                        answer.place == place && answer.span.of(both[one.article].1) == one.value
                    })
            })
        };
        if of_it.is_empty() {
            wrong(
                "no other article tells what is quoted, so that there is no claim to be named",
                "quote a sentence that stands in a row of the story",
            );
        } else if !one.value.is_empty() && !is_answer() {
            wrong(
                "the claim is not answered by this `value`",
                "write the answer as the row has it, or leave `value` out",
            );
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let whole = |one: &claims::Named| {
        let span = sentence(one).map(|(_, span)| span.start..span.end);
        span.unwrap_or_else(|| one.range.clone())
    };
    Ok(claims::rust_table(&names, articles, &whole))
}

/// `pub static LENGTHS`, in the order of the articles, `PAIRS` and `LINES`. The code that includes it needs the worker's crate.
fn lengths(articles: &[Article]) -> String {
    let mut out = String::from(
        "/// How long each article is, in the order of the articles.\n\
         pub static LENGTHS: &[crossread_engine::overview::Length] = &[\n",
    );
    let readings: Vec<Reading> = articles.iter().map(read).collect();
    for reading in &readings {
        let length = Length::of(reading);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "    crossread_engine::overview::{length:?},");
    }
    out.push_str(
        "];\n/// How much each pair shares, by the indices of its articles.\n\
         pub static PAIRS: &[(usize, usize, crossread_engine::overview::PairFigures)] = &[\n",
    );
    let mut lines = String::new();
    for (i, a) in readings.iter().enumerate() {
        for (j, b) in readings.iter().enumerate().skip(i + 1) {
            let found = compare(a, b, Options::default());
            let figures = PairFigures::of(&found);
            let _ = writeln!(
                out,
                "    ({i}, {j}, crossread_engine::overview::{figures:?}),"
            );
            if let Some([a, b]) = best_line([a, b], &found) {
                let _ = writeln!(
                    lines,
                    "    ({i}, {j}, [({}, {}), ({}, {})]),",
                    a.start, a.end, b.start, b.end
                );
            }
        }
    }
    out.push_str(
        "];\n/// Two articles by their indices, and where in each a sentence stands that both share, in bytes.\n\
         pub type Line = (usize, usize, [(usize, usize); 2]);\n\
         /// The best example of each pair that has one.\n\
         pub static LINES: &[Line] = &[\n",
    );
    out + &lines + "];\n"
}

/// `pub static NAMES`: what each article is called, and its letters, in the order of the articles. The first program shows no
/// others, so it needs no rule for names.
fn names(articles: &[Article]) -> String {
    let known: Vec<Known<'_>> = articles.iter().map(known).collect();
    let mut out = String::from(
        "/// What each article is called, and its letters.\n\
         pub static NAMES: &[(&str, &str)] = &[\n",
    );
    for Name { name, letters } in sources(&known) {
        let _ = writeln!(out, "    ({name:?}, {letters:?}),");
    }
    out + "];\n"
}

fn known(article: &Article) -> Known<'_> {
    let (publisher, language) = (article.publisher.as_ref(), article.language.as_ref());
    Known::new(&article.id, Some(&article.title), publisher, language)
}

/// The sentences of the best example of what two articles share, in bytes: a reworded sentence that is short enough to read at a
/// glance.
fn best_line(readings: [&Reading; 2], found: &Comparison) -> Option<[Span; 2]> {
    let [a, b] = readings;
    let spans = found.matches.iter().filter_map(|found| {
        let a = a.sentences.get(found.a as usize)?.span;
        let b = b.sentences.get(found.b as usize)?.span;
        let kind = match found.kind {
            Kind::Edited => 0,
            Kind::Related => 1_000,
            Kind::Verbatim => 2_000,
        };
        Some((kind + (a.len() + b.len()).abs_diff(200), [a, b]))
    });
    spans
        .min_by_key(|(unfitness, _)| *unfitness)
        .map(|(_, spans)| spans)
}

fn read(article: &Article) -> Reading {
    let furniture: Vec<Span> = article
        .furniture
        .iter()
        .map(|piece| piece.range().into())
        .collect();
    let text = &article.text;
    Reading::new(
        Source::new(
            text,
            article
                .language
                .as_ref()
                .map_or_else(|| lang::detect(text), |tag| Lang::from_tag(&tag.value)),
        )
        .with_furniture(&furniture),
    )
}
