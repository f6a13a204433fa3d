//! From a path to an article that can be compared. An article file has front matter; any other file is opened as on
//! the page, by the importer.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crossread_collection::{self as collection, Collection};
use crossread_engine::values::Day;
use crossread_engine::{Lang, Reading, Source, Span, lang};
use crossread_export::{About, Side, Stated};
use crossread_import::{File, ImportError, Imported, Piece};
use crossread_library::shown::Shown;
use crossread_library::{Article, Problem, files, has_front_matter, parse_as};

use crate::failure::Failure;

/// The path that stands for standard input.
pub(crate) const STDIN: &str = "-";
const STDIN_NAME: &str = "standard input";

/// What a path names, opened.
pub(crate) enum Opened {
    /// An article file: it begins with front matter.
    Article(Box<Article>),
    /// A text of a collection that the site saved.
    Kept(Box<collection::Article>),
    /// Any other file that contains an article.
    Imported(Box<Imported>),
}

/// Why there is no article at a path.
pub(crate) enum Fault {
    /// There is no such file, no permission to read it, or its front matter is faulty.
    Problems(Vec<Problem>),
    /// The file exists, but nothing could be read in it.
    Import(ImportError),
}

/// One of the articles at a path: its name, and the article or the fault.
pub(crate) struct Part {
    /// The path, and after `#` the number of the article if the file holds several.
    pub(crate) name: String,
    /// Its title, or its path in an archive, if the file holds several.
    pub(crate) title: Option<String>,
    pub(crate) opened: Result<Opened, Fault>,
}

/// Opens the file at `path`, or standard input for `-`, which must be one article. `#` and a number after the path choose
/// one of several.
pub(crate) fn open(path: &str) -> Result<Opened, Fault> {
    let mut parts = parts(path);
    if parts.len() == 1 {
        return parts.remove(0).opened;
    }
    let (name, bytes) = bytes(path)?;
    opened(name, bytes)
}

/// Every article of the file at `path`: the texts of a collection, the files of an archive, the chapters of an e-book, the
/// items of a feed, or the one article of any other file. `#` and a number after the path choose one.
pub(crate) fn parts(path: &str) -> Vec<Part> {
    let one = |opened| {
        vec![Part {
            name: name(path).to_owned(),
            title: None,
            opened,
        }]
    };
    let (file, number) = chosen(path);
    let (name, bytes) = match bytes(file) {
        Ok(read) => read,
        Err(fault) => return one(Err(fault)),
    };
    if is_article_file(&bytes) {
        return one(opened(name, bytes));
    }
    let all = if collection::looks_like_one(&bytes) {
        match kept(file, &bytes) {
            Ok(kept) => kept,
            Err(problem) => return one(Err(Fault::Problems(vec![problem]))),
        }
    } else {
        match crossread_import::open_all(as_file(name, &bytes)) {
            Ok(pieces) if pieces.len() == 1 && number.is_none() => return one(opened(name, bytes)),
            Ok(pieces) => pieces.into_iter().map(titled).collect(),
            Err(trouble) => return one(Err(Fault::Import(trouble))),
        }
    };
    let count = all.len();
    let numbered = all
        .into_iter()
        .enumerate()
        .map(|(at, (title, opened))| Part {
            name: format!("{file}#{}", at + 1),
            title: Some(title),
            opened,
        });
    let Some(number) = number else {
        return numbered.collect();
    };
    let found: Vec<Part> = numbered.skip(number.wrapping_sub(1)).take(1).collect();
    if found.is_empty() {
        let wrong = format!("there is no article {number} in it");
        let remedy = format!("give a number from 1 to {count} after #");
        return one(Err(Fault::Problems(vec![Problem::new(
            path, 0, wrong, remedy,
        )])));
    }
    found
}

/// One of several articles: its title, or its path in an archive, and the article or the fault.
type Titled = (String, Result<Opened, Fault>);

fn titled(piece: Piece) -> Titled {
    let opened = piece.read.map_err(Fault::Import);
    let opened = opened.map(|imported| Opened::Imported(Box::new(imported)));
    (piece.name, opened)
}

