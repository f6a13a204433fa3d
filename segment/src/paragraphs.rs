//! Cuts a text into paragraphs. A blank line always ends one. A single line break ends one in web
//! copy, where every line is a paragraph, but not in text that was broken at a fixed width; each
//! break is judged by the lines beside it, so what follows later never changes what came before.

use super::chars::{
    after, before, is_break, is_bullet, is_closing, is_dot, is_format, is_full_stop, is_mark,
    is_shout, is_unspaced,
};
use super::lists;
use crate::Span;
use crate::quotes::{is_double, is_single};

/// Lines are taken as broken at a fixed width only if that width, in columns, lies here.
const WRAP_COLUMNS: std::ops::RangeInclusive<usize> = 36..=110;

/// The paragraphs of `text`: byte ranges, trimmed of white space, in order, without overlap.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut block = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let rest = text.get(start..).unwrap_or("");
        let (end, next) = match rest.char_indices().find(|&(_, c)| is_break(c)) {
            Some((at, '\r')) if after(rest, at + 1) == Some('\n') => (start + at, start + at + 2),
            Some((at, c)) => (start + at, start + at + c.len_utf8()),
            None => (text.len(), text.len()),
        };
        match Line::read(text, start, end) {
            Some(line) => block.push(line),
            None => close(&mut block, &mut out),
        }
        // A paragraph separator or a form feed is as good as a blank line.
        if matches!(before(text, next), Some('\u{2029}' | '\u{C}')) {
            close(&mut block, &mut out);
        }
        start = next;
    }
    close(&mut block, &mut out);
    out
}

/// What the judgement of a line break needs to know of a line.
struct Line {
    span: Span,
    /// Columns, wide characters counted twice.
    width: usize,
    /// Columns of the first word: had they fitted on the line before, no one would have broken it.
    first_word: usize,
    words: usize,
    indented: bool,
    starts: Start,
    /// Ends with a stop, or with a colon.
    stopped: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Lower,
    Caseless,
    Upper,
    /// A bullet or the number of a list.
    Item,
}

impl Line {
    /// The line at bytes `start..end`, or `None` for a blank one.
    fn read(text: &str, start: usize, end: usize) -> Option<Line> {
        let raw = text.get(start..end)?;
        let body = raw.trim();
        if body.is_empty() {
            return None;
        }
        let indent = raw.len() - raw.trim_start().len();
        let (mut width, mut first_word, mut words, mut in_word) = (0, None, 0, false);
        let mut letter = None;
        for c in body.chars().filter(|&c| !is_mark(c) && !is_format(c)) {
            let wide = is_unspaced(c);
            if (c.is_whitespace() || wide) && width > 0 {
                first_word.get_or_insert(width);
            }
            width += if wide { 2 } else { 1 };
            words += usize::from(wide || (!in_word && !c.is_whitespace()));
            in_word = !c.is_whitespace();
            if letter.is_none() && c.is_alphanumeric() {
                letter = Some(c);
            }
        }
        let starts = match letter {
            _ if body.starts_with(is_bullet) || lists::marker(body, 0).is_some() => Start::Item,
            Some(c) if c.is_lowercase() => Start::Lower,
            Some(c) if c.is_alphabetic() && !c.is_uppercase() => Start::Caseless,
            _ => Start::Upper,
        };
        let last = body
            .chars()
            .rev()
            .find(|&c| !(is_closing(c) || is_double(c) || is_single(c) || is_format(c)));
        Some(Line {
            span: Span::new(start + indent, start + indent + body.len()),
            width,
            first_word: first_word.unwrap_or(width),
            words,
            indented: raw.chars().next().is_some_and(char::is_whitespace),
            starts,
            stopped: last.is_none_or(|c| {
                is_dot(c) || is_shout(c) || is_full_stop(c) || matches!(c, ':' | '…' | ';')
            }),
        })
    }
}

/// Turns a run of lines without a blank one into paragraphs.
fn close(block: &mut Vec<Line>, out: &mut Vec<Span>) {
    let breaks: Vec<Break> = (1..block.len()).map(|i| judge(block, i)).collect();
    let mut current: Option<Span> = None;
    for (i, line) in block.iter().enumerate() {
        let joined = i > 0 && joins(&breaks, i - 1);
        match &mut current {
            Some(span) if joined => span.end = line.span.end,
            _ => out.extend(current.replace(line.span)),
        }
    }
    out.extend(current);
    block.clear();
}

/// What one line break looks like by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    /// Ends a paragraph.
    Hard,
    /// In mid sentence, and where a line of this width had to be broken.
    Wrapped,
    /// In mid sentence.
    Torn,
    /// Where a line of this width had to be broken, but the sentence may be over.
    Fitting,
    /// As `Fitting`, in a script without capitals, and no stop before it.
    FittingOpen,
}

fn judge(block: &[Line], i: usize) -> Break {
    let (Some(above), Some(below)) = (block.get(i - 1), block.get(i)) else {
        return Break::Hard;
    };
    if below.starts == Start::Item || (below.indented && !above.indented) {
        return Break::Hard;
    }
    let near = block
        .get(i.saturating_sub(2)..(i + 2).min(block.len()))
        .unwrap_or(&[]);
    let limit = near.iter().map(|line| line.width).max().unwrap_or(0);
    // In mid sentence some slack is allowed, for columns of a proportional font.
    let slack = if above.stopped { 0 } else { limit / 5 };
    let full = WRAP_COLUMNS.contains(&limit) && above.width + 1 + below.first_word + slack > limit;
    match (below.starts, above.stopped) {
        (Start::Lower, false) if full => Break::Wrapped,
        (Start::Lower, false)
            if above.starts == Start::Upper
                && above.words >= 3
                && (below.words >= 3 || below.stopped) =>
        {
            Break::Torn
        }
        (Start::Caseless, false) if full => Break::FittingOpen,
        _ if full => Break::Fitting,
        _ => Break::Hard,
    }
}

/// Whether the break at `i` joins its lines, given the breaks beside it: what could be the end of a
/// paragraph is none in the midst of wrapped lines.
fn joins(breaks: &[Break], i: usize) -> bool {
    let near = |wanted: Break| {
        (i.saturating_sub(2)..=i + 2).any(|k| k != i && breaks.get(k) == Some(&wanted))
    };
    match breaks.get(i) {
        Some(Break::Wrapped | Break::Torn) => true,
        Some(Break::FittingOpen) => near(Break::FittingOpen) || near(Break::Wrapped),
        Some(Break::Fitting) => near(Break::Wrapped) || near(Break::FittingOpen),
        _ => false,
    }
}
