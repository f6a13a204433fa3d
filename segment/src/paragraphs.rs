//! Cuts a text into paragraphs. A blank line always ends one. A single line break ends one in text from
//! the web, where every line is a paragraph, but not in text that was wrapped at a fixed width. Each
//! break is judged by the lines beside it, so later text never changes earlier cuts.

use super::abbreviations::holds;
use super::chars::{
    after, before, fold, is_break, is_bullet, is_closing, is_dot, is_format, is_full_stop, is_mark,
    is_pause, is_shout, is_small, is_unspaced,
};
use super::lists;
use crate::Span;
use crate::marks::{is_double, is_single};

/// Lines are taken as broken at a fixed width only if that width, in columns, is in this range.
const WRAP_COLUMNS: std::ops::RangeInclusive<usize> = 36..=110;

/// A narrower width is accepted only if the lines are as full as possible and form a sentence.
const NARROW_COLUMNS: std::ops::Range<usize> = 15..36;

/// How many lines of a narrow column are searched for the end of a sentence.
const NARROW_LINES: usize = 16;

/// Words that need a following word: a line that ends with one was wrapped. They come from the most
/// frequent languages of news, and none of them ends a headline in any of these languages.
const LEADING: &str = "a an the of to and or for with from by at as in on than that their his its our my your \
    der die das dem den des ein eine einen einem einer und oder mit von vom im am zum zur fur bei nach aus uber gegen durch \
    le la les un une du de et ou au aux dans sur par pour avec sans que qui ses leurs \
    el los las una del y o con por para sin sobre se su sus il lo gli uno della dello dei delle degli e ed nel nella che di da dal dalla \
    os um uma do dos das em na no nos nas pela pelo het een van voor met bij door op \
    och att en ett av til till fra om i og det som for pa w z na do przez oraz ze s v k o a \
    и в на с по о от к из что не при для за та у із зі що від до як і";

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
        // A paragraph separator or a form feed counts as a blank line.
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
    /// Columns of the first word: if they had fitted on the line before, it would not have been broken.
    first_word: usize,
    words: usize,
    indented: bool,
    starts: Start,
    /// Ends with a stop, or with a colon.
    stopped: bool,
    /// Ends with a comma, or with a word that needs a following word.
    open: bool,
    /// Ends with a hyphen on a word.
    hyphened: bool,
    /// Contains the stop of a statement, which lines of headlines and lists do not.
    states: bool,
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
            Some(c) if is_small(c) => Start::Lower,
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
            open: last.is_some_and(|c| is_pause(c) && !matches!(c, ':' | ';'))
                || (words > 2 && leads_on(body)),
            hyphened: is_hyphened(body),
            states: states(body),
        })
    }

    /// Whether the first word of `below` had no room on this line, in a column of `limit`.
    fn is_full(&self, below: &Line, limit: usize, slack: usize) -> bool {
        self.width + 1 + below.first_word + slack > limit
    }
}

/// Whether the last word of a line needs the next one.
fn leads_on(body: &str) -> bool {
    let last = body.rsplit(char::is_whitespace).next().unwrap_or("");
    last.len() <= 12
        && last.chars().all(|c| is_small(c) || is_mark(c))
        && holds(LEADING, &fold(last))
}

/// Whether a line ends in a hyphen behind a letter, or in a soft hyphen.
fn is_hyphened(body: &str) -> bool {
    let mut back = body.chars().rev();
    match back.next() {
        Some('\u{AD}') => true,
        Some('-' | '\u{2010}') => back.find(|&c| !is_mark(c)).is_some_and(is_small),
        _ => false,
    }
}

/// Whether a line contains a full stop that ends a sentence: one that has no other meaning, or one that is followed
/// by white space or the line's end and comes after a small or caseless letter. A question or exclamation mark does
/// not count, since headlines have those.
fn states(body: &str) -> bool {
    let mut last = ' ';
    let mut chars = body
        .chars()
        .filter(|&c| !is_mark(c) && !is_format(c))
        .peekable();
    while let Some(c) = chars.next() {
        let spaced = || {
            chars
                .clone()
                .next()
                .is_none_or(|c| c.is_whitespace() || is_closing(c) || is_double(c) || is_single(c))
        };
        let asks = matches!(c, '！' | '？' | '؟' | '፧');
        if is_full_stop(c) && !asks
            || is_dot(c) && last.is_alphanumeric() && !last.is_uppercase() && spaced()
        {
            return true;
        }
        last = c;
    }
    false
}

