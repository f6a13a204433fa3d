//! Finds the best of all alignments with a table (dynamic programming). For texts that are short enough.

use super::runs::Runs;
use super::tokens::{Kind, Token};

/// The cost of each change, besides its tokens. It is less than any token, so no token is given up here
/// for fewer changes. The tidying does that, which considers the reader.
const HUNK: i32 = 9;

/// The bonus for keeping a token together with the one it is attached to, "Crimea" with its full stop.
const TOGETHER: i32 = 3;

/// The value of keeping a token, in tenths of a short word. If two alignments keep equally many tokens,
/// the one with the words that carry the sense wins.
pub(super) fn worth(token: &Token) -> i32 {
    match token.kind {
        Kind::Content => 20,
        _ => 10,
    }
}

/// The size of the table that [`best`] fills.
pub(super) fn cells(a: usize, b: usize) -> usize {
    a.saturating_add(1).saturating_mul(b.saturating_add(1))
}

/// Far below any score, and still far from overflow.
const NEVER: i32 = i32::MIN / 2;
/// How the best script came to a cell: its last gap step took a token of B rather than of A; that
/// step opened the gap; the kept pair follows a gap.
const TOOK_B: u8 = 1;
const OPENED: u8 = 2;
const AFTER_GAP: u8 = 4;

/// The best scores of scripts that end in one cell of the table.
#[derive(Clone, Copy)]
struct Cell {
    /// The last step is a kept pair.
    kept: i32,
    /// The last step is a token of only one side.
    gap: i32,
}

/// The kept runs of highest score between `a` and `b`. The score is the value of the kept tokens, minus
/// [`HUNK`] for each change between them (alignment with affine gaps, Gotoh 1982). Time and memory
/// (a byte) for each cell of the table.
pub(super) fn best(a: &[Token], b: &[Token], at: (usize, usize), runs: &mut Runs) {
    let width = b.len() + 1;
    let mut trace = vec![0u8; (a.len() + 1) * width];
    let mut above = vec![
        Cell {
            kept: NEVER,
            gap: NEVER
        };
        width
    ];
    let mut row = above.clone();
    for (i, trace_row) in trace.chunks_exact_mut(width).enumerate() {
        for j in 0..width {
            let mut cell = Cell {
                kept: NEVER,
                gap: NEVER,
            };
            let mut how = 0;
            if i == 0 && j == 0 {
                cell.kept = 0;
            }
            if i > 0 && j > 0 && a[i - 1].id == b[j - 1].id {
                let before = above[j - 1];
                let together = if a[i - 1].glued && b[j - 1].glued {
                    TOGETHER
                } else {
                    0
                };
                let (on, anew) = (before.kept + together, before.gap);
                cell.kept = on.max(anew) + worth(&a[i - 1]);
                if anew > on {
                    how |= AFTER_GAP;
                }
            }
            let mut reach = |from: Cell, side: u8| {
                let opened = from.kept - HUNK;
                let best = opened.max(from.gap);
                if best > cell.gap {
                    cell.gap = best;
                    how = (how & AFTER_GAP) | side | if opened >= from.gap { OPENED } else { 0 };
                }
            };
            if i > 0 {
                reach(above[j], 0);
            }
            if j > 0 {
                reach(row[j - 1], TOOK_B);
            }
            row[j] = cell;
            trace_row[j] = how;
        }
        std::mem::swap(&mut above, &mut row);
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (a.len(), b.len());
    let mut in_gap = above[j].gap > above[j].kept;
    while i > 0 || j > 0 {
        let how = trace[i * width + j];
        if !in_gap {
            i -= 1;
            j -= 1;
            pairs.push((i, j));
            in_gap = how & AFTER_GAP != 0;
        } else {
            if how & TOOK_B != 0 {
                j -= 1;
            } else {
                i -= 1;
            }
            in_gap = how & OPENED == 0;
        }
    }
    for (i, j) in pairs.into_iter().rev() {
        runs.push(at.0 + i, at.1 + j, 1);
    }
}
