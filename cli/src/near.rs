//! `crossread near`: the articles of a collection that are similar to one article. The index finds those that share
//! rare words and phrases with it. They are compared with it, and those that share something are listed, most first.

use std::io::Write;
use std::path::Path;

use crossread_engine::{Reading, compare};
use crossread_export::matrix::Row;
use crossread_index::{Fingerprint, saved};
use crossread_library::shown::Shown;
use rayon::prelude::*;
use serde::Serialize;

use crate::args::NearArgs;
use crate::collected::{Collected, collect};
use crate::failure::Failure;
use crate::input::Input;
use crate::output::percent;
use crate::{Ended, Outcome, document};

/// The most articles that are compared.
const COMPARED: usize = 64;

#[derive(Debug, Serialize)]
struct Told {
    /// The version of the format.
    crossread: u32,
    id: String,
    /// How many articles were searched.
    searched: usize,
    /// How many of them were compared with it.
    compared: usize,
    /// How many others share a rare word or a phrase with it, and were not compared.
    passed_over: usize,
    near: Vec<Near>,
}

#[derive(Debug, Serialize)]
struct Near {
    id: String,
    title: Option<String>,
    publisher: Option<String>,
    date: Option<String>,
    /// The share of this article's words that are in the one asked about; and the other way round.
    containment: f64,
    containment_of_asked: f64,
    similarity: f64,
    verbatim: usize,
    edited: usize,
    related: usize,
    longest_passage: u32,
}

pub(crate) fn run(args: &NearArgs) -> Ended {
    let tag = args.comparing.lang();
    let asked = Input::read(&args.file, tag)?;
    let reading = asked.reading();
    let print = Fingerprint::of(&reading);
    let wanted = usize::from(args.most);
    let compared = wanted.max(COMPARED);
    let mut ended = Outcome::Done;
    let at = Path::new(&args.within);
    let (searched, like, found) = if crate::saved::is_index(at) {
        let problem = |problem| Failure::Input(vec![problem]);
        let fault = |fault| problem(crate::saved::problem(at, &fault));
        let mut index = crate::saved::open(at).map_err(problem)?;
        let like = index.like(&print, compared).map_err(fault)?;
        let read = |&number| crate::saved::article(&mut index, at, number, tag);
        let found = like.articles.iter().map(read).collect::<Result<_, _>>();
        (index.len(), like, found.map_err(problem)?)
    } else {
        let paths = std::slice::from_ref(&args.within);
        let Collected { inputs, ended: how } = collect(paths, tag)?;
        ended = how;
        in_memory(&print, inputs, compared)?
    };
    let options = args.comparing.options();
    let near = |input: &Input| near(input, &reading, options);
    let mut near: Vec<Near> = found.par_iter().filter_map(near).collect();
    let most = |near: &Near| near.containment.max(near.containment_of_asked);
    near.sort_by(|a, b| most(b).total_cmp(&most(a)));
    near.truncate(wanted);
    let told = Told {
        crossread: crossread_export::VERSION,
        id: asked.id.clone(),
        searched,
        compared: found.len(),
        passed_over: like.passed_over,
        near,
    };
    if args.form.is_json() {
        document::put_json(&told)?;
    } else {
        text(&told)?;
    }
    Ok(ended)
}

/// The same for articles without a saved index.
fn in_memory(
    print: &Fingerprint,
    inputs: Vec<Input>,
    compared: usize,
) -> Result<(usize, saved::Like, Vec<Input>), Failure> {
    let prints: Vec<Fingerprint> = inputs
        .par_iter()
        .map(|input| Fingerprint::of(&input.reading()))
        .collect();
    let mut bytes = Vec::new();
    saved::write(&mut bytes, &prints, &vec![Vec::new(); prints.len()])?;
    let like = saved::Saved::open(std::io::Cursor::new(bytes))
        .and_then(|mut index| index.like(print, compared))
        .map_err(|fault| Failure::Output(std::io::Error::other(fault)))?;
    let searched = inputs.len();
    let mut inputs: Vec<Option<Input>> = inputs.into_iter().map(Some).collect();
    let take = |&number: &u32| inputs.get_mut(number as usize).and_then(Option::take);
    let found = like.articles.iter().filter_map(take).collect();
    Ok((searched, like, found))
}

/// How similar an article is to the one asked about; `None` if they share nothing.
fn near(input: &Input, asked: &Reading, options: crossread_engine::Options) -> Option<Near> {
    let found = compare(&input.reading(), asked, options);
    let row = Row::new(0, 1, &found);
    if found.matches.is_empty() && found.passages.is_empty() {
        return None;
    }
    let value =
        |field: &Option<crossread_export::Stated>| field.as_ref().map(|field| field.value.clone());
    Some(Near {
        id: input.id.clone(),
        title: value(&input.about.title),
        publisher: value(&input.about.publisher),
        date: value(&input.about.date),
        containment: row.containment_a,
        containment_of_asked: row.containment_b,
        similarity: row.similarity,
        verbatim: row.verbatim,
        edited: row.edited,
        related: row.related,
        longest_passage: row.longest_passage,
    })
}

fn text(told: &Told) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    for near in &told.near {
        let name = near.title.as_deref().unwrap_or(&near.id);
        let from = [&near.publisher, &near.date];
        let from: Vec<&str> = from.into_iter().filter_map(Option::as_deref).collect();
        let from = from.join(", ");
        writeln!(
            out,
            "{:>3}% of it, {:>3}% of yours  {}  {}{}",
            percent(near.containment),
            percent(near.containment_of_asked),
            Shown(&near.id),
            Shown(name),
            if from.is_empty() {
                String::new()
            } else {
                format!(" ({})", Shown(&from))
            }
        )?;
    }
    if told.near.is_empty() {
        writeln!(out, "Nothing similar found.")?;
    }
    writeln!(
        out,
        "{} articles searched, {} compared; {} share too little to be compared.",
        told.searched, told.compared, told.passed_over
    )?;
    out.flush()
}
