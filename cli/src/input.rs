//! From a path to an article that can be compared. A file with a front matter brings what that
//! says; of any other, the whole is the text.

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::Path;

use crossread_engine::{Lang, Reading, Source, Span, lang};
use crossread_export::report::Stated;
use crossread_export::{About, Side};
use crossread_library::{Meta, Problem, files, has_front_matter, parse_as};

use crate::failure::Failure;

/// The path that stands for standard input.
pub(crate) const STDIN: &str = "-";
const STDIN_NAME: &str = "standard input";

/// An article as given.
#[derive(Debug)]
pub(crate) struct Input {
    /// What is known about it.
    pub(crate) about: About,
    /// Its text.
    pub(crate) text: String,
    /// Its furniture, each piece with its kind.
    furniture: Vec<(Span, String)>,
    /// Its language, as the engine knows it.
    lang: Lang,
}

impl Input {
    /// Reads the article at `path`, or standard input for `-`. `tag` is the language given on the
    /// command line.
    pub(crate) fn read(path: &str, tag: Option<&str>) -> Result<Input, Failure> {
        let text = if path == STDIN {
            stdin()
        } else {
            files::read_file(Path::new(path))
        };
        let text = text.map_err(|problem| Failure::Input(vec![problem]))?;
        let name = if path == STDIN { STDIN_NAME } else { path };
        Input::new(name, text, tag).map_err(Failure::Input)
    }

    /// An article from a file's text. `name` is the file's path.
    pub(crate) fn new(name: &str, text: String, tag: Option<&str>) -> Result<Input, Vec<Problem>> {
        let (mut about, text, furniture) = if has_front_matter(&text) {
            let file = Path::new(name).file_stem().unwrap_or_default();
            let article = parse_as(&file.to_string_lossy(), name, &text)?;
            let pieces = article.furniture.into_iter();
            let furniture = pieces.map(|f| (Span::from(f.range), f.kind.name().to_owned()));
            (
                about(article.id, article.meta),
                article.body,
                furniture.collect(),
            )
        } else {
            let about = About {
                id: name.to_owned(),
                ..About::default()
            };
            (about, text, Vec::new())
        };
        if text.trim().is_empty() {
            let remedy = "give a file with an article's text in it";
            return Err(vec![Problem::new(
                name,
                0,
                "there is no text in it",
                remedy,
            )]);
        }
        let lang = match (tag, &about.language) {
            (Some(tag), _) => {
                about.language = stated(tag, "given");
                Lang::from_tag(tag)
            }
            (None, Some(stated)) => Lang::from_tag(&stated.value),
            (None, None) => {
                let lang = lang::detect(&text);
                about.language = tag_of(lang).and_then(|tag| stated(tag, "inferred from the text"));
                lang
            }
        };
        Ok(Input {
            about,
            text,
            furniture,
            lang,
        })
    }

    /// The article, read by the engine.
    pub(crate) fn reading(&self) -> Reading {
        let furniture: Vec<Span> = self.furniture.iter().map(|(span, _)| *span).collect();
        Reading::new(Source {
            text: &self.text,
            lang: self.lang,
            furniture: &furniture,
        })
    }

    /// The article as one side of a report.
    pub(crate) fn side<'r>(&'r self, reading: &'r Reading) -> Side<'r> {
        Side {
            about: self.about.clone(),
            text: &self.text,
            reading,
            furniture: self.furniture.clone(),
        }
    }
}

/// All articles, those of a folder in the order of their names. All that is wrong is told at once.
pub(crate) fn all(paths: &[String], tag: Option<&str>) -> Result<Vec<Input>, Failure> {
    let mut inputs = Vec::new();
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    for path in paths {
        if path == STDIN && !seen.insert(STDIN) {
            return Err(Failure::Usage(
                "standard input can be one article only\n  to mend it: name `-` once".into(),
            ));
        }
        if Path::new(path).is_dir() {
            let folder = files::read_dir(Path::new(path));
            problems.extend(folder.problems);
            for (name, text) in folder.files {
                match Input::new(&name, text, tag) {
                    Ok(input) => inputs.push(input),
                    Err(more) => problems.extend(more),
                }
            }
            continue;
        }
        match Input::read(path, tag) {
            Ok(input) => inputs.push(input),
            Err(Failure::Input(more)) => problems.extend(more),
            Err(other) => return Err(other),
        }
    }
    if problems.is_empty() {
        Ok(inputs)
    } else {
        Err(Failure::Input(problems))
    }
}

/// The language that a text is compared in: as given, or a guess.
pub(crate) fn language(tag: Option<&str>, text: &str) -> Lang {
    match tag {
        Some(tag) => Lang::from_tag(tag),
        None => lang::detect(text),
    }
}

fn stdin() -> Result<String, Problem> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| {
            let wrong = format!("it cannot be read: {error}");
            Problem::new(STDIN_NAME, 0, wrong, "pipe an article's text in")
        })?;
    String::from_utf8(bytes).map_err(|error| files::not_utf8(STDIN_NAME, &error))
}

fn about(id: String, meta: Meta) -> About {
    let field = |field: crossread_library::Stated| Stated {
        value: field.value,
        basis: field.basis,
    };
    About {
        id,
        title: Some(field(meta.title)),
        publisher: meta.publisher.map(field),
        date: meta.date.map(field),
        place: meta.place.map(field),
        url: meta.url.map(field),
        language: meta.language.map(field),
    }
}

fn stated(value: &str, basis: &str) -> Option<Stated> {
    Some(Stated {
        value: value.to_owned(),
        basis: basis.to_owned(),
    })
}

/// The tag of a language that the engine knows.
fn tag_of(lang: Lang) -> Option<&'static str> {
    const TAGS: [&str; 18] = [
        "ar", "da", "nl", "en", "fi", "fr", "de", "el", "hu", "it", "no", "pt", "ro", "ru", "es",
        "sv", "ta", "tr",
    ];
    TAGS.into_iter().find(|tag| Lang::from_tag(tag) == lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_engine_has_its_tag() {
        for lang in Lang::ALL {
            let tag = tag_of(lang).expect("a tag");
            assert_eq!(Lang::from_tag(tag), lang);
        }
        assert_eq!(tag_of(Lang::Other), None);
    }
}
