//! Cuts a text into sentences. (Being written.)

use crate::{Lang, Span};

/// The paragraphs of `text`, in order, without overlap.
pub fn paragraphs(text: &str) -> Vec<Span> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + line.len())
        })
        .collect()
}

/// The sentences of `text`, in order, without overlap.
pub fn sentences(text: &str, _lang: Lang) -> Vec<Span> {
    let mut out = Vec::new();
    for p in paragraphs(text) {
        let mut start = p.start;
        for (i, _) in p.of(text).match_indices(". ") {
            out.push(Span::new(start, p.start + i + 1));
            start = p.start + i + 2;
        }
        out.push(Span::new(start, p.end));
    }
    out
}