/// The texts of a collection. What is damaged or beyond the limits is reported on standard error.
fn kept(path: &str, bytes: &[u8]) -> Result<Vec<Titled>, Problem> {
    let read = Collection::read(&String::from_utf8_lossy(bytes), &str::to_owned);
    let problem = |wrong: &str, remedy: &str| Problem::new(path, 0, wrong, remedy);
    let read = read.map_err(|fault| match fault {
        collection::Fault::Newer => problem(
            "this collection was written by a newer version of Crossread",
            "use that version",
        ),
        _ => problem(
            "this file is damaged, or not a collection of Crossread's",
            "save the collection again on the site",
        ),
    })?;
    if read.articles.is_empty() {
        return Err(problem(
            "there is no text in this collection",
            "give one with texts",
        ));
    }
    let damaged = (read.damaged > 0).then(|| {
        let entries = crossread_export::words::counted(
            read.damaged as usize,
            "entry that cannot be read, which is left out",
            "entries that cannot be read, which are left out",
        );
        format!("This collection has {entries}.")
    });
    for said in damaged.into_iter().chain(read.over.sentence("collection")) {
        anstream::eprintln!("crossread: {}: {said}", Shown(path));
    }
    let articles = read.articles.into_iter();
    Ok(articles
        .map(|(article, _)| {
            let title = article.title.value.to_string();
            (title, Ok(Opened::Kept(Box::new(article))))
        })
        .collect())
}

/// A path without the number that chooses one of several articles. If a file's own name ends like this, it is meant itself.
fn chosen(path: &str) -> (&str, Option<usize>) {
    let number = path.rsplit_once('#').and_then(|(file, number)| {
        let number: usize = number.parse().ok()?;
        (!file.is_empty() && !Path::new(path).exists()).then_some((file, number))
    });
    number.map_or((path, None), |(file, number)| (file, Some(number)))
}

/// The bytes of a file, with the name that messages give it.
fn bytes(path: &str) -> Result<(&str, Vec<u8>), Fault> {
    let problem = |problem| Fault::Problems(vec![problem]);
    if path == STDIN {
        return Ok((STDIN_NAME, stdin().map_err(problem)?));
    }
    let length = fs::metadata(path).map_or(0, |about| about.len());
    if length > LARGEST {
        let wrong = format!(
            "the file is too large for an article: {} MB",
            length / 1_000_000
        );
        let remedy = "give files of up to 50 MB; many articles in one file are read from JSON Lines (.jsonl)";
        return Err(problem(Problem::new(path, 0, wrong, remedy)));
    }
    let bytes = files::read_bytes(Path::new(path)).map_err(problem)?;
    Ok((path, bytes))
}

/// A larger file cannot be an article, and is not read at all.
const LARGEST: u64 = 50_000_000;

fn is_article_file(bytes: &[u8]) -> bool {
    let first = bytes
        .split(|&byte| byte == b'\n')
        .next()
        .unwrap_or_default();
    has_front_matter(std::str::from_utf8(first).unwrap_or_default())
}

fn as_file<'f>(name: &'f str, bytes: &'f [u8]) -> File<'f> {
    File {
        name,
        bytes,
        media_type: None,
        encoding: None,
    }
}

fn opened(name: &str, bytes: Vec<u8>) -> Result<Opened, Fault> {
    if !is_article_file(&bytes) {
        let imported = crossread_import::open(as_file(name, &bytes)).map_err(Fault::Import)?;
        return Ok(Opened::Imported(Box::new(imported)));
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| Fault::Problems(vec![files::not_utf8(name, &error)]))?;
    let id = Path::new(name).file_stem().unwrap_or_default();
    let article = parse_as(&id.to_string_lossy(), name, &text).map_err(Fault::Problems)?;
    Ok(Opened::Article(Box::new(article)))
}

impl Fault {
    /// As faults of the file of that name.
    pub(crate) fn problems(self, name: &str) -> Vec<Problem> {
        match self {
            Fault::Problems(problems) => problems,
            Fault::Import(trouble) => {
                vec![Problem::new(name, 0, trouble.what, trouble.remedy)]
            }
        }
    }
}

/// The name of a path in messages.
pub(crate) fn name(path: &str) -> &str {
    if path == STDIN { STDIN_NAME } else { path }
}

/// An article as given.
#[derive(Debug)]
pub(crate) struct Input {
    /// Its id: that of the library, or its file's name.
    pub(crate) id: String,
    /// What is known about it.
    pub(crate) about: About,
    /// Its text.
    pub(crate) text: String,
    /// Its furniture, each piece with its kind.
    pub(crate) furniture: Vec<(Span, String)>,
    /// Its language, as the engine knows it.
    pub(crate) lang: Lang,
}

