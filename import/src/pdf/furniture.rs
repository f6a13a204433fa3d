//! Finds the headers and footers of pages: running titles, addresses, page numbers. These are lines that the PDF itself
//! marks as such, and lines that recur at the edges of most pages.

use super::lines::Line;
use crate::clean;
use std::collections::{BTreeMap, BTreeSet};

/// The share of a page's height, at the top and at the bottom, that can have furniture.
const EDGE: f64 = 0.12;

/// The lines without the furniture, and the number of words in the furniture.
pub(crate) fn remove(lines: Vec<Line>) -> (Vec<Line>, u32) {
    let marked = lines.iter().filter(|line| line.artifact).count();
    // Some programs mark everything as not part of the text.
    let trust_marks = marked * 2 < lines.len();
    let pages: BTreeSet<usize> = lines.iter().map(|line| line.page).collect();
    let mut again: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for line in lines.iter().filter(|line| is_at_edge(line)) {
        again
            .entry(shape(&line.text))
            .or_default()
            .insert(line.page);
    }
    let repeated = |line: &Line| {
        let on = again.get(&shape(&line.text)).map_or(0, BTreeSet::len);
        on >= 2 && on * 2 >= pages.len()
    };
    let mut words = 0;
    let mut kept = Vec::with_capacity(lines.len());
    for line in lines {
        let edge = is_at_edge(&line) && (repeated(&line) || is_page_number(&line.text));
        if edge || (line.artifact && trust_marks) {
            words += clean::words(&line.text);
        } else {
            kept.push(line);
        }
    }
    (kept, words)
}

fn is_at_edge(line: &Line) -> bool {
    line.base < line.height * EDGE || line.base > line.height * (1.0 - EDGE)
}

/// A line without its numbers, which change from page to page.
fn shape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if !c.is_numeric() {
            out.push(c);
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}

/// Whether a line is only a number, perhaps with the signs that are put around page numbers.
fn is_page_number(text: &str) -> bool {
    let words = [
        "page",
        "of",
        "seite",
        "von",
        "p",
        "s",
        "сторінка",
        "стор",
        "з",
        "صفحة",
        "من",
    ];
    let mut numbers = 0;
    let known = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .all(|part| {
            let number = part.chars().all(char::is_numeric) && part.chars().count() <= 4;
            numbers += usize::from(number);
            number || words.contains(&part.to_lowercase().as_str())
        });
    known && (1..=2).contains(&numbers)
}
