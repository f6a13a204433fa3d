//! The *presentable* half of the diff. It chooses, among equally short edit scripts, the one that a person
//! would mark, and moves stray kept words into the change around them. Every remaining run is still
//! kept in both texts, so the result stays correct.

use super::runs::Run;
use super::table::worth;
use super::tokens::{Kind, Token};

/// One text and its tokens.
type Side<'a> = (&'a str, &'a [Token]);

/// Kept runs that read better than `runs`: each change begins and ends with a phrase, and no stray word
/// splits a change that a reader sees as one.
pub(super) fn tidy(runs: Vec<Run>, a: Side<'_>, b: Side<'_>) -> Vec<Run> {
    join(slide(runs, a, b), a.1, b.1)
}

/// Moves each change that is only a deletion or an insertion along the words that it repeats, to
/// where a reader would put it: "the cat [and the dog ]ran", not "the cat and [the dog and ]ran".
fn slide(mut runs: Vec<Run>, a: Side<'_>, b: Side<'_>) -> Vec<Run> {
    // A run of no tokens at each end, so that every change lies between two runs.
    runs.insert(0, Run { a: 0, b: 0, len: 0 });
    runs.push(Run {
        a: a.1.len(),
        b: b.1.len(),
        len: 0,
    });
    for k in 1..runs.len() {
        let (left, right) = (runs[k - 1], runs[k]);
        let (from_a, from_b) = (left.a + left.len, left.b + left.len);
        let ((text, tokens), from, to) = match (from_a == right.a, from_b == right.b) {
            (false, true) => (a, from_a, right.a),
            (true, false) => (b, from_b, right.b),
            _ => continue,
        };
        let same = |x: usize, y: usize| tokens[x].id == tokens[y].id;
        let leftmost = (1..=left.len)
            .take_while(|n| same(from - n, to - n))
            .count();
        let rightmost = (0..right.len)
            .take_while(|n| same(from + n, to + n))
            .count();
        let (start, span) = (from - leftmost, to - from);
        let mut best = (0, leftmost);
        for n in 0..=leftmost + rightmost {
            let score = place(text, tokens, start + n, start + n + span);
            if score > best.0 {
                best = (score, n);
            }
        }
        let n = best.1;
        runs[k - 1].len = left.len - leftmost + n;
        runs[k] = Run {
            a: right.a + n - leftmost,
            b: right.b + n - leftmost,
            len: right.len + leftmost - n,
        };
    }
    runs.retain(|run| run.len > 0);
    runs
}

/// How well a change reads that takes in the tokens from `start` up to `end`.
fn place(text: &str, tokens: &[Token], start: usize, end: usize) -> u32 {
    let edges = edge(text, tokens, start) + edge(text, tokens, end);
    // A phrase begins with its article or preposition and does not end with the next one's.
    let begins = tokens.get(start).is_some_and(|t| t.kind == Kind::Short);
    let ends = end
        .checked_sub(1)
        .and_then(|k| tokens.get(k))
        .is_some_and(|t| t.kind != Kind::Short);
    4 * edges + u32::from(begins) + u32::from(ends)
}

/// How natural a break before token `k` is.
fn edge(text: &str, tokens: &[Token], k: usize) -> u32 {
    let (Some(before), Some(after)) = (k.checked_sub(1).and_then(|k| tokens.get(k)), tokens.get(k))
    else {
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

/// Gives up kept runs that are too slight for what changes on both sides of them: a word whose punctuation changes,
/// beside another change, and one or two stray words between larger changes.
fn join(runs: Vec<Run>, a: &[Token], b: &[Token]) -> Vec<Run> {
    let (words_a, words_b) = (words_before(a), words_before(b));
    let mut ends: Vec<(usize, usize)> = runs.iter().skip(1).map(|run| (run.a, run.b)).collect();
    ends.push((a.len(), b.len()));
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    for (run, next) in runs.into_iter().zip(ends) {
        let before = out.last().map_or((0, 0), |last| last.end());
        let inner = before != (run.a, run.b) && run.end() != next;
        let heft = |from: (usize, usize), to: (usize, usize)| {
            (words_a[to.0] - words_a[from.0]).max(words_b[to.1] - words_b[from.1])
        };
        let lesser = heft(before, (run.a, run.b)).min(heft(run.end(), next));
        let value: i32 = a[run.a..run.a + run.len]
            .iter()
            .take(MOST_TOKENS)
            .map(worth)
            .sum();
        let swamped = value <= MOST_GIVEN_UP && 2 * value <= 10 * lesser;
        // New words on one side of it and old ones on the other: it stays, even if its comma changes.
        let (gone, new) = (before.0 == run.a, before.1 == run.b);
        let (gone_after, new_after) = (run.end().0 == next.0, run.end().1 == next.1);
        let passed = lesser == 1 && (gone && new_after || new && gone_after);
        let frayed =
            !passed && heft((run.a, run.b), run.end()) <= 1 && !holds_whole_word(run, a, b);
        if !(inner && (swamped || frayed)) {
            out.push(run);
        }
    }
    out
}

/// A kept run worth more than this, three longer words, is never given up.
const MOST_GIVEN_UP: i32 = 60;

/// As many tokens as can be worth [`MOST_GIVEN_UP`], and one more: a run needs no longer look.
const MOST_TOKENS: usize = 7;

/// For each place between two tokens, the number of words before it.
fn words_before(tokens: &[Token]) -> Vec<i32> {
    let mut seen = 0;
    let mut counts = vec![0];
    counts.extend(tokens.iter().map(|token| {
        seen += i32::from(token.kind.is_word());
        seen
    }));
    counts
}

/// Whether some word of `run`, with its attached punctuation, is whole on both sides.
fn holds_whole_word(run: Run, a: &[Token], b: &[Token]) -> bool {
    // Two words that touch are from a script without spaces, so nothing is attached.
    let parted = |tokens: &[Token], k: usize| match (
        k.checked_sub(1).and_then(|k| tokens.get(k)),
        tokens.get(k),
    ) {
        (Some(last), Some(next)) => !next.glued || last.kind.is_word() && next.kind.is_word(),
        _ => true,
    };
    let mut begun = false;
    for n in 0..=run.len {
        match (parted(a, run.a + n), parted(b, run.b + n)) {
            (true, true) if begun => return true,
            (true, true) => begun = true,
            (false, false) => {}
            _ => begun = false,
        }
    }
    false
}