impl Input {
    /// Reads the article at `path`, or standard input for `-`. `tag` is the language given on the
    /// command line.
    pub(crate) fn read(path: &str, tag: Option<&str>) -> Result<Input, Failure> {
        Input::of(path, tag).map_err(Failure::Input)
    }

    /// The same, with all faults as they are. Remarks of the importer go to standard error.
    fn of(path: &str, tag: Option<&str>) -> Result<Input, Vec<Problem>> {
        Input::from(name(path), open(path), tag)
    }

    /// Every article of the file at `path`, or why there is none.
    pub(crate) fn all_of(path: &str, tag: Option<&str>) -> Vec<Result<Input, Vec<Problem>>> {
        let all = parts(path).into_iter();
        all.map(|part| Input::from(&part.name, part.opened, tag))
            .collect()
    }

    fn from(
        name: &str,
        opened: Result<Opened, Fault>,
        tag: Option<&str>,
    ) -> Result<Input, Vec<Problem>> {
        match opened.map_err(|fault| fault.problems(name))? {
            Opened::Article(article) => {
                let about = article.about();
                let pieces = article.furniture.into_iter();
                let furniture = pieces.map(|f| (Span::new(f.start, f.end), f.label));
                Input::new(
                    name,
                    article.id,
                    about,
                    article.text,
                    furniture.collect(),
                    tag,
                )
                .map_err(|problem| vec![problem])
            }
            Opened::Kept(article) => {
                let (about, text) = (article.about(), article.text.into_owned());
                Input::new(name, name.to_owned(), about, text, Vec::new(), tag)
                    .map_err(|problem| vec![problem])
            }
            Opened::Imported(imported) => {
                for remark in &imported.remarks {
                    let (name, remark) = (Shown(name), Shown(remark));
                    anstream::eprintln!("crossread: {name}: {remark}");
                }
                let (about, text) = (imported.about, imported.text);
                Input::new(name, name.to_owned(), about, text, Vec::new(), tag)
                    .map_err(|problem| vec![problem])
            }
        }
    }

    pub(crate) fn new(
        name: &str,
        id: String,
        mut about: About,
        text: String,
        furniture: Vec<(Span, String)>,
        tag: Option<&str>,
    ) -> Result<Input, Problem> {
        if text.trim().is_empty() {
            let remedy = "give a file with an article's text in it";
            return Err(Problem::new(name, 0, "there is no text in it", remedy));
        }
        let lang = match (tag, &about.language) {
            (Some(tag), _) => {
                about.language = Some(stated(tag, "given"));
                Lang::from_tag(tag)
            }
            (None, Some(stated)) => Lang::from_tag(&stated.value),
            (None, None) => {
                let lang = lang::detect(&text);
                about.language =
                    (lang != Lang::Other).then(|| stated(lang.tag(), "inferred from the text"));
                lang
            }
        };
        Ok(Input {
            id,
            about,
            text,
            furniture,
            lang,
        })
    }

    /// The article, read by the engine.
    pub(crate) fn reading(&self) -> Reading {
        let furniture: Vec<Span> = self.furniture.iter().map(|(span, _)| *span).collect();
        let date = self.about.date.as_ref();
        let source = Source::new(&self.text, self.lang).with_furniture(&furniture);
        Reading::new(source).written(date.and_then(|date| Day::from_iso(&date.value)))
    }

    /// The article as one side of a report.
    pub(crate) fn side<'r>(&'r self, reading: &'r Reading) -> Side<'r> {
        Side {
            id: self.id.clone(),
            about: self.about.clone(),
            text: &self.text,
            reading,
            furniture: self.furniture.clone(),
        }
    }
}

/// The language that a text is compared in: as given, or a guess.
pub(crate) fn language(tag: Option<&str>, text: &str) -> Lang {
    match tag {
        Some(tag) => Lang::from_tag(tag),
        None => lang::detect(text),
    }
}

fn stdin() -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    match io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => {
            let wrong = format!("it cannot be read: {error}");
            Err(Problem::new(
                STDIN_NAME,
                0,
                wrong,
                "pipe an article's text in",
            ))
        }
    }
}

fn stated(value: &str, basis: &str) -> Stated {
    Stated {
        value: value.to_owned(),
        basis: basis.to_owned(),
    }
}
