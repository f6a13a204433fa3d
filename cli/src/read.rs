//! `crossread read`: any file that the page opens, as its article or as the sentence that says why
//! there is none. What is read is told as it is: where each value was found, what was left out.

use std::io::Write;

use crossread_collection as collection;
use crossread_import::{Imported, Trouble};
use crossread_library::{Article, Problem, Stated};
use serde::Serialize;

use crate::args::ReadArgs;
use crate::failure::Failure;
use crate::input::{Fault, Opened, STDIN, parts};
use crate::{Ended, Outcome, document, terminal};

pub(crate) fn run(args: &ReadArgs) -> Ended {
    if args.files.iter().filter(|path| *path == STDIN).count() > 1 {
        return Err(Failure::Usage(
            "standard input can be one article only\n  to mend it: name `-` once".into(),
        ));
    }
    let mut problems = Vec::new();
    let mut is_first = true;
    for part in args.files.iter().flat_map(|path| parts(path)) {
        let name = &part.name;
        if args.json {
            let line = Line::new(name, part.title.as_deref(), &part.opened);
            let mut line = serde_json::to_string(&line).map_err(std::io::Error::from)?;
            line.push('\n');
            document::put(&line)?;
        } else if let Ok(opened) = &part.opened {
            let mut out = anstream::stdout().lock();
            if !std::mem::take(&mut is_first) {
                writeln!(out)?;
            }
            out.write_all(terminal::article(name, &Found::new(opened)).as_bytes())?;
            out.flush()?;
        }
        if let Err(fault) = part.opened {
            problems.extend(fault.problems(name));
        }
    }
    if problems.is_empty() {
        Ok(Outcome::Done)
    } else if args.json {
        // Each was told on its line.
        Err(Failure::Told)
    } else {
        Err(Failure::Input(problems))
    }
}

/// A file's line of JSON.
#[derive(Serialize)]
struct Line<'o> {
    file: &'o str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'o str>,
    #[serde(flatten)]
    answer: Answer<'o>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Answer<'o> {
    Ok(Found<'o>),
    Err(Reason<'o>),
}

impl<'o> Line<'o> {
    fn new(file: &'o str, part: Option<&'o str>, opened: &'o Result<Opened, Fault>) -> Self {
        let answer = match opened {
            Ok(opened) => Answer::Ok(Found::new(opened)),
            Err(Fault::Trouble(trouble)) => Answer::Err(Reason::Trouble(trouble)),
            Err(Fault::Problems(problems)) => Answer::Err(Reason::file(problems)),
        };
        Line { file, part, answer }
    }
}

/// Why there is no article: what the import says, or that the file itself is at fault.
#[derive(Serialize)]
#[serde(untagged)]
enum Reason<'o> {
    Trouble(&'o Trouble),
    File {
        kind: &'static str,
        what: String,
        remedy: String,
    },
}

impl Reason<'_> {
    fn file(problems: &[Problem]) -> Self {
        let all = |text: fn(&Problem) -> &str| {
            let texts: Vec<&str> = problems.iter().map(text).collect();
            texts.join("; ")
        };
        Reason::File {
            kind: "file",
            what: all(|problem| &problem.wrong),
            remedy: all(|problem| &problem.remedy),
        }
    }
}

/// What was found in a file.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Found<'o> {
    Imported(&'o Imported),
    Article(Box<ArticleFile<'o>>),
}

/// An article file in the shape of what is imported.
#[derive(Serialize)]
pub(crate) struct ArticleFile<'o> {
    format: &'static str,
    title: Option<Field<'o>>,
    publisher: Option<Field<'o>>,
    date: Option<Field<'o>>,
    place: Option<Field<'o>>,
    url: Option<Field<'o>>,
    language: Option<Field<'o>>,
    text: &'o str,
    remarks: [String; 0],
}

/// A value, and where it was read.
#[derive(Clone, Copy, Serialize)]
pub(crate) struct Field<'o> {
    pub(crate) value: &'o str,
    pub(crate) basis: &'o str,
}

impl<'o> Found<'o> {
    fn new(opened: &'o Opened) -> Self {
        match opened {
            Opened::Imported(imported) => Found::Imported(imported),
            Opened::Article(article) => Found::Article(Box::new(ArticleFile::new(article))),
            Opened::Kept(article) => Found::Article(Box::new(ArticleFile::kept(article))),
        }
    }

    /// The fields by their names.
    pub(crate) fn fields(&self) -> Vec<(&'static str, Field<'_>)> {
        let found = match self {
            Found::Imported(imported) => vec![
                ("Title", imported.title.as_ref().map(stated)),
                ("Publisher", imported.publisher.as_ref().map(stated)),
                ("Date", imported.date.as_ref().map(stated)),
                ("Place", imported.place.as_ref().map(stated)),
                ("Address", imported.url.as_ref().map(stated)),
                ("Language", imported.language.as_ref().map(stated)),
            ],
            Found::Article(article) => vec![
                ("Title", article.title),
                ("Publisher", article.publisher),
                ("Date", article.date),
                ("Place", article.place),
                ("Address", article.url),
                ("Language", article.language),
            ],
        };
        let known = |(name, field): (&'static str, Option<Field<'o>>)| Some((name, field?));
        found.into_iter().filter_map(known).collect()
    }

    /// What was left out, and what the import remarks, each as a sentence.
    pub(crate) fn notes(&self) -> Vec<String> {
        let Found::Imported(imported) = self else {
            return Vec::new();
        };
        let left = imported.left_out.iter().map(|left| match left.words {
            0 => left.what.clone(),
            words => format!(
                "{} ({})",
                left.what,
                crossread_export::words::counted(words as usize, "word", "words")
            ),
        });
        let left: Vec<String> = left.collect();
        let left = (!left.is_empty()).then(|| format!("Left out: {}.", left.join(", ")));
        left.into_iter().chain(imported.remarks.clone()).collect()
    }

    /// What the file is: "a PDF".
    pub(crate) fn format(&self) -> &'static str {
        match self {
            Found::Imported(imported) => imported.format.name(),
            Found::Article(article) if article.format == KEPT => "a text of a collection",
            Found::Article(_) => "an article file",
        }
    }

    /// The article's text.
    pub(crate) fn text(&self) -> &str {
        match self {
            Found::Imported(imported) => &imported.text,
            Found::Article(article) => article.text,
        }
    }
}

/// How a text of a collection is called among the formats.
const KEPT: &str = "collection";

impl<'o> ArticleFile<'o> {
    fn kept(article: &'o collection::Article) -> Self {
        fn field(stated: &collection::Stated) -> Field<'_> {
            Field {
                value: &stated.value,
                basis: &stated.basis,
            }
        }
        ArticleFile {
            format: KEPT,
            title: Some(field(&article.title)),
            publisher: article.publisher.as_ref().map(field),
            date: article.date.as_ref().map(field),
            place: article.place.as_ref().map(field),
            url: article.url.as_ref().map(field),
            language: article.language.as_ref().map(field),
            text: &article.text,
            remarks: [],
        }
    }

    fn new(article: &'o Article) -> Self {
        let meta = &article.meta;
        ArticleFile {
            format: "article",
            title: Some(stated(&meta.title)),
            publisher: meta.publisher.as_ref().map(stated),
            date: meta.date.as_ref().map(stated),
            place: meta.place.as_ref().map(stated),
            url: meta.url.as_ref().map(stated),
            language: meta.language.as_ref().map(stated),
            text: &article.body,
            remarks: [],
        }
    }
}

fn stated(field: &Stated) -> Field<'_> {
    Field {
        value: &field.value,
        basis: &field.basis,
    }
}