/// Turns a run of lines without a blank one into paragraphs.
fn close(block: &mut Vec<Line>, out: &mut Vec<Span>) {
    // For each line, whether a statement ends in it or below it, in the same block.
    let mut ahead = vec![false; block.len()];
    let mut stated = false;
    for (line, ahead) in block.iter().zip(&mut ahead).rev() {
        stated |= line.states;
        *ahead = stated;
    }
    let mut breaks: Vec<Break> = Vec::with_capacity(block.len());
    for i in 1..block.len() {
        let states = ahead.get(i).is_some_and(|&states| states);
        breaks.push(judge(block, i, states, breaks.last().copied()));
    }
    let solid = is_solid(block, &breaks);
    let mut current: Option<Span> = None;
    for (i, line) in block.iter().enumerate() {
        let joined = i > 0 && joins(&breaks, i - 1, solid);
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
    /// In mid sentence, at a place where a line of this width had to be broken.
    Wrapped,
    /// In mid sentence.
    Torn,
    /// At a place where a line of this width had to be broken, but the sentence may be over.
    Fitting,
    /// As `Fitting`, in a script without capitals, and no stop before it, but one after it.
    FittingOpen,
}

fn judge(block: &[Line], i: usize, states: bool, last: Option<Break>) -> Break {
    let (Some(above), Some(below)) = (block.get(i - 1), block.get(i)) else {
        return Break::Hard;
    };
    if below.starts == Start::Item || (below.indented && !above.indented) {
        return Break::Hard;
    }
    if above.hyphened && matches!(below.starts, Start::Lower) {
        return Break::Wrapped;
    }
    let near = block
        .get(i.saturating_sub(2)..(i + 2).min(block.len()))
        .unwrap_or(&[]);
    let limit = near.iter().map(|line| line.width).max().unwrap_or(0);
    // In mid sentence some tolerance is allowed, for columns in a proportional font.
    let slack = if above.stopped { 0 } else { limit / 5 };
    let full = WRAP_COLUMNS.contains(&limit) && above.is_full(below, limit, slack);
    let narrow = NARROW_COLUMNS.contains(&limit)
        && above.words > 1
        && above.is_full(below, limit, 0)
        && reaches_a_stop(block, i, limit);
    // A sentence that began in a line above continues.
    let goes_on = above.starts == Start::Upper || last == Some(Break::Torn);
    match (below.starts, above.stopped) {
        (Start::Lower, false) if full || narrow => Break::Wrapped,
        (Start::Lower, false)
            if goes_on && above.words >= 3 && (below.words >= 3 || below.stopped) =>
        {
            Break::Torn
        }
        (Start::Upper | Start::Caseless, false) if above.open && (full || narrow) => Break::Wrapped,
        // Lines without any stop are headlines or a list.
        (Start::Caseless, false) if full && states => Break::FittingOpen,
        (Start::Caseless, false) => Break::Hard,
        _ if full => Break::Fitting,
        _ => Break::Hard,
    }
}

/// Whether full lines continue from line `i` to one in which a statement ends.
fn reaches_a_stop(block: &[Line], i: usize, limit: usize) -> bool {
    let rest = block.get(i..).unwrap_or(&[]);
    for (line, below) in rest.iter().zip(rest.iter().skip(1)).take(NARROW_LINES) {
        if line.states {
            return true;
        }
        if !line.is_full(below, limit, 0) {
            return false;
        }
    }
    rest.len() <= NARROW_LINES && rest.last().is_some_and(|line| line.states)
}

/// Whether a block of at least three lines is one paragraph by its shape alone: every line except the last is as full
/// as possible; the last is the shortest and ends with a stop, and other lines end without one.
fn is_solid(block: &[Line], breaks: &[Break]) -> bool {
    let (Some(last), true) = (block.last(), block.len() >= 3) else {
        return false;
    };
    let limit = block.iter().map(|line| line.width).max().unwrap_or(0);
    let inner = || block.iter().zip(block.iter().skip(1));
    let wide = WRAP_COLUMNS.contains(&limit) && !breaks.contains(&Break::Hard);
    // In a narrow column, at least one break must certainly be in mid sentence.
    let narrow = NARROW_COLUMNS.contains(&limit)
        && breaks.contains(&Break::Wrapped)
        && block
            .iter()
            .all(|line| line.starts != Start::Item && !line.indented);
    (wide || narrow)
        && last.states
        && last.stopped
        && inner().all(|(above, below)| above.is_full(below, limit, 0) && above.width >= last.width)
        && inner().any(|(above, _)| !above.stopped)
}

/// Whether the break at `i` joins its lines, given the breaks beside it: a possible end of a paragraph does not count
/// among wrapped lines.
fn joins(breaks: &[Break], i: usize, solid: bool) -> bool {
    let near = |wanted: Break| {
        (i.saturating_sub(2)..=i + 2).any(|k| k != i && breaks.get(k) == Some(&wanted))
    };
    match breaks.get(i) {
        Some(Break::Wrapped | Break::Torn) => true,
        Some(Break::FittingOpen) => near(Break::FittingOpen) || near(Break::Wrapped),
        Some(Break::Hard) => solid,
        Some(Break::Fitting) => solid || near(Break::Wrapped) || near(Break::FittingOpen),
        _ => false,
    }
}
