//! Input and output of passim, the field's tool for text reuse (Smith, Cordell and Mullen 2015): `crossread export
//! --passim` writes what it reads, `crossread clusters` reads what it writes.
//!
//! passim gives one JSON object a line for each reused passage: the document's fields, `cluster` and `size`, and `begin`
//! and `end`, character offsets into the document. Here characters are Unicode scalar values, as in Python.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

use crossread_export::offsets::Scalars;
use crossread_export::words::counted;
use crossread_library::shown::Shown;
use crossread_library::{Problem, files};
use serde::{Deserialize, Serialize};

use crate::args::ClustersArgs;
use crate::collected::collect;
use crate::failure::Failure;
use crate::input::Input;
use crate::lines::{self, Line};
use crate::{Ended, Outcome, document};

/// Writes articles as passim reads them.
pub(crate) fn export(inputs: &[Input]) -> Result<(), Failure> {
    for input in inputs {
        let mut line =
            serde_json::to_string(&Line::for_passim(input)).map_err(std::io::Error::from)?;
        line.push('\n');
        document::put(&line)?;
    }
    Ok(())
}

/// A line of passim's output, as far as it is understood here.
#[derive(Debug, Deserialize)]
struct Given {
    /// A number in passim 2; version 1 sometimes writes it as text.
    cluster: Number,
    id: String,
    #[serde(default)]
    series: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    date: Option<String>,
    begin: u32,
    end: u32,
    #[serde(default)]
    text: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Text(String),
}

/// A cluster: passages that are one reused text according to passim.
#[derive(Debug, Serialize)]
struct Cluster {
    cluster: String,
    passages: Vec<Passage>,
}

#[derive(Debug, Serialize)]
struct Passage {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// In Unicode scalar values.
    at: [u32; 2],
    /// Its words; `None` if neither passim's line nor an article has them.
    text: Option<String>,
}

#[derive(Debug, Serialize)]
struct Told {
    /// The version of the format.
    crossread: u32,
    clusters: Vec<Cluster>,
}

pub(crate) fn clusters(args: &ClustersArgs) -> Ended {
    let mut ended = Outcome::Done;
    let mut inputs = Vec::new();
    if let Some(within) = &args.within {
        let collected = collect(std::slice::from_ref(within), None)?;
        (inputs, ended) = (collected.inputs, collected.ended);
    }
    let articles = inputs.iter().map(|input| (&*input.id, input));
    let articles: HashMap<&str, &Input> = articles.collect();
    let mut found: BTreeMap<String, Vec<Passage>> = BTreeMap::new();
    for path in parts(Path::new(&args.file))? {
        let name = files::label(&path);
        let unreadable = |error| Failure::Input(vec![files::unreadable(&name, &error)]);
        let file = File::open(&path).map_err(unreadable)?;
        lines::each(BufReader::new(file), &name, |number, line| {
            let passage = line.and_then(|line| understood(line, &name, number, &articles));
            match passage {
                Ok((cluster, passage)) => found.entry(cluster).or_default().push(passage),
                Err(problem) => {
                    ended = Outcome::Faults;
                    anstream::eprintln!("crossread: {problem}");
                }
            }
        })
        .map_err(unreadable)?;
    }
    let clusters = found.into_iter();
    let clusters = clusters.map(|(cluster, passages)| Cluster { cluster, passages });
    let mut clusters: Vec<Cluster> = clusters.collect();
    clusters.sort_by_key(|cluster| std::cmp::Reverse(cluster.passages.len()));
    if args.form.is_json() {
        let told = Told {
            crossread: crossread_export::VERSION,
            clusters,
        };
        document::put_json(&told)?;
    } else {
        text(&clusters)?;
    }
    Ok(ended)
}

/// The files of an output: passim writes a folder that contains `out.json`, which is a folder with the parts.
fn parts(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let inner = path.join("out.json");
    let listing = files::list_dir(if inner.exists() { &inner } else { path });
    if !listing.problems.is_empty() {
        return Err(Failure::Input(listing.problems));
    }
    let is_part = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "json");
    let parts: Vec<PathBuf> = listing.files.into_iter().filter(is_part).collect();
    if parts.is_empty() {
        let remedy = "give the folder that passim wrote, or a file of it; its output as Parquet cannot be read";
        let wrong = "there is no file in it that ends in .json";
        let problem = Problem::new(&files::label(path), 0, wrong, remedy);
        return Err(Failure::Input(vec![problem]));
    }
    Ok(parts)
}

/// A line's cluster and passage, with the words of the article if it is known.
fn understood(
    line: &[u8],
    name: &str,
    number: usize,
    articles: &HashMap<&str, &Input>,
) -> Result<(String, Passage), Problem> {
    let remedy = "give passim’s clusters as JSON Lines: id, cluster, begin and end on each line";
    let wrong = |wrong: String| Problem::new(name, number, wrong, remedy);
    let given: Given = serde_json::from_slice(line).map_err(|error| {
        let told = error.to_string();
        let what = told.rfind(" at line ").and_then(|end| told.get(..end));
        wrong(what.unwrap_or(&told).to_owned())
    })?;
    if given.begin > given.end {
        return Err(wrong("its end is before its begin".to_owned()));
    }
    let mut words = given.text;
    if let Some(article) = articles.get(&*given.id) {
        let characters = Scalars::new(&article.text);
        if given.end as usize > characters.len() {
            return Err(wrong(format!(
                "it ends at {}, and the article {} has {} characters",
                given.end,
                given.id,
                characters.len()
            )));
        }
        let at = [given.begin as usize, given.end as usize];
        words = Some(characters.slice(at).to_owned());
    }
    let cluster = match given.cluster {
        Number::Whole(number) => number.to_string(),
        Number::Text(text) => text,
    };
    let passage = Passage {
        id: given.id,
        publisher: given.series,
        title: given.title,
        date: given.date,
        at: [given.begin, given.end],
        text: words,
    };
    Ok((cluster, passage))
}

fn text(clusters: &[Cluster]) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    let passages = clusters.iter().map(|cluster| cluster.passages.len()).sum();
    writeln!(
        out,
        "{} in {}.",
        counted(passages, "passage", "passages"),
        counted(clusters.len(), "cluster", "clusters")
    )?;
    for cluster in clusters {
        let count = counted(cluster.passages.len(), "passage", "passages");
        writeln!(out, "\n{} ({count})", Shown(&cluster.cluster))?;
        for passage in &cluster.passages {
            let [begin, end] = passage.at;
            let date = passage.date.as_deref().unwrap_or_default();
            let words = passage
                .text
                .as_deref()
                .unwrap_or("(its words are not given)");
            let words: Vec<&str> = words.split_whitespace().collect();
            writeln!(
                out,
                "  {} {begin}–{end} {}\n    {}",
                Shown(&passage.id),
                Shown(date),
                Shown(&words.join(" "))
            )?;
        }
    }
    out.flush()
}
