//! Makes the edit script *presentable*
use super::align::{Run, p, worth};
use super::tokens::{Kind, Token};

/// One text and its tokens.
type Side<'a> = (&'a str, &'a [Token]);

/// Kept runs that read better than `runs`: each change where a phrase begins and ends, and no
/// stray word kept between two changes that are one to a reader.
pub(super) fn tidy(runs: Vec<Run>, a: Side<'_>, b: Side<'_>) -> Vec<Run> {
    join(slide(runs, a, b), a.1, b.1)
}

/// Moves each change that is only a deletion or an insertion along the words that it repeats, to
/// where a reader would put it: "the cat [and the dog ]ran", not "the cat and [the dog and ]ran".
fn slide(mut runs: Vec<Run>, a: Side<'_>, b: Side<'_>) -> Vec<Run> {
    // A run of no tokens at each end, so that every change lies between two runs.
    runs.insert(0, Run { a: 0, b: 0, len: 0 });
    runs.push(Run { a: a.1.len(), b: b.1.len(), len: 0 });
    for k in 1..runs.len() {
        let (left, right) = (runs[k - 1], runs[k]);
        let (from_a, from_b) = (left.a + left.len, left.b + left.len);
        let ((text, tokens), from, to) = match (from_a == right.a, from_b == right.b) {
            (false, true) => (a, from_a, right.a),
            (true, false) => (b, from_b, right.b),
            _ => continue,
        };
        let same = |x: usize, y: usize| tokens[x].id == tokens[y].id;
        let leftmost = (1..=left.len).take_while(|n| same(from - n, to - n)).count();
        let rightmost = (0..right.len).take_while(|n| same(from + n, to + n)).count();
        let (start, span) = (from - leftmost, to - from);
        let mut best = (0, leftmost);
        for n in 0..=leftmost + rightmost {
            let score = place(text, tokens, start + n, start + n + span);
            if score > best.0 {
                best = (score, n);
            }
        }
        let (left, right) = (&mut runs[k - 1], right);
        left.len = left.len + best.1 - leftmost;
        let moved = Run { a: right.a + best.1 - leftmost, b: right.b + best.1 - leftmost, len: right.len + leftmost - best.1 };
        runs[k] = moved;
    }
    runs.retain(|run| run.len > 0);
    runs
}

/// How well a change reads that takes in the tokens from `start` up to `end`.
fn place(text: &str, tokens: &[Token], start: usize, end: usize) -> u32 {
    let edges = edge(text, tokens, start) + edge(text, tokens, end);
    // A phrase begins with its article or preposition and does not end with the next one's.
    let begins = tokens.get(start).is_some_and(|t| t.kind == Kind::Short);
    let ends = end.checked_sub(1).and_then(|k| tokens.get(k)).is_some_and(|t| t.kind != Kind::Short);
    4 * edges + u32::from(begins) + u32::from(ends)
}

/// How natural a break before token `k` is.
fn edge(text: &str, tokens: &[Token], k: usize) -> u32 {
    let (Some(before), Some(after)) = (k.checked_sub(1).and_then(|k| tokens.get(k)), tokens.get(k)) else {
        return 6;
    };
    if after.glued {
        return u32::from(!after.kind.is_word() && after.kind != Kind::Open);
    }
    let between = text.get(before.span.end..after.span.start).unwrap_or("");
    match (before.kind, after.kind) {
        _ if between.contains('\n') => 6,
        (Kind::Stop, _) => 5,
        (Kind::Close, _) => 4,
        (_, Kind::Open | Kind::Mark) | (Kind::Mark, _) => 3,
        _ => 2,
    }
}

/// Gives up kept runs that are too slight for what changes on both sides of them.
fn join(runs: Vec<Run>, a: &[Token], b: &[Token]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    let mut ends: Vec<(usize, usize)> = runs.iter().skip(1).map(|r| (r.a, r.b)).collect();
    ends.push((a.len(), b.len()));
    let size = |x: &[Token]| if p("SW", 1) == 1 { x.iter().filter(|t| t.kind.is_word()).count() as i32 * 10 } else { x.iter().map(worth).sum::<i32>() };
    for (run, next) in runs.into_iter().zip(ends) {
        let before = out.last().map_or((0, 0), |r| (r.a + r.len, r.b + r.len));
        let after = (run.a + run.len, run.b + run.len);
        let tokens = &a[run.a..after.0];
        let value: i32 = tokens.iter().map(worth).sum();
        let left = size(&a[before.0..run.a]).max(size(&b[before.1..run.b]));
        let right = size(&a[after.0..next.0]).max(size(&b[after.1..next.1]));
        let both = before.0 < run.a && before.1 < run.b && after.0 < next.0 && after.1 < next.1;
        let least = left.min(right);
        let letters = tokens.iter().map(|t| t.span.len()).sum::<usize>() as i32;
        let d = value <= p("JV", 10) && least >= p("JS", 20) && (value * p("JR", 0) <= 10 * least) && (p("JB", 0) == 0 || both) && letters <= p("JL", 99) && tokens.len() as i32 <= p("JN", 1);
        if d {
            if p("DBG", 0) == 1 { eprintln!("join {value} {left} {right}"); }
            continue;
        }
        out.push(run);
    }
    out
}
