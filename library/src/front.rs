//! Parses the front matter and body of one file into an [`Article`]. All faults are reported at once, so
//! that a file can be fixed in one round.

use std::ops::Range;

use crossread_article::Article;
use toml::de::DeTable;

use crate::problem::Problem;
use crate::reader::Reader;
use crate::values;

/// The line that opens and closes the front matter.
pub const FENCE: &str = "+++";

/// Whether a text begins like an article file, with a line of only `+++`.
pub fn has_front_matter(text: &str) -> bool {
    text.split('\n').next().is_some_and(is_fence)
}

/// A byte order mark before the first line is ignored, since some editors add one.
fn is_fence(line: &str) -> bool {
    line.trim_start_matches('\u{FEFF}').trim_end() == FENCE
}

/// Reads one article file of the library.
///
/// `path` is what messages call the file; its last part without `.md` becomes the id.
/// All faults of the file are reported, in the order of its lines.
pub fn parse(path: &str, text: &str) -> Result<Article, Vec<Problem>> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let id = name.strip_suffix(".md").unwrap_or(name);
    let mut problems = Vec::new();
    if id.len() == name.len() {
        problems.push(Problem::new(
            path,
            0,
            format!("`{name}` does not end in `.md`"),
            format!(
                "name the file `{}.md`, or keep it out of the articles' folder",
                values::slug(name)
            ),
        ));
    } else if !values::is_id(id) {
        problems.push(Problem::new(
            path,
            0,
            format!(
                "`{id}` cannot be an id, which has small letters a to z, digits and hyphens only"
            ),
            format!("name the file `{}.md`", values::slug(id)),
        ));
    }
    match parse_as(id, path, text) {
        Ok(article) if problems.is_empty() => Ok(article),
        Ok(_) => Err(problems),
        Err(more) => {
            problems.extend(more);
            Err(problems)
        }
    }
}

/// Like [`parse`], for a file outside the library, which may have any name: the caller gives the id.
pub fn parse_as(id: &str, path: &str, text: &str) -> Result<Article, Vec<Problem>> {
    let (front, body_offset) = split(path, text).map_err(|problem| vec![problem])?;
    let source = text.get(front.clone()).unwrap_or_default();
    let body = text.get(body_offset..).unwrap_or_default();
    let mut reader = Reader {
        path,
        text,
        body,
        front: front.start,
        problems: Vec::new(),
    };

    let (table, errors) = DeTable::parse_recoverable(source);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.wrong(
            at,
            format!("this is not TOML: {}", error.message()),
            "correct the line; names stand alone, values in double quotes, as in `value = \"…\"`",
        );
    }
    // After a syntax error, the recovered values would only add false faults.
    if errors.is_empty() {
        if body.trim().is_empty() {
            reader.at_line(
                0,
                "there is no text after the front matter",
                "put the article's text after the closing `+++` line",
            );
        }
        if let Some(article) = reader.article(id, table.get_ref()) {
            return Ok(article);
        }
    }
    let mut problems = reader.problems;
    problems.sort();
    Err(problems)
}

/// The front matter's range and the body's start, in bytes.
fn split(path: &str, text: &str) -> Result<(Range<usize>, usize), Problem> {
    if !has_front_matter(text) {
        return Err(Problem::new(
            path,
            1,
            "the file does not begin with front matter",
            "make `+++` the first line, and close the front matter with another `+++` line before the text",
        ));
    }
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        if is_fence(line) {
            match start {
                None => start = Some(next),
                Some(start) => return Ok((start..at, next)),
            }
        }
        at = next;
    }
    Err(Problem::new(
        path,
        1,
        "the front matter is not closed",
        "put a line `+++` between the front matter and the article's text",
    ))
}
