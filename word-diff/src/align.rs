//! Finds the tokens of A that are kept in B. This is the *correct* half of the diff: an edit script over
//! numbered tokens, before the tidying for readers.

use super::anchors;
use super::runs::{Run, Runs};
use super::table::{best, cells};
use super::tokens::Token;

/// The kept runs, in order: none is empty, and neighbours are merged. Also whether no other choice of runs
/// scores more.
pub(super) struct Alignment {
    pub runs: Vec<Run>,
    pub precise: bool,
}

/// Aligns two token sequences.
pub(super) fn align(a: &[Token], b: &[Token], exact_cells: usize) -> Alignment {
    let head = a.iter().zip(b).take_while(|(x, y)| x.id == y.id).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a
        .iter()
        .rev()
        .zip(rest_b.iter().rev())
        .take_while(|(x, y)| x.id == y.id)
        .count();
    let mut runs = Runs::default();
    runs.push(0, 0, head);
    let (end_a, end_b) = (a.len() - tail, b.len() - tail);
    let precise = cells(end_a - head, end_b - head) <= exact_cells;
    if precise {
        best(&a[head..end_a], &b[head..end_b], (head, head), &mut runs);
    } else {
        anchors::align(&a[head..end_a], &b[head..end_b], (head, head), &mut runs);
    }
    runs.push(end_a, end_b, tail);
    Alignment {
        runs: runs.0,
        precise,
    }
}
