//! `crossread read`: any file that the page opens, as its article or as the sentence that says why there is none. It
//! says where each value was found and what was left out.

use std::borrow::Cow;
use std::io::Write;

use crossread_article::{About, Stated};
use crossread_import::{EncodingGuess, Format, ImportError, LeftOut};
use crossread_library::Problem;
use serde::Serialize;

use crate::args::ReadArgs;
use crate::failure::Failure;
use crate::input::{Fault, Opened, STDIN, parts};
use crate::{Ended, Outcome, document, terminal};

pub(crate) fn run(args: &ReadArgs) -> Ended {
    if args.files.iter().filter(|path| *path == STDIN).count() > 1 {
        return Err(Failure::Usage(
            "standard input can be one article only\n  to fix it: name `-` once".into(),
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
        // Each was reported on its line.
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
    Ok(Box<Found<'o>>),
    Err(Reason<'o>),
}

impl<'o> Line<'o> {
    fn new(file: &'o str, part: Option<&'o str>, opened: &'o Result<Opened, Fault>) -> Self {
        let answer = match opened {
            Ok(opened) => Answer::Ok(Box::new(Found::new(opened))),
            Err(Fault::Import(trouble)) => Answer::Err(Reason::Import(trouble)),
            Err(Fault::Problems(problems)) => Answer::Err(Reason::file(problems)),
        };
        Line { file, part, answer }
    }
}

/// Why there is no article: the importer's message, or a fault of the file itself.
#[derive(Serialize)]
#[serde(untagged)]
enum Reason<'o> {
    Import(&'o ImportError),
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
pub(crate) struct Found<'o> {
    format: Source,
    #[serde(flatten)]
    about: Cow<'o, About>,
    text: &'o str,
    #[serde(flatten)]
    read: Option<Read<'o>>,
    remarks: &'o [String],
}

/// What the file is.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Source {
    Imported(Format),
    Own(OwnFormat),
}

/// Formats of this program's own.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
enum OwnFormat {
    Article,
    Collection,
}

/// What the importer returns besides the article itself.
#[derive(Serialize)]
struct Read<'o> {
    words: u32,
    encoding: &'o Option<EncodingGuess>,
    left_out: &'o [LeftOut],
}

impl<'o> Found<'o> {
    fn new(opened: &'o Opened) -> Self {
        let own = |format, about, text: &'o str| Found {
            format: Source::Own(format),
            about: Cow::Owned(about),
            text,
            read: None,
            remarks: &[],
        };
        match opened {
            Opened::Article(article) => own(OwnFormat::Article, article.about(), &article.text),
            Opened::Kept(article) => own(OwnFormat::Collection, article.about(), &article.text),
            Opened::Imported(imported) => Found {
                format: Source::Imported(imported.format),
                about: Cow::Borrowed(&imported.about),
                text: &imported.text,
                read: Some(Read {
                    words: imported.words,
                    encoding: &imported.encoding,
                    left_out: &imported.left_out,
                }),
                remarks: &imported.remarks,
            },
        }
    }

    /// The fields that are stated, with their names for readers.
    pub(crate) fn fields(&self) -> Vec<(&'static str, &Stated)> {
        let name = |name| match name {
            "title" => "Title",
            "publisher" => "Publisher",
            "date" => "Date",
            "place" => "Place",
            "url" => "Address",
            _ => "Language",
        };
        let stated = self.about.fields().into_iter();
        stated
            .filter_map(|(key, field)| Some((name(key), field?)))
            .collect()
    }

    /// What was left out, and the importer's remarks, each as a sentence.
    pub(crate) fn notes(&self) -> Vec<String> {
        let left = self.read.iter().flat_map(|read| read.left_out);
        let left = left.map(|left| match left.words {
            0 => left.what.clone(),
            words => format!(
                "{} ({})",
                left.what,
                crossread_export::words::counted(words as usize, "word", "words")
            ),
        });
        let left: Vec<String> = left.collect();
        let left = (!left.is_empty()).then(|| format!("Left out: {}.", left.join(", ")));
        let remarks = self.remarks.iter().cloned();
        left.into_iter().chain(remarks).collect()
    }

    /// What the file is: "a PDF".
    pub(crate) fn format(&self) -> &'static str {
        match self.format {
            Source::Imported(format) => format.name(),
            Source::Own(OwnFormat::Article) => "an article file",
            Source::Own(OwnFormat::Collection) => "a text of a collection",
        }
    }

    /// The article's text.
    pub(crate) fn text(&self) -> &str {
        self.text
    }
}
