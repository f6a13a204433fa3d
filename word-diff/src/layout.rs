//! Turns kept runs of tokens into spans that cover both texts. Only this module assigns white space. If
//! both texts have some at a place, it goes to the equal stretch beside it. So a change is marked from the
//! first letter of its first word to the last letter of its last.

use super::runs::Run;
use super::tokens::Token;
use super::{Hunk, Op};
use crossread_segment::Span;

/// The hunks of both texts from end to end, given the kept runs of their tokens.
pub(super) fn hunks(
    runs: &[Run],
    (a, ta): (&str, &[Token]),
    (b, tb): (&str, &[Token]),
) -> Vec<Hunk> {
    let mut out = Cover::default();
    let mut at = (0, 0);
    for (k, run) in runs.iter().enumerate() {
        change(
            &mut out,
            (a, ta, at.0..run.a),
            (b, tb, at.1..run.b),
            k == 0,
            false,
        );
        // The run ends with its last token. The white space after it is assigned with the next change.
        at = (run.a + run.len, run.b + run.len);
        out.put(Op::Equal, ta[at.0 - 1].span.end, tb[at.1 - 1].span.end);
    }
    change(
        &mut out,
        (a, ta, at.0..ta.len()),
        (b, tb, at.1..tb.len()),
        runs.is_empty(),
        true,
    );
    out.hunks
}

type Part<'a> = (&'a str, &'a [Token], std::ops::Range<usize>);

/// Where the white space before and after a change's tokens begins and ends, in one text.
struct Edges {
    /// End of the token before, or the text's start.
    before: usize,
    /// Start and end of the change's own tokens; equal if it has none.
    start: usize,
    end: usize,
    /// Start of the token after, or the text's end.
    after: usize,
    none: bool,
}

fn edges((text, tokens, range): &Part<'_>) -> Edges {
    let before = range
        .start
        .checked_sub(1)
        .and_then(|k| tokens.get(k))
        .map_or(0, |t| t.span.end);
    let after = tokens.get(range.end).map_or(text.len(), |t| t.span.start);
    let own = tokens.get(range.clone()).unwrap_or(&[]);
    match (own.first(), own.last()) {
        (Some(first), Some(last)) => Edges {
            before,
            start: first.span.start,
            end: last.span.end,
            after,
            none: false,
        },
        _ => Edges {
            before,
            start: after,
            end: after,
            after,
            none: true,
        },
    }
}

/// Puts the change between two kept runs, with the white space at both its edges.
fn change(out: &mut Cover, a: Part<'_>, b: Part<'_>, first: bool, last: bool) {
    let (ea, eb) = (edges(&a), edges(&b));
    match (ea.none, eb.none) {
        // No tokens on either side: only white space differs.
        (true, true) => out.put(Op::Equal, ea.after, eb.after),
        // Nothing is kept in the whole text: white space on only one side belongs to the change.
        (false, true) if first && last && !b.0.is_empty() => {
            out.put(Op::Replace, ea.after, eb.after)
        }
        (true, false) if first && last && !a.0.is_empty() => {
            out.put(Op::Replace, ea.after, eb.after)
        }
        (false, false) => {
            let left = !first && ea.start > ea.before && eb.start > eb.before;
            let right = !last && ea.after > ea.end && eb.after > eb.end;
            if left {
                out.put(Op::Equal, ea.start, eb.start);
            }
            let (end_a, end_b) = if right {
                (ea.end, eb.end)
            } else {
                (ea.after, eb.after)
            };
            out.put(Op::Replace, end_a, end_b);
        }
        (false, true) => {
            let (left, right) = one_sided(&ea, eb.after > eb.before, first, last);
            let split_b = if left || last { eb.after } else { eb.before };
            out.put(Op::Equal, if left { ea.start } else { ea.before }, split_b);
            out.put(Op::Delete, if right { ea.end } else { ea.after }, split_b);
            out.put(Op::Equal, if right { ea.end } else { ea.after }, eb.after);
        }
        (true, false) => {
            let (left, right) = one_sided(&eb, ea.after > ea.before, first, last);
            let split_a = if left || last { ea.after } else { ea.before };
            out.put(Op::Equal, split_a, if left { eb.start } else { eb.before });
            out.put(Op::Insert, split_a, if right { eb.end } else { eb.after });
            out.put(Op::Equal, ea.after, if right { eb.end } else { eb.after });
        }
    }
}

/// Whether the white space before, and that after, the tokens of a deletion belong to the equal
/// stretches beside it. `gap` tells whether the other text has white space at that place.
fn one_sided(own: &Edges, gap: bool, first: bool, last: bool) -> (bool, bool) {
    let pre = own.start > own.before;
    let post = own.after > own.end;
    let left = !first && pre && gap && (post || !last);
    let right = !last && post && gap && !left;
    (left, right)
}

/// Hunks laid end to end.
#[derive(Default)]
struct Cover {
    hunks: Vec<Hunk>,
    a: usize,
    b: usize,
}

impl Cover {
    /// Adds the next hunk, up to these offsets, unless it would be empty on both sides.
    fn put(&mut self, op: Op, end_a: usize, end_b: usize) {
        let (a, b) = (Span::new(self.a, end_a), Span::new(self.b, end_b));
        (self.a, self.b) = (a.end, b.end);
        if a.is_empty() && b.is_empty() {
            return;
        }
        match self.hunks.last_mut() {
            Some(last) if last.op == op => {
                last.a.end = a.end;
                last.b.end = b.end;
            }
            _ => self.hunks.push(Hunk { op, a, b }),
        }
    }
}
